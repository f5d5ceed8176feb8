"""What our writers write reads back as the same value, by us and by other readers of YAML."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support import making
from support.shipped import EXAMPLES, REFERENTIAL

from cpe_label import (
    Audit,
    Referential,
    load_audit,
    load_referential,
    parse_audit,
    parse_referential,
    to_json,
    to_yaml,
)
from cpe_label.reading import yaml_syntax as syntax
from cpe_label.text.typography import Language
from cpe_label.writing.blank_audit import blank_audit
from cpe_label.writing.dump import scalar

# Any text that a file may hold: no control character but line breaks and tabs, no half surrogate.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"])
    | st.sampled_from("\n\t\r\x85\u2028\ufeff:#-'\" ")
).map(lambda text: f"{text}x")
PARSERS = [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader]


def saved(text: str) -> Audit:
    return making.audit(
        [],
        organisation={"name": text},
        opinion=text,
        findings={"A-1": {"status": "met", "evidence": [text, text], "comment": text}},
        decision={"outcome": "refused", "decided_on": "2026-11-20", "reason": text},
        events=[],
    )


@pytest.mark.parametrize("parser", PARSERS, ids=["libyaml", "python"])
@given(text=TEXTS)
def test_any_text_comes_back(parser: type, text: str) -> None:
    audit = saved(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(syntax, "_Loader", parser)
        assert parse_audit(to_yaml(audit), source="a.yaml") == audit
    assert parse_audit(to_json(audit), source="a.json") == audit
    assert parse_audit(to_json(audit)).digest == audit.digest


@given(TEXTS)
def test_any_text_of_a_referential_comes_back(text: str) -> None:
    referential = making.referential(
        [{"id": "m", "title": text, "required": "2/3"}], [{"m": {"met": 2}}], description=text
    )
    for written in (to_yaml(referential), to_json(referential)):
        again = parse_referential(written, source="a.yaml" if written[0] != "{" else "a.json")
        assert again == referential


@given(TEXTS)
def test_other_readers_take_a_scalar_for_the_same_text(text: str) -> None:
    assert yaml.safe_load(scalar(text)) == text


@pytest.mark.parametrize("text", ["no", "Yes", "null", "1.10", "12:30", "~", "0x1F", "2026-10-12"])
def test_what_yaml_would_take_for_something_else_is_quoted(text: str) -> None:
    assert scalar(text) == json.dumps(text)


def test_the_shipped_files_come_back() -> None:
    for path in EXAMPLES:
        audit = load_audit(path)
        assert parse_audit(to_yaml(audit)) == parse_audit(to_json(audit)) == audit
        assert parse_audit(to_yaml(audit)).digest == audit.digest
    referential = load_referential(REFERENTIAL)
    assert parse_referential(to_yaml(referential)) == referential
    assert parse_referential(to_yaml(referential)).digest == referential.digest


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_last_line_of_a_form_is_a_key_once_its_sign_is_taken_off(language: Language) -> None:
    lines = blank_audit(load_referential(REFERENTIAL), language).splitlines()
    later = [line for line in lines if line.startswith("#") and line[1:2].isalpha()]
    assert [line.partition(":")[0] for line in later] == ["#decision", "#previous", "#events"]
    form = "\n".join(line.removeprefix("#") if line in later else line for line in lines)
    read = yaml.safe_load(form)
    assert read["decision"]["outcome"] == "granted"
    assert read["opinion"] is None


def test_half_a_surrogate_is_no_text() -> None:
    with pytest.raises(ValidationError):
        saved("\ud800")


@given(TEXTS)
def test_a_form_keeps_any_text_inside_its_comments(text: str) -> None:
    referential = making.referential(
        [{"id": "m", "title": text, "required": "1/2"}], [{"m": {"met": 1}}], title=text
    )
    data = referential.model_dump(mode="json", exclude_unset=True)
    for criterion in data["sections"][0]["criteria"]:
        criterion.update(title=text, requirement=text, evidence=[text], not_applicable_when=text)
    form = blank_audit(Referential.model_validate(data), "fr")
    filled = form.replace("  name:", "  name: x", 1).replace("  - name:", "  - name: x")
    audit = parse_audit(filled.replace("  from:", "  from: 2026-10-12"), source="a.yaml")
    assert list(audit.findings) == ["m-0-1"]
    assert set(yaml.safe_load(form)) == set(yaml.safe_load(blank_audit(referential, "fr")))
