"""Repositories of monitoring, working in one session."""

from __future__ import annotations

from functools import cached_property

from storage.repositories.agenda import Agenda
from storage.repositories.board import Boards
from storage.repositories.campaign_lists import CampaignLists
from storage.repositories.campaign_steps import CampaignSteps
from storage.repositories.campaigns import Campaigns
from storage.repositories.checks import Checks
from storage.repositories.data_requests import DataRequests
from storage.repositories.data_values import DataValues
from storage.repositories.decisions import Decisions
from storage.repositories.duties import Duty
from storage.repositories.facts import Facts
from storage.repositories.indicator_values import IndicatorValues
from storage.repositories.job_runs import JobRuns
from storage.repositories.nudges import Nudges
from storage.repositories.prompting import Prompting
from storage.repositories.request_helpers import RequestHelpers
from storage.session import Session


class MonitoringStore:
    """What `Store` has for campaigns, requests, answers, decisions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def campaigns(self) -> Campaigns:
        """Campaigns and sets of indicators."""
        return Campaigns(self._session)

    @cached_property
    def campaign_steps(self) -> CampaignSteps:
        """What is to happen in campaigns."""
        return CampaignSteps(self._session)

    @cached_property
    def prompting(self) -> Prompting:
        """Whom campaigns ask and remind."""
        return Prompting(self._session)

    @cached_property
    def data_requests(self) -> DataRequests:
        """Requests for data."""
        return DataRequests(self._session)

    @cached_property
    def data_values(self) -> DataValues:
        """What was answered, and its history."""
        return DataValues(self._session)

    @cached_property
    def facts(self) -> Facts:
        """What the bot counts by itself."""
        return Facts(self._session)

    @cached_property
    def job_runs(self) -> JobRuns:
        """What the scheduler did."""
        return JobRuns(self._session)

    @cached_property
    def agenda(self) -> Agenda:
        """What is to happen by itself."""
        return Agenda(self._session)

    @cached_property
    def request_helpers(self) -> RequestHelpers:
        """Colleagues to whom requests were handed."""
        return RequestHelpers(self._session)

    @cached_property
    def boards(self) -> Boards:
        """How far the schools of a campaign are."""
        return Boards(self._session)

    @cached_property
    def checks(self) -> Checks:
        """Accepting many requests at once."""
        return Checks(self._session)

    @cached_property
    def nudges(self) -> Nudges:
        """Whom to ask once more."""
        return Nudges(self._session)

    @cached_property
    def indicator_values(self) -> IndicatorValues:
        """Answers as results are made of them."""
        return IndicatorValues(self._session)

    @cached_property
    def decisions(self) -> Decisions:
        """Places of discussion, and what is decided there."""
        return Decisions(self._session)

    @cached_property
    def duties(self) -> Duty:
        """What monitoring wants of somebody, in numbers."""
        return Duty(self._session)

    @cached_property
    def campaign_lists(self) -> CampaignLists:
        """Numbers about several campaigns at once."""
        return CampaignLists(self._session)
