"""Folders of audits, each of them sound, that contradict each other; named by the code."""

from collections.abc import Iterator
from pathlib import Path

from cpe_label import Audit, Problem
from cpe_label.reading.discovery import documents_under
from cpe_label.reading.members import load_members, open_members
from cpe_label.reading.referentials import load_referentials
from cpe_label.rules.audit_file import AuditFile, audit_file
from cpe_label.rules.network_checks import check_across

from .files import INVALID

NETWORKS = INVALID / "network"
KNOWN = load_referentials(INVALID / "shelf")


def broken_networks() -> list[Path]:
    """Every folder that contradicts itself, and every broken list of members in CSV."""
    return sorted(path for path in NETWORKS.iterdir() if path.suffix != ".txt")


def files_in(folder: Path) -> Iterator[AuditFile]:
    """The audits of a folder, which all are sound."""
    for document in documents_under(str(folder), []):
        assert isinstance(document.value, Audit)
        evaluation = KNOWN.assess(document.value).evaluation
        yield audit_file(evaluation, Path(document.name).name, placed=True)


def problems_of_network(path: Path) -> tuple[Problem, ...]:
    """Everything wrong across the files of a folder, or in a list of members."""
    if path.is_file():
        return open_members(path).problems
    listed = path / "members.csv"
    members = load_members(listed) if listed.exists() else None
    return tuple(one.problem for one in check_across(list(files_in(path)), members))


def lines_of_network(path: Path) -> str:
    """Everything that is said of it, in both languages."""
    lines = (
        f"{problem.text(language)}\n"
        for problem in problems_of_network(path)
        for language in ("en", "fr")
    )
    return "".join(lines).replace(f"{NETWORKS}/", "")
