"""Every input of the plan is declared in full, and one that does not count changes nothing."""

from typing import Any

import numpy as np
import pytest

from planner.analysis.case import Case
from planner.inputs.cited.source import Record
from planner.inputs.company.catalog import load_catalog
from planner.inputs.faults import checked
from planner.inputs.path import Path, at, parse, put, written
from planner.inputs.plan.entry import Input, always
from planner.inputs.plan.plan import INPUTS, Plan
from tests.plans import small_seller

EXAMPLE = load_catalog().companies["example-company"]
UNITS = {"money", "share", "people", "orders", "hours", "months", "month", "number", "text", "choice"}
SAYS_NOTHING = {("name",)}  # the name of a plan needs no reason
SWEDEN = "sweden-sole-trader-2026"
AMERICA = "united-states-self-employment-2026"
BUSY: dict[str, Any] = {
    "customers": {"new_a_month": 3, "cost_per_order": 2},
    "team": {"recruits_a_month": 1},
    "stock": {"samples": 5},
}
# Each switches something off that is on in another.
PLANS = {
    "as it begins": small_seller(),
    "busy": small_seller(**BUSY),
    "sent by the company": small_seller(**BUSY | {"stock": {"ship_direct_share": 1.0}}),
    "from the book": small_seller(customers={"new_from": "address_book"}, team={"recruits_from": "address_book"}),
    "no wage": small_seller(**BUSY, money_and_time={"reference_wage": None}),
    "by campaign": small_seller(customers={"orders_by": "two_weeks"}),
    "VAT from the start": small_seller(**BUSY, tax={"vat_registered": "from_start", "vat_rate": 0.2}),
}
each_input = pytest.mark.parametrize("declared", INPUTS.values(), ids=map(written, INPUTS))


def test_every_field_of_the_plan_is_declared_with_entry() -> None:
    groups = {name: field.annotation for name, field in Plan.model_fields.items() if (name,) not in INPUTS}
    for name, group in groups.items():
        assert isinstance(group, type), f"{name} is declared without entry()"
        assert issubclass(group, Record), f"{name} is declared without entry()"
        assert {(name, inner) for inner in group.model_fields} <= set(INPUTS), f"a field of {name} without entry()"


@each_input
def test_an_input_says_what_it_is(declared: Input) -> None:
    assert declared.title
    assert declared.help
    assert declared.unit in UNITS
    assert declared.basis.reason or declared.path in SAYS_NOTHING
    assert bool(declared.choices) == (declared.unit == "choice")
    assert declared.basis.sources or declared.basis.kind == "assumed"


@each_input
def test_what_an_input_names_beside_itself_is_there(declared: Input) -> None:
    beside = {*declared.laid_with, *([declared.turned.whole_with] if declared.turned else [])} - {""}
    assert beside <= set(declared.record.model_fields)
    for name, needed in declared.laid_with.items():
        data = Plan().model_dump(mode="json")
        put(data, (*declared.path[:-1], name), needed)
        plan, faults = checked(Plan, data)
        assert faults == ()
        assert plan is not None
        assert declared.counts(plan)
    for plan in PLANS.values():
        assert isinstance(declared.counts(plan), bool)
        assert isinstance(declared.idle_without(plan), bool)


@pytest.mark.parametrize("path", [path for path, each in INPUTS.items() if each.counts is not always], ids=written)
def test_an_input_that_does_not_count_changes_nothing(path: Path) -> None:
    off = {name: plan for name, plan in PLANS.items() if not INPUTS[path].counts(plan)}
    assert off, f"no plan here in which {written(path)} does not count: add one to PLANS"
    assert any(INPUTS[path].counts(plan) for plan in [*PLANS.values(), *ON.get(path, ())])
    for name, plan in off.items():
        assert outcome(with_another(plan, path)) == pytest.approx(outcome(plan), abs=1e-9), name


# Where a path counts in none of PLANS.
ON: dict[Path, tuple[Plan, ...]] = {
    parse("parties.orders_each"): (small_seller(parties={"a_month": 1}),),
    parse("parties.host_credit"): (small_seller(parties={"a_month": 1}),),
    parse("parties.cost_each"): (small_seller(parties={"a_month": 1}),),
    parse("parties.hours_each"): (small_seller(parties={"a_month": 1}),),
    parse("parties.become_customers"): (small_seller(parties={"a_month": 1}),),
    parse("parties.become_recruits"): (small_seller(parties={"a_month": 1}),),
    parse("stock.standing_order_from"): (small_seller(stock={"standing_order": 30}),),
    parse("stock.own_use_anyway"): (small_seller(stock={"own_use": 20}),),
    parse("customers.handed_on_share"): (small_seller(customers={"charged_per_order": 4}),),
    parse("customers.returned_to_shelf"): (small_seller(customers={"refund_share": 0.1}),),
    parse("money_and_time.loan_annual_rate"): (small_seller(money_and_time={"loan": 500}),),
    parse("money_and_time.loan_months"): (small_seller(money_and_time={"loan": 500}),),
    parse("money_and_time.card_annual_rate"): (small_seller(money_and_time={"card_limit": 500}),),
    parse("tax.income_share"): (small_seller(tax={"rules": "flat"}),),
    parse("tax.activity"): (small_seller(tax={"rules": AMERICA}),),
    parse("tax.income_deduction"): (small_seller(tax={"rules": AMERICA}),),
    parse("tax.vat_goods"): (small_seller(tax={"rules": SWEDEN, "vat_registered": "from_start"}),),
    parse("tax.vat_sales_before"): (small_seller(tax={"vat_registered": "past_threshold"}),),
    parse("tax.losses"): (small_seller(tax={"rules": "flat"}),),
}


def with_another(plan: Plan, path: Path) -> Plan:
    """The plan with a figure, or a choice, in an input that it does not state."""
    figures: dict[str, tuple[Any, ...]] = {"share": (0.07, 0.08), "months": (7, 8), "month": (7, 8)}
    figures["text"] = ("2027-02-14", "2027-02-15")
    others = tuple(INPUTS[path].choices) or figures.get(INPUTS[path].unit, (7.5, 8.5))
    data = plan.model_dump(mode="json")
    put(data, path, next(other for other in others if other != at(plan, path)))
    changed, faults = checked(Plan, data)
    assert faults == ()
    assert changed is not None
    return changed


def outcome(plan: Plan) -> np.ndarray[Any, Any]:
    """The running total of the plan, month by month."""
    return Case.of(plan, EXAMPLE).projection.statement.cumulative_cash_flow[:, 0]
