"""Fixtures of the browser tests: a server, a browser and a tab for all that a process runs of them.

They live as long as this package and no longer: while it lives, Playwright keeps an event loop in the main thread.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.session import Tab, Watch, browser_on_path, running_browser, running_server, watched

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test of this folder, so that `pytest -m "not browser"` leaves them out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The machine's Chromium; without one the test is skipped, or fails where CI=true."""
    if browser_on_path() is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no browser, and CI=true allows no skipped browser tests: install chromium")
        pytest.skip("no browser: install chromium")
    with running_browser() as running:
        yield running


@pytest.fixture(scope="package")
def server(browser: Browser) -> Iterator[str]:  # noqa: ARG001 (asked for first: without a browser no server is needed)
    """The address of the running program."""
    with running_server() as address:
        yield address


@pytest.fixture
def new_page(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Opens a blank page in a browser context of its own; options are those of Playwright's `new_context`.

    A page opens the program's addresses by their path: `page.goto("/plan?lang=sv")`. At the end the test fails if any
    page asked another host for anything, or reported an error.
    """
    with watched(browser, server) as open_page:
        yield open_page


@pytest.fixture(scope="package")
def tab(browser: Browser, server: str) -> Tab:
    """The tab that each test has as `page`."""
    return Tab(browser, Watch(server))


@pytest.fixture
def page(tab: Tab) -> Iterator[Page]:
    """A blank page, 1280 px wide and in English, which has nothing of the test before; watched as by `new_page`.

    A script for each load of it goes with the test only as `with page.add_init_script(...)`.
    """
    with tab.lent() as page:
        yield page
