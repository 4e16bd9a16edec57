"""Two inputs together: pairs that reach a goal, against a product by hand, and each against its neighbours."""

import pytest

from planner.analysis.case import Case
from planner.analysis.chance.goal_seek import seek
from planner.analysis.chance.goals import Goal, in_runs
from planner.analysis.chance.pairs import FARTHEST, STEPS, curves, pairs_of, seek_pairs
from planner.analysis.chance.rarity import rarity
from planner.analysis.chance.ways import usable
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import simulate
from tests.planner.analysis.chance.test_goal_seek import NEW, SHOP, customers

ORDER, CASH = ("customers", "retail_per_order"), ("money_and_time", "own_cash")


def test_twice_the_order_takes_half_the_customers():
    """x new customers at an order of p leave 0.4 p * 78 x - 240 in a year: 100 a month takes p * x = 1,440 / 31.2.

    In the runs the middle lies below the average, the more so the fewer they are, so that it takes more.
    """
    pair = curves(Case.of(customers(0.5), SHOP), Goal("income", 100), [(NEW, ORDER, True)], 300)[0]
    assert [point.second for point in pair.points] == [usable(40 + 120 * part, pair.second) for part in STEPS]
    assert (pair.points[-1].first, pair.points[-1].second) == (0.5, FARTHEST * 40)
    for point in pair.points[:-1]:  # with the last, the customers that are planned are enough
        assert 1.0 <= point.first * point.second / (1440 / 31.2) < 1.5


def test_with_each_pair_stands_the_plan_that_has_both():
    """Sent direct, the company pays what is left: 0.4 p * 78 x in the year, by which it is told how rare that is."""
    direct = Case.of(customers(0.5, stock={"ship_direct_share": 1}), SHOP)
    points = curves(direct, Goal("income", 100), [(NEW, ORDER, True)], 60)[0].points
    assert len(points) == len(STEPS)
    for point in points:
        paid = rarity(point.case)
        assert paid is not None
        assert paid.amount == pytest.approx(0.4 * point.second * 78 * point.first)


def test_no_pair_is_more_than_is_needed():
    """A tenth less does not reach it: chance alone moves the middle by less.

    200 a month takes p * x = 2,640 / 31.2, more than the 0.5 customers that are planned at each of these orders: where
    those are enough, no fewer are asked about.
    """
    case, goal = Case.of(customers(0.5), SHOP), Goal("income", 200)
    for point in curves(case, goal, [(NEW, ORDER, True)], 300)[0].points[:-1]:
        for new, reached in ((point.first, True), (0.9 * point.first, False)):
            plan = customers(new, customers={"new_a_month": new, "retail_per_order": point.second})
            assert in_runs(goal, simulate(plan, SHOP, 300)).reached is reached


def test_the_nearest_pair_changes_both_least():
    pair = curves(Case.of(customers(0.5), SHOP), Goal("income", 100), [(NEW, ORDER, True)], 300)[0]
    changes = {max(abs(each.first - 0.5) / 0.5, abs(each.second - 40) / 50): each for each in pair.points}
    assert pair.nearest == changes[min(changes)]


def test_only_pairs_of_inputs_with_an_effect_are_asked_about():
    """Own money only where one stops when it is gone: who puts in more is not held back by it."""
    case = Case.of(customers(0.5), SHOP)
    together = [(NEW, CASH), (NEW, ORDER), (NEW, ("running_costs",))]
    assert [pair[:2] for pair in pairs_of(case.plan)] == together
    assert [(pair.first.path, pair.second.path) for pair in seek_pairs(case, Goal("income", 5), 20)] == together
    going_on = customers(0.5, chance={"when_money_runs_out": "puts_in_more"})
    assert [pair[:2] for pair in pairs_of(going_on)] == together[1:]


def test_what_nothing_reaches_has_no_pair():
    """An hour of no hours: whatever is changed."""
    case = Case.of(customers(0.5, money_and_time={"hours_a_week": 0}), SHOP)
    for pair in seek_pairs(case, Goal("wage", 5), 20):
        assert (pair.points, pair.nearest) == ((), None)


def test_more_customers_take_more_money_for_their_goods():
    """With 1,000 the purse is empty before enough customers pay; the first pair of each is the least that does."""
    case, goal = Case.of(Plan(), load_catalog().companies["example-company"]), Goal("income", 500)
    alone = [seek(case, goal, path, 60).sampled.status for path in (NEW, CASH)]
    assert alone == ["out_of_reach", "out_of_reach"]
    pair = curves(case, goal, [(NEW, CASH, True)], 60)[0]
    assert pair.end == 4000
    assert pair.points
    for point in pair.points:
        for new, reached in ((point.first, True), (0.9 * point.first, False)):
            plan = Plan.model_validate(
                {"customers": {"new_a_month": new}, "money_and_time": {"own_cash": point.second}}
            )
            assert in_runs(goal, simulate(plan, case.company, 60)).reached is reached


def test_money_is_moved_from_the_default_where_there_is_none():
    case = Case.of(Plan.model_validate({"money_and_time": {"own_cash": 0}}), SHOP)
    assert curves(case, Goal("income", 1e9), [(NEW, CASH, True)], 2)[0].end == 4000


@pytest.mark.parametrize(("goal", "enough"), [(500, True), (2_000, True)])
def test_a_search_goes_on_to_what_is_impossible(goal: float, enough: bool):
    """104 x - 20: 500 a month takes 5, 2,000 takes 19.5; ten times the default of half a customer were the end once."""
    found = seek(Case.of(customers(0.5), SHOP), Goal("income", goal), NEW, 60).expected
    assert (found.status == "reached") is enough
    assert found.value == pytest.approx((goal + 20) / 104, rel=0.03)


def test_where_twice_as_far_brings_it_no_nearer_the_search_goes_on_to_the_end_of_what_can_be_stated():
    """Twice as much stock never sells what nobody orders: known only when it was tried. The field takes 1e9."""
    case = Case.of(customers(0.5, stock={"opening_stock": 10}), SHOP)
    found = seek(case, Goal("income", 500), ("stock", "opening_stock"), 60)
    assert found.sampled.status in ("out_of_reach", "without_effect")
    assert found.sampled.high == found.turned.high == 1e9


def test_pairs_that_take_too_long_are_left_out_and_not_called_impossible():
    pair = curves(Case.of(customers(0.5), SHOP), Goal("income", 1e6), [(NEW, ORDER, True)], 20, budget=1e-9)[0]
    assert (pair.points, pair.left_out) == ((), True)
