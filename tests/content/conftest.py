"""Shipped content, loaded once, and a way to look at every text in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from content import (
    Catalogue,
    Consent,
    ContentError,
    Problem,
    Profile,
    Questionnaire,
    Text,
    available_profiles,
    load_catalogue,
    load_consent,
    load_profile,
    load_questionnaire,
)
from content.loader import QUESTIONNAIRES

Break = Callable[..., list[Problem]]
Broken = Callable[[Callable[[Path], Any], Path], list[Problem]]


def _texts(value: Any, place: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), f"{place}.{name}")
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _texts(child, f"{place}.{key}")
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from _texts(child, f"{place}.{getattr(child, 'key', index)}")


@pytest.fixture(scope="session")
def texts_of() -> Callable[[BaseModel], list[tuple[str, Text]]]:
    """All texts of a model with the places where they stand."""
    return lambda model: list(_texts(model, type(model).__name__))


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    return load_questionnaire()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def consent() -> Consent:
    return load_consent()


@pytest.fixture(scope="session", params=available_profiles())
def profile(request: pytest.FixtureRequest) -> Profile:
    return load_profile(request.param)


@pytest.fixture(scope="session")
def broken() -> Broken:
    """The problems for which a file is refused; each has its line in the report."""

    def problems(load: Callable[[Path], Any], path: Path) -> list[Problem]:
        with pytest.raises(ContentError) as caught:
            load(path)
        for problem in caught.value.problems:
            assert str(problem) in str(caught.value)
        return list(caught.value.problems)

    return problems


@pytest.fixture
def questionnaire_with(tmp_path: Path, broken: Broken) -> Break:
    """Problems of the built-in questionnaire after replacing one passage of a file."""

    def change(old: str, new: str, file: str = "fgos-2021.yaml") -> list[Problem]:
        for name in ("fgos-2021.yaml", "fgos-2021.en.yaml"):
            content = (QUESTIONNAIRES / name).read_text(encoding="utf-8")
            if name == file:
                assert old in content
                content = content.replace(old, new, 1)
            (tmp_path / name).write_text(content, "utf-8")
        return broken(load_questionnaire, tmp_path / "fgos-2021.yaml")

    return change
