"""A set of indicators as it was when a campaign opened: what is asked, how it is reckoned.

Answers point to the set they were given for, so a stored set restores exactly, without the
profile it came from.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, ClassVar, Self

from pydantic import Field

from content.model import Keyed, find
from content.profile import Ground, Indicator, Profile, Qualitative, Variable
from content.stored import Stored
from content.text import Filled


class IndicatorSet(Stored):
    """Variables, indicators made of them, and the rules of their collection.

    ``young`` and ``zone`` tell the bot whom it counts as young and when a local day begins.
    """

    called: ClassVar[str] = "indicator set"

    variables: Keyed[Variable]
    indicators: Keyed[Indicator]
    qualitative: Keyed[Qualitative] = ()
    minimum_answers: Annotated[int, Field(ge=1)]
    jump_percent: Annotated[int, Field(ge=1)]
    young: Keyed[Ground] = ()
    zone: Filled

    @classmethod
    def of(cls, profile: Profile) -> Self:
        """The set that a campaign opened now would have."""
        return cls(
            variables=profile.variables,
            indicators=profile.indicators,
            qualitative=profile.qualitative_indicators,
            minimum_answers=profile.monitoring.minimum_answers.value,
            jump_percent=profile.monitoring.jump_percent.value,
            young=profile.young,
            zone=profile.timezone,
        )

    def asked(self, municipality: bool) -> tuple[Variable, ...]:
        """What a school is asked, or the service itself, which also writes the words."""
        return self._of_municipality if municipality else self._of_schools

    def variable(self, key: str) -> Variable:
        """The variable with this key, asked in words or in numbers; KeyError for none."""
        return find((*self._of_schools, *self._of_municipality), key)

    def indicator(self, key: str) -> Indicator:
        """The indicator with this key; KeyError when there is none."""
        return find(self.indicators, key)

    def of_school(self) -> tuple[Indicator, ...]:
        """Indicators that one school's numbers give: all their parts are asked of schools."""
        schools = {variable.key for variable in self._of_schools}
        return tuple(one for one in self.indicators if set(one.parts) <= schools)

    @cached_property
    def _of_schools(self) -> tuple[Variable, ...]:
        return tuple(one for one in self.variables if one.level == "school")

    @cached_property
    def _of_municipality(self) -> tuple[Variable, ...]:
        own = (one for one in self.variables if one.level == "municipality")
        return (*own, *_in_words(self.qualitative))


def _in_words(qualitative: Iterable[Qualitative]) -> Iterable[Variable]:
    for one in qualitative:
        yield Variable(
            key=one.key,
            title=one.title,
            level="municipality",
            auto=False,
            input="text",
            hint=one.hint,
            source=one.source,
        )
