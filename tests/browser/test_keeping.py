"""The plan stays what it is: saved and opened, refreshed, on every page, in either language."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from planner.inputs.plan_file import dump_plan_file, read_plan_file
from planner.language import translations
from tests.browser.session import ready
from tests.browser.test_journey import (
    GOODS,
    answered,
    cell,
    choose_file,
    downloaded,
    enter,
    expect_strip,
    follow,
    open_plan,
    unfold,
)

in_swedish = translations("sv").gettext
SWEDISH_GOODS = f"{in_swedish('Goods you buy at the start')} (USD)"
TYPED_IN_SWEDISH = "2 345,75"


def saved(page: Page) -> bytes:
    """The plan as the button on its page hands it over, wherever the person is."""
    page.get_by_role("navigation").get_by_role("link", name="My plan", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is my plan?")
    ready(page)
    return downloaded(page, "Save the plan as a file", "my-plan.json")  # after the plan's name


def test_a_saved_plan_opens_elsewhere_and_is_saved_to_the_same_bytes(page: Page, new_page: Callable[..., Page]) -> None:
    open_plan(page, answered(300))
    enter(page, GOODS, "2,345.75")
    expect_strip(page, answered(2345.75))
    first = saved(page)
    assert first == dump_plan_file(answered(2345.75))

    elsewhere = new_page()
    elsewhere.goto("/")
    ready(elsewhere)
    choose_file(elsewhere, "my-plan.json", first)
    expect(elsewhere.get_by_role("textbox", name=GOODS)).to_have_value("2,345.75")
    assert saved(elsewhere) == first


def test_a_refresh_and_a_walk_over_the_pages_keep_the_plan(page: Page) -> None:
    open_plan(page, answered(300))
    enter(page, GOODS, "450")
    expect_strip(page, answered(450))
    page.reload()
    ready(page)
    expect_strip(page, answered(450))
    expect(page.get_by_role("textbox", name=GOODS)).to_have_value("450")
    for link, question in (
        ("The companies", "With which company do fewer people lose money?"),
        ("Method", "Where do the figures come from?"),
        ("The money", "When is my money back?"),
        ("Leaving", "What does leaving cost?"),
    ):
        follow(page, link, question)
    expect_strip(page, answered(450))
    page.reload()
    ready(page)
    expect_strip(page, answered(450))
    assert saved(page) == dump_plan_file(answered(450))
    expect(page.get_by_text("What changed since you opened this: 1 input")).to_be_visible()  # as before the refreshes


@pytest.fixture
def swedish(page: Page) -> Page:
    """The first page in Swedish, switched to from English, with goods for 1,234.50."""
    open_plan(page, answered(1234.5))
    speak(page, "Svenska", "sv")
    return page


def speak(page: Page, name: str, tag: str) -> None:
    page.get_by_role("radio", name=name).click()
    expect(page.locator("html")).to_have_attribute("lang", tag)
    ready(page)


def test_swedish_has_its_own_words_and_numbers_and_the_same_plan(swedish: Page) -> None:
    page = swedish
    expect(page.get_by_role("textbox", name=SWEDISH_GOODS)).to_have_value("1\N{NO-BREAK SPACE}234,5")
    # Kit 99, start-up costs 100 and 10 % of them, goods 1,234.50: 1,443.50. Halves go to the even number: 1,444.
    expect(cell(page, in_swedish("Deepest hole")).first).to_contain_text("1 444 USD")
    follow(page, in_swedish("The odds"), in_swedish("What could happen?"))
    follow(page, in_swedish("What must happen"), in_swedish("What must happen for …?"))
    # Of an order of 50 a quarter is left, since goods cost 75 % of the price at the end.
    expect(page.get_by_role("main")).to_contain_text("12,50 USD")
    speak(page, "English", "en")
    assert saved(page) == dump_plan_file(answered(1234.5))


def test_a_number_is_read_as_its_language_writes_it(swedish: Page) -> None:
    page = swedish
    enter(page, SWEDISH_GOODS, TYPED_IN_SWEDISH)
    expect(cell(page, in_swedish("Deepest hole")).first).to_contain_text(
        "2 555 USD"
    )  # 99 + 100 + 10 + 2,345.75 = 2,554.75
    expect(page.get_by_role("alert")).to_have_count(0)

    speak(page, "English", "en")
    goods = page.get_by_role("textbox", name=GOODS)
    expect(goods).to_have_value("2,345.75")
    enter(page, GOODS, "300")
    expect_strip(page, answered(300))
    enter(page, GOODS, TYPED_IN_SWEDISH)
    message = page.get_by_role("alert")
    expect(message).to_have_count(1)
    expect(message).to_contain_text(f"{GOODS}: found {TYPED_IN_SWEDISH}.")
    expect(message).to_contain_text("2,345.75")  # what it would look like here
    expect(goods).to_have_value(TYPED_IN_SWEDISH)
    expect_strip(page, answered(300))

    assert saved(page) == dump_plan_file(answered(300))
    follow(page, "Start", "What would joining do to my money?")
    expect(page.get_by_role("textbox", name=GOODS)).to_have_value(TYPED_IN_SWEDISH)


def test_an_edit_left_by_a_click_is_kept_and_the_click_goes_on_its_way(page: Page) -> None:
    """Streamlit on its own loses the edit, the click or the page when both come within some milliseconds."""
    open_plan(page, answered())
    unfold(page, "Month by month")  # where the link is
    page.get_by_role("textbox", name="Hours you work a week").fill("9")
    page.get_by_role("link", name="See the money, month by month").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("When is my money back?")
    ready(page)
    page.get_by_role("navigation").get_by_role("link", name="My plan", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is my plan?")
    ready(page)
    page.get_by_text("Money and time", exact=True).click()
    expect(page.get_by_role("textbox", name="Hours you work a week")).to_have_value("9")
    page.get_by_role("textbox", name="Money you can put in (USD)").fill("1111")
    file, faults = read_plan_file(downloaded(page, "Save the plan as a file"), "my-plan.json")
    assert faults == ()
    assert file is not None
    assert (file.plan.money_and_time.own_cash, file.plan.money_and_time.hours_a_week) == (1111, 9)


def test_the_answer_moves_while_one_types_and_all_that_is_typed_is_one_step(page: Page) -> None:
    page.goto("/?lang=en")
    ready(page)
    headline = page.locator("p.odds")
    customers = page.get_by_role("textbox", name="New customers a month")
    figures = page.locator("dl.strip dd.figure")
    first, before, typed = headline.inner_text(), figures.all_inner_texts(), customers.input_value()
    customers.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("2", delay=50)
    expect(figures).not_to_have_text(before, use_inner_text=True)
    page.keyboard.type("50", delay=400)  # slower than the pause, so that each key is a commit
    expect(customers).to_be_focused()
    expect(customers).to_have_value("250")
    expect(headline).not_to_have_text(first, use_inner_text=True)
    ready(page)
    page.get_by_role("button", name="Undo").click()
    ready(page)
    expect(customers).to_have_value(typed)
    expect(figures).to_have_text(before, use_inner_text=True)
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def test_a_text_that_is_not_finished_leaves_the_last_answer_and_is_refused_after_a_while(page: Page) -> None:
    page.goto("/?lang=en")
    ready(page)
    goods = page.get_by_role("textbox", name=GOODS)
    goods.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("3e", delay=50)
    refusal = page.get_by_role("alert").filter(has_text="3e")
    expect(refusal).to_be_visible()
    expect(goods).to_be_focused()
    expect(goods).to_have_value("3e")
