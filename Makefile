# The commands of this repository. Each prepares .venv first and returns at once when there is nothing to prepare.
python := .venv/bin/python
ours := main.py ui data coach scripts_library tests .ci

.PHONY: run tour test lint format bench faults lock ready ready-dev
.NOTPARALLEL:

run: ready
	@$(python) main.py

tour: ready
	@$(python) main.py tour

test: ready-dev
	@QT_QPA_PLATFORM=offscreen $(python) -m pytest

lint: ready-dev
	@$(python) -m ruff check $(ours)
	@$(python) -m ruff format --check $(ours)
	@$(python) -m mypy $(ours)
	@.venv/bin/lint-imports

format: ready-dev
	@$(python) -m ruff check --fix $(ours)
	@$(python) -m ruff format $(ours)

# What needs Node is left out where there is none; pytest's summary says so.
bench: ready-dev
	@QT_QPA_PLATFORM=offscreen $(python) -m pytest tests/benchmarks

# What needs root, strace or a tmpfs is left out where these are absent; pytest's summary says so.
faults: ready-dev
	@QT_QPA_PLATFORM=offscreen $(python) -m pytest tests/faults

# After a change of the dependencies in pyproject.toml. Needs uv; keeps every version that still fits.
compile := uv pip compile --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --custom-compile-command "make lock" pyproject.toml
lock:
	@$(compile) --output-file requirements.lock
	@$(compile) --group dev --constraints requirements.lock --output-file requirements-dev.lock

ready:
	@sh .ci/set_up.sh requirements.lock

ready-dev:
	@sh .ci/set_up.sh requirements-dev.lock
