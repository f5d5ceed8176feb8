"""What stands where in a spreadsheet: every key of a file has its cell, every cell its words."""

from collections.abc import Iterable

import pytest
from pydantic import BaseModel

from cpe_label import Audit, Finding, Referential
from cpe_label.messages.spreadsheet import COLUMNS, LINES, OTHER_COLUMNS, PARTS, WORDS
from cpe_label.model import sheets
from cpe_label.model.members import Member, Members
from cpe_label.model.sheets import Field, Form
from cpe_label.model.validation import keys_at

FORMS = {
    "audit": (sheets.AUDIT_FORM, Audit, {"rows"}, {"findings", "auditors", "events"}),
    "referential": (sheets.REFERENTIAL_FORM, Referential, set(), {"levels", "sources", "sections"}),
    "members": (sheets.MEMBERS_FORM, Members, set(), {"members"}),
}
TABLES = {
    "audit": (sheets.FINDING_COLUMNS, Finding, (), set()),
    "levels": (sheets.LEVEL_COLUMNS, Referential, ("levels", 0), set()),
    "sources": (sheets.SOURCE_COLUMNS, Referential, ("sources", 0), set()),
    "sections": (sheets.SECTION_COLUMNS, Referential, ("sections", 0), {"criteria"}),
    "grid": (sheets.GRID_COLUMNS, Referential, ("sections", 0, "criteria", 0), set()),
    "members": (sheets.MEMBER_COLUMNS, Member, (), set()),
}


def leaves(model: type[BaseModel], path: tuple[str | int, ...] = ()) -> Iterable[str]:
    """The keys of a mapping, with a dot before those of a mapping in it; lists are one key."""
    for key, field in keys_at(model, path).items():
        inside = keys_at(model, (*path, key))
        is_list = "tuple" in str(field.annotation) or "FrozenMap" in str(field.annotation)
        if inside and not is_list and set(inside) != set(keys_at(model, path)):
            yield from (f"{key}.{name}" for name in leaves(model, (*path, key)))
        else:
            yield key


@pytest.mark.parametrize("name", FORMS)
def test_every_key_has_its_line_and_every_line_its_words(name: str) -> None:
    form, model, more, elsewhere = FORMS[name]
    names = [one.name for one in form.fields]
    assert set(names) == {*leaves(model), *more} - elsewhere
    assert len(set(names)) == len(names)
    assert {*names, *form.lists} <= set(LINES)
    assert [form.row(one) for one in names] == list(range(2, len(names) + 2))


@pytest.mark.parametrize("name", TABLES)
def test_every_key_has_its_column_and_every_column_its_words(name: str) -> None:
    fields, model, path, elsewhere = TABLES[name]
    names = {one.name for one in fields} - {"section" if name == "grid" else ""}
    assert names == {*leaves(model, path)} - elsewhere
    assert names <= {*COLUMNS, *OTHER_COLUMNS.get(name, {})}


def test_every_list_of_a_form_has_the_keys_and_words_of_its_items() -> None:
    for name, fields in sheets.AUDIT_FORM.lists.items():
        assert [one.name for one in fields] == list(keys_at(Audit, (name, 0)))
        assert len(PARTS[name]) == len(fields)


def test_every_word_has_its_list() -> None:
    every = [*sheets.AUDIT_FORM.fields, *sheets.FINDING_COLUMNS, *sheets.LEVEL_COLUMNS]
    every += [one for fields in sheets.AUDIT_FORM.lists.values() for one in fields]
    assert {str(one.path[-1]) for one in every if one.kind == "word"} == set(WORDS)


def test_a_field_stands_at_its_path() -> None:
    assert Field("audited_on.from", "day").path == ("audited_on", "from")
    assert Form((Field("format"),)).lists == {}
