"""Who is active in a team that exists: over every window of months, by points and by sales, and by when each joined."""

from dataclasses import replace

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.by_hand import plan_of, team_of
from tests.planner.compensation.teams_that_exist.random_teams import draw_team
from tests.random_cases import for_seeds

WINDOWS = ("month", "quarter", "one_of_three", "month_and_two_after", "twelve_months")
ALONE = {"Ann": None}

# 30 points are asked for; Ann joined long before. The months begin in January.
BY_HAND = [
    ("month", (30, 29, 30), (True, False, True)),
    # The first quarter is never met, so that she waits in the second for its 30; then she has until September.
    ("quarter", (10, 10, 9, 10, 20, 0, 0, 0, 0), (False, False, False, False, True, True, True, True, False)),
    ("one_of_three", (30, 0, 0, 0, 30), (True, True, True, False, True)),
    ("month_and_two_after", (0, 30, 0, 0, 0), (False, True, True, True, False)),
    ("twelve_months", (10,) * 3 + (0,) * 11, (False, False, True, *(True,) * 9, False, False)),
]


@pytest.mark.parametrize(("window", "points", "expected"), BY_HAND)
def test_over_a_window(window, points, expected):
    plan = plan_of(minimum_personal_volume=30, activity_window=window)
    months = team_of(ALONE, [{"Ann": each} for each in points], joined={"Ann": -99})
    assert tuple(bool(each.month.active[0]) for each in pay_team(plan, months)) == expected


NEW = [
    ("month", (False,) * 5),
    # February, when she joined, March and April and May of the quarter after that of joining.
    ("quarter", (False, True, True, True, True, False)),
    ("one_of_three", (False, True, True, True, False)),
    ("month_and_two_after", (False,) * 5),
    ("twelve_months", (False, *(True,) * 12, False)),
]


@pytest.mark.parametrize(("window", "expected"), NEW)
def test_who_is_new_has_time(window, expected):
    """Ann joins in the second month and buys nothing."""
    plan = plan_of(minimum_personal_volume=30, activity_window=window)
    months = team_of(ALONE, [{}] * len(expected), joined={"Ann": 1})
    assert tuple(bool(each.month.active[0]) for each in pay_team(plan, months)) == expected


@pytest.mark.parametrize(("points", "expected"), [(49, False), (50, True)])
def test_sales_are_asked_for_in_money_at_shop_price(points, expected):
    """100 at shop price bring 25 points, so that 200 of sales are 50 points of customers; own buying is none."""
    plan = plan_of(minimum_sales=200, points_per_100_retail=25)
    (paid,) = pay_team(plan, team_of(ALONE, [{"Ann": {"points": 100, "by_customers": points}}]))
    assert bool(paid.month.active[0]) is expected


def is_active(window, asked, had, joined, now, first_month):
    """had: what counts by month; now: the month's number; first_month: the calendar's of number 0, from 0."""

    def together(numbers):
        return sum(had[number] for number in numbers if 0 <= number <= now)

    quarter = now - (first_month + now) % 3  # the number of its first month
    if window == "month":
        return had[now] >= asked
    if window == "one_of_three":
        return now - joined < 3 or any(had[number] >= asked for number in range(max(now - 2, 0), now + 1))
    if window == "month_and_two_after":
        return any(had[number] >= asked for number in range(max(now - 2, 0), now + 1))
    if window == "twelve_months":
        return now - joined < 12 or together(range(now - 11, now + 1)) >= asked
    before = quarter - 3
    has_time = now < quarter + 2 and (joined >= before or together(range(before, quarter)) >= asked)
    return joined >= quarter or together(range(quarter, now + 1)) >= asked or has_time


@for_seeds(300)
def test_random_teams(seed):
    random = np.random.default_rng(seed)
    months = draw_team(random, months=int(random.integers(3, 15)))
    first = int(random.integers(0, 12))
    names = tuple(f"{2026 + (first + each) // 12}-{(first + each) % 12 + 1:02d}" for each in range(len(months.names)))
    joined = np.where(random.random(len(months.team)) < 0.5, months.team.joined, -20)
    months = replace(months, names=names, team=replace(months.team, joined=joined))
    window, volume, sales = (
        str(random.choice(WINDOWS)),
        float(random.choice((0, 20, 100))),
        float(random.choice((0, 80))),
    )
    plan = plan_of(
        minimum_personal_volume=volume, minimum_sales=sales, points_per_100_retail=50.0, activity_window=window
    )
    for now, paid in enumerate(pay_team(plan, months)):
        expected = []
        for member, since in enumerate(joined.tolist()):
            demands = [(volume, [each.points[member] for each in months.bought])]
            demands += [(sales, [2 * each.by_customers[member] for each in months.bought])]
            has = all(asked == 0 or is_active(window, asked, had, since, now, first) for asked, had in demands)
            expected.append(since <= now and has)
        assert paid.month.active.tolist() == expected
