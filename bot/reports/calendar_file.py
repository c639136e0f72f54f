"""An event as a calendar file, for the calendar of one's phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

ALARM = timedelta(hours=1)
_PRODUCT = "-//Methodical service//Events//RU"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What stands in the file; moments in UTC. `uid` stays the same for ever, `sequence` grows
    with each change of time, so that a calendar puts the newer file in place of the older."""

    uid: str
    sequence: int
    title: str
    description: str
    place: str
    link: str
    starts_at: datetime
    ends_at: datetime
    written_at: datetime
    cancelled: bool
    zone: str
    alarm: str


def write_calendar_file(entry: CalendarEntry) -> bytes:
    """The file; an alarm rings an hour before, unless the event is cancelled."""
    from icalendar import Alarm, Calendar, Event  # takes a while to load

    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.written_at)
    event.add("dtstart", entry.starts_at)
    event.add("dtend", entry.ends_at)
    event.add("summary", entry.title)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    for name, value in _optional(entry):
        event.add(name, value)
    if not entry.cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.alarm)
        alarm.add("trigger", -ALARM)
        event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if entry.cancelled else "PUBLISH")
    calendar.add("x-wr-timezone", entry.zone)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _optional(entry: CalendarEntry) -> list[tuple[str, str]]:
    found = [
        ("description", entry.description),
        ("location", entry.place),
        ("url", entry.link),
    ]
    return [(name, value) for name, value in found if value]
