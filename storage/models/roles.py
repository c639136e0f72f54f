"""Roles of people, and the invitations by which roles are given."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import NUMBERS_ONCE, Base, HasId

_HELD = "state IN ('claimed', 'active')"
_AT_SCHOOL = text(f"{_HELD} AND school_id IS NOT NULL")
_ELSEWHERE = text(f"{_HELD} AND school_id IS NULL")


class RoleGrant(HasId, Base):
    """A role of a person, at one school or in one direction where the role has such a scope.

    `state`: `claimed` (waits for confirmation), `active`, `declined` or `ended`.
    `direction` is a key of the profile, empty for all directions.
    """

    __tablename__ = "role_grant"
    __table_args__ = (
        Index(
            "uq_role_grant_at_school",
            "person_id",
            "role",
            "school_id",
            unique=True,
            sqlite_where=_AT_SCHOOL,
            postgresql_where=_AT_SCHOOL,
        ),
        Index(
            "uq_role_grant_elsewhere",
            "person_id",
            "role",
            "direction",
            unique=True,
            sqlite_where=_ELSEWHERE,
            postgresql_where=_ELSEWHERE,
        ),
        Index("ix_role_grant_role_state", "role", "state"),
        NUMBERS_ONCE,
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(24))
    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id"), index=True)
    direction: Mapped[str] = mapped_column(String(40), default="")
    state: Mapped[str] = mapped_column(String(16))
    given_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]


class Invitation(HasId, Base):
    """A link that gives a role. `token_hash` is the SHA-256 of the token; the token is not kept.

    `max_uses` is empty for a link that many may use. `label` says whom it was made for.
    """

    __tablename__ = "invitation"
    __table_args__ = (Index("ix_invitation_expires", "expires_at"), NUMBERS_ONCE)

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(24))
    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id"), index=True)
    direction: Mapped[str] = mapped_column(String(40), default="")
    label: Mapped[str] = mapped_column(String(120), default="")
    max_uses: Mapped[int | None] = mapped_column(SmallInteger)
    uses: Mapped[int] = mapped_column(default=0)
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]


class InvitationUse(Base):
    """A person who came by an invitation."""

    __tablename__ = "invitation_use"

    invitation_id: Mapped[int] = mapped_column(
        ForeignKey("invitation.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    used_at: Mapped[datetime]
