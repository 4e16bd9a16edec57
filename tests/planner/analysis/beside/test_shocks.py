"""Shocks on the runs: each does what its name says, on the same draws as the plan without it."""

import numpy as np
import pytest

from planner.analysis.beside.shocks import SHOCKS, shock_month, simulate_with
from planner.analysis.case import Case
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import Simulation, simulate

COMPANY = load_catalog().companies["young-living-us"]
PATHS = 300
PLAN = Plan.model_validate(
    {
        "horizon_months": 24,
        "team": {"recruits_a_month": 1, "duplication": 0.1},
        "stock": {"own_use": 100},
        "customers": {"new_a_month": 3},
        "chance": {"when_money_runs_out": "puts_in_more"},  # else who is paid less stops sooner
    }
)
BY_KEY = {shock.switch.key: shock for shock in SHOCKS}


def with_shocks(*keys: str, plan: Plan = PLAN) -> Simulation:
    return simulate_with(Case.of(plan, COMPANY), [BY_KEY[key] for key in keys], PATHS)


def test_without_a_shock_it_is_the_plan():
    assert (with_shocks().outcome.result == simulate(PLAN, COMPANY, PATHS).outcome.result).all()


def test_every_shock_has_a_name_of_its_own():
    assert len(BY_KEY) == len(SHOCKS)
    assert all(shock.switch.title and shock.switch.explanation for shock in SHOCKS)


@pytest.mark.parametrize("key", ["best_leg_leaves", "orders_frozen", "no_warm_contacts", "half_the_customers"])
def test_until_a_shock_in_the_middle_nothing_differs(key: str):
    before, after = with_shocks().outcome.cumulative, with_shocks(key).outcome.cumulative
    month = shock_month(24)
    assert (before != after).any()
    if key != "half_the_customers":  # which comes from the start
        # Goods for the month and the next are ordered ahead, so what is known to come changes the order before it.
        early = month - PLAN.stock.cover_months - 1
        assert before[:early] == pytest.approx(after[:early])


def test_a_plan_cut_takes_a_quarter_of_what_is_paid_by_level():
    before, after = with_shocks().outcome.commission, with_shocks("plan_cut").outcome.commission
    assert before.sum() > 0
    assert after == pytest.approx(0.75 * before)


def test_a_plan_cut_lowers_the_steps_of_a_differential():
    plan = Plan.model_validate(PLAN.model_dump() | {"currency": "EUR"})
    company = load_catalog().companies["amway-eu"]
    before = simulate(plan, company, PATHS).outcome.commission
    after = simulate_with(Case.of(plan, company), [BY_KEY["plan_cut"]], PATHS).outcome.commission
    assert after == pytest.approx(0.75 * before)


def test_without_the_best_leg_fewer_are_there_and_nobody_earns_more_from_levels():
    before, after = with_shocks().outcome, with_shocks("best_leg_leaves").outcome
    assert (after.team <= before.team).all()
    assert after.team.sum() < before.team.sum()
    assert (after.joined <= before.joined).all()


def test_no_warm_contacts_stops_what_the_address_book_brings_as_well():
    plan = Plan.model_validate(
        PLAN.model_dump() | {"customers": PLAN.customers.model_dump() | {"new_from": "address_book"}}
    )
    before, after = with_shocks(plan=plan).outcome, with_shocks("no_warm_contacts", plan=plan).outcome
    assert after.joined.sum() < before.joined.sum()
    assert np.median(after.result) != np.median(before.result)


def test_shocks_go_together():
    both = with_shocks("plan_cut", "best_leg_leaves").outcome.commission
    leg = with_shocks("best_leg_leaves").outcome.commission
    assert both == pytest.approx(0.75 * leg)
