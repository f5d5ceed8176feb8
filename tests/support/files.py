"""The files that tests of several rooms read, beside those that come with the project."""

from .shipped import ROOT

GRANTED = ROOT / "examples" / "granted.yaml"
INVALID = ROOT / "tests" / "invalid"
