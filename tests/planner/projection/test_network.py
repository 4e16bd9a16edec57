"""The downline in expectation, held against real people drawn at random, and against figures worked out by hand."""

from dataclasses import dataclass

import numpy as np
import pytest

from planner.projection.contacts import project_contacts
from planner.projection.plan_assumptions import plan_assumptions
from planner.projection.team.compression import compression_moves, states
from planner.projection.team.network import Network, project_network
from tests.properties.situations import bare_plan

LEVELS = 8


def network_of(*, compression: bool = False, months: int = 12, **team: object) -> Network:
    plan = bare_plan(horizon_months=months, team={"people_within_reach": 1e10, **team})
    assumptions = plan_assumptions(plan)
    return project_network(assumptions, project_contacts(assumptions).recruits, LEVELS, compression=compression)


# --- real people -----------------------------------------------------------------------------------------------------


@dataclass
class Crowd:
    """Every person of many downlines: whose recruit they are (-1: the distributor's), in which downline, if there."""

    sponsor: np.ndarray
    downline: np.ndarray
    active: np.ndarray

    def heads(self) -> np.ndarray:
        """The frontline recruit on top of everyone's leg; a sponsor always stands before those they recruit."""
        head = np.arange(len(self.sponsor))
        while (self.sponsor[head] >= 0).any():
            head = np.where(self.sponsor[head] >= 0, self.sponsor[head], head)
        return head

    def levels(self, *, over_active_people_only: bool) -> np.ndarray:
        """1 and one more for everybody between the person and the distributor."""
        level, above = np.ones(len(self.sponsor), dtype=int), self.sponsor.copy()
        while (above >= 0).any():
            counts = (above >= 0) & (self.active[above] | (not over_active_people_only))
            level += counts
            above = np.where(above >= 0, self.sponsor[above], -1)
        return level


def live(
    random: np.random.Generator, downlines: int, months: int, recruits: float, duplication: float, leaving: list[float]
):
    """Who is there at the start of a month recruits in it, and may leave at its end.

    leaving: the chance in a member's first month, second, ..., the last for all later ones.
    """
    crowd, ages = Crowd(np.empty(0, int), np.empty(0, int), np.empty(0, bool)), np.empty(0, int)
    for _ in range(months):
        there = np.flatnonzero(crowd.active)
        sponsors = np.repeat(there, random.poisson(duplication, len(there)))
        own = np.repeat(np.arange(downlines), random.poisson(recruits, downlines))
        chance = np.array(leaving)[np.minimum(ages[there], len(leaving) - 1)]
        crowd.active[there] = random.random(len(there)) >= chance
        ages = np.concatenate([ages + 1, np.zeros(len(sponsors) + len(own), int)])
        crowd = Crowd(
            np.concatenate([crowd.sponsor, sponsors, np.full(len(own), -1)]),
            np.concatenate([crowd.downline, crowd.downline[sponsors], own]),
            np.concatenate([crowd.active, np.ones(len(sponsors) + len(own), bool)]),
        )
    return crowd


def assert_means(per_downline: np.ndarray, expected: float) -> None:
    """The mean over the downlines is within four standard errors of what was expected."""
    error = per_downline.std(ddof=1) / np.sqrt(len(per_downline))
    assert abs(per_downline.mean() - expected) < 4 * error, (per_downline.mean(), expected, error)


DOWNLINES, MONTHS, RECRUITS = 3000, 15, 1.3
# A little duplication and a year's 60 of 100 gone; and much of both, so that most people have somebody gone above them.
# The last: 40 of 100 gone within three months already, 1 - 0.6 ** (1/3) of them in each.
LIVES = [(0.10, 0.60, None), (0.30, 0.95, None), (0.20, 0.70, 0.40)]


@pytest.fixture(scope="module", params=LIVES, ids=["calm", "hectic", "early"])
def lived(request):
    duplication, annual, first = request.param
    leaving = [1 - (1 - annual) ** (1 / 12)]
    if first is not None:
        leaving = [1 - (1 - first) ** (1 / 3)] * 3 + [1 - ((1 - annual) / (1 - first)) ** (1 / 9)]
    crowd = live(np.random.default_rng(20261123), DOWNLINES, MONTHS, RECRUITS, duplication, leaving)
    team = {"recruits_a_month": RECRUITS, "duplication": duplication, "annual_attrition": annual}
    return crowd, {**team, "first_months_attrition": first, "months": MONTHS}


