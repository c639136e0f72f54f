"""Texts: what the code asks for is there, in both languages, and fits where it is shown."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.audiences import LINES as AUDIENCE_LINES
from bot.commands import COMMANDS, SECTIONS
from bot.dialogs.audiences.criteria import KINDS, MARKS
from bot.dialogs.board.reasons import QUICK as QUICK_REASONS
from bot.dialogs.board.words import FLAGS as BOARD_FLAGS
from bot.dialogs.board.words import SIGNS as BOARD_SIGNS
from bot.dialogs.board.words import key_of
from bot.dialogs.broadcasts.data import SIGNS as BROADCAST_SIGNS
from bot.dialogs.campaigns.fields import PLANNED as FIELDS_OF_A_CAMPAIGN
from bot.dialogs.campaigns.fields import TYPED as TYPED_OF_A_CAMPAIGN
from bot.dialogs.event_desk.data import CHOICES, TEXTS, TOPIC_KINDS
from bot.dialogs.event_desk.fields import MAIN as EVENT_FIELDS
from bot.dialogs.event_desk.fields import OTHERS as OTHER_EVENT_FIELDS
from bot.dialogs.invitations.data import SIGNS
from bot.dialogs.requests.no_data import WHY as WHY_NO_DATA
from bot.dialogs.schedule.words import REASONS as REASONS_OF_FAILURE
from bot.dialogs.schools.sheets import ACTIONS
from bot.dialogs.widgets.decisions import SIGNS as DECISION_SIGNS
from bot.handlers.notices import PLACES
from bot.l10n import FOLDER, LOCALES, L10n
from bot.reports.broadcast_table import COLUMNS as READER_COLUMNS
from bot.reports.broadcast_table import STATES as COPY_STATES
from bot.reports.history_rows import DEEDS
from bot.reports.history_rows import HISTORY as HISTORY_COLUMNS
from bot.reports.indicator_table import INDICATORS as INDICATOR_COLUMNS
from bot.reports.indicator_table import WORDS as WORD_COLUMNS
from bot.reports.participants import COLUMNS as PARTICIPANT_COLUMNS
from bot.reports.people_table import COLUMNS as PEOPLE_COLUMNS
from bot.reports.school_rows import FIRST as SCHOOL_COLUMNS
from bot.reports.school_rows import KINDS as REASON_KINDS
from bot.reports.school_rows import REASONS as REASON_COLUMNS
from bot.reports.school_rows import STATES as REQUEST_STATES
from bot.request_words import CHANGES as CHANGES_OF_A_REQUEST
from content.questionnaire import LEVELS
from services.audiences import PLACES as PLACES_OF_AN_EVENT
from services.audiences import REASONS
from services.audit import Kind
from services.broadcasts.listing import SHELVES
from services.events.calendar import FILTERS
from services.events.reminders import BEFORE
from services.invitations import SHEET_ROLES
from services.monitoring.answers.form_reading import ACTIONS as FORM_ACTIONS
from services.monitoring.answers.later import WHEN as ASKED_LATER
from services.monitoring.campaigns.timetable import STEPS as STEPS_OF_A_CAMPAIGN
from services.monitoring.checking.board import FILTERS as BOARD_FILTERS
from services.notices import Notice
from services.people import STEPS
from services.permissions import GRANTED, Role
from services.schedule import Job
from storage.repositories.events import PARTS

ROOT = Path(__file__).parent.parent
ALERT = 200  # characters that Telegram shows over a screen
SHOWN_AS_ALERT = {"button-old", "crashed"}

TAKES_FROM_GETTER = ("T", "Label", "press")

SCHOOL_FIELDS = (
    *("name", "short_name", "english_name", "support_status", "key"),
    *("state", "people", "coordinators", "heads"),
)

# Texts whose names are put together in code: f"field-{step}" and its like.
FAMILIES = {
    "field-": STEPS,
    "signup-": STEPS,
    "command-": tuple(command.name for command in COMMANDS),
    "help-about-": SECTIONS,
    "notice-": tuple(Notice),
    "go-": tuple(PLACES),
    "zone-": LEVELS,
    "language-": LOCALES,
    "role-": tuple(Role),
    "role-short-": GRANTED,
    "role-means-": GRANTED,
    "audit-": tuple(Kind),
    "school-state-": ("active", "proposed", "closed", "merged"),
    "school-field-": SCHOOL_FIELDS,
    "school-tie-": ("people", "holders", "invitations", "wishes"),
    "school-plan-": ACTIONS,
    "schools-preview-": ACTIONS,
    "schools-apply-": ("add", "change"),
    "size-": ("kb", "mb", "gb"),
    "span-": ("minutes", "hours", "days"),
    "job-": tuple(Job),
    "job-short-": tuple(Job),
    "job-does-": tuple(Job),
    "invitation-state-": tuple(SIGNS),
    "invitation-words-": SHEET_ROLES,
}
FAMILIES |= {"people-column-": PEOPLE_COLUMNS}
FAMILIES |= {
    "category-": ("events", "law", "news", "service"),
    "audience-line-": AUDIENCE_LINES,
    "audience-by-": KINDS,
    "audience-ask-": MARKS,
    "audience-place-": (*PLACES_OF_AN_EVENT, "any"),
    "audience-left-": ("unreachable", "unsubscribed"),
    "audience-people-": REASONS,
    "audience-show-": REASONS,
}
FAMILIES |= {
    "event-desk-part-": PARTS,
    "event-desk-field-": (*EVENT_FIELDS, *OTHER_EVENT_FIELDS, "audience"),
    "event-desk-ask-": (*TEXTS, *CHOICES),
    "event-desk-open-": ("everybody", "others", "only"),
    "event-desk-switch-": ("others", "only"),
    "event-desk-topics-": TOPIC_KINDS,
    "event-desk-kind-": TOPIC_KINDS,
    "event-desk-phase-": ("draft", "coming", "on", "past", "cancelled"),
    "event-desk-before-": tuple(BEFORE),
}
FAMILIES |= {
    "event-filter-": FILTERS,
    "event-filter-ask-": FILTERS,
    "reminder-": tuple(BEFORE),
}
FAMILIES |= {
    "checkin-": ("open", "here", "again", "early", "late", "cancelled"),
    "participants-column-": PARTICIPANT_COLUMNS,
    "participants-state-": ("registered", "waiting", "withdrawn", "walked-in"),
    "participants-how-": ("link", "code", "list"),
    "certificate-": ("form", "level", "when", "hours", "place", "organiser"),
}
FAMILIES |= {
    "broadcasts-shelf-": tuple(SHELVES),
    "broadcast-state-": (*BROADCAST_SIGNS, "resting"),
    "broadcast-column-": READER_COLUMNS,
    "copy-state-": COPY_STATES,
}
FAMILIES |= {
    "campaign-step-": STEPS_OF_A_CAMPAIGN,
    "campaign-steps-": ("waiting", "done", "missed"),
    "campaign-field-": FIELDS_OF_A_CAMPAIGN,
    "campaign-ask-": TYPED_OF_A_CAMPAIGN,
    "campaign-input-": ("number", "share", "yes_no", "text"),
    "schedule-came-": tuple(job for job in Job if job != Job.MONITORING),
    "schedule-failed-": REASONS_OF_FAILURE,
}
FAMILIES |= {
    "council-of-": ("reported", "overdue", "drafts"),
    "decision-state-": tuple(DECISION_SIGNS),
    "decision-field-": ("school", "responsible", "due"),
    "decision-lacks-": ("due", "responsible"),
}
FAMILIES |= {
    "request-change-": CHANGES_OF_A_REQUEST,
    "no-data-because-": WHY_NO_DATA,
    "requests-state-": (
        "expected", "in_work", "returned", "submitted", "accepted", "missed",
    ),
}  # fmt: skip
FAMILIES |= {
    "board-line-": tuple(map(key_of, BOARD_SIGNS)),
    "board-is-": tuple(map(key_of, BOARD_SIGNS)),
    "board-only-": tuple(map(key_of, BOARD_FILTERS)),
    "board-also-": ("late", "orphan", "gone"),
    "board-flag-": (*BOARD_FLAGS, "unchanged"),
    "board-origin-": ("typed", "known", "sheet"),
    "board-quick-": QUICK_REASONS,
    "refusal-request-is-": (
        *map(key_of, BOARD_SIGNS),
        "returned-by",
        "accepted-by",
    ),
}
FAMILIES |= {
    "indicators-": ("numerator", "denominator", "counted"),
    "results-column-": (
        *(*INDICATOR_COLUMNS, *WORD_COLUMNS, *SCHOOL_COLUMNS, *REASON_COLUMNS, *HISTORY_COLUMNS),
    ),
    "results-sheet-": ("indicators", "schools", "reasons", "history", "words"),
    "results-unit-": ("percent", "people", "items"),
    "results-state-": REQUEST_STATES,
    "results-kind-": REASON_KINDS,
    "results-deed-": DEEDS,
}
FAMILIES |= {
    "form-count-": FORM_ACTIONS,
    "form-becomes-": FORM_ACTIONS,
    "form-type-": ("number", "share", "yes-no", "text"),
    "later-": ASKED_LATER,
}
REFUSALS = "refusal-"

SAMPLES = (0, 1, 2, 5, 11, 21, 1_000_000, "", "yes", "no", 'Ёж <b>&"', "Ш" * 3000)
LARGE = {"word": "Ш" * 30, "text": "Ш" * 30, "code": "a1b2c3"}  # as long as services let through

LATIN = re.compile(r"[A-Za-z]{2,}")
CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
ENGLISH_IN_RUSSIAN = {"CSV", "English", "Excel", "JSON", "QR", "Telegram", "Word", "XLSX"}
NAMES_A_LANGUAGE = {"language-ru", "menu-language", "command-language"}
FAMILIAR = re.compile(r"\b(ты|тебя|тебе|тобой|твой|твоя|твоё|твои|твоего|твоих)\b", re.IGNORECASE)


@cache
def texts(locale: str) -> L10n:
    return L10n(locale, strict=True)


@cache
def sources(*folders: str) -> tuple[tuple[str, ast.Module], ...]:
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return tuple(
        (str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))) for path in paths
    )


def calls(*folders: str) -> Iterator[tuple[str, ast.Call, str]]:
    """Every call with the last name of what is called: `l10n` for `ctx.l10n(…)`."""
    for name, tree in sources(*folders):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                if isinstance(called, ast.Subscript):  # localizer[locale](…)
                    called = called.value
                word = called.attr if isinstance(called, ast.Attribute) else ""
                yield name, node, called.id if isinstance(called, ast.Name) else word


def key_of(call: ast.Call, called: str) -> ast.expr | None:
    """The expression that names a text, where a call names one."""
    if called in ("T", "Label", "press", "l10n", "plain", "localizer") and call.args:
        return call.args[0]
    return call.args[1] if called == "toast" and len(call.args) > 1 else None


@cache
def asked_for() -> dict[str, str]:
    """Names of texts that code asks for, and where."""
    found: dict[str, str] = {}
    for place, call, called in calls("bot", "services"):
        key = key_of(call, called)
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            found[key.value] = place
        says_no = called in ("Refusal", "Problem", "_other")
        if says_no and call.args and isinstance(call.args[0], ast.Constant):
            found[f"{REFUSALS}{call.args[0].value}"] = place
    for prefix, members in FAMILIES.items():
        found |= {f"{prefix}{member}": prefix for member in members}
    return found


def constants() -> set[str]:
    """All strings of the code, docstrings among them; a text may be named in a variable."""
    return {
        node.value
        for _, tree in sources("bot", "services")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


class TestNames:
    @pytest.mark.parametrize("locale", LOCALES)
    def test_every_text_that_code_asks_for_is_there(self, locale: str) -> None:
        missing = {key: at for key, at in asked_for().items() if key not in texts(locale).keys}
        assert missing == {}

    def test_every_text_is_asked_for(self) -> None:
        named = asked_for().keys() | constants()
        assert sorted(texts("ru").keys - named) == []

    def test_a_name_put_together_in_code_belongs_to_a_known_family(self) -> None:
        for place, call, called in calls("bot"):
            key = key_of(call, called)
            if isinstance(key, ast.JoinedStr):
                assert isinstance(key.values[0], ast.Constant), place
                assert key.values[0].value in {*FAMILIES, REFUSALS}, place

    def test_both_languages_have_the_same_texts_in_the_same_files(self) -> None:
        def layout(locale: str) -> dict[str, list[str]]:
            files = sorted((FOLDER / locale).glob("*.ftl"))
            return {f.name: re.findall(r"^([a-z][\w-]*) =", f.read_text(), re.M) for f in files}

        assert layout("ru") == layout("en")


class TestVariables:
    def test_are_the_same_in_both_languages(self) -> None:
        ru, en = ({key: texts(lang).variables(key) for key in texts(lang).keys} for lang in LOCALES)
        assert ru == en

    def test_are_all_given_where_a_text_is_asked_for_by_name(self) -> None:
        wrong = []
        for place, call, called in calls("bot", "services"):
            key, prefix = None if called in TAKES_FROM_GETTER else key_of(call, called), ""
            if called == "Refusal" and call.args:
                key, prefix = call.args[0], REFUSALS
            if not isinstance(key, ast.Constant) or any(k.arg is None for k in call.keywords):
                continue
            given, name = {k.arg for k in call.keywords}, f"{prefix}{key.value}"
            if given != texts("ru").variables(name):
                wrong.append((place, name, sorted(map(str, given))))
        assert wrong == []

    @pytest.mark.parametrize("locale", LOCALES)
    @pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample!r:.12}")
    def test_take_any_value(self, locale: str, sample: object) -> None:
        l10n = texts(locale)  # strict: what cannot be formatted raises
        for key in l10n.keys:
            facts = dict.fromkeys(l10n.variables(key), sample)
            for text in (l10n(key, **facts), l10n.plain(key, **facts)):
                assert not re.search(r"\?\?\?|\{|\}|[\ue000-\ue001]", text), key


@pytest.mark.parametrize("locale", LOCALES)
class TestWording:
    def test_has_no_stray_air(self, locale: str) -> None:
        for key, text in all_said(locale):
            assert not re.search(r"\t|  ", text), key
            assert text == text.strip() != "", key

    def test_is_calm_and_typeset(self, locale: str) -> None:
        for key, text in all_said(locale):
            assert "!!" not in text, key
            assert "..." not in text, f"{key}: an ellipsis is one character"
            assert '"' not in text, f"{key}: quotes are «so» and “so”"
            assert " - " not in text, f"{key}: a dash is longer"

    def test_keeps_to_its_language(self, locale: str) -> None:
        for key, text in all_said(locale):
            words = re.sub(r"<[^>]*>|/[a-z]+", " ", text)
            if locale == "en" and key not in NAMES_A_LANGUAGE:
                assert CYRILLIC.findall(words) == [], key
            if locale == "ru" and key != "language-en":
                assert set(LATIN.findall(words)) <= ENGLISH_IN_RUSSIAN, key


def test_russian_is_polite() -> None:
    assert [key for key, text in all_said("ru") if FAMILIAR.search(text)] == []


def all_said(locale: str) -> list[tuple[str, str]]:
    """Every text with its name."""
    return [(key, said(locale, key)) for key in sorted(texts(locale).keys)]


def said(locale: str, key: str, **facts: object) -> str:
    """A text with a number in place of each variable."""
    l10n = texts(locale)
    return l10n.plain(key, **{name: facts.get(name, 5) for name in l10n.variables(key)})


def plain_texts() -> set[str]:
    """Texts for buttons and pop-ups, which show no markup."""
    found = {key for key in asked_for() if key.startswith(("command-", "language-"))}
    for _, call, called in calls("bot"):
        key = key_of(call, called)
        if called in ("Label", "press", "plain", "toast") and isinstance(key, ast.Constant):
            found.add(key.value)
    return found


def toasts() -> set[str]:
    found = [key_of(call, called) for _, call, called in calls("bot") if called == "toast"]
    return {key.value for key in found if isinstance(key, ast.Constant)}


class TestPlaces:
    @pytest.mark.parametrize("locale", LOCALES)
    def test_a_button_or_pop_up_has_no_markup(self, locale: str) -> None:
        refusals = {key for key in texts(locale).keys if key.startswith(REFUSALS)}
        assert [key for key in plain_texts() | refusals if "<" in said(locale, key)] == []

    @pytest.mark.parametrize("locale", LOCALES)
    def test_a_pop_up_is_never_cut(self, locale: str) -> None:
        refusals = {key for key in texts(locale).keys if key.startswith(REFUSALS)}
        for key in refusals | toasts() | SHOWN_AS_ALERT:
            large = {name: LARGE.get(name, 123_456) for name in texts(locale).variables(key)}
            text = said(locale, key, **large)
            assert len(text) <= ALERT, f"{key} has {len(text)} characters: {text}"

    @pytest.mark.parametrize("locale", LOCALES)
    def test_a_command_is_described_in_a_line(self, locale: str) -> None:
        for name in FAMILIES["command-"]:
            assert 3 <= len(said(locale, f"command-{name}")) <= 60
