"""The sender against Telegram's limits, beside the loop that aiogram's documentation shows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from benchmarks.contestants import DATABASE
from benchmarks.mailing import TEXT, mailing
from benchmarks.processes import TOKEN, BotProcess, cores
from benchmarks.report import Row
from sandbox import Limits, RecordedCall, Sandbox
from sandbox.api.limits import RATES

PERMITTED = 1 / RATES["overall"].interval  # messages a second
# Telegram lets a burst of a second's worth pass before it limits: two seconds' worth are skipped.
WARM = 2 * RATES["overall"].burst
SLOWEST = 15.0  # messages a second; a run that takes longer has failed
BLOCKED, BROKEN = 20, 100  # one in so many people


class Watch:
    """What arrives at a server: tries, and those that it took or refused for good."""

    def __init__(self, box: Sandbox, ids: list[int]) -> None:
        self.reached: set[int] = set()
        self.refused_to_wait = 0
        self._untried = set(ids)
        self._tries: list[tuple[float, bool]] = []
        self._all_tried = 0
        self.box = box
        box.server.listeners.append(self._on_call)

    def _on_call(self, call: RecordedCall) -> None:
        if not call.method.startswith("send"):
            return
        chat = int(call.params["chat_id"])
        self.refused_to_wait += call.status == 429
        if call.status == 200:
            self.reached.add(chat)
        if self._untried:
            self._tries.append((call.started, call.done or call.status in (400, 403)))
            self._untried.discard(chat)

    @property
    def share(self) -> float:
        """Messages a second of the permitted ones, from the first `WARM` tries to the moment when
        everybody was tried once: later ones are repetitions that wait for their time."""
        began, tries = self._tries[WARM][0], self._tries[WARM + 1 :]
        settled = sum(took for _, took in tries)
        return settled / (tries[-1][0] - began) / PERMITTED

    async def reach(self, expected: set[int], process: BotProcess) -> None:
        """Wait until these people have got their message."""
        seconds = 60 + len(expected) / SLOWEST
        everybody = self.box.world.changed.until(lambda: expected <= self.reached, seconds)
        await process.until(everybody, seconds)


async def share_rows(people: int, folder: Path, template: Path) -> list[Row]:
    """Which share of the permitted 30 messages a second is used, first with nothing failing.

    Then with one person of 20 having blocked the bot, and one of 100 for whom the first try brings
    a server error. Refusals for good are used rate, as Telegram counts them; errors are not. Ours
    must never be told to wait.
    """
    ours, bare, _ = await _race(people, folder / "calm", template, trouble=False)
    hindered, bare_hindered, left_out = await _race(
        people, folder / "rough", template, trouble=True
    )
    return [
        Row("sender, share of the permitted rate", ours, bare, "of 30/s"),
        Row("… with 5 % blocked, 1 % server errors", hindered, bare_hindered, "of 30/s"),
        Row(f"… people without their message, of {people:,}", *left_out, "people"),
    ]


async def _race(
    people: int, folder: Path, template: Path, *, trouble: bool
) -> tuple[float, float, tuple[int, int]]:
    """Shares of ours and of the baseline at the same time, each with a server of its own."""
    town = await mailing(folder / "ours", template, people)
    (folder / "people").write_text("\n".join(map(str, town.ids)), encoding="utf-8")
    async with AsyncExitStack() as stack:
        watches = [
            await stack.enter_async_context(_telegram(town.ids, trouble=trouble)) for _ in range(2)
        ]
        ours, bare = watches
        expected = {each for each in town.ids if not _blocks(each, trouble)}
        plain = await BotProcess.start(
            ["benchmarks.bare_sender"],
            folder,
            BOT_API_URL=bare.box.url,
            PEOPLE=str(folder / "people"),
            TEXT=TEXT,
        )
        stack.push_async_callback(plain.stop)
        process = await our_bot(town.home, ours.box.url)
        stack.push_async_callback(process.stop)
        await ours.reach(expected, process)
        await plain.ends(60 + people / SLOWEST)
    if ours.refused_to_wait:
        raise RuntimeError(f"told to wait {ours.refused_to_wait} times")
    left_out = [len(expected - each.reached) for each in watches]
    return ours.share, bare.share, (left_out[0], left_out[1])


async def our_bot(home: Path, url: str) -> BotProcess:
    """Our bot on the database that is there."""
    process = await BotProcess.start(
        ["bot", "run"],
        home,
        BOT_API_URL=url,
        DATABASE_URL=f"sqlite+aiosqlite:///{home / DATABASE}",
        LOG_LEVEL="ERROR",
        QUIET_HOURS="off",
    )
    process.pin(cores()[0])
    return process


@asynccontextmanager
async def _telegram(ids: list[int], *, trouble: bool) -> AsyncIterator[Watch]:
    """A server with Telegram's limits on which all these people have pressed Start."""
    limits = Limits(overall=True, chat=True)
    async with Sandbox(TOKEN, strict=False, limits=limits) as box:
        for each in ids:
            chat = box.person("Person", user_id=each).chat
            chat.seen, chat.blocked = True, _blocks(each, trouble)
            if trouble and each % BROKEN == 1:
                box.faults.add(method="sendMessage", chat_id=each, status=500)
        yield Watch(box, ids)


def _blocks(user_id: int, trouble: bool) -> bool:
    return trouble and user_id % BLOCKED == 0
