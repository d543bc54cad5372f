# One command each: setup, demo, test, bench. Everything lives in .venv.
PYTHON ?= python3
BIN := .venv/bin
AS_OF := 2026-11-23

.PHONY: setup demo test bench docs clean

setup: .venv/.ready

.venv/.ready: pyproject.toml scripts/get_opa.py
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	$(BIN)/python scripts/get_opa.py --into $(BIN)
	@touch $@

demo: setup
	@bash scripts/demo.sh $(BIN) $(AS_OF)

test: setup
	@bash scripts/test.sh $(BIN)

bench: setup
	@$(BIN)/python -m bench

docs: setup
	@$(BIN)/python scripts/make_docs.py && $(BIN)/python -m scripts.notation_docs

clean:
	rm -rf .venv build dist
