"""Assessments: taking one, and the screens it consists of."""

from services.assessments.attempts import REVIEW
from services.assessments.steps import Attempt, Overview, Step
from services.assessments.taking import Assessments

__all__ = ["REVIEW", "Assessments", "Attempt", "Overview", "Step"]
