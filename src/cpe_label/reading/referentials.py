"""The collection of known referentials, and the functions that use the shipped ones by default.

`evaluate(audit)` and `check(subject)` use the shipped referentials unless others are given.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import Any, Final

from ..model.audit import Audit
from ..model.partial import Partial
from ..model.referential import Referential
from ..problems.exceptions import AuditError, ReferentialError
from ..problems.problem import Argument, Problem, problem, sorted_problems
from ..record import evaluation as _record  # noqa: F401  it gives an evaluation its JSON
from ..rules import engine
from ..rules.certainty import certain
from ..rules.engine import Assessment
from ..rules.evaluation import Evaluation
from ..rules.referential_checks import check_referential, check_versions
from ..text.arguments import expects
from ..text.serialization import JsonValue
from ..text.similarity import near_miss
from .document import Document
from .places import file_of, referentials_at, referentials_of_package
from .told_with import told_with

Place = str | PathLike[str]
"""A file or a folder of referentials, or `shipped`."""

SHIPPED: Final = "shipped"
"""The name of the referentials that come with the package, among places."""


class Referentials(Mapping[str, Referential], JsonValue):
    """Known versions of referentials, by `id@version`, in the order in which they were read.

    The files are read once, when one of them is first needed. A file that cannot be used is not an
    item; `problems` says why.
    """

    def __init__(self, places: Iterable[Place] = (SHIPPED,)) -> None:
        self._places = tuple(places)

    @classmethod
    def from_values(cls, *values: Referential) -> "Referentials":
        """A collection of referentials that are already in memory."""
        known = cls(())
        known.documents = tuple(
            Document(one.source.name, check_referential(one), "referential", one) for one in values
        )
        return known

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every referential file, sound or not, in order of place and of name."""
        return tuple(document for place in self._places for document in _documents_at(place))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Why files cannot be used: their errors, and two files that differ on one version."""
        broken = (document for document in self.documents if not document.is_sound)
        found = (one for document in broken for one in document.problems)
        return sorted_problems((*found, *conflicts(self.documents)))

    @cached_property
    def _by_name(self) -> dict[str, Referential]:
        found: dict[str, Referential] = {}
        for document in self.documents:
            if document.is_sound and isinstance(document.value, Referential):
                found.setdefault(document.value.name, document.value)
        return found

    def __getitem__(self, name: str) -> Referential:
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def __len__(self) -> int:
        return len(self._by_name)

    def __repr__(self) -> str:
        return f"<Referentials: {', '.join(self) or 'none'}>"

    @expects(wanted=str)
    def named(self, wanted: str) -> Referential:
        """The referential that is called `id` or `id@version`.

        Raises ReferentialError if there is none, or if there are several versions of that `id`.
        """
        found = [one for one in self.values() if wanted in (one.id, one.name)]
        if len(found) == 1:
            return found[0]
        if self.problems:
            raise ReferentialError(self.problems)
        code, names = ("F010", found) if found else ("F008", list(self.values()))
        known = [name for one in self.values() for name in (one.id, one.name)]
        near = "" if found else near_miss(wanted, known)
        shown = tuple(one.name for one in names)
        raise ReferentialError([problem(code, wanted=wanted, known=shown, near=near)])

    @expects(audit=Audit)
    def of(self, audit: Audit) -> Referential:
        """The version of the referential that an audit names (RC-1).

        Raises AuditError if it is not known, or ReferentialError if a file cannot be used: that
        file could be the next version, which ends this one (RC-15).
        """
        if self.problems:
            raise ReferentialError(self.problems)
        named = f"{audit.referential.id}@{audit.referential.version}"
        if named in self:
            self._refuse_ambiguous(named)
            return self[named]
        raise AuditError([_not_found(audit, self.values()).located(audit.source)])

    def _refuse_ambiguous(self, named: str) -> None:
        """RC-15: of two versions that start on one day, neither can be used."""
        found = [one for one in self._version_problems if one.code == "R022"]
        ambiguous = [one for one in found if named in one.arguments.values()]
        if ambiguous:
            raise ReferentialError(ambiguous)

    @cached_property
    def _version_problems(self) -> tuple[Problem, ...]:
        return check_versions(self.values())

    def assess(self, audit: Audit) -> Assessment:
        """Check and evaluate an audit with the version that it names."""
        try:
            referential = self.of(audit)
        except ReferentialError as error:
            return Assessment(error.problems, error=ReferentialError)
        except AuditError:
            return Assessment(_problems_of_partial(self, Partial(audit, ())))
        return engine.assess(audit, referential, self.values())

    def files(self) -> list[Path]:
        """The files that were read; for a file in an archive, the archive."""
        return [file_of(Path(document.name)) for document in self.documents]


def problems_of(document: Document, known: Referentials) -> tuple[Problem, ...]:
    """Every problem of a document: of its shape, and of its meaning as far as it is known."""
    partial = document._partial or Partial(document.value, ())
    if not isinstance(partial.value, Audit):
        return document.problems
    told = told_with(document, known.of).problems
    return sorted_problems((*told, *_problems_of_partial(known, partial)))


def _problems_of_partial(known: Referentials, partial: Partial[Any]) -> tuple[Problem, ...]:
    audit, refused = partial.value, partial.refused
    try:
        referential = known.of(audit)
    except ReferentialError as error:
        return error.problems
    except AuditError as error:
        unnamed = certain(error.problems, refused)
        return sorted_problems((*unnamed, *engine.check_partial(audit, refused)))
    return engine.check_partial(audit, refused, referential, known.values())


@expects(places=str | PathLike)
def load_referentials(*places: Place) -> Referentials:
    """Read the referentials of files and folders, or the shipped ones if no place is given.

    Raises ReferentialError if a file there cannot be used, or if two files differ on one version.
    """
    known = Referentials(places or (SHIPPED,))
    if known.problems:
        raise ReferentialError(known.problems)
    return known


@cache
def shipped() -> Referentials:
    """The referentials that come with the package, read once in a process."""
    return Referentials()


@expects(audit=Audit, referentials=Referentials | Referential | None)
def assess(audit: Audit, referentials: Referentials | Referential | None = None) -> Assessment:
    """Every problem of an audit, and its evaluation if none of them is an error."""
    if isinstance(referentials, Referential):
        return engine.assess(audit, referentials, (referentials,))
    return (shipped() if referentials is None else referentials).assess(audit)


@expects(audit=Audit, referentials=Referentials | Referential | None)
def evaluate(audit: Audit, referentials: Referentials | Referential | None = None) -> Evaluation:
    """Apply the rules of calculation (RC-1 to RC-15) to an audit.

    `referentials` are the known versions, of which the audit names one, or that one alone. The
    default is the shipped ones. An unfavourable verdict is a result like any other.

    Raises ReferentialError or AuditError, with every problem, if `check` finds an error.
    """
    return assess(audit, referentials).evaluation


@expects(subject=Audit | Referential, referentials=Referentials | Referential | None)
def check(
    subject: Audit | Referential, referentials: Referentials | Referential | None = None
) -> tuple[Problem, ...]:
    """Every problem of a referential, or of an audit with the referential that it names.

    The problems are sorted by place. Severity `error` stops an evaluation, `warning` does not.
    If the referential has errors, only they are reported: the audit cannot be judged before they
    are corrected.
    """
    if isinstance(subject, Referential):
        return check_referential(subject)
    return assess(subject, referentials).problems


def conflicts(documents: Iterable[Document]) -> Iterator[Problem]:
    """The problem of each file that differs from an earlier file of the same version.

    Two equal referentials may be written differently, and then differ: `50%` and `1/2`.
    """
    known: dict[str, Referential] = {}
    for document in documents:
        yield from conflicts_with(known, document)


def conflicts_with(known: dict[str, Referential], document: Document) -> Iterator[Problem]:
    """The problem of a file that differs from the known file of its version.

    A version that is not known is added to `known`.
    """
    value = document.value
    if isinstance(value, Referential) and document.is_sound:
        other = known.setdefault(value.name, value)
        if other is not value and other.digest != value.digest:
            pair = (other.source.name, document.name)
            yield problem("F011", name=other.name, files=pair).in_file(document.name)


def shipped_folder() -> Traversable:
    """The folder of the referentials that come with the package.

    It is inside the package, which may be in an archive. An editable install has no such folder:
    then it is the one at the root of the checkout.
    """
    package = files("cpe_label")
    installed = package / "referentials"
    if isinstance(package, Path) and not installed.is_dir() and _is_checked_out(package):
        return package.parents[1] / "referentials"
    return installed


def _is_checked_out(package: Path) -> bool:
    """Whether a package is `src/…` beside a `pyproject.toml`, and not in an archive."""
    root = package.parents[1]
    inside = package.parent == root / "src"
    return inside and package.is_dir() and (root / "pyproject.toml").is_file()


def _documents_at(place: Place) -> Iterator[Document]:
    if place == SHIPPED:
        return referentials_of_package(shipped_folder())
    return referentials_at(place)


def _not_found(audit: Audit, known: Iterable[Referential]) -> Problem:
    named = audit.referential
    versions = tuple(one.version for one in known if one.id == named.id)
    if versions:
        near = near_miss(named.version, versions)
        path = ("referential", "version")
        facts: dict[str, Argument] = {"value": named.version, "referential": named.id}
        return problem("A012", path, **facts, expected=versions, near=near)
    names = tuple(sorted({one.id for one in known}))
    near = near_miss(named.id, names)
    return problem("A011", ("referential", "id"), value=named.id, expected=names, near=near)
