"""Schools of a story about data: what each answers, who answers for it, what arrives there."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from content.profile.measures import Variable
from sandbox import Person, RecordedCall
from services.permissions import Role
from tests.e2e.answering import Way, answers_by_form, answers_in_chat
from tests.e2e.calendar_town import CalendarTown
from tests.services.collecting import COORDINATORS, METHODIST, active_schools, somebody

Table = dict[int, dict[str, int | None]]
SURNAMES = (
    "Абрамова", "Белова", "Волкова", "Громова", "Дёмина", "Егорова", "Жукова", "Зимина",
    "Исаева", "Комарова", "Лебедева", "Маркова", "Новикова", "Орлова", "Панова", "Рябова",
    "Соколова", "Титова", "Уварова", "Фомина",
)  # fmt: skip
# What each notice says and nothing else does.
KINDS = {
    "ahead": "По календарю скоро откроется",
    "opened": ", срок ответа: ",
    "asked": "просят ответить на вопросы",
    "asked-own": "Часть вопросов — к самой",
    "reminder": "Отвечаете вы, поэтому напоминаю",
    "head": "Пишу вам как руководителю",
    "digest": "Напоминания закончились",
    "returned": "Методист просит исправить: <b>",
    "corrected": "Школа исправила то, что вы вернули",
    "accepted": "Данные приняты: ",
}


@dataclass
class District:
    """A municipality with its people in front of the chat; schools go by their number."""

    town: CalendarTown
    me: int
    methodist: Person
    schools: list[str]
    people: list[Person]
    arrived: Counter[tuple[str, int]] = field(default_factory=Counter)

    def took_in(self) -> Counter[tuple[str, int]]:
        """Notices since the last time, by kind and recipient; each counts."""
        found, self.arrived = self.arrived, Counter()
        return found

    def each(self, kind: str, *numbers: int, methodist: str = "") -> Counter[tuple[str, int]]:
        """One notice to the coordinators of these schools, and one to the methodist."""
        found = Counter((kind, self.people[number].id) for number in numbers)
        return found + Counter([(methodist, self.methodist.id)] if methodist else [])

    async def answer(
        self, table: Table, asked: Sequence[Variable], numbers: Mapping[int, Way | None]
    ) -> None:
        """These schools answer at the same time: in the chat, or by a form."""
        await asyncio.gather(
            *(
                answers_in_chat(self.people[number], table[number], way)
                if way
                else answers_by_form(self.people[number], table[number], asked)
                for number, way in numbers.items()
            )
        )

    def _on_call(self, call: RecordedCall) -> None:
        text = call.params.get("text", "")
        if call.method == "sendMessage" and call.done:
            chat = int(call.params["chat_id"])
            self.arrived.update((kind, chat) for kind, words in KINDS.items() if words in text)


async def a_district(town: CalendarTown, schools: int) -> District:
    """So many schools with a coordinator each, and a methodist, who have all said hello."""
    services = town.services
    me = await somebody(services, METHODIST, "Мерц Зоя Павловна", Role.METHODIST)
    methodist = town.person("Зоя", user_id=METHODIST)
    people = []
    for number, school in enumerate(await active_schools(services, schools)):
        name = f"{SURNAMES[number]} Ольга Ивановна"
        await somebody(services, COORDINATORS + number, name, Role.COORDINATOR, school)
        people.append(town.person("Ольга", user_id=COORDINATORS + number))
    for person in (methodist, *people):
        await person.sends("/start")
    for person in (methodist, *people):
        await person.sees("Здравствуйте")
    async with services.access.uow.reading() as store:
        rows = await store.schools.page(0, schools)
    names = [row.short_name for row in rows]
    found = District(town, me, methodist, names, people)
    town.box.server.listeners.append(found._on_call)
    return found
