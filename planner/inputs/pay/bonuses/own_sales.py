"""Pay on what somebody sells or buys themselves, by how much it is: in a month, or in an order."""

from typing import ClassVar, Literal

from pydantic import Field

from planner.inputs.cited.figure import MOST_VALUE
from planner.inputs.cited.source import LEAST_AMOUNT
from planner.inputs.pay.brackets import Bracketed

Volume = Literal["customers", "all"]


class OwnSales(Bracketed):
    """volume: what is paid on: what outside "customers" bought, or "all", own use with it. reached_by: what decides the
    bracket, in the same two words; measured_in "points", the commissionable "value", or "base": the money that is
    paid on.

    by: whether the volume of a "month" or of each single "order" decides; by order a team's file states its orders.
    base_per_value: the money that is paid on for 1 of commissionable value: 1.25 where shop price is paid on and goods
    count for 80 % of it. needs_active: whether somebody who is not active is paid nothing.
    """

    on_orders: ClassVar[bool] = True

    rule: Literal["own_sales"]
    volume: Volume = "customers"
    reached_by: Volume = "customers"
    measured_in: Literal["points", "value", "base"] = "points"
    by: Literal["month", "order"] = "month"
    base_per_value: float = Field(1.0, ge=LEAST_AMOUNT, le=MOST_VALUE)
    needs_active: bool = True

    def wants_orders(self) -> bool:
        """Each order by itself decides."""
        return self.by == "order"
