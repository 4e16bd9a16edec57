"""A page that fails says so, keeps the plan, and offers ways on: no state locks a tab."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from planner.inputs.plan_file import read_plan_file
from tests.browser.session import ready, running_server, watched
from tests.browser.test_journey import downloaded, enter

THE_FAULT = 13  # new customers a month, as in failing_app.py, which changes the process that imports it
NEW_CUSTOMERS = "New customers a month"
SAID = "This page failed. Your plan is as you entered it, and the fault is ours."


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Start of a server that has the fault."""
    with running_server(Path(__file__).with_name("failing_app.py")) as server, watched(browser, server) as new_page:
        page = new_page()
        page.goto("/?lang=en")
        ready(page)
        yield page


def test_a_page_that_fails_keeps_the_plan_and_offers_ways_on(page: Page) -> None:
    enter(page, NEW_CUSTOMERS, str(THE_FAULT))
    expect(page.get_by_role("alert").get_by_text(SAID)).to_be_visible()
    assert page.get_by_text("ZeroDivisionError").count() == 0
    saved = downloaded(page, "Save the plan as a file", "my-plan.json")
    assert read_plan_file(saved, "saved")[0].plan.customers.new_a_month == THE_FAULT

    page.reload()  # the browser's draft has the plan that fails
    expect(page.get_by_text(SAID)).to_be_visible()
    for way_on in ("Take all changes back", "Take the last change back", "Begin again with the plan that we suggest"):
        page.get_by_role("button", name=way_on).click()
        expect(page.get_by_text(SAID)).to_have_count(0)
        ready(page)
        expect(page.get_by_role("textbox", name=NEW_CUSTOMERS)).to_have_value("1")
        enter(page, NEW_CUSTOMERS, str(THE_FAULT))
        expect(page.get_by_text(SAID)).to_be_visible()
