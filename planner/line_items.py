"""The lines of the statement: the one place where the sign of a line is written.

Records hold positive magnitudes. `cash` is the sign with which a line enters net cash flow, `profit` the sign with
which it enters profit; 0 means that the line is not part of that view. `start` lines belong to getting started: they
are part of net cash flow, not of operating cash flow. Only tax accrued may be negative: in a month whose profit of the
year to date falls, tax that was set aside is released.
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
    LineItem("refunds", mark("Refunds to customers"), cash=-1, profit=-1),
    LineItem("margin_received", mark("Margin on orders sent direct, received"), cash=+1, profit=0),
    LineItem("margin_earned", mark("Margin on orders sent direct, earned"), cash=0, profit=+1),
    LineItem("commission_received", mark("Pay from the company, received"), cash=+1, profit=0),
    LineItem("commission_earned", mark("Pay from the company, earned"), cash=0, profit=+1),
    LineItem("starter_kit_fee", mark("Starter kit"), cash=-1, profit=-1, start=True),
    LineItem("startup_costs", mark("Other start-up costs"), cash=-1, profit=-1, start=True),
    LineItem("contingency", mark("Contingency"), cash=-1, profit=-1, start=True),
    LineItem("opening_stock", mark("Opening stock"), cash=-1, profit=0, start=True),
    LineItem("inventory_purchases", mark("Goods bought"), cash=-1, profit=0),
    LineItem("qualifying_purchases", mark("Goods bought only to be paid"), cash=-1, profit=0),
    LineItem("freight", mark("Freight on goods bought"), cash=-1, profit=-1),
    LineItem("cost_of_goods_sold", mark("Cost of goods sold"), cash=0, profit=-1),
    LineItem("returned_goods", mark("Refunded goods back on the shelf"), cash=0, profit=+1),
    LineItem("spoilage", mark("Goods spoiled or lost"), cash=0, profit=-1),
    LineItem("own_use", mark("Goods you use yourself"), cash=0, profit=-1),
    LineItem("samples", mark("Samples and gifts"), cash=0, profit=-1),
    LineItem("delivery_costs", mark("Delivery of orders"), cash=-1, profit=-1),
    LineItem("company_fees", mark("Fees to the company"), cash=-1, profit=-1),
    LineItem("operating_expenses", mark("Running costs"), cash=-1, profit=-1),
    LineItem("interest", mark("Interest"), cash=-1, profit=-1),
    LineItem("vat_on_sales", mark("VAT in your sales"), cash=0, profit=-1),
    LineItem("vat_on_costs", mark("VAT back on your costs"), cash=0, profit=+1),
    LineItem("vat_paid", mark("VAT paid"), cash=-1, profit=0),
    LineItem("vat_refunded", mark("VAT paid back to you"), cash=+1, profit=0),
    LineItem("tax_accrued", mark("Tax on the year's profit so far"), cash=0, profit=-1),
    LineItem("tax_paid", mark("Tax paid"), cash=-1, profit=0),
    # What the person would have spent on such goods anyway: a line of its own, never income.
    LineItem("own_use_anyway", mark("Of own use, what you would have bought anyway"), cash=0, profit=0),
)
CASH_LINES = tuple(line for line in LINE_ITEMS if line.cash)
