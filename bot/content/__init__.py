"""Everything the bot teaches and says, read from `prompts/` once, at the start."""

from bot.content.catalogue import Catalogue
from bot.content.load import PROMPTS, Content
from bot.content.problems import ContentError, Problem
from bot.content.schema import (
    Collection,
    Drafts,
    Explainer,
    Factor,
    FactorStatement,
    Guide,
    Interaction,
    Kickoff,
    Leader,
    Meetings,
    Practice,
    Pulse,
    Reflection,
    Side,
    Statement,
    Statements,
    Tool,
    Wording,
)
from bot.content.words import Words

__all__ = [
    "PROMPTS",
    "Catalogue",
    "Collection",
    "Content",
    "ContentError",
    "Drafts",
    "Explainer",
    "Factor",
    "FactorStatement",
    "Guide",
    "Interaction",
    "Kickoff",
    "Leader",
    "Meetings",
    "Practice",
    "Problem",
    "Pulse",
    "Reflection",
    "Side",
    "Statement",
    "Statements",
    "Tool",
    "Wording",
    "Words",
]
