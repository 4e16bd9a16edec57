"""My plan: undo and redo, and what changed since the plan was opened."""

from typing import Any

import pytest

from pages.shared.session import browser, history
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.language import Language
from planner.projection.engine import project
from tests.pages.conftest import OpenApp, enter, field, group, plan_of, run, said, shown
from tests.plans import small_seller

PLAN = "pages/plan.py"
CHOSEN = load_catalog().companies["scentsy-us"]
SPACE = "\N{NO-BREAK SPACE}"


def test_a_draft_holds_the_plan_and_what_it_was_when_it_was_opened() -> None:
    opened, now = (PlanFile(company="scentsy-us", plan=small_seller(stock={"own_use": use})) for use in (0, 20))
    assert browser.read(browser.written(now, opened)) == (now, opened)
    assert browser.read(browser.written(opened, opened)) == (opened, None)
    for draft in ("", "[]", "{}", "[1]", '["{}", "{}"]', "[" * 10_000):  # whatever lies in the browser's store
        assert browser.read(draft) == (None, None)
        assert browser.stands_on(draft) is None
    stand = ("A" * 43, 2, "Anna")
    assert browser.stands_on(browser.written(now, opened, stand)) == stand
    assert browser.read(browser.written(now, opened, stand)) == (now, opened)
    assert browser.stands_on('[{"saved": 1, "version": "2", "by": null}]') is None


def usd(company: str = "scentsy-us", **groups: Any) -> PlanFile:
    return PlanFile(company=company, plan=Plan.model_validate(default_plan("USD").model_dump() | groups))


def test_what_was_edited_before_the_draft_came_is_laid_on_it() -> None:
    """But for a list, of which more would be lost, and for amounts in another currency."""
    costs = [{"name": "Car", "amount": 50}]
    kept, began = usd("herbalife-us", running_costs=costs, stock={"opening_stock": 77}), usd()
    now = usd(customers={"new_a_month": 3}, running_costs=[{"name": "Telephone", "amount": 5}])
    both = usd("herbalife-us", running_costs=costs, stock={"opening_stock": 77}, customers={"new_a_month": 3})
    assert browser.with_edits(kept, began, now) == both
    assert browser.with_edits(kept, began, usd("scentsy-us")) == kept
    assert browser.with_edits(kept, began, usd("amway-us")).company == "amway-us"
    euros = PlanFile(company="amway-eu", plan=default_plan("EUR"))
    assert browser.with_edits(euros, began, now) == euros


def click(app: Any, key: str) -> Any:
    app.button(key=key).click()
    return run(app)


def words(app: Any) -> list[str]:
    return [said(each).replace(SPACE, " ") for each in app.markdown]


def title(app: Any) -> str:
    [found] = [each.label for each in app.expander if each.label.startswith("What changed")]
    return found


def opened(open_app: OpenApp, language: Language = "en", view: str = "") -> Any:
    """My plan with a seller who buys goods for 200 at the start."""
    return open_app(language, PLAN, PlanFile(company="scentsy-us", plan=small_seller()), view)


def stock_app(open_app: OpenApp) -> Any:
    return group(opened(open_app), "stock")


def test_nothing_to_undo_at_first(open_app: OpenApp) -> None:
    app = stock_app(open_app)
    assert app.button(key="undo").disabled
    assert app.button(key="redo").disabled


def test_edits_are_taken_back_and_made_again(open_app: OpenApp) -> None:
    app = stock_app(open_app)
    enter(app, "stock.opening_stock", "400")
    enter(app, "stock.own_use", "30")
    enter(app, "stock.opening_stock", "500")
    click(app, "undo")
    assert (plan_of(app).stock.opening_stock, field(app, "stock.opening_stock").value) == (400, "400")
    click(app, "undo")
    assert plan_of(app).stock.own_use == 0
    click(app, "redo")
    assert (plan_of(app).stock.own_use, field(app, "stock.own_use").value) == (30, "30")
    click(app, "undo")
    click(app, "undo")
    assert plan_of(app) == small_seller()
    assert app.button(key="undo").disabled
    for _step in range(3):
        click(app, "redo")
    assert (plan_of(app).stock.opening_stock, plan_of(app).stock.own_use) == (500, 30)
    assert app.button(key="redo").disabled


