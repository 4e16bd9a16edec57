"""Thousands of downlines of real people, drawn at once: who joins whom, when, and for how long they act.

A forest knows nothing of money or of any company. People join month by month, since whoever joins takes one of those
within reach; a person costs a few draws, however long they stay.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.people import ROOT, Index
from planner.simulation.sampling import Array, Factors, Keys, Lives, Purpose, Whole, drawn, poisson, uniform

TIMES_THE_ROOM = 5  # would-be recruits that are drawn for each place that is left
MOST_OWN_RECRUITS = 1_000_000  # in a month, so that no two own recruits share a key


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How people below behave. ability: of recruiting, a factor of mean 1; lives: how many months they act.

    duplication: whom a member of average ability recruits in a month. reach: people who could ever join a path; most:
    of them, how many are drawn.
    """

    ability: Factors
    lives: Lives
    duplication: float
    reach: float
    most: float

    def room(self, joined: Array) -> Array:
        """How many more can join each path, (paths,); joined: how many have, (paths,)."""
        return min(self.reach, self.most) - joined


@dataclass(frozen=True, slots=True)
class Forest:
    """Everyone who joined in a block of paths, by rising generation, so that a sponsor stands before their recruits.

    One row a person. path: which downline; sponsor: the row of who recruited them, ROOT for the distributor;
    generation: 1 for the frontline; born: month of joining, acting from the next; acts: months acted, up to the
    horizon; key: of their draws.
    """

    paths: int
    horizon: int
    path: Index
    sponsor: Index
    generation: Index
    born: Index
    acts: Index
    key: Keys


@dataclass(frozen=True, slots=True)
class Candidates:
    """People who would join in `month`; sponsor: by order of joining."""

    month: Index
    path: Index
    sponsor: Index
    generation: Index
    key: Keys

    def part(self, chosen: Index | NDArray[np.bool_]) -> "Candidates":
        """Some of them."""
        rows = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
        return Candidates(*(getattr(self, name)[rows] for name in self.__slots__))

    @classmethod
    def together(cls, *parts: "Candidates") -> "Candidates":
        """All of several."""
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in cls.__slots__))


def grow(keys: Keys, own_recruits: Whole, behaviour: Behaviour) -> Forest:
    """The forest of some paths. keys: of the paths, (paths,); own_recruits: by month, (horizon + 1, paths).

    Whoever would join does so with the share of those within reach who have not joined yet.
    """
    horizon, paths = len(own_recruits) - 1, len(keys)
    waiting = own_candidates(keys, own_recruits)
    joined, total = np.zeros(paths), 0
    people: list[tuple[Candidates, Index]] = []
    for month in range(1, horizon + 1):
        now = waiting.month == month
        if not now.any():
            continue
        candidates, waiting = waiting.part(now), waiting.part(~now)
        accepted = within_reach(who_fit(candidates, joined, behaviour), behaviour.room(joined))
        joined += np.bincount(accepted.path, minlength=paths)
        life = behaviour.lives.of(accepted.key, Purpose.LIFE)
        people.append((accepted, np.minimum(life, horizon - month)))
        # Drawn over their whole life, so that a longer horizon only goes on where a shorter one stops.
        recruits = recruits_of(accepted, life, total, behaviour, behaviour.room(joined))
        # The room only shrinks, so whoever does not fit now will not later.
        recruits = who_fit(recruits.part(recruits.month <= horizon), joined, behaviour)
        waiting = Candidates.together(waiting, recruits)
        total += len(life)
    return in_order(paths, horizon, people)


def who_fit(candidates: Candidates, joined: Array, behaviour: Behaviour) -> Candidates:
    """Those who would join with the share of the people within reach of their path who have not joined yet."""
    share = np.where(behaviour.room(joined) >= 1, 1 - joined / behaviour.reach, 0.0)
    fit = uniform(drawn(candidates.key, Purpose.ROOM)) < share[candidates.path]
    return candidates if fit.all() else candidates.part(fit)


