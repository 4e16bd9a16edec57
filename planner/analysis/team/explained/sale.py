"""One member's orders going up the line: who is paid how much of them, and by which rule, from the rows of pay."""

from dataclasses import dataclass

import numpy as np

from planner.compensation.teams.pay import PaidMonth

HUNDRED = 100.0


@dataclass(frozen=True, slots=True)
class Share:
    """earner: by place. part: its place in the plan, from 0; step: of it. rate: of the row. amount: money that is paid
    of every 100 of the orders, after gates, caps and rounding. detail: by name, as the kind tells it on a receipt.
    """

    earner: int
    part: int
    step: int
    rate: float
    amount: float
    detail: dict[str, float]


def of_a_sale(month: PaidMonth, seller: int) -> tuple[Share, ...]:
    """Every row of the month that rests on this member's orders, the nearest above first; of parts that rest on
    nobody's orders alone there is none.
    """
    value = float(month.month.all_bought.value[seller])
    found: list[Share] = []
    for place, part in enumerate(month.parts):
        if not value or not part.part.rests_on_orders():
            continue
        share = month.share_paid(place)
        for rows in part.flows():
            for row in np.flatnonzero(rows.source == seller).tolist():
                earner = int(rows.earner[row])
                amount = float(rows.amount[row] * share[earner]) * HUNDRED / value
                if amount:
                    detail = {name: float(values[row]) for name, values in rows.detail.items()}
                    found.append(Share(earner, place, rows.step, float(rows.rate[row]), amount, detail))
    return tuple(sorted(found, key=lambda each: -each.earner))


def alone(month: PaidMonth) -> tuple[int, ...]:
    """The parts, by their places, that pay somebody and rest on nobody's orders alone, so that a sale has no share."""
    return tuple(
        place
        for place, part in enumerate(month.parts)
        if not part.part.rests_on_orders() and bool(np.any(np.abs(month.left[place]) > 0))
    )
