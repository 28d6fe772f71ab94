"""Each sort of block as lines of text: buttons as `[Did it]`, menus with what is chosen."""

from __future__ import annotations

from bot.sandbox.inputs import KINDS, initial_state, options
from bot.sandbox.mrkdwn import Names, rich_text, text_of
from bot.sandbox.records import Entered, Json
from bot.sandbox.typeset import beside, columns, wrap

FREE_TEXT = {
    "plain_text_input",
    "email_text_input",
    "url_text_input",
    "number_input",
    "rich_text_input",
}


def block_lines(block: Json, names: Names, entered: Entered, width: int) -> list[str]:
    """A block's lines, at most *width* columns each; *entered* is what people filled in."""
    state = entered.get(block.get("block_id", ""), {})
    kind = block["type"]
    if kind == "divider":
        return ["─" * width]
    if kind == "header":
        title = text_of(block["text"], names)
        return ["", *wrap(title, width=width), "─" * min(width, columns(title))]
    if kind == "section":
        return _section(block, names, state, width)
    if kind in {"actions", "context_actions"}:
        drawn = [_element(each, names, state) for each in block["elements"]]
        return wrap("  ".join(drawn), width=width)
    if kind == "context":
        parts = [text_of(e, names) if "text" in e else _image(e) for e in block["elements"]]
        return wrap(" · ".join(parts), width=width)
    if kind == "input":
        return _input(block, names, state, width)
    return wrap(_other(block, names), width=width)


def _section(block: Json, names: Names, state: dict[str, Json], width: int) -> list[str]:
    lines = wrap(text_of(block["text"], names), width=width) if "text" in block else []
    for field in block.get("fields", ()):
        lines += wrap(text_of(field, names), indent="  ", width=width)
    if "accessory" not in block:
        return lines
    accessory = _element(block["accessory"], names, state)
    if len(lines) == 1:
        return beside(lines[0], accessory, width=width)
    return [*lines, *wrap(accessory, width=width)]


def _input(block: Json, names: Names, state: dict[str, Json], width: int) -> list[str]:
    label = text_of(block["label"], names) + (
        f" ({names.client('optional')})" if block.get("optional") else ""
    )
    lines = wrap(label, width=width)
    lines += wrap(_element(block["element"], names, state), indent="  ", width=width)
    if "hint" in block:
        lines += wrap(text_of(block["hint"], names), indent="  ", width=width)
    return lines


def _element(element: Json, names: Names, state: dict[str, Json]) -> str:
    kind = element["type"]
    if kind in {"button", "workflow_button"}:
        return f"[{text_of(element['text'], names)}]"
    if kind == "overflow":
        return "[⋯ " + " | ".join(text_of(o["text"], names) for o in options(element)) + "]"
    if kind == "image":
        return _image(element)
    if kind not in KINDS:
        return f"[{kind}]"
    chosen = (state.get(element["action_id"]) or initial_state(element))[KINDS[kind].key]
    if kind in {"radio_buttons", "checkboxes"}:
        return _marked(element, names, chosen)
    entered, example = _value(chosen, names), text_of(element.get("placeholder"), names)
    if kind in FREE_TEXT:  # what Slack shows in grey
        return f"▏{entered}" if entered or not example else f"▏({example})"
    return f"[{entered or example or '…'} ▾]"


def _marked(element: Json, names: Names, chosen: Json | list[Json] | None) -> str:
    several = chosen if isinstance(chosen, list) else [chosen] if chosen else []
    values = {each["value"] for each in several}
    on, off = ("(•)", "( )") if element["type"] == "radio_buttons" else ("[x]", "[ ]")
    rows = [
        f"{on if each['value'] in values else off} {text_of(each['text'], names)}"
        for each in options(element)
    ]
    separator = "   " if all(columns(row) < 16 for row in rows) else "\n"
    return separator.join(rows)


def _value(chosen: object, names: Names) -> str:
    if isinstance(chosen, list):
        return ", ".join(_value(each, names) for each in chosen)
    if isinstance(chosen, dict):
        return text_of(chosen["text"], names) if "text" in chosen else rich_text(chosen, names)
    known = names.member(str(chosen))
    if known == chosen:
        known = names.channel(str(chosen))
    return known if chosen is not None else ""


def _image(element: Json) -> str:
    return f"[image: {element.get('alt_text', '')}]"


def _other(block: Json, names: Names) -> str:
    kind = block["type"]
    if kind == "rich_text":
        return rich_text(block, names)
    if kind == "markdown":
        return str(block["text"])
    if kind == "image":
        return _image(block)
    if kind == "data_visualization":
        return _chart(block)
    if kind == "table":
        return "\n".join(" | ".join(_cell(cell, names) for cell in row) for row in block["rows"])
    return f"[{kind}]"


def _cell(cell: Json, names: Names) -> str:
    return str(cell["text"]) if cell["type"] == "raw_text" else rich_text(cell, names)


def _chart(block: Json) -> str:
    chart = block["chart"]
    rows = [
        f"{series['name']}: " + ", ".join(f"{d['label']} {d['value']}" for d in series["data"])
        for series in chart.get("series", ())
    ]
    rows += [f"{each['label']}: {each['value']}" for each in chart.get("segments", ())]
    return "\n".join([f"[{chart['type']} chart: {block['title']}]", *rows])
