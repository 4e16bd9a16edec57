"""The people of a forest as the members of one team with many tops, as far as a month needs them."""

from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from planner.compensation.teams.month import Past
from planner.compensation.teams.placed.binary import SIDES, Carried, OfTops
from planner.compensation.teams.placed.matrix import LevelsBelowTops
from planner.compensation.teams.placed.placement import spilled_to
from planner.compensation.teams.team import ROOT, Index, Team, depth_of
from planner.inputs.pay.binary import Binary
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan.team import Placing
from planner.simulation.forest import Forest, generations
from planner.simulation.needed import places_are_levels
from planner.simulation.person_months import ForestMonths
from planner.simulation.placing import place_people, sides_of_tops


class TeamByMonth:
    """The distributors at the tops, one a path, and below them who stands there in a month.

    everyone: all who ever join.
    """

    def __init__(self, forest: Forest, people: ForestMonths, *, drops: bool) -> None:
        """people: the months of the forest. drops: whether whoever has not joined yet is left out, and who left with
        nobody below who is there.
        """
        self.everyone, self._drops, self._paths = team_of(forest, people), drops, forest.paths
        self._chosen = np.arange(len(self.everyone), dtype=np.int64)
        self._place = np.append(self._chosen, ROOT)  # the last place is that of ROOT, which stays ROOT
        # In which months each matters, in few bytes since all are looked at month by month.
        self._first = np.maximum(self.everyone.joined, 0).astype(np.int16)
        self._last = last_below(self.everyone).astype(np.int16)
        self._first[self.everyone.tops], self._last[self.everyone.tops] = 0, forest.horizon

    @property
    def rows(self) -> Index:
        """Who of the forest stands in the team of the month that was asked for last."""
        return self._chosen[self._paths :] - self._paths

    def of(self, month: int) -> "tuple[Team, Moved | None]":
        """The team of a month, each asked for once and in order; and how its places are told from those of the month
        before, None where they are the same.
        """
        team = self.everyone
        if not self._drops:
            return team, None
        before, place = self._chosen, self._place
        self._chosen = chosen = np.flatnonzero((self._first <= month) & (self._last >= month))
        place[before] = ROOT
        place[chosen] = np.arange(len(chosen))
        bounds = np.searchsorted(chosen, [0, *(rows.stop for rows in team.generations)]).tolist()
        parts = (slice(start, stop) for start, stop in pairwise(bounds) if stop > start)
        found = replace(
            team,
            members=("",) * len(chosen),
            above=place[team.above[chosen]],
            joined=team.joined[chosen],
            generations=tuple(parts),
            new_from=None if team.new_from is None else team.new_from[chosen],
            last=None if team.last is None else team.last[chosen],
            top=None if team.top is None else team.top[chosen],
        )
        return found, Moved(place[before], len(chosen), chosen)


class Moved:
    """How amounts of the members of one month are laid out for those of the next; whoever is new has none."""

    def __init__(self, to: Index, members: int, chosen: Index) -> None:
        """to: where each of the month before stands now, ROOT for who is left out. chosen: by their places in all."""
        self._of = np.flatnonzero(to != ROOT)
        self._to, self.members, self.chosen = to[self._of], members, chosen

    def __call__(self, amounts: Any) -> Any:
        """Of an array whose last axis is that of the members, or a record of such."""
        if is_dataclass(amounts) and not isinstance(amounts, type):
            return replace(amounts, **{each.name: self(getattr(amounts, each.name)) for each in fields(amounts)})
        if not isinstance(amounts, np.ndarray):
            return amounts
        found = np.zeros((*amounts.shape[:-1], self.members), dtype=amounts.dtype)
        if amounts.any():
            found[..., self._to] = amounts[..., self._of]
        return found


def past_of(past: Past, moved: Moved) -> Past:
    """What earlier months left to those of a month."""

    def kept(each: Any) -> Any:
        return each.of(moved.chosen) if isinstance(each, (OfTops, LevelsBelowTops)) else moved(each)

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
        joined=np.concatenate([own, forest.born + 1 - tenure]),
        generations=(slice(0, paths), *below),
        new_from=np.concatenate([own, forest.born - tenure]),
        last=np.concatenate([own + forest.horizon, forest.born + forest.acts]),
        top=np.concatenate([np.arange(paths), forest.path]),
    )


def last_below(team: Team) -> Index:
    """The last month in which each or anybody below them is there."""
    found = np.zeros(len(team), dtype=np.int64) if team.last is None else team.last.copy()
    for rows in reversed(team.generations[1:]):
        np.maximum.at(found, team.above[rows], found[rows])
    return found


def first_past(plan: PayPlan, team: Team, placing: Placing, alone: frozenset[int]) -> Past:
    """Before the first month: nobody has anything, and everybody has their place where the plan pays on places.

    alone: the numbers of the parts of which nobody's pay is needed but that of the tops.
    """
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
    return Past(lifetime=np.zeros(len(team)), title=np.zeros(len(team), dtype=np.intp), kept=kept)


def levels_below_tops(team: Team, part: Matrix) -> LevelsBelowTops:
    """How many levels of places everybody stands below their top."""
    above, _ = spilled_to(team, part.width, to_top=part.spillover == "top")
    top, level = team.top_of(), depth_of(above)
    return LevelsBelowTops(top, level, (top, level))
