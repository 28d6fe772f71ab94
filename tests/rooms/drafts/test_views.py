"""What a draft looks like, however long and hostile."""

from syrupy.assertion import SnapshotAssertion

from bot.content import Content
from bot.rooms.drafts import views
from bot.rooms.drafts.rules import as_typed, first_name, people_in
from bot.sandbox.blocks import check_view
from bot.slack.ids import MemberId, WorkspaceId

TEAM, BEN = WorkspaceId("T1"), MemberId("U1")


def test_mirror_form_states_its_deal(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    assert views.mirror_form(content.words(locale)) == snapshot


def test_mirror_shows_the_message_and_what_to_ask(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    drafts = content.catalogue(locale).drafts
    assert views.mirror(content.words(locale), drafts, "<!channel> & you") == snapshot


def test_mirror_takes_the_longest_command(content: Content, locale: str) -> None:
    text = "<!channel> & <@U1> " * 600
    view = views.mirror(content.words(locale), content.catalogue(locale).drafts, text)
    assert check_view(view) == []


def test_thanks_form_fills_in_the_name(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    drafts, words = content.catalogue(locale).drafts, content.words(locale)
    view = views.thanks_form(words, drafts, drafts.thanks[0], name="Ben", to=BEN)
    assert check_view(view) == []
    assert view == snapshot


def test_finished_thanks_lead_to_the_chat(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    view = views.thanks_ready(content.words(locale), "Thank you, Ben.", TEAM, BEN)
    assert check_view(view) == []
    assert view == snapshot


def test_as_typed_undoes_slacks_escapes() -> None:
    sent = "a &amp; b &lt;c&gt; <@U1|ben> <#C1|proj> <!here> <!subteam^S1|@crew> <https://x.org>"
    assert as_typed(sent) == "a & b <c> @ben #proj @here @crew https://x.org"


def test_people_in_names_each_once() -> None:
    assert people_in("<@U1|ben> and <@U2> and <@U1|ben>") == [("U1", "ben"), ("U2", "")]


def test_first_name_is_the_beginning_of_the_handle() -> None:
    assert [first_name(one) for one in ("ana.lopez", "ben", "chen2")] == ["Ana", "Ben", "Chen"]


def test_thanks_fit_every_occasion_with_nobody_named(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    drafts, words = content.catalogue(locale).drafts, content.words(locale)
    shown = [views.thanks_form(words, drafts, one, name="", to=None) for one in drafts.thanks]
    assert [check_view(view) for view in shown] == [[]] * len(shown)
    assert [shown[0], shown[-1]] == snapshot


def test_finished_thanks_to_nobody_in_particular_lead_nowhere(
    content: Content, locale: str, snapshot: SnapshotAssertion
) -> None:
    view = views.thanks_ready(content.words(locale), "<!channel> thanks", TEAM, None)
    assert check_view(view) == []
    assert view == snapshot
