"""A bookmark survives a restart: an address leads to the same page, whoever was at the first page before."""

import re
from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.shared.session.menu import MENU, addresses
from planner.language import LANGUAGES, translations
from tests.browser.session import PROJECT_FOLDER, axe, ready, running_server, watched
from tests.browser.test_reachable import language_of, turn_to_the_other_language

SPACE = "\N{NO-BREAK SPACE}"

# Every dialog that stood on the page for a moment, such as that a page was not found, though it was drawn afterwards.
NOTE_DIALOGS = """
window.dialogs = [];
new MutationObserver(() => {
    for (const dialog of document.querySelectorAll('[role="dialog"]')) {
        if (!window.dialogs.includes(dialog.innerText)) window.dialogs.push(dialog.innerText);
    }
}).observe(document, {childList: true, subtree: true});
"""


def texts(page: Page, address: str) -> str:
    page.goto(address)
    ready(page)
    return page.locator('[data-testid="stMain"]').inner_text()


@pytest.mark.parametrize("address", ["/scenarios?lang=sv", "/shocks?lang=en"])
def test_the_first_visit_to_a_fresh_server_may_be_to_any_page(browser: Browser, address: str) -> None:
    """Also to one that is a part of another now."""
    with running_server() as server, watched(browser, server) as open_page:
        page = open_page()
        page.add_init_script(NOTE_DIALOGS)
        at_once = texts(page, address)
        assert page.evaluate("window.dialogs") == []
        texts(page, "/")
        assert texts(page, address) == at_once


def test_a_link_opens_a_company_and_the_one_chosen_can_be_linked(browser: Browser) -> None:
    with running_server() as server, watched(browser, server) as open_page:
        page = open_page()
        answer = page.get_by_test_id("stMarkdown").nth(0)
        at_once = texts(page, "/company?lang=sv&company=herbalife-us")  # as the first visitor of a server
        assert "Herbalife · USA" in at_once
        assert f"60,70{SPACE}USD" in at_once
        expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(1)
        page.get_by_role("combobox", name="Företaget som du läser om").click()
        page.keyboard.type("Oriflame")
        expect(page.get_by_role("option")).to_have_count(1)
        page.keyboard.press("Enter")
        page.wait_for_url("**/company?*company=oriflame-eu*")
        ready(page)
        expect(answer).to_contain_text("Oriflame")
        assert "lang=sv" in page.url
        chosen = texts(page, page.url)
        assert "Oriflame" in chosen
        page.go_back()
        page.wait_for_url("**/company?*company=herbalife-us*")
        ready(page)
        expect(answer).to_contain_text("Herbalife")
        page.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach(summary => summary.click())")
        ready(page)
        assert axe(page) == []


def test_a_company_is_copied_from_its_page_in_a_language_that_stands_in_the_address(page: Page) -> None:
    """Where the address holds what the language is bound to, another page may not be turned to by clearing it."""
    texts(page, "/company?lang=sv&company=oriflame-eu")
    page.get_by_role("button", name="Kopiera det och ändra siffrorna").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vad säger mitt eget avtal?")
    ready(page)
    expect(page.get_by_text("Oriflame: hittills är allt som publicerat.")).to_be_visible()


# Every address that the program ever had, with the question that it opens. Of a page that is a part of another now, its
# heading is what is in sight.
OPENS = {
    "shocks": "What if something happens?",
    "": "What would joining do to my money?",
    "plan": "What is my plan?",
    "what_if": "What if it goes otherwise?",
    "versions": "What do the differences do?",
    "odds": "What could happen?",
    "what_matters": "What does it hang on?",
    "goal": "What must happen for …?",
    "break_even": "What must I sell?",
    "cash_flow": "When is my money back?",
    "leaving": "What does leaving cost?",
    "stop_rule": "When would I stop?",
    "compare": "With which company do fewer people lose money?",
    "company": "What does this company ask and pay?",
    "my_company": "What does my own contract say?",
    "team": "Who in a team is paid what, and why?",
    "talk": "What do you hope for?",
    "who_said": "Who said what?",
    "several": "How do several plans stand?",
    "method": "Where do the figures come from?",
    "scenarios": "Scenarios of your own",
}
IN_SIGHT = """heading => {
    const box = heading.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
}"""


@pytest.fixture
def phone(page: Page) -> Iterator[Page]:
    """A phone on which dialogs are noted."""
    page.set_viewport_size({"width": 390, "height": 844})
    with page.add_init_script(NOTE_DIALOGS):
        yield page


def test_every_address_of_before_opens_what_it_opened(phone: Page) -> None:
    """In either language in turn; and a part of another page in the other by the switch, as whole pages are tried in
    test_reachable.py.
    """
    page, whole = phone, {question.address for entry in MENU for question in entry.questions}
    for (address, question), language in zip(OPENS.items(), cycle(LANGUAGES)):
        page.goto(f"/{address}?lang={language}")
        heading = page.get_by_role("heading", name=translations(language).gettext(question), exact=True)
        expect(heading).to_be_visible()
        ready(page)
        assert heading.evaluate(IN_SIGHT), address
        if (address or "start") not in whole:
            turn_to_the_other_language(page)
            other = translations(language_of(page)).gettext(question)
            expect(page.get_by_role("heading", name=other, exact=True)).to_be_visible()
        expect(page.locator('[aria-current="page"]').first).to_be_attached()
        assert page.get_by_role("heading", level=1).count() == 1
        assert page.evaluate("window.dialogs") == [], address


def test_every_page_has_a_file_of_its_name_and_every_address_is_tried_here() -> None:
    """What a server that has drawn nothing yet answers is tried above, in a page and in a part of one."""
    known = {address for entry in MENU for address, _question in addresses(entry)}
    whole = {question.address for entry in MENU for question in entry.questions}
    assert {path.stem for path in (PROJECT_FOLDER / "pages").glob("*.py")} == whole
    assert known == {address or "start" for address in OPENS} | {"cautions"}


def test_the_address_of_cautions_opens_their_list_on_my_plan(phone: Page) -> None:
    page = phone
    page.goto("/cautions?lang=en")
    ready(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What is my plan?")
    expect(page.get_by_text("What was looked for and not found")).to_be_visible()
    assert page.get_by_text(re.compile("in this plan deserves? a second look")).evaluate(IN_SIGHT)
    assert page.evaluate("window.dialogs") == []
    page.get_by_role("navigation").get_by_role("link", name="What I enter", exact=True).click()
    expect(page.get_by_text("What was looked for and not found")).to_be_hidden()
