"""Active is who has the company's points in the month: whom a level, a rank and pay pass over, by pencil.

The team of the first cases: you buy for 200 points, your recruit A for 40 and A's recruit B for 200.
"""

import pytest

from planner.compensation.people import ROOT
from planner.inputs.company.company import Company
from planner.inputs.terms import resolve_terms
from planner.projection.engine import project
from tests.companies_by_months import COMPANIES
from tests.examples.by_month import EVERYBODY, line, nearly
from tests.planner.compensation.months import steps, total
from tests.planner.compensation.teams import pay_of, ranks_of, team
from tests.properties.situations import bare_plan, invented_company


def points(company: Company, *amounts: float) -> list[float]:
    """Goods at shop price that bring so many points."""
    return [amount / resolve_terms(company, bare_plan()).points_per_retail for amount in amounts]


def paid_on_a_and_b(company: Company, a: float, b: float, own: float = 200) -> float:
    own, a, b = points(company, own, a, b)
    return total(pay_of(company, team((ROOT, a), (0, b)), own))


def test_who_is_not_active_is_passed_over_and_yet_paid_on():
    """Minimum 100. A is not active, so B moves up to level 1; A's own volume stands there already.

    Young Living: 8 % of 40 and of 200 = 3.20 + 16.
    """
    assert paid_on_a_and_b(COMPANIES["young-living-us"], 40, 200) == pytest.approx(19.20)


def test_with_the_points_a_is_a_level():
    """8 % of 100 and 5 % of 200. A point too few, and B moves up."""
    assert paid_on_a_and_b(COMPANIES["young-living-us"], 100, 200) == pytest.approx(18)
    assert paid_on_a_and_b(COMPANIES["young-living-us"], 99, 200) == pytest.approx(0.08 * 299)


def test_you_too_are_paid_only_when_active():
    assert paid_on_a_and_b(COMPANIES["young-living-us"], 40, 200, own=99) == 0


@pytest.mark.parametrize(
    ("compression", "pays_on_inactive", "expected"),
    [
        (True, True, 0.08 * 40 + 0.08 * 200),
        (True, False, 0.08 * 200),
        (False, True, 0.08 * 40 + 0.05 * 200),
        (False, False, 0.05 * 200),
    ],
)
def test_whether_the_company_compresses_and_whether_it_pays_on_who_is_not_active(
    compression, pays_on_inactive, expected
):
    company = invented_company(
        rates=(0.08, 0.05), minimum=100, compression=compression, pays_on_inactive=pays_on_inactive
    )
    assert paid_on_a_and_b(company, 40, 200) == pytest.approx(expected)


def test_several_above_are_passed_over():
    """A 40, B 50, C 200, D 300 below each other: C is on level 1, D on level 2: 8 % of 290 + 5 % of 300."""
    people = team((ROOT, 40), (0, 50), (1, 200), (2, 300))
    company = invented_company(rates=(0.08, 0.05), minimum=100, compression=True)
    assert total(pay_of(company, people, 200)) == pytest.approx(0.08 * 290 + 0.05 * 300)


def test_a_first_order_makes_active_in_the_month_it_is_placed():
    """A buys for 40 and places a first order of 60: 100 points in all, and is a level."""
    people = team((ROOT, 100), (0, 200), first_orders=(60, 0))
    company = invented_company(rates=(0.08, 0.05), minimum=100, compression=True)
    assert total(pay_of(company, people, 200)) == pytest.approx(0.08 * 100 + 0.05 * 200)


def test_a_recruit_without_points_is_no_active_frontline():
    """Scentsy's Lead asks for 1,333.33 points in the group, 500 of them your own, and one active recruit.

    200 points make active. 1,400 of your own, and a recruit with 199: nothing. One with 200: 2 % of 75 % of 1,600
    points = 24. One with 500 has no rank either, with nobody below: 2 % of 75 % of 1,900 = 28.50.
    """
    scentsy = COMPANIES["scentsy-us"]
    for recruit, rank, pay in ((0, 0, 0.0), (199, 0, 0.0), (200, 1, 24), (500, 1, 28.5)):
        found = pay_of(scentsy, team((ROOT, recruit)), 1_400)
        assert (int(found.rank[0]), total(found)) == (rank, pytest.approx(pay))


def test_a_members_recruit_without_points_is_no_active_frontline_either():
    ranks = ({"name": "one", "group_volume": 100, "frontline": 1, "rate": 0.1},)
    company = invented_company(breakaway=False, minimum=100, ranks=ranks)
    assert ranks_of(company, team((ROOT, 100), (0, 99))) == [0, 0]
    assert ranks_of(company, team((ROOT, 100), (0, 100))) == [1, 0]


def test_who_is_not_active_holds_no_rank_and_counts_in_the_group_all_the_same():
    """5 % from 100 points in the group, 10 % from 200; minimum 100. You 300, A 40, A's recruit B 160.

    The group has 300 + 40 + 160 = 500: 10 % for you. A has 200 in the group and is not active: no rank, so 10 % of A's
    40; B has 5 % and leaves 5 % of 160. 30 + 4 + 8.
    """
    company = invented_company(breakaway=False, minimum=100, ranks=steps((100, 0.05), (200, 0.10)))
    people = team((ROOT, 40), (0, 160))
    assert ranks_of(company, people) == [0, 1]
    pay = pay_of(company, people, 300)
    assert pay.group_volume[0] == 500
    assert total(pay) == pytest.approx(30 + 4 + 8)


