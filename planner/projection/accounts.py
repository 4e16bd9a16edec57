"""From what was traded to the statement: every line of money, VAT, interest and tax among them."""

import numpy as np
from numpy.typing import NDArray

from planner.inputs.terms import MONTHS_A_RENEWAL_COVERS, Terms
from planner.line_items import COSTS_WITH_VAT, GROSS_INCOME
from planner.projection.assumptions import Array, Assumptions
from planner.projection.funding import project_funding
from planner.projection.in_kind import in_kind_lines
from planner.projection.inventory import Inventory, StockCost, cost_stock, share_of
from planner.projection.order_costs import OrderCosts, order_costs
from planner.projection.passing import charges, sales_tax
from planner.projection.sales import Sales
from planner.projection.statement import Statement, total
from planner.projection.trading import Trading
from planner.projection.vat import goods_rates, part, registered, settled


def make_statement(assumptions: Assumptions, terms: Terms, sales: Sales, trading: Trading) -> Statement:
    """Trade first, then VAT on it, then interest and tax; month 0 holds what is paid at launch."""
    fees, fees_spread = (each * assumptions.cost_level for each in company_fees(terms, assumptions.horizon))
    extra = ordered(assumptions, terms, trading)
    lines = traded(assumptions, terms, sales, trading, extra) | {"company_fees": fees + extra.fee}
    shape = trading.inventory.sold.shape
    lines = {name: np.broadcast_to(line, shape) for name, line in lines.items()}
    sold_for = lines["revenue"] + lines["charges"]
    charged = registered(assumptions.tax, assumptions.start_month, sold_for, lines["refunds"])
    goods_rate = part(charged, goods_rates(assumptions.tax, assumptions.start_month, len(charged)))
    returns = assumptions.refund_share * assumptions.returned_to_shelf
    paid_for_goods = trading.wholesale_share * assumptions.price_level
    stock = cost_stock(trading.inventory, paid_for_goods, 1 - goods_rate, returns)
    lines |= goods_lines(stock) | vat_lines(assumptions, lines, charged, goods_rate)
    sold_at = trading.inventory.sold * assumptions.price_level
    beside = sales_tax(assumptions, terms.orders, lines["revenue"], sold_at, stock.cost_of_goods_sold)
    lines |= {"sales_tax_collected": beside.collected, "sales_tax_handed_on": beside.handed_on}
    lines["own_use_anyway"] = np.minimum(stock.own_use, assumptions.own_use_anyway * assumptions.price_level)
    lines |= in_kind_lines(terms.in_kind, stock.purchases + stock.qualifying)
    due = lines["vat_on_sales"] - lines["vat_on_costs"] - goods_rate * (stock.purchases + stock.qualifying)
    paid = settled(assumptions.tax, assumptions.start_month, due)
    lines |= {"vat_paid": np.maximum(paid, 0.0), "vat_refunded": np.maximum(-paid, 0.0)}
    refunds = assumptions.refund_share * (
        lines["revenue"] * (1 - goods_rate) + margin_on_direct(assumptions, sales, trading)
    )
    tax_back = assumptions.refund_share * beside.made_up  # which the state had from the company, and keeps
    deducted = refunds + tax_back if assumptions.tax.costs_deductible else refunds
    taxable = taxed(lines, costs=assumptions.tax.costs_deductible)
    funding = project_funding(assumptions, total(lines, "cash"), taxable, returns * stock.cost_of_goods_sold - deducted)
    lines |= {"interest": funding.interest, "tax_accrued": funding.tax_accrued, "tax_paid": funding.tax_paid}
    return Statement(
        lines=lines,
        spread_fees=np.broadcast_to(fees_spread + extra.fee, shape),
        spread_expenses=np.broadcast_to(assumptions.operating_expenses_spread, shape),
        vat_charged=charged,
        vat_due=due,
        closing_stock_value=stock.closing_value,
        commission_receivable=np.cumsum(lines["commission_earned"] - lines["commission_received"], axis=0),
        margin_receivable=np.cumsum(lines["margin_earned"] - lines["margin_received"], axis=0),
        refunds_to_come=refunds + tax_back + funding.tax_to_come,
        vat_owed=np.cumsum(due - paid, axis=0),
        tax_owed=funding.tax_owed,
        loan_balance=funding.loan_balance,
        card_balance=funding.card_balance,
        cash_balance=funding.cash_balance,
    )


def taxed(lines: dict[str, Array], *, costs: bool) -> Array:
    """Taxable profit before interest, (horizon + 1, scenarios). costs: whether others than goods sold are deducted."""
    received = lines["in_kind_received"]  # income as it comes, whatever it is worth and whenever it is used
    if not costs:
        return total({name: lines[name] for name in GROSS_INCOME}, "profit") + received
    # Own use is private: it is no cost that tax is lowered by.
    return total(lines, "profit") + lines["own_use"] + received - lines["credit_used"]


def goods_lines(stock: StockCost) -> dict[str, Array]:
    """The lines of goods bought and of what became of them."""
    return {
        "opening_stock": only_at_launch(stock.purchases),
        "inventory_purchases": stock.purchases - only_at_launch(stock.purchases),
        "qualifying_purchases": stock.qualifying,
        "cost_of_goods_sold": stock.cost_of_goods_sold,
        "returned_goods": stock.returned,
        "spoilage": stock.spoiled,
        "own_use": stock.own_use,
        "samples": stock.samples,
    }


