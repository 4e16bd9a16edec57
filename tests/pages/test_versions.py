"""The plan beside another version: what differs, what it did, and what cannot be set beside each other."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.versions.others import FILE, OPENED, SAMPLE, SAVED
from planner.analysis.chance.odds import odds
from planner.inputs.changes.scenario import Scenario
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.language import Language
from planner.simulation.engine import simulate
from tests.pages.conftest import OpenApp, enter, field, plan_of, run
from tests.pages.opening import EXAMPLE, SPACE, chart_columns, opened, plan_with, sentence, shown
from tests.pages.test_scenarios import COMPANY, PAGE, tick
from tests.pages.test_what_if import rows

LANGUAGES: tuple[Language, ...] = ("en", "sv")


def beside(other: Plan, plan: Plan, language: Language = "en", company: str | None = EXAMPLE) -> AppTest:
    """The page with a plan beside another, which stands in a file that was read."""
    app = opened("versions", plan, language)
    app.session_state["version_in_file"] = PlanFile(company=company, plan=other)
    return alone(run(app), FILE)


def alone(app: AppTest, key: str) -> AppTest:
    """The page with one other plan beside the person's, and nothing else."""
    for box in app.checkbox:
        if box.value:
            box.uncheck()
    return tick(run(app), key)


def test_a_plan_as_it_was_opened_differs_in_nothing() -> None:
    app = alone(opened("versions", plan_with(), "en"), OPENED)
    assert "Nothing differs." in sentence(app)
    assert not app.get("vega_lite_chart")


def test_an_edit_stands_beside_the_plan_as_it_was_opened(open_app: OpenApp) -> None:
    app = open_app("en", "pages/start.py", PlanFile(company=EXAMPLE, plan=plan_with()))
    field(app, "money_and_time.hours_a_week").set_value("7")
    run(app)
    run(app.switch_page("pages/versions.py"))
    assert list(rows(app, "The inputs that differ")) == ["Hours you work a week"]
    assert "1 input differs." in sentence(app)
    assert rows(app, "The change in the end result") == {"Hours you work a week": ["no change"]}


def test_only_what_differs_is_listed_with_its_units() -> None:
    app = beside(plan_with(), plan_with(customers={"retail_per_order": 60, "attrition": 0.1}))
    assert rows(app, "The inputs that differ") == {
        "Customers who stop, each month": ["20%", "10%"],
        "Price of an order in the shop list": ["50 USD", "60 USD"],
    }
    assert "2 inputs differ." in sentence(app)


def test_of_a_list_only_the_rows_that_differ_are_shown() -> None:
    costs = [{"name": "Phone", "amount": 20}, {"name": "Website", "amount": 10}]
    app = beside(plan_with(running_costs=costs[:1]), plan_with(running_costs=costs))
    ((before, after),) = rows(app, "The inputs that differ").values()
    assert "Website" in after
    assert "10 USD" in after
    assert "Phone" not in before + after


def test_what_each_input_did_alone() -> None:
    # 12.50 is left of an order of 50. Costs of 24 months at 10 more a month take 240 from the end.
    before = plan_with(running_costs=[{"name": "Phone", "amount": 20}])
    after = plan_with(running_costs=[{"name": "Phone", "amount": 30}], getting_started={"contingency_share": 0.0})
    app = beside(before, after)
    alone = rows(app, "The change in the end result")
    assert alone == {"Running costs": ["−240"], "Set aside for surprises": ["+10"]}  # a tenth of 100
    assert "need not add up" in shown(app)
    assert "230 USD less is left" in sentence(app)


def test_both_running_totals_stand_in_one_chart() -> None:
    app = beside(plan_with(horizon_months=12), plan_with())
    columns = chart_columns(app, 0)
    assert max(columns["month"]) == 12  # the months that both have
    assert set(columns["name"]) == {"In the file", "Your plan now"}


