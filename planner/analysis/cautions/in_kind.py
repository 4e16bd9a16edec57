"""What to know beside a result that has pay in kind in it: that it is taken as certain, and what of it is no money."""

from collections.abc import Iterator

from planner.analysis.case import Case
from planner.analysis.measures.milestones import CENT
from planner.inputs.in_kind import value_by_month
from planner.inputs.tax_terms import counts_tax
from planner.language import mark
from planner.messages import Message, Quantity


def in_kind(case: Case) -> Iterator[Message]:
    """What is stated of other companies, then all of what the company gives within the plan."""
    elsewhere = tuple(dict.fromkeys(row.name for row in case.plan.pay_in_kind if not row.given_by(case.company)))
    if elsewhere:
        words = mark("In kind from another company, and so not counted here: {what}.")
        yield Message(words, {"what": ", ".join(elsewhere)})
    yield from _given(case)


def taken_as_certain(case: Case) -> Message | None:
    """That what the company gives within the plan hangs on nothing here; None where it gives nothing."""
    received = float(case.projection.statement.lines["in_kind_received"][:, 0].sum())
    if received < CENT:
        return None
    words = mark(
        "What you get in kind, {received} in all, is taken as certain, whatever you sell and whoever joins. "
        "Companies mostly give it for a rank or for sales: if those do not come, it does not either."
    )
    return Message(words, {"received": Quantity(received, "money")})


def _given(case: Case) -> Iterator[Message]:
    """What the company gives within the plan; nothing where it gives nothing."""
    lines, given = case.projection.statement.lines, case.projection.terms.in_kind
    credit = sum(value_by_month(given, ("pays_for_goods",), case.plan.horizon_months))
    received, used, anyway = (
        float(lines[name][:, 0].sum()) for name in ("in_kind_received", "credit_used", "in_kind_anyway")
    )
    certain = taken_as_certain(case)
    if certain is None:
        return
    yield certain
    all_of_it = {"received": Quantity(received, "money")}
    if counts_tax(case.plan):
        words = mark(
            "Tax is counted on all of the {received} in kind as it comes, and is owed in money, whatever it is worth "
            "to you."
        )
        yield Message(words, all_of_it)
    if credit >= CENT:
        yield _of_credit(credit, used)
    if anyway >= CENT:
        words = mark(
            "Of what you get in kind, you would have bought {anyway} anyway. That is not in the result: it is what you "
            "need not spend elsewhere."
        )
        yield Message(words, {"anyway": Quantity(anyway, "money")})
    nothing = received - credit - anyway
    if nothing >= CENT:
        words = mark("Of what you get in kind, {nothing} is worth nothing to you, and is in no figure.")
        if counts_tax(case.plan):
            words = mark("Of what you get in kind, {nothing} is worth nothing to you, and is in no figure but the tax.")
        yield Message(words, {"nothing": Quantity(nothing, "money")})


def _of_credit(credit: float, used: float) -> Message:
    """What credit has paid for, and what of it is left."""
    figures = {"credit": Quantity(credit, "money"), "used": Quantity(used, "money")}
    if credit - used < CENT:
        words = mark("If all goes as entered, goods for {used} are paid with product credit: that is no cash.")
        return Message(words, figures)
    words = mark(
        "If all goes as entered, {used} of {credit} of product credit pay for goods, which is no cash. The other "
        "{left} find no goods to pay for by the end, and count as nothing."
    )
    return Message(words, figures | {"left": Quantity(credit - used, "money")})
