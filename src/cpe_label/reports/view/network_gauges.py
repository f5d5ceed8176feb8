"""The words of a network, and its counts as gauges, in one language."""

from ...messages.network import NETWORK
from ...messages.phrase import say
from ...rules.network import CriterionOnDay, SectionAnswers
from ...text.typography import share_shown
from .localizer import Localizer
from .types import Gauge


class NetworkLocalizer(Localizer):
    """Sentences and gauges of a network."""

    def own(self, key: str, /, **blanks: object) -> str:
        """A sentence of the network."""
        return say(NETWORK[key], self.language, **blanks)

    def gauge(self, title: str, counts: SectionAnswers | CriterionOnDay) -> Gauge:
        """The gauge of some counts, for which no share is required."""
        met, applicable = counts.met, counts.met + counts.not_met
        words = self.own("gauge", met=met, applicable=applicable)
        return self.part(
            title,
            words if applicable else self.say("nothing_applicable"),
            met,
            counts.not_met,
            counts.not_applicable,
        )

    def of_members(self, count: int, members: int | None) -> Gauge | None:
        """The gauge of a count of the members, if there are any."""
        if not members:
            return None
        return self.part("", self.own("of", part=count, whole=members), count, members - count, 0)

    def part(self, level: str, label: str, met: int, not_met: int, not_applicable: int) -> Gauge:
        """A gauge without a threshold."""
        return Gauge(
            level=level,
            met=met,
            not_met=not_met,
            not_applicable=not_applicable,
            unassessed=0,
            applicable=met + not_met,
            share=share_shown(met, met + not_met, self.language),
            required=None,
            label=label,
        )
