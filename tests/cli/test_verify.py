"""`cpe-label verify`: a record from standard input."""

import sys

import pytest
from support.command import Run
from support.shipped import ROOT

GRANTED = ROOT / "examples" / "granted.yaml"


def test_a_record_is_read_no_further_than_it_may_be_long(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    class Endless:
        @property
        def buffer(self) -> "Endless":
            return self

        def read(self, size: int = -1) -> bytes:
            asked.append(size)
            return b" " * size

    monkeypatch.setattr(sys, "stdin", Endless())
    done = run("verify", "-", GRANTED)
    assert (done.returncode, asked) == (2, [524_289])
    assert done.stdout.startswith("<stdin>: F005 this file is over 524288 bytes")
