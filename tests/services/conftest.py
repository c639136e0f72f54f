"""People of the stories."""

from __future__ import annotations

import pytest

from tests.services.stories import ANNA, BORIS, Taking, agree, sign_up
from tests.wiring import Services


@pytest.fixture
async def newcomer(services: Services) -> int:
    """Id of somebody who has just given consent."""
    return await agree(services)


@pytest.fixture
async def anna(services: Services) -> int:
    """Id of a teacher who is signed up."""
    return await sign_up(services, ANNA)


@pytest.fixture
async def boris(services: Services) -> int:
    """Id of a head of school who is signed up."""
    return await sign_up(services, BORIS, position="head", name="Петров Борис Ильич")


@pytest.fixture
async def taking(services: Services, anna: int) -> Taking:
    """Anna's assessment, just begun."""
    return await Taking.begin(services, anna)


@pytest.fixture
async def answered(taking: Taking) -> Taking:
    """Anna's assessment with every item answered «2», at the first request question."""
    await taking.answer_all()
    return taking
