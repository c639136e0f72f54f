"""A set of indicators: what it asks of whom, and that it comes back as it was."""

import pytest

from content import ContentError, IndicatorSet, Profile, load_profile


@pytest.fixture(scope="module")
def koksa() -> IndicatorSet:
    return IndicatorSet.of(load_profile("ust-koksa"))


@pytest.fixture(scope="module")
def mirny() -> IndicatorSet:
    return IndicatorSet.of(load_profile("mirny"))


def test_restores_exactly(profile: Profile) -> None:
    chosen = IndicatorSet.of(profile)
    restored = IndicatorSet.restore(chosen.dump())
    assert restored == chosen
    assert (restored.dump(), restored.digest()) == (chosen.dump(), chosen.digest())


def test_does_not_change_with_what_it_does_not_hold() -> None:
    profile = load_profile("ust-koksa")
    other = profile.model_copy(update={"schools_note": None, "news_rubrics": ()})
    assert IndicatorSet.of(other).digest() == IndicatorSet.of(profile).digest()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Всего педагогов", "Все педагоги"),
        ('"value":20.0', '"value":25.0'),
        ('"minimum_answers":5', '"minimum_answers":3'),
        ('"below":3', '"below":5'),
        ("п. 19, показатель 5", "п. 19"),
    ],
)
def test_is_another_one_after_any_change(koksa: IndicatorSet, old: str, new: str) -> None:
    changed = koksa.dump().replace(old, new, 1)
    assert changed != koksa.dump()
    assert IndicatorSet.restore(changed).digest() != koksa.digest()


def test_what_is_no_set_is_refused_with_its_reasons() -> None:
    with pytest.raises(ContentError, match="stored indicator set: variables: is missing"):
        IndicatorSet.restore('{"zone": "Asia/Omsk"}')


def test_every_question_is_asked_once(profile: Profile) -> None:
    chosen = IndicatorSet.of(profile)
    asked = [*chosen.asked(municipality=False), *chosen.asked(municipality=True)]
    keys = [variable.key for variable in asked]
    assert len(set(keys)) == len(keys)
    assert len(keys) == len(profile.variables) + len(profile.qualitative_indicators)
    assert [chosen.variable(key).key for key in keys] == keys
    with pytest.raises(KeyError):
        chosen.variable("nothing")


def test_ust_koksa_asks_eleven_of_a_school_and_three_of_the_service(koksa: IndicatorSet) -> None:
    assert len(koksa.asked(municipality=False)) == 11
    own = [variable.key for variable in koksa.asked(municipality=True)]
    assert own == ["orgs_total", "communities", "teachers_council"]


def test_words_are_asked_of_the_service_after_its_numbers(mirny: IndicatorSet) -> None:
    own = mirny.asked(municipality=True)
    assert [variable.input for variable in own] == ["number"] * 6 + ["text"] * 10
    assert own[6].key == "competence"
    assert own[6].hint is not None
    assert mirny.variable("competence").title.en == "Growth of staff competence"


def test_school_has_the_indicators_made_of_its_own_numbers(
    koksa: IndicatorSet, mirny: IndicatorSet
) -> None:
    assert [one.key for one in koksa.of_school()] == [
        "training_share",
        "routes_share",
        "mentoring_share",
        "young_share",
        "network_share",
    ]
    assert "project_people" in [one.key for one in mirny.of_school()]  # a count has one part
    assert "continuous_share" not in [one.key for one in mirny.of_school()]
    assert koksa.indicator("young_share").parts == ("young_covered", "young_total")
