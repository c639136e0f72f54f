"""The people of the demonstration: invented, the same in every municipality."""

from typing import Annotated

from pydantic import Field

from content.model import Key, Keyed, Model
from content.text import LOCALES, Filled, Text


class DemoPass(Model):
    """One assessment of a demo person, `days_ago` before the demonstration begins.

    Blocks in `weak` are answered low, those in `strong` high. `answered` stops after so many
    items and leaves the assessment open.
    """

    days_ago: Annotated[int, Field(ge=0)]
    weak: tuple[Key, ...] = ()
    strong: tuple[Key, ...] = ()
    answered: Annotated[int, Field(ge=1)] | None = None


class DemoCard(Model):
    """What the person told at sign-up. `school` counts the schools of the profile from 1."""

    school: Annotated[int, Field(ge=1)]
    full_name: Filled
    position: Key
    subjects: tuple[Key, ...] = ()
    experience: Annotated[int, Field(ge=0)]
    post: Annotated[int, Field(ge=0)]
    category: Key


class DemoPerson(Model):
    """Somebody whom the person at the screen can play; without a card a stranger to the bot."""

    key: Key
    first_name: Filled
    last_name: Filled
    language: Annotated[str, Field(pattern="|".join(LOCALES))] = LOCALES[0]
    note: Text
    card: DemoCard | None = None
    passes: tuple[DemoPass, ...] = ()


class Demo(Model):
    """The demonstration. A school beyond the profile's list is named by `school_title`.

    `wish` is what people answer in their own words.
    """

    school_title: Filled
    wish: Filled
    people: Keyed[DemoPerson]
