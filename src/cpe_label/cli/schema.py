"""`cpe-label schema`: the JSON Schema of a kind of file."""

import json
from argparse import Namespace
from pathlib import Path

from ..schema import schema
from .door import Door
from .exits import Exit
from .files import write_file


def run(arguments: Namespace, door: Door) -> Exit:
    """Write the schema."""
    text = json.dumps(schema(arguments.kind), ensure_ascii=False, indent=2) + "\n"
    if arguments.output is None:
        door.result(text)
    else:
        write_file(Path(arguments.output), text, force=arguments.force)
        door.talk("written", file=arguments.output)
    return Exit.DONE
