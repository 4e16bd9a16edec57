"""Every kind of pay in a plan's runs, held against the same people paid as a team that exists, path by path."""

from typing import Any

import numpy as np
import pytest
from numpy.random import Generator

from planner.compensation.teams.pay import PaidMonth, pay_team
from planner.inputs.company.company import Company
from planner.inputs.pay.in_a_plan import unpaid_parts
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import draws_of
from planner.simulation.paths import Paths, draw_paths
from tests.planner.compensation.teams_that_exist.drawn_plans import KINDS, draw_plan
from tests.planner.compensation.teams_that_exist.random_teams import draw_frame, names_of
from tests.properties.situations import invented_company
from tests.random_cases import TIMES
from tests.simulation.by_pay_plan import paid_by
from tests.simulation.path_team import team_of_path
from tests.simulation.plans import team_plan

PATHS = 4
WAYS = ("weaker_leg", "alternating", "under_sponsor")
LIMITS: dict[str, Any] = {
    "gates": [{"gate": "sold_share", "least": 0.4}, {"gate": "customers", "least": 1}],
    "caps": [{"most": 25.0}],
    "rounding": {"to": 0.01, "per": "line", "how": "down"},
}


def drawn(random: Generator, rule: str, number: int) -> tuple[Plan, Company]:
    """A plan with a team of a dozen who come, buy unevenly and leave, and a company that pays by this kind."""
    frame = draw_frame(random, rates=True)
    frame["activity_window"] = str(random.choice(("month", "quarter", "one_of_three", "twelve_months")))
    fixed: dict[str, Any] = {}
    if rule == "pool":
        tiers = [{"rank": name, "rate": 0.02, "elsewhere": float(number % 3)} for name in names_of(frame)]
        fixed = {"company_value": 5_000.0, "tiers": tiers}
    before = ("unilevel",) if rule == "matching" else ()
    frame |= LIMITS if number % 2 else {}
    pay = draw_plan(random, frame, *before, rule, **fixed)
    company = paid_by(invented_company(kit=60, points=50, commissionable=40, steps=((0, 0.7),)), pay)
    team = {
        "recruits_a_month": 0.8,
        "duplication": 0.12,
        "first_months_attrition": 0.3,
        "member_monthly_purchases": 90,
        "member_joining_order": 60 * (number % 2),
        "people_within_reach": 40,
        "placing": WAYS[number % 3],
    }
    plan = team_plan(company, seed=number, team=team, stock={"buys_to_qualify": "never", "own_use": 40})
    return Plan.model_validate(plan.model_dump() | {"horizon_months": 14}), company


def paid_by_path(plan: Plan, paths: Paths, path: int) -> tuple[PaidMonth, ...]:
    """The people of one path, paid as a team that exists, the way the plan places them."""
    pay = paths.terms.pay_plan
    assert pay is not None
    assert not unpaid_parts(pay)
    return pay_team(pay, team_of_path(plan, paths, path, two_legs=pay.has_two_legs))


@pytest.mark.parametrize("rule", sorted(KINDS))
def test_a_path_is_paid_as_the_same_people_are_who_exist(rule: str) -> None:
    """Pay, what of it is on own orders, and rank of the distributor in every month: many paths at once, and one alone.

    The distributor's own activity is told by what they bought, as that of everybody, and not by the plan's months.
    """
    paid_something = 0.0
    for number in range(6 * TIMES):
        random = np.random.default_rng([number, sorted(KINDS).index(rule)])
        plan, company = drawn(random, rule, number)
        paths = draw_paths(draws_of(plan, company), plan.chance.seed, 0, PATHS)
        for path in range(PATHS):
            for month, alone in enumerate(paid_by_path(plan, paths, path)):
                pay = paths.trading.pays[month]
                told = (rule, number, path, month)
                assert pay.active[path] == alone.month.active[0], told
                assert pay.rank[path] == alone.month.rank[0], told
                found = float(pay.on_own[path] + pay.on_team[path])
                assert found == pytest.approx(float(alone.pay[0]), rel=1e-9, abs=1e-9), told
                assert float(pay.on_own[path]) == pytest.approx(own_orders(alone), rel=1e-9, abs=1e-9), told
                paid_something += abs(found)
    assert paid_something > 0


def own_orders(paid: PaidMonth) -> float:
    """What of the pay of the one at the top is on their own orders."""
    found = 0.0
    for place, part in enumerate(paid.parts):
        for rows in part.flows():
            mine = (rows.earner == 0) & (rows.source == 0)
            found += float(rows.amount[mine].sum() * paid.share_paid(place)[0])
    return found
