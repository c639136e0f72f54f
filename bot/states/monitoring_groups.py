"""Screens of monitoring: campaigns, requests, checking, results, decisions, the schedule."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class CampaignStates(StatesGroup):
    """Campaigns as those who run them see them."""

    list = State()
    card = State()
    change = State()
    field = State()
    move = State()
    schools = State()
    variables = State()
    steps = State()
    open = State()
    skip = State()
    close = State()
    discard = State()


class RequestStates(StatesGroup):
    """Requests for data, and answering them field by field."""

    list = State()
    card = State()
    field = State()
    no_data = State()
    jump = State()
    conflict = State()
    evidence = State()
    summary = State()
    low = State()
    submit = State()
    done = State()
    later = State()
    hand_over = State()
    hand_over_ask = State()
    history = State()
    sheet = State()
    preview = State()


class BoardStates(StatesGroup):
    """Which schools have answered, and checking what they answered."""

    board = State()
    filter = State()
    more = State()
    find = State()
    add = State()
    add_ask = State()
    request = State()
    values = State()
    value = State()
    fields = State()
    reason = State()
    give_back = State()
    accept = State()
    accept_all = State()
    reopen = State()
    withdraw = State()
    history = State()
    nudge = State()
    orphans = State()


class IndicatorStates(StatesGroup):
    """What came out of a campaign."""

    list = State()
    overview = State()
    indicator = State()
    ranking = State()
    schools = State()
    school = State()
    dynamics = State()
    words = State()
    files = State()
    own = State()


class CouncilStates(StatesGroup):
    """Where results are discussed, and what is decided there."""

    places = State()
    place = State()
    decisions = State()
    held = State()
    conclusion = State()
    decision = State()
    text = State()
    school = State()
    responsible = State()
    due = State()
    send = State()
    close = State()
    send_back = State()
    drop = State()


class RecommendationStates(StatesGroup):
    """Recommendations as a school sees them."""

    list = State()
    card = State()
    report = State()


class ScheduleStates(StatesGroup):
    """What the scheduler will do next, and what it did."""

    jobs = State()
    job = State()
    runs = State()
    pause = State()
