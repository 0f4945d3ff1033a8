# Enlace from a clean clone: `make run` shows it, `make test` checks it. Both install what they lack.
# Needed beforehand: make and Python 3.11 or newer, on Debian 12, Ubuntu 22.04 or newer (or macOS 14).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test bench soak golden words migration pictures lock installer clean ready ready-dev

# The system's own python3 when it is new enough, as its venv package fits it; any newer one otherwise.
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VERSION := $(if $(PYTHON),$(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])'))
BIN := .venv/bin
OUT := out
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --dist worksteal

# Each stamp bears the content of what it installed: a changed lock or list is installed anew, and nothing else is.
# The environment's own bears the Python that made it: one of another Python, or of an older Makefile, is made anew.
stamp = .venv/.stamp-$(1)-$(VERSION)-$(shell cat $(2) | cksum | cut -d' ' -f1)
VENV_STAMP := .venv/.stamp-python-$(VERSION)
TOOL_STAMP := $(call stamp,tool,requirements-uv.lock)
LOCK_STAMP := $(call stamp,lock,requirements.lock)
DEV_STAMP := $(call stamp,dev,requirements.lock requirements-dev.lock)
SELF_STAMP := $(call stamp,self,requirements-uv.lock pyproject.toml)
SYSTEM_STAMP := $(call stamp,system,requirements.lock Makefile)

# What Qt's window, its offscreen twin and its fonts load from a Debian or Ubuntu system.
QT_PACKAGES := libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libwayland-client0 libwayland-cursor0 \
	libwayland-egl1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
	libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 \
	libxkbcommon0
QT_PLUGINS := libqoffscreen.so libqwayland.so libqxcb.so

# The part of Python that makes environments, which Debian packs apart. Where it lacks, the others are asked for with
# it, so that a person types one line and not two.
VENV_PACKAGE := python$(VERSION)-venv

# Installs Debian packages $(1) as root, or says the line to type and stops.
define apt_install
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing $(strip $(1))"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
	else \
		printf '\nThe system lacks libraries that Enlace needs. Type this line, then the same make again:\n\n    %s\n\n' \
			"sudo apt-get install $(strip $(1))"; exit 1; \
	fi
endef

# Installs the lock $(1) with uv, in a quarter of pip's time; with pip where uv has no wheel or does not get through.
define install
	echo "Installing the libraries of $(1)"; \
	{ [ -x $(BIN)/uv ] && $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --only-binary :all: \
		--require-hashes -r $(1); } || { \
		echo "Not with uv, so with pip, which takes longer"; \
		$(PIP) --only-binary :all: --require-hashes -r $(1); \
	}
endef

## help: the targets, one a line
help:
	@sed -n 's/^## /  make /p' Makefile

## run: install what the program needs, make the sample and its papers in out/, and open the window on it
run: ready
	@mkdir -p $(OUT)
	@[ -f $(OUT)/muestra.enlace ] || $(BIN)/enlace sample $(OUT)/muestra.enlace
	@$(BIN)/enlace report $(OUT)/muestra.enlace board-pack --language es --format pdf --out $(OUT)/dossier.pdf
	@$(BIN)/enlace report $(OUT)/muestra.enlace board-pack --language es --format xlsx --out $(OUT)/dossier.xlsx
	@printf '\nSample file:  %s\nDossier:      %s\nWorkbook:     %s\n\n' \
		"$(CURDIR)/$(OUT)/muestra.enlace" "$(CURDIR)/$(OUT)/dossier.pdf" "$(CURDIR)/$(OUT)/dossier.xlsx"
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [ "$$(uname -s)" = Darwin ]; then \
		$(BIN)/enlace $(OUT)/muestra.enlace; \
	else \
		QT_QPA_PLATFORM=offscreen $(BIN)/enlace picture $(OUT)/muestra.enlace --out $(OUT)/ventana.png; \
		printf 'There is no display here: a picture of the window is in %s\n' "$(CURDIR)/$(OUT)/ventana.png"; \
	fi

## test: install its tools too and run all the tests, with the checks of style, types and layers among them
test: ready-dev
	@$(PYTEST)

## bench: measure the figures of speed and memory, as ratios
bench: ready-dev
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m bench -s tests/bench

# A number of SEED plays the games of an earlier run again.
MINUTES := 20
SEED :=

## soak: try every migration, play random turns for MINUTES=20, and say how many were played, of what, and what broke
soak: ready-dev
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m soak -s tests/db tests/app --minutes $(MINUTES) \
		$(if $(SEED),--seed $(SEED))

