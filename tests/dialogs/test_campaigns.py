"""Campaigns and the schedule in the chat: few taps, and every result is told."""

from __future__ import annotations

import asyncio

import pytest

from bot.dialogs.schedule import job as job_screen
from bot.l10n import LOCALES
from services.schedule import Facts, Job, JobFailed
from tests.dialogs.country import Country
from tests.dialogs.stories_campaigns import ADMIN, CALENDAR, DESK, DRAFT, OPEN, WHO, card
from tests.dialogs.world import World


async def states(world: World) -> dict[int, str]:
    """How things stand with each campaign."""
    me = await world.my_id()
    page = await world.services.monitoring.overview.campaign_list(me, 0)
    return {one.campaign.id: one.campaign.state for one in page.campaigns}


class TestOpening:
    async def test_a_campaign_of_one_s_own_takes_three_taps(self, country: Country) -> None:
        world = await country.at("a_methodist_who_reads_clauses")
        await world.sends(*DESK)
        await world.follows("new", "open", "open")
        assert world.state == "CampaignStates:card"
        assert await states(world) == {1: "open"}

    async def test_a_tap_on_what_is_decided_already_is_told_so(self, country: Country) -> None:
        world = await country.at(WHO)
        await world.follows(*card(DRAFT, "open"))
        planning = world.services.monitoring.planning
        await planning.discard_campaign(await world.my_id(), DRAFT)
        reaction = await world.follows("open")
        assert world.localizer["ru"].plain("refusal-campaign-over") in str(reaction.notes)
        assert DRAFT not in await states(world)

    async def test_a_skipped_one_stays_in_the_list(self, country: Country) -> None:
        world = await country.at(WHO)
        await world.follows(*card(CALENDAR, "skip", "skip"))
        assert (await states(world))[CALENDAR] == "skipped"


async def test_a_moved_deadline_of_an_open_campaign_is_asked_about_first(country: Country) -> None:
    world = await country.at(WHO)
    planning, me = world.services.monitoring.planning, await world.my_id()
    before = (await planning.campaign_card(me, OPEN)).campaign.deadline_on
    await world.follows(*card(OPEN, "change", "field:deadline", "«25.04»"))
    assert (await planning.campaign_card(me, OPEN)).campaign.deadline_on == before
    await world.follows("move")
    moved = (await planning.campaign_card(me, OPEN)).campaign
    assert (f"{moved.wished_on:%d.%m}", f"{moved.deadline_on:%d.%m}") == ("25.04", "26.04")


@pytest.mark.parametrize("locale", LOCALES)
class TestRunningAJobNow:
    async def test_tells_what_came_of_it(
        self, country: Country, locale: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world = await country.at(ADMIN, locale)
        l10n = world.localizer[locale]

        async def fails(_job: Job) -> Facts:
            raise JobFailed("folder")

        monkeypatch.setattr(world.services.schedule, "work", fails)
        reaction = await world.follows("/schedule", "job:tidy", "run")
        assert l10n.plain("schedule-failed-folder") in str(reaction.notes)
        assert l10n.plain("schedule-failed-folder") in world.phone.newest.text
        reaction = await world.follows("/schedule", "job:backup", "run")
        assert l10n.plain("refusal-backups-off") in str(reaction.notes)

    async def test_what_takes_long_is_told_by_a_message(
        self, country: Country, locale: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world = await country.at(ADMIN, locale)
        l10n = world.localizer[locale]

        async def slow(_job: Job) -> Facts:
            await asyncio.sleep(0.1)
            return {"events": 3}

        monkeypatch.setattr(world.services.schedule, "work", slow)
        monkeypatch.setattr(job_screen, "_AT_ONCE", 0.01)
        reaction = await world.follows("/schedule", "job:tick", "run")
        assert l10n.plain("schedule-runs-long") in str(reaction.notes)
        came = l10n.plain("schedule-came-tick", events=3)
        assert any(came in text for text in reaction.said)
