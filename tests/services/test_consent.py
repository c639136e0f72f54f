"""No consent, no data: the document comes first, in the version of today."""

from __future__ import annotations

import pytest

from storage.engine import Database
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.stories import ANNA, CONSENT, agree, refused
from tests.wiring import Services, build_services

NOBODY = 404

CHANGES = {
    "set_locale": ("en",),
    "card": (),
    "save_name": ("Иванова Анна",),
    "choose_school": (1,),
    "propose_school": ("Школа в Новом",),
    "choose_position": ("teacher",),
    "mark_subject": ("physics", True),
    "confirm_subjects": (),
    "save_experience": ("12",),
    "save_post_years": ("3",),
    "choose_category": ("first",),
    "complete": (),
}


async def test_before_consent_nothing_is_known_about_a_person(services: Services) -> None:
    assert await services.people.find(ANNA) is None
    assert not services.people.consented(None)


async def test_consent_is_stored_with_its_version_language_and_moment(
    services: Services, clock: FixedClock, database: Database
) -> None:
    person = await services.people.give_consent(ANNA, "en", CONSENT)
    assert (person.telegram_id, person.locale, person.consent) == (ANNA, "en", CONSENT)
    assert services.people.consented(person)
    assert person.registered_at is None
    assert (await contents(database))["consent"] == [(person.id, CONSENT, "en", clock.now())]


async def test_giving_consent_again_changes_nothing(
    services: Services, clock: FixedClock, database: Database
) -> None:
    first = await services.people.give_consent(ANNA, "ru", CONSENT)
    before = await contents(database)
    clock.advance(days=3)
    assert await services.people.give_consent(ANNA, "en", CONSENT) == first
    assert await contents(database) == before


@pytest.mark.parametrize("version", ["", "0", "next", CONSENT + " "])
async def test_consent_to_another_text_than_that_of_today_is_refused(
    services: Services, database: Database, version: str
) -> None:
    with refused("consent-outdated"):
        await services.people.give_consent(ANNA, "ru", version)
    assert (await contents(database))["person"] == []


@pytest.mark.parametrize("use_case", CHANGES)
async def test_nothing_is_possible_without_consent(
    services: Services, database: Database, use_case: str
) -> None:
    before = await contents(database)
    with refused("consent-needed"):
        await getattr(services.people, use_case)(NOBODY, *CHANGES[use_case])
    assert await contents(database) == before


@pytest.mark.parametrize("use_case", CHANGES)
async def test_after_a_new_version_of_the_text_consent_is_asked_again(
    services: Services, clock: FixedClock, database: Database, use_case: str
) -> None:
    person = await agree(services)
    tomorrow = await build_services(services.access.uow, clock, consent_version="next")
    found = await tomorrow.people.find(ANNA)
    assert not tomorrow.people.consented(found)
    before = await contents(database)
    with refused("consent-outdated"):
        await getattr(tomorrow.people, use_case)(person, *CHANGES[use_case])
    assert await contents(database) == before


async def test_who_agrees_to_the_new_version_goes_on_with_all_data(
    services: Services, clock: FixedClock, newcomer: int
) -> None:
    await services.people.save_name(newcomer, "Иванова Анна")
    tomorrow = await build_services(services.access.uow, clock, consent_version="next")
    clock.advance(days=1)
    person = await tomorrow.people.give_consent(ANNA, "ru", "next")
    assert (person.id, person.full_name, person.consent) == (newcomer, "Иванова Анна", "next")
    assert tomorrow.people.consented(person)
    with refused("consent-outdated"):
        await tomorrow.people.give_consent(ANNA, "ru", CONSENT)
