"""Stories of the administration."""

from __future__ import annotations

from bot.states import AdminStates
from services.notices import Notice, owe
from tests.dialogs.situations import finish, situation
from tests.dialogs.staff import signs_up
from tests.dialogs.story import Story, stories
from tests.dialogs.world import ADMIN_ID, World

FIVE = range(700_000_201, 700_000_206)


@situation(after="an_admin")
async def an_admin_who_reads_files(world: World) -> None:
    """Keys and digests are shown as they stand in the files."""
    live = await world.services.reloading.live(await world.my_id())
    world.typed += (
        live.profile.key,
        live.profile_digest,
        live.questionnaire.key,
        live.questionnaire_digest,
    )


@situation(after="an_admin")
async def an_admin_during_maintenance(world: World) -> None:
    await world.services.maintenance.on(await world.my_id())
    await world.services.maintenance.take(90_000, 700_000_001, lambda: "{}")


@situation(after="an_admin_during_maintenance")
async def an_admin_after_maintenance(world: World) -> None:
    await world.services.maintenance.off(await world.my_id())


@situation(after="an_admin")
async def an_admin_of_five_teachers_with_results(world: World) -> None:
    for number, telegram_id in enumerate(FIVE):
        await signs_up(world, telegram_id, "Петрова Вера Ильинична", school=number)
        world.becomes(telegram_id)
        await finish(world, 0, 1, 2)
    world.becomes(ADMIN_ID)


@situation(after="an_admin_who_reads_files")
async def an_admin_whose_messages_fail(world: World) -> None:
    me, now = await world.my_id(), world.clock.now()
    errors = {"bot was blocked by the user": 3, "user is deactivated": 1, "": 1}
    async with world.services.access.uow.writing() as store:
        for number in range(6):
            await owe(store, me, Notice.ROLE_ENDED, number, now, role="head")
    async with world.services.access.uow.writing() as store:
        rows = await store.outbox.claim(5, now, now)
        for row, error in zip(rows, [e for e, n in errors.items() for _ in range(n)], strict=True):
            await store.outbox.close(row.id, "failed", error)


STORIES: tuple[Story, ...] = (
    *stories(
        AdminStates.panel,
        ("an_admin_who_reads_files", "/stats", "panel"),
        ("an_admin_whose_messages_fail", "/stats", "panel"),
    ),
    *stories(
        AdminStates.statistics,
        ("an_admin", "/stats"),
        ("a_methodist", "/stats"),
        ("an_admin_of_five_teachers_with_results", "/stats"),
    ),
    *stories(
        AdminStates.health,
        ("an_admin", "/health"),
        ("an_admin_during_maintenance", "/health"),
        ("an_admin_after_maintenance", "/health"),
        ("an_admin_in_a_pause", "/health"),
    ),
    *stories(AdminStates.backups, ("an_admin", "/backup")),
    *stories(
        AdminStates.maintenance,
        ("an_admin", "/maintenance"),
        ("an_admin_during_maintenance", "/maintenance"),
        ("an_admin_after_maintenance", "/maintenance"),
    ),
    *stories(AdminStates.content, ("an_admin_who_reads_files", "/content")),
    *stories(AdminStates.reload, ("an_admin_who_reads_files", "/content", "check")),
    *stories(
        AdminStates.outbox,
        ("an_admin", "/broadcast_status"),
        ("an_admin_whose_messages_fail", "/broadcast_status"),
    ),
)
