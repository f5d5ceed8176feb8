"""Many audits, one in each line: each becomes the line of its record, or of its problems."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..model.audit import Audit
from ..model.light import LightAudit
from ..model.referential import Referential
from ..problems.exceptions import DataError
from ..problems.formats.json import problem_line
from ..problems.problem import Problem, is_error, sorted_problems
from ..record.evaluation import record_text
from ..record.line import RecordLines
from ..rules.compiled import Compiled, Counted
from ..rules.evaluation import Evaluation
from ..rules.referential_checks import check_referential
from ..text.arguments import expect_language, expects
from ..text.typography import Language
from .discovery import numbered
from .document import Document, read_line, value_of
from .referentials import Referentials, assess, shipped
from .sound_line import light_audit
from .told_with import told_with


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an audit gives: its evaluation, or None where it has none, and its problems."""

    evaluation: Evaluation | None
    problems: tuple[Problem, ...]

    @property
    def warnings(self) -> int:
        """How many problems an audit has that was evaluated."""
        return len(self.problems)

    def line(
        self, on: date | None = None, language: Language | None = None, words: Language = "en"
    ) -> str:
        """The record in one line, or the problems, in `words`; see `evaluate_lines`."""
        if self.evaluation is None:
            return problem_line(self.problems, words)
        chosen = language or self.evaluation.referential.report_language
        return record_text(self.evaluation, chosen, on=on, indent=None)


@dataclass(frozen=True, slots=True)
class CountedOutcome:
    """The same of an audit that was only counted: its evaluation names no criterion."""

    light: LightAudit
    counted: Counted
    compiled: Compiled

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation, with placeholders for the identifiers of criteria."""
        return self.counted.evaluation

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The warnings are counted alone."""
        return ()

    @property
    def warnings(self) -> int:
        """How many warnings the audit has."""
        return self.counted.warnings

    def line(
        self,
        on: date | None = None,
        language: Language | None = None,
        words: Language = "en",  # noqa: ARG002  it has no problem to say
    ) -> str:
        """The record in one line."""
        chosen = language or self.evaluation.referential.report_language
        return _records(self.compiled, chosen).record(self.light, self.counted, on) + "\n"


def outcome_of(document: Document, referentials: Referentials | Referential | None) -> Outcome:
    """Evaluate the audit in a document; what prevents it is in the outcome."""
    try:
        document = told_with(document, _named_in(referentials))
        assessment = assess(value_of(document, Audit), referentials)
        evaluation = assessment.evaluation
    except DataError as error:
        return Outcome(None, error.problems)
    return Outcome(evaluation, sorted_problems((*document.problems, *assessment.problems)))


def _named_in(
    referentials: Referentials | Referential | None,
) -> Callable[[Audit], Referential]:
    if isinstance(referentials, Referential):
        return lambda _: referentials
    return (shipped() if referentials is None else referentials).of


class Lines:
    """The audits of one source, a line of JSON each."""

    def __init__(self, referentials: Referentials | Referential | None, source: str) -> None:
        self._referentials = shipped() if referentials is None else referentials
        self.source = source

    def outcome(self, content: str | bytes, number: int) -> Outcome | CountedOutcome:
        """Evaluate the audit in a line; `number` is that of the line."""
        if counted := self.counted(content):
            return counted
        return outcome_of(read_line(content, self.source, number), self._referentials)

    def counted(self, content: str | bytes) -> CountedOutcome | None:
        """Count the audit in a line, where that is enough to know all of it."""
        try:
            light = light_audit(content.encode() if isinstance(content, str) else content)
            if light is None:
                return None
            referential, versions = self._versions(light.audit)
        except (UnicodeEncodeError, DataError):
            return None
        if any(map(is_error, check_referential(referential))):
            return None
        compiled = referential.once(Compiled)
        counted = compiled.count(light, versions)
        return CountedOutcome(light, counted, compiled) if counted else None

    def _versions(self, audit: Audit) -> tuple[Referential, tuple[Referential, ...]]:
        """The referential of an audit, and all its known versions."""
        known = self._referentials
        if isinstance(known, Referential):
            return known, (known,)
        return known.of(audit), tuple(known.values())


@lru_cache(maxsize=16)
def _records(compiled: Compiled, language: Language) -> RecordLines:
    return RecordLines(compiled, language)


@expects(lines=Iterable, referentials=Referentials | Referential | None, source=str, on=date | None)
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
    that of problems. Raises ValueError for another language.
    """
    expect_language(language)
    expect_language(words)
    audits = Lines(referentials, source)
    return [
        audits.outcome(content, number).line(on, language, words).rstrip("\n")
        for number, content in numbered(lines, first_line)
    ]
