"""A team of real people month by month, as the records that pay is computed on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.people import Array, Index, PeopleMonths, summed
from planner.compensation.ranks_of_people import standing, taken_below
from planner.compensation.volumes import Legs, TeamVolumes
from planner.inputs.terms import Terms


@dataclass(frozen=True, slots=True)
class LegMonths:
    """Every month of every leg, a row each by cell, legs of one cell beside each other.

    ends: rows up to each month's end, (horizon + 1,). scenario, place: column, and which leg of it. The rest as in
    Legs; joining_value None where nobody places a first order, taken and kept_volume where ranks are judged by volume.
    """

    ends: Index
    scenario: Index
    place: Index
    volume: Array
    value: Array
    joining_value: Array | None
    taken: Array | None
    kept_volume: Array | None


class TeamOfPeople:
    """What everyone below buys by month, for many teams beside each other; call it with a month."""

    def __init__(self, people: PeopleMonths, terms: Terms) -> None:
        """Everything by level and by leg at once: no month waits for another."""
        self._scenarios = people.scenarios
        self._shape = (people.horizon + 1, people.scenarios)
        paid = len(terms.unilevel.rates) if terms.unilevel is not None else 0
        level = people.level if terms.unilevel is None or terms.unilevel.compression else people.generation
        self._value = by_level(people, level, people.bought, paid) * terms.commissionable_per_retail
        self._joining = by_level(people, level, people.joining, paid) * terms.commissionable_per_retail
        first = np.flatnonzero(people.level == 1)
        personal = people.cell[first[people.personal[first]]]
        self._frontline = counted(people.horizon, people.scenarios, personal)
        self._legs = legs_of(people, terms, first) if terms.ranks is not None else None

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

        at = place * self._scenarios + scenario

        def laid_out(amounts: Array) -> Array:
            table = np.zeros(shape)
            table.reshape(-1)[at] = amounts[rows]
            return table

        count = np.zeros(shape)
        count.reshape(-1)[at] = 1.0
        return Legs(
            count=count,
            volume=laid_out(legs.volume),
            value=laid_out(legs.value),
            joining_value=np.zeros(shape) if legs.joining_value is None else laid_out(legs.joining_value),
            taken=None if legs.taken is None else laid_out(legs.taken),
            kept_volume=None if legs.kept_volume is None else laid_out(legs.kept_volume),
        )


def counted(horizon: int, scenarios: int, cells: Index) -> Array:
    """How many cells (month * scenarios + scenario) fall on each month and scenario, (horizon + 1, scenarios)."""
    shape = (horizon + 1, scenarios)
    number = np.bincount(cells, minlength=shape[0] * shape[1])
    return np.asarray(number.reshape(shape), dtype=np.float64)


def by_level(people: PeopleMonths, level: NDArray[np.integer], amounts: Array | None, paid: int) -> Array:
    """What the members of each paid level have, (levels, horizon + 1, scenarios)."""
    shape = (paid, people.horizon + 1, people.scenarios)
    if not paid or amounts is None:
        return np.zeros(shape)
    cells = shape[1] * shape[2]
    place = np.minimum(level, paid + 1).astype(np.int64)  # what is deeper falls beyond the end
    place -= 1
    place *= cells
    place += people.cell
    total = np.bincount(place, weights=amounts, minlength=(paid + 1) * cells)[: paid * cells]
    return np.asarray(total, dtype=np.float64).reshape(shape)


def legs_of(people: PeopleMonths, terms: Terms, first: Index) -> LegMonths:
    """Every leg: the nearest members who act, each with everyone below. first: the rows of those members."""
    assert terms.ranks is not None  # noqa: S101  # asked for only where there are ranks
    cell, first = by_cell(people.cell[first], first)
    start = np.flatnonzero(np.diff(cell, prepend=-1))
    place = np.arange(len(cell)) - np.repeat(start, np.diff(start, append=len(cell)))
    ends = np.searchsorted(cell, np.arange(1, people.horizon + 2) * people.scenarios)
    goods = summed(people, people.bought)
    taken = kept = None
    if terms.stairstep is not None:
        stands = standing(people, terms.ranks, terms)
        kept = stands.passed_up[first]
        money = taken_below(people, terms.ranks, stands.rank, people.bought, goods)[first]
        taken = np.divide(money, goods[first], out=np.zeros(len(first)), where=goods[first] > 0)
    value = goods[first] * terms.commissionable_per_retail
    joining = None
    if people.joining is not None:
        joining = summed(people, people.joining)[first] * terms.commissionable_per_retail
    scenario = cell - np.repeat(cell[start] // people.scenarios, np.diff(start, append=len(cell))) * people.scenarios
    return LegMonths(ends, scenario, place, goods[first] * terms.points_per_retail, value, joining, taken, kept)


def by_cell(cell: Index, rows: Index) -> tuple[Index, Index]:
    """Both sorted by cell, and by row within it; sorting one number that holds both is the fastest."""
    bits = int(rows.max(initial=1)).bit_length()
    both = np.sort(cell << bits | rows)
    return both >> bits, both & ((1 << bits) - 1)
