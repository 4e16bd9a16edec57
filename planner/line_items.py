"""The lines of the statement: the one place where the sign of a line is written.

Records hold positive magnitudes. `cash` is the sign with which a line enters net cash flow, `profit` the sign with
which it enters profit; 0 means that the line is not part of that view. `start` lines belong to getting started: they
are part of net cash flow, not of operating cash flow.
"""

from dataclasses import dataclass

from planner.language import mark


@dataclass(frozen=True, slots=True)
class LineItem:
    """One line: its name in data, its title on screen, its sign in each view."""

    name: str
    title: str
    cash: int
    profit: int
    start: bool = False


LINE_ITEMS: tuple[LineItem, ...] = (
    LineItem("revenue", mark("Sales to customers"), cash=+1, profit=+1),
    LineItem("commission_received", mark("Pay from the company, received"), cash=+1, profit=0),
    LineItem("commission_earned", mark("Pay from the company, earned"), cash=0, profit=+1),
    LineItem("starter_kit_fee", mark("Starter kit"), cash=-1, profit=-1, start=True),
    LineItem("startup_costs", mark("Other start-up costs"), cash=-1, profit=-1, start=True),
    LineItem("contingency", mark("Contingency"), cash=-1, profit=-1, start=True),
    LineItem("opening_stock", mark("Opening stock"), cash=-1, profit=0, start=True),
    LineItem("inventory_purchases", mark("Goods bought"), cash=-1, profit=0),
    LineItem("cost_of_goods_sold", mark("Cost of goods sold"), cash=0, profit=-1),
    LineItem("company_fees", mark("Fees to the company"), cash=-1, profit=-1),
    LineItem("operating_expenses", mark("Running costs"), cash=-1, profit=-1),
)
CASH_LINES = tuple(line for line in LINE_ITEMS if line.cash)
