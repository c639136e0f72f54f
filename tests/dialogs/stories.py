"""For every window: in which situations it is looked at, and the way there.

A step of the way is a command, a «typed text», or the id of a widget whose first button is pressed.
"""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.fsm.state import State

from bot.states import AssessmentStates, ForgetStates, MenuStates, ResultStates, SignupStates

LONG = "Очень длинный ответ. " * 166
QUERY = ("Гимназия имени трижды Героя " * 6)[:150]


@dataclass(frozen=True)
class Story:
    """A window, the situation it is looked at in, and the way to it."""

    window: State
    situation: str
    way: tuple[str, ...]

    def __str__(self) -> str:
        way = " ".join("typing" if step.startswith("«") else step for step in self.way)
        return f"{self.window.state} {self.situation} by {way}"


def _stories(window: State, *ways: tuple[str, ...]) -> list[Story]:
    return [Story(window, situation, tuple(way)) for situation, *way in ways]


ASK = ("/assessment", "go_on")
ONE, TWO = ("one",), ("one", "one")
SKIPS = ("skip", "skip", "skip", "skip")
RESULT = ("/results", "pass")
BLOCK = (*RESULT, "blocks")
RESULTS = (
    "with_a_mixed_result",
    "with_gaps_everywhere",
    "strong_everywhere",
    "with_nothing_to_judge",
    "a_head_with_a_result",
    "with_two_results",
    "with_gaps_everywhere_at_length",
    "with_two_results_at_length",
)

