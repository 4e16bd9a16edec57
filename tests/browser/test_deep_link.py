"""A bookmark survives a restart: an address leads to the same page, whoever was at the first page before."""

from playwright.sync_api import Browser, Page

from tests.browser.session import ready, running_server


def texts(page: Page, address: str) -> str:
    page.goto(address)
    ready(page)
    return page.locator('[data-testid="stApp"]').inner_text()


def test_the_first_visit_to_a_fresh_server_may_be_to_any_page(browser: Browser) -> None:
    with running_server() as server, browser.new_context() as context:
        page = context.new_page()
        at_once = texts(page, f"{server}/cash_flow?lang=sv")
        texts(page, f"{server}/")
        assert texts(page, f"{server}/cash_flow?lang=sv") == at_once
