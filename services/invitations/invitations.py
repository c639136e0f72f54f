"""Making, showing and revoking invitations, and coming by them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from services.access import Access, Acting, own, reads, writes
from services.audit import Kind, note
from services.invitations import acceptance
from services.invitations.acceptance import Accepted
from services.invitations.imports import Issued, Plan, invitations_of, plan_rows
from services.invitations.making import Making, existing, may_give
from services.invitations.views import (
    Guest,
    InvitationCard,
    InvitationPage,
    Offer,
    last_moment,
    shown,
)
from services.permissions import FIND_PEOPLE, INVITE, OWN
from services.roles import Roles
from services.sheets import Sheet
from storage.uow import Store

PAGE = 5
GUESTS = 20  # names on a card
SHEET_DAYS = 90  # how long links of a spreadsheet live


class Invitations(Making):
    """Use cases around invitations."""

    def __init__(self, access: Access, roles: Roles) -> None:
        super().__init__(access)
        self._roles = roles

    @reads(INVITE)
    async def page(
        self, store: Store, acting: Acting, number: int, *, everything: bool = False
    ) -> InvitationPage:
        """A page of those that can still be used, or of all; past the last comes the first."""
        open_at = None if everything else acting.now
        total = await store.invitations.count(open_at)
        pages = max(1, -(-total // PAGE))
        number %= pages
        rows = await store.invitations.page(number * PAGE, PAGE, open_at)
        found = [await shown(store, row, acting.now) for row in rows]
        return InvitationPage(tuple(found), number, pages, total)

    @reads(INVITE)
    async def card(self, store: Store, acting: Acting, invitation_id: int) -> InvitationCard:
        """One invitation, and who came by it for those who may see people."""
        row = await existing(store, invitation_id)
        guests = await store.invitations.guests(row.id, GUESTS) if acting.may(FIND_PEOPLE) else []
        return InvitationCard(
            invitation=await shown(store, row, acting.now),
            guests=tuple(Guest(guest.full_name or "", guest.used_at) for guest in guests),
            changeable=may_give(acting, row.role),
        )

    async def look(self, token: str) -> Offer:
        """What a link offers, to somebody who has agreed to nothing yet; keeps nothing."""
        async with self.access.uow.reading() as store:
            row = await acceptance.find(store, token)
            return await acceptance.usable(store, self.access, row)

    @own(writes=True)
    async def accept(self, person_id: int, token: str) -> Accepted:
        """Take what the link offers. Taking it again changes nothing."""
        async with self.access.uow.writing() as store:
            acting = await self.access.acting(store, person_id, OWN)
            return await acceptance.take(store, self.access, acting, token)

    @reads(INVITE, long=True)
    async def listed_schools(self, store: Store, acting: Acting) -> tuple[str, ...]:
        """Names of all schools, to choose from in a spreadsheet."""
        schools = sorted(await store.schools.active(), key=lambda school: school.search_name)
        return tuple(school.short_name for school in schools)

    @reads(INVITE, long=True)
    async def plan(
        self, store: Store, acting: Acting, sheet: Sheet, roles: Mapping[str, str]
    ) -> Plan:
        """What a spreadsheet of people would do; `roles` by the `skeleton` of words for them."""
        return await self._plan(store, acting, sheet, roles)

    @writes(INVITE)
    async def issue(
        self, store: Store, acting: Acting, sheet: Sheet, roles: Mapping[str, str], digest: str
    ) -> Issued:
        """Make all links of a spreadsheet if its plan is still the one that was confirmed."""
        await store.schools.lock_list()  # a colleague may confirm the same spreadsheet
        plan = await self._plan(store, acting, sheet, roles)
        expires = last_moment(self.access.clock, SHEET_DAYS)
        if not plan.clean or plan.digest != digest:
            return Issued(plan, (), expires)
        replaced = [row.replaces for row in plan.rows if row.replaces is not None]
        await store.invitations.revoke(replaced, acting.now)
        tokens, values = invitations_of(plan, acting.id, acting.now, expires)
        await store.invitations.add_many(values)
        facts = {"new": plan.new, "replaced": plan.replaced}
        await note(store, acting, Kind.INVITATIONS_IMPORTED, **facts)
        return Issued(plan, tuple(tokens), expires)

    async def _plan(
        self, store: Store, acting: Acting, sheet: Sheet, roles: Mapping[str, str]
    ) -> Plan:
        schools = await store.schools.active()
        personal = await store.invitations.personal(acting.now)
        return await asyncio.to_thread(plan_rows, sheet, schools, personal, roles)
