# Each target sets up what it needs, then runs; the second time there is nothing to set up.
# PYTHON may name another Python 3.11 or newer; SITE_URL and REPOSITORY_URL are set when the site is published.
# SINCE is the git revision that `make changes` compares with: make changes SINCE=main
# SEED is the number that `make fuzz` begins with: make fuzz SEED=2
# ENGINE is what builds the pages, mkdocs or properdocs: make site ENGINE=properdocs
# PORT and HOST are where `make serve` answers: make serve PORT=8001; HOST=0.0.0.0 in a container
# LISTEN is where the nginx of `make deploy` answers: make deploy LISTEN=0.0.0.0:80

PYTHON ?= python3
SINCE ?= HEAD
SEED ?= 1
ENGINE ?= mkdocs
PORT ?= 8000
HOST := 127.0.0.1
VENV := .venv
BIN := $(VENV)/bin
# What each target needs is installed before it runs, and no more: the lock of the same name in locks/.
SITE := $(VENV)/site.lock
TESTS := $(VENV)/tests.lock
BENCH := $(VENV)/bench.lock
export NO_MKDOCS_2_WARNING := 1
typed = $(if $(findstring command line,$(origin $(1))),$(1)="$$$(1)") # NAME of the shell is not NAME="..." after make

.PHONY: help serve site check new rename-agency fmt fmt-check changes schema review test release vulnerabilities lock screenshot screenshots bench fuzz bench-pages bench-readers bench-serve deploy publish-dry-run clean

serve: $(SITE) ## serve the site on http://127.0.0.1:8000/; an edit, or its faults, show in the open page
	$(BIN)/python -m macros.live --host "$(HOST)" --port "$(PORT)"

site: $(SITE) ## build the site, audit it, and put it into site/; the last one stays until the new one is whole
	$(BIN)/python -m macros.publish.build --engine "$(ENGINE)"

help: ## print what each command does
	@sed -n 's/^\([a-z-]*\):[^#]*##/make \1\t/p' $(MAKEFILE_LIST) | expand --tabs=24

check: $(SITE) ## read and check the data, and the pages in docs/
	$(BIN)/python -m macros

release: $(TESTS) site ## pack the site, an edition that opens without a server, and what they are made with, into dist/release/
	$(BIN)/python -m macros.publish.release

vulnerabilities: $(TESTS) ## ask PyPI whether a fault of a dependency is known
	$(BIN)/python -m macros.publish.release.vulnerabilities

changes: $(SITE) ## tell what changed in the data since SINCE, and add it to data/changes.yml
	$(BIN)/python -m macros changes --since "$(SINCE)"

new: $(SITE) ## ask about a new record, and write it: make new KIND=activity
	$(BIN)/python -m macros new $(KIND)

rename-agency: $(SITE) ## give a body a new name from a day on: make rename-agency ID=moh NAME="..." FROM=2030-12-31 SOURCE=...
	$(BIN)/python -m macros rename-agency $(foreach word,ID NAME FROM SOURCE NOTE,$(call typed,$(word)))

fmt: $(SITE) ## put the files of data/ into the house style
	$(BIN)/python -m macros fmt

fmt-check: $(SITE) ## tell which files of data/ are not in the house style
	$(BIN)/python -m macros fmt --check

schema: $(SITE) ## write the schemas for editors into .vscode/schemas/: the keys of each data file, and the ids that it may name
	$(BIN)/python -m macros schema

review: $(SITE) ## tell in Markdown what changed since SINCE, for a pull request
	$(BIN)/python -m macros review --since "$(SINCE)"

test: $(TESTS) ## run every check and test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m macros
	$(BIN)/python -m macros fmt --check
	$(BIN)/python -m macros.publish.build
	$(BIN)/pytest

COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"
lock: $(TESTS) ## renew the locks from pyproject.toml: of everything, and of what makes the site alone
	$(COMPILE) --extra tests --extra bench --output-file locks/bench.txt pyproject.toml
	$(COMPILE) --extra tests --constraint locks/bench.txt --output-file locks/tests.txt pyproject.toml
	$(COMPILE) --constraint locks/bench.txt --output-file locks/site.txt pyproject.toml

screenshot: $(TESTS) site ## renew the picture in README.md
	$(BIN)/python -m tests.support.screenshot

screenshots: $(TESTS) site ## take pictures of eight key pages, light and dark, at five widths, into .cache/screenshots/
	$(BIN)/python -m tests.support.screenshot all

bench: $(BENCH) site ## measure builds, readers, editing and search, and hold them to their limits; the figures go into bench/results/
	$(BIN)/python -m bench

fuzz: $(TESTS) ## read 60,000 spoilt data files; what should not happen is saved in .cache/fuzz/
	$(BIN)/python -m bench.fuzz --seed "$(SEED)"

bench-pages: $(BENCH) site ## look at every page in every scheme, at every width, with all rules of axe
	$(BIN)/python -m bench.pages

bench-readers: $(BENCH) site ## measure what readers are sent, and what Lighthouse says of six pages
	$(BIN)/python -m bench.readers

bench-serve: $(BENCH) site ## measure how many readers nginx serves at once
	$(BIN)/python -m bench.serve

deploy: site ## put the site into dist/, with compressed copies, and the settings of nginx and Caddy for it
	$(BIN)/python -m macros.publish.deploy $(if $(LISTEN),--listen "$(LISTEN)")

publish-dry-run: site ## tell for each file of the site how it is to be served
	$(BIN)/python -m macros publish-dry-run

$(TESTS): $(SITE)
$(BENCH): $(TESTS)
$(VENV)/%.lock: locks/%.txt | $(VENV)/bin/python
	@echo "Installing what stands in $< ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement $<
	touch $@

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "This needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

clean: ## remove all that the other targets made
	rm -rf $(VENV) site dist .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
