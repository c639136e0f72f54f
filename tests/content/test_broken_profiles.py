"""A broken profile: the file, the key, the line, the reason in plain words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content import Problem, load_profile
from content.loader import PROFILES

Break = Callable[..., list[Problem]]
Broken = Callable[[Callable[[Path], Any], Path], list[Problem]]


@pytest.fixture
def profile_with(tmp_path: Path, broken: Broken) -> Break:
    """Problems of Ust-Ishim's profile after replacing one passage."""

    def change(old: str, new: str) -> list[Problem]:
        content = (PROFILES / "ust-ishim.yaml").read_text(encoding="utf-8")
        assert old in content
        path = tmp_path / "own.yaml"
        path.write_text(content.replace(old, new, 1), "utf-8")
        return broken(load_profile, path)

    return change


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        pytest.param(
            "status: low_results",
            "status: low",
            "schools.aksenovskaya.status",
            "not in school_statuses",
            id="status",
        ),
        pytest.param(
            '"21:00"', '"25:00"', "delivery.quiet.from", "not a time of day", id="quiet hours"
        ),
        pytest.param(
            '"21:00"', '"07:00"', "delivery.quiet", "the same moment", id="no quiet hours"
        ),
        pytest.param("Asia/Omsk", "Asia/Omks", "timezone.value", "not a time zone", id="zone"),
        pytest.param(
            '"05-10"', '"02-29"', "monitoring.campaigns.yearly.opens", "every year", id="leap day"
        ),
        pytest.param(
            '"05-10"', "10.05", "monitoring.campaigns.yearly.opens", "must be a text", id="date"
        ),
        pytest.param(
            "value: fgos-2021", "value: fgos", "nomination.questionnaire", "'fgos'", id="paper"
        ),
        pytest.param(
            "options_from: bases",
            "options_from: items",
            "nomination.form.fields.bases.options_from",
            "no list 'items'",
            id="options_from",
        ),
        pytest.param(
            "field: bases, at",
            "field: base, at",
            "nomination.eligibility.basis.check.field",
            "neither a field of the form nor a known fact",
            id="condition",
        ),
        pytest.param(
            "before: registry",
            "before: register",
            "nomination.eligibility.diagnosed.before",
            "not one of the stages",
            id="stage",
        ),
        pytest.param(
            "when_role: municipal_methodist",
            "when_role: nobody",
            "nomination.eligibility.staff_member.check.when_role",
            "not in roles",
            id="role",
        ),
        pytest.param(
            "at_least: 5",
            "at_least: 5, is: true",
            "nomination.eligibility.experience.check",
            "exactly one of",
            id="two comparisons",
        ),
        pytest.param("  routes: {en", "  rotes: {en", "modules.rotes", "'routes'", id="module"),
        pytest.param("\nnomination:\n", "\nrights:\n", "rights", "not a known key", id="section"),
        pytest.param(
            "role: operator", "role: unit", "organisations", "exactly one with role: operator"
        ),
        pytest.param(
            "below: 3",
            "below: 0",
            "mentoring.young.under_three_years.below",
            "greater than",
            id="0",
        ),
        pytest.param(
            "field: experience_years,",
            "field: age,",
            "mentoring.young.under_three_years.field",
            "'experience_years' or 'post_years'",
            id="young",
        ),
    ],
)
def test_profile_problem_names_key_and_reason(
    profile_with: Break, old: str, new: str, key: str, reason: str
) -> None:
    problem = profile_with(old, new)[0]
    assert problem.file.endswith("own.yaml")
    assert problem.key == key
    assert reason in problem.reason
    assert problem.line is not None


