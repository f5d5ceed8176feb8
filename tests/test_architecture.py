"""The house: rooms in one order, third parties in few rooms, and inner rooms that touch nothing."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.rooms import CORE, ROOMS

import cpe_label

PACKAGE = Path(cpe_label.__file__).parent

RANK = {room: number for number, room in enumerate(ROOMS)}
FOR_ALL = {"_frozen", "_version"}
"""Modules of the root that every room may import."""
MOST_AT_THE_ROOT = 6

PYDANTIC = {"pydantic", "pydantic_core"}
THIRD_PARTIES = {
    "model": PYDANTIC,
    "record": PYDANTIC,
    "reading": PYDANTIC | {"yaml", "python_calamine"},
    "writing": {"xlsxwriter"},
    "reports": {"icalendar", "jinja2", "typst"},
    "cli": {"shtab"},
}
"""What a room may import beside the standard library; a room that is not here imports nothing."""

FORBIDDEN_MODULES = {
    *("os", "io", "pathlib", "shutil", "glob", "fileinput", "tempfile", "subprocess", "socket"),
    *("random", "secrets", "time", "logging"),
}
FORBIDDEN_NAMES = {
    *("open", "print", "input", "today", "now", "utcnow", "fromtimestamp"),
    *("read_bytes", "write_text", "write_bytes"),
}
CLOCKS = {"today", "now", "utcnow", "fromtimestamp", "utcfromtimestamp", "st_mtime", "getmtime"}

FILES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = PACKAGE / "reports" / "templates"


def module_of(path: Path) -> str:
    """The name of a module inside the package: `rules.scoring`, and `cli` for its `__init__`."""
    name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    return name.removesuffix(".__init__")


SOURCES = {module_of(path): path.read_text("utf-8") for path in FILES}
PACKAGES = {module_of(path) for path in FILES if path.name == "__init__.py"}


def room_of(module: str) -> str:
    return module.partition(".")[0]


INSIDE = [module for module in SOURCES if room_of(module) in ROOMS]
INNER = [module for module in INSIDE if room_of(module) in CORE]


def imports(module: str, code: str) -> Iterator[str]:
    """Each name that a module imports, anywhere in it, even for type checkers alone."""
    parents = ["cpe_label", *(module.split(".") if module != "__init__" else [])]
    package = parents if module in PACKAGES else parents[:-1]
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = [*base, *([node.module] if node.module else [])]
            yield from (".".join([*start, alias.name]) for alias in node.names)


def modules_used(module: str, code: str) -> set[str]:
    """The modules of the package that a module imports, or imports a name from."""
    used = set()
    for name in imports(module, code):
        parts = name.split(".")
        if parts[0] == "cpe_label" and len(parts) > 1:
            whole, within = ".".join(parts[1:]), ".".join(parts[1:-1])
            used.add(whole if whole in SOURCES or not within else within)
    return used - {module}


def upwards(module: str, code: str) -> set[str]:
    """The modules that a module may not import: those of a later room, and of the root."""
    here = RANK[room_of(module)]
    used = modules_used(module, code) - FOR_ALL
    return {one for one in used if RANK.get(room_of(one), len(ROOMS)) > here}


def third_parties(module: str, code: str) -> set[str]:
    names = {name.split(".")[0] for name in imports(module, code)}
    return names - set(sys.stdlib_module_names) - {"cpe_label"}


def strangers(module: str, code: str) -> set[str]:
    """The third parties that a module may not import."""
    return third_parties(module, code) - THIRD_PARTIES.get(room_of(module), set())


def touches(module: str, code: str) -> set[str]:
    """What a module does to the world outside; the data packaged beside it may be read."""
    nodes = list(ast.walk(ast.parse(code)))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    called = {
        call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        for call in calls
    }
    found = called & FORBIDDEN_NAMES
    found |= {name.split(".")[0] for name in imports(module, code)} & FORBIDDEN_MODULES
    places = [
        ast.unparse(call) for call in calls if ast.unparse(call.func).split(".")[-1] == "files"
    ]
    found |= set(places) - {"files(__package__)"}
    return found | ({"read_text"} & called if not places else set())


def clocks(code: str) -> set[str]:
    """Every name of a clock in a piece of code, called or only handed on."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute):
            found |= {node.attr} & CLOCKS
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & {"time"}
        elif isinstance(node, ast.ImportFrom) and {one.name for one in node.names} != {"sleep"}:
            found |= {str(node.module)} & {"time"}  # to wait is to ask no clock
    return found


# ── The order of the rooms ───────────────────────────────────────────────────────────────────────


def test_contributors_read_of_the_same_rooms() -> None:
    text = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE) == ROOMS


def test_the_package_has_these_rooms_and_few_modules_beside_them() -> None:
    folders = {path.parent for path in FILES if path.parent.parent == PACKAGE}
    assert {folder.name for folder in folders} == set(ROOMS)
    assert len([path for path in FILES if path.parent == PACKAGE]) <= MOST_AT_THE_ROOT


@pytest.mark.parametrize("module", INSIDE)
def test_imports_only_go_to_earlier_rooms(module: str) -> None:
    assert upwards(module, SOURCES[module]) == set()


def test_modules_for_all_import_nothing_of_the_package() -> None:
    for module in FOR_ALL:
        assert modules_used(module, SOURCES[module]) <= {"text.serialization"}


def test_the_root_imports_rooms_only_when_they_are_needed() -> None:
    """`import cpe_label` reads the version and no room; the table of names does the rest."""
    assert modules_used("__init__", SOURCES["__init__"]) == {"_version"}
    assert modules_used("__main__", SOURCES["__main__"]) == {"cli"}


