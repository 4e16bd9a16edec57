"""Every kind of pay in a plan's runs, held against the same people paid as a team that exists, path by path."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from numpy.random import Generator

from planner.compensation.teams.pay import PaidMonth, pay_team
from planner.inputs.company.company import Company
from planner.inputs.pay.in_a_plan import not_computed_in_a_plan, unpaid_parts
from planner.inputs.plan.plan import Plan
from planner.simulation import engine
from planner.simulation.beside import simulate_beside
from planner.simulation.engine import draws_of, simulate
from planner.simulation.paths import Paths, draw_paths
from tests.planner.compensation.teams_that_exist.by_hand import plan_of
from tests.planner.compensation.teams_that_exist.drawn_plans import KINDS, draw_plan
from tests.planner.compensation.teams_that_exist.random_teams import draw_frame, names_of
from tests.properties.situations import invented_company
from tests.random_cases import TIMES
from tests.simulation.by_pay_plan import paid_by
from tests.simulation.path_team import team_of_path
from tests.simulation.plans import NO_SPREADS, team_plan
from tests.simulation.test_same_answer import as_json

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


def test_blocks_of_any_size_and_threads_give_the_same_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every kind, and of all together: what a path is paid does not hang on which paths are paid beside it."""
    for number, rule in enumerate(sorted(KINDS)):
        plan, company = drawn(np.random.default_rng(number), rule, number)
        before = as_json(simulate(plan, company, 13).outcome)
        with monkeypatch.context() as smaller:
            smaller.setattr(engine, "PATHS_A_BLOCK", 3)
            assert as_json(simulate(plan, company, 13).outcome) == before, rule
            with ThreadPoolExecutor(2) as executor:
                assert as_json(simulate(plan, company, 13, executor).outcome) == before, rule


def test_plans_beside_each_other_come_to_what_each_comes_to_alone() -> None:
    """With the same people, whose distributors buy differently."""
    plan, company = drawn(np.random.default_rng(1), "binary", 1)
    stocks = ({"own_use": 0}, {"own_use": 300}, {"buys_to_qualify": "while_it_pays"}, {"buys_to_qualify": "always"})
    plans = [Plan.model_validate(plan.model_dump() | {"stock": plan.stock.model_dump() | each}) for each in stocks]
    for each, found in zip(plans, simulate_beside(plans, company, 9), strict=True):
        assert as_json(found.outcome) == as_json(simulate(each, company, 9).outcome)


def test_what_a_plan_does_not_know_is_named_and_pays_nothing() -> None:
    """A bonus by the order, a pool of all that is sold, a cap on all pay; and a share of these, as far as it goes."""
    brackets = [{"from_volume": 0, "rate": 0.5}]
    parts: list[dict[str, Any]] = [
        {"rule": "own_sales", "brackets": brackets, "by": "order", "volume": "all"},
        {"rule": "pool", "tiers": [{"rank": "One", "rate": 0.5}]},
        {"rule": "unilevel", "rates": [0.1]},
        {"rule": "matching", "of": [1, 3], "rates": [0.5]},
        {"rule": "customer_bonus", "steps": [{"customers": 1, "amount": 9}]},
        {"rule": "matching", "of": [5], "rates": [0.5]},
    ]
    ranks = [{"name": "One", "group_volume": 1}]
    pay = plan_of(*parts, ranks=ranks, payout_cap={"share": 0.0})
    named = [(each.part, each.matched) for each in not_computed_in_a_plan(pay)]
    assert named == [(1, ()), (2, ()), (4, (1,)), (6, (5,)), (0, ())]
    bare = plan_of(parts[2], {"rule": "matching", "of": [1], "rates": [0.5]}, parts[4], ranks=ranks)
    company = invented_company(points=50, commissionable=40)
    plan, paid = team_plan(company, team={"duplication": 0.2}), []
    for each in (pay, bare):
        trading = draw_paths(draws_of(plan, paid_by(company, each)), 1, 0, 5).trading
        paid.append(np.array([month.on_own + month.on_team for month in trading.pays]))
    np.testing.assert_allclose(*paid, rtol=1e-12)
    assert paid[0].sum() > 0


def test_places_of_a_team_of_today_are_paid_from_the_first_month_on() -> None:
    """3 for each place. Two who were there before the plan, and nobody after: at launch nothing, whenever they joined;
    each month 6 from month 1 on; and once alone nothing, since their places were filled before.
    """
    today = [{"under": 0, "buys": 80, "months": 1}, {"under": 0, "buys": 80, "months": 5}]
    team = {"recruits_a_month": 0, "duplication": 0, "annual_attrition": 0, "first_months_attrition": None}
    for paid, each in (("each_month", 6.0), ("when_filled", 0.0)):
        part = {"rule": "matrix", "width": 2, "depth": 3, "amounts": [3], "paid": paid, "pays_on_inactive": True}
        company = paid_by(invented_company(points=50, commissionable=40), plan_of(part))
        plan = team_plan(company, team=team | {"today": today})
        pays = draw_paths(draws_of(plan, company), 1, 0, 2).trading.pays
        assert [month.on_team.tolist() for month in pays] == [[0.0, 0.0]] + [[each, each]] * plan.horizon_months


def test_what_was_ordered_before_the_plan_is_volume_once_whoever_ordered_it_was_no_longer_new() -> None:
    """A fast start alone is paid on all orders of somebody's first three months. Al joined two months before the plan
    and buys 40 points or 32 of money a month, Bo below Al nine months before, 50 or 40. A generation ends at whoever
    has 60 points in all: Bo has. Of Al's the months -1, 0 and 1 do not count, so that Al has 40 in month 2, 80 in 3.

    Month 1: half of Al's 32, and 5 % of Bo's 40 in generation 2. Month 2: 10 % of Al's 32 in generation 1 and the same
    2. From month 3 on Al's are generation 2, 1.60, and Bo's are beyond the last.
    """
    today = [{"under": 0, "buys": 80, "months": 2}, {"under": 1, "buys": 100, "months": 9}]
    team = {"recruits_a_month": 0, "duplication": 0, "annual_attrition": 0, "first_months_attrition": None}
    fast = {"rule": "fast_start", "rates": [0.5], "orders": "all", "months": 3}
    part = {"rule": "generations", "rates": [0.1, 0.05], "ends_rank": "Sixty", "starts": "own_group"}
    rules = plan_of(fast, part, ranks=[{"name": "Sixty", "lifetime_volume": 60}])
    company = paid_by(invented_company(points=50, commissionable=40), rules)
    plan = team_plan(company, team=team | {"today": today}, chance=NO_SPREADS)
    pays = draw_paths(draws_of(plan, company), 1, 0, 2).trading.pays
    assert [float(pay.on_team[1]) for pay in pays[:5]] == pytest.approx([0, 18, 5.2, 1.6, 1.6])
