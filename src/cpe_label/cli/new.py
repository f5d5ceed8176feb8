"""`cpe-label new`: an audit to fill in."""

import os
from argparse import Namespace
from pathlib import Path

from ..exchange.form import blank_audit
from ..loading import Shelf, load_referential
from ..rendering import spoken
from .door import Door
from .exits import Exit
from .files import write_file
from .named import shelf_of


def run(arguments: Namespace, door: Door) -> Exit:
    """Write a blank audit of a referential, named by its file or by its identifier."""
    wanted = arguments.referential
    shelf = shelf_of(arguments.places)
    if os.path.exists(wanted) or wanted.endswith((".yaml", ".yml", ".json")):
        shelf = Shelf([wanted])
        referential = load_referential(wanted)
    else:
        referential = shelf.named(wanted)
    text = blank_audit(referential, arguments.lang or spoken(referential))
    if arguments.output is None:
        door.result(text)
    else:
        write_file(Path(arguments.output), text, force=arguments.force, read=shelf.files())
        door.talk("written", file=arguments.output)
    return Exit.DONE
