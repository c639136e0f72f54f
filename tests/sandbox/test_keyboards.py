"""Reply markup. Section 3 of the behaviour list."""

import json

import pytest


@pytest.fixture
def send(api, anna):
    async def sent(markup):
        return await api("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)

    return sent


@pytest.fixture
def refused(api, anna):
    async def reason(markup):
        return await api.refused("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)

    return reason


def button(**fields):
    return {"inline_keyboard": [[fields]]}


async def test_an_inline_keyboard_comes_back_in_the_message(send, inline):
    assert (await send(inline(["Да", "Нет"])))["reply_markup"] == inline(["Да", "Нет"])


async def test_reply_keyboards_do_not_come_back_but_the_person_sees_them(send, anna):
    message = await send({"keyboard": [["Меню"], [{"text": "Телефон", "request_contact": True}]]})
    assert "reply_markup" not in message
    assert anna.reply_keyboard == [["Меню"], ["Телефон"]]
    await send({"remove_keyboard": True})
    assert anna.reply_keyboard == []


async def test_callback_data_fits_into_64_bytes(send, refused):
    await send(button(text="x", callback_data="я" * 32))
    assert await refused(button(text="x", callback_data="я" * 33)) == "400 BUTTON_DATA_INVALID"


@pytest.mark.parametrize("fields", [{}, {"callback_data": ""}])
async def test_an_inline_button_needs_an_action(refused, fields):
    prefix = "400 can't parse inline keyboard button: "
    reason = await refused(button(text="x", **fields))
    assert reason == prefix + "Text buttons are unallowed in the inline keyboard"


async def test_a_button_needs_its_text_field(refused):
    reason = await refused(button(callback_data="x"))
    assert reason.startswith("400 can't parse inline keyboard button: ")


async def test_a_button_with_empty_text_is_dropped(send, inline):
    buttons = [[{"text": "", "callback_data": "a"}, {"text": "Да", "callback_data": "Да"}]]
    assert (await send({"inline_keyboard": buttons}))["reply_markup"] == inline(["Да"])


async def test_a_bad_link_names_the_button(refused):
    reason = await refused(button(text="x", url="http://localhost:3000"))
    start = "400 inline keyboard button URL 'http://localhost:3000' is invalid: "
    assert reason.startswith(start)


async def test_markup_that_is_no_json_or_no_object(refused):
    assert await refused("{oops") == "400 can't parse reply keyboard markup JSON object"
    assert await refused("[1]") == "400 object expected as reply markup"


@pytest.mark.parametrize("field", ["keyboard", "inline_keyboard"])
async def test_rows_must_be_arrays(refused, field):
    reason = await refused({field: [{"text": "x"}]})
    assert reason == f'400 field "{field}" must be an Array of Arrays'


async def test_a_row_is_cut_silently_after_twelve_buttons(send, inline):
    message = await send(inline([str(n) for n in range(15)]))
    assert len(message["reply_markup"]["inline_keyboard"][0]) == 12


async def test_a_reply_keyboard_is_cut_silently_after_three_hundred_buttons(send, anna):
    await send({"keyboard": [[f"{row}.{n}" for n in range(12)] for row in range(30)]})
    assert sum(map(len, anna.reply_keyboard)) == 300


async def test_more_than_a_hundred_inline_buttons_are_too_many(send, refused, inline):
    rows = [[str(10 * row + n) for n in range(10)] for row in range(10)]
    await send(inline(*rows))
    assert await refused(inline(*rows, ["ещё"])) == "400 reply markup is too long"


async def test_over_ten_kilobytes_the_markup_is_too_long(refused):
    rows = [[{"text": "я" * 100, "callback_data": str(n)}] for n in range(60)]
    markup = json.dumps({"inline_keyboard": rows})
    assert await refused(markup) == "400 reply markup is too long"


async def test_an_empty_inline_keyboard_is_no_keyboard(send):
    assert "reply_markup" not in await send({"inline_keyboard": []})


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("web_app", "zz", 'Field "web_app" must be of type Object'),
        ("web_app", {}, 'Field "url" of "web_app" is missing or wrong'),
        ("login_url", [1], 'Field "login_url" must be of type Object'),
        ("copy_text", {"text": 5}, 'Field "text" of "copy_text" is missing or wrong'),
        ("switch_inline_query", {}, 'Field "switch_inline_query" must be of type String'),
        ("url", 5, 'Field "url" must be of type String'),
    ],
)
async def test_an_action_of_a_wrong_shape_is_refused_and_nothing_sent(
    refused, anna, field, value, reason
):
    told = await refused(button(text="x", **{field: value}))
    assert told == f"400 can't parse inline keyboard button: {reason}"
    assert anna.bot_messages == []


async def test_an_action_shows_only_the_fields_that_it_has(send):
    sent = await send(button(text="x", web_app={"url": "https://ya.ru", "color": "red"}))
    assert sent["reply_markup"] == button(text="x", web_app={"url": "https://ya.ru"})


async def test_a_deeply_nested_keyboard_is_no_json_to_telegram(refused):
    reason = "400 can't parse reply keyboard markup JSON object"
    assert await refused('{"inline_keyboard":' + "[" * 100_000) == reason
    assert await refused('{"keyboard":' + "[" * 200 + "]" * 200 + "}") == reason
