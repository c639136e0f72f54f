"""THE wiring list: settings in, running application out."""

from __future__ import annotations

import asyncio
import gc
import signal
from dataclasses import dataclass

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram_dialog import setup_dialogs
from aiogram_dialog.api.entities import DIALOG_EVENT_NAME

from bot.background import Background
from bot.commands import publish_card
from bot.context import Services
from bot.delivery import Delivery
from bot.dialogs import build_dialogs
from bot.errors import setup_errors
from bot.filters import PrivateChat
from bot.handlers import build_first, build_last
from bot.installation import installation_of
from bot.l10n import Localizer
from bot.maintenance import Drain, MaintenanceGate
from bot.middlewares import DuplicateGuard, PersonMiddleware
from bot.pacing import PacedRequests, Pacer
from bot.polling import Poller
from bot.screens import ScreenManager
from bot.session import Session
from bot.settings import Settings
from content import load_catalogue, load_consent, load_profile, load_questionnaire
from scheduler.clock import Scheduler
from scheduler.jobs import Jobs
from services.clock import Clock, SystemClock
from services.outbox import load_calendar
from services.use_cases import assemble
from storage.engine import Database
from storage.fsm import ChatIsolation, SqlStorage
from storage.locks import FileLock, hold_database
from storage.migrations import migrate
from storage.uow import UnitOfWork

log = structlog.get_logger(__name__)

_DRAIN_SECONDS = 20.0


@dataclass(slots=True)
class Application:
    """Everything that runs, and in which order it ends."""

    bot: Bot
    dispatcher: Dispatcher
    poller: Poller
    services: Services
    scheduler: Scheduler
    background: Background
    delivery: Delivery
    localizer: Localizer
    database: Database
    storage: SqlStorage
    drain: Drain
    lock: FileLock | None

    async def run(self) -> None:
        """Serve until stopped; updates in hand are finished, nothing is lost."""
        if not await self.poller.connect():
            return
        await self.dispatcher.emit_startup(bot=self.bot, dispatcher=self.dispatcher)
        self.background.run(publish_card(self.bot, self.localizer, self.services.profile))
        self.background.run(asyncio.to_thread(load_calendar))
        self.scheduler.start()
        self.delivery.start()
        self.drain.start()
        # The imported libraries stay for good: keep the collector from walking them.
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        gc.enable()
        log.info("running", profile=self.services.profile.key)
        await self.poller.run()
        log.info("stopped")

    async def serve(self) -> None:
        """Run until SIGINT or SIGTERM."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.poller.stop)
        await self.run()

    async def close(self) -> None:
        """Finish background work, write what is owed, close everything."""
        self.scheduler.stop()
        await self.drain.stop()
        await self.delivery.stop()
        await self.background.drain(_DRAIN_SECONDS)
        await self.storage.close()
        await self.database.close()
        await self.bot.session.close()
        if self.lock is not None:
            self.lock.release()


def build_bot(settings: Settings) -> Bot:
    """The Bot API client."""
    server = (
        TelegramAPIServer.from_base(settings.bot_api_url) if settings.bot_api_url else PRODUCTION
    )
    return Bot(
        settings.bot_token.get_secret_value(),
        session=Session(server),
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )


def build_dispatcher(
    services: Services, localizer: Localizer, storage: SqlStorage, background: Background
) -> Dispatcher:
    """Handlers, dialogs and middlewares. Private chats only."""
    isolation = ChatIsolation()
    dispatcher = Dispatcher(storage=storage, events_isolation=isolation, services=services)
    dispatcher.message.filter(PrivateChat())
    dispatcher.callback_query.filter(PrivateChat())
    dispatcher.include_routers(build_first(), build_dialogs(), build_last())
    setup_dialogs(dispatcher, message_manager=ScreenManager(), events_isolation=isolation)
    dispatcher.update.outer_middleware(MaintenanceGate(services, localizer))
    dispatcher.update.outer_middleware(DuplicateGuard())
    person = PersonMiddleware(services, localizer, background)
    observers = dispatcher.observers
    for name in ("message", "callback_query", "error", DIALOG_EVENT_NAME):
        observers[name].outer_middleware(person)
    setup_errors(dispatcher)
    return dispatcher


async def build(settings: Settings, clock: Clock | None = None) -> Application:
    """Read the content, bring the database up to date, put everything together."""
    profile = load_profile(settings.profile)
    questionnaire = load_questionnaire(settings.questionnaire)
    clock = clock or SystemClock(profile.timezone)
    lock = hold_database(settings.database_url)
    database = Database.open(settings.database_url)
    try:
        await database.ping()
        await migrate(database)
        uow = UnitOfWork(database)
        services = assemble(
            uow,
            clock,
            profile,
            load_catalogue(),
            load_consent(),
            settings.admin_ids,
            installation_of(settings),
        )
        await services.questionnaires.publish(questionnaire)
        await services.schools.import_profile(profile)
        if count := await services.people.forgotten.erase_again():
            log.warning("people whom a backup brought back are forgotten again", count=count)
        # With a lock there is no other process: what was being sent was being sent by a dead one.
        if lock is not None and (left := await services.outbox.recover()):
            log.warning("messages may have been sent before the last end", count=left)
    except BaseException:
        await database.close()
        if lock is not None:
            lock.release()
        raise
    return _put_together(settings, services, database, uow, lock)


def _put_together(
    settings: Settings,
    services: Services,
    database: Database,
    uow: UnitOfWork,
    lock: FileLock | None,
) -> Application:
    clock, localizer = services.clock, Localizer(settings.default_locale)
    storage, background = SqlStorage(uow, clock.now), Background()
    dispatcher = build_dispatcher(services, localizer, storage, background)
    bot, pacer = build_bot(settings), Pacer()
    bot.session.middleware(PacedRequests(pacer))
    delivery = Delivery(bot, services, localizer, background, pacer)
    uow.on_owed, uow.on_erased = delivery.wake, storage.forget
    jobs = Jobs(services)
    scheduler = Scheduler(jobs, services.schedule, clock.zone)
    services.schedule.work, services.schedule.next_time = jobs.work, scheduler.next_time
    scheduler.on_moved = delivery.wake
    services.health.jobs = lambda: scheduler.upcoming(clock.now())
    return Application(
        bot=bot,
        dispatcher=dispatcher,
        poller=Poller(bot, dispatcher),
        services=services,
        scheduler=scheduler,
        background=background,
        delivery=delivery,
        localizer=localizer,
        database=database,
        storage=storage,
        drain=Drain(bot, dispatcher, services.maintenance),
        lock=lock,
    )
