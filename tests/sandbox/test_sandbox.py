"""The box itself: people, rest, start and stop."""

from datetime import UTC, datetime

import pytest

from sandbox import Sandbox


async def test_idle_says_when_nobody_fetches():
    async with Sandbox() as lonely:
        await lonely.person("Анна").sends("/start")
        with pytest.raises(AssertionError, match="does not fetch updates"):
            await lonely.idle(timeout=0.1)


async def test_every_person_is_somebody_new(box):
    first, second = box.person("Анна"), box.person("Анна")
    assert first.id != second.id
    assert box.person("Борис", user_id=77).id == 77
    with pytest.raises(ValueError, match="77"):
        box.person("Вера", user_id=77)


async def test_a_port_is_free_again_after_the_box_is_closed():
    async with Sandbox() as first:
        port = first.port
    async with Sandbox(port=port) as second:
        assert second.url == f"http://127.0.0.1:{port}"


async def test_the_clock_may_give_datetimes():
    moment = datetime(2026, 9, 1, 9, tzinfo=UTC)
    async with Sandbox(clock=lambda: moment) as box:
        message = await box.person("Анна").sends("/start")
    assert message["date"] == int(moment.timestamp())
