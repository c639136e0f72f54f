"""`python -m sandbox`."""

import asyncio
import signal
import sys

import aiohttp
import pytest

from sandbox.__main__ import main
from sandbox.guard import is_loopback


def test_a_host_that_strangers_can_reach_needs_a_word_of_consent(capsys):
    assert main(["--host", "0.0.0.0"]) == 2
    assert "--public" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "reason"),
    [
        ("--port=70000", "70000 is no port"),
        ("--port=-1", "-1 is no port"),
        ("--token=junk", "a token is a number, a colon and letters"),
        ("--token=42:", "a token is a number, a colon and letters"),
        ("--history=0", "0 is no number of messages"),
        ("--history=many", "many is no number of messages"),
    ],
)
def test_a_wrong_value_is_told_before_anything_starts(capsys, option, reason):
    with pytest.raises(SystemExit) as ended:
        main([option])
    assert ended.value.code == 2
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "safe"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("10.0.0.1", False), ("x", False)],
)
def test_loopback_is_recognized(host, safe):
    assert is_loopback(host) is safe


async def test_it_serves_until_sigterm_and_its_port_and_its_state_belong_to_it(tmp_path):
    state = f"--state={tmp_path / 'chats.json'}"
    command = (sys.executable, "-m", "sandbox", "--port", "0", "--token", "7:SECRET", state)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    line = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
    url = line.split(" at ")[1].split(",")[0]
    async with aiohttp.ClientSession() as session, session.get(f"{url}/bot7:SECRET/getMe") as reply:
        assert (await reply.json())["result"]["id"] == 7
        page = (await process.stdout.readline()).decode().split(" at ")[1].strip()
        assert (await session.get(page)).status == 200
    second = await asyncio.create_subprocess_exec(
        *command[:4], url.rpartition(":")[2], stderr=asyncio.subprocess.PIPE
    )
    _, said = await second.communicate()
    assert second.returncode == 2
    assert said.startswith(b"cannot serve at 127.0.0.1:")
    third = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    _, said = await third.communicate()
    assert (third.returncode, said.decode().strip()) == (
        2,
        f"{tmp_path / 'chats.json'} is in use by another sandbox",
    )
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 10) == 0
