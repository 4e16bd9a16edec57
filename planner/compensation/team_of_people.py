"""A team of real people month by month, as the records that pay is computed on."""

from dataclasses import dataclass

import numpy as np

from planner.compensation.people import Array, Index, PeopleMonths, summed
from planner.compensation.ranks_of_people import standing, taken_below
from planner.compensation.volumes import Legs, TeamVolumes
from planner.inputs.terms import Terms


@dataclass(frozen=True, slots=True)
class LegMonths:
    """Every month of every leg, a row each by cell, legs of one cell beside each other.

    ends: rows up to each month's end, (horizon + 1,). scenario, place: column, and which leg of it. The rest as in
    Legs, taken and kept_volume None where ranks are judged by volume alone.
    """

    ends: Index
    scenario: Index
    place: Index
    volume: Array
    value: Array
    joining_value: Array
    taken: Array | None
    kept_volume: Array | None


class TeamOfPeople:
    """What everyone below buys by month, for many teams beside each other; call it with a month."""

    def __init__(self, people: PeopleMonths, terms: Terms) -> None:
        """Everything by level and by leg at once: no month waits for another."""
        self._scenarios = people.scenarios
        self._shape = (people.horizon + 1, people.scenarios)
        value = people.bought * terms.commissionable_per_retail
        joining = people.joining * terms.commissionable_per_retail
        paid = len(terms.unilevel.rates) if terms.unilevel is not None else 0
        level = people.level if terms.unilevel is None or terms.unilevel.compression else people.generation
        self._value, self._joining = (by_level(people, level, amounts, paid) for amounts in (value, joining))
        first = people.level == 1
        self._frontline = counted(people.horizon, people.scenarios, people.cell[first & people.personal])
        self._legs = legs_of(people, terms, value, joining) if terms.ranks is not None else None

    def __call__(self, month: int) -> TeamVolumes:
        """The month's volumes below."""
        return TeamVolumes(self._value[:, month], self._joining[:, month], self._frontline[month], self._in(month))

    def _in(self, month: int) -> Legs:
        legs = self._legs
        if legs is None:
            nobody = np.zeros((0, self._scenarios))
            return Legs(nobody, nobody, nobody, nobody)
        rows = slice(int(legs.ends[month - 1]) if month else 0, int(legs.ends[month]))
        place, scenario = legs.place[rows], legs.scenario[rows]
        shape = (int(place.max(initial=-1)) + 1, self._scenarios)

        def laid_out(amounts: Array) -> Array:
            table = np.zeros(shape)
            table[place, scenario] = amounts
            return table

        return Legs(
            count=laid_out(np.ones(len(place))),
            volume=laid_out(legs.volume[rows]),
            value=laid_out(legs.value[rows]),
            joining_value=laid_out(legs.joining_value[rows]),
            taken=None if legs.taken is None else laid_out(legs.taken[rows]),
            kept_volume=None if legs.kept_volume is None else laid_out(legs.kept_volume[rows]),
        )


def counted(horizon: int, scenarios: int, cells: Index) -> Array:
    """How many cells (month * scenarios + scenario) fall on each month and scenario, (horizon + 1, scenarios)."""
    shape = (horizon + 1, scenarios)
    number = np.bincount(cells, minlength=shape[0] * shape[1])
    return np.asarray(number.reshape(shape), dtype=np.float64)


def by_level(people: PeopleMonths, level: Index, amounts: Array, paid: int) -> Array:
    """What the members of each paid level have, (levels, horizon + 1, scenarios)."""
    shape = (paid, people.horizon + 1, people.scenarios)
    if not paid or not amounts.any():
        return np.zeros(shape)
    cells = shape[1] * shape[2]
    near = level <= paid
    place = (level[near] - 1) * cells + people.cell[near]
    return np.asarray(np.bincount(place, weights=amounts[near], minlength=paid * cells).reshape(shape), dtype=float)


def legs_of(people: PeopleMonths, terms: Terms, value: Array, joining: Array) -> LegMonths:
    """Every leg: the nearest members who act, each with everyone below."""
    assert terms.ranks is not None  # noqa: S101  # asked for only where there are ranks
    first = np.flatnonzero(people.level == 1)
    rows = len(people.level) + 1
    cell, first = np.divmod(np.sort(people.cell[first] * rows + first), rows)  # sorted by cell, then by row
    new = np.concatenate([[True], cell[1:] != cell[:-1]]) if len(cell) else np.zeros(0, dtype=bool)
    start = np.flatnonzero(new)
    place = np.arange(len(cell)) - np.repeat(start, np.diff([*start, len(cell)]))
    ends = np.searchsorted(cell, np.arange(1, people.horizon + 2) * people.scenarios)
    goods = summed(people, people.bought)
    total, volume = goods * terms.commissionable_per_retail, goods * terms.points_per_retail
    taken = kept = None
    if terms.stairstep is not None:
        stands = standing(people, terms.ranks, terms)
        kept = stands.passed_up[first]
        money = taken_below(people, terms.ranks, stands.rank, value, total)[first]
        taken = np.divide(money, total[first], out=np.zeros(len(first)), where=total[first] > 0)
    joined = summed(people, joining)[first] if joining.any() else np.zeros(len(first))
    return LegMonths(ends, cell % people.scenarios, place, volume[first], total[first], joined, taken, kept)
