"""Situations that people get into, each reached through the real services, built once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.dialogs.world import World

Builder = Callable[[World], Awaitable[None]]

CITY = "city"
CROWDED = "crowded"
NO_SCHOOLS = "no_schools"
NAMELESS = 'Школа <b>&"'
SITUATIONS: dict[str, tuple[str, str | None, Builder]] = {}


def situation(*, after: str | None = None, place: str = CITY) -> Callable[[Builder], Builder]:
    """Register a builder; it begins where the situation `after` ended, which names the place."""

    def register(build: Builder) -> Builder:
        where = SITUATIONS[after][0] if after else place
        assert build.__name__ not in SITUATIONS, f"two situations are called {build.__name__}"
        SITUATIONS[build.__name__] = (where, after, build)
        return build

    return register


# -- sign-up ---------------------------------------------------------------------------------------


async def agree(world: World) -> None:
    """Give consent."""
    consent = world.services.consent
    await world.services.people.give_consent(world.user.id, "ru", consent.version)


@situation()
async def a_newcomer(world: World) -> None:
    await agree(world)


@situation()
async def a_newcomer_whose_telegram_name_is_no_name(world: World) -> None:
    world.renamed(first_name="<b>&", last_name=None)
    await agree(world)


@situation(after="a_newcomer")
async def named(world: World) -> None:
    await world.services.people.save_name(await world.my_id(), "О’Брайен-Smith Мэри-Энн")


@situation(after="named")
async def at_a_school(world: World) -> None:
    school = (await world.services.schools.page(0)).schools[0]
    await world.services.people.choose_school(await world.my_id(), school.id)


@situation(after="at_a_school")
async def a_teacher(world: World) -> None:
    await world.services.people.choose_position(await world.my_id(), "teacher")


@situation(after="at_a_school")
async def a_head(world: World) -> None:
    await world.services.people.choose_position(await world.my_id(), "head")


@situation(after="a_teacher")
async def a_teacher_of_two_subjects(world: World) -> None:
    me, people = await world.my_id(), world.services.people
    await people.mark_subject(me, "mathematics", True)
    await people.mark_subject(me, "informatics", True)
    await people.confirm_subjects(me)


@situation(after="a_teacher")
async def a_teacher_of_everything(world: World) -> None:
    me, people = await world.my_id(), world.services.people
    for subject in world.services.catalogue.subjects:
        await people.mark_subject(me, subject.key, True)


@situation(after="a_teacher_of_two_subjects")
async def experienced(world: World) -> None:
    await world.services.people.save_experience(await world.my_id(), "1")


@situation(after="experienced")
async def asked_for_the_category(world: World) -> None:
    await world.services.people.save_post_years(await world.my_id(), "1")


@situation(after="asked_for_the_category")
async def about_to_confirm(world: World) -> None:
    await world.services.people.choose_category(await world.my_id(), "none")


@situation(after="about_to_confirm")
async def of_a_school_named_like_markup(world: World) -> None:
    world.typed += (NAMELESS,)
    await world.services.people.propose_school(await world.my_id(), NAMELESS)


# -- assessments -----------------------------------------------------------------------------------


@situation(after="about_to_confirm")
async def registered(world: World) -> None:
    await world.services.people.complete(await world.my_id())


@situation(after="a_head")
async def a_registered_head(world: World) -> None:
    me, people = await world.my_id(), world.services.people
    await people.confirm_subjects(me)
    await people.save_experience(me, "30 лет")
    await people.save_post_years(me, "0")
    await people.choose_category(me, "highest")
    await people.complete(me)


@situation(after="registered")
async def begun(world: World) -> None:
    await world.services.assessments.start(await world.my_id())


async def answer(world: World, *values: int | None, count: int = 1000) -> None:
    """Answer up to so many items, the values in turn."""
    me, assessments = await world.my_id(), world.services.assessments
    key = await assessments.start(me)
    items = (await assessments.overview(me)).variant.items
    for number in range(min(count, len(items))):
        await assessments.answer(me, key, number, values[number % len(values)])


async def finish(world: World, *values: int | None) -> None:
    """Answer everything and see the result."""
    await answer(world, *values)
    me, assessments = await world.my_id(), world.services.assessments
    await assessments.finish(me, await assessments.start(me))


@situation(after="registered")
async def in_the_middle(world: World) -> None:
    await answer(world, 2, 1, None, 0, 3, count=20)


@situation(after="registered")
async def asked_for_wishes(world: World) -> None:
    await answer(world, 2, 1, None, 0, 3)


@situation(after="registered")
async def who_skipped_everything(world: World) -> None:
    await answer(world, None)


@situation(after="registered")
async def with_a_mixed_result(world: World) -> None:
    await finish(world, 2, 2, 1, 3, 2, 0)


@situation(after="registered")
async def with_gaps_everywhere(world: World) -> None:
    await finish(world, 0)


@situation(after="registered")
async def strong_everywhere(world: World) -> None:
    await finish(world, 3)


@situation(after="registered")
async def with_nothing_to_judge(world: World) -> None:
    await finish(world, None)


@situation(after="a_registered_head")
async def a_head_with_a_result(world: World) -> None:
    await finish(world, 1, 2, 3)


@situation(after="with_a_mixed_result")
async def with_two_results(world: World) -> None:
    world.clock.advance(days=200)
    await finish(world, 3, 2, 2, None, 0)


@situation(after="registered")
async def with_thirty_results(world: World) -> None:
    for number in range(30):
        await finish(world, number % 4, (number + 1) % 4, None if number % 3 else 2)
        world.clock.advance(days=97)


# -- a municipality whose schools nobody has entered yet ------------------------------------------


@situation(place=NO_SCHOOLS)
async def named_where_no_school_is_listed(world: World) -> None:
    await agree(world)
    await world.services.people.save_name(await world.my_id(), "О’Брайен-Smith Мэри-Энн")
