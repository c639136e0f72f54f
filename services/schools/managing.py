"""The card of a school, its names and its support status."""

from __future__ import annotations

from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.municipality import Municipality
from services.permissions import MANAGE_SCHOOLS, SEE_SUPPORT_STATUS, Role
from services.schools.names import LIMITS, same_name, school_name, search_name
from services.schools.views import SchoolCard, school_of
from storage.repositories.schools import SchoolRow
from storage.uow import Store

OPEN = ("active", "proposed")


class Managing(Guarded):
    """Use cases around one school."""

    _municipality: Municipality

    @reads(SEE_SUPPORT_STATUS)
    async def card(self, store: Store, acting: Acting, school_id: int) -> SchoolCard:
        """Everything about a school; its head sees the name and the status."""
        acting.check_school(school_id)
        row = await existing(store, school_id)
        manages = acting.may(MANAGE_SCHOOLS)
        people = len(await store.school_ties.people(school_id)) if manages else 0
        at = {"school_id": school_id}
        return SchoolCard(
            school=school_of(row),
            full_name=row.name,
            code=row.key if manages else None,
            state=row.state,
            status=row.support_status,
            may_manage=manages,
            people=people,
            coordinators=len(await store.roles.holders(Role.COORDINATOR, **at)) if manages else 0,
            heads=len(await store.roles.holders(Role.HEAD, **at)) if manages else 0,
        )

    @writes(MANAGE_SCHOOLS)
    async def rename(
        self, store: Store, acting: Acting, school_id: int, field: str, typed: str
    ) -> None:
        """Set `name`, `short_name` or `english_name`; the last may be empty."""
        if field not in LIMITS:
            raise Refusal("choice-gone")
        value = school_name(field, typed)
        row = await open_school(store, school_id)
        if value == getattr(row, field):
            return
        if field == "short_name":
            await _check_unique(store, value, school_id)
        short = value if field == "short_name" else row.short_name
        english = value if field == "english_name" else row.english_name
        values = {field: value, "search_name": search_name(short, english)}
        await store.schools.change(school_id, acting.now, **values)
        await note(store, acting, Kind.SCHOOL_CHANGED, school_id=school_id, fields=[field])

    @writes(MANAGE_SCHOOLS)
    async def set_status(
        self, store: Store, acting: Acting, school_id: int, status: str | None
    ) -> None:
        """Set the support status to one of the profile's, or to none."""
        known = {entry.key for entry in self._municipality.profile.school_statuses}
        if status is not None and status not in known:
            raise Refusal("choice-gone")
        row = await open_school(store, school_id)
        if row.support_status == status:
            return
        await store.schools.change(school_id, acting.now, support_status=status)
        kind, fields = Kind.SCHOOL_CHANGED, ["status"]
        await note(store, acting, kind, school_id=school_id, fields=fields, status=status)

    @writes(MANAGE_SCHOOLS)
    async def confirm(self, store: Store, acting: Acting, school_id: int) -> None:
        """Take a proposed school into the list. One that is in the list already stays there."""
        row = await open_school(store, school_id)
        if row.state == "active":
            return
        await _check_unique(store, row.short_name, school_id)
        await store.schools.change(school_id, acting.now, state="active")
        await note(store, acting, Kind.SCHOOL_CHANGED, school_id=school_id, fields=["state"])

    @writes(MANAGE_SCHOOLS)
    async def reopen(self, store: Store, acting: Acting, school_id: int) -> None:
        """Take a closed school back into the list, as empty as it is now."""
        (row,) = await held(store, school_id)
        if row.state == "active":
            return
        if row.state != "closed":
            raise Refusal("school-gone")
        await _check_unique(store, row.short_name, school_id)
        await store.schools.change(school_id, acting.now, state="active")
        await note(store, acting, Kind.SCHOOL_REOPENED, school_id=school_id)


async def existing(store: Store, school_id: int) -> SchoolRow:
    """A school by id, whatever its state."""
    row = await store.schools.get(school_id)
    if row is None:
        raise Refusal("school-gone")
    return row


async def kept_open(store: Store, school_id: int) -> SchoolRow:
    """A school that people can belong to; nobody closes or merges it until the unit of work ends.

    Many may keep one at once, other than with `held`.
    """
    row = await store.schools.keep(school_id)
    if row is None or row.state not in OPEN:
        raise Refusal("school-gone")
    return row


async def held(store: Store, *ids: int) -> tuple[SchoolRow, ...]:
    """Schools that nobody else changes until the unit of work ends; the list is held too."""
    await store.schools.lock_list()
    rows = await store.schools.lock(*ids)
    if len(rows) < len(set(ids)):
        raise Refusal("school-gone")
    return tuple(rows[one] for one in ids)


async def open_school(store: Store, school_id: int) -> SchoolRow:
    """The same for one that people can belong to; refuses a closed or merged one."""
    (row,) = await held(store, school_id)
    if row.state not in OPEN:
        raise Refusal("school-gone")
    return row


async def _check_unique(store: Store, short_name: str, but: int) -> None:
    if same_name(await store.schools.in_states(*OPEN), short_name, but):
        raise Refusal("school-name-taken")
