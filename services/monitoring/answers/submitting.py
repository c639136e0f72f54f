"""The end of answering: the summary, words on low indicators, handing in."""

from __future__ import annotations

from dataclasses import dataclass

from content.profile.measures import Variable
from services.access import Access, Acting, Guarded, reads, writes
from services.errors import Refusal
from services.fields import free_text
from services.monitoring.answers.answering import put_value
from services.monitoring.answers.checks import Problem, check_given
from services.monitoring.answers.given import NOTE_LIMIT, Given
from services.monitoring.answers.work import Work, names_of, school_asked, work_on
from services.monitoring.campaigns.prompts import take_back_prompts
from services.monitoring.checking.checking import tell_corrected
from services.monitoring.results.facts import known_facts
from services.monitoring.results.formulas import Measured, measure_school
from services.monitoring.views import Campaign, DataRequest, campaign_of
from services.permissions import ANSWER_REQUESTS
from services.schools.views import School
from storage.repositories.data_values import ValueRow
from storage.uow import Store

_BY_THE_BOT = "schools"  # the fact that needs nobody's word: the list of schools is the bot's own


@dataclass(frozen=True, slots=True)
class Line:
    """One field in the summary. `changeable`: a tap may lead to it to change it.

    `missing`: it lacks an answer or a correction; `known` is what the bot puts in by itself.
    """

    variable: Variable
    value: ValueRow | None
    given_by: str
    known: int | None
    missing: bool
    changeable: bool

    @property
    def lacks_file(self) -> bool:
        """Whether the answer may be confirmed by a file, and has none."""
        value = self.value
        if value is None or value.file_id is not None or not self.variable.evidence:
            return False
        return self.changeable and bool(value.number or value.text)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An indicator of this school; `low`: below its threshold, with the school's word on it."""

    measured: Measured
    low: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that was answered, before it is handed in, and afterwards.

    `late_now`: the deadline is over. `open`: something may still change. `again`: it was handed
    in before and came back.
    """

    request: DataRequest
    campaign: Campaign
    school: School | None
    lines: tuple[Line, ...]
    indicators: tuple[Reckoned, ...]
    open: bool
    late_now: bool

    @property
    def missing(self) -> int:
        """How many fields lack something."""
        return sum(line.missing for line in self.lines)

    @property
    def unexplained(self) -> int:
        """How many low indicators have no word yet."""
        return sum(one.low and not one.reason for one in self.indicators)

    @property
    def lacking_files(self) -> tuple[str, ...]:
        """Variables whose answers may still be confirmed by a file."""
        return tuple(line.variable.key for line in self.lines if line.lacks_file)

    @property
    def again(self) -> bool:
        """Whether it came back."""
        return self.request.state == "returned"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What came of handing in. `accepted`: nobody has to check it. `repeated`: it was before."""

    late: bool
    accepted: bool
    repeated: bool = False


