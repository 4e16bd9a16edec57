"""A plan that is changed a little meets the same luck: its answer moves a little, and the right way."""

import numpy as np
import pytest

from planner.inputs.plan.getting_started import RunningCost
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import simulate
from tests.properties.adding_up import changed
from tests.simulation.plans import COMPANIES, team_plan

PATHS = 4_000


def results(plan, company) -> np.ndarray:
    return simulate(plan, company, PATHS).outcome.result


def running_at(plan: Plan, amount: float) -> Plan:
    """The plan with running costs of so much a month."""
    return plan.model_copy(update={"running_costs": (RunningCost(name="x", amount=amount),)})


@pytest.mark.parametrize("name", COMPANIES)
def test_a_hundredth_more_recruits_moves_the_chance_of_loss_by_less_than_its_error(name):
    company = COMPANIES[name]
    losses = []
    for recruits in (1.00, 1.01):
        plan = team_plan(company, team={"recruits_a_month": recruits}, chance={"most_to_lose": 2_000})
        plan = running_at(plan, 80)
        losses.append(float((results(plan, company) < 0).mean()))
    error = np.sqrt(losses[0] * (1 - losses[0]) / PATHS)
    assert 0.05 < losses[0] < 0.95
    assert abs(losses[1] - losses[0]) < error


@pytest.mark.parametrize("name", COMPANIES)
def test_what_costs_less_makes_no_path_worse(name):
    """Lower running costs, lower delivery, no freight; nothing but the money in them changes."""
    company = COMPANIES[name]
    plan = team_plan(company, customers={"cost_per_order": 3})
    before = results(plan, company)
    cheaper = running_at(plan, plan.running_costs[0].amount - 10)
    assert results(cheaper, company) == pytest.approx(before + 10 * plan.horizon_months)
    posted = results(changed(plan, "customers", cost_per_order=2), company)
    assert (posted >= before).all()
    assert (posted > before).any()


def test_more_who_join_the_distributor_makes_no_team_smaller():
    """Whoever joined still joins, but for the few whose place within reach somebody else has taken."""
    company = COMPANIES["uncompressed"]
    reach = {"people_within_reach": 1e9}
    fewer, more = (
        simulate(team_plan(company, team=reach | {"recruits_a_month": number}), company, 1_000).outcome
        for number in (0.5, 0.55)
    )
    for name in ("joined", "team", "commission"):
        assert (getattr(more, name) >= getattr(fewer, name) - 1e-9).mean() >= 0.995
    assert (more.joined > fewer.joined).any()
