"""A reader's own template: it sees the view, is escaped for its format, and reads nothing else."""

import dataclasses
import re
import sys
from pathlib import Path

import pytest
from support.command import Run
from support.filling import filled, markdown_outline
from support.shipped import EXAMPLES, ROOT
from test_reports import outline

from cpe_label import DataError, evaluate, load_audit, render
from cpe_label.reports.view.types import View

GRANTED = ROOT / "examples" / "granted.yaml"
LETTER = ROOT / "examples" / "templates" / "letter.html.j2"
PAGE = (ROOT / "docs" / "templates.md").read_text("utf-8")


def rendered(path: Path, template: str, form: str = "text", kind: str = "audit") -> str:
    path.write_text(template, "utf-8")
    audit = load_audit(GRANTED)
    evaluation = evaluate(audit)
    return render(evaluation, form, kind=kind, template=path)


def refused(path: Path, template: str) -> list[tuple[str, str | None, int | None]]:
    with pytest.raises(DataError) as caught:
        rendered(path, template)
    return [(one.code, one.file, one.line) for one in caught.value.problems]


# ── The page ─────────────────────────────────────────────────────────────────────────────────────


def test_the_page_tells_every_field_and_no_other() -> None:
    parts = re.split(r"^## (\w+)$", PAGE, flags=re.MULTILINE)[1:]
    told = {
        name: re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }
    values = vars(sys.modules[View.__module__]).items()
    assert told == {
        name: [field.name for field in dataclasses.fields(value)]
        for name, value in values
        if dataclasses.is_dataclass(value)
    }


def test_the_page_tells_every_filter() -> None:
    from jinja2.defaults import DEFAULT_FILTERS

    from cpe_label.reports.formats.environment import environment

    ours = {*environment("text").filters, "prose"} - DEFAULT_FILTERS.keys()
    assert ours <= {*re.findall(r"^\| `(\w+)` \|", PAGE.split("## View")[0], re.MULTILINE)}


def test_the_command_of_the_page(run: Run, tmp_path: Path) -> None:
    done = run("report", GRANTED, "--template", LETTER, "-o", "letter.html", "--on", "2026-11-23")
    assert (done.returncode, done.stderr) == (0, "letter.html written. Label granted.\n")
    page = (tmp_path / "letter.html").read_text("utf-8")
    assert "<li>Recommandé : 20 sur 28, atteint (6 critères au-dessus du minimum).</li>" in page
    assert "Une gestion expliquée à tous" in page


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_letter_fits_every_example(run: Run, path: Path) -> None:
    assert run("report", path, "--template", LETTER).returncode == 0


# ── What it sees ─────────────────────────────────────────────────────────────────────────────────


def test_the_kind_says_which_view(tmp_path: Path) -> None:
    path = tmp_path / "t.txt.j2"
    assert rendered(path, "{{ view.organisation }}") == "Coopérative Exemple"
    assert rendered(path, "{{ view.name }}", kind="referential") == "label-cpe@2019.1"


def test_free_text_by_its_paragraphs_and_lists(tmp_path: Path) -> None:
    template = (
        "{% set text = 'Vu :\\n- a\\n- b\\n\\nFin.' %}{% for part in text | prose %}"
        "{{ part.kind }} {% if part.kind == 'bullets' %}{{ part.items | join('+') }}"
        "{% else %}{{ part.text }}{% endif %};{% endfor %}"
    )
    assert rendered(tmp_path / "t.txt.j2", template) == "paragraph Vu :;bullets a+b;paragraph Fin.;"


def test_it_includes_from_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "foot.txt").write_text("{{ view.engine[:9] }}", "utf-8")
    path = tmp_path / "t.txt.j2"
    assert rendered(path, "{% include 'parts/foot.txt' %}") == "cpe_label"


@pytest.mark.parametrize(
    "include", ["../secret.txt", "/etc/passwd", "link.txt", "parts/../../secret.txt", "nowhere.txt"]
)
def test_it_reads_nothing_else(tmp_path: Path, include: str) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "mine" / "parts").mkdir(parents=True)
    (tmp_path / "mine" / "link.txt").symlink_to(tmp_path / "secret.txt")
    path = tmp_path / "mine" / "t.txt.j2"
    assert refused(path, f"\n{{% include '{include}' %}}") == [("F016", str(path), 2)]


# ── Escaping ─────────────────────────────────────────────────────────────────────────────────────

