"""Ranks and a stairstep on real people, by arrays, against walking the tree of the same people as objects."""

from copy import copy
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given

from planner.compensation.kinds.stairstep import pay_stairstep, rate_table
from planner.compensation.people import ROOT, summed, table_of
from planner.compensation.ranks_of_people import standing
from planner.compensation.team_of_people import TeamOfPeople, active_people
from planner.compensation.volumes import MonthVolumes, TeamVolumes
from planner.inputs.terms import Terms
from planner.simulation.engine import draws_of
from planner.simulation.paths import Paths, draw_paths
from tests.properties.situations import companies, invented_company
from tests.random_cases import tried
from tests.simulation.as_objects import frontlines_of, members_of
from tests.simulation.naive import Member
from tests.simulation.naive_pay import Rules, team_month
from tests.simulation.plans import COMPANIES, team_plan

CLOSE = 1e-9


def steep(minimum: float, *, breakaway: bool):
    """A stairstep whose ranks ask for everything that a rank may ask for, within reach of small teams."""
    rows = (
        {"name": "a", "group_volume": 100, "rate": 0.03, "personal_volume": 20},
        {"name": "b", "group_volume": 250, "rate": 0.08, "personal_volume": 20, "frontline": 1},
        {"name": "c", "group_volume": 600, "rate": 0.15, "leg_count": 1, "leg_volume": 120},
        {"name": "d", "group_volume": 900, "rate": 0.21, "leg_count": 2, "leg_volume": 120, "frontline": 2},
    )
    return invented_company(points=60, commissionable=55, minimum=minimum, breakaway=breakaway, ranks=rows)


STAIRSTEPS = {
    "amway-eu": COMPANIES["amway-eu"],
    "scentsy-us": COMPANIES["scentsy-us"],
    "breakaway": steep(30, breakaway=True),
    "no breakaway": steep(0, breakaway=False),
}


def drawn(company, **team: float) -> Paths:
    busy = {"recruits_a_month": 1, "duplication": 0.15, "people_within_reach": 300}
    plan = team_plan(company, seed=3, team=busy | team)
    return draw_paths(draws_of(plan, company), 3, 0, 8)


def ranks_by_row(company, paths: Paths) -> np.ndarray:
    """Every member's rank in every month, found by recursion over objects and put where the engine has it."""
    everyone, rows = members_of(paths)
    rules, found = Rules.of(team_plan(company), company), np.full(len(paths.people.bought), -1)
    for frontline in frontlines_of(paths, everyone):
        for month in range(paths.forest.horizon + 1):
            ranks: dict[Member, int] = {}
            team_month(rules, frontline, month, ranks)
            for member, rank in ranks.items():
                found[rows[everyone.index(member)][month]] = rank
    return found


@pytest.mark.parametrize("name", STAIRSTEPS)
def test_everyone_has_the_rank_that_walking_the_tree_finds(name):
    company = STAIRSTEPS[name]
    paths = drawn(company)
    plan = team_plan(company)
    terms = draws_of(plan, company).terms
    ranks = standing(paths.people, terms.ranks, terms, active_people(paths.people, terms)).rank
    slow = ranks_by_row(company, paths)
    assert (slow >= 0).all()
    assert (ranks == slow).all()
    assert slow.max() >= 1


@tried(12)
@given(companies())
def test_every_leg_takes_what_walking_the_tree_finds(company):
    assert_legs_alike(company, {"people_within_reach": 40})


@pytest.mark.parametrize("name", STAIRSTEPS)
def test_legs_of_real_rules_take_what_walking_the_tree_finds(name):
    assert_legs_alike(STAIRSTEPS[name], {})


def assert_legs_alike(company, team: dict[str, float]) -> None:
    """Levels, frontline and legs of every month: volume, value, what is passed up and what is counted."""
    paths = drawn(company, **team)
    plan = team_plan(company, exchange_rates={"EUR": 1.1})
    everyone, _ = members_of(paths)
    rules, terms = Rules.of(plan, company), draws_of(plan, company).terms
    by_month, legs = TeamOfPeople(paths.people, terms), Legs.of(paths, terms)
    for path, frontline in enumerate(frontlines_of(paths, everyone)):
        for month in range(paths.forest.horizon + 1):
            slow, fast = team_month(rules, frontline, month), by_month(month)
            assert fast.level_value[:, path] == pytest.approx(slow.by_level, rel=CLOSE)
            assert fast.frontline[path] == slow.frontline
            expected = sorted((leg.points, leg.passed_up, leg.value) for leg in slow.legs)
            assert (fast.counted is not None) == (terms.ranks is not None)
            if fast.counted is not None:
                assert legs.at(path, month) == [pytest.approx(leg, rel=CLOSE, abs=CLOSE) for leg in expected]
                assert fast.counted.volume[path] == pytest.approx(sum(leg[1] for leg in expected), rel=CLOSE)
                for least, number in fast.counted.with_volume.items():
                    assert number[path] == sum(leg[0] + CLOSE >= least for leg in expected)
            for rate, bought in by_rate(fast, path).items():
                slowly = sum(leg.by_rate.get(rate, 0.0) for leg in slow.legs)
                assert bought == pytest.approx(slowly, rel=CLOSE, abs=CLOSE)


