"""The way from five questions to the answers and the files, as a person walks it; every figure is the planner's own."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from planner.analysis.beside.comparison import without_recruits
from planner.analysis.case import Case
from planner.export.about import About, described
from planner.export.frames import Frame, monthly_frame
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.language import format_money, parse_number
from planner.speech import Speech
from tests.browser.session import ready

SCENTSY, GOODS = "scentsy-us", "Goods you buy at the start (USD)"
HALF_A_CENT = 0.005


def answered(opening_stock: float = 300) -> PlanFile:
    """The plan that the answers of this test come to."""
    data = default_plan("USD").model_dump()
    data["stock"]["opening_stock"] = opening_stock
    data["customers"]["new_a_month"] = 2
    data["team"]["recruits_a_month"] = 0.5
    data["money_and_time"]["hours_a_week"] = 8
    return PlanFile(company=SCENTSY, compared=(), plan=Plan.model_validate(data))


def computed(file: PlanFile) -> Case:
    return Case.of(file.plan, load_catalog().companies[str(file.company)])


def money(amount: float, decimals: int = 0) -> str:
    return format_money(amount, "USD", "en", decimals)


def signed(amount: float, decimals: int = 0) -> str:
    return f"{'+' if amount > 0 else ''}{money(amount, decimals)}"


def cell(page: Page, label: str) -> Locator:
    """A cell of the strip: its figure first, then what the last edit changed, then its qualifier."""
    return page.locator("dl > div").filter(has=page.get_by_text(label, exact=True)).get_by_role("definition")


def open_strip(page: Page) -> None:
    """Opens the line under which the strip is folded; on Start and on The odds it stands in full."""
    fold = page.locator(".st-key-strip details").first  # what to know is folded within it
    if fold.count() and fold.get_attribute("open") is None:
        fold.locator("summary").first.click()


def exactly_as_entered(page: Page) -> None:
    """Turns the page from the middle of the runs to what follows if everything goes exactly as entered."""
    choice = page.locator(".st-key-strip-view")
    expect(choice).to_be_visible()
    open_strip(page)
    ready(page)
    expect(choice).to_contain_text("Exactly as entered")  # where a page has that view only, nothing is chosen
    view = choice.get_by_role("radio", name="Exactly as entered", exact=True)
    if view.count() and view.get_attribute("aria-checked") != "true":
        view.click()
        expect(view).to_have_attribute("aria-checked", "true")
        ready(page)


def unfold(page: Page, title: str) -> None:
    """Opens what is folded under a title."""
    fold = page.locator("details").filter(has=page.locator("summary").get_by_text(title, exact=True)).last
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
        ready(page)


def expect_strip(page: Page, file: PlanFile) -> None:
    """As entered, the strip shows what the planner computes for this plan, as a bound where costs are not disclosed."""
    exactly_as_entered(page)
    case = computed(file)
    projection, measures = case.projection, case.measures
    back = measures.payback.month
    hole = money(measures.peak_funding_need)
    expect(cell(page, "Deepest hole").first).to_have_text(
        f"at least {hole}" if projection.terms.unknown_costs else hole
    )
    total = projection.statement.cumulative_cash_flow[:, 0]
    rising = total[-1] > total[max(-13, -len(total))]  # over the last twelve months
    never = "Not yet" if rising else "Never"
    expect(cell(page, "Money back").first).to_have_text(never if back is None else f"month {back}")
    after = f"After {file.plan.horizon_months} months"
    expect(cell(page, after).first).to_have_text(signed(measures.result))
    expect(cell(page, "Per hour worked").first).to_have_text(signed(measures.earnings_per_hour or 0, 2))


def enter(page: Page, label: str, text: str) -> None:
    """Types over what stands in a field, key by key, and leaves it."""
    page.get_by_role("textbox", name=label, exact=True).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)
    page.keyboard.press("Tab")
    ready(page)


def follow(page: Page, link: str, question: str) -> None:
    """Goes to another page by a link that it shows, until that page's question stands there."""
    page.get_by_role("link", name=link, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(question)
    ready(page)


def choose_file(page: Page, name: str, content: bytes) -> None:
    """Gives a file to the field for a saved plan, which is folded on the first page and on My plan."""
    fold = page.locator(".st-key-begin-with details, .st-key-open-plan details").first
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    files: Any = {"name": name, "mimeType": "application/json", "buffer": content}
    page.locator('input[type="file"]').set_input_files(files)


def open_plan(page: Page, file: PlanFile) -> None:
    """Opens a saved plan on the first page."""
    page.goto("/?lang=en")
    ready(page)
    exactly_as_entered(page)  # before the file is taken up, since a click meanwhile would draw the page anew
    choose_file(page, "plan.json", dump_plan_file(file))
    expect_strip(page, file)
    ready(page)


def downloaded(page: Page, button: str, name: str = "") -> bytes:
    """What a button hands over; name: what the file is called, where that matters."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    assert name in ("", download.value.suggested_filename)
    return Path(download.value.path()).read_bytes()


def rows(table: Locator) -> list[list[str]]:
    """The cells of a table, a list a row, the titles of its columns first."""
    texts: list[list[str]] = table.evaluate("table => [...table.rows].map(row => [...row.cells].map(c => c.innerText))")
    return texts


def table(page: Page, caption: str) -> Locator:
    """By its caption, after which it may say that it is wider than the screen."""
    begins = re.compile(rf"^{re.escape(caption)}(Wider|$)")
    return page.locator("table").filter(has=page.locator("caption", has_text=begins))


def test_five_questions_are_answered_at_once_and_after_every_edit(page: Page) -> None:
    page.goto("/")
    ready(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What would joining do to my money?")
    # Some company is chosen, and all four figures are there before anything is entered.
    expect(page.get_by_role("combobox", name="Which company?")).not_to_have_value("")
    for label in ("Deepest hole", "Money back", "After 24 months", "Per hour worked"):
        expect(cell(page, label).first).to_have_text(re.compile(r"\w"))
    page.get_by_role("combobox", name="Which company?").click()
    page.get_by_role("option", name="Scentsy · United States").click()
    expect_strip(page, PlanFile(company=SCENTSY, compared=(), plan=default_plan("USD")))
    enter(page, GOODS, "300")
    enter(page, "New customers a month", "2")
    enter(page, "People you recruit a month", "0.5")
    enter(page, "Hours you work a week", "8")
    expect_strip(page, answered(300))

    # At launch: kit 99, start-up costs 100 and 10 % of them set aside, and the goods: 99 + 100 + 10 + 900 = 1,109.
    # With 300 it was 99 + 100 + 10 + 300 = 509, at launch too: running costs of 25 a month make no deeper one later.
    enter(page, GOODS, "900")
    expect_strip(page, answered(900))
    expect(cell(page, "Deepest hole")).to_have_text(
        ["at least 1,109 USD", "600 USD deeper than before your change", "month 0 (Jan 2027)"]
    )
    # Once another field was touched, an edit begins anew. All that is typed into one field until the next is touched is
    # one edit, so the 500 in between count for nothing: 99 + 100 + 10 + 450 = 659, and 1,109 - 659 = 450.
    enter(page, "Hours you work a week", "9")
    enter(page, "Hours you work a week", "8")
    enter(page, GOODS, "500")
    enter(page, GOODS, "450")
    expect_strip(page, answered(450))
    expect(cell(page, "Deepest hole")).to_have_text(
        ["at least 659 USD", "450 USD less deep than before your change", "month 0 (Jan 2027)"]
    )

    follow(page, "Change everything else in your plan", "What is my plan?")
    expect_strip(page, answered(450))
    follow(page, "The money", "When is my money back?")
    expect_strip(page, answered(450))
    follow(page, "See what leaving costs", "What does leaving cost?")
    expect_strip(page, answered(450))
    follow(page, "Start", "What would joining do to my money?")
    expect(page.get_by_role("textbox", name=GOODS)).to_have_value("450")
    expect(page.get_by_role("textbox", name="New customers a month")).to_have_value("2")


@pytest.fixture
def cash_flow(page: Page) -> Page:
    """The cash-flow page under the plan of the answers."""
    open_plan(page, answered())
    follow(page, "The money", "When is my money back?")
    return page


def test_answer_strip_table_and_files_agree_to_the_cent(cash_flow: Page) -> None:
    page = cash_flow
    case = computed(answered())
    own = monthly_frame(case)
    expected = described(own, About(case.plan, (case.company,)), Speech.of("en", case.plan))  # and what it is of

    unfold(page, "Take the figures with you")
    page.get_by_text("Commas between columns, decimal points").click()
    ready(page)
    points = read_csv(page, sep=",", decimal=".")
    page.get_by_text("Semicolons between columns, decimal commas", exact=False).click()
    ready(page)
    commas = read_csv(page, sep=";", decimal=",", encoding="utf-8-sig")
    for frame in (points, commas):
        assert list(frame.columns) == list(expected.columns)
        for name in expected.select_dtypes("number"):
            np.testing.assert_allclose(frame[name], expected[name], rtol=0, atol=HALF_A_CENT, err_msg=name)

    total = points["cumulative_cash_flow"]
    hole = money(-total.min())
    deepest = f"month {total.idxmin()} ("
    open_strip(page)
    expect(cell(page, "Deepest hole")).to_contain_text([f"at least {hole}", deepest])
    expect(cell(page, "After 24 months").first).to_have_text(signed(total.iloc[-1]))
    # Back for good in the first month after the last one below zero.
    back = total[total < 0].index.max() + 1
    assert back == case.measures.payback.month
    answer = page.get_by_text("Your money is back in", exact=False).first
    expect(answer).to_contain_text(f"month {back} (Feb 2028), before costs not disclosed")
    expect(answer).to_contain_text(f"at least {hole} down, in {deepest}")

    unfold(page, "The statement")
    page.get_by_text("By month", exact=True).click()
    statement = table(page, "Money in and out, USD")
    expect(statement.get_by_role("rowheader", name="Month 24", exact=True)).to_be_visible()
    heads, *body, whole = rows(statement)
    net, running = heads.index("In less out"), heads.index("Running total")
    assert [row[0] for row in body] == ["Start", *(f"Month {month}" for month in range(1, 25))]
    assert_rounded([row[net] for row in body], points["net_cash_flow"])
    assert_rounded([row[running] for row in body], total)
    assert_rounded([whole[net]], [points["net_cash_flow"].sum()])
    goods = heads.index("Goods bought")
    assert_rounded([row[goods] for row in body], -points["inventory_purchases"])


def read_csv(page: Page, **style: Any) -> Frame:
    return pd.read_csv(BytesIO(downloaded(page, "Every month as a table (CSV)")), **style)


def assert_rounded(texts: list[str], amounts: Any) -> None:
    """Cells of a table are these amounts to the whole unit; an empty one is nothing."""
    shown = [parse_number(text, "en") if text.strip() else 0.0 for text in texts]
    np.testing.assert_allclose(shown, list(amounts), rtol=0, atol=0.5 + 1e-6)


def test_break_even_says_the_same_as_the_planner(page: Page) -> None:
    open_plan(page, answered())
    follow(page, "The odds", "What could happen?")
    follow(page, "What must happen", "What must happen for …?")
    # Running costs of 25 each month and the web shop, 15 in 21 of 24 months: 25 + 15 x 21 / 24 = 38.125 a month. At the
    # end goods cost 75 % of the price, so an order of 50 leaves 12.50: 38.125 / 12.5 = 3.05, and orders are whole: 4.
    answer = page.get_by_text("To cover your fees and running costs you must sell", exact=False).first
    expect(answer).to_contain_text("at least 4 orders a month")
    alone = answered().model_copy(update={"plan": without_recruits(answered().plan)})
    hole = rows(table(page, "With and without recruits, before costs not disclosed"))[1]
    assert hole[:3] == [
        "Deepest hole",
        *(f"at least {money(computed(file).measures.peak_funding_need)}" for file in (answered(), alone)),
    ]
