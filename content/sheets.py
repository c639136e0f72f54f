"""Spreadsheets that people send in: which columns they have and what belongs in them."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from content.model import Key, Keyed, Model, find, reject
from content.text import Filled, Text, limited

Title = Annotated[Text, limited(40)]


class SheetColumn(Model):
    """One column. `aliases` are other headings that people write; `examples` fill two rows;
    `lines`: line breaks in its cells stay.
    """

    key: Key
    title: Title
    aliases: tuple[Filled, ...] = ()
    required: bool
    lines: bool = False
    hint: Annotated[Text, limited(200)]
    examples: Annotated[tuple[Text | None, ...], Field(min_length=2, max_length=2)]


class SheetLayout(Model):
    """A spreadsheet with one row for each thing."""

    key: Key
    title: Annotated[Text, limited(31)]
    columns: Annotated[Keyed[SheetColumn], Field(min_length=1)]

    @model_validator(mode="after")
    def _demands_something(self) -> Self:
        if not any(column.required for column in self.columns):
            reject(self, [(("columns",), "must have a required column")])
        return self

    def column(self, key: str) -> SheetColumn:
        """The column with this key; KeyError when there is none."""
        return find(self.columns, key)


class Sheets(Model):
    """All layouts."""

    schools: SheetLayout
    coordinators: SheetLayout
    people: SheetLayout
    requests: SheetLayout
