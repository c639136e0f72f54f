"""For every window: in which situations it is looked at, and the way there.

A step of the way is a command, a «typed text», or the id of a widget whose first button is pressed.
"""

from __future__ import annotations

from bot.states import (
    AssessmentStates,
    ForgetStates,
    HelpStates,
    MenuStates,
    ResultStates,
    SignupStates,
)
from tests.dialogs import (
    stories_administration,
    stories_around_events,
    stories_attendance,
    stories_audiences,
    stories_broadcasts,
    stories_directory,
    stories_event_desk,
    stories_events,
    stories_invitations,
    stories_own_data,
    stories_roles,
    stories_schools,
)
from tests.dialogs.story import Story, stories

LONG = "Очень длинный ответ. " * 166
QUERY = ("Гимназия имени трижды Героя " * 6)[:150]


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
    *stories_audiences.STORIES,
    *stories_invitations.STORIES,
    *stories_administration.STORIES,
    *stories_broadcasts.STORIES,
    *stories_directory.STORIES,
    *stories_event_desk.STORIES,
    *stories_events.STORIES,
    *stories_roles.STORIES,
    *stories_schools.STORIES,
    *stories_own_data.STORIES,
    *stories_around_events.STORIES,
    *stories_attendance.STORIES,
    *stories(
        MenuStates.menu,
        ("registered", "/menu"),
        ("of_a_school_named_like_markup", "/start", "confirm"),
        ("in_the_middle", "/menu"),
        ("with_thirty_results", "/menu"),
        ("registered_at_length", "/menu"),
        ("in_the_middle_at_length", "/menu"),
    ),
    *stories(
        HelpStates.help,
        ("registered", "/help"),
        ("registered", "/help", "«привет»"),
        ("an_admin", "/help"),
        ("a_methodist", "/help"),
        ("a_coordinator", "/help"),
    ),
    *stories(MenuStates.language, ("registered", "/language")),
    *stories(
        ForgetStates.confirm,
        ("registered", "/forget"),
        ("a_newcomer", "/forget"),
        ("with_thirty_results", "/forget"),
    ),
    *stories(
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
    *stories(
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
    *stories(
        SignupStates.position,
        ("at_a_school", "/start"),
        ("registered", "/profile", "edit:position"),
    ),
    *stories(
        SignupStates.subjects,
        ("a_teacher", "/start"),
        ("a_teacher", "/start", "«математика»"),
        ("a_head", "/start"),
        ("a_teacher_of_everything", "/start"),
        ("a_teacher_of_everything", "/start", "later"),
        ("registered_at_length", "/profile", "edit:subjects"),
    ),
    *stories(
        SignupStates.experience,
        ("a_teacher_of_two_subjects", "/start"),
        ("a_teacher_of_two_subjects", "/start", "«сто»"),
        ("a_teacher_of_two_subjects", "/start", "«100»"),
        ("registered", "/profile", "edit:experience"),
    ),
    *stories(
        SignupStates.post,
        ("experienced", "/start"),
        ("experienced", "/start", "«5 лет»"),
        ("registered_at_length", "/profile", "edit:post"),
    ),
    *stories(
        SignupStates.category,
        ("asked_for_the_category", "/start"),
        ("registered", "/profile", "edit:category"),
    ),
    *stories(
        SignupStates.summary,
        ("about_to_confirm", "/start"),
        ("of_a_school_named_like_markup", "/start"),
        ("registered", "/profile"),
        ("a_registered_head", "/profile"),
        ("registered_at_length", "/profile"),
    ),
    *stories(
        AssessmentStates.intro,
        ("registered", "/assessment"),
        ("a_registered_head", "/assessment"),
        ("in_the_middle", "/assessment"),
        ("with_a_mixed_result", "/assessment"),
        ("in_the_middle_at_length", "/assessment"),
    ),
    *stories(
        AssessmentStates.restart,
        ("in_the_middle", "/assessment", "restart"),
        ("in_the_middle_at_length", "/assessment", "restart"),
    ),
    *stories(
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
    *stories(ResultStates.summary, *((who, *RESULT) for who in RESULTS)),
    *stories(ResultStates.block, *((who, *BLOCK) for who in RESULTS)),
    *stories(ResultStates.block, ("with_a_mixed_result", *BLOCK, "later", "later")),
    *stories(ResultStates.block, ("with_two_results", *BLOCK, "earlier")),
    *stories(
        ResultStates.history,
        ("registered", "/results"),
        ("with_a_mixed_result", "/results"),
        ("with_thirty_results", "/results"),
        ("with_thirty_results", "/results", "earlier"),
    ),
    *stories(
        ResultStates.compare,
        ("with_two_results", "/results", "compare"),
        ("with_thirty_results", "/results", "compare"),
        ("with_two_results_at_length", "/results", "compare"),
    ),
    *stories(
        ResultStates.pick,
        ("with_thirty_results", "/results", "compare", "before"),
        ("with_thirty_results", "/results", "compare", "after"),
    ),
)
