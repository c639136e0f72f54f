"""Assessments being taken: the hot path of the bot, in prepared statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, and_, bindparam, func, select, update

from storage.models import Answer, Assessment, Consent, RequestAnswer
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """An assessment with its place: `answered` items without a hole, `value` at the cursor.

    `consent` is the newest version of the consent document that the owner agreed to.
    """

    id: int
    person_id: int | None
    version_id: int
    variant: str
    state: str
    cursor: int
    started_at: datetime
    updated_at: datetime
    answered: int
    here: bool
    value: int | None
    consent: str | None


@dataclass(frozen=True, slots=True)
class RequestRow:
    """Answer to a request question."""

    chosen: tuple[str, ...]
    text: str | None


_ANSWERED = (
    select(func.count())
    .select_from(Answer)
    .where(Answer.assessment_id == Assessment.id)
    .correlate(Assessment)
    .scalar_subquery()
)
_CONSENT = (
    select(Consent.version)
    .where(Consent.person_id == Assessment.person_id)
    .order_by(Consent.given_at.desc(), Consent.version.desc())
    .limit(1)
    .correlate(Assessment)
    .scalar_subquery()
)
_ATTEMPT = (
    select(
        Assessment.id,
        Assessment.person_id,
        Assessment.version_id,
        Assessment.variant,
        Assessment.state,
        Assessment.cursor,
        Assessment.started_at,
        Assessment.updated_at,
        _ANSWERED.label("answered"),
        Answer.position.is_not(None).label("here"),
        Answer.value,
        _CONSENT.label("consent"),
    )
    .select_from(Assessment)
    .outerjoin(
        Answer,
        and_(Answer.assessment_id == Assessment.id, Answer.position == Assessment.cursor),
    )
)
_BY_ID = _ATTEMPT.where(Assessment.id == bindparam("id"))
_OPEN = _ATTEMPT.where(Assessment.person_id == bindparam("person_id"), Assessment.state == "open")
_MINE = and_(
    Assessment.id == bindparam("assessment"),
    Assessment.person_id == bindparam("person"),
    Assessment.state == "open",
)
# Answers leave no hole: the next position is the count of answers so far.
_STEP = (
    update(Assessment)
    .where(_MINE, bindparam("at") <= _ANSWERED, bindparam("consent") == _CONSENT)
    .values(cursor=bindparam("next"), updated_at=bindparam("now"))
    .returning(Assessment.version_id, Assessment.variant)
)
_MOVE = (
    update(Assessment)
    .where(_MINE)
    .values(cursor=bindparam("next"), updated_at=bindparam("now"))
    .returning(Assessment.version_id, Assessment.variant)
)


class Assessments:
    """Rows of assessments and their answers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, assessment_id: int) -> AttemptRow | None:
        """An assessment by id."""
        row = (await self._session.execute(_BY_ID, {"id": assessment_id})).first()
        return AttemptRow(*row) if row else None

    async def open_of(self, person_id: int) -> AttemptRow | None:
        """The unfinished assessment of a person; there is at most one."""
        row = (await self._session.execute(_OPEN, {"person_id": person_id})).first()
        return AttemptRow(*row) if row else None

    async def add(self, person_id: int, version_id: int, variant: str, now: datetime) -> None:
        """Open an assessment; where one is open already, nothing happens."""
        values = {
            "person_id": person_id,
            "version_id": version_id,
            "variant": variant,
            "state": "open",
            "cursor": 0,
            "started_at": now,
            "updated_at": now,
        }
        insert = upsert(self._session.dialect, Assessment, values, [])
        await self._session.execute(insert)

    async def abandon(self, assessment_id: int, person_id: int, now: datetime) -> bool:
        """Give up an open assessment; its answers stay for the record."""
        result = await self._session.execute(
            update(Assessment)
            .where(
                Assessment.id == assessment_id,
                Assessment.person_id == person_id,
                Assessment.state == "open",
            )
            .values(state="abandoned", updated_at=now)
        )
        return bool(result.rowcount)

    async def step(
        self,
        assessment_id: int,
        person_id: int,
        position: int,
        then: int,
        consent: str,
        now: datetime,
    ) -> tuple[int, str] | None:
        """Claim the item at `position` for an answer and move on to `then`.

        Returns version id and variant; nothing when the assessment is not this person's, not
        open, or agreed to, or the item lies beyond the first unanswered one.
        """
        row = (
            await self._session.execute(
                _STEP,
                {
                    "assessment": assessment_id,
                    "person": person_id,
                    "at": position,
                    "next": then,
                    "consent": consent,
                    "now": now,
                },
            )
        ).first()
        return (row[0], row[1]) if row else None

    async def move(
        self, assessment_id: int, person_id: int, then: int, now: datetime
    ) -> tuple[int, str] | None:
        """Show another step of an open assessment of this person."""
        row = (
            await self._session.execute(
                _MOVE,
                {"assessment": assessment_id, "person": person_id, "next": then, "now": now},
            )
        ).first()
        return (row[0], row[1]) if row else None

    async def put_answer(
        self, assessment_id: int, position: int, item: str, value: int | None, now: datetime
    ) -> None:
        """Store the answer to an item, replacing an earlier one."""
        await self._session.execute(
            _PUT_ANSWER[self._session.dialect],
            {
                "assessment_id": assessment_id,
                "position": position,
                "item": item,
                "value": value,
                "answered_at": now,
            },
        )

    async def answers(self, assessment_id: int) -> dict[str, int | None]:
        """All answers by item key."""
        rows = await self._session.execute(
            select(Answer.item, Answer.value)
            .where(Answer.assessment_id == assessment_id)
            .order_by(Answer.position)
        )
        return dict(iter(rows))

    async def put_request(
        self, assessment_id: int, request: str, chosen: list[str], text: str | None, now: datetime
    ) -> None:
        """Store the answer to a request question, replacing an earlier one."""
        changes: dict[str, Any] = {"chosen": chosen, "text": text, "answered_at": now}
        values = {"assessment_id": assessment_id, "request": request, **changes}
        key = ["assessment_id", "request"]
        await self._session.execute(
            upsert(self._session.dialect, RequestAnswer, values, key, **changes)
        )

    async def requests(self, assessment_id: int) -> dict[str, RequestRow]:
        """Answers to request questions by request key."""
        rows = await self._session.execute(
            select(RequestAnswer.request, RequestAnswer.chosen, RequestAnswer.text).where(
                RequestAnswer.assessment_id == assessment_id
            )
        )
        return {key: RequestRow(tuple(chosen), text) for key, chosen, text in rows}


def _put_answer(dialect: str) -> Executable:
    names = ("assessment_id", "position", "item", "value", "answered_at")
    values: dict[str, Any] = {name: bindparam(name) for name in names}
    return upsert(
        dialect,
        Answer,
        values,
        ["assessment_id", "position"],
        value=bindparam("value"),
        answered_at=bindparam("answered_at"),
    )


_PUT_ANSWER = {dialect: _put_answer(dialect) for dialect in ("sqlite", "postgresql")}
