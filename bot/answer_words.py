"""Answers of schools in words: numbers by locale, yes and no, texts, no data."""

from __future__ import annotations

from typing import Protocol

from bot.indicator_words import number_words
from bot.l10n import L10n
from content.profile.measures import Variable


class Answer(Protocol):
    """What was answered: exactly one of the three says it."""

    @property
    def number(self) -> float | None:
        """A number; yes and no are 1 and 0."""

    @property
    def text(self) -> str | None:
        """Words."""

    @property
    def no_data(self) -> bool:
        """Whether there are none."""


def answer_words(l10n: L10n, variable: Variable, answer: Answer | None) -> str:
    """«34», «12,5 %», «да», the words, «нет данных»; a dash where nothing is answered."""
    if answer is None:
        return "—"
    if answer.no_data:
        return l10n.plain("answer-no-data")
    if answer.number is None:
        return answer.text or "—"
    if variable.input == "yes_no":
        return l10n.plain("answer-yes" if answer.number else "answer-no")
    words = number_words(l10n, answer.number)
    return l10n.plain("percent", value=words) if variable.input == "share" else words
