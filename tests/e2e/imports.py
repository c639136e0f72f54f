"""What a start of the product imports and reads, and nothing else."""

import holidays  # noqa: F401
import uvloop  # noqa: F401

import bot.__main__
import bot.app
import bot.logs  # noqa: F401
from bot.l10n import Localizer

Localizer()
