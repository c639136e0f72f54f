"""Where a demonstration keeps its state, and whether it begins afresh."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("data/demo")
_LOCK = "lock"


class DemoRunning(Exception):
    """Another process plays with the same state; the text says so."""


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """Database and chats of one municipality's demonstration.

    They belong together: without one of them, or when seeding did not come to its end, all
    begins afresh. `fresh`: it did.
    """

    path: Path
    fresh: bool

    @property
    def database(self) -> Path:
        return self.path / "bot.db"

    @property
    def chats(self) -> Path:
        return self.path / "chats.json"

    @property
    def ready(self) -> Path:
        """Exists once the people are complete."""
        return self.path / "ready"


@contextmanager
def demo_folder(profile: str, *, reset: bool) -> Iterator[DemoFolder]:
    """Hold the folder of a profile; emptied if nothing whole is in it, or on `reset`.

    Raises `DemoRunning` while another process holds it: what it plays with is not touched.
    """
    path = FOLDER / Path(profile).stem
    path.mkdir(parents=True, exist_ok=True)
    with (path / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DemoRunning(f"The demonstration in {path} is running already.") from None
        kept = DemoFolder(path, fresh=False)
        if reset or not all(part.exists() for part in (kept.database, kept.chats, kept.ready)):
            _empty(path)
            kept = DemoFolder(path, fresh=True)
        yield kept


def _empty(path: Path) -> None:
    for each in path.iterdir():
        if each.is_dir():
            _empty(each)
            each.rmdir()
        elif each.name != _LOCK:
            each.unlink()
