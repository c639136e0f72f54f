"""Notices as they arrive: every kind in both languages, and each button opens what it promises."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from aiogram.types import InlineKeyboardButton

from bot.delivery import Delivery
from bot.handlers.notices import PLACES
from bot.l10n import LOCALES
from bot.notices import GOES, Go, compose
from services.notices import Notice, owe
from services.outbox import Owed
from services.permissions import Role
from services.school_names import search_form
from tests.dialogs.checks import faults_of
from tests.dialogs.country import Country
from tests.dialogs.data_facts import ABOUT_DATA, data_facts
from tests.dialogs.decision_facts import ABOUT_DECISIONS, decision_facts
from tests.dialogs.phone import Screen
from tests.dialogs.staff import appoint
from tests.dialogs.world import ADMIN_ID, TELEGRAM_ID, World

OPENS = {
    "claim": "QueueStates:claim",
    "transfer": "QueueStates:transfer",
    "school": "SchoolStates:card",
    "menu": "MenuStates:menu",
    "profile": "SignupStates:summary",
    "career": "CareerStates:overview",
    "backups": "AdminStates:backups",
    "event": "EventStates:card",
    "event-comment": "EventStates:comment",
    "attendance": "AttendanceStates:participants",
    "broadcast": "BroadcastStates:progress",
    "campaign": "CampaignStates:card",
    "board": "BoardStates:board",
    "orphans": "BoardStates:orphans",
    "request": "RequestStates:card",
    "answer": "RequestStates:field",
    "correct": "RequestStates:field",
    "checking": "BoardStates:request",
    "corrections": "BoardStates:values",
    "roles": "RoleStates:holders",
    "recommendation": "RecommendationStates:card",
    "recommendations": "RecommendationStates:list",
    "decision": "CouncilStates:decision",
}
# What an event must be for its notice to make sense; otherwise it is ahead.
EVENT_IS = {
    Notice.EVENT_CANCELLED: "cancelled",
    Notice.EVENT_RATE: "over",
    Notice.EVENT_MATERIALS: "over",
    Notice.EVENT_OVER: "over",
}

BROKEN = ("go:nowhere:1", "go:claim", "go:claim:x", "go:claim:1:2", "go:")


async def id_of(world: World, telegram_id: int) -> int:
    person = await world.services.people.find(telegram_id)
    assert person is not None
    return person.id


async def facts_of(world: World) -> dict[str, Any]:
    """Everything that a notice may name: a claim, a change of school, a proposal, a day."""
    uow, now = world.services.access.uow, world.clock.now()
    anna, schools = await id_of(world, TELEGRAM_ID), (await world.services.schools.page(0)).schools
    async with uow.writing() as store:
        await store.roles.add(anna, Role.HEAD, now, school_id=schools[0].id, state="claimed")
        [grant] = await store.roles.of_person(anna, "claimed")
        await store.transfers.ask(anna, schools[0].id, schools[1].id, now)
        transfer = await store.transfers.of_person(anna)
        assert transfer is not None
        name = "Радуга"
        proposed = await store.schools.propose(name, search_form(name), now)
        day = (now + timedelta(days=150)).date()
        await store.people.change(await world.my_id(), now, attestation_on=day)
    world.typed += (name,)
    return {
        "grant_id": grant.id,
        "transfer_id": transfer.id,
        "person_id": anna,
        "school_id": schools[0].id,
        "proposed_id": proposed.id,
        "role": str(Role.HEAD),
        "direction": "",
        "date": day.isoformat(),
        "reason": "no-space",
    }


async def event_facts(world: World, state: str) -> dict[str, Any]:
    """An event at which whoever holds the phone has a place, or had been."""
    me, now = await world.my_id(), world.clock.now()
    day = timedelta(days=-1 if state == "over" else 1)
    title, place = "Читаем вместе", "Лицей «Альфа», каб. 12"
    async with world.services.access.uow.writing() as store:
        row = await store.events.add(me, "Центр", "123456", "token", now)
        starts, ends = now + day, now + day + timedelta(hours=2)
        await store.events.change(
            row.id, now, state=state, title=title, place=place, starts_at=starts, ends_at=ends,
            cancel_reason="Заболел ведущий" if state == "cancelled" else "",
        )  # fmt: skip
        await store.registrations.put(row.id, me, "registered", now)
        if state == "over":
            await store.attendance.come(row.id, me, "list", now)
            await store.event_materials.add(row.id, "link", "Презентация", now, url="https://e.org")
    world.typed += (title, place, "Заболел ведущий")
    was = [(now + timedelta(hours=2)).isoformat(), (now + timedelta(hours=3)).isoformat()]
    return {"event_id": row.id, "revision": 0, "when": "day", "was": was, "what": ["time"]}


async def broadcast_facts(world: World) -> dict[str, Any]:
    """A broadcast that came to its end."""
    me, now = await world.my_id(), world.clock.now()
    async with world.services.access.uow.writing() as store:
        row = await store.broadcasts.add(
            me, now, state="done", text="Новый порядок аттестации", category="law", ack=True,
            started_at=now, finished_at=now,
        )  # fmt: skip
    world.typed += ("Новый порядок аттестации",)
    return {"broadcast_id": row.id}


async def told(world: World, notice: Notice, facts: dict[str, Any]) -> Screen:
    """The notice, owed and delivered to whoever holds the phone."""
    me = await world.my_id()
    async with world.services.access.uow.writing() as store:
        await owe(store, me, notice, "test", world.clock.now(), **facts)
    delivery = Delivery(world.bot, world.services, world.localizer, world.background)
    assert await delivery.send_batch()
    await world.background.drain(10)
    return world.phone.newest


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("notice", Notice)
async def test_every_notice_arrives_well_and_its_button_opens_what_it_says(
    country: Country, notice: Notice, locale: str
) -> None:
    world = await country.at("an_admin", locale)
    facts = await facts_of(world)
    if notice is Notice.SCHOOL_PROPOSED:
        facts["school_id"] = facts["proposed_id"]
    if notice is Notice.ROLE_GRANTED:
        facts |= {"role": str(Role.EXPERT), "school_id": None}
        async with world.services.access.uow.writing() as store:
            await store.roles.add(await world.my_id(), Role.EXPERT, world.clock.now())
    if "event" in notice:
        facts = await event_facts(world, EVENT_IS.get(notice, "published"))
    if notice in (Notice.BROADCAST_DONE, Notice.ACK_REMINDER):
        facts = await broadcast_facts(world)
    if notice in (Notice.EVENT_OVER, Notice.BROADCAST_DONE):
        await appoint(world, ADMIN_ID, Role.METHODIST)
    if notice in ABOUT_DATA:
        facts = await data_facts(world, notice)
    if notice in ABOUT_DECISIONS:
        facts = await decision_facts(world, notice)
    await world.sends("/menu")
    screen = await told(world, notice, facts)
    assert faults_of(screen, world, locale) == []
    *_, button = (one for one in screen.buttons if "later:" not in (one.callback_data or ""))
    if notice is Notice.ACK_REMINDER:
        return
    pressed = await world.presses(button, screen)
    assert not pressed.faults
    assert pressed.screens[-1].message_id > screen.message_id, "the notice stays readable"
    assert world.state == OPENS[Go.unpack(button.callback_data or "").what]
    assert world.phone.chat[screen.message_id] == screen


async def test_a_prompt_leads_straight_to_the_first_question(country: Country) -> None:
    world = await country.at("an_admin", "ru")
    facts = await data_facts(world, Notice.DATA_ASKED)
    await world.sends("/menu")
    screen = await told(world, Notice.DATA_ASKED, facts)
    await world.presses(screen.buttons[0], screen)
    assert screen.buttons[0].text == "Ответить"
    assert world.state == OPENS["answer"]


def test_every_kind_has_a_button_and_every_button_a_place() -> None:
    assert set(GOES) == set(Notice)
    assert set(OPENS) == set(PLACES)


@pytest.mark.parametrize("locale", LOCALES)
class TestButtons:
    async def test_a_forged_one_of_others_work_is_refused_and_changes_no_screen(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("registered", locale)
        await world.sends("/help")
        for data in ("go:claim:1", "go:transfer:1", "go:school:1", "go:backups:0"):
            reaction = await self.press(world, data)
            assert reaction.notes[0][1], "a pop-up says why"
            assert world.state == "HelpStates:help"

    async def test_rubbish_opens_nothing(self, country: Country, locale: str) -> None:
        world = await country.at("registered", locale)
        await world.sends("/help")
        for data in (*BROKEN, f"go:claim:{1 << 63}", "go:claim:-1"):
            await self.press(world, data)
            assert world.state == "HelpStates:help"

    async def test_what_is_gone_gets_a_word_and_the_menu(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("an_admin", locale)
        await world.sends("/help")
        for what in ("claim", "transfer", "school"):
            reaction = await self.press(world, f"go:{what}:999999")
            assert reaction.notes or reaction.screens
        assert world.state is not None

    async def test_who_has_not_signed_up_is_led_there(self, country: Country, locale: str) -> None:
        world = await country.at("named", locale)
        await world.sends("/start")
        await self.press(world, "go:menu:0")
        assert world.state == "SignupStates:school"

    async def press(self, world: World, data: str) -> Any:
        forged = InlineKeyboardButton(text="?", callback_data=data)
        reaction = await world.presses(forged, world.phone.newest)
        assert not reaction.faults
        return reaction


class TestNames:
    async def test_are_escaped_and_never_logged(
        self, country: Country, caplog: pytest.LogCaptureFixture
    ) -> None:
        world = await country.at("an_admin", "ru")
        facts = await facts_of(world)
        me = await world.services.people.find(ADMIN_ID)
        assert me is not None
        now = world.clock.now()
        owed = Owed(1, me, Notice.CLAIM_WAITS, facts, now, concerned='Ёж <b>&"')
        composed = compose(owed, world.localizer["ru"], world.profile)
        assert 'Ёж &lt;b&gt;&amp;"' in composed.text


@pytest.mark.parametrize("locale", LOCALES)
class TestCommandsOfAPerson:
    async def test_follow_the_role_when_it_is_told(self, country: Country, locale: str) -> None:
        world = await country.at("with_an_admin", locale)
        await appoint(world, TELEGRAM_ID, Role.METHODIST)
        await self.deliver(world)
        assert {"people", "queue", "invite"} <= set(world.phone.commands[TELEGRAM_ID])
        assert "backup" not in world.phone.commands[TELEGRAM_ID]

    async def test_go_back_to_those_of_all_when_the_last_role_ends(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("with_an_admin", locale)
        world.phone.commands.clear()
        await appoint(world, TELEGRAM_ID, Role.COORDINATOR, at_own_school=True)
        await self.deliver(world)
        assert set(world.phone.commands[TELEGRAM_ID]) >= {"people", "queue"}
        anna, admin = await id_of(world, TELEGRAM_ID), await id_of(world, ADMIN_ID)
        async with world.services.access.uow.reading() as store:
            [grant] = await store.roles.held(anna)
        await world.services.roles.end(admin, grant.id)
        await self.deliver(world)
        assert TELEGRAM_ID not in world.phone.commands

    async def test_are_set_when_the_menu_opens_and_not_again(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("an_admin", locale)
        world.phone.commands.clear()
        await world.sends("/menu")
        assert {"backup", "audit", "stats"} <= set(world.phone.commands.pop(ADMIN_ID))
        await world.sends("/menu")
        await world.sends("/help")
        assert ADMIN_ID not in world.phone.commands

    async def test_speak_the_language_chosen_in_the_chat(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("registered", locale)
        world.phone.commands.clear()
        await world.sends("/menu")
        assert TELEGRAM_ID not in world.phone.commands
        await world.follows("/language", "en" if locale == "ru" else "ru")
        assert "people" not in world.phone.commands.pop(TELEGRAM_ID)
        await world.follows("/language", locale)
        assert TELEGRAM_ID not in world.phone.commands

    async def test_are_those_of_all_after_being_forgotten(
        self, country: Country, locale: str
    ) -> None:
        world = await country.at("an_admin", locale)
        await world.sends("/menu")
        assert ADMIN_ID in world.phone.commands
        await world.follows("/forget", "forget")
        assert ADMIN_ID not in world.phone.commands

    async def deliver(self, world: World) -> None:
        delivery = Delivery(world.bot, world.services, world.localizer, world.background)
        await delivery.send_batch()
        await world.background.drain(10)
