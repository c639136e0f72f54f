"""The form of a request: what is asked in it, and what becomes of it when it comes back."""

from __future__ import annotations

from typing import Any

import pytest

from services.monitoring.answers.answering import Given
from storage.repositories.data_values import ValueRow
from tests.clocks import FixedClock
from tests.services.collecting import Collecting, an_open_campaign
from tests.services.filled_forms import (
    ANSWER,
    KEYS_ROW,
    LAST,
    MARK,
    MEANING,
    QUESTION,
    REASON,
    becomes,
    filled_form,
    form_file,
    opened,
    read,
    row_of,
    sent_back,
)
from tests.services.stories import refused
from tests.spreadsheets import csv_of, saved, xlsx
from tests.wiring import Services


@pytest.fixture
async def town(services: Services) -> Collecting:
    """Two schools are asked, with two coordinators each."""
    return await an_open_campaign(services, 2, coordinators=2)


async def stored(services: Services, request: int) -> dict[str, ValueRow]:
    async with services.access.uow.reading() as store:
        return await store.data_values.of_request(request)


async def the_form(services: Services, me: int, request: int) -> bytes:
    return form_file(await services.monitoring.forms.form_of(me, request))


class TestForm:
    async def test_has_typed_cells_to_fill_in_and_locks_the_rest(
        self, services: Services, town: Collecting
    ) -> None:
        _, place = opened(await the_form(services, town.coordinator(), town.request()))
        assert place.protection.sheet
        assert place.column_dimensions["A"].hidden
        assert place.row_dimensions[KEYS_ROW].hidden
        row = row_of(place, "staff")
        assert [place.cell(row, one).protection.locked for one in (MARK, QUESTION, LAST)] == [
            True
        ] * 3
        assert not any(place.cell(row, one).protection.locked for one in (ANSWER, REASON))
        rules = {str(one.sqref): one for one in place.data_validations.dataValidation}
        kinds = {
            key: rules[f"E{row_of(place, key)}"].type
            for key in ("staff", "covered", "site", "plans")
        }
        assert kinds == {
            "staff": "whole", "covered": "decimal", "site": "list", "plans": "textLength"
        }  # fmt: skip
        assert place.cell(row_of(place, "young"), MEANING).value.startswith("Не больше, чем «")
        with refused("other-school"):
            await services.monitoring.forms.form_of(town.coordinator(), town.request(1))

    async def test_comes_back_with_the_answers_of_each_sort(
        self, services: Services, town: Collecting
    ) -> None:
        me, request = town.coordinator(), town.request()
        answers = {"staff": 34, "young": "6 чел.", "site": "да", "covered": 12.55, "plans": "=1+2"}
        plan, done = await sent_back(
            services, me, request, answers | {"plans": "Сеть наставников\n и  клуб"},
            {"mentored": "учёт ведём с сентября"},
        )  # fmt: skip
        assert set(becomes(plan).values()) == {"take"}
        assert [one.key for one in done.taken] == [one.key for one in plan.taken]
        values = await stored(services, request)
        found = {key: (one.number, one.text, one.no_data) for key, one in values.items()}
        assert found == {
            "staff": (34, None, False),
            "young": (6, None, False),
            "mentored": (None, None, True),
            "site": (1, None, False),
            "covered": (12.6, None, False),
            "plans": (None, "Сеть наставников\nи клуб", False),
        }
        assert values["mentored"].note == "учёт ведём с сентября"
        assert {one.origin for one in values.values()} == {"sheet"}
        async with services.access.uow.reading() as store:
            row = await store.data_requests.get(request)
            lines, total = await store.data_values.history(request, None, 0, 20)
        assert row is not None
        assert row.state == "in_work"
        assert total == 6
        assert {line.made_by for line in lines} == {me}

    async def test_of_the_municipality_asks_for_its_part(
        self, services: Services, town: Collecting
    ) -> None:
        plan, _ = await sent_back(
            services, town.methodist, town.own, {"events": 4, "climate": "Стало спокойнее"}
        )
        assert becomes(plan) == {"events": "take", "climate": "take"}

    async def test_shows_the_last_period_and_marks_a_jump(
        self, services: Services, town: Collecting, clock: FixedClock
    ) -> None:
        me, first = town.coordinator(), town.request()
        await sent_back(services, me, first, {"staff": 40, "young": 4})
        await _handed_in(services, town)
        later = await an_open_campaign(services, 2, coordinators=2, title="Мониторинг, зима")
        request = later.request()
        _, place = opened(await the_form(services, me, request))
        assert place.cell(row_of(place, "staff"), LAST).value == 40
        assert place.cell(row_of(place, "site"), LAST).value is None
        plan, _ = await sent_back(
            services, me, request, {"staff": 41, "young": 14}, {"young": "приняли выпускников"}
        )
        assert [one.key for one in plan.taken if one.jump] == ["young"]
        assert (await stored(services, request))["young"].note == "приняли выпускников"
        await sent_back(services, later.coordinator(1), later.request(1), {"staff": 7})


