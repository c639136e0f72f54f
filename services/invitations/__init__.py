"""Invitations: links that give a role, one by one or for a whole spreadsheet."""

from services.invitations.acceptance import Accepted
from services.invitations.imports import SHEET_ROLES, Issued, Plan, PlannedRow, RefusedRow
from services.invitations.invitations import SHEET_DAYS, Invitations
from services.invitations.making import label_of
from services.invitations.views import (
    TERMS,
    WITH_SCHOOL,
    Created,
    Guest,
    Invitation,
    InvitationCard,
    InvitationPage,
    Offer,
)

__all__ = [
    "SHEET_DAYS",
    "SHEET_ROLES",
    "TERMS",
    "WITH_SCHOOL",
    "Accepted",
    "Created",
    "Guest",
    "Invitation",
    "InvitationCard",
    "InvitationPage",
    "Invitations",
    "Issued",
    "Offer",
    "Plan",
    "PlannedRow",
    "RefusedRow",
    "label_of",
]
