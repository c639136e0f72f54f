"""`python -m sandbox`."""

import asyncio
import signal
import sys

import aiohttp
import pytest

from sandbox.__main__ import is_loopback, main


def test_a_host_that_strangers_can_reach_needs_a_word_of_consent(capsys):
    assert main(["--host", "0.0.0.0"]) == 2
    assert "--public" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "safe"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("10.0.0.1", False), ("x", False)],
)
def test_loopback_is_recognized(host, safe):
    assert is_loopback(host) is safe


async def test_it_serves_until_sigterm_and_its_port_belongs_to_it():
    command = (sys.executable, "-m", "sandbox", "--port", "0", "--token", "7:SECRET")
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
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 10) == 0
