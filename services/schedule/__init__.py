"""The schedule: what happens by itself, and when."""

from services.schedule.pausing import pauses_in
from services.schedule.schedule import AHEAD, PAGE, Schedule
from services.schedule.views import (
    OFTEN,
    Agenda,
    Ahead,
    Facts,
    Job,
    JobCard,
    JobFailed,
    Run,
    RunPage,
)

__all__ = [
    "AHEAD",
    "OFTEN",
    "PAGE",
    "Agenda",
    "Ahead",
    "Facts",
    "Job",
    "JobCard",
    "JobFailed",
    "Run",
    "RunPage",
    "Schedule",
    "pauses_in",
]
