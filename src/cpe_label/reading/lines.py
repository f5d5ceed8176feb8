"""Many audits, one in each line: each becomes the line of its record, or of its problems."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..model.audit import Audit
from ..model.referential import Referential
from ..problems.exceptions import DataError
from ..problems.formats.json import problem_line
from ..problems.problem import Problem, sorted_problems
from ..record.evaluation import record_text
from ..rules.evaluation import Evaluation
from ..text.arguments import expects
from ..text.typography import Language
from .discovery import documents_in_lines
from .document import Document, value_of
from .referentials import Referentials, assess


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an audit gives: its evaluation, or None where it has none, and its problems."""

    evaluation: Evaluation | None
    problems: tuple[Problem, ...]

    def line(
        self, on: date | None = None, language: Language | None = None, words: Language = "en"
    ) -> str:
        """The record in one line, or the problems, in `words`; see `evaluate_lines`."""
        if self.evaluation is None:
            return problem_line(self.problems, words)
        chosen = language or self.evaluation.referential.report_language
        return record_text(self.evaluation, chosen, on=on, indent=None)


def outcome_of(document: Document, referentials: Referentials | Referential | None) -> Outcome:
    """Evaluate the audit in a document; what prevents it is in the outcome."""
    try:
        assessment = assess(value_of(document, Audit), referentials)
        evaluation = assessment.evaluation
    except DataError as error:
        return Outcome(None, error.problems)
    return Outcome(evaluation, sorted_problems((*document.problems, *assessment.problems)))


@expects(referentials=Referentials | Referential | None)
def evaluate_lines(  # noqa: PLR0913  each choice of `evaluate --format jsonl`
    lines: Iterable[str | bytes],
    referentials: Referentials | Referential | None = None,
    *,
    source: str = "<lines>",
    first_line: int = 1,
    on: date | None = None,
    language: Language | None = None,
    words: Language = "en",
) -> list[str]:
    """Evaluate audits, each a line of JSON; returns a line of JSON for each, without its end.

    The line is the record of `evaluate --format jsonl`. For an audit that cannot be evaluated it
    has the format `cpe-label/problems/1`, and its problems have the number of their line. An empty
    line is left out, and counted. No exception comes from a line, whatever it holds.

    `source` names the lines in problems, and `first_line` is the number of the first one: with it
    a long file can be given in pieces, also to the processes of a pool. `on` is the day whose state
    of the label is recorded; `language` is that of records (None: the referential's own), `words`
    that of problems.
    """
    return [
        outcome_of(document, referentials).line(on, language, words).rstrip("\n")
        for document in documents_in_lines(lines, source, first_line)
    ]
