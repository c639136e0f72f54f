# Every target works first on a fresh machine that has Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo run check sandbox test lint bench format docs lock clean

# PROFILE=izhevsk and the like choose the municipality, PORT=8082 the port, RESET=1 begins afresh.
demo: $(VENV)/.run
	@$(BIN)/python -m bot demo --port $(or $(PORT),8081) $(if $(filter 1 yes true,$(RESET)),--reset)

run: $(VENV)/.run
	$(BIN)/python -m bot run

check: $(VENV)/.run
	$(BIN)/python -m bot check

# PORT=8082 chooses the port here too.
sandbox: $(VENV)/.run
	$(BIN)/python -m sandbox --port $(or $(PORT),8081)

# Three files of tests at a time, also on two cores: many wait for a process of the bot.
test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

# docs/permissions.md, from what the code declares.
docs: $(VENV)/.run
	$(BIN)/python -m bot.permission_table > docs/permissions.md

# Needs uv; writes hashes only, no index addresses.
lock:
	uv pip compile -q --generate-hashes --universal --no-header --no-emit-index-url --python-version 3.11 pyproject.toml -o requirements.lock
	uv pip compile -q --generate-hashes --universal --no-header --no-emit-index-url --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.lock

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(VENV)/.dev: requirements-dev.lock | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
