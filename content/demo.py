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


class DemoCourse(Model):
    """A course finished `days_ago`."""

    title: Filled
    hours: Annotated[int, Field(ge=1)]
    days_ago: Annotated[int, Field(ge=0)]


class DemoWork(Model):
    """What somebody who works at a school told of it; `school` counts the profile's from 1."""

    school: Annotated[int, Field(ge=1)]
    position: Key
    subjects: tuple[Key, ...] = ()
    experience: Annotated[int, Field(ge=0)]
    post: Annotated[int, Field(ge=0)]
    category: Key


class DemoCard(Model):
    """What the person told at sign-up; people of the service work at no school.

    `moves_to` is the school that a change of school waits for, `attestation_in` the days until
    the next attestation.
    """

    full_name: Filled
    work: DemoWork | None = None
    courses: tuple[DemoCourse, ...] = ()
    attestation_in: Annotated[int, Field(ge=1)] | None = None
    moves_to: Annotated[int, Field(ge=1)] | None = None


class DemoRole(Model):
    """A role that the admin gave; at one's own school where the role has a school."""

    role: Key
    own_school: bool = False


class DemoPerson(Model):
    """Somebody whom the person at the screen can play; without a card a stranger to the bot.

    `admin`: an admin by the settings, who appoints the others.
    """

    key: Key
    first_name: Filled
    last_name: Filled
    language: Annotated[str, Field(pattern="|".join(LOCALES))] = LOCALES[0]
    note: Text
    card: DemoCard | None = None
    admin: bool = False
    roles: tuple[DemoRole, ...] = ()
    passes: tuple[DemoPass, ...] = ()


class Demo(Model):
    """The demonstration. A school beyond the profile's list is named by `school_title`.

    `wish` is what people answer in their own words.
    """

    school_title: Filled
    wish: Filled
    people: Keyed[DemoPerson]
