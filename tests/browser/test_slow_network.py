"""The server is far away: what is clicked and typed while an edit is on its way is not lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.session import ready
from tests.browser.test_journey import enter, unfold

# Each message to the server takes so many milliseconds, from when the page has been drawn.
SLOW = """
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (message) { setTimeout(() => send.call(this, message), window.delay ?? 0); };
"""
NOTE = "Where it stands, such as: price list of March 2026, page 4"
SAID = "price list of March 2026, page 4"
NEXT = "Goods to buy at the start (EUR)"


@pytest.fixture(params=[0, 700], ids=["near", "far"])
def delay(request: pytest.FixtureRequest, page: Page) -> Iterator[int]:
    """How long a message to the server takes, once the page is told."""
    found: int = request.param
    with page.add_init_script(SLOW):
        yield found


@pytest.fixture
def copied(page: Page, delay: int) -> Page:
    """A company of one's own just copied, which stands above it until the first change."""
    page.goto("/company?lang=en&company=oriflame-eu")
    ready(page)
    page.get_by_role("button", name="Copy it and change its figures").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What does my own contract say?")
    ready(page)
    page.evaluate(f"window.delay = {delay}")
    return page


@pytest.fixture
def own(copied: Page) -> Page:
    """One figure of it changed, so that a note may stand beside it."""
    enter(copied, "Starter kit (EUR)", "12.50")
    expect(copied.get_by_role("textbox", name=NOTE)).to_be_visible()
    ready(copied)
    return copied


def test_another_part_opens_by_a_click_right_after_a_note_and_the_note_is_kept(own: Page) -> None:
    own.get_by_role("textbox", name=NOTE).fill(SAID)
    own.get_by_role("radio", name="Prices and points", exact=True).click()
    expect(own.get_by_role("textbox", name="You pay, % of the shop price", exact=True)).to_be_visible()
    own.get_by_role("radio", name="Joining", exact=True).click()
    expect(own.get_by_role("textbox", name=NOTE)).to_have_value(SAID)


def test_what_is_typed_in_the_next_field_while_a_note_is_taken_is_kept(own: Page) -> None:
    own.get_by_role("textbox", name=NOTE).fill(SAID)
    own.keyboard.press("Tab")
    expect(own.get_by_role("textbox", name=NEXT)).to_be_focused()
    own.keyboard.type("8")
    ready(own)  # the note is taken
    own.keyboard.type("0")
    own.keyboard.press("Tab")
    expect(own.get_by_text("Oriflame: 2 figures differ from what is published.")).to_be_visible()
    expect(own.get_by_role("textbox", name=NEXT)).to_have_value("80")
    expect(own.get_by_role("textbox", name=NOTE).first).to_have_value(SAID)


def test_a_click_on_what_the_edit_before_it_draws_anew_counts(copied: Page) -> None:
    copied.get_by_role("textbox", name="Name", exact=True).fill("Mine")
    copied.get_by_role("button", name="Lay my plan on this company", exact=True).click()
    expect(copied.get_by_role("button", name="Your plan is laid on it", exact=True)).to_be_visible()
    expect(copied.get_by_role("textbox", name="Name", exact=True)).to_have_value("Mine")


def test_an_edit_and_the_link_after_it_both_count(page: Page, delay: int) -> None:
    page.goto("/?lang=en")
    ready(page)
    unfold(page, "Month by month")  # where the link is
    page.evaluate(f"window.delay = {delay}")
    page.get_by_role("textbox", name="Hours you work a week").fill("9")
    page.get_by_role("link", name="See the money, month by month").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("When is my money back?")
    page.get_by_role("navigation").get_by_role("link", name="Start", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What would joining do to my money?")
    expect(page.get_by_role("textbox", name="Hours you work a week")).to_have_value("9")


def test_a_link_that_moves_while_it_is_pressed_opens(page: Page) -> None:
    page.goto("/?lang=en")
    ready(page)
    unfold(page, "Month by month")
    ready(page)
    link = page.get_by_role("link", name="See the money, month by month")
    link.hover()
    page.get_by_role("textbox", name="Hours you work a week").fill("9")
    link.hover()
    pressed_at = link.bounding_box()
    page.mouse.down()  # which ends the edit
    ready(page)
    assert link.bounding_box() != pressed_at
    page.mouse.up()
    expect(page.get_by_role("heading", level=1)).to_have_text("When is my money back?")


def test_who_leaves_a_link_while_pressing_it_means_it_no_more(page: Page) -> None:
    page.goto("/?lang=en")
    ready(page)
    link = page.get_by_role("navigation").get_by_role("link", name="The money", exact=True)
    box = link.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 20, box["y"] - 4)
    page.mouse.up()
    ready(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What would joining do to my money?")


def test_a_fold_opened_right_after_an_edit_that_changes_its_words_stays_open(page: Page) -> None:
    page.goto("/?lang=en")
    ready(page)
    page.get_by_role("textbox", name="New customers a month").fill("33")  # so that tax is told of there too
    fold = page.locator("details", has=page.locator("summary", has_text="About these fields"))
    fold.locator("summary").click()
    ready(page)
    expect(fold.get_by_text("Tax on what you earn")).to_be_visible()


@pytest.mark.parametrize("apart", [0, 150])
def test_a_double_click_is_one_press(page: Page, apart: int) -> None:
    """It would pass over a part of the plan that nobody saw, or add two rows; undo stays as often as it is pressed."""
    page.goto("/plan?lang=en")
    ready(page)
    following = page.get_by_role("button", name="Next: Getting started")
    following.scroll_into_view_if_needed()
    box = following.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 10, box["y"] + box["height"] / 2)
    for count in (1, 2):
        page.mouse.down(click_count=count)
        page.mouse.up(click_count=count)
        page.wait_for_timeout(apart)
    ready(page)
    expect(page.get_by_role("button", name="Next: Stock")).to_be_visible()
