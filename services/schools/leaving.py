"""A school that goes: merged into another, or closed, and what becomes of all that hangs on it."""

from __future__ import annotations

from typing import Any

from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note, note_about_each
from services.errors import Refusal
from services.notices import Notice, owe
from services.permissions import MANAGE_SCHOOLS
from services.schools.asked import ask_instead, ask_no_more
from services.schools.managing import OPEN, held
from services.schools.views import Leaving, school_of
from storage.repositories.roles import GrantRow
from storage.repositories.schools import SchoolRow
from storage.uow import Store

_HELD = ("active", "claimed")


class Going(Guarded):
    """Use cases that take a school out of the list."""

    @reads(MANAGE_SCHOOLS)
    async def leaving(
        self, store: Store, acting: Acting, school_id: int, target_id: int | None = None
    ) -> Leaving:
        """Whom it would concern, and how many."""
        row = await store.schools.get(school_id)
        if row is None or row.state not in OPEN:
            raise Refusal("school-gone")
        target = await store.schools.get(target_id) if target_id is not None else None
        if target_id is not None and (target is None or target.state != "active"):
            raise Refusal("school-gone")
        ties = await store.school_ties.count(school_id, acting.now)
        return Leaving(
            school_of(row),
            school_of(target) if target else None,
            ties.people,
            ties.holders,
            ties.invitations,
            ties.wishes,
        )

    @writes(MANAGE_SCHOOLS)
    async def merge(self, store: Store, acting: Acting, school_id: int, target_id: int) -> bool:
        """Make one school part of another, with its people, roles, invitations and wishes.

        Whether this did it; repeating changes nothing.
        """
        source, target = await _pair(store, school_id, target_id)
        if source.state == "merged":
            return False
        _check_open(source)
        people = await _move_people(store, acting, source, target)
        await _move_roles(store, acting, source.id, target.id)
        await store.school_ties.move_invitations(source.id, target.id)
        await store.school_ties.move_wishes(source.id, target.id)
        await store.school_ties.withdraw_fulfilled(target.id, acting.now)
        await ask_no_more(store, acting, source.id)
        await ask_instead(store, source.id, target.id)
        await store.decisions.move_school(source.id, target.id)
        await store.schools.change(source.id, acting.now, state="merged")
        facts = {"into": target.id, "people": len(people)}
        await note(store, acting, Kind.SCHOOL_MERGED, school_id=source.id, **facts)
        if _shown(source) != _shown(target):
            await _tell(store, acting, people, Notice.SCHOOL_MERGED, source.id, target.id)
        return True

    @writes(MANAGE_SCHOOLS)
    async def close(
        self, store: Store, acting: Acting, school_id: int, target_id: int | None = None
    ) -> bool:
        """Close a school; its people go to the other one, roles and invitations there end.

        Refused while it has people and no other school is named. Whether this did it; repeating
        changes nothing.
        """
        if target_id is None:
            (source,), target = await held(store, school_id), None
        else:
            source, target = await _pair(store, school_id, target_id)
        if source.state == "closed":
            return False
        _check_open(source)
        people = await _move_people(store, acting, source, target)
        await _end_roles(store, acting, source.id)
        await store.school_ties.revoke_invitations(source.id, acting.now)
        await _end_wishes(store, acting, source.id)
        await ask_no_more(store, acting, source.id)
        await store.schools.change(source.id, acting.now, state="closed")
        facts = {"to": target.id if target else None, "people": len(people)}
        await note(store, acting, Kind.SCHOOL_CLOSED, school_id=source.id, **facts)
        if target is not None:
            await _tell(store, acting, people, Notice.SCHOOL_CLOSED, source.id, target.id)
        return True


async def _pair(store: Store, school_id: int, target_id: int) -> tuple[SchoolRow, SchoolRow]:
    """The school that goes, and the one that takes its people in."""
    if school_id == target_id:
        raise Refusal("choice-gone")
    source, target = await held(store, school_id, target_id)
    if target.state != "active":
        raise Refusal("school-gone")
    return source, target


