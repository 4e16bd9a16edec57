"""Whose orders a plan's pay rests on, month by month, in the mean of its runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from planner.analysis.team.rests_on import split
from planner.analysis.whose_orders.run_draws import draws_by_pay_plan
from planner.compensation.teams.bonuses.joining import share_of
from planner.compensation.teams.month import Past, TeamMonth
from planner.compensation.teams.on_orders import joining_share, shares
from planner.compensation.teams.pay import PaidMonth
from planner.compensation.teams.team import Array, Bought, Index, Team
from planner.inputs.company.company import Company
from planner.inputs.pay.part import Part
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import USUAL_PATHS, Progress, blocks, expected_person_months, paths_drawn
from planner.simulation.forest_payer import Watch
from planner.simulation.paths import Draws, draw_paths
from planner.simulation.workers import Maps

LEVELS = 8  # told apart by how far below the distributor somebody stands; the last holds everybody deeper too


@dataclass(frozen=True, slots=True, eq=False)
class RestsByMonth:
    """What runs are paid by what it rests on, summed over them: (horizon + 1,) each, by_level (levels, horizon + 1).

    by_level: on what members buy themselves, by how far below the distributor they stand, 1 for their own recruits.
    customers: on what outside customers bought, the distributor's own and those of members. joining: on first orders,
    all of each, as where the income comes from is told. largest_leg: through whichever of the legs brings most in the
    month, all of what it rests on. pay: of each run, (horizon + 1, runs). All in the plan's currency, at the prices of
    its month, as it is earned. points: what is ordered below, by whom: outside customers, first orders, and members
    themselves by level, (2 + levels, horizon + 1).
    """

    customers: Array
    own_buying: Array
    by_level: Array
    joining: Array
    other: Array
    largest_leg: Array
    points: Array
    pay: Array

    @classmethod
    def together(cls, parts: "Sequence[RestsByMonth]") -> "RestsByMonth":
        """Of the runs of several, in their order."""
        sums = {
            name: np.sum([getattr(part, name) for part in parts], axis=0) for name in cls.__slots__ if name != "pay"
        }
        return cls(**sums, pay=np.concatenate([part.pay for part in parts], axis=1))


@dataclass(frozen=True, slots=True, eq=False)
class WhoseOrders:
    """Of a plan on a company: the mean of so many runs, by month; asked: how many runs were asked for."""

    plan: Plan
    company: Company
    found: RestsByMonth
    asked: int

    @property
    def runs(self) -> int:
        """How many were drawn, fewer than asked for where teams are large."""
        return int(self.found.pay.shape[1])

    def pay(self, month: int) -> float:
        """All pay of a month, in the mean."""
        return float(self.found.pay[month].mean())

    def by_source(self, month: int) -> dict[str, float]:
        """Pay of a month in the mean, by what it rests on: customers, own_buying, level_1 and so on, joining, other."""
        sums = {name: getattr(self.found, name)[month] for name in ("customers", "own_buying")}
        sums |= {f"level_{level}": of[month] for level, of in enumerate(self.found.by_level, start=1)}
        sums |= {name: getattr(self.found, name)[month] for name in ("joining", "other")}
        return {name: float(amount) / self.runs for name, amount in sums.items()}

    def ordered_below(self, month: int) -> dict[str, float]:
        """Points that come below the distributor in a month, in the mean, by whose orders they are."""
        customers, joining, *levels = (float(each) / self.runs for each in self.found.points[:, month])
        by_level = {f"level_{level}": points for level, points in enumerate(levels, start=1)}
        return {"customers": customers, **by_level, "joining": joining}

    def through_largest_leg(self, month: int) -> float:
        """Of the pay of a month, in the mean, what comes through the one leg that brings most."""
        return float(self.found.largest_leg[month]) / self.runs

    def last_paid_month(self) -> int:
        """The last month with any pay; that at the end of the plan where there is none."""
        paid = np.flatnonzero(self.found.pay.sum(axis=1) > 0)
        return int(paid[-1]) if len(paid) else len(self.found.pay) - 1

    def middle_run(self, month: int) -> int | None:
        """The run, from 0, whose pay of a month is the middle one of those that are paid anything; None of none."""
        pay = self.found.pay[month]
        order = np.argsort(pay, kind="stable")
        paid = order[pay[order] > 0]
        return int(paid[len(paid) // 2]) if len(paid) else None

    def runs_paid(self, month: int) -> int:
        """In how many runs a month is paid anything."""
        return int(np.count_nonzero(self.found.pay[month] > 0))


def whose_orders(
    plan: Plan,
    company: Company,
    runs: int = USUAL_PATHS,
    executor: Maps | None = None,
    progress: Progress | None = None,
) -> WhoseOrders | None:
    """The runs of the headline, carried through to the horizon; None where no rule of the company's is computed.

    executor, progress: as of `engine.simulate`.
    """
    draws = draws_by_pay_plan(plan, company)
    if draws is None:
        return None
    people = expected_person_months(draws.assumptions)
    starts, numbers = blocks(people, 1, paths_drawn(float(people.max()), runs))
    one = partial(rests_of_block, draws, plan.chance.seed)
    parts = []
    for part in map(one, starts, numbers) if executor is None else executor.map(one, starts, numbers):
        parts.append(part)
        if progress is not None:
            progress(len(parts) / len(starts))
    return WhoseOrders(plan, company, RestsByMonth.together(parts), runs)


def rests_of_block(draws: Draws, seed: int, first: int, number: int) -> RestsByMonth:
    """Of so many runs from the first on."""
    gathered = Gathered(draws, number)
    draw_paths(draws, seed, first, number, Watch(gathered.see))
    return gathered.found


class Gathered:
    """Looks on while runs are paid, and sums what the distributors are paid by what it rests on."""

    def __init__(self, draws: Draws, runs: int) -> None:
        """Nothing is gathered yet."""
        months = draws.assumptions.horizon + 1
        self._terms, self._level, self._runs = draws.terms, draws.assumptions.price_level[:, 0], runs
        names = ("customers", "own_buying", "joining", "other", "largest_leg")
        sums = {name: np.zeros(months) for name in names}
        by_level, points = np.zeros((LEVELS, months)), np.zeros((2 + LEVELS, months))
        self.found = RestsByMonth(**sums, by_level=by_level, points=points, pay=np.zeros((months, runs)))

    def see(self, month: int, paid: PaidMonth, _before: Past) -> None:
        """As of a Watch."""
        if not self._terms.pays_in(month):
            return
        times, found = self._terms.pay_times * float(self._level[month]), self.found
        team, of_legs, known = paid.month.team, np.zeros(len(paid.month.team)), KnownShares()
        level = np.minimum(level_of(team), LEVELS)
        found.points[:, month] = self._ordered(paid.month.all_bought, level)
        for place, part in enumerate(paid.parts):
            share = paid.share_paid(place)[: self._runs] * times
            for rows in part.flows():
                mine = rows.of(np.flatnonzero(rows.earner < self._runs))
                below = mine.source >= self._runs
                for name, amounts in split(part, mine, paid, known.of):
                    amount = amounts * share[mine.earner]
                    found.pay[month] += np.bincount(mine.earner, weights=amount, minlength=self._runs)
                    if name != "other":
                        of_legs += np.bincount(mine.source[below], weights=amount[below], minlength=len(team))
                    if name == "recruits_buying":
                        at = np.bincount(level[mine.source], weights=amount, minlength=LEVELS + 1)
                        found.by_level[:, month] += at[1:]
                    else:
                        getattr(found, NAMES[name])[month] += amount.sum()
        found.largest_leg[month] = most_of_a_leg(team, of_legs).sum()

    def _ordered(self, bought: Bought, level: Index) -> Array:
        """The points of everybody below, as RestsByMonth has them; what customers bought is of what is no first order,
        as KnownShares has it.
        """
        below = slice(self._runs, None)
        points, joining, customers = bought.points[below], bought.joining[below], bought.by_customers[below]
        sold = customers * (1.0 - share_of(joining, points))
        own = np.bincount(level[below], weights=points - joining - sold, minlength=LEVELS + 1)[1:]
        return np.array([sold.sum(), joining.sum(), *own])


NAMES = {"customers": "customers", "own_buying": "own_buying", "joining_orders": "joining", "other": "other"}


class KnownShares:
    """What customers and first orders are of what each bought, told once a part and month.

    A first order is one in full, and what members sell on is that share of the rest: as a plan states it.
    """

    def __init__(self) -> None:
        """Nothing is told yet."""
        self._known: dict[int, tuple[Array, Array]] = {}

    def of(self, part: Part, month: TeamMonth) -> tuple[Array, Array]:
        """As of Shares."""
        if id(part) not in self._known:
            customers, joining = shares(part, month)[0], joining_share(part, month)
            self._known[id(part)] = customers * (1.0 - joining), joining
        return self._known[id(part)]


def level_of(team: Team) -> Index:
    """How many stand above each up to whoever stands at the top, who counts too; 0 of those at the top."""
    found = np.zeros(len(team), dtype=np.int64)
    for rows in team.generations[1:]:
        found[rows] = found[team.above[rows]] + 1
    return found


def most_of_a_leg(team: Team, amounts: Array) -> Array:
    """Of each at the top, what the leg with the most comes to; amounts: a place each member."""
    summed = amounts.copy()
    for rows in reversed(team.generations[2:]):
        np.add.at(summed, team.above[rows], summed[rows])
    most = np.zeros(team.tops.stop)
    if len(team.generations) > 1:
        first = team.generations[1]
        np.maximum.at(most, team.above[first], summed[first])
    return most
