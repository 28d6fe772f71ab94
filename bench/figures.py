"""Figures: medians, how they are printed, and where they were measured."""

import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from statistics import median


def say_figure(name: str, value: float, goal: str = "-") -> None:
    """Print one figure; *goal* is `>=X`, `<=X`, `=X` or `-` for none."""
    print(f"figure {name} {value:.4g} {goal}", flush=True)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of the rounds' own ratios: what a neighbour takes, both lose."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def say_machine() -> None:
    """Print what the figures depend on, the load of neighbours included."""
    cores, load = os.cpu_count(), os.getloadavg()[0]
    print(
        f"# {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {platform.machine()}, {cores} cores, "
        f"load {load:.1f} before, Python {platform.python_version()}, {sys.platform}",
        flush=True,
    )
