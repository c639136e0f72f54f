"""What coordinators and methodists do in the chat when data are collected."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from content.profile.measures import Variable
from sandbox import Person
from tests.services.filled_forms import filled_form

UNRECORDED = "Такой учёт не ведём"
PAPER = b"%PDF-1.4 Order No. 7"
Answers = Mapping[str, int | None]


@dataclass(frozen=True)
class Way:
    """How somebody answers in the chat.

    `asked` are the questions in their order; `last` the answers of the period before; `known`:
    taken from the bot's own count; `proofs`: with a file; `why`: what is said on low indicators.
    """

    asked: Sequence[Variable]
    last: Answers = field(default_factory=dict)
    known: Collection[str] = ()
    proofs: Collection[str] = ()
    why: Sequence[str] = ()

    def jumps(self, key: str, value: int | None) -> bool:
        """Whether a number is to be asked about: 30 % and 2 more or less than last time."""
        last = self.last.get(key)
        if value is None or last is None:
            return False
        return abs(value - last) >= 2 and abs(value - last) * 100 > 30 * last


async def answers_in_chat(person: Person, answers: Answers, way: Way) -> None:
    """From the notice to the end, question by question."""
    await person.presses("Ответить")
    for variable in way.asked:
        await _answers(person, variable, answers[variable.key], way)
    await person.sees("Всё заполнено")
    if way.proofs:
        await _attaches(person, answers, way)
    await hands_in(person, way.why)


async def answers_by_form(person: Person, answers: Answers, asked: Sequence[Variable]) -> None:
    """From the notice to the end, with a spreadsheet that is filled and sent back."""
    await person.presses("Открыть запрос")
    await person.presses("в Excel")
    await person.presses("Скачать форму")
    form = await person.downloads(await person.sees("Заполните жёлтые ячейки и пришлите"))
    words = {1: "да", 0: "нет"}
    given = {
        one.key: words[int(answers[one.key] or 0)] if one.input == "yes_no" else answers[one.key]
        for one in asked
        if answers[one.key] is not None
    }
    reasons = {one.key: UNRECORDED for one in asked if answers[one.key] is None}
    filled = await asyncio.to_thread(filled_form, form, given, reasons)
    await person.sends_document("Ответы школы.xlsx", filled)
    await person.sees(f"Запишу ответов: {len(asked)}")
    await person.presses("Записать ответы")
    await hands_in(person)


async def hands_in(person: Person, why: Sequence[str] = ()) -> None:
    """From the summary; `why`: a word on each indicator below its threshold."""
    if why:
        await person.presses(f"Пояснить: {len(why)}")
        for number, word in enumerate(why, 1):
            await person.sees(f"Показатель {number} из {len(why)}")
            await person.sends(word)
        await person.sees("Чтобы изменить ответ")
    await person.presses("Сдать")
    await person.presses("Да, сдать")
    await person.sees("Ответы сданы")


async def corrects(person: Person, variable: Variable, value: int) -> None:
    """From the notice that something came back, through the one field that did."""
    await person.presses("Исправить")
    await person.sees("Методист просит исправить")
    await person.sends(str(value))
    await hands_in(person)


async def _answers(person: Person, variable: Variable, value: int | None, way: Way) -> None:
    await person.sees(variable.title.get("ru"))
    if value is None:
        await person.presses("Нет данных")
        await person.presses(UNRECORDED)
    elif variable.input == "yes_no":
        await person.presses("Да" if value else "Нет")
    elif variable.key in way.known:
        await person.presses(f"По данным бота: {value}")
    else:
        await person.sends(str(value))
    if way.jumps(variable.key, value):
        await person.sees("Разница заметная")
        await person.presses("Да, всё верно")


async def _attaches(person: Person, answers: Answers, way: Way) -> None:
    """From the summary, where answers may be confirmed by a file, and back to it."""
    asking = [one for one in way.asked if one.evidence and answers[one.key]]
    await person.presses(f"Приложить файлы: {len(asking)}")
    for variable in asking:
        await person.sees(variable.title.get("ru"))
        if variable.key in way.proofs:
            await person.sends_document("Приказ.pdf", PAPER)
            await person.sees("Приложен файл «Приказ.pdf»")
            await person.presses("Дальше ›")
        else:
            await person.presses("Без файла ›")
    await person.sees("Всё заполнено")


async def opens_the_board(methodist: Person, campaign: str) -> None:
    """Who has answered in a campaign."""
    await methodist.sends("/monitoring")
    await methodist.sees("Кампании мониторинга")
    await methodist.presses(campaign)
    await methodist.presses("Кто ответил")
    await methodist.sees("Чтобы найти школу, напишите её название")


async def looks_at(methodist: Person, school: str) -> None:
    """From the board to what a school answered."""
    await methodist.sends(school)
    await methodist.sees("Нашлось по запросу")
    await methodist.presses(school)
    await methodist.presses("Ответы школы")


async def returns(methodist: Person, school: str, title: str, reason: str) -> None:
    """From the board: one field goes back for a reason; and to the board."""
    await looks_at(methodist, school)
    await methodist.presses("Вернуть поля")
    await methodist.presses(title)
    await methodist.presses("Назвать причину: 1")
    await methodist.sends(reason)
    await methodist.sees("Вернуть на исправление?")
    await methodist.presses("Вернуть")
    await methodist.sees("На исправлении")
    await methodist.presses("‹ К школам")


async def accepts(methodist: Person, school: str) -> None:
    """From the board: what a school answered is accepted; and to the board."""
    await looks_at(methodist, school)
    await methodist.presses("Принять")
    await methodist.sees("Принято")
    await methodist.presses("‹ К школам")
