"""Monitoring: campaigns ask schools for numbers, the numbers become indicators, and decisions."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import Access
from services.monitoring.answers.answering import Answering
from services.monitoring.answers.evidence import Evidence
from services.monitoring.answers.forms import Forms
from services.monitoring.answers.handing_over import HandingOver
from services.monitoring.answers.later import AskingLater
from services.monitoring.answers.requests import Requests
from services.monitoring.answers.submitting import Submitting
from services.monitoring.campaigns.choosing import Choosing
from services.monitoring.campaigns.overview import Overview
from services.monitoring.campaigns.planning import Planning
from services.monitoring.campaigns.steps import Step, Steps
from services.monitoring.checking.board import Board
from services.monitoring.checking.checking import Checking
from services.monitoring.checking.history import History
from services.monitoring.checking.nudging import Nudging
from services.monitoring.council.decisions import Decisions
from services.monitoring.council.recommendations import Recommendations
from services.monitoring.council.reviews import Reviews
from services.monitoring.results.dynamics import Development
from services.monitoring.results.exporting import Exporting
from services.monitoring.results.indicators import Indicators
from services.monitoring.views import Campaign, DataRequest
from services.municipality import Municipality

__all__ = ["Campaign", "DataRequest", "Monitoring", "Step", "build_monitoring"]


@dataclass(frozen=True, slots=True)
class Monitoring:
    """Use cases around monitoring, by who does what."""

    planning: Planning
    steps: Steps
    overview: Overview
    choosing: Choosing
    requests: Requests
    answering: Answering
    submitting: Submitting
    evidence: Evidence
    indicators: Indicators
    dynamics: Development
    exporting: Exporting
    board: Board
    checking: Checking
    nudging: Nudging
    history: History
    forms: Forms
    later: AskingLater
    handing_over: HandingOver
    reviews: Reviews
    decisions: Decisions
    recommendations: Recommendations


def build_monitoring(access: Access, municipality: Municipality) -> Monitoring:
    """New use case objects."""
    return Monitoring(
        planning=Planning(access, municipality),
        steps=Steps(access, municipality),
        overview=Overview(access, municipality),
        choosing=Choosing(access),
        requests=Requests(access),
        answering=Answering(access),
        submitting=Submitting(access),
        evidence=Evidence(access),
        indicators=Indicators(access),
        dynamics=Development(access),
        exporting=Exporting(access),
        board=Board(access),
        checking=Checking(access),
        nudging=Nudging(access),
        history=History(access),
        forms=Forms(access),
        later=AskingLater(access),
        handing_over=HandingOver(access),
        reviews=Reviews(access, municipality),
        decisions=Decisions(access, municipality),
        recommendations=Recommendations(access, municipality),
    )
