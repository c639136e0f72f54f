"""The administration where there is something to see: backups, changed files, maintenance."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiogram.types import InlineKeyboardButton

from bot.l10n import LOCALES
from bot.maintenance import Drain
from content import load_profile, load_questionnaire
from services.installation import BackupPlan, Installation
from services.maintenance import Work
from services.reloading import Reloading
from tests.dialogs.checks import faults_of
from tests.dialogs.situations import SITUATIONS
from tests.dialogs.world import ADMIN_ID, TELEGRAM_ID, World
from tests.services.test_reloading import Files

WAIT = {"ru": "Идут технические работы. Ваше", "en": "We are doing some maintenance. Your"}


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """An installation of its own, whose admin holds the phone; a teacher is signed up too."""
    world = World(tmp_path / "bot.db", load_profile("ust-ishim"), load_questionnaire())
    await world.open()
    way, name = [], "an_admin"
    while name:
        _, before, build = SITUATIONS[name]
        way, name = [build, *way], before or ""
    for build in way:
        await build(world)
    yield world
    await world.close()


@pytest.fixture
def files(world: World, tmp_path: Path) -> Files:
    """The content is read from files that a test may change."""
    folder = tmp_path / "own"
    folder.mkdir()
    files = Files(folder)
    services, installation = world.services, Installation(str(files.profile), files.questionnaire)
    world.typed += (str(folder), "ust-ishim", "fgos-2021")
    object.__setattr__(
        services,
        "reloading",
        Reloading(
            services.access,
            installation,
            services.municipality,
            services.questionnaires,
            services.schools,
            (services.catalogue, services.consent),
        ),
    )
    return files


@pytest.fixture
def plan(world: World, tmp_path: Path) -> BackupPlan:
    """Backups are on."""
    url = f"sqlite+aiosqlite:///{world.path}"
    plan = BackupPlan(url, "ust-ishim", "a long walk by the river", tmp_path / "backups", 14)
    world.services.backups.plan = plan
    return plan


@pytest.mark.parametrize("locale", LOCALES)
class TestBackups:
    async def test_are_made_and_listed(self, world: World, plan: BackupPlan, locale: str) -> None:
        world.speak(locale)
        await world.follows("/backup")
        assert not faults_of(world.phone.newest, world, locale)
        reaction = await world.follows("make")
        assert any("/backup" in text for text in reaction.said)
        assert len(list(plan.folder.glob("*.age"))) == 1
        await world.follows("/backup")
        assert not faults_of(world.phone.newest, world, locale)
        assert "10:00 —" in world.phone.newest.text

    async def test_that_fail_are_told(self, world: World, plan: BackupPlan, locale: str) -> None:
        world.speak(locale)
        plan.folder.write_text("in the way")
        reaction = await world.follows("/backup", "make")
        facts = {"problem": "folder"}
        assert world.localizer[locale].plain("refusal-backup-failed", **facts) in reaction.said

    async def test_that_are_off_meanwhile_are_refused(
        self, world: World, plan: BackupPlan, locale: str
    ) -> None:
        world.speak(locale)
        await world.follows("/backup")
        world.services.backups.plan = replace(plan, passphrase="")
        reaction = await world.follows("make")
        assert world.localizer[locale].plain("refusal-backups-off") in reaction.said


@pytest.mark.parametrize("locale", LOCALES)
class TestContent:
    async def test_changes_are_shown_and_taken_over(
        self, world: World, files: Files, locale: str
    ) -> None:
        world.speak(locale)
        world.typed += ("schools",)
        files.add_school()
        files.reword()
        await world.follows("/content", "check")
        assert not faults_of(world.phone.newest, world, locale)
        reaction = await world.follows("take")
        assert (world.localizer[locale].plain("content-taken"), False) in reaction.notes
        assert world.state == "AdminStates:content"
        assert world.services.profile.schools[0].key == "new_school"

    async def test_mistakes_are_shown_with_their_place(
        self, world: World, files: Files, locale: str
    ) -> None:
        world.speak(locale)
        files.change(files.profile, "status: low_results", "status: no_such")
        await world.follows("/content", "check")
        shown = world.phone.newest
        assert "ust-ishim.yaml:" in shown.text
        assert "'no_such' is not in school_statuses" in shown.text
        assert not [button for button in shown.buttons if "take" in (button.callback_data or "")]

    async def test_a_button_of_before_does_not_take_over_what_nobody_saw(
        self, world: World, files: Files, locale: str
    ) -> None:
        world.speak(locale)
        world.typed += ("schools",)
        files.add_school()
        await world.follows("/content", "check")
        files.reword()
        reaction = await world.follows("take")
        assert (world.localizer[locale].plain("refusal-content-changed"), True) in reaction.notes
        assert world.services.profile.schools[0].key != "new_school"

    async def test_a_restart_is_asked_for_where_it_is_needed(
        self, world: World, files: Files, locale: str
    ) -> None:
        world.speak(locale)
        files.change(files.profile, "Asia/Omsk", "Asia/Tokyo")
        world.typed += ("zone",)
        await world.follows("/content", "check")
        assert not faults_of(world.phone.newest, world, locale)
        assert not [b for b in world.phone.newest.buttons if "take" in (b.callback_data or "")]


@pytest.mark.parametrize("locale", LOCALES)
class TestMaintenance:
    async def test_keeps_what_people_send_and_works_on_it_afterwards(
        self, world: World, locale: str
    ) -> None:
        world.speak(locale)
        await world.follows("/maintenance", "begin")
        world.becomes(TELEGRAM_ID)
        told = await world.sends("/profile")
        assert [text.startswith(WAIT[locale]) for text in told.said] == [True]
        assert not (await world.sends("/help")).said, "once a minute is enough"
        world.clock.advance(seconds=61)
        assert (await world.sends("/language")).said
        button = InlineKeyboardButton(text="?", callback_data="nonsense")
        pressed = await world.presses(button, world.phone.newest)
        assert [(text[:20], alert) for text, alert in pressed.notes] == [(WAIT[locale][:20], True)]

        world.becomes(ADMIN_ID)
        await world.follows("/maintenance", "end")
        await Drain(world.bot, world.dispatcher, world.services.maintenance).drain()
        assert (await world.services.maintenance.look()).work is Work.OFF
        shown = "\n".join(screen.text for screen in world.phone.reaction.screens)
        assert world.localizer[locale].plain("language-ask") in shown

    async def test_turns_away_somebody_who_has_not_agreed_to_anything(
        self, world: World, locale: str
    ) -> None:
        await world.follows("/maintenance", "begin")
        world.becomes(700_000_777)
        world.renamed(language_code=locale)
        reaction = await world.sends("/start")
        assert reaction.said == [world.localizer[locale].plain("maintenance-later")]
