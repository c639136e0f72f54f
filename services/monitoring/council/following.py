"""What becomes of a decision: sent, done, sent back, dropped."""

from __future__ import annotations

from services.access import Acting, Guarded, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.fields import free_text
from services.monitoring.council.decided import WORD_LIMIT
from services.monitoring.council.drafting import decision_row, missing_of
from services.monitoring.council.recommending import people_of, recommend, tell_the_end
from services.permissions import MONITOR
from storage.repositories.decisions import DecisionRow
from storage.uow import Store


class Following(Guarded):
    """Use cases of who sees to it that decisions are carried out. Repeating changes nothing."""

    @writes(MONITOR)
    async def send_decision(self, store: Store, acting: Acting, decision_id: int) -> int:
        """From now on it is to be carried out; each of its schools is told, and may report.

        How many it became: one for each school that is still there.
        """
        row = await decision_row(store, decision_id, lock=True)
        if row.state != "draft":
            return 0
        missing = missing_of(row)
        if "due" in missing:
            raise Refusal("decision-needs-due")
        if missing:
            raise Refusal("decision-needs-responsible")
        found = await store.schools.some(row.schools or ())
        active = {one.id for one in found if one.state == "active"}
        schools = [one for one in row.schools or () if one in active]
        if row.schools and not schools:
            raise Refusal("decision-schools-gone")
        first = schools[0] if schools else None
        await store.decisions.change(
            row.id, state="open", opened_at=acting.now, school_id=first, schools=None
        )
        copies = await store.decisions.copy_to(row, schools[1:], acting.now)
        await self._tell(store, row, {first: row.id, **copies} if first else {})
        await note(
            store, acting, Kind.DECISION_SENT, decision_id=row.id, schools=len(schools)
        )  # fmt: skip
        return max(1, len(schools))

    @writes(MONITOR)
    async def close_decision(self, store: Store, acting: Acting, decision_id: int) -> None:
        """It is carried out."""
        row = await decision_row(store, decision_id, lock=True)
        if row.state == "draft":
            raise Refusal("decision-not-sent")
        if row.state != "done":
            await self._end(store, acting, row, "done", Kind.DECISION_DONE)

    @writes(MONITOR)
    async def send_back(self, store: Store, acting: Acting, decision_id: int, raw: str) -> None:
        """What the school reported is not enough; the typed word says why."""
        row = await decision_row(store, decision_id, lock=True)
        if row.state != "reported" or row.due_on is None:
            raise Refusal("decision-not-reported")
        word = free_text(raw, WORD_LIMIT)
        await store.decisions.change(row.id, state="open", sent_back=word)
        people, clock = await people_of(store, row.school_id), self.access.clock
        await recommend(store, {row.id: people}, row.due_on, clock, again=True)

    @writes(MONITOR)
    async def drop_decision(self, store: Store, acting: Acting, decision_id: int) -> None:
        """Give it up; who was told of it is told of that too."""
        row = await store.decisions.get(decision_id, lock=True)
        if row is None or row.state == "dropped":
            return
        if row.state == "done":
            raise Refusal("decision-done")
        if row.state == "draft":
            await store.decisions.change(row.id, state="dropped", closed_at=acting.now)
        else:
            await self._end(store, acting, row, "dropped", Kind.DECISION_DROPPED)

    async def _end(
        self, store: Store, acting: Acting, row: DecisionRow, state: str, kind: Kind
    ) -> None:
        await store.decisions.change(row.id, state=state, closed_at=acting.now)
        people = await people_of(store, row.school_id)
        await tell_the_end(store, row, state, people, acting.now)
        await note(store, acting, kind, school_id=row.school_id, decision_id=row.id)

    async def _tell(self, store: Store, row: DecisionRow, numbers: dict[int, int]) -> None:
        """Tell the schools, by id, of their recommendations."""
        if not numbers or row.due_on is None:
            return
        people = await store.decisions.people_of_schools(numbers)
        of = {number: people.get(school, []) for school, number in numbers.items()}
        await recommend(store, of, row.due_on, self.access.clock)
