"""Monitoring of the demonstration: a period that is over and discussed, and one under way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from bot.context import Services
from bot.demo.clock import DemoClock
from bot.demo.events import deliver
from content import Demo, DemoAnswer, DemoCampaign, DemoDecision, IndicatorSet, Variable
from services.dates import shifted, today
from services.monitoring.answers.answering import Given

_ANSWERED, _CHECKED, _CLOSED = timedelta(days=3), timedelta(days=4), timedelta(days=30)
_STAFF = (12, 45)  # how many people the largest number of a school counts
_CHANCE = 0.7  # of a yes


async def hold_campaigns(
    services: Services, clock: DemoClock, demo: Demo, known: Mapping[str, int]
) -> None:
    """Ask, answer, check; close and discuss what is over."""
    if not services.profile.has("monitoring"):
        return
    for campaign in demo.campaigns:
        opened = clock.now() - timedelta(days=campaign.opened_days_ago)
        with clock.held(opened):
            campaign_id = await _open(services, clock, campaign, known[demo.maker])
            requests = await _requests(services, campaign_id, campaign, known)
        with clock.held(opened + _ANSWERED):
            for one in campaign.answers:
                await _answer(services, demo, known[one.person], requests[one.person], one)
            if campaign.closed:
                await _answer_own(services, demo, known[demo.maker], campaign_id)
            await deliver(services)
        with clock.held(opened + _CHECKED):
            for one in campaign.answers:
                await _check(services, known[demo.maker], requests[one.person], one)
            await deliver(services)
        if campaign.closed:
            with clock.held(opened + _CLOSED):
                await services.monitoring.planning.close_campaign(known[demo.maker], campaign_id)
                await deliver(services)
            await _discuss(services, clock, demo, campaign, campaign_id, known)
    await deliver(services)  # what waited for a working day


async def _open(services: Services, clock: DemoClock, campaign: DemoCampaign, maker: int) -> int:
    """Ask all schools, about the months before."""
    planning, day = services.monitoring.planning, today(clock)
    campaign_id = await planning.plan_by_hand(maker, campaign.title)
    covers = (shifted(day, -campaign.months), day - timedelta(days=1))
    await planning.change_campaign(maker, campaign_id, covers=covers)
    await planning.open_now(maker, campaign_id)
    while await services.monitoring.steps.advance():
        pass
    await deliver(services)
    return campaign_id


async def _requests(
    services: Services, campaign_id: int, campaign: DemoCampaign, known: Mapping[str, int]
) -> dict[str, int]:
    """The request that each of the people is to answer."""
    found: dict[str, int] = {}
    for one in campaign.answers:
        for mine in await services.monitoring.requests.my_requests(known[one.person]):
            if mine.campaign.id == campaign_id:
                found[one.person] = mine.request.id
    return found


async def _answer(
    services: Services, demo: Demo, person: int, request: int, one: DemoAnswer
) -> None:
    """Fill the form as far as the state says, and hand it in."""
    # Answers look lived, and are the same at each start afresh; the next period is like the last.
    asked = IndicatorSet.of(services.profile).asked(municipality=False)
    answers = _made_up(demo, asked, Random(one.person))
    if one.state == "in_work":
        asked = asked[: len(asked) // 2]
    for variable in asked:
        given = answers[variable.key]
        await services.monitoring.answering.give_answer(
            person, request, variable.key, given, 0, sure=True
        )
    if one.state == "in_work":
        return
    summary = await services.monitoring.submitting.summary(person, request)
    for low in summary.indicators:
        if low.low:
            key = low.measured.indicator.key
            await services.monitoring.submitting.explain_low(person, request, key, demo.answer)
    await services.monitoring.submitting.submit_request(person, request)


async def _answer_own(services: Services, demo: Demo, maker: int, campaign_id: int) -> None:
    """The methodist fills the municipality's own part; how many schools there are the bot knows."""
    asked = IndicatorSet.of(services.profile).asked(municipality=True)
    answers = _made_up(demo, asked, Random(demo.maker))
    for mine in await services.monitoring.requests.my_requests(maker):
        if mine.campaign.id != campaign_id or mine.request.school_id is not None:
            continue
        for variable in asked:
            if variable.fact != "schools":
                await services.monitoring.answering.give_answer(
                    maker, mine.request.id, variable.key, answers[variable.key], 0, sure=True
                )
        await services.monitoring.submitting.submit_request(maker, mine.request.id)


def _made_up(demo: Demo, asked: tuple[Variable, ...], random: Random) -> dict[str, Given]:
    """Answers that hold together: a part is not more than its whole."""
    found: dict[str, Given] = {}
    waiting = list(asked)
    while waiting:
        variable = waiting.pop(0)
        if variable.at_most in {one.key for one in waiting}:
            waiting.append(variable)  # after its whole
            continue
        found[variable.key] = _one(demo, variable, found, random)
    return found


def _one(demo: Demo, variable: Variable, found: Mapping[str, Given], random: Random) -> Given:
    if variable.input == "text":
        return Given(text=demo.answer)
    if variable.input == "yes_no":
        return Given(number=float(random.random() < _CHANCE))
    if variable.input == "share":
        return Given(number=float(random.randint(40, 100)))
    whole = found.get(variable.at_most or "")
    if whole is None or whole.number is None:
        return Given(number=float(random.randint(*_STAFF)))
    return Given(number=float(random.randint(int(whole.number) // 4, int(whole.number))))


async def _check(services: Services, maker: int, request: int, one: DemoAnswer) -> None:
    """Accept it, or send one field back."""
    checking = services.monitoring.checking
    if one.state == "accepted":
        await checking.accept(maker, request)
    elif one.state == "returned" and one.reason is not None:
        asked = IndicatorSet.of(services.profile).asked(municipality=False)
        counted = next((each for each in asked if each.input == "number"), asked[0])
        await checking.give_back(maker, request, {counted.key: one.reason})


async def _discuss(
    services: Services,
    clock: DemoClock,
    demo: Demo,
    campaign: DemoCampaign,
    campaign_id: int,
    known: Mapping[str, int],
) -> None:
    """The first place of discussion comes to a conclusion and decides."""
    places, now = services.profile.monitoring.review, clock.now()
    if not places:
        return
    maker, reviews = known[demo.maker], services.monitoring.reviews
    held = now - timedelta(days=campaign.opened_days_ago) + _CLOSED
    with clock.held(held):
        where = (maker, campaign_id, places[0].key)
        await reviews.hold_review(*where, today(clock))
        if campaign.conclusion:
            await reviews.conclude_review(*where, campaign.conclusion)
        for one in campaign.decisions:
            day = now.astimezone(clock.zone).date() + timedelta(days=one.in_days)
            await _decide(services, where, one, day, known)
        await deliver(services)


async def _decide(
    services: Services,
    where: tuple[int, int, str],
    one: DemoDecision,
    day: date,
    known: Mapping[str, int],
) -> None:
    """Write it down, send it, and let the school report."""
    (maker, *_), decisions = where, services.monitoring.decisions
    number = await decisions.draft_decision(*where, one.text)
    await decisions.charge_decision(maker, number, one.responsible)
    await decisions.due_decision(maker, number, day)
    if one.person is not None:
        card = await services.people.card(known[one.person])
        assert card.school is not None
        await decisions.address_decision(maker, number, card.school.id, True)
    await decisions.send_decision(maker, number)
    if one.person is not None and one.report is not None:
        school = services.monitoring.recommendations
        await school.report_recommendation(known[one.person], number, one.report)
    if one.done:
        await decisions.close_decision(maker, number)
