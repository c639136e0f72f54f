"""Schools from a spreadsheet, and back into one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.municipality import Municipality
from services.permissions import MANAGE_SCHOOLS, Role
from services.schools.planning import ImportPlan, make_plan
from services.sheets import Sheet
from storage.repositories.schools import SchoolRow
from storage.uow import Store

_STATES = ("active", "proposed", "closed", "merged")


@dataclass(frozen=True, slots=True)
class Exported:
    """A school with its figures; `values` are the columns of the layout."""

    values: Mapping[str, str]
    state: str
    people: int
    coordinators: int


class Importing(Guarded):
    """Use cases around spreadsheets of schools."""

    _municipality: Municipality

    @reads(MANAGE_SCHOOLS, long=True)
    async def plan_import(self, store: Store, acting: Acting, sheet: Sheet) -> ImportPlan:
        """What would be added, changed and refused."""
        return await self._plan(store, acting, sheet)

    @writes(MANAGE_SCHOOLS)
    async def apply_import(
        self, store: Store, acting: Acting, sheet: Sheet, digest: str
    ) -> ImportPlan:
        """Write all rows of the plan with this digest; refuses when a single one is refused.

        Where all of it is in the database already, nothing is written.
        """
        await store.schools.lock_list()
        plan = await self._plan(store, acting, sheet)
        if not plan.clean:
            raise Refusal("import-refused", count=plan.counts["refuse"])
        if not plan.writes:
            return plan
        if plan.digest != digest:
            raise Refusal("plan-changed")
        added = [row.after for row in plan.rows if row.action == "add"]
        await store.schools.add_many(added, acting.now)
        for row in plan.rows:
            if row.school_id is not None and row.after:
                await store.schools.change(row.school_id, acting.now, **row.after)
        facts = {action: plan.counts[action] for action in ("add", "change", "accept")}
        await note(store, acting, Kind.SCHOOLS_IMPORTED, **facts)
        return plan

    @writes(MANAGE_SCHOOLS)
    async def export(self, store: Store, acting: Acting) -> tuple[Exported, ...]:
        """All schools but the merged ones; those that can be chosen come first."""
        rows = await store.schools.in_states("active")
        rows += await store.schools.in_states("proposed", "closed")
        people = await store.school_ties.people_by_school()
        coordinators = await store.school_ties.holders_by_school(Role.COORDINATOR)
        await note(store, acting, Kind.SCHOOLS_EXPORTED, count=len(rows))
        locale = acting.person.locale
        return tuple(
            Exported(
                self._values(row, locale),
                row.state,
                people.get(row.id, 0),
                coordinators.get(row.id, 0),
            )
            for row in rows
        )

    async def _plan(self, store: Store, acting: Acting, sheet: Sheet) -> ImportPlan:
        schools = await store.schools.in_states(*_STATES)
        profile, locale = self._municipality.profile, acting.person.locale
        # In a thread: thousands of names to compare take a second or two.
        return await asyncio.to_thread(make_plan, sheet, schools, profile, locale)

    def _values(self, row: SchoolRow, locale: str) -> dict[str, str]:
        statuses = self._municipality.profile.school_statuses
        titles = {status.key: status.title.get(locale) for status in statuses}
        return {
            "code": row.key or "",
            "name": row.name,
            "short_name": row.short_name,
            "english_name": row.english_name,
            "status": titles.get(row.support_status or "", ""),
        }
