"""Events and broadcasts of the demonstration: those that were, and those that are to come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta

from bot.context import Services
from bot.demo.clock import DemoClock
from content import Demo, DemoBroadcast, DemoEvent
from services.audiences import BROADCAST_OWNER, EVENT_OWNER
from services.outbox import Fate, Outcome

# Events are published so long before; people register for past ones so long before.
_PUBLISHED, _REGISTERED = timedelta(days=5), timedelta(days=3)
# What begins within the hour begins after so long, at a full five minutes.
_SOON, _STEP = timedelta(minutes=40), timedelta(minutes=5)
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
_BATCH = 100


async def deliver(services: Services) -> None:
    """What is owed by now has arrived, long before the chats of the demonstration began."""
    while owed := await services.outbox.claim(_BATCH):
        await services.outbox.settle([Outcome(one, Fate.SENT, one.id) for one in owed])


async def hold_events(
    services: Services, clock: DemoClock, demo: Demo, known: Mapping[str, int]
) -> None:
    """Make all events, let people register, and live through those that are over."""
    for event in demo.events:
        start = _start(clock, event)
        first = min(clock.now(), start - _REGISTERED) - _PUBLISHED
        with clock.held(first):
            event_id = await _make(services, known[demo.maker], event, start)
        if event.draft:
            continue
        over = start < clock.now()
        with clock.held(start - _REGISTERED if over else clock.now()):
            for person in event.registered:
                await services.events.places.register(known[person], event_id)
        if over:
            await _live_through(services, clock, demo, event, event_id, start, known)


def _start(clock: DemoClock, event: DemoEvent) -> datetime:
    now = clock.now()
    if event.in_days is None:
        soon = (now + _SOON).timestamp()
        return datetime.fromtimestamp(soon - soon % _STEP.total_seconds(), UTC)
    day = now.astimezone(clock.zone).date() + timedelta(days=event.in_days)
    return datetime.combine(day, time.fromisoformat(event.at), clock.zone).astimezone(UTC)


async def _make(services: Services, maker: int, event: DemoEvent, start: datetime) -> int:
    desk = services.events.desk
    event_id = await desk.create(maker, event.title)
    await desk.choose(maker, event_id, "form", event.form)
    await desk.choose(maker, event_id, "level", event.level)
    if event.description:
        await desk.write(maker, event_id, "description", event.description)
    for field, value in (("place", event.place), ("link", event.link)):
        if value:
            await desk.relocate(maker, event_id, field, value)
    topics = {"block": event.blocks, "subject": event.subjects, "rubric": event.rubrics}
    for kind, keys in topics.items():
        for key in keys:
            await desk.mark_topic(maker, event_id, kind, key, True)
    await desk.set_seats(maker, event_id, event.seats)
    for position in event.positions:
        at = (EVENT_OWNER, event_id, "positions", position)
        await services.audiences.mark(maker, *at, True)
    if event.positions:
        await desk.close_to_others(maker, event_id, True)
    await desk.move(maker, event_id, start, start + timedelta(minutes=event.minutes))
    if not event.draft:
        await desk.publish(maker, event_id)
    return event_id


async def _live_through(
    services: Services,
    clock: DemoClock,
    demo: Demo,
    event: DemoEvent,
    event_id: int,
    start: datetime,
    known: Mapping[str, int],
) -> None:
    """Reminders come, people come, say how it was, and get the materials."""
    maker, end = known[demo.maker], start + timedelta(minutes=event.minutes)
    for before in (timedelta(days=1), _HOUR):
        with clock.held(start - before + _MINUTE):
            await deliver(services)
    with clock.held(start):
        card = await services.events.desk.made_event(maker, event_id)
        for guest in event.came:
            await services.events.attendance.check_in_by_code(known[guest.person], card.event.code)
    with clock.held(end + _MINUTE):
        await services.events.closing.close_ended()
        await deliver(services)
    with clock.held(end + _HOUR):
        for guest in event.came:
            if guest.rating:
                await services.events.feedback.rate(known[guest.person], event_id, guest.rating)
            if guest.comment:
                await services.events.feedback.comment(known[guest.person], event_id, guest.comment)
        for link in event.materials:
            await services.events.materials.add_link(maker, event_id, f"{link.title} {link.url}")
        if event.materials:
            await services.events.materials.hand_out(maker, event_id)
        await deliver(services)


async def send_broadcasts(
    services: Services, clock: DemoClock, demo: Demo, known: Mapping[str, int]
) -> None:
    """Send the broadcasts of the past, and let people say that they have read them."""
    for broadcast in demo.broadcasts:
        moment = clock.now() - timedelta(days=broadcast.days_ago)
        with clock.held(moment):
            broadcast_id = await _write(services, known[demo.maker], broadcast)
            await services.broadcasts.control.send(known[demo.maker], broadcast_id, True)
            await _go_out(services)
        with clock.held(moment + _HOUR):
            await deliver(services)
            for person in broadcast.acknowledged:
                await services.broadcasts.acknowledging.acknowledge(known[person], broadcast_id)


async def _write(services: Services, maker: int, broadcast: DemoBroadcast) -> int:
    drafts = services.broadcasts.drafts
    broadcast_id = await drafts.create(maker)
    await drafts.set_text(maker, broadcast_id, broadcast.text)
    await drafts.set_category(maker, broadcast_id, broadcast.category)
    await drafts.set_ack(maker, broadcast_id, broadcast.ack)
    for position in broadcast.positions:
        at = (BROADCAST_OWNER, broadcast_id, "positions", position)
        await services.audiences.mark(maker, *at, True)
    return broadcast_id


async def _go_out(services: Services) -> None:
    sending = services.broadcasts.sending
    for _ in range(2):  # its copies are written, and once they have arrived it is done
        while await sending.advance():
            pass
        await deliver(services)
    await sending.advance()
