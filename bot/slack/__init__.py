"""The only package that knows how Slack is spoken to."""
