"""Where an amount comes from: any cell of the statement as a tree, from its formula in words down to the inputs."""

from collections.abc import Callable, Mapping

from planner.analysis.case import Case
from planner.analysis.origin import costs, in_kind, order_costs, stock_cost, trade
from planner.analysis.origin.parts import TITLES, Amount, Origin, at, line_at, money
from planner.analysis.origin.pay import earned
from planner.analysis.origin.tax import of_the_year, sales_tax, vat
from planner.language import mark
from planner.line_items import LINE_ITEMS

EXPLAINED: Mapping[str, Callable[[Case, int], Origin]] = {
    "revenue": trade.revenue,
    "refunds": trade.refunds,
    "margin_received": trade.margin_received,
    "margin_earned": trade.margin_earned,
    "commission_received": earned.commission_received,
    "commission_earned": earned.commission_earned,
    "credit_used": in_kind.credit_used,
    "starter_kit_fee": costs.starter_kit_fee,
    "startup_costs": costs.startup_costs,
    "contingency": costs.contingency,
    "opening_stock": trade.opening_stock,
    "inventory_purchases": trade.inventory_purchases,
    "qualifying_purchases": trade.qualifying_purchases,
    "freight": order_costs.freight,
    "tax_on_goods": order_costs.tax_on_goods,
    "cost_of_goods_sold": stock_cost.cost_of_goods_sold,
    "returned_goods": stock_cost.returned_goods,
    "spoilage": stock_cost.spoilage,
    "own_use": stock_cost.own_use,
    "samples": stock_cost.samples,
    "delivery_costs": trade.delivery_costs,
    "charges": trade.charges,
    "charges_handed_on": trade.charges_handed_on,
    "sales_tax_collected": sales_tax.sales_tax_collected,
    "sales_tax_handed_on": sales_tax.sales_tax_handed_on,
    "company_fees": costs.company_fees,
    "operating_expenses": costs.operating_expenses,
    "interest": costs.interest,
    "vat_on_sales": vat.vat_on_sales,
    "vat_on_costs": vat.vat_on_costs,
    "vat_paid": vat.vat_paid,
    "vat_refunded": vat.vat_refunded,
    "tax_accrued": of_the_year.tax_accrued,
    "tax_paid": of_the_year.tax_paid,
    "own_use_anyway": stock_cost.own_use_anyway,
    "in_kind_received": in_kind.in_kind_received,
    "in_kind_anyway": in_kind.in_kind_anyway,
}
SUMS = ("net_cash_flow", "cumulative_cash_flow", "profit")
LINES = (*EXPLAINED, *SUMS)


def origin(case: Case, name: str, month: int) -> Origin:
    """A line of the statement in a month, or one of SUMS, with all that it follows from.

    The tree ends in inputs of the plan, figures of the company or the tax rules, and in what stood at the end of an
    earlier month, which is not opened further.
    """
    if name == "net_cash_flow":
        return _signed(case, name, month, "cash")
    if name == "profit":
        return _signed(case, name, month, "profit")
    if name == "cumulative_cash_flow":
        return _running_total(case, month)
    return EXPLAINED[name](case, month)


def _signed(case: Case, name: str, month: int, view: str) -> Origin:
    """The lines of a view, those that add to it and those that take from it."""
    parts = {
        line.name: origin(case, line.name, month)
        for line in LINE_ITEMS
        if getattr(line, view) and line_at(case, line.name, month)
    }
    signs = {line.name: getattr(line, view) for line in LINE_ITEMS}
    added, taken = (
        money(sum(part.value.value for line, part in parts.items() if signs[line] == sign)) for sign in (1, -1)
    )
    if view == "cash" and "credit_used" in parts:  # goods that need not be paid for: no money comes in
        credit = parts["credit_used"].value.value
        added, taken = money(added.value - credit), money(taken.value - credit)
    value = money(at(getattr(case.projection.statement, name), month))
    words = mark("{added} that comes in, less {taken} that goes out")
    if view == "profit":
        words = mark("{added} earned, less {taken} of costs")
    return Amount(TITLES[name], month, value, {"added": added, "taken": taken}).opened(
        words, lambda **lines: float(sum(signs[line] * amount for line, amount in lines.items())), **parts
    )


def _running_total(case: Case, month: int) -> Origin:
    total = case.projection.statement.cumulative_cash_flow
    before = Amount(mark("Running total of the month before"), month - 1, money(at(total, month - 1)))
    return Amount(TITLES["cumulative_cash_flow"], month, money(at(total, month))).opened(
        mark("{before} of the month before, and {flow} in this month"),
        lambda before, flow: before + flow,
        before=before.known(),
        flow=origin(case, "net_cash_flow", month),
    )
