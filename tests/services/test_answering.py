"""Answering a request: typed answers, checks, colleagues, evidence, handing in, corrections."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from content import IndicatorSet
from services.errors import Refusal
from services.monitoring.answers.checks import Problem, Warning, check_given
from services.monitoring.answers.evidence import file_of
from services.monitoring.answers.given import Given
from services.monitoring.answers.typed import meant, typed_answer
from services.permissions import Role
from storage.engine import Database
from tests.clocks import FixedClock
from tests.services.collecting import (
    VARIABLES,
    Collecting,
    an_open_campaign,
    monitored,
    somebody,
    told,
)
from tests.services.stories import refused
from tests.wiring import Services, load_profile

WHOLE, PART, YES_NO, SHARE, WORDS = (
    next(one for one in VARIABLES if one.key == key)
    for key in ("staff", "young", "site", "covered", "plans")
)
DAY = timedelta(days=1)


class TestTyping:
    @pytest.mark.parametrize(
        ("variable", "text", "value"),
        [
            (WHOLE, "12", 12),
            (WHOLE, " 12 чел.", 12),
            (WHOLE, "12 человек", 12),
            (WHOLE, "1 200 шт", 1200),
            (WHOLE, "1\u00a0200", 1200),
            (WHOLE, "12,0", 12),
            (WHOLE, "１２", 12),
            (WHOLE, "0", 0),
            (WHOLE, "1000000", 1_000_000),
            (SHARE, "12,5 %", 12.5),
            (SHARE, "12.54", 12.5),
            (SHARE, "12,55%", 12.6),
            (SHARE, "100 процентов", 100),
            (YES_NO, "Да.", 1),
            (YES_NO, "нет", 0),
            (YES_NO, "—", 0),
            (YES_NO, "Yes", 1),
        ],
    )
    def test_the_usual_variants_are_understood(self, variable, text, value) -> None:
        assert typed_answer(variable, text) == Given(number=value)

    @pytest.mark.parametrize(
        ("variable", "text", "reason"),
        [
            (WHOLE, "двенадцать", "data-number"),
            (WHOLE, "12 из 40", "data-number"),
            (WHOLE, "", "data-number"),
            (WHOLE, "1e3", "data-number"),
            (WHOLE, "9" * 400, "data-number"),
            (WHOLE, "12,5", "data-whole"),
            (WHOLE, "−3", "data-negative"),
            (WHOLE, "1 000 001", "data-too-large"),
            (WHOLE, "12 %", "data-percent-not-asked"),
            (SHARE, "100,1", "data-share-range"),
            (SHARE, "-1", "data-share-range"),
            (YES_NO, "наверное", "data-yes-no"),
            (WORDS, "   ", "text-empty"),
            (WORDS, "ж" * 1001, "text-too-long"),
        ],
    )
    def test_what_is_no_answer_is_refused_with_its_reason(self, variable, text, reason) -> None:
        with refused(reason):
            typed_answer(variable, text)

    @pytest.mark.parametrize("text", ["нет данных", "Н/Д", "no data", "данные отсутствуют"])
    def test_that_there_are_no_data_may_be_typed(self, text: str) -> None:
        assert typed_answer(WHOLE, text) == Given(no_data=True)

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("31", "answer"),
            ("1 200 чел.", "answer"),
            ("12,5 %", "answer"),
            ("нет данных", "answer"),
            ("н/д", "answer"),
            ("Да.", "yes"),
            ("всё верно!", "yes"),
            ("нет", "no"),
            ("Опечатка", "no"),
            ("2 педагога ушли", "words"),
            ("5 уволились", "words"),
            ("Филиал закрыли", "words"),
        ],
    )
    def test_what_is_typed_when_a_number_is_asked_about(self, text: str, kind: str) -> None:
        assert meant(text) == kind


class TestChecks:
    def check(self, key: str, given: Given, last: float | None = None, **others: float | None):
        chosen = IndicatorSet.of(monitored(load_profile("ust-ishim")))
        so_far = {
            other: Given(number=value) if value is not None else Given(no_data=True, note="-")
            for other, value in others.items()
        }
        before = None if last is None else Given(number=last)
        return check_given(chosen, chosen.variable(key), given, so_far, before)

    def test_a_part_is_at_most_its_whole_whichever_is_given_second(self) -> None:
        found = self.check("young", Given(number=9), staff=8)
        assert found == Problem("data-more-than-whole", {"value": 8, "given": 9}, "staff")
        found = self.check("staff", Given(number=8), young=9)
        assert found == Problem("data-less-than-part", {"value": 9, "given": 8}, "young")
        assert self.check("young", Given(number=8), staff=8) is None
        assert self.check("young", Given(number=9), staff=None) is None

    def test_a_jump_is_asked_about_and_small_numbers_are_not(self) -> None:
        assert self.check("staff", Given(number=27), last=40) == Warning(40, 30)
        assert self.check("staff", Given(number=28), last=40) is None
        assert self.check("staff", Given(number=1), last=0) is None
        assert self.check("staff", Given(number=2), last=0) == Warning(0, 30)
        assert self.check("site", Given(number=1), last=0) is None

    @pytest.mark.parametrize(
        "given",
        [
            Given(),
            Given(number=1, text="x"),
            Given(number=1.5),
            Given(number=-1),
            Given(number=10**7),
            Given(no_data=True),
            Given(no_data=True, number=1, note="x"),
            Given(no_data=True, note="ж" * 401),
            Given(text="x"),
        ],
    )
    def test_what_nobody_could_have_typed_is_refused_too(self, given: Given) -> None:
        assert isinstance(self.check("staff", given), Problem)


async def fill(services: Services, person: int, request: int, **more: str) -> None:
    """Answer every field of a school that lacks an answer."""
    answering = services.monitoring.answering
    answers = {
        "staff": "40", "young": "10", "mentored": "4", "site": "да", "covered": "12,5",
        "plans": "Приказ № 5",
    } | more  # fmt: skip
    for key, text in answers.items():
        outcome = await answering.type_answer(person, request, key, text, 0)
        assert outcome.state == "saved"


async def submitted(services: Services, town: Collecting, number: int = 0) -> int:
    """The request of a school, filled and handed in."""
    person, request = town.coordinator(number), town.request(number)
    await fill(services, person, request)
    await services.monitoring.submitting.submit_request(person, request)
    return request


async def test_a_coordinator_fills_in_a_request_and_hands_it_in(
    services: Services, database: Database, clock: FixedClock
) -> None:
    town = await an_open_campaign(services, 2)
    me, request = town.coordinator(), town.request()
    requests, answering = services.monitoring.requests, services.monitoring.answering
    (mine,) = await requests.my_requests(me)
    assert (mine.request.id, mine.given, mine.asked, mine.open) == (request, 0, 6, True)
    assert await answering.first_field(me, request) == "staff"
    await answering.type_answer(me, request, "staff", "40", 0)
    with refused("data-more-than-whole") as caught:
        await answering.type_answer(me, request, "young", "41", 0)
    assert caught.value.facts["other"] == "Число: staff"
    field = await answering.field(me, request, "young")
    assert (field.number, field.total, field.before, field.after) == (2, 6, "staff", "mentored")
    assert (field.known, field.whole and field.whole.key) == (0, "staff")
    with refused("data-known-changed"):
        await answering.take_known(me, request, "young", 5, field.seen)
    outcome = await answering.take_known(me, request, "young", 0, field.seen)
    assert (outcome.state, outcome.next) == ("saved", "mentored")
    assert (await answering.field(me, request, "young")).value.origin == "known"
    with refused("data-incomplete"):
        await services.monitoring.submitting.submit_request(me, request)

    await fill(services, me, request)
    summary = await services.monitoring.submitting.summary(me, request)
    values = {one.measured.indicator.key: one for one in summary.indicators}
    assert values["mentoring"].measured.value == 40.0
    assert (summary.missing, summary.unexplained, summary.open) == (0, 0, True)
    await answering.type_answer(me, request, "mentored", "1", 0)
    summary = await services.monitoring.submitting.summary(me, request)
    assert [(one.low, one.reason) for one in summary.indicators if one.low] == [(True, "")]
    for _ in range(2):
        await services.monitoring.submitting.explain_low(me, request, "mentoring", "Все уехали")
    with refused("choice-gone"):
        await services.monitoring.submitting.explain_low(me, request, "sites", "x")

    handed = [await services.monitoring.submitting.submit_request(me, request) for _ in range(2)]
    assert [(one.late, one.accepted, one.repeated) for one in handed] == [
        (False, False, False),
        (False, False, True),
    ]
    with refused("data-submitted"):
        await answering.type_answer(me, request, "staff", "41", 0)
    card = await requests.request_card(me, request)
    assert (card.request.state, card.open, card.given) == ("submitted", False, 6)
    assert card.filled_by == ((card.submitted_by, 6),)
    assert {state for _, state in await told(database, "data-asked", f"request:{request}")} == {
        "cancelled"
    }
    kinds = [one.kind for one in (await requests.own_history(me, request)).changes]
    assert kinds[:3] == ["submitted", "low-reason", "value"]


async def test_what_is_no_data_has_a_reason_and_compares_with_nothing(services: Services) -> None:
    town = await an_open_campaign(services, 1)
    me, request, answering = town.coordinator(), town.request(), services.monitoring.answering
    await answering.type_answer(me, request, "young", "9", 0)
    assert (await answering.type_answer(me, request, "staff", "нет данных", 0)).state == "reason"
    given = Given(no_data=True, note="Учёт не ведём")
    assert (await answering.give_answer(me, request, "staff", given, 0)).state == "saved"
    value = (await answering.field(me, request, "staff")).value
    assert (value.no_data, value.note, value.number) == (True, "Учёт не ведём", None)
    await answering.type_answer(me, request, "staff", "9", 0)
    value = (await answering.field(me, request, "staff")).value
    assert (value.no_data, value.note, value.number) == (False, "", 9)


async def test_two_coordinators_do_not_overwrite_one_another(services: Services) -> None:
    town = await an_open_campaign(services, 1, coordinators=2)
    one, other = town.coordinator(0, 0), town.coordinator(0, 1)
    request, answering = town.request(), services.monitoring.answering
    shown = (await answering.field(other, request, "staff")).seen
    await answering.type_answer(one, request, "staff", "40", shown)
    assert (await answering.type_answer(other, request, "staff", "40", shown)).state == "saved"
    outcome = await answering.type_answer(other, request, "staff", "50", shown)
    assert (outcome.state, outcome.by) == ("conflict", "Ершова Ольга 0-0")
    field = await answering.field(other, request, "staff")
    assert (field.value.number, field.given_by) == (40, "Ершова Ольга 0-0")
    # The one who sees the colleague’s answer may replace it; the colleague is asked in turn.
    await answering.give_answer(other, request, "staff", Given(number=50), field.seen)
    outcome = await answering.type_answer(one, request, "staff", "41", field.seen)
    assert outcome.state == "conflict"
    card = await services.monitoring.requests.request_card(one, request)
    assert card.filled_by == (("Ершова Ольга 0-1", 1),)


async def test_a_jump_is_confirmed_and_noted_and_the_last_period_is_shown(
    services: Services, clock: FixedClock
) -> None:
    spring = await an_open_campaign(services, 1, covers=(date(2026, 1, 1), date(2026, 5, 31)))
    first = await submitted(services, spring)
    await services.monitoring.checking.accept(spring.methodist, first)
    clock.advance(DAY)
    autumn = await an_open_campaign(services, 1, covers=(date(2026, 6, 1), date(2026, 8, 31)))
    me, request, answering = autumn.coordinator(), autumn.request(), services.monitoring.answering
    field = await answering.field(me, request, "staff")
    assert field.last.number == 40
    outcome = await answering.type_answer(me, request, "staff", "12", field.seen)
    assert (outcome.state, (await answering.field(me, request, "staff")).value) == ("jump", None)
    given = Given(number=12, note="Филиал закрыли")
    await answering.give_answer(me, request, "staff", given, field.seen, sure=True)
    value = (await answering.field(me, request, "staff")).value
    assert (value.number, value.note) == (12, "Филиал закрыли")


async def test_only_returned_fields_can_be_corrected(
    services: Services, database: Database, clock: FixedClock
) -> None:
    town = await an_open_campaign(services, 1)
    me, request = town.coordinator(), await submitted(services, town)
    answering, submitting = services.monitoring.answering, services.monitoring.submitting
    clock.advance(DAY)
    reasons = {"young": "Сверьте со списком", "site": "Сайт не открывается"}
    await services.monitoring.checking.give_back(town.methodist, request, reasons)
    card = await services.monitoring.requests.request_card(me, request)
    assert [(one.variable.key, one.reason, one.corrected) for one in card.returned] == [
        ("young", "Сверьте со списком", False),
        ("site", "Сайт не открывается", False),
    ]
    with refused("data-not-returned"):
        await answering.type_answer(me, request, "staff", "50", 0)
    assert await answering.first_field(me, request) == "young"
    assert (await answering.type_answer(me, request, "young", "8", 0)).next == "site"
    with refused("data-not-corrected"):
        await submitting.submit_request(me, request)
    assert (await answering.keep_answer(me, request, "site", 0)).next is None
    await answering.type_answer(me, request, "young", "7", 0)  # corrected ones stay open
    clock.advance(60 * DAY)
    assert not (await submitting.submit_request(me, request)).late  # the first time counts
    assert [one for one, _ in await told(database, "data-corrected")] == [town.methodist]
    assert (await services.monitoring.requests.request_card(me, request)).returned == ()


async def test_a_file_beside_a_returned_answer_corrects_it(services: Services) -> None:
    town = await an_open_campaign(services, 1)
    me, request = town.coordinator(), await submitted(services, town)
    monitoring = services.monitoring
    await monitoring.checking.give_back(town.methodist, request, {"plans": "Приложите приказ"})
    assert (await monitoring.submitting.summary(me, request)).lacking_files == ("plans",)
    await monitoring.evidence.attach_evidence(me, request, "plans", "photo", "abc", "Фото")
    assert await monitoring.answering.first_field(me, request) is None
    # Without the file it is still an answer that the school stands by.
    await monitoring.evidence.drop_evidence(me, request, "plans")
    await monitoring.submitting.submit_request(me, request)


async def test_late_answers_are_taken_and_marked_and_after_the_closing_none(
    services: Services, clock: FixedClock
) -> None:
    town = await an_open_campaign(services, 2)
    clock.advance(30 * DAY)
    request = await submitted(services, town)
    card = await services.monitoring.requests.request_card(town.coordinator(), request)
    assert (card.request.late, card.late_now) == (True, True)
    await services.monitoring.planning.close_campaign(town.methodist, town.id)
    with refused("data-closed"):
        await fill(services, town.coordinator(1), town.request(1))
    with refused("data-closed"):
        await services.monitoring.submitting.submit_request(town.coordinator(1), town.request(1))
    # What a methodist returns can be answered even then.
    await services.monitoring.checking.give_back(town.methodist, request, {"staff": "Проверьте"})
    await services.monitoring.answering.type_answer(town.coordinator(), request, "staff", "41", 0)
    await services.monitoring.submitting.submit_request(town.coordinator(), request)


async def test_evidence_lies_beside_an_answer_where_it_is_asked_for(services: Services) -> None:
    town = await an_open_campaign(services, 1)
    me, request, evidence = town.coordinator(), town.request(), services.monitoring.evidence
    answering = services.monitoring.answering
    with refused("data-file-first"):
        await evidence.attach_evidence(me, request, "plans", "photo", "abc", "Фото")
    with refused("choice-gone"):
        await evidence.attach_evidence(me, request, "staff", "photo", "abc", "Фото")
    await answering.type_answer(me, request, "plans", "Приказ № 5", 0)
    await evidence.attach_evidence(me, request, "plans", "document", "abc", "Приказ.pdf")
    await answering.type_answer(me, request, "plans", "Приказ № 6", 0)
    value = (await answering.field(me, request, "plans")).value
    assert (file_of(value.file_id), value.file_name) == (("document", "abc"), "Приказ.pdf")
    for _ in range(2):
        await evidence.drop_evidence(me, request, "plans")
    assert (await answering.field(me, request, "plans")).value.file_id is None
    summary = await services.monitoring.submitting.summary(me, request)
    assert summary.lacking_files == ("plans",)
    changes = (await services.monitoring.requests.own_history(me, request)).changes
    assert [one.kind for one in changes] == ["evidence", "value", "evidence", "value"]


async def test_the_service_answers_for_the_municipality_and_that_is_accepted_at_once(
    services: Services,
) -> None:
    town = await an_open_campaign(services, 2)
    me, request = town.methodist, town.own
    answering, submitting = services.monitoring.answering, services.monitoring.submitting
    assert [one.request.id for one in await services.monitoring.requests.my_requests(me)] == [
        request
    ]
    with refused("other-school"):
        await answering.field(town.coordinator(), request, "events")
    await answering.type_answer(me, request, "events", "7", 0)
    await answering.type_answer(me, request, "climate", "Стало больше наставников", 0)
    summary = await submitting.summary(me, request)
    assert [(one.variable.key, one.known is not None) for one in summary.lines] == [
        ("schools", True), ("events", False), ("climate", False),
    ]  # fmt: skip
    assert (await submitting.submit_request(me, request)).accepted
    line = (await submitting.summary(me, request)).lines[0]
    assert line.value.origin == "known"
    assert line.value.number > 0


async def test_a_request_is_for_its_school_and_for_whom_it_was_handed_to(
    services: Services,
) -> None:
    town = await an_open_campaign(services, 2)
    request, stranger = town.request(), town.coordinator(1)
    head = await somebody(services, 710_000_001, "Громов Пётр", Role.HEAD, town.schools[0])
    mate = await somebody(services, 710_000_002, "Юдина Яна", Role.MENTOR, town.schools[0])
    monitoring = services.monitoring
    for person in (stranger, mate):
        with refused("other-school"):
            await monitoring.answering.type_answer(person, request, "staff", "1", 0)
        with refused("other-school"):
            await monitoring.submitting.submit_request(person, request)
        with refused("other-school"):
            await monitoring.requests.request_card(person, request)
    await monitoring.answering.type_answer(head, request, "staff", "40", 0)
    await monitoring.handing_over.hand_over(head, request, mate)
    await monitoring.answering.type_answer(mate, request, "young", "4", 0)
    assert [one.request.id for one in await monitoring.requests.my_requests(mate)] == [request]
    with refused("choice-gone"):
        await monitoring.answering.type_answer(head, request, "events", "1", 0)
    with refused("request-gone"):
        await monitoring.requests.request_card(head, 999)
    # Who leaves the school has its request no longer.
    async with services.access.uow.writing() as store:
        await store.people.change(mate, services.clock.now(), school_id=town.schools[1])
    with pytest.raises(Refusal):
        await monitoring.answering.type_answer(mate, request, "young", "5", 0)
    assert await monitoring.requests.my_requests(mate) == ()
