"""Amounts for a rank on a team that exists: whose they are this month, and what is still to be paid in parts."""

from collections.abc import Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.books import Books
from planner.compensation.teams.flow import Flow, Flows, flow, of_each
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import ROOT
from planner.inputs.pay.bonuses.rank_bonus import RankBonus

Left = NDArray[np.int64]  # how many parts are still to be paid, this month's among them, (amounts, members)


def pay_rank_bonus(part: RankBonus, month: TeamMonth, books: Books) -> tuple[Flows, Left | None]:
    """What everybody is paid for ranks, a step each listed amount, and how many parts are left after the month."""
    numbers = numbers_of(part, month)
    if part.paid == "while_held":
        held = chosen(part, numbers, month.rank >= numbers)
        left = held.astype(np.int64)
    else:
        reached = chosen(part, numbers, (numbers > month.title_before) & (numbers <= month.title))
        before = np.zeros(reached.shape, dtype=np.int64) if books.kept is None else books.kept
        left = np.where(reached, part.over_months, before)
    due = (left > 0) & may_be_paid(part, month, numbers)
    rows = of_each(partial(rows_of, part, due, left))
    return rows, None if part.paid == "while_held" else np.maximum(left - 1, 0)


def numbers_of(part: RankBonus, month: TeamMonth) -> NDArray[np.intp]:
    """The rank of each amount by its number in the plan, a column."""
    return np.array([[month.plan.rank_names.index(row.rank) + 1] for row in part.amounts], dtype=np.intp)


def chosen(part: RankBonus, numbers: NDArray[np.intp], some: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of the amounts that come into question for each member, all, or that of the highest rank."""
    if part.of_ranks == "each":
        return some
    highest = np.where(some, numbers, 0).max(axis=0)
    return np.asarray(some & (numbers == highest))


def may_be_paid(part: RankBonus, month: TeamMonth, numbers: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whether each member has what a month's amount asks for, (amounts, members)."""
    asked = {
        "rank": month.rank >= numbers,
        "active": np.broadcast_to(month.active, (len(numbers), len(month.team))),
        "nothing": np.ones((len(numbers), len(month.team)), dtype=np.bool_),
    }[part.needs]
    return asked if part.from_rank is None else asked & month.paid_from(part.from_rank)


def rows_of(part: RankBonus, due: NDArray[np.bool_], left: Left) -> Iterator[Flow]:
    """The rows of what is due; details: which of the parts it is, 1 the first."""
    for place, row in enumerate(part.amounts):
        members = np.flatnonzero(due[place])
        which = (part.over_months - left[place][members] + 1).astype(np.float64)
        nobody = np.full(len(members), ROOT, dtype=np.int64)
        yield flow(
            place + 1, members, nobody, np.full(len(members), row.amount), 1 / part.over_months, instalment=which
        )
