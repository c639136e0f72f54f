"""Who may do what: every permission of the program, declared once.

`docs/permissions.md` is generated from this module, and a test tries each permission with each
role. What a permission opens is declared where it is used, by `reads` and `writes` of
`services.access`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in the municipality; a person may be several.

    Everybody who signed up is a teacher: that role is not granted, and opens one's own data.
    """

    TEACHER = "teacher"
    HEAD = "head"
    COORDINATOR = "coordinator"
    CONSULTANT = "consultant"
    MENTOR = "mentor"
    EXPERT = "expert"
    MEMBER = "member"
    COUNCIL = "council"
    METHODIST = "methodist"
    ADMIN = "admin"


# Roles that belong to one school, and the one that may be narrowed to directions of the profile.
OF_A_SCHOOL = frozenset({Role.HEAD, Role.COORDINATOR})
OF_A_DIRECTION = frozenset({Role.METHODIST})
# Roles of people who work in the service and not at a school: nobody asks them for one.
STAFF = frozenset({Role.METHODIST, Role.COUNCIL, Role.ADMIN})
GRANTED = tuple(role for role in Role if role is not Role.TEACHER)


@dataclass(frozen=True, slots=True)
class Permission:
    """Roles that may do something `everywhere`, and roles that may at their `school` only."""

    key: str
    meaning: str
    everywhere: frozenset[Role]
    school: frozenset[Role] = frozenset()

    @property
    def roles(self) -> frozenset[Role]:
        """All roles that may, somewhere."""
        return self.everywhere | self.school

    @property
    def audience(self) -> str:
        """Whom a refusal names: `everybody`, `school` (of several roles), a role, or `staff`."""
        if Role.TEACHER in self.roles:
            return "everybody"
        if self.school:
            return "school" if len(self.school) > 1 else str(next(iter(self.school)))
        if Role.METHODIST not in self.everywhere:
            return "admin"
        return "staff" if Role.ADMIN in self.everywhere else "methodist"


PERMISSIONS: dict[str, Permission] = {}


def _declare(
    key: str, meaning: str, everywhere: Iterable[Role], school: Iterable[Role] = ()
) -> Permission:
    permission = Permission(key, meaning, frozenset(everywhere), frozenset(school))
    if PERMISSIONS.setdefault(key, permission) is not permission:
        raise ValueError(f"permission {key} is declared twice")
    return permission


_SERVICE = (Role.METHODIST, Role.ADMIN)
_ADMINS = (Role.ADMIN,)

# One's own: sign-up, assessments, results, own data. Ownership is checked by id each time.
OWN = _declare("own", "work with one’s own data, assessments and results", (Role.TEACHER,))

# People. Personal results are for their owner and the methodist, as the consent says.
FIND_PEOPLE = _declare("find-people", "find people and see their cards", _SERVICE, OF_A_SCHOOL)
EXPORT_PEOPLE = _declare("export-people", "take people out as a spreadsheet", _SERVICE)
SEE_RESULTS = _declare(
    "see-results", "see the result of somebody’s self-assessment", (Role.METHODIST,)
)
NOTE_EXTERNAL_RESULTS = _declare(
    "note-external-results", "note results of diagnoses made elsewhere", (Role.METHODIST,)
)
DECIDE_TRANSFERS = _declare(
    "decide-transfers", "confirm or decline a change of school", _SERVICE, (Role.COORDINATOR,)
)

# Roles.
DECIDE_CLAIMS = _declare("decide-claims", "confirm or decline a claimed role", _SERVICE)
GRANT_ROLES = _declare("grant-roles", "give and end roles", _SERVICE)
GRANT_SERVICE_ROLES = _declare(
    "grant-service-roles", "give and end the roles of methodist and admin", _ADMINS
)
INVITE = _declare("invite", "make and revoke invitations", _SERVICE)

# Schools. The support status of a school is for the methodist and the head of that school.
SEE_SUPPORT_STATUS = _declare(
    "see-support-status", "see the support status of a school", _SERVICE, (Role.HEAD,)
)
MANAGE_SCHOOLS = _declare("manage-schools", "change, import, merge and close schools", _SERVICE)

# Events and broadcasts. Whom a deficit is found at is a personal result: not for admins.
MANAGE_EVENTS = _declare(
    "manage-events",
    "announce, change and cancel events, see who comes and mark who came",
    (Role.METHODIST,),
)
BROADCAST = _declare("broadcast", "choose an audience and send it a broadcast", (Role.METHODIST,))

# Monitoring. Who may answer a request is checked by the request: of the own school, or handed over.
ANSWER_REQUESTS = _declare(
    "answer-requests",
    "answer requests for data of one’s school, or handed over by a colleague",
    (Role.TEACHER,),
    (Role.COORDINATOR, Role.HEAD),
)
MONITOR = _declare(
    "monitor", "run campaigns, check what schools answer, write down decisions", (Role.METHODIST,)
)
SEE_INDICATORS = _declare(
    "see-indicators",
    "see the indicators of the municipality and its schools",
    (Role.METHODIST, Role.COUNCIL),
)

# The installation.
SEE_STATISTICS = _declare("see-statistics", "see numbers of the municipality", _SERVICE)
SEE_AUDIT = _declare("see-audit", "read and export the audit log", _ADMINS)
ADMINISTER = _declare(
    "administer", "look after the installation: backups, maintenance, content, health", _ADMINS
)