def own_candidates(keys: Keys, number: Whole) -> Candidates:
    """Those whom the distributors themselves would recruit, by month, none in month 0."""
    month, path = np.nonzero(number)
    each = number[month, path]
    month, path = np.repeat(month, each), np.repeat(path, each)
    which = month * MOST_OWN_RECRUITS + place_among(each)
    key = drawn(keys[path], Purpose.OWN_RECRUIT, which)
    return Candidates(month, path, np.full(len(path), ROOT), np.ones(len(path), dtype=np.int64), key)


def recruits_of(members: Candidates, life: Index, first: int, behaviour: Behaviour, room: Array) -> Candidates:
    """Whom those who joined in a month will recruit in their life as members, past the horizon too.

    first: the number of the first of them by order of joining. A Poisson number over a life, evenly over its months.
    room: for more people of their path; nobody recruits for a full one, and of many times too many a part is enough.
    """
    mean = behaviour.duplication * behaviour.ability.of(members.key, Purpose.ABILITY) * life
    number = poisson(drawn(members.key, Purpose.RECRUITED), mean)
    enough = TIMES_THE_ROOM * np.maximum(room, 0.0)
    wanted = np.bincount(members.path, weights=number, minlength=len(room))
    if (wanted > enough).any():
        part = np.minimum(1.0, enough / np.maximum(wanted, 1.0))
        number = np.ceil(number * part[members.path]).astype(np.int64)
    who = np.repeat(np.arange(len(life)), number)
    key = drawn(members.key[who], Purpose.RECRUIT, place_among(number))
    later = 1 + (uniform(drawn(key, Purpose.JOINING_MONTH)) * life[who]).astype(np.int64)
    return Candidates(members.month[who] + later, members.path[who], who + first, members.generation[who] + 1, key)


def place_among(number: Index) -> Index:
    """0, 1, ... for each of groups of so many beside each other."""
    ends = np.cumsum(number)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - number, number)


def within_reach(candidates: Candidates, room: Array) -> Candidates:
    """Those who join, at most as many of each path as there is room for, the first come first."""
    wanted = np.bincount(candidates.path, minlength=len(room))
    if (wanted <= room).all():
        return candidates
    order = np.argsort(candidates.path, kind="stable")
    sorted_path = candidates.path[order]
    place = np.arange(len(order)) - np.searchsorted(sorted_path, sorted_path)
    return candidates.part(np.sort(order[place < np.floor(room[sorted_path])]))


def in_order(paths: int, horizon: int, people: list[tuple[Candidates, Index]]) -> Forest:
    """The people by generation, each after their sponsor."""
    nobody = np.zeros(0, dtype=np.int64)
    if not people:
        return Forest(paths, horizon, nobody, nobody, nobody, nobody, nobody, nobody.astype(np.uint64))
    joined = Candidates.together(*(part for part, _ in people))
    acts = np.concatenate([part for _, part in people])
    order = np.argsort(joined.generation, kind="stable")
    place = np.empty(len(order) + 1, dtype=np.int64)
    place[order] = np.arange(len(order))
    place[-1] = ROOT  # so that the sponsor ROOT, the last place, stays ROOT
    found = joined.part(order)
    return Forest(
        paths, horizon, found.path, place[found.sponsor], found.generation, found.month, acts[order], found.key
    )


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
    stays = ~leaves | (forest.born < month)  # nobody joins that leg afterwards
    acts = np.where(leaves, np.minimum(month - forest.born, forest.acts), forest.acts)
    row = np.append(np.cumsum(stays) - 1, ROOT)
    sponsor, generation = row[forest.sponsor][stays], forest.generation[stays]
    path, born, key = forest.path[stays], forest.born[stays], forest.key[stays]
    return Forest(forest.paths, forest.horizon, path, sponsor, generation, born, acts[stays], key)


def generations(forest: Forest) -> list[slice]:
    """The rows of each generation, from the first."""
    sizes = np.bincount(forest.generation)[1:]
    ends = np.cumsum(sizes)
    return [slice(int(end - size), int(end)) for size, end in zip(sizes, ends, strict=True)]