EVERY_TEXT = (
    "{{ view.organisation }} {{ view.opinion }} {{ view.response }}"
    "{% for one in view.good_practices %} {{ one.title }} {{ one.good_practice }}{% endfor %}"
)


@pytest.mark.parametrize(
    "payload",
    ["<script>alert(1)</script>", '"><img src=x>', "[a](javascript:b) **c** | d", "{{ 7 }}"],
)
def test_a_text_never_becomes_markup(tmp_path: Path, payload: str) -> None:
    path = tmp_path / "t.j2"
    path.write_text(EVERY_TEXT, "utf-8")
    evaluations = [filled(lambda _: text)["refused"] for text in (payload, "texte")]  # noqa: B023
    pages = [render(one, "html", template=path) for one in evaluations]
    assert outline(pages[0]).tags == outline(pages[1]).tags == []
    texts = [render(one, "markdown", template=path) for one in evaluations]
    (hostile, _), (plain, _) = map(markdown_outline, texts)
    assert hostile == plain
    assert {token for token, *_ in plain} == {"paragraph_open", "paragraph_close"}


def test_the_format_is_that_of_the_file_then_of_the_template(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.txt.j2").write_text("{{ '<a>' }}", "utf-8")
    (tmp_path / "plain.j2").write_text("{{ '<a>' }}", "utf-8")
    assert run("report", GRANTED, "--template", "t.txt.j2").stdout == "<a>"
    assert run("report", GRANTED, "--template", "plain.j2").stdout == "&lt;a&gt;"
    done = run("report", GRANTED, "--template", "t.txt.j2", "--format", "markdown")
    assert done.stdout == "\\<a\\>"
    run("report", GRANTED, "--template", "t.txt.j2", "-o", "x.html")
    assert (tmp_path / "x.html").read_text("utf-8") == "&lt;a&gt;"


# ── What is wrong with it ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("{% for level in view.levels %}", "F014"),
        ("{{ view.organisation", "F014"),
        ("{{ 'a' | unknown }}", "F015"),
        ("{{ view.standing }}", "F018"),
        ("{{ view.levels }}", "F018"),
        ("{{ none }}", "F018"),
        ("{{ organisation }}", "F015"),
        ("{{ view.organization }}", "F015"),
        ("{% if view.nothing %}{% endif %}", "F015"),
        ("{{ view.levels[99].title }}", "F015"),
        ("{{ view.__class__ }}", "F017"),
        ("{{ '{0.__class__}'.format(view) }}", "F017"),
        ("{{ view.organisation.upper.__globals__ }}", "F015"),
        ("{% set found = [] %}{{ found.append(1) }}", "F017"),
        ("{{ view.levels + 1 }}", "F018"),
        ("{{ 1 / 0 }}", "F018"),
        ("{% for n in range(1000000) %}{% endfor %}", "F018"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, template: str, code: str) -> None:
    path = tmp_path / "t.txt.j2"
    assert refused(path, f"first\nsecond\n{template}") == [(code, str(path), 3)]


def test_a_mistake_in_an_included_file_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "part.txt").write_text("\n{{ nobody }}", "utf-8")
    path = tmp_path / "t.txt.j2"
    assert refused(path, "{% include 'part.txt' %}") == [("F015", str(tmp_path / "part.txt"), 2)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--template", "nowhere.j2"), "nowhere.j2: F001 no such file\n"),
        (("--template", "."), ".: F002 this is a folder; a file was expected\n"),
        (("--template", "latin.j2"), "latin.j2:1:1: Y001 not UTF-8 text (byte 1)"),
        (("--template", "t.j2", "-o", "x.json"), "a template writes html, markdown or text, not"),
        (("--template", "t.j2", "-o", "t.j2", "--format", "html", "--force"), "t.j2: F009 this is"),
        (("--template", "bad.j2"), "bad.j2:1:1: F015 the template names « nobody », which is not"),
    ],
)
def test_what_cannot_be_rendered(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "t.j2").write_text("{{ view.title }}", "utf-8")
    (tmp_path / "bad.j2").write_text("{{ nobody }}", "utf-8")
    (tmp_path / "latin.j2").write_bytes("é".encode("latin-1"))
    done = run("report", GRANTED, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1


def test_a_format_that_no_template_writes(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a template writes html, markdown, text, not 'json'"):
        rendered(tmp_path / "t.j2", "x", "json")
