"""One installation of the bot in a test: real services and dispatcher, and a way back in time."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from aiogram.types import CallbackQuery, Document, InlineKeyboardButton, Message, Update, User
from aiogram_dialog.test_tools.memory_storage import JsonMemoryStorage, MemoryStorageRecord
from structlog.testing import capture_logs

from bot.app import build_bot, build_dispatcher
from bot.background import Background
from bot.l10n import Localizer
from bot.settings import Settings
from content import Profile, Questionnaire, load_catalogue, load_consent
from scheduler.clock import Scheduler
from scheduler.jobs import Jobs
from services.use_cases import assemble
from storage.engine import Database
from storage.migrations import migrate
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.dialogs.files import FILES
from tests.dialogs.phone import DATE, Phone, Reaction, Screen, chat_of

TELEGRAM_ID = 700_000_001
ADMIN_ID = 700_000_100  # an admin by the settings
SETTINGS: dict[str, Any] = {"bot_token": "42:TEST", "_env_file": None}


@dataclass(frozen=True)
class Situation:
    """Everything at one moment: database, bookmarks, chat, clock, who acts, what was typed."""

    name: str
    database: sqlite3.Connection
    bookmarks: dict[Any, tuple[str, str | None]]
    chat: dict[int, Screen]
    last_id: int
    moment: datetime
    user: User
    typed: tuple[str, ...]


class World:
    """The bot of one municipality, talking with one person at a time."""

    def __init__(self, path: Path, profile: Profile, questionnaire: Questionnaire) -> None:
        self.path, self.profile, self.questionnaire = path, profile, questionnaire
        self.clock = FixedClock(zone=profile.timezone)
        self.phone, self.storage = Phone(), JsonMemoryStorage()
        self.bot = build_bot(Settings(**SETTINGS))
        self.bot.session = self.phone
        self.database = Database.open(f"sqlite+aiosqlite:///{path}")
        self.user = User(id=TELEGRAM_ID, is_bot=False, first_name="Анна", last_name="Иванова")
        self.typed: tuple[str, ...] = ()
        self._updates = 0

    async def open(self) -> None:
        """Set up the database and wire the bot as `bot.app` does, texts in strict mode."""
        await migrate(self.database)
        uow, clock = UnitOfWork(self.database), self.clock
        self.services = assemble(
            uow, clock, self.profile, load_catalogue(), load_consent(), [ADMIN_ID]
        )
        jobs, schedule = Jobs(self.services), self.services.schedule
        schedule.work = jobs.work
        schedule.next_time = Scheduler(jobs, schedule, clock.zone).next_time
        await self.services.questionnaires.publish(self.questionnaire)
        await self.services.schools.import_profile(self.profile)
        self.localizer, self.background = Localizer(strict=True), Background()
        storage: Any = self.storage
        self.dispatcher = build_dispatcher(self.services, self.localizer, storage, self.background)
        self._side = sqlite3.connect(self.path, isolation_level=None)
        self._side.execute("PRAGMA synchronous=OFF")
        self._loaded: tuple[Any, int] = (None, 0)

    async def close(self) -> None:
        """Close everything."""
        self._side.close()
        await self.database.close()

    # -- moments -------------------------------------------------------------------------------

    def keep(self, name: str) -> Situation:
        """Remember this moment."""
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        self._side.backup(copy)
        self._loaded = copy, self._version()
        records = self.storage.storage.items()
        return Situation(
            name=name,
            database=copy,
            bookmarks={key: (record.data, record.state) for key, record in records},
            chat=dict(self.phone.chat),
            last_id=self.phone.last_id,
            moment=self.clock.now(),
            user=self.user,
            typed=self.typed,
        )

    def back_to(self, moment: Situation) -> None:
        """Return to a moment; whatever happened since did not happen."""
        if self._loaded != (moment.database, self._version()):
            moment.database.backup(self._side)
            self._loaded = moment.database, self._version()
        self.storage.storage.clear()
        for key, (data, state) in moment.bookmarks.items():
            self.storage.storage[key] = MemoryStorageRecord(data, state)
        self.phone.chat, self.phone.last_id = dict(moment.chat), moment.last_id
        self.clock.set(moment.moment)
        self.user, self.typed = moment.user, moment.typed

    def has_changed(self) -> bool:
        """Whether anything was committed since the world went back to a moment."""
        return self._loaded[1] != self._version()

    def _version(self) -> int:
        """Changes when another connection has committed."""
        return int(self._side.execute("PRAGMA data_version").fetchone()[0])

    # -- the person ----------------------------------------------------------------------------

    async def sends(self, text: str) -> Reaction:
        """The person writes a message."""
        if not text.startswith("/"):
            self.typed += (text,)
        message = Message(
            message_id=self.phone.next_id(),
            date=DATE,
            chat=chat_of(self.user.id),
            from_user=self.user,
            text=text,
        )
        return await self.happens(message=message)

    async def sends_file(self, name: str, data: bytes) -> Reaction:
        """The person sends a document."""
        self.typed += (name,)
        file_id = f"sent{len(self.phone.sent)}"
        self.phone.sent[file_id] = data
        document = Document(
            file_id=file_id, file_unique_id=file_id, file_name=name, file_size=len(data)
        )
        message = Message(
            message_id=self.phone.next_id(),
            date=DATE,
            chat=chat_of(self.user.id),
            from_user=self.user,
            document=document,
        )
        return await self.happens(message=message)

    async def presses(self, button: InlineKeyboardButton, screen: Screen) -> Reaction:
        """The person presses a button of a message."""
        message = Message(
            message_id=screen.message_id,
            date=DATE,
            chat=chat_of(self.user.id),
            from_user=User(id=self.bot.id, is_bot=True, first_name="Bot"),
            text=screen.text,
        )
        callback = CallbackQuery(
            id=str(self._updates),
            from_user=self.user,
            chat_instance="1",
            message=message,
            data=button.callback_data,
        )
        reaction = await self.happens(callback_query=callback)
        if reaction.answers != 1:
            reaction.faults.append(f"the button was answered {reaction.answers} times")
        return reaction

    async def follows(self, *steps: str) -> Reaction:
        """Commands, «typed text» in quotes, names of `FILES` after a 📎, and ids of widgets to
        press, one after another."""
        reaction = Reaction()
        for step in steps:
            if step.startswith(("/", "«")):
                reaction = await self.sends(step.strip("«»"))
            elif step.startswith("📎"):
                reaction = await self.sends_file(*FILES[step[1:]]())
            else:
                screen = self.phone.newest
                fitting = [b for b in screen.buttons if widget_of(b).startswith(step)]
                assert fitting, f"no button {step!r} on\n{screen}"
                reaction = await self.presses(fitting[0], screen)
            assert not reaction.faults, (step, reaction.faults)
        return reaction

    async def happens(self, **content: Any) -> Reaction:
        self._updates += 1
        self.phone.reaction = reaction = Reaction()
        update = Update(update_id=self._updates, **content)
        with capture_logs() as logs:
            await self.dispatcher.feed_update(self.bot, update)
            await self.background.drain(60)
        for line in logs:
            if line["log_level"] in ("error", "critical"):
                reaction.faults.append(f"{line['event']}: {line.get('exc_info')!r}")
                reaction.codes.append(line.get("code", ""))
        return reaction

    @property
    def state(self) -> str | None:
        """The window that the conversation stands on."""
        records = {key.destiny: record.data for key, record in self.storage.storage.items()}
        stack = json.loads(records.get("aiogd:stack:", "{}"))
        if not stack.get("intents"):
            return None
        return str(json.loads(records[f"aiogd:context:{stack['intents'][-1]}"])["state"])

    async def my_id(self) -> int:
        """The id of the acting person."""
        person = await self.services.people.find(self.user.id)
        assert person is not None
        return person.id

    def becomes(self, telegram_id: int, first_name: str = "Анна") -> None:
        """Somebody else takes the phone."""
        self.user = User(id=telegram_id, is_bot=False, first_name=first_name, last_name="Иванова")

    def speak(self, locale: str) -> None:
        """The person has always spoken this language."""
        self._side.execute("UPDATE person SET locale = ?", (locale,))
        self._loaded = None, 0
        self.renamed(language_code=locale)

    def renamed(self, **names: str | None) -> None:
        """Change what Telegram knows of the person."""
        self.user = self.user.model_copy(update=names)


def widget_of(button: InlineKeyboardButton) -> str:
    """The widget id and item of a dialog's button, without the id of the conversation."""
    return (button.callback_data or "").rpartition("\x1d")[2]
