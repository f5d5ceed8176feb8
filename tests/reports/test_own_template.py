"""A reader's own template: it sees the view, is escaped for its format, and reads nothing else."""

from pathlib import Path

import pytest
from support.command import Run
from support.filling import filled
from support.outlines import markdown_outline
from support.own_template import refused, rendered
from support.reports import GRANTED, outline

from cpe_label import render

# ── What it sees ──────────────────────────────────────────────────────────────────────────────────


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


# ── Escaping ──────────────────────────────────────────────────────────────────────────────────────

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
