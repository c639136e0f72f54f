"""Files that Telegram already holds, so that they are not drawn and uploaded twice."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class MediaFile(Base):
    """`name` says what the picture shows, for example `result:17:ru`."""

    __tablename__ = "media_file"

    name: Mapped[str] = mapped_column(String(120), primary_key=True)
    file_id: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
