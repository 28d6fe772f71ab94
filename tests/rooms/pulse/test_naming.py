"""A comment that names somebody: its author is warned once, and nothing is kept of it."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.content import Words
from bot.slack.ids import MemberId
from tests.rooms.pulse.evidence import metrics, sqlite_bytes, sqlite_tables
from tests.rooms.pulse.polling import ANSWER, COMMENTS, POLL_DAY, answers, grow, set_up
from tests.talk import TEAM, Talk

COMMENT = "pulse.comment.write"
NAME = "Deepa Rao-Zhukov"  # stands nowhere but in Slack


@pytest.fixture
async def open_poll(spoken: Talk) -> Talk:
    """A poll with comments, asking somebody whose name is to be found nowhere else."""
    spoken.sandbox.world.teams[TEAM].members["U0DEEPA"].name = NAME
    await set_up(spoken, **COMMENTS)
    await spoken.at(POLL_DAY)
    return spoken


def is_warned(talk: Talk, words: Words, name: str = "ann") -> bool:
    shown = "".join(talk.person(name).reads_modal().replace("│", "").split())
    return "".join(words("pulse-comment-names").replace("*", "").split()) in shown


async def test_author_is_warned_once_and_sends_it_all_the_same(
    open_poll: Talk, words: Words, sqlite_url: str
) -> None:
    ann = open_poll.person("ann")
    await ann.clicks(ANSWER)
    await open_poll.settle()
    before, figures, calls = sqlite_tables(sqlite_url), metrics(), len(open_poll.sandbox.calls)
    with capture_logs() as lines:
        assert (await ann.submits({**answers(4), COMMENT: "rao-zhukov 从来不听 listens"})).ok
        assert is_warned(open_poll, words)
        assert sqlite_tables(sqlite_url) == before
        assert metrics() == figures
        assert (await ann.submits()).ok  # all that was filled in is still there
        await open_poll.settle()
    assert lines == []
    assert not is_warned(open_poll, words)
    after = sqlite_tables(sqlite_url)
    assert sum(count for *_, count in after["poll_tally"]) == 5
    assert len(after["poll_comment"]) == 1
    assert len(open_poll.sandbox.calls) == calls  # the names were at hand
    assert b"Zhukov" not in sqlite_bytes(sqlite_url)


@pytest.mark.parametrize("locale", ["en"])
async def test_names_are_asked_for_alike_whoever_presses_and_kept_for_the_next(
    open_poll: Talk,
) -> None:
    calls = len(open_poll.sandbox.calls)
    for name in ("ann", "ben"):
        await open_poll.person(name).clicks(ANSWER)
        await open_poll.settle()
    made = [(call.method, call.args.get("user")) for call in open_poll.sandbox.calls[calls:]]
    asked = [("users.info", f"U0{one}") for one in ("ANN", "BEN", "CHEN", "DEEPA", "ELI", "FAY")]
    assert [one for one in made if one[0] == "views.open"] == [("views.open", None)] * 2
    assert sorted(one for one in made if one[0] != "views.open") == asked


@pytest.mark.parametrize("locale", ["en"])
async def test_names_are_asked_for_alike_whether_somebody_has_answered_or_not(
    open_poll: Talk,
) -> None:
    ann, made = open_poll.person("ann"), list[list[str]]()
    for _ in range(2):
        open_poll.bot.deps.people.names.forget()
        calls = len(open_poll.sandbox.calls)
        await ann.clicks(ANSWER)
        await open_poll.settle()
        made.append([call.method for call in open_poll.sandbox.calls[calls:]])
        await ann.submits(answers(4)) if not made[1:] else await ann.closes()
    assert made[0] == made[1] == ["views.open", *["users.info"] * 6]


@pytest.mark.parametrize("locale", ["en"])
async def test_names_are_read_from_the_list_when_more_than_fifty_are_asked(
    spoken: Talk, words: Words
) -> None:
    """A call for each would be too many for Slack; those who press at once share what is read."""
    spoken.sandbox.world.teams[TEAM].members["U0DEEPA"].name = NAME
    await grow(spoken, 46)
    await set_up(spoken, **COMMENTS)
    await spoken.at(POLL_DAY)
    ann, ben, calls = spoken.person("ann"), spoken.person("ben"), len(spoken.sandbox.calls)
    await asyncio.gather(ann.clicks(ANSWER), ben.clicks(ANSWER))
    await spoken.settle()
    assert (await ann.submits({**answers(4), COMMENT: "rao-zhukov 从来不听 listens"})).ok
    assert is_warned(spoken, words)
    assert (await ben.submits({**answers(4), COMMENT: "nobody here listens"})).ok
    assert not is_warned(spoken, words, "ben")
    made = [call.method for call in spoken.sandbox.calls[calls:] if call.method != "views.open"]
    assert made == ["users.list"]


async def test_five_pages_are_read_at_most_and_not_at_once_again_where_a_workspace_is_large(
    talk: Talk,
) -> None:
    team, names = talk.sandbox.world.teams[TEAM], talk.bot.deps.people.names
    asked = [MemberId(team.add_member(f"U0X{n:04}", f"x{n:04}").user_id) for n in range(1100)]
    calls = len(talk.sandbox.calls)
    for _ in range(2):
        found = await names.of(talk.workspace, asked, within_s=30)
        assert "x0900" in found
        assert "x1099" not in found
    assert [call.method for call in talk.sandbox.calls[calls:]] == ["users.list"] * 5


@pytest.mark.parametrize("locale", ["en"])
async def test_answer_is_taken_when_slack_tells_no_names(open_poll: Talk, words: Words) -> None:
    for _ in range(24):
        open_poll.sandbox.faults.add(method="users.info", kind="error:internal_error")
    ann, ben = open_poll.person("ann"), open_poll.person("ben")
    for person, said in ((ann, "deepa never listens"), (ben, "@deepa never listens")):
        await person.clicks(ANSWER)
        await open_poll.settle()
        await person.submits({**answers(4), COMMENT: said})
    assert not is_warned(open_poll, words, "ann")
    assert is_warned(open_poll, words, "ben")


@pytest.mark.parametrize("locale", ["en"])
@pytest.mark.timely
async def test_answering_with_a_comment_is_in_time_when_slack_takes_two_and_a_half_seconds(
    open_poll: Talk, words: Words
) -> None:
    ann = open_poll.person("ann")
    await ann.clicks(ANSWER)
    await open_poll.settle()
    open_poll.bot.deps.people.names.forget()
    open_poll.sandbox.faults.latency_s = 2.5
    sent = await ann.submits({**answers(4), COMMENT: "deepa never listens"})
    open_poll.sandbox.faults.latency_s = 0
    assert sent.ok
    assert not is_warned(open_poll, words)