@pytest.mark.parametrize("compression", [False, True])
def test_people_on_each_level_are_as_many_as_real_people_on_average(lived, compression):
    crowd, team = lived
    expected = network_of(compression=compression, **team).active[MONTHS, :, 0]
    level = crowd.levels(over_active_people_only=compression)
    for number in (1, 2, 3, 4, 5):  # the deepest one kept absorbs those below, who are counted on it from there
        there = crowd.active & (level == number)
        assert_means(np.bincount(crowd.downline[there], minlength=DOWNLINES), expected[number])
    assert_means(np.bincount(crowd.downline[crowd.active], minlength=DOWNLINES), expected[1:].sum())


def test_legs_with_somebody_active_are_as_many_as_among_real_people(lived):
    crowd, team = lived
    count, people = network_of(**{**team, "months": MONTHS + 1}).legs(MONTHS + 1)
    heads_alive = np.unique(crowd.heads()[crowd.active])
    assert_means(np.bincount(crowd.downline[heads_alive], minlength=DOWNLINES), count.sum())
    assert_means(np.bincount(crowd.downline[crowd.active], minlength=DOWNLINES), (count * people).sum())


# --- by hand ---------------------------------------------------------------------------------------------------------


def test_one_recruit_a_month_levels_off_below_fourteen():
    """60 of 100 gone in a year: 1 - 0.4 ** (1/12) = 0.07352 leave each month.

    After n months 1 + r + ... + r**(n - 1) are there, r = 0.92648 and r**12 = 0.4:
    (1 - 0.4) / 0.07352 = 8.16 after 12 and (1 - 0.16) / 0.07352 = 11.43 after 24; never 1 / 0.07352 = 13.603.
    """
    frontline = network_of(months=120, recruits_a_month=1, annual_attrition=0.6).frontline[:, 0]
    assert frontline[12] == pytest.approx(8.16, abs=0.005)
    assert frontline[24] == pytest.approx(11.43, abs=0.005)
    assert 13.60 < frontline[120] < 13.603  # 0.4 ** 10 of it is still missing after ten years


def test_who_joins_acts_from_the_next_month():
    """2 join in month 1. Each recruits 0.5 in month 2: 1 on level 2, who recruits 0.5 in month 3; the two 1 more."""
    network = network_of(months=3, recruits_a_month=(2, 0), duplication=0.5)
    expected = np.array([[0, 0, 0], [2, 0, 0], [2, 1, 0], [2, 2, 0.5]])
    assert network.active[:, 1:4, 0] == pytest.approx(expected, rel=1e-8)  # 10,000 million are within reach


def test_the_deepest_level_absorbs_all_below_it():
    """Each recruits 1 a month and nobody leaves: everybody doubles, 1, 2, 4, ..., whichever level they are on."""
    network = network_of(months=12, recruits_a_month=(1, 0), duplication=1)
    people = network.active[:, 1:, 0].sum(axis=1)
    assert people.tolist() == pytest.approx([0, *(2**month for month in range(12))], rel=1e-5)


def test_joins_slow_down_as_the_people_within_reach_run_out():
    """10 within reach, 4 wanted a month: 4 * 10/10 = 4; 4 * 6/10 = 2.4; 4 * 3.6/10 = 1.44.

    Of 30 wanted, 10 is all there are.
    """
    slow = network_of(months=3, recruits_a_month=4, people_within_reach=10)
    assert slow.joined[:, 1, 0].tolist() == pytest.approx([0, 4, 2.4, 1.44])
    fast = network_of(months=3, recruits_a_month=30, people_within_reach=10)
    assert fast.joined[:, 1, 0].tolist() == pytest.approx([0, 10, 0, 0])


