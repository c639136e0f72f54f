"""Broadcasts in the chat: what a methodist sends is what people get, wherever they are then."""

from __future__ import annotations

from typing import Any

from aiogram.types import Message, MessageEntity, PhotoSize

from bot.outgoing import Composer, send
from bot.states import AssessmentStates, BroadcastStates, SignupStates
from services.permissions import Role
from tests.dialogs.country import Country
from tests.dialogs.phone import DATE, Reaction, Screen, chat_of
from tests.dialogs.stories_broadcasts import HELLO, NEW, OPEN, draft, settle
from tests.dialogs.world import World, widget_of

PLAIN = "Коллеги, a < b: школа.рф и важное"
BOLD = MessageEntity(type="bold", offset=0, length=7)
LINK = MessageEntity(type="text_link", offset=26, length=7, url="https://example.org/?a=1&b=2")


async def sends(world: World, **content: Any) -> Reaction:
    """The person sends a message of any kind."""
    message = Message(
        message_id=world.phone.next_id(),
        date=DATE,
        chat=chat_of(world.user.id),
        from_user=world.user,
        **content,
    )
    return await world.happens(message=message)


async def taps_twice(world: World, widget: str) -> None:
    """Press a button, and once more on the screen as it was."""
    screen = world.phone.newest
    button = next(one for one in screen.buttons if widget_of(one) == widget)
    await world.presses(button, screen)
    await world.presses(button, screen)


async def state_of(world: World, number: int = 1) -> str:
    broadcast = await world.services.broadcasts.drafts.broadcast(await world.my_id(), number)
    return broadcast.state


async def deliver(world: World) -> list[Screen]:
    """Everything that is owed goes out; the messages, the oldest first."""
    composer, before = Composer(world.localizer), world.phone.last_id
    await settle(world)
    for owed in await world.services.outbox.claim(100):
        message = composer.compose(owed, world.profile)
        await world.services.outbox.settle([await send(world.bot, owed, message)])
    return [world.phone.chat[number] for number in sorted(world.phone.chat) if number > before]


class TestDrafts:
    async def test_formatting_reaches_people_as_it_was_sent(self, country: Country) -> None:
        world = await country.at("a_methodist_who_writes")
        await world.follows(*NEW)
        await sends(world, text=PLAIN, entities=[BOLD, LINK])
        shown = (await world.follows("category:events", "preview")).screens[0]
        assert shown.text == PLAIN
        assert "<b>Коллеги</b>, a &lt; b" in shown.html
        assert "https://example.org/?a=1&amp;b=2" in shown.html

    async def test_a_picture_with_words_is_one_message(self, country: Country) -> None:
        world = await country.at("a_methodist_who_writes")
        await world.follows(*NEW)
        photo = [PhotoSize(file_id="large", file_unique_id="l", width=9, height=9)]
        await sends(world, photo=photo, caption=PLAIN, caption_entities=[BOLD])
        assert world.state == BroadcastStates.category.state
        one = await world.services.broadcasts.drafts.broadcast(await world.my_id(), 1)
        assert (one.media, one.content.file_id) == ("photo", "large")
        assert one.text.startswith("<b>Коллеги</b>, a &lt; b")

    async def test_albums_and_other_kinds_are_refused(self, country: Country) -> None:
        world = await country.at("an_empty_draft")
        await world.follows(*OPEN, "text")
        photo = [PhotoSize(file_id="large", file_unique_id="l", width=9, height=9)]
        reaction = await sends(world, photo=photo, media_group_id="1")
        assert "Альбом разослать нельзя" in reaction.said[-1]
        reaction = await sends(world, dice={"emoji": "🎲", "value": 1})
        assert "Такое сообщение разослать нельзя" in reaction.said[-1]
        assert world.state == BroadcastStates.text.state


class TestSending:
    async def test_two_taps_send_once(self, country: Country) -> None:
        world = await country.at("a_short_draft")
        await world.follows(*OPEN, "next")
        await taps_twice(world, "send")
        await settle(world)
        await settle(world)
        async with world.services.access.uow.reading() as store:
            assert await store.copies.counts(1) == {"waiting": 5, "twice": 0}

    async def test_an_old_screen_of_a_draft_changes_nothing(self, country: Country) -> None:
        world = await country.at("a_short_draft")
        await world.follows(*OPEN)
        await world.services.broadcasts.control.send(await world.my_id(), 1, True)
        reaction = await world.follows("delete", "delete_yes")
        assert "уже отправили" in str(reaction.notes)
        assert await state_of(world) == "scheduled"

    async def test_by_night_it_asks_whether_to_wait(self, country: Country) -> None:
        world = await country.at("a_draft_at_night")
        reaction = await world.follows(*OPEN, "next")
        assert "07:00" in reaction.said[-1]
        await world.follows("send_then")
        await settle(world)
        assert await state_of(world) == "scheduled"
        world.clock.advance(hours=7)
        await settle(world)
        assert await state_of(world) == "sending"


class TestReaders:
    async def test_nobody_is_torn_out_of_an_assessment(self, country: Country) -> None:
        world = await country.at("in_the_middle")
        await world.follows("/assessment", "go_on")
        screen, was = world.phone.newest, world.state
        [message] = await self.gets(world)
        assert world.state == was == AssessmentStates.step.state
        for label in ("Ознакомлен(а)", "Не присылать такое"):
            shown = world.phone.chat[message.message_id]
            button = next(one for one in shown.buttons if one.text == label)
            reaction = await world.presses(button, shown)
            assert reaction.notes, label
        assert world.state == was
        button = next(one for one in screen.buttons if one.text.startswith("2 ·"))
        reaction = await world.presses(button, screen)
        assert [one.message_id for one in reaction.screens] == [screen.message_id]
        assert world.state == was

    async def test_what_somebody_types_goes_where_it_was_asked(self, country: Country) -> None:
        world = await country.at("registered")
        await world.follows("/profile", "edit:name")
        await self.gets(world)
        assert world.state == SignupStates.name.state
        await world.follows("«Ильина Вера Олеговна»")
        person = await world.services.people.find(world.user.id)
        assert person is not None
        assert person.full_name == "Ильина Вера Олеговна"

    async def gets(self, world: World) -> list[Screen]:
        """A broadcast of one's own making comes to the person with the phone."""
        me, broadcasts = await world.my_id(), world.services.broadcasts
        async with world.services.access.uow.writing() as store:
            await store.roles.add(me, Role.METHODIST, world.clock.now())
        number = await draft(world)
        await broadcasts.control.send(me, number, True)
        return [shown for shown in await deliver(world) if HELLO in shown.text]
