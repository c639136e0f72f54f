"""MarkdownV2 and the first Markdown. Section 2 of the behaviour list."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.text.entities import formatted

RESERVED = "_*[]()~`>#+-=|{}.!"


@pytest.fixture
def send(api, anna):
    async def sent(text, mode="MarkdownV2"):
        return await api("sendMessage", chat_id=anna.id, text=text, parse_mode=mode)

    return sent


@pytest.fixture
def refused(api, anna):
    async def reason(text, mode="MarkdownV2"):
        call = {"chat_id": anna.id, "text": text, "parse_mode": mode}
        return await api.refused("sendMessage", **call)

    return reason


def shapes(message):
    return [(e["type"], e["offset"], e["length"]) for e in message.get("entities", [])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("*x*", "bold"),
        ("_x_", "italic"),
        ("__x__", "underline"),
        ("~x~", "strikethrough"),
        ("||x||", "spoiler"),
        ("`x`", "code"),
        ("```x```", "pre"),
        (">x", "blockquote"),
        (">x||", "expandable_blockquote"),
        ("[x](https://ya.ru)", "text_link"),
        ("![x](tg://emoji?id=5368324170671202286)", "custom_emoji"),
    ],
)
async def test_every_mark_has_its_entity(send, text, kind):
    message = await send(text)
    assert message["text"] == "x"
    assert shapes(message) == [(kind, 0, 1)]


async def test_marks_nest(send):
    message = await send("*жирно _косо ~мимо~ __под__ ||тайна||_ всё*")
    assert message["text"] == "жирно косо мимо под тайна всё"
    assert {kind for kind, _, _ in shapes(message)} == {
        "bold",
        "italic",
        "strikethrough",
        "underline",
        "spoiler",
    }


async def test_offsets_count_utf16_units(send):
    assert shapes(await send("😀 *да*")) == [("bold", 3, 2)]


async def test_code_knows_its_language(send):
    [entity] = (await send("```python\nprint(1)```"))["entities"]
    assert entity == {"type": "pre", "offset": 0, "length": 8, "language": "python"}


async def test_a_mention_by_id(send, anna):
    [entity] = (await send(f"[Анна](tg://user?id={anna.id})"))["entities"]
    assert (entity["type"], entity["user"]["id"]) == ("text_mention", anna.id)


async def test_quotations_run_over_lines_and_an_empty_bold_parts_them(send):
    message = await send(">раз\n>два\n**>три\n>четыре||\nпять")
    kinds = [kind for kind, _, _ in shapes(message)]
    assert message["text"] == "раз\nдва\nтри\nчетыре\nпять"
    assert kinds == ["blockquote", "expandable_blockquote"]


@pytest.mark.parametrize("char", "]()>#+-=|{}.!")
async def test_reserved_characters_must_be_escaped(refused, char):
    assert await refused("a" + char) == (
        f"400 can't parse entities: Character '{char}' is reserved and must be escaped "
        "with the preceding '\\'"
    )


async def test_escaped_they_are_text(send):
    escaped = "".join("\\" + char for char in RESERVED)
    message = await send(escaped)
    assert message["text"] == RESERVED
    assert (await send("`a\\`b`"))["text"] == "a`b"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("слово *жирно", "Can't find end of Bold entity at byte offset 11"),
        ("_x", "Can't find end of Italic entity at byte offset 0"),
        ("__x_", "Can't find end of Italic entity at byte offset 3"),
        ("~x", "Can't find end of Strikethrough entity at byte offset 0"),
        ("||x", "Can't find end of Spoiler entity at byte offset 0"),
        ("`x", "Can't find end of Code entity at byte offset 0"),
        ("```x", "Can't find end of Pre entity at byte offset 0"),
        ("```py x", "Can't find end of PreCode entity at byte offset 0"),
        ("[x", "Can't find end of TextUrl entity at byte offset 0"),
        ("[x](ya", "Can't find end of a URL at byte offset 4"),
        (">*x\ny*", "Can't find end of Bold entity at byte offset 1"),
        (">a\n>>b", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        ("![x]", "Custom emoji entity must contain a tg://emoji URL"),
        ("![x](https://ya.ru)", "Custom emoji URL must have scheme tg"),
        ("![x](tg://emoji?id=no)", "Invalid custom emoji identifier specified"),
    ],
)
async def test_bad_markup_is_named_with_its_byte_offset(refused, text, reason):
    assert await refused(text) == f"400 can't parse entities: {reason}"


async def test_a_link_with_an_invalid_address_becomes_plain_text(send):
    message = await send("[сюда](javascript:x)")
    assert (message["text"], message.get("entities")) == ("сюда", None)


async def test_the_first_markdown_has_four_marks_and_no_nesting(send):
    text = "*b* _i_ `c` ```py\nx``` [d](https://ya.ru) \\*e 1.0!"
    message = await send(text, "Markdown")
    assert message["text"] == "b i c x d *e 1.0!"
    kinds = [kind for kind, _, _ in shapes(message)]
    assert kinds == ["bold", "italic", "code", "pre", "text_link"]
    assert (await send("_a*b_", "Markdown"))["text"] == "a*b"


async def test_the_first_markdown_names_the_beginning_of_what_never_ends(refused):
    reason = "400 can't parse entities: Can't find end of the entity starting at byte offset "
    assert await refused("имя_файла", "Markdown") == reason + "6"
    assert await refused("[a", "Markdown") == reason + "0"


async def test_captions_know_markdown_too(api, anna, png):
    photo = {"chat_id": anna.id, "photo": ("a.png", png()), "parse_mode": "MarkdownV2"}
    sent = await api("sendPhoto", **photo, caption="*да*")
    assert sent["caption_entities"] == [{"type": "bold", "offset": 0, "length": 2}]


@given(st.text("_*[]()~`>#|!\\\n\r a.😀", max_size=30), st.sampled_from(["MarkdownV2", "Markdown"]))
@settings(max_examples=300, deadline=None)
def test_whatever_is_sent_entities_lie_within_the_text_or_it_is_refused(text, mode):
    try:
        plain, entities = formatted(text, mode, None)
    except ApiError:
        return
    size = len(plain.encode("utf-16-le")) // 2
    for entity in entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= size
