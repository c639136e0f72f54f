"""`python -m bot demo`: the bot and a local Bot API server with a web chat, in one process."""

# Of a bot that only the demonstration's own server knows.
TOKEN = "42:DEMO"
