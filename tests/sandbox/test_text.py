"""Text of messages: parsing, entities, lengths, cleaning. Section 2 of the behaviour list."""

import pytest


@pytest.fixture
def send(api, anna):
    async def sent(text, mode="HTML", **params):
        return await api("sendMessage", chat_id=anna.id, text=text, parse_mode=mode, **params)

    return sent


@pytest.fixture
def refused(api, anna):
    async def reason(text, mode="HTML", **params):
        return await api.refused(
            "sendMessage", chat_id=anna.id, text=text, parse_mode=mode, **params
        )

    return reason


def shapes(message):
    return [(e["type"], e["offset"], e["length"]) for e in message.get("entities", [])]


async def test_tags_become_entities_and_leave_the_text(send):
    message = await send("<b>жирно</b> и <i>косо</i>")
    assert message["text"] == "жирно и косо"
    assert shapes(message) == [("bold", 0, 5), ("italic", 8, 4)]


async def test_offsets_count_utf16_units(send):
    assert shapes(await send("😀 <b>да</b>")) == [("bold", 3, 2)]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("strong", "bold"),
        ("EM", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
        ("tg-spoiler", "spoiler"),
    ],
)
async def test_every_tag_has_its_entity(send, tag, kind):
    assert shapes(await send(f"<{tag}>x</{tag}>")) == [(kind, 0, 1)]


async def test_tags_with_attributes(send):
    message = await send(
        '<span class="tg-spoiler">a</span><blockquote expandable>b</blockquote>'
        '<pre><code class="language-python">c</code></pre><a href="https://ya.ru/x">d</a>'
    )
    kinds = ["spoiler", "expandable_blockquote", "pre", "text_link"]
    assert [kind for kind, _, _ in shapes(message)] == kinds
    assert message["entities"][2]["language"] == "python"
    assert message["entities"][3]["url"] == "https://ya.ru/x"


async def test_pictured_words_and_moments(send):
    message = await send(
        '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji> '
        '<tg-time unix="1647531900" format="wDT">завтра</tg-time>'
    )
    emoji, moment = message["entities"]
    assert emoji["custom_emoji_id"] == "5368324170671202286"
    assert (moment["type"], moment["unix_time"], moment["length"]) == ("date_time", 1647531900, 6)


async def test_a_link_with_an_invalid_address_becomes_plain_text(send):
    message = await send('<a href="javascript:alert(1)">сюда</a>')
    assert message["text"] == "сюда"
    assert "entities" not in message


async def test_a_mention_by_id_needs_a_person_whom_the_bot_has_seen(send, anna):
    known = await send(f'<a href="tg://user?id={anna.id}">Анна</a>')
    assert known["entities"][0]["user"]["first_name"] == "Анна"
    assert "entities" not in await send('<a href="tg://user?id=5">кто-то</a>')


async def test_named_entities_are_four_and_the_semicolon_is_optional(send):
    assert (await send("&lt;&gt&amp;&quot; &nbsp; &laquo;"))["text"] == '<>&" &nbsp; &laquo;'


async def test_numeric_entities_are_all_known(send):
    assert (await send("&#171;&#x43f;&#187; &#128512;"))["text"] == "«п» 😀"


async def test_an_empty_end_tag_closes_whatever_is_open(send):
    assert shapes(await send("<b>a</>b")) == [("bold", 0, 1)]


async def test_an_entity_without_characters_is_dropped(send):
    assert "entities" not in await send("<b></b>x")


async def test_nested_formatting_is_cut_at_inner_borders(send):
    message = await send("<b>a<i>b</i>c</b>")
    assert shapes(message) == [("bold", 0, 1), ("bold", 1, 2), ("italic", 1, 1)]


