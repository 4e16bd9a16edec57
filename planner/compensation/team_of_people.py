"""A team of real people month by month, as the records that pay is computed on."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from planner.compensation.activity import meets
from planner.compensation.people import ROOT, Array, PeopleMonths, by_month, summed, table_of
from planner.compensation.ranks import NEARLY
from planner.compensation.ranks_of_people import Standing, highest_rate, standing
from planner.compensation.volumes import ByRate, CountedLegs, Legs, TeamVolumes
from planner.inputs.company.pay_rules import Ranks
from planner.inputs.terms import LevelPay, Terms

NOT_PAID = 1_000  # beyond every level


class TeamOfPeople:
    """What everyone below buys by month, for many teams beside each other; call it with a month."""

    def __init__(self, people: PeopleMonths, terms: Terms, whose: NDArray[np.intp] | None = None) -> None:
        """Everything by level and by leg at once: no month waits for another.

        whose: the team of each scenario, where several have the same one.
        """
        self._whose = whose
        active = active_people(people, terms)
        self._value = self._joining = np.zeros((0, people.horizon + 1, people.scenarios))
        if terms.unilevel is not None:
            level, paid = paid_level(people, terms.unilevel, active), len(terms.unilevel.rates)
            self._value = by_level(people, level, people.bought, paid) * terms.commissionable_per_retail
            self._joining = by_level(people, level, people.joining, paid) * terms.commissionable_per_retail
        recruits = people.generations[0] if people.generations else slice(0, 0)
        cells = people.cell[recruits]
        self._frontline = table_of(people, cells if active is None else cells[active[recruits]])
        self._counted: CountedLegs | None = None
        self._rates: ByRate | None = None
        if terms.ranks is not None and len(people.cell):  # of nobody nothing is counted
            stands = standing(people, terms.ranks, terms, active) if terms.stairstep is not None else None
            self._counted = counted_legs(people, terms, terms.ranks, stands)
            if stands is not None:
                self._rates = by_rate(people, terms, terms.ranks, stands.rank)

    def __call__(self, month: int) -> TeamVolumes:
        """The month's volumes below."""
        rates, legs = self._rates, self._counted
        if rates is not None:
            rates = ByRate(rates.rates, self._each(rates.value[:, month]), self._each(rates.joining_value[:, month]))
        if legs is not None:
            with_volume = {volume: self._each(count[month]) for volume, count in legs.with_volume.items()}
            legs = CountedLegs(self._each(legs.volume[month]), with_volume)
        by_level = self._each(self._value[:, month]), self._each(self._joining[:, month])
        frontline = self._each(self._frontline[month])
        return TeamVolumes(*by_level, frontline, Legs.none(len(frontline)), legs, rates)

    def _each(self, of_team: Array) -> Array:
        """Of each scenario."""
        return of_team if self._whose is None else of_team.take(self._whose, axis=-1)


def active_people(people: PeopleMonths, terms: Terms) -> NDArray[np.bool_] | None:
    """Who has what the company asks for, over its window, by row; None where it asks for nothing."""
    if not terms.asks_activity:
        return None
    each, before = terms.points_per_retail, people.before
    demands = []
    if terms.minimum_personal_volume > 0:
        earlier = None if before is None else before.bought * each
        demands.append((people.bought * each, earlier, terms.minimum_personal_volume))
    if terms.minimum_sales > 0:
        demands.append((people.sold, None if before is None else before.sold, terms.minimum_sales))
    if terms.activity_window == "month":
        return np.asarray(np.logical_and.reduce([amounts + NEARLY >= asked for amounts, _, asked in demands]))
    places = np.array([terms.place_in_quarter(month) for month in range(people.horizon + 1)])
    place = places[people.cell % (people.horizon + 1)]
    met = [
        meets(terms.activity_window, asked, partial(months_ago, people, amounts, earlier), people.since, place)
        for amounts, earlier, asked in demands
    ]
    return np.asarray(np.logical_and.reduce(met))


def months_ago(people: PeopleMonths, amounts: Array, before: Array | None, ago: int) -> Array:
    """What the same member had so many months before, by row; nothing before their first.

    before: what those who were there before the plan had in each month of it.
    """
    earlier = np.zeros_like(amounts)
    earlier[ago:] = amounts[: max(len(amounts) - ago, 0)]
    otherwise = 0.0 if before is None else np.where(people.since > ago, before, 0.0)
    return np.where(people.age >= ago, earlier, otherwise)


def paid_level(people: PeopleMonths, rule: LevelPay, active: NDArray[np.bool_] | None) -> NDArray[np.integer]:
    """The level on which each row is paid, 1 for the frontline, NOT_PAID where nothing is paid on it.

    Where the company compresses, who is not active is no level to those below, be it that they left or have too few
    points; otherwise everyone who joined is one.
    """
    if active is None:
        return people.level if rule.compression else people.generation
    level = people.generation
    if rule.compression:
        level = np.ones_like(people.generation)
        for rows in people.generations[1:]:
            above = people.above[rows]
            level[rows] = np.where(above == ROOT, 1, level[above] + active[above])
    return level if rule.pays_on_inactive else np.where(active, level, NOT_PAID)


def by_level(people: PeopleMonths, level: NDArray[np.integer], amounts: Array | None, paid: int) -> Array:
    """What the members of each paid level have, (levels, horizon + 1, scenarios)."""
    shape = (people.scenarios, people.horizon + 1)
    if amounts is None:
        return np.zeros((paid, *reversed(shape)))
    cells = shape[0] * shape[1]
    place = np.minimum(level, paid + 1).astype(np.int64)  # what is deeper falls beyond the end
    place -= 1
    place *= cells
    place += people.cell
    total = np.bincount(place, weights=amounts, minlength=(paid + 1) * cells)[: paid * cells]
    return by_month(total.reshape(paid, cells), shape)


def by_rate(people: PeopleMonths, terms: Terms, ranks: Ranks, rank: NDArray[np.intp]) -> ByRate:
    """What everyone buys by the highest rate above it; value and joining_value (rates, horizon + 1, scenarios)."""
    rates, highest = highest_rate(people, ranks, rank)
    value, joining = (by_level(people, highest + 1, each, len(rates)) for each in (people.bought, people.joining))
    return ByRate(rates, value * terms.commissionable_per_retail, joining * terms.commissionable_per_retail)


def counted_legs(people: PeopleMonths, terms: Terms, ranks: Ranks, stands: Standing | None) -> CountedLegs:
    """What ranks ask of the legs, (horizon + 1, scenarios) each: a leg is one of the nearest who act, with all below.

    stands: of everyone, where it is known; without it nobody breaks away.
    """
    asked = {row.leg_volume for row in ranks.rows if row.leg_count}
    if stands is None and not asked:
        return CountedLegs(table_of(people, people.cell, people.bought * terms.points_per_retail), {})
    if stands is None:
        volume = counts = summed(people, people.bought) * terms.points_per_retail
    else:
        volume, counts = stands.volume, stands.passed_up
    first = np.flatnonzero(people.above == ROOT)
    cell, volume = people.cell[first], volume[first]
    with_volume = {least: table_of(people, cell[volume + NEARLY >= least]) for least in asked}
    return CountedLegs(table_of(people, cell, counts[first]), with_volume)
