"""`docs/api.md`: each public name with its signature and its docstring, from the sources."""

import ast
import inspect
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import cpe_label

from . import GENERATED, table
from .stub import public_names

INTRODUCTION = """\
# The public names

Everything here is imported from `cpe_label`. What is not here may change in any version;
[stability](stability.md) says how these names change. [The README](../README.md#in-python) has the
shortest program.
"""
SUBJECTS = {
    "Apply the rules": (
        "evaluate check assess evaluate_lines load_referentials Referentials Place"
    ),
    "Read": (
        "load_audit load_referential load_members load_record parse_audit parse_referential "
        "parse_record Recorded Document Source Places"
    ),
    "Write": "render verify Verification to_json to_yaml open_audit AuditFile ReportKind",
    "The result": (
        "Assessment Evaluation Verdict Standing LevelResult SectionResult Part Tally Inequality "
        "Share Reason"
    ),
    "Compare": (
        "compare ReferentialComparison FrameChange CriterionChange ChangeKind Progress Step "
        "ProgressKind"
    ),
    "A network": (
        "network Network Files FileProblems Counts OrganisationOnDay Term LatestFile "
        "SectionAnswers AgendaItem CriterionOnDay GoodPractice Recommendation Year "
        "OrganisationProgress Stage EndedBy AgendaKind"
    ),
    "Days": "Period State LabelStatus label_period state_on",
    "An audit": (
        "Audit ReferentialName Organisation AuditedOn Auditor Finding Action PreviousLabel "
        "Decision Event AuditKind Status Outcome EventKind PreviousState"
    ),
    "A referential": (
        "Referential InForce Validity Level ReferenceDocument Section Criterion Citation"
    ),
    "Members": "Members Member",
    "What is wrong": (
        "Problem Cell Fix Edit Severity Argument DataPath CpeLabelError DataError AuditError "
        "ReferentialError MembersError UnknownFormatError MissingExtraError NoCertificateError"
    ),
    "Other": "FrozenMap Language __version__",
}
HOMES = {name: home for home, names in public_names().items() for name in names.split()}
HOMES["__version__"] = "_version"
HIDDEN = ("_", "model_config", "family", "once")
"""How attributes begin that are no part of the promise."""
PROPERTIES = {"property", "cached_property"}
SHARED = {
    "JsonValue": "text.serialization",
    "Model": "model.base",
    "FileModel": "model.base",
}
"""What many public classes have from a base without a public name."""
PLAIN = {
    "Items": "Sequence",
    "Named": "Mapping",
    "Text": "str",
    "Notice": "str",
    "Id": "str",
    "Day": "date",
    "Required": "Share",
    "LanguageCode": "str",
    "Years": "int",
    "Months": "int",
    "Fact": "int | str | date | tuple[str, ...]",
    "Kind": 'Literal["referential", "audit", "members"]',
}
"""What stands for a type that has no public name."""
TITLES = {
    "JsonValue": "What every value has",
    "Model": "What every part of a file has",
    "FileModel": "What every file has",
}


def page() -> str:
    """The text of the page."""
    parts = [GENERATED, INTRODUCTION]
    listed = []
    for subject, names in SUBJECTS.items():
        listed += names.split()
        parts.append(f"\n## {subject}\n")
        parts += [_entry(name) for name in names.split()]
    if sorted(listed) != sorted(cpe_label.__all__):
        raise ValueError(f"no subject: {set(cpe_label.__all__).symmetric_difference(listed)}")
    parts.append("\n## What many classes have\n")
    parts += [_shared(name, home) for name, home in SHARED.items()]
    return "".join(parts)


def _entry(name: str) -> str:
    found = [node for node in _module(HOMES[name]) if name in _names(node)]
    head = f"\n### `{name}`\n\n"
    if isinstance(found[-1], ast.FunctionDef):
        return head + _function([one for one in found if isinstance(one, ast.FunctionDef)])
    if isinstance(found[-1], ast.ClassDef):
        return head + _class(name, found[-1])
    return head + _alias(found[-1], _module(HOMES[name]))


@cache
def _module(home: str) -> list[ast.stmt]:
    path = Path(cpe_label.__file__).parent.joinpath(*home.split("."))
    file = path.with_suffix(".py")
    return ast.parse((file if file.is_file() else path / "__init__.py").read_text("utf-8")).body


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Assign):
        return [ast.unparse(one) for one in node.targets]
    if isinstance(node, ast.AnnAssign):
        return [ast.unparse(node.target)]
    return [getattr(node, "name", "")]


# ── Functions ────────────────────────────────────────────────────────────────────────────────────


def _function(definitions: list[ast.FunctionDef]) -> str:
    """The signature of a function, or those that type checkers choose from, and its words."""
    overloads = [one for one in definitions if "overload" in _decorators(one)]
    lines = "\n".join(_signature(one) for one in overloads or definitions)
    return f"```python\n{lines}\n```\n{_words(_doc(definitions[-1]))}"


def _signature(node: ast.FunctionDef) -> str:
    arguments = [one for one in _arguments(node) if one not in ("self", "cls")]
    gives = _hint(node.returns) or "None"
    line = f"{node.name}({', '.join(arguments)}) -> {gives}"
    if len(line) <= 90:
        return line
    taken = "".join(f"    {one},\n" for one in arguments)
    return f"{node.name}(\n{taken}) -> {gives}"


