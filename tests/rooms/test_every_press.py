"""Every command, button, menu and form of the check and what goes with it: in both languages,
over Socket Mode and over HTTP."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import ROOMS
from bot.content import Content
from bot.rooms.asks.tables import Ask
from bot.rooms.trustcheck.rules import Scores
from bot.rooms.trustcheck.usecases import submit_check
from bot.slack.ids import MemberId
from tests.conftest import TEST_KEY
from tests.rooms.every_press import Scene, declared, watched
from tests.talk import MONDAY_NOON, Talk

ANNS_SLOT = datetime(2026, 11, 24, 9, 31, tzinfo=UTC)
BENS_SLOT = datetime(2026, 11, 24, 17, 31, tzinfo=UTC)
WEEK = timedelta(days=8)
QUICK = {f"trustcheck.answer.{factor}": "3" for factor in "CRIS"}
MADE = {"commitments.form.day": "2026-11-27"}
STORY = ("relationship", "usual", "moments", "other", "factor", "retold", "repair")


async def checking(scene: Scene) -> None:
    ann, words = scene.talk.person("ann"), scene.words
    await scene.types(ann, "")
    assert words("trustcheck-deal").split("*")[1] in ann.reads_modal()
    await scene.submits(ann, QUICK)
    await scene.clicks(ann, "commitments.practice.promise")
    await scene.submits(ann)
    assert "commitments.promise.undo" in str(ann.modal)
    await scene.closes_all(ann)
    assert (await ann.uses_shortcut("trustcheck.quick.start")).ok
    await scene.submits(ann, {**QUICK, "trustcheck.subject.write": "灯塔 & co"})
    await scene.closes_all(ann)
    await scene.types(ann, "full")
    for number in range(1, 6):
        await scene.submits(
            ann, {f"trustcheck.answer.full-{factor}-{number}": "4" for factor in "CRIS"}
        )
        if number == 2:
            await scene.clicks(ann, "trustcheck.full.back")
            await scene.submits(ann)
    assert words.number(3.2) in ann.reads_modal()
    await scene.closes_all(ann)


async def looking_back(scene: Scene) -> None:
    talk, ann = scene.talk, scene.talk.person("ann")
    who = await talk.bot.deps.people.reader(talk.workspace, MemberId("U0ANN"))
    for day in range(11):
        talk.clock.move(MONDAY_NOON + timedelta(days=day))
        await submit_check(
            talk.bot.deps, who, Scores(4, 3, 2, 2), check_id=f"f{day}", form="full", subject=""
        )
    await ann.opens_home()
    await talk.settle()
    await scene.clicks(ann, "trustcheck.quick.open")
    await scene.closes_all(ann)
    await scene.clicks(ann, "trustcheck.history.open", "trustcheck.history.older")
    await scene.clicks(ann, "trustcheck.history.newer", "trustcheck.history.chart")
    assert scene.words("trustcheck-chart-notice") in [one.text for one in ann.sees()]
    await scene.closes_all(ann)
    await scene.types(ann, "history")
    general = scene.words("trustcheck-general")
    assert (await ann.chooses("trustcheck.history.choose", general)).ok
    await talk.settle()
    assert scene.words("trustcheck-history-points").strip("*")[:4] in ann.reads_modal()


async def asking(scene: Scene) -> None:
    talk = scene.talk
    ann, ben = talk.person("ann"), talk.person("ben")
    await ask(scene, "ben")
    await talk.at(ANNS_SLOT)
    await scene.clicks(ann, "asks.answer.open")
    await scene.submits(
        ann, {"asks.most.choose": "R", "asks.more.choose": "I", "asks.change.write": "少开会"}
    )
    await scene.closes_all(ann)
    assert scene.words("asks-answered-note") in ann.reads()
    await talk.at(BENS_SLOT)
    await scene.clicks(ben, "asks.list.open")
    assert "少开会" in ben.reads_modal()
    for weeks, asker, press in ((1, "fay", "asks.ask.decline"), (2, "deepa", "asks.asks.off")):
        await talk.at(ANNS_SLOT + weeks * WEEK)
        await ask(scene, asker)
        await talk.at(ANNS_SLOT + weeks * WEEK + timedelta(days=1))
        await scene.clicks(ann, press)
    async with talk.bot.deps.db.write() as session:
        for number in range(9):
            ask_row = Ask(workspace_id=talk.workspace, ask_id=f"a{number}", asker_id="U0ANN",
                          asked_id="U0BEN", asked_at=talk.clock.now())  # fmt: skip
            session.add(ask_row)
    await scene.types(ann, "ask")
    assert ann.reads_modal().count(scene.words("asks-asked")[:12]) == 8
    await scene.clicks(ann, "asks.list.older", "asks.list.newer", "asks.asks.switch")
    assert scene.words("asks-taken-on")[:12] in ann.reads_modal()


async def ask(scene: Scene, asker: str) -> None:
    person = scene.talk.person(asker)
    await scene.types(person, "ask @ann")
    await scene.submits(person)
    assert scene.words("asks-asked")[:12] in person.reads_modal()


async def reflecting(scene: Scene) -> None:
    ann = scene.talk.person("ann")
    for _ in range(2):
        await scene.types(ann, "reflect")
        for step in STORY:
            texts = {"factor": "I", "retold": "我没有给他打电话"}
            await ann.fills({f"reflection.answer.{step}": texts.get(step, "给他打电话")})
            if step == "repair":
                await ann.fills({"reflection.keep.choose": "keep"})
            await scene.submits(ann)
        await scene.clicks(ann, "commitments.text.promise")
        await scene.submits(ann, MADE)
        assert "给他打电话" in ann.reads_modal()
        assert "commitments.promise.undo" in str(ann.modal)
        await ann.closes()
        await scene.submits(ann)  # Done
        assert ann.modal is None
    await scene.types(ann, "reflect")
    await scene.clicks(ann, "reflection.kept.open", "reflection.kept.older")
    await scene.clicks(ann, "reflection.kept.newer", "reflection.kept.drop")
    await scene.clicks(ann, "reflection.kept.drop")
    assert scene.words("reflection-none-kept") in ann.reads_modal()
    await scene.closes_all(ann)


async def drafting(scene: Scene) -> None:
    ann = scene.talk.person("ann")
    await scene.types(ann, "draft")
    await scene.submits(ann, {"drafts.mirror.write": "你从来不听"})
    assert "你从来不听" in ann.reads_modal()
    await scene.closes_all(ann)
    await scene.types(ann, "thank @ben")
    thanks = scene.talk.bot.deps.content.catalogue(scene.locale).drafts.thanks
    assert (await ann.chooses("drafts.thanks.choose", thanks[1].when)).ok
    assert "Ben" in ann.reads_modal()
    await scene.submits(ann)
    await scene.clicks(ann, "drafts.chat.open")
    assert scene.words("drafts-nothing-sent")[:12] in ann.reads_modal()


async def meeting(scene: Scene) -> None:
    ann = scene.talk.person("ann")
    await scene.types(ann, "meeting 45")
    twelve = scene.words("meetings-people", people=12)
    assert (await ann.chooses("meetings.people.choose", twelve)).ok
    await scene.clicks(ann, "meetings.plan.another", "meetings.plan.send")
    assert scene.words("meetings-notice") in [one.text for one in ann.sees()]


async def learning_more(scene: Scene) -> None:
    ann, pages = scene.talk.person("ann"), scene.talk.bot.deps.content.catalogue(scene.locale)
    await scene.types(ann, "why")
    await scene.clicks(ann, "learning.why.next", "learning.why.back")
    assert (await ann.chooses("learning.why.choose", pages.explainers[-1].title)).ok
    assert "`/trustcheck forget`" in ann.reads_modal()
    await scene.closes_all(ann)
    await scene.types(ann, "leader")
    await scene.clicks(ann, "learning.leader.next", "learning.leader.back", "learning.track.switch")
    assert scene.words("learning-track-on-switch") in ann.reads_modal()
    await scene.closes_all(ann)
    await scene.types(ann, "pressure")
    await scene.clicks(ann, "learning.pressure.stop")
    assert scene.words("learning-pressure-ended") in ann.reads("C0PROJ")


async def helping(scene: Scene) -> None:
    ann = scene.talk.person("ann")
    await scene.types(ann, "help")
    await scene.clicks(ann, "house.word.run.check")
    assert scene.words("trustcheck-title") in ann.reads_modal()
    await scene.closes_all(ann)
    await scene.types(ann, "hsitory")
    await scene.clicks(ann, "house.word.run.history")
    assert scene.words("trustcheck-history-title") in ann.reads_modal()
    await scene.closes_all(ann)
    await scene.types(ann, "<!channel> & 怎么用")
    assert scene.words("house-unknown-word")[:12] in ann.reads("C0PROJ")


# The smaller rooms share a workspace: starting one takes longer than they do.
SMALL = (drafting, meeting, learning_more, helping)
SCENES: dict[str, Sequence[Callable[[Scene], Awaitable[None]]]] = {
    "trustcheck": (checking, looking_back),
    "asks": (asking,),
    "reflection": (reflecting,),
    "drafts meetings learning home": SMALL,
}


@pytest.mark.parametrize("names", SCENES)
@pytest.mark.parametrize("locale", ["en", "zh-CN"])
@pytest.mark.parametrize("over", ["socket", "http"])
async def test_everything_the_rooms_offer_works(
    sqlite_url: str, content: Content, over: str, locale: str, names: str
) -> None:
    seen: set[str] = set()
    rooms = watched(ROOMS, seen)
    async with Talk.open(
        sqlite_url, content, key=TEST_KEY, rooms=rooms, over=over, locale=locale
    ) as talk:
        scene = Scene(talk, locale)
        for play in SCENES[names]:
            await play(scene)
            await scene.closes_all(talk.person("ann"))
        assert talk.sandbox.shown_errors == []
    offered = [declared(one) for one in ROOMS if one.name in names.split()]
    assert len(offered) == len(names.split())
    assert set().union(*offered) - seen == set()
