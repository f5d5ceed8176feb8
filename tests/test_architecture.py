"""The house: imports only go down, third parties stay at their edge, the core touches nothing."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cpe_label

PACKAGE = Path(cpe_label.__file__).parent

FLOORS = (
    {"text", "wording", "formats", "frozen", "places", "source", "errors", "share", "version"},
    {"fields", "referential", "audit", "evaluation"},
    {
        "checks",
        "soundness",
        "scoring",
        "explaining",
        "evaluating",
        "validity",
        "digest",
        "record",
        "schema",
        "verifying",
    },
    {"loading", "rendering", "exchange"},
    {"cli", "__main__", "__init__"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
THIRD_PARTIES = {  # by floor, then by room
    0: set[str](),
    1: {"pydantic", "pydantic_core"},
    2: {"pydantic"},
    "loading": {"yaml", "pydantic"},
    "rendering": {"jinja2", "typst"},
    "exchange": set[str](),
    4: set[str](),
}
# What floors 0 to 2 never do: files, printing, processes, clocks, chance.
FORBIDDEN_MODULES = {"os", "io", "pathlib", "subprocess", "random", "time", "tempfile", "logging"}
FORBIDDEN_NAMES = {"open", "print", "input", "today", "now", "utcnow", "fromtimestamp"}

CLOCKS = {"today", "now", "utcnow", "fromtimestamp", "utcfromtimestamp", "st_mtime", "getmtime"}

FILES = sorted(PACKAGE.rglob("*.py"))


def test_contributors_read_of_the_same_floors() -> None:
    text = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    told: dict[int, set[str]] = {number: set() for number in range(len(FLOORS))}
    for number, modules in re.findall(r"^\| ([0-4]) \| ([^|]*) \|", text, re.MULTILINE):
        told[int(number)] |= set(re.findall(r"`(\w+)`", modules))
    assert tuple(told.values()) == FLOORS


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Absolute names of what a file imports, wherever in it, even for type checkers alone."""
    package = ["cpe_label", *path.relative_to(PACKAGE).parts[:-1]]
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1]
            names = [node.module] if node.module else [alias.name for alias in node.names]
            yield from (".".join([*base, str(name)]) for name in names)


def rooms_used(path: Path) -> set[str]:
    used = {name.split(".")[1] for name in imports(path) if name.startswith("cpe_label.")}
    return used - {room_of(path)}


def third_parties(path: Path) -> set[str]:
    names = {name.split(".")[0] for name in imports(path)}
    return names - set(sys.stdlib_module_names) - {"cpe_label"}


def test_every_room_has_a_floor() -> None:
    assert {room_of(path) for path in FILES} == set(FLOOR)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_only_go_down(path: Path) -> None:
    here = FLOOR[room_of(path)]
    upwards = {room for room in rooms_used(path) if FLOOR[room] > here}
    assert not upwards


def test_no_circle() -> None:
    """Rooms can be put in an order in which each uses only those before it."""
    uses = {room: set[str]() for room in FLOOR}
    for path in FILES:
        if room_of(path) != "__init__":  # it names its parts for type checkers only
            uses[room_of(path)] |= rooms_used(path)
    placed: set[str] = set()
    while uses:
        free = {room for room, used in uses.items() if used <= placed}
        assert free, f"in a circle: {sorted(uses)}"
        placed |= free
        uses = {room: used for room, used in uses.items() if room not in free}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_third_parties_stay_at_their_edge(path: Path) -> None:
    room = room_of(path)
    allowed = THIRD_PARTIES.get(room, THIRD_PARTIES.get(FLOOR[room], set()))
    assert third_parties(path) <= allowed


CORE = [path for path in FILES if FLOOR[room_of(path)] <= 2]


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_core_touches_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    called = {
        node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    }
    assert not called & FORBIDDEN_NAMES
    assert not {name.split(".")[0] for name in imports(path)} & FORBIDDEN_MODULES


def clocks(code: str) -> set[str]:
    """Every name of a clock in a piece of code, called or only handed on."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute):
            found |= {node.attr} & CLOCKS
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & {"time"}
        elif isinstance(node, ast.ImportFrom):
            found |= {str(node.module)} & {"time"}
    return found


def test_only_the_door_knows_today() -> None:
    knows = {str(path.relative_to(PACKAGE)): clocks(path.read_text("utf-8")) for path in FILES}
    assert {name: found for name, found in knows.items() if found} == {"cli/door.py": {"today"}}


@pytest.mark.parametrize(
    "code",
    [
        *("datetime.now()", "x = date.today", "d.datetime.utcnow()", "date.fromtimestamp(0)"),
        *(
            "import time",
            "from time import monotonic",
            "path.stat().st_mtime",
            "def f(): import time",
        ),
    ],
)
def test_a_clock_is_seen(code: str) -> None:
    assert clocks(code)


def test_no_template_lets_text_through_unescaped() -> None:
    templates = PACKAGE / "rendering" / "templates"
    for path in [*FILES, *templates.iterdir()]:
        text = path.read_text("utf-8")
        for hole in ("|safe", "| safe", "Markup(", "autoescape false", "<script", 'style="{{'):
            assert hole not in text, (path, hole)


def test_no_typst_template_reads_anything_but_its_data() -> None:
    templates = {path.name: path for path in (PACKAGE / "rendering" / "templates").glob("*.typ")}
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


def test_typst_is_imported_in_one_place() -> None:
    assert [path.name for path in FILES if "typst" in third_parties(path)] == ["pdf.py"]
