"""Paths that take a good part of all within reach, grown month by month, since each who joins leaves less room."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.compensation.people import ROOT, Index
from planner.simulation.forest import Forest
from planner.simulation.recruiting import (
    Behaviour,
    number_recruited,
    own_recruits_of,
    recruits_at_once,
    recruits_of,
)
from planner.simulation.sampling import Array, Keys, Purpose, Whole, drawn, uniform
from planner.simulation.today import Today

MOST_DRAWN = 1_000_000  # recruits of a path's newcomers of one month, in their life as members
TIMES_THE_PLACES = 5  # would-be recruits of a month's members, from which on a path is full whoever else comes


@dataclass(frozen=True, slots=True)
class Candidates:
    """People who would join in `month`; sponsor: by order of joining. today: as in a Forest."""

    month: Index
    path: Index
    sponsor: Index
    generation: Index
    key: Keys
    today: Index

    def part(self, chosen: Index | NDArray[np.bool_]) -> "Candidates":
        """Some of them."""
        rows = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
        return Candidates(*(getattr(self, name)[rows] for name in self.__slots__))

    @classmethod
    def together(cls, *parts: "Candidates") -> "Candidates":
        """All of several."""
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in cls.__slots__))


def grow_month_by_month(
    keys: Keys, own_recruits: Whole, behaviour: Behaviour, chosen: NDArray[np.bool_] | None = None
) -> Forest:
    """The forest of some paths; what is given is as for `growth.grow`. chosen: paths that are grown; None: all."""
    horizon, paths = len(own_recruits) - 1, len(keys)
    path, month, key = own_recruits_of(keys, own_recruits)
    waiting: list[list[Candidates]] = [[] for _ in range(horizon + 1)]  # by month
    nobody = np.full(len(path), ROOT)
    wait(waiting, Candidates(month, path, nobody, np.ones(len(path), dtype=np.int64), key, nobody))
    joined, total = np.zeros(paths), 0
    people: list[tuple[Candidates, Index]] = []
    if behaviour.today is not None:
        there, life = those_of_today(
            behaviour.today, keys, np.arange(paths) if chosen is None else np.flatnonzero(chosen)
        )
        people.append((there, np.minimum(life, horizon)))
        recruits = recruits_by(there, life, 0, behaviour, behaviour.places - joined, horizon)
        wait(waiting, who_fit(recruits.part(recruits.month <= horizon), joined, behaviour))
        total = len(life)
    for month_now in range(1, horizon + 1):
        if not waiting[month_now]:
            continue
        accepted = who_join(Candidates.together(*waiting[month_now]), joined, total, behaviour)
        waiting[month_now] = []
        joined += np.bincount(accepted.path, minlength=paths)
        life = behaviour.lives.of(accepted.key, Purpose.LIFE)
        people.append((accepted, np.minimum(life, horizon - month_now)))
        recruits = recruits_by(accepted, life, total, behaviour, behaviour.places - joined, horizon - month_now)
        # The room only shrinks, so whoever does not fit now will not later.
        wait(waiting, who_fit(recruits.part(recruits.month <= horizon), joined, behaviour))
        total += len(life)
    return in_order(paths, horizon, people)


def those_of_today(today: Today, keys: Keys, paths: Index) -> tuple[Candidates, Index]:
    """The people with whom some of the paths begin, one person after the other, and how long each of them acts."""
    who, path = np.repeat(np.arange(len(today)), len(paths)), np.tile(paths, len(today))
    key = today.keys(keys[paths], np.arange(len(today)))
    place = np.tile(np.arange(len(paths)), len(today))
    sponsor = np.where(today.above[who] == ROOT, ROOT, today.above[who] * len(paths) + place)
    there = Candidates(np.zeros(len(who), dtype=np.int64), path, sponsor, today.generation[who], key, who)
    return there, today.months_acted(key, who)


def who_join(candidates: Candidates, joined: Array, first: int, behaviour: Behaviour) -> Candidates:
    """Those who join in a month, of its candidates and of those whom newcomers bring along in it, who come after them.

    joined: up to the month before, by path. first: the number of the first of them by order of joining.
    """
    found: list[Candidates] = []
    room = behaviour.places - joined
    while len(candidates.path) or not found:
        accepted = within_room(who_fit(candidates, joined, behaviour), room)
        found.append(accepted)
        room = room - np.bincount(accepted.path, minlength=len(room))
        who, key = recruits_at_once(accepted.key, behaviour)
        came = accepted.part(who)
        candidates = Candidates(came.month, came.path, who + first, came.generation + 1, key, came.today)
        first += len(accepted.path)
    return Candidates.together(*found)


def wait(waiting: list[list[Candidates]], candidates: Candidates) -> None:
    """Puts candidates with those who wait for the same month, in their order."""
    order = np.argsort(candidates.month, kind="stable")
    months, first = np.unique(candidates.month[order], return_index=True)
    for month, start, end in zip(months.tolist(), first, np.append(first[1:], len(order)), strict=False):
        waiting[month].append(candidates.part(order[start:end]))


def who_fit(candidates: Candidates, joined: Array, behaviour: Behaviour) -> Candidates:
    """Those who would join with the share of the people within reach of their path who have not joined yet."""
    share = np.where(behaviour.places - joined >= 1, 1 - joined / behaviour.reach, 0.0)
    fit = uniform(drawn(candidates.key, Purpose.ROOM)) < share[candidates.path]
    return candidates if fit.all() else candidates.part(fit)


def recruits_by(
    members: Candidates, life: Index, first: int, behaviour: Behaviour, room: Array, left: int
) -> Candidates:
    """Whom those who joined in a month will recruit in their life as members, past the horizon too.

    first: the number of the first of them by order of joining. room: for more people of their path; nobody recruits for
    a full one. left: months to the horizon. Where far more than all places are sought before it, only those of the next
    months are drawn: these fill the path, and whom the same members would ask later finds no room.
    """
    number, enough = number_recruited(members.key, life, behaviour), TIMES_THE_PLACES * behaviour.places
    a_month = np.bincount(members.path, weights=number / np.maximum(life, 1), minlength=len(room))
    months = np.where(room < 1, 0, np.maximum(enough // np.maximum(a_month, 1e-9), 1))  # so many bring enough
    # Of members who would recruit far more in their life than there is room for, the months of the plan are enough.
    far_more = np.bincount(members.path, weights=number, minlength=len(room)) > MOST_DRAWN
    months, short = np.where(far_more, np.minimum(months, left), months), ((months < left) | far_more)[members.path]
    if short.any():
        life = np.where(short, np.minimum(life, months[members.path]), life).astype(np.int64)
        number = np.where(short, number_recruited(members.key, life, behaviour), number)
    who, month, key = recruits_of(members.key, members.month, life, number)
    nobody = np.full(len(who), ROOT)
    return Candidates(month, members.path[who], who + first, members.generation[who] + 1, key, nobody)


def within_room(candidates: Candidates, room: Array) -> Candidates:
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
        return Forest(paths, horizon, nobody, nobody, nobody, nobody, nobody, nobody.astype(np.uint64), nobody)
    joined = Candidates.together(*(part for part, _ in people))
    acts = np.concatenate([part for _, part in people])
    columns = (joined.path, joined.sponsor, joined.generation, joined.month, acts, joined.key, joined.today)
    by_joining = Forest(paths, horizon, *columns)
    return by_joining.rows(np.argsort(joined.generation, kind="stable"))
