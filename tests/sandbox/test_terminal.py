"""Messages, modals and Homes as they read in a terminal."""

from datetime import UTC, datetime
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.drawn_blocks import block_lines
from bot.sandbox.mrkdwn import Names, readable
from bot.sandbox.server import Sandbox
from bot.sandbox.typeset import WIDTH, columns, wrap
from bot.sandbox.world import App, Team
from tests.sandbox.pieces import RICH_TEXT, actions, asks, button, chart, option, plain, section

DAYS = [{"text": plain(day), "value": day} for day in ("Mon", "Tue")]


@pytest.fixture
def names(team: Team) -> Names:
    return Names(team)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("*Hello* <@U0ANN>, see <#C0PROJ>", "Hello @Ann Archer, see #proj"),
        ("<#C9|old> <@U9> <!here>", "#old @U9 @here"),
        ("<https://x.example|the page> or <https://y.example>", "the page or https://y.example"),
        ("1 &lt; 2 &amp;&amp; _so_ on", "1 < 2 && so on"),
        ("2 * 3 * 4, snake_case_name", "2 * 3 * 4, snake_case_name"),
        ("<!date^1^{date}|Friday>", "Friday"),
    ],
)
def test_mrkdwn_reads_as_people_see_it(names: Names, text: str, read: str) -> None:
    assert readable(text, names) == read


@pytest.mark.parametrize("text", ["word " * 60, "信任来自小事，" * 30, "x" * 60 + " " + "y" * 60])
def test_lines_fit_the_width(text: str) -> None:
    lines = wrap(text, indent="  ")
    assert all(columns(line) <= WIDTH for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_line_never_begins_with_a_closing_mark() -> None:
    assert not any(line.startswith("，") for line in wrap("信任来自小事，" * 30))


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (actions(button(text=plain("Did it")), button(text=plain("No"))), ["[Did it]  [No]"]),
        (section(accessory=button(text=plain("Go"))), ["Words  [Go]"]),
        (section(fields=[plain("One"), plain("Two")]), ["Words", "  One", "  Two"]),
        (
            actions(
                {
                    "type": "static_select",
                    "action_id": "a",
                    "placeholder": plain("Choose"),
                    "options": DAYS,
                },
                {"type": "overflow", "action_id": "b", "options": DAYS},
                {"type": "users_select", "action_id": "c", "initial_user": "U0ANN"},
            ),
            ["[Choose ▾]  [⋯ Mon | Tue]  [Ann Archer ▾]"],
        ),
        (
            asks(
                {
                    "type": "radio_buttons",
                    "action_id": "a",
                    "options": DAYS,
                    "initial_option": DAYS[1],
                },
                label=plain("Day"),
                optional=True,
                hint=plain("Any"),
            ),
            ["Day (optional)", "  ( ) Mon   (•) Tue", "  Any"],
        ),
        (
            {"type": "context", "elements": [plain("a"), {"type": "image", "alt_text": "a cat"}]},
            ["a · [image: a cat]"],
        ),
        ({"type": "header", "text": plain("Title")}, ["", "Title", "─────"]),
        ({"type": "markdown", "text": "as is"}, ["as is"]),
        (
            {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}] * 2]},
            ["a | a"],
        ),
        (chart(), ["[bar chart: Trust]", "You: 0 -1.5, 1 -1.5"]),
        ({"type": "video"}, ["[video]"]),
    ],
)
def test_a_block_reads_well(names: Names, block: dict[str, Any], lines: list[str]) -> None:
    assert block_lines(block, names, {}, WIDTH) == lines


def test_rich_text_keeps_its_words(names: Names) -> None:
    drawn = "\n".join(block_lines(RICH_TEXT, names, {}, WIDTH))
    assert "• Words" in drawn


async def test_a_conversation_reads_in_the_readers_zone(
    client: AsyncWebClient, sandbox: Sandbox
) -> None:
    sandbox.world.move_clock(datetime(2026, 11, 23, 4, 0, tzinfo=UTC))
    sent = await client.chat_postMessage(channel="U0ANN", text="Good morning")
    await client.chat_postMessage(channel="U0ANN", text="Psst", thread_ts=sent["ts"])
    await client.chat_update(channel=sent["channel"], ts=sent["ts"], text="Good *morning*")
    assert sandbox.person("U0ANN").reads() == (
        "Trustcheck · Mon 09:30 (edited)\n    Good morning\n\n"
        "    Trustcheck · Mon 09:30\n        Psst"
    )


async def test_a_modal_and_home_read_in_a_frame(
    client: AsyncWebClient, sandbox: Sandbox, app: App
) -> None:
    ann = sandbox.person("U0ANN")
    assert (ann.reads_modal(), ann.reads_home()) == ("", "")
    typed = {"type": "plain_text_input", "action_id": "a", "placeholder": plain("Say it")}
    words = asks(typed, label=plain("What"))
    boxes = asks(
        {"type": "checkboxes", "action_id": "c", "options": [option("a"), option("b")]},
        label=plain("Which"),
    )
    view = {
        "type": "modal",
        "title": plain("Check"),
        "submit": plain("Send"),
        "close": plain("No"),
        "blocks": [words, boxes],
    }
    await client.views_open(trigger_id=sandbox.world.triggers.give(app, "U0ANN"), view=view)
    assert "│   ▏(Say it)" in ann.reads_modal()  # an example looks like none of theirs
    await ann.fills({"What": "Fine", "c": ["a"]})
    assert ann.reads_modal().splitlines()[1:] == [
        "│ What",
        "│   ▏Fine",
        "│ Which",
        "│   [x] Words   [ ] Words",
        "└─ [No]  [Send]",
    ]
    blocks = [{"type": "section", "text": plain("Hi")}]
    await client.views_publish(user_id="U0ANN", view={"type": "home", "blocks": blocks})
    assert "│ Hi" in ann.reads_home()
