"""The calendar file of an event, read back as a phone would."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from bot.reports.calendar_file import CalendarEntry, write_calendar_file

BEGINS = datetime(2026, 9, 11, 4, 0, tzinfo=UTC)
ENTRY = CalendarEntry(
    uid="event-7@test_bot",
    sequence=2,
    title="Оценивание, критерии; и «обратная связь»",
    description="Первая строка\nвторая, с запятой; и \\ чертой " + "ж" * 200,
    place="Школа № 1, актовый зал",
    link="https://meet.example/1?a=1&b=2",
    starts_at=BEGINS,
    ends_at=BEGINS + timedelta(minutes=90),
    written_at=datetime(2026, 9, 1, 4, 0, tzinfo=UTC),
    cancelled=False,
    zone="Asia/Omsk",
    alarm="Оценивание",
)


def read(entry: CalendarEntry) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(write_calendar_file(entry))
    [event] = calendar.walk("VEVENT")
    return calendar, event


def test_says_in_utc_when_and_where_it_is() -> None:
    calendar, event = read(ENTRY)
    assert event["dtstart"].dt == BEGINS
    assert event["dtend"].dt == BEGINS + timedelta(minutes=90)
    assert b"DTSTART:20260911T040000Z" in write_calendar_file(ENTRY)
    assert str(calendar["x-wr-timezone"]) == "Asia/Omsk"
    assert str(event["location"]) == ENTRY.place
    assert str(event["summary"]) == ENTRY.title
    assert str(event["description"]) == ENTRY.description
    assert str(event["url"]) == ENTRY.link
    assert not calendar.errors


def test_is_replaced_by_the_file_of_a_later_time() -> None:
    _, event = read(ENTRY)
    _, moved = read(replace(ENTRY, sequence=3, starts_at=BEGINS + timedelta(days=1)))
    assert event["uid"] == moved["uid"]
    assert moved["sequence"] > event["sequence"]


def test_rings_an_hour_before() -> None:
    _, event = read(ENTRY)
    [alarm] = event.walk("VALARM")
    assert alarm["trigger"].dt == -timedelta(hours=1)
    assert str(alarm["action"]) == "DISPLAY"


def test_takes_a_cancelled_event_off_the_calendar() -> None:
    calendar, event = read(replace(ENTRY, cancelled=True))
    assert (str(event["status"]), str(calendar["method"])) == ("CANCELLED", "CANCEL")
    assert event.walk("VALARM") == []


def test_has_no_empty_lines_for_what_is_not_known() -> None:
    bare = write_calendar_file(replace(ENTRY, place="", link="", description=""))
    for name in (b"LOCATION", b"URL", b"DESCRIPTION:\r\n"):
        assert name not in bare
