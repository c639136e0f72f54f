"""The installations that all tests of this folder share, and what makes them quick and exact."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import count

import pytest
from aiogram_dialog.api.entities import stack

from tests.dialogs.country import Country


@pytest.fixture(scope="session")
async def country(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Country]:
    """Installations shared by all tests of this folder."""
    country = Country(tmp_path_factory.mktemp("country"))
    yield country
    await country.close()


@pytest.fixture(autouse=True)
def conversations_are_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids of conversations come from a counter; aiogram-dialog draws them, and they collide."""
    numbers = count(10_000_000_000)  # as long as the longest that it draws
    monkeypatch.setattr(stack, "new_int_id", lambda: next(numbers))


@pytest.fixture
def quick_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports get their data but are not drawn: that takes seconds and has tests of its own."""

    async def at_once(*_: object) -> bytes:
        return b"file"

    monkeypatch.setattr("bot.reports.sending.in_worker", at_once)
    for draws in ("draw_progress_chart", "draw_results_chart", "write_results_paper"):
        monkeypatch.setattr(f"bot.reports.indicator_files.{draws}", lambda *_: b"file")
