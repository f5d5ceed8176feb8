"""`cpe-label schema`: the JSON Schema of a kind of file."""

import json
from argparse import Namespace
from pathlib import Path

from ...record.schema import schema
from ...writing.atomic import write_file
from ..console import Console
from ..exit_codes import Exit


def run(arguments: Namespace, console: Console) -> Exit:
    """Write the schema."""
    text = json.dumps(schema(arguments.kind), ensure_ascii=False, indent=2) + "\n"
    if arguments.output is None:
        console.result(text)
    else:
        write_file(Path(arguments.output), text, force=arguments.force)
        console.status("written", file=arguments.output)
    return Exit.DONE