def test_indicator_must_be_made_of_known_variables(tmp_path: Path, broken: Broken) -> None:
    content = (PROFILES / "ust-koksa.yaml").read_text(encoding="utf-8")
    path = tmp_path / "own.yaml"
    path.write_text(content.replace("denominator: orgs_total", "denominator: orgs", 1), "utf-8")
    [problem] = broken(load_profile, path)
    assert problem.key == "indicators.team_training.denominator"
    assert problem.reason == "'orgs' is not in variables"


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        pytest.param(
            "at_most: young_total",
            "at_most: young",
            "variables.young_covered.at_most",
            "'young' is not in variables",
            id="unknown whole",
        ),
        pytest.param(
            "at_most: young_total",
            "at_most: young_covered",
            "variables.young_covered.at_most",
            "leads back to 'young_covered': nothing is a part of itself",
            id="part of itself",
        ),
        pytest.param(
            "at_most: young_total",
            "at_most: communities",
            "variables.young_covered.at_most",
            "'communities' is asked of somebody else (level: municipality)",
            id="whole of somebody else",
        ),
        pytest.param(
            "at_most: young_total",
            "at_most: orgs_staff_plan",
            "variables.young_covered.at_most",
            "only numbers are compared, 'young_covered' and 'orgs_staff_plan' must be both",
            id="part of a yes",
        ),
        pytest.param(
            "fact: young_at_events",
            "fact: attendance",
            "variables.young_covered.fact",
            "is 'attendance', must be 'schools', 'young'",
            id="unknown fact",
        ),
        pytest.param(
            'auto: true, auto_from: "отметки об участии в событиях", fact: young_at_events',
            "auto: false, fact: young_at_events",
            "variables.young_covered.fact",
            "belongs to auto: true, and only there",
            id="fact of people",
        ),
        pytest.param(
            "fact: young_at_events",
            "fact: schools",
            "variables.young_covered.fact",
            "schools are counted in the municipality only",
            id="schools of a school",
        ),
        pytest.param(
            "fact: young_at_events, at_most: young_total",
            "fact: young_at_events, input: yes_no",
            "variables.young_covered.fact",
            "the bot counts whole numbers, so input must be number",
            id="fact that is a yes",
        ),
        pytest.param(
            "auto: false, input: yes_no, evidence",
            "auto: false, input: share, evidence",
            "indicators.team_training.numerator",
            "'orgs_team_training' has input: share, which cannot be summed",
            id="sum of shares",
        ),
        pytest.param(
            "denominator: young_total",
            "denominator: young_covered",
            "indicators.young_share.denominator",
            "is the numerator itself",
            id="share of itself",
        ),
        pytest.param(
            '{op: ">=", value: 20}',
            '{op: ">=", value: 200}',
            "indicators.target_mentoring.threshold.value",
            "must be from 0 to 100 percent",
            id="threshold",
        ),
        pytest.param(
            "unit: items, numerator: communities",
            "unit: percent, numerator: communities",
            "indicators.communities_count.denominator",
            "belongs to the unit percent, and only there",
            id="share of nothing",
        ),
        pytest.param(
            'closes: "12-25"',
            'closes: "12-01"',
            "monitoring.campaigns.december.closes",
            "is the day on which it opens",
            id="no time to answer",
        ),
        pytest.param(
            "minimum_answers: {value: 5",
            "minimum_answers: {value: 0",
            "monitoring.minimum_answers.value",
            "greater than or equal to 1",
            id="no minimum",
        ),
        pytest.param(
            "\nmonitoring:\n",
            '\nqualitative_indicators:\n  - {key: communities, title: "x"}\nmonitoring:\n',
            "qualitative_indicators.communities.key",
            "'communities' is already the key of a variable: both are answered in one form",
            id="key taken",
        ),
    ],
)
def test_measure_problem_names_key_and_reason(
    tmp_path: Path, broken: Broken, old: str, new: str, key: str, reason: str
) -> None:
    content = (PROFILES / "ust-koksa.yaml").read_text(encoding="utf-8")
    assert old in content
    path = tmp_path / "own.yaml"
    path.write_text(content.replace(old, new, 1), "utf-8")
    [problem] = broken(load_profile, path)
    assert problem.file.endswith("own.yaml")
    assert (problem.key, problem.line is not None) == (key, True)
    assert reason in problem.reason


def test_every_part_of_a_circle_is_told(tmp_path: Path, broken: Broken) -> None:
    content = (PROFILES / "ust-koksa.yaml").read_text(encoding="utf-8")
    path = tmp_path / "own.yaml"
    old, new = "fact: young, at_most: teachers_total", "fact: young, at_most: young_covered"
    assert old in content
    path.write_text(content.replace(old, new, 1), "utf-8")
    problems = broken(load_profile, path)
    assert {problem.key for problem in problems} == {
        "variables.young_total.at_most",
        "variables.young_covered.at_most",
    }


def test_monitoring_must_have_something_to_ask(tmp_path: Path, broken: Broken) -> None:
    content = (PROFILES / "lesosibirsk.yaml").read_text(encoding="utf-8")
    begin, end = content.index("\nvariables:"), content.index("\nmonitoring:")
    path = tmp_path / "own.yaml"
    path.write_text(content[:begin] + content[end:], "utf-8")
    [problem] = broken(load_profile, path)
    assert problem.key == "modules.monitoring"
    assert problem.reason == "is enabled, but there is nothing to ask: no variables"


def test_enabled_module_must_have_its_section(tmp_path: Path, broken: Broken) -> None:
    content = (PROFILES / "izhevsk.yaml").read_text(encoding="utf-8")
    path = tmp_path / "own.yaml"
    path.write_text(content.replace("nominations: {enabled: false", "nominations: {enabled: true"))
    [problem] = broken(load_profile, path)
    assert (problem.key, problem.reason) == (
        "modules.nominations",
        "is enabled, but the section nomination is missing",
    )


def test_all_problems_are_told_at_once(profile_with: Break) -> None:
    problems = profile_with("status: low_results", "state: low_results, extra: 1")
    assert [problem.key for problem in problems] == [
        "schools.aksenovskaya.state",
        "schools.aksenovskaya.extra",
    ]
