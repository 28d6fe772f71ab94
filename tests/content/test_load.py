"""Which content is loaded, for whom, and what stops the boot."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bot.content import Content, ContentError

Spoil = Callable[[str, str, str], None]


@pytest.fixture
def bilingual(prompts: Path) -> Path:
    """English, and Chinese with one practice of its own and nothing else."""
    known = yaml.load(
        (prompts / "en" / "practices.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    first = known["practices"][0] | {"idea": "问候。", "wordings": ["今天问候一位同事。"]}
    (prompts / "zh-CN").mkdir()
    (prompts / "zh-CN" / "practices.yaml").write_text(yaml.safe_dump({"practices": [first]}))
    return prompts


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("zh-CN", "zh-CN"),
        ("zh_CN", "zh-CN"),
        ("zh", "zh-CN"),
        ("zh-Hans-CN", "zh-CN"),
        ("zh-Hans-HK", "zh-CN"),
        ("zh-SG", "zh-CN"),
        ("zh-TW", "en"),
        ("zh-HK", "en"),
        ("zh-Hant", "en"),
        ("en-GB", "en"),
        ("en-US", "en"),
        ("de-DE", "en"),
        ("x-invented", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_language_is_negotiated(bilingual: Path, asked: str | None, given: str) -> None:
    assert Content.load(bilingual).negotiate(asked) == given


def test_english_stands_first_among_the_locales(bilingual: Path) -> None:
    assert Content.load(bilingual).locales == ("en", "zh-CN")


def test_practice_is_english_when_the_language_lacks_it(bilingual: Path) -> None:
    content = Content.load(bilingual)
    english, chinese = content.catalogue("en").practices, content.catalogue("zh-CN").practices
    assert chinese[0].idea == "问候。"
    assert chinese[1:] == english[1:]


def test_file_is_english_when_the_language_lacks_it(bilingual: Path) -> None:
    content = Content.load(bilingual)
    assert content.catalogue("zh-CN").pulse == content.catalogue("en").pulse


def test_practice_is_none_when_it_left_the_catalogue(prompts: Path) -> None:
    assert Content.load(prompts).catalogue("en").practice("S-gone") is None


def test_explainer_is_found_by_its_id(prompts: Path) -> None:
    page = Content.load(prompts).catalogue("en").explainer("story")
    assert page is not None
    assert page.title == "It's me, not you"


def test_wording_keeps_its_id_when_another_is_put_before_it(prompts: Path, spoil: Spoil) -> None:
    before = Content.load(prompts).catalogue("en").practice("S-hello")
    spoil("en/practices.yaml", "    wordings:\n", '    wordings:\n      - "One more today."\n')
    after = Content.load(prompts).catalogue("en").practice("S-hello")
    assert before is not None
    assert after is not None
    assert [wording.id for wording in after.wordings[1:]] == [each.id for each in before.wordings]


def test_teammate_is_filled_in_when_a_wording_is_said(prompts: Path, spoil: Spoil) -> None:
    spoil("en/practices.yaml", "    wordings:\n", '    wordings:\n      - "Write to {teammate}."\n')
    practice = Content.load(prompts).catalogue("en").practice("S-hello")
    assert practice is not None
    assert practice.wordings[0].said("{Ana}") == "Write to {Ana}."


def test_statement_scores_six_minus_the_answer_when_reversed(prompts: Path) -> None:
    full = Content.load(prompts).catalogue("en").statements.full
    assert {each.reversed: each.score(5) for each in full} == {False: 5, True: 1}


def test_statement_takes_the_ends_of_its_file_when_it_has_none(prompts: Path) -> None:
    pulse = Content.load(prompts).catalogue("en").pulse
    assert pulse.bank["C"][0].low == pulse.ends.low


BROKEN = [
    ("en/pulse.yaml", "anchor:", "anchr:", "anchr: Extra inputs"),
    ("en/pulse.yaml", "anchor:", "anchr:", "anchor: Field required. Fix: add it."),
    ("en/pulse.yaml", "bank:", "bank: [", "Not YAML"),
    ("en/pulse.yaml", "about_poll:", "bank:", "bank stands here twice"),
    ("en/statements.yaml", "reversed: true", "reversed: sometimes", "full.5.reversed"),
    ("en/statements.yaml", "factor: S", "factor: X", "full.3.factor"),
    ("en/guides.yaml", "minutes: 2", "minutes: 0", "guides.C.steps.0.minutes"),
    ("en/pulse.yaml", "\n  R:\n", "\n", "bank: Value error, nothing for R"),
    ("en/statements.yaml", "\n  C:\n", "\n  S:\n", "S stands here twice"),
    ("en/explainers.yaml", 'title: "80/20"', f'title: "{"8" * 25}"', "title"),
    ("en/practices.yaml", "    wordings:\n", "    wordings: {}\n    others:\n", "wordings"),
    ("en/common.ftl", "common-moment =", "common moment =", "Not Fluent"),
    ("en/common.ftl", "common-someone", "common-moment", "common-moment is also in common.ftl"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), BROKEN)
def test_boot_stops_and_says_where_when_a_file_is_broken(
    prompts: Path, spoil: Spoil, name: str, old: str, new: str, said: str
) -> None:
    spoil(name, old, new)
    with pytest.raises(ContentError) as caught:
        Content.load(prompts)
    message = str(caught.value)
    assert said in message
    assert f"{name}:" in message
    assert "Fix: " in message


def test_boot_names_the_line_when_a_statement_is_wrong(prompts: Path, spoil: Spoil) -> None:
    lines = (prompts / "en" / "pulse.yaml").read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if "pulse-I-03" in text)
    spoil("en/pulse.yaml", "{id: pulse-I-03, text:", "{id: pulse-I-03, txt:")
    with pytest.raises(ContentError, match=f"pulse.yaml:{line}: bank.I.2.text"):
        Content.load(prompts)


def test_boot_names_every_misfit_when_there_are_several(prompts: Path, spoil: Spoil) -> None:
    spoil("en/leaders.yaml", "factor: C", "factor: K")
    spoil("en/leaders.yaml", "factor: R", "factor: K")
    with pytest.raises(ContentError) as caught:
        Content.load(prompts)
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("name", ["kickoff.yaml", "practices.yaml"])
def test_boot_stops_when_a_file_is_missing(prompts: Path, name: str) -> None:
    (prompts / "en" / name).unlink()
    with pytest.raises(ContentError, match=f"{name}:1: The file is missing"):
        Content.load(prompts)


def test_boot_stops_when_a_file_is_empty(prompts: Path) -> None:
    (prompts / "en" / "kickoff.yaml").write_text("# later\n")
    with pytest.raises(ContentError, match=r"kickoff\.yaml:1: The file is empty"):
        Content.load(prompts)


def test_boot_stops_when_a_file_is_not_utf8(prompts: Path) -> None:
    (prompts / "en" / "common.ftl").write_bytes(
        "common-someone = jemand für dich".encode("latin-1")
    )
    with pytest.raises(ContentError, match="Not UTF-8"):
        Content.load(prompts)


def test_boot_stops_when_a_folder_is_no_language(prompts: Path) -> None:
    (prompts / "klingonese").mkdir()
    with pytest.raises(ContentError, match="klingonese is no language"):
        Content.load(prompts)


def test_boot_stops_when_there_is_no_content(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="The file is missing"):
        Content.load(tmp_path / "nowhere")
