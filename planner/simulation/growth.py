"""How downlines grow: whoever would join does so with the share of the people within reach who have not joined yet.

That share ties a person to all who joined their path before, yet seldom binds. So people are drawn by generation as if
it never did, and whom it turns away is found afterwards. Only a path that takes a good part of all within reach is
grown month by month (crowd.py). A person draws the same either way.
"""

import numpy as np
from numpy.typing import NDArray

from planner.compensation.people import ROOT, Index
from planner.simulation.crowd import grow_month_by_month
from planner.simulation.forest import Forest, generations
from planner.simulation.recruiting import (
    Behaviour,
    number_recruited,
    own_recruits_of,
    recruits_at_once,
    recruits_of,
)
from planner.simulation.sampling import Array, Keys, Purpose, Whole, drawn, uniform
from planner.simulation.today import Today

FEW = 1 / 4  # of those who can join a path: where more would, it is grown month by month; and every path at once,
FEW_EXPECTED = 1 / 8  # where more are expected to


def is_crowded(planned: Array, behaviour: Behaviour) -> bool:
    """Whether a path as planned takes a good part of all within reach; planned: own recruits by month, from 0."""
    return behaviour.would_join(planned) > FEW_EXPECTED * behaviour.places


def grow(keys: Keys, own_recruits: Whole, behaviour: Behaviour, *, crowded: bool = False) -> Forest:
    """The forest of some paths. keys: of the paths, (paths,); own_recruits: by month, (horizon + 1, paths).

    crowded: as `is_crowded` says of the plan.
    """
    if crowded:
        return grow_month_by_month(keys, own_recruits, behaviour)
    everyone, large = grow_by_generation(keys, own_recruits, behaviour)
    forest = without_turned_away(everyone, behaviour.reach)
    if large.any():
        forest = Forest.together(forest, grow_month_by_month(keys, np.where(large, own_recruits, 0), behaviour, large))
    return forest


def grow_by_generation(keys: Keys, own_recruits: Whole, behaviour: Behaviour) -> tuple[Forest, NDArray[np.bool_]]:
    """Everyone who would join were there room for all, but for the paths, (paths,), in which too many would."""
    horizon, paths = len(own_recruits) - 1, len(keys)
    large, number = np.zeros(paths, dtype=bool), np.zeros(paths)
    path, born, key = own_recruits_of(keys, own_recruits)
    sponsor, people, first = np.full(len(path), ROOT), 0, [0]
    columns: list[tuple[np.ndarray, ...]] = []
    deepest = 0 if behaviour.today is None else int(behaviour.today.generation.max())
    while len(path) or len(columns) < max(deepest, 1):
        generation = len(columns) + 1
        number += np.bincount(path, minlength=paths)
        large = number > FEW * behaviour.places
        life, today = behaviour.lives.of(key, Purpose.LIFE), np.full(len(path), ROOT)
        if behaviour.today is not None and generation <= deepest:
            before = those_of_today(behaviour.today, generation, keys, first[-1])
            came = (path, sponsor, born, key, life, today)
            path, sponsor, born, key, life, today = map(np.concatenate, zip(before, came, strict=True))
        columns.append(
            (path, sponsor, np.full(len(path), generation), born, np.minimum(life, horizon - born), key, today)
        )
        first.append(people)
        recruiter, born, key = recruited_by(np.flatnonzero(~large[path]), born, life, key, behaviour, horizon)
        path, sponsor = path[recruiter], recruiter + people
        people += len(columns[-1][0])
    forest = Forest(paths, horizon, *(np.concatenate(column) for column in zip(*columns, strict=True)))
    return (forest.rows(~large[forest.path]) if large.any() else forest), large


def those_of_today(today: Today, generation: int, keys: Keys, above: int) -> tuple[np.ndarray, ...]:
    """Path, sponsor, month, key, life and who each is, of the people of one generation with whom the paths begin.

    They are the first of their generation, one person after the other. above: the row with which the one above begins.
    """
    paths, people = len(keys), np.flatnonzero(today.generation == generation)
    path, who = np.tile(np.arange(paths), len(people)), np.repeat(people, paths)
    place = np.zeros(len(today), dtype=np.int64)  # of each among those of the generation above
    upper = np.flatnonzero(today.generation == generation - 1)
    place[upper] = np.arange(len(upper))
    sponsor = np.full(len(who), ROOT) if generation == 1 else above + place[today.above[who]] * paths + path
    key = today.keys(keys, people)
    return path, sponsor, np.zeros(len(who), dtype=np.int64), key, today.months_acted(key, who), who


def recruited_by(
    rows: Index, born: Index, life: Index, keys: Keys, behaviour: Behaviour, horizon: int
) -> tuple[Index, Index, Keys]:
    """Recruiter (a row), month of joining and key of everyone whom some of a generation recruit up to the horizon.

    rows: of those who recruit. born, life, keys: of the whole generation.
    """
    later = rows[born[rows] < horizon]
    who, month, key = recruits_of(
        keys[later], born[later], life[later], number_recruited(keys[later], life[later], behaviour)
    )
    within = np.flatnonzero(month <= horizon)
    recruiter, month, key = later[who[within]], month[within], key[within]
    if not behaviour.at_once:
        return recruiter, month, key
    new = rows[born[rows] > 0]
    first, key_first = recruits_at_once(keys[new], behaviour)
    first = new[first]
    return (
        np.concatenate([first, recruiter]),
        np.concatenate([born[first], month]),
        np.concatenate([key_first, key]),
    )


def without_turned_away(everyone: Forest, reach: float) -> Forest:
    """The people who join, of those who would: not those whom the share of people left turns away, nor who is below.

    Whether someone is turned away hangs on who joined in earlier months alone, so what no longer changes is the answer.
    """
    month = everyone.path * (everyone.horizon + 1) + everyone.born

    def share_left(joins: NDArray[np.bool_] | None) -> np.ndarray:
        rows = month if joins is None else month[joins]
        number = np.bincount(rows, minlength=everyone.paths * (everyone.horizon + 1))
        number = number.reshape(everyone.paths, -1)
        number[:, 0] = 0  # who is there when the plan starts is none of those within reach
        return np.asarray(1 - (np.cumsum(number, axis=1) - number).reshape(-1) / reach)

    luck = uniform(drawn(everyone.key, Purpose.ROOM))
    near = np.flatnonzero(luck >= share_left(None)[month])  # nobody else is turned away, however many join
    if not len(near):
        return everyone
    below = generations(everyone)[1:]
    joins, before = np.ones(len(month), dtype=bool), None
    while before is None or (joins != before).any():
        before, left = joins, share_left(joins)
        joins = np.ones(len(month), dtype=bool)
        joins[near] = luck[near] < left[month[near]]
        for rows in below:
            joins[rows] &= joins[everyone.sponsor[rows]]
    return everyone.rows(joins)
