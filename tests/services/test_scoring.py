"""Scoring: what the answers of a self-assessment mean."""

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import load_questionnaire
from services.scoring import (
    BlockChange,
    BlockScore,
    LevelRule,
    Rules,
    changes,
    rules_of,
    score,
    score_block,
    shown,
    worst_first,
)

LEVELS = (
    LevelRule("none", Fraction(0), Fraction(20)),
    LevelRule("partial", Fraction(20), Fraction(40)),
    LevelRule("pronounced", Fraction(40), Fraction(101)),
)
RULES = Rules(2, 3, Fraction("0.66"), Fraction(50), LEVELS)

answer_lists = st.lists(st.none() | st.integers(0, 3), min_size=1, max_size=12)
several_answers = st.lists(st.integers(0, 3), min_size=1, max_size=12)


def block_of(*answers: int | None, rules: Rules = RULES) -> BlockScore:
    items = keys(len(answers))
    return score_block("block", items, dict(zip(items, answers, strict=True)), rules)


def figures(block: BlockScore) -> tuple[float | None, str, float | None, bool]:
    """All that does not depend on the number and order of the items."""
    return block.deficit, block.level, block.strength_share, block.is_strength


def whole(percent: float | None) -> int | None:
    return None if percent is None else shown(percent)


def keys(count: int) -> list[str]:
    return [f"item_{number}" for number in range(count)]


class TestTheShippedQuestionnaire:
    def test_every_worked_example_comes_out_as_written(self) -> None:
        questionnaire = load_questionnaire()
        rules = rules_of(questionnaire)
        assert questionnaire.scoring.examples
        for example in questionnaire.scoring.examples:
            block = block_of(*example.answers, rules=rules)
            deficit, level, strength, is_strength = figures(block)
            seen = (whole(deficit), level, whole(strength), is_strength, len(block.gaps))
            wanted = (example.deficit, example.level, example.strength, example.is_strength)
            assert seen == (*wanted, example.gaps), example

    def test_its_numbers_are_read_as_written(self) -> None:
        assert rules_of(load_questionnaire()) == RULES

    def test_every_variant_can_be_scored_at_every_answer(self) -> None:
        questionnaire = load_questionnaire()
        rules = rules_of(questionnaire)
        for variant in questionnaire.variants:
            blocks = [(block.key, [item.key for item in block.items]) for block in variant.blocks]
            for answer, overall in ((0, 100), (1, 50), (2, 0), (3, 0)):
                answers = {item: answer for _, items in blocks for item in items}
                assert score(blocks, answers, rules).overall == overall


class TestThresholds:
    def test_exactly_20_percent_is_already_partial(self) -> None:
        assert block_of(2, 1, 1, 2, 2).level == "partial"

    def test_exactly_40_percent_is_already_pronounced(self) -> None:
        assert block_of(1, 1, 1, 1, 2).level == "pronounced"

    def test_just_below_a_threshold_is_compared_unrounded(self) -> None:
        almost = block_of(*[1] * 11, *[2] * 17)  # 19.64 %, shown as 20 %
        assert almost.deficit is not None
        assert (shown(almost.deficit), almost.level) == (20, "none")

    @pytest.mark.parametrize(
        ("answers", "enough"),
        [
            ((2, 2, 2, 2, None, None), True),
            ((2, 2, 2, None, None, None), False),
            ((2, 2, None), True),
            ((2, 2, 2, None, None), False),
            ((None,), False),
        ],
    )
    def test_a_block_needs_two_thirds_of_its_answers(
        self, answers: tuple[int | None, ...], enough: bool
    ) -> None:
        assert (block_of(*answers).level != "insufficient") is enough

    def test_the_answered_share_is_compared_exactly(self) -> None:
        answers = [2] * 33 + [None] * 17  # 33 of 50 is 0.66 to the point
        assert block_of(*answers).level == "none"

    def test_half_of_top_answers_is_already_a_strength(self) -> None:
        assert block_of(3, 3, 3, 2, 2, 2).is_strength
        assert not block_of(3, 3, 2, 2, 2).is_strength

    def test_a_deficit_that_no_level_covers_is_an_error_of_the_rules(self) -> None:
        with pytest.raises(ValueError, match="no level covers"):
            block_of(0, 0, rules=Rules(2, 3, Fraction(0), Fraction(50), LEVELS[:2]))

    def test_a_norm_of_nothing_is_refused(self) -> None:
        with pytest.raises(ValueError, match="norm"):
            Rules(0, 3, Fraction(0), Fraction(50), LEVELS)


class TestABlockWithTooFewAnswers:
    def test_has_no_deficit_and_no_strength_but_still_lists_its_gaps(self) -> None:
        block = block_of(0, 3, 3, None, None, None)
        assert figures(block) == (None, "insufficient", None, False)
        assert (block.gaps, block.answered, block.total) == (("item_0",), 3, 6)

    def test_stays_out_of_the_overall_figure(self) -> None:
        blocks = [("full", ["a", "b"]), ("other", ["c"]), ("empty", ["d", "e"]), ("bare", [])]
        result = score(blocks, {"a": 1, "b": 1, "c": 2, "d": 0, "e": None}, RULES)
        levels = [block.level for block in result.blocks]
        assert levels == ["pronounced", "none", "insufficient", "insufficient"]
        assert result.overall == 25.0

    def test_leaves_no_overall_figure_when_all_blocks_are_like_it(self) -> None:
        assert score([("empty", ["a"])], {}, RULES).overall is None


