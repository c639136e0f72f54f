"""A person in front of the chat: the driver of end-to-end tests.

    await anna.sends("/start")
    await anna.presses("Согласна")
    await anna.sees("Пункт 1 из 42")

Waiting is woken by each change on the server and ends after `Sandbox.timeout` seconds with an
`AssertionError` that shows the screen, the buttons and the bot's last calls.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from sandbox.people.account import Account
from sandbox.people.screen import Screen
from sandbox.people.view import describe, describe_calls, inline_rows
from sandbox.world.chats import Callback, Message, PrivateChat
from sandbox.world.files import FILE_KINDS

if TYPE_CHECKING:
    from sandbox.box import Sandbox

SHOWN_MESSAGES = 3
# How long something on the screen may be older than the person's last act, and for how long the
# bot must have been still, before it is taken for the answer to that act.
PATIENCE = 1.0
STILL = 0.1

Button = dict[str, Any]
T = TypeVar("T")


class Person(Screen):
    """One Telegram user and the private chat with the bot. Made by `Sandbox.person`."""

    def __init__(self, box: Sandbox, chat: PrivateChat) -> None:
        super().__init__(chat)
        self._box = box
        self._account = Account(box.world, chat, strict=box.strict)

    def __repr__(self) -> str:
        return f"<Person {self.name} {self.id}>"

    async def sends(self, text: str, reply_to: int | None = None) -> Message:
        """Write a text message. Does not wait for the bot."""
        return self._account.write(text, reply_to)

    async def sends_photo(self, data: bytes, caption: str | None = None) -> Message:
        """Send a picture; the bytes must be a real PNG, JPEG, GIF or WebP."""
        return self._account.photo(data, caption)

    async def sends_album(self, pictures: list[bytes], caption: str | None = None) -> list[Message]:
        """Send several pictures at once; the bot gets a message for each."""
        return self._account.album(pictures, caption)

    async def sends_document(
        self, name: str, data: bytes, caption: str | None = None, mime_type: str | None = None
    ) -> Message:
        """Send a file under this name."""
        return self._account.document(name, data, caption, mime_type)

    async def sends_contact(self, phone: str | None = None, *, own: bool = True) -> Message:
        """Share a phone number: the own one, or somebody else's with `own=False`."""
        return self._account.contact(phone, own=own)

    async def sends_location(self, latitude: float = 55.75, longitude: float = 37.62) -> Message:
        """Share a place, in degrees."""
        return self._account.location(latitude, longitude)

    async def edits(self, message_id: int, text: str) -> Message:
        """Change an own message."""
        return self._account.edit(message_id, text)

    async def deletes(self, message_id: int) -> None:
        """Remove a message from the chat; the bot is told nothing."""
        self._account.delete(message_id)

    async def blocks(self) -> None:
        """Block the bot: it gets my_chat_member and 403 for every message from now on."""
        self._account.set_blocked(True)

    async def unblocks(self) -> None:
        """Let the bot write again."""
        self._account.set_blocked(False)

    async def deletes_account(self) -> None:
        """Leave Telegram: the bot gets 403 `user is deactivated`."""
        self._account.deactivate()

    async def presses(
        self, label: str, message_id: int | None = None, timeout: float | None = None
    ) -> dict[str, Any]:
        """Press a button and wait until the bot has answered; return the answer.

        The newest message that has such a button is taken: one with exactly this text, else one
        that contains it. A button of the reply keyboard is pressed if no inline button fits; it
        sends its text, or what it asks for, and waits for nothing. Waits for the button, and for
        the bot's reaction to the person's last act before it takes one of an older message.
        """
        found = await self._settled(
            lambda: self._find(label, message_id), lambda found: found[0], timeout
        )
        if found is None:
            where = "" if message_id is None else f" on message {message_id}"
            self._fail(f"{self.name} finds no button «{label}»{where}")
        message, button = found
        if message is None:
            await self._press_reply_button(button)
            return {}
        if "callback_data" not in button:
            return {key: value for key, value in button.items() if key != "text"}
        callback = self._account.press(button["callback_data"], message["message_id"])
        return await self._answered(callback, f"the press on «{button['text']}»", timeout)

    async def taps(
        self,
        data: str,
        message_id: int | None = None,
        *,
        wait: bool = True,
        timeout: float | None = None,
    ) -> str:
        """Send any callback data for any message id, real or not; return the query id.

        Without `message_id` the tap is on the newest message of the bot.
        """
        if message_id is None:
            message_id = self.last["message_id"] if self.last else 1
        callback = self._account.press(data, message_id)
        if wait:
            await self._answered(callback, f"the tap {data!r}", timeout)
        return callback.id

    async def replays(self, update: dict[str, Any] | int) -> dict[str, Any]:
        """Let the bot get one of the last thousand updates again, under the same update_id."""
        number = update if isinstance(update, int) else update["update_id"]
        return self._box.world.updates.repeat(number)

    async def sees(self, text: str, timeout: float | None = None) -> Message:
        """Wait until the bot's newest message contains the text; return the message."""
        found = await self._shown(lambda: self.last if text in self.screen else None, timeout)
        if found is None:
            self._fail(f"{self.name} does not see «{text}»")
        return found

    async def sees_photo(self, timeout: float | None = None) -> Message:
        """Wait for a visible photo of the bot; return the newest one."""
        found = await self._shown(lambda: self._newest(lambda m: "photo" in m), timeout)
        if found is None:
            self._fail(f"{self.name} sees no photo")
        return found

    async def sees_document(
        self, name_contains: str | None = None, timeout: float | None = None
    ) -> Message:
        """Wait for a visible file of the bot, with this in its name; return the newest one."""

        def fits(message: Message) -> bool:
            document = message.get("document")
            return document is not None and (name_contains or "") in document.get("file_name", "")

        found = await self._shown(lambda: self._newest(fits), timeout)
        if found is None:
            self._fail(f"{self.name} sees no document «{name_contains or ''}»")
        return found

    async def downloads(self, message: Message) -> bytes:
        """The bytes of the photo (largest size), document or other file of a message."""
        shape = next(message[field] for field in FILE_KINDS if field in message)
        shape = shape[-1] if isinstance(shape, list) else shape
        stored = self._box.world.files.by_id(shape["file_id"])
        if stored is None:
            raise AssertionError(f"the file of message {message['message_id']} is gone")
        return stored.data

    # -- inside --------------------------------------------------------------------------------

    async def _wait(self, look: Callable[[], T], timeout: float | None) -> T:
        seconds = self._box.timeout if timeout is None else timeout
        return await self._box.world.changed.until(look, seconds)

    async def _shown(
        self, look: Callable[[], Message | None], timeout: float | None
    ) -> Message | None:
        return await self._settled(look, lambda message: message, timeout)

    async def _settled(
        self,
        look: Callable[[], T | None],
        message_of: Callable[[T], Message | None],
        timeout: float | None,
    ) -> T | None:
        """What `look` finds, rather on a message that changed after the person's last act."""

        def fresh() -> bool:
            found = look()
            message = message_of(found) if found is not None else None
            return message is not None and self.chat.is_fresh(message["message_id"])

        seconds = self._box.timeout if timeout is None else timeout
        await self._box.rests(STILL, min(PATIENCE, seconds), unless=fresh)
        return await self._wait(look, seconds)

    async def _answered(
        self, callback: Callback, what: str, timeout: float | None
    ) -> dict[str, Any]:
        answer = await self._wait(lambda: callback.answer, timeout)
        if answer is None:
            self._fail(f"the bot did not answer {what} of {self.name}")
        return answer

    def _newest(self, fits: Callable[[Message], bool]) -> Message | None:
        return next(filter(fits, reversed(self.bot_messages)), None)

    def _find(self, label: str, message_id: int | None) -> tuple[Message | None, Button] | None:
        for message in reversed(self.bot_messages):
            if message_id is not None and message["message_id"] != message_id:
                continue
            if button := _matching(inline_rows(message), label):
                return message, button
        rows = (self.chat.reply_keyboard or {}).get("keyboard", [])
        button = _matching(rows, label) if message_id is None else None
        return (None, button) if button else None

    async def _press_reply_button(self, button: Button) -> None:
        if button.get("request_contact"):
            await self.sends_contact()
        elif button.get("request_location"):
            await self.sends_location()
        else:
            await self.sends(button["text"])

    def _fail(self, what: str) -> NoReturn:
        shown = "\n".join(map(describe, self.messages[-SHOWN_MESSAGES:])) or "  (an empty chat)"
        parts = [what, f"{self.name}'s screen:", shown]
        if self.reply_keyboard:
            parts.append(f"reply keyboard: {self.reply_keyboard}")
        if self.alerts:
            parts.append(f"last alert: {self.alerts[-1]['text']!r}")
        parts += ["last calls of the bot:", describe_calls(self._box.calls)]
        raise AssertionError("\n".join(parts))


def _matching(rows: list[list[Button]], label: str) -> Button | None:
    buttons = [button for row in rows for button in row]
    exact = (button for button in buttons if button["text"] == label)
    partial = (button for button in buttons if label in button["text"])
    return next(exact, None) or next(partial, None)
