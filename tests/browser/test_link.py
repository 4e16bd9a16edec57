"""A plan given as a link opens in another browser, stays there over a refresh, and takes the place of no other plan."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.session import ready


def test_a_plan_goes_to_another_browser_as_a_link(page: Page, new_page: Callable[..., Page]) -> None:
    page.goto("/plan?lang=sv")
    ready(page)
    page.get_by_role("textbox", name="Planens namn").fill("Åsas plan")
    page.keyboard.press("Enter")
    ready(page)
    page.get_by_text("Ge planen som länk").click()
    expect(page.get_by_text("Länken går bara att öppna på den här datorn")).to_be_visible()
    link = page.get_by_test_id("stCode").inner_text()
    elsewhere = new_page()
    before = elsewhere.evaluate("history.length")
    elsewhere.goto(link.replace("/?", "/plan?"))
    ready(elsewhere)
    assert elsewhere.evaluate("history.length") == before + 1  # or the way back would open the link again
    name = elsewhere.get_by_role("textbox", name="Planens namn")
    expect(name).to_have_value("Åsas plan")
    assert re.search(r"/plan\?lang=sv$", elsewhere.url)  # so that a refresh does not undo what is edited
    name.fill("Min egen")
    elsewhere.keyboard.press("Enter")
    ready(elsewhere)
    elsewhere.reload()
    ready(elsewhere)
    expect(name).to_have_value("Min egen")
    elsewhere.goto(link.replace("/?", "/plan?"))
    open_it = elsewhere.get_by_role("button", name="Öppna länkens plan")
    expect(open_it).to_be_visible()
    ready(elsewhere)
    expect(name).to_have_value("Min egen")
    open_it.click()
    ready(elsewhere)  # until then the field of the plan before stands beside the one of this
    expect(name).to_have_value("Åsas plan")
    expect(open_it).to_have_count(0)


def test_the_page_to_take_home_is_the_one_that_is_handed_over(page: Page) -> None:
    page.goto("/plan?lang=en")
    ready(page)
    page.get_by_text("Take it home on one page").click()
    for name, begins in (
        ("One page to take home (PDF)", b"%PDF"),
        ("The same for a browser (HTML)", b"<!doctype html>"),
    ):
        with page.expect_download() as handed:
            page.get_by_role("button", name=name).click()
        assert handed.value.path().read_bytes().startswith(begins)
    assert b"<h1>My plan</h1>" in handed.value.path().read_bytes()
