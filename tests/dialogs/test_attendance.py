"""Checking in and looking back beside the screens: links, notices, files that people send."""

from __future__ import annotations

from datetime import timedelta

import pytest
from aiogram.types import InlineKeyboardButton, Message, PhotoSize

from bot.checkin import PREFIX, Here
from bot.event_buttons import Rate, TakeMaterials
from bot.l10n import LOCALES
from tests.dialogs.country import Country
from tests.dialogs.phone import DATE, Reaction, Screen, chat_of
from tests.dialogs.stories_attendance import PAST_MORE, happening
from tests.dialogs.world import World
from tests.services.happenings import stored


async def link(world: World, event: int = 1) -> str:
    return f"/start {PREFIX}{(await stored(world.services, event)).token}"


async def presses(world: World, data: str, text: str = "?") -> Reaction:
    """A button of a message that stands in the chat beside the screens."""
    beside = Screen(9_999, text, text, ())
    world.phone.chat[9_999] = beside
    return await world.presses(InlineKeyboardButton(text="x", callback_data=data), beside)


async def came(world: World, event: int) -> bool:
    async with world.services.access.uow.reading() as store:
        place = await store.attendance.place(event, await world.my_id())
    return place is not None and place.attended_at is not None


@pytest.mark.parametrize("locale", LOCALES)
class TestTheLink:
    async def test_checks_in_without_tearing_what_one_is_at(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("at_a_seminar", locale)
        await world.sends("/profile")
        await world.follows("edit:name")
        reaction = await world.sends(await link(world))
        assert not reaction.faults
        assert "«Семинар <b>&»" in reaction.said[0] or "“Семинар <b>&”" in reaction.said[0]
        assert (await came(world, 1), world.state) == (True, "SignupStates:name")
        again = await world.sends(await link(world))
        assert again.said[0] != reaction.said[0]

    async def test_that_is_wrong_or_early_has_its_sentence(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("at_a_seminar", locale)
        for start in (f"/start {PREFIX}nonsense", f"/start {PREFIX}", await link(world, 2)):
            reaction = await world.sends(start)
            assert not reaction.faults
            assert reaction.said[0]
        assert not await came(world, 2)
        assert world.state == "MenuStates:menu"

    async def test_leaves_a_stranger_a_button_for_after_sign_up(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("a_methodist_at_a_seminar", locale)
        token = (await stored(world.services, 1)).token
        world.becomes(700_000_777)
        world.renamed(language_code=locale)
        reaction = await world.sends(await link(world))
        assert not reaction.faults
        [button] = reaction.screens[0].buttons
        assert Here.unpack(button.callback_data or "").token == token
        assert await world.services.people.find(world.user.id) is None
        early = await world.presses(button, reaction.screens[0])
        assert early.notes[0][1], "a pop-up says what comes first"
        assert await world.services.people.find(world.user.id) is None
        world.becomes(700_000_100)  # somebody who has signed up, and no place
        world.phone.chat[reaction.screens[0].message_id] = reaction.screens[0]
        pressed = await world.presses(button, reaction.screens[0])
        assert not pressed.faults
        assert await came(world, 1)
        assert pressed.screens[0].buttons == []

    async def test_who_has_agreed_goes_on_with_sign_up(self, country: Country, locale: str) -> None:
        world = await country.at("a_newcomer", locale)
        event = await happening(world, timedelta(minutes=30))
        reaction = await world.sends(await link(world, event))
        assert not reaction.faults
        assert world.state == "SignupStates:name"


class TestTheNotices:
    async def test_a_rating_is_one_tap_and_another_one_changes_it(self, country: Country) -> None:
        world = await country.at("after_a_seminar")
        await world.follows("/profile", "edit:name")
        for rating in (3, 3, 5):
            reaction = await presses(world, Rate(event_id=1, rating=rating).pack())
            assert not reaction.faults
            assert str(rating) in reaction.notes[0][0]
            labels = [button.text for button in world.phone.chat[9_999].buttons]
            assert labels[rating - 1] == f"✓ {rating}"
            assert labels[-1] == "Написать пару слов"
        assert world.state == "SignupStates:name"
        opinion = await world.services.events.feedback.opinion(await world.my_id(), 1)
        assert opinion.rating == 5

    async def test_materials_come_as_messages(self, country: Country) -> None:
        world = await country.at("after_a_seminar")
        await world.follows("/profile", "edit:name")
        reaction = await presses(world, TakeMaterials(event_id=1).pack())
        assert not reaction.faults
        assert reaction.files == ["document", "photo"]
        assert "Материалы: Семинар <b>&" in reaction.screens[0].text
        assert 'href="https://example.org/video"' in reaction.screens[0].html
        assert world.state == "SignupStates:name"

    async def test_strangers_to_the_event_and_rubbish_get_a_word(self, country: Country) -> None:
        world = await country.at("a_methodist_after_a_seminar")
        world.becomes(700_000_100)
        await world.sends("/help")
        for data in (
            Rate(event_id=1, rating=5).pack(),
            Rate(event_id=99, rating=5).pack(),
            TakeMaterials(event_id=1).pack(),
            *("rate:1:6", "rate:x:1", "rate:1", "take:", "take:-1", f"here:{'x' * 30}", "here:x"),
        ):
            reaction = await presses(world, data)
            assert not reaction.faults, data
            assert reaction.said, data
            assert world.state == "HelpStates:help"


class TestMaterials:
    async def photo(self, world: World) -> Reaction:
        size = PhotoSize(file_id="doska", file_unique_id="doska", width=9, height=9)
        message = Message(
            message_id=world.phone.next_id(),
            date=DATE,
            chat=chat_of(world.user.id),
            from_user=world.user,
            photo=[size],
        )
        return await world.happens(message=message)

    async def test_files_photos_and_links_are_kept_and_the_rest_is_not(
        self, country: Country
    ) -> None:
        world = await country.at("a_methodist_after_a_seminar")
        await world.follows(*PAST_MORE, "materials", "📎no table", "«Слайды example.org/2»")
        assert not (await self.photo(world)).faults
        reaction = await world.sends("просто слова")
        assert "Здесь нужен файл" in reaction.said[0]
        desk = await world.services.events.materials.materials_desk(await world.my_id(), 1)
        assert [(one.kind, one.title) for one in desk.materials[-3:]] == [
            ("document", "photo.png"),
            ("link", "Слайды"),
            ("photo", "фотография"),
        ]
