"""Audiences kept under a name, and lists of people that were uploaded."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from services.access import Acting, reads, takes_long, writes
from services.audiences.criteria import Criteria
from services.audiences.lists import ListPlan, plan_list
from services.audiences.reaching import Reaching
from services.audiences.views import Saved, SavedPage
from services.errors import Refusal
from services.fields import free_text, plain
from services.permissions import BROADCAST
from services.sheets import Sheet
from storage.repositories.audiences import SavedRow
from storage.uow import Store

PAGE = 5
NAME_LIMIT = 60
_ENDING = re.compile(r"\.(?:xlsx|xlsm|csv|txt)$", re.IGNORECASE)
MOST = 200  # saved audiences; more than that nobody looks through


class SavedAudiences(Reaching):
    """Use cases around saved audiences."""

    @reads(BROADCAST)
    async def saved_page(self, store: Store, acting: Acting, page: int) -> SavedPage:
        """A page of saved audiences, the newest first."""
        total = await store.audiences.count()
        pages = max(1, -(-total // PAGE))
        number = page % pages
        rows = await store.audiences.page(number * PAGE, PAGE)
        return SavedPage(tuple(_saved(row) for row in rows), number, pages, total)

    @reads(BROADCAST)
    async def saved(self, store: Store, acting: Acting, audience_id: int) -> Saved:
        """One of them."""
        return _saved(await self._existing(store, audience_id))

    @writes(BROADCAST)
    async def save(
        self, store: Store, acting: Acting, owner: str, owner_id: int, typed: str
    ) -> str:
        """Keep the audience of a broadcast or an event under a name; gives the name back.

        An event whose participants were left out is not kept with it.
        """
        name = free_text(" ".join(typed.split()), NAME_LIMIT)
        criteria = (await self._owned(store, acting, owner, owner_id)).criteria
        criteria = replace(criteria, not_at=None)
        if criteria.everybody:
            raise Refusal("audience-everybody")
        taken = await store.audiences.names()
        if name.casefold() in {one.casefold() for one in taken}:
            raise Refusal("audience-name-taken")
        self._check_room(taken)
        await store.audiences.save(name, criteria.dump(), acting.id, acting.now)
        return name

    @writes(BROADCAST)
    async def use(
        self, store: Store, acting: Acting, owner: str, owner_id: int, audience_id: int
    ) -> None:
        """Choose a saved audience in place of what was chosen; a list narrows it instead.

        Who already has a place in an event stays left out.
        """
        row = await self._existing(store, audience_id)
        before = await self._changeable(store, acting, owner, owner_id)
        if row.listed:
            after = replace(before, list_id=row.id)
        else:
            after = replace(Criteria.load(row.criteria), not_at=before.not_at)
        await self._put(store, acting, owner, owner_id, after)

    @writes(BROADCAST)
    async def drop(self, store: Store, acting: Acting, audience_id: int) -> None:
        """Forget a saved audience; refuses a list that something still needs."""
        row = await self._existing(store, audience_id)
        if row.listed:
            used = [Criteria.load(one).list_id for one in await store.audiences.in_use()]
            if row.id in used:
                raise Refusal("audience-in-use")
        await store.audiences.remove(row.id)

    @reads(BROADCAST, long=True)
    async def plan_list(self, store: Store, acting: Acting, sheet: Sheet) -> ListPlan:
        """Whom the rows of a spreadsheet mean."""
        return await self._plan(store, sheet)

    @takes_long(BROADCAST)
    async def keep_list(
        self,
        acting: Acting,
        owner: str,
        owner_id: int,
        sheet: Sheet,
        digest: str,
        title: str,
    ) -> ListPlan | None:
        """Keep those found in a spreadsheet as a list, and narrow the audience to it.

        Gives back a plan, and keeps nothing, where it is no longer the one that was confirmed.
        """
        async with self.access.uow.reading(long=True) as store:
            plan = await self._plan(store, sheet)
        if plan.digest != digest or not plan.members:
            return plan
        async with self.access.uow.writing() as store:
            await self._keep(store, acting, owner, owner_id, plan.members, title)
        return None

    async def _keep(
        self,
        store: Store,
        acting: Acting,
        owner: str,
        owner_id: int,
        members: Collection[int],
        title: str,
    ) -> None:
        before = await self._changeable(store, acting, owner, owner_id)
        taken = await store.audiences.names()
        self._check_room(taken)
        name = _free_name(title, taken)
        facts: dict[str, Any] = {}
        list_id = await store.audiences.save(
            name, facts, acting.id, acting.now, members, listed=True
        )
        await self._put(store, acting, owner, owner_id, replace(before, list_id=list_id))

    async def _plan(self, store: Store, sheet: Sheet) -> ListPlan:
        people = await store.audiences.known()
        schools = await store.schools.in_states("active", "proposed", "closed")
        return await asyncio.to_thread(plan_list, sheet, people, schools)

    async def _existing(self, store: Store, audience_id: int) -> SavedRow:
        row = await store.audiences.saved(audience_id)
        if row is None:
            raise Refusal("audience-gone")
        return row

    def _check_room(self, taken: Collection[str]) -> None:
        if len(taken) >= MOST:
            raise Refusal("audience-too-many", limit=MOST)


def _free_name(title: str, taken: Collection[str]) -> str:
    """A name like the file's that nothing else has."""
    known = {name.casefold() for name in taken}
    base = plain(_ENDING.sub("", title))[:NAME_LIMIT].strip() or "1"
    number, name = 1, base
    while name.casefold() in known:
        number += 1
        name = f"{base} ({number})"
    return name


def _saved(row: SavedRow) -> Saved:
    criteria = Criteria(list_id=row.id) if row.listed else Criteria.load(row.criteria)
    return Saved(row.id, row.name, criteria, row.listed, row.members)
