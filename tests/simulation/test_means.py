"""The plan is the average of its runs: where rules are linear, the sampled mean is the projection's, but for chance."""

import numpy as np
import pytest

from planner.projection.engine import project
from planner.simulation.engine import simulate
from tests.planner.compensation.teams_that_exist.by_hand import plan_of
from tests.simulation.by_pay_plan import by_its_own_rules, paid_by
from tests.simulation.plans import COMPANIES, NO_SPREADS, RATES, invented_company, team_plan

PATHS, FEWER = 10_000, 2_000
LINEAR = {
    "compressed": invented_company(kit=60, rates=RATES, compression=True),
    "uncompressed": COMPANIES["uncompressed"],
    # The distributor always has the points; of the members about half have, in any month.
    "members inactive": invented_company(kit=60, rates=RATES, compression=True, minimum=100),
    "nothing on inactive": invented_company(kit=60, rates=RATES, minimum=100, pays_on_inactive=False),
}
# As members stay unevenly, others leave than the projection says; all other spreads leave the mean where it is.
SPREADS = {"no spreads": NO_SPREADS, "all but of staying": {"staying_spread": 0}}
DIRECT = {"opening_stock": 0, "ship_direct_share": 1, "buys_to_qualify": "never", "own_use": 60}


def assert_mean(drawn: np.ndarray, expected: float) -> None:
    error = drawn.std() / np.sqrt(len(drawn))
    assert abs(drawn.mean() - expected) < 4 * error, (drawn.mean(), expected, error)


@pytest.mark.parametrize("book", [False, True])
@pytest.mark.parametrize("spreads", SPREADS)
@pytest.mark.parametrize("name", LINEAR)
def test_the_mean_is_that_of_the_projection(name, spreads, book):
    """Joined, team, commission, and the result of orders sent direct, of which none is lost; nobody runs out."""
    company, where = LINEAR[name], "address_book" if book else "schedule"
    team = {"people_within_reach": 1e10, "recruits_from": where, "duplication": 0.1}
    plan = team_plan(company, stock=DIRECT, chance=SPREADS[spreads], team=team, customers={"new_from": where})
    drawn, expected = simulate(plan, company, PATHS).outcome, project(plan, company)
    horizon, lines = plan.horizon_months, expected.statement.lines
    assert_mean(drawn.joined, float(expected.network.joined[:, 1:].sum()))
    # Who acts in the last month was there at the end of the one before.
    assert_mean(drawn.team, float(expected.network.active[horizon - 1, 1:].sum()))
    assert_mean(drawn.commission, float(lines["commission_earned"].sum()))
    assert_mean(drawn.result, float(expected.statement.result[-1, 0]))


def test_the_mean_is_that_of_the_projection_where_newcomers_recruit_at_once():
    """On levels counted over everyone, which is exact. Nine of ten newcomers recruit in their month."""
    company = LINEAR["uncompressed"]
    team = {"people_within_reach": 1e10, "duplication": 0.1, "recruit_at_once": 0.9}
    plan = team_plan(company, stock=DIRECT, chance=SPREADS["all but of staying"], team=team)
    drawn, expected = simulate(plan, company, PATHS).outcome, project(plan, company)
    assert_mean(drawn.joined, float(expected.network.joined[:, 1:].sum()))
    assert_mean(drawn.team, float(expected.network.active[plan.horizon_months - 1, 1:].sum()))
    assert_mean(drawn.commission, float(expected.statement.lines["commission_earned"].sum()))


@pytest.mark.parametrize("spreads", SPREADS)
def test_the_mean_of_people_paid_by_a_pay_plan_is_that_of_the_projection(spreads):
    """Where the expectation is exact: levels; a unit of everyone at one rate, which is a level however deep; a fast
    start, which is what joining orders add on levels of its rates; and a rate of all that one buys oneself.
    """
    team = {"people_within_reach": 1e10, "duplication": 0.1}
    deep = invented_company(kit=60, rates=(0.04,) * 12)  # nobody to speak of is below
    unit = {"rule": "unit", "unit": "everyone", "brackets": [{"from_volume": 0, "rate": 0.04}]}
    own = {"rule": "own_sales", "brackets": [{"from_volume": 0, "rate": 0.1}], "volume": "all", "reached_by": "all"}
    cases = [(by_its_own_rules(rules), rules, 0.0) for rules in LINEAR.values()]
    cases.append((paid_by(deep, plan_of(unit | {"pays_on_inactive": True}, own)), deep, 0.1))
    for company, rules, on_own in cases:
        plan = team_plan(rules, stock=DIRECT, chance=SPREADS[spreads], team=team)
        expected = project(plan, rules)
        drawn = simulate(plan, company, FEWER).outcome
        own_value = float(expected.personal_value.sum()) * on_own
        assert_mean(drawn.commission, float(expected.statement.lines["commission_earned"].sum()) + own_value)
    first = paid_by(deep, plan_of({"rule": "fast_start", "rates": [0.2, 0.1]}))
    plan = team_plan(first, stock=DIRECT, chance=SPREADS[spreads], team=team)
    bare = team_plan(first, stock=DIRECT, chance=SPREADS[spreads], team=team | {"member_joining_order": 0})
    levels = invented_company(kit=60, rates=(0.2, 0.1))
    with_first, without = (project(each, levels).commission_on_team.sum() for each in (plan, bare))
    assert_mean(simulate(plan, first, FEWER).outcome.commission, float(with_first - without))


def test_nobody_is_kept_away_where_very_many_are_within_reach():
    """400 a month for a year of a hundred million: 4,800, and far from the 20,000 that are drawn at most."""
    team = {"people_within_reach": 1e8, "recruits_a_month": 400, "duplication": 0}
    plan = team_plan(LINEAR["uncompressed"], chance=NO_SPREADS, team=team)
    plan = plan.model_copy(update={"horizon_months": 12})
    assert_mean(simulate(plan, LINEAR["uncompressed"], 50).outcome.joined, 4_800)


def test_uneven_staying_moves_the_team_and_nothing_else():
    """The team with the law of staying in place of the monthly shares, summed over who joined when; no one recruits."""
    company = LINEAR["uncompressed"]
    plan = team_plan(company, stock=DIRECT, team={"duplication": 0}, chance={"staying_spread": 1.5})
    drawn = simulate(plan, company, PATHS).outcome
    shape, stay = 1 / 1.5**2, 0.4  # 60 of 100 gone within the year, 30 within three months
    at_3, at_12 = (shape * (share ** (-1 / shape) - 1) for share in (0.7, stay))
    months = np.arange(plan.horizon_months)
    summed = at_3 / 3 * np.minimum(months, 3) + (at_12 - at_3) / 9 * np.maximum(months - 3, 0)
    # Who joined in the last month does not act yet.
    expected = 0.5 * ((1 + summed / shape) ** -shape)[:-1].sum()
    assert_mean(drawn.team, expected)
    assert_mean(drawn.joined, 0.5 * plan.horizon_months)
