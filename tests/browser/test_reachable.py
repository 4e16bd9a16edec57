"""Everyone reaches everything: with a screen reader, by keyboard alone, on a phone, in the dark, in either language."""

import contextlib
import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from pages.shared.session.menu import MENU
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.language import LANGUAGES, Language, translations
from tests.browser.screenshots import PAGES
from tests.browser.session import axe, ready
from tests.browser.test_journey import GOODS, answered, choose_file, open_plan, open_strip
from tests.extremes import EXTREMES, unsaid_in

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
EXACTLY_AS_ENTERED = "cash_flow, exactly as entered"
# On a page of this name; on the others none.
CHARTS = {
    "start": 1,
    "plan": 1,
    "versions": 1,
    "odds": 5,
    "cash_flow": 3,
    EXACTLY_AS_ENTERED: 4,
    "leaving": 1,
    "compare": 2,
    "company": 1,
    "method": 1,
    "what_matters": 1,
}

TOO_WIDE = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
    .filter(element => element.scrollWidth > element.clientWidth)
    .map(element => `${element.tagName} is ${element.scrollWidth} wide in ${element.clientWidth}`)"""

# Colours change gradually, by transitions; an animation that follows the scroll bar never ends.
COLOURED = """scheme => {
    const [red] = getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor.match(/\\d+/);
    return (red < 128) === (scheme === 'dark') && !document.getAnimations().some(it => it instanceof CSSTransition);
}"""

# Markdown's escapes belong on no screen, and into no ear.
ESCAPED_NAMES = """() => [...document.querySelectorAll('[aria-label], [alt], [title]')]
    .flatMap(element => ['aria-label', 'alt', 'title'].map(name => element.getAttribute(name)))
    .filter(name => name && /\\\\[^a-z]/.test(name))"""


def three_companies() -> PlanFile:
    """A plan that shows everything: customers, a team, pay, and a comparison; with what begins in a second year."""
    data = answered().plan.model_dump()
    data["horizon_months"] = 13
    data["customers"]["new_a_month"] = 30
    return PlanFile(
        company="young-living-us",
        compared=("young-living-us", "scentsy-us", "example-company"),
        plan=Plan.model_validate(data),
    )


def every_page(page: Page) -> Iterator[str]:
    """Follows every entry of the menu, and from each every question beside the first, in the language that the page has
    by then; gives each one's address.
    """
    for entry in MENU:
        for question in entry.questions:
            _ = translations(language_of(page)).gettext
            name = entry.title if question is entry.questions[0] else question.title
            page.get_by_role("navigation").get_by_role("link", name=_(name), exact=True).click()
            page.wait_for_url(re.compile(rf"\w{PAGES[question.address]}(\?|$)"))
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            ready(page)
            yield question.address


def language_of(page: Page) -> Language:
    """The language that the page is drawn in."""
    [language] = [each for each in LANGUAGES if each == page.locator("html").get_attribute("lang")]
    return language


def turn_to_the_other_language(page: Page) -> None:
    """By the switch, as a person does; it leads to no other page."""
    address = urlsplit(page.url).path
    [other] = [each for each in LANGUAGES if each != language_of(page)]
    page.get_by_role("radio", name=LANGUAGES[other], exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", other)
    ready(page)
    assert urlsplit(page.url).path == address


def test_every_page_is_accessible_fits_a_phone_and_says_everything(page: Page) -> None:
    """Each in one language and light, and in the other and dark, in whichever order: every form is seen once."""
    open_plan(page, three_companies())
    page.goto("/?lang=en")  # the plan is kept, and what could happen leads again
    ready(page)
    found = []
    for name in every_page(page):
        found += faults_of_page(page, name)
        if name == "cash_flow":  # where everything goes as entered it shows more
            found += faults_in_other_colours(page, name)
            _ = translations(language_of(page)).gettext
            page.locator("summary").filter(has_text=_("Whose orders does your pay rest on?")).click()  # it was opened
            page.get_by_role("button", name=_("Show every amount, exactly as entered")).click()
            ready(page)
            found += faults_of_page(page, EXACTLY_AS_ENTERED)
        turn_to_the_other_colours(page)
        turn_to_the_other_language(page)
        found += faults_of_page(page, EXACTLY_AS_ENTERED if name == "cash_flow" else name)
    assert not found, "\n".join(found)


def faults_in_other_colours(page: Page, name: str) -> list[str]:
    """What is wrong with the page that is open in the other colours, where nothing else is otherwise."""
    turn_to_the_other_colours(page)
    found = [f"{name} {scheme_of(page)}: {finding}" for finding in axe(page, colours_only=True)]
    turn_to_the_other_colours(page)
    return found


def scheme_of(page: Page) -> Literal["light", "dark"]:
    """What the person of the page asks for."""
    return "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"


def turn_to_the_other_colours(page: Page) -> None:
    """As a person's machine does in the evening, and in the morning."""
    other: Literal["light", "dark"] = "light" if scheme_of(page) == "dark" else "dark"
    page.emulate_media(color_scheme=other)
    page.wait_for_function(COLOURED, arg=other)


