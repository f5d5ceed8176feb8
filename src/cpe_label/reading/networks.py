"""A network on a day, from its audits, with the shipped referentials by default."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from ..model.audit import Audit
from ..model.members import Members
from ..model.referential import Referential
from ..problems.exceptions import DataError, MembersError, ReferentialError
from ..problems.problem import Problem, is_error, problem
from ..record import network as _record  # noqa: F401  it gives a network its JSON
from ..rules.audit_file import AuditFile, audit_file
from ..rules.members_checks import check_members
from ..rules.network import FileProblems, Network
from ..rules.network_on import NetworkFiles, network_on
from ..text.arguments import expects
from ..text.similarity import near_miss
from .document import open_document
from .files import is_lines
from .referentials import Referentials, shipped


@expects(
    audits=Iterable,
    members=Members | None,
    on=date,
    label=str | None,
    referentials=Referentials | Referential | None,
)
def network(
    audits: Iterable[Audit],
    members: Members | None = None,
    *,
    on: date,
    label: str | None = None,
    referentials: Referentials | Referential | None = None,
) -> Network:
    """A whole network on a day, under one label (RC-16 to RC-20).

    `audits` may come one by one: no more is kept of each than is needed. Those with an error, and
    those that contradict each other, do not count; `files` names them. `label` is the identifier of
    the referential; it may be left out where all audits name one. Without `members`, the
    organisations are those with files.

    Raises MembersError for a list of members with an error, and DataError where no label can be
    told from the audits.
    """
    if members is not None:
        refuse_unsound(members)
    known = _collection(referentials)
    gathering = Gathering(known, label)
    for audit in audits:
        if not isinstance(audit, Audit):
            raise TypeError(f"network: audits must be Audits, not {type(audit).__name__}")
        gathering.add(_name_of(audit), audit)
    return gathering.network(members, on)


def refuse_unsound(members: Members) -> None:
    """Raise MembersError if a list of members has an error."""
    found = check_members(members)
    if any(map(is_error, found)):
        raise MembersError(found)


def _collection(referentials: Referentials | Referential | None) -> Referentials:
    if isinstance(referentials, Referential):
        return Referentials.from_values(referentials)
    return shipped() if referentials is None else referentials


def _name_of(audit: Audit) -> str:
    return source_name(audit.source.name, audit.source.first_line)


def source_name(name: str, line: int | None) -> str:
    """A file, with the line if it holds an audit in each."""
    return f"{name}:{line}" if line and is_lines(name) else name


def placed(found: Problem) -> Problem:
    """A problem across files with its line and column, for which its file is read again."""
    if found.file is None or found.line is not None:
        return found
    if is_lines(found.file):
        return found.in_file(found.file, 1, 1)  # the others have their line
    value = open_document(found.file).value
    return found if value is None else found.located(value.source)


class Gathering:
    """The files of a network, one after the other; no more is kept of each than is needed.

    Raises ReferentialError if a referential cannot be used.
    """

    def __init__(self, referentials: Referentials, label: str | None = None) -> None:
        if referentials.problems:
            raise ReferentialError(referentials.problems)
        self._referentials = referentials
        self._wanted = label
        self._labels: Counter[str] = Counter()
        self._files: list[AuditFile] = []
        self._left_out: list[FileProblems] = []

    def add(self, source: str, audit: Audit) -> None:
        """Add an audit; `source` names its file in the network. One of another label is counted."""
        label = audit.referential.id
        self._labels[label] += 1
        if label != (self._wanted or next(iter(self._labels))):
            return
        assessment = self._referentials.assess(audit)
        try:
            self._files.append(audit_file(assessment.evaluation, source))
        except DataError as error:
            self.leave_out(source, error.problems)

    def leave_out(self, source: str, problems: Iterable[Problem]) -> None:
        """Add a file that has no sound audit."""
        errors = tuple(one for one in problems if is_error(one))
        self._left_out.append(FileProblems(source, errors))

    def network(self, members: Members | None, on: date) -> Network:
        """The network on a day.

        Raises DataError where no label can be told from the audits.
        """
        label = self._label()
        known = tuple(one for one in self._referentials.values() if one.id == label)
        others = self._labels.total() - self._labels[label]
        files = NetworkFiles(label, self._files, known, members, self._left_out, others)
        return network_on(files, on)

    def _label(self) -> str:
        known = tuple(sorted(self._labels))
        if self._wanted is not None and (self._wanted in known or not known):
            return self._wanted
        if self._wanted is not None:
            near = near_miss(self._wanted, known)
            raise DataError([problem("N042", wanted=self._wanted, known=known, near=near)])
        if len(known) > 1:
            raise DataError([problem("N041", known=known)])
        if not known:
            unusable = (one for file in self._left_out for one in file.problems)
            raise DataError([problem("N043"), *unusable])
        return known[0]
