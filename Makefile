# Each target sets up what it needs, so a fresh machine needs Python 3.11+ and make only. Another Python: make run PYTHON=python3.12
PYTHON ?= python3
export PYTHON

# A stamp is touched when its packages are installed, and is old as soon as a requirement changes.
RUN_PACKAGES = .venv/run-packages
TEST_PACKAGES = .venv/test-packages
BENCH_PACKAGES = .venv/bench-packages

unexport PYTHONDONTWRITEBYTECODE  # or each process of the tests, each server and each command compiles all of it anew
PYTEST = .venv/bin/python -m pytest
PARALLEL = --numprocesses auto --dist loadfile --no-loadscope-reorder  # in the order of tests/conftest.py

.PHONY: run share test check long fuzz kills faults bench screenshots companies plans teams translations locked licences clean

run: $(RUN_PACKAGES)  ## the planner, in a browser where there is a display
	.venv/bin/python -m streamlit run app.py

share: $(RUN_PACKAGES)  ## the planner for others on this network, or at JOINWISE_ADDRESS; it says who can open it
	.venv/bin/python -m server.share

test: $(TEST_PACKAGES)  ## every test
	.ci/browser
	.ci/database
	$(PYTEST) $(PARALLEL)

check: $(TEST_PACKAGES)  ## form, lint, types and every test, and how long each took
	@.ci/check

long: $(TEST_PACKAGES)  ## thousands of random plans, teams and files, of which `make test` tries a share
	RANDOM_CASES_TIMES=42 $(PYTEST) --numprocesses auto --dist worksteal -m "random or hypothesis"

fuzz: $(TEST_PACKAGES)  ## 100,000 mutants of plans, scenarios, answers and companies, of which `make test` tries a thousand; takes hours
	.venv/bin/python -m tests.fuzz

kills: $(TEST_PACKAGES)  ## 1,000 processes killed in the middle of a save, on SQLite and on PostgreSQL
	.ci/database
	.venv/bin/python -m tests.store_kills

faults: $(TEST_PACKAGES)  ## faults planted in how teams are paid, one at a time, and whether a test notices; takes a quarter of an hour
	.venv/bin/python -m tests.planted_faults

bench: $(BENCH_PACKAGES)  ## how fast
	.venv/bin/python -m tests.benchmarks

screenshots: $(TEST_PACKAGES)  ## every page in both languages, light and dark, wide and narrow, into screenshots/
	.ci/browser
	.venv/bin/python -m tests.browser.screenshots

companies: $(RUN_PACKAGES)  ## docs/companies.md and docs/defaults.md, written from the company files and the default plan
	.venv/bin/python -m tests.data.companies_page
	.venv/bin/python -m tests.data.defaults_page

plans: $(RUN_PACKAGES)  ## the sample plans as the program saves them, after a new input
	.venv/bin/python -m tests.data.saved_plans

teams: $(RUN_PACKAGES)  ## the sample teams, drawn from a fixed seed
	.venv/bin/python -m tests.data.sample_teams

translations: $(TEST_PACKAGES)  ## brings the Swedish catalogue in line with the texts in the code; then fill in what is empty
	.venv/bin/pybabel -q extract --mapping babel.cfg --no-default-keywords -k _ -k mark -k ngettext:1,2 -k plural:1,2 \
		--add-location file --sort-output --width 120 --output locale/joinwise.pot .
	.venv/bin/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
		--width 120 --domain joinwise --locale sv --input-file locale/joinwise.pot --output-dir locale

locked:  ## locked/: every package that the requirements bring along, with its hashes; after a requirement was changed
	.ci/locked

licences: $(TEST_PACKAGES)  ## docs/licences.md: the licence of everything that is installed
	.venv/bin/python -m tests.data.licences_page

clean:  ## away with everything that the other targets made
	rm -rf locale/joinwise.pot .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache screenshots
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN_PACKAGES): locked/requirements.txt
	.ci/venv $<
	@touch $@

$(TEST_PACKAGES): locked/requirements-dev.txt
	.ci/venv $<
	@touch $@ $(RUN_PACKAGES)

$(BENCH_PACKAGES): locked/requirements-bench.txt
	.ci/venv $<
	@touch $@ $(RUN_PACKAGES) $(TEST_PACKAGES)
