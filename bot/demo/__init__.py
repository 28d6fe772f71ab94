"""The demo: a pretend Slack and the real bot together, for one person or none."""
