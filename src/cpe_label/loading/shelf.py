"""Where referentials are found: the shipped ones, a file, or a folder of files."""

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import Final

from ..audit import Audit
from ..digest import referential_digest
from ..errors import Argument, AuditError, Problem, ReferentialError, failure_name, problem
from ..referential import Referential
from ..text import near_miss
from .documents import Document, open_document, read_document, wrong_kind
from .gathering import is_ours

Places = str | PathLike[str] | Iterable[str | PathLike[str]]
_SUFFIXES: Final = (".yaml", ".yml", ".json")


def shipped_referentials() -> Traversable:
    """The folder of the referentials that come with the package.

    It is inside the package, which may be in an archive. An editable install has none there: then
    it is the one at the root of the checkout, and only of a checkout.
    """
    package = files("cpe_label")
    installed = package / "referentials"
    if isinstance(package, Path) and not installed.is_dir() and _is_checked_out(package):
        return package.parents[1] / "referentials"
    return installed


def _is_checked_out(package: Path) -> bool:
    """Whether a package is `src/…` beside a `pyproject.toml`, and no archive with such a name."""
    root = package.parents[1]
    inside = package.parent == root / "src"
    return inside and package.is_dir() and (root / "pyproject.toml").is_file()


class Shelf:
    """The referentials of some files and folders, read when first asked for."""

    def __init__(self, places: Places = ()) -> None:
        if isinstance(places, (str, PathLike)):
            places = [places]
        self.places = [Path(place) for place in places]
        """Where to look; nowhere is among the shipped ones."""

    def documents(self) -> list[Document]:
        """Every referential file, sound or not, in order of name.

        A file in a folder that is something else is passed over; one named by itself is not.
        """
        return self._documents

    def referentials(self) -> list[Referential]:
        """The sound referentials, each once.

        Raises ReferentialError if two files hold one version and do not say the same.
        """
        return list(self._known)

    @cached_property
    def _documents(self) -> list[Document]:
        if self.places:
            return [document for place in self.places for document in _read(place)]
        return list(_read_shipped(shipped_referentials()))

    @cached_property
    def _known(self) -> list[Referential]:
        found: dict[str, Referential] = {}
        for document in self.documents():
            if other := clashing(document, found):
                files = (other.source.name, document.name)
                raise ReferentialError([problem("F011", name=other.name, files=files)])
        return list(found.values())

    def named(self, wanted: str) -> Referential:
        """The referential that is called `id` or `id@version`.

        Raises ReferentialError if there is none, or several versions and none is named.
        """
        known = self.referentials()
        found = [one for one in known if wanted in (one.id, one.name)]
        if len(found) == 1:
            return found[0]
        if broken := self.problems():
            raise ReferentialError(broken)
        code, names = ("F010", found) if found else ("F008", known)
        near = "" if found else near_miss(wanted, [n for one in known for n in (one.id, one.name)])
        shown = tuple(one.name for one in names)
        raise ReferentialError([problem(code, wanted=wanted, known=shown, near=near)])

    def of(self, audit: Audit) -> Referential:
        """The version of the referential that an audit names (RC-1).

        Raises AuditError if it is not here, ReferentialError if a file here cannot be used.
        """
        named = audit.referential
        if broken := self.problems():  # one of them could be the next version, which ends this one
            raise ReferentialError(broken)
        known = self.referentials()
        for referential in known:
            if (referential.id, referential.version) == (named.id, named.version):
                return referential
        raise AuditError([_not_found(audit, known).located(audit.source)])

    def files(self) -> list[Path]:
        """The files that were read; of what is in an archive, the archive."""
        return [_file_of(Path(document.name)) for document in self.documents()]

    def problems(self) -> list[Problem]:
        """What is wrong with the files that cannot be used."""
        return list(self._broken)

    @cached_property
    def _broken(self) -> list[Problem]:
        broken = (document for document in self.documents() if not document.is_sound)
        return [problem for document in broken for problem in document.problems]


def clashing(document: Document, known: dict[str, Referential]) -> Referential | None:
    """The known referential of the same version that is written otherwise than that of a document.

    If there is none, what is sound becomes known. Two that are equal may be written otherwise, and
    have another fingerprint: `50%` and `1/2`.
    """
    value = document.value
    if not isinstance(value, Referential) or not document.is_sound:
        return None
    other = known.setdefault(value.name, value)
    return None if referential_digest(other) == referential_digest(value) else other


def load_referentials(places: Places = ()) -> tuple[Referential, ...]:
    """Every referential among files and folders, or the shipped ones: the `versions` of RC-15.

    Raises ReferentialError if a file there cannot be used, or two say different things of one
    version.
    """
    shelf = Shelf(places)
    if broken := shelf.problems():
        raise ReferentialError(broken)
    return tuple(shelf.referentials())


def find_referential(audit: Audit, places: Places = ()) -> Referential:
    """The referential that an audit names, among files and folders, or the shipped ones.

    Raises AuditError if it is not there, ReferentialError if a file there cannot be used.
    """
    return Shelf(places).of(audit)


def _read_shipped(folder: Traversable) -> Iterator[Document]:
    """What a folder of the package holds, wherever the package is."""
    if isinstance(folder, Path) or not folder.is_dir():
        yield from _read(Path(str(folder)))
        return
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if Path(file.name).suffix.lower() in _SUFFIXES:
            yield read_document(file.read_bytes(), str(file))


def _file_of(path: Path) -> Path:
    """The file that has a path, or the archive that a path leads into."""
    return next((one for one in (path, *path.parents) if one.is_file()), path)


def _read(place: Path) -> Iterator[Document]:
    if not os.path.isdir(place):
        document = open_document(place)
        if document.kind == "audit":
            document = Document(document.name, (wrong_kind(document, "referential"),))
        yield document
        return
    try:
        paths = sorted(place.iterdir())
    except OSError as error:
        trouble = problem("F004", reason=failure_name(error)).in_file(str(place))
        yield Document(str(place), (trouble,))
        return
    for path in paths:
        if path.suffix.lower() in _SUFFIXES and path.is_file():
            document = open_document(path)
            if is_ours(document) and document.kind != "audit":
                yield document


def _not_found(audit: Audit, known: list[Referential]) -> Problem:
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
