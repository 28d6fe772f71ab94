"""What the check finds in the practices: balance, openings, twins, and translations."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content.guards.duplicates import likeness
from bot.content.guards.practices import opening

Found = Callable[[], list[str]]
Spoil = Callable[[str, str, str], None]
Edit = Callable[[Callable[[dict[str, Any]], object]], None]


@pytest.fixture
def edit(prompts: Path) -> Edit:
    """Change every practice with a function, and write the file back."""
    path = prompts / "en" / "practices.yaml"

    def change(function: Callable[[dict[str, Any]], object]) -> None:
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for practice in data["practices"]:
            function(practice)
        path.write_text(
            yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8"
        )

    return change


def only(practice_id: str, function: Callable[[dict[str, Any]], object]) -> Any:
    return lambda practice: function(practice) if practice["id"] == practice_id else None


def add(practice_id: str, *wordings: str) -> Any:
    return only(practice_id, lambda practice: practice["wordings"].extend(wordings))


def test_check_finds_two_wordings_when_they_start_alike(edit: Edit, found: Found) -> None:
    edit(
        add(
            "S-hello",
            "Zebras never worry about lunch, so take yours today with a book from the shelf.",
            "Zebras, never worry: when evening comes, count how many doors you opened.",
        )
    )
    (problem,) = found()
    assert "“zebras never worry”. Fix: begin in another way." in problem


def test_check_finds_a_twin_when_another_practice_says_nearly_the_same(
    edit: Edit, found: Found
) -> None:
    edit(add("S-hello", "Before the sun sets, water every plant in the office kitchen today."))
    edit(add("C-less", "When the sun sets, water every plant in the office kitchen today."))
    (problem,) = found()
    assert "Nearly the same as line" in problem


def test_check_finds_a_wording_when_only_its_filling_makes_it_too_long(
    edit: Edit, found: Found
) -> None:
    edit(add("S-hello", "To {teammate} " + "z" * 370))
    (problem,) = found()
    assert "414 characters once filled" in problem


def test_check_finds_a_teammate_when_the_practice_is_about_none(edit: Edit, found: Found) -> None:
    edit(only("C-less", lambda practice: practice.update(about_teammate=False)))
    edit(add("C-less", "Zebras write to {teammate} today."))
    (problem,) = found()
    assert "{teammate} in a practice that isn't about one" in problem


@pytest.mark.parametrize(
    "wording",
    ["{teammate} waits for a word.", "Praise {teammate}'s work.", "Say: “{teammate}, hi.”"],
)
def test_check_finds_a_teammate_when_nobody_could_stand_there(
    edit: Edit, found: Found, wording: str
) -> None:
    edit(add("S-hello", wording))
    (problem,) = found()
    assert "{teammate} begins a sentence or a quote, or takes an 's" in problem


def test_check_finds_the_balance_when_everything_is_virtual(edit: Edit, found: Found) -> None:
    edit(lambda practice: practice.update(side="virtual"))
    assert any("100% of the practices are virtual" in problem for problem in found())


def test_check_finds_a_factor_when_it_has_no_virtual_practice(edit: Edit, found: Found) -> None:
    edit(only("C-less", lambda practice: practice.update(side="principle")))
    assert any("C has 0 virtual practices" in problem for problem in found())


def test_check_finds_the_wordings_when_none_shows_words_to_send(edit: Edit, found: Found) -> None:
    def unquote(practice: dict[str, Any]) -> None:
        practice["wordings"] = [text.replace("“", "") for text in practice["wordings"]]

    edit(unquote)
    assert any("0% of the wordings show words to send" in problem for problem in found())


@pytest.fixture
def chinese(prompts: Path) -> Path:
    """A translation of the practices that is complete, if short."""
    english = yaml.load(
        (prompts / "en" / "practices.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    path = prompts / "zh-CN" / "practices.yaml"
    path.parent.mkdir()
    signs = iter(range(0x4E00, 0x9FFF))
    for practice in english["practices"]:
        wordings = ["".join(chr(next(signs)) for _ in range(8)) for _ in practice["wordings"]]
        practice |= {
            "idea": "好。",
            "reason": "好。",
            "wordings": [f"{one}“好。”" for one in wordings],
        }
    path.write_text(
        yaml.dump(english, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8"
    )
    return path


def test_check_finds_nothing_when_a_translation_is_complete(chinese: Path, found: Found) -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("好。", "好！", "'！' in"),
        ("好。", "亲密。", "亲密 in “亲密。”. Fix: say 安全感."),
        ("好。", "承诺。", "say 约定"),
        ("好。", "我认错。", "say 主动说明"),
        ("好。", "做个检讨。", "say 主动说明"),
        ("好。", "开始自查。", "say 信任小测"),
        ("好。", "开始自评。", "say 信任小测"),
        ("好。", "反思一下。", "say 回头看看"),
        ("好。", "督促大家。", "say 小练习"),
        ("好。", "提醒大家。", "say 小练习"),
        ("好。", "团队脉搏。", "say 团队小调查"),
        ("好。", "从最弱的开始。", "say 可以先从这里开始"),
        ("好。", "好,很好。", "',' in “好,很好。”. Fix: write Chinese punctuation"),
        ("好。", "好吗?", "'?' in"),
        ("好。", "今天(周三)好。", "'(' in"),
        ("好。", "看 *很好*。好", "*很好* touches its neighbour"),
        ("好。", "看`/pulse` 好", "`/pulse` touches its neighbour"),
        ("side: principle", "side: virtual", "make it principle"),
        ("for_leaders: false", "for_leaders: true", "make it False"),
        ("id: S-hello", "id: S-other", "S-hello is missing. Fix: translate it from en."),
        ("id: S-hello", "id: S-other", "S-other isn't in en. Fix: remove it."),
    ],
)
def test_check_holds_a_translation_against_the_original(
    chinese: Path, found: Found, old: str, new: str, said: str
) -> None:
    text = chinese.read_text(encoding="utf-8")
    assert old in text
    chinese.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(said in problem for problem in found())


def test_check_lets_a_translation_lack_a_whole_file(chinese: Path, found: Found) -> None:
    chinese.unlink()
    assert found() == []


@pytest.mark.parametrize(
    ("text", "is_chinese", "first"),
    [
        ("It's a day. Go on.", False, "it's a day"),
        ("“Hello”, you", False, "hello you"),
        ("今天，问候同事。", True, "今天问候"),
    ],
)
def test_opening_is_three_words_or_four_characters(text: str, is_chinese: bool, first: str) -> None:
    assert opening(text, is_chinese) == first


def test_likeness_is_zero_when_there_is_nothing_to_compare() -> None:
    assert likeness(frozenset(), frozenset("abc")) == 0


def test_check_lets_markup_stand_apart(chinese: Path, found: Found) -> None:
    text = chinese.read_text(encoding="utf-8")
    chinese.write_text(text.replace("好。", "看 *好* 和 `/pulse` ，", 1), encoding="utf-8")
    assert found() == []


@pytest.mark.parametrize(
    ("practice_id", "left", "said"),
    [
        ("S-hello", 9, "S-hello has 9 wordings. Fix: have 10."),
        ("C-less", 5, "C-less has 5 wordings. Fix: have 6."),
        ("L-S", 5, "L-S has 5 wordings. Fix: have 6."),
    ],
)
def test_check_counts_the_wordings_of_a_practice(
    edit: Edit, found: Found, practice_id: str, left: int, said: str
) -> None:
    edit(only(practice_id, lambda practice: practice.update(wordings=practice["wordings"][:left])))
    (problem,) = found()
    assert said in problem


@pytest.fixture
def copy(prompts: Path, spoil: Spoil) -> Spoil:
    """Put a file of the original into a translation, and spoil it there."""

    def change(stem: str, old: str, new: str) -> None:
        (prompts / "de").mkdir()
        shutil.copy(prompts / "en" / f"{stem}.yaml", prompts / "de")
        spoil(f"de/{stem}.yaml", old, new)

    return change


R_01 = (
    '    - {id: pulse-R-01, text: "When we agree on a date, we keep it or move it in good time."}\n'
)


@pytest.mark.parametrize(
    ("stem", "old", "new", "said"),
    [
        (
            "drafts",
            "You'll have it {new_time}.",
            "Soon.",
            "Differs from en in {new_time}. Fix: use",
        ),
        ("drafts", "• Known: {known}", "• Known", "Differs from en in {known}"),
        ("meetings", "minutes: 3", "minutes: 4", "minutes of chat-waterfall differs from en"),
        ("meetings", "people_min: 4", "people_min: 5", "Fix: make it 4."),
        (
            "pulse",
            f"  R:\n{R_01}",
            f"{R_01}  R:\n",
            "pulse-R-01 stands elsewhere in en. Fix: move it to bank.R.",
        ),
    ],
)
def test_check_finds_what_a_translation_may_not_change(
    copy: Spoil, found: Found, stem: str, old: str, new: str, said: str
) -> None:
    copy(stem, old, new)
    assert any(said in problem and problem.startswith(f"de/{stem}.yaml:") for problem in found())
