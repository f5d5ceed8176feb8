"""A template with a mistake: the problem is reported with its line."""

from pathlib import Path

import pytest
from support.command import Run
from support.own_template import refused, rendered
from support.reports import GRANTED

from cpe_label import DataError


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
def test_a_mistake_is_reported_with_its_line(tmp_path: Path, template: str, code: str) -> None:
    path = tmp_path / "t.txt.j2"
    assert refused(path, f"first\nsecond\n{template}") == [(code, str(path), 3)]


def test_a_mistake_in_an_included_file_is_reported_there(tmp_path: Path) -> None:
    (tmp_path / "part.txt").write_text("\n{{ nobody }}", "utf-8")
    path = tmp_path / "t.txt.j2"
    assert refused(path, "{% include 'part.txt' %}") == [("F015", str(tmp_path / "part.txt"), 2)]


@pytest.mark.parametrize(
    ("arguments", "start"),
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
    run: Run, tmp_path: Path, arguments: tuple[str, ...], start: str
) -> None:
    (tmp_path / "t.j2").write_text("{{ view.title }}", "utf-8")
    (tmp_path / "bad.j2").write_text("{{ nobody }}", "utf-8")
    (tmp_path / "latin.j2").write_bytes("é".encode("latin-1"))
    done = run("report", GRANTED, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(start)
    assert len(done.stderr.splitlines()) == 1


def test_a_format_that_no_template_writes(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a template writes html, markdown, text, not 'json'"):
        rendered(tmp_path / "t.j2", "x", "json")


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 9999999999 }}",
    ],
)
def test_a_template_that_would_run_for_ever_is_stopped(tmp_path: Path, template: str) -> None:
    with pytest.raises(DataError) as caught:
        rendered(tmp_path / "t.txt.j2", template)
    assert [one.code for one in caught.value.problems] == ["F018"]
