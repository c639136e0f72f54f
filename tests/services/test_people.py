"""Signing up, field by field: each answer is stored at once and checked again on every call."""

from __future__ import annotations

from typing import Any

import pytest

from content import load_catalogue
from services.people import STEPS
from storage.engine import Database
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.stories import ANNA, BORIS, refused, sign_up
from tests.wiring import Services, build_services


async def first_school(services: Services) -> int:
    return (await services.schools.page(0)).schools[0].id


async def test_sign_up_asks_for_one_thing_after_the_other(
    services: Services, newcomer: int
) -> None:
    people, school = services.people, await first_school(services)
    answers: dict[str, Any] = {
        "name": lambda: people.save_name(newcomer, "Иванова Анна"),
        "school": lambda: people.choose_school(newcomer, school),
        "position": lambda: people.choose_position(newcomer, "staff"),
        "subjects": lambda: people.confirm_subjects(newcomer),
        "experience": lambda: people.save_experience(newcomer, "12"),
        "post": lambda: people.save_post_years(newcomer, "3"),
        "category": lambda: people.choose_category(newcomer, "none"),
    }
    assert tuple(answers) == STEPS
    for number, step in enumerate(STEPS):
        card = await people.card(newcomer)
        assert card.next_step == step
        assert card.missing == STEPS[number:]
        with refused("signup-missing"):
            await people.complete(newcomer)
        await answers[step]()
    assert (await people.card(newcomer)).next_step is None
    await people.complete(newcomer)


async def test_sign_up_goes_on_after_a_restart_where_it_stopped(
    services: Services, clock: FixedClock, newcomer: int
) -> None:
    await services.people.save_name(newcomer, "Иванова Анна")
    await services.people.choose_school(newcomer, await first_school(services))
    restarted = await build_services(services.access.uow, clock)
    assert (await restarted.people.card(newcomer)).next_step == "position"


async def test_the_summary_shows_what_was_given(services: Services, anna: int) -> None:
    card = await services.people.card(anna)
    person = card.person
    assert person.full_name == "Иванова Анна Петровна"
    assert card.school is not None
    assert card.school.name == (await services.schools.page(0)).schools[0].name
    assert (person.position, person.category, card.subjects) == (
        "teacher",
        "first",
        ("mathematics",),
    )
    assert (person.experience_years, person.post_years) == (12, 5)
    assert card.missing == ()


async def test_the_moment_of_signing_up_is_the_first_one(
    services: Services, clock: FixedClock, anna: int
) -> None:
    signed_up = clock.now()
    clock.advance(days=30)
    await services.people.complete(anna)
    assert (await services.people.card(anna)).person.registered_at == signed_up


async def test_a_language_can_be_changed(services: Services, anna: int) -> None:
    await services.people.set_locale(anna, "en")
    person = await services.people.find(ANNA)
    assert person is not None
    assert person.locale == "en"


async def test_a_wrong_name_leaves_the_old_one(services: Services, anna: int) -> None:
    with refused("name-letters"):
        await services.people.save_name(anna, "<b>Анна</b> &")
    assert (await services.people.card(anna)).person.full_name == "Иванова Анна Петровна"


class TestSubjects:
    async def test_marking_is_the_same_once_and_twice(
        self, services: Services, newcomer: int
    ) -> None:
        for subject in ("physics", "physics", "chemistry", "art"):
            await services.people.mark_subject(newcomer, subject, True)
        for _ in range(2):
            await services.people.mark_subject(newcomer, "art", False)
        assert (await services.people.card(newcomer)).subjects == ("chemistry", "physics")

    async def test_a_teacher_names_at_least_one(self, services: Services, newcomer: int) -> None:
        await services.people.choose_position(newcomer, "teacher")
        with refused("subjects-needed"):
            await services.people.confirm_subjects(newcomer)
        assert "subjects" in (await services.people.card(newcomer)).missing
        await services.people.mark_subject(newcomer, "physics", True)
        await services.people.confirm_subjects(newcomer)
        assert "subjects" not in (await services.people.card(newcomer)).missing

    @pytest.mark.parametrize("position", ["head", "deputy", "staff"])
    async def test_others_need_none(self, services: Services, newcomer: int, position: str) -> None:
        await services.people.choose_position(newcomer, position)
        await services.people.confirm_subjects(newcomer)
        assert "subjects" not in (await services.people.card(newcomer)).missing

    async def test_who_becomes_a_teacher_is_asked_again(
        self, services: Services, newcomer: int
    ) -> None:
        await services.people.choose_position(newcomer, "head")
        await services.people.confirm_subjects(newcomer)
        await services.people.choose_position(newcomer, "teacher")
        assert "subjects" in (await services.people.card(newcomer)).missing

    async def test_marks_alone_are_not_an_answer(self, services: Services, newcomer: int) -> None:
        await services.people.mark_subject(newcomer, "physics", True)
        assert "subjects" in (await services.people.card(newcomer)).missing


