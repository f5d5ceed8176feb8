"""Audits as people write them: blocks, brackets, quotes, block texts, comments everywhere."""

from dataclasses import dataclass, field
from typing import Any, Final

from hypothesis import strategies as st

from cpe_label import Audit, Finding
from cpe_label.writing.edit import AuditFile

DAY: Final = "2026-12-01"
IDS: Final = ("COO-01", "COO-02", "COO-03", "ENT-01", "X1")
_TEXTS: Final = (
    "vu",
    "Statuts, article 9",
    "a b",
    "it's so",
    "Vu : PV # 3",
    "un\ndeux",
    "fin ",
    "é",
)
_SAFE: Final = frozenset(("vu", "a b", "é"))


@dataclass
class Writer:
    """Writes plain data, with a choice at each step; every comment has a number of its own."""

    choose: Any
    comments: int = 0
    lines: list[str] = field(default_factory=list)

    def one_of(self, *choices: Any) -> Any:
        return self.choose(st.sampled_from(choices))

    def rarely(self) -> bool:
        return bool(self.one_of(False, False, False, True))

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}: [x] \"'"

    def behind(self) -> str:
        return f"  {self.comment()}" if self.rarely() else ""

    def above(self, indent: int) -> None:
        if self.rarely():
            self.lines.append(" " * self.one_of(indent, 0, indent + 4) + self.comment())
        if self.rarely():
            self.lines.append(self.one_of("", "", "  "))

    def text(self, value: str, *, in_brackets: bool) -> str:
        styles = ["double"]
        if "\n" not in value:
            styles.append("single")
        if (
            value in _SAFE
            or value.replace("-", "").replace("_", "").isalnum()
            or (value == "Statuts, article 9" and not in_brackets)
        ):
            styles.append("plain")
        written = {
            "double": '"' + value.replace("\n", "\\n") + '"',
            "single": "'" + value.replace("'", "''") + "'",
            "plain": value,
        }
        return written[self.one_of(*styles)]

    def brackets(self, value: Any, indent: int) -> str:
        if value is None:
            return str(self.one_of("", "~", "null"))
        if isinstance(value, str):
            return self.text(value, in_brackets=True)
        signs, pieces = "[]", [self.brackets(one, indent) for one in value]
        if isinstance(value, dict):
            signs = "{}"
            keys = [self.one_of(key, key, f'"{key}"') for key in value]
            pieces = [
                f"{k}: {self.brackets(v, indent)}"
                for k, v in zip(keys, value.values(), strict=False)
            ]
        comma = "," if pieces and self.rarely() else ""
        if not self.rarely():
            return signs[0] + ", ".join(pieces) + comma + signs[1]
        start = "\n" + " " * (indent + 4)
        inside = "".join(
            f"{start}{piece}{',' if i < len(pieces) else comma}{self.behind()}"
            for i, piece in enumerate(pieces, 1)
        )
        return f"{signs[0]}{self.behind()}{inside}\n{' ' * (indent + 2)}{signs[1]}"

    def mapping(self, data: dict[str, Any], indent: int) -> None:
        for key, value in data.items():
            self.above(indent)
            self.key(f"{' ' * indent}{self.one_of(key, key, key, repr(key))}:", value, indent)

    def key(self, start: str, value: Any, indent: int) -> None:
        if value is None:
            self.lines.append(start + self.one_of("", " ~", " null") + self.behind())
        elif isinstance(value, str):
            self.block_or_text(start, value, indent)
        elif not value or self.one_of(True, False):
            self.lines.append(f"{start} {self.brackets(value, indent)}{self.behind()}")
        elif isinstance(value, dict):
            self.lines.append(start + self.behind())
            self.mapping(value, indent + self.one_of(1, 2, 4))
        else:
            self.lines.append(start + self.behind())
            self.items(value, indent + self.one_of(0, 2, 4))

    def items(self, values: list[Any], indent: int) -> None:
        for value in values:
            self.above(indent)
            self.lines.append(f"{' ' * indent}- {self.brackets(value, indent)}{self.behind()}")

    def block_or_text(self, start: str, value: str, indent: int) -> None:
        ways = ("text", "text", "below", "block") if value in _TEXTS else ("text", "below")
        how = self.one_of(*ways)
        inside = " " * (indent + 3)
        if how == "block" and not value.startswith(" "):
            sign = self.one_of("|", "|-", "|+", ">-", ">+")
            self.lines.append(f"{start} {sign}{self.behind()}")
            self.lines += [inside + line for line in value.split("\n")]
            self.lines += [""] * self.one_of(0, 0, 1, 2)
        elif how == "below":
            self.lines += [start + self.behind(), inside + self.text(value, in_brackets=False)]
        else:
            self.lines.append(f"{start} {self.text(value, in_brackets=False)}{self.behind()}")