def test_a_level_falls_by_those_who_left_between():
    """Level 3 has 2 between; a quarter leave: both stay 9/16, one leaves 2 * 3/16, both leave 1/16."""
    share = compression_moves(3, np.array([[0.25]])).joining[:, 0, :, 0, 0]  # of a recruit of the level above
    assert share[2].tolist() == [0, 1 / 16, 6 / 16, 9 / 16]
    assert share[1].tolist() == [0, 1 / 4, 3 / 4, 0]
    staying = compression_moves(3, np.array([[0.25]])).staying[:, 0, :, 0, 0]  # of those who stay themselves, 3/4
    assert staying[3].tolist() == [0, 3 / 64, 18 / 64, 27 / 64]
    assert staying[1].tolist() == [0, 3 / 4, 0, 0]


def test_a_newcomer_above_leaves_with_the_chance_of_the_first_months():
    """Half leave in each of the first three months, nobody after. A recruits B, B recruits C a month later.

    C has joined (age 0), B is 1 month old, A 2: the state of C is 0, 1, 2 on level 3. A month later C is there by half,
    B is 2 months old by half, A is past the first months by half: level 3 by 1/8, level 2 by 2/8, level 1 by 1/8.
    """
    half = np.array([[0.5], [0.5], [0.5], [0.0]])
    known = states(3)
    later = compression_moves(4, half).staying[3, known.index((0, 1, 2)), ..., 0]
    found = {(level, known[place]): float(later[level, place]) for level, place in zip(*np.nonzero(later), strict=True)}
    assert found == {(3, (1, 2)): 1 / 8, (2, (1, 2)): 1 / 8, (2, (1,)): 1 / 8, (1, (1,)): 1 / 8}


def test_a_very_small_chance_that_a_leg_lives_keeps_its_digits():
    """Without recruiting a leg is its head: alive 0.4 a year later, 0.4 ** 10 after ten; at 0.01 a year, 1e-20."""
    calm = network_of(months=120, recruits_a_month=1, annual_attrition=0.6)
    assert calm.alive[[12, 120], 0].tolist() == pytest.approx([0.4, 0.4**10], rel=1e-12)
    gone = network_of(months=120, recruits_a_month=1, annual_attrition=0.99)
    assert gone.alive[120, 0] == pytest.approx(1e-20, rel=1e-9)
    assert gone.legs(120)[1][1:, 0].tolist() == pytest.approx([1.0] * 119, rel=1e-9)  # the head alone


def test_a_chance_too_small_for_any_number_leaves_no_leg():
    """Nearly all leave in every later month, so that the chance of a leg living ten years is below any number."""
    gone = network_of(months=120, recruits_a_month=1, annual_attrition=1 - 1e-15, first_months_attrition=0.1)
    with np.errstate(all="raise", under="ignore"):
        count, people = gone.legs(120)
        assert np.isfinite(count).all()
        assert np.isfinite(people).all()
        assert np.isfinite(gone.leg_joiners(120)).all()


def test_newcomers_who_recruit_at_once():
    """By hand: 10 recruits a month, each member brings 0.5 a month, 4 of 10 newcomers at once, nobody leaves.

    In month 1 there join 10, 10 * 0.4 * 0.5 = 2, 0.4, ...: 12.5 in all. In month 2 the 10 of level 1 bring 5 too, so
    that on level 2 there join 5 + 2 = 7, and on level 3 the 2 bring 1 and the 7 newcomers 1.4.
    """
    network = network_of(recruits_a_month=10, duplication=0.5, recruit_at_once=0.4, annual_attrition=0)
    joined = network.joined[..., 0]
    assert joined[1, :4] == pytest.approx([0, 10, 2, 0.4])
    assert joined[1].sum() == pytest.approx(12.5)
    assert joined[2, :4] == pytest.approx([0, 10, 7, 2.4])
    assert joined[2].sum() == pytest.approx((10 + 12.5 * 0.5) / 0.8)
    # 20 within reach: 12.5 join, so that of the next month's (10 + 6.25) / 0.8 = 20.3 there is room for 7.5, and the
    # rest is scaled so that none too many come: 7.5 / 20.3 of each, and of whom newcomers bring too.
    few = network_of(
        recruits_a_month=10, duplication=0.5, recruit_at_once=0.4, annual_attrition=0, people_within_reach=20
    )
    part = 7.5 / 20.3125
    assert few.joined[2, :3, 0] == pytest.approx([0, 10 * part, 5 * part + 0.2 * part * 10 * part])
    assert few.joined[:, 1:].sum() < 20