## golden: accept the documents that the reports give now as the ones to compare with (see them with git diff)
golden: ready-dev
	@$(PYTEST) -m golden --accept

## words: gather the words of the code into the catalogues, and compile the catalogues
words: ready-dev
	@$(BIN)/python -m tools.make_words

# What the declarations do not say: RENAMES="organisation.web=site agreement=accord" for what goes on under another name,
# FILLS="meeting.kind=ordinary; theme.odm=1" for what a new column holds in the rows there are, DROPS="person.fax" for
# what goes for good.
NAME :=
RENAMES :=
FILLS :=
DROPS :=

## migration: write the migration NAME=agreements from what changed in the declarations, try it, and keep its old file
migration: ready-dev
	@$(BIN)/python -m tools.make_migration "$(NAME)" --renames "$(RENAMES)" --fills "$(FILLS)" --drops "$(DROPS)"

## pictures: take the pictures of the guide again, and write the page of it that the window opens
pictures: ready-dev
	@$(BIN)/python -m tools.make_pictures
	@$(BIN)/python -m tools.make_guide

COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --upgrade --generate-hashes --no-strip-extras \
	--no-header --no-annotate --quiet

## lock: choose the newest versions that pyproject.toml allows, write the three locks, and look for each system's wheels
lock: ready-dev
	@$(COMPILE) pyproject.toml --output-file requirements.lock
	@$(COMPILE) pyproject.toml --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	@$(COMPILE) --group pyproject.toml:install --constraint requirements-dev.lock --output-file requirements-uv.lock
	@$(BIN)/python -m tools.check_wheels

## installer: freeze the program, try the frozen one, and pack it for this system into dist/
installer: ready-dev
	@$(BIN)/python build_installer.py

## clean: remove what was made, the installed environment included
clean:
	rm -rf .venv $(OUT) build dist enlace.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# ---- what is installed, once

ready: $(SELF_STAMP) $(SYSTEM_STAMP)

ready-dev: ready $(DEV_STAMP)

$(VENV_STAMP):
	@if [ -z "$(PYTHON)" ]; then printf '\nEnlace needs Python 3.11 or newer, and none was found.\n\n'; exit 1; fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
		$(call apt_install,$(VENV_PACKAGE) $(QT_PACKAGES)); \
	fi
	@rm -rf .venv && $(PYTHON) -m venv .venv && touch $@

# Where uv has no wheel, setuptools is taken alone: it installs the program itself.
$(TOOL_STAMP): requirements-uv.lock $(VENV_STAMP)
	@$(PIP) --only-binary :all: --require-hashes -r $< || { \
		echo "No uv is to be had here"; \
		awk '/^[^ ]/ { chosen = /^setuptools==/ } chosen' $< > .venv/setuptools.lock; \
		$(PIP) --only-binary :all: --require-hashes -r .venv/setuptools.lock; \
	}
	@rm -f .venv/.stamp-tool-* && touch $@

$(LOCK_STAMP): requirements.lock $(TOOL_STAMP)
	@$(call install,$<)
	@rm -f .venv/.stamp-lock-* && touch $@

$(DEV_STAMP): requirements-dev.lock $(LOCK_STAMP)
	@$(call install,$<)
	@rm -f .venv/.stamp-dev-* && touch $@

$(SELF_STAMP): $(TOOL_STAMP)
	@$(PIP) --no-index --no-build-isolation -e .
	@rm -f .venv/.stamp-self-* && touch $@

$(SYSTEM_STAMP): $(LOCK_STAMP)
	@if [ "$$(uname -s)" = Linux ]; then \
		folder=$$($(BIN)/python -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])'); \
		missing() { (cd "$$folder/Qt/plugins/platforms" && ldd $(QT_PLUGINS) 2>/dev/null | grep -c 'not found') || true; }; \
		if [ "$$(missing)" != 0 ]; then $(call apt_install,$(QT_PACKAGES)); fi; \
		if [ "$$(missing)" != 0 ]; then echo "Some libraries of Qt are still missing:"; \
			(cd "$$folder/Qt/plugins/platforms" && ldd $(QT_PLUGINS) | grep 'not found' | sort -u); exit 1; fi; \
	fi
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -c 'from PySide6.QtWidgets import QApplication; QApplication([])'
	@rm -f .venv/.stamp-system-* && touch $@
