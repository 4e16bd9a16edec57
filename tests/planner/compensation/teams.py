"""Small teams of real people made by hand for the tests of pay, and what one month of them comes to."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from planner.compensation.pay import MonthPay, pay_month
from planner.compensation.people import ROOT, Array, Index, PeopleMonths
from planner.compensation.ranks import NEARLY
from planner.compensation.ranks_of_people import standing
from planner.compensation.team_of_people import TeamOfPeople, active_people
from planner.compensation.volumes import MonthVolumes
from planner.inputs.company.company import Company
from planner.inputs.terms import resolve_terms
from tests.properties.situations import bare_plan


@dataclass(frozen=True)
class GivenMonths:
    """PeopleMonths whose columns are told one by one."""

    scenarios: int
    horizon: int
    cell: Index
    above: Index
    level: Index
    generation: Index
    bought: Array
    joining: Array | None
    generations: tuple[slice, ...]
    sold: Array
    age: Index
    before: None = None  # nobody was there before the plan

    @property
    def since(self) -> Index:
        """By row, as nobody was there before."""
        return self.age + 1


def team(*members: tuple[int, float], generation: tuple[int, ...] = (), first_orders: Any = None) -> PeopleMonths:
    """One month of one team: for each member the row above (ROOT for the distributor) and what they buy.

    generation: where somebody between has left; otherwise the level.
    """
    above, bought = np.array([row for row, _ in members]), np.array([float(amount) for _, amount in members])
    level: list[int] = []
    for row in above:
        level.append(1 if row == ROOT else level[row] + 1)
    deep = np.array(generation or level)
    ends = [int(np.sum(deep <= step)) for step in range(deep.max() + 1)]
    rows = tuple(slice(start, end) for start, end in pairwise(ends))
    joining = None if first_orders is None else np.array(first_orders, dtype=float)
    return GivenMonths(
        1, 1, np.ones(len(above), int), above, np.array(level), deep, bought, joining, rows, bought, 0 * deep
    )


def pay_of(company: Company, people: PeopleMonths, own: float) -> MonthPay:
    """Pay of month 1. own: goods at shop price, as those of the members."""
    terms = resolve_terms(company, bare_plan())
    goods = np.array([float(own)])
    points, value = goods * terms.points_per_retail, goods * terms.commissionable_per_retail
    active = points + NEARLY >= terms.minimum_personal_volume
    return pay_month(MonthVolumes.of(points, value, TeamOfPeople(people, terms)(1)), terms, active)


def ranks_of(company: Company, people: PeopleMonths) -> list[int]:
    """Everybody's rank, 0 for none."""
    terms = resolve_terms(company, bare_plan())
    assert company.ranks is not None
    return list(standing(people, company.ranks, terms, active_people(people, terms)).rank)
