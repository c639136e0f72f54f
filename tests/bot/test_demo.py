"""Before the demonstration: people live through the same services as anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.app import build
from bot.commands import MAX_ABOUT
from bot.context import Services
from bot.demo.clock import DemoClock
from bot.demo.running import until_work
from bot.demo.seeding import seed
from bot.l10n import Localizer
from bot.settings import load_settings
from content import LOCALES, Demo, available_profiles, load_demo, load_profile

TODAY = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo() -> Demo:
    return load_demo()


@pytest.fixture(scope="module")
def telegram_ids(demo: Demo) -> dict[str, int]:
    return {person.key: 1000 + number for number, person in enumerate(demo.people)}


@pytest.fixture(scope="module", params=available_profiles())
async def services(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    demo: Demo,
    telegram_ids: dict[str, int],
) -> AsyncIterator[Services]:
    """A seeded municipality."""
    folder = tmp_path_factory.mktemp("demo")
    settings = load_settings(
        bot_token="42:TEST",
        profile=request.param,
        database_url=f"sqlite+aiosqlite:///{folder / 'bot.db'}",
        admin_ids=tuple(telegram_ids[person.key] for person in demo.people if person.admin),
    )
    clock = DemoClock(TODAY.timestamp, "Asia/Omsk")
    application = await build(settings, clock)
    await seed(application.services, clock, demo, telegram_ids)
    yield application.services
    await application.close()


async def test_everybody_with_a_card_is_signed_up_and_a_stranger_is_not(
    services: Services, demo: Demo, telegram_ids: dict[str, int]
) -> None:
    asking = {one.person for campaign in demo.campaigns for one in campaign.answers}
    asked = {
        person.card.work.school
        for person in demo.people
        if person.key in asking and person.card and person.card.work
    }
    for person in demo.people:
        known = await services.people.find(telegram_ids[person.key])
        if person.card is None:
            assert known is None
            continue
        assert known is not None
        card = await services.people.card(known.id)
        assert card.next_step is None
        assert known.registered_at is not None
        work = person.card.work
        assert (card.school is None) == (work is None)
        if work is not None and card.school is not None:
            new = work.school > len(services.profile.schools)
            assert card.school.proposed == (new and work.school not in asked)


async def test_assessments_were_taken_on_their_days(
    services: Services, demo: Demo, telegram_ids: dict[str, int]
) -> None:
    for person in demo.people:
        known = await services.people.find(telegram_ids[person.key])
        if known is None or known.position is None:
            continue
        overview = await services.assessments.overview(known.id)
        finished = [each for each in person.passes if each.answered is None]
        assert overview.passes == len(finished)
        if finished:
            last = min(each.days_ago for each in finished)
            assert overview.last_finished == TODAY - timedelta(days=last)
        unfinished = [each.answered for each in person.passes if each.answered is not None]
        assert ([overview.attempt.answered] if overview.attempt else []) == unfinished


async def test_weak_blocks_come_out_as_deficits_and_strong_ones_do_not(
    services: Services, demo: Demo, telegram_ids: dict[str, int]
) -> None:
    for person in demo.people:
        known = await services.people.find(telegram_ids[person.key])
        history = await services.results.history(known.id) if known else ()
        for row in history:
            assert known is not None
            outcome = await services.results.outcome(known.id, row.assessment_id)
            day = (TODAY - outcome.finished_at).days
            played = next(each for each in person.passes if each.days_ago == day)
            deficits = {block.content.key for block in outcome.deficits}
            assert set(played.weak) <= deficits
            assert not set(played.strong) & {
                block.content.key for block in outcome.blocks if block.score.level == "pronounced"
            }


async def test_the_methodist_finds_events_of_every_kind(
    services: Services, demo: Demo, telegram_ids: dict[str, int]
) -> None:
    maker = await services.people.find(telegram_ids[demo.maker])
    assert maker is not None
    desk = services.events.desk
    counts = (await desk.made(maker.id, "coming", 0)).counts
    assert counts == {"coming": 4, "drafts": 1, "past": 1}
    coming = (await desk.made(maker.id, "coming", 0)).events
    assert coming[0].starts_at is not None
    assert coming[0].starts_at - TODAY < timedelta(hours=1)
    assert [event.waiting for event in coming if event.seats == 2] == [2]
    (past,) = (await desk.made(maker.id, "past", 0)).events
    card = await desk.made_event(maker.id, past.id)
    assert (card.event.state, card.came, card.absent) == ("over", 3, 1)
    feedback = await services.events.feedback.feedback(maker.id, past.id)
    assert (feedback.count, len(feedback.comments)) == (3, 1)
    assert (await services.events.materials.materials_desk(maker.id, past.id)).untold == 0


async def test_teachers_have_places_and_one_can_check_in_at_once(
    services: Services, telegram_ids: dict[str, int]
) -> None:
    teacher = await services.people.find(telegram_ids["mathematician"])
    assert teacher is not None
    assert len(await services.events.attendance.on_now(teacher.id)) == 1
    waiting = await services.people.find(telegram_ids["primary"])
    assert waiting is not None
    mine = (await services.events.calendar.mine(waiting.id)).events
    assert {(shown.place, shown.number) for shown in mine} == {("registered", 0), ("waiting", 1)}


async def test_the_change_of_law_was_read_by_one_of_two(
    services: Services, demo: Demo, telegram_ids: dict[str, int]
) -> None:
    maker = await services.people.find(telegram_ids[demo.maker])
    assert maker is not None
    page = await services.broadcasts.listing.page(maker.id, "over", 0)
    (law,) = page.broadcasts
    progress = await services.broadcasts.outcomes.progress(maker.id, law.id)
    assert (progress.delivered, progress.acknowledged, progress.silent) == (2, 1, 1)


async def test_monitoring_has_a_period_that_is_over_and_one_with_answers_of_every_kind(
    services: Services, demo: Demo, telegram_ids: dict[str, int]
) -> None:
    maker = await services.people.find(telegram_ids[demo.maker])
    assert maker is not None
    monitoring = services.monitoring
    under_way, over = await monitoring.planning.campaigns(maker.id)
    assert (under_way.state, over.state) == ("open", "closed")
    states = Counter[str]()
    async with services.access.uow.reading() as store:
        for row in await store.data_requests.of_campaign(under_way.id):
            states[row.state] += row.school_id is not None
    assert states["expected"] > 0
    del states["expected"]
    assert states == {"in_work": 1, "submitted": 2, "returned": 1, "accepted": 1}
    results = await monitoring.indicators.results_of(maker.id, over.id)
    assert any(one.measured.value is not None for one in results.results)
    (place, *_) = (await monitoring.reviews.places_of_review(maker.id, over.id)).places
    assert (place.decisions, place.reported, place.overdue) == (4, 1, 1)
    assert place.conclusion
    coordinator = await services.people.find(telegram_ids["coordinator"])
    assert coordinator is not None
    duties = (await services.desk.overview(coordinator.id)).duties
    assert (duties.asked, duties.recommended) == (1, 1)


async def test_only_what_waits_for_a_decision_is_told_when_the_demonstration_begins(
    services: Services,
) -> None:
    owed = await services.outbox.claim(100)
    await services.outbox.release(owed)
    assert {one.kind for one in owed} <= {"transfer-waits", "school-proposed"}


@pytest.mark.parametrize(
    ("started", "begins"),
    [
        ("2026-11-23 12:00", "2026-11-23 12:00"),  # a Monday
        ("2026-11-23 23:10", "2026-11-24 09:00"),
        ("2026-11-24 04:00", "2026-11-24 09:00"),
        ("2026-11-22 12:00", "2026-11-23 09:00"),  # a Sunday
    ],
)
async def test_it_begins_in_working_hours(services: Services, started: str, begins: str) -> None:
    zone = ZoneInfo(services.profile.timezone)
    now, wanted = (datetime.fromisoformat(one).replace(tzinfo=zone) for one in (started, begins))
    clock = DemoClock(now.timestamp, services.profile.timezone)
    assert now + until_work(services.outbox.quiet, clock) == wanted


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("profile", available_profiles())
def test_the_bots_card_fits_what_telegram_takes(profile: str, locale: str) -> None:
    service = load_profile(profile).bot_name.get(locale)
    l10n = Localizer()[locale]
    assert 0 < len(l10n.plain("card-description", service=service)) <= 512
    assert 0 < len(l10n.plain("card-about", service=service)) <= MAX_ABOUT
