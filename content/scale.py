"""How answers are given and weighed: scale, scoring rule, levels, vectors."""

from typing import Annotated, Literal

from pydantic import Field

from content.model import Model
from content.text import AdviceText, ButtonText, ItemText, Text

LevelKey = Literal["none", "partial", "pronounced"]
OutcomeKey = Literal["none", "partial", "pronounced", "insufficient"]
VectorKey = Literal["formal", "nonformal", "informal"]
Percent = Annotated[int, Field(ge=0, le=100)]


class Point(Model):
    """One step of the scale: what it says in words, on its button, and what it means."""

    value: Annotated[int, Field(ge=0)]
    label: Text
    button: ButtonText
    hint: ItemText


class Skip(Model):
    """The way to say that an item is not about me; skipped items do not count."""

    allowed: bool = True
    button: ButtonText


class Scale(Model):
    """The answers to every item, from 0 upwards."""

    points: Annotated[tuple[Point, ...], Field(min_length=2, max_length=7)]
    skip: Skip


class Example(Model):
    """A worked example of one block: what the scoring must give for these answers."""

    answers: tuple[int | None, ...]
    deficit: Percent | None = None
    level: OutcomeKey
    gaps: int
    strength: Percent | None = None
    is_strength: bool


class Scoring(Model):
    """The numbers of the scoring rule.

    Deficit of an item: ``max(0, norm - answer) / norm``; of a block: the mean over the
    answered items in percent. A block answered less than ``min_answered_share`` gets no level.
    Strength of a block: share of highest answers in percent; the block is a strength from
    ``strength_threshold`` on, if its level is ``none`` and it has no gap (answer 0).
    """

    norm: Annotated[int, Field(ge=1)]
    min_answered_share: Annotated[float, Field(gt=0, le=1)]
    strength_threshold: Annotated[int, Field(ge=1, le=100)]
    retake_after_days: Annotated[int, Field(ge=1)]
    gap_title: Text
    strength_title: Text
    examples: tuple[Example, ...] = ()


class Level(Model):
    """A band of the deficit index, ``deficit_from <= deficit < deficit_below``, with advice."""

    key: LevelKey
    title: ButtonText
    deficit_from: Annotated[int, Field(ge=0)]
    deficit_below: Annotated[int, Field(le=101)]
    advice: AdviceText
    vectors: tuple[VectorKey, ...]
    needs_plan: bool
    needs_consultation: bool


class Vector(Model):
    """One of the three ways to learn."""

    title: Text
    hint: Text
    source: str | None = None
