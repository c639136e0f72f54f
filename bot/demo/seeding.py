"""What the demo people did before the demonstration, told to the same services as a tap is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from random import Random

from bot.context import Services
from bot.demo.clock import DemoClock
from bot.demo.events import deliver, hold_events, send_broadcasts
from bot.demo.monitoring import hold_campaigns
from content import Block, Demo, DemoCard, DemoPass, DemoPerson, DemoWork, Request, Scale
from services.assessments import Step

# Between sign-up and the first assessment; whoever took none signed up so many days ago.
_SIGNED_UP_BEFORE, _WITHOUT_PASSES = timedelta(days=3), 210
# The admin gave the roles before the first campaign.
_APPOINTED_BEFORE = timedelta(days=200)
# Chances of the answers from the lowest to the highest, spread over the points of the scale.
_WEAK, _USUAL, _STRONG = (5, 4, 1, 0), (0, 2, 5, 2), (0, 0, 2, 6)


async def seed(
    services: Services, clock: DemoClock, demo: Demo, telegram_ids: Mapping[str, int]
) -> None:
    """Sign up everybody who has a card, take their assessments, let the admin appoint people;
    then hold the events, send the broadcasts and run the campaigns."""
    known: dict[str, int] = {}
    for person in demo.people:
        if person.card is not None:
            known[person.key] = await _live(
                services, clock, demo, person, person.card, telegram_ids[person.key]
            )
    with clock.held(clock.now() - _APPOINTED_BEFORE):
        for person in demo.people:
            await _appoint(services, demo, person, known)
        await _confirm_schools(services, demo, known)
        await deliver(services)
    await hold_campaigns(services, clock, demo, known)
    await send_broadcasts(services, clock, demo, known)
    await hold_events(services, clock, demo, known)
    for person in demo.people:
        if person.card is not None:
            await _tell_of_career(services, clock, demo, person.card, known[person.key])


async def _live(
    services: Services,
    clock: DemoClock,
    demo: Demo,
    person: DemoPerson,
    card: DemoCard,
    telegram_id: int,
) -> int:
    today = clock.now()
    first = max((each.days_ago for each in person.passes), default=_WITHOUT_PASSES)
    with clock.held(today - timedelta(days=first) - _SIGNED_UP_BEFORE):
        person_id = await _sign_up(services, demo, person, card, telegram_id)
    for each in person.passes:
        with clock.held(today - timedelta(days=each.days_ago)):
            # Answers look lived, and are the same at each start afresh.
            random = Random(f"{person.key} {each.days_ago}")
            await _assess(services, demo, person_id, each, random)
    return person_id


async def _sign_up(
    services: Services, demo: Demo, person: DemoPerson, card: DemoCard, telegram_id: int
) -> int:
    people = services.people
    agreed = await people.give_consent(telegram_id, person.language, services.consent.version)
    await people.save_name(agreed.id, card.full_name)
    if card.work is not None:
        await _tell_of_work(services, demo, agreed.id, card.work)
    if card.work is not None or person.admin:
        await people.complete(agreed.id)
    return agreed.id


async def _tell_of_work(services: Services, demo: Demo, person_id: int, work: DemoWork) -> None:
    people = services.people
    await _choose_school(services, demo, person_id, work.school)
    await people.choose_position(person_id, work.position)
    for subject in work.subjects:
        await people.mark_subject(person_id, subject, True)
    await people.confirm_subjects(person_id)
    await people.save_experience(person_id, str(work.experience))
    await people.save_post_years(person_id, str(work.post))
    await people.choose_category(person_id, work.category)


async def _choose_school(services: Services, demo: Demo, person_id: int, number: int) -> None:
    listed = services.profile.schools[number - 1 : number]
    if listed:
        found = await services.schools.search(listed[0].short_name.get("ru"))
        await services.people.choose_school(person_id, found[0].id)
    else:
        title = demo.school_title.format(number=number)
        await services.people.propose_school(person_id, title)


async def _appoint(
    services: Services, demo: Demo, person: DemoPerson, known: Mapping[str, int]
) -> None:
    """Whoever works in the service signs up with a name alone, once the role is given."""
    admin = next(known[each.key] for each in demo.people if each.admin)
    for each in person.roles:
        person_id = known[person.key]
        card = await services.people.card(person_id)
        school = card.school.id if each.own_school and card.school else None
        await services.roles.grant(admin, person_id, each.role, school)
        await services.people.complete(person_id)


async def _confirm_schools(services: Services, demo: Demo, known: Mapping[str, int]) -> None:
    """Schools that are asked for data are in the list."""
    admin = next(known[each.key] for each in demo.people if each.admin)
    for key in {one.person for campaign in demo.campaigns for one in campaign.answers}:
        card = await services.people.card(known[key])
        if card.school is not None and card.school.proposed:
            await services.schools.confirm(admin, card.school.id)


async def _tell_of_career(
    services: Services, clock: DemoClock, demo: Demo, card: DemoCard, person_id: int
) -> None:
    today = clock.now().astimezone(clock.zone).date()
    for course in card.courses:
        day = today - timedelta(days=course.days_ago)
        await services.careers.add_course(person_id, course.title, course.hours, day)
    if card.attestation_in is not None:
        day = today + timedelta(days=card.attestation_in)
        await services.careers.set_attestation(person_id, day)
    if card.moves_to is not None:
        await _choose_school(services, demo, person_id, card.moves_to)


async def _assess(
    services: Services, demo: Demo, person_id: int, each: DemoPass, random: Random
) -> None:
    taking = services.assessments
    assessment_id = await taking.start(person_id)
    step = await taking.step(person_id, assessment_id)
    while step.kind != "review" and (each.answered is None or step.answered < each.answered):
        if step.block is not None:
            value = _value(step.block, step.questionnaire.scale, each, random)
            await taking.answer(person_id, assessment_id, step.position, value)
        elif step.request is not None:
            await _answer_request(services, demo, person_id, step, step.request, random)
        step = await taking.step(person_id, assessment_id)
    if each.answered is None:
        await taking.finish(person_id, assessment_id)


def _value(block: Block, scale: Scale, each: DemoPass, random: Random) -> int:
    chances = _WEAK if block.key in each.weak else _STRONG if block.key in each.strong else _USUAL
    values = sorted(point.value for point in scale.points)
    # A scale of other length takes the nearest of the four chances for each of its points.
    last = len(values) - 1
    weights = [chances[round(number / last * (len(chances) - 1))] for number in range(last + 1)]
    return random.choices(values, weights)[0]


async def _answer_request(
    services: Services, demo: Demo, person_id: int, step: Step, request: Request, random: Random
) -> None:
    taking, at = services.assessments, (person_id, step.assessment_id, request.key)
    if request.type == "single":
        await taking.choose(*at, random.choice(request.options).key, False)
    elif request.type == "multi":
        for option in random.sample(request.options, 2):
            await taking.mark(*at, option.key, True)
        await taking.confirm(*at, False)
    else:
        await taking.write(*at, demo.wish[: request.max_length], False)
