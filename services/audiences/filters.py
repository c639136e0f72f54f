"""An audience as the database is asked for it."""

from __future__ import annotations

from content import Profile
from services.access import Access
from services.audiences.criteria import Criteria
from services.permissions import Role
from services.subscriptions import LAW, LAW_POSITIONS, LAW_ROLES, optional
from storage.repositories.audience_query import AudienceFilter


def filter_of(
    criteria: Criteria, category: str, profile: Profile, access: Access
) -> AudienceFilter:
    """Everything resolved: who counts as young here, who wants the category unasked.

    A rubric that has left the profile is still wanted by all who did not say otherwise.
    """
    young = tuple((ground.field, ground.below) for ground in profile.young)
    return AudienceFilter(
        consent=access.consent_version,
        category=category if optional(category) else None,
        default_positions=LAW_POSITIONS if category == LAW else (),
        default_roles=LAW_ROLES if category == LAW else (),
        roles=criteria.roles,
        born=tuple(access.admin_ids) if Role.ADMIN in criteria.roles else (),
        schools=criteria.schools,
        statuses=criteria.statuses,
        subjects=criteria.subjects,
        positions=criteria.positions,
        young=young if criteria.young else (),
        blocks=criteria.blocks,
        levels=criteria.levels,
        event_id=criteria.event_id,
        places=criteria.places,
        not_at=criteria.not_at,
        list_id=criteria.list_id,
    )
