"""A mentor lists the plans of several people on a phone, opens one and lays two beside each other."""

from pathlib import Path

from playwright.sync_api import Page, expect

from planner.inputs.plan_file import PlanFile, dump_plan_file
from tests.browser.session import axe, ready
from tests.browser.test_reachable import PHONE, TOO_WIDE
from tests.plans import small_seller


def test_plans_are_listed_opened_and_compared_on_a_phone(page: Page, tmp_path: Path) -> None:
    files = []
    for name, customers in (("Anna", 1.0), ("Bo", 4.0)):
        plan = small_seller(name=name, horizon_months=6, customers={"new_a_month": customers})
        files.append(tmp_path / f"{name}.json")
        files[-1].write_bytes(dump_plan_file(PlanFile(company="scentsy-us", plan=plan)))
    files.append(tmp_path / "none.json")
    files[-1].write_text("{}", encoding="utf-8")
    page.set_viewport_size(PHONE)
    page.goto("/several?lang=en")
    ready(page)
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_text("most lose money with Anna: ")).to_be_visible()
    expect(page.get_by_text("none.json was not taken in")).to_be_visible()
    ready(page)
    assert axe(page) == []
    assert page.evaluate(TOO_WIDE) == []
    page.get_by_role("button", name="Open Bo").click()
    expect(page.locator("p.whose")).to_contain_text("Bo")
    ready(page)
    page.get_by_role("button", name="Compare the two").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What do the differences do?")
    expect(page.get_by_text("Anna (in the file)").first).to_be_visible()
