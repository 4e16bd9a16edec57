"""Where all members are alike and nobody leaves, cohorts, drawn people and people walked as objects are paid alike.

Everybody recruits exactly one person a month from the month after joining and buys the average, so that whole people
are expected, and the forest that is drawn is replaced by just these.
"""

import numpy as np
import pytest

from planner.compensation.people import ROOT
from planner.projection.engine import project
from planner.simulation.engine import draws_of
from planner.simulation.forest import Forest
from planner.simulation.paths import Draws, draw_paths
from tests.companies_by_months import COMPANIES as CATALOG
from tests.examples.by_month import EVERYBODY
from tests.planner.compensation.months import steps
from tests.properties.situations import bare_plan, invented_company
from tests.simulation.as_objects import frontlines_of, members_of
from tests.simulation.naive_pay import Rules, pay_on_people, team_month
from tests.simulation.plans import NO_SPREADS

MONTHS, OWN_RECRUITS = 6, (2, 1, 0)
OWN = 1_500.0  # at shop price, what you buy in a month
RATES = (0.08, 0.05, 0.04)
COMPANIES = {
    "young-living-us": CATALOG["young-living-us"],
    "scentsy-us": CATALOG["scentsy-us"],
    "amway-eu": CATALOG["amway-eu"],
    "not compressed": invented_company(rates=RATES, minimum=100),
    "nothing on inactive": invented_company(rates=RATES, minimum=100, compression=True, pays_on_inactive=False),
    "breakaway": invented_company(
        breakaway=True, minimum=60, ranks=steps((100, 0.03), (400, 0.06), (1600, 0.1), personal_volume=90)
    ),
}
LINEAR = ("young-living-us", "not compressed", "nothing on inactive")


def forest(paths: int) -> Forest:
    """The people who are expected, the same in each path, by generation."""
    sponsor, generation, born = [ROOT] * sum(OWN_RECRUITS), [1] * sum(OWN_RECRUITS), []
    for month, number in enumerate(OWN_RECRUITS, 1):
        born += [month] * number
    row = 0
    while row < len(born):
        for month in range(born[row] + 1, MONTHS + 1):
            sponsor.append(row)
            generation.append(generation[row] + 1)
            born.append(month)
        row += 1
    everyone = len(born)
    order = np.argsort(np.tile(generation, paths), kind="stable")
    place = np.append(np.argsort(order), ROOT)
    above = np.concatenate(
        [np.where(np.array(sponsor) == ROOT, ROOT, np.array(sponsor) + p * everyone) for p in range(paths)]
    )
    joined = np.tile(born, paths)[order]
    return Forest(
        paths=paths,
        horizon=MONTHS,
        path=np.repeat(np.arange(paths), everyone)[order],
        sponsor=place[above][order],
        generation=np.tile(generation, paths)[order],
        born=joined,
        acts=MONTHS - joined,
        key=np.arange(paths * everyone, dtype=np.uint64),
        today=np.full(paths * everyone, ROOT),
    )


def plan_of(company, monthly: float, first: float):
    """Nobody is sold to; you buy for about 1,500 at shop price every month and use it."""
    return bare_plan(
        currency=company.currency,
        horizon_months=MONTHS,
        stock={"standing_order": 0, "own_use": OWN * company_share(company)},
        team={
            "recruits_a_month": OWN_RECRUITS,
            "duplication": 1,
            "member_monthly_purchases": monthly,
            "member_joining_order": first,
            "people_within_reach": EVERYBODY,
        },
        chance=NO_SPREADS,
    )


def company_share(company) -> float:
    return company.prices.steps[0].wholesale_share if hasattr(company.prices, "steps") else company.prices.assumed


@pytest.mark.parametrize("monthly", [40.0, 95.0, 170.0, 700.0])
@pytest.mark.parametrize("name", COMPANIES)
def test_three_ways_to_the_same_pay(name, monthly):
    assert_alike(COMPANIES[name], monthly, 0.0)


@pytest.mark.parametrize("monthly", [40.0, 95.0, 170.0])
@pytest.mark.parametrize("name", LINEAR)
def test_three_ways_to_the_same_pay_with_first_orders(name, monthly):
    """Of a differential a first order deep in a leg takes its part, while cohorts know the head of a leg alone."""
    assert_alike(COMPANIES[name], monthly, 90.0)


def assert_alike(company, monthly: float, first: float) -> None:
    plan = plan_of(company, monthly, first)
    expected, draws = project(plan, company), draws_of(plan, company)
    paths = draw_paths(Draws(draws.assumptions, draws.terms, draws.chance, in_forest=(lambda _: forest(2),)), 1, 0, 2)
    everyone, _ = members_of(paths)
    frontline, rules = frontlines_of(paths, everyone)[1], Rules.of(plan, company)
    teams = [team_month(rules, frontline, month) for month in range(MONTHS + 1)]
    assert len(frontline) == sum(OWN_RECRUITS)
    assert paths.people.cell.size == 2 * expected.network.active[:-1, 1:].sum().round()
    assert paths.trading.personal_volume == pytest.approx(np.repeat(expected.personal_volume, 2, axis=1))
    names = {"on_own": expected.commission_on_own, "on_team": expected.commission_on_team}
    if company.ranks is not None:  # or nobody's group is looked at
        names["group_volume"] = expected.group_volume
    for month in range(1, MONTHS + 1):
        pay = paths.trading.pays[month]
        own = float(expected.personal_volume[month, 0]) / expected.terms.points_per_retail
        slow = pay_on_people(plan, company, teams, own, 0.0, month, active=bool(expected.active[month, 0]))
        for name, cohorts in names.items():
            assert getattr(pay, name) == pytest.approx(slow[name], rel=1e-6, abs=1e-6), (name, month)
            assert cohorts[month, 0] == pytest.approx(slow[name], rel=1e-6, abs=1e-6), (name, month)
        assert expected.paid_as_rank[month, 0] == pay.rank[0] == slow["paid_as_rank"], month
