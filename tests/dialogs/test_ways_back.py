"""From where a card or a list was opened, there one comes back; and names typed at the menu."""

from __future__ import annotations

import pytest

from bot.l10n import LOCALES
from tests.dialogs.country import Country
from tests.dialogs.stories_roles import QUEUE
from tests.dialogs.stories_schools import LIST


@pytest.mark.parametrize("locale", LOCALES)
class TestWaysBack:
    @pytest.mark.parametrize(("kind", "state"), [("claims", "claim"), ("transfers", "transfer")])
    async def test_lead_from_the_card_to_the_question(
        self, country: Country, locale: str, kind: str, state: str
    ) -> None:
        world = await country.at("a_methodist_with_a_queue", locale)
        asked = (await world.follows(*QUEUE, kind)).screens[-1].text
        await world.follows("card")
        assert world.state == "DirectoryStates:card"
        assert (await world.follows("origin")).screens[-1].text == asked
        assert world.state == f"QueueStates:{state}"

    async def test_lead_from_the_people_of_a_school_to_its_card(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("schools_of_all_kinds", locale)
        await world.follows(*LIST, "proposed", "school", "people", "origin")
        assert world.state == "SchoolStates:card"

    async def test_lead_from_the_log_to_the_administration(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("an_admin", locale)
        await world.follows("/menu", "admin", "audit", "panel")
        assert world.state == "AdminStates:panel"


@pytest.mark.parametrize("locale", LOCALES)
class TestNamesAtTheMenu:
    async def test_are_looked_for_by_those_who_find_people(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("a_methodist", locale)
        await world.follows("/menu")
        reaction = await world.sends("Ларина")
        assert not reaction.faults
        assert world.state == "DirectoryStates:find"
        assert "Ларина" in reaction.screens[-1].text

    async def test_are_told_from_buttons_to_the_others(self, country: Country, locale: str) -> None:
        world = await country.at("registered", locale)
        await world.follows("/menu")
        told = world.localizer[locale].plain("refusal-only-buttons")
        assert told in (await world.sends("Ларина")).screens[-1].text
        assert world.state == "MenuStates:menu"
