"""The first minute on a phone: the answer is in sight at once, little has to be scrolled, a name typed is found."""

import pytest
from playwright.sync_api import Page, expect

from planner.inputs.plan.plan import default_plan
from planner.inputs.plan_file import PlanFile
from planner.language import LANGUAGES, translations
from tests.browser.session import CONTEXT_OPTIONS, ready
from tests.browser.test_journey import open_plan

PHONE = {"width": 390, "height": 844}
# Pixels of a page before anything is opened: issue 13, section 8; issue 16 asks for half of 6,069, 6,769 and 7,059.
HIGHEST = {"": 1600, "cash_flow": 2478, "company": 3030, "compare": 3380, "method": 3530}
SIX = ("burnlounge-us-2007", "lularoe-us-2017", "advocare-us-2019", "usana-us", "nu-skin-us", "avon-us-2015")
WITH_MOST_TO_SAY = ("scentsy-us", "nu-skin-us")  # of the catalogue, on the page of one company
HEIGHT = """() => document.querySelector('[data-testid="stMain"]').scrollHeight"""
BOTTOM = "element => element.getBoundingClientRect().bottom"
AT_REST = """() => document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'notRunning'"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_in_sight_and_little_has_to_be_scrolled(page: Page, language: str) -> None:
    _ = translations(language).gettext
    page.set_viewport_size(PHONE)
    page.goto(f"/?lang={language}")
    ready(page)
    page.wait_for_function(AT_REST)  # with the range of the headline, which comes last
    assert page.evaluate(HEIGHT) <= HIGHEST[""]
    for part in ("p.odds", "figure.hundred", "p.rare", "dl.strip"):
        assert page.locator(part).evaluate(BOTTOM) <= PHONE["height"], part
    page.goto(f"/cash_flow?lang={language}")
    ready(page)
    assert page.evaluate(HEIGHT) <= HIGHEST["cash_flow"]
    page.get_by_role("button", name=_("Show every amount, exactly as entered")).click()
    ready(page)
    assert page.evaluate(HEIGHT) <= HIGHEST["cash_flow"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_companies_with_most_to_say_need_no_more_room(page: Page, language: str) -> None:
    """With the differences from before beside the four figures: of all companies these two are the highest."""
    page.goto(f"/?lang={language}")
    ready(page)
    for company in ("BurnLounge", "LuLaRoe"):
        page.set_viewport_size(CONTEXT_OPTIONS["viewport"])  # where the list opens as one types
        page.get_by_role("combobox").first.click()
        page.get_by_role("combobox").first.fill(company)
        expect(page.get_by_role("option")).to_have_count(1)
        page.keyboard.press("Enter")
        expect(page.locator("p.whose")).to_contain_text(company)
        ready(page)
        page.wait_for_function(AT_REST)
        page.set_viewport_size(PHONE)
        ready(page)
        assert page.evaluate(HEIGHT) <= HIGHEST[""], company


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_to_read_are_half_of_what_they_were(page: Page, language: str) -> None:
    """The picture stands on them before anything is opened, right under the answer."""
    page.set_viewport_size(PHONE)
    for company in WITH_MOST_TO_SAY:
        page.goto(f"/company?lang={language}&company={company}")
        ready(page)
        assert page.evaluate(HEIGHT) <= HIGHEST["company"], company
        assert page.get_by_test_id("stVegaLiteChart").first.evaluate(BOTTOM) <= 1.5 * PHONE["height"], company
    open_plan(page, PlanFile(company="scentsy-us", plan=default_plan("USD"), compared=SIX))
    page.goto(f"/compare?lang={language}")
    ready(page)
    expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    assert page.evaluate(HEIGHT) <= HIGHEST["compare"]
    page.goto(f"/method?lang={language}")
    ready(page)
    assert page.evaluate(HEIGHT) <= HIGHEST["method"]


def test_a_historic_case_is_found_by_the_beginning_of_its_name(page: Page) -> None:
    page.goto("/?lang=en")
    ready(page)
    page.get_by_role("combobox").first.click()
    page.keyboard.type("lula")
    expect(page.get_by_role("option").first).to_contain_text("LuLaRoe · United States · historic")
    page.keyboard.press("Enter")
    ready(page)
    expect(page.locator("p.whose")).to_contain_text("LuLaRoe")
