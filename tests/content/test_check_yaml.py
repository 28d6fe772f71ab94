"""What the check finds in the YAML files, and where."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bot.content.check import check

Spoil = Callable[[str, str, str], None]
Found = Callable[[], list[str]]

PULSE = "en/pulse.yaml"
FULL = '{id: full-C-1, factor: C, text: "'
LONG = "x" * 401
CASES = [
    # Sentences
    (PULSE, "fine to ask for help.", "fine to ask for help!", "'!' in “In this team it's fine"),
    (PULSE, "fine to ask for help.", "fine to ask <!here>.", "'<!' in"),
    (PULSE, "fine to ask for help.", "fine to ask <@U1>.", "'<@' in"),
    (PULSE, "fine to ask for help.", "fine to ask <#C1>.", "'<#' in"),
    (PULSE, "fine to ask for help.", "fine to ask & get help.", "'&' in"),
    (PULSE, "fine to ask for help.", "fine to ask > help.", "'>' in"),
    (PULSE, "fine to ask for help.", LONG, "characters once filled, 400 fit"),
    (PULSE, "fine to ask for help.", "fine to ask {teammate}.", "Undeclared {teammate}"),
    (PULSE, "fine to ask for help.", "fine to ask {help.", "A brace without its other half"),
    (PULSE, "fine to ask for help.", "fine to ask for...", "'...' in"),
    (PULSE, '"In this team it\'s fine to ask for help."', "'It is \"fine\".'", "write “ and ”"),
    ("en/drafts.yaml", "have it {new_time}", "have it {due}", "Undeclared {due}"),
    # Statements
    (PULSE, "reversed: true, ", "", "pulse-S-01 is scored the wrong way round"),
    (PULSE, "{id: pulse-C-01,", "{id: pulse-C-01, reversed: true,", "pulse-C-01 is scored the"),
    ("en/statements.yaml", "    reversed: true\n", "", "5 statements, 1 of them reversed"),
    ("en/statements.yaml", "factor: S", "factor: C", "C has 6 statements"),
    ("en/meetings.yaml", "people_max: 15", "people_max: 2", "annotate-plan is for at most fewer"),
    ("en/guides.yaml", "minutes: 2", "minutes: 3", "C takes 16 minutes"),
    # Ids
    (PULSE, "pulse-C-02", "pulse-C-01", "pulse-C-01 stands on line"),
    (PULSE, "pulse-C-02", "pulse-C-99", "pulse-C-99 isn't in released_ids.txt"),
    (PULSE, "pulse-C-02", "pulse-C-99", "released_ids.txt:"),
    (PULSE, "pulse-C-02", "pulse-C-99", "pulse/pulse-C-02 was released and is gone"),
    ("en/leaders.yaml", "id: L-C", "id: L-X", "L-X has no nudges"),
]


def test_check_finds_nothing_when_nothing_is_wrong(found: Found) -> None:
    assert found() == []


@pytest.mark.parametrize(("name", "old", "new", "said"), CASES)
def test_check_names_what_is_wrong(
    spoil: Spoil, found: Found, name: str, old: str, new: str, said: str
) -> None:
    spoil(name, old, new)
    assert any(said in problem for problem in found())


def test_check_gives_file_line_and_fix_when_a_sentence_is_wrong(
    prompts: Path, spoil: Spoil, found: Found
) -> None:
    lines = (prompts / PULSE).read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, 1) if "pulse-I-02" in text)
    spoil(PULSE, "fine to ask for help.", "fine to ask for help!")
    assert found() == [
        f"{PULSE}:{line}: '!' in “In this team it's fine to ask for help!”. "
        "Fix: end the sentence with a full stop."
    ]


def test_check_tells_what_stops_the_boot_when_a_file_is_broken(spoil: Spoil, found: Found) -> None:
    spoil(PULSE, "anchor:", "anchr:")
    assert any("anchor: Field required" in problem for problem in found())


@pytest.mark.parametrize(
    ("escaped", "problems"),
    [("fine &amp; good &lt; best.", 0), ("fine &copy; good.", 1), ("fine &amp; good & best.", 1)],
)
def test_ampersand_is_welcome_when_it_escapes(
    spoil: Spoil, found: Found, escaped: str, problems: int
) -> None:
    spoil(PULSE, "fine to ask for help.", escaped)
    assert len(found()) == problems


@pytest.mark.parametrize(
    ("stem", "keys", "said"),
    [
        ("pulse", ["about_poll"], "5 in about_poll"),
        ("pulse", ["bank", "R"], "11 in bank.R"),
        ("meetings", ["interactions"], "29 in interactions"),
        ("drafts", ["own_up"], "5 in own_up"),
        ("leaders", ["leaders"], "3 in leaders"),
    ],
)
def test_check_counts_what_the_rooms_count_on(
    prompts: Path, found: Found, stem: str, keys: list[str], said: str
) -> None:
    path = prompts / "en" / f"{stem}.yaml"
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    entries = data
    for key in keys:
        entries = entries[key]
    entries.pop()
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper), encoding="utf-8")
    assert any(said in problem for problem in found())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("tool: silence", "tool: chat", "0 interactions with tool: silence. Fix: have 3."),
        ("factor: R", "factor: C", "0 interactions with factor: R. Fix: have 3."),
    ],
)
def test_check_finds_what_a_meeting_could_not_vary(
    prompts: Path, found: Found, old: str, new: str, said: str
) -> None:
    path = prompts / "en" / "meetings.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert any(said in problem for problem in found())


def test_coverage_counts_entries_messages_and_wordings(prompts: Path) -> None:
    (line,) = check(prompts).coverage
    assert line.startswith("en: ")
    assert "wordings" in line
