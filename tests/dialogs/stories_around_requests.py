"""Around answering: the form of a request, being asked later, handing over to a colleague."""

from __future__ import annotations

from typing import Any

from bot.states import RequestStates
from services.permissions import Role
from tests.dialogs.extremes import LONG_NAME
from tests.dialogs.files import FILES
from tests.dialogs.situations import situation
from tests.dialogs.staff import COLLEAGUE, appoint, signs_up
from tests.dialogs.stories_requests import ASKED, BACK, CARD, LONG, NEXT, OWN
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World
from tests.services.filled_forms import filled_form, form_file

SHEET, LATER, HAND_OVER = (*CARD, "sheet"), (*CARD, "later"), (*CARD, "hand_over")
ODD, WHY = "десять <b>&", "Учёт ведём с осени <b>&"


async def _the_form(world: World, request: int) -> bytes:
    """The form as the person who holds the phone gets it."""
    form = await world.services.monitoring.forms.form_of(await world.my_id(), request)
    return form_file(form)


def _sends(name: str, data: bytes, answers: dict[str, Any], **reasons: str) -> None:
    """A file of that name is the form with these answers."""
    filled = filled_form(data, answers, reasons)
    FILES[name] = lambda: ("Ответы <b>&.xlsx", filled)


@situation(after=ASKED)
async def sends_the_form(world: World) -> None:
    """The form was taken when it was empty; a colleague has answered a field since."""
    world.typed += (ODD, WHY, ODD[:30])
    data = await _the_form(world, 1)
    _sends("a form", data, {"site": "да", "covered": 12.5}, mentored=WHY)
    _sends("a form with a newer answer", data, {"staff": 41, "site": "нет"})
    odd = {"staff": ODD, "young": 9, "mentored": 70, "covered": "=1+1", "site": ODD, "plans": LONG}
    _sends("an unclear form", data, odd | {"plans": f"{LONG} {LONG}"}, young=WHY)
    _sends("an untouched form", data, {})
    colleague = await signs_up(world, COLLEAGUE, "Жукова Жанна Ефимовна")
    await appoint(world, COLLEAGUE, Role.COORDINATOR, at_own_school=True)
    await world.services.monitoring.answering.type_answer(colleague, 1, "staff", "40", 0)


@situation(after=NEXT)
async def sends_the_form_again(world: World) -> None:
    """The next campaign: there is something to compare with."""
    _sends("a form that jumps", await _the_form(world, 4), {"staff": 400, "young": 1})


@situation(after=ASKED)
async def about_to_send_the_form(world: World) -> None:
    """The campaign is closed while the form is on the screen."""
    await world.follows(*SHEET)
    async with world.services.access.uow.writing() as store:
        await store.campaigns.change(1, state="closed")


@situation(after=ASKED)
async def asked_with_colleagues(world: World) -> None:
    """Eight people of the school have signed up; one of them helps already."""
    short = ("Ёлкина", "Ерёмина", "Жукова", "Зотова", "Ильина", "Котова", "Лосева")
    names = [*(f"{name} Вера Ильинична" for name in short), LONG_NAME]
    people = [await signs_up(world, 700_000_200 + n, name) for n, name in enumerate(names)]
    await world.services.monitoring.handing_over.hand_over(await world.my_id(), 1, people[3])


STORIES: tuple[Story, ...] = (
    *stories(
        RequestStates.sheet,
        (ASKED, *SHEET),
        (ASKED, *SHEET, "«привет»"),
        (ASKED, *SHEET, "📎no table"),
        (ASKED, *SHEET, "📎no columns"),
        (BACK, *SHEET),
        (OWN, *SHEET),
        ("about_to_send_the_form", "«привет»"),
        ("sends_the_form", *SHEET, "📎a form", "to_sheet"),
    ),
    *stories(
        RequestStates.preview,
        ("sends_the_form", *SHEET, "📎a form"),
        ("sends_the_form", *SHEET, "📎a form", "📎no table"),
        ("sends_the_form", *SHEET, "📎a form with a newer answer"),
        ("sends_the_form", *SHEET, "📎a form with a newer answer", "replace"),
        ("sends_the_form", *SHEET, "📎a form with a newer answer", "replace", "keep"),
        ("sends_the_form", *SHEET, "📎an unclear form"),
        ("sends_the_form", *SHEET, "📎an untouched form"),
        ("sends_the_form_again", *SHEET, "📎a form that jumps"),
    ),
    *stories(
        RequestStates.summary,
        ("sends_the_form", *SHEET, "📎a form", "take"),
        ("sends_the_form", *SHEET, "📎a form with a newer answer", "replace", "take"),
    ),
    *stories(
        RequestStates.later,
        (ASKED, *LATER),
        (ASKED, *LATER, "later:three-days", "later"),
        (BACK, *LATER),
        (OWN, *LATER),
    ),
    *stories(RequestStates.card, (ASKED, *LATER, "later:tomorrow")),
    *stories(
        RequestStates.hand_over,
        (ASKED, *HAND_OVER),
        ("asked_with_colleagues", *HAND_OVER),
        ("asked_with_colleagues", *HAND_OVER, "later"),
        ("asked_with_colleagues", *HAND_OVER, "«елкина»"),
        ("asked_with_colleagues", *HAND_OVER, "«Щеглова <b>&»"),
        ("asked_with_colleagues", *HAND_OVER, "«елкина»", "whole"),
        ("asked_with_colleagues", *HAND_OVER, "colleague", "take_back"),
    ),
    *stories(
        RequestStates.hand_over_ask,
        ("asked_with_colleagues", *HAND_OVER, "colleague"),
        ("asked_with_colleagues", *HAND_OVER, "«елкина»", "colleague"),
    ),
)
