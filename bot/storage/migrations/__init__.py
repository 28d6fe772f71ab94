"""Alembic's scripts: one revision an idea, forward only in production."""
