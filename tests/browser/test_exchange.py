"""Two people exchange a company of their own: in a plan and as a file, and both see the same."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from planner.inputs.company.catalog import load_catalog, read_company
from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import differing
from planner.inputs.own_company.places import note_at, value_at
from planner.inputs.plan_file import read_plan_file
from tests.browser.session import axe, ready
from tests.browser.test_journey import choose_file, downloaded, enter, open_strip

QUESTION = "What does my own contract say?"
OWN = "yours-oriflame-eu"
PUBLISHED = load_catalog().companies["oriflame-eu"]
NOTE = "price list of March 2026, page 4"


def follow_in_list(page: Page, link: str, question: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name="The companies", exact=True).click()
    ready(page)
    page.get_by_role("navigation").get_by_role("link", name=link, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(question)
    ready(page)


def part(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).click()
    ready(page)


@pytest.fixture
def copied(page: Page) -> Page:
    """Oriflame copied, three figures of it changed, and the plan laid on it."""
    page.goto("/my_company?lang=en")
    ready(page)
    page.get_by_role("combobox", name="Company to copy").click()
    page.get_by_role("option", name=f"Oriflame · {PUBLISHED.market.en} · ").click()
    ready(page)
    page.get_by_role("button", name="Copy it", exact=True).click()
    expect(page.get_by_text("Oriflame: everything is as published so far.")).to_be_visible()
    ready(page)
    enter(page, "Starter kit (EUR)", "12.50")
    expect(page.get_by_text("Oriflame: 1 figure differs from what is published.")).to_be_visible()
    enter(page, "Where it stands, such as: price list of March 2026, page 4", NOTE)
    part(page, "Prices and points")
    enter(page, "You pay, % of the shop price", "75")
    part(page, "Getting out")
    enter(page, "Share paid back for returned goods (%)", "90")
    expect(page.get_by_text("Oriflame: 3 figures differ from what is published.")).to_be_visible()
    page.get_by_role("button", name="Lay my plan on this company", exact=True).click()
    expect(page.get_by_role("button", name="Your plan is laid on it", exact=True)).to_be_visible()
    ready(page)
    return page


def assert_mine(company: Company) -> None:
    assert (company.id, company.yours, company.version_of) == (OWN, True, "oriflame-eu")
    assert set(differing(company, PUBLISHED)) == {"joining.starter_kit_fee", "prices", "buy_back.share"}
    assert value_at(company, "joining.starter_kit_fee") == 12.5
    assert note_at(company, "joining.starter_kit_fee") == NOTE
    assert value_at(company, "prices") == ((0, 0.75),)
    assert value_at(company, "buy_back.share") == 0.9


def differences(page: Page) -> list[str]:
    """What the page lists as different from the published, a line each."""
    return page.get_by_text("; published: ").all_inner_texts()


def test_a_plan_with_a_changed_company_opens_elsewhere_and_shows_the_same(
    copied: Page, new_page: Callable[..., Page]
) -> None:
    page = copied
    told = differences(page)
    assert len(told) == 3
    assert told[0].startswith("yours: 12.50\N{NO-BREAK SPACE}EUR; published: ")
    open_strip(page)
    strip = page.locator("dl").first.inner_text()
    follow_in_list(page, "My plan", "What is my plan?")
    saved = downloaded(page, "Save the plan as a file")
    file, faults = read_plan_file(saved, "my-plan.json")
    assert faults == ()
    assert file is not None
    assert file.company == OWN
    assert_mine(file.own_companies[0])

    elsewhere = new_page()
    elsewhere.goto("/?lang=en")
    ready(elsewhere)
    choose_file(elsewhere, "my-plan.json", saved)
    expect(elsewhere.locator(".whose")).to_contain_text("your version")  # so the file was taken up
    ready(elsewhere)
    follow_in_list(elsewhere, "Add or change one", QUESTION)
    assert differences(elsewhere) == told
    open_strip(elsewhere)
    assert elsewhere.locator("dl").first.inner_text() == strip
    follow_in_list(elsewhere, "My plan", "What is my plan?")
    assert downloaded(elsewhere, "Save the plan as a file") == saved


def test_a_company_file_opens_elsewhere_and_shows_the_same(copied: Page, new_page: Callable[..., Page]) -> None:
    page = copied
    told = differences(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save it as a file", exact=True).click()
    assert download.value.suggested_filename == f"{OWN}.toml"
    saved = Path(download.value.path()).read_bytes()
    company, faults = read_company(saved, f"{OWN}.toml")
    assert faults == ()
    assert company is not None
    assert_mine(company)

    elsewhere = new_page(locale="sv-SE")
    elsewhere.goto("/my_company?lang=en")
    ready(elsewhere)
    elsewhere.get_by_text("Open a company file", exact=True).first.click()
    ready(elsewhere)
    files: Any = {"name": f"{OWN} (1).toml", "mimeType": "application/toml", "buffer": saved}
    elsewhere.locator('input[type="file"]').set_input_files(files)
    expect(elsewhere.get_by_text("Oriflame: 3 figures differ from what is published.")).to_be_visible()
    ready(elsewhere)
    assert differences(elsewhere) == told
    assert downloaded(elsewhere, "Save it as a file") == saved


def test_a_refresh_keeps_the_company_and_undo_brings_the_deleted_one_back(copied: Page) -> None:
    page = copied
    told = differences(page)
    page.reload()
    ready(page)
    expect(page.get_by_text("Oriflame: 3 figures differ from what is published.")).to_be_visible()
    assert differences(page) == told
    page.get_by_role("button", name="Delete it", exact=True).click()
    expect(page.get_by_text("Oriflame is deleted, and your plan was laid on it.", exact=False)).to_be_visible()
    ready(page)
    assert differences(page) == []
    follow_in_list(page, "My plan", "What is my plan?")
    page.get_by_role("button", name="Undo").click()
    ready(page)
    follow_in_list(page, "Add or change one", QUESTION)
    assert differences(page) == told


def test_the_page_keeps_to_the_rules_of_accessibility(copied: Page) -> None:
    assert axe(copied) == []
