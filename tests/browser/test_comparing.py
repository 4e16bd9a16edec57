"""Two companies compared in one currency, the same on the command line, and where the figures come from."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import numpy as np
import pandas as pd
from playwright.sync_api import Page, expect

from planner.analysis.beside.comparison import Comparison, compare
from planner.analysis.beside.ranking import in_order, order_by_risk
from planner.analysis.chance.odds import odds
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import read_plan_file
from planner.simulation.engine import simulate
from tests.browser.session import PROJECT_FOLDER, ready
from tests.browser.test_journey import (
    answered,
    assert_rounded,
    downloaded,
    enter,
    follow,
    open_plan,
    rows,
    table,
)

AMWAY, SCENTSY = "Amway · Europe (euro)", "Scentsy · United States"
LULAROE = "LuLaRoe · United States · historic, 2014 to 2017"
RATE = 1.08
QUESTION = "With which company do fewer people lose money?"


def expected() -> Comparison:
    """Scentsy and Amway under the plan of the answers, a euro at 1.08 dollars."""
    data = answered().plan.model_dump() | {"exchange_rates": {"EUR": RATE}}
    companies = load_catalog().companies
    return compare(Plan.model_validate(data), (companies["scentsy-us"], companies["amway-eu"]))


def in_order_of_risk(comparison: Comparison) -> Comparison:
    """The companies as the page shows them: by how many of 1,000 runs lose money."""
    found = [odds(simulate(comparison.plan, case.company, 1_000)) for case in comparison.cases]
    return in_order(comparison, order_by_risk(found))


def compare_scentsy_and_amway(page: Page) -> None:
    """Opens a plan that compares Scentsy with a third company, and puts Amway in that one's place."""
    open_plan(page, answered().model_copy(update={"compared": ("scentsy-us", "lularoe-us-2017")}))
    follow(page, "The companies", QUESTION)
    unfold(page, "choose")
    page.get_by_text(LULAROE, exact=True).click()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)
    ready(page)
    page.get_by_text(AMWAY, exact=True).click()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(2)
    ready(page)
    enter(page, "What 1 EUR costs in USD", str(RATE))
    expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    ready(page)


def unfold(page: Page, key: str) -> None:
    """Opens a part of the comparison."""
    page.locator(f".st-key-compare-{key} summary").first.click()
    ready(page)


def test_two_companies_in_one_currency_on_the_page_in_the_file_and_on_the_command_line(
    page: Page, tmp_path: Path
) -> None:
    compare_scentsy_and_amway(page)
    comparison = expected()
    by_risk = in_order_of_risk(comparison)
    unfold(page, "as-planned")
    measures = table(page, "What the same plan comes to over 24 months, before costs not disclosed")
    heads, *body = rows(measures)
    assert heads[1:] == [*(case.company.name for case in by_risk.cases), "Not joining"]
    by_title = {row[0]: row[1:] for row in body}
    totals = [*(case.measures.result for case in by_risk.cases), comparison.not_joining.total]
    assert_rounded([text.split("\N{NO-BREAK SPACE}USD")[0] for text in by_title["Result"]], totals)
    unfold(page, "terms")
    expect(page.get_by_role("rowheader", name="Not disclosed", exact=True)).to_be_visible()

    unfold(page, "downloads")
    page.get_by_text("Commas between columns, decimal points").click()
    ready(page)
    csv = downloaded(page, "Every month as a table (CSV)")
    frame = pd.read_csv(BytesIO(csv))
    assert list(frame["company"].unique()) == ["scentsy-us", "amway-eu", "not-joining"]
    assert set(frame["currency"]) == {"USD"}
    for case in comparison.cases:
        ours = frame[frame["company"] == case.company.id]["cumulative_cash_flow"]
        np.testing.assert_allclose(ours, case.projection.statement.cumulative_cash_flow[:, 0], rtol=0, atol=0.005)
    page.get_by_text("Semicolons between columns, decimal commas", exact=False).click()
    ready(page)
    written = BytesIO(downloaded(page, "Every month as a table (CSV)"))
    commas = pd.read_csv(written, sep=";", decimal=",", encoding="utf-8-sig")
    pd.testing.assert_frame_equal(commas, frame)

    follow(page, "My plan", "What is my plan?")
    saved = downloaded(page, "Save the plan as a file")
    file, faults = read_plan_file(saved, "my-plan.json")
    assert faults == ()
    assert file is not None
    assert file.plan == comparison.plan
    assert file.compared == ("scentsy-us", "amway-eu")
    (tmp_path / "my-plan.json").write_bytes(saved)
    command = [sys.executable, "-m", "planner", "compare", str(tmp_path / "my-plan.json")]
    for named in ([], ["--companies", "scentsy-us,amway-eu"]):
        done = subprocess.run([*command, *named], cwd=PROJECT_FOLDER, capture_output=True, check=True)
        assert done.stdout == csv


def test_without_a_rate_a_page_asks_for_the_rate(page: Page) -> None:
    open_plan(page, answered())
    page.get_by_role("combobox", name="Which company?").click()
    page.get_by_role("option", name=AMWAY).click()
    expect(page.get_by_role("textbox", name="What 1 EUR costs in USD")).to_be_visible()
    ready(page)
    page.get_by_role("navigation").get_by_role("link", name="The money", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("say what 1 EUR costs in USD")
    expect(page.get_by_role("heading", level=1)).to_have_text("One figure is missing")


def test_the_method_page_shows_a_figure_with_its_source(page: Page) -> None:
    open_plan(page, answered())
    follow(page, "Method", "Where do the figures come from?")
    expect(page.get_by_role("combobox").first).to_have_value(f"{SCENTSY} · steps of the group")
    page.locator(".st-key-method-company summary").first.click()
    page.get_by_text("Joining and staying", exact=True).click()
    kit = page.locator("dl > div").filter(has=page.get_by_role("term").get_by_text("Starter kit"))
    expect(kit).to_contain_text("99 USD")
    source = load_catalog().companies["scentsy-us"].sources["disclosure-2019"]
    expect(kit.get_by_role("link", name=source.title)).to_have_attribute("href", str(source.address))
    # A fee that was looked for and not found says so.
    renewal = page.locator("dl > div").filter(has=page.get_by_text("No readable source gives a yearly fee."))
    expect(renewal).to_contain_text("not disclosed")
