"""The members of a network, and from when to when each is one (RC-18)."""

from datetime import date
from typing import ClassVar, Final, Literal

from pydantic import Field

from .base import FileModel, Model, counted
from .digest import fingerprint
from .fields import Day, Id, Items, Text

MEMBERS_FORMAT: Final = "cpe-label/members/1"


class _Part(Model):
    """A part of a list of members."""

    family: ClassVar = "N"


class Member(_Part):
    """One organisation, during one stretch of membership."""

    id: Id = Field(description="Permanent identifier of the organisation (SIREN …).")
    name: Text = Field(description="Its name in reports.")
    region: Text | None = Field(default=None, description="Where it works.")
    since: Day | None = Field(default=None, description="First day as a member, included.")
    until: Day | None = Field(default=None, description="Last day as a member, included.")

    def on(self, day: date) -> bool:
        """True if the organisation is a member on this day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class Members(_Part, FileModel):
    """Who belongs to the network. One identifier may stand on lines whose days do not overlap."""

    format: Literal["cpe-label/members/1"] = Field(
        default=MEMBERS_FORMAT, description="The format of this file; the first line of it."
    )
    title: Text | None = Field(default=None, description="The name of the network.")
    members: Items[Member] = Field(
        min_length=1, description="The organisations, one line a membership."
    )

    @property
    def digest(self) -> str:
        """The fingerprint of the list."""
        return self.once(_digest)

    def on(self, day: date) -> tuple[Member, ...]:
        """The lines of the members on a day."""
        return tuple(member for member in self.members if member.on(day))

    def __repr__(self) -> str:
        """Whose members, and how many: the whole would fill a console for pages."""
        return f"<Members of {self.title!r}: {counted(self.members, 'line')}>"

    __str__ = __repr__


def _digest(members: Members) -> str:
    return fingerprint(members.as_written())
