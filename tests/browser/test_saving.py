"""A mentor keeps a plan and gives a recruit a link for notes: both at once, on a laptop and a phone, in Swedish."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from planner.language import translations
from tests.browser.session import axe, ready
from tests.browser.test_journey import unfold
from tests.browser.test_reachable import PHONE, TOO_WIDE

_ = translations("sv").gettext


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=_(name), exact=True).first.click()
    ready(page)


def told_link(page: Page) -> str:
    link = page.get_by_test_id("stCode").inner_text()
    press(page, "I have copied it")
    return link


def recruit_writes(recruit: Page, link: str) -> None:
    """A note at a step of the talk, by a link for notes."""
    recruit.goto(link)
    ready(recruit)
    expect(recruit.get_by_text("Med din länk kan du titta och skriva anteckningar.")).to_be_visible()
    assert "saved" not in recruit.url
    recruit.goto("/talk?lang=sv")  # the tab keeps what it came with
    ready(recruit)
    unfold(recruit, "Anteckningar till det här steget: 0")
    recruit.get_by_role("textbox", name=_("Write a note")).fill("Fråga om avgiften")
    recruit.get_by_role("textbox", name=_("Your name")).fill("Sara")
    press(recruit, "Keep it")
    press(recruit, "Save the notes")
    expect(recruit.get_by_text("Version 2, sparad av Sara")).to_be_visible()
    assert recruit.evaluate(TOO_WIDE) == []


def mentor_goes_on(page: Page) -> None:
    """What the recruit wrote is taken in, the first talk is fixed as a baseline, and a change is saved."""
    page.reload()
    ready(page)
    expect(page.get_by_text("Sparad under tiden: Version 2, sparad av Sara")).to_be_visible()
    expect(page.get_by_role("textbox", name=_("Saved by (a name, or nothing)")).first).to_have_value("Maria")
    press(page, "Take it in now")
    unfold(page, "2 versioner")
    press(page, "Fix it as a baseline")
    page.get_by_role("textbox", name=_("Its name, such as: our first talk")).fill("Vårt första samtal")
    press(page, "Fix it under this name")
    expect(page.get_by_role("checkbox", name="Vårt första samtal")).to_be_checked()
    page.get_by_role("navigation").get_by_role("link", name="Start", exact=True).click()
    ready(page)
    customers = page.get_by_role("textbox", name=_("New customers a month"))
    customers.fill("3")
    customers.press("Enter")
    ready(page)
    press(page, "Save the plan")
    page.get_by_role("link", name=_("Versions and links of this plan")).click()
    ready(page)
    unfold(page, "3 versioner")
    expect(page.get_by_text("Ändrat: Nya kunder i månaden")).to_be_visible()


def test_a_mentor_and_a_recruit_write_in_the_same_plan(page: Page, new_page: Callable[..., Page]) -> None:
    page.goto("/versions?lang=sv")
    ready(page)
    unfold(page, _("Keep this plan, with a secret link"))
    page.get_by_role("textbox", name=_("Saved by (a name, or nothing)")).fill("Maria")
    press(page, "Keep this plan")
    told_link(page)
    page.get_by_role("checkbox", name=_("Keep this plan on a list on this device")).check()
    unfold(page, "1 länk öppnar planen")
    page.get_by_role("textbox", name=_("A new link for (a name)")).fill("Sara")
    press(page, "Give this link")
    given = told_link(page)
    assert axe(page) == []
    recruit = new_page(viewport=PHONE)
    recruit_writes(recruit, given)
    mentor_goes_on(page)
    unfold(page, "2 länkar öppnar planen")
    press(page, "Take it back")
    recruit.reload()
    ready(recruit)
    expect(recruit.get_by_role("alert").filter(has_text="öppnar ingenting").first).to_be_visible()
    other_tab = page.context.new_page()
    other_tab.goto("/?lang=sv")
    ready(other_tab)
    unfold(other_tab, _("Or begin with a plan that exists"))
    other_tab.get_by_role("button", name="Min plan · ").first.click()
    expect(other_tab.get_by_text("Version 3, sparad av Maria").first).to_be_visible()
    ready(other_tab)
    other_tab.goto(f"/?saved={'x' * 43}&lang=sv")  # what the tab kept is no plan of that link, and it is said
    ready(other_tab)
    expect(other_tab.get_by_role("alert").filter(has_text="öppnar ingenting").first).to_be_visible()
