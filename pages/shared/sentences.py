"""What each picture shows in a sentence of words and figures: its text alternative, its caption, its printed text."""

from collections.abc import Sequence

from planner.analysis.metrics import Measures
from planner.analysis.milestones import CENT
from planner.analysis.wording import Speech
from planner.projection.engine import Projection


def running_total(speech: Speech, measures: Measures, horizon: int) -> str:
    """The deepest hole, when the money is back, and where the running total ends."""
    _ = speech.text
    if measures.payback.month is not None:
        text = _(
            "The running total is deepest in {deepest}, at {hole}. It is back at zero in {back} "
            "and stays there or above; after {months} it stands at {total}."
        )
    elif measures.peak_funding_need >= CENT and measures.peak_funding_month == horizon:
        text = _("The running total never comes back to zero and is deepest at the end: {hole} in {deepest}.")
    elif measures.peak_funding_need >= CENT:
        text = _(
            "The running total is deepest in {deepest}, at {hole}. It does not come back to zero to stay; "
            "after {months} it stands at {total}."
        )
    else:
        text = _("The running total never goes below zero; after {months} it stands at {total}.")
    return text.format(
        deepest=speech.month(measures.peak_funding_month),
        hole=speech.money(-measures.peak_funding_need),
        back=speech.month(measures.payback.month or 0),
        months=speech.months(horizon),
        total=speech.money(measures.total),
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
        total=speech.money(money_in - money_out),
        source=source,
        largest_in=speech.money(largest_in),
        use=use,
        largest_out=speech.money(largest_out),
    )


def cash_and_profit(speech: Speech, projection: Projection) -> str:
    """Why cash and profit differ: goods bought and not sold, pay earned and not received."""
    _ = speech.text
    statement = projection.statement
    stock, receivable = float(statement.closing_stock_value[-1, 0]), float(statement.commission_receivable[-1, 0])
    cash = float(statement.cumulative_cash_flow[-1, 0])
    if round(stock) and round(receivable):
        text = _(
            "After {months}, profit comes to {profit} and cash to {cash}. Between them lie {stock} of goods "
            "that are still on your shelf and {receivable} of pay that is earned and not yet received."
        )
    elif round(stock):
        text = _(
            "After {months}, profit comes to {profit} and cash to {cash}. "
            "Between them lie {stock} of goods that are still on your shelf."
        )
    elif round(receivable):
        text = _(
            "After {months}, profit comes to {profit} and cash to {cash}. "
            "Between them lie {receivable} of pay that is earned and not yet received."
        )
    else:
        text = _(
            "After {months}, profit comes to {profit} and cash to {cash}: nothing is left on your shelf, "
            "and all pay is received."
        )
    return text.format(
        months=speech.months(len(statement.profit) - 1),
        profit=speech.money(cash + stock + receivable),
        cash=speech.money(cash),
        stock=speech.money(stock),
        receivable=speech.money(receivable),
    )
