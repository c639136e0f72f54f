"""Before the demonstration: people live through the same services as anybody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import build
from bot.commands import MAX_ABOUT
from bot.context import Services
from bot.demo.clock import DemoClock
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
            assert card.school.proposed == (work.school > len(services.profile.schools))


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


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("profile", available_profiles())
def test_the_bots_card_fits_what_telegram_takes(profile: str, locale: str) -> None:
    service = load_profile(profile).bot_name.get(locale)
    l10n = Localizer()[locale]
    assert 0 < len(l10n.plain("card-description", service=service)) <= 512
    assert 0 < len(l10n.plain("card-about", service=service)) <= MAX_ABOUT
