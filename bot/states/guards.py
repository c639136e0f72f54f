"""Which permission each screen asks for, at least. The services check it on every click."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup

from bot.states.delivery_groups import (
    AttendanceStates,
    AudienceStates,
    BroadcastStates,
    EventDeskStates,
    EventStates,
    SubscriptionStates,
)
from bot.states.groups import (
    AdminStates,
    AssessmentStates,
    AuditStates,
    CareerStates,
    DirectoryStates,
    ForgetStates,
    HelpStates,
    InvitationStates,
    MenuStates,
    OwnDataStates,
    QueueStates,
    ResultStates,
    RoleStates,
    SchoolStates,
    SignupStates,
)
from services.permissions import (
    ADMINISTER,
    BROADCAST,
    DECIDE_CLAIMS,
    DECIDE_TRANSFERS,
    EXPORT_PEOPLE,
    FIND_PEOPLE,
    GRANT_ROLES,
    INVITE,
    MANAGE_EVENTS,
    MANAGE_SCHOOLS,
    NOTE_EXTERNAL_RESULTS,
    OWN,
    SEE_AUDIT,
    SEE_RESULTS,
    SEE_STATISTICS,
    SEE_SUPPORT_STATUS,
    Permission,
)

SCREENS: dict[type[StatesGroup], Permission] = {
    MenuStates: OWN,
    HelpStates: OWN,
    SignupStates: OWN,
    ForgetStates: OWN,
    AssessmentStates: OWN,
    ResultStates: OWN,
    CareerStates: OWN,
    OwnDataStates: OWN,
    EventStates: OWN,
    SubscriptionStates: OWN,
    EventDeskStates: MANAGE_EVENTS,
    AttendanceStates: MANAGE_EVENTS,
    BroadcastStates: BROADCAST,
    AudienceStates: BROADCAST,
    QueueStates: DECIDE_TRANSFERS,
    DirectoryStates: FIND_PEOPLE,
    RoleStates: GRANT_ROLES,
    InvitationStates: INVITE,
    SchoolStates: MANAGE_SCHOOLS,
    AuditStates: SEE_AUDIT,
    AdminStates: ADMINISTER,
}
# Screens that ask for more, or for less, than the rest of their group.
SINGLE_SCREENS: dict[State, Permission] = {
    QueueStates.claim: DECIDE_CLAIMS,
    DirectoryStates.results: SEE_RESULTS,
    DirectoryStates.external: NOTE_EXTERNAL_RESULTS,
    DirectoryStates.external_remove: NOTE_EXTERNAL_RESULTS,
    DirectoryStates.export: EXPORT_PEOPLE,
    SchoolStates.card: SEE_SUPPORT_STATUS,
    AdminStates.statistics: SEE_STATISTICS,
}


def permission_of(state: State) -> Permission:
    """What somebody must be allowed to do to be shown this screen."""
    single = SINGLE_SCREENS.get(state)
    return single if single is not None else SCREENS[state.group]
