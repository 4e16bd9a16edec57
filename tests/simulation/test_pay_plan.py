"""People of a plan paid by a pay plan: held against the rules that the same people are paid by without one."""

import numpy as np
from hypothesis import assume, given

from planner.inputs.cited.figure import Figure
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import draws_of
from planner.simulation.paths import draw_paths
from tests.properties.random_plans import plans
from tests.properties.situations import companies
from tests.random_cases import tried
from tests.simulation.by_pay_plan import by_its_own_rules
from tests.simulation.plans import COMPANIES, team_plan
from tests.simulation.test_replay import small

PAID = ("on_own", "on_team", "on_joining", "rank", "active")


def pays(plan: Plan, company: Company, paths: int) -> tuple[dict[str, np.ndarray], float]:
    """What every path is paid in each month, and as what; and the most goods that a month's pay rests on."""
    drawn = draw_paths(draws_of(plan, company), plan.chance.seed, 0, paths)
    names = (*PAID, "group_volume") if company.pay.plan or company.ranks else PAID
    found = {name: np.array([getattr(pay, name) for pay in drawn.trading.pays], dtype=float) for name in names}
    sizes = (drawn.people.bought.sum(), drawn.trading.personal_value.max(), drawn.trading.personal_volume.max())
    return found, float(sum(sizes))


def assert_paid_alike(plan: Plan, company: Company, paths: int) -> None:
    other = by_its_own_rules(company)
    assert other is not None
    (fast, size), (exact, _) = pays(plan, company, paths), pays(plan, other, paths)
    for name, values in fast.items():
        # One takes a rate from another, and the other money from money, of all goods of the month.
        np.testing.assert_allclose(exact[name], values, rtol=1e-9, atol=1e-12 * (size + 1), err_msg=name)


def test_companies_of_the_catalogue_pay_the_same_people_alike_by_a_pay_plan() -> None:
    """All that pay by level or by step, and invented ones; with a first order, rising prices, and another currency."""
    some = {**COMPANIES, **load_catalog().companies}
    paid = {name: company for name, company in some.items() if by_its_own_rules(company) is not None}
    assert len(paid) >= 7
    for company in paid.values():
        plan = team_plan(company, team={"duplication": 0.15, "people_within_reach": 90})
        rates = {} if company.currency == "SEK" else {"currency": "SEK", "exchange_rates": {company.currency: 10.5}}
        abroad = Plan.model_validate(plan.model_dump() | rates)
        rising = Plan.model_validate(
            plan.model_dump() | {"money_and_time": plan.money_and_time.model_dump() | {"shop_price_rise": 0.05}}
        )
        for each in (plan, abroad, rising):
            assert_paid_alike(each, company, 12)


@tried(36)
@given(plans(longest=40), companies())
def test_any_company_pays_the_people_of_any_plan_alike_by_a_pay_plan(plan: Plan, company: Company) -> None:
    points, value = company.volume.points_per_100_retail, company.volume.commissionable_per_100_retail
    assume(isinstance(points, Figure) and points.value > 0)
    # A point that stands for less than a millionth stands for nothing, which a pay plan does not state.
    assume(not (isinstance(value, Figure) and 0 < value.value < points.value / 1e6))
    assume(by_its_own_rules(company) is not None)
    assert_paid_alike(small(plan), company, 3)
