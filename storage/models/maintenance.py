"""What the installation remembers about itself, and updates kept during maintenance."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class Setting(Base):
    """A value that admins change in the chat."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[dict[str, Any]]
    updated_at: Mapped[datetime]


class HeldUpdate(Base):
    """An update that came during maintenance, kept as Telegram sent it until it is worked on."""

    __tablename__ = "held_update"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    telegram_id: Mapped[int] = mapped_column(BigInteger, index=True)
    body: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
