"""The taxable profit of a year so far, and the losses of earlier years that are taken off it."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, at, line_at, money
from planner.analysis.origin.tax.vat import line_of_its_own
from planner.language import mark
from planner.line_items import GROSS_INCOME, LINE_ITEMS
from planner.messages import Message
from planner.projection.assumptions import Array
from planner.projection.income_tax import loss_used
from planner.timeline import calendar_month

SIGNS = {item.name: item.profit for item in LINE_ITEMS}
CARRIED = Message(mark("Carried over where the rules carry losses over, else none."))
BEFORE_IN_THE_YEAR = Message(mark("The months of the year until the one before, added up."))


def months_of_the_year(case: Case, month: int) -> range:
    """The months of the plan in the calendar year of a month, up to this one."""
    january = month - calendar_month(case.projection.assumptions.start_month, month).month + 1
    return range(max(january, 0), month + 1)


def taxable(case: Case) -> Array:
    """Profit before tax by month, own use not taken off; of a hobby, sales and pay less goods sold.

    Pay in kind counts in the month in which it is received.
    """
    statement = case.projection.statement
    received = statement.lines["in_kind_received"]
    if not case.projection.assumptions.tax.costs_deductible:
        return np.asarray(sum(SIGNS[name] * statement.lines[name] for name in GROSS_INCOME) + received)[:, 0]
    added_back = statement.lines["tax_accrued"] + statement.lines["own_use"] - statement.lines["credit_used"]
    return (statement.profit + added_back + received)[:, 0]


def losses_carried(case: Case, month: int) -> float:
    """Losses of the years before that lower the profit of the year of a month."""
    if not case.projection.assumptions.tax.carries_losses:
        return 0.0
    first, profit, carried = months_of_the_year(case, month)[0], taxable(case), 0.0
    year_ends = (each for each in range(first) if calendar_month(case.plan.start_month, each).month == 12)
    for last in year_ends:
        year = months_of_the_year(case, last)
        carried = max(carried - float(profit[year[0] : last + 1].sum()), 0.0)
        carried -= loss_used_in_the_year(case, carried, last)
    return carried


def loss_used_in_the_year(case: Case, loss: float, month: int) -> float:
    """Of a loss of the year of a month, earlier ones in it, what lowers other income."""
    terms, start = case.projection.assumptions.tax, case.plan.start_month
    year = calendar_month(start, month).year - calendar_month(start, 0).year
    return float(loss_used(terms, np.asarray(loss), year))


def profit_of_the_year(case: Case, month: int) -> Origin:
    """The year's taxable profit until the end of a month, never below zero."""
    profit = taxable(case)
    months, losses = months_of_the_year(case, month), losses_carried(case, month)
    earlier = float(profit[months[0] : month].sum())
    before = Amount(mark("Taxable profit of the months of the year before it"), month - 1, money(earlier))
    carried = Amount(mark("Losses of earlier years"), month, money(losses))
    value = money(max(float(profit[month]) + earlier - losses, 0.0))
    return Amount(mark("Taxable profit of the year so far"), month, value).opened(
        mark(
            "{this_month} this month and {before} before it, less {losses} of losses of earlier years; never below zero"
        ),
        lambda this_month, before, losses: max(this_month + before - losses, 0.0),
        this_month=taxable_of_the_month(case, month, float(profit[month])),
        before=before.known(BEFORE_IN_THE_YEAR),
        losses=carried.known(CARRIED),
    )


def taxable_of_the_month(case: Case, month: int, profit: float) -> Origin:
    """What the month adds to the year's taxable profit."""
    amount = Amount(mark("Taxable profit of the month"), month, money(profit))
    if case.projection.assumptions.tax.costs_deductible:
        return taxable_of_a_business(case, amount, month)
    return taxable_of_a_hobby(case, amount, month)


def has_pay_in_kind(case: Case, month: int) -> bool:
    """Whether pay in kind is received or used in a month."""
    return bool(line_at(case, "in_kind_received", month) or line_at(case, "credit_used", month))


def taxable_of_a_hobby(case: Case, amount: Amount, month: int) -> Origin:
    """Sales and pay less goods sold."""
    words = mark("Sales and pay less refunds and what the goods cost that were sold: of a hobby no other cost counts.")
    lines = {name: line_of_its_own(case, name, month) for name in GROSS_INCOME}
    if has_pay_in_kind(case, month):
        lines["in_kind_received"] = line_of_its_own(case, "in_kind_received", month)
        words = mark(
            "Sales and pay, that in kind too, less refunds and what the goods cost that were sold: of a hobby no "
            "other cost counts."
        )
    return amount.opened(
        words,
        lambda **lines: (
            sum(SIGNS[name] * value for name, value in lines.items() if name in GROSS_INCOME)
            + lines.get("in_kind_received", 0.0)
        ),
        ("tax", "activity"),
        **lines,
    )


def taxable_of_a_business(case: Case, amount: Amount, month: int) -> Origin:
    """Profit before tax, own use not taken off."""
    words = mark("{profit} of profit, with {tax} of tax and {own_use} of own use added back")
    in_kind = {}
    if has_pay_in_kind(case, month):
        in_kind = {name: line_of_its_own(case, name, month) for name in ("in_kind_received", "credit_used")}
        words = mark(
            "{profit} of profit, with {tax} of tax and {own_use} of own use added back; of pay in kind, "
            "{in_kind_received} that is received counts, and not {credit_used} that is used"
        )
    return amount.opened(
        words,
        lambda profit, tax, own_use, in_kind_received=0.0, credit_used=0.0: (
            profit + tax + own_use + in_kind_received - credit_used
        ),
        profit=Amount(mark("Profit"), month, money(at(case.projection.statement.profit, month))).known(
            Message(mark("All lines of the profit view, with their signs."))
        ),
        tax=line_of_its_own(case, "tax_accrued", month),
        own_use=line_of_its_own(case, "own_use", month),
        **in_kind,
    )
