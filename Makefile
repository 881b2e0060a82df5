# Thin targets over Scripts and SwiftPM. `make` lists them.

PREFIX ?= $(HOME)/.local

# How long `make fuzz` runs each reader, and which ones: all unless READER names some.
SECONDS ?= 60
READER ?=

SWIFT_SOURCES = Package.swift Sources Tests Benchmarks Fuzzing/Package.swift Fuzzing/Sources
FORMAT = swift format
PYTHON = $(or $(CROSSREAD_PYTHON),python3)

.PHONY: help setup build demo test format lint golden bench fuzz doctor install clean

help:           ## this list
	@sed -n 's/^\([a-z]*\): *.*## /make \1|/p' $(MAKEFILE_LIST) | \
	  awk -F'|' '{ printf "  %-14s %s\n", $$1, $$2 }'

setup:          ## install missing packages, fetch models and runtime (once)
	@Scripts/setup

build: setup    ## build release
	swift build -c release

demo: build     ## compare the sample event
	.build/release/crossread compare fixtures/liverpool-2021

test: setup     ## run all tests
	$(PYTHON) -m unittest discover --quiet --top-level-directory Scripts --start-directory Scripts
	swift test

format:         ## format the sources in place
	$(FORMAT) --in-place --recursive --configuration .swift-format $(SWIFT_SOURCES)

lint:           ## check the format of the sources
	$(FORMAT) lint --strict --recursive --configuration .swift-format $(SWIFT_SOURCES)

golden: build   ## rewrite the reports that tests compare with
	Scripts/rewrite-golden

bench: build    ## time and memory, beside the same job in Python
	Benchmarks/compare

fuzz: setup     ## strange input for every reader; SECONDS=60 READER=page
	Fuzzing/run --seconds $(SECONDS) $(READER)

doctor:         ## what is installed, what is missing, how to get it
	@Scripts/setup --packages
	swift build -c release
	.build/release/crossread doctor

install: build  ## copy to PREFIX, ~/.local unless given, with completions
	Scripts/install $(PREFIX)

clean:          ## remove what was built; models stay
	swift package clean
