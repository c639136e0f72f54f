"""Every window, in every situation that has a story, in both languages; and every button on it.

A button is pressed in one of the languages, in turn: what it opens is a window with its own story.
One that many stories show is pressed in the first few of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from aiogram.types import InlineKeyboardButton
from aiogram_dialog import Dialog
from aiogram_dialog.api.internal import Widget

from bot.dialogs import build_dialogs
from bot.l10n import LOCALES
from tests.dialogs.checks import faults_of
from tests.dialogs.country import Country
from tests.dialogs.phone import Reaction
from tests.dialogs.situations import SITUATIONS
from tests.dialogs.stories import STORIES, Story

WINDOWS = [
    window
    for dialog in build_dialogs().sub_routers
    if isinstance(dialog, Dialog)
    for window in dialog.windows.values()
]

ENOUGH = 3  # presses of the same button, each after another story
SEPARATOR = "\x1d"
PRESSED: Counter[tuple[str, str, str]] = Counter()

# Words of `button-old` and `refusal-choice-gone`: no button may be old on the screen it stands on.
CALLED_OLD = ("уже не действует", "no longer works", "здесь уже нет", "no longer here")

pytestmark = pytest.mark.usefixtures("quick_reports")


def test_every_window_has_a_preview_story() -> None:
    told = {story.window for story in STORIES}
    untold = [str(window.get_state().state) for window in WINDOWS if window.get_state() not in told]
    assert not untold, f"there is no preview story for {', '.join(untold)}"


def test_every_situation_is_looked_at() -> None:
    used = {story.situation for story in STORIES} | {"everybody"}  # of the test of permissions
    used |= {before for _, before, _ in SITUATIONS.values() if before}
    assert set(SITUATIONS) <= used


def _widgets(widget: Widget) -> Iterator[Widget]:
    yield widget
    for inner in getattr(widget, "buttons", ()):
        yield from _widgets(inner)


def test_the_ids_of_widgets_are_unique_in_their_window() -> None:
    for window in WINDOWS:
        ids = Counter(getattr(one, "widget_id", None) for one in _widgets(window.keyboard))
        del ids[None]
        repeated = [name for name, count in ids.items() if count > 1]
        assert not repeated, f"{window.get_state()}: {repeated}"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("story", STORIES, ids=str)
async def test_the_window_shows_well_and_each_of_its_buttons_works(
    country: Country, story: Story, locale: str
) -> None:
    world = await country.at(story.situation, locale)
    reaction = await world.follows(*story.way)
    assert world.state == story.window.state, f"got to {world.state}: {reaction.said}"
    screen, moment = world.phone.newest, world.keep("here")
    faults = faults_of(screen, world, locale)
    for button in screen.buttons[LOCALES.index(locale) :: len(LOCALES)]:
        if button.url is not None:  # the phone opens it by itself
            continue
        which = (str(story.window.state), _widget_of(button), locale)
        PRESSED[which] += 1
        if PRESSED[which] > ENOUGH:
            continue
        world.back_to(moment)
        pressed = await world.presses(button, screen)
        faults += [f"[{button.text}] {fault}" for fault in trouble(pressed)]
        person = await world.services.people.find(world.user.id)
        now = person.locale if person else locale
        for shown in pressed.screens:
            faults += [f"[{button.text}] → {fault}" for fault in faults_of(shown, world, now)]
    assert not faults, "\n\n".join(faults)


def _widget_of(button: InlineKeyboardButton) -> str:
    """The button's widget, whichever of a list it is."""
    return str(button.callback_data).partition(SEPARATOR)[2].partition(":")[0]


def trouble(reaction: Reaction) -> list[str]:
    """What must not happen after a press: a crash, silence, a hint that the button is old."""
    faults = list(reaction.faults)
    if not (reaction.screens or reaction.notes or reaction.files):
        faults.append("nothing happened")
    said = " ".join(reaction.said)
    faults += [f"refused: {word}" for word in CALLED_OLD if word in said]
    return faults
