"""A small, strict, local Slack on one loopback port, for tests, benchmarks and the demo."""
