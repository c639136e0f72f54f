"""Bookmarks are cached and written behind: somebody who was erased must not come back by them."""

from __future__ import annotations

import asyncio

import pytest

from storage.engine import Database
from storage.fsm import SqlStorage
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.stories import sign_up
from tests.services.test_forgetting import NAME, traces
from tests.storage.test_fsm import ANNA, BORIS
from tests.wiring import build_services


@pytest.mark.parametrize("written", ["written", "waiting", "in hand"])
async def test_a_colleague_who_looked_for_the_name_does_not_bring_it_back(
    uow: UnitOfWork, clock: FixedClock, database: Database, written: str
) -> None:
    services, storage = await build_services(uow, clock), SqlStorage(uow, clock.now)
    uow.on_erased = storage.forget
    adelaida = await sign_up(services, ANNA.chat_id, name=NAME)
    await storage.set_data(ANNA, {"page": 1})
    await storage.set_data(BORIS, {"query": NAME})
    if written == "written":
        await storage.close()
    if written == "in hand":
        await asyncio.sleep(0)
    await services.people.forget(adelaida)
    await storage.set_state(BORIS, "found")  # the colleague goes on
    assert await storage.get_data(BORIS) == {"query": ""}
    await storage.close()
    assert traces(await contents(database), NAME) == []


async def test_other_bookmarks_stay(uow: UnitOfWork, clock: FixedClock) -> None:
    services, storage = await build_services(uow, clock), SqlStorage(uow, clock.now)
    uow.on_erased = storage.forget
    adelaida = await sign_up(services, ANNA.chat_id, name=NAME)
    await storage.set_data(BORIS, {"query": "Петров"})
    await services.people.forget(adelaida)
    assert await storage.get_data(BORIS) == {"query": "Петров"}
    await storage.close()
