"""Ways to send the same messages, each run as a process: `python -m bench.senders.NAME`."""
