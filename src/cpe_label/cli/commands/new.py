"""`cpe-label new`: an audit to fill in."""

import os
from argparse import Namespace
from pathlib import Path

from ...reading.document import load_referential
from ...reading.referentials import Referentials
from ...writing.atomic import write_file
from ...writing.blank_audit import blank_audit
from ..console import Console
from ..exit_codes import Exit
from ..inputs import referentials_in


def run(arguments: Namespace, console: Console) -> Exit:
    """Write an audit to fill in, for a referential that is given by its file or its identifier."""
    wanted = arguments.referential
    referentials = referentials_in(arguments.places)
    if os.path.exists(wanted) or wanted.endswith((".yaml", ".yml", ".json")):
        referentials = Referentials([wanted])
        referential = load_referential(wanted)
    else:
        referential = referentials.named(wanted)
    text = blank_audit(referential, arguments.lang or referential.report_language)
    if arguments.output is None:
        console.result(text)
    else:
        write_file(Path(arguments.output), text, force=arguments.force, read=referentials.files())
        console.status("written", file=arguments.output)
    return Exit.DONE
