"""Content at the edge of what its models allow: 300 schools, and a questionnaire full of words;
and the people who live with it."""

from __future__ import annotations

import json
from itertools import cycle
from typing import Any

from content import Profile, Questionnaire, load_profile, load_questionnaire
from tests.dialogs.situations import CROWDED, agree, answer, finish, situation
from tests.dialogs.world import World

SCHOOLS = 300
LONG_NAME = (
    "Константинопольский-Новосеребренниковский Христофор-Александр "
    "Максимилианович-Бонифацианович Ибнсина"
)


def crowded_profile() -> Profile:
    """A municipality with 300 schools, none of which has an English name."""
    data = json.loads(load_profile("ust-ishim").model_dump_json(by_alias=True))
    data["schools"] = [
        {"key": f"school_{n}", "name": words(150, f"№ {n}"), "short_name": words(120, f"№ {n}")}
        for n in range(SCHOOLS)
    ]
    return Profile.model_validate_json(json.dumps(data))


def wordy_questionnaire() -> Questionnaire:
    """Every text as long as its model allows; unlimited ones as long as a patient author writes."""
    data = json.loads(load_questionnaire().dump())
    data["key"], data["version"] = "wordy", "1"
    scale = data["scale"]
    scale["points"] = [
        {
            "value": value,
            "label": text(60),
            "button": text(32, f"{value} · "),
            "hint": text(150),
        }
        for value in range(7)
    ]
    scale["skip"]["button"] = text(32)
    data["scoring"]["norm"] = 4
    data["scoring"]["examples"] = []
    for request in data["requests"]:
        _lengthen_request(request)
    for variant in data["variants"]:
        variant["title"] = text(100)
        for number, block in enumerate(variant["blocks"]):
            _lengthen_block(block, f"{variant['key']}_{number}")
    return Questionnaire.restore(json.dumps(data))


def _lengthen_request(request: dict[str, Any]) -> None:
    request["key"] = request["key"].ljust(24, "x")
    request["text"] = text(300)
    if request["type"] == "text":
        request["max_length"] = 3500
        return
    request["options"] = [
        {"key": f"option_{n}_".ljust(24, "x"), "text": text(60, f"{n} ")} for n in range(12)
    ]


def _lengthen_block(block: dict[str, Any], name: str) -> None:
    block["key"] = f"{name}_".ljust(24, "b")
    block["title"] = text(100)
    block["items"] = [
        {"key": f"{name}_{n}_".ljust(24, "i"), "text": text(200, f"{n} ")} for n in range(12)
    ]
    block["topics"] = [text(100) for _ in range(6)]
    for advice in block["recommendations"]:
        advice["text"] = text(300)


def text(length: int, start: str = "") -> dict[str, str]:
    """A text of this length in both languages."""
    return {
        "ru": words(length, start),
        "en": words(length, start, "reading writing & <b>arithmetic"),
    }


def words(length: int, start: str = "", source: str = "Сложноподчинённое предложение <b>&") -> str:
    """A text of exactly this length that begins with `start`."""
    letters = cycle(source.strip() + " ")
    filled = start + "".join(next(letters) for _ in range(length - len(start)))
    return filled[:-1] + "x" if filled.endswith(" ") else filled


@situation(place=CROWDED)
async def a_newcomer_with_the_longest_name(world: World) -> None:
    world.renamed(first_name=LONG_NAME[:64], last_name="Ф" * 35)
    await agree(world)


@situation(after="a_newcomer_with_the_longest_name")
async def named_at_length(world: World) -> None:
    world.typed += (LONG_NAME,)
    await world.services.people.save_name(await world.my_id(), LONG_NAME)


@situation(after="named_at_length")
async def registered_at_length(world: World) -> None:
    me, people = await world.my_id(), world.services.people
    school = "Школа " + "имени Героя " * 9
    world.typed += (school.strip(),)
    await people.propose_school(me, school)
    await people.choose_position(me, "teacher")
    for subject in world.services.catalogue.subjects:
        await people.mark_subject(me, subject.key, True)
    await people.confirm_subjects(me)
    await people.save_experience(me, "70")
    await people.save_post_years(me, "70")
    await people.choose_category(me, "attested")
    await people.complete(me)


@situation(after="registered_at_length")
async def in_the_middle_at_length(world: World) -> None:
    await answer(world, 2, 1, None, 0, 6, count=20)


@situation(after="registered_at_length")
async def asked_for_wishes_at_length(world: World) -> None:
    await answer(world, 2, 1, None, 0, 6)


@situation(after="registered_at_length")
async def who_skipped_everything_at_length(world: World) -> None:
    await answer(world, None)


@situation(after="registered_at_length")
async def with_gaps_everywhere_at_length(world: World) -> None:
    await finish(world, 0)


@situation(after="with_gaps_everywhere_at_length")
async def with_two_results_at_length(world: World) -> None:
    world.clock.advance(days=200)
    await finish(world, 6)
