"""Use cases and rules, one module per capability: no Telegram, no SQL strings."""
