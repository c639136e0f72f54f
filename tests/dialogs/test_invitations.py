"""Links in the chat: made once however often one taps, told when they do not arrive."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest

from bot.handlers.consent import ConsentChoice, LanguageChoice
from services.invitations.tokens import new_token
from tests.dialogs.country import Country
from tests.dialogs.phone import Reaction
from tests.dialogs.stories_invitations import FILE, LIST, NEW
from tests.dialogs.world import TELEGRAM_ID, World, widget_of

TERMS = (*NEW, "role:coordinator", "school")


async def taps_twice(world: World, widget: str) -> tuple[Reaction, Reaction]:
    """Press a button, and once more on the screen as it was."""
    screen = world.phone.newest
    button = next(one for one in screen.buttons if widget_of(one) == widget)
    return await world.presses(button, screen), await world.presses(button, screen)


async def count(world: World) -> int:
    """How many invitations there are."""
    async with world.services.access.uow.reading() as store:
        return await store.invitations.count()


async def test_two_taps_make_one_link(country: Country) -> None:
    world = await country.at("an_admin")
    await world.follows(*TERMS)
    first, second = await taps_twice(world, "make")
    assert (first.files, second.files) == (["photo"], [])
    assert await count(world) == 1


async def test_two_taps_renew_once(country: Country) -> None:
    world = await country.at("an_admin")
    await world.follows(*TERMS, "make", *LIST, "invitation", "renew")
    first, second = await taps_twice(world, "renew_yes")
    assert (first.files, second.files) == (["photo"], [])
    assert await count(world) == 2


async def test_two_taps_issue_a_spreadsheet_once(country: Country) -> None:
    world = await country.at("an_admin")
    await world.follows(*FILE, "📎coordinators")
    first, second = await taps_twice(world, "issue")
    assert (first.files, second.files) == (["Личные ссылки.xlsx"], [])
    assert await count(world) == 2


async def test_where_the_picture_does_not_go_the_link_comes_as_text(
    country: Country, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await country.at("an_admin")
    await world.follows(*TERMS)

    def refuse(_bot: Any, method: Any) -> None:
        raise TelegramBadRequest(method, "not enough rights to send photos to the chat")

    monkeypatch.setattr(world.phone, "_sendPhoto", refuse, raising=False)
    reaction = await world.follows("make")
    assert any("https://t.me/test_bot?start=i" in text for text in reaction.said)


async def test_where_the_links_do_not_arrive_the_way_to_new_ones_is_told(
    country: Country, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await country.at("an_admin")
    await world.follows(*FILE, "📎coordinators")

    def refuse(_bot: Any, method: Any) -> None:
        raise TelegramBadRequest(method, "file is too big")

    monkeypatch.setattr(world.phone, "_sendDocument", refuse, raising=False)
    screen = world.phone.newest
    reaction = await world.presses(screen.buttons[0], screen)
    assert any("Пришлите тот же список ещё раз" in text for text in reaction.said)


async def test_what_changed_since_the_look_is_shown_anew(country: Country) -> None:
    world = await country.at("an_admin")
    await world.follows(*FILE, "📎coordinators")
    me, invitations = await world.my_id(), world.services.invitations
    school = (await world.services.schools.search("Аксёновская СОШ"))[0]
    await invitations.create(me, "coordinator", school.id, label="Петрова Анна Сергеевна")
    changed = await world.follows("issue")
    assert changed.files == []
    assert "Взамен прежних: 1" in changed.screens[-1].text
    assert (await world.follows("issue")).files == ["Личные ссылки.xlsx"]


async def test_a_file_that_telegram_no_longer_has_is_asked_for_again(country: Country) -> None:
    world = await country.at("an_admin")
    await world.follows(*FILE, "📎coordinators")
    world.phone.sent.clear()
    reaction = await world.follows("issue")
    assert "Файла больше нет. Пришлите его ещё раз." in reaction.said
    assert await count(world) == 0


async def test_who_agreed_to_an_older_document_agrees_anew_and_then_is_in(
    country: Country,
) -> None:
    world = await country.at("an_admin")
    me, invitations, admin = await world.my_id(), world.services.invitations, world.user
    link = await invitations.create(me, "mentor")
    world.becomes(TELEGRAM_ID)
    with sqlite3.connect(world.path) as database:
        database.execute("UPDATE consent SET version = '0' WHERE person_id != ?", [me])
    reaction = await world.sends(f"/start i{link.token}")
    offered, asked = reaction.screens
    assert offered.text.startswith("Вас пригласили. Роль: Наставник.")
    assert asked.text.startswith("Документ о согласии обновился.")
    agreed = await world.presses(asked.buttons[0], asked)
    assert agreed.screens[0].text == "Приглашение принято. Ваша роль: Наставник."
    assert agreed.screens[-1].text.startswith("Здравствуйте")
    world.user = admin
    assert (await invitations.card(me, link.id)).invitation.state == "used"


class TestButtonsOfTheConsent:
    @pytest.mark.parametrize("token", ["", new_token()], ids=["uninvited", "invited"])
    def test_carry_the_token_and_fit(self, token: str) -> None:
        for data in (
            LanguageChoice(locale="ru", token=token),
            ConsentChoice(agree=True, locale="ru", version="2" * 20, token=token),
        ):
            packed = data.pack()
            assert len(packed.encode()) <= 64
            assert type(data).unpack(packed) == data

    def test_of_former_days_still_work(self) -> None:
        assert LanguageChoice.unpack("lang:en") == LanguageChoice(locale="en")
        old = ConsentChoice(agree=False, locale="ru", version="1")
        assert ConsentChoice.unpack("consent:0:ru:1") == old
        assert old.pack() == "consent:0:ru:1"

    @pytest.mark.parametrize("data", ["consent:1:ru:1:" + "A" * 25, "consent:1:ru:1:A:B", "lang"])
    def test_that_are_forged_are_nobody_s(self, data: str) -> None:
        for kind in (LanguageChoice, ConsentChoice):
            with pytest.raises((TypeError, ValueError)):
                kind.unpack(data)