def test_no_circle() -> None:
    """The modules of each room can be put in an order in which each uses only those before it."""
    uses = {
        module: {
            one
            for one in modules_used(module, SOURCES[module])
            if one in INSIDE and not module.startswith(f"{one}.")
        }
        for module in INSIDE
    }
    placed: set[str] = set()
    while uses:
        free = {module for module, used in uses.items() if used <= placed}
        assert free, f"in a circle: {sorted(uses)}"
        placed |= free
        uses = {module: used for module, used in uses.items() if module not in free}


# ── What a room may touch ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("module", SOURCES)
def test_third_parties_stay_in_their_rooms(module: str) -> None:
    assert strangers(module, SOURCES[module]) == set()


def test_extras_are_imported_in_one_place_and_jinja_by_formats_alone() -> None:
    extras = ("python_calamine", "typst", "jinja2", "shtab", "icalendar", "xlsxwriter")
    users: dict[str, list[str]] = {name: [] for name in extras}
    for module, code in SOURCES.items():
        for name in third_parties(module, code) & set(users):
            users[name].append(module)
    assert users["typst"] == ["reports.formats.pdf"]
    assert users["icalendar"] == ["reports.formats.ics"]
    assert users["xlsxwriter"] == ["writing.spreadsheet.xlsx"]
    assert users["python_calamine"] == ["reading.spreadsheet.cells"]
    assert users["shtab"] == ["cli.commands.completion"]
    assert users["jinja2"]
    assert all(module.startswith("reports.formats.") for module in users["jinja2"])


@pytest.mark.parametrize("module", INNER)
def test_inner_rooms_touch_nothing(module: str) -> None:
    assert touches(module, SOURCES[module]) == set()


def test_only_the_console_knows_today() -> None:
    knows = {module: clocks(code) for module, code in SOURCES.items()}
    assert {name: found for name, found in knows.items() if found} == {
        "cli.console": {"today", "time"}
    }


# ── Each rule sees its breach ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("text.display", "from ..messages.phrase import say"),
        ("text.display", "from .. import messages"),
        ("rules.scoring", "def f():\n    from ..record.schema import schema"),
        ("rules.scoring", "import cpe_label.reading.files"),
        ("record.schema", "from cpe_label.cli import main"),
        ("reports.kinds.plan", "from ...cli.console import Console"),
        ("writing.dump", "from .. import Audit"),
    ],
)
def test_an_import_of_a_later_room_is_seen(module: str, code: str) -> None:
    assert upwards(module, code)


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("problems.problem", "from pydantic import BaseModel"),
        ("text.display", "import yaml"),
        ("model.audit", "import yaml.nodes"),
        ("rules.engine", "import pydantic"),
        ("writing.dump", "from yaml import dump"),
        ("reading.files", "import xlsxwriter"),
        ("writing.dump", "import python_calamine"),
        ("reading.files", "def f(): import jinja2"),
        ("cli.console", "import typst"),
        ("__init__", "import pydantic"),
    ],
)
def test_a_stranger_is_seen(module: str, code: str) -> None:
    assert strangers(module, code)


@pytest.mark.parametrize(
    "code",
    [
        *("open('a')", "print(1)", "input()", "date.today()", "import os", "import io as i"),
        *("from os import path", "from pathlib import Path", "def f(): import time"),
        *("place.read_text()", "place.read_bytes()", "place.write_text('')"),
        "from importlib.resources import files\nfiles('cpe_label').joinpath('x').read_text()",
        "from importlib import resources\nresources.files('elsewhere')",
    ],
)
def test_a_touch_is_seen(code: str) -> None:
    assert touches("rules.engine", code)


def test_data_packaged_beside_a_module_may_be_read() -> None:
    code = "from importlib.resources import files\nfiles(__package__).joinpath('x').read_text('u')"
    assert touches("problems.catalogue", code) == set()


@pytest.mark.parametrize(
    "code",
    [
        *("datetime.now()", "x = date.today", "d.datetime.utcnow()", "date.fromtimestamp(0)"),
        *(
            "import time",
            "from time import monotonic",
            "from time import sleep, time",
            "path.stat().st_mtime",
            "def f(): import time",
        ),
    ],
)
def test_a_clock_is_seen(code: str) -> None:
    assert clocks(code)


# ── Templates ────────────────────────────────────────────────────────────────────────────────────


SCRIPTS_OF_THE_FORM = (
    '<template id="data">{{ data | tojson }}</template>\n'
    "<script>{% filter trim %}{% for part in scripts %}{% include part %}{% endfor %}"
    "{% endfilter %}</script>\n"
)
"""What the one page with a script has: its data, escaped, and files of ours, as they are."""


def test_no_template_lets_text_through_unescaped() -> None:
    form = TEMPLATES / "form.html.j2"
    assert SCRIPTS_OF_THE_FORM in form.read_text("utf-8")
    for path in [*FILES, *TEMPLATES.iterdir()]:
        text = path.read_text("utf-8")
        if path == form:
            text = text.replace(SCRIPTS_OF_THE_FORM, "")
        for hole in ("|safe", "| safe", "Markup(", "autoescape false", "<script", 'style="{{'):
            assert hole not in text, (path, hole)


def test_no_typst_template_reads_anything_but_its_data() -> None:
    templates = {path.name: path for path in TEMPLATES.glob("*.typ")}
    assert {"base.typ", "document.typ"} <= set(templates)
    for name, path in templates.items():
        code = re.sub(r"//.*", "", path.read_text("utf-8"))
        imported = re.findall(r'\bimport\b\s*("[^"]*")?', code)
        assert set(imported) <= {'"base.typ"'}, name
        called = set(
            re.findall(r"\b(read|eval|include|plugin|image|csv|toml|yaml|xml|cbor)\b", code)
        )
        assert not called, name
        assert "@" not in code, name
