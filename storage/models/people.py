"""People: who agreed, who they are, what they teach."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId


class Person(HasId, Base):
    """A person who has given consent. Columns are filled field by field during sign-up.

    `attestation_on`: when the category has to be confirmed next. `commands`: a digest of the
    commands that Telegram shows to this person. `reminders`: how long before an event to remind,
    of `week,day,hour`; nothing stands for all of them. `unreachable_at`: since then the bot is
    blocked, or the account is gone.
    """

    __tablename__ = "person"
    __table_args__ = NUMBERS_ONCE

    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    locale: Mapped[str] = mapped_column(String(8))
    full_name: Mapped[str | None] = mapped_column(String(120))
    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id"), index=True)
    position: Mapped[str | None] = mapped_column(String(24))
    experience_years: Mapped[int | None] = mapped_column(SmallInteger)
    post_years: Mapped[int | None] = mapped_column(SmallInteger)
    category: Mapped[str | None] = mapped_column(String(24))
    subjects_given: Mapped[bool] = mapped_column(default=False)
    attestation_on: Mapped[date | None] = mapped_column(index=True)
    commands: Mapped[str | None] = mapped_column(String(16))
    reminders: Mapped[str | None] = mapped_column(String(16))
    unreachable_at: Mapped[datetime | None]
    registered_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class PersonSubject(Base):
    """A subject taught by a person; keys come from the catalogue of subjects."""

    __tablename__ = "person_subject"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    subject: Mapped[str] = mapped_column(String(40), primary_key=True)


class Consent(Base):
    """Agreement of a person to one version of the consent document."""

    __tablename__ = "consent"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[str] = mapped_column(String(20), primary_key=True)
    locale: Mapped[str] = mapped_column(String(8))
    given_at: Mapped[datetime]
