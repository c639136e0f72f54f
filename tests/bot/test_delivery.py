"""Sending what the bot owes, over HTTP, through all the trouble that Telegram can make."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from sqlalchemy import insert, select
from structlog.testing import capture_logs

from bot import delivery as module
from bot import outgoing
from bot.app import build_bot
from bot.background import Background
from bot.commands import bring_up_to_date
from bot.delivery import MANY, Delivery
from bot.hand import OF_ONE_CHAT
from bot.l10n import Localizer
from bot.notices import compose as composed
from bot.pacing import CHAT_BURST, PacedRequests, Pacer
from bot.settings import Settings
from sandbox import Person, Sandbox
from services.notices import Notice, owe
from services.permissions import Role
from services.use_cases import Services
from storage.engine import Database
from storage.models import OutboxMessage
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import opened, sqlite_url
from tests.services.stories import sign_up
from tests.wiring import build_services

RESUMED = "бот снова отвечает"
PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAAAAACoWZBhAAAADElEQVR4nGNgoCcAAABuAAFIXXpjAAAAAElFTkSuQmCC"
)


@dataclass
class Office:
    """A bot's outbox and its sender; Anna is signed up and has pressed Start."""

    box: Sandbox
    bot: Bot
    services: Services
    database: Database
    clock: FixedClock
    delivery: Delivery
    pacer: Pacer
    anna: Person
    numbers: dict[int, int] = field(default_factory=dict)

    async def knows(self, person: Person) -> None:
        """Somebody signs up."""
        await person.sends("/start")
        self.numbers[person.id] = await sign_up(self.services, person.id)

    async def owes(self, person: Person, cause: object = 1) -> None:
        """A notice to one person."""
        async with self.services.access.uow.writing() as store:
            me, now = self.numbers[person.id], self.clock.now()
            await owe(store, me, Notice.SERVICE_RESUMED, cause, now)

    async def broadcasts(self, *people: Person, state: str = "sending", **values: Any) -> None:
        """A broadcast with a copy for each of them, written and due."""
        now = self.clock.now()
        async with self.services.access.uow.writing() as store:
            row = await store.broadcasts.add(
                self.numbers[people[0].id], now, state=state, text="Новости", category="service",
                started_at=now, queued_to=1 << 40, **values,
            )  # fmt: skip
        copies = [
            {
                "person_id": self.numbers[person.id], "broadcast_id": row.id, "kind": "broadcast",
                "facts": {}, "dedupe_key": f"broadcast:{row.id}:{person.id}", "state": "waiting",
                "due_at": now, "next_at": now, "created_at": now,
            }
            for person in people
        ]  # fmt: skip
        async with self.database.write() as session:
            await session.execute(insert(OutboxMessage), copies)

    async def unreachable(self, person: Person) -> bool:
        found = await self.services.people.find(person.id)
        assert found is not None
        return found.unreachable_at is not None

    async def rows(self) -> list[Any]:
        async with self.database.read() as session:
            query = select(OutboxMessage).order_by(OutboxMessage.id)
            return list((await session.execute(query)).all())

    async def row(self) -> Any:
        [row] = await self.rows()
        return row


@pytest.fixture
async def office(sqlite_file: Path) -> AsyncIterator[Office]:
    clock, localizer, background = FixedClock(), Localizer(strict=True), Background()
    async with Sandbox() as box, opened(sqlite_url(sqlite_file)) as database:
        uow = UnitOfWork(database)
        services = await build_services(uow, clock)
        settings: dict[str, Any] = {"bot_token": box.token, "_env_file": None}
        bot = build_bot(Settings(**settings, bot_api_url=box.url))
        pacer = Pacer()
        bot.session.middleware(PacedRequests(pacer))
        delivery = Delivery(bot, services, localizer, background, pacer)
        uow.on_owed = delivery.wake
        anna = box.person("Анна", "Иванова")
        office = Office(box, bot, services, database, clock, delivery, pacer, anna)
        await office.knows(office.anna)
        yield office
        await delivery.stop()
        await background.drain(5)
        await bot.session.close()


def texts(person: Person) -> list[str]:
    return [str(message["text"]) for message in person.bot_messages]


async def test_a_notice_arrives_with_its_button_and_is_marked(office: Office) -> None:
    await office.owes(office.anna)
    assert await office.delivery.send_batch()
    message = await office.anna.sees(RESUMED)
    row = await office.row()
    assert (row.state, row.message_id) == ("sent", message["message_id"])
    assert office.anna.buttons == [["Что можно сделать сейчас"]]
    assert not await office.delivery.send_batch()


