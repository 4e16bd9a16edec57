"""The forest: who joins whom, the pool, and a leg that leaves; small cases by hand and what must hold of any."""

import numpy as np
import pytest

from planner.compensation.people import ROOT
from planner.inputs.plan.plan import Plan
from planner.inputs.plan.team_today import MemberToday
from planner.projection.plan_assumptions import plan_assumptions
from planner.simulation import crowd
from planner.simulation.forest import Forest, generations, heads, joined_by_month, without_best_leg
from planner.simulation.growth import grow
from planner.simulation.person_months import ForestMonths, Purchases
from planner.simulation.recruiting import Behaviour
from planner.simulation.sampling import Factors, Lives, path_keys, survival
from planner.simulation.today import Today

HORIZON, PATHS = 24, 300


def grown(
    *,
    duplication: float = 0.1,
    reach: float = 1e9,
    recruits: int = 1,
    spread: float = 1.0,
    crowded: bool = False,
    at_once: float = 0.0,
    today: Today | None = None,
) -> Forest:
    lives = Lives.of_survival(survival(0.08, 0.08, 0.5, HORIZON + 3))
    own = np.full((HORIZON + 1, PATHS), recruits)
    own[0] = 0
    how = Behaviour(Factors.lognormal(spread), lives, duplication, reach, 1e9, at_once, today)
    return grow(path_keys(7, 0, PATHS), own, how, crowded=crowded)


def people_of(forest: Forest) -> set[tuple[int, ...]]:
    """Each with their path, generation, recruiter and months, whatever the order."""
    recruiter = np.append(forest.key, np.uint64(0))[forest.sponsor]  # the last for ROOT
    columns = (forest.key, forest.path, forest.generation, recruiter, forest.born, forest.acts)
    return {tuple(map(int, row)) for row in zip(*columns, strict=True)}


def by_hand() -> Forest:
    """One path of 6 months. A joins in 1 and acts 2-4; under A: B joins in 2, acts 3-6; under B: C in 4, acts 5-6.

    D joins in 1 and acts 2 only.
    """
    columns = {
        "path": [0, 0, 0, 0],
        "sponsor": [ROOT, ROOT, 0, 2],
        "generation": [1, 1, 2, 3],
        "born": [1, 1, 2, 4],
        "acts": [3, 1, 4, 2],
        "today": [ROOT] * 4,
    }
    return Forest(
        1, 6, **{name: np.array(column) for name, column in columns.items()}, key=np.arange(4, dtype=np.uint64)
    )


def test_whoever_recruits_is_there_when_they_recruit():
    forest = grown()
    below = forest.sponsor != ROOT
    sponsor, born = forest.sponsor[below], forest.born[below]
    assert below.sum() > 1000
    assert (born > forest.born[sponsor]).all()
    assert (born <= forest.born[sponsor] + forest.acts[sponsor]).all()
    assert (forest.path[below] == forest.path[sponsor]).all()
    assert (forest.generation[below] == forest.generation[sponsor] + 1).all()
    assert (forest.sponsor < np.arange(len(forest.sponsor))).all()
    assert (forest.born + forest.acts <= HORIZON).all()


def test_newcomers_recruit_in_the_month_they_join():
    """Of ten who join nine bring a tenth of a person each in that month, and these as many, and so on: 1 / (1 - 0.09).

    The same people as without are there, with the same draws, and others beside them.
    """
    before, forest = grown(recruits=9), grown(recruits=9, at_once=0.9)
    below = forest.sponsor != ROOT
    sponsor, born = forest.sponsor[below], forest.born[below]
    assert (born >= forest.born[sponsor]).all()
    assert (born <= forest.born[sponsor] + forest.acts[sponsor]).all()
    assert set(before.key) < set(forest.key)
    in_first = forest.born == 1  # nine own recruits in each path, and whom they bring: 270 or so, give or take 20
    assert in_first.sum() - 9 * PATHS == pytest.approx(9 * PATHS * (1 / 0.91 - 1), abs=4 * 20)
    assert forest.generation[in_first].max() > 2
    lives = Lives.of_survival(survival(0.08, 0.08, 0.5, HORIZON + 3))
    how, planned = Behaviour(Factors.lognormal(1.0), lives, 0.1, 1e9, 1e9, 0.9), np.ones(HORIZON + 1)
    planned[0] = 0
    assert how.would_join(planned) == pytest.approx(len(grown(at_once=0.9).key) / PATHS, rel=0.04)
    for reach in (1e9, 600, 60):
        some = grown(reach=reach, at_once=0.9)
        assert people_of(some) == people_of(grown(reach=reach, at_once=0.9, crowded=True))


