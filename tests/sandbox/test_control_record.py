"""What the control API tells about calls and updates, and moving the clock."""

import asyncio

import pytest

from sandbox import MovableClock, Sandbox


class TestCalls:
    async def test_each_call_is_told_with_its_number(self, control, api, anna):
        await control.ask("DELETE", "calls")
        await api("sendMessage", chat_id=anna.id, text="раз")
        await api.refused("sendMessage", chat_id=5, text="два")
        good, bad = await control.get("calls")
        assert bad["n"] == good["n"] + 1
        assert good["method"] == "sendMessage"
        assert good["params"] == {"chat_id": str(anna.id), "text": "раз"}
        assert good["response"]["result"]["text"] == "раз"
        assert good["started"] <= good["finished"]
        assert (bad["status"], bad["response"]["ok"]) == (400, False)

    async def test_a_very_long_value_is_cut_in_the_record_only(self, control, api, anna):
        long = "я" * 100_000
        await api.refused("sendMessage", chat_id=anna.id, text=long)
        async with api.session.post(
            f"{api.box.url}/bot42:TEST/sendMessage",
            json={"chat_id": anna.id, "text": "раз", "entities": [{"type": long}]},
        ):
            pass
        form, body = await control.get("calls?method=sendMessage")
        assert form["params"]["text"] == long[:10_000] + "…"
        assert body["params"]["entities"].startswith('[{"type":"яяя')
        assert len(body["params"]["entities"]) == 10_001

    async def test_they_are_sought_by_method_and_chat(self, control, api, anna, box):
        boris = box.person("Борис")
        query_id = await anna.taps("x", wait=False)
        for person in (anna, boris):
            await api.post("sendMessage", chat_id=person.id, text="эй")
        await api("answerCallbackQuery", callback_query_id=query_id)

        async def methods(query):
            return [call["method"] for call in await control.get(f"calls?{query}")]

        assert await methods("method=sendmessage") == ["sendMessage"] * 2
        assert await methods(f"chat={boris.id}") == ["sendMessage"]
        assert await methods(f"chat={anna.id}") == ["sendMessage", "answerCallbackQuery"]
        assert await methods(f"chat={anna.id}&limit=1") == ["answerCallbackQuery"]
        assert (await control.ask("GET", "calls?limit=0"))[0] == 400
        assert (await control.ask("GET", "calls?sort=n"))[1] == {
            "error": "there is no field sort here"
        }

    async def test_clearing_forgets_them_but_not_the_count(self, control, api):
        await api("getMe")
        last = (await control.get("calls"))[-1]["n"]
        assert await control.ask("DELETE", "calls") == (200, {})
        assert await control.get("calls") == []
        await api("getMe")
        assert [call["n"] for call in await control.get("calls")] == [last + 1]

    async def test_files_are_told_by_name_only(self, control, api, anna, png):
        await api("sendPhoto", chat_id=anna.id, photo=("x.png", png()))
        assert (await control.get("calls?method=sendPhoto"))[0]["params"]["photo"] == "<file>"


class TestUpdates:
    async def test_an_update_is_delivered_once_more(self, control, api, anna):
        await anna.sends("раз")
        update = (await control.get("updates"))[-1]
        await api("getUpdates", offset=update["update_id"] + 1)
        repeated = await control.post(f"updates/{update['update_id']}/repeat")
        assert repeated == update
        assert await api("getUpdates") == [update]

    async def test_an_unknown_update_is_told(self, control):
        assert await control.refused("updates/5/repeat") == "404 there is no update 5"


class TestClock:
    @pytest.fixture
    def clock(self):
        """Instead of the one that stands still."""
        return MovableClock()

    async def test_time_moves_by_seconds_and_to_a_moment(self, control, box, api):
        before = (await control.get("state"))["clock"]
        assert (before["movable"], before["moved"]) == (True, 0)
        moved = await control.post("clock", seconds=3600)
        assert moved["moved"] == 3600
        moved = await control.post("clock", to=before["now"] + 7200)
        assert moved["now"] >= before["now"] + 7200
        message = await box.person("Анна").sends("/start")
        assert message["date"] >= int(moved["now"])

    async def test_the_application_does_what_fell_due(self, control, clock):
        due, done = clock() + 600.5, []

        async def next_due():
            return None if done else due

        async def on_move(before, now):
            if before < due <= now:
                done.append(due)

        clock.next_due, clock.on_move = next_due, on_move
        assert (await control.get("state"))["clock"]["next_due"] == due
        moved = await control.post("clock", next=True)
        assert done == [due]
        assert due < moved["now"] <= due + 2
        assert await control.refused("clock", next=True) == "409 nothing is due"

    async def test_two_moves_at_once_are_made_one_after_the_other(self, control, clock):
        spans = []

        async def on_move(before, now):
            spans.append(("from", before))
            await asyncio.sleep(0.02)
            spans.append(("to", now))

        clock.on_move = on_move
        await asyncio.gather(control.post("clock", seconds=60), control.post("clock", seconds=60))
        assert [name for name, _ in spans] == ["from", "to"] * 2
        assert spans[1][1] <= spans[2][1]

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"seconds": -1},
            {"seconds": 1e300},
            {"seconds": "1"},
            {"to": 5},
            {"to": 1e12},
            {"seconds": 1, "next": True},
            {"next": False},
        ],
    )
    async def test_a_step_that_cannot_be_made_is_refused(self, control, fields):
        assert (await control.refused("clock", **fields)).startswith("400 ")
        assert (await control.get("state"))["clock"]["moved"] == 0

    async def test_infinity_is_no_moment(self, control):
        for number in (b"Infinity", b"NaN"):
            status, _ = await control.ask("POST", "clock", data=b'{"seconds":' + number + b"}")
            assert status == 400

    async def test_the_zone_of_the_clock_is_told(self, control):
        async with Sandbox(zone="Asia/Omsk") as box:
            clock = (await type(control)(control.session, box).get("state"))["clock"]
        assert (clock["zone"], clock["movable"]) == ("Asia/Omsk", False)


async def test_a_clock_of_its_own_cannot_be_moved(control):
    refusal = await control.refused("clock", seconds=1)
    assert refusal == "409 the clock of this sandbox cannot be moved"
