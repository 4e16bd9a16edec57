"""A team of real people month by month, as the records that pay is computed on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.people import ROOT, Array, Index, PeopleMonths, by_month, summed, table_of
from planner.compensation.ranks import NEARLY
from planner.compensation.ranks_of_people import highest_rate, standing
from planner.compensation.volumes import ByRate, Legs, TeamVolumes
from planner.inputs.company.pay_rules import Ranks
from planner.inputs.terms import Terms

NOT_PAID = 1_000  # beyond every level


@dataclass(frozen=True, slots=True)
class LegMonths:
    """Every month of every leg, a row each by cell, legs of one cell beside each other.

    ends: rows up to each month's end, (horizon + 1,). scenario, place: column, and which leg of it. goods: bought in it
    at shop price, joining: the part of it that is first orders, None where nobody places one. kept_volume as in Legs.
    """

    ends: Index
    scenario: Index
    place: Index
    goods: Array
    joining: Array | None
    kept_volume: Array | None


class TeamOfPeople:
    """What everyone below buys by month, for many teams beside each other; call it with a month."""

    def __init__(self, people: PeopleMonths, terms: Terms) -> None:
        """Everything by level and by leg at once: no month waits for another."""
        self._scenarios = people.scenarios
        self._points, self._value_share = terms.points_per_retail, terms.commissionable_per_retail
        paid = len(terms.unilevel.rates) if terms.unilevel is not None else 0
        active = active_people(people, terms)
        level = paid_level(people, terms, active)
        self._value = by_level(people, level, people.bought, paid) * terms.commissionable_per_retail
        self._joining = by_level(people, level, people.joining, paid) * terms.commissionable_per_retail
        recruits = people.generations[0] if people.generations else slice(0, 0)
        cells = people.cell[recruits]
        self._frontline = table_of(people, cells if active is None else cells[active[recruits]])
        self._rates: ByRate | None = None
        passed_up = None
        if terms.stairstep is not None and terms.ranks is not None:
            stands = standing(people, terms.ranks, terms)
            passed_up = stands.passed_up
            self._rates = by_rate(people, terms, terms.ranks, stands.rank)
        self._legs = legs_of(people, np.flatnonzero(people.level == 1), passed_up) if terms.ranks is not None else None

    def __call__(self, month: int) -> TeamVolumes:
        """The month's volumes below."""
        of, rates = month, self._rates
        left = None if rates is None else ByRate(rates.rates, rates.value[:, of], rates.joining_value[:, of])
        return TeamVolumes(self._value[:, of], self._joining[:, of], self._frontline[of], self._in(of), left)

    def _in(self, month: int) -> Legs:
        legs = self._legs
        if legs is None:
            nobody = np.zeros((0, self._scenarios))
            return Legs(nobody, nobody, nobody, nobody)
        rows = slice(int(legs.ends[month - 1]) if month else 0, int(legs.ends[month]))
        place, scenario = legs.place[rows], legs.scenario[rows]
        shape = (int(place.max(initial=-1)) + 1, self._scenarios)

        at = place * self._scenarios + scenario

        def laid_out(amounts: Array) -> Array:
            table = np.zeros(shape)
            table.reshape(-1)[at] = amounts[rows]
            return table

        count = np.zeros(shape)
        count.reshape(-1)[at] = 1.0
        goods = laid_out(legs.goods)
        return Legs(
            count=count,
            volume=goods * self._points,
            value=goods * self._value_share,
            joining_value=np.zeros(shape) if legs.joining is None else laid_out(legs.joining) * self._value_share,
            kept_volume=None if legs.kept_volume is None else laid_out(legs.kept_volume),
        )


def active_people(people: PeopleMonths, terms: Terms) -> NDArray[np.bool_] | None:
    """Who has the own points that the company asks for, by row; None where it asks for none."""
    if terms.minimum_personal_volume <= 0:
        return None
    return np.asarray(people.bought * terms.points_per_retail + NEARLY >= terms.minimum_personal_volume)


def paid_level(people: PeopleMonths, terms: Terms, active: NDArray[np.bool_] | None) -> NDArray[np.integer]:
    """The level on which each row is paid, 1 for the frontline, NOT_PAID where nothing is paid on it.

    Where the company compresses, who is not active is no level to those below, be it that they left or have too few
    points; otherwise everyone who joined is one.
    """
    rule = terms.unilevel
    if rule is None or active is None:
        return people.level if rule is None or rule.compression else people.generation
    level = people.generation
    if rule.compression:
        level = np.ones_like(people.level)
        for rows in people.generations[1:]:
            above = people.above[rows]
            level[rows] = np.where(above == ROOT, 1, level[above] + active[above])
    return level if rule.pays_on_inactive else np.where(active, level, NOT_PAID)


def by_level(people: PeopleMonths, level: NDArray[np.integer], amounts: Array | None, paid: int) -> Array:
    """What the members of each paid level have, (levels, horizon + 1, scenarios)."""
    shape = (people.scenarios, people.horizon + 1)
    if not paid or amounts is None:
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


def legs_of(people: PeopleMonths, first: Index, passed_up: Array | None) -> LegMonths:
    """Every leg: the nearest members who act, each with everyone below.

    first: the rows of those members; passed_up: points of each row that count for the one above, where it is known.
    """
    scenario, month = np.divmod(people.cell[first], people.horizon + 1)
    cell, first = by_cell(month * people.scenarios + scenario, first)
    start = np.flatnonzero(np.diff(cell, prepend=-1))
    place = np.arange(len(cell)) - np.repeat(start, np.diff(start, append=len(cell)))
    ends = np.searchsorted(cell, np.arange(1, people.horizon + 2) * people.scenarios)
    goods = summed(people, people.bought)[first]
    scenario = cell - np.repeat(cell[start] // people.scenarios, np.diff(start, append=len(cell))) * people.scenarios
    joining = None if people.joining is None else summed(people, people.joining)[first]
    return LegMonths(ends, scenario, place, goods, joining, None if passed_up is None else passed_up[first])


def by_cell(cell: Index, rows: Index) -> tuple[Index, Index]:
    """Both sorted by cell, and by row within it; sorting one number that holds both is the fastest."""
    bits = int(rows.max(initial=1)).bit_length()
    both = np.sort(cell << bits | rows)
    return both >> bits, both & ((1 << bits) - 1)