TODAY = Today.of(
    (
        MemberToday(under=0, buys=100, months=2),
        MemberToday(under=1, buys=50, months=30),
        MemberToday(under=0, buys=20, months=5, alike=2),
        MemberToday(under=2, buys=10, months=1),
    ),
    (0.08, 0.08, 0.5),
    HORIZON + 3,
)


def test_every_path_begins_with_the_people_of_today():
    """Five of them: two under somebody, one of these on level 3; they recruit, leave, and take nobody's place."""
    forest, before = grown(today=TODAY), grown()
    there = forest.today != ROOT
    assert there.sum() == 5 * PATHS
    assert set(forest.born[there]) == {0}
    assert list(np.bincount(forest.generation[there])) == [0, 3 * PATHS, PATHS, PATHS]
    above = {1: 0, 4: 1}
    for row in np.flatnonzero(there & (forest.generation > 1)):
        assert forest.today[forest.sponsor[row]] == above[int(forest.today[row])]
        assert forest.path[forest.sponsor[row]] == forest.path[row]
    assert set(before.key) < set(forest.key)  # whom the distributors recruit themselves is as it was
    assert (~there & (forest.sponsor != ROOT) & there[forest.sponsor]).sum() > 100
    # Of those who were there for two months a share stays for the next three that is S(5) / S(2).
    staying = survival(0.08, 0.08, 0.5, HORIZON + 3)
    stay = (forest.acts[forest.today == 0] > 3).mean()
    assert stay == pytest.approx(staying[5] / staying[2], abs=4 * 0.45 / PATHS**0.5)
    for reach in (1e9, 600, 60):
        assert people_of(grown(reach=reach, today=TODAY)) == people_of(grown(reach=reach, today=TODAY, crowded=True))
    full = grown(reach=12, today=TODAY)
    assert np.bincount(full.path[full.today == ROOT], minlength=PATHS).max() == 12
    assert joined_by_month(full)[0].max() == 0


def test_no_path_grows_beyond_the_people_within_reach():
    small = grown(reach=12)
    joined = np.bincount(small.path, minlength=PATHS)
    assert joined.max() == 12
    assert joined.sum() < len(grown().path)


def test_with_room_for_everyone_a_smaller_reach_only_takes_people_away():
    wide, narrow = grown(), grown(reach=300)
    assert set(narrow.key) < set(wide.key)


@pytest.mark.parametrize("reach", [1e9, 3_000, 600, 200, 60])
def test_by_generation_and_month_by_month_the_same_people_join(reach):
    """From where nobody is turned away to where many are, and to where some paths are grown month by month anyway."""
    by_generation, by_month = grown(reach=reach), grown(reach=reach, crowded=True)
    assert people_of(by_generation) == people_of(by_month)
    assert len(by_month.key) == len(people_of(by_month)) > 1000
    turned_away = len(grown().key) - len(by_month.key)
    assert (turned_away > 0) == (reach < 1e9)


@pytest.mark.parametrize("duplication", [0.5, 3.0])
def test_a_full_path_fills_as_if_everybody_who_would_join_were_drawn(
    monkeypatch: pytest.MonkeyPatch, duplication: float
) -> None:
    """Of members who never leave and recruit for ten years most recruits find no room, so that these need no drawing.

    Who joined by month differs by less than 1 % of all within reach; with a part of all recruits a third was missing.
    """
    lives = Lives.of_survival(survival(0, 0, 0, 123))
    how = Behaviour(Factors.lognormal(2.0), lives, duplication, 500, 1e9)
    own = np.full((HORIZON + 1, 40), 2)
    own[0] = 0
    drawn = []
    for times in (crowd.TIMES_THE_PLACES, 1e9):
        monkeypatch.setattr(crowd, "TIMES_THE_PLACES", times)
        drawn.append(joined_by_month(crowd.grow_month_by_month(path_keys(7, 0, 40), own, how)).mean(axis=1))
    assert np.abs(drawn[0] - drawn[1]).max() < 5
    assert drawn[1][-1] > 450


