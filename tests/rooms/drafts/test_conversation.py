"""`draft` and `thank`, as people live them."""

from tests.talk import Talk

HOSTILE = "You & I <b> <!channel> never talk"


async def test_draft_shows_the_message_back_with_the_test(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck draft", channel="C0PROJ")
    assert "nothing is stored" in ann.reads_modal()
    await ann.submits({"drafts.mirror.write": HOSTILE})
    shown = ann.reads_modal()
    assert HOSTILE in shown
    assert "Who gains if you send this" in shown
    assert "I feel left out" in shown


async def test_draft_typed_behind_the_word_is_shown_as_typed(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck draft Tell @ben & #proj: 1 < 2", channel="C0PROJ")
    assert "Tell @ben & #proj: 1 < 2" in ann.reads_modal()


async def test_draft_can_be_changed_and_read_again(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck draft You never listen", channel="C0PROJ")
    await ann.submits({"drafts.mirror.write": "I feel unheard"})
    assert "I feel unheard" in ann.reads_modal()


async def test_thank_has_words_for_the_occasion_to_edit(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck thank @ben", channel="C0PROJ")
    assert "Ben, thank you for [what you did]" in ann.reads_modal()
    await ann.fills({"drafts.thanks.name": "Benny"})
    await ann.chooses("drafts.thanks.choose", "For something few people saw")
    assert "Benny, I don't think many people saw" in ann.reads_modal()


async def test_thank_ends_with_text_to_copy_and_the_way_to_the_chat(talk: Talk) -> None:
    ann, ben = talk.person("ann"), talk.person("ben")
    await ann.types("/trustcheck thank @ben", channel="C0PROJ")
    await ann.submits({"drafts.thanks.write": "Ben, thank you for the map."})
    assert "Ben, thank you for the map." in ann.reads_modal()
    assert (await ann.clicks("Open the chat")).ok
    await talk.settle()
    assert ben.sees() == []


async def test_thank_works_with_nobody_named(talk: Talk) -> None:
    ann = talk.person("ann")
    await ann.types("/trustcheck thank", channel="C0PROJ")
    assert "[name], thank you" in ann.reads_modal()
    await ann.submits({"drafts.thanks.write": "Thank you."})
    assert "Open the chat" not in ann.reads_modal()
