"""Broadcasts and notices through all that can go wrong on the way, the bot staying alive or not."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta
from typing import Any

from bot.delivery import IN_HAND
from services.clock import SystemClock
from services.events import subject_of
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.e2e.deliveries import ZONE, Post
from tests.e2e.running import eventually
from tests.services.mailing import METHODIST
from tests.services.messages import tell
from tests.wiring import build_services

RESUMED = "бот снова отвечает"


async def running(post: Post, words: str, copies: int = 10) -> int:
    """A broadcast to the deputies of which the first copies have arrived."""
    number = await post.sends(words, "deputy")
    await eventually(lambda: len(post.got(words)) >= copies, 20)
    return number


def once(post: Post, words: str, position: str = "deputy") -> bool:
    """Whether everybody of a position has got this exactly once, and nobody else."""
    return post.got(words) == dict.fromkeys(post.groups[position], 1)


async def test_a_storm_of_requests_to_wait_is_obeyed_and_nothing_comes_twice(post: Post) -> None:
    for seconds in (1, 2, 3):
        post.town.box.faults.add(method="sendMessage", retry_after=seconds)
    number = await post.sends("Шторм", "head")
    await post.is_done(number)
    assert once(post, "Шторм", "head")
    assert set(post.column(number, "uncertain").values()) == {0}
    assert set(post.column(number, "attempts").values()) == {0}
    calls = [call for call in post.calls if call.params["text"] == "Шторм"]
    refused = [call for call in calls if call.status == 429]
    assert len(refused) == 3
    for call in refused:
        until = call.finished + call.response["parameters"]["retry_after"]
        early = [c for c in calls if call.finished + 0.05 < c.started < until - 0.05]
        assert not early, "all are held, not only this one"


async def test_one_chat_that_is_refused_again_and_again_does_not_hold_the_others_for_ever(
    post: Post,
) -> None:
    slow, *others = post.groups["head"]
    post.town.box.faults.add(method="sendMessage", chat_id=slow, retry_after=1, count=3)
    number = await post.sends("Затор", "head")
    await eventually(lambda: post.got("Затор").keys() >= set(others), 5)
    await post.is_done(number)
    assert once(post, "Затор", "head")


async def test_lost_answers_gateway_pages_and_errors_leave_nobody_out(post: Post) -> None:
    faults = post.town.box.faults
    for what in ("lose_answer", "lose_answer", "drop", "html"):
        faults.add(method="sendMessage", after=2, **{what: True})
    faults.add(method="sendMessage", after=9, status=500, count=2)
    faults.add(method="sendMessage", after=20, status=429)  # without saying for how long
    number = await post.sends("Помехи", "deputy")
    progress = await post.is_done(number)
    got = post.got("Помехи")
    assert got.keys() == set(post.groups["deputy"])
    uncertain = post.column(number, "uncertain")
    repeated = [person for person, times in got.items() if times > 1]
    assert len(repeated) == 2, "the two whose answers were lost after the message was delivered"
    assert all(uncertain[person] for person in repeated)
    assert progress.twice == 4, "those, and the two of whom nobody can know"
    assert progress.delivered == len(got)


async def test_who_blocked_the_bot_is_named_left_out_and_reached_again_on_return(
    post: Post,
) -> None:
    gone = post.groups["head"][:6]
    for person in gone:
        post.person(person).chat.blocked = True  # while the bot was not looking
    number = await post.sends("Первая", "head")
    progress = await post.is_done(number)
    assert (progress.delivered, progress.unreachable, progress.failed) == (6, 6, 0)
    outcomes = post.services.broadcasts.outcomes
    page = await outcomes.names(post.methodist, number, "unreachable", 0)
    assert len({reader.name for reader in page.readers}) == 6

    number = await post.sends("Вторая", "head")
    progress = await post.is_done(number)
    assert (progress.delivered, progress.unreachable) == (6, 6)
    asked = {int(call.params["chat_id"]) for call in post.calls if call.params["text"] == "Вторая"}
    assert not asked & set(gone), "Telegram is not asked in vain"

    for person in gone:
        await post.person(person).unblocks()
    unreachable = """
        SELECT 1 FROM person WHERE unreachable_at IS NOT NULL AND position = 'head'"""
    await eventually(lambda: not post.town.database.rows(unreachable), 10)
    await post.is_done(await post.sends("Третья", "head"))
    assert once(post, "Третья", "head")


async def test_a_notice_overtakes_a_broadcast_and_two_broadcasts_both_end(post: Post) -> None:
    first = await running(post, "Долгая")
    second = await post.sends("Короткая", "head")
    anna = post.person(post.groups["deputy"][-1])
    began = time.monotonic()
    await tell(post.services, await number_of(post, anna.id), "overtakes")
    await eventually(lambda: any(RESUMED in str(m["text"]) for m in anna.bot_messages), 5)
    assert time.monotonic() - began < 2
    assert not once(post, "Долгая"), "the broadcast is not over"
    for number in (first, second):
        await post.is_done(number)
    assert once(post, "Долгая")
    assert once(post, "Короткая", "head")


async def test_a_pause_stops_at_once_and_going_on_completes_it(post: Post) -> None:
    number = await running(post, "Пауза")
    control = post.services.broadcasts.control
    await control.pause(post.methodist, number)
    at_once = len(post.got("Пауза"))
    await eventually(lambda: not post.held(), 5)
    await asyncio.sleep(0.7)
    assert len(post.got("Пауза")) <= at_once + IN_HAND / 2
    assert set(post.column(number, "attempts").values()) == {0}
    await control.go_on(post.methodist, number)
    await post.is_done(number)
    assert once(post, "Пауза")


async def test_a_stop_ends_soon_and_gives_back_what_was_in_hand(post: Post) -> None:
    number = await running(post, "Остановка")
    began = time.monotonic()
    assert await post.town.stops() == 0
    assert time.monotonic() - began < 5
    assert post.held() == {}
    assert len(post.got("Остановка")) < len(post.groups["deputy"]), "it was in the middle"
    await post.town.starts()
    progress = await post.is_done(number)
    assert once(post, "Остановка")
    assert progress.twice == 0


async def test_late_but_useful_reminders_come_and_pointless_ones_are_shown_as_missed(
    post: Post,
) -> None:
    assert await post.town.stops() == 0
    now = SystemClock(ZONE).now()
    anna = post.person(post.groups["deputy"][0])
    soon = await registered(post, anna.id, "Разбор урока", now + timedelta(minutes=40))
    begun = await registered(post, anna.id, "Круглый стол", now - timedelta(minutes=5))
    await post.town.starts()

    reminder = await anna.sees("Разбор урока")
    begins = (now + timedelta(minutes=40)).astimezone(SystemClock(ZONE).zone)
    assert f"{begins:%H:%M}" in reminder["text"]
    await eventually(lambda: reminders(post, begun) == ["missed"], 10)
    await eventually(lambda: reminders(post, soon) == ["sent"], 10)
    assert not any("Круглый стол" in str(message["text"]) for message in anna.bot_messages)

    [line] = (await post.services.events.desk.made_event(post.methodist, begun)).reminders
    assert (line.when, line.lost) == ("hour", 1)
    methodist = post.person(METHODIST)
    await methodist.sends("/broadcast_status")
    await methodist.sees("Круглый стол")


async def registered(post: Post, telegram_id: int, title: str, starts_at: datetime) -> int:
    """An event for which somebody registered two hours ago; its number."""
    clock = FixedClock(SystemClock(ZONE).now() - timedelta(hours=2))
    earlier = await build_services(UnitOfWork(post.database), clock, admin_ids=[METHODIST])
    async with earlier.access.uow.writing() as store:
        row = await store.events.add(post.methodist, "", "12345", title, clock.now())
        facts: dict[str, Any] = {"title": title, "state": "published", "starts_at": starts_at}
        await store.events.change(
            row.id, clock.now(), ends_at=starts_at + timedelta(hours=3), **facts
        )
    await earlier.events.places.register(await number_of(post, telegram_id), row.id)
    return row.id


async def number_of(post: Post, telegram_id: int) -> int:
    """The id of a person."""
    async with post.services.access.uow.reading() as store:
        person = await store.people.by_telegram(telegram_id)
    assert person is not None
    return person.id


def reminders(post: Post, event_id: int) -> list[str]:
    """States of the reminders of an event."""
    query = "SELECT state FROM outbox WHERE subject = ? AND kind = 'event-reminder'"
    return [state for (state,) in post.town.database.rows(query, subject_of(event_id))]
