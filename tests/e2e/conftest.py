"""The shared town: a running bot that every story uses unless it stops or breaks one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from sandbox import Person
from tests.e2e.deliveries import Post, post_office
from tests.e2e.running import ERROR, Town
from tests.e2e.stories import BROKEN, signs_up_briefly

ADMIN_ID = 900_000_001


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all installations of this run live."""
    return tmp_path_factory.mktemp("towns")


@pytest.fixture(scope="session")
async def shared_town(folder: Path) -> AsyncIterator[Town]:
    """One running bot for all stories that leave it alive."""
    settings = {"admin_ids": str(ADMIN_ID)}
    async with Town(folder / "shared", settings, by_command=True) as town:
        yield town
        assert await town.stops() == 0, town.log


@pytest.fixture
def town(shared_town: Town) -> Iterator[Town]:
    """The shared town; a story must not break anything behind the scenes."""
    before = len(shared_town.log)
    yield shared_town
    assert ERROR not in (said := shared_town.log[before:]), said


@pytest.fixture
async def admin(town: Town, ada: Person) -> Person:
    """The admin of the shared town, who has been told of everything by now: a notice that came
    later would be the newest message."""
    await town.has_told()
    return ada


@pytest.fixture(scope="session")
async def ada(shared_town: Town) -> Person:
    """The admin of the shared town, signed up with a name alone."""
    person = shared_town.person("Ада", "Админова", user_id=ADMIN_ID)
    await signs_up_briefly(person, "Админова Ада Игоревна")
    return person


@pytest.fixture
def anna(town: Town) -> Iterator[Person]:
    """A new teacher."""
    person = town.person()
    yield person
    told = [*(alert["text"] for alert in person.alerts), person.screen]
    assert not [text for text in told if BROKEN in text]


@pytest.fixture(scope="session")
async def post(folder: Path, migrated_sqlite: Path) -> AsyncIterator[Post]:
    """A town full of people; its bot is alive again after every story that ends its life."""
    async with post_office(folder / "post", migrated_sqlite) as post:
        yield post