class TestYears:
    async def test_in_the_post_cannot_exceed_those_in_education(
        self, services: Services, newcomer: int
    ) -> None:
        await services.people.save_experience(newcomer, "5")
        with refused("post-years") as caught:
            await services.people.save_post_years(newcomer, "6 лет")
        assert caught.value.facts == {"years": 6, "experience": 5}
        await services.people.save_post_years(newcomer, "5 лет")
        assert (await services.people.card(newcomer)).person.post_years == 5

    async def test_in_the_post_are_asked_again_when_they_no_longer_fit(
        self, services: Services, anna: int
    ) -> None:
        await services.people.save_experience(anna, "5")
        assert (await services.people.card(anna)).person.post_years == 5
        await services.people.save_experience(anna, "4")
        card = await services.people.card(anna)
        assert (card.person.experience_years, card.person.post_years) == (4, None)
        assert card.next_step == "post"


class TestYoungSpecialists:
    @pytest.mark.parametrize(
        ("profile", "experience", "post", "grounds"),
        [
            ("ust-ishim", "2", "2", ("under_three_years",)),
            ("ust-ishim", "3", "0", ()),
            ("izhevsk", "2", "2", ("under_three_years", "retrained")),
            ("izhevsk", "20", "2", ("retrained",)),
            ("izhevsk", "20", "3", ()),
        ],
    )
    async def test_are_told_by_the_grounds_of_the_municipality(
        self,
        services: Services,
        clock: FixedClock,
        profile: str,
        experience: str,
        post: str,
        grounds: tuple[str, ...],
    ) -> None:
        there = await build_services(services.access.uow, clock, profile=profile)
        person = await sign_up(there)
        await there.people.save_experience(person, experience)
        await there.people.save_post_years(person, post)
        assert (await there.people.card(person)).young == grounds

    async def test_are_not_guessed_before_the_years_are_known(
        self, services: Services, newcomer: int
    ) -> None:
        assert (await services.people.card(newcomer)).young == ()


@pytest.mark.parametrize("key", ["", "nonsense", "TEACHER", "<b>", "x" * 500])
async def test_a_forged_choice_is_refused_and_changes_nothing(
    services: Services, database: Database, anna: int, key: str
) -> None:
    before, people = await contents(database), services.people
    for use_case in (people.choose_position, people.choose_category):
        with refused("choice-gone"):
            await use_case(anna, key)
    for chosen in (True, False):
        with refused("choice-gone"):
            await people.mark_subject(anna, key, chosen)
    assert await contents(database) == before


async def test_every_choice_of_the_catalogue_can_be_made(services: Services, anna: int) -> None:
    catalogue = load_catalogue()
    for entry in catalogue.subjects:
        await services.people.mark_subject(anna, entry.key, True)
    for entry in catalogue.positions:
        await services.people.choose_position(anna, entry.key)
    for entry in catalogue.categories:
        await services.people.choose_category(anna, entry.key)
    assert len((await services.people.card(anna)).subjects) == len(catalogue.subjects)


async def test_people_do_not_change_one_another(services: Services, anna: int, boris: int) -> None:
    before = await services.people.card(boris)
    await services.people.save_name(anna, "Сидорова Анна")
    await services.people.choose_category(anna, "none")
    assert await services.people.card(boris) == before
    assert before.person.telegram_id == BORIS
