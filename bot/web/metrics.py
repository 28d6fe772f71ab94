"""The figures a host watches; none of them names a person or depends on what one answered."""

from prometheus_client import Counter, Gauge, Histogram

unknown_ids = Counter("trustcheck_unknown_ids", "Payloads no room answers to", ["surface"])
bugs = Counter("trustcheck_bugs", "Handlers that broke", ["surface"])
due = Gauge("trustcheck_deliveries_due", "Deliveries due and not yet sent")
sent = Counter("trustcheck_deliveries_sent", "Messages sent", ["kind"])
skipped = Counter("trustcheck_deliveries_skipped", "Messages not sent", ["kind", "reason"])
retried = Counter("trustcheck_deliveries_retried", "Sends put off", ["code"])
unknown = Counter("trustcheck_deliveries_unknown", "Sends whose outcome wasn't known", ["code"])
failed = Counter("trustcheck_deliveries_failed", "Messages given up", ["reason"])
refused = Counter("trustcheck_deliveries_refused", "Sends Slack refused", ["code"])
reconciled = Counter("trustcheck_deliveries_reconciled", "Unknown sends cleared up", ["outcome"])
paused = Gauge("trustcheck_workspaces_paused", "Workspaces Slack asked us to wait for")
waiting = Gauge(
    "trustcheck_delivery_waiting_seconds", "How long the oldest message nobody works on is due"
)
lag = Histogram(
    "trustcheck_delivery_lag_seconds",
    "From due to sent",
    buckets=(1, 5, 15, 30, 60, 120, 300, 900, 3600),
)
