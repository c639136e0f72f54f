"""A municipality with people of every role, and things of a school strange to them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from services.permissions import OF_A_SCHOOL, PERMISSIONS, Role
from storage.repositories.people import PersonRow
from tests.dialogs.situations import situation
from tests.dialogs.staff import appoint, signs_up
from tests.dialogs.world import ADMIN_ID, TELEGRAM_ID, World
from tests.services.collecting import an_open_campaign
from tests.services.deciding import a_recommendation
from tests.services.happenings import publish

# Roles that open nothing beyond what everybody may. One person holds them all: what is refused to
# the sum is refused to each.
POWERLESS = tuple(
    role
    for role in Role
    if not any(role in one.roles for one in PERMISSIONS.values() if Role.TEACHER not in one.roles)
)
# Telegram ids by the role that a person stands for; the admin is one by the settings.
PLAYERS = {
    role: 700_000_200 + number
    for number, role in enumerate(Role)
    if role is Role.TEACHER or role not in POWERLESS
} | {Role.ADMIN: ADMIN_ID}


def roles_of(player: Role) -> tuple[Role, ...]:
    """What the person who stands for a role is given; everybody is a teacher anyway."""
    return (
        tuple(one for one in POWERLESS if one is not player) if player in POWERLESS else (player,)
    )


HEAD = 700_000_300  # claims to be the head of the first school


async def player(world: World, role: Role) -> PersonRow:
    """The person who has this role and no other."""
    person = await world.services.people.find(PLAYERS[role])
    assert person is not None
    return person


@situation(after="with_an_admin")
async def everybody(world: World) -> None:
    """People of every role, all at the third school; `registered` is at the first.

    Of the first school there are a claim, a transfer, a mentor, an invitation, an outside result.
    """
    services = world.services
    for role, telegram_id in PLAYERS.items():
        if role is Role.ADMIN:
            continue
        await signs_up(world, telegram_id, "Чужих Вера Павловна", school=2)
        for given in roles_of(role):
            await appoint(world, telegram_id, given, at_own_school=given in OF_A_SCHOOL)
    admin, methodist = await player(world, Role.ADMIN), await player(world, Role.METHODIST)
    teacher = await world.my_id()
    first, second = (await services.schools.page(0)).schools[:2]
    await appoint(world, TELEGRAM_ID, Role.MENTOR)
    await services.people.choose_school(teacher, second.id)
    await services.invitations.create(admin.id, Role.COORDINATOR, first.id, label="Ильина Вера")
    await services.careers.note_external(methodist.id, teacher, "ФИОКО, 2024, высокий уровень")
    await services.broadcasts.drafts.create(methodist.id)
    event = await publish(services, after=timedelta(minutes=30))
    await services.events.places.register(teacher, event)
    await services.events.materials.add_link(methodist.id, event, "example.org")
    await _collects(world)
    boss = await signs_up(world, HEAD, "Ильина Вера Олеговна")
    await services.people.choose_position(boss, "head")


async def _collects(world: World) -> None:
    """The first school is asked for data."""
    municipality = world.services.municipality
    profile = municipality.profile
    try:
        campaign = await an_open_campaign(world.services, 1)
        await a_recommendation(world.services, campaign)
    finally:
        municipality.profile = profile


async def things(world: World) -> dict[str, Any]:
    """Ids that screens keep: of the teacher at the first school and what belongs to them."""
    person = await world.services.people.find(TELEGRAM_ID)
    boss = await world.services.people.find(HEAD)
    assert person is not None
    assert boss is not None
    async with world.services.access.uow.reading() as store:
        mentor = (await store.roles.held(person.id))[0]
        claim = (await store.roles.of_person(boss.id, "claimed"))[0]
    return {
        "person_id": person.id,
        "school_id": person.school_id,
        "target_id": 2,
        "grant_id": mentor.id,
        "transfer_id": 1,
        "invitation_id": 1,
        "external_id": 1,
        "broadcast_id": 1,
        "event_id": 1,
        "material_id": 1,
        "owner": "broadcast",
        "owner_id": 1,
        "saved_id": 1,
        "criterion": "positions",
        "role": str(Role.EXPERT),
        "direction": "",
        "pair": [claim.id, 1],
        "campaign_id": 1,
        "request_id": 1,
        "decision_id": 1,
        "place": world.profile.monitoring.review[0].key,
        "variable": "staff",
        "variables": ["staff"],
        "end": mentor.id,
    }
