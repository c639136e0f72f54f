"""Commands: each for those who may, and words that look like one."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.types import Message, PhotoSize, Sticker, Voice

from bot import states
from bot.commands import COMMANDS, commands_of
from bot.l10n import LOCALES
from bot.states.guards import permission_of
from services.permissions import Role
from tests.dialogs.country import Country
from tests.dialogs.phone import DATE, Reaction, chat_of
from tests.dialogs.world import World

OF_ALL = [
    "menu", "assessment", "results", "events", "requests", "profile", "subscriptions", "mydata",
    "language", "help", "forget",
]  # fmt: skip
OF_METHODISTS = {"indicators", "event_desk", "broadcasts", "monitoring"}


class TestTable:
    def test_everybody_has_what_is_their_own(self) -> None:
        assert [command.name for command in commands_of(())] == OF_ALL

    def test_an_admin_and_a_methodist_have_what_their_roles_open(self) -> None:
        admin = {command.name for command in commands_of([Role.ADMIN])}
        methodist = {command.name for command in commands_of([Role.METHODIST])}
        assert admin == {command.name for command in COMMANDS} - OF_METHODISTS
        assert methodist - admin == OF_METHODISTS
        assert admin - methodist == {
            "audit", "backup", "health", "schedule", "broadcast_status", "maintenance", "content",
        }  # fmt: skip

    @pytest.mark.parametrize("role", Role)
    def test_no_role_lacks_what_is_everybodys(self, role: Role) -> None:
        assert set(OF_ALL) <= {command.name for command in commands_of([role])}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_a_command_opens_a_screen_that_asks_for_no_more(
    country: Country, command: Any
) -> None:
    whose = "a_methodist" if command.name in OF_METHODISTS else "an_admin"
    world = await country.at(whose, "ru")
    reaction = await world.sends(f"/{command.name}")
    assert not reaction.faults
    assert world.state is not None
    group, _, name = world.state.partition(":")
    state = getattr(getattr(states, group), name)
    assert permission_of(state).roles >= command.permission.roles


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "command",
    [one for one in COMMANDS if Role.TEACHER not in one.permission.roles],
    ids=lambda one: one.name,
)
async def test_a_teacher_is_told_whose_it_is_and_keeps_the_screen(
    country: Country, command: Any, locale: str
) -> None:
    world = await country.at("registered", locale)
    await world.sends("/profile")
    reaction = await world.sends(f"/{command.name}")
    told = world.localizer[locale].plain(
        "refusal-role-needed", audience=command.permission.audience
    )
    assert reaction.said[0] == told
    assert not reaction.faults
    assert world.state == "SignupStates:summary"


@pytest.mark.parametrize("locale", LOCALES)
class TestUnknown:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [("/menyu", "menu"), ("/meun", "menu"), ("/PROFIL", "profile"), ("/results1", "results")],
    )
    async def test_a_mistyped_one_gets_the_one_meant(
        self, country: Country, locale: str, typed: str, meant: str
    ) -> None:
        world = await country.at("registered", locale)
        reaction = await world.sends(typed)
        assert f"/{meant}" in reaction.said[0]
        assert world.state == "MenuStates:menu"

    async def test_it_hints_at_nothing_that_the_person_may_not_use(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("registered", locale)
        reaction = await world.sends("/peeple")
        assert "/people" not in reaction.said[0]
        assert "/help" in reaction.said[0]
        admin = await country.at("an_admin", locale)
        reaction = await admin.sends("/peeple")
        assert "/people" in reaction.said[0]

    async def test_it_never_takes_the_place_of_an_answer(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("a_newcomer", locale)
        await world.sends("/start")
        await world.sends("/fio")
        assert world.state == "SignupStates:name"
        person = await world.services.people.find(world.user.id)
        assert person is not None
        assert person.full_name is None

    async def test_the_case_of_letters_does_not_matter(self, country: Country, locale: str) -> None:
        world = await country.at("registered", locale)
        await world.sends("/Profile")
        assert world.state == "SignupStates:summary"


async def test_a_name_behind_people_is_looked_for_at_once(country: Country) -> None:
    world = await country.at("an_admin", "ru")
    reaction = await world.sends("/people Ларина")
    assert not reaction.faults
    assert world.state == "DirectoryStates:find"
    assert "Ларина Ада" in str(world.phone.newest.buttons)
    assert "Брайен" not in str(world.phone.newest.buttons)


class TestOtherKindsOfMessages:
    @pytest.mark.parametrize("locale", LOCALES)
    @pytest.mark.parametrize("kind", ["photo", "voice", "sticker"])
    async def test_without_a_conversation_they_get_a_word_and_the_menu(
        self, country: Country, kind: str, locale: str
    ) -> None:
        world = await country.at("registered", locale)
        reaction = await self.sends(world, kind)
        assert not reaction.faults
        assert reaction.said[0] == str(world.localizer[locale]("not-understood-file"))
        assert world.state == "MenuStates:menu"

    async def sends(self, world: World, kind: str) -> Reaction:
        named = {"file_id": "x", "file_unique_id": "x"}
        content: dict[str, Any] = {
            "photo": [PhotoSize(**named, width=9, height=9)],
            "voice": Voice(**named, duration=1),
            "sticker": Sticker(
                **named, type="regular", width=9, height=9, is_animated=False, is_video=False
            ),
        }
        message = Message(
            message_id=world.phone.next_id(),
            date=DATE,
            chat=chat_of(world.user.id),
            from_user=world.user,
            **{kind: content[kind]},
        )
        return await world.happens(message=message)
