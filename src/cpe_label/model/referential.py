"""The referential: the criteria of one version of a label, and the share each level requires."""

from collections.abc import Mapping
from typing import ClassVar, Final, Literal

from pydantic import Field

from ..text.typography import LANGUAGES, Language
from .base import FileModel, Model, counted
from .digest import fingerprint
from .fields import Day, Id, Items, LanguageCode, Months, Notice, Required, Text, Years

REFERENTIAL_FORMAT: Final = "cpe-label/referential/1"


class _Part(Model):
    """A part of a referential."""

    family: ClassVar = "R"


class InForce(_Part):
    """The days on which an audit may start under this version (RC-15), both included."""

    from_: Day = Field(
        validation_alias="from", serialization_alias="from", description="First day in force."
    )
    until: Day | None = Field(
        default=None,
        description="Last day in force; absent where the eve of the next version ends it. "
        "A published version may be given one later.",
    )


class Validity(_Part):
    """How long a label granted under this version holds (RC-12, RC-13)."""

    years: Years = Field(description="Length of the term, in years.")
    renewal_window_months: Months = Field(
        description="Length in months of the window, at the end of a term, in which a renewal "
        "follows on without a gap."
    )


class Level(_Part):
    """A level of requirement and the share of its criteria that must be met (RC-2, RC-6)."""

    id: Id = Field(description="Permanent identifier; criteria name it.")
    title: Text = Field(description="Its name in reports.")
    required: Required = Field(description="Share of applicable criteria to meet: N% or p/q.")
    scope: Literal["whole", "each_section"] = Field(
        default="whole",
        description="Whether the share holds over the whole referential or each section.",
    )


class ReferenceDocument(_Part):
    """A text that criteria cite: a charter, a law."""

    id: Id = Field(description="Permanent identifier; citations name it.")
    title: Text = Field(description="Its name in reports.")
    date: Day | None = Field(default=None, description="The day it was voted or published.")


class Citation(_Part):
    """A place in a reference document."""

    source: Id = Field(description="Identifier of one of the referential's sources.")
    at: Text | None = Field(default=None, description="Where in it: an article, a clause.")


class Criterion(_Part):
    """One thing that an auditor finds true or false."""

    id: Id = Field(description="Permanent: never reused, never renumbered.")
    level: Id = Field(description="Identifier of one of the referential's levels.")
    title: Text = Field(description="Its name in reports, short.")
    requirement: Text = Field(description="What must be true.")
    guidance: Text | None = Field(default=None, description="How an auditor judges it.")
    evidence: Items[Text] = Field(default=(), description="What to ask for.")
    not_applicable_when: Text | None = Field(
        default=None,
        description="When the criterion does not apply; its presence is the permission (RC-4).",
    )
    sources: Items[Citation] = Field(default=(), description="What the criterion stands on.")


class Section(_Part):
    """A group of criteria on one subject."""

    id: Id = Field(description="Permanent identifier.")
    title: Text = Field(description="Its name in reports.")
    description: Text | None = Field(default=None, description="What it is about, in a sentence.")
    criteria: Items[Criterion] = Field(
        min_length=1, description="Its criteria, in order of reading."
    )


class Referential(_Part, FileModel):
    """One version of a label's criteria. RC-1: a decision covers every criterion of one version.

    Equal to another referential with the same content, wherever each was read from.
    """

    format: Literal["cpe-label/referential/1"] = Field(
        default=REFERENTIAL_FORMAT, description="The format of this file; the first line of it."
    )
    id: Id = Field(description="Permanent identifier, the same for every version.")
    version: Id = Field(
        description="Identifier of this version; an audit names it.",
    )
    title: Text = Field(description="Its name in reports.")
    description: Text | None = Field(
        default=None, description="What it is worth and where it comes from."
    )
    notice: Notice | None = Field(
        default=None,
        description="One line that every certificate carries, 200 characters at most.",
    )
    language: LanguageCode = Field(description="Language of the texts, as a code: fr.")
    in_force: InForce = Field(description="When an audit may start under this version.")
    validity: Validity = Field(description="How long a label holds.")
    levels: Items[Level] = Field(
        min_length=1, max_length=20, description="The levels of requirement, in order of reading."
    )
    sources: Items[ReferenceDocument] = Field(
        default=(), description="The texts that criteria cite."
    )
    sections: Items[Section] = Field(
        min_length=1, max_length=200, description="The groups of criteria, in order of reading."
    )

    @property
    def name(self) -> str:
        """`id@version`, as messages and digests name it."""
        return f"{self.id}@{self.version}"

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in order of reading."""
        return tuple(criterion for section in self.sections for criterion in section.criteria)

    @property
    def report_language(self) -> Language:
        """The default language of reports: its own, or English if we have no words in it."""
        return next((one for one in LANGUAGES if one == self.language), "en")

    @property
    def by_id(self) -> Mapping[str, Criterion]:
        """Every criterion by its identifier."""
        return self.once(_by_id)

    @property
    def digest(self) -> str:
        """The fingerprint of the referential, without the last day in force (RC-15)."""
        return self.once(_digest)

    def __repr__(self) -> str:
        """Which version, and how large it is: the whole would fill a console for pages."""
        criteria = counted(self.criteria, "criterion", "criteria")
        return f"<Referential {self.name}: {criteria} in {counted(self.sections, 'section')}>"

    __str__ = __repr__


def _by_id(referential: Referential) -> Mapping[str, Criterion]:
    return {criterion.id: criterion for criterion in referential.criteria}


def _digest(referential: Referential) -> str:
    data = referential.as_written()
    days = {key: day for key, day in data["in_force"].items() if key != "until"}
    return fingerprint({**data, "in_force": days})
