"""`cpe-label network`: a whole network on a day."""

import os
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ...model.audit import Audit
from ...model.members import Members
from ...problems.exceptions import DataError
from ...problems.problem import sorted_problems
from ...problems.report import MOST_SHOWN
from ...reading.document import BESIDE_AUDITS, Document, value_of
from ...reading.networks import Gathering, placed, source_name
from ...reports.network import FORMATS, NetworkFormat
from ...reports.ours import is_report
from ...rules.network import Network
from ...text.display import encodable
from ...text.typography import Language
from ...writing.atomic import write_file
from ..across_files import members_named, refuse_several
from ..console import Console, today
from ..exit_codes import Exit
from ..inputs import documents_named, referentials_in
from ..problem_output import renamed, with_slashes

_NOT_THERE: Final = ("F001", "F012")
"""Problems of a name that the user gave, and not of a file in a folder."""


def run(arguments: Namespace, console: Console) -> Exit:
    """Write the network. 3 if files do not count."""
    form = _form(arguments, console)
    if form is None:
        return Exit.UNUSABLE
    members = members_in(arguments.members, console)
    network = _network(members, arguments, console)
    language = arguments.lang or _language_of(network)
    write = form.public if arguments.public and form.public else form.write
    _write(write(network, language), arguments, console)
    return Exit.OPEN if network.files.left_out else Exit.DONE


def _network(members: Members | None, arguments: Namespace, console: Console) -> Network:
    """The network of the folders. What is wrong with their files is reported."""
    gathering = Gathering(referentials_in(arguments.places), arguments.label)
    passed_over: list[str] = []
    for source, document in _documents(arguments.folders, passed_over, console):
        if isinstance(document.value, Audit) and document.is_sound:
            gathering.add(source, document.value)
        else:
            gathering.leave_out(source, document.problems)
    network = gathering.network(members, arguments.on or today())
    _report(network, passed_over, console)
    return network


def _form(arguments: Namespace, console: Console) -> NetworkFormat | None:
    """The format that is asked for; None, with a message, where there is none."""
    public = [name for name, one in FORMATS.items() if one.public]
    name = arguments.format or _format_of(arguments.output)
    if name is None:
        console.status("unknown_ending", value=arguments.output, known=tuple(FORMATS))
    elif arguments.public and name not in public:
        console.status("not_public", known=public)
    else:
        return FORMATS[name]
    return None


def _format_of(output: str | None) -> str | None:
    """The format by the ending of the file to write; text without a file."""
    if output is None:
        return "text"
    suffix = Path(output).suffix.lower()
    return next((name for name, one in FORMATS.items() if suffix in one.suffixes), None)


def members_in(names: Sequence[str], console: Console) -> Members | None:
    """The list of members that is named, if any. Its warnings are reported.

    Raises DataError with every problem of it, or if several are named.
    """
    refuse_several(names)
    if not names:
        return None
    document = members_named(names[0])
    members = value_of(document, Members)
    console.report_problems(document.problems)
    return members


def _documents(
    folders: Sequence[str], passed_over: list[str], console: Console
) -> Iterator[tuple[str, Document]]:
    """The documents of all folders that may be audits, with their names in the network.

    Raises DataError if a folder is not there, or holds nothing.
    """
    alone = folders[0] if len(folders) == 1 and os.path.isdir(folders[0]) else None
    every = (one for folder in folders for one in documents_named(folder, passed_over))
    for document in console.counted(every):
        if document.name in folders and any(one.code in _NOT_THERE for one in document.problems):
            raise DataError(document.problems)
        if document.kind not in BESIDE_AUDITS:
            yield _source(document, alone), document


def _source(document: Document, folder: str | None) -> str:
    """The name of a file relative to the folder, with `/`, and its line if it is one of several."""
    name = document.name if folder is None else os.path.relpath(document.name, folder)
    line = document.problems[0].line if document.value is None and document.problems else None
    if isinstance(document.value, Audit):
        line = document.value.source.first_line
    return encodable(source_name(with_slashes(name), line))


def _report(network: Network, passed_over: Sequence[str], console: Console) -> None:
    """Report the problems of files and across files, and how many files do not count."""
    files = (*network.files.left_out, *network.files.problems)
    found = (*(one for file in files for one in file.problems), *network.files.warnings)
    ordered = sorted_problems(found)
    shown = sorted_problems(renamed(placed(one)) for one in ordered[:MOST_SHOWN])
    console.report_problems((*shown, *ordered[MOST_SHOWN:]))
    if network.files.left_out:
        console.status("not_counted", count=len(network.files.left_out))
    if passed_over:
        console.status("passed_over", count=len(passed_over))


def _language_of(network: Network) -> Language:
    """That of the newest version."""
    return network.versions[-1].report_language if network.versions else "en"


def _write(content: str | bytes, arguments: Namespace, console: Console) -> None:
    if arguments.output is None:
        console.result(content)
        return
    read = [Path(name) for name in (*arguments.members, *arguments.folders)]
    output = Path(arguments.output)
    write_file(output, content, force=arguments.force, read=read, replaceable=is_report)
    console.status("written", file=arguments.output)
