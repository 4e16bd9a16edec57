"""The people of a forest as the members of one team with many tops, as far as a month needs them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from planner.compensation.teams.month import Past
from planner.compensation.teams.placed.binary import SIDES, Carried, OfTops
from planner.compensation.teams.placed.matrix import LevelsBelowTops
from planner.compensation.teams.placed.placement import Placement, spilled, spilled_to
from planner.compensation.teams.team import ROOT, Index, Months, Team, depth_of
from planner.inputs.pay.binary import Binary
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan.team import Placing
from planner.simulation.forest import Forest, generations
from planner.simulation.needed import places_are_levels
from planner.simulation.person_months import ForestMonths
from planner.simulation.placing import place_people, sides_of_tops

MONTHS_AT_ONCE = 3  # for which a team is laid out: seldom, and with few more members than each of them needs


class TeamByMonth:
    """The distributors at the tops, one a path, and below them who stands there in a month.

    everyone: all who ever join.
    """

    def __init__(self, everyone: Team, placements: list[Placement], *, drops: bool) -> None:
        """placements: where they have places of their own. drops: whether whoever joins much later is left out, and who
        left with nobody below who is there.
        """
        self.everyone, self._drops, self._paths = everyone, drops, everyone.tops.stop
        self._found, self._until = everyone, 0
        self._chosen = np.arange(len(everyone), dtype=np.int64)
        self._place = np.append(self._chosen, ROOT)  # the last place is that of ROOT, which stays ROOT
        self._first, self._last = np.maximum(everyone.joined, 0), last_below(everyone, placements)  # when each matters

    @property
    def rows(self) -> Index:
        """Who of the forest stands in the team of the month that was asked for last."""
        return np.asarray(self._chosen[self._paths :] - self._paths)

    def of(self, month: int) -> "tuple[Team, Moved | None]":
        """The team of a month, each asked for once and in order; and how its places are told from those of the month
        before, None where they are the same.
        """
        team = self.everyone
        if not self._drops:
            return team, None
        if month < self._until:
            return self._found, None
        before, place, self._until = self._chosen, self._place, month + MONTHS_AT_ONCE
        self._chosen = chosen = np.flatnonzero((self._first < self._until) & (self._last >= month))
        place[before] = ROOT
        place[chosen] = np.arange(len(chosen))
        bounds = np.searchsorted(chosen, [0, *(rows.stop for rows in team.generations)]).tolist()
        parts = (slice(start, stop) for start, stop in pairwise(bounds) if stop > start)
        self._found = replace(
            team,
            members=("",) * len(chosen),
            above=place[team.above[chosen]],
            joined=team.joined[chosen],
            generations=tuple(parts),
            new_from=None if team.new_from is None else team.new_from[chosen],
            last=None if team.last is None else team.last[chosen],
            top=None if team.top is None else team.top[chosen],
        )
        return self._found, Moved(place[before], len(chosen), chosen)


class Moved:
    """How amounts of the members of one month are laid out for those of the next; whoever is new has none."""

    def __init__(self, to: Index, members: int, chosen: Index) -> None:
        """to: where each of the month before stands now, ROOT for who is left out. chosen: by their places in all."""
        self._of = np.flatnonzero(to != ROOT)
        self._to, self.members, self.chosen = to[self._of], members, chosen

    def __call__(self, amounts: Any) -> Any:
        """Of an array whose last axis is that of the members, or of the first of them; or a record of such."""
        if is_dataclass(amounts) and not isinstance(amounts, type):
            return replace(amounts, **{each.name: self(getattr(amounts, each.name)) for each in fields(amounts)})
        if not isinstance(amounts, np.ndarray):
            return amounts
        found = np.zeros((*amounts.shape[:-1], self.members), dtype=amounts.dtype)
        if amounts.any():
            there = slice(0, np.searchsorted(self._of, amounts.shape[-1]))
            found[..., self._to[there]] = amounts[..., self._of[there]]
        return found


def past_of(past: Past, moved: Moved) -> Past:
    """What earlier months left to those of a month."""

    def kept(each: Any) -> Any:
        if isinstance(each, Carried):
            return replace(each, sides=moved(each.sides), placement=each.placement.of(moved.chosen))
        return each.of(moved.chosen) if isinstance(each, (OfTops, LevelsBelowTops, Placement)) else moved(each)

    return Past(
        lifetime=moved(past.lifetime),
        title=moved(past.title),
        points=tuple(map(moved, past.points)),
        sales=tuple(map(moved, past.sales)),
        in_row=None if past.in_row is None else moved(past.in_row),
        kept={place: kept(each) for place, each in past.kept.items()},
        gates=tuple(map(moved, past.gates)),
    )


def team_of(forest: Forest, people: ForestMonths) -> Team:
    """The distributors at the tops, one a path, and below them everybody who is there or ever joins."""
    tenure = 0 if people.tenure is None else people.tenure
    paths, below_them = forest.paths, len(forest.path)
    above = np.where(forest.sponsor == ROOT, forest.path, forest.sponsor + paths)
    below = [slice(rows.start + paths, rows.stop + paths) for rows in generations(forest)]
    own = np.zeros(paths, dtype=np.int64)
    return Team(
        members=("",) * (paths + below_them),
        above=np.concatenate([np.full(paths, ROOT), above]),
        joined=in_few_bytes(own, forest.born + 1 - tenure),
        generations=(slice(0, paths), *below),
        new_from=in_few_bytes(own, forest.born - tenure),
        last=in_few_bytes(own + forest.horizon, forest.born + forest.acts),
        top=np.concatenate([np.arange(paths), forest.path]),
    )


def in_few_bytes(own: Index, of_others: Index) -> Months:
    """The months of the distributors and of everybody below them, which are looked at in every month."""
    return np.concatenate([own, of_others], dtype=np.int16, casting="same_kind")


def last_below(team: Team, placements: list[Placement]) -> Months:
    """The last month in which each is there or anybody below them, as they were recruited or as they are placed.

    placements: where they have places of their own. Whoever stands above somebody who matters in a month does too.
    """
    found = np.zeros(len(team), dtype=np.int16) if team.last is None else team.last.copy()
    while True:
        before = found.copy()
        raise_above(team, found)
        for stands in placements:
            in_tree = found[stands.member]
            raise_above(stands.tree, in_tree)
            found = in_tree[stands.at]
        if np.array_equal(found, before):
            return found


def raise_above(team: Team, values: Months) -> None:
    """Makes the value of each at least that of everybody below them."""
    for rows in reversed(team.generations[1:]):
        np.maximum.at(values, team.above[rows], values[rows])


def first_past(plan: PayPlan, team: Team, placing: Placing, levels: Mapping[int, int]) -> Past:
    """Before the first month: nobody has anything, and everybody has their place where the plan pays on places.

    levels: of parts, down to how many levels below the tops it is needed what they pay.
    """
    alone = {number for number, down_to in levels.items() if not down_to}
    legs = [place for place, part in enumerate(plan.parts) if isinstance(part, Binary)]
    kept: dict[int, Any] = {}
    if any(place + 1 not in alone for place in legs):
        stands = place_people(team, placing)
        kept = {place: Carried(np.zeros((SIDES, len(team))), stands) for place in legs if place + 1 not in alone}
    if any(place + 1 in alone for place in legs):
        top, side = team.top_of(), sides_of_tops(team, placing)
        nothing = np.zeros((SIDES, team.tops.stop))
        kept |= {place: OfTops(nothing, top, side, (top, side)) for place in legs if place + 1 in alone}
    for place, part in enumerate(plan.parts):
        if isinstance(part, Matrix) and place + 1 in alone and places_are_levels(part):
            kept[place] = levels_below_tops(team, part)
        elif isinstance(part, Matrix):
            kept[place] = spilled(team, part.width, to_top=part.spillover == "top")
    return Past(lifetime=np.zeros(len(team)), title=np.zeros(len(team), dtype=np.intp), kept=kept)


def placements_of(past: Past) -> list[Placement]:
    """Where everybody has places of their own."""
    carried = [each.placement for each in past.kept.values() if isinstance(each, Carried)]
    return [*carried, *(each for each in past.kept.values() if isinstance(each, Placement))]


def levels_below_tops(team: Team, part: Matrix) -> LevelsBelowTops:
    """How many levels of places everybody stands below their top."""
    above, _ = spilled_to(team, part.width, to_top=part.spillover == "top")
    top, level = team.top_of(), depth_of(above)
    return LevelsBelowTops(top, level, (top, level))
