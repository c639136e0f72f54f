"""The questionnaire of the self-assessment: what is asked, of whom, and how it is weighed.

A questionnaire in use is stored as its ``dump()``; answers point to the version they were
given against, so a dump restores exactly, without the YAML it came from.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import Field, PrivateAttr, model_validator

from content.model import Key, Keyed, Loc, Model, Option, find, reject
from content.scale import Level, LevelKey, Scale, Scoring, Vector, VectorKey
from content.stored import Stored
from content.text import AdviceText, Filled, ItemText, LongText, Text, TitleText

Position = Literal["teacher", "head", "deputy", "staff"]
POSITIONS: tuple[Position, ...] = get_args(Position)
LEVELS: tuple[LevelKey, ...] = get_args(LevelKey)


class Clause(Model):
    """A place in a municipal document that asks for this."""

    profile: Key
    clause: Filled


class Reference(Model):
    """A published document that the questionnaire leans on."""

    title: Filled
    url: Filled


class Provenance(Model):
    """Where a questionnaire comes from; for its authors, not for the chat."""

    note: Filled
    clauses: tuple[Clause, ...] = ()
    references: tuple[Reference, ...] = ()


class Item(Model):
    """One statement about oneself."""

    key: Key
    text: ItemText


class Recommendation(Model):
    """What to do about a deficit of the block, by one way of learning."""

    vector: VectorKey
    text: AdviceText


class Block(Model):
    """A field of competence: items, advice, and topics to talk over in a consultation."""

    key: Key
    title: TitleText
    competence: Text | None = None
    standard: tuple[Filled, ...] = ()
    items: Annotated[Keyed[Item], Field(min_length=1)]
    recommendations: tuple[Recommendation, ...] = ()
    topics: tuple[TitleText, ...] = ()


class Request(Model):
    """A question after the items: wishes, not scores."""

    key: Key
    text: AdviceText
    type: Literal["single", "multi", "text"]
    options: Keyed[Option] = ()
    max_length: Annotated[int, Field(ge=1, le=3500)] = 1000
    required: bool = False

    @model_validator(mode="after")
    def _options_fit_the_type(self) -> Self:
        wanted = self.type != "text"
        if wanted and len(self.options) < 2:
            reject(self, [(("options",), "needs at least two options to choose from")])
        if not wanted and self.options:
            reject(self, [(("options",), "is of no use when people answer in their own words")])
        return self


class Variant(Model):
    """The blocks for some positions; the variant without ``positions`` serves all others."""

    key: Key
    title: TitleText
    positions: tuple[Position, ...] = ()
    audience: Text | None = None
    clauses: tuple[Clause, ...] = ()
    estimated_minutes: Annotated[int, Field(ge=1)]
    blocks: Annotated[Keyed[Block], Field(min_length=1)]
    own_requests: Keyed[Request] | None = Field(default=None, alias="requests")
    _shared_requests: tuple[Request, ...] = PrivateAttr(default=())

    @property
    def requests(self) -> tuple[Request, ...]:
        """Questions after the items: the variant's own, or those of the questionnaire."""
        return self._shared_requests if self.own_requests is None else self.own_requests

    @cached_property
    def items(self) -> tuple[tuple[Block, Item], ...]:
        """All items with their blocks, in the order in which they are asked."""
        return tuple((block, item) for block in self.blocks for item in block.items)


class Questionnaire(Stored):
    """A whole questionnaire, valid in itself."""

    called: ClassVar[str] = "questionnaire"

    key: Key
    version: Filled
    language: Literal["ru"] = "ru"
    title: TitleText
    short_title: TitleText
    intro: LongText | None = None
    outro: AdviceText | None = None
    source: Provenance | None = None
    scale: Scale
    scoring: Scoring
    levels: tuple[Level, ...]
    insufficient_title: Text
    vectors: Mapping[VectorKey, Vector]
    requests: Keyed[Request] = ()
    variants: Annotated[Keyed[Variant], Field(min_length=1)]

    @model_validator(mode="after")
    def _parts_fit_together(self) -> Self:
        reject(self, _misfits(self))
        for variant in self.variants:
            variant._shared_requests = self.requests
        return self

    def variant(self, key: str) -> Variant:
        """The variant with this key; KeyError when there is none."""
        return find(self.variants, key)

    def variant_for(self, position: str) -> Variant:
        """The variant that a person in this position answers."""
        for variant in self.variants:
            if position in variant.positions:
                return variant
        return next((v for v in self.variants if not v.positions), self.variants[0])


