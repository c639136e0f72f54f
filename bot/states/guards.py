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
from bot.states.monitoring_groups import (
    BoardStates,
    CampaignStates,
    CouncilStates,
    IndicatorStates,
    RecommendationStates,
    RequestStates,
    ScheduleStates,
)
from services.permissions import (
    ADMINISTER,
    ANSWER_REQUESTS,
    BROADCAST,
    DECIDE_CLAIMS,
    DECIDE_TRANSFERS,
    EXPORT_PEOPLE,
    FIND_PEOPLE,
    GRANT_ROLES,
    INVITE,
    MANAGE_EVENTS,
    MANAGE_SCHOOLS,
    MONITOR,
    NOTE_EXTERNAL_RESULTS,
    OWN,
    SEE_AUDIT,
    SEE_INDICATORS,
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
    RequestStates: ANSWER_REQUESTS,
    RecommendationStates: ANSWER_REQUESTS,
    CampaignStates: MONITOR,
    BoardStates: MONITOR,
    CouncilStates: MONITOR,
    IndicatorStates: SEE_INDICATORS,
    ScheduleStates: ADMINISTER,
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
    IndicatorStates.own: ANSWER_REQUESTS,
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
