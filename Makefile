# `make help` lists what there is to do. Each target prepares `.venv` first, from the locked versions, and only when they changed.

PYTHON ?= python3
BIN := .venv/bin

CODE := pyproject.toml $(shell find extract -name '*.py' -o -name '*.tsv')
ARTICLES := $(shell find corpus/articles -type f)
TABLES := output/facts.csv output/facts.jsonl output/facts.parquet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help facts test check score bench example format lint types lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

facts: $(TABLES) ## read the articles in corpus/, fill the tables in output/, show rows
	@$(BIN)/python -c 'import pandas as pd; \
	facts = pd.read_parquet("output/facts.parquet"); \
	rows = facts.dropna(subset=["actor", "programme", "date"]).head(15); \
	shown = rows[["doc_id", "actor", "quantity_text", "recipient", "programme", "date", "status"]]; \
	print(shown.to_string(index=False, na_rep="–")); \
	print(f"\n{len(shown)} of {len(facts)} rows; all of them, as CSV, JSON lines and Parquet:")'
	@ls $(TABLES)

output/facts.parquet: .venv/runtime $(CODE) $(ARTICLES)
	$(BIN)/newsfacts extract corpus/articles -o $@

define REWRITE
import sys, pathlib, pyarrow.parquet
from extract.tables import columns, files
with files.table_file(pathlib.Path(sys.argv[2]), columns.FACTS) as write:
    write(pyarrow.parquet.read_table(sys.argv[1]).to_pylist())
endef
export REWRITE

output/facts.csv output/facts.jsonl: output/facts.parquet
	@$(BIN)/python -c "$$REWRITE" $< $@

test: .venv/dev ## run the tests
	$(BIN)/pytest

check: lint types ## lint, types, and the example tables as they are committed
	$(MAKE) example
	git diff --exit-code -- output/example

score: .venv/runtime ## score the articles of corpus/ against their gold; fails below the floors
	$(BIN)/newsfacts score corpus

SOURCE ?= corpus/articles
REPEAT ?= 10
bench: .venv/runtime ## time reading beside its peers: make bench SOURCE=news.jsonl REPEAT=1
	$(BIN)/newsfacts bench $(SOURCE) --repeat $(REPEAT) -o output/bench.json

example: .venv/runtime ## rebuild output/example
	$(BIN)/newsfacts extract corpus/articles -o output/example/facts.csv
	COLUMNS=120 LINES=40 $(BIN)/newsfacts show corpus/articles/lithuania-danish-model.txt --svg output/example/show.svg > /dev/null

format: .venv/dev ## format the code
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

lint: .venv/dev ## find faults in the code's form
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev ## check the types
	$(BIN)/mypy

LOCK := uv pip compile --quiet --upgrade pyproject.toml --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --only-binary :all: --emit-build-options --custom-compile-command 'make lock' --group build

lock: .venv/dev ## lock the newest versions that pyproject.toml allows
	$(BIN)/$(LOCK) --output-file requirements.lock
	$(BIN)/$(LOCK) --extra train --extra warc --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove .venv, caches and all that output/ was filled with
	rm -rf .venv build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis $(TABLES)
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newsfacts needs Python 3.11 or newer; \
	name one: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv .venv

.venv/runtime: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.lock .venv/runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
