"""Forced matrix on teams that exist: every field by pencil, and the slow twin at random."""

import tracemalloc
from random import Random

import numpy as np
import pytest
from numpy.random import default_rng

from planner.compensation.teams.pay import pay_team
from planner.compensation.teams.placed import placement as places_of_all
from planner.compensation.teams.placed.placement import Unplaced, placed, spilled
from planner.compensation.teams.team import ROOT, Team
from planner.inputs.pay.matrix import Matrix
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, receipts_add_up, team_of
from tests.planner.compensation.teams_that_exist.random_teams import SEEDS, draw_placement, draw_team
from tests.planner.compensation.teams_that_exist.twin_matrix import pay_slowly

FIVE = {"Ann": None, "Bo": "Ann", "Cy": "Ann", "Di": "Ann", "Ed": "Di", "Flo": "Bo"}
MONTH = {"Ann": 1, "Bo": 10, "Cy": 20, "Di": 40, "Ed": 80, "Flo": 160}


def matrix(**more):
    return {"rule": "matrix", "width": 2, "depth": 2, **({} if "amounts" in more else {"rates": (0.1, 0.05)}), **more}


PLACES = [
    # In the order of joining: Bo, Cy below Ann, Di spills below Bo, Ed below Di, Flo on the second place below Bo.
    ("sponsor", {"Ann": 3.0 + 0.05 * 200, "Bo": 0.1 * 200 + 0.05 * 80, "Di": 8.0}),
    # Bo, Cy, Di, Ed, Flo row by row: Di and Ed below Bo, Flo below Cy.
    ("top", {"Ann": 3.0 + 0.05 * 280, "Bo": 12.0, "Cy": 16.0}),
]


@pytest.mark.parametrize(("spillover", "expected"), PLACES)
def test_spillover_where_nothing_is_stated(spillover, expected):
    assert pay_of(plan_of(matrix(spillover=spillover)), team_of(FIVE, [MONTH])) == pytest.approx(expected)


def test_who_joins_first_is_placed_first():
    """Di joined in month 0, Bo and Cy after her: Di and Bo are below Ann, Cy below Di."""
    months = team_of({"Ann": None, "Bo": "Ann", "Cy": "Ann", "Di": "Ann"}, [{}, {"Cy": 100}], joined={"Bo": 1, "Cy": 1})
    assert pay_of(plan_of(matrix()), months) == {"Ann": 5.0, "Di": 10.0}


def test_a_stated_placement_is_kept():
    under = {"Bo": "Ann", "Cy": "Bo", "Di": "Cy", "Ed": "Ann", "Flo": "Ed"}
    sides = {"Bo": 1, "Ed": 0}
    months = team_of(FIVE, [MONTH], placed_under=under, side=sides)
    assert pay_of(plan_of(matrix()), months) == {"Ann": 9.0 + 9.0, "Bo": 2.0 + 2.0, "Cy": 4.0, "Ed": 16.0}


def test_more_below_somebody_than_there_are_places():
    under = {name: "Ann" for name in FIVE if name != "Ann"}
    with pytest.raises(Unplaced, match="5 members are placed under Ann"):
        pay_team(plan_of(matrix(width=4)), team_of(FIVE, [MONTH], placed_under=under))


def test_who_is_placed_under_nobody_stands_under_their_sponsor_on_the_first_open_place():
    side = dict.fromkeys(FIVE, -1) | {"Bo": 1}
    months = team_of(FIVE, [MONTH], placed_under={"Bo": "Ann", "Di": "Bo"}, side=side)
    # Cy, placed under nobody, is left of Bo under Ann; Ed below Di, Flo right of Di below Bo.
    assert pay_of(plan_of(matrix()), months) == {"Ann": 3.0 + 10.0, "Bo": 20.0 + 4.0, "Di": 8.0}


def test_places_in_a_circle_are_refused():
    """Bo is placed under Flo, who stands under her sponsor Bo."""
    with pytest.raises(Unplaced, match="below themselves"):
        pay_team(plan_of(matrix()), team_of(FIVE, [MONTH], placed_under={"Bo": "Flo", "Cy": "Ann", "Di": "Ann"}))


LINE = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Cy"}
COMPRESSED = [
    ("none", {"Ann": 0.05 * 100, "Cy": 20.0}),
    ("standard", {"Ann": 0.1 * 100 + 0.05 * 200, "Cy": 20.0}),
    ("dynamic", {"Ann": 0.1 * 100 + 0.05 * 200, "Cy": 20.0}),
]


@pytest.mark.parametrize(("compression", "expected"), COMPRESSED)
def test_depth_by_places_or_by_who_is_active(compression, expected):
    plan = plan_of(matrix(compression=compression), minimum_personal_volume=20)
    assert pay_of(plan, team_of(LINE, [{"Ann": 50, "Cy": 100, "Di": 200}])) == expected


