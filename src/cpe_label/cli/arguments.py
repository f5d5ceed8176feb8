"""The arguments of every command.

`COMMANDS` has a row for each command. The names that `--format`, `--kind` and `schema` accept are
those of the tables that do the work: to add a format, write its function and its row there.
"""

import argparse
import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from .._version import __version__
from ..text.typography import LANGUAGES, Language
from .days import day_given
from .usage import Parser, heading, sentence, words

Names = Callable[[], Iterable[str]]
"""Returns the names in a table. The table is imported only for the command that needs it."""


def _of_evaluations() -> Iterable[str]:
    from .evaluation_formats import FORMATS

    return FORMATS


def _of_comparisons() -> Iterable[str]:
    from .commands.compare import FORMATS

    return FORMATS


def _of_networks() -> Iterable[str]:
    from ..reports.network import FORMATS

    return FORMATS


def _of_problems() -> Iterable[str]:
    from ..problems.formats import FORMATS

    return FORMATS


def _of_reports() -> Iterable[str]:
    from ..reports.formats import FORMATS

    return FORMATS


def _kinds_of_reports() -> Iterable[str]:
    from ..reports.kinds import KINDS

    return KINDS


def _kinds_of_files() -> Iterable[str]:
    from ..record.schema import KINDS

    return KINDS


SHELLS: Final = ("bash", "zsh", "fish")
"""The shells that `completion` writes a script for."""


def _shells() -> Iterable[str]:
    return SHELLS


def _count(language: Language, written: str) -> int:
    if re.fullmatch("[0-9]{1,9}", written):
        return int(written)
    raise argparse.ArgumentTypeError(words("wrong_count", language, value=written))