# --- in expectation ---------------------------------------------------------------------------------------------------

ONE_RECRUIT = {
    "recruits_a_month": (1, 0),
    "duplication": 0.5,
    "member_monthly_purchases": 100,
    "people_within_reach": EVERYBODY,
}


def of_cohorts(spread: float, **company: object) -> list[float]:
    """Pay of months 0 to 3 on one recruit of month 1 who recruits half a person a month; you buy for 200 points."""
    plan = bare_plan(horizon_months=3, stock={"own_use": 100}, team=ONE_RECRUIT, chance={"purchase_spread": spread})
    terms = {"rates": (0.10, 0.05), "compression": True, "minimum": 100.0} | company
    return line(project(plan, invented_company(**terms)), "commission_earned")


def test_the_share_who_buy_enough_is_that_of_the_lognormal_law():
    """With a spread of 100 % the logarithm of a month has the variance ln 2, and the mean -0.3466 around ln 100.

    At least the average buy 1 - Phi(0.8326 / 2) = 1 - Phi(0.4163) = 33.86 of 100. So of the half person below the
    recruit in month 3, 0.3307 stand on level 1 and 0.1693 on level 2: 10 + 3.307 + 0.847 = 14.15.
    """
    assert of_cohorts(1.0) == pytest.approx([0, 0, 10, 14.153], abs=2e-3)


def test_where_all_buy_alike_all_are_active_or_nobody_is():
    """Of the half person: 5 % where the recruit has the 100 points, else 10 %."""
    assert of_cohorts(0.0) == nearly(0, 0, 10, 10 + 2.5)
    assert of_cohorts(0.0, minimum=100.5) == nearly(0, 0, 10, 10 + 5)
    assert of_cohorts(0.0, minimum=100.5, pays_on_inactive=False) == nearly(0, 0, 0, 0)


def test_of_those_who_do_not_buy_enough_nothing_is_paid_where_the_company_says_so():
    """What those buy who buy at least the average: Phi(0.4163) = 66.14 of every 100. 6.614 + half of that, on level 1
    for 66.14 of 100 of the time at 10 %, else at 5 %: 66.14 / 2 * (0.6614 * 0.10 + 0.3386 * 0.05) = 2.747.
    """
    assert of_cohorts(1.0, pays_on_inactive=False) == pytest.approx([0, 0, 6.614, 9.361], abs=2e-3)


def test_active_frontline_is_counted_in_parts():
    """A rank that asks for one active recruit is not reached by 0.34 of one, and by all of one."""
    ranks = ({"name": "one", "group_volume": 10, "frontline": 1, "rate": 0.1},)
    plan = bare_plan(horizon_months=2, stock={"own_use": 100}, team=ONE_RECRUIT, chance={"purchase_spread": 1})
    company = invented_company(breakaway=False, ranks=ranks)
    assert project(plan, company).paid_as_rank[:, 0].tolist() == [0, 0, 1]
    company = invented_company(breakaway=False, ranks=ranks, minimum=100)
    assert project(plan, company).paid_as_rank[:, 0].tolist() == [0, 0, 0]
    alike = plan.model_copy(update={"chance": plan.chance.model_copy(update={"purchase_spread": 0})})
    assert project(alike, company).paid_as_rank[:, 0].tolist() == [0, 0, 1]


def test_the_head_of_a_leg_holds_its_rank_as_often_as_it_has_the_points():
    """10 % from 50 points in the group, and 100 of one's own: a leg of 100 takes 10 % in 33.86 of 100 months.

    You have 300 in the group, 10 %: 20 of your own 200, and 100 * 10 % * 66.14 % of the leg.
    """
    ranks = steps((50, 0.10), personal_volume=100)
    plan = bare_plan(horizon_months=2, stock={"own_use": 100}, team=ONE_RECRUIT, chance={"purchase_spread": 1})
    for company in (
        invented_company(breakaway=False, ranks=ranks),
        invented_company(breakaway=False, ranks=steps((50, 0.10)), minimum=100),
    ):
        pay = line(project(plan, company), "commission_earned")
        assert pay == pytest.approx([0, 20, 20 + 6.614], abs=2e-3)


def test_a_leg_leaves_the_group_as_often_as_its_head_has_the_top_rate():
    """As above with breakaway: 33.86 of the leg's 100 points are gone from the group of 300."""
    ranks = steps((50, 0.10), personal_volume=100)
    plan = bare_plan(horizon_months=2, stock={"own_use": 100}, team=ONE_RECRUIT, chance={"purchase_spread": 1})
    found = project(plan, invented_company(breakaway=True, ranks=ranks))
    assert found.group_volume[:, 0] == pytest.approx([0, 200, 266.14], abs=2e-2)
