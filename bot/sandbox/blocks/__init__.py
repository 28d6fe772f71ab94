"""Slack's rules for Block Kit, as the sandbox holds everyone to them: pure, and on its own."""

from bot.sandbox.blocks.surface import check_blocks, check_view

__all__ = ["check_blocks", "check_view"]