class Submitting(Guarded):
    """Use cases around the end of answering."""

    @reads(ANSWER_REQUESTS)
    async def summary(self, store: Store, acting: Acting, request_id: int) -> Summary:
        """All answers, with indicators made of them."""
        work = await work_on(store, acting, request_id)
        known = await _by_the_bot(store, acting, work)
        names = await names_of(store, [value.given_by for value in work.values.values()])
        return Summary(
            request=work.request,
            campaign=campaign_of(work.campaign),
            school=await school_asked(store, work.row),
            lines=tuple(_line(work, one, names, known) for one in work.variables),
            indicators=await _reckoned(store, work),
            open=work.closed is None,
            late_now=acting.now >= work.campaign.due_at,
        )

    @writes(ANSWER_REQUESTS)
    async def explain_low(
        self, store: Store, acting: Acting, request_id: int, indicator: str, text: str
    ) -> None:
        """Take a school's word on an indicator below its threshold."""
        work = await work_on(store, acting, request_id, lock=True)
        work.check_open()
        if indicator not in {one.key for one in work.chosen.of_school()}:
            raise Refusal("choice-gone")
        word = free_text(text, NOTE_LIMIT)
        known = (await store.data_values.low_reasons(request_id)).get(indicator)
        if known is not None and known.text == word:
            return
        await store.data_values.put_low_reason(request_id, indicator, word, acting.id, acting.now)
        await store.data_values.note(
            request_id, "low-reason", acting.id, acting.now, variable=indicator,
            before={"text": known.text} if known else None, after={"text": word},
        )  # fmt: skip

    @writes(ANSWER_REQUESTS)
    async def submit_request(self, store: Store, acting: Acting, request_id: int) -> HandedIn:
        """Hand a request in; the municipality's own part is accepted with that.

        Late ones are taken, and marked. Repeating changes nothing.
        """
        work = await work_on(store, acting, request_id, lock=True)
        if work.row.state in ("submitted", "accepted"):
            return HandedIn(work.request.late, work.row.state == "accepted", repeated=True)
        work.check_open()
        for key, count in (await _by_the_bot(store, acting, work)).items():
            given = Given(number=count)
            found = check_given(work.chosen, work.asked(key), given, work.values, None)
            if isinstance(found, Problem):  # a part that is more than the bot counts
                raise found.refusal(work.chosen, acting.person.locale)
            await put_value(store, work.row, key, given, acting.id, "known", acting.now)
        work = await work_on(store, acting, request_id)
        left = len(work.open_fields)
        if left and work.row.state == "returned":
            raise Refusal("data-not-corrected", count=left)
        if left:
            raise Refusal("data-incomplete", count=left)
        return await _handed_in(store, self._access, acting, work)


def _line(work: Work, variable: Variable, names: dict[int, str], known: dict[str, int]) -> Line:
    value = work.values.get(variable.key)
    return Line(
        variable=variable,
        value=value,
        given_by=names.get(value.given_by or 0, "") if value else "",
        known=known.get(variable.key),
        missing=variable in work.open_fields and variable.key not in known,
        changeable=work.closed is None and variable in work.fields,
    )


async def _by_the_bot(store: Store, acting: Acting, work: Work) -> dict[str, int]:
    """What the bot puts in by itself where people gave nothing: how many schools there are."""
    wanted = [
        one.key
        for one in work.variables
        if one.fact == _BY_THE_BOT and one.key not in work.values and work.closed is None
    ]
    if not wanted:
        return {}
    school = work.row.school_id
    found = await known_facts(store, work.chosen, work.campaign, [school], acting.now)
    facts = found.get(school, {})
    return {key: facts[key] for key in wanted if key in facts}


async def _reckoned(store: Store, work: Work) -> tuple[Reckoned, ...]:
    if work.row.school_id is None:
        return ()
    reasons = await store.data_values.low_reasons(work.row.id)
    numbers = {key: value.number for key, value in work.values.items()}
    found = []
    for one in measure_school(work.chosen, numbers):
        reason = reasons.get(one.indicator.key)
        found.append(Reckoned(one, one.met is False, reason.text if reason else ""))
    return tuple(found)


async def _handed_in(store: Store, access: Access, acting: Acting, work: Work) -> HandedIn:
    row, now, own = work.row, acting.now, work.row.school_id is None
    await store.data_requests.change(
        row.id,
        state="accepted" if own else "submitted",
        submitted_at=row.submitted_at or now,
        submitted_by=acting.id,
        handed_in_at=now,
        **({"accepted_at": now, "checked_by": acting.id} if own else {}),
    )
    await store.data_values.note(row.id, "submitted", acting.id, now)
    if own:
        await store.data_values.note(row.id, "accepted", acting.id, now)
    await take_back_prompts(store, row.id)
    if row.state == "returned":
        await tell_corrected(store, access, row, now)
    late = (row.submitted_at or now) >= work.campaign.due_at
    return HandedIn(late, own)
