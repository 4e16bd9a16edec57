"""Teams and what stands around the parts of a pay plan, drawn at random: small, with thresholds just met and missed."""

import os
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.random import Generator

from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.pay import pay_team
from planner.compensation.teams.team import ROOT, Bought, Team, TeamMonths
from planner.inputs.pay.pay_plan import PayPlan
from tests.planner.compensation.teams_that_exist.by_hand import receipts_add_up

SEEDS = range(300 * int(os.environ.get("RANDOM_CASES_TIMES", "1")))
POINTS = (0.0, 0.0, 10.0, 20.0, 30.0, 50.0, 100.0, 250.5)
STEPS = (0.0, 20.0, 50.0, 100.0, 200.0, 400.0)


def draw_team(random: Generator, months: int = 1, titles: tuple[str, ...] = ()) -> TeamMonths:
    """Up to 16 members; some tall, some broad. titles: of which each came in with one, or with none."""
    count = int(random.integers(1, 17))
    tall = random.random() < 0.4
    above = np.array([ROOT, *(int(random.integers(max(0, n - 2) if tall else 0, n)) for n in range(1, count))])
    joined = np.array(
        [int(random.integers(0, months)) if place and random.random() < 0.3 else 0 for place in range(count)]
    )
    shuffled = random.permutation(count)
    place_of = np.argsort(shuffled)
    moved = np.array([ROOT if above[each] == ROOT else place_of[above[each]] for each in shuffled], dtype=np.int64)
    team, _ = Team.of([f"m{each}" for each in range(count)], moved, joined[shuffled].astype(np.int64))
    bought = []
    for _ in range(months):
        points = random.choice(POINTS, count)
        worth = points if random.random() < 0.5 else points * random.choice((0.5, 1.0, 1.25), count)
        share = random.choice((0.0, 0.5, 1.0), count)
        first = np.where(random.random(count) < 0.2, points, 0.0)
        bought.append(Bought(points, worth, points * share, first, random.integers(0, 6, count).astype(float)))
    names = tuple(f"2026-{number + 1:02d}" for number in range(months))
    came = tuple(str(random.choice(("", *titles))) for _ in range(count)) if titles else None
    return TeamMonths(team, names, tuple(bought), came)


def draw_placement(random: Generator, months: TeamMonths, places: int) -> TeamMonths:
    """The same team, everybody on an open place under somebody before them, whoever their sponsor is.

    Of some teams the file says for some members not on which place, or under whom alone.
    """
    count = len(months.team)
    under, side = np.full(count, ROOT, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for member in range(1, count):
        taken = set(zip(under[1:member].tolist(), side[1:member].tolist(), strict=True))
        free = [(up, place) for up in range(member) for place in range(places) if (up, place) not in taken]
        under[member], side[member] = free[int(random.integers(len(free)))]
    stated = side if random.random() < 0.5 else np.where(random.random(count) < 0.5, side, -1)
    return replace(
        months, team=replace(months.team, placed_under=under, side=None if random.random() < 0.2 else stated)
    )


def draw_frame(random: Generator, *, most_ranks: int = 4, rates: bool = False) -> dict[str, Any]:
    """What a plan says beside its parts: activity, ranks that rise, and for some from where on a group breaks away.

    rates: whether the ranks have rates, which rise with them but for some that have the one of the rank below.
    """
    count = int(random.integers(1 if rates else 0, most_ranks + 1))
    ranks: list[dict[str, Any]] = []
    rate, group, own = 0.0, 0.0, 0.0
    for number in range(count):
        group += float(random.choice((20.0, 50.0, 100.0, 200.0)))
        own = max(own, float(random.choice((0.0, 0.0, 10.0, 20.0, 50.0))))
        rank: dict[str, Any] = {"name": f"R{number + 1}", "group_volume": group, "personal_volume": own}
        if random.random() < 0.3:
            rank["frontline"] = int(random.integers(0, 3))
        rate += float(random.choice((0.0, 0.03, 0.05)))
        ranks.append(rank | {"rate": rate} if rates else rank)
    frame: dict[str, Any] = {
        "minimum_personal_volume": float(random.choice((0.0, 20.0, 30.0))),
        "ranks": ranks,
        "threshold": str(random.choice(("reached", "passed"))),
    }
    if ranks and random.random() < 0.7:
        rank_name = f"R{int(random.integers(1, count + 1))}"
        frame["breakaway"] = {"rank": rank_name, "ranks_by": str(random.choice(("group", "total")))}
    return frame


def names_of(frame: dict[str, Any]) -> tuple[str, ...]:
    """The names of its ranks."""
    return tuple(rank["name"] for rank in frame["ranks"])


def last_month(plan: PayPlan, months: TeamMonths) -> tuple[TeamMonth, list[float], bool]:
    """The last month, what each is paid in it, and whether everybody's receipt comes to their pay."""
    last = pay_team(plan, months)[-1]
    return last.month, last.pay.tolist(), receipts_add_up(last)
