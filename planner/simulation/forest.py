"""Thousands of downlines of real people at once: who stands under whom, who joined when, and for how long they act.

A forest knows nothing of money or of any company; growth.py draws one.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.compensation.people import ROOT, Index
from planner.simulation.sampling import Keys

COLUMNS = ("path", "sponsor", "generation", "born", "acts", "key", "today")


@dataclass(frozen=True, slots=True)
class Forest:
    """Everyone who joined in a block of paths, by rising generation, so that a sponsor stands before their recruits.

    One row a person. path: which downline; sponsor: the row of who recruited them, ROOT for the distributor;
    generation: 1 for the frontline; born: month of joining, acting from the next; acts: months acted, up to the
    horizon; key: of their draws; today: which of the people with whom the path began, who are born in month 0, ROOT for
    who joins within it.
    """

    paths: int
    horizon: int
    path: Index
    sponsor: Index
    generation: Index
    born: Index
    acts: Index
    key: Keys
    today: Index

    def rows(self, chosen: NDArray[np.bool_] | Index) -> "Forest":
        """Some of its people in that order, nobody of whom is sponsored by one who is left out."""
        order = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
        row = np.full(len(self.path) + 1, ROOT)  # the last place is that of the sponsor ROOT, which stays ROOT
        row[order] = np.arange(len(order))
        path, sponsor, *others = (getattr(self, name)[order] for name in COLUMNS)
        return Forest(self.paths, self.horizon, path, row[sponsor], *others)

    @classmethod
    def together(cls, *parts: "Forest") -> "Forest":
        """The people of several forests of the same paths."""
        if len(parts) == 1:
            return parts[0]
        before, moved = 0, []
        for part in parts:
            moved.append(replace(part, sponsor=np.where(part.sponsor == ROOT, ROOT, part.sponsor + before)))
            before += len(part.path)
        columns = (np.concatenate([getattr(part, name) for part in moved]) for name in COLUMNS)
        everyone = cls(parts[0].paths, parts[0].horizon, *columns)
        return everyone.rows(np.argsort(everyone.generation, kind="stable"))

    @classmethod
    def beside(cls, parts: "list[Forest]") -> "Forest":
        """The paths of several forests, one after the other."""
        if len(parts) == 1:
            return parts[0]
        paths, before = sum(part.paths for part in parts), 0
        moved = []
        for part in parts:
            moved.append(replace(part, paths=paths, path=part.path + before))
            before += part.paths
        return cls.together(*moved)


def joined_by_month(forest: Forest) -> NDArray[np.float64]:
    """Who joined within the plan up to the end of each month, (horizon + 1, paths)."""
    everyone = up_to_month(forest, forest.born)
    return np.asarray(everyone - everyone[0])


def acting_by_month(forest: Forest) -> NDArray[np.float64]:
    """Who acts in each month, (horizon + 1, paths): those who were there or joined before it and are still there."""
    before = up_to_month(forest, forest.born) - up_to_month(forest, forest.born + forest.acts)
    return np.vstack([np.zeros((1, forest.paths)), before[:-1]])


def up_to_month(forest: Forest, month: Index) -> NDArray[np.float64]:
    """How many people have a month up to each, (horizon + 1, paths); month: of each person, (persons,)."""
    shape = (forest.paths, forest.horizon + 1)
    number = np.bincount(forest.path * shape[1] + month, minlength=shape[0] * shape[1]).reshape(shape)
    return np.ascontiguousarray(np.cumsum(number, axis=1).T, dtype=np.float64)


def place_among(number: Index) -> Index:
    """0, 1, ... for each of groups of so many beside each other."""
    ends = np.cumsum(number)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - number, number)


def generations(forest: Forest) -> list[slice]:
    """The rows of each generation, from the first."""
    sizes = np.bincount(forest.generation)[1:]
    ends = np.cumsum(sizes)
    return [slice(int(end - size), int(end)) for size, end in zip(sizes, ends, strict=True)]


def heads(forest: Forest) -> Index:
    """The row of the frontline recruit in whose leg each person stands, themselves for the frontline."""
    head = np.arange(len(forest.path))
    for rows in generations(forest)[1:]:
        head[rows] = head[forest.sponsor[rows]]
    return head


def without_best_leg(forest: Forest, month: int) -> Forest:
    """The forest whose largest leg, by people who act in that month, leaves at its end in every path."""
    if not len(forest.path):
        return forest
    head = heads(forest)
    there = (forest.born < month) & (forest.born + forest.acts >= month)
    size = np.bincount(head[there], minlength=len(head))
    order = np.lexsort((-size, forest.path))  # the largest leg of each path comes first
    best = order[np.unique(forest.path[order], return_index=True)[1]]
    leaves = np.isin(head, best[size[best] > 0])
    acts = np.where(leaves, np.minimum(month - forest.born, forest.acts), forest.acts)
    return replace(forest, acts=acts).rows(~leaves | (forest.born < month))  # nobody joins that leg afterwards
