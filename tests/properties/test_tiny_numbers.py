"""Every number of a plan, tiny or at its bounds, in every command: an answer in finite figures, or a refusal in words.

What is nearer to zero than a millionth is 0; where 0 has no meaning the bound is a millionth. Said once, in Record.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from annotated_types import Ge, Le

from planner.analysis.case import Case
from planner.commands.main import main
from planner.export.csv import to_csv
from planner.export.frames import monthly_frame
from planner.export.json import projection_record, to_json
from planner.export.odds import fan_frame, simulation_record
from planner.inputs.company.catalog import load_catalog
from planner.inputs.faults import checked
from planner.inputs.path import Path, at, put, written
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.terms import resolve_terms
from planner.simulation.engine import simulate
from planner.speech import Speech
from tests.properties.situations import bare_plan, invented_company
from tests.properties.test_bounds import assert_finite_measures

TINY = (5e-324, 1e-307, 1e-7)
RULES = {
    "rules": "flat",
    "income_share": 0.3,
    "vat_registered": "past_threshold",
    "vat_rate": 0.25,
    "vat_threshold": 100,
}
COMPANY = load_catalog().companies["example-company"]
BUSY = Plan.model_validate(
    {
        "horizon_months": 3,
        "stock": {"ship_direct_share": 0.5, "own_use": 10, "samples": 5, "freight_share": 0.1, "minimum_order": 20},
        "team": {"recruits_a_month": 1, "duplication": 0.2, "member_joining_order": 50, "first_months_attrition": 0.2},
        "money_and_time": {"loan": 500, "card_limit": 300},
        "tax": RULES,
        "chance": {"most_to_lose": 800, "review_month": 2},
    }
)
NUMBERS = [
    path
    for path in INPUTS
    if isinstance(at(BUSY.model_dump(), path), int | float) and not isinstance(at(BUSY.model_dump(), path), bool)
]


def with_number(number: float, *paths: Path) -> dict[str, Any]:
    data = BUSY.model_dump(mode="json")
    for path in paths:
        put(data, path, number)
    return data


def bounds(path: Path) -> Iterator[float]:
    for bound in INPUTS[path].declared.metadata:
        if isinstance(bound, Ge):
            yield float(str(bound.ge))
        if isinstance(bound, Le):
            yield float(str(bound.le))


def answered(data: dict[str, Any]) -> tuple[str, ...]:
    """What project and simulate write of the plan; nothing where it is refused, with what to state instead."""
    plan, faults = checked(Plan, data)
    if plan is None:
        assert all(Speech.of("en", BUSY).say_fault(fault) for fault in faults)
        return ()
    return written_of(plan.model_dump_json())


@lru_cache(maxsize=8)
def written_of(stated: str) -> tuple[str, ...]:
    """The same of a plan as JSON: one with a tiny number is the one with 0 in its place, and computed once."""
    plan = Plan.model_validate_json(stated)
    case, speech = Case.of(plan, COMPANY), Speech.of("en", plan)
    assert_finite_measures(case.measures)
    tried = simulate(plan, COMPANY, 10)
    written_out = (
        to_json(projection_record(case, speech)),
        to_csv(monthly_frame(case)),
        to_json(simulation_record(tried, None, speech)),
        to_csv(fan_frame(tried)),
    )
    return tuple(each.decode() for each in written_out)


def assert_finite(out: str) -> None:
    cells = out.lower().replace("\n", ",").replace(" ", ",").replace(":", ",").split(",")
    assert not {"nan", "-nan", "inf", "-inf", "infinity", "-infinity"} & set(cells)


@pytest.mark.parametrize("path", NUMBERS, ids=written)
def test_one_number_at_a_time(path):
    whole = isinstance(at(BUSY.model_dump(), path), int)
    for number in dict.fromkeys((*(() if whole else TINY), *bounds(path))):
        if path != ("horizon_months",) or number <= 3:  # a long plan is tried in test_bounds
            for out in answered(with_number(int(number) if whole else number, path)):
                assert_finite(out)


AT_ONCE = [
    path
    for path in NUMBERS
    if isinstance(at(BUSY.model_dump(), path), float) and next(bounds(path), 0.0) == 0 and path[0] != "chance"
]


def test_all_numbers_at_once_in_every_command(capsys, tmp_path):
    file, data = tmp_path / "plan.json", with_number(1e-307, *AT_ONCE)
    content = {"format": "joinwise-plan", "version": 4, "company": "example-company", "plan": data}
    file.write_text(json.dumps(content), encoding="utf-8")
    paths = ("--paths", "10")
    for command in (
        ("project", "--format", "json"),
        ("simulate", *paths),
        ("seek", "--goal", "income=100", "--input", "customers.new_a_month", *paths),
        ("sensitivity", "--format", "json", *paths),
        ("compare", "--companies", "example-company,scentsy-us", "--format", "json"),
    ):
        code = main([command[0], str(file), *command[1:]], {})
        found = capsys.readouterr()
        assert not code, found.err
        assert_finite(found.out)


def test_what_is_nearer_to_zero_than_a_millionth_is_nothing():
    """In the plan, in an answer about a company and in a company's file; in a list and in a group."""
    plan = Plan.model_validate(
        {
            "customers": {"new_a_month": [1e-7, 2], "attrition": 1e-307, "retail_per_order": 1e-6},
            "company_answers": {"x": {"points_per_100_retail": 5e-324}},
        }
    )
    assert plan.customers.new_a_month == (0, 2)
    assert plan.customers.attrition == 0
    assert plan.customers.retail_per_order == 1e-6
    assert plan.company_answers == {"x": {"points_per_100_retail": 0}}
    company = invented_company(kit=1e-7, minimum=5e-324, rates=(1e-307, 0.05))
    terms = resolve_terms(company, plan)
    assert (terms.starter_kit_fee, terms.minimum_personal_volume) == (0, 0)
    assert terms.unilevel.rates == (0, 0.05)


@pytest.mark.parametrize("price", [0, 5e-324, 1e-7])
def test_where_nothing_has_no_meaning_the_bound_is_a_millionth(price):
    plan, faults = checked(Plan, {"customers": {"retail_per_order": price}})
    assert plan is None
    wanted = "State 0.000001 or more." if price else "State more than 0."
    assert wanted in Speech.of("en", BUSY).say_fault(faults[0])


def test_no_margin_of_safety_is_told_of_hardly_any_orders():
    """Two new customers a month with one order each, of 100 with 50 left, and costs of 100: 2 orders are needed.

    With a ten-thousandth of that planned, the share by which it exceeds 2 would be -999,900 %.
    """

    def margin(new: float) -> float | None:
        plan = bare_plan(customers={"new_a_month": (new, 0)}, running_costs=[{"name": "x", "amount": 100}])
        return Case.of(plan, invented_company()).measures.margin_of_safety

    assert margin(4) == pytest.approx(0.5)
    assert margin(1) == pytest.approx(-1)
    assert margin(2e-4) is None
