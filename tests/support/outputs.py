"""Print a digest of every output of every command, `--lang` and `--on` given.

    python -m support.outputs

runs them all in one process, from the folder `tests`. Under any hash seed, time zone and
locale it prints the same.
"""

import contextlib
import hashlib
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from regenerate import TEXTS

from cpe_label import cli
from cpe_label.cli.arguments import SHELLS
from cpe_label.cli.commands.compare import FORMATS as COMPARISON_FORMATS
from cpe_label.problems import formats
from cpe_label.record.schema import KINDS
from cpe_label.reports.kinds import KINDS as KINDS_OF_REPORT
from cpe_label.reports.network import FORMATS as NETWORK_FORMATS
from cpe_label.text.typography import LANGUAGES

ROOT = Path(__file__).parents[2]
EXAMPLES = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "examples").glob("*.yaml"))]
PLACES = ("-r", "tests/invalid/shelf", "-r", "referentials")
FORMS = [form for form in TEXTS if form != "json"]
GRANTED = "examples/granted.yaml"
NEXT_VERSION = "examples/change/label-cpe-2027.yaml"
SECOND = "examples/change/second-audit.yaml"
BOTH_VERSIONS = ("-r", "referentials", "-r", "examples/change")
NETWORK = "examples/network"
ON = "--on=2026-11-23"


def commands() -> Iterator[tuple[str, ...]]:
    """Every command in each of its formats, on files with and without problems."""
    for form in formats.FORMATS:
        yield ("check", "tests/invalid", *EXAMPLES, *PLACES, f"--format={form}")
        record = "tests/invalid/E002-field-changed.json"
        yield ("verify", record, "tests/invalid/shelf/audit.yaml", *PLACES, f"--format={form}")
    yield ("verify", "tests/golden/granted.json", GRANTED)
    yield ("check", "--explain", "A013")
    for form in ("text", "jsonl"):
        yield ("evaluate", *EXAMPLES, f"--format={form}", ON)
    for audit in EXAMPLES:
        yield ("evaluate", audit, "--format=json", ON)
        yield from (("report", audit, f"--format={form}", ON) for form in TEXTS)
    for kind in KINDS_OF_REPORT:
        yield from (("report", GRANTED, f"--kind={kind}", f"--format={form}", ON) for form in FORMS)
    yield ("evaluate", "tests/invalid/A013-unknown-criterion.yaml", ON)
    to_decide = "examples/network/exemple-105-2026.yaml"
    yield ("decide", to_decide, "--granted", "--on=2026-12-11", "--dry-run")
    yield ("event", GRANTED, "--suspended", "--on=2027-02-01", "--dry-run")
    yield ("new", "label-cpe")
    yield ("new", NEXT_VERSION, "--from", GRANTED)
    for form in COMPARISON_FORMATS:
        pair = ("referentials/label-cpe-2019.yaml", NEXT_VERSION)
        yield ("compare", *pair, "--audits", GRANTED, f"--format={form}")
        yield ("compare", GRANTED, SECOND, *BOTH_VERSIONS, f"--format={form}")
    yield ("report", SECOND, "--previous", GRANTED, *BOTH_VERSIONS, ON)
    network = ("network", NETWORK, "--members", f"{NETWORK}/members.csv", ON)
    for form, row in NETWORK_FORMATS.items():
        yield (*network, f"--format={form}")
        if row.public:
            yield (*network, f"--format={form}", "--public")
    yield from (("schema", kind) for kind in KINDS)
    yield from (("completion", shell) for shell in SHELLS)


def digest(command: tuple[str, ...]) -> str:
    """What a command answered, in short: its exit code, its bytes and its words."""
    out, err = io.TextIOWrapper(io.BytesIO(), newline=""), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.main(list(command))
    out.flush()
    result = out.buffer.getvalue()  # type: ignore[attr-defined]
    digest_of_all = hashlib.sha256(result + err.getvalue().encode()).hexdigest()
    return f"{code} {len(result)} {digest_of_all[:16]}"


def main() -> None:
    """Print the digest of each command, in each language."""
    os.chdir(ROOT)
    digests = {
        " ".join(words): digest(words)
        for command in commands()
        for words in ((*command, f"--lang={language}") for language in LANGUAGES)
    }
    json.dump(digests, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
