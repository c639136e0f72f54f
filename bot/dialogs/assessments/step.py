"""One step of an assessment: an item, a request question, or the review.

One window for all steps: which one shows is decided by the cursor in the database, so a lost
bookmark or a second phone never shows a step that is over.
"""

from __future__ import annotations

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.assessments.data import SKIPPED, assessment_id, is_reviewing, step_data
from bot.dialogs.widgets import (
    T,
    mark_of,
    number_of,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    toast,
    typed,
)
from bot.reports.sending import send_chart
from bot.states import AssessmentStates, open_menu, open_result
from services.assessments import REVIEW
from services.errors import Refusal


async def answer(manager: DialogManager, item: str) -> None:
    """Store the answer carried by the button; it names its item, so no old button misleads."""
    ctx, me = person_id(manager)
    position, _, value = item.partition(":")
    await ctx.services.assessments.answer(
        me,
        assessment_id(manager),
        number_of(position),
        None if value == SKIPPED else number_of(value),
        reviewing=is_reviewing(manager),
    )
    manager.dialog_data.pop("reviewing", None)


async def choose(manager: DialogManager, item: str) -> None:
    """Answer a single-choice question."""
    ctx, me = person_id(manager)
    request, _, option = item.partition(":")
    await ctx.services.assessments.choose(
        me, assessment_id(manager), request, option, is_reviewing(manager)
    )
    manager.dialog_data.pop("reviewing", None)


async def mark(manager: DialogManager, item: str) -> None:
    """Mark or unmark an option."""
    ctx, me = person_id(manager)
    request, _, rest = item.partition(":")
    option, wanted = mark_of(rest)
    await ctx.services.assessments.mark(me, assessment_id(manager), request, option, wanted)


async def _current_request(manager: DialogManager, kind: str | None) -> str:
    ctx, me = person_id(manager)
    step = await ctx.services.assessments.step(me, assessment_id(manager))
    if step.request is None or kind not in (None, step.request.type):
        raise Refusal("only-buttons" if kind == "text" else "choice-gone")
    return step.request.key


async def confirm(manager: DialogManager) -> None:
    """These are all."""
    ctx, me = person_id(manager)
    key = await _current_request(manager, "multi")
    await ctx.services.assessments.confirm(me, assessment_id(manager), key, is_reviewing(manager))
    manager.dialog_data.pop("reviewing", None)


async def write(manager: DialogManager, text: str) -> None:
    """Answer in own words, where that is asked."""
    ctx, me = person_id(manager)
    key = await _current_request(manager, "text")
    await ctx.services.assessments.write(
        me, assessment_id(manager), key, text, is_reviewing(manager)
    )
    manager.dialog_data.pop("reviewing", None)


async def expects_text(manager: DialogManager) -> None:
    """Refuses where the step is answered with a button."""
    await _current_request(manager, "text")


async def skip(manager: DialogManager) -> None:
    """Leave a question unanswered."""
    ctx, me = person_id(manager)
    key = await _current_request(manager, None)
    await ctx.services.assessments.skip_request(
        me, assessment_id(manager), key, is_reviewing(manager)
    )
    manager.dialog_data.pop("reviewing", None)


async def _go(manager: DialogManager, by: int) -> None:
    ctx, me = person_id(manager)
    step = await ctx.services.assessments.step(me, assessment_id(manager))
    if step.position + by < 0:
        await manager.switch_to(AssessmentStates.intro)
    else:
        await ctx.services.assessments.go(me, step.assessment_id, step.position + by)


async def back(manager: DialogManager) -> None:
    """The step before."""
    await _go(manager, -1)


async def go_on(manager: DialogManager) -> None:
    """The step after, over what is answered."""
    await _go(manager, 1)


async def revise(manager: DialogManager, item: str) -> None:
    """From the review to one item, and back after the answer."""
    ctx, me = person_id(manager)
    await ctx.services.assessments.go(me, assessment_id(manager), number_of(item))
    manager.dialog_data["reviewing"] = True


async def to_review(manager: DialogManager) -> None:
    """Back to the review without a change."""
    ctx, me = person_id(manager)
    await ctx.services.assessments.go(me, assessment_id(manager), REVIEW)
    manager.dialog_data.pop("reviewing", None)


async def pause(manager: DialogManager) -> None:
    """Go; everything is stored already."""
    await open_menu(manager)
    toast(manager, "assessment-paused")


async def finish(manager: DialogManager) -> None:
    """Count and show the result; the picture follows when it is drawn."""
    ctx, me = person_id(manager)
    finished = assessment_id(manager)
    is_new = await ctx.services.assessments.finish(me, finished)
    await open_result(manager, finished, new=is_new)
    if is_new:
        ctx.background.run(send_chart(manager.middleware_data["bot"], ctx, finished))


def window() -> Window:
    """The step window."""
    return Window(
        paragraphs(
            T("assessment-item", when="is_item"),
            T("assessment-request", when="is_request"),
            T("assessment-options", when="numbered"),
            T("assessment-multi", when="is_multi"),
            T("assessment-text", when="is_text"),
            T("assessment-written", when="has_written"),
            T("review-text", when="is_review"),
            T("review-skipped", when="has_skipped"),
        ),
        picks("a", answer, items="answers", width="width", when="is_item"),
        picks("one", choose, items="single", width="width", when="is_single"),
        picks("many", mark, items="multi", width="width", when="is_multi"),
        press("review-finish", finish, id="finish", when="is_review"),
        picks("revise", revise, items="skipped_choices", width=4, when="has_skipped"),
        pager("skipped_page", when="many_skipped"),
        Row(
            press("back", back, id="back", when="can_go_back"),
            press("to-review", to_review, id="review", when="reviewing"),
            press("assessment-pause", pause, id="pause"),
            press("request-confirm", confirm, id="confirm", when="can_confirm"),
            press("request-skip", skip, id="skip", when="can_skip"),
            press("forward", go_on, id="fwd", when="can_go_on"),
        ),
        *typed(write, expects_text),
        state=AssessmentStates.step,
        getter=step_data,
    )
