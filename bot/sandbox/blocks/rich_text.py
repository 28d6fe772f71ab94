"""Rich text: sections, lists, quotes and preformatted text, and what stands in them.

Source: docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from bot.sandbox.blocks.schema import (
    Check,
    Fields,
    array,
    boolean,
    by_type,
    one_of,
    pattern,
    record,
    text,
    typed,
    whole,
)

_text_style = record({}, dict.fromkeys(("bold", "italic", "strike", "underline", "code"), boolean))
_mention_style = record(
    {},
    dict.fromkeys(
        ("bold", "italic", "strike", "underline", "highlight", "client_highlight", "unlink"),
        boolean,
    ),
)
_text = typed({"text": text()}, {"style": _text_style})
_link = typed({"url": text()}, {"text": text(), "unsafe": boolean, "style": _text_style})


def _mention(key: str) -> Check:
    return typed({key: text()}, {"style": _mention_style})


_INLINE: Fields = {
    "text": _text,
    "link": _link,
    "user": _mention("user_id"),
    "usergroup": _mention("usergroup_id"),
    "channel": _mention("channel_id"),
    "team": _mention("team_id"),
    "broadcast": typed({"range": one_of("here", "channel", "everyone")}, {"style": _mention_style}),
    "color": typed({"value": pattern("#[0-9a-fA-F]{6}", "#RRGGBB")}),
    "emoji": typed({"name": text()}, {"unicode": text(), "url": text(), "style": _text_style}),
    "date": typed(
        {"timestamp": whole(0), "format": text()},
        {"url": text(), "fallback": text(), "style": _text_style},
    ),
}

_border = whole(0, 1)
_inline = array(by_type(_INLINE), least=0)
_section = typed({"elements": _inline})

_ELEMENTS: Fields = {
    "rich_text_section": _section,
    "rich_text_list": typed(
        {
            "elements": array(by_type({"rich_text_section": _section})),
            "style": one_of("bullet", "ordered"),
        },
        {"indent": whole(0, 8), "offset": whole(0), "border": _border},
    ),
    "rich_text_quote": typed({"elements": _inline}, {"border": _border}),
    "rich_text_preformatted": typed(
        {"elements": array(by_type({"text": _text, "link": _link}), least=0)},
        {"border": _border, "language": text()},
    ),
}

RICH_TEXT: Fields = {"elements": array(by_type(_ELEMENTS))}

rich_text = by_type({"rich_text": typed(RICH_TEXT, {"block_id": text(255)})})
