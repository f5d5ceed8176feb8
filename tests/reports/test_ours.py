"""A report that this program wrote is known from any other file."""

import pytest
from support.network import file_with, network
from support.reports import EVALUATIONS, ON

from cpe_label import render
from cpe_label.reports.formats import FORMATS
from cpe_label.reports.network import FORMATS as NETWORK_FORMATS
from cpe_label.reports.ours import is_report
from cpe_label.text.typography import LANGUAGES, Language


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_report_is_known(form: str, language: str) -> None:
    kinds = ["audit"] if form == "json" else ["audit", "summary", "plan", "certificate"]
    for kind in kinds:
        made = render(EVALUATIONS["granted"], form, language, ON, kind=kind)  # type: ignore[call-overload]
        assert is_report(made.encode() if isinstance(made, str) else made)


@pytest.mark.parametrize("form", ["text", "json", "html", "ics"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_network_is_known_but_as_a_table_that_anybody_may_have(
    form: str, language: Language
) -> None:
    left_out = (file_with(f"{'a' * 90}.yaml", "A013"),)
    made = NETWORK_FORMATS[form].write(network(left_out=left_out), language)
    assert is_report(made.encode() if isinstance(made, str) else made)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"# Notes\n\nde la visite\n",
        b"Notes\n=====\n  de la visite\n",
        b'<!DOCTYPE html>\n<html lang="fr">\n<head>\n<title>cpe_label</title>\n',
        b"%PDF-1.7 of another program",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//autre//\r\n",
        b'{"format": "cpe-label/audit/1", "engine": {"name": "cpe_label"}}',
    ],
)
def test_no_other_file_is(content: bytes) -> None:
    assert not is_report(content)
