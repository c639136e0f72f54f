"""«Ask me later» under a prompt, and handing over to a colleague, on a clock that is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sandbox.people.view import inline_rows
from services.permissions import Role
from tests.e2e.calendar_town import calendar_town
from tests.e2e.stories import alert
from tests.services.collecting import COORDINATORS, an_open_campaign, somebody

MORNING = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)  # a Tuesday, ten o'clock in Omsk
HELPER = 730_000_001
ASK, ANSWER, OPEN = "Спросить позже", "Ответить", "Открыть запрос"


def labels(message: dict[str, Any]) -> list[str]:
    """The buttons under a message."""
    return [button["text"] for row in inline_rows(message) for button in row]


async def test_a_coordinator_puts_it_off_and_a_colleague_helps(
    tmp_path: Path, migrated_sqlite: Path
) -> None:
    async with calendar_town("ust-ishim", tmp_path / "town", migrated_sqlite, MORNING) as town:
        olga = town.person("Ольга", "Ершова", user_id=COORDINATORS)
        vera = town.person("Вера", "Уткина", user_id=HELPER)
        for person in (olga, vera):
            await person.sends("/start")
            await person.sees("Выберите язык")
        services = town.services
        asked = await an_open_campaign(services, 1)
        await somebody(services, HELPER, "Уткина Вера Ильинична", Role.EXPERT, asked.schools[0])
        await town.has_told()

        # The buttons act on their own message, whatever else is on the screen.
        prompt = await olga.sees("просят ответить на вопросы")
        assert labels(prompt) == [ANSWER, OPEN, ASK]
        await olga.sends("/menu")
        await olga.presses(ASK)
        await olga.presses("Завтра в 9:00")
        assert "завтра, 2 сентября, в 09:00" in alert(olga)
        (now,) = [one for one in olga.messages if one["message_id"] == prompt["message_id"]]
        assert labels(now) == [ANSWER, OPEN, "✓ завтра, 2 сентября, в 09:00"]
        await olga.presses("✓ завтра")
        await olga.presses("Оставить как есть")
        await town.passes(MORNING + timedelta(hours=22, minutes=59))
        assert "Вы просили напомнить" not in olga.screen
        await town.passes(MORNING + timedelta(hours=23))
        again = await olga.sees("Вы просили напомнить")
        assert labels(again) == [ANSWER, OPEN, ASK]

        await olga.presses(OPEN, again["message_id"])
        await olga.presses("Передать коллеге")
        await olga.presses("Уткина Вера Ильинична")
        await olga.presses("Передать")
        await town.has_told()
        await vera.sees("Ершова Ольга 0-0 просит вас помочь с ответами")
        await vera.presses(OPEN)
        await vera.presses("Заполнить")
        await vera.sends("12")
        await vera.sees("Число: young")
        await olga.presses("✓ Уткина Вера Ильинична")
        await olga.presses("Забрать обратно")
        await vera.sends("3")
        await vera.sees("Дальше на этот запрос отвечает коллега")
        await vera.taps(f"later:{asked.request()}:evening")
        assert "отвечает коллега" in alert(vera)
