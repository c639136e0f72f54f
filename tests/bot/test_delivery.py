"""Sending what the bot owes, over HTTP, through all the trouble that Telegram can make."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from sqlalchemy import select
from structlog.testing import capture_logs

from bot import delivery as module
from bot.app import build_bot
from bot.background import Background
from bot.commands import bring_up_to_date
from bot.delivery import Delivery
from bot.l10n import Localizer
from bot.notices import compose as composed
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


@dataclass
class Office:
    """A bot's outbox and its sender; Anna is signed up and has pressed Start."""

    box: Sandbox
    bot: Bot
    services: Services
    database: Database
    clock: FixedClock
    delivery: Delivery
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
        delivery = Delivery(bot, services, localizer, background)
        uow.on_owed = delivery.wake
        office = Office(box, bot, services, database, clock, delivery, box.person("Анна"))
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


async def test_what_waited_is_sent_at_the_start_and_in_turn(office: Office) -> None:
    for cause in range(25):
        await office.owes(office.anna, cause)
    began = time.monotonic()
    office.delivery.start()
    async with asyncio.timeout(20):
        while any(row.state != "sent" for row in await office.rows()):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert time.monotonic() - began >= 24 * module.PAUSE_SECONDS, "at most 25 a second"
    assert len(texts(office.anna)) == 25


class TestTrouble:
    async def test_of_a_request_to_wait_all_are_held_and_none_is_lost_or_counted(
        self, office: Office
    ) -> None:
        for cause in range(3):
            await office.owes(office.anna, cause)
        office.box.faults.add(method="sendMessage", retry_after=1)
        began = time.monotonic()
        assert await office.delivery.send_batch()
        assert time.monotonic() - began >= 1
        assert [row.state for row in await office.rows()] == ["waiting"] * 3
        assert {row.attempts for row in await office.rows()} == {0}
        await office.delivery.send_batch()
        assert [row.state for row in await office.rows()] == ["sent"] * 3

    @pytest.mark.parametrize(
        "fault",
        [
            {"status": 500},
            {"status": 500, "description": "Internal Server Error: restart"},
            {"html": True},
            {"drop": True},
            {"status": 401},
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
        assert len(texts(office.anna)) == 3

    async def test_of_one_person_does_not_hold_back_the_others(self, office: Office) -> None:
        boris = office.box.person("Борис")
        await office.knows(boris)
        await office.anna.blocks()
        await office.owes(office.anna)
        await office.owes(boris)
        await office.delivery.send_batch()
        first, second = await office.rows()
        assert (first.state, second.state) == ("failed", "sent")
        assert "blocked" in first.error

    @pytest.mark.parametrize(
        ("status", "description"),
        [(400, "Bad Request: chat not found"), (400, "Bad Request: message is too long")],
    )
    async def test_that_stays_is_told_once(
        self, office: Office, status: int, description: str
    ) -> None:
        await office.owes(office.anna)
        office.box.faults.add(method="sendMessage", status=status, description=description)
        await office.delivery.send_batch()
        row = await office.row()
        assert row.state == "failed"
        assert row.error.endswith(description)
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

        monkeypatch.setattr(module, "compose", compose)
        with capture_logs() as logs:
            await office.delivery.send_batch()
        first, second = await office.rows()
        assert (first.state, first.error, second.state) == ("failed", "KeyError", "sent")
        assert [line["event"] for line in logs] == ["a notice cannot be composed"]

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
