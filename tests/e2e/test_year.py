"""A year of collecting data, played with a moving clock; all that comes out is reckoned anew."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from content import IndicatorSet, load_profile
from services.permissions import Role
from tests.e2e.answering import Way, answers_in_chat, corrects, opens_the_board, returns
from tests.e2e.calendar_town import calendar_town
from tests.e2e.district import a_district
from tests.e2e.recount import MIRNY, UST_KOKSA, recount
from tests.e2e.results import (
    change_words,
    check_paper,
    check_screen,
    check_workbook,
    named,
    paper,
    shown_indicators,
    workbook,
)
from tests.e2e.stories import OLD_BUTTON, SEPARATOR, alert, data_of, panel, panel_message, screen_id
from tests.e2e.year import DECEMBER, HEAD, MAY, SCHOOLS, Year, december_answers, low
from tests.services.collecting import local, somebody

PILES = ("data_request", "data_value", "data_change", "low_reason", "request_helper")
YEARLY = "Годовой мониторинг методической службы"


async def test_both_campaigns_of_a_year(folder: Path, migrated_sqlite: Path) -> None:
    moment = datetime(2027, 4, 20, 5, tzinfo=UTC)
    async with calendar_town("ust-koksa", folder / "calendar", migrated_sqlite, moment) as town:
        year = Year(town, await a_district(town, SCHOOLS))
        await _young_people(year)
        await _may_opens(year)
        await _one_school_corrects_twice(year)
        may = await _may_ends(year)
        await year.sleeps_until(11, 20)
        await _december_opens_with_another_deadline(year)
        await _december_is_collected(year, may)


async def _young_people(year: Year) -> None:
    """Two of them, and the head of a school that will be silent."""
    services, schools = year.town.services, await _ids(year)
    for number, years in enumerate((1, 2)):
        name = f"Ильина Вера {number}"
        person = await somebody(services, 730_000_000 + number, name, Role.MENTOR, schools[0])
        async with services.access.uow.writing() as store:
            await store.people.change(person, services.clock.now(), experience_years=years)
    await somebody(services, HEAD, "Ким Олег Юрьевич", Role.HEAD, schools[18])
    await year.head.sends("/start")
    await year.head.sees("Здравствуйте")


async def _ids(year: Year) -> list[int]:
    async with year.town.services.access.uow.reading() as store:
        return [row.id for row in await store.schools.page(0, SCHOOLS)]


async def _may_opens(year: Year) -> None:
    """Most schools answer at once, in the chat or by a form."""
    district = year.district
    assert await year.until(4, 27) == district.each("ahead", methodist="ahead")
    assert await year.until(5, 3) == {}
    told = district.each("asked", *range(SCHOOLS), methodist="opened")
    assert await year.until(5, 4) == told + district.each("", methodist="asked-own")

    chat = {number: year.way(number) for number in range(1, 5)}
    chat[0] = year.way(0, known=("young_total",), proofs=("orgs_team_training",))
    chat[3] = year.way(3, why=low(year.table[3]))
    await year.until(5, 12)
    sheets = dict.fromkeys(range(5, 16))
    await district.answer(year.table, year.asked, {**chat, **sheets})
    await _others_press(year)


async def _one_school_corrects_twice(year: Year) -> None:
    """One field each time; the bot is down over a reminder in between."""
    district, methodist = year.district, year.methodist
    await opens_the_board(methodist, MAY)
    titles = {one.key: one for one in year.asked}
    trained, total = titles["staff_trained"], titles["staff_total"]
    await returns(methodist, district.schools[5], trained.title.get("ru"), "Сверьте с приказами")
    assert await year.until(5, 14) == district.each("returned", 5)

    # The bot is down when the first reminder is due: it comes late, and once.
    late = district.each("reminder", 5, 16, 17, 18, 19, methodist="reminder")
    assert await year.sleeps_until(5, 25) == late
    year.table[5]["staff_trained"] = 9
    await corrects(district.people[5], trained, 9)
    await year.town.has_told()
    await opens_the_board(methodist, MAY)
    await returns(methodist, district.schools[5], total.title.get("ru"), "Без совместителей?")
    year.table[5]["staff_total"] = 34
    await year.town.has_told()
    await corrects(district.people[5], total, 34)
    await year.town.has_told()
    twice = district.each("corrected", methodist="corrected")
    assert district.took_in() == twice + twice + district.each("returned", 5)


async def _may_ends(year: Year) -> Any:
    """The service gives its own numbers, one school is late, three are silent."""
    district = year.district
    await year.fills_in_its_own_part()
    owing = district.each("reminder", 16, 17, 18, 19)
    assert await year.until(5, 28) == owing
    assert await year.until(6, 1) == owing
    await district.answer(year.table, year.asked, {16: None})
    owing = district.each("reminder", 17, 18, 19)
    assert await year.until(6, 3) == owing
    assert await year.until(6, 7) == owing
    assert await year.until(6, 8) == year.digest()
    digest = panel_message(year.methodist)["text"]
    assert [name for name in district.schools if name in digest] == district.schools[17:]

    answered = range(17)
    await year.accepts_all(MAY, [1, 4, 8])
    assert district.took_in() == district.each("accepted", *answered)
    await year.closes(MAY)
    _, wanted = await year.comes_out(MAY, answered, late=16)
    assert await year.until(6, 15) == {}
    return wanted


async def _others_press(year: Year) -> None:
    """Another school's coordinator tries the buttons of a school that has answered, and of one
    that has not; the school that has handed in tries its old ones."""
    district, ledger = year.district, year.town.database
    mine, stranger = district.people[0], district.people[17]
    ids = dict(ledger.rows("SELECT school_id, id FROM data_request WHERE school_id IS NOT NULL"))
    schools = await _ids(year)
    before = {pile: ledger.rows(f"SELECT * FROM {pile}") for pile in PILES}
    await stranger.sends("/requests")
    await stranger.sees("Запросы данных")
    forged = [f"{screen_id(stranger)}{SEPARATOR}request:{ids[schools[n]]}" for n in (0, 16)]
    forged += [f"go:request:{ids[schools[n]]}" for n in (0, 16)]
    forged += [f"go:correct:{ids[schools[0]]}", f"go:checking:{ids[schools[0]]}"]
    forged += [f"later:{ids[schools[16]]}:evening", "go:board:1", "go:campaign:1"]
    for data in forged:
        refused = len(stranger.alerts)
        await stranger.taps(data)
        await year.town.box.idle(quiet=0.05)
        assert len(stranger.alerts) > refused, data
        assert district.schools[0] not in stranger.screen, data
        assert district.schools[16] not in stranger.screen, data
    await stranger.taps(data_of(mine, "К запросу"))
    assert OLD_BUTTON in alert(stranger)
    for message in mine.bot_messages:
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                await mine.taps(button["callback_data"], message["message_id"])
    await year.town.box.idle(quiet=0.05)
    assert {pile: ledger.rows(f"SELECT * FROM {pile}") for pile in PILES} == before


async def _december_opens_with_another_deadline(year: Year) -> None:
    """Which the methodist chooses where the notice leads."""
    district, methodist = year.district, year.methodist
    year.last, year.own_last = year.table, dict(year.own_answers)
    year.table = december_answers(year.last)
    year.own_answers = {"orgs_total": SCHOOLS, "communities": 8, "teachers_council": 6}
    assert await year.until(11, 24) == district.each("ahead", methodist="ahead")
    await methodist.presses("Открыть кампанию")
    await methodist.presses("Изменить")
    await methodist.presses("Срок")
    await methodist.sends("22.12")
    await methodist.sees("Срок: среда, 22 декабря")
    told = district.each("asked", *range(SCHOOLS), methodist="opened")
    assert await year.until(12, 1) == told + district.each("", methodist="asked-own")
    assert "среда, 22 декабря" in panel_message(district.people[9])["text"]


async def _december_is_collected(year: Year, may: Any) -> None:
    """Three others are silent; what came out stands beside what came out in May."""
    district, methodist, everybody = year.district, year.methodist, range(SCHOOLS)
    silent, late = [2, 9, 18], 17
    chat = {number: year.way(number) for number in (0, 1, 4)}
    chat[3] = year.way(3, why=low(year.table[3]))
    sheets = dict.fromkeys(set(everybody) - {*silent, late, *chat})
    await year.until(12, 8)
    await district.answer(year.table, year.asked, {**chat, **sheets})
    owing = district.each("reminder", *silent, late)
    assert await year.until(12, 15) == owing + district.each("", methodist="reminder")
    await year.fills_in_its_own_part()
    assert await year.until(12, 17) == owing

    # The bot is down over the last reminder and the deadline: what it still says, it says once.
    assert await year.sleeps_until(12, 23) == owing
    await district.answer(year.table, year.asked, {late: None})
    owing = district.each("reminder", *silent)
    assert await year.until(12, 27) == owing
    assert await year.until(12, 29) == owing
    assert await year.until(12, 30) == year.digest()
    digest = panel_message(methodist)["text"]
    assert [n for n in everybody if district.schools[n] in digest] == silent

    answered = [number for number in everybody if number not in silent]
    await year.accepts_all(DECEMBER, [0, 4, 5, 6, 8])
    assert district.took_in() == district.each("accepted", *answered)
    await year.closes(DECEMBER)
    shown, wanted = await year.comes_out(DECEMBER, answered, late)
    for one in UST_KOKSA:
        change = change_words(one, wanted[one.title].value, may[one.title].value)
        assert shown[one.title][-1] == change, one.title


async def test_a_year_of_counts_and_words(folder: Path, migrated_sqlite: Path) -> None:
    moment = datetime(2027, 5, 3, 5, tzinfo=UTC)
    async with calendar_town("mirny", folder / "counts", migrated_sqlite, moment) as town:
        district, chosen = await a_district(town, 7), IndicatorSet.of(load_profile("mirny"))
        methodist, asked, own = district.methodist, chosen.asked(False), chosen.asked(True)
        table = {number: _of_mirny(number) for number in range(7)}
        table[2]["trained"] = None
        said = {one.key: f"За год — {one.title.get('ru').lower()}." for one in chosen.qualitative}
        counts = {
            "contest_participants": 14, "publications": 9, "event_people": 120, "groups": 5,
            "continuous": 131, "databases": 3,
        }  # fmt: skip
        await town.passes(local(town.services, date(2027, 5, 12)))
        await district.answer(table, asked, {**dict.fromkeys(range(5)), 5: Way(asked)})
        await answers_in_chat(methodist, {**counts, **said}, Way(own))

        wanted = recount(MIRNY, [table[number] for number in range(6)], counts)
        check_screen(await shown_indicators(methodist, YEARLY), wanted, MIRNY)
        sheets = await workbook(methodist, YEARLY)
        check_workbook(sheets["Показатели"], wanted)
        assert [row["Текст"] for row in named(sheets["Словами"], "Текст")] == list(said.values())
        document = await paper(methodist, YEARLY)
        check_paper(document, wanted, MIRNY)
        lines = [one.text for one in document.paragraphs]
        assert [line for line in lines if line in said.values()] == list(said.values())
        await methodist.presses("‹ К показателям")
        await methodist.presses("Словами: 10")
        assert "Заполнено 10 из 10" in panel(methodist)


def _of_mirny(number: int) -> dict[str, int | None]:
    staff = 15 + 7 * number
    return {
        "staff_total": staff,
        "teachers_total": staff - 2,
        "teachers_modern_tech": staff // 2 - number,
        "project_people": number,
        "trained": staff // 3,
        "distance_learners": staff // (4 + number),
    }
