"""What screens of roles and of the queue promise beyond looking well."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.notices import Go
from bot.states import QueueStates
from tests.dialogs.country import Country
from tests.dialogs.phone import Reaction
from tests.dialogs.staff import ADMIN_ID, METHODIST
from tests.dialogs.stories_roles import CLAIMS, COORDINATOR, PERSON, id_of
from tests.dialogs.world import World, widget_of


async def waiting(world: World) -> list[int]:
    """Ids of the claims that wait."""
    async with world.services.access.uow.reading() as store:
        return [row.id for row in await store.roles.waiting(0, 100)]


def button(world: World, widget: str) -> InlineKeyboardButton:
    """The first button of the newest message that belongs to a widget."""
    return next(b for b in world.phone.newest.buttons if widget_of(b).startswith(widget))


async def goes(world: World, what: str, item: int) -> Reaction:
    """Press the button of a notice."""
    pressed = InlineKeyboardButton(text="x", callback_data=Go(what=what, id=item).pack())
    return await world.presses(pressed, world.phone.newest)


class TestQueue:
    async def test_a_double_tap_decides_one_claim(self, country: Country) -> None:
        world = await country.at("a_methodist_with_a_queue")
        await world.follows(*CLAIMS)
        screen, yes, before = world.phone.newest, button(world, "decide:yes"), await waiting(world)
        await world.presses(yes, screen)
        again = await world.presses(yes, screen)
        assert "уже решили без вас" in str(again.notes)
        assert await waiting(world) == before[1:]

    async def test_a_notice_opens_its_own_claim_and_then_the_queue_goes_on(
        self, country: Country
    ) -> None:
        world = await country.at("a_methodist_with_a_queue")
        await world.follows("/menu")
        last = (await waiting(world))[-1]
        await goes(world, "claim", last)
        assert "Орлова Нина Павловна" in world.phone.newest.text
        await world.follows("decide:no")
        assert last not in await waiting(world)
        assert "Лебедев Олег Ильич" in world.phone.newest.text

    async def test_what_others_decided_meanwhile_says_so(self, country: Country) -> None:
        world = await country.at("a_methodist_with_a_queue")
        await world.follows("/menu")
        claim, admin = (await waiting(world))[0], await id_of(world, ADMIN_ID)
        await world.services.roles.decline_claim(admin, claim)
        await goes(world, "claim", claim)
        assert "уже решили" in world.phone.newest.text
        await world.follows("next")
        assert "Орлова Нина Павловна" in world.phone.newest.text

    async def test_a_transfer_taken_back_meanwhile_says_so(self, country: Country) -> None:
        world = await country.at("a_coordinator_with_a_queue")
        await world.follows("/queue", "transfers")
        screen, yes = world.phone.newest, button(world, "decide:yes")
        page = await world.services.transfers.transfers(await world.my_id(), 0)
        assert page.transfer is not None
        await world.services.transfers.withdraw(page.transfer.person_id)
        reaction = await world.presses(yes, screen)
        assert "уже решили без вас" in str(reaction.notes)
        assert "больше ничего не ждёт" not in world.phone.newest.text
        assert world.state == QueueStates.list.state


class TestRoles:
    async def test_a_claim_is_decided_from_the_roles_of_the_person(self, country: Country) -> None:
        world = await country.at("an_admin_of_many")
        await world.follows(*PERSON, "later", "change:decide")
        assert "Подтвердить роль?" in world.phone.newest.text

    async def test_a_role_that_ended_meanwhile_is_told(self, country: Country) -> None:
        world = await country.at("an_admin_with_everything")
        await world.follows(*PERSON, "change:end")
        me = await world.my_id()
        held = next(one for one in await world.services.roles.mine(me) if one.id is not None)
        assert held.id is not None
        await world.services.roles.end(me, held.id)
        await world.follows("«что?»")
        assert "Эта роль уже снята" in world.phone.newest.text

    async def test_a_methodist_is_not_offered_service_roles(self, country: Country) -> None:
        world = await country.at("a_methodist")
        await world.follows(*PERSON, "give")
        offered = {widget_of(b) for b in world.phone.newest.buttons}
        assert "role:coordinator" in offered
        assert not offered & {"role:methodist", "role:admin"}

    async def test_the_own_school_of_the_person_is_offered_first(self, country: Country) -> None:
        world = await country.at("an_admin_of_many")
        await world.follows(*COORDINATOR)
        assert world.phone.newest.rows[0][0].text == "Аксёновская СОШ"
        assert world.phone.newest.rows[1][0].text == "Другая школа"


class TestMenu:
    async def test_of_somebody_with_everything_has_eight_rows(self, country: Country) -> None:
        for situation in ("a_methodist_with_everything", "an_admin_with_everything"):
            world = await country.at(situation)
            await world.follows("/menu")
            assert len(world.phone.newest.rows) <= 8
            assert "Заявки: " in str(world.phone.newest)

    async def test_many_roles_are_told_in_short(self, country: Country) -> None:
        world = await country.at("a_methodist_with_everything")
        await world.follows("/menu")
        assert "Вы — методист и ещё 1 роль." in world.phone.newest.text

    async def test_of_a_teacher_is_as_before(self, country: Country) -> None:
        world = await country.at("registered")
        await world.follows("/menu")
        assert [widget_of(b) for b in world.phone.newest.buttons] == [
            "assess",
            "events",
            "profile",
            "help",
            "lang",
        ]

    async def test_a_claim_decided_by_others_shows_at_once(self, country: Country) -> None:
        world = await country.at("a_methodist_who_claims")
        await world.follows("/profile")
        assert "ждёт подтверждения методиста" in world.phone.newest.text
        me, admin = await id_of(world, METHODIST), await id_of(world, ADMIN_ID)
        claim = next(one for one in await world.services.roles.mine(me) if one.claimed)
        assert claim.id is not None
        await world.services.roles.confirm_claim(admin, claim.id)
        await world.follows("/profile")
        assert "ждёт подтверждения" not in world.phone.newest.text
