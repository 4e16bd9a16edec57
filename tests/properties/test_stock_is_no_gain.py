"""More goods at the start never make the result better as entered, where nothing but sales is bought with them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from planner.simulation.engine import draws_of
from planner.simulation.paths import draw_paths
from tests.properties.random_plans import number, plans
from tests.properties.situations import bare_plan, company_figures, invented_company
from tests.random_cases import tried

# No smallest order, no price step, no freight that large orders are spared, no rank and no pay that points bought could
# reach; VAT may come back the sooner.
NOTHING_TO_REACH = {
    "steps": ((0, 0.6),),
    "orders": None,
    "rates": (),
    "breakaway": None,
    "ranks": (),
    "minimum": 0,
    "currency": "USD",
}


def stocked(plan: Plan, opening: float) -> Plan:
    data = plan.model_dump()
    data["stock"] |= {"opening_stock": opening, "share_lost": 0, "minimum_order": 0}
    data["tax"]["vat_registered"] = "never"
    return Plan.model_validate(data)


@tried(36)
@given(plans(longest=40), company_figures(), number(0, 1e4, 0, 200), number(1, 1e4, 200, 1000))
def test_more_goods_at_the_start_never_make_the_result_better(plan, figures, opening, more):
    company = invented_company(**figures | NOTHING_TO_REACH)
    less, much = (project(stocked(plan, goods), company).statement for goods in (opening, opening + more))
    size = sum(np.abs(line).sum() for line in much.lines.values())
    assert much.result[-1, 0] <= less.result[-1, 0] + 1e-9 * size


@tried(5)
@given(st.integers(0, 10_000), st.sampled_from((0, 1, 3)), number(1, 3000, 200, 1000))
def test_in_the_runs_nothing_is_gained_but_orders_that_no_longer_wait(seed, cover, more):
    """Run by run: what more goods bring is at most what the orders are worth that would else be waiting at the end."""
    company = invented_company()

    def run(opening: float) -> tuple[np.ndarray, np.ndarray]:
        plan = bare_plan(
            horizon_months=18,
            customers={"new_a_month": 1.2, "attrition": 0.15, "retail_per_order": 60, "discount": 0.05},
            stock={"opening_stock": opening, "cover_months": cover},
            chance={"seed": seed},
        )
        paths = draw_paths(draws_of(plan, company), seed, 0, 25)
        return paths.statement.result[-1], paths.trading.inventory.waiting[-1] * 0.95

    (less, waiting), (much, still_waiting) = run(0), run(more)
    assert (waiting > 0).any() or cover > 0
    assert (much - less <= waiting - still_waiting + 1e-6).all()
