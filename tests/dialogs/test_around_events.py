"""How people come to events from the menu, a result and the profile."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.l10n import LOCALES
from tests.dialogs.country import Country
from tests.dialogs.situations import finish
from tests.dialogs.stories_around_events import LATER, LONG, RESULT, SOON, happens
from tests.dialogs.world import ADMIN_ID, World, widget_of
from tests.services.happenings import publish

BLOCK, RUBRIC = "about:block.", "about:rubric."


def widgets(world: World) -> list[str]:
    return [widget_of(button) for button in world.phone.newest.buttons]


@pytest.mark.parametrize("locale", LOCALES)
class TestFromAResult:
    async def test_the_worst_blocks_and_the_rubric_of_a_gap_are_offered(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("with_events_about_gaps", locale)
        await world.follows(*RESULT)
        assert [one for one in widgets(world) if one.startswith("about")] == [
            "about:block.fgos", "about:block.subject", "about:rubric.wellbeing",
        ]  # fmt: skip

    @pytest.mark.parametrize(("button", "count"), [(BLOCK, 2), (RUBRIC, 1)])
    async def test_a_button_opens_the_calendar_of_its_topic(
        self, country: Country, locale: str, button: str, count: int
    ) -> None:
        world = await country.at("with_events_about_gaps", locale)
        await world.follows(*RESULT, button)
        assert world.state == "EventStates:calendar"
        assert len([one for one in widgets(world) if one.startswith("event:")]) == count
        await world.follows("result")
        assert world.state == "ResultStates:summary"

    async def test_nothing_is_offered_without_events_or_without_a_deficit(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("with_gaps_everywhere", locale)
        await world.follows(*RESULT)
        assert not [one for one in widgets(world) if one.startswith("about")]
        world = await country.at("registered", locale)
        await finish(world, 3)
        await happens(world, LATER, ("block", "fgos"), ("rubric", "wellbeing"))
        await world.follows(*RESULT)
        assert not [one for one in widgets(world) if one.startswith("about")]

    async def test_the_block_says_how_many_there_are(self, country: Country, locale: str) -> None:
        world = await country.at("with_events_about_gaps", locale)
        screen = (await world.follows(*RESULT, "blocks")).screens[-1]
        label = world.localizer[locale].plain("block-events-about", count=2)
        assert label in [button.text for button in screen.buttons]


@pytest.mark.parametrize("locale", LOCALES)
class TestFromTheMenu:
    async def test_whoever_has_a_place_checks_in_while_it_is_on(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("registered", locale)
        event = await happens(world, timedelta(days=1))
        await world.follows("/menu")
        assert "here" not in widgets(world)
        await world.services.events.places.register(await world.my_id(), event)
        screen = (await world.follows("/menu")).screens[-1]
        assert LONG[:60] in screen.text, "the nearest event of one's own"
        assert "here" not in widgets(world), "a day before"
        world.clock.advance(hours=23, minutes=15)
        await world.follows("/menu", "here")
        assert world.state == "EventStates:code"
        world.clock.advance(hours=5)
        await world.follows("/menu")
        assert "here" not in widgets(world), "it is over"

    async def test_whoever_waits_for_a_seat_is_told_so(self, country: Country, locale: str) -> None:
        world = await country.at("with_an_admin", locale)
        event = await publish(world.services, after=LATER, seats=1)
        places, admin = world.services.events.places, await world.services.people.find(ADMIN_ID)
        assert admin is not None
        await places.register(admin.id, event)
        await places.register(await world.my_id(), event)
        l10n, screen = world.localizer[locale], (await world.follows("/menu")).screens[-1]
        told = l10n.plain("menu-next-waits", next="Оценивание на уроке", when="").partition(",")[0]
        assert told in screen.text

    async def test_events_of_others_are_only_counted(self, country: Country, locale: str) -> None:
        world = await country.at("registered", locale)
        for _ in range(2):
            await happens(world, SOON)
        screen = (await world.follows("/menu")).screens[-1]
        label = world.localizer[locale].plain("menu-events", coming=2)
        assert label in [button.text for button in screen.buttons]
        assert LONG[:60] not in screen.text
        assert "here" not in widgets(world)


@pytest.mark.parametrize("locale", LOCALES)
async def test_the_profile_leads_to_subscriptions(country: Country, locale: str) -> None:
    world = await country.at("registered", locale)
    await world.follows("/profile", "news")
    assert world.state == "SubscriptionStates:list"
