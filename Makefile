# make demo   builds linkup, imports the sample network and shows whom to introduce to whom
# make test   runs all tests
# make lint, make docs, make bench, make bench-peers, make install (PREFIX=/usr/local), make clean
SHELL := /bin/bash
.DEFAULT_GOAL := demo
.PHONY: demo test lint docs bench bench-peers install uninstall clean build prerequisites

SWIFTFLAGS ?=
PREFIX ?= /usr/local
RELEASE := -c release $(SWIFTFLAGS)
SOURCES := Package.swift Sources Tests Benchmarks
DEMO := out/demo
AS_OF := 2026-11-23

# Everything below needs Swift, and SQLite's and zlib's headers, which are installed where they are missing.
prerequisites:
	@command -v swift >/dev/null || { \
	  echo "make: swift is missing: install Swift 6.1 or newer from https://www.swift.org/install, then run make again" >&2; \
	  exit 1; }
	@if [ "$$(uname -s)" = Linux ] && { [ ! -e /usr/include/sqlite3.h ] || [ ! -e /usr/include/zlib.h ]; }; then \
	  echo "make: SQLite's or zlib's header is missing; installing the packages libsqlite3-dev and zlib1g-dev"; \
	  command -v apt-get >/dev/null || { \
	    echo "make: apt-get is missing too: install SQLite's and zlib's development files, then run make again" >&2; \
	    exit 1; }; \
	  as_root=; \
	  if [ "$$(id -u)" != 0 ]; then \
	    command -v sudo >/dev/null || { \
	      echo "make: run as root: apt-get install libsqlite3-dev zlib1g-dev; then run make again" >&2; exit 1; }; \
	    as_root=sudo; \
	  fi; \
	  $$as_root apt-get update -q && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y libsqlite3-dev zlib1g-dev; \
	fi

build: prerequisites
	@echo "make: building linkup; the first time takes a few minutes"
	swift build $(RELEASE) --product linkup

demo: build
	@mkdir -p $(DEMO) && rm -f $(DEMO)/network.sqlite*
	@set -e -o pipefail; \
	linkup=$$(swift build $(RELEASE) --show-bin-path)/linkup; \
	export LINKUP_NETWORK=$(DEMO)/network.sqlite; \
	run() { echo; echo "\$$ linkup $$*"; "$$linkup" "$$@"; }; \
	run import data/sample/toulouse.jsonl; \
	run match --as-of $(AS_OF) --limit 10; \
	run report --as-of $(AS_OF) --language en --output $(DEMO)/report.html; \
	run report --as-of $(AS_OF) --language en --output $(DEMO)/report.md; \
	echo; echo "The weekly report is in $(DEMO)/report.html and $(DEMO)/report.md."

test: prerequisites
	swift test $(RELEASE)

lint: prerequisites
	swift format lint --strict --recursive $(SOURCES)

# The documentation, with every warning an error.
docs: prerequisites
	@mkdir -p out
	LINKUP_DOCUMENTATION=1 swift package --scratch-path .build/documentation \
	  --allow-writing-to-directory out/documentation generate-documentation \
	  --target Matchmaking --warnings-as-errors --output-path out/documentation

# Benchmarks/README.md says what each measures and what it needs.
bench: prerequisites
	Benchmarks/quality
	Benchmarks/speed

# The join beside other engines; needs WordNet and ../shared.
bench-peers: prerequisites
	Benchmarks/peers

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/linkup/models \
	  $(DESTDIR)$(PREFIX)/share/linkup/places $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	@set -e; linkup=$$(swift build $(RELEASE) --show-bin-path)/linkup; \
	install -m 755 "$$linkup" $(DESTDIR)$(PREFIX)/bin/linkup; \
	install -m 644 data/models/*.lkm $(DESTDIR)$(PREFIX)/share/linkup/models; \
	install -m 644 LICENSE NOTICE $(DESTDIR)$(PREFIX)/share/linkup; \
	install -m 644 data/places/places.lkm $(DESTDIR)$(PREFIX)/share/linkup/places; \
	"$$linkup" --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/linkup; \
	"$$linkup" --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_linkup; \
	"$$linkup" --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/linkup.fish; \
	echo "make: installed $(DESTDIR)$(PREFIX)/bin/linkup, its models, gazetteer and completions for bash, zsh and fish"

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/linkup $(DESTDIR)$(PREFIX)/share/bash-completion/completions/linkup \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_linkup \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/linkup.fish
	rm -rf $(DESTDIR)$(PREFIX)/share/linkup

clean:
	rm -rf .build out
