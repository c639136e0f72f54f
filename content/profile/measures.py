"""What is measured: variables that schools report, indicators made of them, the calendar."""

from collections.abc import Iterator
from datetime import date
from math import inf
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from content.model import Key, Keyed, Model, Sourced, Titled, reject
from content.text import AdviceText, Filled, Text


def _day_of_any_year(value: str) -> str:
    try:
        # Not a leap year: the 29th of February would be missing three years out of four.
        parsed = date.fromisoformat(f"2001-{value}")
    except ValueError:
        parsed = None
    if parsed is None or len(value) != len("MM-DD"):
        raise PydanticCustomError(
            "month_day", "'{value}' must be a day of every year as MM-DD", {"value": value}
        )
    return value


MonthDay = Annotated[str, AfterValidator(_day_of_any_year)]


Fact = Literal["schools", "young", "young_at_events", "event_people", "trained", "council_members"]
"""What the bot can count by itself, of one school or of the municipality."""


class Variable(Titled):
    """What a school, or the service itself, is asked for.

    ``auto`` ones are counted from ``auto_from``: by the bot where it names a ``fact``, until then
    by people. What the bot counted is a suggestion that people confirm or correct.
    ``at_most``: the variable of which this one is a part. ``evidence``: a file may be attached.
    """

    level: Literal["school", "municipality"]
    auto: bool
    auto_from: Text | None = None
    fact: Fact | None = None
    input: Literal["number", "share", "yes_no", "text"] = "number"
    hint: AdviceText | None = None
    at_most: Key | None = None
    evidence: bool = False

    @model_validator(mode="after")
    def _says_what_it_is_counted_from(self) -> Self:
        if self.auto != (self.auto_from is not None):
            reject(self, [(("auto_from",), "belongs to auto: true, and only there")])
        reject(self, [(("fact",), reason) for reason in self._fact_misfits()])
        return self

    def _fact_misfits(self) -> Iterator[str]:
        if self.fact is None:
            return
        if not self.auto:
            yield "belongs to auto: true, and only there"
        if self.input != "number":
            yield "the bot counts whole numbers, so input must be number"
        if self.fact == "schools" and self.level != "municipality":
            yield "schools are counted in the municipality only"


class Threshold(Model):
    """The value that the document demands."""

    op: Literal[">=", "<="]
    value: float


class Indicator(Titled):
    """A share in percent (numerator and denominator) or a count (numerator only)."""

    unit: Literal["percent", "people", "items"]
    numerator: Key
    denominator: Key | None = None
    threshold: Threshold | None = None
    direction: Literal["up", "down"]
    unit_source: Filled | None = None

    @model_validator(mode="after")
    def _percent_is_a_share(self) -> Self:
        share = self.unit == "percent"
        if share != (self.denominator is not None):
            reject(self, [(("denominator",), "belongs to the unit percent, and only there")])
        if self.threshold is not None and not 0 <= self.threshold.value <= (100 if share else inf):
            wanted = "from 0 to 100 percent" if share else "0 or more"
            reject(self, [(("threshold", "value"), f"must be {wanted}")])
        return self

    @property
    def parts(self) -> tuple[str, ...]:
        """Keys of the variables it is made of."""
        return tuple(key for key in (self.numerator, self.denominator) if key is not None)


class Qualitative(Titled):
    """What is described in words, once for the whole municipality."""

    hint: AdviceText | None = None


class Campaign(Titled):
    """A yearly collection; it may run over New Year. ``consolidated`` closes the year.

    The data are about the time from ``covers_from`` to ``covers_to``, both included: the last one
    that had begun when it opens.
    """

    opens: MonthDay
    closes: MonthDay
    consolidated: bool = False
    covers_from: MonthDay = "01-01"
    covers_to: MonthDay = "12-31"

    @model_validator(mode="after")
    def _leaves_time_to_answer(self) -> Self:
        if self.opens == self.closes:
            reject(self, [(("closes",), "is the day on which it opens")])
        return self


class Monitoring(Model):
    """When data are collected, on what, and where the results are discussed.

    ``minimum_answers``: so many schools must have answered before sums are shown. ``jump_percent``:
    a number that differs by more from the last period's is asked about. ``tell_heads``: whether
    the head of a school that owes an answer is told after the last reminder.
    """

    minimum_answers: Sourced[Annotated[int, Field(ge=1)]] = Sourced[int](value=5)
    jump_percent: Sourced[Annotated[int, Field(ge=1)]] = Sourced[int](value=30)
    tell_heads: Sourced[bool] = Sourced[bool](value=False)
    campaigns: Annotated[Keyed[Campaign], Field(min_length=1)]
    subjects: Keyed[Titled] = ()
    data_sources: Keyed[Titled] = ()
    review: Keyed[Titled] = ()
    required_by: Sourced[Text] | None = None
    plan_period: Sourced[Text] | None = None
