"""A request as a spreadsheet form, and what comes back of it.

Each row carries a mark, out of sight: whose form it is, of which version, about which variable,
and what was answered when it was made. So rows are known wherever they are moved to, another
school's form is refused, and an answer given meanwhile is not overwritten unasked.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from content.profile.measures import Variable
from services.access import Acting, Guarded, reads, writes
from services.errors import Refusal
from services.monitoring.answers.answering import put_value
from services.monitoring.answers.earlier import last_values
from services.monitoring.answers.form_marks import Mark, stamp
from services.monitoring.answers.form_reading import FormPlan, read_form
from services.monitoring.answers.given import Given
from services.monitoring.answers.work import Work, names_of, school_asked, work_on
from services.monitoring.results.facts import known_facts
from services.monitoring.views import Campaign, DataRequest, campaign_of
from services.permissions import ANSWER_REQUESTS
from services.schools.views import School
from services.sheets import Sheet
from storage.repositories.data_values import ValueRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class FormLine:
    """One row: what is asked, what is answered so far, what it was last time, the bot's count.

    `returned`: why a methodist wants it corrected.
    """

    variable: Variable
    mark: str
    value: Given | None
    last: Given | None
    known: int | None
    returned: str


@dataclass(frozen=True, slots=True)
class Form:
    """What the form of a request shows; of a returned one only what is to be corrected."""

    campaign: Campaign
    request: DataRequest
    school: School | None
    lines: tuple[FormLine, ...]


class Forms(Guarded):
    """Use cases of who answers."""

    @reads(ANSWER_REQUESTS)
    async def form_of(self, store: Store, acting: Acting, request_id: int) -> Form:
        """The form as it stands now, filled with the answers so far."""
        work = await work_on(store, acting, request_id)
        work.check_open()
        school_id = work.row.school_id
        last = await last_values(store, work.campaign, school_id)
        facts = await known_facts(store, work.chosen, work.campaign, [school_id], acting.now)
        known = facts.get(school_id, {})
        lines = tuple(
            _line(work, one, last.get(one.key), known.get(one.key)) for one in work.fields
        )
        school = await school_asked(store, work.row)
        return Form(campaign_of(work.campaign), work.request, school, lines)

    @reads(ANSWER_REQUESTS)
    async def plan_form(
        self, store: Store, acting: Acting, request_id: int, sheet: Sheet, replace: bool = False
    ) -> FormPlan:
        """What would be taken of a filled form, and what not. `replace`: also where somebody
        has answered since it was made."""
        work = await work_on(store, acting, request_id)
        return await _plan(store, acting, work, sheet, replace)

    @writes(ANSWER_REQUESTS)
    async def take_form(
        self,
        store: Store,
        acting: Acting,
        request_id: int,
        sheet: Sheet,
        digest: str,
        confirmed: str,
        replace: bool = False,
    ) -> FormPlan:
        """Store what the plan with this digest takes, all or nothing; the plan as it was.

        Where all of it is stored already, nothing is written. `confirmed`: what is noted beside
        an answer that differs much from the last period's, where the form gives no word on it.
        """
        work = await work_on(store, acting, request_id, lock=True)
        plan = await _plan(store, acting, work, sheet, replace)
        if not plan.taken:
            return plan
        if plan.digest != digest:
            raise Refusal("form-changed")
        for row in plan.taken:
            given = row.answer
            if row.jump and not given.note:
                given = dataclasses.replace(given, note=confirmed)
            await put_value(store, work.row, row.key, given, acting.id, "sheet", acting.now)
        return plan


def _line(work: Work, variable: Variable, last: ValueRow | None, known: int | None) -> FormLine:
    value = work.values.get(variable.key)
    mark = Mark.of(work.row, work.chosen.digest(), variable.key, stamp(value))
    returned = (value.returned or "") if value else ""
    return FormLine(variable, mark.text, _said(value), _said(last), known, returned)


def _said(value: ValueRow | None) -> Given | None:
    if value is None:
        return None
    return Given(value.number, value.text, value.no_data, value.note)


async def _plan(store: Store, acting: Acting, work: Work, sheet: Sheet, replace: bool) -> FormPlan:
    work.check_open()
    last = await last_values(store, work.campaign, work.row.school_id)
    names = await names_of(store, (value.given_by for value in work.values.values()))
    return read_form(sheet, work, last, names, locale=acting.person.locale, replace=replace)
