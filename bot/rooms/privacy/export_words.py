"""An export's words around the data. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.content import Words

Tables = Mapping[str, Sequence[Mapping[str, Any]]]


def document(words: Words, tables: Tables) -> dict[str, Any]:
    """Return the export: what it is, then each table with what it is for."""
    return {
        "about": words("privacy-export-about"),
        "data": {
            name: {
                "what": words(f"privacy-table-{name.replace('_', '-')}"),
                "entries": list(rows),
            }
            for name, rows in tables.items()
        },
    }
