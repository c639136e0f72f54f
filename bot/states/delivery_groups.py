"""Screens of events, broadcasts and what belongs to them."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class EventStates(StatesGroup):
    """Coming events, their cards, one's own places in them."""

    calendar = State()
    filter = State()
    choice = State()
    mine = State()
    card = State()
    withdraw = State()
    reminders = State()
    code = State()
    rate = State()
    comment = State()


class EventDeskStates(StatesGroup):
    """Events as those who make them see them."""

    list = State()
    card = State()
    more = State()
    fields = State()
    details = State()
    text = State()
    choice = State()
    topics = State()
    when = State()
    deadline = State()
    seats = State()
    picture = State()
    publish = State()
    change = State()
    cancel = State()
    discard = State()


class AttendanceStates(StatesGroup):
    """Who comes to an event, who came, what they said, what they get."""

    participants = State()
    actions = State()
    everybody = State()
    guest = State()
    person = State()
    checkin = State()
    feedback = State()
    materials = State()
    material = State()
    hand_out = State()


class BroadcastStates(StatesGroup):
    """Broadcasts: the list, a draft, what became of it."""

    list = State()
    draft = State()
    text = State()
    link = State()
    category = State()
    when = State()
    confirm = State()
    delete = State()
    progress = State()
    cancel = State()
    remind = State()
    names = State()


class AudienceStates(StatesGroup):
    """For whom a broadcast or an event is."""

    overview = State()
    criterion = State()
    choice = State()
    school = State()
    event = State()
    saved = State()
    card = State()
    drop = State()
    save = State()
    file = State()
    preview = State()
    people = State()


class SubscriptionStates(StatesGroup):
    """Which broadcasts somebody wants."""

    list = State()
