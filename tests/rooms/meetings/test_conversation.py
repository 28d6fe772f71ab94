"""`meeting`, as people live it."""

import asyncio

from tests.talk import Talk


async def test_meeting_shows_a_plan_that_fits_the_time(talk: Talk) -> None:
    ann = talk.person("ann")
    assert (await ann.types("/trustcheck meeting 45", channel="C0PROJ")).ok
    shown = ann.reads_modal()
    assert "45 minutes, 6 people" in shown
    assert "0:00  Opening question" in shown
    assert "To reflect" in shown


async def test_meeting_changes_with_the_group_and_comes_in_other_versions(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck meeting 45", channel="C0PROJ")
    first = ann.reads_modal()
    await ann.chooses("meetings.people.choose", "12 people")
    assert "45 minutes, 12 people" in ann.reads_modal()
    await ann.clicks("Another plan")
    assert ann.reads_modal() != first


async def test_plan_is_sent_once_when_send_is_pressed_twice(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck meeting 240 20", channel="C0PROJ")
    await asyncio.gather(ann.clicks("Send it to me"), ann.clicks("Send it to me"))
    await talk.settle()
    assert "on its way" in ann.reads_modal()
    messages = [one for one in ann.sees() if "Your meeting plan" in one.text]
    assert len(messages) == 1
    assert "To reflect" in ann.reads()
