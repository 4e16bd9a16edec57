"""The lines of the statement: the one place where the sign of a line is written.

Records hold positive magnitudes. `cash` is the sign with which a line enters net cash flow, `profit` the sign with
which it enters profit; 0 means that the line is not part of that view. `start` lines belong to getting started: they
are part of net cash flow, not of operating cash flow. Only tax may be negative: accrued in a month whose profit of the
year to date falls, since tax that was set aside is released; and paid where a loss lowered that on other income.

`step` and `income` have no default, so that nothing is left out of an order's price steps or of the income because
nobody thought of it; None is a decision. Tests hold what is declared here against what is computed.
"""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Literal

from planner.language import mark

CENT = 0.005  # of any currency: half a cent, below which an amount is the rounding of sums
BorneByAnOrder = Literal[
    "shelf_price", "charges", "vat", "goods", "goods_tax", "freight", "delivery", "refunds", "own_pay", "fixed_costs"
]


@dataclass(frozen=True, slots=True)
class LineItem:
    """One line: its name in data, its title on screen, its sign in each view.

    step: the price step of one order that holds it, None where an order bears nothing of it, such as start-up costs.
    income: whether profit of it counts in the income, as sales, as pay of the company or as pay in kind.
    vat_back: a cost, goods apart,
    whose VAT is got back.
    """

    name: str
    title: str
    step: BorneByAnOrder | None
    income: Literal["sales", "pay", "in_kind"] | None
    _: KW_ONLY
    cash: int
    profit: int
    start: bool = False
    vat_back: bool = False


LINE_ITEMS: tuple[LineItem, ...] = (
    LineItem("revenue", mark("Sales to customers"), "shelf_price", "sales", cash=+1, profit=+1),
    LineItem("refunds", mark("Refunds to customers"), "refunds", "sales", cash=-1, profit=-1),
    LineItem("margin_received", mark("Margin on orders sent direct, received"), "shelf_price", None, cash=+1, profit=0),
    LineItem("margin_earned", mark("Margin on orders sent direct, earned"), "shelf_price", "sales", cash=0, profit=+1),
    LineItem("commission_received", mark("Pay from the company, received"), "own_pay", None, cash=+1, profit=0),
    LineItem("commission_earned", mark("Pay from the company, earned"), "own_pay", "pay", cash=0, profit=+1),
    # Goods that need not be paid for: it takes from what is bought, and is no cash that comes in.
    LineItem("credit_used", mark("Goods paid with product credit, not cash"), None, "in_kind", cash=+1, profit=+1),
    LineItem("starter_kit_fee", mark("Starter kit"), None, None, cash=-1, profit=-1, start=True, vat_back=True),
    LineItem("startup_costs", mark("Other start-up costs"), None, None, cash=-1, profit=-1, start=True, vat_back=True),
    LineItem("contingency", mark("Contingency"), None, None, cash=-1, profit=-1, start=True, vat_back=True),
    LineItem("opening_stock", mark("Opening stock"), None, None, cash=-1, profit=0, start=True),
    LineItem("inventory_purchases", mark("Goods bought"), "goods", None, cash=-1, profit=0),
    LineItem("qualifying_purchases", mark("Goods bought only to be paid"), "fixed_costs", None, cash=-1, profit=0),
    LineItem("freight", mark("Freight on goods bought"), "freight", None, cash=-1, profit=-1, vat_back=True),
    LineItem("tax_on_goods", mark("Tax paid ahead on goods"), "goods_tax", None, cash=-1, profit=-1),
    LineItem("cost_of_goods_sold", mark("Cost of goods sold"), "goods", "sales", cash=0, profit=-1),
    LineItem("returned_goods", mark("Refunded goods back on the shelf"), "refunds", "sales", cash=0, profit=+1),
    LineItem("spoilage", mark("Goods spoiled, out of season or lost"), None, None, cash=0, profit=-1),
    LineItem("own_use", mark("Goods you use yourself"), None, None, cash=0, profit=-1),
    LineItem("samples", mark("Samples and gifts"), None, None, cash=0, profit=-1),
    LineItem("delivery_costs", mark("Delivery of orders"), "delivery", "sales", cash=-1, profit=-1, vat_back=True),
    LineItem("charges", mark("Shipping and fees charged to customers"), "charges", "sales", cash=+1, profit=+1),
    LineItem(
        "charges_handed_on", mark("Shipping and fees handed on"), "charges", "sales", cash=-1, profit=-1, vat_back=True
    ),
    LineItem("sales_tax_collected", mark("Sales tax collected"), "goods_tax", None, cash=+1, profit=+1),
    LineItem("sales_tax_handed_on", mark("Sales tax handed on"), "goods_tax", None, cash=-1, profit=-1),
    LineItem("company_fees", mark("Fees to the company"), "fixed_costs", None, cash=-1, profit=-1, vat_back=True),
    LineItem("operating_expenses", mark("Running costs"), "fixed_costs", None, cash=-1, profit=-1, vat_back=True),
    LineItem("interest", mark("Interest"), None, None, cash=-1, profit=-1),
    LineItem("vat_on_sales", mark("VAT in your sales"), "vat", "sales", cash=0, profit=-1),
    LineItem("vat_on_costs", mark("VAT back on your costs"), "vat", None, cash=0, profit=+1),
    LineItem("vat_paid", mark("VAT paid"), "vat", None, cash=-1, profit=0),
    LineItem("vat_refunded", mark("VAT paid back to you"), "vat", None, cash=+1, profit=0),
    LineItem("tax_accrued", mark("Tax on the year's profit so far"), None, None, cash=0, profit=-1),
    LineItem("tax_paid", mark("Tax paid"), None, None, cash=-1, profit=0),
    # What the person would have spent on such goods anyway: a line of its own, never income.
    LineItem("own_use_anyway", mark("Of own use, what you would have bought anyway"), None, None, cash=0, profit=0),
    # What the company gives in place of money, at its stated value: tax is counted on all of it, whatever it is worth.
    LineItem("in_kind_received", mark("Received in kind, at the value stated"), None, None, cash=0, profit=0),
    LineItem(
        "in_kind_anyway",
        mark("Received in kind, of it what you would have bought anyway"),
        None,
        None,
        cash=0,
        profit=0,
    ),
)
# Of the profit view, what a hobby is taxed on: sales and pay less the goods that were sold, and no other cost. What is
# handed on of what customers pay beside the price is no income of theirs.
GROSS_INCOME: tuple[str, ...] = ("revenue", "refunds", "margin_earned", "commission_earned", "vat_on_sales")
GROSS_INCOME += ("cost_of_goods_sold", "returned_goods", "charges", "charges_handed_on")
CASH_LINES = tuple(line for line in LINE_ITEMS if line.cash)
COSTS_WITH_VAT = tuple(line.name for line in LINE_ITEMS if line.vat_back)
GOODS_BOUGHT = ("inventory_purchases", "qualifying_purchases", "opening_stock")


def as_money_moves(sums: Mapping[str, float]) -> dict[str, float]:
    """The cash lines, each summed over months, as money moves: what credit pays is off the goods bought, and no line.

    sums: positive magnitudes by name. No more credit is used than goods are bought.
    """
    moved = {line.name: sums[line.name] for line in CASH_LINES if line.name != "credit_used"}
    credit = sums["credit_used"]
    for name in GOODS_BOUGHT:
        taken = min(credit, moved[name])
        moved[name], credit = moved[name] - taken, credit - taken
    return moved
