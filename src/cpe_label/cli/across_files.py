"""The checks across the files of `check --members`: the audits of an organisation, the members."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model.audit import Audit
from ..model.members import Members
from ..problems.exceptions import DataError
from ..problems.problem import Problem, problem
from ..reading.document import Document
from ..reading.members import open_members
from ..reading.referentials import Referentials
from .inputs import document_named
from .problem_output import relative

if TYPE_CHECKING:
    from ..rules.audit_file import AuditFile


class Across:
    """Collects the sound audits of a check, if a list of members is given."""

    def __init__(self, names: Sequence[str], referentials: Referentials) -> None:
        self._name = names[0] if names else None
        self._referentials = referentials
        self._members: Members | None = None
        self._files: list[AuditFile] = []
        self._seen: set[tuple[str, str]] = set()
        self.is_needed = False
        """Whether an organisation has several audits, which nothing holds against each other."""

    def list_of_members(self) -> Iterator[Document]:
        """The list of members, which is a file of the check like any other."""
        if self._name is not None:
            document = members_named(self._name)
            if isinstance(document.value, Members) and document.is_sound:
                self._members = document.value
            yield document

    def add(self, document: Document) -> None:
        """Add a document that has no error, if it is an audit."""
        audit = document.value
        if not isinstance(audit, Audit):
            return
        if self._name is None:
            label = (audit.organisation.id or "", audit.referential.id)
            self.is_needed |= bool(label[0]) and label in self._seen
            self._seen.add(label)
        else:
            from ..reading.networks import source_name  # a check without members needs none
            from ..rules.audit_file import audit_file

            source = source_name(relative(document.name), audit.source.first_line)
            evaluation = self._referentials.assess(audit).evaluation
            self._files.append(audit_file(evaluation, source, placed=True))

    def problems(self) -> Iterator[Problem]:
        """Every problem across the files."""
        if self._name is not None:
            from ..rules.network_checks import check_across

            yield from (one.problem for one in check_across(self._files, self._members))


def members_named(name: str) -> Document:
    """The list of members in a file, which may be a CSV, or on standard input, which may not."""
    return document_named(name) if name == "-" else open_members(name)


def refuse_several(names: Sequence[str]) -> None:
    """Raise DataError if several lists of members are named."""
    if len(names) > 1:
        raise DataError([problem("N044", count=len(names)).in_file(names[1])])
