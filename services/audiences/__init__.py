"""Audiences: who belongs to one, how many can be reached, saved ones, uploaded lists."""

from services.audiences.criteria import Criteria

__all__ = ["Criteria"]
