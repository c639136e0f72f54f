"""Kill -9 at every stage of a broadcast: nobody is left out, and repetitions are known."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.delivery import IN_HAND
from sandbox import RecordedCall
from tests.e2e.deliveries import Post, post_office
from tests.services.mailing import METHODIST

NEWS = "Методический день"


@pytest.fixture(scope="module")
async def crowd(folder: Path, migrated_sqlite: Path) -> AsyncIterator[Post]:
    """A town with so many people that the writing of copies takes a while."""
    async with post_office(folder / "kills", migrated_sqlite, crowd=12_000) as post:
        yield post


class Killer:
    """Ends the bot at a chosen moment of a broadcast, and starts it again."""

    def __init__(self, post: Post, number: int) -> None:
        self.post = post
        self.number = number
        self.known: dict[int, int] = {}  # what was in hand at some kill, by person: how often

    async def strikes(self, stage: Callable[[Killer], Awaitable[None]]) -> None:
        """Kill -9 when the moment has come, and note what was in hand."""
        await stage(self)
        process = self.post.town.process
        if process is not None and process.returncode is None:
            await self.post.town.dies()
        self.post.town.box.faults.clear()
        self.post.on_call = lambda _: None
        held = self.post.held()
        assert len(held) <= IN_HAND + 8, "a little more than that is answered and not marked yet"
        for person in held.values():
            self.known[person] = self.known.get(person, 0) + 1
        await self.post.town.starts()

    async def sees(self, look: Callable[[], object], seconds: float = 20) -> None:
        """Watch closely."""
        async with asyncio.timeout(seconds):
            while not look():  # noqa: ASYNC110
                await asyncio.sleep(0.002)

    def row(self) -> tuple[str, int]:
        """State, and how far its copies are written."""
        query = "SELECT state, queued_to FROM broadcast WHERE id = ?"
        [(state, queued_to)] = self.post.town.database.rows(query, self.number)
        return state, queued_to

    async def calls(self, count: int) -> None:
        """Wait for so many further tries."""
        before = len(self.post.calls)
        await self.sees(lambda: len(self.post.calls) >= before + count)

    async def struck(self, times: int, **fault: object) -> None:
        """Wait until a fault has befallen so many calls."""
        armed = self.post.town.box.faults.add(method="sendMessage", **fault)
        await self.sees(lambda: armed.struck >= times)


async def while_copies_are_written(killer: Killer) -> None:
    await killer.sees(lambda: killer.row()[1] > 0)
    assert killer.row()[0] == "queueing"


async def when_they_are_claimed(killer: Killer) -> None:
    await killer.sees(killer.post.held)


async def in_flight(killer: Killer) -> None:
    await killer.struck(8, count=16, delay=1.0)


async def at_the_moment_of_an_answer(killer: Killer) -> None:
    process = killer.post.town.process
    assert process is not None
    left = iter(range(5))

    def die(_: RecordedCall) -> None:
        if next(left, None) is None and process.returncode is None:
            process.send_signal(signal.SIGKILL)

    killer.post.on_call = die
    await process.wait()


async def after_an_answer_before_it_is_marked(killer: Killer) -> None:
    await killer.calls(9)
    await asyncio.sleep(0.02)


async def between_batches(killer: Killer) -> None:
    await killer.calls(12)
    await asyncio.sleep(0.15)


async def while_telegram_wants_nothing(killer: Killer) -> None:
    await killer.struck(1, retry_after=3)
    await asyncio.sleep(0.3)


async def while_the_server_is_down(killer: Killer) -> None:
    await killer.struck(5, count=8, html=True)


async def when_answers_were_lost(killer: Killer) -> None:
    await killer.struck(3, count=3, lose_answer=True)


async def while_it_is_paused(killer: Killer) -> None:
    await killer.calls(3)
    post, control = killer.post, killer.post.services.broadcasts.control
    await control.pause(post.methodist, killer.number)
    await killer.sees(lambda: not post.held())


STAGES = (
    while_copies_are_written,
    when_they_are_claimed,
    in_flight,
    at_the_moment_of_an_answer,
    after_an_answer_before_it_is_marked,
    between_batches,
    while_telegram_wants_nothing,
    while_the_server_is_down,
    when_answers_were_lost,
    while_it_is_paused,
)


@pytest.mark.timeout(300)  # ten lives of a bot
async def test_ten_kills_leave_nobody_out_and_every_repetition_is_known(crowd: Post) -> None:
    post = crowd
    number = await post.sends(NEWS, "teacher")
    killer = Killer(post, number)
    for stage in STAGES:
        await killer.strikes(stage)
    before = len(post.calls)
    await asyncio.sleep(1)
    assert len(post.calls) == before, "a pause outlives a kill"
    await post.services.broadcasts.control.go_on(post.methodist, number)

    progress = await post.is_done(number)
    got = post.got(NEWS)
    assert got.keys() == set(post.groups["teacher"]), "nobody is left out, nobody else gets it"
    uncertain = post.column(number, "uncertain")
    repeated = {person: times - 1 for person, times in got.items() if times > 1}
    assert repeated, "the kills were not at the right moments"
    assert all(uncertain[person] >= times for person, times in repeated.items()), "known"
    assert progress.twice == sum(unsure > 0 for unsure in uncertain.values()), "and counted"
    assert progress.delivered == len(got)
    methodist = post.person(METHODIST)
    await methodist.presses("Итог рассылки")
    await methodist.sees(f"Возможно, пришло дважды: {progress.twice}")
    lost = 8 + 3  # answers that faults took away, kills apart
    assert sum(uncertain.values()) <= sum(killer.known.values()) + lost
