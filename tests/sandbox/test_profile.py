"""Commands, names, descriptions, menu button."""

import pytest


def commands(*names):
    return [{"command": name, "description": f"Команда {name}"} for name in names]


async def test_commands_are_kept_for_each_language_and_scope(api, box):
    scope = {"type": "all_private_chats"}
    await api("setMyCommands", commands=commands("start"))
    await api("setMyCommands", commands=commands("menu"), language_code="ru")
    await api("setMyCommands", commands=commands("private"), scope=scope)
    assert box.commands() == commands("start")
    assert box.commands("ru") == commands("menu")
    assert box.commands(scope=scope) == commands("private")
    assert await api("getMyCommands", language_code="ru") == commands("menu")
    assert await api("getMyCommands", language_code="en") == []


async def test_commands_can_be_deleted(api, box):
    await api("setMyCommands", commands=commands("start"))
    assert await api("deleteMyCommands") is True
    assert box.commands() == []


@pytest.mark.parametrize(
    ("command", "description", "reason"),
    [
        ("a" * 33, "x", "command length must not exceed 32"),
        ("start", " ", "command description must be non-empty"),
        ("start", "я" * 257, "command description length must not exceed 256"),
        ("Старт", "x", "BOT_COMMAND_INVALID"),
        ("Start", "x", "BOT_COMMAND_INVALID"),
    ],
)
async def test_a_bad_command_is_refused(api, command, description, reason):
    bad = [{"command": command, "description": description}]
    assert await api.refused("setMyCommands", commands=bad) == f"400 {reason}"


async def test_a_hundred_commands_fit_and_no_more(api):
    many = commands(*(f"c{n}" for n in range(100)))
    assert await api("setMyCommands", commands=many) is True
    assert (await api.refused("setMyCommands", commands=many + commands("x"))).startswith("400")


@pytest.mark.parametrize(
    ("what", "field"),
    [("Name", "name"), ("Description", "description"), ("ShortDescription", "short_description")],
)
async def test_card_texts_are_kept_by_language_and_fall_back(api, what, field):
    await api(f"setMy{what}", **{field: "для всех"})
    await api(f"setMy{what}", **{field: "по-русски", "language_code": "ru"})
    assert await api(f"getMy{what}") == {field: "для всех"}
    assert await api(f"getMy{what}", language_code="ru") == {field: "по-русски"}
    assert await api(f"getMy{what}", language_code="en") == {field: "для всех"}


async def test_the_menu_button_is_kept_for_all_and_for_one(api, anna):
    assert await api("getChatMenuButton") == {"type": "commands"}
    await api("setChatMenuButton", menu_button={"type": "default"})
    await api("setChatMenuButton", chat_id=anna.id, menu_button={"type": "commands"})
    assert await api("getChatMenuButton") == {"type": "default"}
    assert await api("getChatMenuButton", chat_id=anna.id) == {"type": "commands"}
