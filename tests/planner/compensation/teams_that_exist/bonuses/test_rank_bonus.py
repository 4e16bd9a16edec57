"""Amounts for ranks by a pencil: while a rank is held, once, for the highest or for each, and over several months."""

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.bonuses.drawn_teams import by_name, draw_team
from tests.planner.compensation.teams_that_exist.bonuses.twin_rank_bonus import pay_rank_bonus
from tests.planner.compensation.teams_that_exist.by_hand import plan_of, receipts_add_up, team_of
from tests.random_cases import for_seeds

RANKS = [{"name": f"R{number}", "personal_volume": 100.0 * number} for number in (1, 2, 3)]
AMOUNTS = [{"rank": "R1", "amount": 60.0}, {"rank": "R2", "amount": 300.0}, {"rank": "R3", "amount": 900.0}]


def months_of_ann(part, *points, **more):
    """What Ann is paid each month who buys so much; a rank each 100 points."""
    plan = plan_of({"rule": "rank_bonus", "amounts": AMOUNTS, **part}, ranks=RANKS, minimum_personal_volume=10)
    months = pay_team(plan, team_of({"Ann": None}, [{"Ann": each} for each in points], **more))
    assert all(map(receipts_add_up, months))
    return [round(float(month.pay[0]), 9) for month in months]


WHILE_HELD = [("highest", [60, 300, 0, 900]), ("each", [60, 360, 0, 1260])]


@pytest.mark.parametrize(("of_ranks", "expected"), WHILE_HELD)
def test_every_month_in_which_the_rank_is_held(of_ranks, expected):
    assert months_of_ann({"paid": "while_held", "of_ranks": of_ranks}, 100, 200, 99, 300) == expected


def test_a_car_only_for_the_ranks_that_are_listed():
    """An amount of R2 alone is paid from R2 on, R3 too."""
    car = {"paid": "while_held", "amounts": [{"rank": "R2", "amount": 375.0}]}
    assert months_of_ann(car, 100, 200, 300) == [0, 375, 375]


@pytest.mark.parametrize(("of_ranks", "expected"), [("highest", [0, 300, 0, 900, 0]), ("each", [0, 360, 0, 900, 0])])
def test_once_when_it_is_first_reached(of_ranks, expected):
    """R2 at once passes R1; losing it and reaching it again pays nothing."""
    assert months_of_ann({"of_ranks": of_ranks}, 50, 200, 100, 300, 300) == expected


def test_a_rank_that_somebody_came_with_is_reached_already():
    assert months_of_ann({}, 200, 300, title={"Ann": "R2"}) == [0, 900]


OVER_THREE = [("rank", [100, 0, 100, 0]), ("active", [100, 100, 100, 0]), ("nothing", [100, 100, 100, 0])]


@pytest.mark.parametrize(("needs", "expected"), OVER_THREE)
def test_paid_out_over_three_months(needs, expected):
    """A third of 300 for R2 each month; the one of a month without the rank is lost where the rank is asked for."""
    assert months_of_ann({"over_months": 3, "needs": needs}, 200, 100, 200, 200) == expected


def test_whoever_is_not_active_has_it_only_where_nothing_is_asked_for():
    found = {each: months_of_ann({"over_months": 2, "needs": each}, 200, 0) for each in ("rank", "active", "nothing")}
    assert found == {"rank": [150, 0], "active": [150, 0], "nothing": [150, 150]}


def test_two_ranks_are_paid_out_side_by_side():
    assert months_of_ann({"over_months": 3}, 200, 300, 300, 300) == [100, 400, 400, 300]


def draw_part(rng):
    listed = rng.permutation(3)[: int(rng.integers(1, 4))]
    once = rng.random() < 0.7
    return {
        "rule": "rank_bonus",
        "amounts": [AMOUNTS[each] for each in listed],
        "paid": "once" if once else "while_held",
        "of_ranks": str(rng.choice(["highest", "each"])),
        "over_months": int(rng.integers(1, 4)) if once else 1,
        "needs": str(rng.choice(["rank", "active", "nothing"])) if once else "rank",
        "from_rank": "R2" if rng.random() < 0.2 else None,
    }


@for_seeds(300)
def test_twin(seed):
    rng = np.random.default_rng(seed)
    ranks = [{"name": f"R{number}", "group_volume": float(volume)} for number, volume in ((1, 50), (2, 150), (3, 400))]
    plan = plan_of(draw_part(rng), ranks=ranks, minimum_personal_volume=10)
    drawn = draw_team(rng, months=5, most=7)
    titles = {name: str(rng.choice(["", "", "R1", "R2", "R3"])) for name in drawn.sponsors}
    months = pay_team(plan, drawn.team(title=titles))
    ranked = [by_name(each, each.month.rank) for each in months]
    active = [by_name(each, each.month.active) for each in months]
    for number, paid in enumerate(months, start=1):
        for name, pay in by_name(paid, paid.pay).items():
            came = ("", *plan.rank_names).index(titles[name])
            history = [each[name] for each in ranked[:number]], [each[name] for each in active[:number]]
            expected = pay_rank_bonus(plan.parts[0], plan.rank_names, came, *history)
            assert pay == pytest.approx(expected, abs=1e-9)
        assert receipts_add_up(paid)
