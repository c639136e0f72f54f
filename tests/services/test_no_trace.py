"""Forgetting, table by table: somebody who left traces in every one of them leaves none.

A new table fails these tests until it is said here how forgetting treats it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from services.permissions import Role
from storage import models
from storage.base import Base
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import Contents, contents
from tests.services.editions import short
from tests.services.stories import ANNA, BORIS, complete, refused, sign_up
from tests.services.test_forgetting import NAME, finish_with_words, leave_bookmarks, traces
from tests.wiring import Services, build_services

ADA = 700_000_009
SIGNS = (ANNA, "Прекраснова", "Аделаида", "за рекой")

ERASED = "the rows go"
NAMELESS = "the rows stay, without whose they are"
NUMBERS = "the rows stay, with a bare number"
NOBODYS = "there is nothing of people in it"

TREATED = {
    "acknowledgement": ERASED,
    "answer": NAMELESS,
    "assessment": NAMELESS,
    "audience_member": ERASED,
    "audit_entry": NUMBERS,
    "block_result": NAMELESS,
    "broadcast": NAMELESS,
    "campaign": NAMELESS,
    "campaign_step": NOBODYS,
    "consent": ERASED,
    "course": ERASED,
    "data_change": NAMELESS,
    "data_request": NAMELESS,
    "data_value": NAMELESS,
    "decision": NAMELESS,
    "event": NAMELESS,
    "event_material": NOBODYS,
    "event_topic": NOBODYS,
    "external_result": ERASED,
    "fsm_record": ERASED,
    "held_update": ERASED,
    "indicator_set": NOBODYS,
    "invitation": NAMELESS,
    "invitation_use": ERASED,
    "job_run": NOBODYS,
    "low_reason": NAMELESS,
    "media_file": ERASED,
    "outbox": ERASED,
    "person": ERASED,
    "person_subject": ERASED,
    "questionnaire_version": NOBODYS,
    "registration": NAMELESS,
    "request_answer": NAMELESS,
    "request_helper": ERASED,
    "review": NAMELESS,
    "role_grant": ERASED,
    "saved_audience": NAMELESS,
    "school": NAMELESS,  # one that nobody else named
    "school_transfer": ERASED,
    "setting": NOBODYS,
    "subscription": ERASED,
}


@dataclass
class Story:
    """Adelaida, who will be forgotten, Boris, whom she dealt with, and an admin."""

    services: Services
    database: Database
    adelaida: int
    boris: int
    ada: int
    school: int

    async def puts(self, model: type[Base], **values: Any) -> None:
        """A row, as some use case would write it."""
        async with self.database.write() as session:
            await session.execute(insert(model).values(**values))

    async def rows(self) -> Contents:
        return await contents(self.database)


@pytest.fixture
async def story(uow: UnitOfWork, clock: FixedClock, database: Database) -> Story:
    services = await build_services(uow, clock, questionnaire=short(), admin_ids=[ADA])
    adelaida = await sign_up(services, ANNA, name=NAME)
    boris = await sign_up(services, BORIS, name="Петров Борис Ильич")
    ada = await sign_up(services, ADA, name="Ларина Ада Игоревна")
    school = await _proposes(services, adelaida, clock)
    story = Story(services, database, adelaida, boris, ada, school)
    await _in_assessments(story)
    await _in_roles(story, clock)
    await _in_careers(story, clock)
    await _in_messages(story, clock)
    await _in_events(story, clock)
    await _in_broadcasts(story, clock)
    await _in_monitoring(story, clock)
    return story


async def _proposes(services: Services, person: int, clock: FixedClock) -> int:
    """Somebody works at a school that is not in the list."""
    async with services.access.uow.writing() as store:
        school = await store.schools.propose("Школа за рекой", "за рекой", clock.now())
        await store.people.change(person, clock.now(), school_id=school.id)
    return school.id


async def _in_assessments(story: Story) -> None:
    done = await finish_with_words(story.services, story.adelaida)
    await story.services.results.keep_picture(f"result:{done}:ru", f"photo of {ANNA}")
    await story.services.assessments.start(story.adelaida)


async def _in_roles(story: Story, clock: FixedClock) -> None:
    now, me, boris = clock.now(), story.adelaida, story.boris
    await story.services.roles.grant(story.ada, me, Role.METHODIST)
    await story.services.roles.grant(me, boris, Role.MENTOR)
    for number, label, uses, by in (
        (1, f"{NAME}, школа за рекой", 1, boris),
        (2, "Педсовет", None, boris),
        (3, NAME.upper(), 1, boris),
        (4, "Кто-то ещё", 1, me),
    ):
        await story.puts(
            models.Invitation,
            id=number,
            token_hash=str(number),
            role="mentor",
            label=label,
            max_uses=uses,
            expires_at=now + timedelta(days=30),
            created_by=by,
            created_at=now,
        )
    for number in (1, 2):
        await story.puts(models.InvitationUse, invitation_id=number, person_id=me, used_at=now)
    claim = {"role": "head", "school_id": story.school, "state": "claimed", "created_at": now}
    await story.puts(models.RoleGrant, person_id=me, given_by=boris, **claim)


async def _in_careers(story: Story, clock: FixedClock) -> None:
    now, me, boris = clock.now(), story.adelaida, story.boris
    real = (await story.services.schools.page(0)).schools[1].id
    transfer = {"from_school_id": story.school, "created_at": now}
    await story.puts(
        models.SchoolTransfer, person_id=me, to_school_id=real, state="waiting", **transfer
    )
    decided = {"to_school_id": real, "state": "confirmed", "created_at": now, "decided_by": me}
    await story.puts(models.SchoolTransfer, person_id=boris, **decided)
    course = {"title": "Курс А. Прекраснова", "hours": 72, "finished_on": date(2025, 5, 1)}
    await story.puts(models.Course, person_id=me, created_at=now, **course)
    result = {"title": "Диагностика", "year": 2025, "created_at": now}
    for person, by in ((me, boris), (boris, me)):
        outcome = "Прекраснова: высокий" if person == me else "высокий"
        await story.puts(
            models.ExternalResult, person_id=person, noted_by=by, outcome=outcome, **result
        )


async def _in_messages(story: Story, clock: FixedClock) -> None:
    now = clock.now()
    for person, key in ((story.adelaida, "a"), (story.boris, "b")):
        await story.puts(
            models.OutboxMessage,
            person_id=person,
            kind="role-granted",
            facts={"role": "mentor"},
            dedupe_key=key,
            state="failed",
            next_at=now,
            created_at=now,
            error=f"chat {ANNA} not found" if person == story.adelaida else None,
        )
    for number, chat in ((1, ANNA), (2, BORIS)):
        body = f'{{"from": {chat}}}'
        await story.puts(
            models.HeldUpdate, update_id=number, telegram_id=chat, body=body, received_at=now
        )
    await story.puts(models.Setting, key="maintenance", value={"on": False}, updated_at=now)
    await leave_bookmarks(story.services, clock, ANNA, BORIS)
    data = f'{{"query": "{NAME}"}}'
    search = {"key": "fsm:42:search", "chat_id": BORIS, "state": "find", "data": data}
    await story.puts(models.FsmRecord, updated_at=now, **search)


async def _in_events(story: Story, clock: FixedClock) -> None:
    """She made two events; at the past one she was, to the coming one Boris waits behind her."""
    now, me, boris = clock.now(), story.adelaida, story.boris
    made = {"audience": {}, "created_by": me, "created_at": now, "changed_at": now}
    for number, state, days in ((1, "over", -3), (2, "published", 3)):
        begins = now + timedelta(days=days)
        await story.puts(
            models.Event,
            id=number,
            state=state,
            title="Семинар",
            organiser=f"Методист {NAME}",
            starts_at=begins,
            ends_at=begins + timedelta(hours=2),
            seats=1,
            code=f"{number:04}",
            token=f"token{number}",
            **made,
        )
    await story.puts(models.EventTopic, event_id=1, kind="rubric", key="wellbeing")
    slides = {"kind": "link", "title": "Слайды", "url": "https://example.org"}
    await story.puts(models.EventMaterial, event_id=1, created_at=now, **slides)
    said = {"rating": 5, "comment": f"Спасибо! {NAME}", "rated_at": now, "attended_at": now}
    for event_id, person, state, more in (
        (1, me, "registered", said),
        (2, me, "registered", {}),
        (2, boris, "waiting", {}),
    ):
        place = {"event_id": event_id, "person_id": person, "state": state}
        await story.puts(models.Registration, since=now, created_at=now, **place, **more)


async def _in_broadcasts(story: Story, clock: FixedClock) -> None:
    now, me = clock.now(), story.adelaida
    made = {"created_by": me, "created_at": now}
    await story.puts(
        models.Broadcast,
        id=1,
        state="done",
        category="law",
        text="Новый порядок аттестации",
        audience={},
        left_out={},
        changed_at=now,
        **made,
    )
    await story.puts(models.SavedAudience, id=1, name="Список", criteria={}, listed=True, **made)
    await story.puts(models.Subscription, person_id=me, category="law", wanted=True, changed_at=now)
    for person in (me, story.boris):
        await story.puts(models.AudienceMember, audience_id=1, person_id=person)
        await story.puts(models.Acknowledgement, broadcast_id=1, person_id=person, at=now)


async def _in_monitoring(story: Story, clock: FixedClock) -> None:
    """She ran a campaign, answered for two schools, and wrote down and reported decisions."""
    now, me, day = clock.now(), story.adelaida, clock.now().date()
    schools = [one.id for one in (await story.services.schools.page(0)).schools[:2]]
    await story.puts(models.IndicatorSet, id=1, digest="0", body="{}", created_at=now)
    dates = {"covers_from": day, "covers_to": day, "opens_on": day, "wished_on": day}
    moments = {"opens_at": now, "deadline_on": day, "due_at": now, "created_at": now}
    campaign = {"kind": "monitoring", "state": "open", "title": "Май", **dates, **moments}
    await story.puts(models.Campaign, id=1, indicator_set_id=1, created_by=me, **campaign)
    await story.puts(models.CampaignStep, campaign_id=1, step="open", state="done", due_at=now)
    run = {"job": "monitoring", "outcome": "done", "facts": {}}
    await story.puts(models.JobRun, started_at=now, finished_at=now, **run)
    for number, school in enumerate(schools, 1):
        signed = {"submitted_by": me, "checked_by": me, "created_at": now}
        request = {"campaign_id": 1, "school_id": school, "state": "submitted", **signed}
        await story.puts(models.DataRequest, id=number, **request)
        mine = {"request_id": number, "given_by": me, "given_at": now}
        await story.puts(models.DataValue, variable="staff", number=7, origin="typed", **mine)
        await story.puts(models.LowReason, indicator="share", text="Мало людей", **mine)
        change = {"request_id": number, "variable": "staff", "kind": "value", "made_by": me}
        await story.puts(models.DataChange, after={"number": 7}, made_at=now, **change)
    for person, by in ((me, story.boris), (story.boris, me)):
        await story.puts(
            models.RequestHelper, request_id=1, person_id=person, given_by=by, given_at=now
        )
    await story.puts(
        models.Review, id=1, campaign_id=1, place="council", changed_by=me, changed_at=now
    )
    decided = {"review_id": 1, "state": "reported", "text": "Назначить наставников"}
    charged = {"responsible": f"Методист {NAME}", "school_id": schools[0], "report": "Назначили"}
    by = {"reported_by": me, "reported_at": now, "created_by": me, "created_at": now}
    await story.puts(models.Decision, **decided, **charged, **by)


def test_it_is_said_of_every_table_how_it_is_treated() -> None:
    assert {table.name for table in Base.metadata.sorted_tables} == set(TREATED)


async def test_the_story_begins_with_a_row_in_every_table(story: Story) -> None:
    assert [table for table, rows in (await story.rows()).items() if not rows] == []


async def test_no_sign_of_the_person_is_left_in_any_table(story: Story) -> None:
    before = {table for table, _ in traces(await story.rows(), *SIGNS)}
    assert before >= {
        "course", "decision", "event", "external_result", "invitation", "held_update", "outbox",
        "registration", "school",
    }  # fmt: skip
    await story.services.people.forget(story.adelaida)
    assert traces(await story.rows(), *SIGNS, NAME.upper(), "photo of") == []


async def test_nothing_refers_to_the_person_any_more(story: Story) -> None:
    await story.services.people.forget(story.adelaida)
    everything = await story.rows()
    for table in Base.metadata.sorted_tables:
        for number, column in enumerate(table.columns):
            if any(key.column.table.name == "person" for key in column.foreign_keys):
                values = {row[number] for row in everything[table.name]}
                assert story.adelaida not in values, f"{table.name}.{column.name}"


async def test_what_is_not_the_persons_alone_stays(story: Story) -> None:
    before = await story.rows()
    await story.services.people.forget(story.adelaida)
    after = await story.rows()
    gone = {table: len(rows) - len(after[table]) for table, rows in before.items()}
    assert gone == {
        **dict.fromkeys(TREATED, 0),
        "acknowledgement": 1,
        "assessment": 1,  # the unfinished one
        "audience_member": 1,
        "audit_entry": -1,  # that it was done
        "consent": 1,
        "course": 1,
        "external_result": 1,
        "fsm_record": 2,
        "held_update": 1,
        "invitation_use": 2,
        "media_file": 1,
        "outbox": gone["outbox"],
        "person": 1,
        "person_subject": 1,
        "request_helper": 1,
        "role_grant": 2,
        "school_transfer": 1,
        "subscription": 1,
    }
    assert [row for row in after["outbox"] if story.boris in row]
    assert sorted(label for row in after["invitation"] for label in row if label in LABELS) == [
        "Кто-то ещё",
        "Педсовет",
    ]


LABELS = ("Педсовет", "Кто-то ещё")


async def test_whoever_waits_for_the_seat_gets_it(story: Story) -> None:
    await story.services.people.forget(story.adelaida)
    async with story.services.access.uow.reading() as store:
        place = await store.registrations.get(2, story.boris)
    assert place is not None
    assert place.state == "registered"
    owed = [row for row in (await story.rows())["outbox"] if "event-seat" in row]
    assert [story.boris in row for row in owed] == [True]


async def test_attendance_and_rating_stay_as_figures_without_the_words(story: Story) -> None:
    await story.services.people.forget(story.adelaida)
    columns = [column.name for column in models.Registration.__table__.columns]
    rows = [dict(zip(columns, row, strict=True)) for row in (await story.rows())["registration"]]
    (past,) = (row for row in rows if row["event_id"] == 1)
    assert (past["person_id"], past["rating"], past["comment"]) == (None, 5, None)
    assert past["attended_at"] is not None


async def test_what_was_given_for_a_school_stays_with_it(story: Story) -> None:
    await story.services.people.forget(story.adelaida)
    async with story.services.access.uow.reading() as store:
        values = await store.data_values.of_request(1)
        (decision,) = await store.decisions.of_campaign(1)
    assert [(one.number, one.given_by) for one in values.values()] == [(7, None)]
    assert (decision.text, decision.report) == ("Назначить наставников", "Назначили")
    assert decision.responsible == ""


async def test_the_log_keeps_numbers_and_colleagues_see_no_name(story: Story) -> None:
    await story.services.people.forget(story.adelaida)
    looks = (await story.services.own_data.looks(story.boris, 0)).page.entries
    assert [(look.actor.id, look.actor.name, look.actor.gone) for look in looks if look.actor] == [
        (story.adelaida, "", True)
    ]
    exported = await story.services.own_data.export(story.boris)
    assert not any(str(sign) in str(exported) for sign in SIGNS)


async def test_what_waited_for_colleagues_vanishes_without_errors(story: Story) -> None:
    services, ada = story.services, story.ada
    async with services.access.uow.reading() as store:
        claim = (await store.roles.waiting(0, 1))[0].id
        transfer = await store.transfers.of_person(story.adelaida)
    assert transfer is not None
    before = await services.desk.queue(ada)
    await services.people.forget(story.adelaida)
    after = await services.desk.queue(ada)
    assert (before.claims, before.transfers, before.proposed) == (1, 1, 1)
    assert (after.claims, after.transfers, after.proposed) == (0, 0, 0)
    with refused("person-gone"):
        await services.roles.confirm_claim(ada, claim)
    with refused("person-gone"):
        await services.transfers.confirm(ada, transfer.id)


async def test_a_methodist_who_goes_leaves_those_they_gave_roles_to(story: Story) -> None:
    await story.services.people.forget(story.adelaida)
    assert {held.role for held in await story.services.roles.mine(story.boris)} == {"mentor"}
    assert await complete(story.services, story.boris)
