"""Where VAT comes from: what is in sales, what is got back on costs, and what is settled for a period."""

from planner.analysis.case import Case
from planner.analysis.origin.parts import TITLES, Amount, Origin, at, line_at, money
from planner.analysis.origin.tax.rules import NEVER_CHARGED, vat_part
from planner.analysis.origin.trade import charges, line, refunds, revenue
from planner.language import mark
from planner.line_items import COSTS_WITH_VAT
from planner.messages import Message, Quantity
from planner.timeline import calendar_month

LINE_OF_ITS_OWN = Message(mark("A line of its own in the statement."))


def line_of_its_own(case: Case, name: str, month: int) -> Origin:
    """A line that is opened where it stands."""
    return line(case, name, month).known(LINE_OF_ITS_OWN)


def vat_on_sales(case: Case, month: int) -> Origin:
    """VAT in the sales of a month and in what is charged beside them, less that in what is refunded."""
    beside = {"charged": charges(case, month)} if line_at(case, "charges", month) else {}
    if beside:
        words = mark(
            "{now} of {sales} in sales and of {charged} charged beside them, less {then} of {refunds} in refunds of "
            "the month before's sales"
        )
    else:
        words = mark("{now} of {sales} in sales, less {then} of {refunds} in refunds of the month before's sales")
    return line(case, "vat_on_sales", month).opened(
        words,
        lambda now, sales, then, refunds, charged=0.0: now * (sales + charged) - then * refunds,
        now=vat_part(case, month, "vat_rate"),
        sales=revenue(case, month),
        then=vat_part(case, month - 1, "vat_rate"),
        refunds=refunds(case, month),
        **beside,
    )


def vat_on_costs(case: Case, month: int) -> Origin:
    """VAT that is got back on all costs but goods."""
    costs = tuple(line_of_its_own(case, name, month) for name in COSTS_WITH_VAT if line_at(case, name, month))
    total = money(sum(cost.value.value for cost in costs))
    return line(case, "vat_on_costs", month).opened(
        mark("{part} of {costs} of costs"),
        lambda part, costs: part * costs,
        part=vat_part(case, month, "vat_rate_on_costs"),
        costs=Amount(mark("Costs that hold VAT, goods not among them"), month, total).sum_of(costs),
    )


def vat_due(case: Case, month: int) -> Origin:
    """VAT as it arises in a month, below zero where more is got back."""
    purchases = ("opening_stock", "inventory_purchases", "qualifying_purchases")
    bought = sum(line_at(case, name, month) for name in purchases)
    goods = Amount(mark("Goods bought in the month, at what they cost"), month, money(bought)).known(LINE_OF_ITS_OWN)
    value = money(at(case.projection.statement.vat_due, month))
    return Amount(mark("VAT of the month"), month, value).opened(
        mark("{sales} in sales, less {costs} back on costs and less {part} of {goods} for goods"),
        lambda sales, costs, part, goods: sales - costs - part * goods,
        sales=line_of_its_own(case, "vat_on_sales", month),
        costs=line_of_its_own(case, "vat_on_costs", month),
        part=vat_part(case, month, "vat_rate"),
        goods=goods,
    )


def period_settled(case: Case, month: int) -> range:
    """The months whose VAT is settled in this one; none where no period is."""
    terms, start = case.projection.assumptions.tax, case.projection.assumptions.start_month
    last = month - terms.vat_paid_after
    if last < 0 or calendar_month(start, last).month % terms.vat_every_months:
        return range(0)
    return range(max(last - terms.vat_every_months + 1, 0), last + 1)


def settled(case: Case, name: str, month: int) -> Origin:
    """VAT paid, or paid back, for the period that is settled in a month."""
    amount, terms = line(case, name, month), case.projection.assumptions.tax
    if terms.vat_registered == "never":
        return amount.known(NEVER_CHARGED, ("tax", "vat_registered"))
    months = period_settled(case, month)
    if not months:
        words = mark(
            "No period is settled in this month: VAT is counted for {every} at a time and settled {after} later."
        )
        every, after = (Quantity(each, "months") for each in (terms.vat_every_months, terms.vat_paid_after))
        return amount.known(Message(words, {"every": every, "after": after}))
    sign = 1 if name == "vat_paid" else -1
    words = mark("VAT of {first} to {last}, added up, as far as you owe it")
    if name == "vat_refunded":
        words = mark("VAT of {first} to {last}, added up, as far as it is owed to you")
    extra = {"first": Quantity(months[0], "month"), "last": Quantity(months[-1], "month")}
    return Amount(TITLES[name], month, amount.value, extra).opened(
        words,
        lambda **due: max(sign * sum(due.values()), 0.0),
        **{f"due_{each}": vat_due(case, each) for each in months},
    )


def vat_paid(case: Case, month: int) -> Origin:
    """VAT paid to the state."""
    return settled(case, "vat_paid", month)


def vat_refunded(case: Case, month: int) -> Origin:
    """VAT that the state pays back."""
    return settled(case, "vat_refunded", month)
