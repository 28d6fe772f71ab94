"""The only way by which the clock reaches Slack: a ledger of messages, each sent once."""
