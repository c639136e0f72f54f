"""Ways to an event from outside, and what the calendar keeps while one looks around."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.broadcasts import Register
from bot.event_links import event_of_link, route_link, share_link
from bot.l10n import LOCALES
from bot.notices import Go
from services.events.calendar import Shown
from tests.dialogs.country import Country
from tests.dialogs.phone import Screen
from tests.dialogs.stories_events import ALL, FILTER, LIST
from tests.dialogs.test_broadcast_buttons import got, presses
from tests.dialogs.world import World, widget_of
from tests.services.happenings import guests, publish

STRANGER = 700_000_777
pytestmark = pytest.mark.usefixtures("quick_reports")


async def announced(world: World, **fields: object) -> tuple[int, Screen]:
    """An event, and its announcement as it came to whoever holds the phone."""
    event = await publish(world.services, **fields)  # type: ignore[arg-type]
    return event, await got(world, "events", event_id=event)


async def my_place(world: World, event: int) -> Shown:
    return await world.services.events.calendar.look(await world.my_id(), event)


class TestTheButtonOfAnAnnouncement:
    @pytest.mark.parametrize("locale", LOCALES)
    async def test_registers_and_leaves_a_form_in_progress_alone(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("registered", locale)
        await world.follows("/profile", "edit:name")
        standing = world.state
        event, screen = await announced(world)
        reaction = await presses(world, Register(event_id=event).pack(), screen)
        words = world.localizer[locale].plain
        assert reaction.notes == [(words("event-placed"), True)]
        assert not reaction.screens
        assert (await my_place(world, event)).registered
        assert world.state == standing
        labels = [button.text for button in world.phone.chat[screen.message_id].buttons]
        assert labels == [
            words("event-registered-button"),
            words("broadcast-unsubscribe"),
        ]

    async def test_opens_the_card_once_one_is_registered(self, country: Country) -> None:
        world = await country.at("registered")
        event, screen = await announced(world)
        await presses(world, Register(event_id=event).pack(), screen)
        reaction = await presses(
            world, Go(what="event", id=event).pack(), world.phone.chat[screen.message_id]
        )
        assert world.state == "EventStates:card"
        assert "Вы записаны" in reaction.screens[-1].text

    async def test_tells_the_number_in_the_line(self, country: Country) -> None:
        world = await country.at("registered")
        event, screen = await announced(world, seats=1)
        for person in await guests(world.services, 2):
            await world.services.events.places.register(person, event)
        reaction = await presses(world, Register(event_id=event).pack(), screen)
        assert "номер 2" in reaction.notes[0][0]
        again = await presses(world, Register(event_id=event).pack(), screen)
        assert again.notes == reaction.notes

    async def test_tells_why_not(self, country: Country) -> None:
        world = await country.at("registered")
        event, screen = await announced(world, after=timedelta(hours=1))
        world.clock.advance(hours=2)
        reaction = await presses(world, Register(event_id=event).pack(), screen)
        assert reaction.notes == [(world.localizer["ru"].plain("refusal-event-begun"), True)]
        for data in (Register(event_id=999_999).pack(), "reg:-1", "reg:x"):
            assert (await presses(world, data)).notes

    async def test_leads_who_has_yet_to_sign_up(self, country: Country) -> None:
        world = await country.at("named")
        event, screen = await announced(world)
        reaction = await presses(world, Register(event_id=event).pack(), screen)
        assert reaction.notes == [(world.localizer["ru"].plain("refusal-signup-needed"), True)]
        assert world.state == "SignupStates:school"
        assert world.phone.chat[screen.message_id] == screen
        await world.follows("earlier")
        reaction = await presses(world, Register(event_id=event).pack(), screen)
        assert not reaction.screens
        world.becomes(STRANGER)
        stranger = await presses(world, Register(event_id=event).pack())
        assert stranger.notes == [(world.localizer["ru"].plain("refusal-consent-needed"), True)]


class TestASharedLink:
    async def test_opens_the_card(self, country: Country) -> None:
        world = await country.at("registered")
        event = await publish(world.services)
        await world.follows(f"/start event-{event}")
        assert world.state == "EventStates:card"

    async def test_survives_consent_and_sign_up(self, country: Country) -> None:
        world = await country.at("about_to_confirm")
        event = await publish(world.services)
        offered = await world.sends(f"/start event-{event}")
        assert "Оценивание на уроке" in offered.said[0]
        assert world.state == "SignupStates:summary"
        await world.follows("confirm")
        assert world.state == "EventStates:card"

    async def test_goes_along_with_the_consent_of_a_stranger(self, country: Country) -> None:
        world = await country.at("registered")
        event = await publish(world.services)
        world.becomes(STRANGER)
        await world.follows(f"/start event-{event}")
        for wanted in ("lang:ru", "consent:1"):
            screen = world.phone.newest
            pressed = next(b for b in screen.buttons if (b.callback_data or "").startswith(wanted))
            assert (pressed.callback_data or "").endswith(f"event-{event}")
            await world.presses(pressed, screen)
        assert world.state == "SignupStates:name"

    @pytest.mark.parametrize("rest", ["", "x", "-1", "999999", "1" * 40])
    async def test_that_leads_nowhere_leads_home(self, country: Country, rest: str) -> None:
        world = await country.at("registered")
        reaction = await world.sends(f"/start event-{rest}")
        assert not reaction.faults
        assert world.state == "MenuStates:menu"


class TestTheCalendar:
    async def test_keeps_its_filters_while_one_looks_at_a_card(self, country: Country) -> None:
        world = await country.at(ALL)
        await world.follows(*FILTER, "filter:form", "value:seminar", "show")
        before = world.phone.newest
        await world.follows("event", "back")
        assert world.phone.newest.text == before.text

    async def test_comes_back_to_my_events_from_where_one_came(self, country: Country) -> None:
        world = await country.at(ALL)
        await world.follows(*LIST, "mine", "event:4", "remind", "back", "back")
        assert world.state == "EventStates:mine"

    async def test_a_second_tap_on_register_changes_nothing(self, country: Country) -> None:
        world = await country.at(ALL)
        await world.follows(*LIST, "event:1")
        screen = world.phone.newest
        button = next(one for one in screen.buttons if widget_of(one) == "register")
        for _ in range(2):
            assert not (await world.presses(button, screen)).faults
        assert (await my_place(world, 1)).event.taken == 1

    async def test_sends_the_calendar_file_and_the_picture(self, country: Country) -> None:
        world = await country.at(ALL)
        await world.follows(*LIST, "event:4")
        assert (await world.follows("ics")).files == ["Событие 2026-09-06.ics"]
        assert (await world.follows("picture")).files == ["photo"]


def test_links_survive_any_words() -> None:
    link = share_link("test_bot", 7, "«Урок» & <b>?")
    assert link.startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2Ftest_bot%3Fstart%3D")
    assert "&text=%C2%AB" in link
    assert " " not in route_link("ул. Мира, 5 & двор", "Усть-Ишим")
    assert [event_of_link(one) for one in ("event-7", "event-", "event-x", "i7")] == [
        7,
        None,
        None,
        None,
    ]
