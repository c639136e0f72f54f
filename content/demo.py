"""The people of the demonstration: invented, the same in every municipality."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from content.model import Key, Keyed, Loc, Model, keys, reject
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


class DemoGuest(Model):
    """Somebody who came to an event, and what they said of it."""

    person: Key
    rating: Annotated[int, Field(ge=1, le=5)] | None = None
    comment: Filled | None = None


class DemoLink(Model):
    """A material of an event."""

    title: Filled
    url: Filled


class DemoEvent(Model):
    """An event of the methodist, `in_days` (or days ago, below 0) `at` a local time.

    Without `in_days` it begins within the hour. `registered` come in this order: whoever finds no
    seat waits. `positions`: nobody else may register. A draft is not published.
    """

    key: Key
    title: Filled
    description: Filled | None = None
    form: Key
    level: Key = "municipal"
    blocks: tuple[Key, ...] = ()
    subjects: tuple[Key, ...] = ()
    rubrics: tuple[Key, ...] = ()
    positions: tuple[Key, ...] = ()
    in_days: int | None = None
    at: Annotated[str, Field(pattern=r"^\d\d:\d\d$")] = "15:00"
    minutes: Annotated[int, Field(ge=15)] = 90
    place: Filled | None = None
    link: Filled | None = None
    seats: Annotated[int, Field(ge=1)] | None = None
    draft: bool = False
    registered: tuple[Key, ...] = ()
    came: tuple[DemoGuest, ...] = ()
    materials: tuple[DemoLink, ...] = ()


class DemoBroadcast(Model):
    """A broadcast of the methodist, sent `days_ago` to people in these positions."""

    category: Key
    text: Filled
    positions: tuple[Key, ...] = ()
    days_ago: Annotated[int, Field(ge=1)]
    ack: bool = False
    acknowledged: tuple[Key, ...] = ()


class DemoAnswer(Model):
    """What became of the request of the school at which `person` is coordinator.

    `in_work` stops half way; `reason` is why the first field of a returned one came back.
    """

    person: Key
    state: Literal["in_work", "submitted", "accepted", "returned"]
    reason: Filled | None = None

    @model_validator(mode="after")
    def _says_why_it_came_back(self) -> Self:
        if (self.state == "returned") != (self.reason is not None):
            reject(self, [(("reason",), "belongs to state: returned, and only there")])
        return self


class DemoDecision(Model):
    """A decision of the first place of discussion; with a `person` a recommendation to the school
    at which that person is coordinator, who gave the `report`. `done`: it is confirmed."""

    text: Filled
    responsible: Filled
    in_days: int
    person: Key | None = None
    report: Filled | None = None
    done: bool = False


class DemoCampaign(Model):
    """A campaign of the methodist, opened so many days ago; `closed` a month after that, when
    the `conclusion` and the decisions were written down.

    The data are about the `months` before. Answers are made up, the same at each start afresh.
    """

    title: Filled
    opened_days_ago: Annotated[int, Field(ge=1)]
    months: Annotated[int, Field(ge=1)] = 6
    closed: bool = False
    answers: tuple[DemoAnswer, ...] = ()
    conclusion: Filled | None = None
    decisions: tuple[DemoDecision, ...] = ()


class Demo(Model):
    """The demonstration. A school beyond the profile's list is named by `school_title`.

    `wish` is what people answer in their own words, `answer` what schools do. `maker` makes events
    and broadcasts, and runs campaigns; the earliest one comes first.
    """

    school_title: Filled
    wish: Filled
    answer: Filled
    people: Keyed[DemoPerson]
    maker: Key
    events: Keyed[DemoEvent] = ()
    broadcasts: tuple[DemoBroadcast, ...] = ()
    campaigns: tuple[DemoCampaign, ...] = ()

    @model_validator(mode="after")
    def _names_its_people(self) -> Self:
        known = keys(self.people)
        reject(
            self,
            ((at, f"'{key}' is not in people") for at, key in self._named() if key not in known),
        )
        return self

    def _named(self) -> Iterator[tuple[Loc, str]]:
        """Everybody who is named somewhere, with the place."""
        yield ("maker",), self.maker
        for number, event in enumerate(self.events):
            for key in (*event.registered, *(guest.person for guest in event.came)):
                yield ("events", number), key
        for number, broadcast in enumerate(self.broadcasts):
            for key in broadcast.acknowledged:
                yield ("broadcasts", number), key
        for number, campaign in enumerate(self.campaigns):
            recommended = (one.person for one in campaign.decisions if one.person is not None)
            for key in (*(one.person for one in campaign.answers), *recommended):
                yield ("campaigns", number), key
