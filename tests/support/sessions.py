"""Sessions of the committee: the broken ones, and the one whose minutes are golden."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cpe_label import Decision, Evaluation, Problem, evaluate, load_audit
from cpe_label.problems.exceptions import DataError
from cpe_label.reading.discovery import documents_under
from cpe_label.reading.organisation_files import folder_files
from cpe_label.reading.session_csv import read_session
from cpe_label.reports.formats import FORMATS
from cpe_label.reports.kinds.minutes import compose
from cpe_label.reports.view.session import session_view
from cpe_label.text.typography import Language
from cpe_label.writing.session import decide_session

from .deciding import KNOWN
from .files import INVALID
from .shipped import ROOT

SESSIONS = INVALID / "session"
AUDITS = SESSIONS / "audits"
"""The audits that every broken session decides on."""


def broken_sessions() -> list[Path]:
    """Every broken session, named by the code of its problem."""
    return sorted(SESSIONS.glob("*.csv"))


def problems_of_session(content: bytes, name: str) -> tuple[Problem, ...]:
    """Everything wrong in a session."""
    try:
        session = read_session(content, name)
        named = {row.organisation for row in session.rows}
        folder = folder_files(documents_under(str(AUDITS), []), named)
        decide_session(session, folder, KNOWN)
    except DataError as error:
        return error.problems
    return tuple(session.problems)


def lines_of_session(path: Path) -> str:
    """Everything that is said of a broken session, in both languages."""
    lines = (
        f"{problem.text(language)}\n"
        for problem in problems_of_session(path.read_bytes(), path.name)
        for language in ("en", "fr")
    )
    return "".join(lines).replace(f"{AUDITS}/", "audits/")


def decided() -> Iterator[Evaluation]:
    """Three examples as a session decides them."""
    day = date(2026, 11, 20)
    for name, organisation, decision in (
        ("granted", "exemple-001", Decision(outcome="granted", decided_on=day)),
        (
            "refused-mandatory",
            "exemple-002",
            Decision(outcome="refused", decided_on=day, reason="Un critère obligatoire manque."),
        ),
        (
            "refused-recommended",
            "exemple-003",
            Decision(
                outcome="adjourned",
                decided_on=day,
                reason="À revoir :\n\n- les comptes\n- le DUERP",
            ),
        ),
    ):
        audit = load_audit(ROOT / "examples" / f"{name}.yaml")
        who = {"id": organisation, "name": audit.organisation.name}
        renewed = {"last_day": "2026-12-31", "state": None} if name == "granted" else None
        update = {"organisation": who, "decision": decision, "previous": renewed}
        yield evaluate(audit.model_copy(update=update))


def minutes(form: str, language: Language = "fr") -> str:
    """The minutes of that session."""
    write = FORMATS[form].write
    assert write is not None
    written = write(compose(session_view(list(decided()), language)))
    assert isinstance(written, str)
    return written