def _check_open(source: SchoolRow) -> None:
    if source.state not in OPEN:
        raise Refusal("school-gone")


def _shown(row: SchoolRow) -> tuple[str, str]:
    return row.short_name, row.english_name


async def _move_people(
    store: Store, acting: Acting, source: SchoolRow, target: SchoolRow | None
) -> list[int]:
    people = await store.school_ties.people(source.id)
    if not people:
        return []
    if target is None:
        raise Refusal("school-has-people", people=len(people))
    await store.school_ties.move_people(source.id, target.id, acting.now)
    await store.school_ties.move_origins(source.id, target.id)
    await store.school_ties.withdraw_fulfilled(target.id, acting.now)
    facts = {"from_school_id": source.id, "to_school_id": target.id}
    await note_about_each(store, acting, Kind.PERSON_MOVED, people, **facts)
    return people


async def _move_roles(store: Store, acting: Acting, source_id: int, target_id: int) -> None:
    """Roles follow; who has the same one at both schools keeps one, a given before a claimed."""
    there = {
        (grant.person_id, grant.role): grant
        for grant in await store.roles.of_school(target_id, *_HELD)
    }
    for grant in await store.roles.of_school(source_id, *_HELD):
        other = there.get((grant.person_id, grant.role))
        weaker = grant if other and (other.state, grant.state) != ("claimed", "active") else other
        if weaker is not None:
            await store.roles.decide(weaker.id, _HELD, "ended", acting.now, acting.id)
        if weaker is grant:
            continue
        await store.school_ties.move_role(grant.id, target_id)
        if grant.state == "active":
            facts = {"role": grant.role, "direction": ""}
            about, at = grant.person_id, target_id
            await note(store, acting, Kind.ROLE_GRANTED, about=about, school_id=at, **facts)


async def _end_roles(store: Store, acting: Acting, school_id: int) -> None:
    for grant in await store.roles.of_school(school_id, *_HELD):
        if grant.state == "active":
            await store.roles.decide(grant.id, _HELD, "ended", acting.now, acting.id)
            await _told_of_role(store, acting, grant, Kind.ROLE_ENDED, Notice.ROLE_ENDED)
        else:
            await store.roles.decide(grant.id, _HELD, "declined", acting.now, acting.id)
            await _told_of_role(store, acting, grant, Kind.CLAIM_DECLINED, Notice.CLAIM_DECLINED)


async def _told_of_role(
    store: Store, acting: Acting, grant: GrantRow, kind: Kind, notice: Notice
) -> None:
    facts: dict[str, Any] = {"role": grant.role, "direction": grant.direction}
    await note(store, acting, kind, about=grant.person_id, school_id=grant.school_id, **facts)
    facts |= {"grant_id": grant.id, "school_id": grant.school_id}
    await owe(store, grant.person_id, notice, grant.id, acting.now, **facts)


async def _end_wishes(store: Store, acting: Acting, school_id: int) -> None:
    wishing = await store.school_ties.wishing(school_id)
    await store.school_ties.withdraw_wishes(school_id, acting.now)
    for wish, person_id in wishing:
        facts: dict[str, Any] = {"transfer_id": wish, "school_id": school_id}
        about = person_id
        await note(store, acting, Kind.TRANSFER_DECLINED, about=about, school_id=school_id)
        await owe(store, person_id, Notice.TRANSFER_DECLINED, wish, acting.now, **facts)


async def _tell(
    store: Store, acting: Acting, people: list[int], notice: Notice, gone: int, school_id: int
) -> None:
    """`school_id` is where they are now."""
    cause = f"{gone}:{acting.now.timestamp()}"
    for person_id in people:
        await owe(store, person_id, notice, cause, acting.now, school_id=school_id, gone_id=gone)
