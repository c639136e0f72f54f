"""Situations of those who work in the service, and of people they have to do with."""

from __future__ import annotations

from services.permissions import Role
from tests.dialogs.situations import agree, situation
from tests.dialogs.world import ADMIN_ID, TELEGRAM_ID, World

METHODIST, COORDINATOR, COLLEAGUE = 700_000_101, 700_000_102, 700_000_103


async def signs_up(world: World, telegram_id: int, name: str, *, school: int = 0) -> int:
    """Somebody else signs up, at a school of the first page; the phone goes back to its owner."""
    owner, people = world.user, world.services.people
    world.typed += (name,)
    world.becomes(telegram_id)
    await agree(world)
    me = await world.my_id()
    await people.save_name(me, name)
    schools = (await world.services.schools.page(0)).schools
    await people.choose_school(me, schools[school].id)
    await people.choose_position(me, "teacher")
    await people.mark_subject(me, "mathematics", True)
    await people.confirm_subjects(me)
    await people.save_experience(me, "20")
    await people.save_post_years(me, "2")
    await people.choose_category(me, "first")
    await people.complete(me)
    world.user = owner
    return me


@situation(after="registered")
async def with_an_admin(world: World) -> None:
    """A registered teacher holds the phone; an admin exists."""
    await signs_up(world, ADMIN_ID, "Ларина Ада Игоревна")


@situation(after="with_an_admin")
async def an_admin(world: World) -> None:
    """The admin holds the phone."""
    world.becomes(ADMIN_ID)


async def appoint(
    world: World, telegram_id: int, role: Role, *, at_own_school: bool = False
) -> None:
    """The admin gives somebody a role."""
    admin = await world.services.people.find(ADMIN_ID)
    person = await world.services.people.find(telegram_id)
    assert admin is not None
    assert person is not None
    school = person.school_id if at_own_school else None
    await world.services.roles.grant(admin.id, person.id, role, school)


@situation(after="with_an_admin")
async def a_methodist(world: World) -> None:
    """A methodist holds the phone; the teacher of `registered` is somebody else."""
    await signs_up(world, METHODIST, "Соколова Мария Ивановна", school=1)
    await appoint(world, METHODIST, Role.METHODIST)
    world.becomes(METHODIST)


@situation(after="with_an_admin")
async def a_coordinator(world: World) -> None:
    """A coordinator of the teacher's school holds the phone."""
    await signs_up(world, COORDINATOR, "Белова Инна Олеговна")
    await appoint(world, COORDINATOR, Role.COORDINATOR, at_own_school=True)
    world.becomes(COORDINATOR)


__all__ = ["COLLEAGUE", "COORDINATOR", "METHODIST", "TELEGRAM_ID", "appoint", "signs_up"]
