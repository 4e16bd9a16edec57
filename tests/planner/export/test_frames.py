"""Tables hold what was projected."""

import pytest

from planner.analysis.beside.comparison import compare
from planner.analysis.case import Case
from planner.export.frames import comparison_frame, monthly_frame
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.line_items import LINE_ITEMS
from tests.properties.situations import bare_plan, figure, invented_company


def two_orders(**groups: object) -> Plan:
    """One order of 100 in each of two months; 100 and 10 % on top to get started; 20 a month for the telephone."""
    return bare_plan(
        **{
            "horizon_months": 2,
            "start_month": "2027-12",
            "getting_started": {"items": [{"name": "Samples", "amount": 100}], "contingency_share": 0.1},
            "customers": {"new_a_month": (1, 0)},
            "running_costs": [{"name": "Telephone", "amount": 20}],
            **groups,
        }
    )


def busy(months: int) -> Case:
    """A plan in which every line of the statement has something in it."""
    plan = two_orders(
        horizon_months=months,
        stock={
            "opening_stock": 35,
            "cover_months": 2,
            "freight_share": 0.05,
            "ship_direct_share": 0.1,
            "buys_to_qualify": "always",
        },
        customers={
            "new_a_month": 1.7,
            "attrition": 0.3,
            "refund_share": 0.04,
            "cost_per_order": 2,
            "charged_per_order": 3,
        },
        money_and_time={"loan": 200},
        pay_in_kind=[{"name": "Credit", "value": 9, "every_months": 3, "worth": "pays_for_goods"}],
        tax={
            "rules": "flat",
            "income_share": 0.3,
            "vat_registered": "from_start",
            "vat_rate": 0.2,
            "sales_tax_rate": 0.1,
        },
        team={"recruits_a_month": 1, "duplication": 0.1, "annual_attrition": 0.6, "member_monthly_purchases": 80},
    )
    company = invented_company(
        kit=50,
        renewal=24,
        website=5,
        rates=(0.1, 0.05),
        steps=((0, 0.6), (500, 0.5)),
        minimum=500,
        orders={"tax_on_paid": figure(0.05, "share")},
    )
    return Case.of(plan, company)


def test_a_plan_of_two_orders() -> None:
    plan = two_orders()
    frame = monthly_frame(Case.of(plan, invented_company(kit=50, steps=((0, 0.6),))), "as planned")
    # Launch: 50 + 100 + 10. Each month: 100 - 60 - 20 = 20.
    assert frame["net_cash_flow"].tolist() == pytest.approx([-160, 20, 20])
    assert frame["cumulative_cash_flow"].tolist() == pytest.approx([-160, -140, -120])
    assert frame["operating_cash_flow"].tolist() == pytest.approx([0, 20, 20])
    assert frame["revenue"].tolist() == pytest.approx([0, 100, 100])
    assert frame["inventory_purchases"].tolist() == pytest.approx([0, 60, 60])  # what goes out is positive too
    assert frame["starter_kit_fee"].tolist() == pytest.approx([50, 0, 0])
    assert frame["customers"].tolist() == pytest.approx([0, 1, 1])
    assert frame["orders"].tolist() == pytest.approx([0, 1, 1])
    assert frame["personal_volume"].tolist() == pytest.approx([0, 100, 100])
    assert frame["month"].tolist() == [0, 1, 2]
    assert frame["calendar_month"].tolist() == ["2027-12", "2028-01", "2028-02"]
    assert set(frame["company"]) == {"invented"}
    assert set(frame["scenario"]) == {"as planned"}
    assert set(frame["currency"]) == {"USD"}


def test_columns_begin_with_what_a_row_is_about() -> None:
    columns = list(monthly_frame(busy(3)).columns)
    assert columns[:5] == ["company", "scenario", "currency", "month", "calendar_month"]
    assert columns[5 : 5 + len(LINE_ITEMS)] == [line.name for line in LINE_ITEMS]
    assert columns[5 + len(LINE_ITEMS) :] == [
        "operating_cash_flow",
        "net_cash_flow",
        "cumulative_cash_flow",
        "result",
        "result_today",
        "profit",
        "closing_stock_value",
        "commission_receivable",
        "margin_receivable",
        "refunds_to_come",
        "vat_owed",
        "tax_owed",
        "loan_balance",
        "card_balance",
        "cash_balance",
        "customers",
        "orders",
        "approached",
        "recruits",
        "team",
        "personal_volume",
        "group_volume",
        "paid_as_rank",
        "costs_not_disclosed",
        "pay_mean_of_runs",
        "income_own_sales",
        "income_own_buying",
        "income_team_purchases",
        "income_joining_orders",
        "income_in_kind",
    ]
    assert all(name == name.lower().replace(" ", "_") for name in columns)


def test_recruits_are_ones_own_and_the_team_is_everybody_below() -> None:
    plan = bare_plan(
        horizon_months=2,
        team={"recruits_a_month": (2, 0), "duplication": 0.5, "people_within_reach": 1e10},
    )
    frame = monthly_frame(Case.of(plan, invented_company()))
    # Two join in month 1; each of them recruits half a person in month 2: 2 + 1.
    assert frame["recruits"].tolist() == pytest.approx([0, 2, 0])
    assert frame["team"].tolist() == pytest.approx([0, 2, 3])


def test_a_rank_has_its_name_and_no_rank_has_none() -> None:
    plan = two_orders()
    ranks = ({"name": "=Star", "group_volume": 100},)
    frame = monthly_frame(Case.of(plan, invented_company(ranks=ranks)))
    assert frame["paid_as_rank"].tolist() == ["", "=Star", "=Star"]
    assert set(monthly_frame(busy(3))["paid_as_rank"]) == {""}


def test_a_comparison_is_one_table_with_not_joining_last() -> None:
    plan = two_orders(money_and_time={"hours_a_week": 3, "reference_wage": 10, "annual_saving_rate": 0})
    first = invented_company(kit=50, steps=((0, 0.6),))
    second = Company.model_validate({**first.model_dump(), "id": "second"})
    frame = comparison_frame(compare(plan, [first, second]))
    assert frame["company"].tolist() == ["invented"] * 3 + ["second"] * 3 + ["not-joining"] * 3
    assert frame["month"].tolist() == [0, 1, 2] * 3
    case = Case.of(plan, first)
    assert list(frame.columns) == list(monthly_frame(case).columns)
    beside = frame[frame["company"] == "not-joining"]
    # 13 hours at 10 a month, and no interest.
    assert beside["net_cash_flow"].tolist() == pytest.approx([0, 130, 130])
    assert beside["cumulative_cash_flow"].tolist() == pytest.approx([0, 130, 260])
    assert beside["result"].tolist() == pytest.approx([0, 130, 260])
    known = ["company", "scenario", "currency", "month", "calendar_month"]
    assert beside["result_today"].tolist() == beside["result"].tolist()  # costs do not rise
    known += ["net_cash_flow", "cumulative_cash_flow", "result", "result_today"]
    assert beside.drop(columns=known).isna().all(axis=None)
    assert not beside[known].isna().any(axis=None)
