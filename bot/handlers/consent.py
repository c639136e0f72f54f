"""Language and consent of a person not known yet.

These screens keep nothing: language, version and what one came for — the token of an invitation, or
the parameter of an event's link — travel in the buttons, so somebody who declines leaves no trace,
and an old button works after any restart.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from aiogram_dialog import DialogManager, ShowMode
from pydantic import Field

from bot.checkin import check_in_first, token_of_link
from bot.context import Ctx
from bot.event_links import event_of_link
from bot.invitations import accept
from bot.l10n import LOCALES, L10n
from bot.screens import answer, edit
from bot.states import open_event, open_menu, open_signup

Token = Annotated[str, Field(max_length=24)]


class _Invited(CallbackData, prefix="invited"):
    """Carries what one came for as its last part, or nothing in its place."""

    def pack(self) -> str:
        return super().pack().removesuffix(self.__separator__)

    @classmethod
    def unpack(cls, value: str) -> Self:
        whole = value.count(cls.__separator__) == len(cls.model_fields)
        return super().unpack(value if whole else value + cls.__separator__)


class LanguageChoice(_Invited, prefix="lang"):
    """Speak this language."""

    locale: str
    token: Token = ""


class ConsentChoice(_Invited, prefix="consent"):
    """Agree to a version of the document, or not."""

    agree: bool
    locale: str
    version: str
    token: Token = ""


def _button(text: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data.pack())


def _rows(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=list(rows))


def language_screen(ctx: Ctx, token: str = "") -> tuple[str, InlineKeyboardMarkup]:
    """The greeting in both languages; the likelier one stands first."""
    order = sorted(LOCALES, key=lambda locale: locale != ctx.locale)
    name = ctx.services.profile.bot_name
    texts = [ctx.localizer[locale]("welcome", service=name.get(locale)) for locale in order]
    buttons = [
        _button(
            ctx.localizer[locale].plain(f"language-{locale}"),
            LanguageChoice(locale=locale, token=token),
        )
        for locale in order
    ]
    return "\n\n".join(texts), _rows(buttons)


def consent_screen(ctx: Ctx, l10n: L10n, token: str = "") -> tuple[str, InlineKeyboardMarkup]:
    """The document and the question."""
    document, locale = ctx.services.consent, l10n.locale
    other = next(name for name in LOCALES if name != locale)
    text = l10n(
        "consent-ask",
        title=document.title.get(locale),
        body=document.text(locale, ctx.services.profile),
        renewed="yes" if ctx.person else "no",
    )

    def choice(agree: bool) -> ConsentChoice:
        return ConsentChoice(agree=agree, locale=locale, version=document.version, token=token)

    language = LanguageChoice(locale=other, token=token)
    return text, _rows(
        [_button(l10n.plain("consent-yes"), choice(True))],
        [_button(l10n.plain("consent-no"), choice(False))],
        [_button(ctx.localizer[other].plain(f"language-{other}"), language)],
    )


async def greet(message: Message, ctx: Ctx, token: str = "") -> None:
    """Somebody without consent of today: language first; a known language goes straight on."""
    screen = consent_screen(ctx, ctx.l10n, token) if ctx.person else language_screen(ctx, token)
    await message.answer(screen[0], reply_markup=screen[1])


async def choose_language(
    callback: CallbackQuery, callback_data: LanguageChoice, ctx: Ctx, **_: Any
) -> None:
    """Show the consent in the chosen language."""
    locale = callback_data.locale if callback_data.locale in LOCALES else ctx.locale
    text, markup = consent_screen(ctx, ctx.localizer[locale], callback_data.token)
    await edit(callback, text, markup)
    await answer(callback, None)


async def agree(
    callback: CallbackQuery,
    callback_data: ConsentChoice,
    ctx: Ctx,
    dialog_manager: DialogManager,
    **_: Any,
) -> None:
    """Store the agreement, take the invitation if there is one, begin sign-up where it stands."""
    locale = callback_data.locale if callback_data.locale in LOCALES else ctx.locale
    people = ctx.services.people
    await people.give_consent(callback.from_user.id, locale, callback_data.version)
    ctx = await ctx.refreshed()
    event_id, here = event_of_link(callback_data.token), token_of_link(callback_data.token)
    if callback_data.token and event_id is None and here is None:
        await _take(callback, ctx, callback_data.token, dialog_manager)
        ctx = await ctx.refreshed()
    dialog_manager.middleware_data["ctx"] = ctx
    card = await people.card(ctx.me.id)
    if ctx.me.registered_at is None:
        await open_signup(dialog_manager, card.next_step, event_id=event_id, here=here)
    elif here is not None:
        await check_in_first(dialog_manager, here)
    elif event_id is not None:
        await open_event(dialog_manager, event_id)
    else:
        await open_menu(dialog_manager)
    await answer(callback, None)


async def _take(callback: CallbackQuery, ctx: Ctx, token: str, manager: DialogManager) -> None:
    """Take the invitation and say what came of it in place of the consent; sign-up goes below.

    A second tap has nothing to say.
    """
    said = await accept(ctx, token, replayed=None)
    if said:
        await edit(callback, said, None)
    manager.show_mode = ShowMode.SEND


async def decline(
    callback: CallbackQuery, callback_data: ConsentChoice, ctx: Ctx, **_: Any
) -> None:
    """Nothing is stored; there is a way back."""
    locale = callback_data.locale if callback_data.locale in LOCALES else ctx.locale
    l10n = ctx.localizer[locale]
    key = "consent-declined-known" if ctx.person else "consent-declined"
    again = LanguageChoice(locale=locale, token=callback_data.token)
    back = _button(l10n.plain("consent-back"), again)
    await edit(callback, l10n(key), _rows([back]))
    await answer(callback, None)


def router() -> Router:
    """Handlers of the consent screens."""
    router = Router(name="consent")
    router.callback_query.register(choose_language, LanguageChoice.filter())
    router.callback_query.register(agree, ConsentChoice.filter(F.agree))
    router.callback_query.register(decline, ConsentChoice.filter(~F.agree))
    return router
