"""Where pay in kind comes from: the rows that the person states, and what of product credit goods are paid with."""

from collections.abc import Collection

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, line_at, money, named, smallest
from planner.analysis.origin.trade import line
from planner.inputs.in_kind import value_by_month
from planner.inputs.plan.pay_in_kind import WORTH
from planner.language import mark
from planner.line_items import GOODS_BOUGHT
from planner.messages import Message

NOTHING_COMES = Message(mark("Nothing is received in kind in this month."))


def in_kind_received(case: Case, month: int) -> Origin:
    """All that the company gives in the month in place of money."""
    return _rows_of(case, line(case, "in_kind_received", month), month, WORTH)


def in_kind_anyway(case: Case, month: int) -> Origin:
    """Of it, what would have been bought elsewhere."""
    return _rows_of(case, line(case, "in_kind_anyway", month), month, ("bought_anyway",))


def credit_used(case: Case, month: int) -> Origin:
    """Credit that goods of the month are paid with; what is left of it stays."""
    credit = value_by_month(case.projection.terms.in_kind, ("pays_for_goods",), month)
    came = sum(credit[:month])
    left = max(came - sum(line_at(case, "credit_used", each) for each in range(month)), 0.0)
    before = Amount(mark("Credit left from the month before"), month - 1, money(left))
    new = Amount(mark("Product credit of the month"), month, money(credit[month]))
    there = Amount(mark("Product credit that is there"), month, money(left + credit[month]))
    bought = money(sum(line_at(case, name, month) for name in GOODS_BOUGHT))
    return line(case, "credit_used", month).opened(
        mark("The smaller of {bought} that you buy goods for and {there} of product credit"),
        smallest,
        bought=Amount(mark("Goods bought in the month, at what you pay"), month, bought).known(None),
        there=there.opened(
            mark("{before} left from the month before, and {new} in this month"),
            lambda before, new: before + new,
            before=before.known(),
            new=_rows_of(case, new, month, ("pays_for_goods",)),
        ),
    )


def _rows_of(case: Case, amount: Amount, month: int, worth: Collection[str]) -> Origin:
    """The rows that come in the month, of those that are worth one of these to the person."""
    due = tuple(
        Amount(named(row.name), month, money(row.value)).given("pay_in_kind", place)
        for place, row in enumerate(case.plan.pay_in_kind)
        if row.given_by(case.company) and row.worth in worth and row.received_in(month)
    )
    return amount.sum_of(due) if due else amount.known(NOTHING_COMES, ("pay_in_kind",))
