"""The built-in questionnaire: what is asked, how it is weighed, how a version is kept."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from content import ContentError, Questionnaire, available_profiles, load_questionnaire
from content.loader import QUESTIONNAIRES

HALF_YEAR = range(90, 366)


def test_teachers_answer_42_items_in_7_blocks(questionnaire: Questionnaire) -> None:
    teachers = questionnaire.variant("teachers")
    assert (len(teachers.items), len(teachers.blocks)) == (42, 7)


def test_managers_answer_18_items_in_4_blocks(questionnaire: Questionnaire) -> None:
    managers = questionnaire.variant("managers")
    assert (len(managers.items), len(managers.blocks)) == (18, 4)


@pytest.mark.parametrize(
    ("position", "variant"),
    [
        ("teacher", "teachers"),
        ("staff", "teachers"),
        ("head", "managers"),
        ("deputy", "managers"),
        ("a post that did not exist yet", "teachers"),
    ],
)
def test_position_decides_which_variant_a_person_answers(
    questionnaire: Questionnaire, position: str, variant: str
) -> None:
    assert questionnaire.variant_for(position).key == variant


def test_items_come_block_by_block_in_the_order_of_the_file(questionnaire: Questionnaire) -> None:
    items = questionnaire.variant("teachers").items
    assert [item.key for _, item in items[:7]] == [
        *("fgos_1", "fgos_2", "fgos_3", "fgos_4", "fgos_5", "fgos_6"),
        "subj_1",
    ]
    assert items[6][0].key == "subject"


def test_unknown_variant_is_a_programming_error(questionnaire: Questionnaire) -> None:
    with pytest.raises(KeyError):
        questionnaire.variant("nurses")


def test_managers_get_the_same_questions_after_the_items(questionnaire: Questionnaire) -> None:
    teachers, managers = questionnaire.variants
    assert teachers.requests == managers.requests == questionnaire.requests
    assert [request.type for request in managers.requests] == ["single", "single", "multi", "text"]


def test_every_block_offers_all_three_ways_of_learning_and_topics_to_talk_about(
    questionnaire: Questionnaire,
) -> None:
    for variant in questionnaire.variants:
        for block in variant.blocks:
            vectors = [advice.vector for advice in block.recommendations]
            assert vectors == ["formal", "nonformal", "informal"], block.key
            assert len(block.topics) >= 3, block.key


def test_worked_examples_follow_the_written_rule(questionnaire: Questionnaire) -> None:
    scoring = questionnaire.scoring
    highest = questionnaire.scale.points[-1].value
    for example in scoring.examples:
        given = [answer for answer in example.answers if answer is not None]
        assert example.gaps == given.count(0)
        if len(given) < scoring.min_answered_share * len(example.answers):
            assert (example.level, example.deficit) == ("insufficient", None)
            continue
        norm = scoring.norm
        deficit = 100 * sum(max(0, norm - one) for one in given) / norm / len(given)
        strength = 100 * given.count(highest) / len(given)
        level = next(
            one for one in questionnaire.levels if one.deficit_from <= deficit < one.deficit_below
        )
        strong = level.key == "none" and 0 not in given and strength >= scoring.strength_threshold
        assert example.deficit == int(deficit + 0.5)
        assert example.strength == int(strength + 0.5)
        assert (example.level, example.is_strength) == (level.key, strong)


def test_examples_show_every_outcome(questionnaire: Questionnaire) -> None:
    outcomes = {example.level for example in questionnaire.scoring.examples}
    assert outcomes == {"none", "partial", "pronounced", "insufficient"}


def test_a_deeper_deficit_asks_for_more_help(questionnaire: Questionnaire) -> None:
    needs = [(level.needs_consultation, level.needs_plan) for level in questionnaire.levels]
    assert needs == [(False, False), (True, False), (True, True)]


def test_the_self_assessment_may_be_repeated_twice_a_year(questionnaire: Questionnaire) -> None:
    assert questionnaire.scoring.retake_after_days in HALF_YEAR


def test_the_questionnaire_serves_documents_whose_profiles_are_shipped(
    questionnaire: Questionnaire,
) -> None:
    assert questionnaire.source is not None
    clauses = [*questionnaire.source.clauses]
    for variant in questionnaire.variants:
        clauses += variant.clauses
    assert {clause.profile for clause in clauses} == set(available_profiles())


def test_nothing_can_be_changed_in_a_loaded_questionnaire(questionnaire: Questionnaire) -> None:
    with pytest.raises(ValidationError):
        questionnaire.variants[0].blocks[0].items[0].text.ru = "другое"  # type: ignore[misc]


class TestStoredVersion:
    def test_restores_exactly(self, questionnaire: Questionnaire) -> None:
        restored = Questionnaire.restore(questionnaire.dump())
        assert restored == questionnaire
        assert restored.dump() == questionnaire.dump()
        assert restored.variants[1].requests == questionnaire.requests

    def test_is_the_same_every_time_it_is_loaded(self, questionnaire: Questionnaire) -> None:
        again = load_questionnaire()
        assert again.dump() == questionnaire.dump()
        assert again.digest() == questionnaire.digest()
        assert re.fullmatch(r"[0-9a-f]{64}", again.digest())

    def test_outlives_its_file(self, own_file: Path) -> None:
        dump = load_questionnaire(own_file).dump()
        own_file.unlink()
        assert Questionnaire.restore(dump).key == "fgos-2021"

    def test_does_not_change_when_the_file_is_only_laid_out_differently(
        self, own_file: Path, questionnaire: Questionnaire
    ) -> None:
        own_file.write_text("# comment\n\n" + own_file.read_text(encoding="utf-8"), "utf-8")
        assert load_questionnaire(own_file).digest() == load_questionnaire(own_file).digest()

    def test_is_another_one_after_any_change_of_any_text(
        self, questionnaire: Questionnaire
    ) -> None:
        dump = questionnaire.dump()
        digests = {questionnaire.digest()}
        texts = sorted(set(re.findall(r'"(?:ru|en)":"(?:[^"\\]|\\.)+"', dump)))
        for text in texts:
            changed = dump.replace(text, f'{text[:-1]}?"', 1)
            digests.add(Questionnaire.restore(changed).digest())
        assert len(digests) == len(texts) + 1 > 300

    def test_says_what_is_wrong_when_it_was_damaged(self) -> None:
        with pytest.raises(ContentError) as caught:
            Questionnaire.restore('{"key": "fgos-2021"}')
        assert "stored questionnaire: version: is missing" in str(caught.value)


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    """A municipality's own copy without a translation."""
    path = tmp_path / "own.yaml"
    path.write_text((QUESTIONNAIRES / "fgos-2021.yaml").read_text(encoding="utf-8"), "utf-8")
    return path


def test_own_questionnaire_needs_no_translation(own_file: Path) -> None:
    own = load_questionnaire(own_file)
    assert own.title.en is None
    assert own.title.get("en") == own.title.get("ru") == own.title.ru


def test_own_questionnaire_takes_the_translation_beside_it(own_file: Path) -> None:
    own_file.with_name("own.en.yaml").write_text('title: "Our own"', "utf-8")
    assert load_questionnaire(own_file).title.get("en") == "Our own"
