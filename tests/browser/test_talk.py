"""Two people at a phone: from step to step by keyboard, who said a figure in two taps, and back where it was left."""

from playwright.sync_api import Page, expect

from planner.inputs.together.talk import STEPS
from tests.browser.session import axe, ready
from tests.browser.test_reachable import PHONE, TOO_WIDE, tab_to


def test_the_talk_is_walked_on_a_phone_by_keyboard_and_resumed_where_it_was_left(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/talk?lang=en")
    ready(page)
    for question in list(STEPS.values())[1:4]:
        tab_to(page, page.get_by_role("button", name="Next", exact=True))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(question)
        ready(page)
    customers = page.get_by_role("textbox", name="New customers a month")
    customers.fill("4")
    customers.press("Enter")
    expect(page.get_by_text("New customers a month 1 → 4: ")).to_be_visible()
    ready(page)
    page.get_by_role("button", name="Who?").first.click()
    page.get_by_role("button", name="the recruiter").or_(page.get_by_role("radio", name="the recruiter")).click()
    expect(page.get_by_role("button", name="Recruiter")).to_be_visible()
    ready(page)
    assert axe(page) == []
    assert page.evaluate(TOO_WIDE) == []
    page.goto("/who_said?lang=en")
    expect(page.get_by_text("the recruiter, ")).to_be_visible()
    ready(page)
    page.goto("/talk?lang=en")
    expect(page.get_by_role("heading", level=1)).to_have_text(STEPS["customers"])