async def _handed_in(services: Services, town: Collecting) -> None:
    """The first campaign is over; its answers count."""
    async with services.access.uow.writing() as store:
        for request in town.requests.values():
            now = services.clock.now()
            await store.data_requests.change(request, state="submitted", submitted_at=now)
        await store.campaigns.change(town.id, state="closed", covers_to=services.clock.now().date())


class TestReadingIt:
    async def test_says_of_each_row_what_is_unclear(
        self, services: Services, town: Collecting
    ) -> None:
        me, request = town.coordinator(), town.request()
        plan, done = await sent_back(
            services, me, request,
            {"staff": "десять", "young": 5, "mentored": 7, "site": "да", "covered": "=10*2"},
            {"site": "сайт делаем", "plans": "нет"},
        )  # fmt: skip
        assert becomes(plan) == {
            "staff": "refuse: data-number",
            "young": "take",
            "mentored": "refuse: data-more-than-whole",
            "site": "refuse: form-both",
            "covered": "refuse: cell-formula",
            "plans": "take",
        }
        assert {one.key for one in done.taken} == {"young", "plans"}
        assert set(await stored(services, request)) == {"young", "plans"}

    async def test_compares_parts_with_what_is_really_taken(
        self, services: Services, town: Collecting
    ) -> None:
        me, request = town.coordinator(), town.request()
        await sent_back(services, me, request, {"staff": 20, "young": 5, "mentored": 5})
        # `young` does not fit its whole, so `mentored` is looked at beside the stored one.
        plan, _ = await sent_back(services, me, request, {"young": 50, "mentored": 6})
        assert becomes(plan) == {
            "staff": "same",
            "young": "refuse: data-more-than-whole",
            "mentored": "refuse: data-more-than-whole",
        }

    async def test_tolerates_moved_and_renamed_columns_and_percentages(
        self, services: Services, town: Collecting
    ) -> None:
        me, request = town.coordinator(), town.request()
        book, place = opened(await the_form(services, me, request))
        place.protection.sheet = False
        for row in range(1, place.max_row + 1):
            answer, reason = place.cell(row, ANSWER).value, place.cell(row, REASON).value
            place.cell(row, ANSWER).value, place.cell(row, REASON).value = reason, answer
        place.cell(KEYS_ROW - 1, REASON).value = "Сколько насчитали"
        covered = place.cell(row_of(place, "covered"), REASON)
        covered.value, covered.number_format = 0.125, "0.00%"
        place.cell(row_of(place, "staff"), REASON).value = 30
        place.cell(row_of(place, "staff"), MARK).value = None  # known by its title still
        forms = services.monitoring.forms
        plan = await forms.plan_form(me, request, read(saved(book)))
        assert becomes(plan) == {"staff": "take", "covered": "take"}
        given = {one.key: one.answer.number for one in plan.taken}
        assert given == {"staff": 30, "covered": 12.5}

    async def test_refuses_a_form_of_others_with_a_clear_word(
        self, services: Services, town: Collecting
    ) -> None:
        me, forms = town.coordinator(), services.monitoring.forms
        theirs = await the_form(services, town.coordinator(1), town.request(1))
        mine = await the_form(services, me, town.request())
        other = await an_open_campaign(services, 2, coordinators=2, title="Мониторинг, зима")
        request = town.request()
        with refused("form-other-school"):
            await forms.plan_form(me, request, read(filled_form(theirs, {"staff": 3})))
        with refused("form-other-campaign"):
            await forms.plan_form(me, other.request(), read(filled_form(mine, {"staff": 3})))
        with refused("form-other-version"):
            await forms.plan_form(me, request, read(_aged(mine)))
        with refused("form-unmarked"):
            await forms.plan_form(me, request, read(xlsx(["Показатель", "Ответ"], ["staff", 3])))
        with refused("other-school"):
            await forms.plan_form(me, town.request(1), read(theirs))
        # A row that was pasted from a neighbour's form is refused by itself.
        book, place = opened(filled_form(mine, {"staff": 3, "young": 2}))
        _, foreign = opened(theirs)
        place.cell(row_of(place, "young"), MARK).value = foreign.cell(
            row_of(foreign, "young"), MARK
        ).value
        found = becomes(await forms.plan_form(me, request, read(saved(book))))
        assert found == {"staff": "take", "8": "refuse: form-other-school"} or (
            sorted(found.values()) == ["refuse: form-other-school", "take"]
        )

    async def test_rows_twice_and_rows_of_their_own_do_not_count(
        self, services: Services, town: Collecting
    ) -> None:
        me, request = town.coordinator(), town.request()
        book, place = opened(await the_form(services, me, request))
        place.cell(row_of(place, "staff"), ANSWER).value = 3
        mark = place.cell(row_of(place, "staff"), MARK).value
        place.append([mark, "Число: staff", "", "", 4])
        place.append(["", "Ещё один показатель", "", "", 4])
        place.append(["", "Директор", "", "", ""])
        plan = await services.monitoring.forms.plan_form(me, request, read(saved(book)))
        found = [one.problem.reason for one in plan.rows if one.problem]
        assert found == ["form-row-twice", "form-row-unknown"]
        assert [one.answer.number for one in plan.taken] == [3]

    async def test_is_read_from_csv_too(self, services: Services, town: Collecting) -> None:
        me, request = town.coordinator(), town.request()
        _, place = opened(filled_form(await the_form(services, me, request), {"covered": "12,5 %"}))
        rows = [["" if v is None else v for v in row] for row in place.iter_rows(values_only=True)]
        plan = await services.monitoring.forms.plan_form(
            me, request, read(csv_of(*rows), "Ответы.csv")
        )
        assert becomes(plan) == {"covered": "take"}


