"""The plan beside another version: what differs, what it did, and what cannot be set beside each other."""

import pytest
from streamlit.testing.v1 import AppTest

from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.language import Language
from tests.pages.conftest import OpenApp, field, run
from tests.pages.opening import EXAMPLE, SPACE, chart_columns, opened, plan_with, sentence, shown
from tests.pages.test_what_if import rows

LANGUAGES: tuple[Language, ...] = ("en", "sv")


def beside(other: Plan, plan: Plan, language: Language = "en", company: str | None = EXAMPLE) -> AppTest:
    """The page with a plan beside another, which stands in a file that was read."""
    app = opened("versions", plan, language)
    app.session_state["version_in_file"] = (PlanFile(company=company, plan=other), ())
    app.segmented_control(key="versions_with").set_value("file")
    app.run()
    assert not app.exception
    return app


def test_a_plan_as_it_was_opened_differs_in_nothing() -> None:
    app = opened("versions", plan_with(), "en")
    assert "Nothing differs." in sentence(app)
    assert not app.get("vega_lite_chart")


def test_an_edit_stands_beside_the_plan_as_it_was_opened(open_app: OpenApp) -> None:
    app = open_app("en", "pages/start.py", PlanFile(company=EXAMPLE, plan=plan_with()))
    field(app, "money_and_time.hours_a_week").set_value("7")
    run(app)
    run(app.switch_page("pages/versions.py"))
    assert list(rows(app, "What differs")) == ["Hours you work a week"]
    assert "1 input differs." in sentence(app)
    assert rows(app, "The change in the end result") == {"Hours you work a week": ["no change"]}


def test_only_what_differs_is_listed_with_its_units() -> None:
    app = beside(plan_with(), plan_with(customers={"retail_per_order": 60, "attrition": 0.1}))
    assert rows(app, "What differs") == {
        "Customers who stop, each month": ["20%", "10%"],
        "Price of an order in the shop list": ["50 USD", "60 USD"],
    }
    assert "2 inputs differ." in sentence(app)


def test_of_a_list_only_the_rows_that_differ_are_shown() -> None:
    costs = [{"name": "Phone", "amount": 20}, {"name": "Website", "amount": 10}]
    app = beside(plan_with(running_costs=costs[:1]), plan_with(running_costs=costs))
    ((before, after),) = rows(app, "What differs").values()
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
    assert rows(app, "What both come to")["After 24 months"][2] == ""
    assert rows(app, "What differs")["Price of an order in the shop list"] == ["500 SEK", "50 USD"]


def test_a_sample_plan() -> None:
    app = opened("versions", plan_with(), "en")
    app.segmented_control(key="versions_with").set_value("sample")
    app.run()
    assert not app.exception
    assert "inputs differ" in sentence(app)


def test_before_a_file_is_chosen_the_page_asks_for_one() -> None:
    app = opened("versions", plan_with(), "en")
    app.segmented_control(key="versions_with").set_value("file")
    app.run()
    assert "Choose a plan" in sentence(app)


def test_a_file_is_read_and_a_wrong_one_is_explained() -> None:
    app = opened("versions", plan_with(), "en")
    app.segmented_control(key="versions_with").set_value("file")
    app.run()
    other = PlanFile(company=EXAMPLE, plan=plan_with(customers={"attrition": 0.5}))
    app.file_uploader[0].set_value([("other.json", dump_plan_file(other), "application/json")])
    app.run()
    assert list(rows(app, "What differs")) == ["Customers who stop, each month"]
    app.file_uploader[0].set_value([("wrong.json", b"{", "application/json")])
    app.run()
    assert "cannot be compared" in app.error[0].value.replace("\\", "")


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
