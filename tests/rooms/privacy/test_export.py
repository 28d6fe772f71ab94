"""`/trustcheck export` and `privacy`, as people live them; and the nightly letting go."""

import json
from datetime import timedelta
from typing import Any

from sqlmodel import SQLModel, select

from bot.members.tables import WorkspaceChoice
from bot.rooms.asks.tables import Ask
from bot.rooms.privacy.rules import PIECE_CHARS, pieces
from bot.rooms.reflection.tables import KeptReflection
from bot.rooms.trustcheck.tables import Check
from tests.rooms.privacy.seeding import WHO
from tests.talk import MONDAY_NOON, TEAM, Talk

CHECK = {"subject": 'the <!channel> & "Müller" 林', "scores": {"C": 4, "R": 4, "I": 2, "S": 2}}


async def write(talk: Talk, *rows: SQLModel) -> None:
    async with talk.bot.deps.db.write() as session:
        session.add_all(rows)


def check(age: timedelta = timedelta()) -> Check:
    return Check(
        workspace_id=TEAM, check_id=f"check-{age.days}", member_id=WHO, form="quick",
        taken_at=MONDAY_NOON - age, answers=CHECK,
    )  # fmt: skip


async def export(talk: Talk, who: str = "ann") -> Any:
    """Have *who* ask for an export, and return what the file says."""
    await talk.person(who).types("/trustcheck export")
    await talk.settle()
    (file,) = talk.sandbox.world.teams[TEAM].files.values()
    assert file.content is not None
    return json.loads(file.content)


async def test_an_export_is_a_file_in_their_own_messages(talk: Talk) -> None:
    await write(talk, check())
    said = await export(talk)
    files = [file for message in talk.person("ann").sees() for file in message.files]
    assert [file["name"] for file in files] == ["trustcheck.json"]
    (told,) = said["data"]["trust_check"]["entries"]
    assert told["answers"] == CHECK
    assert told["taken_at"] == "2026-11-23T12:00:00+00:00"
    assert said["data"]["member"]["entries"][0]["slack_zone"] == "Europe/London"


async def test_an_export_holds_nothing_of_others(talk: Talk) -> None:
    await write(talk, check())
    assert "trust_check" not in (await export(talk, "ben"))["data"]


async def test_an_export_does_not_tell_that_somebody_said_no(talk: Talk) -> None:
    declined = Ask(
        workspace_id=TEAM, ask_id="1", asker_id="U0BEN", asked_id=WHO, asked_at=MONDAY_NOON,
        state="declined",
    )  # fmt: skip
    await write(talk, declined)
    (told,) = (await export(talk, "ben"))["data"]["ask"]["entries"]
    assert told == {"you_asked": WHO, "asked_at": told["asked_at"], "answer": None}


async def test_an_export_is_deleted_after_a_day(talk: Talk) -> None:
    await export(talk)
    await talk.at(MONDAY_NOON + timedelta(hours=23))
    assert talk.sandbox.world.teams[TEAM].files != {}
    await talk.at(MONDAY_NOON + timedelta(hours=25))
    assert talk.sandbox.world.teams[TEAM].files == {}
    assert not any(message.files for message in talk.person("ann").sees())


async def test_an_export_comes_in_pieces_where_files_are_not_allowed(talk: Talk) -> None:
    talk.sandbox.world.teams[TEAM].app.scopes.discard("files:write")
    await write(talk, check())
    await talk.person("ann").types("/trustcheck export")
    await talk.settle()
    sent = [message for message in talk.person("ann").sees() if not message.ephemeral]
    blocks = [one for message in sent for one in message.blocks]
    text = "".join(one["text"]["text"] for one in blocks if one["type"] == "section")
    assert json.loads(text)["data"]["trust_check"]["entries"][0]["answers"] == CHECK
    await talk.at(MONDAY_NOON + timedelta(hours=25))
    assert "trust_check" not in talk.person("ann").reads()


async def test_an_export_of_nothing_says_so(talk: Talk) -> None:
    await talk.person("ann").types("/trustcheck forget")
    await talk.person("ann").submits()
    await talk.settle()
    await talk.person("ann").types("/trustcheck export")
    await talk.settle()
    assert "nothing of yours" in talk.person("ann").reads()
    assert talk.sandbox.world.teams[TEAM].files == {}


async def test_asking_twice_sends_one_export(talk: Talk) -> None:
    await talk.person("ann").types("/trustcheck export")
    await talk.person("ann").types("/trustcheck export")
    await talk.settle()
    assert len(talk.sandbox.world.teams[TEAM].files) == 1


async def test_forgetting_deletes_an_export_at_once(talk: Talk) -> None:
    await export(talk)
    await talk.person("ann").types("/trustcheck forget")
    await talk.person("ann").submits()
    await talk.settle()
    assert talk.sandbox.world.teams[TEAM].files == {}


async def test_privacy_says_what_is_stored_and_offers_both(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck privacy")
    assert "Yours alone." in ann.reads_modal()
    await ann.clicks("Forget me")
    assert "for good" in ann.reads_modal()


async def test_what_has_had_its_time_goes_at_night(talk: Talk) -> None:
    await write(talk, check(timedelta(days=729)), check(timedelta(days=731)), check())
    await over_night(talk)
    assert await kept(talk, Check) == ["check-0", "check-729"]


async def test_admins_may_keep_things_for_less(talk: Talk) -> None:
    choice = WorkspaceChoice(workspace_id=TEAM, switched_off=[], retention_days=90)
    await write(talk, choice, check(timedelta(days=91)), check(timedelta(days=89)))
    await over_night(talk)
    assert await kept(talk, Check) == ["check-89"]


async def test_what_is_young_stays_at_night(talk: Talk) -> None:
    await write(
        talk,
        KeptReflection(
            workspace_id=TEAM, reflection_id="1", member_id=WHO, kept_at=MONDAY_NOON, answers={}
        ),
    )
    await over_night(talk)
    async with talk.bot.deps.db.read() as session:
        assert len(list(await session.scalars(select(KeptReflection)))) == 1


async def over_night(talk: Talk) -> None:
    await talk.settle()
    await talk.at(MONDAY_NOON + timedelta(hours=20))


async def kept(talk: Talk, table: type[Check]) -> list[str]:
    async with talk.bot.deps.db.read() as session:
        return sorted(row.check_id for row in await session.scalars(select(table)))


def test_pieces_are_the_whole_and_fit() -> None:
    text = "\n".join(["{", "x" * 10_000, "", "林" * 3000, "}"])
    cut = pieces(text)
    assert "".join(cut) == text
    assert max(map(len, cut)) <= PIECE_CHARS
