"""What a person sees beside the windows: consent, old buttons, stray messages, files."""

from __future__ import annotations

import pytest
from aiogram.types import InlineKeyboardButton

from bot.l10n import LOCALES
from tests.dialogs.checks import faults_of
from tests.dialogs.country import Country
from tests.dialogs.situations import CITY
from tests.dialogs.world import World

BUTTONS = {
    "ru": ("Русский", "Согласен / согласна", "Не сейчас", "Вернуться к согласию"),
    "en": ("English", "I agree", "Not now", "Back to the consent"),
}


@pytest.fixture
async def world(country: Country) -> World:
    """A city in which the bot knows nobody."""
    return await country.world(CITY)


async def press(world: World, label: str) -> None:
    """Press the button of this label on the newest message; the screen after it is in order."""
    screen = world.phone.newest
    button = next(button for button in screen.buttons if button.text == label)
    reaction = await world.presses(button, screen)
    assert not reaction.faults
    assert reaction.screens or reaction.notes


@pytest.mark.parametrize("locale", LOCALES)
class TestBeforeConsent:
    async def test_a_stranger_is_greeted_in_both_languages(self, world: World, locale: str) -> None:
        world.renamed(language_code=locale)
        await world.sends("/start")
        labels = [button.text for button in world.phone.newest.buttons]
        assert labels == (["Русский", "English"] if locale == "ru" else ["English", "Русский"])
        assert "Выберите язык" in world.phone.newest.text
        assert "Choose a language" in world.phone.newest.text

    async def test_the_consent_shows_well_and_leads_to_the_first_question(
        self, world: World, locale: str
    ) -> None:
        world.renamed(language_code=locale)
        language, agree, *_ = BUTTONS[locale]
        await world.sends("/start")
        await press(world, language)
        consent = world.phone.newest
        other = BUTTONS["en" if locale == "ru" else "ru"][0]
        faults = faults_of(consent, world, locale)
        assert [fault for fault in faults if not _is_about_other(fault, other)] == []
        await press(world, agree)
        assert world.state == "SignupStates:name"
        assert faults_of(world.phone.newest, world, locale) == []

    async def test_somebody_who_declines_leaves_no_trace_and_can_come_back(
        self, world: World, locale: str
    ) -> None:
        world.renamed(language_code=locale)
        language, _, decline, back = BUTTONS[locale]
        await world.sends("/start")
        await press(world, language)
        consent = world.phone.newest
        await press(world, decline)
        assert faults_of(world.phone.newest, world, locale) == []
        assert await world.services.people.find(world.user.id) is None
        await press(world, back)
        assert world.phone.newest.text == consent.text


def _is_about_other(fault: str, label: str) -> bool:
    """The button that changes the language is named in that language, as is right."""
    return fault.startswith(("Russian in English", "English in Russian")) and fault.split("\n")[
        0
    ].endswith(f": {label}")


@pytest.mark.parametrize("locale", LOCALES)
class TestOldButtons:
    async def test_a_button_of_a_conversation_long_over_gets_a_word_and_the_menu(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("registered", locale)
        await world.sends("/profile")
        old = world.phone.newest
        await world.sends("/menu")
        reaction = await world.presses(old.buttons[0], old)
        assert reaction.notes == [(world.localizer[locale].plain("button-old"), False)]
        assert world.state == "MenuStates:menu"
        assert not reaction.faults

    @pytest.mark.parametrize("data", ["nonsense", "aaaa\x1dmenu", "lang:xx", "\x1d"])
    async def test_forged_data_is_answered_and_crashes_nothing(
        self, country: Country, locale: str, data: str
    ) -> None:
        world = await country.at("registered", locale)
        await world.sends("/menu")
        forged = InlineKeyboardButton(text="?", callback_data=data)
        reaction = await world.presses(forged, world.phone.newest)
        assert not reaction.faults  # among them: not answered exactly once

    @pytest.mark.parametrize("item", ["many:x:y", "a:-1:2", "a:99999:1", "one:x", "revise:x"])
    async def test_forged_items_of_a_living_screen_are_refused(
        self, country: Country, locale: str, item: str
    ) -> None:
        world = await country.at("begun", locale)
        await world.follows("/assessment", "go_on")
        screen = world.phone.newest
        conversation = screen.buttons[0].callback_data.partition("\x1d")[0]
        forged = InlineKeyboardButton(text="?", callback_data=f"{conversation}\x1d{item}")
        reaction = await world.presses(forged, screen)
        assert not reaction.faults
        assert world.state == "AssessmentStates:step"
        assert world.phone.newest.text == screen.text


@pytest.mark.parametrize("locale", LOCALES)
async def test_a_message_out_of_nowhere_gets_a_word_and_the_menu(
    country: Country, locale: str
) -> None:
    world = await country.at("registered", locale)
    reaction = await world.sends("привет")
    assert not reaction.faults
    assert reaction.said[0] == str(world.localizer[locale]("not-understood"))
    assert world.state == "MenuStates:menu"


@pytest.mark.parametrize("situation", ["with_a_mixed_result", "with_two_results_at_length"])
async def test_the_chart_and_the_document_are_really_made(country: Country, situation: str) -> None:
    world = await country.at(situation, "ru")
    await world.follows("/results", "pass")
    files = (await world.follows("chart")).files
    world.phone.chat.pop(world.phone.last_id, None)
    files += (await world.follows("docx")).files
    assert files[0] == "photo"
    assert files[1].endswith(".docx")


@pytest.mark.parametrize("locale", LOCALES)
class TestWhenSomethingBreaks:
    async def test_a_message_is_answered_with_the_code_that_stands_in_the_log(
        self, country: Country, locale: str, broken: None
    ) -> None:
        world = await country.at("registered", locale)
        reaction = await world.sends("/menu")
        assert reaction.faults == ["handler failed: RuntimeError('broken')"]
        assert reaction.said == [world.localizer[locale].plain("crashed", code=reaction.codes[0])]

    async def test_a_button_is_answered_with_a_pop_up(
        self, country: Country, locale: str, request: pytest.FixtureRequest
    ) -> None:
        world = await country.at("registered", locale)
        await world.sends("/help")
        request.getfixturevalue("broken")
        screen = world.phone.newest
        reaction = await world.presses(screen.buttons[0], screen)
        told = world.localizer[locale].plain("crashed", code=reaction.codes[0])
        assert reaction.notes == [(told, True)]
        assert reaction.answers == 1


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The menu cannot be shown: what it asks for raises."""

    async def breaks(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("services.assessments.Assessments.overview", breaks)