def faults_of_page(page: Page, name: str) -> list[str]:
    """What is wrong with the page that is open, with all that is folded on it, wide and on a phone."""
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(CHARTS.get(name, 0))
    page.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach(summary => summary.click())")
    ready(page)
    name = f"{name} {language_of(page)} {scheme_of(page)}"
    found = [f"{name}: {finding}" for finding in axe(page)]
    drawn = page.get_by_test_id("stVegaLiteChart")
    found += [f"{name}: a chart {fault}" for chart in drawn.all() for fault in faults_of_chart(chart)]
    found += [f"{name}: shows {text}" for text in unsaid(page)]
    found += [f"{name}: is read out as {label}" for label in page.evaluate(ESCAPED_NAMES)]
    page.set_viewport_size(PHONE)
    with contextlib.suppress(Error):  # charts follow the width of the window a little later
        page.wait_for_function(f"() => ({TOO_WIDE})().length === 0")
    found += [f"{name} on a phone: {fault}" for fault in page.evaluate(TOO_WIDE)]
    page.set_viewport_size(DESK)
    return found


def faults_of_chart(chart: Locator) -> list[str]:
    """A chart is named by the sentence under it, and the same figures follow in a table."""
    alternative = chart.get_attribute("aria-label") or ""
    after = """chart => {
        const follows = element => chart.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
        const next = kind => [...document.querySelectorAll(kind)].find(follows);
        return [next('p')?.innerText ?? '', next('table')?.rows.length ?? 0,
                next('[data-testid="stVegaLiteChart"]')?.getBoundingClientRect().top ?? Infinity,
                next('table')?.getBoundingClientRect().top ?? Infinity];
    }"""
    sentence, rows, next_chart, table = chart.evaluate(after)
    faults = []
    if not alternative or alternative != sentence:
        faults.append(f"is called {alternative!r}, and under it stands {sentence!r}")
    if rows < 2 or table > next_chart:
        faults.append(f"has no table: {alternative!r}")
    return faults