def _aged(data: bytes) -> bytes:
    """The form as of a set of other questions."""
    book, place = opened(filled_form(data, {"staff": 3}))
    for row in range(KEYS_ROW + 1, place.max_row + 1):
        parts = str(place.cell(row, MARK).value).split("-")
        place.cell(row, MARK).value = "-".join([*parts[:3], "0" * 8, *parts[4:]])
    return saved(book)


class TestTogether:
    async def test_newer_answers_of_others_stay_unless_they_are_to_be_replaced(
        self, services: Services, town: Collecting
    ) -> None:
        me, other, request = town.coordinator(), town.coordinator(0, 1), town.request()
        forms = services.monitoring.forms
        await sent_back(services, me, request, {"staff": 30, "young": 4, "site": "нет"})
        data = await the_form(services, me, request)
        await sent_back(services, other, request, {"staff": 31, "site": "да"})
        sheet = read(filled_form(data, {"staff": 32, "young": 5}))
        plan = await forms.plan_form(me, request, sheet)
        # `site` stands in the form as it was downloaded: nobody wanted to change it back.
        assert becomes(plan) == {"staff": "newer", "young": "take", "site": "same"}
        newer = plan.of("newer")[0]
        assert newer.before is not None
        assert newer.before.number == 31
        assert newer.by
        await forms.take_form(me, request, sheet, plan.digest, "")
        replacing = await forms.plan_form(me, request, sheet, replace=True)
        assert becomes(replacing) == {"staff": "take", "young": "same", "site": "same"}
        await forms.take_form(me, request, sheet, replacing.digest, "", replace=True)
        values = await stored(services, request)
        assert [values[key].number for key in ("staff", "young", "site")] == [32, 5, 1]

    async def test_confirming_stops_when_somebody_answers_meanwhile_and_twice_is_once(
        self, services: Services, town: Collecting
    ) -> None:
        me, other, request = town.coordinator(), town.coordinator(0, 1), town.request()
        forms = services.monitoring.forms
        sheet = read(filled_form(await the_form(services, me, request), {"staff": 30, "young": 3}))
        plan = await forms.plan_form(me, request, sheet)
        await sent_back(services, other, request, {"young": 4})
        with refused("form-changed"):
            await forms.take_form(me, request, sheet, plan.digest, "")
        assert set(await stored(services, request)) == {"young"}
        plan = await forms.plan_form(me, request, sheet)
        await forms.take_form(me, request, sheet, plan.digest, "")
        again = await forms.take_form(me, request, sheet, plan.digest, "")
        assert again.taken == ()
        async with services.access.uow.reading() as store:
            assert (await store.data_values.history(request, None, 0, 9))[1] == 2


