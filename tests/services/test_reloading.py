"""Changed files are taken over while the bot runs, checked, and never half."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from content.loader import PROFILES, QUESTIONNAIRES
from services.installation import Installation
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.colleagues import ADMIN, Colleagues, gather, noted
from tests.services.stories import Taking, refused
from tests.wiring import Services, build_services

SCHOOL = (
    '  - {key: new_school, name: "МБОУ «Новая СОШ»", short_name: "Новая СОШ", source: "п. 2"}\n'
)


class Files:
    """A municipality's own copies of the shipped files."""

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "ust-ishim.yaml"
        self.questionnaire = folder / "fgos-2021.yaml"
        for source, target in ((PROFILES, self.profile), (QUESTIONNAIRES, self.questionnaire)):
            for name in (target.name, f"{target.stem}.en.yaml"):
                shutil.copy(source / name, folder / name)

    @staticmethod
    def change(file: Path, old: str, new: str) -> None:
        """An author edits a file."""
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    def add_school(self) -> None:
        self.change(self.profile, "schools:\n", f"schools:\n{SCHOOL}")

    def reword(self) -> None:
        self.change(self.questionnaire, "профессиональных затруднений", "трудностей")


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


@pytest.fixture
async def town(uow: UnitOfWork, clock: FixedClock, files: Files) -> Colleagues:
    installation = Installation(str(files.profile), files.questionnaire)
    services = await build_services(uow, clock, admin_ids=[ADMIN], installation=installation)
    return await gather(services)


async def takes_over(town: Colleagues) -> None:
    """The admin looks, and confirms what was seen."""
    outlook = await town.services.reloading.look(town.admin)
    await town.services.reloading.take_over(town.admin, outlook.fingerprint)


async def school_names(services: Services) -> set[str]:
    pages = (await services.schools.page(0)).pages
    return {
        school.name
        for number in range(pages)
        for school in (await services.schools.page(number)).schools
    }


async def test_files_as_they_are_bring_nothing(town: Colleagues) -> None:
    outlook = await town.services.reloading.look(town.admin)
    assert (outlook.problems, outlook.changes, outlook.later) == ((), False, False)
    await takes_over(town)
    assert await noted(town.services, "content-reloaded") == []


async def test_a_new_school_can_be_chosen_at_once(town: Colleagues, files: Files) -> None:
    files.add_school()
    outlook = await town.services.reloading.look(town.admin)
    assert (outlook.schools_added, outlook.sections) == (1, ("schools",))
    assert "Новая СОШ" not in await school_names(town.services), "looking changes nothing"
    await takes_over(town)
    assert "Новая СОШ" in await school_names(town.services)
    assert town.services.profile.schools[0].key == "new_school"
    await takes_over(town)
    assert await noted(town.services, "content-reloaded") == [(town.admin, None)]


@pytest.mark.parametrize(
    ("old", "new", "section", "measures"),
    [
        ("value: 100", "value: 90", "indicators", True),
        ("Есть член методического актива", "Есть член актива", "variables", True),
        ("minimum_answers: {value: 5", "minimum_answers: {value: 3", "monitoring", True),
        ('opens: "05-10"', 'opens: "05-12"', "monitoring", False),
    ],
)
async def test_tells_when_campaigns_will_ask_or_reckon_otherwise(
    town: Colleagues, files: Files, old: str, new: str, section: str, measures: bool
) -> None:
    files.change(files.profile, old, new)
    outlook = await town.services.reloading.look(town.admin)
    assert (outlook.sections, outlook.measures) == ((section,), measures)


async def test_open_assessments_finish_on_the_questionnaire_they_began(
    town: Colleagues, files: Files
) -> None:
    taking = await Taking.begin(town.services, town.teacher)
    files.reword()
    outlook = await town.services.reloading.look(town.admin)
    assert (outlook.version, outlook.same_version) == ("1.0", True)
    old, _ = town.services.questionnaires.live
    await takes_over(town)
    new, text = town.services.questionnaires.live
    assert new != old
    assert "трудностей" in text.title.ru
    await taking.answer(0, 2)
    async with town.services.access.uow.reading() as store:
        attempt = await store.assessments.open_of(town.teacher)
    assert attempt is not None
    assert attempt.version_id == old


async def test_broken_files_are_told_with_place_and_reason_and_change_nothing(
    town: Colleagues, files: Files
) -> None:
    files.change(files.profile, "status: low_results", "status: no_such")
    files.change(files.questionnaire, "deficit_below: 20", "deficit_below: 25")
    live = town.services.profile
    outlook = await town.services.reloading.look(town.admin)
    told = [str(problem) for problem in outlook.problems]
    assert any("ust-ishim.yaml" in one and "no_such" in one for one in told)
    assert any("fgos-2021.yaml" in one and "deficit_below" in one for one in told)
    with refused("content-broken"):
        await town.services.reloading.take_over(town.admin, "anything")
    assert town.services.profile is live


@pytest.mark.parametrize(
    ("old", "new"), [("key: ust-ishim", "key: omsk"), ("Asia/Omsk", "Asia/Tokyo")]
)
async def test_another_municipality_or_time_zone_needs_a_restart(
    town: Colleagues, files: Files, old: str, new: str
) -> None:
    files.change(files.profile, old, new)
    outlook = await town.services.reloading.look(town.admin)
    assert outlook.restart
    with refused("content-restart"):
        await town.services.reloading.take_over(town.admin, outlook.fingerprint)


async def test_what_changed_since_the_look_is_not_taken_over(
    town: Colleagues, files: Files
) -> None:
    files.add_school()
    seen = (await town.services.reloading.look(town.admin)).fingerprint
    files.reword()
    with refused("content-changed"):
        await town.services.reloading.take_over(town.admin, seen)
    assert "Новая СОШ" not in await school_names(town.services)


async def test_is_for_admins(town: Colleagues, files: Files) -> None:
    files.add_school()
    reloading = town.services.reloading
    seen = (await reloading.look(town.admin)).fingerprint
    for person in (town.methodist, town.head, town.teacher):
        with refused("role-needed"):
            await reloading.live(person)
        with refused("role-needed"):
            await reloading.look(person)
        with refused("role-needed"):
            await reloading.take_over(person, seen)
    assert "Новая СОШ" not in await school_names(town.services)


async def test_tells_what_is_in_force(town: Colleagues) -> None:
    live = await town.services.reloading.live(town.admin)
    assert (live.profile.key, live.questionnaire.key) == ("ust-ishim", "fgos-2021")
    assert (len(live.profile_digest), len(live.questionnaire_digest)) == (8, 8)
    assert live.published_at == town.services.clock.now()
