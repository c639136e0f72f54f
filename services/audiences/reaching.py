"""How many people an audience is, who will get it and who will not."""

from __future__ import annotations

from services.access import Acting, reads, writes
from services.audiences.criteria import Criteria
from services.audiences.filters import filter_of
from services.audiences.owners import Owners
from services.audiences.views import REASONS, Member, MemberPage, Owned, Reach, schools_of
from services.audit import Kind, note_about_each
from services.errors import Refusal
from services.permissions import BROADCAST
from storage.repositories.audience_query import AudienceFilter
from storage.repositories.audiences import MemberRow
from storage.uow import Store

PAGE = 10


class Reaching(Owners):
    """Use cases around who is in an audience. Looking at names is noted; a getter only reads."""

    @reads(BROADCAST, long=True)
    async def reach(self, store: Store, acting: Acting, criteria: Criteria, category: str) -> Reach:
        """How many people will get a broadcast of this category, and how many will not and why."""
        return await self._reach(store, criteria, category)

    @reads(BROADCAST, long=True)
    async def people(
        self, store: Store, acting: Acting, owner: str, owner_id: int, reason: str, page: int
    ) -> MemberPage:
        """Names of those who are `reached`, `unreachable` or `unsubscribed`, by name."""
        owned = await self._owned(store, acting, owner, owner_id)
        rows, total = await self._page(store, owned, reason, page)
        pages = max(1, -(-total // PAGE))
        ids = tuple({row.school_id for row in rows if row.school_id is not None})
        schools = await schools_of(store, ids)
        people = tuple(Member(r.id, r.full_name, schools.get(r.school_id or 0)) for r in rows)
        return MemberPage(people, page % pages, pages, total)

    @writes(BROADCAST)
    async def look(
        self, store: Store, acting: Acting, owner: str, owner_id: int, reason: str, page: int
    ) -> None:
        """Note that a page of names is looked at, about each person on it.

        `by_result`: their results of self-assessment are what brings them together.
        """
        owned = await self._owned(store, acting, owner, owner_id)
        rows, _ = await self._page(store, owned, reason, page)
        others = [row.id for row in rows if row.id != acting.id]
        by_result = bool(owned.criteria.blocks or owned.criteria.levels)
        await note_about_each(store, acting, Kind.AUDIENCE_VIEWED, others, by_result=by_result)

    async def _page(
        self, store: Store, owned: Owned, reason: str, page: int
    ) -> tuple[list[MemberRow], int]:
        """People of a page, past the last comes the first; and how many there are in all."""
        if reason not in REASONS:
            raise Refusal("choice-gone")
        total = (await self._reach(store, owned.criteria, owned.category)).of(reason)
        first = page % max(1, -(-total // PAGE)) * PAGE
        wanted = self._filter(owned.criteria, owned.category)
        return await store.audiences.people(wanted, reason, first, PAGE), total

    async def _reach(self, store: Store, criteria: Criteria, category: str) -> Reach:
        wanted = self._filter(criteria, category)
        fitting, unsubscribed, unreachable = await store.audiences.reach(wanted)
        return Reach(fitting - unsubscribed - unreachable, unreachable, unsubscribed)

    def _filter(self, criteria: Criteria, category: str) -> AudienceFilter:
        return filter_of(criteria, category, self._municipality.profile, self.access)
