"""A file that is no plan, or a hostile one: one clear message, no traceback, and the plan as it was."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from planner.inputs.plan_file import dump_plan_file
from tests.browser.session import ready, watched
from tests.browser.test_journey import GOODS, answered, choose_file, enter, expect_strip, follow, open_plan

GOOD = dump_plan_file(answered(300))
KEPT = answered(450)  # what the person has typed before they open the file
SCRIPT = '<script>document.title = "run"</script><img src=x onerror="document.title = \'run\'">'


def changed(**stated: Any) -> bytes:
    """The good file with other values in its plan."""
    content = json.loads(GOOD)
    content["plan"] |= stated
    return json.dumps(content).encode()


# What is wrong with a file, its bytes, and words of the message that say so.
BAD_FILES = {
    "truncated": (GOOD[: len(GOOD) // 2], "The file ends before the plan in it does."),
    "empty": (b"", "The file ends before the plan in it does."),
    "not a number": (GOOD.replace(b'"opening_stock": 300', b'"opening_stock": NaN'), "not a finite number"),
    "infinite": (GOOD.replace(b'"opening_stock": 300', b'"opening_stock": 1e999'), "not a finite number"),
    "another version": (GOOD.replace(b'"version": 9', b'"version": 10'), "This file is of version 10"),
    "another program's": (b'{"rows": [1, 2, 3]}', "no plan saved by Joinwise"),
    "deep": (b"[" * 200_000 + b"]" * 200_000, "inside each other"),
    "wrong encoding": (GOOD.decode().encode("utf-16"), "no text in UTF-8"),
    "three megabytes": (GOOD[:-2] + b', "more": "' + b"x" * 3_000_000 + b'"}', "larger than 1,200,000 bytes"),
    "a horizon of 1000": (changed(horizon_months=1000), "plan.horizon_months"),
    "a script for a key": (changed(**{SCRIPT: 1}), "Nothing by this name is read"),
    "a script for a number": (changed(horizon_months=SCRIPT), "plan.horizon_months"),
}


@pytest.fixture(scope="module")
def own_plan(browser: Browser, server: str) -> Any:
    """The first page with a plan that the person has changed; the same for every bad file, as none may change it."""
    with watched(browser, server) as open_page:
        page = open_page()
        open_plan(page, answered(300))
        enter(page, GOODS, "450")
        expect_strip(page, KEPT)
        yield page


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_bad_file_is_refused_with_one_message_and_the_plan_stays(own_plan: Page, what: str) -> None:
    page, (content, words) = own_plan, BAD_FILES[what]
    name = f"{what}.json"
    choose_file(page, name, content)
    message = page.get_by_role("alert")
    expect(message).to_contain_text(name)
    ready(page)
    expect(message).to_have_count(1)
    expect(message).to_contain_text(words)
    expect(message.get_by_role("listitem")).to_have_count(1)
    text = page.locator("body").inner_text()
    assert "Traceback" not in text
    assert "Error" not in text
    assert page.title() != "run"
    expect_strip(page, KEPT)
    expect(page.get_by_role("textbox", name=GOODS)).to_have_value("450")


def test_every_fault_of_a_file_is_listed(own_plan: Page) -> None:
    bad = changed(horizon_months=0, customers={**json.loads(GOOD)["plan"]["customers"], "attrition": 1, "discount": -1})
    choose_file(own_plan, "three.json", bad)
    message = own_plan.get_by_role("alert")
    expect(message).to_contain_text("three.json")
    faults = message.get_by_role("listitem")
    expect(faults).to_have_count(3)
    for place in ("plan.horizon_months", "plan.customers.attrition", "plan.customers.discount"):
        expect(faults.filter(has_text=place)).to_have_count(1)
    expect_strip(own_plan, KEPT)


@pytest.mark.parametrize(
    ("name", "content"), [("six-megabytes.json", GOOD + b" " * 6_000_000), ("plan.txt", GOOD)], ids=["large", "text"]
)
def test_what_the_field_itself_refuses_is_refused_in_swedish_too(page: Page, name: str, content: bytes) -> None:
    page.goto("/?lang=sv")
    ready(page)
    choose_file(page, name, content)
    message = page.get_by_role("alert")
    expect(message).to_have_count(1)
    expect(message).not_to_contain_text(re.compile("Error|must be|not allowed"))


def test_an_opened_file_stands_in_its_field_in_swedish_too(page: Page) -> None:
    page.goto("/?lang=sv")
    ready(page)
    choose_file(page, "min-plan.json", GOOD)
    expect(page.get_by_text("min-plan.json")).to_be_visible()
    ready(page)
    for english in ("Remove", "Add files"):
        expect(page.get_by_role("button", name=english)).to_have_count(0)


def test_markup_in_names_is_shown_as_text(page: Page) -> None:
    name = "<b>bold</b> $x$ **y** " + SCRIPT[:40]
    cost = "<img src=x onerror=\"document.title = 'run'\">"
    costs = [{"name": cost, "amount": 50, "first_month": 1, "every_months": 1}]
    content = changed(name=name, running_costs=costs, exchange_rates={"EUR": 1.08})
    bad_company = json.loads(content) | {"company": SCRIPT[:70]}
    page.goto("/?lang=en")
    ready(page)
    choose_file(page, f"{SCRIPT}.json".replace("/", "-"), json.dumps(bad_company).encode())
    # A company that is not in the list is named as it stands in the file.
    expect(page.get_by_text(SCRIPT[:70])).to_be_visible()
    follow(page, "My plan", "What is my plan?")
    expect(page.get_by_role("textbox", name="Name of the plan")).to_have_value(name)
    page.get_by_text("Running costs", exact=True).first.click()
    expect(page.get_by_role("textbox", name="What", exact=True)).to_have_value(cost)
    for link, question in (
        ("The money", "When is my money back?"),
        ("Leaving", "What does leaving cost?"),
        ("The companies", "With which company do fewer people lose money?"),
        ("Method", "Where do the figures come from?"),
    ):
        follow(page, link, question)
        assert page.locator('img[src="x"]').count() == 0
        assert page.title() != "run"
