"""Whom a campaign asks, and whom it reminds: by the thousand, in few statements."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, String, and_, cast, func, literal, select, union, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.models import (
    Campaign,
    DataRequest,
    OutboxMessage,
    Person,
    RequestHelper,
    RoleGrant,
    School,
)
from storage.repositories.data_requests import COLUMNS, OWING, RequestRow
from storage.session import Session

_COORDINATOR = "coordinator"


class Prompting:
    """Rows around asking the schools of a campaign."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def make_requests(
        self, campaign_id: int, schools: Collection[int] | None, now: datetime
    ) -> None:
        """A request for each active school, of these only where some are given; once each."""
        query = select(
            literal(campaign_id, DataRequest.campaign_id.type),
            School.id,
            literal("expected"),
            literal(0, DataRequest.returns.type),
            literal(now, DataRequest.created_at.type),
        ).where(School.state == "active")
        if schools is not None:
            query = query.where(School.id.in_(list(schools)))
        await self._insert(query.order_by(School.search_name, School.id))

    async def make_own_request(self, campaign_id: int, now: datetime) -> None:
        """The municipality's own part, once."""
        values = (
            literal(campaign_id, DataRequest.campaign_id.type),
            literal(None, DataRequest.school_id.type),
            literal("expected"),
            literal(0, DataRequest.returns.type),
            literal(now, DataRequest.created_at.type),
        )
        await self._insert(select(*values).where(literal(1) == 1))

    async def chunk(self, campaign_id: int, after: int, limit: int) -> list[RequestRow]:
        """Requests beyond this one that still owe something."""
        query = select(*COLUMNS).where(
            DataRequest.campaign_id == campaign_id,
            DataRequest.id > after,
            DataRequest.state.in_(OWING),
        )
        rows = await self._session.execute(query.order_by(DataRequest.id).limit(limit))
        return [RequestRow(*row) for row in rows]

    async def people(
        self, campaign_id: int, first: int, last: int, role: str, *, helpers: bool
    ) -> list[tuple[int, int]]:
        """Requests of schools between two numbers, each with somebody who holds the role there,
        or to whom it was handed, as long as they belong to that school."""
        wanted = (
            DataRequest.campaign_id == campaign_id,
            DataRequest.id.between(first, last),
            DataRequest.school_id.is_not(None),
        )
        held = select(DataRequest.id, RoleGrant.person_id).join(
            RoleGrant,
            and_(
                RoleGrant.school_id == DataRequest.school_id,
                RoleGrant.role == role,
                RoleGrant.state == "active",
            ),
        )
        handed = (
            select(DataRequest.id, RequestHelper.person_id)
            .join(RequestHelper, RequestHelper.request_id == DataRequest.id)
            .join(Person, Person.id == RequestHelper.person_id)
            .where(Person.school_id == DataRequest.school_id)
        )
        queries = [held.where(*wanted)] + ([handed.where(*wanted)] if helpers else [])
        rows = await self._session.execute(union(*queries))
        return sorted((number, person) for number, person in rows)

    async def asked(self, campaign_id: int) -> tuple[int, int]:
        """How many schools are asked, and how many of them have nobody to answer for them."""
        answering = select(RoleGrant.id).where(
            RoleGrant.school_id == DataRequest.school_id,
            RoleGrant.role == _COORDINATOR,
            RoleGrant.state == "active",
        )
        asked = (
            DataRequest.campaign_id == campaign_id,
            DataRequest.school_id.is_not(None),
            DataRequest.state != "withdrawn",
        )
        count = select(func.count()).select_from(DataRequest).where(*asked)
        return await self._two(count, count.where(~answering.exists()))

    async def would_ask(self, schools: Collection[int] | None) -> tuple[int, int]:
        """The same for a campaign that is not open: of all active schools, or of these."""
        answering = select(RoleGrant.id).where(
            RoleGrant.school_id == School.id,
            RoleGrant.role == _COORDINATOR,
            RoleGrant.state == "active",
        )
        count = select(func.count()).select_from(School).where(School.state == "active")
        if schools is not None:
            count = count.where(School.id.in_(list(schools)))
        return await self._two(count, count.where(~answering.exists()))

    async def owing_schools(self, campaign_id: int) -> list[tuple[str, str]]:
        """Names of schools that have not answered, in both languages, by the alphabet."""
        query = (
            select(School.short_name, School.english_name)
            .join(DataRequest, DataRequest.school_id == School.id)
            .where(DataRequest.campaign_id == campaign_id, DataRequest.state.in_(OWING))
            .order_by(School.search_name, School.id)
        )
        return [(short, english) for short, english in await self._session.execute(query)]

    async def open_of_school(self, school_id: int | None) -> list[RequestRow]:
        """Requests of a school that still owe something in campaigns that are open.

        Without a school: the municipality's own parts.
        """
        query = (
            select(*COLUMNS)
            .join(Campaign, Campaign.id == DataRequest.campaign_id)
            .where(
                DataRequest.school_id == school_id,
                DataRequest.state.in_(OWING),
                Campaign.state == "open",
            )
        )
        rows = await self._session.execute(query.order_by(DataRequest.id))
        return [RequestRow(*row) for row in rows]

    async def take_back_all(self, campaign_id: int, kinds: Collection[str]) -> None:
        """Cancel what waits about all requests of a campaign."""
        about = literal("request:") + cast(DataRequest.id, String)
        mine = select(about).where(DataRequest.campaign_id == campaign_id)
        await self._session.execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.subject.in_(mine),
                OutboxMessage.state == "waiting",
                OutboxMessage.kind.in_(list(kinds)),
            )
            .values(state="cancelled")
        )

    async def _two(self, one: Select[int], other: Select[int]) -> tuple[int, int]:
        query = select(one.scalar_subquery(), other.scalar_subquery())
        first, second = (await self._session.execute(query)).one()
        return int(first), int(second)

    async def _insert(self, query: Select[*tuple[Any, ...]]) -> None:
        insert = sqlite.insert if self._session.dialect == "sqlite" else postgresql.insert
        names = ["campaign_id", "school_id", "state", "returns", "created_at"]
        statement = insert(DataRequest).from_select(names, query)
        await self._session.execute(statement.on_conflict_do_nothing())
