"""The clock's errands in Slack: work that calls it step by step, and posts nothing that is owed."""
