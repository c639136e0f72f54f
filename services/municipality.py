"""The profile in force."""

from __future__ import annotations

from content import Profile


class Municipality:
    """Holds the profile; an admin may replace it while the bot runs.

    `quiet_hours`: whether the settings let the profile's quiet hours hold messages back.
    """

    def __init__(self, profile: Profile, *, quiet_hours: bool = True) -> None:
        self.profile = profile
        self.quiet_hours = quiet_hours
