"""The Bot API methods that the sandbox serves; importing the modules fills `METHODS`."""

from sandbox.api.methods import (
    chats,
    copying,
    editing,
    groups,
    media,
    plain,
    profile,
    sending,
    updates,
)
from sandbox.api.methods.base import METHODS

__all__ = [
    "METHODS",
    "chats",
    "copying",
    "editing",
    "groups",
    "media",
    "plain",
    "profile",
    "sending",
    "updates",
]
