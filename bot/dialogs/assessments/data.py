"""What the step screen shows, for each kind of step."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import Choice, bar, cut, marked, page_number
from bot.l10n import Safe
from services.assessments import Step
from services.errors import Refusal

SKIPPED = "-"
EXCERPT, WRITTEN = 60, 1500
MANY_POINTS = 6  # on the scale: more do not fit below one another
MANY_OPTIONS, WIDE_OPTION = 7, 40
NUMBERS_IN_A_ROW = 6
SKIPPED_PAGE = 12


def assessment_id(manager: DialogManager) -> int:
    """The assessment that the screen is about."""
    found = manager.dialog_data.get("assessment_id")
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


def is_reviewing(manager: DialogManager) -> bool:
    """Whether a step was opened from the review and leads back to it."""
    return bool(manager.dialog_data.get("reviewing"))


async def step_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The step at the cursor. Every screen of an assessment comes from here."""
    ctx = ctx_of(dialog_manager)
    step = await ctx.services.assessments.step(ctx.me.id, assessment_id(dialog_manager))
    reviewing = is_reviewing(dialog_manager)
    data: dict[str, Any] = {
        "is_item": step.kind == "item",
        "is_single": False,
        "is_multi": False,
        "is_text": False,
        "is_request": step.kind == "request",
        "is_review": step.kind == "review",
        "has_written": False,
        "has_skipped": False,
        "many_skipped": False,
        "numbered": False,
        "can_skip": False,
        "can_confirm": False,
        "can_go_back": not reviewing,
        "can_go_on": False,
        "reviewing": reviewing and step.kind != "review",
    }
    if step.kind == "review":
        return data | _review(ctx, step, page_number(dialog_manager, "skipped_page"))
    return data | (_item if step.kind == "item" else _request)(ctx, step, reviewing)


def _item(ctx: Ctx, step: Step, reviewing: bool) -> dict[str, Any]:
    assert step.block is not None
    assert step.item is not None
    scale = step.questionnaire.scale
    here, many = step.position, len(scale.points) > MANY_POINTS
    answers = []
    for point in scale.points:
        mark = "✓ " if step.here and step.value == point.value else ""
        label = str(point.value) if many else point.button.get(ctx.locale)
        answers.append(Choice(f"{here}:{point.value}", mark + label))
    if scale.skip.allowed:
        mark = "✓ " if step.here and step.value is None else ""
        answers.append(Choice(f"{here}:{SKIPPED}", mark + scale.skip.button.get(ctx.locale)))
    blocks = step.variant.blocks
    return {
        "block": step.block.title.get(ctx.locale),
        "block_number": blocks.index(step.block) + 1,
        "blocks": len(blocks),
        "number": here + 1,
        "items": step.items,
        "bar": bar(step.answered, step.items),
        "statement": step.item.text.get(ctx.locale),
        "hints": _hints(ctx, step),
        "answers": answers,
        "width": len(scale.points) if many else 1,
        "can_go_on": step.here and not reviewing,
    }


def _hints(ctx: Ctx, step: Step) -> Safe:
    points = step.questionnaire.scale.points
    return Safe(
        "\n".join(
            ctx.l10n("assessment-hint", value=str(p.value), hint=p.hint.get(ctx.locale))
            for p in points
        )
    )


def _request(ctx: Ctx, step: Step, reviewing: bool) -> dict[str, Any]:
    assert step.request is not None
    request = step.request
    texts = [option.text.get(ctx.locale) for option in request.options]
    wide = len(texts) > MANY_OPTIONS or max(map(len, texts), default=0) > WIDE_OPTION
    labels = [str(number + 1) if wide else text for number, text in enumerate(texts)]
    options = [(option.key, label) for option, label in zip(request.options, labels, strict=True)]
    chosen = set(step.chosen)
    single = [
        Choice(f"{request.key}:{key}", f"✓ {label}" if key in chosen else label)
        for key, label in options
    ]
    return {
        "is_single": request.type == "single",
        "is_multi": request.type == "multi",
        "is_text": request.type == "text",
        "question": request.text.get(ctx.locale),
        "numbered": wide,
        "options": Safe("\n".join(_numbered(ctx, n, text) for n, text in enumerate(texts))),
        "width": NUMBERS_IN_A_ROW if wide else 1,
        "number": step.position - step.items + 1,
        "requests": len(step.variant.requests),
        "single": single,
        "multi": [
            Choice(f"{request.key}:{choice.id}", choice.label) for choice in marked(options, chosen)
        ],
        "written": cut(step.text or "", WRITTEN),
        "has_written": bool(step.text),
        "can_skip": not request.required and not step.here,
        "can_confirm": request.type == "multi" and bool(chosen),
        "can_go_on": step.here and not reviewing and not (request.type == "multi" and chosen),
        "limit": request.max_length,
    }


def _numbered(ctx: Ctx, number: int, text: str) -> Safe:
    return ctx.l10n("numbered-line", number=str(number + 1), text=text)


def _review(ctx: Ctx, step: Step, number: int) -> dict[str, Any]:
    items = step.variant.items
    pages = max(1, -(-len(step.skipped) // SKIPPED_PAGE))
    page = number % pages
    shown = step.skipped[page * SKIPPED_PAGE : (page + 1) * SKIPPED_PAGE]
    lines = [_numbered(ctx, n, _excerpt(items[n][1].text.get(ctx.locale))) for n in shown]
    return {
        "items": step.items,
        "answered": step.answered - len(step.skipped),
        "skip": step.questionnaire.scale.skip.button.get(ctx.locale),
        "skipped": len(step.skipped),
        "has_skipped": bool(step.skipped),
        "missing": step.missing_request is not None,
        "skipped_lines": Safe("\n".join(lines)),
        "skipped_choices": [
            Choice(str(n), ctx.l10n.plain("review-item", number=str(n + 1))) for n in shown
        ],
        "page": page + 1,
        "pages": pages,
        "many_skipped": pages > 1,
    }


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + "…"
