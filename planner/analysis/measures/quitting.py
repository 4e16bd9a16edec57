"""What leaving costs: where the person stands who stops at the end of each month and gives back what can be given."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf

import numpy as np

from planner.analysis.case import Case
from planner.analysis.company.citation import is_ones_own
from planner.analysis.measures.milestones import CENT
from planner.inputs.company.buy_back import BuyBack
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.assumptions import Array
from planner.projection.leaving import exit_values, known, share_within_window, terms_by_month


@dataclass(frozen=True, slots=True)
class Quitting:
    """Leaving at the end of each month, (horizon + 1,), month 0 first, in the plan's currency.

    on_leaving = result + exit_value, result = cumulative + to_come - owed, as in the statement. cumulative: net cash
    flow so far. to_come: pay and margin earned and not yet received, as if the company paid them, less refunds still to
    come. exit_value: what the company pays for goods given back, less what
    it takes back and the freight; never below zero, since nobody need send anything. owed: tax and VAT not yet paid,
    negative where the state owes. stock: what the unsold goods cost; returnable: those of them bought within the
    buy-back window. debt: loan and card, to be paid back out of cash. It is not subtracted: money that was borrowed and
    spent is in the cumulative flow already.
    last_cheap_month: the last in which leaving is no worse than leaving at month 0 was. window_closes: the first month
    at whose end the opening stock is too old to be given back; None where it is not so within the horizon.
    notes: what is not disclosed, and how it is counted.
    """

    cumulative: Array
    to_come: Array
    stock: Array
    returnable: Array
    exit_value: Array
    owed: Array
    debt: Array
    result: Array
    on_leaving: Array
    last_cheap_month: int
    window_closes: int | None
    notes: tuple[Message, ...]

    @property
    def dearest_month(self) -> int:
        """The month in which leaving comes to least; the first of several."""
        return int(self.on_leaving.argmin())


def quitting(case: Case) -> Quitting:
    """Leaving month by month; the plan says what part of the goods is fit to be given back."""
    plan, statement, terms = case.plan, case.projection.statement, terms_by_month(case.plan, case.company.buy_back)
    stock = statement.closing_stock_value[:, 0]
    returnable = stock * share_within_window(case.projection.inventory, terms)[:, 0]
    value = exit_values(plan, terms, returnable, np.arange(len(terms)))
    on_leaving = statement.result[:, 0] + value
    return Quitting(
        cumulative=statement.cumulative_cash_flow[:, 0],
        to_come=statement.to_come[:, 0],
        stock=stock,
        returnable=returnable,
        exit_value=value,
        owed=statement.owed[:, 0],
        debt=(statement.loan_balance + statement.card_balance)[:, 0],
        result=statement.result[:, 0],
        on_leaving=on_leaving,
        last_cheap_month=int(np.flatnonzero(on_leaving >= on_leaving[0] - CENT)[-1]),
        window_closes=closing_of_window(terms, stock),
        notes=(*fit_to_be_given_back(plan, value), *undisclosed(case.company, plan)),
    )


def closing_of_window(terms: Sequence[BuyBack], stock: Array) -> int | None:
    """The first month at whose end the opening stock is older than the window; None without one within the horizon."""
    if stock[0] < CENT:
        return None
    windows = [each.longest if known(each.share) is not None else None for each in terms]
    return next((month for month, window in enumerate(windows) if window is not None and month >= window), None)


def fit_to_be_given_back(plan: Plan, value: Array) -> tuple[Message, ...]:
    """What part of unsold goods is counted, where not all are. value: of what is given back, month by month."""
    fit = plan.stock.marketable_share
    if fit == 1 or abs(value).max() < CENT:
        return ()
    text = mark("Of unsold goods, {fit} are counted as fit to be given back, as your plan has it.")
    return (Message(text, {"fit": Quantity(fit, "share")}),)


def nothing_counted(company: Company, plan: Plan) -> Message | None:
    """Why nothing is counted for goods given back, whenever the plan is left; None where there is such a month."""
    found = [why_nothing(terms, own=is_ones_own(company)) for terms in terms_by_month(plan, company.buy_back)]
    return found[-1] if all(found) else None


def why_nothing(terms: BuyBack, *, own: bool) -> Message | None:
    """What keeps goods given back from being counted under these terms: the share or the window is not known."""
    share = known(terms.share)
    if share is None:
        text = mark(
            "No source says what the company pays back for unsold goods, so nothing is counted for them. "
            "Ask for it in writing."
        )
        if own:
            text = mark(
                "You have not stated what the company pays back for unsold goods, so nothing is counted for them. "
                "Ask for it in writing."
            )
        return Message(text)
    if terms.longest is not None:
        return None
    text = mark(
        "The company pays back {share} of what unsold goods cost. No source says for how long after the "
        "purchase, so nothing is counted for them. Ask for it in writing."
    )
    if own:
        text = mark(
            "The company pays back {share} of what unsold goods cost. You have not stated for how long after the "
            "purchase, so nothing is counted for them. Ask for it in writing."
        )
    return Message(text, {"share": Quantity(share, "share")})


def undisclosed(company: Company, plan: Plan) -> tuple[Message, ...]:
    """What is not known about goods given back, and how it is counted here; of dated terms, what each are."""
    nothing, by_period = nothing_counted(company, plan), by_their_months(company, plan)
    if nothing is not None:
        return by_period or (nothing,)
    if company.buy_back.clawback_share is not None:
        return by_period
    return (
        *by_period,
        Message(
            mark("No source says whether pay on goods that you give back is taken back; nothing is counted for it.")
        ),
    )


def by_their_months(company: Company, plan: Plan) -> tuple[Message, ...]:
    """What goods given back bring under the terms of each stretch of months; none without dated terms."""
    if not company.buy_back.dated_periods:
        return ()
    months = groupby(enumerate(terms_by_month(plan, company.buy_back)), key=lambda each: id(each[1]))
    return tuple(_from_month_on(*next(stretch)) for _terms, stretch in months)


def _from_month_on(month: int, terms: BuyBack) -> Message:
    share, window = known(terms.share), terms.longest
    first = Quantity(month, "month")
    if share is None:
        text = mark(
            "If you leave from {first} on: no source says what the company pays back for unsold goods then, so "
            "nothing is counted for them."
        )
        return Message(text, {"first": first})
    if window is None:
        text = mark(
            "If you leave from {first} on: the company pays back {share} of what unsold goods cost. No source says "
            "for how long after the purchase then, so nothing is counted for them."
        )
        return Message(text, {"first": first, "share": Quantity(share, "share")})
    if window == inf:
        text = mark(
            "If you leave from {first} on: the company pays back {share} of what unsold goods cost, however old they "
            "are."
        )
        return Message(text, {"first": first, "share": Quantity(share, "share")})
    text = mark(
        "If you leave from {first} on: the company pays back {share} of what unsold goods cost that are no older "
        "than {window}."
    )
    return Message(text, {"first": first, "share": Quantity(share, "share"), "window": Quantity(window, "months")})