@dataclass(frozen=True)
class Legs:
    """Points, those passed up, and commissionable money of every leg as arrays find them, a row each."""

    cell: np.ndarray
    months: int
    columns: np.ndarray

    @classmethod
    def of(cls, paths: Paths, terms: Terms) -> "Legs":
        people = paths.people
        goods = summed(people, people.bought)
        points = passed_up = goods * terms.points_per_retail
        if terms.ranks is not None and terms.stairstep is not None:
            stands = standing(people, terms.ranks, terms, active_people(people, terms))
            points, passed_up = stands.volume, stands.passed_up
        columns = np.stack([points, passed_up, goods * terms.commissionable_per_retail], axis=1)
        first = people.above == ROOT
        return cls(people.cell[first], people.horizon + 1, columns[first])

    def at(self, path: int, month: int) -> list[tuple[float, ...]]:
        """Those of a path in a month, the smallest first."""
        return sorted(map(tuple, self.columns[self.cell == path * self.months + month].tolist()))


def by_rate(team: TeamVolumes, path: int) -> dict[float, float]:
    """What is bought by the rate that others take of it; nothing where there is no differential."""
    if team.by_rate is None:
        return {}
    return dict(zip(team.by_rate.rates.tolist(), team.by_rate.value[:, path].tolist(), strict=True))


@pytest.mark.parametrize("name", STAIRSTEPS)
def test_who_is_at_the_top_rate_and_everyone_below_take_that_rate_of_all(name):
    """Nothing is lost or paid twice: the distributor and all below together get the top rate of all that is bought."""
    company = STAIRSTEPS[name]
    paths = drawn(company)
    terms = draws_of(team_plan(company), company).terms
    by_month, number = TeamOfPeople(paths.people, terms), paths.forest.paths
    top_rate = rate_table(terms.ranks).max()
    bought = table_of(paths.people, paths.people.cell, paths.people.bought) * terms.commissionable_per_retail
    top = np.full(number, 1 + int(rate_table(terms.ranks)[1:].argmax()))
    own, total = np.full(number, 210.0), np.zeros(number)
    for month in range(1, paths.forest.horizon + 1):
        volumes = MonthVolumes.of(own, own, by_month(month))
        on_own, on_legs, _ = pay_stairstep(volumes, top, terms.ranks)
        taken = (volumes.by_rate.rates[:, None] * volumes.by_rate.value).sum(axis=0)
        all_value = own + bought[month]
        assert on_own + on_legs + taken == pytest.approx(top_rate * all_value, rel=CLOSE)
        total += taken
    assert total.max() > 0


def test_teams_here_are_large_enough_to_break_away():
    """Or the tests above would say nothing about it: somebody has the top rate, and passes nothing up."""
    company = STAIRSTEPS["breakaway"]
    paths = drawn(company)
    terms = draws_of(team_plan(company), company).terms
    stands = standing(paths.people, terms.ranks, terms, active_people(paths.people, terms))
    top = rate_table(terms.ranks)[stands.rank] == rate_table(terms.ranks).max()
    assert top.any()
    assert not stands.passed_up[top].any()
    assert (stands.passed_up[~top] > 0).all()


def test_nobody_without_a_rank_breaks_away():
    """Where the highest rate is 0, a member far below the first rank passes their points up as ever."""
    rows = ({"name": "a", "group_volume": 1e6, "rate": 0},)
    company = invented_company(breakaway=True, ranks=rows)
    paths = drawn(company)
    terms = draws_of(team_plan(company), company).terms
    assert not standing(paths.people, terms.ranks, terms, active_people(paths.people, terms)).rank.any()
    assert standing(paths.people, terms.ranks, terms, active_people(paths.people, terms)).passed_up.min() > 0


def test_walking_would_notice_a_purchase_moved_to_another_member():
    """The comparison is not blind: another member's month as large as this one changes somebody's rank."""
    company = STAIRSTEPS["breakaway"]
    paths = drawn(company)
    moved = replace(paths, people=copy(paths.people))
    moved.people.bought = paths.people.bought[::-1].copy()
    assert (ranks_by_row(company, moved) != ranks_by_row(company, paths)).any()
