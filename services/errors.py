"""The only way to say no."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """A rule does not allow this. Becomes a sentence that names the rule and the way out.

    `reason` is the name of a message in `locales/*/refusals.ftl` without its `refusal-` prefix,
    `facts` are the message's variables.
    """

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts = facts
