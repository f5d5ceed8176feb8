"""A first file: apply the fixes, write what the other messages say, check again."""

from collections.abc import Callable, Mapping
from typing import Final

from cpe_label import Audit, Problem, check, load_referentials
from cpe_label.problems.fix import Change, applied
from cpe_label.problems.problem import is_error
from cpe_label.problems.source import lines_of
from cpe_label.reading.document import read_document

MOST_ROUNDS: Final = 3


def problems_in(text: str) -> list[Problem]:
    """Every error that `check` shows for an audit."""
    document = read_document(text, "audit.yaml")
    found = [one for one in document.problems if is_error(one)]
    if not found and isinstance(document.value, Audit):
        found = [one for one in check(document.value, load_referentials()) if is_error(one)]
    return found


def corrected(text: str, problems: list[Problem], words: Mapping[str, str]) -> str:
    """The text with every fix, and with what each other message says to write."""
    changes: dict[Change, None] = {}
    for one in problems:
        if one.fix:
            made = [Change(edit.start, edit.end, edit.new) for edit in one.fix.edits]
        else:
            made = [_by_hand(text, one, words)]
        changes |= dict.fromkeys(made)
    return applied(text, changes)


def rounds(text: str, words: Mapping[str, str]) -> list[list[str]]:
    """The problems that each check shows until there is none; at most one round too many.

    `words` is what the person writes for what only they know, by what stood there.
    """
    shown = []
    while len(shown) <= MOST_ROUNDS and (problems := problems_in(text)):
        shown.append([one.text() for one in problems])
        text = corrected(text, problems, words)
    return shown


def _by_hand(text: str, one: Problem, words: Mapping[str, str]) -> Change:
    assert one.line is not None, one.text()
    assert one.column is not None, one.text()
    lines = lines_of(text)
    start = sum(len(line) + 1 for line in lines[: one.line - 1]) + one.column - 1
    rest = lines[one.line - 1][one.column - 1 :]
    if told := next((one for one in words.items() if rest.startswith(one[0])), None):
        return Change(start, start + len(told[0]), told[1])
    written = next((write for what, write in _WRITTEN.items() if what(one)), None)
    assert written, f"no message tells what to write instead: {one.text()}"
    return Change(start, start + len(rest), written(rest, one))


def _near(rest: str, one: Problem) -> str:
    """« Did you mean … ? »: what is meant, in the place of what was written."""
    wrong = str(one.arguments.get("value", one.arguments.get("key")))
    return rest.replace(wrong, str(one.arguments["near"]), 1)


_WRITTEN: Final[dict[Callable[[Problem], object], Callable[[str, Problem], str]]] = {
    lambda one: one.arguments.get("near"): _near,
    lambda one: one.code == "Y051": lambda rest, _: f"{{{rest}}}",
}
"""What a person writes for a problem that has no fix, by what its message shows."""
