"""The invented people of the demonstration fit the content they play with."""

from __future__ import annotations

import pytest

from content import Demo, DemoWork, load_catalogue, load_demo, load_questionnaire
from services.permissions import Role


@pytest.fixture(scope="module")
def demo() -> Demo:
    return load_demo()


def works(demo: Demo) -> list[DemoWork]:
    return [person.card.work for person in demo.people if person.card and person.card.work]


def test_somebody_has_not_met_the_bot_and_somebody_left_an_assessment_open(demo: Demo) -> None:
    assert any(person.card is None for person in demo.people)
    assert any(each.answered for person in demo.people for each in person.passes)


def test_every_position_with_a_questionnaire_of_its_own_is_played(demo: Demo) -> None:
    played = {work.position for work in works(demo)}
    assert {"teacher", "head", "deputy"} <= played


def test_both_languages_are_spoken(demo: Demo) -> None:
    assert {person.language for person in demo.people} == {"ru", "en"}
    assert all(person.note.en for person in demo.people)


def test_positions_subjects_and_categories_are_those_of_the_catalogue(demo: Demo) -> None:
    catalogue = load_catalogue()
    for work in works(demo):
        assert catalogue.position(work.position)
        assert catalogue.category(work.category)
        assert all(catalogue.subject(key) for key in work.subjects)
        assert work.position != "teacher" or work.subjects
        assert work.post <= work.experience


def test_every_role_that_has_screens_of_its_own_is_played_and_one_admin_appoints(
    demo: Demo,
) -> None:
    played = {each.role for person in demo.people for each in person.roles}
    assert {"coordinator", "head", "methodist"} <= played <= set(Role)
    assert sum(person.admin for person in demo.people) == 1


def test_weak_and_strong_blocks_are_those_of_the_questionnaire(demo: Demo) -> None:
    questionnaire = load_questionnaire()
    for person in demo.people:
        for each in person.passes:
            assert person.card is not None
            assert person.card.work is not None
            variant = questionnaire.variant_for(person.card.work.position)
            assert {*each.weak, *each.strong} <= {block.key for block in variant.blocks}
            assert each.answered is None or each.answered < len(variant.items)
