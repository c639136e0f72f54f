"""The five shipped municipalities: each loads, resolves and keeps to its document."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from content import ContentError, Profile, available_profiles, load_profile
from content.profile.measure_checks import COUNTABLE


def test_five_municipalities_are_shipped() -> None:
    assert available_profiles() == ("izhevsk", "lesosibirsk", "mirny", "ust-ishim", "ust-koksa")


def test_profile_is_called_by_the_name_of_its_file(profile: Profile) -> None:
    assert profile.path is not None
    assert profile.path.stem == profile.key


def test_profile_introduces_its_service_and_authority(profile: Profile) -> None:
    assert profile.operator.role == "operator"
    assert profile.authority.role == "authority"
    assert profile.bot_name == profile.operator.bot_name
    assert len(profile.bot_name.ru) <= 32


@pytest.mark.parametrize(
    ("key", "name", "hours"),
    [
        ("izhevsk", "ИМЦ «Альтернатива»", 4),
        ("lesosibirsk", "МИМЦ", 7),
        ("mirny", "Методическая служба района", 9),
        ("ust-ishim", "ИМЦ", 6),
        ("ust-koksa", "Методический отдел", 7),
    ],
)
def test_municipality_has_its_own_name_and_time(key: str, name: str, hours: int) -> None:
    profile = load_profile(key)
    noon = datetime(2026, 1, 15, 12, tzinfo=ZoneInfo(profile.timezone))
    assert profile.bot_name.get("ru") == name
    assert noon.utcoffset() == timedelta(hours=hours)


def test_everything_has_a_source(profile: Profile) -> None:
    dump = profile.model_dump(mode="json")
    for section in ("organisations", "roles", "schools", "event_forms", "structures"):
        assert all(element["source"] for element in dump[section]), section


def test_core_modules_work_everywhere(profile: Profile) -> None:
    for module in ("assessment", "consultations", "events", "news", "mentoring"):
        assert profile.has(module), module


def test_module_that_a_profile_does_not_mention_is_off() -> None:
    assert not load_profile("izhevsk").has("service_packages")


def test_only_ust_ishim_nominates_candidates() -> None:
    nominating = [key for key in available_profiles() if load_profile(key).has("nominations")]
    assert nominating == ["ust-ishim"]


def test_ust_ishim_supports_5_schools_with_low_results_and_9_in_hard_conditions() -> None:
    statuses = [school.status for school in load_profile("ust-ishim").schools]
    assert (statuses.count("low_results"), statuses.count("hard_conditions")) == (5, 9)


def test_ust_ishim_asks_candidates_for_the_nine_columns_of_its_form() -> None:
    nomination = load_profile("ust-ishim").nomination
    assert nomination is not None
    columns = {field.source.split("гр. ")[1].split(",")[0][:2] for field in nomination.form.fields}
    assert {int(column.strip()) for column in columns} == set(range(2, 11))
    assert len(nomination.bases) == 8
    checks = {condition.key: condition.check for condition in nomination.eligibility}
    assert checks["experience"].at_least == 5
    assert checks["pedagogical_education"].equals is True
    assert checks["basis"].at_least_chosen == 1


def test_ust_koksa_measures_ten_indicators_and_demands_four_thresholds() -> None:
    profile = load_profile("ust-koksa")
    thresholds = {one.key: one.threshold.value for one in profile.indicators if one.threshold}
    assert len(profile.indicators) == 10
    assert thresholds == {
        "team_training": 10,
        "target_mentoring": 20,
        "training_share": 10,
        "routes_share": 10,
    }


def test_mirny_has_ten_counted_and_ten_described_indicators() -> None:
    profile = load_profile("mirny")
    assert (len(profile.indicators), len(profile.qualitative_indicators)) == (10, 10)


def test_every_variable_is_used_and_every_indicator_can_be_computed(profile: Profile) -> None:
    used = {key for one in profile.indicators for key in one.parts}
    counted = {one.key for one in profile.variables if one.input in COUNTABLE}
    assert used == counted


def test_every_question_says_what_it_means(profile: Profile) -> None:
    asked = (*profile.variables, *profile.qualitative_indicators)
    assert asked
    assert [one.key for one in asked if one.hint is None] == []


@pytest.mark.parametrize("key", ["izhevsk", "lesosibirsk", "mirny"])
def test_threshold_is_only_where_a_document_demands_it(key: str) -> None:
    assert not any(one.threshold for one in load_profile(key).indicators)


def test_ust_ishim_wants_its_active_in_every_school() -> None:
    indicators = load_profile("ust-ishim").indicators
    thresholds = {one.key: one.threshold.value for one in indicators if one.threshold}
    assert thresholds == {"member_coverage": 100, "conditions_share": 100}


def test_ust_koksa_collects_twice_a_year_and_leaves_new_year_free() -> None:
    may, december = load_profile("ust-koksa").monitoring.campaigns
    assert (may.opens, may.closes, may.covers_from, may.covers_to) == (
        "05-01", "05-31", "01-01", "05-31",
    )  # fmt: skip
    assert (december.opens, december.closes, december.consolidated) == ("12-01", "12-25", True)
    assert (december.covers_from, december.covers_to) == ("01-01", "12-31")


def test_campaign_opens_before_it_closes(profile: Profile) -> None:
    for campaign in profile.monitoring.campaigns:
        opens, closes = (
            date.fromisoformat(f"2026-{day}") for day in (campaign.opens, campaign.closes)
        )
        assert opens < closes


def test_people_choose_among_rubrics_of_news_one_of_them_changes_of_law(profile: Profile) -> None:
    rubrics = [rubric.key for rubric in profile.news_rubrics]
    assert 4 <= len(rubrics) <= 6
    assert "law" in rubrics
    assert all(len(rubric.title.get("ru")) <= 33 for rubric in profile.news_rubrics)


def test_izhevsk_has_13_kinds_of_structures() -> None:
    assert len(load_profile("izhevsk").structures) == 13


class TestYoungSpecialists:
    def test_izhevsk_counts_experience_and_years_in_a_new_post(self) -> None:
        izhevsk = load_profile("izhevsk")
        assert keys(izhevsk, 2, 2) == ["under_three_years", "retrained"]
        assert keys(izhevsk, 12, 1) == ["retrained"]
        assert keys(izhevsk, 0, None) == ["under_three_years"]

    @pytest.mark.parametrize("key", ["lesosibirsk", "mirny", "ust-ishim", "ust-koksa"])
    def test_elsewhere_only_experience_counts(self, key: str) -> None:
        profile = load_profile(key)
        assert keys(profile, 2, None) == ["under_three_years"]
        assert keys(profile, 12, 1) == []

    def test_three_full_years_are_enough(self, profile: Profile) -> None:
        assert keys(profile, 3, 3) == []

    def test_unknown_years_make_nobody_young(self, profile: Profile) -> None:
        assert keys(profile, None, None) == []

    def test_ground_says_why(self, profile: Profile) -> None:
        assert all(ground.title.ru and ground.source for ground in profile.young)


def keys(profile: Profile, experience: int | None, post: int | None) -> list[str]:
    return [ground.key for ground in profile.young_grounds(experience, post)]


def test_own_profile_is_loaded_by_path(tmp_path: Path) -> None:
    shipped = load_profile("mirny")
    assert shipped.path is not None
    own = tmp_path / "own.yaml"
    own.write_text(shipped.path.read_text(encoding="utf-8"), "utf-8")
    assert load_profile(own).title.en is None
    assert load_profile(str(own)).title.ru == shipped.title.ru


def test_unknown_profile_lists_those_that_exist() -> None:
    with pytest.raises(ContentError) as caught:
        load_profile("moscow")
    assert all(key in str(caught.value) for key in ("moscow", *available_profiles()))
