"""Any audit, referential or list of members that a cell can hold, for hypothesis."""

from typing import Any

from hypothesis import strategies as st

from cpe_label import Audit, Referential
from cpe_label.model.members import Members

_SIGNS = ("=1+1", "+1", "-1", "@a", "1.10", "0123", "  a", "a ", "a\nb", "⏎", "\n", "⏎ ", "\t", "'")
_OTHERS = ("_x0041_", "_x000D_", "TRUE", "12/10/2026", "\x85", "\u2028", "\ufeff", "𝒳", "#N/A")
_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
_PIECES = st.sampled_from(_SIGNS + _OTHERS) | st.text(_CHARACTERS, max_size=6)

TEXTS = st.lists(_PIECES, max_size=5).map("".join).filter(lambda text: bool(text.strip()))
"""Texts with everything that a spreadsheet likes to change."""
IDS = st.from_regex(r"[A-Za-z0-9]{1,4}([._-][A-Za-z0-9]{1,3}){0,2}", fullmatch=True)
DAYS = st.dates().map(lambda day: day.isoformat())


def mapping(required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


def _words(*words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words)


_FINDING = mapping(
    {},
    status=_words("met", "not_met", "not_applicable"),
    evidence=st.lists(TEXTS, min_size=1, max_size=3),
    comment=TEXTS,
    good_practice=TEXTS,
    recommendation=TEXTS,
    action=mapping({}, owner=TEXTS, due=DAYS).filter(bool),
    justification=TEXTS,
).filter(bool)

AUDITS = mapping(
    {
        "referential": mapping({"id": IDS, "version": IDS}),
        "organisation": mapping({"name": TEXTS}, id=IDS, region=TEXTS),
        "kind": _words("audit", "self_assessment"),
        "audited_on": st.fixed_dictionaries({"from": DAYS}, optional={"to": DAYS}),
    },
    auditors=st.lists(mapping({"name": TEXTS}, organisation=TEXTS), min_size=1, max_size=7),
    findings=st.dictionaries(IDS, _FINDING, min_size=1, max_size=4),
    response=TEXTS,
    opinion=TEXTS,
    previous=mapping({"last_day": DAYS}, state=_words("suspended", "withdrawn")),
    decision=mapping(
        {"outcome": _words("granted", "refused", "adjourned"), "decided_on": DAYS}, reason=TEXTS
    ),
    events=st.lists(
        mapping(
            {"event": _words("suspended", "reinstated", "withdrawn"), "on": DAYS}, reason=TEXTS
        ),
        min_size=1,
        max_size=3,
    ),
).map(Audit.build)

MEMBERS = mapping(
    {
        "members": st.lists(
            mapping({"id": IDS, "name": TEXTS}, region=TEXTS, since=DAYS, until=DAYS),
            min_size=1,
            max_size=5,
        )
    },
    title=TEXTS,
).map(Members.build)


@st.composite
def referentials(draw: st.DrawFn) -> Referential:
    """A referential in which every name is known and each level has a criterion."""
    ids = draw(st.lists(IDS, min_size=9, max_size=9, unique_by=str.casefold))
    levels = [
        draw(
            mapping(
                {
                    "id": st.just(name),
                    "title": TEXTS,
                    "required": _words("50%", "1/3", "100%", "050%"),
                },
                scope=_words("whole", "each_section"),
            )
        )
        for name in ids[:2]
    ]
    sources = [draw(mapping({"id": st.just(one), "title": TEXTS}, date=DAYS)) for one in ids[2:4]]
    citation = mapping({"source": st.sampled_from(ids[2:4])}, at=TEXTS)
    criteria = [
        draw(
            mapping(
                {
                    "id": st.just(name),
                    "level": st.just(ids[at % 2]),
                    "title": TEXTS,
                    "requirement": TEXTS,
                },
                guidance=TEXTS,
                evidence=st.lists(TEXTS, min_size=1, max_size=3),
                not_applicable_when=TEXTS,
                sources=st.lists(citation, min_size=1, max_size=2),
            )
        )
        for at, name in enumerate(ids[6:])
    ]
    sections = [
        {**draw(mapping({"id": st.just(one), "title": TEXTS}, description=TEXTS)), "criteria": held}
        for one, held in zip(ids[4:6], (criteria[:2], criteria[2:]), strict=True)
    ]
    months = st.integers(0, 999).map(str)
    head = draw(
        mapping(
            {
                "id": IDS,
                "version": IDS,
                "title": TEXTS,
                "language": _words("fr", "en", "br"),
                "in_force": st.fixed_dictionaries({"from": DAYS}, optional={"until": DAYS}),
                "validity": mapping(
                    {"years": st.integers(1, 999).map(str), "renewal_window_months": months}
                ),
            },
            description=TEXTS,
            notice=TEXTS.filter(lambda text: text.splitlines() == [text] and len(text) < 200),
        )
    )
    return Referential.build({**head, "levels": levels, "sources": sources, "sections": sections})
