"""Buttons under broadcasts: a pop-up, another button in their place, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.types import (
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    User,
)
from sqlalchemy import insert

from bot.broadcasts import Acknowledge, Resubscribe, Unsubscribe, compose_broadcast, send_broadcast
from bot.l10n import LOCALES
from services.broadcasts.content import content_of
from storage.models import OutboxMessage
from tests.dialogs.country import Country
from tests.dialogs.phone import DATE, Reaction, Screen, chat_of
from tests.dialogs.world import World

FORGED = ("unsub:", "unsub:spam", "unsub:service", "resub:news.law", "ack:x", "ack:77", "ack:-1")


async def got(world: World, category: str, **given: Any) -> Screen:
    """A broadcast as it came to whoever holds the phone."""
    me, now = await world.my_id(), world.clock.now()
    values = {"category": category, "text": "Приказ", "state": "sending"} | given
    async with world.services.access.uow.writing() as store:
        row = await store.broadcasts.add(me, now, **values)
        content = await content_of(store, row.id)
    copy = {
        "person_id": me, "broadcast_id": row.id, "kind": "broadcast", "facts": {},
        "dedupe_key": f"broadcast:{row.id}:{me}", "state": "sent", "attempts": 0,
        "next_at": now, "created_at": now,
    }  # fmt: skip
    async with world.database.write() as session:
        await session.execute(insert(OutboxMessage).values(**copy))
    assert content is not None
    person = await world.services.people.find(world.user.id)
    assert person is not None
    message = compose_broadcast(content, world.localizer[person.locale], world.profile)
    await send_broadcast(world.bot, world.user.id, message)
    return world.phone.newest


async def presses(world: World, data: str, screen: Screen | None = None) -> Reaction:
    """Press a button with these data under a message that is still there, or under an old one."""
    message: Message | InaccessibleMessage
    if screen is None:
        message = InaccessibleMessage(chat=chat_of(world.user.id), message_id=1)
    else:
        message = Message(
            message_id=screen.message_id,
            date=DATE,
            chat=chat_of(world.user.id),
            from_user=User(id=world.bot.id, is_bot=True, first_name="Bot"),
            text=screen.text,
            reply_markup=InlineKeyboardMarkup(inline_keyboard=[list(row) for row in screen.rows]),
        )
    callback = CallbackQuery(
        id=data, from_user=world.user, chat_instance="1", message=message, data=data
    )
    reaction = await world.happens(callback_query=callback)
    assert reaction.answers == 1
    assert not reaction.faults
    return reaction


def button(screen: Screen, prefix: str) -> InlineKeyboardButton:
    [found] = [one for one in screen.buttons if (one.callback_data or "").startswith(prefix)]
    return found


async def wanted(world: World, category: str) -> bool:
    found = await world.services.subscriptions.mine(await world.my_id())
    return {one.category.key: one.wanted for one in found}[category]


@pytest.mark.parametrize("locale", LOCALES)
async def test_one_tap_unsubscribes_and_another_takes_it_back(
    country: Country, locale: str
) -> None:
    world = await country.at("registered", locale)
    await world.follows("/profile", "edit:name")
    standing = world.state
    screen = await got(world, "news.plans")
    reaction = await presses(world, Unsubscribe(category="news.plans").pack(), screen)
    [(text, alert)] = reaction.notes
    assert alert
    assert len(text) <= 200
    assert not reaction.screens
    assert not await wanted(world, "news.plans")
    changed = world.phone.chat[screen.message_id]
    back = button(changed, "resub")
    assert len(changed.buttons) == len(screen.buttons)
    again = await presses(world, str(back.callback_data), changed)
    assert [alert for _, alert in again.notes] == [False]
    assert await wanted(world, "news.plans")
    assert world.phone.chat[screen.message_id].rows == screen.rows
    assert world.state == standing


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_acknowledgement_is_marked_once(country: Country, locale: str) -> None:
    world = await country.at("registered", locale)
    screen = await got(world, "law", ack=True)
    data = str(button(screen, "ack").callback_data)
    first = await presses(world, data, screen)
    changed = world.phone.chat[screen.message_id]
    assert button(changed, "ack").text.startswith("✓")
    world.clock.advance(days=3)
    second = await presses(world, data, changed)
    assert first.notes == second.notes
    assert world.phone.chat[screen.message_id].rows == changed.rows


async def test_an_old_message_still_works(country: Country) -> None:
    world = await country.at("registered")
    number = int(str(button(await got(world, "law", ack=True), "ack").callback_data)[4:])
    assert (await presses(world, Acknowledge(broadcast_id=number).pack())).notes
    assert (await presses(world, Unsubscribe(category="law").pack())).notes
    assert (await presses(world, Resubscribe(category="law").pack())).notes
    assert await wanted(world, "law")


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_button_changes_nothing(country: Country, data: str) -> None:
    world = await country.at("registered")
    before = await world.services.subscriptions.mine(await world.my_id())
    reaction = await presses(world, data)
    assert reaction.said
    assert await world.services.subscriptions.mine(await world.my_id()) == before


async def test_a_stranger_is_told_to_agree_first(country: Country) -> None:
    world = await country.at("registered")
    world.becomes(700_000_999)
    for data in (Unsubscribe(category="events").pack(), Acknowledge(broadcast_id=1).pack()):
        assert (await presses(world, data)).said
