"""Drafts of broadcasts: every part checked and stored as soon as it is given."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.broadcasts.messages import EVENT_ROOM, link_address, message_text, typed_link
from services.broadcasts.when import typed_sending
from services.errors import Refusal
from services.subscriptions import EVENTS, LAW
from storage.engine import Database
from tests.clocks import FixedClock
from tests.services.happenings import publish
from tests.services.mailing import (
    HELLO,
    a_draft,
    a_methodist,
    copies,
    facts_of,
    sends,
    settle,
    state_of,
)
from tests.services.stories import refused
from tests.wiring import Services


@pytest.fixture
async def zoya(services: Services) -> int:
    """Id of the methodist."""
    return await a_methodist(services)


class TestMessages:
    @pytest.mark.parametrize(
        "html",
        [
            "просто текст",
            "<b>жирный <i>курсив</i></b> и <a href='https://школа.рф'>ссылка</a>",
            "<blockquote expandable>цитата</blockquote><tg-spoiler>тайна</tg-spoiler>",
            "<pre><code class='language-python'>a &lt; b</code></pre>",
        ],
    )
    def test_telegrams_own_formatting_stays(self, html: str) -> None:
        assert message_text(html, media=False, event=False) == html

    @pytest.mark.parametrize("html", ["<p>абзац</p>", "<b>нет конца", "<b><i>так</b></i>", "</b>"])
    def test_other_markup_is_refused(self, html: str) -> None:
        with refused("broadcast-markup"):
            message_text(html, media=False, event=False)

    def test_what_counts_is_what_people_see(self) -> None:
        long = "<b>" + "&amp;" * 4096 + "</b>"
        assert message_text(long, media=False, event=False) == long
        with refused("broadcast-text-long"):
            message_text(long + "!", media=False, event=False)
        with refused("broadcast-caption-long"):
            message_text("Ш" * 1025, media=True, event=False)
        with refused("broadcast-caption-long"):
            message_text("Ш" * (1025 - EVENT_ROOM), media=True, event=True)

    @pytest.mark.parametrize(
        ("typed", "link"),
        [
            ("Программа https://школа.рф/план", ("Программа", "https://школа.рф/план")),
            ("Программа: example.org/a?b=1", ("Программа", "https://example.org/a?b=1")),
            ("http://example.org", ("", "http://example.org")),
            ("Смотреть тут —\nexample.org", ("Смотреть тут", "https://example.org")),
        ],
    )
    def test_a_link_is_typed_with_its_label(self, typed: str, link: tuple[str, str]) -> None:
        assert typed_link(typed) == link

    @pytest.mark.parametrize(
        "typed",
        ["нет", "javascript:alert(1)", "ftp://example.org", "https://", "https://user@example.org",
         "tg://resolve?domain=x", "https://localhost", "https://[::1", "https://example.org:port"],
    )  # fmt: skip
    def test_only_addresses_of_the_web_are_taken(self, typed: str) -> None:
        with refused("link-unclear"):
            link_address(typed)


class TestWhen:
    @pytest.mark.parametrize(
        ("typed", "moment"),
        [
            ("завтра 9:00", "02.09 09:00"),
            ("завтра в 9", "02.09 09:00"),
            ("25.11 14:30", "25.11 14:30"),
            ("25 ноября в 14.30", "25.11 14:30"),
            ("через 2 часа", "01.09 12:00"),
            ("через час", "01.09 11:00"),
            ("Через полчаса", "01.09 10:30"),
            ("через 45 мин.", "01.09 10:45"),
            ("через 3 дня", "04.09 10:00"),
            ("in 2 hours", "01.09 12:00"),
            ("in an hour", "01.09 11:00"),
            ("tomorrow at 3 pm", "02.09 15:00"),
            ("18:00", "01.09 18:00"),
            ("в 9:00", "02.09 09:00"),
        ],
    )
    def test_the_usual_ways_to_say_it(self, clock: FixedClock, typed: str, moment: str) -> None:
        found = typed_sending(typed, clock.now(), clock.zone).astimezone(clock.zone)
        assert f"{found:%d.%m %H:%M}" == moment

    @pytest.mark.parametrize(
        "typed", ["", "когда-нибудь", "завтра", "25.11", "через", "32.13 9:00"]
    )
    def test_what_is_not_clear_is_refused(self, clock: FixedClock, typed: str) -> None:
        with pytest.raises(Refusal):
            typed_sending(typed, clock.now(), clock.zone)

    async def test_the_past_and_the_far_future_are_refused(
        self, services: Services, zoya: int, clock: FixedClock
    ) -> None:
        number = await a_draft(services, zoya)
        control = services.broadcasts.control
        with refused("moment-past"):
            await control.set_moment(zoya, number, clock.now())
        with refused("moment-far"):
            await control.set_moment(zoya, number, clock.now() + timedelta(days=400))


class TestDrafts:
    async def test_a_picture_keeps_the_text_unless_it_brings_its_own(
        self, services: Services, zoya: int
    ) -> None:
        drafts, number = services.broadcasts.drafts, await a_draft(services, zoya)
        await drafts.set_media(zoya, number, "photo", "picture", "", "")
        one = await drafts.broadcast(zoya, number)
        assert (one.text, one.media) == (HELLO, "photo")
        await drafts.set_media(zoya, number, "document", "file", "План.pdf", "Вот план")
        one = await drafts.broadcast(zoya, number)
        assert (one.text, one.media, one.file_name) == ("Вот план", "document", "План.pdf")
        await drafts.remove_media(zoya, number)
        assert (await drafts.broadcast(zoya, number)).media is None

    async def test_a_long_text_takes_no_picture(self, services: Services, zoya: int) -> None:
        drafts, number = services.broadcasts.drafts, await a_draft(services, zoya)
        await drafts.set_text(zoya, number, "Ш" * 2000)
        with refused("broadcast-caption-long"):
            await drafts.set_media(zoya, number, "photo", "picture", "", "")

    async def test_of_a_change_of_law_people_are_asked_whether_they_read_it(
        self, services: Services, zoya: int
    ) -> None:
        drafts, number = services.broadcasts.drafts, await a_draft(services, zoya)
        await drafts.set_category(zoya, number, LAW)
        assert (await drafts.broadcast(zoya, number)).ack
        await drafts.set_ack(zoya, number, False)
        await drafts.set_category(zoya, number, LAW)
        assert not (await drafts.broadcast(zoya, number)).ack
        with refused("category-gone"):
            await drafts.set_category(zoya, number, "news.nothing")

    async def test_what_was_sent_can_be_copied_and_not_deleted(
        self, services: Services, zoya: int, anna: int
    ) -> None:
        drafts, number = services.broadcasts.drafts, await sends(services, zoya)
        await settle(services)
        with refused("broadcast-begun"):
            await drafts.delete(zoya, number)
        copy = await drafts.copy(zoya, number)
        assert (await drafts.broadcast(zoya, copy)).text == HELLO
        await drafts.delete(zoya, copy)
        await drafts.delete(zoya, copy)
        assert await state_of(services, copy) == "gone"

    async def test_the_list_begins_with_what_is_going_on(
        self, services: Services, zoya: int, anna: int
    ) -> None:
        listing = services.broadcasts.listing
        first = await a_draft(services, zoya)
        page = await listing.page(zoya, None, 0)
        assert (page.shelf, [one.id for one in page.broadcasts]) == ("draft", [first])
        going = await sends(services, zoya)
        page = await listing.page(zoya, None, 0)
        assert (page.shelf, [one.id for one in page.broadcasts]) == ("going", [going])
        assert page.counts == {"draft": 1, "going": 1, "over": 0}

    async def test_a_rubric_that_is_none_any_more_is_not_sent(
        self, services: Services, zoya: int, clock: FixedClock
    ) -> None:
        number = await a_draft(services, zoya)
        async with services.access.uow.writing() as store:
            await store.broadcasts.change(number, ("draft",), clock.now(), category="news.gone")
        with refused("broadcast-needs-category"):
            await services.broadcasts.control.send(zoya, number, True)


class TestEvents:
    async def test_an_announcement_goes_to_whom_the_event_is_for(
        self, services: Services, zoya: int
    ) -> None:
        event = await publish(
            services, audience={"positions": ["head"]}, picture="photo", description="a < b"
        )
        number = await services.broadcasts.drafts.announce(zoya, event)
        one = await services.broadcasts.drafts.broadcast(zoya, number)
        assert (one.category, one.media, one.text) == (EVENTS, "photo", "a &lt; b")
        assert one.audience.positions == ("head",)
        assert one.missing == ()
        assert await services.broadcasts.drafts.announce(zoya, event) == number
        await services.broadcasts.drafts.set_text(zoya, number, "Приходите")
        assert await services.broadcasts.drafts.announce(zoya, event) != number

    async def test_an_invitation_goes_to_who_needs_it_and_has_no_place(
        self, services: Services, zoya: int
    ) -> None:
        event = await publish(services, topics=(("block", "digital"),))
        number = await services.broadcasts.drafts.invite(zoya, event)
        audience = (await services.broadcasts.drafts.broadcast(zoya, number)).audience
        assert (audience.blocks, audience.not_at) == (("digital",), event)
        assert audience.levels == ("partial", "pronounced")
        heads = {"positions": ["head"]}
        closed = await publish(
            services, topics=(("block", "digital"),), audience=heads, audience_only=True
        )
        number = await services.broadcasts.drafts.invite(zoya, closed)
        audience = (await services.broadcasts.drafts.broadcast(zoya, number)).audience
        assert (audience.positions, audience.blocks) == (("head",), ("digital",))
        nothing = await publish(services)
        with refused("broadcast-no-blocks"):
            await services.broadcasts.drafts.invite(zoya, nothing)

    async def test_nobody_is_called_to_what_is_off(
        self, services: Services, zoya: int, clock: FixedClock
    ) -> None:
        event = await publish(services, state="cancelled")
        with refused("broadcast-event-off"):
            await services.broadcasts.drafts.announce(zoya, event)
        soon = await publish(services, after=timedelta(hours=1))
        number = await services.broadcasts.drafts.announce(zoya, soon)
        await services.broadcasts.control.set_moment(zoya, number, clock.now() + timedelta(days=1))
        with refused("broadcast-event-before"):
            await services.broadcasts.control.send(zoya, number, True)
        clock.advance(hours=1)
        with refused("broadcast-event-off"):
            await services.broadcasts.control.send(zoya, number, True)

    @pytest.mark.parametrize("how", ["cancelled", "begun"])
    async def test_copies_that_wait_are_taken_back_when_it_is_off(
        self,
        services: Services,
        zoya: int,
        anna: int,
        database: Database,
        clock: FixedClock,
        how: str,
    ) -> None:
        event = await publish(services, after=timedelta(hours=3))
        number = await services.broadcasts.drafts.announce(zoya, event)
        await services.broadcasts.control.send(zoya, number, True)
        await settle(services)
        if how == "begun":
            clock.advance(hours=3)
        else:
            async with services.access.uow.writing() as store:
                await store.events.change(event, clock.now(), state="cancelled")
        await settle(services)
        assert await state_of(services, number) == "cancelled"
        assert await copies(database, number) == {"cancelled": 2}
        told = {"broadcast_id": number, "off": how}
        assert await facts_of(database, "broadcast-done") == [(zoya, told)]

    async def test_a_long_description_is_cut_at_a_word(self, services: Services, zoya: int) -> None:
        words = "работа с текстом, " * 60
        event = await publish(services, picture="photo", description=words.strip())
        number = await services.broadcasts.drafts.announce(zoya, event)
        text = (await services.broadcasts.drafts.broadcast(zoya, number)).text
        assert 600 < len(text) <= 624
        assert text.endswith(("работа…", "с…", "текстом…"))

    async def test_after_a_move_nobody_reads_the_old_time(
        self, services: Services, zoya: int, anna: int, clock: FixedClock
    ) -> None:
        event = await publish(services)
        number = await services.broadcasts.drafts.announce(zoya, event)
        await services.broadcasts.control.send(zoya, number, True)
        await settle(services)
        later = clock.now() + timedelta(days=20)
        async with services.access.uow.writing() as store:
            await store.events.change(event, clock.now(), starts_at=later)
        told = [one.broadcast for one in await services.outbox.claim(10) if one.broadcast]
        assert [one.event.starts_at for one in told if one.event] == [later, later]