@pytest.mark.parametrize(
    ("name", "title"),
    [("Autumn *plan*", "Autumn *plan* (in the file)"), ("My plan", "In the file"), (" ", "In the file")],
)
def test_a_plan_in_a_file_is_called_by_its_name(name: str, title: str) -> None:
    app = beside(plan_with(name=name), plan_with(horizon_months=12))
    assert set(chart_columns(app, 0)["name"]) == {title, "Your plan now"}
    assert title in [box.label.replace("\\", "") for box in app.checkbox]


def test_other_companies_are_named_and_count_as_a_change() -> None:
    app = beside(plan_with(), plan_with(), company="scentsy-us")
    assert "1 input differs." in sentence(app)
    assert '"In the file" is laid on Scentsy' in shown(app)
    assert list(rows(app, "The change in the end result")) == ["The company"]


def test_a_company_that_is_not_in_the_list_is_said() -> None:
    app = beside(plan_with(), plan_with(), company="no-such-company")
    assert "no-such-company" in app.warning[0].value.replace("\\", "")


def test_a_missing_rate_is_said_and_nothing_is_computed() -> None:
    app = beside(plan_with(), plan_with(), company="amway-eu")
    assert "EUR" in app.warning[0].value
    assert not app.get("vega_lite_chart")


def test_two_currencies_have_no_difference_in_money() -> None:
    crowns = default_plan("SEK").model_dump() | {"exchange_rates": {"USD": 10}}
    app = beside(Plan.model_validate(crowns), plan_with(), company="scentsy-us")
    text = shown(app)
    assert "different currencies" in text
    assert not app.get("vega_lite_chart")
    assert rows(app, "If everything goes exactly as entered")["After 24 months"][2] == ""
    assert rows(app, "The inputs that differ")["Price of an order in the shop list"] == ["500 SEK", "50 USD"]


def test_a_sample_plan() -> None:
    app = alone(opened("versions", plan_with(), "en"), SAMPLE + "First year without recruits")
    assert "inputs differ" in sentence(app)


def test_before_a_file_is_chosen_the_page_asks_for_one() -> None:
    app = opened("versions", plan_with(), "en")
    for box in app.checkbox:
        if box.value:
            box.uncheck()
    assert "Choose a plan" in sentence(run(app))


