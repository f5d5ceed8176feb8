"""The referential: the criteria of one version of a label, and the share each level requires."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field, PrivateAttr

from .errors import Problem
from .fields import Day, FileModel, Id, LanguageCode, Model, Months, Required, Text, Years
from .formats import REFERENTIAL_FORMAT


class InForce(Model):
    """The days on which an audit may start under this version (RC-15), both included."""

    from_: Day = Field(alias="from", description="First day in force.")
    until: Day | None = Field(
        default=None,
        description="Last day in force; absent where the next version's first day ends it.",
    )


class Validity(Model):
    """How long a label granted under this version holds (RC-12, RC-13)."""

    years: Years = Field(description="Length of the term, in years.")
    renewal_window_months: Months = Field(
        description="Length in months of the window, at the end of a term, in which a renewal "
        "follows on without a gap."
    )


class Level(Model):
    """A level of requirement and the share of its criteria that must be met (RC-2, RC-6)."""

    id: Id = Field(description="Permanent identifier; criteria name it.")
    title: Text = Field(description="Its name in reports.")
    required: Required = Field(description="Share of applicable criteria to meet: N% or p/q.")
    scope: Literal["whole", "each_section"] = Field(
        default="whole",
        description="Whether the share holds over the whole referential or each section.",
    )


class ReferenceDocument(Model):
    """A text that criteria cite: a charter, a law."""

    id: Id = Field(description="Permanent identifier; citations name it.")
    title: Text = Field(description="Its name in reports.")
    date: Day | None = Field(default=None, description="The day it was voted or published.")


class Citation(Model):
    """A place in a reference document."""

    source: Id = Field(description="Identifier of one of the referential's sources.")
    at: Text | None = Field(default=None, description="Where in it: an article, a clause.")


class Criterion(Model):
    """One thing that an auditor finds true or false."""

    id: Id = Field(description="Permanent: never reused, never renumbered.")
    level: Id = Field(description="Identifier of one of the referential's levels.")
    title: Text = Field(description="Its name in reports, short.")
    requirement: Text = Field(description="What must be true.")
    guidance: Text | None = Field(default=None, description="How an auditor judges it.")
    evidence: tuple[Text, ...] = Field(default=(), description="What to ask for.")
    not_applicable_when: Text | None = Field(
        default=None,
        description="When the criterion does not apply; its presence is the permission (RC-4).",
    )
    sources: tuple[Citation, ...] = Field(default=(), description="What the criterion stands on.")


class Section(Model):
    """A group of criteria on one subject."""

    id: Id = Field(description="Permanent identifier.")
    title: Text = Field(description="Its name in reports.")
    description: Text | None = Field(default=None, description="What it is about, in a sentence.")
    criteria: tuple[Criterion, ...] = Field(
        min_length=1, description="Its criteria, in order of reading."
    )


@dataclass(slots=True)
class Checked:
    """The problems that `soundness` found, once it has looked. Two always compare equal."""

    held: tuple[Problem, ...] | None = field(default=None, compare=False)


@dataclass(slots=True)
class Index:
    """The criteria by identifier, once they were asked for. Two always compare equal."""

    held: Mapping[str, Criterion] | None = field(default=None, compare=False)


class Referential(FileModel):
    """One version of a label's criteria. RC-1: a decision covers every criterion of one version.

    Equal to another referential that says the same, wherever each was read from.
    """

    format: Literal["cpe-label/referential/1"] = Field(
        default=REFERENTIAL_FORMAT, description="The format of this file; the first line of it."
    )
    id: Id = Field(description="Permanent identifier, the same for every version.")
    version: Id = Field(
        description="Identifier of this version; an audit names it.",
        json_schema_extra={"type": ["string", "number"]},
    )
    title: Text = Field(description="Its name in reports.")
    description: Text | None = Field(
        default=None, description="What it is worth and where it comes from."
    )
    language: LanguageCode = Field(description="Language of the texts, as a code: fr.")
    in_force: InForce = Field(description="When an audit may start under this version.")
    validity: Validity = Field(description="How long a label holds.")
    levels: tuple[Level, ...] = Field(
        min_length=1, max_length=20, description="The levels of requirement, in order of reading."
    )
    sources: tuple[ReferenceDocument, ...] = Field(
        default=(), description="The texts that criteria cite."
    )
    sections: tuple[Section, ...] = Field(
        min_length=1, max_length=200, description="The groups of criteria, in order of reading."
    )

    _index: Index = PrivateAttr(default_factory=Index)

    _checked: Checked = PrivateAttr(default_factory=Checked)

    @property
    def checked(self) -> Checked:
        """The last answer of `soundness`; it is no part of the value."""
        return self._checked

    @property
    def name(self) -> str:
        """`id@version`, as messages and digests name it."""
        return f"{self.id}@{self.version}"

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in order of reading."""
        return tuple(criterion for section in self.sections for criterion in section.criteria)

    @property
    def by_id(self) -> Mapping[str, Criterion]:
        """Every criterion by its identifier; made once, because each audit asks again."""
        if self._index.held is None:
            self._index.held = {criterion.id: criterion for criterion in self.criteria}
        return self._index.held
