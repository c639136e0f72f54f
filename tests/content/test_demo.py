"""The invented people of the demonstration fit the content they play with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content import (
    Demo,
    DemoWork,
    Problem,
    Profile,
    load_catalogue,
    load_demo,
    load_questionnaire,
)
from content.loader import HERE, _load
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


def test_events_are_of_every_kind(demo: Demo) -> None:
    coming = [event for event in demo.events if not event.draft and event.in_days != -9]
    assert any(event.draft for event in demo.events)
    assert any(event.in_days is None for event in coming), "one begins within the hour"
    assert any(event.in_days == 1 for event in coming)
    assert any(event.seats and len(event.registered) > event.seats for event in coming)
    past = [event for event in demo.events if event.in_days is not None and event.in_days < 0]
    assert all(event.materials for event in past)
    assert any(guest.comment for event in past for guest in event.came)


def test_events_fit_every_municipality_questionnaire_and_catalogue(
    demo: Demo, profile: Profile
) -> None:
    catalogue = load_catalogue()
    variants = load_questionnaire().variants
    blocks = {block.key for variant in variants for block in variant.blocks}
    for event in demo.events:
        assert event.form in {form.key for form in profile.event_forms}
        assert event.level in {level.key for level in profile.event_levels}
        assert set(event.blocks) <= blocks
        assert all(catalogue.event_rubric(key) for key in event.rubrics)
        assert all(catalogue.subject(key) for key in event.subjects)
        assert all(catalogue.position(key) for key in event.positions)


def test_some_have_read_the_change_of_law_and_some_have_not(demo: Demo) -> None:
    (law,) = demo.broadcasts
    assert (law.category, law.ack) == ("law", True)
    asked = {
        person.key
        for person in demo.people
        if person.card and person.card.work and person.card.work.position in law.positions
    }
    assert set(law.acknowledged) < asked


def test_events_name_people_of_the_demonstration(
    tmp_path: Path, broken: Callable[[Callable[[Path], Any], Path], list[Problem]]
) -> None:
    changed = (HERE / "demo.yaml").read_text("utf-8").replace("[deputy]", "[nobody]", 1)
    path = tmp_path / "demo.yaml"
    path.write_text(changed, "utf-8")
    (problem,) = broken(lambda one: _load(Demo, one), path)
    assert "'nobody' is not in people" in str(problem)
