"""One person at an event."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.audit_words import moment
from bot.context import Ctx
from bot.dialogs.attendance.data import PERSON, event_id, head, to_list
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.people_words import position_title
from bot.reports.certificates import send_certificate
from bot.states import AttendanceStates
from services.events.marking import Participant, ParticipantCard


def shown_person(manager: DialogManager) -> int:
    """The person that the screen is about; 0, which there never is, for none."""
    found = manager.dialog_data.get(PERSON)
    return found if isinstance(found, int) else 0


async def person_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The person's place, and whether they came."""
    ctx, me = person_id(dialog_manager)
    event, person = event_id(dialog_manager), shown_person(dialog_manager)
    card = await ctx.services.events.attendance.participant(me, event, person)
    return {**head(ctx, card.event), **_who(ctx, card.person), **_may(card)}


def _who(ctx: Ctx, person: Participant) -> dict[str, Any]:
    school = person.school.title(ctx.locale) if person.school else ""
    about = " · ".join(filter(None, (position_title(ctx, person.position), school)))
    return {
        "name": person.name,
        "about": about,
        "known": bool(about),
        "state": "walked-in" if person.walked_in else person.state,
        "since": moment(ctx, person.since),
        "came_at": moment(ctx, person.came_at) if person.came_at else "",
        "how": person.how or "",
        "came": person.came_at is not None,
    }


def _may(card: ParticipantCard) -> dict[str, Any]:
    came = card.person.came_at is not None
    return {
        "not_marked": not came and card.correctable,
        "marked": came and card.correctable,
        "certified": card.certified,
    }


async def mark(manager: DialogManager) -> None:
    """The person came."""
    ctx, me = person_id(manager)
    person = shown_person(manager)
    await ctx.services.events.attendance.mark(me, event_id(manager), person, True)


async def unmark(manager: DialogManager) -> None:
    """The person did not come."""
    ctx, me = person_id(manager)
    person = shown_person(manager)
    await ctx.services.events.attendance.mark(me, event_id(manager), person, False)


async def certificate(manager: DialogManager) -> None:
    """Send the certificate of the person; that is noted."""
    ctx, me = person_id(manager)
    event, person = event_id(manager), shown_person(manager)
    found = await ctx.services.events.certificates.certificate_of(me, event, person)
    ctx.background.run(send_certificate(manager.middleware_data["bot"], ctx, found))
    toast(manager, "certificate-coming")


def window() -> Window:
    """The person."""
    return Window(
        paragraphs(
            T("attendance-person"),
            T("attendance-person-about", when="known"),
            T("attendance-person-place"),
            T("attendance-person-came", when="came"),
        ),
        press("attendance-mark", mark, id="mark", when="not_marked"),
        press("attendance-unmark", unmark, id="unmark", when="marked"),
        press("certificate-take", certificate, id="certificate", when="certified"),
        Row(press("attendance-to-list", to_list, id="to_list"), to_menu()),
        no_typing(),
        state=AttendanceStates.person,
        getter=person_data,
    )
