"""How to open events, broadcasts and what belongs to them."""

from __future__ import annotations

from aiogram_dialog import DialogManager, StartMode

from bot.states.delivery_groups import (
    AttendanceStates,
    AudienceStates,
    BroadcastStates,
    EventDeskStates,
    EventStates,
    SubscriptionStates,
)

_RESET = StartMode.RESET_STACK


async def open_events(manager: DialogManager) -> None:
    """The calendar of coming events."""
    await manager.start(EventStates.calendar, mode=_RESET)


async def open_events_about(manager: DialogManager, block: str, result: int) -> None:
    """Coming events about one block of the questionnaire, from a result of it."""
    data = {"block": block, "result": result}
    await manager.start(EventStates.calendar, data, mode=_RESET)


async def open_events_of_rubric(manager: DialogManager, rubric: str, result: int) -> None:
    """Coming events of a rubric that a result calls for."""
    data = {"rubric": rubric, "result": result}
    await manager.start(EventStates.calendar, data, mode=_RESET)


async def open_event(manager: DialogManager, event_id: int) -> None:
    """One event, as people see it."""
    await manager.start(EventStates.card, {"event_id": event_id}, mode=_RESET)


async def open_event_rating(manager: DialogManager, event_id: int) -> None:
    """How was it? For who came to the event."""
    await manager.start(EventStates.rate, {"event_id": event_id}, mode=_RESET)


async def open_event_comment(manager: DialogManager, event_id: int) -> None:
    """A few words about an event. For who came to it."""
    await manager.start(EventStates.comment, {"event_id": event_id}, mode=_RESET)


async def open_event_code(manager: DialogManager, event_id: int) -> None:
    """Checking in at an event by its short code."""
    await manager.start(EventStates.code, {"event_id": event_id}, mode=_RESET)


async def open_event_desk(manager: DialogManager) -> None:
    """Events as those who make them see them."""
    await manager.start(EventDeskStates.list, mode=_RESET)


async def open_made_event(manager: DialogManager, event_id: int) -> None:
    """One event, as those who make it see it."""
    await manager.start(EventDeskStates.card, {"event_id": event_id}, mode=_RESET)


async def open_event_fields(manager: DialogManager, event_id: int) -> None:
    """The fields of an event, to fill or change."""
    await manager.start(EventDeskStates.fields, {"event_id": event_id}, mode=_RESET)


async def open_attendance(manager: DialogManager, event_id: int) -> None:
    """Who comes to an event, and who came."""
    await manager.start(AttendanceStates.participants, {"event_id": event_id}, mode=_RESET)


async def open_checkin(manager: DialogManager, event_id: int) -> None:
    """How people check in at an event."""
    await manager.start(AttendanceStates.checkin, {"event_id": event_id}, mode=_RESET)


async def open_materials(manager: DialogManager, event_id: int) -> None:
    """What those who came to an event get."""
    await manager.start(AttendanceStates.materials, {"event_id": event_id}, mode=_RESET)


async def open_feedback(manager: DialogManager, event_id: int) -> None:
    """What people said about an event."""
    await manager.start(AttendanceStates.feedback, {"event_id": event_id}, mode=_RESET)


async def open_broadcasts(manager: DialogManager) -> None:
    """All broadcasts."""
    await manager.start(BroadcastStates.list, mode=_RESET)


async def open_broadcast(manager: DialogManager, broadcast_id: int) -> None:
    """One broadcast: its draft, or what became of it."""
    await manager.start(BroadcastStates.draft, {"broadcast_id": broadcast_id}, mode=_RESET)


async def open_ready_broadcast(manager: DialogManager, broadcast_id: int) -> None:
    """The question whether a draft goes as it is."""
    start = {"broadcast_id": broadcast_id, "ready": True}
    await manager.start(BroadcastStates.draft, start, mode=_RESET)


async def open_audience(manager: DialogManager, owner: str, owner_id: int) -> None:
    """For whom it is. `owner`: `broadcast` or `event`; there the way back leads."""
    data = {"owner": owner, "owner_id": owner_id}
    await manager.start(AudienceStates.overview, data, mode=_RESET)


async def open_subscriptions(manager: DialogManager) -> None:
    """Which broadcasts I want."""
    await manager.start(SubscriptionStates.list, mode=_RESET)
