"""Installations of the bot, and the situations in them: each made once and returned to."""

from __future__ import annotations

from pathlib import Path

from content import load_profile, load_questionnaire
from tests.dialogs import everybody, staff  # noqa: F401  they register situations
from tests.dialogs.extremes import crowded_profile, wordy_questionnaire
from tests.dialogs.situations import CITY, CROWDED, NO_SCHOOLS, SITUATIONS
from tests.dialogs.world import Situation, World

CONTENT = {
    CITY: lambda: (load_profile("ust-ishim"), load_questionnaire()),
    NO_SCHOOLS: lambda: (load_profile("lesosibirsk"), load_questionnaire()),
    CROWDED: lambda: (crowded_profile(), wordy_questionnaire()),
}


class Country:
    """All installations."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._worlds: dict[str, World] = {}
        self._built: dict[str, Situation] = {}

    async def world(self, place: str = CITY) -> World:
        """The installation of a place, as it was on its first day."""
        if place not in self._worlds:
            world = self._worlds[place] = World(self._folder / f"{place}.db", *CONTENT[place]())
            await world.open()
            self._built[place] = world.keep(place)
        self._worlds[place].back_to(self._built[place])
        return self._worlds[place]

    async def at(self, name: str, locale: str = "ru") -> World:
        """An installation in which somebody got into this situation."""
        place, before, build = SITUATIONS[name]
        if name not in self._built:
            world = await (self.at(before) if before else self.world(place))
            await build(world)
            self._built[name] = world.keep(name)
        world = await self.world(place)
        world.back_to(self._built[name])
        world.speak(locale)
        return world

    async def close(self) -> None:
        """Close all."""
        for world in self._worlds.values():
            await world.close()
