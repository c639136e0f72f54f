"""Invitations: the list, making one, its card, and spreadsheets of many."""

from __future__ import annotations

from bot.states import InvitationStates
from services.permissions import Role
from tests.dialogs.situations import agree, situation
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World

LIST = ("/invite",)
NEW = (*LIST, "new")
FILE = (*LIST, "load")
LABEL = "Петрова <b>Анна</b> &"
SCHOOL, NAME = "Аксёновская СОШ", "Петрова Анна Сергеевна"
TYPED = (LABEL, "Хогвартс <b>&", "Аксёнавская СОШ", SCHOOL, "король", NAME, "Сидоров Борис Ильич")
GUEST = 700_000_141


@situation(after="an_admin")
async def an_admin_with_spreadsheets(world: World) -> None:
    """The admin, and texts that stand in spreadsheets."""
    world.typed += TYPED


@situation(after="an_admin_with_spreadsheets")
async def invitations_of_all_kinds(world: World) -> None:
    """An open, a used, a revoked and an expired invitation, and one for many."""
    me, invitations, owner = await world.my_id(), world.services.invitations, world.user
    school = (await world.services.schools.page(0)).schools[0].id
    await invitations.create(me, Role.TEACHER, school, days=7)
    world.clock.advance(days=8)
    used = await invitations.create(me, Role.COORDINATOR, school)
    many = await invitations.create(me, Role.TEACHER, school, max_uses=None)
    revoked = await invitations.create(me, Role.COORDINATOR, school)
    await invitations.revoke(me, revoked.id)
    await invitations.create(me, Role.METHODIST, direction="technological")
    await invitations.create(me, Role.COORDINATOR, school, label=LABEL)
    for guest in (GUEST, GUEST + 1):
        world.becomes(guest)
        await agree(world)
        await invitations.accept(await world.my_id(), many.token)
        if guest == GUEST:
            await world.services.people.save_name(await world.my_id(), "О’Брайен-Smith Мэри-Энн")
            await invitations.accept(await world.my_id(), used.token)
    world.user = owner


@situation(after="an_admin_with_spreadsheets")
async def who_invited_the_same_before(world: World) -> None:
    """The admin, after a personal link for a person of the spreadsheet."""
    school = (await world.services.schools.search(SCHOOL))[0]
    await world.services.invitations.create(
        await world.my_id(), Role.COORDINATOR, school.id, label=NAME
    )


STORIES: tuple[Story, ...] = (
    *stories(
        InvitationStates.list,
        ("an_admin", *LIST),
        ("an_admin", *LIST, "all"),
        ("an_admin", *LIST, "«привет»"),
        ("a_methodist", *LIST),
        ("invitations_of_all_kinds", *LIST),
        ("invitations_of_all_kinds", *LIST, "all"),
        ("invitations_of_all_kinds", *LIST, "all", "later"),
        ("invitations_of_all_kinds", *LIST, "all", "opened"),
        ("an_admin_with_spreadsheets", *FILE, "📎coordinators", "issue"),
    ),
    *stories(
        InvitationStates.role,
        ("an_admin", *NEW),
        ("an_admin", *NEW, "later"),
        ("a_methodist", *NEW),
        ("a_methodist", *NEW, "later"),
    ),
    *stories(
        InvitationStates.school,
        ("an_admin", *NEW, "role:coordinator"),
        ("an_admin", *NEW, "role:teacher", "«Аксен»"),
        ("an_admin", *NEW, "role:head", "«ъъъ <b>&»"),
        ("an_admin_at_length", *NEW, "role:coordinator"),
        ("an_admin_of_nothing", *NEW, "role:coordinator"),
    ),
    *stories(
        InvitationStates.direction,
        ("an_admin", *NEW, "later", "role:methodist"),
    ),
    *stories(
        InvitationStates.terms,
        ("an_admin", *NEW, "role:coordinator", "school"),
        ("an_admin", *NEW, "role:coordinator", "school", f"«{LABEL}»"),
        ("an_admin", *NEW, "role:coordinator", "school", "«" + "ж" * 150 + "»"),
        ("an_admin", *NEW, "role:teacher", "school", "uses:many", "days:90"),
        ("an_admin", *NEW, "role:mentor"),
        ("an_admin", *NEW, "later", "role:methodist", "direction"),
        ("an_admin", *NEW, "later", "role:methodist", "direction:technological"),
        ("an_admin", *NEW, "later", "role:admin"),
        ("an_admin_at_length", *NEW, "role:coordinator", "school", f"«{'Ж' * 100}»"),
    ),
    *stories(
        InvitationStates.card,
        ("an_admin", *NEW, "role:coordinator", "school", "make"),
        ("an_admin", *NEW, "role:mentor", "uses:many", "make"),
        ("invitations_of_all_kinds", *LIST, "invitation:6"),
        ("invitations_of_all_kinds", *LIST, "invitation:3"),
        ("invitations_of_all_kinds", *LIST, "all", "invitation:2"),
        ("invitations_of_all_kinds", *LIST, "all", "invitation:4"),
        ("invitations_of_all_kinds", *LIST, "all", "later", "invitation:1"),
        ("invitations_of_all_kinds", *LIST, "invitation:6", "renew", "renew_yes"),
        ("invitations_of_all_kinds", *LIST, "invitation:6", "revoke", "revoke_yes"),
        ("an_admin_at_length", *NEW, "role:coordinator", "school", f"«{'Ж' * 100}»", "make"),
    ),
    *stories(
        InvitationStates.renew,
        ("invitations_of_all_kinds", *LIST, "invitation:6", "renew"),
        ("invitations_of_all_kinds", *LIST, "all", "later", "invitation:1", "renew"),
    ),
    *stories(
        InvitationStates.revoke,
        ("invitations_of_all_kinds", *LIST, "invitation:3", "revoke"),
    ),
    *stories(
        InvitationStates.file,
        ("an_admin", *FILE),
        ("an_admin", *FILE, "«привет»"),
        ("an_admin", *FILE, "📎no table"),
        ("a_methodist", *FILE, "📎no columns"),
    ),
    *stories(
        InvitationStates.preview,
        ("an_admin_with_spreadsheets", *FILE, "📎coordinators"),
        ("an_admin_with_spreadsheets", *FILE, "📎broken coordinators"),
        ("an_admin_with_spreadsheets", *FILE, "📎broken coordinators", "report"),
        ("an_admin_with_spreadsheets", *FILE, "📎coordinators", "«да»"),
        ("who_invited_the_same_before", *FILE, "📎coordinators"),
    ),
)
