"""A broken questionnaire: the file, the key, the line, the reason in plain words."""

from collections.abc import Callable

import pytest

from content import Problem

Break = Callable[..., list[Problem]]
ITEM = "variants.teachers.blocks.fgos.items"


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        pytest.param('version: "1.0"\n', "", "version", "is missing", id="missing key"),
        pytest.param(
            "norm: 2", "norm: 2\n  nrom: 2", "scoring.nrom", "is not a known key", id="unknown key"
        ),
        pytest.param('"1.0"', "1.0", "version", "must be a text", id="number for a text"),
        pytest.param("norm: 2", "norm: two", "scoring.norm", "whole number", id="wrong type"),
        pytest.param(
            "allowed: true", "allowed: perhaps", "scale.skip.allowed", "true or false", id="flag"
        ),
        pytest.param(
            "{key: fgos_2,", "{key: fgos_1,", ITEM, "two elements with the key 'fgos_1'", id="twin"
        ),
        pytest.param(
            "{key: fgos_2,",
            "{key: Пункт2,",
            f"{ITEM}.Пункт2.key",
            "short name of small Latin letters",
            id="Russian key",
        ),
        pytest.param(
            "{key: subj_1,",
            "{key: fgos_1,",
            "variants.teachers.blocks.subject.items.fgos_1.key",
            "already the key of another",
            id="twin in another block",
        ),
        pytest.param(
            "{key: fgos_1, text:",
            "{key: fgos_1, text: а, text:",
            f"{ITEM}.fgos_1.text",
            "is written twice",
            id="key written twice",
        ),
        pytest.param(
            'text: "Знаю, чем',
            'text: "' + "я" * 200,
            f"{ITEM}.fgos_1.text",
            "at most 200 fit",
            id="long item",
        ),
        pytest.param(
            "vector: formal",
            "vector: formall",
            "variants.teachers.blocks.fgos.recommendations.formall.vector",
            "must be 'formal', 'nonformal' or 'informal'",
            id="unknown vector",
        ),
        pytest.param(
            "deficit_below: 20", "deficit_below: 19", "levels.none.deficit_below", "gap", id="gap"
        ),
        pytest.param(
            "deficit_from: 0", "deficit_from: 1", "levels.none.deficit_from", "at 0", id="start"
        ),
        pytest.param("key: partial", "key: half", "levels.half.key", "must be 'none'", id="level"),
        pytest.param("norm: 2", "norm: 4", "scoring.norm", "not a value of the scale", id="norm"),
        pytest.param("{value: 1,", "{value: 5,", "scale.points", "0, 1, 2", id="scale"),
        pytest.param(
            "answers: [2, 2, 2, 2, 2, 2]",
            "answers: [2, 2, 2, 2, 2, 7]",
            "scoring.examples.#1.answers",
            "[7] are not values",
            id="example",
        ),
        pytest.param(
            "positions: [head, deputy]",
            "positions: [head, boss]",
            "variants.managers.positions.#2",
            "'boss', must be 'teacher', 'head', 'deputy' or 'staff'",
            id="unknown position",
        ),
        pytest.param(
            "    positions: [head, deputy]\n",
            "",
            "variants",
            "only one variant may lack positions",
            id="two variants for all",
        ),
        pytest.param(
            "    estimated_minutes: 10\n",
            "    estimated_minutes: 10\n    positions: [teacher, head]\n",
            "variants.managers.positions",
            "'head' is already served by the variant 'teachers'",
            id="position twice",
        ),
        pytest.param(
            "    estimated_minutes: 10\n",
            "    estimated_minutes: 10\n    positions: [teacher]\n",
            "variants",
            "no variant serves the positions staff",
            id="position left out",
        ),
        pytest.param(
            "type: multi\n",
            "type: text\n",
            "requests.req_forms.options",
            "in their own words",
            id="options of an open question",
        ),
        pytest.param(
            "\n    max_length: 1000",
            "\n    max_length: 10000",
            "requests.req_text.max_length",
            "less than or equal to 3500",
            id="answer beyond a message",
        ),
    ],
)
def test_questionnaire_problem_names_key_and_reason(
    questionnaire_with: Break, old: str, new: str, key: str, reason: str
) -> None:
    problem = questionnaire_with(old, new)[0]
    assert problem.file.endswith("fgos-2021.yaml")
    assert problem.key == key
    assert reason in problem.reason
    assert problem.line is not None


class TestTranslation:
    FILE = "fgos-2021.en.yaml"

    @pytest.mark.parametrize(
        ("old", "new", "key", "reason"),
        [
            pytest.param(
                "fgos_2:", "fgos_22:", f"{ITEM}.fgos_22", "does not exist in the base", id="key"
            ),
            pytest.param("outro:", "outtro:", "outtro", "does not exist in the base", id="top"),
            pytest.param(
                '          - "The online programme builder"\n',
                "",
                "variants.teachers.blocks.fgos.topics",
                "has 3 texts, the base file has 4",
                id="list",
            ),
            pytest.param(
                '"0 · Not yet"',
                '"' + "x" * 33 + '"',
                "scale.points.0.button",
                "at most 32",
                id="33",
            ),
            pytest.param(
                "title: ", "version: '2'\ntitle: ", "version", "can be translated", id="not a text"
            ),
            pytest.param('"Not enough data"', '""', "insufficient_title", "empty", id="empty"),
            pytest.param('"Not enough data"', "5", "insufficient_title", "translated", id="number"),
            pytest.param("vectors:", 'vectors: "x"\nxs:', "vectors", "not one text", id="shape"),
        ],
    )
    def test_problem_is_blamed_on_the_translation(
        self, questionnaire_with: Break, old: str, new: str, key: str, reason: str
    ) -> None:
        problem = questionnaire_with(old, new, self.FILE)[0]
        assert problem.file.endswith(self.FILE)
        assert problem.key == key
        assert reason in problem.reason
        assert problem.line is not None

    def test_problem_of_a_translated_text_in_russian_is_blamed_on_the_base(
        self, questionnaire_with: Break
    ) -> None:
        [problem] = questionnaire_with('"0 · Не владею"', '"' + "я" * 33 + '"')
        assert problem.file.endswith("fgos-2021.yaml")
        assert "in 'ru'" in problem.reason
