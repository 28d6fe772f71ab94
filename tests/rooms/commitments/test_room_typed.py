"""Slack's escapes taken away, and links to messages made."""

import pytest

from bot.rooms.commitments.typed import as_typed, guarded, message_link


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("tell <@U1|ana> and <@U2>", "tell @ana and @U2"),
        ("in <#C1|proj>, <!here>, <!subteam^S1|@design>", "in #proj, @here, @design"),
        ("see <https://x.example/a?b=1&amp;c|the page>", "see https://x.example/a?b=1&c"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_text_reads_as_its_author_saw_it_when_escapes_are_gone(sent: str, typed: str) -> None:
    assert as_typed(sent) == typed
    assert as_typed(guarded(sent)) == typed


def test_link_leads_to_the_message_and_its_thread() -> None:
    assert message_link("acme", "C1", "1700000000.000100") == (
        "https://acme.slack.com/archives/C1/p1700000000000100"
    )
    assert message_link("acme", "C1", "2.5", "1.5") == (
        "https://acme.slack.com/archives/C1/p25?thread_ts=1.5&cid=C1"
    )


def test_link_is_none_where_the_domain_is_unknown() -> None:
    assert message_link("", "C1", "1.5") is None