def _texts() -> st.SearchStrategy[str]:
    return st.sampled_from(_TEXTS)


def _maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def _some(keys: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keys)


_ACTIONS: Final = _some({"owner": _texts(), "due": st.just(DAY)})
_FINDINGS: Final = _some(
    {
        "status": _maybe(st.sampled_from(["met", "not_met"])),
        "evidence": _maybe(_texts() | st.lists(_texts(), max_size=3)),
        "comment": _maybe(_texts()),
        "action": _maybe(_ACTIONS),
        "justification": _maybe(_texts()),
    }
)
_EVENTS: Final = st.lists(
    st.fixed_dictionaries(
        {"event": st.sampled_from(["suspended", "reinstated"]), "on": st.just(DAY)},
        optional={"reason": _texts()},
    ),
    max_size=2,
)
_LAST: Final = _some(
    {
        "findings": _maybe(st.dictionaries(st.sampled_from(IDS), _maybe(_FINDINGS), max_size=4)),
        "opinion": _maybe(_texts()),
        "previous": _maybe(st.just({"last_day": DAY})),
        "decision": _maybe(
            st.fixed_dictionaries(
                {"outcome": st.just("granted"), "decided_on": st.just(DAY)},
                optional={"reason": _texts()},
            )
        ),
        "events": _maybe(_EVENTS),
    }
)
_FIRST: Final = {
    "format": "cpe-label/audit/1",
    "referential": {"id": "essai", "version": "1"},
    "organisation": {"name": "Exemple"},
    "kind": "audit",
    "audited_on": {"from": DAY},
}


@st.composite
def handwritten(draw: Any) -> str:
    """The text of an audit."""
    writer = Writer(draw)
    data = _FIRST | draw(_LAST)
    if draw(st.integers(0, 9)) == 0:
        return writer.brackets(data, 0) + "\n"
    writer.mapping(data, 0)
    for key in ("decision", "events"):
        if key not in data and writer.rarely():
            writer.lines.append(f"#{key}: {writer.comment()}")
    text = "\n".join(writer.lines) + writer.one_of("\n", "\n", "", "\n\n", "\n...\n")
    text = writer.one_of("", "", "---\n") + text
    return text.replace("\n", writer.one_of("\n", "\n", "\r\n", "\r"))


_KEYS: Final = {
    "status": _maybe(st.sampled_from(["met", "not_met"])),
    "evidence": _maybe(st.lists(_texts(), max_size=4)),
    "comment": _maybe(_texts() | st.just("mot " * 40 + "fin")),
    "action": _maybe(_ACTIONS),
    "recommendation": _maybe(_texts()),
}
CHANGES: Final = st.one_of(
    st.tuples(st.just("finding"), st.sampled_from((*IDS, "COO-04", "N")), _some(_KEYS)),
    st.tuples(
        st.just("decision"),
        st.none(),
        st.fixed_dictionaries(
            {"outcome": st.sampled_from(["granted", "refused"]), "decided_on": st.just(DAY)},
            optional={"reason": _maybe(_texts())},
        ),
    ),
    st.tuples(
        st.just("event"),
        st.none(),
        st.fixed_dictionaries(
            {"event": st.just("withdrawn"), "on": st.just(DAY)}, optional={"reason": _texts()}
        ),
    ),
    st.tuples(
        st.just("previous"),
        st.none(),
        st.fixed_dictionaries(
            {"last_day": st.just("2026-12-02")}, optional={"state": st.just("suspended")}
        ),
    ),
)
"""A method of a file, the criterion if there is one, and the keys."""


def apply(file: AuditFile, change: tuple[str, str | None, dict[str, Any]]) -> None:
    name, criterion, keys = change
    getattr(file, name)(*([criterion] if criterion else []), **keys)


def wanted(audit: Audit, change: tuple[str, str | None, dict[str, Any]]) -> Audit:
    """The changed value, by `model_copy` alone."""
    name, criterion, keys = change
    if name == "event":
        here = audit.model_copy(update={"events": [keys]}).events
        return audit.model_copy(update={"events": [*audit.events, *here]})
    if name != "finding":
        return audit.model_copy(update={name: keys})
    assert criterion is not None
    finding = audit.findings.get(criterion, Finding())
    before = {key: getattr(finding, key) for key in finding.model_fields_set}
    left = {key: one for key, one in {**before, **keys}.items() if one is not None}
    if keys.get("action") == {}:
        del left["action"]
    return audit.model_copy(update={"findings": {**audit.findings, criterion: left}})
