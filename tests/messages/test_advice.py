"""What to write instead: each sentence and each form is used, and stands in both languages."""

import pytest
from regenerate import invalid_files, problems_in

from cpe_label import Audit, AuditError
from cpe_label.messages.advice import ADVICE, FORMS, advised
from cpe_label.messages.phrase import OF_FILES
from cpe_label.text.typography import LANGUAGES, Language


def test_every_sentence_has_its_broken_file() -> None:
    found = {
        one.arguments["advice"]
        for path in invalid_files()
        for one in problems_in(path.read_bytes(), path.name)
        if "advice" in one.arguments
    }
    assert found == ADVICE.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_a_group_of_keys(language: Language) -> None:
    for form in FORMS:
        arguments = {"advice": "form", "form": form, "text": "x", "day": "a_day", "word": "met"}
        shown = advised(language, OF_FILES, arguments)
        assert "{" in shown
        assert "}" in shown
        assert "a_day" not in shown
    assert advised(language, OF_FILES, {}) == ""


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ({"organisation": "Coopérative : Exemple"}, '{id: …, name: "Coopérative : Exemple"}'),
        ({"audited_on": "12/10/2026"}, "{from: 2026-10-12}"),
        ({"audited_on": "demain"}, "{from: AAAA-MM-JJ}"),
        ({"decision": "accordé"}, "{outcome: granted, decided_on: AAAA-MM-JJ}"),
        ({"findings": {"C-1": "NC"}}, "{status: not_met}"),
        ({"findings": {"C-1": "Vu sur place"}}, "{status: …, comment: Vu sur place}"),
        ({"findings": {"C-1": {"action": "Relancer"}}}, "« recommendation: Relancer »"),
        ({"auditors": ["Personne A"]}, "{name: Personne A}"),
        ({"auditors": "Personne A"}, "- {name: Personne A}"),
    ],
)
def test_the_text_that_was_written_stands_in_the_form(data: dict[str, object], shown: str) -> None:
    with pytest.raises(AuditError) as caught:
        Audit.build(data)
    messages = [one.message("fr").replace("\u202f", " ") for one in caught.value.problems]
    assert [one for one in messages if shown in one]