def test_all_that_is_typed_into_a_field_until_another_is_touched_is_one_edit(open_app: OpenApp) -> None:
    app = opened(open_app, view="exactly")
    group(app, "stock")
    for text in ("3", "30", "30x", "300", "3000"):  # as it comes while one types
        enter(app, "stock.opening_stock", text)
    assert [info for info in app.info if "Before it was 200" in said(info).replace(SPACE, " ")]  # fifteen times as much
    deeper = project(plan_of(app), CHOSEN).statement.cumulative_cash_flow.min()
    before = project(small_seller(), CHOSEN).statement.cumulative_cash_flow.min()
    assert f"{before - deeper:,.0f} USD deeper than before your change" in shown(app).replace(SPACE, " ")
    click(app, "undo")
    assert (plan_of(app).stock.opening_stock, field(app, "stock.opening_stock").value) == (200, "200")
    assert app.button(key="undo").disabled


def test_an_edit_after_undo_drops_what_could_be_made_again(open_app: OpenApp) -> None:
    app = stock_app(open_app)
    enter(app, "stock.opening_stock", "300")
    click(app, "undo")
    enter(app, "stock.opening_stock", "350")
    assert app.button(key="redo").disabled
    click(app, "undo")
    assert plan_of(app).stock.opening_stock == 200


def test_at_least_thirty_steps(open_app: OpenApp) -> None:
    app = stock_app(open_app)
    for amount in range(301, 317):
        enter(app, "stock.opening_stock", str(amount))
        enter(app, "stock.own_use", str(amount))
    for _step in range(32):
        click(app, "undo")
    assert plan_of(app).stock.opening_stock == 200
    assert history.MOST_STEPS >= 30


def test_a_text_that_cannot_be_read_is_a_step_too(open_app: OpenApp) -> None:
    app = stock_app(open_app)
    enter(app, "stock.opening_stock", "wrong")
    click(app, "undo")
    assert field(app, "stock.opening_stock").value == "200"
    assert not app.error
    click(app, "redo")
    assert field(app, "stock.opening_stock").value == "wrong"
    assert len(app.error) == 1


def test_a_row_that_was_removed_comes_back_with_what_was_typed_there(open_app: OpenApp) -> None:
    app = group(opened(open_app), "running_costs")
    enter(app, "running_costs.0.amount", "wrong")
    click(app, "remove:running_costs.0")
    click(app, "undo")
    assert field(app, "running_costs.0.amount").value == "wrong"
    click(app, "undo")
    assert field(app, "running_costs.0.amount").value == "50"


def test_a_sample_that_was_opened_is_closed_again(open_app: OpenApp) -> None:
    app = open_app()
    enter(app, "stock.opening_stock", "345")
    click(app, "sample:First year without recruits")
    run(app.switch_page(PLAN))
    assert title(app) == "What changed since you opened this: 0 inputs"
    click(app, "undo")
    assert plan_of(app).stock.opening_stock == 345
    assert title(app) == "What changed since you opened this: 1 input"
    click(app, "redo")
    assert plan_of(app).name == "First year without recruits"
    assert title(app) == "What changed since you opened this: 0 inputs"


def test_a_file_that_was_opened_is_closed_again(open_app: OpenApp) -> None:
    app = open_app()
    saved = dump_plan_file(PlanFile(company="example-company", plan=default_plan("SEK")))
    app.file_uploader[0].upload("plan.json", saved, "application/json")
    run(app)
    assert plan_of(app).currency == "SEK"
    run(app.switch_page(PLAN))
    click(app, "undo")
    assert plan_of(app) == default_plan()
    assert app.session_state["plan_file"].company == "scentsy-us"


def test_another_company_is_a_step_and_those_compared_stay(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, PlanFile(company="scentsy-us", compared=("amway-eu",), plan=default_plan()))
    group(app, "company")
    [company] = [each for each in app.selectbox if each.key and each.key.startswith("choice:company@")]
    company.set_value("young-living-us")
    run(app)
    assert "The company Before: Scentsy · United States. Now: Young Living · United States · terms of 2019." in changes(
        app
    )
    click(app, "undo")
    assert app.session_state["plan_file"] == PlanFile(company="scentsy-us", compared=("amway-eu",), plan=default_plan())


