"""Why something is never reached: the binding reason, with its figure."""

from collections.abc import Callable

import numpy as np

from planner.analysis.measures.milestones import CENT, Array
from planner.analysis.measures.order_margin import order_margin
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.engine import Projection

OfRunningTotal = Callable[[Array], Message]
PACE_MONTHS = 12
NOTHING = 1e-9  # of a price: 1 - 0.83 - 0.17 is 2.8e-17 in floats, and leaves nothing


def nothing_to_pay_back() -> Message:
    """There was no outlay."""
    return Message(mark("There is nothing to pay back: your money never goes below zero."))


def pace(cumulative: Array) -> float:
    """Average change of the running total over the last twelve months, or over all of them where there are fewer."""
    months = min(PACE_MONTHS, len(cumulative) - 1)
    return float(cumulative[-1] - cumulative[-1 - months]) / months


def on_its_way(cumulative: Array, result: Array) -> Message:
    """The running total ends below zero, and what is still to come makes up for it."""
    return Message(
        mark(
            "It is on its way: {missing} is missing at the end, and once what is still to come has come and what is "
            "owed is paid, {result} is left."
        ),
        {"missing": Quantity(-float(cumulative[-1]), "money"), "result": Quantity(float(result[-1]), "money")},
    )


def money_not_back(cumulative: Array) -> Message:
    """The running total ends below zero: it is still falling, stands still, or rises too slowly."""
    a_month = pace(cumulative)
    if abs(a_month) < CENT:
        return Message(
            mark("{missing} is missing at the end, and the running total stands still."),
            {"missing": Quantity(-float(cumulative[-1]), "money")},
        )
    if a_month < 0:
        return Message(
            mark("The running total still falls by {amount} a month, on average over the last {months}."),
            {
                "amount": Quantity(-a_month, "money"),
                "months": Quantity(min(PACE_MONTHS, len(cumulative) - 1), "months"),
            },
        )
    return Message(
        mark("{missing} is still missing at the end. At the pace of the last {months}, it takes {more} more."),
        {
            "missing": Quantity(-float(cumulative[-1]), "money"),
            "months": Quantity(min(PACE_MONTHS, len(cumulative) - 1), "months"),
            "more": Quantity(float(np.ceil(-cumulative[-1] / a_month)), "months"),
        },
    )


def time_not_paid(cumulative: Array) -> Message:
    """The running total with every hour paid ends below zero; the same three cases."""
    a_month = pace(cumulative)
    if abs(a_month) < CENT:
        return Message(
            mark("With your hours paid, {missing} is missing at the end, and the running total stands still."),
            {"missing": Quantity(-float(cumulative[-1]), "money")},
        )
    if a_month < 0:
        return Message(
            mark("With your hours paid, the running total still falls by {amount} a month."),
            {"amount": Quantity(-a_month, "money")},
        )
    return Message(
        mark("With your hours paid, {missing} is still missing at the end; at the latest pace it takes {more} more."),
        {
            "missing": Quantity(-float(cumulative[-1]), "money"),
            "more": Quantity(float(np.ceil(-cumulative[-1] / a_month)), "months"),
        },
    )


def month_not_covered(projection: Projection) -> Message:
    """The last month does not pay for itself: an order leaves nothing, or too little for the fixed costs."""
    statement = projection.statement
    earned = statement.lines["commission_earned"][:, 0]
    if (projection.sales.orders[:, 0] <= 0).all() and (earned <= 0).all():
        return Message(mark("Nothing is sold and nothing is paid, so nothing covers the running costs."))
    margin = order_margin(projection)
    if margin.left < NOTHING * margin.price:
        return Message(mark("An order leaves nothing: you sell the goods for what they cost you, or less."))
    costs = float((statement.spread_fees + statement.spread_expenses)[-1, 0])
    short = -float(statement.spread_operating_cash_flow[-1, 0])
    return Message(
        mark("In the last month, running costs and fees are {costs}, and sales and pay leave {short} too little."),
        {"costs": Quantity(costs, "money"), "short": Quantity(short, "money")},
    )
