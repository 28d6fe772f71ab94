"""What the full check looks like: a page of four statements at a time. Pure."""

from typing import Any

from blockkit import Actions, Button, Context, Section

from bot.content import Statements, Words
from bot.rooms.trustcheck.full_check import Draft
from bot.rooms.trustcheck.rules import BAR_CELLS, pages
from bot.rooms.trustcheck.views import question, subject_field
from bot.slack.blocks import Block, label, modal, ours
from bot.slack.ids import encode

PAGE = "trustcheck.full.send"
BACK = "trustcheck.full.back"


def full_page(words: Words, statements: Statements, draft: Draft, page: int) -> Block:
    """Return page number *page* (0, 1, …), filled in with what was answered before."""
    all_pages = pages(statements.full)
    here = encode({"draft": draft.id, "page": page})
    parts: list[Any] = [Context([ours(_progress(words, page, len(all_pages)))])]
    if page == 0:
        parts.insert(0, Section(ours(words("trustcheck-full-deal"))))
    else:
        back = Button(text=label(words("trustcheck-back")), action_id=BACK, value=here)
        parts.append(Actions([back]))
    parts += [question(words, one.id, one, draft.chosen.get(one.id)) for one in all_pages[page]]
    if page == 0:
        parts.append(subject_field(words, draft.subject))
    is_last = page == len(all_pages) - 1
    return modal(
        PAGE,
        title=words("trustcheck-title"),
        parts=parts,
        submit=words("trustcheck-send" if is_last else "trustcheck-next"),
        close=words("trustcheck-later"),
        metadata=here,
    )


def _progress(words: Words, page: int, count: int) -> str:
    filled = round((page + 1) / count * BAR_CELLS)
    cells = "▰" * filled + "▱" * (BAR_CELLS - filled)
    return words("trustcheck-progress", page=page + 1, pages=count, bar=cells)
