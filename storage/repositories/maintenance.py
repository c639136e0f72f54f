"""What the installation remembers about itself, and updates kept during maintenance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, select

from storage.models import HeldUpdate, Setting
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class HeldRow:
    """An update as Telegram sent it."""

    update_id: int
    telegram_id: int
    body: str


_SETTING = select(Setting.value).where(Setting.key == bindparam("key"))


class Maintenance:
    """Rows of settings and of held updates."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def setting(self, key: str, *, lock: bool = False) -> dict[str, Any] | None:
        """A remembered value; `lock` keeps others from changing it in this unit of work."""
        query = _SETTING.with_for_update() if lock else _SETTING
        found = await self._session.execute(query, {"key": key})
        return found.scalar_one_or_none()

    async def remember(self, key: str, value: dict[str, Any], now: datetime) -> None:
        """Remember a value instead of the one before."""
        values = {"key": key, "value": value, "updated_at": now}
        await self._session.execute(
            upsert(self._session.dialect, Setting, values, ["key"], value=value, updated_at=now)
        )

    async def hold(self, update_id: int, telegram_id: int, body: str, now: datetime) -> None:
        """Keep an update; one that is kept already stays as it is."""
        values = {
            "update_id": update_id,
            "telegram_id": telegram_id,
            "body": body,
            "received_at": now,
        }
        await self._session.execute(
            upsert(self._session.dialect, HeldUpdate, values, ["update_id"])
        )

    async def holds_of(self, telegram_id: int) -> bool:
        """Whether something of this account is kept."""
        query = select(exists().where(HeldUpdate.telegram_id == telegram_id))
        return bool((await self._session.execute(query)).scalar_one())

    async def first(self) -> HeldRow | None:
        """The kept update with the lowest number."""
        query = select(HeldUpdate.update_id, HeldUpdate.telegram_id, HeldUpdate.body)
        found = await self._session.execute(query.order_by(HeldUpdate.update_id).limit(1))
        row = found.first()
        return HeldRow(*row) if row else None

    async def drop(self, update_id: int) -> None:
        """Forget a kept update."""
        await self._session.execute(delete(HeldUpdate).where(HeldUpdate.update_id == update_id))

    async def count(self) -> int:
        """How many updates are kept."""
        found = await self._session.execute(select(func.count()).select_from(HeldUpdate))
        return int(found.scalar_one())