def test_how_many_would_join_is_their_mean():
    """Of own recruits, one a month, and of theirs, were there room for everyone."""
    lives = Lives.of_survival(survival(0.08, 0.08, 0.5, HORIZON + 3))
    how = Behaviour(Factors.lognormal(1.0), lives, 0.1, 1e9, 1e9)
    planned = np.ones(HORIZON + 1)
    planned[0] = 0
    assert how.would_join(planned) == pytest.approx(len(grown().key) / PATHS, rel=0.03)


def test_the_months_of_people_by_hand():
    """B's recruiter A is gone from month 5 on: B then stands under the distributor, and is not a personal recruit."""
    months = ForestMonths(by_hand(), plan_assumptions(Plan()), Purchases(np.array([80.0]), 0))
    rows = [tuple(map(int, row)) for row in zip(months.cell, months.level, months.generation, strict=True)]
    a, d = [(2, 1, 1), (3, 1, 1), (4, 1, 1)], [(2, 1, 1)]
    b = [(3, 2, 2), (4, 2, 2), (5, 1, 2), (6, 1, 2)]
    c = [(5, 2, 3), (6, 2, 3)]
    assert rows == a + d + b + c
    assert list(months.above) == [ROOT] * 4 + [1, 2, ROOT, ROOT] + [6, 7]
    assert [(rows.start, rows.stop) for rows in months.generations] == [(0, 4), (4, 8), (8, 10)]
    assert (months.bought == 80).all()


def test_above_is_the_nearest_who_acts():
    """Of a drawn forest, against going up one by one."""
    forest = grown()
    months = ForestMonths(forest, plan_assumptions(Plan()), Purchases(np.array([80.0]), 1))
    person = np.repeat(np.arange(len(forest.acts)), forest.acts)
    when = months.cell % (HORIZON + 1)
    row_of = {(int(p), int(m)): row for row, (p, m) in enumerate(zip(person, when, strict=True))}
    for row in range(0, len(person), 7):
        up = forest.sponsor[person[row]]
        while up != ROOT and (int(up), int(when[row])) not in row_of:
            up = forest.sponsor[up]
        assert months.above[row] == (ROOT if up == ROOT else row_of[int(up), int(when[row])])


def test_what_members_buy_has_its_mean_and_its_spread():
    bought = ForestMonths(grown(), plan_assumptions(Plan()), Purchases(np.array([80.0]), 1.0)).bought
    assert bought.mean() == pytest.approx(80, rel=0.05)
    assert bought.std() / bought.mean() == pytest.approx(1.0, abs=0.1)


def test_the_best_leg_leaves_by_hand():
    """In month 4 the leg of A has A and B, the leg of D nobody. A and B stop after it, and C never joins."""
    left = without_best_leg(by_hand(), 4)
    assert list(left.born) == [1, 1, 2]
    assert list(left.acts) == [3, 1, 2]
    assert list(left.sponsor) == [ROOT, ROOT, 0]


def test_the_best_leg_is_the_largest_of_each_path():
    """Whoever stays on beyond the month is everyone but one leg of the largest size; of ties, either may go."""
    forest, month = grown(), 12
    left, head = without_best_leg(forest, month), heads(forest)
    there = (forest.born < month) & (forest.born + forest.acts >= month)
    for path in range(0, PATHS, 10):
        sizes = np.bincount(head[there & (forest.path == path)])
        stays_on = (forest.path == path) & (forest.born + forest.acts > month)
        largest = np.flatnonzero(sizes == sizes.max())
        remaining = int(((left.path == path) & (left.born + left.acts > month)).sum())
        assert remaining in {int((stays_on & (head != leg)).sum()) for leg in largest}
    assert len(generations(left)) <= len(generations(forest))
