"""The middle of the runs, where one run would be luck: the tenth of them around the middle one, on average."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.analysis.measures.income_sources import IncomeSources, retail_profit
from planner.line_items import CASH_LINES, LINE_ITEMS
from planner.projection.assumptions import Array
from planner.simulation.engine import Simulation

PART = 10  # the middle tenth: enough runs that no single one shows, and all of them near the middle. A judgement.


@dataclass(frozen=True, slots=True)
class Middle:
    """Averages over the runs around the middle one by result, up to the month that each works; in the plan's currency.

    runs: how many there are, stopped: in how many of them the distributor stops before the horizon. lines: what each
    line of the statement comes to in all, by its name, positive magnitudes. result: what they come to. income: what
    their income comes from, a loss on sales in some runs counted against the profit in others.
    """

    runs: int
    stopped: int
    lines: Mapping[str, float]
    result: float
    income: IncomeSources

    @property
    def left(self) -> float:
        """Cash in less out, of all lines together."""
        return sum(line.cash * self.lines[line.name] for line in CASH_LINES)

    @property
    def to_come(self) -> float:
        """Between cash and the result: what is earned and still to come, less what is owed on it."""
        return self.result - self.left


def middle(simulation: Simulation) -> Middle:
    """The averages of a tenth of the runs, of one at least: as many below the middle as above it."""
    found = simulation.outcome
    chosen = middle_runs(found.result)
    lines = {line.name: found.lines[place, chosen] for place, line in enumerate(LINE_ITEMS)}
    pay = (found.pay_own, found.pay_sold, found.pay_team, found.pay_joining)
    own, sold, team, joining = (float(each[chosen].mean()) for each in pay)
    resold = simulation.plan.team.member_resold_share
    return Middle(
        runs=len(chosen),
        stopped=int((found.last_month[chosen] < simulation.plan.horizon_months).sum()),
        lines={name: float(totals.mean()) for name, totals in lines.items()},
        result=float(found.result[chosen].mean()),
        income=IncomeSources(
            retail_profit=float(retail_profit(lines).mean()),
            own_sold_on=sold,
            own_used=own - sold,
            team_sold_on=team * resold,
            team_used=team * (1 - resold),
            on_joining=joining,
            in_kind=float(lines["credit_used"].mean()),
        ),
    )


def middle_runs(result: Array) -> Array:
    """Which runs are around the middle one, in the order of their results, which are (paths,)."""
    number = max(len(result) // PART, 1)
    first = (len(result) - number) // 2
    return np.asarray(np.argsort(result, kind="stable")[first : first + number])