async def test_code_holds_no_other_formatting(send):
    assert shapes(await send("<code>a<b>b</b></code>")) == [("code", 0, 2)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("слово<br>", 'Unsupported start tag "br" at byte offset 10'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        (
            "<b><i>abc</b>",
            'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"',
        ),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("x<b class", 'Unclosed start tag "b" at byte offset 1'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href=a_b>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<a =1>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        (
            "<span>x</span>",
            'Tag "span" must have class "tg-spoiler" at byte offset 0',
        ),
    ],
)
async def test_bad_markup_is_named_with_its_byte_offset(refused, text, reason):
    assert await refused(text) == f"400 can't parse entities: {reason}"


async def test_without_parse_mode_tags_are_text(send):
    message = await send("<b>x</b>", mode=None)
    assert message["text"] == "<b>x</b>"
    assert "entities" not in message


async def test_entities_may_be_given_instead_of_markup(send):
    message = await send("жирно", mode=None, entities=[{"type": "bold", "offset": 0, "length": 5}])
    assert shapes(message) == [("bold", 0, 5)]


async def test_what_telegram_finds_by_itself_need_not_be_given(send):
    found = [{"type": "bot_command", "offset": 0, "length": 5}]
    assert shapes(await send("/help", mode=None, entities=found)) == [("bot_command", 0, 5)]
    assert "entities" not in await send("слово", mode=None, entities=found)


async def test_a_given_link_may_name_a_person(send, anna):
    link = {"type": "text_link", "offset": 0, "length": 4, "url": f"tg://user?id={anna.id}"}
    [mention] = (await send("Анна", mode=None, entities=[link]))["entities"]
    assert (mention["type"], mention["user"]["first_name"]) == ("text_mention", "Анна")
    link["url"] = "ya.ru"
    [entity] = (await send("сюда", mode=None, entities=[link]))["entities"]
    assert entity["url"] == "http://ya.ru/"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"offset": -1}, "receive an entity with incorrect offset -1"),
        ({"length": 1_000_001}, "receive an entity with incorrect length 1000001"),
        ({"offset": 9}, "entity begins after the end of the text at UTF-16 offset 9"),
        (
            {"offset": 3, "length": 2},
            "entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 5",
        ),
        ({"offset": 1}, "entity begins in a middle of a UTF-16 symbol at byte offset 4"),
        (
            {"length": 1},
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol "
            "at byte offset 4",
        ),
        ({"type": "marquee"}, "can't parse MessageEntity: Unsupported type specified"),
        ({"type": "text_link"}, "can't parse MessageEntity: Can't find field \"url\""),
        ({"type": "text_mention"}, "can't parse MessageEntity: Can't find field \"user\""),
        (
            {"type": "custom_emoji", "custom_emoji_id": "--5"},
            'can\'t parse MessageEntity: Field "custom_emoji_id" must be a valid Number',
        ),
        (
            {"type": "text_link", "url": "not-a-url"},
            "entity URL 'not-a-url' is invalid: Wrong HTTP URL",
        ),
        ({"offset": "x"}, 'can\'t parse MessageEntity: Field "offset" must be of type Number'),
        ({"length": None}, 'can\'t parse MessageEntity: Field "length" must be of type Number'),
    ],
)
async def test_given_entities_are_checked(refused, anna, fields, reason):
    entity = {"type": "bold", "offset": 0, "length": 2, **fields}
    assert await refused("😀ab", mode=None, entities=[entity]) == f"400 {reason}"
    assert anna.bot_messages == []


@pytest.mark.parametrize("entities", ["[" * 100_000, "[1e999]", '[{"type":"\\ud800"}]'])
async def test_given_entities_are_proper_json(refused, entities):
    reason = "400 can't parse entities JSON object"
    if "ud800" in entities:
        reason = "400 strings must be encoded in UTF-8"
    assert await refused("x", mode=None, entities=entities) == reason


async def test_numbers_without_end_break_nothing(send, refused):
    long = "9" * 5000
    assert await refused(f"&#{long};") == "400 message is too long"
    assert (await send(f'<a href="tg://user?id={long}">x</a>'))["text"] == "x"
    reason = await refused(f'<tg-emoji emoji-id="{long}">x</tg-emoji>')
    assert reason == "400 can't parse entities: Invalid custom emoji identifier specified"
    reason = await refused(f'<tg-time unix="{long}">x</tg-time>')
    assert reason == "400 can't parse entities: Invalid date specified"


async def test_an_unknown_parse_mode_is_refused(refused):
    assert await refused("x", mode="BBCode") == "400 unsupported parse_mode"


async def test_4096_characters_fit_and_one_more_does_not(send, refused):
    assert len((await send("<b>" + "я" * 4096 + "</b>"))["text"]) == 4096
    assert await refused("я" * 4097) == "400 message is too long"


async def test_over_32768_bytes_the_text_is_not_even_parsed(refused):
    assert await refused("<b>" * 11000) == "400 text is too long"


async def test_empty_texts(refused):
    assert await refused("") == "400 message text is empty"
    assert await refused(None) == "400 message text is empty"
    assert await refused("  \n ") == "400 text must be non-empty"
    assert await refused("<b> </b>") == "400 text must be non-empty"


async def test_text_is_trimmed_and_cleaned_and_entities_move_along(send):
    message = await send("\n  раз\r\n\tдва <b>три</b>  \n")
    assert message["text"] == "раз\n два три"
    assert shapes(message) == [("bold", 9, 3)]


async def test_links_commands_and_the_like_are_found_by_themselves(send):
    message = await send("см. https://ya.ru/x, ya.ru или a@b.ru, @someone #тег /help +79123456789")
    assert [kind for kind, _, _ in shapes(message)] == [
        "url",
        "url",
        "email",
        "mention",
        "hashtag",
        "bot_command",
        "phone_number",
    ]


async def test_a_link_inside_code_stays_code(send):
    assert shapes(await send("<code>https://ya.ru</code>")) == [("code", 0, 13)]


async def test_dates_and_times_are_no_links(send):
    assert "entities" not in await send("12.05.2026 в 15.00, рис. 3.4, т.е. скоро")


async def test_a_reply_quotes_its_message(send, refused):
    first = await send("раз")
    reply = await send("два", reply_parameters={"message_id": first["message_id"]})
    assert reply["reply_to_message"]["text"] == "раз"
    gone = {"message_id": 999}
    assert await refused("три", reply_parameters=gone) == "400 message to be replied not found"
    lenient = gone | {"allow_sending_without_reply": True}
    assert "reply_to_message" not in await send("три", reply_parameters=lenient)
