"""What an answer may be: bounds, parts of wholes, jumps against the last period."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from content import IndicatorSet
from content.profile.measures import Variable
from services.errors import Refusal
from services.monitoring.answers.given import NOTE_LIMIT, TEXT_LIMIT, Answer, Given
from services.monitoring.answers.typed import NUMBER_LIMIT

_SMALL = 2  # a difference of less is no jump, whatever it is in percent


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer cannot be; `other` is the variable it does not go together with."""

    reason: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    other: str | None = None

    def refusal(
        self, chosen: IndicatorSet, locale: str, changeable: Collection[str] | None = None
    ) -> Refusal:
        """The problem as a refusal, with the other variable's title.

        `changeable`: what may be changed now; an `other` beyond it is for the methodist to return.
        """
        facts = dict(self.facts)
        if self.other is not None:
            facts["other"] = chosen.variable(self.other).title.get(locale)
            if changeable is not None and self.other not in changeable:
                return Refusal("data-other-locked", **facts)
        return Refusal(self.reason, **facts)


@dataclass(frozen=True, slots=True)
class Warning:
    """An answer differs much from the last period's: it is asked about, not refused."""

    before: float
    percent: int


def check_given(
    chosen: IndicatorSet,
    variable: Variable,
    given: Given,
    others: Mapping[str, Answer],
    last: Answer | None,
) -> Problem | Warning | None:
    """What is wrong with an answer, or to be asked about it.

    `others`: the answers to the other variables so far; `last`: this variable's answer of the
    last period.
    """
    found = _alone(variable, given) or _together(chosen, variable, given, others)
    return found or _jump(chosen, variable, given, last)


def _alone(variable: Variable, given: Given) -> Problem | None:
    """What is wrong with an answer by itself, also one that nobody could have typed."""
    if len(given.note) > NOTE_LIMIT:
        return Problem("text-too-long", {"limit": NOTE_LIMIT, "length": len(given.note)})
    if given.no_data:
        return _no_data(given)
    if variable.input == "text":
        length = len(given.text or "")
        fits = given.number is None and 0 < length <= TEXT_LIMIT
        return None if fits else Problem("text-too-long", {"limit": TEXT_LIMIT, "length": length})
    number = given.number
    if number is None or given.text is not None:
        return Problem("choice-gone")
    if variable.input == "yes_no":
        return None if number in (0, 1) else Problem("choice-gone")
    if variable.input == "share":
        return None if 0 <= number <= 100 else Problem("data-share-range")
    if number != int(number):
        return Problem("data-whole", {"text": str(number)})
    if number < 0:
        return Problem("data-negative")
    return Problem("data-too-large", {"limit": NUMBER_LIMIT}) if number > NUMBER_LIMIT else None


def _no_data(given: Given) -> Problem | None:
    if given.number is not None or given.text is not None:
        return Problem("choice-gone")
    return None if given.note else Problem("data-no-reason")


def _together(
    chosen: IndicatorSet,
    variable: Variable,
    given: Given,
    others: Mapping[str, Answer],
) -> Problem | None:
    """A part is at most its whole, whichever of the two is given second."""
    number = given.number
    if number is None:
        return None
    whole = others.get(variable.at_most) if variable.at_most else None
    if variable.at_most and whole and whole.number is not None and number > whole.number:
        facts = {"value": whole.number, "given": number}
        return Problem("data-more-than-whole", facts, variable.at_most)
    for part in chosen.variables:
        value = others.get(part.key) if part.at_most == variable.key else None
        if value is not None and value.number is not None and value.number > number:
            return Problem(
                "data-less-than-part", {"value": value.number, "given": number}, part.key
            )
    return None


def _jump(
    chosen: IndicatorSet, variable: Variable, given: Given, last: Answer | None
) -> Warning | None:
    if variable.input not in ("number", "share") or given.number is None:
        return None
    if last is None or last.number is None:
        return None
    difference = abs(given.number - last.number)
    if difference < _SMALL or difference * 100 <= chosen.jump_percent * last.number:
        return None
    return Warning(last.number, chosen.jump_percent)
