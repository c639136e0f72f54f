"""Decisions of the places of discussion, for who writes them down and follows them."""

from __future__ import annotations

from services.monitoring.council.decided import Decision, Discussed, decisions_of
from services.monitoring.council.drafting import DecisionCard, Drafting
from services.monitoring.council.following import Following

__all__ = ["Decision", "DecisionCard", "Decisions", "Discussed", "decisions_of"]


class Decisions(Drafting, Following):
    """Use cases around decisions."""
