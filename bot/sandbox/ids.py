"""Ids as Slack shapes them, made up from what they stand for, so that every run has the same."""

import base64
import hashlib


def made_up(prefix: str, *parts: str) -> str:
    """An id like `D7X2K9QWERT`: the same for the same *parts*, in every run."""
    digest = hashlib.sha256("/".join((prefix, *parts)).encode()).digest()
    return prefix + base64.b32encode(digest).decode()[:10]


def secret(*parts: str) -> str:
    """A longer, lower-case token for urls and triggers; deterministic as well."""
    return hashlib.sha256("/".join(parts).encode()).hexdigest()[:24]
