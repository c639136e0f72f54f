"""setMessageReaction."""

from __future__ import annotations

from aiogram.methods import SetMessageReaction

from sandbox.api.methods.base import editable_chat, serves
from sandbox.api.params import Call
from sandbox.errors import bad_request
from sandbox.world.state import World

_COLOURED = "\ufe0f"  # asks for the coloured look of an emoji, may be left out
_ALLOWED = """
    ❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥
    🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨
    🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡
"""
_EMOJI = frozenset(_ALLOWED.split())


@serves(SetMessageReaction)
def set_reaction(world: World, call: Call) -> bool:
    chat = editable_chat(world, call.method.chat_id)
    stored = chat.messages.get(call.method.message_id)
    if stored is None:
        raise bad_request("message to react not found")
    reactions = [shape.model_dump() for shape in call.method.reaction or ()]
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for reaction in reactions:
        emoji = reaction.get("emoji")
        if emoji is not None and emoji.replace(_COLOURED, "") not in _EMOJI:
            raise bad_request("REACTION_INVALID")
    stored.reaction = reactions
    return True
