"""What stories about broadcasts begin with, and what they look at."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select, update

from services.permissions import Role
from services.subscriptions import SERVICE
from storage.engine import Database
from storage.models import Consent, OutboxMessage, Person
from tests.services.stories import CONSENT, sign_up
from tests.wiring import Services

METHODIST, CROWD = 700_000_050, 710_000_000
HELLO = "Добрый день, <b>коллеги</b>"


async def a_methodist(services: Services) -> int:
    """Somebody who may send broadcasts."""
    person = await sign_up(services, METHODIST, name="Мерц Зоя Павловна")
    now = services.clock.now()
    async with services.access.uow.writing() as store:
        await store.roles.add(person, Role.METHODIST, now, state="active")
    return person


async def a_crowd(database: Database, count: int, now: datetime) -> None:
    """So many people who signed up a day ago, all at once."""
    then = now - timedelta(days=1)
    async with database.write() as session:
        people = [
            {
                "telegram_id": CROWD + number, "locale": "ru", "full_name": f"Ежов Иван {number}",
                "subjects_given": True, "position": "teacher", "registered_at": then,
                "created_at": then, "updated_at": then,
            }
            for number in range(count)
        ]  # fmt: skip
        await session.execute(insert(Person), people)
        agreed = select(
            Person.id, func.cast(CONSENT, Consent.version.type), Person.locale, Person.created_at
        ).where(Person.telegram_id >= CROWD)
        names = ["person_id", "version", "locale", "given_at"]
        await session.execute(insert(Consent).from_select(names, agreed))


async def block(database: Database, telegram_id: int, now: datetime) -> None:
    """Somebody blocks the bot."""
    async with database.write() as session:
        blocked = update(Person).where(Person.telegram_id == telegram_id)
        await session.execute(blocked.values(unreachable_at=now))


async def a_draft(services: Services, methodist: int, category: str = SERVICE) -> int:
    """A draft to everybody that says hello."""
    drafts = services.broadcasts.drafts
    number = await drafts.create(methodist)
    await drafts.set_text(methodist, number, HELLO)
    await drafts.set_category(methodist, number, category)
    return number


async def sends(services: Services, methodist: int, category: str = SERVICE) -> int:
    """The draft is let go at once."""
    number = await a_draft(services, methodist, category)
    await services.broadcasts.control.send(methodist, number, True)
    return number


async def settle(services: Services) -> None:
    """All steps that can be done now."""
    while await services.broadcasts.sending.advance():
        pass


async def state_of(services: Services, number: int) -> str:
    async with services.access.uow.reading() as store:
        row = await store.broadcasts.get(number)
    return row.state if row else "gone"


async def copies(database: Database, number: int) -> dict[str, int]:
    """How many copies there are in each state."""
    query = select(OutboxMessage.state).where(OutboxMessage.broadcast_id == number)
    async with database.read() as session:
        return dict(Counter((await session.execute(query)).scalars()))


async def deliver(services: Services, limit: int = 1000, message_id: int = 5) -> list[int]:
    """The sender sends what is due; Telegram ids of those who got a copy."""
    owed = await services.outbox.claim(limit)
    for one in owed:
        await services.outbox.sent(one, message_id)
    return [one.recipient.telegram_id for one in owed if one.broadcast]


async def facts_of(database: Database, kind: str) -> list[tuple[int, Any]]:
    """Notices of a kind: to whom, and the facts."""
    query = select(OutboxMessage.person_id, OutboxMessage.facts).where(OutboxMessage.kind == kind)
    async with database.read() as session:
        return [(row[0], row[1]) for row in await session.execute(query)]
