"""Evaluate what the arguments name, document by document: here, or in several processes.

An answer is all that is left to write of one document. It is small, and can go through a pipe.
"""

import os
from collections.abc import Generator, Iterable, Iterator
from typing import NamedTuple, cast

from ..problems.problem import Problem
from ..reading.discovery import Unread, found_under, is_ours, none_under, read
from ..reading.document import BESIDE_AUDITS, Document
from ..reading.lines import CountedOutcome, Lines, outcome_of
from ..reading.referentials import Referentials
from ..rules.evaluation import Evaluation
from ..text.display import visible
from .evaluation_formats import AnyOutcome, Request, Written
from .exit_codes import Exit, of_evaluation
from .inputs import found_named, matches
from .sharing import shared, size_of, weight_of


class Asked(NamedTuple):
    """One document to evaluate."""

    found: Unread | Document
    argument: str
    """The argument that named it, or the folder that it is in."""
    in_folder: bool = False
    size: int = 0
    """In bytes, where it is known."""


class FolderEnd(NamedTuple):
    """The place where every document of a folder has been asked for."""

    folder: str


class Answer(NamedTuple):
    """What is left to write of one document."""

    name: str
    written: "Written | None" = None
    code: Exit | None = None
    """None if it is no audit."""
    problems: tuple[Problem, ...] = ()
    """Those to report."""
    warnings: int = 0
    """How many are counted alone."""
    in_folder: bool = False
    is_ours: bool = True
    """Whether it is a referential or an audit, or may be meant as one."""
    size: int = 0


Question = Asked | FolderEnd


def asked_in(names: Iterable[str]) -> Iterator[Question]:
    """Every document that the arguments name."""
    for name in names:
        yield from _asked_at(name, name)


def _asked_at(name: str, argument: str) -> Iterator[Question]:
    if os.path.isdir(name):
        for found in found_under(name):
            yield Asked(found, argument, True, size_of(found))
        yield FolderEnd(name)
    elif paths := matches(name):
        for path in paths:
            yield from _asked_at(path, argument)
    else:
        for found in found_named(name):
            yield Asked(found, argument, False, size_of(found))


class Evaluator:
    """Answers one document after another; it can be pickled, for another process."""

    def __init__(self, request: Request, referentials: Referentials) -> None:
        self._request = request
        self._referentials = referentials
        self._lines: Lines | None = None

    def __call__(self, questions: Iterable[Question]) -> list[Answer | FolderEnd]:
        """The answers to several questions."""
        return [self.answer(one) for one in questions]

    def answer(self, question: Question) -> Answer | FolderEnd:
        """Read and evaluate one document; the end of a folder is its own answer."""
        if isinstance(question, FolderEnd):
            return question
        answer = self._answer(question.found, question.argument, in_folder=question.in_folder)
        return answer._replace(in_folder=question.in_folder, size=question.size)

    def _answer(self, found: Unread | Document, argument: str, *, in_folder: bool) -> Answer:
        if counted := self._counted(found):
            return self._evaluated(counted, counted.evaluation, found)
        document = read(found)
        if in_folder and not is_ours(document):
            return Answer(document.name, is_ours=False)
        if document.kind in BESIDE_AUDITS and document.name != argument:
            return Answer(document.name)  # a folder may hold referentials beside its audits
        outcome = outcome_of(document, self._referentials)
        if outcome.evaluation is not None:
            return self._evaluated(outcome, outcome.evaluation, found)
        written = self._request.format.refused(self._request, outcome.problems, _place(found))
        reported = () if self._request.format.reports == "none" else outcome.problems
        return Answer(document.name, written, Exit.UNUSABLE, reported)

    def _counted(self, found: Unread | Document) -> CountedOutcome | None:
        """The outcome of a line, where its counts are enough for what is written."""
        if isinstance(found, Document) or found.line is None or not self._request.format.by_counts:
            return None
        if self._lines is None or self._lines.source != found.name:
            self._lines = Lines(self._referentials, found.name)
        return self._lines.counted(found.line)

    def _evaluated(
        self, outcome: AnyOutcome, evaluation: Evaluation, found: Unread | Document
    ) -> Answer:
        request = self._request
        written = request.format.evaluated(request, outcome, evaluation, _place(found))
        code = of_evaluation(evaluation)
        if request.several:
            return Answer(found.name, written, code, warnings=outcome.warnings)
        return Answer(found.name, written, code, outcome.problems)


def _place(found: Unread | Document) -> str:
    """The file as it was given, with the line if it holds an audit in each."""
    if isinstance(found, Unread) and found.line is not None:
        return f"{visible(found.name)}:{found.number}"
    return visible(found.name)


def answers(evaluator: Evaluator, names: Iterable[str], jobs: int) -> Generator[Answer]:
    """The answer to every document that the arguments name, in order.

    A folder with nothing of ours is a problem of its own.
    """
    is_empty = True
    for answer in shared(evaluator, asked_in(names), jobs, _weight):
        if isinstance(answer, Answer):
            is_empty = is_empty and not (answer.in_folder and answer.is_ours)
            yield answer
            continue
        if is_empty:
            yield from cast("list[Answer]", evaluator([Asked(none_under(answer.folder), "")]))
        is_empty = True


def _weight(question: Question) -> int:
    return weight_of(question.found) if isinstance(question, Asked) else 0
