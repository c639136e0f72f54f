"""Other editions of the shipped questionnaire, made as an author would make them."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from content import Questionnaire
from tests.wiring import load_questionnaire


def edited(change: Callable[[dict[str, Any]], None]) -> Questionnaire:
    """The shipped questionnaire after a change of its data."""
    data = json.loads(load_questionnaire().dump())
    change(data)
    return Questionnaire.restore(json.dumps(data))


@cache
def short() -> Questionnaire:
    """Only two blocks in each variant, for stories that are not about the way through it."""

    def cut(data: dict[str, Any]) -> None:
        for variant in data["variants"]:
            del variant["blocks"][2:]

    return edited(cut)


@cache
def with_required_requests() -> Questionnaire:
    """Short, and one request question of each type must be answered."""

    def require(data: dict[str, Any]) -> None:
        for variant in data["variants"]:
            del variant["blocks"][1:]
        for request in data["requests"]:
            request["required"] = request["key"] != "req_mentor_offer"

    return edited(require)


@cache
def reworded() -> Questionnaire:
    """A new version: one block less, another scale of levels, another text."""

    def reword(data: dict[str, Any]) -> None:
        data["version"] = "2.0"
        for variant in data["variants"]:
            del variant["blocks"][0]
        data["levels"][0]["deficit_below"] = data["levels"][1]["deficit_from"] = 90
        data["levels"][1]["deficit_below"] = data["levels"][2]["deficit_from"] = 95

    return edited(reword)