def unsaid(page: Page) -> list[str]:
    """What no person wrote, on the page and in its fields."""
    typed = page.locator("input").evaluate_all("inputs => inputs.map(input => input.value)")
    return unsaid_in("\n".join([page.locator("body").inner_text(), *typed]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_the_strip_and_the_first_field_share_a_screen(page: Page, language: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"/plan?lang={language}")
    ready(page)
    open_strip(page)
    page.locator("dl").first.evaluate("strip => strip.scrollIntoView({block: 'start'})")
    ready(page)
    strip = page.locator("dl").first.bounding_box()
    field = page.get_by_role("main").get_by_role("combobox").first.bounding_box()
    assert strip is not None
    assert field is not None
    assert strip["y"] > -1  # less than a pixel is no scrolling
    assert strip["y"] < field["y"]
    assert field["y"] + field["height"] <= PHONE["height"]


COVERED = """() => {
    const focused = document.activeElement, box = focused.getBoundingClientRect();
    const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const covered = over?.closest('.st-key-in-sight') && !over.contains(focused) && !focused.contains(over);
    return covered ? focused.ariaLabel || focused.innerText : '';
}"""


def test_on_a_phone_the_headline_that_stays_in_sight_covers_nothing_that_has_the_focus(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/?lang=en")
    ready(page)
    tab_to(page, page.locator("summary").filter(has_text="Or begin with a plan that exists"))
    covered = []
    for _press in range(25):  # upwards, where what comes next comes from under the headline
        page.keyboard.press("Shift+Tab")
        page.wait_for_timeout(100)  # until it is scrolled to
        covered.append(page.evaluate(COVERED))
    assert list(filter(None, covered)) == []


def tab_to(page: Page, wanted: Locator) -> None:
    """Presses Tab until this has the focus; fails where a hundred are not enough."""
    for _press in range(100):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element.contains(document.activeElement)"):
            return
    pytest.fail(f"Tab does not reach {wanted}")


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.goto("/?lang=en")
    ready(page)
    company = page.get_by_role("combobox", name="Which company?")
    tab_to(page, company)
    page.keyboard.type("Scentsy")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    goods = page.get_by_role("textbox", name=GOODS)
    expect(goods).to_be_visible()
    ready(page)
    tab_to(page, goods)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("900")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Back to 0 USD")).to_be_visible()  # so the 900 were taken
    ready(page)
    tab_to(page, page.locator("summary").filter(has_text="Month by month"))
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="See the money, month by month")
    expect(link).to_be_visible()
    ready(page)
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("When is my money back?")
    ready(page)
    expect(page.get_by_role("navigation").get_by_role("link", name="Cash flow")).to_have_attribute(
        "aria-current", "page"
    )
    tab_to(page, page.get_by_role("navigation").get_by_role("link", name="Leaving"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What does leaving cost?")
    ready(page)
    tab_to(page, page.get_by_role("radiogroup", name="Language / Språk"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator("html")).to_have_attribute("lang", "sv")


def test_the_most_extreme_plan_is_put_in_words_on_every_page(page: Page) -> None:
    """Of the extreme plans the one whose runs take so long that they must be asked for; for the others see
    tests/pages/test_extremes.py.
    """
    page.goto("/?lang=en")
    ready(page)
    choose_file(page, "extreme.json", dump_plan_file(EXTREMES["the pitch for ten years"]))
    expect(page.get_by_role("textbox", name=GOODS)).to_have_value("5")  # not 200
    ready(page)
    found = []
    for name in every_page(page):
        found += [f"{name}: {text}" for text in unsaid(page)]
        assert page.get_by_test_id("stException").count() == 0
    assert not found, "\n".join(found)


def test_a_page_stands_whole_while_its_runs_take_long_and_a_click_stops_them(page: Page) -> None:
    page.goto("/?lang=en")
    ready(page)
    choose_file(page, "extreme.json", dump_plan_file(EXTREMES["the pitch for ten years"]))
    expect(page.get_by_role("textbox", name=GOODS)).to_have_value("5")
    ready(page)
    page.goto("/versions?lang=en")
    heading, below = page.get_by_role("heading", level=1), page.get_by_role("heading", name="Scenarios of your own")
    expect(heading).to_have_text("What do the differences do?")
    expect(below).to_be_visible()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_text("is being tried many times: ")).to_be_visible()
    expect(heading).to_be_visible()
    expect(below).to_be_visible()
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_text("It was stopped.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Try it now"))).to_be_visible()
    expect(heading).to_be_visible()