def test_rates_by_rank_and_what_is_bought_by_who_is_not_active():
    ranks = [{"name": "One", "personal_volume": 40}]
    part = matrix(rates=None, by_rank=[{"rank": "One", "rates": [0.2]}])
    months = team_of(LINE, [{"Ann": 50, "Bo": 10, "Cy": 40, "Di": 10}])
    assert pay_of(plan_of(part, ranks=ranks), months) == {"Ann": 2.0, "Cy": 2.0}
    plan = plan_of(part | {"pays_on_inactive": False}, ranks=ranks, minimum_personal_volume=20)
    assert pay_of(plan, months) == {}
    assert pay_of(plan_of(matrix(from_rank="One"), ranks=ranks), months) == {"Ann": 1.0 + 2.0, "Cy": 1.0}


AMOUNTS = [
    # In month 1 Cy alone joins: 3 for Ann on level 1, 1 below it.
    ({"amounts": [3, 1]}, {"Ann": 1.0, "Bo": 3.0}),
    ({"amounts": [3]}, {"Ann": 3.0, "Bo": 3.0}),
    ({"amounts": [3, 1], "paid": "each_month"}, {"Ann": 4.0, "Bo": 3.0}),
    # Di has not joined yet.
    ({"amounts": [3, 1], "paid": "each_month", "pays_on_inactive": False}, {"Ann": 3.0}),
]


@pytest.mark.parametrize(("more", "expected"), AMOUNTS)
def test_an_amount_for_each_position(more, expected):
    months = team_of(LINE, [{}, {"Ann": 20, "Bo": 20}], joined={"Cy": 1, "Di": 2})
    assert pay_of(plan_of(matrix(**{"pays_on_inactive": True} | more), minimum_personal_volume=20), months) == expected


def test_receipts_are_what_is_paid():
    (month,) = pay_team(plan_of(matrix()), team_of(FIVE, [MONTH]))
    assert receipts_add_up(month)
    rows = [(row.step, row.source.tolist(), row.base.tolist(), row.rate.tolist()) for _, row in month.receipt(1)]
    members = month.month.team.members
    expected = [(1, {"Di": 40.0, "Flo": 160.0}, 0.1), (2, {"Ed": 80.0}, 0.05)]
    found = [
        (step, {members[at]: base for at, base in zip(source, bases, strict=True)}, set(rates))
        for step, source, bases, rates in rows
    ]
    assert found == [(step, bases, {rate}) for step, bases, rate in expected]


def test_a_large_matrix_is_filled_as_a_small_one():
    """Below each sponsor the first open place, however often it was looked for: no place is left open above another."""
    random = default_rng(3)
    count = 3000
    team, _ = Team.of(range(count), np.r_[ROOT, (random.random(count - 1) * np.arange(1, count)).astype(np.int64)])
    for to_top in (True, False):
        stands = spilled(team, 3, to_top=to_top)
        assert np.bincount(stands.tree.above[1:]).max() == 3
        sizes = [rows.stop - rows.start for rows in stands.tree.generations]
        assert sizes[:5] == [1, 3, 9, 27, 81] or not to_top
    assert len(placed(team, count, "matrix").tree) == count


def random_part(draw):
    """Every field drawn, with what it goes with."""
    depth = draw.randint(1, 4)
    rates = [draw.choice((0.1, 0.05, 0)) for _ in range(draw.randint(1, depth))]
    rows = [{"rank": rank, "rates": [draw.choice((0.2, 0.07))] * draw.randint(1, depth)} for rank in ("One", "Two")]
    way = draw.choice(
        ({"rates": rates}, {"rates": rates, "by_rank": rows[:1]}, {"by_rank": rows[::-1]}, {"amounts": rates})
    )
    fields = {
        "paid": ("when_filled", "each_month"),
        "compression": ("none", "standard", "dynamic"),
        "pays_on_inactive": (True, False),
        "spillover": ("sponsor", "top"),
        "from_rank": (None, None, "One"),
    }
    part = {name: draw.choice(values) for name, values in fields.items()}
    return {"rule": "matrix", "depth": depth, "width": draw.randint(1, 3)} | way | part


RANKS = [{"name": "One", "personal_volume": 20}, {"name": "Two", "personal_volume": 50}]


@pytest.mark.random
def test_as_the_slow_twin_pays():
    paying = 0
    for seed in SEEDS:
        draw, random = Random(seed), default_rng(seed)  # noqa: S311
        part = random_part(draw)
        months = draw_team(random, months=draw.randint(1, 3))
        if draw.random() < 0.4:
            months = draw_placement(random, months, places=part["width"])
        paid = pay_team(plan_of(part, ranks=RANKS, minimum_personal_volume=draw.choice((0, 10, 30))), months)
        model = Matrix.model_validate(part)
        for each in paid:
            assert np.abs(each.pay - pay_slowly(model, each.month)).max() < 1e-9, part
            assert receipts_add_up(each)
            paying += bool(each.pay.any())
    assert paying > len(SEEDS) / 2


def test_of_a_wide_matrix_the_places_that_are_filled_alone_are_held():
    """A file may hold a million members, and a matrix be 100 wide: nearly all of the places stay empty."""
    draws = default_rng(1)
    size = 50_000
    sponsors = [int(draws.integers(0, number)) for number in range(1, size + 1)]
    tracemalloc.start()
    wide = places_of_all.first_open(sponsors, [size], 100)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 30e6  # bytes; a list of all places would take 40 million
    assert len(set(wide)) == size
