"""A notice to one person while a broadcast to many is on its way."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from benchmarks.contestants import IDS
from benchmarks.mailing import TEXT, TITLE, Mailing, mailing
from benchmarks.players import PATIENCE, Player
from benchmarks.processes import TOKEN
from benchmarks.report import Row
from benchmarks.sending import PERMITTED, our_bot
from sandbox import Limits, RecordedCall, Sandbox
from sandbox.people.account import Account

BETWEEN = 1.0  # seconds from one notice to the next
BEGUN = 30  # copies


class Line:
    """People in the line for one seat: whoever withdraws makes the bot tell the next one."""

    def __init__(self, box: Sandbox, town: Mailing) -> None:
        self._event_id = town.event_id
        self._told: dict[int, asyncio.Future[float]] = {}
        self._players: dict[int, Player] = {}
        self.copies = 0
        self.begun = asyncio.Event()
        for each in town.ids:
            chat = box.person("Person", user_id=each).chat
            chat.seen = True
            self._players[each] = Player(Account(box.world, chat, strict=False))
        box.server.listeners.append(self._on_call)

    def _on_call(self, call: RecordedCall) -> None:
        message = call.response.get("result")
        if call.status != 200 or not isinstance(message, dict) or "text" not in message:
            return
        chat = int(call.params["chat_id"])
        if message["text"].startswith(TEXT[3:20]):
            self.copies += 1
            if self.copies >= BEGUN:
                self.begun.set()
        elif chat in self._told and TITLE in message["text"]:
            self._told.pop(chat).set_result(time.perf_counter())
        else:
            self._players[chat].show(message)

    async def withdraws(self, number: int) -> float:
        """The holder of the seat gives it up; in how many seconds the next one hears of it."""
        player, following = self._players[IDS[number]], IDS[number + 1]
        await player.writes(f"/start event-{self._event_id}")
        await player.presses("leave")
        told = self._told[following] = asyncio.get_running_loop().create_future()
        yes = next(data for data in player.buttons() if data.endswith("yes"))
        player.press(yes)
        arrived = await asyncio.wait_for(told, PATIENCE)
        return arrived - player.pressed


async def overtaking_row(notices: int, folder: Path, template: Path) -> Row:
    """From a press to the notice that it causes for somebody else, the slowest of several.

    Somebody gives up a seat, and who is next in the line is told, while a broadcast runs at the
    full rate. Baseline: the same bot and the same press, with no broadcast under way.
    """
    slowest = {}
    people = BEGUN + int((2 * BETWEEN * notices + 4) * PERMITTED)
    for broadcast in (True, False):
        home = folder / f"notices-{broadcast}"
        town = await mailing(home, template, people, line=notices, broadcast=broadcast)
        slowest[broadcast] = await _slowest(notices, town, busy=broadcast)
    name = "a notice while a broadcast runs, the slowest, s"
    return Row(name, slowest[True], slowest[False], "s")


async def _slowest(notices: int, town: Mailing, *, busy: bool) -> float:
    async with Sandbox(TOKEN, strict=False, limits=Limits(overall=True, chat=True)) as box:
        line = Line(box, town)
        process = await our_bot(town.home, box.url)
        try:
            if busy:
                await process.until(line.begun.wait())
            taken = []
            for number in range(1, notices + 1):
                taken.append(await line.withdraws(number))
                await asyncio.sleep(BETWEEN)
            if busy and line.copies >= len(town.ids):
                raise RuntimeError("the broadcast was over before the notices")
        finally:
            await process.stop()
    return max(taken)