STORIES: tuple[Story, ...] = (
    *_stories(
        MenuStates.menu,
        ("registered", "/menu"),
        ("of_a_school_named_like_markup", "/start", "confirm"),
        ("in_the_middle", "/menu"),
        ("with_thirty_results", "/menu"),
        ("registered_at_length", "/menu"),
        ("in_the_middle_at_length", "/menu"),
    ),
    *_stories(MenuStates.help, ("registered", "/help"), ("registered", "/help", "«привет»")),
    *_stories(MenuStates.language, ("registered", "/language")),
    *_stories(
        ForgetStates.confirm,
        ("registered", "/forget"),
        ("a_newcomer", "/forget"),
        ("with_thirty_results", "/forget"),
    ),
    *_stories(
        SignupStates.name,
        ("a_newcomer", "/start"),
        ("a_newcomer", "/start", "«<b>&»"),
        ("a_newcomer", "/start", "«" + "Анна " * 40 + "»"),
        ("a_newcomer_whose_telegram_name_is_no_name", "/start"),
        ("a_newcomer_with_the_longest_name", "/start"),
        ("named", "/start", "back"),
        ("registered", "/profile", "edit:name"),
        ("registered_at_length", "/profile", "edit:name"),
    ),
    *_stories(
        SignupStates.school,
        ("named", "/start"),
        ("named", "/start", "later"),
        ("named", "/start", "«Аксен»"),
        ("named", "/start", "«ООШ»"),
        ("named", "/start", '«<i>&"»'),
        ("named", "/start", f"«{QUERY}»"),
        ("named", "/start", f"«{QUERY * 3}»"),
        ("named_where_no_school_is_listed", "/start"),
        ("registered", "/profile", "edit:school"),
        ("named_at_length", "/start"),
        ("named_at_length", "/start", "earlier"),
        ("named_at_length", "/start", "«Сложно»"),
    ),
    *_stories(
        SignupStates.position,
        ("at_a_school", "/start"),
        ("registered", "/profile", "edit:position"),
    ),
    *_stories(
        SignupStates.subjects,
        ("a_teacher", "/start"),
        ("a_teacher", "/start", "«математика»"),
        ("a_head", "/start"),
        ("a_teacher_of_everything", "/start"),
        ("a_teacher_of_everything", "/start", "later"),
        ("registered_at_length", "/profile", "edit:subjects"),
    ),
    *_stories(
        SignupStates.experience,
        ("a_teacher_of_two_subjects", "/start"),
        ("a_teacher_of_two_subjects", "/start", "«сто»"),
        ("a_teacher_of_two_subjects", "/start", "«100»"),
        ("registered", "/profile", "edit:experience"),
    ),
    *_stories(
        SignupStates.post,
        ("experienced", "/start"),
        ("experienced", "/start", "«5 лет»"),
        ("registered_at_length", "/profile", "edit:post"),
    ),
    *_stories(
        SignupStates.category,
        ("asked_for_the_category", "/start"),
        ("registered", "/profile", "edit:category"),
    ),
    *_stories(
        SignupStates.summary,
        ("about_to_confirm", "/start"),
        ("of_a_school_named_like_markup", "/start"),
        ("registered", "/profile"),
        ("a_registered_head", "/profile"),
        ("registered_at_length", "/profile"),
    ),
    *_stories(
        AssessmentStates.intro,
        ("registered", "/assessment"),
        ("a_registered_head", "/assessment"),
        ("in_the_middle", "/assessment"),
        ("with_a_mixed_result", "/assessment"),
        ("in_the_middle_at_length", "/assessment"),
    ),
    *_stories(
        AssessmentStates.restart,
        ("in_the_middle", "/assessment", "restart"),
        ("in_the_middle_at_length", "/assessment", "restart"),
    ),
    *_stories(
        AssessmentStates.step,
        ("registered", "/assessment", "begin"),
        ("begun", *ASK),
        ("begun", *ASK, "«два»"),
        ("in_the_middle", *ASK),
        ("in_the_middle", *ASK, "back"),
        ("in_the_middle", *ASK, "back", "back", "back"),
        ("asked_for_wishes", *ASK),
        ("asked_for_wishes", *ASK, *ONE),
        ("asked_for_wishes", *ASK, *ONE, "back"),
        ("asked_for_wishes", *ASK, *TWO),
        ("asked_for_wishes", *ASK, *TWO, "many"),
        ("asked_for_wishes", *ASK, *TWO, "skip"),
        ("asked_for_wishes", *ASK, *TWO, "skip", "«" + LONG + "»"),
        ("asked_for_wishes", *ASK, *TWO, "skip", "«<b>&»", "back"),
        ("asked_for_wishes", *ASK, *SKIPS),
        ("asked_for_wishes", *ASK, *SKIPS, "revise"),
        ("who_skipped_everything", *ASK, *SKIPS),
        ("who_skipped_everything", *ASK, *SKIPS, "revise"),
        ("in_the_middle_at_length", *ASK),
        ("in_the_middle_at_length", *ASK, "back", "back"),
        ("asked_for_wishes_at_length", *ASK),
        ("asked_for_wishes_at_length", *ASK, *TWO),
        ("asked_for_wishes_at_length", *ASK, *TWO, "many"),
        ("asked_for_wishes_at_length", *ASK, *TWO, "skip", "«" + LONG + "»", "back"),
        ("who_skipped_everything_at_length", *ASK, *SKIPS),
        ("who_skipped_everything_at_length", *ASK, *SKIPS, "revise"),
    ),
    *_stories(ResultStates.summary, *((who, *RESULT) for who in RESULTS)),
    *_stories(ResultStates.block, *((who, *BLOCK) for who in RESULTS)),
    *_stories(ResultStates.block, ("with_a_mixed_result", *BLOCK, "later", "later")),
    *_stories(ResultStates.block, ("with_two_results", *BLOCK, "earlier")),
    *_stories(
        ResultStates.history,
        ("registered", "/results"),
        ("with_a_mixed_result", "/results"),
        ("with_thirty_results", "/results"),
        ("with_thirty_results", "/results", "earlier"),
    ),
    *_stories(
        ResultStates.compare,
        ("with_two_results", "/results", "compare"),
        ("with_thirty_results", "/results", "compare"),
        ("with_two_results_at_length", "/results", "compare"),
    ),
    *_stories(
        ResultStates.pick,
        ("with_thirty_results", "/results", "compare", "before"),
        ("with_thirty_results", "/results", "compare", "after"),
    ),
)
