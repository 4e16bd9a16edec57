"""JSON holds the numbers of the tables, and words where a number is missing."""

import csv
import json
from io import StringIO
from typing import Any

import pytest

from planner.analysis.answer.as_entered import four_figures, in_a_sentence
from planner.analysis.answer.how_counted import what_loses_means
from planner.analysis.beside.comparison import compare, without_recruits
from planner.analysis.case import Case
from planner.analysis.chance.odds import odds
from planner.analysis.chance.tried import Tried
from planner.analysis.measures.income_sources import SOURCES
from planner.export.csv import to_csv
from planner.export.frames import monthly_frame
from planner.export.json import comparison_record, projection_record, rounded, to_json
from planner.export.odds import odds_record
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.language import Language
from planner.simulation.engine import simulate
from planner.speech import Speech
from tests.properties.situations import INVENTED, bare_plan, figure, invented_company

COMPANIES = load_catalog().companies
PLAN = Plan.model_validate({"exchange_rates": {"EUR": 1.1, "GBP": 1.3, "SEK": 0.1, "NOK": 0.1}})


def record_of(company_id: str) -> dict[str, Any]:
    company = COMPANIES[company_id]
    read: dict[str, Any] = json.loads(to_json(projection_record(Case.of(PLAN, company), Speech.of("en", PLAN))))
    return read


@pytest.mark.parametrize("company_id", list(COMPANIES))
def test_the_months_are_those_of_the_table(company_id: str) -> None:
    months = record_of(company_id)["months"]
    lines = to_csv(monthly_frame(Case.of(PLAN, COMPANIES[company_id]))).decode().splitlines()
    assert list(months[0]) == lines[0].split(",")
    written = [
        [f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value) for value in month.values()]
        for month in months
    ]
    assert written == [line.split(",") for line in lines[1:]]


@pytest.mark.parametrize("company_id", list(COMPANIES))
def test_nothing_is_missing_without_a_reason(company_id: str) -> None:
    record = record_of(company_id)
    for fact in (*record["measures"].values(), *record["terms"].values()):
        assert (fact["value"] is None) == bool(fact.get("reason"))


def test_unknown_and_assumed_figures_are_named() -> None:
    record = record_of("young-living-us")
    assert record["unknown_costs"] == ["minimum_opening_stock", "renewal_fee", "website_fee"]
    assert "joining.renewal_fee" in record["unknown"]
    assert "points_per_100_retail" in record["assumed"]
    assert record["terms"]["points_per_100_retail"]["assumed"] is True
    assert record["terms"]["renewal_fee"] == {"value": None, "unit": "money", "reason": "not disclosed"}
    assert record["caveats"][0].startswith("3 of the company's 4 costs")


def test_the_measures_without_recruits_stand_beside_those_with_them() -> None:
    # Nothing is bought, sold or spent, and Amway's file gives no fee: without recruits no money moves at all. With five
    # recruits a month, each buying 80, the group passes 200 points (5 * 80 * 20 / 100 = 80 a month), and 3 % is paid.
    plan = Plan.model_validate(
        {
            "currency": "EUR",
            "getting_started": {"items": []},
            "stock": {"opening_stock": 0},
            "customers": {"new_a_month": 0},
            "running_costs": [],
            "team": {"recruits_a_month": 5},
        }
    )
    record = projection_record(Case.of(plan, COMPANIES["amway-eu"]), Speech.of("en", plan))
    assert record["without_recruits"]["result"]["value"] == 0
    assert record["measures"]["result"]["value"] > 0
    assert list(record["without_recruits"]) == list(record["measures"])


def test_months_of_a_historic_company_are_of_its_own_years() -> None:
    """A plan of 2027 and 2028 is tried on LuLaRoe in 2016 and 2017, and no text about it names another year."""
    comparison = compare(PLAN, [COMPANIES["scentsy-us"], COMPANIES["lularoe-us-2017"]])
    record = comparison_record(comparison, Speech.of("en", PLAN))["companies"][1]
    assert record["company"] == "lularoe-us-2017"
    said = to_json(record).decode()
    assert any(f"({month} 2016)" in said for month in ("Jan", "Feb", "Mar", "Apr", "May", "Jun"))
    assert "2027" not in said


