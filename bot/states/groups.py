"""All screens."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class MenuStates(StatesGroup):
    """The menu and what hangs directly on it."""

    menu = State()
    language = State()


class HelpStates(StatesGroup):
    """What this person can do, and by which commands."""

    help = State()


class SignupStates(StatesGroup):
    """Sign-up field by field; the summary serves as the profile later."""

    name = State()
    school = State()
    position = State()
    subjects = State()
    experience = State()
    post = State()
    category = State()
    summary = State()


class ForgetStates(StatesGroup):
    """Being forgotten."""

    confirm = State()


class AssessmentStates(StatesGroup):
    """Taking an assessment."""

    intro = State()
    restart = State()
    step = State()


class ResultStates(StatesGroup):
    """Own results."""

    summary = State()
    block = State()
    history = State()
    compare = State()
    pick = State()


class QueueStates(StatesGroup):
    """What waits for a decision: claimed roles, changes of school, proposed schools."""

    list = State()
    claim = State()
    transfer = State()


class DirectoryStates(StatesGroup):
    """Finding people, and their cards."""

    find = State()
    school = State()
    role = State()
    card = State()
    results = State()
    external = State()
    external_remove = State()
    export = State()


class CareerStates(StatesGroup):
    """One's own courses and next attestation."""

    overview = State()
    course = State()
    title = State()
    hours = State()
    finished = State()
    attestation = State()


class RoleStates(StatesGroup):
    """Who holds which role; the roles of one person."""

    holders = State()
    filter = State()
    person = State()
    role = State()
    school = State()
    direction = State()
    confirm = State()
    end = State()


class InvitationStates(StatesGroup):
    """Links that give a role."""

    list = State()
    role = State()
    school = State()
    direction = State()
    terms = State()
    card = State()
    renew = State()
    revoke = State()
    file = State()
    preview = State()


class SchoolStates(StatesGroup):
    """The schools of the municipality."""

    list = State()
    card = State()
    name = State()
    status = State()
    merge = State()
    merge_confirm = State()
    close = State()
    close_confirm = State()
    file = State()
    preview = State()


class OwnDataStates(StatesGroup):
    """What is stored about me, and who looked at it."""

    overview = State()
    lookers = State()


class AuditStates(StatesGroup):
    """The audit log."""

    log = State()
    kind = State()
    person = State()


class AdminStates(StatesGroup):
    """The installation: numbers, health, backups, maintenance, content, outbox."""

    panel = State()
    statistics = State()
    health = State()
    backups = State()
    maintenance = State()
    content = State()
    reload = State()
    outbox = State()


SIGNUP_STEPS: dict[str, State] = {
    "name": SignupStates.name,
    "school": SignupStates.school,
    "position": SignupStates.position,
    "subjects": SignupStates.subjects,
    "experience": SignupStates.experience,
    "post": SignupStates.post,
    "category": SignupStates.category,
}
