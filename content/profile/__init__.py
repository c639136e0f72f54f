"""The profile of a municipality and its parts."""

from content.profile.delivery import Delivery, QuietHours
from content.profile.forms import (
    Check,
    Condition,
    FormField,
    MemberReports,
    Nomination,
    NominationForm,
    Statuses,
)
from content.profile.measures import Campaign, Indicator, Monitoring, Threshold, Variable
from content.profile.parts import (
    Document,
    Ground,
    Mentoring,
    Module,
    ModuleKey,
    Organisation,
    Resource,
    Role,
    Routes,
    School,
    SchoolStatus,
    Service,
    Structure,
)
from content.profile.profile import Profile

__all__ = [
    "Campaign",
    "Check",
    "Condition",
    "Delivery",
    "Document",
    "FormField",
    "Ground",
    "Indicator",
    "MemberReports",
    "Mentoring",
    "Module",
    "ModuleKey",
    "Monitoring",
    "Nomination",
    "NominationForm",
    "Organisation",
    "Profile",
    "QuietHours",
    "Resource",
    "Role",
    "Routes",
    "School",
    "SchoolStatus",
    "Service",
    "Statuses",
    "Structure",
    "Threshold",
    "Variable",
]
