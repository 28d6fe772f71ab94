"""The content as it stands in `prompts/` keeps every rule."""

import pytest

from bot.content import PROMPTS, Content
from bot.content.check import check
from bot.content.commands import CODE
from bot.content.guards.uses import use_problems

MESSAGE_FILES = sorted(path.stem for path in (PROMPTS / "en").glob("*.ftl"))


def test_content_has_no_problem() -> None:
    assert [str(problem) for problem in check(PROMPTS).problems] == []


@pytest.fixture(scope="module")
def use_problems_found() -> list[str]:
    return [str(problem) for problem in use_problems(PROMPTS, CODE)]


@pytest.mark.parametrize("stem", MESSAGE_FILES)
def test_messages_are_all_said_and_all_defined(stem: str, use_problems_found: list[str]) -> None:
    marks = (f"/{stem}.ftl:", f": {stem}-", f"called {stem}-")
    assert [each for each in use_problems_found if any(mark in each for mark in marks)] == []


def test_every_leader_reflection_has_its_nudges() -> None:
    catalogue = Content.load(PROMPTS).catalogue("en")
    nudges = {leader.id: catalogue.practice(leader.id) for leader in catalogue.leaders}
    assert all(practice and len(practice.wordings) >= 4 for practice in nudges.values())


def test_every_page_of_why_is_there() -> None:
    pages = [page.id for page in Content.load(PROMPTS).catalogue("en").explainers]
    assert pages == [
        "equation",
        "chain",
        "credibility",
        "reliability",
        "intimacy",
        "self-orientation",
        "balance",
        "figures",
        "story",
        "anonymity",
        "privacy",
    ]
