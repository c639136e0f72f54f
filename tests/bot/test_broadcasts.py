"""A broadcast as people get it: words and buttons, within what Telegram takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.broadcasts import compose_broadcast, event_words
from bot.l10n import LOCALES, L10n
from services.audiences import Criteria
from services.broadcasts import Content
from services.broadcasts.messages import EVENT_ROOM, shown_text
from services.events import Event
from services.subscriptions import EVENTS, SERVICE
from tests.wiring import load_profile

PROFILE = load_profile("ust-ishim")
PLAIN = Content(7, SERVICE, "<b>Привет</b>", None, None, "", "", ack=False, event_id=None)


def event(**fields: Any) -> Event:
    """A seminar on a September evening."""
    given: dict[str, Any] = dict.fromkeys(Event.__dataclass_fields__, "")
    given |= {
        "id": 5,
        "state": "published",
        "title": "Оценивание <на> уроке",
        "starts_at": datetime(2026, 9, 24, 19, 0, tzinfo=UTC),
        "ends_at": None,
        "place": "Школа № 1",
        "seats": 15,
        "audience": Criteria(),
    }
    return Event(**given | fields)


@pytest.mark.parametrize("locale", LOCALES)
class TestWords:
    def test_facts_of_the_event_stand_above_the_text_in_local_time(self, locale: str) -> None:
        content = replace(PLAIN, category=EVENTS, event_id=5, event=event())
        text = shown_text(compose_broadcast(content, L10n(locale), PROFILE).text)
        assert text.startswith("Оценивание <на> уроке\n")
        assert "01:00" in text
        assert text.endswith("\n\nПривет")

    def test_facts_of_any_event_fit_into_their_room(self, locale: str) -> None:
        long = event(title="Ш" * 200, place="Ш" * 200, seats=32_000)
        words = shown_text(event_words(long, L10n(locale), PROFILE))
        assert len(words) + 2 <= EVENT_ROOM


class TestButtons:
    def labels(self, content: Content) -> list[str]:
        markup = compose_broadcast(content, L10n("ru"), PROFILE).markup
        return [button.text for row in markup.inline_keyboard for button in row] if markup else []

    def test_words_of_the_service_cannot_be_refused(self) -> None:
        assert self.labels(PLAIN) == []
        assert self.labels(replace(PLAIN, category=EVENTS)) == ["Не присылать такое"]

    def test_each_thing_to_do_has_a_row(self) -> None:
        content = replace(
            PLAIN, category=EVENTS, ack=True, event_id=5, event=event(),
            button_text="Программа", button_url="https://example.org",
        )  # fmt: skip
        expected = ["Записаться", "Программа", "Ознакомлен(а)", "Не присылать такое"]
        assert self.labels(content) == expected

    @pytest.mark.parametrize("category", ["news." + "x" * 24, EVENTS])
    def test_callbacks_fit(self, category: str) -> None:
        most = (1 << 63) - 1
        content = replace(PLAIN, id=most, category=category, ack=True, event_id=most)
        markup = compose_broadcast(content, L10n("ru"), PROFILE).markup
        assert markup is not None
        data = [button.callback_data or "" for row in markup.inline_keyboard for button in row]
        assert all(0 < len(one.encode()) <= 64 for one in data)