async def test_a_running_sender_is_woken_and_ends_when_asked(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOOK_SECONDS", 600)
    office.delivery.start()
    await asyncio.sleep(0.1)
    await office.owes(office.anna)
    await office.anna.sees(RESUMED)
    await office.delivery.stop()
    await office.owes(office.anna, 2)
    await asyncio.sleep(0.2)
    assert [row.state for row in await office.rows()] == ["sent", "waiting"]


async def test_what_waits_for_one_person_comes_in_turn(office: Office) -> None:
    for cause in range(CHAT_BURST):
        await office.owes(office.anna, cause)
    await office.delivery.send_batch()
    rows = await office.rows()
    assert [row.state for row in rows] == ["sent"] * CHAT_BURST
    numbers = [row.message_id for row in rows]
    assert numbers == sorted(numbers)


async def test_a_crowd_of_messages_for_one_person_gives_way_to_others(office: Office) -> None:
    boris = office.box.person("Борис")
    await office.knows(boris)
    for cause in range(14):
        await office.owes(office.anna, cause)
    await office.owes(boris)
    office.delivery.start()
    await boris.sees(RESUMED)
    await office.delivery.stop()
    *of_anna, last = await office.rows()
    waiting = [row for row in of_anna if row.state == "waiting"]
    assert last.state == "sent"
    assert len(waiting) >= 14 - CHAT_BURST - OF_ONE_CHAT - 1
    due = [row.next_at for row in waiting]
    assert due == sorted(due), "they keep their order"
    assert {row.attempts for row in waiting} == {0}


async def test_notices_go_before_copies_of_a_broadcast_that_runs(office: Office) -> None:
    await office.broadcasts(office.anna)
    await office.owes(office.anna)
    await office.delivery.send_batch()
    assert [RESUMED in text for text in texts(office.anna)] == [True, False]


async def test_a_broadcast_that_is_held_keeps_its_copies(office: Office) -> None:
    await office.broadcasts(office.anna, state="paused")
    assert not await office.delivery.send_batch()
    assert (await office.row()).state == "waiting"


@pytest.mark.parametrize("media", [None, "photo", "document"])
async def test_a_copy_of_a_broadcast_comes_as_it_was_made(
    office: Office, media: str | None
) -> None:
    file_id = None
    if media == "photo":
        file_id = (await office.anna.sends_photo(PICTURE))["photo"][-1]["file_id"]
    elif media == "document":
        file_id = (await office.anna.sends_document("plan.txt", b"x"))["document"]["file_id"]
    await office.broadcasts(office.anna, media=media, file_id=file_id)
    await office.delivery.send_batch()
    assert (await office.row()).state == "sent"
    [message] = office.anna.bot_messages
    assert message.get("caption" if media else "text") == "Новости"
    assert media is None or media in message


async def test_at_night_what_may_not_wait_comes_without_a_sound(office: Office) -> None:
    office.clock.advance(hours=12)
    await office.owes(office.anna)
    await office.delivery.send_batch()
    assert office.box.calls[-1].params["disable_notification"] == "true"
    office.clock.advance(hours=10)
    await office.owes(office.anna, 2)
    await office.delivery.send_batch()
    assert "disable_notification" not in office.box.calls[-1].params


class TestTrouble:
    async def test_of_a_request_to_wait_all_are_held_and_none_is_lost_or_counted(
        self, office: Office
    ) -> None:
        for cause in range(3):
            await office.owes(office.anna, cause)
        office.box.faults.add(method="sendMessage", retry_after=1)
        assert await office.delivery.send_batch()
        assert [row.state for row in await office.rows()] == ["waiting"] * 3
        assert {(row.attempts, row.uncertain) for row in await office.rows()} == {(0, 0)}
        assert office.pacer.held > 0.5
        assert not await office.delivery.send_batch(), "nothing is claimed meanwhile"
        await office.pacer.free()
        await office.delivery.send_batch()
        assert [row.state for row in await office.rows()] == ["sent"] * 3

    async def test_of_a_request_to_wait_that_another_call_got_holds_the_outbox_too(
        self, office: Office
    ) -> None:
        await office.owes(office.anna)
        office.box.faults.add(method="sendMessage", retry_after=1)
        answer = asyncio.create_task(office.bot.send_message(office.anna.id, "Ответ"))
        await asyncio.sleep(0.3)
        assert not await office.delivery.send_batch()
        await answer
        assert texts(office.anna) == ["Ответ"], "the answer came all the same"
        await office.delivery.send_batch()
        assert (await office.row()).state == "sent"

    @pytest.mark.parametrize(
        "fault",
        [
            {"status": 500},
            {"status": 500, "description": "Internal Server Error: restart"},
            {"html": True},
            {"drop": True},
            {"status": 401},
            {"status": 404},
            {"status": 429},
        ],
        ids=str,
    )
    async def test_that_passes_is_waited_out(self, office: Office, fault: dict[str, Any]) -> None:
        await office.owes(office.anna)
        office.box.faults.add(method="sendMessage", **fault)
        await office.delivery.send_batch()
        row = await office.row()
        assert (row.state, row.attempts) == ("waiting", 1)
        assert row.error
        assert row.uncertain == ("status" not in fault), "may it have arrived?"
        assert not await office.delivery.send_batch()
        office.clock.advance(row.next_at - office.clock.now())
        assert await office.delivery.send_batch()
        assert (await office.row()).state == "sent"
        assert len(texts(office.anna)) == 1

    async def test_a_lost_answer_repeats_that_one_message_and_no_other(
        self, office: Office
    ) -> None:
        await office.owes(office.anna, 1)
        await office.owes(office.anna, 2)
        office.box.faults.add(method="sendMessage", lose_answer=True)
        await office.delivery.send_batch()
        office.clock.advance(timedelta(seconds=5))
        await office.delivery.send_batch()
        assert [row.state for row in await office.rows()] == ["sent", "sent"]
        assert [row.uncertain for row in await office.rows()] == [1, 0], "and it is known"
        assert len(texts(office.anna)) == 3

    async def test_in_which_nobody_listens_is_no_lost_answer(self, office: Office) -> None:
        await office.owes(office.anna)
        await office.box.stop()
        await office.delivery.send_batch()
        row = await office.row()
        assert (row.state, row.attempts, row.uncertain) == ("waiting", 1, 0)

    async def test_that_befalls_everybody_lets_the_server_rest(self, office: Office) -> None:
        people = [office.box.person(f"Учитель {number}") for number in range(MANY + 3)]
        for person in people:
            await office.knows(person)
            await office.owes(person)
        down = office.box.faults.add(method="sendMessage", count=None, status=502)
        await office.delivery.send_batch()
        assert MANY <= down.struck <= MANY + 3
        assert not await office.delivery.send_batch(), "no hammering"
        office.box.faults.clear()
        office.clock.advance(timedelta(minutes=1))
        office.delivery.start()
        for person in people:
            await person.sees(RESUMED)

    async def test_of_one_person_does_not_hold_back_the_others(self, office: Office) -> None:
        boris = office.box.person("Борис")
        await office.knows(boris)
        await office.anna.blocks()
        await office.owes(office.anna)
        await office.owes(boris)
        await office.delivery.send_batch()
        first, second = await office.rows()
        assert (first.state, second.state) == ("unreachable", "sent")
        assert "blocked" in first.error
        assert await office.unreachable(office.anna)
        assert not await office.unreachable(boris)

    @pytest.mark.parametrize(
        ("status", "description"),
        [
            (403, "Forbidden: user is deactivated"),
            (403, "Forbidden: bot can't initiate conversation with a user"),
            (400, "Bad Request: chat not found"),
        ],
    )
    async def test_that_has_nobody_at_the_other_end_is_remembered(
        self, office: Office, status: int, description: str
    ) -> None:
        for cause in range(2):
            await office.owes(office.anna, cause)
        office.box.faults.add(method="sendMessage", status=status, description=description)
        await office.delivery.send_batch()
        first, _ = await office.rows()
        assert first.state == "unreachable"
        assert first.error.endswith(description)
        assert await office.unreachable(office.anna)
        calls = len(office.box.calls)
        await office.owes(office.anna, 3)
        await office.delivery.send_batch()
        assert [row.state for row in await office.rows()][2] == "unreachable"
        assert len(office.box.calls) == calls, "nobody is asked again"

    async def test_that_stays_is_told_once(self, office: Office) -> None:
        await office.owes(office.anna)
        description = "Bad Request: message is too long"
        office.box.faults.add(method="sendMessage", status=400, description=description)
        await office.delivery.send_batch()
        row = await office.row()
        assert row.state == "failed"
        assert row.error.endswith(description)
        assert not await office.unreachable(office.anna)
        office.clock.advance(timedelta(days=2))
        assert not await office.delivery.send_batch()

    async def test_in_composing_fails_that_one_and_goes_on(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await office.owes(office.anna, 1)
        await office.owes(office.anna, 2)
        broken = iter([KeyError("role")])

        def compose(*arguments: Any) -> Any:
            for error in broken:
                raise error
            return composed(*arguments)

        monkeypatch.setattr(outgoing, "compose", compose)
        with capture_logs() as logs:
            await office.delivery.send_batch()
        first, second = await office.rows()
        assert (first.state, first.error, second.state) == ("failed", "KeyError", "sent")
        assert [line["event"] for line in logs] == ["a message cannot be composed"]

    async def test_is_logged_without_names_and_texts(self, office: Office) -> None:
        await office.anna.blocks()
        await office.owes(office.anna)
        with capture_logs() as logs:
            await office.delivery.send_batch()
        assert logs
        said = repr(logs)
        assert "Иванова" not in said
        assert RESUMED not in said


class TestCommandsOfAChat:
    async def test_that_telegram_did_not_take_are_tried_again_and_then_left_alone(
        self, office: Office
    ) -> None:
        me = office.numbers[office.anna.id]
        async with office.services.access.uow.writing() as store:
            await store.roles.add(me, Role.METHODIST, office.clock.now())
        office.box.faults.add(method="setMyCommands", status=502)
        await self.looks(office)
        assert self.shown(office) == []
        await self.looks(office)
        assert "people" in [command["command"] for command in self.shown(office)]
        calls = len(office.box.calls)
        await self.looks(office)
        assert len(office.box.calls) == calls

    async def looks(self, office: Office) -> None:
        person = await office.services.people.find(office.anna.id)
        assert person is not None
        await bring_up_to_date(office.bot, office.services, Localizer(strict=True), person)

    def shown(self, office: Office) -> list[dict[str, Any]]:
        return office.box.commands(scope={"type": "chat", "chat_id": office.anna.id})
