"""What each picture shows in a sentence of words and figures: its text alternative, its caption, its printed text."""

from collections.abc import Sequence

from planner.analysis.case import Case
from planner.analysis.measures.milestones import CENT
from planner.analysis.measures.reconciliation import from_profit_to_cash, largest_between
from planner.projection.engine import Projection
from planner.speech import Speech


def running_total(speech: Speech, case: Case) -> str:
    """The deepest hole, when the money is back, where the running total ends, and what it leads to."""
    _, measures, horizon = speech.text, case.measures, case.plan.horizon_months
    total = float(case.projection.statement.cumulative_cash_flow[-1, 0])
    if measures.payback.month is not None:
        text = _(
            "The running total is deepest in {deepest}, at {hole}. It is back at zero in {back} "
            "and stays there or above; after {months} it stands at {total}."
        )
    elif measures.peak_funding_need >= CENT and measures.peak_funding_month == horizon:
        text = _("The running total never comes back to zero and is deepest at the end: {hole} in {deepest}.")
    elif measures.peak_funding_need >= CENT and total >= 0:
        text = _("The running total is deepest in {deepest}, at {hole}; after {months} it stands at {total}.")
    elif measures.peak_funding_need >= CENT:
        text = _(
            "The running total is deepest in {deepest}, at {hole}. It does not come back to zero to stay; "
            "after {months} it stands at {total}."
        )
    else:
        text = _("The running total never goes below zero; after {months} it stands at {total}.")
    if abs(measures.result - total) >= CENT:
        text = " ".join([text, _("With what is still to come, less what is owed, the result is {result}.")])
    return text.format(
        deepest=speech.month(measures.peak_funding_month),
        hole=speech.money(-measures.peak_funding_need),
        back=speech.month(measures.payback.month or 0),
        months=speech.months(horizon),
        total=speech.money(total),
        result=speech.money(measures.result),
    )


def money_by_line(
    speech: Speech, came: Sequence[tuple[str, float]], went: Sequence[tuple[str, float]], horizon: int
) -> str:
    """What comes in and goes out over the whole horizon. came, went: translated titles and amounts, largest first."""
    _ = speech.text
    money_in, money_out = sum(amount for _title, amount in came), sum(amount for _title, amount in went)
    if came and went:
        text = _(
            "Over {months}, {money_in} comes in and {money_out} goes out, which comes to {total}. "
            "The largest source: {source}, {largest_in}. The largest use: {use}, {largest_out}."
        )
    elif went:
        text = _("Over {months}, nothing comes in and {money_out} goes out. The largest use: {use}, {largest_out}.")
    elif came:
        text = _("Over {months}, {money_in} comes in and nothing goes out. The largest source: {source}, {largest_in}.")
    else:
        text = _("Over {months}, no money comes in and none goes out.")
    (source, largest_in), (use, largest_out) = (rows[0] if rows else ("", 0.0) for rows in (came, went))
    return text.format(
        months=speech.months(horizon),
        money_in=speech.money(money_in),
        money_out=speech.money(money_out),
        total=speech.comes_to(money_in - money_out, (money_in, -money_out)),
        source=source,
        largest_in=speech.money(largest_in),
        use=use,
        largest_out=speech.money(largest_out),
    )


def cash_and_profit(speech: Speech, projection: Projection) -> str:
    """Why cash and profit differ: the largest of what is owned and no cash yet, and of what is owed."""
    _ = speech.text
    steps = from_profit_to_cash(projection.statement)
    months, cash = len(projection.statement.profit) - 1, speech.money(steps[-1].amount)
    reasons = [_(step.what).format(amount=speech.money(abs(step.amount))) for step in largest_between(steps)]
    if not reasons:
        text = _(
            "After {months}, profit comes to {profit} and cash to {cash}: nothing is left to sell, receive or pay."
        )
    elif len(reasons) < sum(1 for step in steps if step.what and abs(round(step.amount))):
        text = _("After {months}, profit comes to {profit} and cash to {cash}. Between them lie above all {reasons}.")
    else:
        text = _("After {months}, profit comes to {profit} and cash to {cash}. Between them lie {reasons}.")
        cash = speech.comes_to(steps[-1].amount, (step.amount for step in steps[:-1]))
    return text.format(
        months=speech.months(months),
        profit=speech.money(steps[0].amount),
        cash=cash,
        reasons=speech.listed(reasons),
    )