def _arguments(node: ast.FunctionDef) -> Iterator[str]:
    taken = node.args
    positional = [*taken.posonlyargs, *taken.args]
    missing = len(positional) - len(taken.defaults)
    for i, one in enumerate(positional):
        yield _argument(one, taken.defaults[i - missing] if i >= missing else None)
        if taken.posonlyargs and i == len(taken.posonlyargs) - 1:
            yield "/"
    if taken.vararg:
        yield f"*{_argument(taken.vararg, None)}"
    elif taken.kwonlyargs:
        yield "*"
    for one, default in zip(taken.kwonlyargs, taken.kw_defaults, strict=True):
        yield _argument(one, default)


def _argument(one: ast.arg, default: ast.expr | None) -> str:
    hint = f"{one.arg}: {_hint(one.annotation)}" if one.annotation else one.arg
    return hint if default is None else f"{hint} = {_code(default)}"


def _code(node: ast.AST) -> str:
    """A piece of code as the sources write it."""
    return ast.unparse(node).replace("'", '"')


def _hint(annotation: ast.expr | None) -> str:
    """An annotation in words that a user knows, without the quotes around a later name."""
    if annotation is None:
        return ""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    return re.sub(r"\w+", lambda found: PLAIN.get(found[0], found[0]), _code(annotation))


def _decorators(node: ast.FunctionDef) -> set[str]:
    return {ast.unparse(one) for one in node.decorator_list}


# ── Classes ──────────────────────────────────────────────────────────────────────────────────────


def _class(name: str, node: ast.ClassDef) -> str:
    bases = [ast.unparse(one) for one in node.bases]
    value = getattr(cpe_label, name)
    known = ("Exception", "Mapping", "StrEnum", *cpe_label.__all__)
    public = [one for one in bases if one.partition("[")[0] in known]
    line = f"class {name}({', '.join(public)})" if public else f"class {name}"
    words = _words(_doc(node))
    return f"```python\n{line}\n```\n{words}{_members(node)}{_also(value)}"


def _also(value: Any) -> str:
    """Which of the shared bases a class has."""
    found = [one.__name__ for one in value.__mro__ if one.__name__ in SHARED]
    if not found:
        return ""
    links = [f"[{TITLES[one].lower()}](#{TITLES[one].lower().replace(' ', '-')})" for one in found]
    return f"\nSee also: {', '.join(links)}.\n"


def _shared(name: str, home: str) -> str:
    (node,) = [one for one in _module(home) if name in _names(one)]
    assert isinstance(node, ast.ClassDef)
    return f"\n### {TITLES[name]}\n{_words(_doc(node))}{_members(node)}"


def _members(node: ast.ClassDef) -> str:
    """The attributes of a class as a table, then its methods."""
    rows, methods = [], []
    for one, following in zip(node.body, [*node.body[1:], None], strict=True):
        name = next((name for name in _names(one) if not name.startswith(HIDDEN)), "")
        if not name:
            continue
        if isinstance(one, ast.FunctionDef) and not _decorators(one) & PROPERTIES:
            methods.append(f"\n{_function([one])}")
        else:
            rows.append((f"`{name}`", f"`{_type(one)}`", _about(one, following)))
    return (f"\n{_attributes(rows)}" if rows else "") + "".join(methods)


def _attributes(rows: Sequence[tuple[str, ...]]) -> str:
    if any(about for _, _, about in rows):
        return table(("Attribute", "Type", "Meaning"), rows)
    return table(("Attribute", "Type"), [row[:2] for row in rows])


def _type(node: ast.stmt) -> str:
    if isinstance(node, ast.FunctionDef):
        return _hint(node.returns)
    if isinstance(node, ast.AnnAssign):
        return _hint(node.annotation)
    return _code(node.value) if isinstance(node, ast.Assign) else ""  # of an enumeration


def _doc(node: ast.FunctionDef | ast.ClassDef) -> str:
    return ast.get_docstring(node) or ""


def _about(node: ast.stmt, following: ast.stmt | None) -> str:
    """What an attribute says of itself: its docstring, its description, or the text below it."""
    if isinstance(node, ast.FunctionDef):
        return _doc(node)
    value = getattr(node, "value", None)
    for keyword in value.keywords if isinstance(value, ast.Call) else ():
        if keyword.arg == "description":
            return str(ast.literal_eval(keyword.value))
    return _text_of(following)


def _text_of(node: ast.stmt | None) -> str:
    value = node.value if isinstance(node, ast.Expr) else None
    text = value.value if isinstance(value, ast.Constant) else None
    return inspect.cleandoc(text) if isinstance(text, str) else ""


# ── Other names ──────────────────────────────────────────────────────────────────────────────────


def _alias(node: ast.stmt, body: list[ast.stmt]) -> str:
    following = body[body.index(node) + 1] if node is not body[-1] else None
    return f"```python\n{_code(node)}\n```\n{_words(_text_of(following))}"


def _words(text: str) -> str:
    """A docstring as Markdown; what it raises has a line of its own."""
    paragraphs = [
        " ".join(line.strip() for line in one.splitlines()) for one in text.split("\n\n") if one
    ]
    shaped = [re.sub(r"(^|\. )Raises (.*)", _raises, one) for one in paragraphs]
    return "".join(f"\n{one}\n" for one in shaped)


def _raises(found: re.Match[str]) -> str:
    before = ".\n\n" if found[1] else ""
    return f"{before}**Raises** {found[2]}"
