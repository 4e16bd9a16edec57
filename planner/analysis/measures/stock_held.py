"""How long the goods on the shelf last, and what of all goods bought is never sold."""

from dataclasses import dataclass

import numpy as np

from planner.projection.engine import Projection


@dataclass(frozen=True, slots=True)
class StockHeld:
    """Goods of one scenario, counted at shop price, beside the sales from the shelf of an average trading month.

    start, worst: months of such sales on the shelf at launch, and at the end of worst_month, in which it is most; None
    where nothing is sold from the shelf. bought: all goods bought, (money at shop price). left, used: shares of them
    that are on the shelf at the end or spoiled, and that one uses oneself or gives away; 0 where none are bought.
    """

    start: float | None
    worst: float | None
    worst_month: int
    bought: float
    left: float
    used: float

    @property
    def never_sold(self) -> float:
        """Share of all goods bought that no customer gets."""
        return self.left + self.used


def stock_held(projection: Projection) -> StockHeld:
    """What the shelf holds in the plan as entered."""
    goods = projection.inventory
    closing, sold = goods.closing[:, 0], goods.sold[:, 0]
    a_month = float(sold[1:].mean())
    worst = int(np.argmax(closing))
    bought = float((goods.purchased + goods.qualifying)[:, 0].sum())
    left = float(closing[-1] + goods.spoiled[:, 0].sum())
    used = float((goods.own_use + goods.used_up + goods.samples)[:, 0].sum())
    some = bought > 0
    return StockHeld(
        start=float(closing[0]) / a_month if a_month > 0 else None,
        worst=float(closing[worst]) / a_month if a_month > 0 else None,
        worst_month=worst,
        bought=bought,
        left=min(left / bought, 1.0) if some else 0.0,
        used=min(used / bought, 1.0) if some else 0.0,
    )
