"""What is measured: variables that schools report, indicators made of them, the calendar."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from content.model import Key, Keyed, Model, Sourced, Titled, reject
from content.text import Filled, Text


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


class Variable(Titled):
    """A number for an indicator; ``auto`` ones the bot counts from ``auto_from``."""

    level: Literal["school", "municipality"]
    auto: bool
    auto_from: Text | None = None
    input: Literal["number", "yes_no"] = "number"

    @model_validator(mode="after")
    def _says_what_it_is_counted_from(self) -> Self:
        if self.auto != (self.auto_from is not None):
            reject(self, [(("auto_from",), "belongs to auto: true, and only there")])
        return self


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
        if (self.unit == "percent") != (self.denominator is not None):
            reject(self, [(("denominator",), "belongs to the unit percent, and only there")])
        return self


class Campaign(Titled):
    """A yearly collection; it may run over New Year. ``consolidated`` closes the year."""

    opens: MonthDay
    closes: MonthDay
    consolidated: bool = False


class Monitoring(Model):
    """When data are collected, on what, and where the results are discussed."""

    campaigns: Annotated[Keyed[Campaign], Field(min_length=1)]
    subjects: Keyed[Titled] = ()
    data_sources: Keyed[Titled] = ()
    review: Keyed[Titled] = ()
    required_by: Sourced[Text] | None = None
    plan_period: Sourced[Text] | None = None
