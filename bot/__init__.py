"""Trustcheck: a Slack bot for the relationship habits of virtual teams."""
