"""When the bot keeps quiet."""

import re
from datetime import time
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from content.model import DEFAULT_SOURCE, Model, Sourced
from content.text import Filled

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def _a_time(value: str) -> str:
    if not _TIME.fullmatch(value):
        raise PydanticCustomError(
            "time", "'{value}' is not a time of day (e.g. 21:00)", {"value": value}
        )
    return value


TimeOfDay = Annotated[str, AfterValidator(_a_time)]


class QuietHours(Model):
    """From when to when, by the municipality's clock; usually over midnight."""

    first: TimeOfDay = Field("21:00", alias="from")
    last: TimeOfDay = Field("07:00", alias="to")
    source: Filled = DEFAULT_SOURCE

    @model_validator(mode="after")
    def _differ(self) -> Self:
        if self.first == self.last:
            raise PydanticCustomError("quiet", "from and to are the same moment")
        return self

    @property
    def begins(self) -> time:
        """When it becomes quiet."""
        return time.fromisoformat(self.first)

    @property
    def ends(self) -> time:
        """When it is over."""
        return time.fromisoformat(self.last)


class Delivery(Model):
    """Broadcasts and reminders wait until it is no longer quiet; with `working_days`, broadcasts
    also wait for a working day."""

    quiet: QuietHours = QuietHours()
    working_days: Sourced[bool] = Sourced[bool](value=True)
