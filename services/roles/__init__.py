"""Roles: who holds which, giving and ending them, claims and their confirmation."""

from __future__ import annotations

from services.access import Access
from services.municipality import Municipality
from services.roles.claims import Claim, ClaimPage, Claims
from services.roles.giving import SERVICE_ROLES, Giving, Plan, existing
from services.roles.holders import HOLDERS, Held, Holder, HolderPage, Holders, PersonRoles

__all__ = [
    "HOLDERS",
    "SERVICE_ROLES",
    "Claim",
    "ClaimPage",
    "Held",
    "Holder",
    "HolderPage",
    "PersonRoles",
    "Plan",
    "Roles",
    "existing",
]


class Roles(Giving, Holders, Claims):
    """Use cases around roles."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality
