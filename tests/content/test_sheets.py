"""Layouts of spreadsheets: no heading means two columns, every column is explained twice."""

from __future__ import annotations

import pytest

from content import SheetLayout, load_sheets
from content.text import LOCALES
from services.fields import skeleton

LAYOUTS = [
    load_sheets().schools,
    load_sheets().coordinators,
    load_sheets().people,
    load_sheets().requests,
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: str(layout.key))
class TestLayout:
    def test_has_no_heading_for_two_columns(self, layout: SheetLayout) -> None:
        names = [
            (column.key, skeleton(name))
            for column in layout.columns
            for name in (column.key, *column.aliases, column.title.ru, column.title.get("en"))
        ]
        owners: dict[str, set[str]] = {}
        for key, name in names:
            owners.setdefault(name, set()).add(key)
        assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}

    def test_is_written_in_both_languages(self, layout: SheetLayout) -> None:
        for column in layout.columns:
            for text in (column.title, column.hint):
                assert all(getattr(text, locale) for locale in LOCALES), column.key

    def test_gives_an_example_of_what_is_required(self, layout: SheetLayout) -> None:
        for column in layout.columns:
            assert not column.required or all(column.examples), column.key
