"""The Bot API methods that the sandbox serves; importing the modules fills `METHODS`."""

from sandbox.methods import chats, editing, profile, sending, updates
from sandbox.methods.base import METHODS

__all__ = ["METHODS", "chats", "editing", "profile", "sending", "updates"]