def _misfits(questionnaire: Questionnaire) -> Iterator[tuple[Loc, str]]:
    yield from _scale_misfits(questionnaire)
    yield from _level_misfits(questionnaire)
    yield from _position_misfits(questionnaire)
    seen: set[str] = set()
    for v, variant in enumerate(questionnaire.variants):
        for b, block in enumerate(variant.blocks):
            at: Loc = ("variants", v, "blocks", b)
            yield from _missing_vectors(questionnaire, block, at)
            for place, key in [(at, block.key)] + [
                ((*at, "items", i), item.key) for i, item in enumerate(block.items)
            ]:
                if key in seen:
                    yield (*place, "key"), f"'{key}' is already the key of another block or item"
                seen.add(key)


def _scale_misfits(questionnaire: Questionnaire) -> Iterator[tuple[Loc, str]]:
    values = [point.value for point in questionnaire.scale.points]
    if values != list(range(len(values))):
        yield ("scale", "points"), f"must have the values 0, 1, 2 … in order, has {values}"
    scoring = questionnaire.scoring
    if scoring.norm not in values:
        yield ("scoring", "norm"), f"{scoring.norm} is not a value of the scale"
    for index, example in enumerate(scoring.examples):
        if strange := {answer for answer in example.answers if answer is not None} - set(values):
            at: Loc = ("scoring", "examples", index, "answers")
            yield at, f"{sorted(strange)} are not values of the scale"


def _level_misfits(questionnaire: Questionnaire) -> Iterator[tuple[Loc, str]]:
    levels = questionnaire.levels
    if tuple(level.key for level in levels) != LEVELS:
        yield ("levels",), f"must be exactly {', '.join(LEVELS)}, in this order"
        return
    bounds = [level.deficit_from for level in levels] + [101]
    for index, level in enumerate(levels):
        at: Loc = ("levels", index)
        if index == 0 and level.deficit_from != 0:
            yield (*at, "deficit_from"), "the first level must begin at 0"
        if level.deficit_below != bounds[index + 1]:
            yield (*at, "deficit_below"), f"must be {bounds[index + 1]}: levels leave no gap"
        if level.deficit_below <= level.deficit_from:
            yield (*at, "deficit_below"), "must be greater than deficit_from"
        for vector in level.vectors:
            if vector not in questionnaire.vectors:
                yield (*at, "vectors"), f"'{vector}' is not described under vectors"


def _position_misfits(questionnaire: Questionnaire) -> Iterator[tuple[Loc, str]]:
    rest = [variant.key for variant in questionnaire.variants if not variant.positions]
    if len(rest) > 1:
        yield ("variants",), f"only one variant may lack positions, not {', '.join(rest)}"
    taken: dict[str, str] = {}
    for index, variant in enumerate(questionnaire.variants):
        for position in variant.positions:
            if position in taken:
                at: Loc = ("variants", index, "positions")
                yield at, f"'{position}' is already served by the variant '{taken[position]}'"
            taken[position] = variant.key
    if not rest and (left := [p for p in POSITIONS if p not in taken]):
        yield ("variants",), f"no variant serves the positions {', '.join(left)}"


def _missing_vectors(
    questionnaire: Questionnaire, block: Block, at: Loc
) -> Iterator[tuple[Loc, str]]:
    for index, advice in enumerate(block.recommendations):
        if advice.vector not in questionnaire.vectors:
            place: Loc = (*at, "recommendations", index, "vector")
            yield place, f"'{advice.vector}' is not described under vectors"