def changes(app: Any) -> list[str]:
    [place] = [each for each in app.expander if each.label == title(app)]
    lines = (said(each).replace(SPACE, " ") for each in place.markdown)
    return [" ".join(line.replace("*", "").split()) for line in lines if line.startswith("**")]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_change_is_counted_and_can_be_put_back(open_app: OpenApp, language: Language) -> None:
    app = group(opened(open_app, language), "stock")
    enter(app, "stock.opening_stock", "300")
    enter(app, "stock.cover_months", "3")
    assert len([each for each in app.button if each.key and each.key.startswith("put-back:")]) == 2
    click(app, "put-back:stock.opening_stock")
    assert (plan_of(app).stock.opening_stock, plan_of(app).stock.cover_months) == (200, 3)
    assert field(app, "stock.opening_stock").value == "200"
    click(app, "put-back:stock.cover_months")
    assert plan_of(app) == small_seller()
    click(app, "undo")  # putting back is a step too
    assert plan_of(app).stock.cover_months == 3


def test_changes_are_said_in_words(open_app: OpenApp) -> None:
    data = default_plan().model_dump()
    app = open_app("en", PLAN, PlanFile(company="example-company", plan=Plan.model_validate(data)))
    group(app, "customers")
    assert title(app) == "What changed since you opened this: 0 inputs"
    enter(app, "customers.attrition", "12.5")
    [form] = [each for each in app.selectbox if each.key and each.key.startswith("choice:customers.new_a_month@")]
    form.set_value("ramp")
    run(app)
    group(app, "stock")
    enter(app, "stock.shelf_life_months", "6")
    group(app, "running_costs")
    click(app, "add:running_costs")
    enter(app, "running_costs.1.name", "Fairs")
    enter(app, "running_costs.1.every_months", "3")
    assert title(app) == "What changed since you opened this: 4 inputs"
    assert changes(app) == [
        "Shelf life, in months Before: left empty. Now: 6 months.",
        "New customers a month Before: 1. Now: from 1 in month 1 to 1 in month 12.",
        "Customers who stop, each month Before: 20%. Now: 12.5%.",
        "Running costs Before: nothing. Now: Fairs: 0 USD, every 3 months.",
    ]
    click(app, "put-back:running_costs")
    assert len(plan_of(app).running_costs) == 1


def test_what_cannot_go_back_alone_says_why(open_app: OpenApp) -> None:
    data = default_plan().model_dump()
    data["team"] |= {"annual_attrition": 0.8, "first_months_attrition": 0.5}
    app = open_app("en", PLAN, PlanFile(company="example-company", plan=Plan.model_validate(data)))
    group(app, "team")
    enter(app, "team.first_months_attrition", "10")
    enter(app, "team.annual_attrition", "30")
    click(app, "put-back:team.first_months_attrition")
    assert plan_of(app).team.first_months_attrition == 0.1
    assert any("cannot be more" in said(each) for each in app.error)


def test_a_rate_that_was_stated_can_be_taken_away(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, PlanFile(company="amway-eu", plan=default_plan()))
    enter(app, "exchange_rates.EUR", "1.1")
    assert changes(app) == ["Exchange rates, EUR Before: not stated. Now: 1.1."]
    click(app, "put-back:exchange_rates.EUR")
    assert plan_of(app) == default_plan()
    assert "<dt>" not in shown(app)


def test_default_amounts_that_follow_the_currency_are_no_changes(open_app: OpenApp) -> None:
    """50 dollars have become 500 kronor by themselves: nobody changed a price, and none goes back into kronor as 50."""
    app = open_app("en", PLAN)
    [box] = [each for each in app.selectbox if each.key.startswith("choice:currency")]
    box.set_value("SEK")
    run(app)
    assert plan_of(app).customers.retail_per_order == default_plan("SEK").customers.retail_per_order == 500
    assert title(app) == "What changed since you opened this: 1 input"


def test_what_an_older_file_comes_to_otherwise_is_said_once(open_app: OpenApp) -> None:
    """doTERRA's order of 100 points is 100 a month. Of a file of this version nothing is said."""
    saved = dump_plan_file(PlanFile(company="doterra-us", plan=small_seller()))
    older = saved.replace(b'"version": 9', b'"version": 4')
    for data, is_older in [(older, True), (saved, False)]:
        app = open_app()
        app.file_uploader[0].upload("plan.json", data, "application/json")
        run(app)
        told = [said(each) for each in app.info if "An older version saved this plan" in said(each)]
        assert bool(told) == is_older
        if is_older:
            assert "The order that the company asks for each month is bought" in told[0]
            enter(app, "money_and_time.hours_a_week", "7")
            assert not [each for each in app.info if "An older version" in said(each)]