class TestGaps:
    def test_are_the_items_answered_0_in_the_order_of_the_block(self) -> None:
        assert block_of(0, 2, 0, 3, 2, 0).gaps == ("item_0", "item_2", "item_5")

    def test_exclude_a_block_from_the_strengths(self) -> None:
        block = block_of(3, 3, 3, 3, 3, 0)
        assert (block.level, block.is_strength) == ("none", False)

    def test_answers_to_other_blocks_are_not_mixed_in(self) -> None:
        assert score_block("b", ["mine"], {"mine": 2, "foreign": 0}, RULES).gaps == ()


class TestWhatPeopleSee:
    @pytest.mark.parametrize(
        ("percent", "seen"), [(0, 0), (12.5, 13), (12.49, 12), (99.5, 100), (1.5, 2), (2.5, 3)]
    )
    def test_a_half_is_rounded_up(self, percent: float, seen: int) -> None:
        assert shown(percent) == seen

    def test_a_float_just_below_a_half_is_not_rounded_up(self) -> None:
        assert shown(0.49999999999999994) == 0

    def test_the_worst_block_comes_first_and_the_unknown_last(self) -> None:
        result = score(
            [("calm", ["a"]), ("unknown", ["b"]), ("worst", ["c"]), ("calm too", ["d"])],
            {"a": 2, "c": 0, "d": 3},
            RULES,
        )
        order = [block.block for block in worst_first(result.blocks)]
        assert order == ["worst", "calm", "calm too", "unknown"]


@dataclass(frozen=True)
class Stored:
    """A block result as it might come back from the database."""

    block: str
    deficit: float | None


class TestChanges:
    def test_are_points_against_the_same_block_before(self) -> None:
        before = [Stored("methods", 50.0), Stored("digital", None), Stored("gone", 10.0)]
        now = [Stored("digital", 25.0), Stored("methods", 12.5), Stored("new", 0.0)]
        assert changes(before, now) == (
            BlockChange("digital", None, 25.0, None),
            BlockChange("methods", 50.0, 12.5, -37.5),
            BlockChange("new", None, 0.0, None),
        )

    def test_can_be_taken_between_two_fresh_scores(self) -> None:
        (change,) = changes([block_of(1, 1)], [block_of(2, 2)])
        assert change.delta == -50.0


class TestWhateverIsAnswered:
    @settings(deadline=None)
    @given(answer_lists)
    def test_figures_stay_between_0_and_100(self, answers: list[int | None]) -> None:
        block = block_of(*answers)
        for figure in (block.deficit, block.strength_share):
            assert figure is None or 0 <= figure <= 100

    @settings(deadline=None)
    @given(several_answers, st.data())
    def test_a_better_answer_never_raises_the_deficit(
        self, answers: list[int], data: st.DataObject
    ) -> None:
        place = data.draw(st.integers(0, len(answers) - 1))
        better = [*answers]
        better[place] = data.draw(st.integers(answers[place], 3))
        assert (block_of(*better).deficit or 0) <= (block_of(*answers).deficit or 0)

    @settings(deadline=None)
    @given(answer_lists, st.randoms())
    def test_the_order_of_items_changes_only_the_order_of_gaps(
        self, answers: list[int | None], random: object
    ) -> None:
        items = keys(len(answers))
        given_answers = dict(zip(items, answers, strict=True))
        mixed = [*items]
        random.shuffle(mixed)  # type: ignore[attr-defined]
        one = score_block("block", items, given_answers, RULES)
        other = score_block("block", mixed, dict(reversed(given_answers.items())), RULES)
        assert set(one.gaps) == set(other.gaps)
        assert other.gaps == tuple(item for item in mixed if given_answers[item] == 0)
        assert figures(one) == figures(other)

    @settings(deadline=None)
    @given(answer_lists)
    def test_a_skipped_item_counts_as_if_the_block_had_no_such_item(
        self, answers: list[int | None]
    ) -> None:
        block = block_of(*answers)
        without = block_of(*[answer for answer in answers if answer is not None])
        if block.level != "insufficient":
            assert figures(block) == figures(without)

    @settings(deadline=None)
    @given(answer_lists)
    def test_not_answered_yet_is_the_same_as_skipped(self, answers: list[int | None]) -> None:
        items = keys(len(answers))
        pairs = dict(zip(items, answers, strict=True))
        only_given = {item: answer for item, answer in pairs.items() if answer is not None}
        assert score_block("block", items, only_given, RULES) == block_of(*answers)

    @settings(deadline=None)
    @given(answer_lists)
    def test_the_level_agrees_with_its_interval(self, answers: list[int | None]) -> None:
        block = block_of(*answers)
        if block.deficit is None:
            assert block.level == "insufficient"
        else:
            (level,) = [level for level in LEVELS if level.key == block.level]
            assert level.start <= block.deficit < level.below

    @settings(deadline=None)
    @given(answer_lists)
    def test_a_strength_has_no_deficit_and_no_gap(self, answers: list[int | None]) -> None:
        block = block_of(*answers)
        if block.is_strength:
            assert (block.level, block.gaps) == ("none", ())
            assert (block.strength_share or 0) >= 50

    @settings(deadline=None)
    @given(st.lists(answer_lists, min_size=1, max_size=10))
    def test_the_overall_figure_lies_between_the_best_and_the_worst_block(
        self, lists: list[list[int | None]]
    ) -> None:
        blocks = [(f"b{b}", [f"b{b}i{i}" for i in range(len(a))]) for b, a in enumerate(lists)]
        answers = {f"b{b}i{i}": one for b, a in enumerate(lists) for i, one in enumerate(a)}
        result = score(blocks, answers, RULES)
        deficits = [block.deficit for block in result.blocks if block.deficit is not None]
        if result.overall is None:
            assert not deficits
        else:
            assert min(deficits) <= result.overall <= max(deficits)