def test_a_comparison_holds_every_company_and_not_joining() -> None:
    comparison = compare(PLAN, [COMPANIES["example-company"], COMPANIES["scentsy-us"]])
    record = json.loads(to_json(comparison_record(comparison, Speech.of("sv", PLAN))))
    assert [company["company"] for company in record["companies"]] == ["example-company", "scentsy-us"]
    nobody = record["not_joining"]
    # 6 hours a week are 26 a month: 26 * 17.03 for 24 months.
    assert nobody["wage"] == pytest.approx(26 * 17.03 * 24)
    assert nobody["total"] == pytest.approx(nobody["wage"] + nobody["interest"])
    assert len(nobody["months"]) == 25
    assert nobody["months"][-1]["cumulative_cash_flow"] == pytest.approx(nobody["total"], abs=1e-6)
    assert "starter_kit_fee" in record["differ"]
    assert record["not_ranked"] == []


def test_a_company_whose_pay_on_a_team_is_not_computed_is_named_as_not_ranked_where_there_is_a_team() -> None:
    """With what is known of its pay; with nobody recruited nothing is missing, so that it can be ranked."""
    chosen = [COMPANIES["example-company"], COMPANIES["nu-skin-us"]]
    team = {"recruits_from": "schedule", "recruits_a_month": 1}
    plan = Plan.model_validate(PLAN.model_dump() | {"team": PLAN.team.model_dump() | team})
    (apart,) = comparison_record(compare(plan, chosen), Speech.of("sv", plan))["not_ranked"]
    assert (apart["company"], apart["reason"]) == ("nu-skin-us", "team_pay_not_computed")
    assert apart["known"] == [part.name.sv for part in chosen[1].components]
    alone = comparison_record(compare(without_recruits(plan), chosen), Speech.of("sv", plan))
    assert alone["not_ranked"] == []


@pytest.mark.parametrize(
    ("value", "in_file"),
    [(-0.0, "0.0"), (-1e-9, "0.0"), (float("nan"), "null"), (3, "3"), ("å", '"å"'), (None, "null")],
)
def test_values_as_they_stand_in_the_file(value: object, in_file: str) -> None:
    assert to_json(rounded(value)).decode() == f"{in_file}\n"


def test_nan_that_slipped_through_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_json({"a": float("nan")})


def test_cautions_and_leaving_are_in_it_by_month() -> None:
    """100 to start with 60 of one's own: it runs out at once; leaving at month 0 comes to -100, and so it stays."""
    plan = bare_plan(
        horizon_months=2,
        getting_started={"items": [{"name": "Samples", "amount": 100}], "contingency_share": 0},
        money_and_time={"own_cash": 60},
    )
    record = projection_record(Case.of(plan, invented_company()), Speech.of("en", plan))
    first = record["cautions"][0]
    assert (first["key"], first["months"]) == ("money_runs_out", [0, 1, 2])
    assert "40\N{NO-BREAK SPACE}USD" in first["message"]
    assert record["leaving"]["last_cheap_month"] == 2
    assert [row["result"] for row in record["leaving"]["months"]] == [-100, -100, -100]


def test_no_limit_of_time_is_no_number_and_says_so() -> None:
    fit = {"opening_stock": 100, "marketable_share": 1, "return_freight_share": 0}
    plan, tables = bare_plan(horizon_months=1, stock=fit), invented_company().model_dump(mode="json")
    tables["buy_back"] = {"share": figure(0.9, "share"), "window_months": {"no_limit": True, **INVENTED}}
    record = projection_record(Case.of(plan, Company.model_validate(tables)), Speech.of("en", plan))
    said = record["terms"]["buy_back_window_months"]
    assert said == {"value": None, "unit": "months", "reason": "no limit of time"}
    assert [row["exit_value"] for row in record["leaving"]["months"]] == [90, 90]
    json.dumps(record, allow_nan=False)


@pytest.mark.parametrize("unknown", ["share", "window_months"])
def test_that_nothing_is_counted_for_returned_goods_is_in_it(unknown: str) -> None:
    """On leaving, and over the runs, which have 100 of goods on the shelf and bring 0 for them."""
    plan = bare_plan(horizon_months=1, stock={"opening_stock": 100})
    tables = invented_company().model_dump(mode="json")
    tables["buy_back"][unknown] = {"not_found": {"en": "Not found.", "sv": "Inte hittat."}}
    company, speech = Company.model_validate(tables), Speech.of("en", plan)
    leaving = projection_record(Case.of(plan, company), speech)["leaving"]
    assert [row["exit_value"] for row in leaving["months"]] == [0, 0]
    assert "nothing is counted for them" in leaving["notes"][-1]
    simulation = simulate(plan, company, 50)
    told = odds_record(simulation, odds(simulation), speech)["exit_value"]
    assert told["high"]["value"] == 0
    assert told["reason"] == leaving["notes"][-1]
    assert told["reason"] in what_loses_means(Tried.of(Case.of(plan, company), 50), speech)


