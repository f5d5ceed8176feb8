"""Numbers, words and dates that YAML would change."""

# ruff: noqa: E501

import re
from collections.abc import Iterator
from typing import Final

from support.hostile.case import Hostile, Read, opinion, refused
from support.hostile.files import (
    ADDED,
    AUDIT,
    REFERENTIAL,
    changed,
    dumped,
    json_prose,
    prose,
)
from support.written import MINIMAL

SURPRISES: Final = (
    *("1.10", "010", "0o10", "0x1F", "0b11", "1_000", "1e3", "1E+3", ".5", "5.", "+1", "-1", "-0"),
    *(".inf", "-.inf", "+.INF", ".nan", ".NaN", "inf", "nan", "NaN", "Infinity"),
    *("12:30", "12:30:45", "190:20:30", "1:59.5", "685.230_15e+03", "0.", "1,5", "1 000", "00", "08"),
    *("no", "No", "NO", "off", "OFF", "yes", "YES", "on", "y", "n", "oui", "non", "true", "False"),
    *("=", "<", "<<", "None", "undefined", "nil", "void"),
    *("2026-10-12T10:00:00Z", "2001-12-14t21:59:43.10-05:00", "2026-02-30", "2026-1-1"),
    *("9" * 30, "9" * 5_000, "0x" + "F" * 5_000, "1" + ":59" * 2_000, "1e400", "-1e-400", "0x", "0b"),
)  # fmt: skip
NOTHING: Final = ("null", "~")
ASKED: Final = ("Null", "NULL")
PLAIN_ID: Final = re.compile(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*")


def nothings() -> Iterator[Hostile]:
    """Words that mean nothing, and words that only some programs read so."""
    referential = dumped(REFERENTIAL).decode()
    for written in (*NOTHING, *ASKED):
        absent = written in NOTHING
        version = MINIMAL.replace('"2019.1"', written)
        finding = f"{MINIMAL}findings: {{PRE-01: {{status: {written}}}}}\n"
        in_prose = opinion("None") if absent else refused("Y049")
        status = Read(("findings", "PRE-01", "status"), "None")
        for name, text, expect in (
            ("in prose", prose(written).decode(), in_prose),
            ("as a date", MINIMAL.replace("2026-10-12", written), refused("A002", "Y049")),
            (
                "as a kind",
                MINIMAL.replace("kind: audit", f"kind: {written}"),
                refused("A002", "Y049"),
            ),
            ("as a status", finding, status if absent else refused("Y049")),
            ("as a version", version, refused("A002", "Y049")),
        ):
            yield Hostile(f"{written} {name}", "audit.yaml", text.encode(), expect)
        for name, old, new in (
            ("as a share", '"100%"', written),
            ("as years", '"years": "3"', f'"years": {written}'),
        ):
            text = referential.replace(old, new)
            expect = refused("R002", "Y049")
            yield Hostile(f"{written} {name}", "referential.yaml", text.encode(), expect)


def scalars() -> Iterator[Hostile]:
    yield from nothings()
    referential = dumped(REFERENTIAL).decode()
    for written in SURPRISES:
        short = written if len(written) <= 30 else f"{written[:6]}… of {len(written)}"
        yield Hostile(f"{short} in prose", "audit.yaml", prose(written), opinion(written))
        date = MINIMAL.replace("2026-10-12", written).encode()
        yield Hostile(f"{short} as a date", "audit.yaml", date, refused("A005", line=5))
        kind = MINIMAL.replace("kind: audit", f"kind: {written}").encode()
        yield Hostile(f"{short} as a kind", "audit.yaml", kind, refused("A007", line=4))
        finding = f"{MINIMAL}findings: {{PRE-01: {{status: {written}}}}}\n".encode()
        yield Hostile(f"{short} as a status", "audit.yaml", finding, refused("A007", line=ADDED))
        version = MINIMAL.replace('"2019.1"', written).encode()
        is_id = PLAIN_ID.fullmatch(written) and len(written) <= 128
        codes = ("A004", "A001") if "," in written else ("A004",)  # a comma ends it, in flow
        expect = Read(("referential", "version"), written) if is_id else refused(*codes, line=2)
        yield Hostile(f"{short} as a version", "audit.yaml", version, expect)
        share = referential.replace('"100%"', written).encode()
        yield Hostile(f"{short} as a share", "referential.yaml", share, refused("R008"))
        years = referential.replace('"years": "3"', f'"years": {written}').encode()
        whole = re.fullmatch("[1-9][0-9]{0,2}", written)  # a decimal number of years
        expect = (
            Read(("validity", "years"), str(int(written)))
            if whole
            else refused("R009", *(("R001",) if "," in written else ()))
        )
        yield Hostile(f"{short} as years", "referential.yaml", years, expect)
    for written in ("1.10", "true", "-3", "1e400", "9" * 5_000, "0", "-0.0", "1E-7", "false"):
        short = written if len(written) <= 30 else f"{written[:6]}… of {len(written)}"
        yield Hostile(
            f"{short} in prose of JSON", "audit.json", json_prose(written), opinion(written)
        )
    for written in (
        "101%",
        "50 %",
        "50,0%",
        "0.5",
        "1/0",
        "2/1",
        "-1%",
        "1/2/3",
        "½",
        "٥٠%",
        "50％",
        "50%\\n",
        "1/" + "9" * 10,
        "9999%",
        "%",
        "/",
        "1 / 2",
        "50%%",
    ):
        yield Hostile(
            f"share {written}",
            "referential.yaml",
            referential.replace('"100%"', f'"{written}"').encode(),
            refused("R008"),
        )
    for written in ("0%", "100%", "1/3", "0/1", "000%", "999999999/999999999"):
        yield Hostile(
            f"share {written}",
            "referential.yaml",
            referential.replace('"100%"', written).encode(),
            Read(("levels", 0, "required"), written),
        )
    for written in (
        "0",
        "1000",
        "3.0",
        "-3",
        "+3",
        "٣",
        "３",
        " 3",
        "3 ",
        "3\\n",
        "trois",
        "1e1",
        "0x3",
    ):
        yield Hostile(
            f"years {written}",
            "referential.yaml",
            referential.replace('"years": "3"', f'"years": "{written}"').encode(),
            refused("R009"),
        )
    for written in ("FR", "french", "f", "fr-FR", "fr ", "fr\\n", "ﬀ", "1", "no0", "*"):
        yield Hostile(
            f"language {written}",
            "referential.yaml",
            referential.replace('"fr"', f'"{written}"').encode(),
            refused("R018"),
        )
    yield Hostile(
        "Norwegian is a language",
        "referential.yaml",
        referential.replace('"fr"', "no").encode(),
        Read(("language",), "no"),
    )


DATES: Final = (
    *("2026-02-30", "2026-13-01", "2026-00-10", "2026-10-00", "2025-02-29", "1900-02-29"),
    *("0000-01-01", "2026-04-31", "2026-10-32", "10000-01-01", "-2026-01-01", "+2026-10-12"),
    *("20260101", "2026-1-1", "2026-01-1", "26-01-01", "2026-W01-1", "2026W011", "2026-001"),
    *("2026-01", "2026", "2026/10/12", "12/10/2026", "12-10-2026", "12.10.2026", "2026.10.12"),
    *("12 octobre 2026", "2026-oct-12", "October 12, 2026", "lundi", "aujourd’hui", "today", "now"),
    *("2026-10-12T00:00", "2026-10-12T00:00:00Z", "2026-10-12 00:00:00", "2026-10-12+01:00"),
    *(" 2026-10-12", "2026-10-12 ", "2026-10-12\n", "\n2026-10-12", "2026-10-12\t", "2026 -10-12"),
    *("\u0662\u0660\u0662\u0666-\u0661\u0660-\u0661\u0662", "\uff12\uff10\uff12\uff16-10-12"),
    *("2026\u201310\u201312", "2026\u201110\u201112", "2026\u221210\u221212", "2026--10-12", "2026-10-12-"),
    *("0", "1", "1791763200", "-1", "1791763200000", "1e9", "NaT", "9999-99-99", "2026-10-1２"),
    *("\u200b2026-10-12", "2026-10-12\u200b", "2026-10-12 # note", "'2026-10-12'", "x" * 50_000),
    *("= 2026-10-12", "2026-10-12;", "2026-10-12,", "2026_10_12", "MMXXVI-X-XII", "2026-02-29"),
)  # fmt: skip


def dates() -> Iterator[Hostile]:
    for written in DATES:
        short = repr(written if len(written) <= 30 else f"{written[:6]}… of {len(written)}")
        bad = changed(AUDIT, ("decision", "decided_on"), written)
        yield Hostile(f"date {short}", "audit.json", dumped(bad), refused("A005"))
        bad = changed(REFERENTIAL, ("in_force", "from"), written)
        yield Hostile(
            f"date {short} in a referential", "referential.json", dumped(bad), refused("R005")
        )
    for written in ("2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"):
        for where, scalar in (("plain", written), ("quoted", f'"{written}"')):
            content = MINIMAL.replace("2026-10-12", scalar).encode()
            yield Hostile(
                f"date {written}, {where}",
                "audit.yaml",
                content,
                Read(("audited_on", "from"), written),
            )
