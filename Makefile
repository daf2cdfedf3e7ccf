# The door to the project. `make run` and `make test` need Python 3.11 or newer and nothing else.

PYTHON ?= python3
VENV ?= .venv
OUT ?= demo-out
BIN := $(VENV)/bin
# Tests of one file share what is slow to make, such as an engine, and stay together. What drives the whole program
# (tests/e2e) comes last, in processes that have not grown by all the others.
SPREAD := -n logical --dist loadfile
# What the installed environment follows from; sources are installed editable and need no new set-up.
INPUTS := pyproject.toml constraints.txt setup.py packaging/set_up.py

.PHONY: help run demo test check unit lint translations nightly bench bundle bundle-test wheel clean

help:
	@echo "make run      open the window (no screen: leave a demonstration in $(OUT))"
	@echo "make test     lint, types, import law and all tests, without a screen"
	@echo "make demo     train XOR in the real window and leave picture and weights in $(OUT)"
	@echo "make lint     format and lint the sources in place"
	@echo "make translations  gather the strings for Qt Linguist, and compile the translations"
	@echo "make nightly  the long forms of the tests"
	@echo "make bench    this engine against model.fit"
	@echo "make bundle   the program as one folder, in dist/nnviz, and packed"
	@echo "make bundle-test  the bundle in use: without an environment, moved, read-only"
	@echo "make wheel    the wheel, in dist"
	@echo "make clean    remove what was built, and $(VENV)"

$(VENV)/ready: $(INPUTS)
	$(PYTHON) packaging/set_up.py $(VENV)
	@touch $@

$(VENV)/ready-to-test: $(INPUTS)
	$(PYTHON) packaging/set_up.py $(VENV) test
	@touch $@ $(VENV)/ready

run: $(VENV)/ready
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/nnviz $(FILE); \
	else \
		echo "There is no screen here, so nnviz shows itself without one."; \
		$(BIN)/nnviz demo --out $(OUT) && echo "Look at $(abspath $(OUT))/window.png; the trained weights are beside it."; \
	fi

demo: $(VENV)/ready
	$(BIN)/nnviz demo --out $(OUT)

test: check unit

check: $(VENV)/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(VENV)/ready-to-test
	$(BIN)/python -m pytest -m "not nightly" $(SPREAD) --ignore tests/e2e
	$(BIN)/python -m pytest -m "not nightly" $(SPREAD) tests/e2e

lint: $(VENV)/ready-to-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: $(VENV)/ready
	$(BIN)/python packaging/translate.py

nightly: $(VENV)/ready-to-test
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest --timeout 3600 $(SPREAD) --ignore tests/e2e
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest --timeout 3600 tests/e2e

bench: $(VENV)/ready
	$(BIN)/nnviz bench $(CASE)

bundle:
	$(PYTHON) packaging/bundle.py

bundle-test: $(VENV)/ready-to-test
	$(BIN)/python -m pytest -v tests/packaging/test_bundle.py

wheel: $(VENV)/ready-to-test
	$(BIN)/python -m build --wheel

clean:
	rm -rf $(VENV) build dist demo-out *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
