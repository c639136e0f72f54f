"""All screens, and how to open each flow. Dialogs know one another only through this file."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import DialogManager, ShowMode, StartMode


class MenuStates(StatesGroup):
    """The menu and what hangs directly on it."""

    menu = State()
    help = State()
    language = State()


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


SIGNUP_STEPS: dict[str, State] = {
    "name": SignupStates.name,
    "school": SignupStates.school,
    "position": SignupStates.position,
    "subjects": SignupStates.subjects,
    "experience": SignupStates.experience,
    "post": SignupStates.post,
    "category": SignupStates.category,
}

_RESET = StartMode.RESET_STACK


async def open_menu(manager: DialogManager, show: ShowMode | None = None) -> None:
    """What this person can do now."""
    await manager.start(MenuStates.menu, mode=_RESET, show_mode=show)


async def open_help(manager: DialogManager) -> None:
    """What the bot can do."""
    await manager.start(MenuStates.help, mode=_RESET)


async def open_language(manager: DialogManager) -> None:
    """Choice of language."""
    await manager.start(MenuStates.language, mode=_RESET)


async def open_signup(manager: DialogManager, step: str | None) -> None:
    """Sign-up at the given step, or at the summary."""
    state = SIGNUP_STEPS[step] if step else SignupStates.summary
    await manager.start(state, mode=_RESET)


async def open_profile(manager: DialogManager) -> None:
    """One's own card, with a way to correct each field."""
    await manager.start(SignupStates.summary, mode=_RESET)


async def open_forget(manager: DialogManager) -> None:
    """What will be erased, and the question whether to."""
    await manager.start(ForgetStates.confirm, mode=_RESET)


async def open_assessment(manager: DialogManager) -> None:
    """The beginning of an assessment, or where it was left."""
    await manager.start(AssessmentStates.intro, mode=_RESET)


async def open_results(manager: DialogManager) -> None:
    """All results."""
    await manager.start(ResultStates.history, mode=_RESET)


async def open_result(manager: DialogManager, assessment_id: int, *, new: bool) -> None:
    """One result; a `new` one comes with the closing words of the questionnaire."""
    data = {"assessment_id": assessment_id, "new": new}
    await manager.start(ResultStates.summary, data, mode=_RESET)