def test_a_file_is_read_and_a_wrong_one_is_explained() -> None:
    app = opened("versions", plan_with(), "en")
    other = PlanFile(company=EXAMPLE, plan=plan_with(customers={"attrition": 0.5}))
    app.file_uploader[0].set_value([("other.json", dump_plan_file(other), "application/json")])
    app.run()
    assert [box.label for box in app.checkbox if box.value][-1] == "In the file"  # beside what stood there already
    app = alone(app, FILE)
    assert list(rows(app, "The inputs that differ")) == ["Customers who stop, each month"]
    app.file_uploader[0].set_value([("wrong.json", b"{", "application/json")])
    app.run()
    assert "was not taken in" in app.error[0].value.replace("\\", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_a_number(language: Language) -> None:
    changed = plan_with(
        horizon_months=6,
        customers={"new_a_month": {"first": 1, "last": 3, "months": 6}, "seasons": [1] * 11 + [13]},
        team={"first_months_attrition": 0.3, "recruits_from": "address_book"},
        running_costs=[],
        exchange_rates={"EUR": 1.1},
    )
    words = shown(beside(changed, plan_with(), language)).lower().replace(SPACE, " ").split()
    assert not {"nan", "inf", "-0", "−0", "none"} & set(words)


def test_campaigns_and_goods_that_go_are_told_in_words() -> None:
    gone = [
        {"name": "Julvaror", "share": 0.2},
        {"name": "Tvål", "share": 0.1, "month": "may", "every": "in_first_year"},
    ]
    customers = {"orders_by": "three_weeks", "orders_per_campaign": 0.5, "first_campaign": "2027-01-14"}
    changed = plan_with(horizon_months=6, customers=customers, stock={"out_of_season": gone})
    told = rows(beside(changed, plan_with(horizon_months=6), "sv"), "Uppgifterna som skiljer sig")
    told = {title: [each.replace(SPACE, " ") for each in cells] for title, cells in told.items()}
    assert told["Varor som går ur säsong eller utgår"][0] == (
        "Julvaror: 20 % av lagret från och med januari (varje år); "
        "Tvål: 10 % av lagret från och med maj (en gång, första året)"
    )
    assert told["Beställningar räknas"] == ["Per kampanj på tre veckor", "Per månad"]
    assert told["Första kampanjens dag (år, månad, dag)"][0] == "14 januari 2027"


# --- others beside the plan, of every kind ---------------------------------------------------------------------------


def test_a_plan_that_was_changed_stands_beside_what_it_was(open_app: OpenApp) -> None:
    app = open_app("en", "pages/start.py", PlanFile(company=EXAMPLE, plan=plan_with()))
    app = run(enter(app, "customers.new_a_month", "1").switch_page(PAGE))
    assert [box.label for box in app.checkbox if box.value] == ["As opened"]
    assert rows(app, "The inputs that differ") == {"New customers a month": ["0.5", "1"]}
    found = [odds(simulate(plan, COMPANY, 1_000)) for plan in (plan_with(), plan_of(app))]
    lose = [str(round(100 * each.lose)) for each in found]
    assert rows(app, "Of 100 people each")["Of 100, lose money"] == lose
    assert f"Of 100 people with your plan, {lose[1]} lose money. Beside it: As opened {lose[0]}." in sentence(app)


def test_a_scenario_has_the_figures_exactly_as_entered_too() -> None:
    scenario = Scenario(name="Costly", changes={"running_costs": [{"name": "Phone", "amount": 30}]})
    plan = plan_with(running_costs=[{"name": "Phone", "amount": 20}])
    app = opened("versions", plan, "en")
    app.session_state["plan_file"] = PlanFile(company=EXAMPLE, plan=plan, scenarios=(scenario,))
    app = alone(run(app), SAVED + "Costly")
    assert "240 USD less is left" in sentence(app)  # 10 more in each of 24 months
    assert rows(app, "If everything goes exactly as entered")["After 24 months"][2] == "−240 USD"
    assert rows(app, "The change in the end result") == {"Running costs": ["−240"]}


def test_of_several_the_difference_stands_in_brackets() -> None:
    costs = [{"name": "Phone", "amount": 20}]
    app = beside(plan_with(running_costs=[{"name": "Phone", "amount": 30}]), plan_with(running_costs=costs))
    app = tick(app, OPENED)
    totals = rows(app, "If everything goes exactly as entered")["After 24 months"]
    assert [total.partition(" (")[2] for total in totals] == ["−240 USD)", "0 USD)", ""]
    assert "The change in the end result" not in shown(app)


def test_a_file_stays_beside_the_plan_on_other_pages_and_without_its_currency() -> None:
    crowns = default_plan("SEK").model_dump() | {"exchange_rates": {"USD": 10}}
    app = tick(beside(Plan.model_validate(crowns), plan_with(), company="scentsy-us"), OPENED)
    app = run(run(app.switch_page("pages/start.py")).switch_page(PAGE))
    assert [box.label for box in app.checkbox if box.value] == ["As opened", "In the file"]
    # In most runs of the person's plan the money is gone before the end, and the hole is that of going on.
    file, then, now = rows(app, "Of 100 people each")["Deepest hole if you go on, in the middle"]
    assert file.endswith(" SEK")
    assert then == now
    assert now.endswith(" USD")
    assert "different currencies" in shown(app)
    assert set(chart_columns(app, 0)["name"]) == {"As opened", "Your plan now"}


def test_two_of_one_name_are_told_apart() -> None:
    plan = plan_with()
    app = opened("versions", plan, "en")
    same = Scenario(name="As opened", changes={"customers.new_a_month": 3})
    app.session_state["plan_file"] = PlanFile(company=EXAMPLE, plan=plan, scenarios=(same,))
    app = tick(alone(run(app), OPENED), SAVED + "As opened")
    assert set(chart_columns(app, 0)["name"]) == {"As opened (1)", "Your plan now", "As opened (3)"}
