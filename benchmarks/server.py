"""The sandbox server by itself: does its memory stay flat under a flood of messages?"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import aiohttp

from benchmarks.processes import TOKEN, BotProcess
from benchmarks.report import Row

PEOPLE = 50
HISTORY = 20  # messages kept in each chat: all chats are full after the first tenth
SENDERS = 8
PORT = 18_099

_KEYBOARD = json.dumps(
    {"inline_keyboard": [[{"text": f"Answer {n}", "callback_data": f"a:{n}"}] for n in range(5)]}
)


async def memory_row(messages: int, folder: Path) -> Row:
    """Resident memory after `messages` sent messages, against that after the first tenth."""
    url = f"http://127.0.0.1:{PORT}"
    options = ["--port", str(PORT), "--token", TOKEN, "--history", str(HISTORY), "--no-limits"]
    server = await BotProcess.start(["sandbox", *options], folder)
    try:
        async with aiohttp.ClientSession(url) as session:
            people = await _people(session)
            await _send(session, people, messages // 10)
            warm = server.memory
            await _send(session, people, messages - messages // 10)
            full = server.memory
    finally:
        await server.stop()
    return Row(f"sandbox memory after {messages:,} messages, MB", full, warm, "MB")


async def _people(session: aiohttp.ClientSession) -> list[int]:
    """People who have pressed Start."""
    await _until_it_serves(session)
    ids: list[int] = []
    for number in range(PEOPLE):
        async with session.post("/control/people", json={"first_name": f"P{number}"}) as response:
            ids.append((await response.json())["id"])
        async with session.post(f"/control/people/{ids[-1]}/open", json={}) as response:
            response.raise_for_status()
    return ids


async def _until_it_serves(session: aiohttp.ClientSession) -> None:
    for _ in range(300):
        try:
            async with session.get("/control/state"):
                return
        except aiohttp.ClientConnectionError:
            await asyncio.sleep(0.1)
    raise RuntimeError("the sandbox did not start")


async def _send(session: aiohttp.ClientSession, people: list[int], count: int) -> None:
    async def sender(first: int) -> None:
        for number in range(first, count, SENDERS):
            form = {
                "chat_id": people[number % len(people)],
                "text": f"<b>Message {number}</b>\n" + "text " * 40,
                "parse_mode": "HTML",
                "reply_markup": _KEYBOARD,
            }
            async with session.post(f"/bot{TOKEN}/sendMessage", data=form) as response:
                response.raise_for_status()

    await asyncio.gather(*(sender(first) for first in range(SENDERS)))