class TestWhenItMayNotBeChanged:
    async def test_of_a_returned_request_only_the_returned_rows_may(
        self, services: Services, town: Collecting
    ) -> None:
        me, request, forms = town.coordinator(), town.request(), services.monitoring.forms
        old = await the_form(services, me, request)
        await sent_back(services, me, request, {"staff": 30, "young": 4})
        now = services.clock.now()
        async with services.access.uow.writing() as store:
            await store.data_values.change(request, ["young"], returned="Слишком мало")
            await store.data_requests.change(
                request, state="returned", submitted_at=now, returned_at=now
            )
        _, place = opened(await the_form(services, me, request))
        assert "Слишком мало" in place.cell(row_of(place, "young"), MEANING).value
        with pytest.raises(KeyError):
            row_of(place, "staff")
        sheet = read(filled_form(old, {"staff": 31, "young": 6}))
        plan = await forms.plan_form(me, request, sheet, replace=True)
        assert becomes(plan) == {"staff": "refuse: data-not-returned", "young": "take"}

    @pytest.mark.parametrize(
        ("state", "reason"), [("submitted", "data-submitted"), ("accepted", "data-accepted")]
    )
    async def test_nothing_may_once_it_is_handed_in(
        self, services: Services, town: Collecting, state: str, reason: str
    ) -> None:
        me, request, forms = town.coordinator(), town.request(), services.monitoring.forms
        sheet = read(filled_form(await the_form(services, me, request), {"staff": 3}))
        plan = await forms.plan_form(me, request, sheet)
        async with services.access.uow.writing() as store:
            await store.data_requests.change(request, state=state)
        with refused(reason):
            await forms.form_of(me, request)
        with refused(reason):
            await forms.plan_form(me, request, sheet)
        with refused(reason):
            await forms.take_form(me, request, sheet, plan.digest, "")


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+7", "-1", "@SUM(A1)"])
async def test_no_answer_becomes_a_formula_on_its_way(
    services: Services, town: Collecting, text: str
) -> None:
    me, request = town.coordinator(), town.request()
    async with services.access.uow.writing() as store:
        values: dict[str, Any] = {"number": None, "text": text, "no_data": False}
        await store.data_values.put(
            request, "plans", **values, origin="typed", given_by=me, given_at=services.clock.now()
        )
    data = await the_form(services, me, request)
    _, place = opened(data)
    assert place.cell(row_of(place, "plans"), ANSWER).data_type == "s"
    assert str(place.cell(row_of(place, "plans"), ANSWER).value) == f"'{text}"
    plan = await services.monitoring.forms.plan_form(me, request, read(data))
    assert becomes(plan) == {"plans": "same"}


def test_an_answer_says_the_same_before_and_after_a_spreadsheet() -> None:
    from services.monitoring.answers.form_marks import stamp

    assert stamp(Given(number=1)) == stamp(Given(number=1.0))
    assert stamp(Given(text="а\nб")) == stamp(Given(text="а б"))
    assert stamp(Given(no_data=True, note="а")) != stamp(Given(no_data=True, note="б"))
