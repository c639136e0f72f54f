"""The audit log as a spreadsheet: what was filtered, piece by piece, in words and as keys."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from aiogram.types import BufferedInputFile, User
from openpyxl import load_workbook
from sqlalchemy import insert

from bot.background import Background
from bot.context import Ctx
from bot.l10n import Localizer
from bot.reports.audit_table import send_audit_table
from services import audit_log
from services.audit_log import AuditFilter
from storage.engine import Database
from storage.models import AuditEntry
from tests.clocks import FixedClock
from tests.services.stories import sign_up
from tests.wiring import Services, build_services

ADA = 700_000_009
ENTRIES = 120


class Mailbox:
    """A bot that keeps what it sends."""

    def __init__(self) -> None:
        self.files: list[tuple[BufferedInputFile, str]] = []

    async def send_chat_action(self, *_: Any) -> None:
        """Nothing to see."""

    async def send_document(self, _chat: int, file: BufferedInputFile, caption: str) -> None:
        self.files.append((file, caption))


@pytest.fixture
async def ctx(services: Services, clock: FixedClock, database: Database) -> Ctx:
    """An admin before a log of many entries."""
    there = await build_services(services.access.uow, clock, admin_ids=[ADA])
    me = await sign_up(there, ADA, name="Ларина Ада Игоревна")
    school = (await there.schools.page(0)).schools[0].id
    async with database.write() as session:
        rows = [_granted(clock, number, me, school) for number in range(ENTRIES)]
        await session.execute(insert(AuditEntry), rows)
    person = await there.people.find(ADA)
    localizer = Localizer(strict=True)
    user = User(id=ADA, is_bot=False, first_name="Ада")
    return Ctx(there, localizer, localizer["ru"], user, person, Background())


def _granted(clock: FixedClock, number: int, actor: int, school: int) -> dict[str, Any]:
    return {
        "at": clock.now(),
        "update_id": 5_000_000_000 + number,
        "actor_id": actor,
        "kind": "role-granted",
        "subject_id": 404,
        "school_id": None,
        "facts": {"role": "coordinator", "school_id": school},
    }


async def table(ctx: Ctx) -> tuple[list[dict[str, Any]], str]:
    """Rows of the table that is sent, and what is said with it."""
    assert ctx.person is not None
    scope = await ctx.services.audit_log.export(ctx.person.id, AuditFilter(kind="role-granted"))
    mailbox: Any = Mailbox()
    await send_audit_table(mailbox, ctx, AuditFilter(kind="role-granted"), scope)
    ((file, caption),) = mailbox.files
    assert file.filename == "Журнал 2026-09-01.xlsx"
    head, *rows = load_workbook(BytesIO(file.data)).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows], caption


async def test_every_entry_has_its_row_the_newest_first(
    ctx: Ctx, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_log, "EXPORT_PAGE", 50)
    rows, caption = await table(ctx)
    assert caption == f"Журнал: записей в таблице — {ENTRIES}."
    updates = [row["Обновление"] for row in rows]
    assert updates == [str(5_000_000_000 + n) for n in reversed(range(ENTRIES))]
    first = rows[0]
    assert first["Когда"] == clock.now().astimezone(clock.zone).replace(tzinfo=None)
    assert (first["Кто"], first["О ком"]) == ("Ларина Ада Игоревна", "Удалённый человек № 404")
    assert (first["Что"], first["Код действия"]) == ("Дана роль", "role-granted")
    assert first["Школа"] == "Аксёновская СОШ"
    assert '"role": "coordinator"' in first["Подробности"]


async def test_a_log_too_long_for_a_table_is_cut_and_says_so(
    ctx: Ctx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_log, "EXPORT_LIMIT", 30)
    rows, caption = await table(ctx)
    assert len(rows) == 30
    assert f"30 из {ENTRIES}" in caption
