"""The public names of the package."""

from typing import get_origin

import pytest

import cpe_label


def test_every_public_name_is_there_and_documented() -> None:
    assert sorted(cpe_label.__all__) == sorted({*cpe_label._HOMES, "__version__"})
    assert dir(cpe_label) == sorted(cpe_label.__all__)
    for name in cpe_label._HOMES:
        value = getattr(cpe_label, name)
        if get_origin(value) is not None:
            continue  # the other name of a type has no docstring
        shown = value.__doc__ or ""
        assert shown, name
        assert not shown.startswith(f"{name}("), f"{name} has the docstring that dataclasses make"
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        cpe_label.nothing  # noqa: B018


def test_the_version_costs_no_heavy_import() -> None:
    import subprocess
    import sys

    code = (
        "import sys, cpe_label.cli.arguments as a\n"
        "try: a.parser('fr').parse_args(['--version'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'yaml', 'jinja2', 'importlib.metadata'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