def ordered(assumptions: Assumptions, terms: Terms, trading: Trading) -> OrderCosts:
    """What orders of goods cost beside the goods, (horizon + 1, scenarios); all goods of a month are one order."""
    goods = trading.inventory.purchased + trading.inventory.qualifying
    levels = assumptions.price_level, assumptions.cost_level
    return order_costs(terms.orders, assumptions, goods * trading.wholesale_share, goods, *levels)


def traded(
    assumptions: Assumptions, terms: Terms, sales: Sales, trading: Trading, extra: OrderCosts
) -> dict[str, Array]:
    """The lines of selling, pay and running costs, as they are before VAT is told apart. extra: of orders of goods."""
    goods = trading.inventory
    revenue = goods.sold * (1 - assumptions.discount) * assumptions.price_level
    margin = margin_on_direct(assumptions, sales, trading)
    margin_earned = margin - assumptions.refund_share * delayed(margin, 1)
    on_own = np.array([pay.on_own for pay in trading.pays])
    on_team = np.array([pay.on_team for pay in trading.pays])
    delivered = orders_delivered(assumptions, sales, goods)
    kit, freight, tax = (np.zeros((assumptions.horizon + 1, 1)) for _ in range(3))
    kit[0], freight[0], tax[0] = terms.starter_kit_fee, terms.orders.kit_freight, terms.orders.kit_tax
    return {
        "revenue": revenue,
        "refunds": assumptions.refund_share * delayed(revenue, 1),
        "margin_earned": margin_earned,
        "margin_received": delayed(margin_earned, terms.margin_lag_months),
        "commission_earned": on_own + on_team,
        "commission_received": delayed(on_own, terms.own_lag_months) + delayed(on_team, terms.payout_lag_months),
        "starter_kit_fee": kit,
        "startup_costs": assumptions.startup_costs,
        "contingency": assumptions.contingency,
        "freight": extra.freight + freight,
        "tax_on_goods": extra.tax + tax,
        "delivery_costs": assumptions.cost_per_order * delivered * assumptions.cost_level,
        **charges(assumptions, delivered),
        "operating_expenses": assumptions.operating_expenses,
    }


def orders_delivered(assumptions: Assumptions, sales: Sales, goods: Inventory) -> Array:
    """How many orders are brought out, those that waited among them, (horizon + 1, scenarios).

    Of the orders that are there to serve, the part that goods were sold for; of the rest, those that are not lost wait.
    """
    ordered = np.broadcast_to(sales.orders * (1 - assumptions.ship_direct_share), goods.sold.shape)
    worth = sales.forecast[: assumptions.horizon + 1] + delayed(goods.waiting, 1)
    served, waits = share_of(goods.sold, worth), np.where(goods.waiting > 0, 1 - assumptions.share_lost, 0.0)
    delivered, waited = np.zeros_like(goods.sold), np.zeros(goods.sold.shape[1:])
    for month in range(assumptions.horizon + 1):
        number = ordered[month] + waited
        delivered[month] = number * served[month]
        waited = (number - delivered[month]) * waits[month]
    return delivered


def margin_on_direct(assumptions: Assumptions, sales: Sales, trading: Trading) -> Array:
    """What orders that the company sends leave the distributor, before refunds of them; (horizon + 1, scenarios)."""
    return sales.direct * (1 - assumptions.discount - trading.wholesale_share) * assumptions.price_level


def vat_lines(
    assumptions: Assumptions, lines: dict[str, Array], charged: NDArray[np.bool_], in_goods: Array
) -> dict[str, Array]:
    """VAT in sales and what is charged beside them, less that of refunds of sales it was charged on; and VAT got back
    on costs other than goods.

    in_goods: of the price of goods, the part that is VAT.
    """
    if not charged.any():
        return dict.fromkeys(("vat_on_sales", "vat_on_costs"), np.broadcast_to(0.0, charged.shape))
    costs = np.asarray(sum(lines[name] for name in COSTS_WITH_VAT))
    return {
        "vat_on_sales": in_goods * (lines["revenue"] + lines["charges"]) - delayed(in_goods, 1) * lines["refunds"],
        "vat_on_costs": part(charged, assumptions.tax.vat_rate_on_costs) * costs,
    }


def delayed(earned: Array, lag: int) -> Array:
    """What is earned each month, as it arrives `lag` months later; what falls past the horizon is not in it."""
    received = np.zeros_like(earned)
    received[lag:] = earned[: max(len(earned) - lag, 0)]
    return received


def only_at_launch(line: Array) -> Array:
    """The line's month 0, and nothing after."""
    launch = np.zeros_like(line)
    launch[0] = line[0]
    return launch


def company_fees(terms: Terms, months: int) -> tuple[Array, Array]:
    """Renewal and website fees by month, and spread over the months they cover; each (months + 1, 1), before any rise.

    The renewal is paid in months 13, 25, ... and covers the twelve months that begin there.
    """
    month = np.arange(months + 1)
    website = np.where(month > terms.website_free_months, terms.website_fee, 0.0)
    website[0] = 0.0
    renewal = np.where([terms.renews_in(each) for each in range(months + 1)], terms.renewal_fee, 0.0)
    spread = np.where(month > MONTHS_A_RENEWAL_COVERS, terms.renewal_fee / MONTHS_A_RENEWAL_COVERS, 0.0)
    return (website + renewal)[:, None], (website + spread)[:, None]
