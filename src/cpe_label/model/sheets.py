"""What stands where in a spreadsheet of an audit, a referential or a list of members.

A form has a line for each field, or several for a list; a table has a column for each. The name of
a field is its path with dots; `messages/spreadsheet.py` gives each its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from ..text.paths import DataPath

CellKind = Literal[
    "text", "texts", "identifier", "word", "day", "share", "whole", "citations", "shown"
]
"""What a cell holds. `shown` is for people, and is not read."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value of plain data that has a cell."""

    name: str
    kind: CellKind = "text"
    required: bool = False

    @property
    def path(self) -> DataPath:
        """Where the value stands, from the mapping that its form or its row makes."""
        return tuple(self.name.split("."))


@dataclass(frozen=True, slots=True)
class Form:
    """The lines of a form, and the lists that have a line for each of their items."""

    fields: tuple[Field, ...]
    lists: Mapping[str, tuple[Field, ...]] = field(default_factory=dict)
    always: tuple[str, ...] = ()
    """The mappings that every such file has."""

    def row(self, name: str) -> int:
        """The row where we write the line of a field."""
        return [one.name for one in self.fields].index(name) + 2


_ID: Final = "identifier"

AUDIT_FORM: Final = Form(
    (
        Field("format"),
        Field("referential.id", _ID),
        Field("referential.version", _ID),
        Field("rows", "whole"),
        Field("organisation.id", _ID),
        Field("organisation.name"),
        Field("organisation.region"),
        Field("kind", "word"),
        Field("audited_on.from", "day"),
        Field("audited_on.to", "day"),
        Field("response"),
        Field("opinion"),
        Field("previous.last_day", "day"),
        Field("previous.state", "word"),
        Field("decision.outcome", "word"),
        Field("decision.decided_on", "day"),
        Field("decision.reason"),
    ),
    {
        "auditors": (Field("name"), Field("organisation")),
        "events": (Field("event", "word"), Field("on", "day"), Field("reason")),
    },
    always=("referential", "organisation", "audited_on"),
)
"""`rows` is how many criteria the grid was written with: no part of the audit."""

CRITERION_COLUMNS: Final = (
    Field("section", "shown"),
    Field("id", _ID, required=True),
    Field("level", "shown"),
    Field("title", "shown"),
    Field("requirement", "shown"),
    Field("guidance", "shown"),
    Field("ask_for", "shown"),
)
"""What the grid of an audit says of each criterion."""

FORMER_COLUMNS: Final = (
    Field("then_found", "shown"),
    Field("then_recommendation", "shown"),
    Field("then_action", "shown"),
)
"""What the grid recalls of the audit before."""

FINDING_COLUMNS: Final = (
    Field("status", "word", required=True),
    Field("evidence", "texts"),
    Field("comment"),
    Field("good_practice"),
    Field("recommendation"),
    Field("action.owner"),
    Field("action.due", "day"),
    Field("justification"),
)
"""What the auditor answers."""

REFERENTIAL_FORM: Final = Form(
    (
        Field("format"),
        Field("id", _ID),
        Field("version", _ID),
        Field("title"),
        Field("description"),
        Field("notice"),
        Field("language"),
        Field("in_force.from", "day"),
        Field("in_force.until", "day"),
        Field("validity.years", "whole"),
        Field("validity.renewal_window_months", "whole"),
    ),
    always=("in_force", "validity"),
)

LEVEL_COLUMNS: Final = (
    Field("id", _ID, required=True),
    Field("title"),
    Field("required", "share"),
    Field("scope", "word"),
)
SOURCE_COLUMNS: Final = (Field("id", _ID, required=True), Field("title"), Field("date", "day"))
SECTION_COLUMNS: Final = (
    Field("id", _ID, required=True),
    Field("title"),
    Field("description"),
)
GRID_COLUMNS: Final = (
    Field("section", required=True),
    Field("id", _ID, required=True),
    Field("level", required=True),
    Field("title", required=True),
    Field("requirement", required=True),
    Field("guidance"),
    Field("evidence", "texts"),
    Field("not_applicable_when"),
    Field("sources", "citations"),
)
"""The criteria of a referential."""

MEMBERS_FORM: Final = Form((Field("format"), Field("title")))
MEMBER_COLUMNS: Final = (
    Field("id", _ID, required=True),
    Field("name", required=True),
    Field("region"),
    Field("since", "day"),
    Field("until", "day"),
)
