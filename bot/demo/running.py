"""Running the demonstration: server, bot and people in one process, state kept between runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.app import Application, build
from bot.demo import TOKEN
from bot.demo.clock import DemoClock
from bot.demo.folder import DemoFolder, demo_folder
from bot.demo.seeding import seed
from bot.settings import Settings
from content import LOCALES, Demo, Profile, load_demo, load_profile
from sandbox import Limits, MovableClock, Person, Sandbox
from services.outbox import Quiet

# The Telegram id of the person who is the admin by the settings.
ADMIN_ID = 100_000
# Whoever starts it at night finds people at work: it begins at this hour of the next working day.
_MORNING = 9


async def run_demo(settings: Settings, port: int, *, reset: bool) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises `DemoRunning` if this municipality is played already, `OSError` if the port is taken,
    and what `build` raises.
    """
    profile = load_profile(settings.profile)
    time = MovableClock()
    with demo_folder(settings.profile, reset=reset) as folder:
        async with _telegram(settings, profile, port, time, folder) as box:
            clock = DemoClock(time, profile.timezone)
            application = await build(_connected(settings, box, folder), clock)
            try:
                if folder.fresh:
                    quiet = application.services.outbox.quiet
                    await time.move(until_work(quiet, clock).total_seconds())
                _share_time(time, application)
                if folder.fresh:
                    await _meet(application, clock, load_demo(), box)
                    folder.ready.touch()
                _tell(profile, box)
                await application.serve()
            finally:
                await application.close()


def _telegram(
    settings: Settings, profile: Profile, port: int, time: MovableClock, folder: DemoFolder
) -> Sandbox:
    locale = settings.default_locale
    return Sandbox(
        TOKEN,
        port,
        clock=time,
        zone=profile.timezone,
        state=folder.chats,
        limits=Limits(overall=True, chat=True, group=True),
        hasty=True,
        name=f"{profile.bot_name.get(locale)} · {profile.title.get(locale)}",
        username="demo_bot",
    )


def _connected(settings: Settings, box: Sandbox, folder: DemoFolder) -> Settings:
    return settings.model_copy(
        update={
            "bot_api_url": box.url,
            "database_url": f"sqlite+aiosqlite:///{folder.database}",
            "admin_ids": (*settings.admin_ids, ADMIN_ID),
        }
    )


def until_work(quiet: Quiet, clock: DemoClock) -> timedelta:
    """How long it takes until messages may go out at once."""
    now = clock.now()
    if quiet.is_allowed(now, workday=True):
        return timedelta()
    allowed = quiet.next_allowed(now, workday=True).astimezone(clock.zone)
    morning = allowed.replace(hour=_MORNING, minute=0, second=0, microsecond=0)
    return max(allowed, morning) - now


def _share_time(time: MovableClock, application: Application) -> None:
    """Moving the clock in the chat does what falls due in the application."""
    scheduler = application.scheduler

    async def moved(before: float, now: float) -> None:
        await scheduler.catch_up(_moment(before), _moment(now))

    async def next_due() -> float | None:
        due = await scheduler.next_due(_moment(time()))
        return due.timestamp() if due else None

    time.on_move, time.next_due = moved, next_due


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


async def _meet(application: Application, clock: DemoClock, demo: Demo, box: Sandbox) -> None:
    """Bring the people; those who know the bot have pressed Start."""
    people: dict[str, Person] = {
        each.key: box.person(
            each.first_name,
            each.last_name,
            language_code=each.language,
            user_id=ADMIN_ID if each.admin else None,
            note={language: each.note.get(language) for language in LOCALES},
        )
        for each in demo.people
    }
    await seed(application.services, clock, demo, {key: one.id for key, one in people.items()})
    for each in demo.people:
        if each.card is not None:
            await people[each.key].sends("/start")


def _tell(profile: Profile, box: Sandbox) -> None:
    print(
        f"\n  {profile.title.get('en')}: the demonstration is at {box.url}/\n"
        "  Ctrl-C stops it; what was done is kept. `make demo RESET=1` begins afresh.\n",
        flush=True,
    )
