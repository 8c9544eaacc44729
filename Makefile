# `make` alone lists the targets. Each sets up what it needs; `make setup` is quick when there is nothing to do.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q install
COMPILE := build/upgrade/bin/uv pip compile -q --upgrade --generate-hashes --no-emit-index-url --universal \
	--python-version 3.11 --no-header
# Models and migrations are compared without a database; Django only warns that it could not look at one.
NO_DATABASE := DATABASE_URL=postgresql://kith_app@/none
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup test check fix demo bench kills outbox drills walls docs mutants upgrade

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' Makefile

setup: .venv/.npm .venv/.kith  ## make .venv and the built assets
	@$(BIN)/python scripts/build_assets.py

demo: setup  ## serve a made-up borough on http://localhost:8000
	@$(BIN)/kith demo

test: setup  ## the everyday tests, minutes (in CI all of them); journeys where Chromium is or may be installed
	@scripts/run-tests $(ARGS)

check: setup  ## lint, types, contracts, migrations, templates, every path of the dilemmas, known dangers of what is locked
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/mypy src
	$(NO_DATABASE) $(BIN)/python -W ignore::RuntimeWarning -m kith.cli manage makemigrations --check --dry-run
	$(BIN)/djlint --lint --quiet src
	$(BIN)/kith learning check
	$(BIN)/python scripts/audit.py

fix: setup  ## mend what lint and format can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

walls: setup  ## who may see what, every page for every person; and 500 faults while people work (half an hour)
	KITH_WALLS=all $(BIN)/python -m pytest -n 2 tests/walls src/kith/core/tests/test_tampering.py $(ARGS)
	$(BIN)/python -m tests.walls.faults --faults 500

kills: setup  ## fifty kill -9 of reading and fifty of sending: nothing lost or doubled (minutes)
	KITH_KILLS=50 $(BIN)/python -m pytest -n 0 --timeout 900 src/kith/exhibits/tests/test_killing.py \
		src/kith/correspondence/tests/test_kills.py $(ARGS)

outbox: setup  ## 20,000 messages sent while workers and services are killed 300 times: none lost or doubled (an hour)
	KITH_MESSAGES=20000 KITH_OUTBOX_KILLS=300 $(BIN)/python -m pytest -n 0 --timeout 14400 \
		src/kith/correspondence/tests/test_outbox.py $(ARGS)

drills: setup  ## every other test: all journeys, backups, keys, faults, attacks on every page (a quarter of an hour)
	@scripts/run-tests -m drill $(ARGS)

bench: setup  ## every performance figure beside its peers; writes bench/RESULTS.md
	$(BIN)/python -m bench $(ARGS)

docs: setup  ## hold the documents to the code: commands, settings, formats and addresses they name
	$(BIN)/python -m pytest tests/house -k docs $(ARGS)

mutants: setup  ## change rules and engines a little and see whether a test notices (long)
	$(PIP) --require-hashes -r requirements/mutants.txt
	$(BIN)/mutmut run $(ARGS)

upgrade:  ## write the newest versions into the locks
	$(PYTHON) -m venv build/upgrade && build/upgrade/bin/pip -q install uv
	$(COMPILE) pyproject.toml --group build --group dev -o requirements/lock.txt
	$(COMPILE) requirements/node.in -o requirements/node.txt
	$(COMPILE) requirements/mutants.in -c requirements/lock.txt -o requirements/mutants.txt
	$(COMPILE) requirements/bench.in -o requirements/bench.txt

.venv/.locked: requirements/lock.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kith needs Python 3.11 or newer: make PYTHON=python3.11")'
	@echo "setup: the packages of requirements/lock.txt, into .venv"
	@$(PYTHON) -m venv .venv
	@$(PIP) --require-hashes -r requirements/lock.txt
	@touch $@

.venv/.kith: .venv/.locked pyproject.toml
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.npm: .venv/.locked requirements/node.txt
	@{ command -v node && command -v npm; } >/dev/null || $(PIP) --require-hashes -r requirements/node.txt
	@touch $@