def _jobs(language: Language, written: str) -> int:
    wanted = _count(language, written)
    if wanted:
        return wanted
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # a system that does not say which cores are ours


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument, as argparse takes it."""

    names: tuple[str, ...]
    about: str
    """What it is, as a key of `CLI`."""
    settings: dict[str, Any]
    known: Names | None = None
    """The names that its help lists."""
    only_known: bool = True
    """Whether argparse refuses other names, or the command does."""
    type: Callable[[Language, str], object] | None = None

    def add_to(self, parser: Parser, **more: Any) -> None:
        """Add it to a parser, in the language of the parser."""
        language, settings = parser.language, {**self.settings, **more}
        known = tuple(self.known()) if self.known else ()
        if known and self.only_known:
            settings["choices"] = known
        if self.type:
            settings["type"] = partial(self.type, language)
        parser.add_argument(*self.names, help=words(self.about, language, known=known), **settings)


def _input(name: str, about: str, known: Names | None = None, **settings: Any) -> _Argument:
    return _Argument((name,), about, settings, known)


_OUTPUT: Final = ("-o", "--output")
_YES: Final = {"action": "store_true"}
# `--lang` may stand before the command or after it. A command without it keeps the one before.
_LANGUAGES: Final = {"choices": LANGUAGES, "default": argparse.SUPPRESS}

_PLACES: Final = _Argument(
    ("-r", "--referential"),
    "referentials",
    {"dest": "places", "metavar": "FILE|DIR", "action": "append", "default": []},
)
_CHECK_PLACES: Final = _Argument(_PLACES.names, "places", _PLACES.settings)
_FORMAT: Final = _Argument(("--format",), "evaluation_format", {}, _of_evaluations)
_PROBLEM_FORMAT: Final = _Argument(("--format",), "format", {"default": "text"}, _of_problems)
_REPORT_FORMAT: Final = _Argument(
    ("--format",), "report_format", {"metavar": "FORMAT"}, _of_reports, only_known=False
)
_KIND: Final = _Argument(("--kind",), "report_kind", {"default": "audit"}, _kinds_of_reports)
_TEMPLATE: Final = _Argument(("--template",), "template", {"metavar": "FILE"})
_STRICT: Final = _Argument(("--strict",), "strict", _YES)
_SKIP: Final = _Argument(("--skip-others",), "skip_others", _YES)
_FIX: Final = _Argument(("--fix",), "fix", _YES)
_MOST: Final = _Argument(("--max-problems",), "most", {"dest": "most", "metavar": "N"}, type=_count)
_AGAINST: Final = _Argument(("--against",), "against", {"metavar": "OLD"})
_EXPLAIN: Final = _Argument(("--explain",), "explain", {"metavar": "CODE"})
_JOBS: Final = _Argument(("--jobs",), "jobs", {"metavar": "N", "default": 1}, type=_jobs)
_ON: Final = _Argument(("--on",), "on", {"metavar": "DATE"}, type=day_given)
_FILE: Final = _Argument(_OUTPUT, "output", {"metavar": "FILE"})
_NEW_FILE: Final = _Argument(_OUTPUT, "new_output", {"metavar": "FILE"})
_FILE_OR_FOLDER: Final = _Argument(_OUTPUT, "report_output", {"metavar": "FILE|DIR"})
_FORCE: Final = _Argument(("--force",), "force", _YES)
_PREVIOUS: Final = _Argument(("--previous",), "previous", {"metavar": "FILE"})
_FROM: Final = _Argument(("--from",), "from", {"dest": "former", "metavar": "AUDIT"})
_AUDITS: Final = _Argument(("--audits",), "simulated", {"metavar": "DIR"})
_SAME: Final = _Argument(
    ("--same",), "same", {"metavar": "ID", "action": "extend", "nargs": "+", "default": []}
)
_COMPARISON_FORMAT: Final = _Argument(("--format",), "comparison_format", {}, _of_comparisons)
_EXIT_CODE: Final = _Argument(("--exit-code",), "exit_code", _YES)
_DRY_RUN: Final = _Argument(("--dry-run",), "dry_run", _YES)
_REASON: Final = _Argument(("--reason",), "reason", {"metavar": "TEXT"})
_DECIDED_ON: Final = _Argument(_ON.names, "decided_on", _ON.settings, type=day_given)
_HAPPENED_ON: Final = _Argument(_ON.names, "happened_on", _ON.settings, type=day_given)
_SESSION: Final = _Argument(("--session",), "session", {"metavar": "FILE"})
_SESSION_FOLDER: Final = _Argument(_OUTPUT, "session_output", {"metavar": "DIR"})
_SESSION_FORCE: Final = _Argument(_FORCE.names, "session_force", _YES)
_MEMBERS: Final = _Argument(
    ("--members",), "members", {"metavar": "FILE", "action": "append", "default": []}
)
_CHECKED_MEMBERS: Final = _Argument(_MEMBERS.names, "checked_members", _MEMBERS.settings)
_LABEL: Final = _Argument(("--label",), "label", {"metavar": "ID"})
_NETWORK_ON: Final = _Argument(_ON.names, "network_on", _ON.settings, type=day_given)
_PUBLIC: Final = _Argument(("--public",), "public", _YES)
_NETWORK_FORMAT: Final = _Argument(("--format",), "network_format", {}, _of_networks)
_CONVERTED: Final = _Argument(_OUTPUT, "converted_output", {"metavar": "OUT", "required": True})
_CONVERTED_LANG: Final = _Argument(("--lang",), "converted_lang", _LANGUAGES)
_LANG: Final = _Argument(("--lang",), "lang", _LANGUAGES)
_REPORT_LANG: Final = _Argument(("--lang",), "report_lang", _LANGUAGES)


def _choices(dest: str, *words: str) -> tuple[_Argument, ...]:
    """An option for each word, of which a command takes one; `dest` holds those that were given."""
    given = {"dest": dest, "action": "append_const", "default": []}
    return tuple(_Argument((f"--{word}",), word, {**given, "const": word}) for word in words)


COMMANDS: Final[dict[str, tuple[_Argument, ...]]] = {
    "check": (
        _input("files", "files", metavar="FILE", nargs="*"),
        *(_CHECK_PLACES, _PROBLEM_FORMAT, _CHECKED_MEMBERS, _FIX, _STRICT, _SKIP, _MOST, _AGAINST),
        *(_EXPLAIN, _LANG),
    ),
    "evaluate": (
        _input("audits", "audits", metavar="AUDIT", nargs="+"),
        *(_PLACES, _FORMAT, _ON, _JOBS, _LANG),
    ),
    "verify": (
        _input("record", "record", metavar="RECORD"),
        _input("audit", "audit", metavar="AUDIT"),
        *(_PLACES, _PROBLEM_FORMAT, _MOST, _LANG),
    ),
    "report": (
        _input("audit", "reported", metavar="AUDIT"),
        *(_PLACES, _KIND, _REPORT_FORMAT, _TEMPLATE, _FILE_OR_FOLDER, _FORCE, _ON, _PREVIOUS),
        *(_JOBS, _REPORT_LANG),
    ),
    "new": (
        _input("referential", "which", metavar="REFERENTIAL"),
        *(_PLACES, _FROM, _NEW_FILE, _FORCE, _LANG),
    ),
    "convert": (
        _input("input", "converted", metavar="IN"),
        *(_PLACES, _CONVERTED, _FORCE, _CONVERTED_LANG),
    ),
    "decide": (
        _input("audits", "decided", metavar="AUDIT", nargs="+"),
        *_choices("outcomes", "granted", "refused", "adjourned"),
        *(_DECIDED_ON, _REASON, _SESSION, _PLACES, _SESSION_FOLDER, _SESSION_FORCE, _DRY_RUN),
        _REPORT_LANG,
    ),
    "event": (
        _input("audit", "changed", metavar="AUDIT"),
        *_choices("events", "suspended", "reinstated", "withdrawn"),
        *(_HAPPENED_ON, _REASON, _PLACES, _DRY_RUN, _LANG),
    ),
    "network": (
        _input("folders", "network_folders", metavar="DIR", nargs="+"),
        *(_PLACES, _MEMBERS, _LABEL, _NETWORK_ON, _PUBLIC, _NETWORK_FORMAT, _FILE, _FORCE),
        _REPORT_LANG,
    ),
    "compare": (
        _input("old", "compared_old", metavar="OLD"),
        _input("new", "compared_new", metavar="NEW"),
        *(_PLACES, _AUDITS, _SAME, _COMPARISON_FORMAT, _EXIT_CODE, _FILE, _FORCE, _REPORT_LANG),
    ),
    "schema": (
        _input("kind", "kind", _kinds_of_files, metavar="KIND"),
        *(_FILE, _FORCE, _LANG),
    ),
    "completion": (_input("shell", "shell", _shells, metavar="SHELL"), _LANG),
}
"""What each command takes. The command itself is the module of its name in `commands`."""


def parser(language: Language, words_given: Sequence[str] = ()) -> Parser:
    """The parser of the whole command line; of one command alone, if the words start with it."""
    asked = [name for name in COMMANDS if name in words_given[:1]] or COMMANDS
    about = f"{words('about', language)}\n\n{words('exits', language)}"
    main = Parser(prog="cpe-label", language=language, description=about)
    version = f"cpe-label {__version__}"
    main.add_argument(
        "--version", action="version", version=version, help=words("version", language)
    )
    _LANG.add_to(main, default=None)
    commands = main.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=heading("commands", language)
    )
    for name in asked:
        commands.add_parser(
            name,
            language=language,
            command=name,
            fill=partial(_fill, COMMANDS[name]),
            help=words(name, language),
            description=sentence(words(name, language)),
        )
    return main


def _fill(arguments: Iterable[_Argument], command: Parser) -> None:
    for argument in arguments:
        argument.add_to(command)
