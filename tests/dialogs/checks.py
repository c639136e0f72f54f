"""What every screen keeps to: Telegram's limits, a phone's width, one language, a way on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.l10n import L10n
from services.fields import polite_name
from tests.dialogs.phone import Screen
from tests.dialogs.world import World

ROWS, IN_A_ROW, LABEL, CALLBACK = 8, 8, 64, 64
# Characters of a label that a phone 360 px wide shows, by the number of buttons in the row.
SHOWN = {1: 36, 2: 17, 3: 12, 4: 9, 5: 6, 6: 5, 7: 4, 8: 3}

# Labels of narrow letters, or such that their beginning is enough.
CUT_WITHOUT_HARM = {"Не веду предметы ›", "✓ Материалы для самостоятельной работы"}

CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
LATIN_WORD = re.compile(r"(?<![/\w])[A-Za-z]{2,}")
RUSSIAN_IN_ENGLISH = ("Русский",)
ENGLISH_IN_RUSSIAN = {"CSV", "English", "Excel", "ID", "QR", "Telegram", "Word", "XLSX"}
OWN_NAME = "О’Брайен-Smith Мэри-Энн"
INVITATION = re.compile(r"Напишите|Write|/[a-z]+")
MACHINE = re.compile(r"[{}\[\]]|\bNone\b|\bnan\b|Markup|Safe\(|FluentNone")
KEY = re.compile(r"\b[a-z]+(?:-[a-z]+)+\b")


def faults_of(screen: Screen, world: World, locale: str) -> list[str]:
    """Everything that is wrong with a screen, each fault with what it was found on."""
    entered = sorted(entered_by_people(world), key=len, reverse=True)
    l10n = world.localizer[locale]
    faults = [*_keyboard(screen, entered), *_texts(screen, l10n, entered)]
    if not screen.rows and not INVITATION.search(screen.text):
        faults.append("no way on: no button, nothing to write")
    return [f"{fault}\n--- on the screen:\n{screen}" for fault in faults]


def entered_by_people(world: World) -> set[str]:
    """Texts that stay as they were written: names, typed texts, the municipality's schools."""
    user = world.user
    schools = {s.short_name.ru for s in world.profile.schools if not s.short_name.en}
    names = {user.first_name, user.last_name or "", f"{user.last_name or ''} {user.first_name}"}
    typed = {" ".join(text.split()) for text in world.typed}
    typed |= {text[:120] for text in typed}  # what is kept of the name of a school
    greeted = {polite_name(text) or "" for text in {OWN_NAME, *typed}}
    return {text for text in {*schools, *names, *typed, *greeted, OWN_NAME} if text.strip()}


def _keyboard(screen: Screen, entered: list[str]) -> Iterator[str]:
    if len(screen.rows) > ROWS:
        yield f"{len(screen.rows)} rows of buttons"
    for row in screen.rows:
        if len(row) > IN_A_ROW:
            yield f"{len(row)} buttons in a row"
        for button in row:
            data = (button.callback_data or "").encode()
            if button.url is not None and not button.url.startswith("https://"):
                yield f"an address that opens nothing: {button.url}"
            if button.url is None and not 1 <= len(data) <= CALLBACK:
                yield f"callback data of {len(data)} bytes: {data!r}"
            if not 1 <= len(button.text) <= LABEL:
                yield f"a label of {len(button.text)} characters: {button.text}"
            own_words = any(text[:20] in button.text for text in entered)
            fits = len(button.text) <= SHOWN[len(row)] or button.text in CUT_WITHOUT_HARM
            if not (fits or own_words):
                yield f"a phone cuts one of {len(row)} in a row: {button.text}"


def _texts(screen: Screen, l10n: L10n, entered: list[str]) -> Iterator[str]:
    parts = [screen.text, *(button.text for button in screen.buttons)]
    for part in parts:
        if part != part.strip() or not part:
            yield f"air around {part!r}"
        if re.search(r"(?<!\.)\.\.(?!\.)|[,;:]\.", part):
            yield f"two full stops in {part!r}"
        if re.search(r"\n{3,}|[^\n ]  +\S", part):
            yield f"too much air inside {part!r}"
        part = _without(part, entered)
        if found := MACHINE.search(part):
            yield f"machine language: {found.group()!r}"
        if keys := set(KEY.findall(part)) & l10n.keys:
            yield f"names of texts: {keys}"
        yield from _other_language(part, l10n.locale)


def _without(part: str, entered: list[str]) -> str:
    """The text without what people wrote, whole or cut with an ellipsis."""
    for text in entered:
        if text[:20] in part:
            part = part.replace(text, "…")
            part = re.sub(re.escape(text[:20]) + r"[^\n»”]*…", "…", part)
    return part


def _other_language(part: str, locale: str) -> Iterator[str]:
    if locale == "en":
        for allowed in RUSSIAN_IN_ENGLISH:
            part = part.replace(allowed, "")
        if found := CYRILLIC.findall(part):
            yield f"Russian in English: {' '.join(found[:8])}"
    elif found := sorted(set(LATIN_WORD.findall(part)) - ENGLISH_IN_RUSSIAN):
        yield f"English in Russian: {' '.join(found[:8])}"
