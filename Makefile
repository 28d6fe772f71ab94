# Everything a developer or a host types. Needs Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
BENCH := $(VENV)/bench
BENCH_STAMP := $(BENCH)/.installed
ARGS ?=
# Tests at once. Those that start processes of their own run after the others, and those that ask
# whether an answer is in time run last, with nothing beside them but their like.
WORKERS ?= 2
# Compiled once, also where Python was told to keep nothing compiled: the tests start the bot often.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest
# pytest's exit code where ARGS choose none of a kind.
NONE_CHOSEN := 5

.DEFAULT_GOAL := help
.PHONY: help install demo run test check format lock clean bench-install bench-delivery bench-due bench-limits bench-pulse

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

install: $(STAMP)  ## the environment in .venv, from the locks

$(STAMP): requirements.lock requirements-dev.lock
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(STAMP)  ## a pretend Slack and the bot together; ARGS=--tour shows it all without you
	@$(BIN)/python -m bot demo $(ARGS)

run: $(STAMP)  ## the bot against real Slack, settings from .env
	@$(BIN)/python -m bot run $(ARGS)

test: $(STAMP)  ## every test, PostgreSQL included
	$(PYTEST) -n $(WORKERS) --dist worksteal -m "not (processes or timely)" $(ARGS) || test $$? -eq $(NONE_CHOSEN)
	$(PYTEST) -n $(WORKERS) --dist worksteal -m processes $(ARGS) || test $$? -eq $(NONE_CHOSEN)
	$(PYTEST) -n $(WORKERS) -m timely $(ARGS) || test $$? -eq $(NONE_CHOSEN)

check: $(STAMP)  ## format, lint, types, import contracts, house tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -q tests/house

format: $(STAMP)  ## put the code into the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(STAMP)  ## compile the locks anew from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet -o requirements-dev.lock
	$(BIN)/uv pip compile pyproject.toml --group bench --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet -o requirements-bench.lock

bench-install: $(BENCH_STAMP)  ## the peers that the benchmarks compare with, in .venv/bench

$(BENCH_STAMP): requirements-bench.lock
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

bench-delivery: $(BENCH_STAMP)  ## messages a second beside the peers; ARGS=--quick
	@$(BENCH)/bin/python -m bench.delivery $(ARGS)

bench-due: $(BENCH_STAMP)  ## one sweep over up to a million members; ARGS=--quick
	@$(BENCH)/bin/python -m bench.due $(ARGS)

bench-limits: $(BENCH_STAMP)  ## how much of Slack's limits is used; ARGS=--quick
	@$(BENCH)/bin/python -m bench.limits $(ARGS)

bench-pulse: $(BENCH_STAMP)  ## ten thousand answers to one poll, counted and published; ARGS="--rounds 3"
	@$(BENCH)/bin/python -m bench.pulse $(ARGS)

clean:  ## remove the environment
	rm -rf $(VENV)