@pytest.mark.parametrize(("language", "title"), [("en", "Deepest hole"), ("sv", "Djupaste hålet")])
def test_the_record_says_the_answer_as_the_pages_do(language: Language, title: str):
    case, speech = Case.of(PLAN, COMPANIES["example-company"]), Speech.of(language, PLAN)
    said = projection_record(case, speech)["in_words"]
    assert said["answer"] == in_a_sentence(case, speech)
    assert said["figures"][0]["title"] == title
    assert [each["figure"] for each in said["figures"]] == [cell.figure for cell in four_figures(case, None, speech)]


def test_where_the_income_comes_from_is_in_it_with_and_without_recruits() -> None:
    """One customer a month at 100 that cost 50; one recruit, who buys for 100 from month 2: 10 of 100 of it is paid."""
    plan = bare_plan(
        horizon_months=2,
        customers={"new_a_month": (1, 0)},
        team={"recruits_a_month": (1, 0), "member_monthly_purchases": 100, "member_resold_share": 0.5},
    )
    record = projection_record(Case.of(plan, invented_company(rates=(0.1,))), Speech.of("en", plan))
    found = record["income_sources"]
    # Of 20,000 people within reach one has joined: 1 - 1 / 20,000 of a recruit, at most, joins.
    assert found["total"] == pytest.approx(110, abs=0.01)
    assert found["own_sales"] == {
        "kind": "active",
        "amount": pytest.approx(100),
        "share": pytest.approx(100 / 110, abs=1e-4),
        "from_customers": pytest.approx(100),
    }
    assert found["team_purchases"]["kind"] == "passive"
    assert found["team_purchases"]["amount"] == pytest.approx(10, abs=0.01)
    assert found["team_purchases"]["from_customers"] == pytest.approx(5, abs=0.01)
    assert record["income_sources_without_recruits"]["total"] == pytest.approx(100)
    assert record["income_sources_without_recruits"]["own_sales"]["share"] == 1


# Orders of 100 for 40 whose goods cost 50.
AT_A_LOSS = {"new_a_month": (1, 0), "discount": 0.6}
ALL_THROWN_AWAY = {"new_a_month": (1, 0), "refund_share": 0.5, "returned_to_shelf": 0}


@pytest.mark.parametrize(
    ("customers", "own_sales", "total"),
    [(AT_A_LOSS, [0, -10, -10, -10], -30), (ALL_THROWN_AWAY, [0, 50, 0, 0], 50)],
)
def test_json_and_csv_tell_the_same_income_by_month_and_in_all(customers, own_sales, total) -> None:
    """A tenth of what the recruit buys for 100 from month 2 on, and own sales: at a loss, or with half of the revenue
    refunded a month later, which leaves 100 - 50 - 50 in each month but the first.
    """
    team = {"recruits_a_month": (1, 0), "member_monthly_purchases": 100, "people_within_reach": 1e10}
    plan = bare_plan(horizon_months=3, customers=customers, team=team)
    case = Case.of(plan, invented_company(rates=(0.1,)))
    record = projection_record(case, Speech.of("en", plan))
    table = list(csv.DictReader(StringIO(to_csv(monthly_frame(case)).decode())))
    assert [row["income_own_sales"] for row in record["months"]] == pytest.approx(own_sales)
    assert [row["income_team_purchases"] for row in record["months"]] == pytest.approx([0, 0, 10, 10])
    for source in SOURCES:
        told = [row[f"income_{source}"] for row in record["months"]]
        assert [float(row[f"income_{source}"]) for row in table] == told
        assert sum(told) == pytest.approx(record["income_sources"][source]["amount"])
    assert record["income_sources"]["own_sales"]["amount"] == pytest.approx(total)
    assert record["income_sources"]["total"] == pytest.approx(total + 20)
    assert record["income_sources"]["own_sales"]["share"] == (None if total < 0 else pytest.approx(50 / 70))
    assert record["income_sources_without_recruits"]["total"] == pytest.approx(total)
