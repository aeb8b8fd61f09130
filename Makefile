# The commands of this project. `make` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
HOST ?= 127.0.0.1
export NORTHLINE_HOME ?= $(CURDIR)/var

PY := .venv/bin/python
STAMPS := .cache
WEB_SOURCES := $(shell find web/src web/public web/*.json web/*.ts web/*.html web/*.cjs -type f 2>/dev/null)

.PHONY: help run dev test check fix bench docs setup clean system

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

run: setup ## Set up everything and serve a ready demo workspace (PORT, NORTHLINE_HOME)
	@exec .venv/bin/northline demo --host $(HOST) --port $(PORT)

dev: setup ## The same, reloading server and client as you edit (client on port 5173)
	@scripts/dev $(HOST) $(PORT)

test: setup $(STAMPS)/system ## Everything: types, lint, contracts, unit, server (SQLite and PostgreSQL), journeys
	@scripts/test

check: setup ## The fast gate: types, lint, contracts, unit tests (under 60 s)
	@scripts/check

fix: setup ## Format and mend what can be mended by machine
	@.venv/bin/ruff check --fix src tests bench; .venv/bin/ruff format src tests bench; cd web && npx biome check --write .

bench: setup $(STAMPS)/peers ## Every published figure, measured here beside its peers
	@scripts/bench

docs: setup ## Regenerate docs/openapi.json and the client's types from the server
	@$(PY) scripts/openapi.py docs/openapi.json
	@cd web && npm run --silent schema

setup: ## Environment and client build, side by side, when something changed
	@! test -L .venv || { echo "This folder's .venv is a link to another folder's environment, and setting up here would change that one. Remove the link (rm .venv) and run make again: then this folder gets an environment of its own." >&2; exit 1; }
	@$(MAKE) --no-print-directory -j 2 $(STAMPS)/kernels $(STAMPS)/client

clean: ## Remove what the commands made, the data folder excepted
	rm -rf .venv $(STAMPS) web/node_modules src/northline/static/web

$(STAMPS)/python: requirements/dev.txt pyproject.toml
	@mkdir -p $(STAMPS)
	@test -x $(PY) || "$$(scripts/fastest-python)" -m venv .venv
	@echo "Installing Python packages"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(STAMPS)/kernels: $(STAMPS)/python $(shell find src/northline/engine -name '*.py' 2>/dev/null)
	@echo "Compiling kernels"
	@$(PY) -m northline.engine.warm
	@touch $@

$(STAMPS)/node: web/package-lock.json
	@mkdir -p $(STAMPS)
	@echo "Installing web packages"
	@# Not `npm ci`: it insists on the packages of platforms that this registry may not hold. The lock's hashes hold.
	@cd web && npm install --no-save --silent --no-audit --no-fund
	@touch $@

$(STAMPS)/client: $(STAMPS)/node $(STAMPS)/python $(WEB_SOURCES)
	@echo "Building the web client"
	@cd web && npx vite build --logLevel warn
	@$(PY) -m whitenoise.compress --quiet --no-brotli src/northline/static/web
	@touch $@

$(STAMPS)/system: scripts/system-packages
	@mkdir -p $(STAMPS)
	@scripts/system-packages
	@touch $@

$(STAMPS)/peers: requirements/bench.txt
	@mkdir -p $(STAMPS)
	@echo "Installing what the benchmarks compare with"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@scripts/system-packages --peers
	@touch $@
