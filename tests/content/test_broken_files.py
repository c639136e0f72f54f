"""Files that cannot even be read, how the report looks, and what reading costs."""

from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from content import ContentError, Problem, load_profile, load_questionnaire
from content.loader import PROFILES

Broken = Callable[[Callable[[Path], Any], Path], list[Problem]]


class TestNotYaml:
    def test_syntax_error_gives_line_and_column(self, tmp_path: Path, broken: Broken) -> None:
        path = tmp_path / "own.yaml"
        path.write_text('key: own\ntitle: "Без закрывающей\nversion: [1, 2\n', "utf-8")
        [problem] = broken(load_questionnaire, path)
        assert problem.file.endswith("own.yaml")
        assert "is not valid YAML" in problem.reason
        assert "line" in problem.reason
        assert "column" in problem.reason

    def test_missing_file_is_named(self, tmp_path: Path, broken: Broken) -> None:
        [problem] = broken(load_questionnaire, tmp_path / "nowhere.yaml")
        assert problem.file.endswith("nowhere.yaml")
        assert "No such file" in problem.reason

    def test_file_in_an_old_encoding_is_told_so(self, tmp_path: Path, broken: Broken) -> None:
        path = tmp_path / "own.yaml"
        path.write_bytes("title: Опросник".encode("cp1251"))
        [problem] = broken(load_questionnaire, path)
        assert problem.reason == "is not saved as UTF-8"

    @pytest.mark.parametrize("content", ["", "- list", "just text"])
    def test_file_must_hold_a_mapping(self, tmp_path: Path, broken: Broken, content: str) -> None:
        path = tmp_path / "own.yaml"
        path.write_text(content)
        [problem] = broken(load_questionnaire, path)
        assert "must be a mapping" in problem.reason

    def test_mark_of_a_windows_editor_does_no_harm(self, tmp_path: Path) -> None:
        path = tmp_path / "own.yaml"
        content = (PROFILES / "mirny.yaml").read_text(encoding="utf-8")
        path.write_text(content, "utf-8-sig")
        assert load_profile(path).key == "mirny"


def test_report_is_read_line_by_line() -> None:
    error = ContentError(
        [
            Problem("a.yaml", "title", "is missing", 3),
            Problem("b.yaml", "", "is not saved as UTF-8"),
        ]
    )
    assert str(error).splitlines() == [
        "2 problems in the content files:",
        "  a.yaml:3: title: is missing",
        "  b.yaml: is not saved as UTF-8",
    ]


def test_start_is_not_held_up_by_content() -> None:
    """Questionnaire, profile and both translations: less than 80 ms of processor time."""

    def once() -> float:
        begin = process_time()
        load_questionnaire()
        load_profile("ust-ishim")
        return process_time() - begin

    assert min(once() for _ in range(5)) < 0.08
