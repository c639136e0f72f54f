"""What single screens promise beyond looking well."""

from __future__ import annotations

import re

import pytest

from tests.dialogs.country import Country
from tests.dialogs.stories import ASK, BLOCK, RESULT, SKIPS, TWO

pytestmark = pytest.mark.usefixtures("quick_reports")


async def shown(country: Country, situation: str, *way: str, locale: str = "ru") -> str:
    """Text and buttons of the screen at the end of the way."""
    world = await country.at(situation, locale)
    await world.follows(*way)
    return str(world.phone.newest)


class TestSignup:
    async def test_chosen_subjects_stand_in_the_order_of_the_list(self, country: Country) -> None:
        for way in (("/profile",), ("/profile", "edit:subjects")):
            text = await shown(country, "registered", *way)
            assert "Математика, Информатика" in text

    async def test_a_long_name_is_cut_on_its_button_and_kept_in_the_profile(
        self, country: Country
    ) -> None:
        world = await country.at("a_newcomer_with_the_longest_name")
        await world.follows("/start", "suggest")
        person = await world.services.people.find(world.user.id)
        assert person is not None
        assert len(person.full_name or "") == 100

    async def test_a_proposed_school_may_look_like_markup(self, country: Country) -> None:
        text = await shown(country, "of_a_school_named_like_markup", "/start")
        assert 'Школа: Школа <b>&"' in text
        assert "методист проверит её название" in text


class TestAssessment:
    async def test_a_questionnaire_introduces_itself(self, country: Country) -> None:
        world = await country.at("registered")
        await world.follows("/assessment")
        intro = world.questionnaire.intro
        assert intro is not None
        assert intro.ru.split(".")[0] in world.phone.newest.text

    async def test_answers_of_a_long_scale_are_buttons_in_a_row(self, country: Country) -> None:
        text = await shown(country, "in_the_middle_at_length", *ASK)
        assert "[0]  [1]  [2]  [3]  [4]  [5]  [6]\n" in text

    async def test_long_options_are_listed_and_chosen_by_number(self, country: Country) -> None:
        world = await country.at("asked_for_wishes_at_length")
        await world.follows(*ASK, *TWO)
        assert "\n12. 11 Сложноподчинённое" in world.phone.newest.text
        fourth = world.phone.newest.rows[0][3]
        await world.presses(fourth, world.phone.newest)
        assert "[✓ 4]" in str(world.phone.newest)

    async def test_many_skipped_items_are_reviewed_page_by_page(self, country: Country) -> None:
        seen: set[str] = set()
        for turns in range(4):
            way = (*ASK, *SKIPS, *["later"] * turns)
            text = await shown(country, "who_skipped_everything", *way)
            assert "«Не относится ко мне» — 42." in text
            seen |= set(re.findall(r"\[№ (\d+)\]", text))
        assert seen == {str(number) for number in range(1, 43)}


class TestResults:
    async def test_where_nothing_can_be_judged_no_figure_is_given(self, country: Country) -> None:
        for way in (RESULT, BLOCK):
            text = await shown(country, "with_nothing_to_judge", *way)
            assert "%" not in text
            assert "чем меньше" not in text

    async def test_one_strength_is_one_and_several_are_several(self, country: Country) -> None:
        assert "Ваша сильная сторона: " in await shown(country, "a_head_with_a_result", *RESULT)
        assert "Ваши сильные стороны: " in await shown(country, "strong_everywhere", *RESULT)

    async def test_gaps_that_do_not_fit_are_counted(self, country: Country) -> None:
        text = await shown(country, "with_gaps_everywhere_at_length", *BLOCK)
        listed = len(re.findall(r"^• \d+ Сложно", text, re.M))
        assert f"… и ещё {12 - listed}\n" in text

    async def test_all_thirty_passes_can_be_reached(self, country: Country) -> None:
        world = await country.at("with_thirty_results")
        await world.follows("/results")
        dates: set[str] = set()
        for _ in range(6):
            dates |= {button.text for button in world.phone.newest.buttons if "%" in button.text}
            await world.follows("later")
        assert len(dates) == 30
