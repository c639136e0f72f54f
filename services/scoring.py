"""Turns the answers of one self-assessment into deficits, levels, gaps and strengths.

Pure rules, no storage and no texts. Every share is in percent from 0 (the norm is met
everywhere) to 100 (nothing of the norm). Shares are exact fractions until a threshold has
been applied, so 20 % is 20 % and not 19.999…; only the results are floats.

An answer is a point of the questionnaire's scale (0 "not mastered" and up). The norm is the
point at which nothing is missing; a higher answer never makes up for a weak one, the top
answer only counts as strength. An item that is skipped, or not yet answered, leaves the block.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Protocol

NONE = "none"
INSUFFICIENT = "insufficient"

Number = int | float | Decimal | Fraction


class LevelContent(Protocol):
    """A level as the questionnaire states it: a half-open interval of the deficit, in percent."""

    @property
    def key(self) -> str: ...
    @property
    def deficit_from(self) -> Number: ...
    @property
    def deficit_below(self) -> Number: ...


class ScoringContent(Protocol):
    """The scoring part of a questionnaire; the strength threshold is in percent."""

    @property
    def norm(self) -> int: ...
    @property
    def min_answered_share(self) -> Number: ...
    @property
    def strength_threshold(self) -> Number: ...


class PointContent(Protocol):
    """A point of the scale."""

    @property
    def value(self) -> int: ...


class ScaleContent(Protocol):
    """The points that an answer may have."""

    @property
    def points(self) -> Sequence[PointContent]: ...


class QuestionnaireContent(Protocol):
    """What scoring needs of a questionnaire."""

    @property
    def scale(self) -> ScaleContent: ...
    @property
    def scoring(self) -> ScoringContent: ...
    @property
    def levels(self) -> Sequence[LevelContent]: ...


class HasDeficit(Protocol):
    """A block result of any origin: scored now, or read back from storage."""

    @property
    def block(self) -> str: ...
    @property
    def deficit(self) -> float | None: ...


@dataclass(frozen=True, slots=True)
class LevelRule:
    """A deficit of at least `start` and less than `below` percent has the level `key`."""

    key: str
    start: Fraction
    below: Fraction


@dataclass(frozen=True, slots=True)
class Rules:
    """What a questionnaire version says about scoring.

    `norm` is the answer from which nothing is missing (at least 1), `top` the highest answer
    ("can teach others"). `min_answered_share` (0..1) is the part of a block's items that must
    be answered before it gets a level. `strength_threshold` (percent) is the share of top
    answers that makes a strength.
    """

    norm: int
    top: int
    min_answered_share: Fraction
    strength_threshold: Fraction
    levels: tuple[LevelRule, ...]

    def __post_init__(self) -> None:
        if self.norm < 1:
            raise ValueError(f"the norm must be at least 1, not {self.norm}")

    def level_of(self, deficit: Fraction) -> str:
        """Key of the level whose interval holds this deficit (percent, unrounded)."""
        for level in self.levels:
            if level.start <= deficit < level.below:
                return level.key
        raise ValueError(f"no level covers a deficit of {float(deficit)} %")


@dataclass(frozen=True, slots=True)
class BlockScore:
    """The result of one block.

    `deficit` and `strength_share` are unrounded percents (0..100), or None when too few items
    were answered (`level` is then "insufficient"). `gaps` are the items answered 0, in the
    order of the block; they are listed at every level, "insufficient" included.
    `is_strength`: the person can help others here.
    """

    block: str
    answered: int
    total: int
    deficit: float | None
    level: str
    gaps: tuple[str, ...]
    strength_share: float | None
    is_strength: bool


@dataclass(frozen=True, slots=True)
class Score:
    """All blocks in the order given; `overall` is the mean deficit (percent) of those with one."""

    overall: float | None
    blocks: tuple[BlockScore, ...]


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A block then and now, in percent; `delta` in percentage points, below zero is better.

    None where a side has no deficit: a new block, or too few answers.
    """

    block: str
    before: float | None
    now: float | None
    delta: float | None


def rules_of(questionnaire: QuestionnaireContent) -> Rules:
    """The scoring rules of a questionnaire, its decimals read as they are written."""
    scoring = questionnaire.scoring
    return Rules(
        norm=scoring.norm,
        top=max(point.value for point in questionnaire.scale.points),
        min_answered_share=_exact(scoring.min_answered_share),
        strength_threshold=_exact(scoring.strength_threshold),
        levels=tuple(
            LevelRule(level.key, _exact(level.deficit_from), _exact(level.deficit_below))
            for level in questionnaire.levels
        ),
    )


def score_block(
    block: str, items: Sequence[str], answers: Mapping[str, int | None], rules: Rules
) -> BlockScore:
    """Score one block from its item keys and the answers by item key.

    An item that is missing from `answers`, or None there, is not counted. Answers to other
    items are ignored.
    """
    return _result(block, items, answers, rules)[0]


def score(
    blocks: Iterable[tuple[str, Sequence[str]]], answers: Mapping[str, int | None], rules: Rules
) -> Score:
    """Score every `(block key, item keys)`; blocks with too few answers leave the mean."""
    results = [_result(block, items, answers, rules) for block, items in blocks]
    deficits = [deficit for _, deficit in results if deficit is not None]
    overall = float(sum(deficits, Fraction(0)) / len(deficits)) if deficits else None
    return Score(overall, tuple(block for block, _ in results))


def shown(percent: float) -> int:
    """The whole percent that people see; half rounds up.

    To show a change, subtract two shown figures: a difference that does not match the two
    numbers beside it looks like a mistake.
    """
    return floor(Fraction(percent) + Fraction(1, 2))


def worst_first(blocks: Iterable[BlockScore]) -> tuple[BlockScore, ...]:
    """By deficit from high to low, equal ones in their order, those without a deficit last."""
    return tuple(sorted(blocks, key=lambda block: (block.deficit is None, -(block.deficit or 0))))


def changes(before: Iterable[HasDeficit], now: Iterable[HasDeficit]) -> tuple[BlockChange, ...]:
    """Compare two results block by block, in the order of `now`.

    A block of `before` that is no longer asked is left out.
    """
    earlier = {block.block: block.deficit for block in before}
    return tuple(_change(block, earlier.get(block.block)) for block in now)


def _change(block: HasDeficit, before: float | None) -> BlockChange:
    now = block.deficit
    delta = None if before is None or now is None else now - before
    return BlockChange(block.block, before, now, delta)


def _result(
    block: str, items: Sequence[str], answers: Mapping[str, int | None], rules: Rules
) -> tuple[BlockScore, Fraction | None]:
    """The block's score and its exact deficit, which the mean of several blocks needs."""
    given = [(item, answer) for item in items if (answer := answers.get(item)) is not None]
    gaps = tuple(item for item, answer in given if answer == 0)
    answered, total = len(given), len(items)
    if not answered or Fraction(answered, total) < rules.min_answered_share:
        return BlockScore(block, answered, total, None, INSUFFICIENT, gaps, None, False), None
    missing = sum(max(0, rules.norm - answer) for _, answer in given)
    deficit = Fraction(100 * missing, rules.norm * answered)
    strength = Fraction(100 * sum(answer == rules.top for _, answer in given), answered)
    level = rules.level_of(deficit)
    is_strength = level == NONE and not gaps and strength >= rules.strength_threshold
    result = BlockScore(
        block, answered, total, float(deficit), level, gaps, float(strength), is_strength
    )
    return result, deficit


def _exact(value: Number) -> Fraction:
    """0.66 as 66/100: the number as somebody wrote it, not its nearest binary float."""
    return Fraction(str(value))
