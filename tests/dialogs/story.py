"""What a story of a window is."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.fsm.state import State


@dataclass(frozen=True)
class Story:
    """A window, the situation it is looked at in, and the way to it."""

    window: State
    situation: str
    way: tuple[str, ...]

    def __str__(self) -> str:
        way = " ".join("typing" if step.startswith("«") else step for step in self.way)
        return f"{self.window.state} {self.situation} by {way}"


def stories(window: State, *ways: tuple[str, ...]) -> list[Story]:
    return [Story(window, situation, tuple(way)) for situation, *way in ways]
