"""The profile in force."""

from __future__ import annotations

from content import Profile


class Municipality:
    """Holds the profile; an admin may replace it while the bot runs."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
