"""How to open what belongs to monitoring."""

from __future__ import annotations

from aiogram_dialog import DialogManager, StartMode

from bot.states.monitoring_groups import (
    BoardStates,
    CampaignStates,
    CouncilStates,
    IndicatorStates,
    RecommendationStates,
    RequestStates,
    ScheduleStates,
)

_RESET = StartMode.RESET_STACK


async def open_campaigns(manager: DialogManager) -> None:
    """All campaigns."""
    await manager.start(CampaignStates.list, mode=_RESET)


async def open_campaign(manager: DialogManager, campaign_id: int) -> None:
    """One campaign."""
    await manager.start(CampaignStates.card, {"campaign_id": campaign_id}, mode=_RESET)


async def open_board(manager: DialogManager, campaign_id: int, only: str = "all") -> None:
    """Which schools have answered in a campaign; `only` those that a filter of the board leaves."""
    data = {"campaign_id": campaign_id, "only": only}
    await manager.start(BoardStates.board, data, mode=_RESET)


async def open_orphans(manager: DialogManager, campaign_id: int) -> None:
    """Schools that are asked and have nobody to answer."""
    await manager.start(BoardStates.orphans, {"campaign_id": campaign_id}, mode=_RESET)


async def open_checking(manager: DialogManager, request_id: int) -> None:
    """What a school answered, for who checks it."""
    await manager.start(BoardStates.request, {"request_id": request_id}, mode=_RESET)


async def open_corrections(manager: DialogManager, request_id: int) -> None:
    """What a school corrected, for who returned it."""
    data = {"request_id": request_id, "flagged": True}
    await manager.start(BoardStates.values, data, mode=_RESET)


async def open_requests(manager: DialogManager) -> None:
    """Requests for data that are mine to answer."""
    await manager.start(RequestStates.list, mode=_RESET)


async def open_request(manager: DialogManager, request_id: int) -> None:
    """One request, for who answers it."""
    await manager.start(RequestStates.card, {"request_id": request_id}, mode=_RESET)


async def open_answering(manager: DialogManager, request_id: int) -> None:
    """The first field of a request that lacks an answer, or is to be corrected."""
    await manager.start(RequestStates.field, {"request_id": request_id}, mode=_RESET)


async def open_asking_later(manager: DialogManager, request_id: int) -> None:
    """When to be asked again."""
    await manager.start(RequestStates.later, {"request_id": request_id}, mode=_RESET)


async def open_indicators(manager: DialogManager, campaign_id: int) -> None:
    """What came out of a campaign."""
    await manager.start(IndicatorStates.overview, {"campaign_id": campaign_id}, mode=_RESET)


async def open_periods(manager: DialogManager) -> None:
    """All campaigns that have results."""
    await manager.start(IndicatorStates.list, mode=_RESET)


async def open_own_indicators(manager: DialogManager, request_id: int) -> None:
    """What came out for one's own school, beside the municipality."""
    await manager.start(IndicatorStates.own, {"request_id": request_id}, mode=_RESET)


async def open_council(manager: DialogManager, campaign_id: int) -> None:
    """Where the results of a campaign are discussed."""
    await manager.start(CouncilStates.places, {"campaign_id": campaign_id}, mode=_RESET)


async def open_decision(manager: DialogManager, decision_id: int) -> None:
    """One decision, for who wrote it down."""
    await manager.start(CouncilStates.decision, {"decision_id": decision_id}, mode=_RESET)


async def open_recommendations(manager: DialogManager) -> None:
    """Recommendations to my school."""
    await manager.start(RecommendationStates.list, mode=_RESET)


async def open_recommendation(manager: DialogManager, decision_id: int) -> None:
    """One recommendation to my school."""
    await manager.start(RecommendationStates.card, {"decision_id": decision_id}, mode=_RESET)


async def open_schedule(manager: DialogManager) -> None:
    """What the scheduler will do next."""
    await manager.start(ScheduleStates.jobs, mode=_RESET)
