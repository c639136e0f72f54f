"""Forty people press at once for an event of fifteen seats."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from sandbox import Person
from services.events import subject_of
from tests.e2e.deliveries import Post
from tests.e2e.running import eventually
from tests.e2e.stories import data_of

SEATS, PEOPLE = 15, 40
TITLE = "Открытый урок"


async def an_event(post: Post) -> int:
    """A published event of next month; its number."""
    now = post.services.clock.now()
    begins = now + timedelta(days=30)
    async with post.services.access.uow.writing() as store:
        row = await store.events.add(post.methodist, "", "12345", "rush", now)
        await store.events.change(
            row.id, now, state="published", title=TITLE, seats=SEATS, published_at=now,
            starts_at=begins, ends_at=begins + timedelta(hours=1),
        )  # fmt: skip
    return row.id


def places(post: Post, event_id: int, state: str) -> list[int]:
    """Telegram ids of the people in a state, in their order."""
    query = """
        SELECT telegram_id FROM registration JOIN person ON person.id = person_id
        WHERE event_id = ? AND state = ? ORDER BY since, registration.id"""
    return [each for (each,) in post.town.database.rows(query, event_id, state)]


async def opens(post: Post, person: Person, event_id: int) -> str:
    """Somebody comes by the link of the event; what the button carries."""
    await person.sends(f"/start event-{event_id}")
    await person.sees(TITLE)
    return data_of(person, "Записаться")


async def test_fifteen_get_seats_the_others_a_line_and_a_free_seat_goes_to_the_first_of_it(
    post: Post,
) -> None:
    event_id = await an_event(post)
    people = [post.person(each) for each in post.groups["deputy"][:PEOPLE]]
    buttons = await asyncio.gather(*(opens(post, person, event_id) for person in people))
    taps = [person.taps(data) for person, data in zip(people, buttons, strict=True)]
    await asyncio.gather(*taps, *[people[0].taps(buttons[0]) for _ in range(2)])

    registered, line = (places(post, event_id, state) for state in ("registered", "waiting"))
    assert (len(registered), len(line)) == (SEATS, PEOPLE - SEATS)
    assert {*registered, *line} == {person.id for person in people}
    for number, each in enumerate(line, 1):
        assert str(number) in post.person(each).alerts[-1]["text"], "the place in the line"

    leaving, first = post.person(registered[3]), post.person(line[0])
    await leaving.presses("Отказаться")
    await leaving.presses("Да")
    await eventually(lambda: "Освободилось место" in str(first.bot_messages), 10)
    assert places(post, event_id, "registered")[-1] == first.id
    assert places(post, event_id, "waiting") == line[1:]
    told = "SELECT count(*) FROM outbox WHERE subject = ? AND kind = 'event-seat'"
    assert post.town.database.rows(told, subject_of(event_id)) == [(1,)]
