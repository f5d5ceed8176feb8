"""The wheel holds everything that the package needs away from its checkout."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zipapp
import zipfile
from pathlib import Path

import pytest
from support.rooms import CORE
from support.shipped import ROOT

from cpe_label import MissingExtraError
from cpe_label.text.typography import Language

PRINT_FOLDER = "from cpe_label.reading.referentials import shipped_folder as f; print(f())"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_has_the_data_and_nothing_more(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    source = {
        f"cpe_label/{path.relative_to(ROOT / 'src' / 'cpe_label').as_posix()}"
        for path in (ROOT / "src" / "cpe_label").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    data = {
        f"cpe_label/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "referentials").rglob("*")
        if path.is_file()
    }
    assert {name for name in names if ".dist-info/" not in name} == source | data
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def from_wheel(wheel: Path, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """What a command of the package answers, where there is the wheel and no checkout."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    return subprocess.run(
        [sys.executable, "-m", "cpe_label", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site"), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=False,
    )


def test_it_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    done = from_wheel(wheel, tmp_path, "evaluate", str(ROOT / "examples" / "granted.yaml"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Label accordé" in done.stdout.decode("utf-8")


def test_it_writes_a_pdf_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    audit = str(ROOT / "examples" / "granted.yaml")
    done = from_wheel(wheel, tmp_path, "report", audit, "--format", "pdf")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"%PDF-1.7")


# ── In an archive ────────────────────────────────────────────────────────────────────────────────

GRANTED = str(ROOT / "examples" / "granted.yaml")
Run = subprocess.CompletedProcess[bytes]


@pytest.fixture(scope="module")
def archive(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A zipapp of the wheel, beside folders that have the names of ours."""
    folder = tmp_path_factory.mktemp("archive")
    content = folder / "content"
    zipfile.ZipFile(wheel).extractall(content)
    (content / "__main__.py").write_text(
        "import sys\nfrom cpe_label.cli import main\nsys.exit(main())\n", "utf-8"
    )
    place = folder / "src"  # the name of the folder of a checkout
    zipapp.create_archive(content, place)
    beside(folder)
    return place


def beside(folder: Path) -> None:
    """What the program must not take for its own."""
    (folder / "pyproject.toml").touch()
    for name in ("referentials", "cpe_label/referentials", "templates"):
        decoy = folder / name
        decoy.mkdir(parents=True)
        (decoy / "label-cpe-2019.yaml").write_text("format: cpe-label/referential/1\n", "utf-8")
        (decoy / "document.typ").write_text("decoy", "utf-8")
        (decoy / "document.html.j2").write_text("decoy", "utf-8")


def run(archive: Path, *arguments: str, **environ: str) -> Run:
    """What a command of the archive answers, from the folder that the archive is in."""
    return subprocess.run(
        [sys.executable, str(archive), *arguments],
        cwd=archive.parent,
        env={**os.environ, "LC_ALL": "C.UTF-8", "CPE_LABEL_TRACEBACK": "", **environ},
        capture_output=True,
        check=False,
    )


COMMANDS = [
    ("evaluate", GRANTED),
    ("evaluate", GRANTED, "--format", "jsonl"),
    ("check", GRANTED),
    *(
        ("report", GRANTED, "--on", "2026-12-01", "--format", form)
        for form in ("html", "markdown", "text", "json", "pdf")
    ),
    ("report", "--kind", "referential", "label-cpe", "--format", "html"),
    ("new", "label-cpe"),
    ("schema", "audit"),
    ("check", "--explain", "Y010"),
    ("--version",),
]

ONE_AFTER_ANOTHER = """
import contextlib, io, json, sys
from cpe_label.cli import main

answers = []
for words in json.loads(sys.stdin.read()):
    streams = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        try:
            code = main(words)
        except SystemExit as left:
            code = int(left.code or 0)
    for stream in streams:
        stream.flush()
    answers.append([code, *(stream.buffer.getvalue().hex() for stream in streams)])
print(json.dumps([sys.modules["cpe_label"].__file__, answers]))
"""
"""Run each list of words of the standard input as a command; one process has them all."""

Answer = tuple[int, str, str]


def answered(place: Path, folder: Path) -> tuple[str, list[Answer]]:
    """What the package of that place answers to each command, and the file that it is read from."""
    done = subprocess.run(
        [sys.executable, "-c", ONE_AFTER_ANOTHER],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(place)},
        input=json.dumps(COMMANDS).encode(),
        capture_output=True,
        check=True,
    )
    read_from, answers = json.loads(done.stdout)
    return read_from, [(code, out, err) for code, out, err in answers]


def test_an_archive_answers_what_a_checkout_does(archive: Path) -> None:
    read_from, answers = answered(archive, archive.parent)
    assert read_from == f"{archive}/cpe_label/__init__.py"
    read_from, expected = answered(ROOT / "src", ROOT)
    assert read_from == f"{ROOT}/src/cpe_label/__init__.py"
    for words, done, other in zip(COMMANDS, answers, expected, strict=True):
        assert done == other, words
        assert done[0] == 0, words
        assert any(done[1:]), words


def test_an_archive_runs_as_a_program(archive: Path) -> None:
    done = run(archive, "evaluate", GRANTED)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Label accordé" in done.stdout.decode("utf-8")


def test_an_archive_without_referentials_takes_none_from_beside_it(
    archive: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "src"
    with zipfile.ZipFile(archive) as full, zipfile.ZipFile(bare, "w") as empty:
        for name in full.namelist():
            if not name.startswith("cpe_label/referentials"):
                empty.writestr(name, full.read(name))
    beside(tmp_path)
    done = run(bare, "evaluate", GRANTED)
    reported = done.stderr.decode("utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert reported == f"{bare}/cpe_label/referentials: F001 no such file\n"


def test_an_archive_is_not_written_over(archive: Path) -> None:
    """It holds the referential that was read."""
    before = archive.read_bytes()
    words = ("report", GRANTED, "--format", "html", "--force", "-o")
    done = run(archive, *words, str(archive))
    assert done.returncode == 2
    assert b"F009" in done.stderr
    assert archive.read_bytes() == before
    assert run(archive, *words, "report.html").returncode == 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_archive_says_what_a_pdf_needs(
    archive: Path, tmp_path: Path, language: Language
) -> None:
    (tmp_path / "typst.py").write_text("raise ImportError", "utf-8")
    words = ("report", GRANTED, "--format", "pdf")
    done = run(archive, *words, PYTHONPATH=str(tmp_path), LC_ALL=f"{language}_XX.UTF-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8") == f"{MissingExtraError('pdf').text(language)}\n"


def test_an_archive_says_that_a_pdf_needs_room_for_its_templates(
    archive: Path, tmp_path: Path
) -> None:
    nowhere = str(tmp_path / "nowhere")
    code = (
        "import sys, tempfile; _, archive, tempfile.tempdir, *words = sys.argv;"
        "sys.path.insert(0, archive); from cpe_label.cli import main; sys.exit(main(words))"
    )
    words = ("report", GRANTED, "--format", "pdf")
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(archive), nowhere, *words],
        env={"LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"{nowhere}/cpe-label-".encode() in done.stderr
    assert b"F007" in done.stderr


def test_a_checkout_has_the_referentials_at_its_root() -> None:
    """However the package that is tried here was installed."""
    found = subprocess.run(
        [sys.executable, "-c", PRINT_FOLDER],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=True,
        text=True,
    )
    assert found.stdout == f"{ROOT / 'referentials'}\n"


def test_a_copy_that_is_no_checkout_has_none(wheel: Path, tmp_path: Path) -> None:
    """Nor does it take a folder that merely lies two levels up."""
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    (site / "cpe_label" / "referentials").rename(site / "elsewhere")
    beside(tmp_path)
    found = subprocess.run(
        [sys.executable, "-c", PRINT_FOLDER],
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == f"{site / 'cpe_label' / 'referentials'}\n"


# ── What the tools are given ─────────────────────────────────────────────────────────────────────


def paths_of_the_tools() -> list[str]:
    """Every file, folder and pattern that the settings of our tools name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    mutmut = project["mutmut"]
    sdist = project["hatch"]["build"]["targets"]["sdist"]["include"]
    cosmic_ray = (ROOT / "benchmarks" / "cosmic-ray.toml").read_text("utf-8")
    return [
        *project["ruff"]["lint"]["per-file-ignores"],
        *mutmut["source_paths"],
        *mutmut["do_not_mutate"],
        *mutmut["also_copy"],
        *mutmut["pytest_add_cli_args_test_selection"],
        *(path.removeprefix("/") for path in sdist),
        *re.findall(r"(?:src|tests)/[\w/.]+", cosmic_ray),
    ]


@pytest.mark.parametrize("path", sorted(set(paths_of_the_tools())))
def test_what_a_tool_is_given_exists(path: str) -> None:
    assert list(ROOT.glob(path))


def test_the_tools_measure_the_core() -> None:
    """Coverage and mutation are of the rooms that only compute."""
    run = (ROOT / ".ci" / "run").read_text("utf-8")
    assert re.findall(r"^core=\((.*?)\)", run, re.MULTILINE) == [" ".join(CORE)]
    cosmic_ray = (ROOT / "benchmarks" / "cosmic-ray.toml").read_text("utf-8")
    assert re.findall(r'"src/cpe_label/(\w+)"', cosmic_ray) == CORE
    mutmut = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    left = [path for path in mutmut["do_not_mutate"] for room in CORE if f"/{room}/*" in path]
    assert left == []


def test_the_tests_that_mutation_leaves_out_exist() -> None:
    mutmut = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    code = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    names = re.findall(r"test_\w+", " ".join(mutmut["pytest_add_cli_args"]))
    assert len(names) == 5
    assert [name for name in names if f"def {name}(" not in code] == []
