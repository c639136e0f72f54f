"""A local stand-in for Telegram's Bot API: development, demo, end-to-end and load tests.

`Sandbox` serves one bot over HTTP on loopback; `Person` is somebody who writes to it. The server
answers as Telegram does, errors word for word, and needs no account, token or network.
"""

from sandbox.api.faults import Fault
from sandbox.api.limits import Limits
from sandbox.api.server import RecordedCall
from sandbox.box import Sandbox
from sandbox.people.person import Person
from sandbox.world.clock import MovableClock
from sandbox.world.saving import NotSaved

__all__ = ["Fault", "Limits", "MovableClock", "NotSaved", "Person", "RecordedCall", "Sandbox"]
