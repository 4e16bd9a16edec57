"""A small invented team, the same for every plan but for how much is ordered, paid by a company's own plan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.analysis.team.explained.sale import Share, of_a_sale
from planner.analysis.team.paid import Payer
from planner.compensation.teams.pay import PaidMonth, pay_team
from planner.compensation.teams.placed.placement import Unplaced
from planner.compensation.teams.team import ROOT, Array, Bought, Orders, Team, TeamMonths
from planner.inputs.pay.limits.gates import CustomersGate, OutsideShareGate, SoldShareGate
from planner.inputs.pay.pay_plan import PayPlan

# Each after whoever recruited them: three levels below the one at the top, two below each at most.
SPONSORS = {"Ada": None, "Bo": "Ada", "Cia": "Ada", "Dan": "Bo", "Eva": "Bo", "Finn": "Cia", "Gil": "Dan"}
SIDES = {"Ada": 0, "Bo": 0, "Cia": 1, "Dan": 0, "Eva": 1, "Finn": 0, "Gil": 0}
SELLER = "Gil"  # whose orders go up the line; joined in the month
ORDERS = {"Ada": 1, "Bo": 2, "Cia": 1, "Dan": 1, "Eva": 1, "Finn": 1, "Gil": 2}  # times the least order
TO_CUSTOMERS = 0.5
CUSTOMERS = 10
LEAST_ORDER = 100.0  # points
TIMES = (1, 2, 5, 10, 20, 50, 100)
LONG_AGO = -1200


@dataclass(frozen=True, slots=True)
class Example:
    """The team paid. order: the least order of it, points. month: the one that is shown."""

    payer: Payer
    team: TeamMonths
    month: PaidMonth
    order: float

    @property
    def pays(self) -> bool:
        """Whether anybody is paid anything."""
        return bool(np.any(np.abs(self.month.pay) > 0))

    @property
    def shares(self) -> tuple[Share, ...]:
        """What those above are paid of the seller's orders, and by which part."""
        return of_a_sale(self.month, self.team.team.members.index(SELLER))


def example_of(payer: Payer) -> Example | None:
    """The team with the smallest round orders with which as many parts of the plan as can be pay something, and as many
    above the seller as can be are paid on the seller's orders.

    None where the plan cannot be paid on it at all. Everyone's orders are enough to be active, half of them by outside
    customers, or more where a gate asks for more.
    """
    found: list[Example] = []
    for order in orders_of(payer.plan):
        team = team_with(payer.plan, order)
        try:
            month = pay_team(payer.plan, team)[-1]
        except Unplaced:
            return None
        found.append(Example(payer, team, month, order))
    best = max(map(reach, found))
    return next(each for each in found if reach(each) == best)


def reach(example: Example) -> tuple[int, int]:
    """How many parts pay somebody, and of how many shares of one sale."""
    parts = sum(bool(np.any(np.abs(each) > 0)) for each in example.month.left)
    return parts, len(example.shares)


def orders_of(plan: PayPlan) -> Iterator[float]:
    """Round numbers of points, from what keeps everybody active and is asked of whoever is paid on."""
    points_of_sales = plan.minimum_sales * (plan.points_per_100_retail or 100.0) / 100
    points = max(LEAST_ORDER, plan.minimum_personal_volume, plan.points_of_ranks)
    asked = max(points, points_of_sales / share_to_customers(plan))
    size = 10.0 ** np.floor(np.log10(asked))
    least = float(next(size * times for times in (1, 2, 5, 10) if size * times >= asked))
    yield from (least * times for times in TIMES)


def share_to_customers(plan: PayPlan) -> float:
    """Half of what is ordered, or what a gate asks for."""
    return max([TO_CUSTOMERS, *(gate.least for gate in plan.gates if isinstance(gate, OutsideShareGate))])


def team_with(plan: PayPlan, order: float) -> TeamMonths:
    """The team and its one month of orders; a month before it where a gate looks at the purchase before."""
    names = list(SPONSORS)
    sponsors = [SPONSORS[name] for name in names]
    above = np.array([ROOT if each is None else names.index(each) for each in sponsors], dtype=np.int64)
    before = any(isinstance(gate, SoldShareGate) and gate.of == "last_purchase" for gate in plan.gates)
    months = ("2026-01", "2026-02") if before else ("2026-01",)
    joined = np.array([len(months) - 1 if name == SELLER else LONG_AGO for name in names], dtype=np.int64)
    team, place = Team.of(names, above, joined, above, np.array([SIDES[name] for name in names], dtype=np.int64))
    points = np.zeros(len(names))
    points[place] = [order * ORDERS[name] for name in names]
    new = team.joined == len(months) - 1
    bought, earlier = month_of(plan, points, new), month_of(plan, np.where(new, 0.0, points), np.zeros_like(new))
    return TeamMonths(team, months, (earlier, bought) if before else (bought,))


def month_of(plan: PayPlan, points: Array, new: NDArray[np.bool_]) -> Bought:
    """What everyone orders in a month, as sums and as single orders: of customers, at joining and the rest."""
    by_customers = points * share_to_customers(plan)
    joining = np.where(new, points - by_customers, 0.0)
    own = points - joining - by_customers
    kinds = [(by_customers, True, False), (joining, False, True), (own, False, False)]
    rows = [(np.flatnonzero(amount), amount, by, first) for amount, by, first in kinds]
    single = Orders(
        member=np.concatenate([each for each, *_ in rows]),
        points=np.concatenate([amount[each] for each, amount, *_ in rows]),
        value=np.concatenate([amount[each] * plan.value_of_point for each, amount, *_ in rows]),
        by_customer=np.concatenate([np.full(len(each), by) for each, _, by, _ in rows]),
        joining=np.concatenate([np.full(len(each), first) for each, _, _, first in rows]),
    )
    least = max([CUSTOMERS, *(gate.least for gate in plan.gates if isinstance(gate, CustomersGate))])
    customers = np.where(points > 0, float(least), 0.0)
    bought = Bought(points, points * plan.value_of_point, by_customers, joining, customers, orders=single)
    return replace(bought, sold=own + joining, used=np.zeros_like(points))
