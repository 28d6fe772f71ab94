"""What a host looks at: health, readiness, metrics."""
