"""The load: people who press buttons in a chat on the sandbox server.

Nobody polls: the server tells of each finished API call, and whoever waited for it goes on. So
the load costs the server's core little, and a press follows the edit before it at once.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import Any

from sandbox import RecordedCall, Sandbox
from sandbox.people.account import Account

PATIENCE = 60.0
_SHOWS = {"sendmessage", "editmessagetext"}

Message = dict[str, Any]


class Player:
    """One person: writes, presses, and sees the bot's newest screen."""

    def __init__(self, account: Account) -> None:
        self.id = account.chat.id
        self.account = account
        self.screen: Message = {}
        self.pressed = 0.0
        self._seen: asyncio.Future[None] | None = None

    def show(self, message: Message) -> None:
        """The bot sent or edited a message."""
        self.screen = message
        if self._seen is not None and not self._seen.done():
            self._seen.set_result(None)

    async def writes(self, text: str) -> None:
        """Write and wait for the bot's screen."""
        self._seen = asyncio.get_running_loop().create_future()
        self.account.write(text)
        await asyncio.wait_for(self._seen, PATIENCE)

    async def presses(self, ending: str) -> None:
        """Press the button whose callback data ends so, and wait for the screen."""
        data = next((data for data in self.buttons() if data.endswith(ending)), None)
        if data is None:
            raise RuntimeError(f"no button «{ending}» under {self.screen.get('text')!r}")
        self._seen = asyncio.get_running_loop().create_future()
        self.press(data)
        await asyncio.wait_for(self._seen, PATIENCE)

    def buttons(self) -> list[str]:
        """Callback data of the screen's buttons, row by row."""
        rows = self.screen.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = (button for row in rows for button in row)
        return [button["callback_data"] for button in buttons if "callback_data" in button]

    def press(self, data: str) -> str:
        """Press without waiting; the id of the query."""
        self.pressed = time.perf_counter()
        return self.account.press(data, self.screen["message_id"]).id


class Crowd:
    """All players of one server, and the closed loop of taps."""

    def __init__(self, box: Sandbox, ids: list[int]) -> None:
        box.server.listeners.append(self._on_call)
        people = [box.person(f"Person {number}", user_id=number) for number in ids]
        self.players = [Player(Account(box.world, person.chat, strict=False)) for person in people]
        self.latencies: list[float] = []
        self.first_poll: asyncio.Event = asyncio.Event()
        self._by_id = {player.id: player for player in self.players}
        self._idle: deque[Player] = deque(self.players)
        self._to_press = self._unseen = 0
        self._unanswered: set[str] = set()
        self._done: asyncio.Future[None] | None = None

    async def taps(self, count: int, in_flight: int) -> None:
        """Press answer buttons `count` times, at most `in_flight` unseen at any moment.

        Ends when every press has brought its edit and its answer. `latencies` then holds the
        seconds from queuing each update to the edit's arrival at the server.
        """
        self.latencies = []
        self._to_press = self._unseen = count
        self._done = asyncio.get_running_loop().create_future()
        for _ in range(min(in_flight, len(self._idle), count)):
            self._press_next()
        await asyncio.wait_for(self._done, 60 + count * 0.2)
        self._done = None

    def _press_next(self) -> None:
        player = self._idle.popleft()
        # Rows of an item screen: four grades, «not about me», then the way back.
        data = player.buttons()[self._to_press % 4]
        if ":" not in data:
            self._fail(f"no item on the screen: {player.screen.get('text')!r}")
            return
        self._to_press -= 1
        self._unanswered.add(player.press(data))

    def _on_call(self, call: RecordedCall) -> None:
        method = call.method.lower()
        if method == "getupdates":
            self.first_poll.set()
        elif not call.response["ok"]:
            self._fail(f"{call.method} failed: {call.response}")
        elif method in _SHOWS:
            self._on_screen(self._by_id[int(call.params["chat_id"])], call.response["result"])
        elif method == "answercallbackquery":
            self._unanswered.discard(call.params["callback_query_id"])
        if self._done and not self._unseen and not self._unanswered and not self._done.done():
            self._done.set_result(None)

    def _on_screen(self, player: Player, message: Message) -> None:
        player.show(message)
        if self._done is None or not self._unseen:
            return
        self.latencies.append(time.perf_counter() - player.pressed)
        self._unseen -= 1
        self._idle.append(player)
        if self._to_press:
            self._press_next()

    def _fail(self, reason: str) -> None:
        """End the round: a figure with failures in it would be worth nothing."""
        if self._done is not None and not self._done.done():
            self._done.set_exception(RuntimeError(reason))
