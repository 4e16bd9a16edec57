"""The statement as a table, cash or profit, and what lies between profit, cash and the money in hand."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.draw.tables import Row, Table, amounts, show_table
from pages.shared.fields.choices import choose_period, segments
from planner.analysis.answer.over_runs import of_the_middle
from planner.analysis.case import Case
from planner.analysis.cautions.caveats import rules_of_other_years
from planner.analysis.cautions.pay import mean_in_short
from planner.analysis.chance.middle import Middle
from planner.analysis.measures.milestones import CENT
from planner.analysis.measures.reconciliation import Step, from_cash_to_money, from_profit_to_cash
from planner.export.statement import Period, StatementView, View, view_statement
from planner.language import currency_unit, mark
from planner.line_items import LINE_ITEMS
from planner.speech import Speech

CAPTIONS: dict[View, str] = {
    "cash": mark("Money in and out, {unit}"),
    "profit": mark("Profit and what it is made of, {unit}"),
}
LEFT: dict[View, str] = {"cash": mark("In less out"), "profit": mark("Profit")}
SO_FAR: dict[View, str] = {"cash": mark("Running total"), "profit": mark("Profit so far")}
MONEY_IN_HAND = mark("Money in hand, loan and card with it")


def show_statement(case: Case, speech: Speech) -> None:
    """The statement in the view and the periods that are chosen."""
    _ = speech.text
    views: dict[View, str] = {"cash": _("Cash"), "profit": _("Profit")}
    with st.container(horizontal=True):
        view = segments(_("Cash or profit"), views, "cash", "statement_view")
        period = choose_period("year", "statement_period")
    show_table(statement_table(case, speech, period, view))
    if mean := mean_in_short(case.projection):
        st.caption(plain(speech.say(mean)))
    _say_what_holds(case, speech)


def show_statement_of_the_middle(middle: Middle, case: Case, speech: Speech) -> None:
    """The lines in all, of the middle of the case's runs; no run goes month by month as the average of them does."""
    _ = speech.text
    views: dict[View, str] = {"cash": _("Cash"), "profit": _("Profit")}
    view = segments(_("Cash or profit"), views, "cash", "statement_view")
    show_table(table_of_the_middle(middle, case, speech, view))
    _say_what_holds(case, speech)


def _say_what_holds(case: Case, speech: Speech) -> None:
    """Under the table: that it is rounded, and of which year the rules of its tax are, where it has others."""
    said, beyond = speech.text(mark("Amounts are rounded, so a sum may differ slightly from its parts.")), None
    if case.projection.statement.lines["tax_accrued"].any():
        beyond = rules_of_other_years(case.plan)
    st.caption(plain(" ".join([said, *([speech.say(beyond)] if beyond else []), *_beside_the_sums(case, speech)])))


def _beside_the_sums(case: Case, speech: Speech) -> list[str]:
    """What belongs beside both views and is in the sums of neither, over the whole plan as entered."""
    _, lines = speech.text, case.projection.statement.lines
    amounts = [
        (line.title, float(lines[line.name][:, 0].sum())) for line in LINE_ITEMS if not (line.cash or line.profit)
    ]
    said = [f"{_(title)}: {speech.money(amount)}" for title, amount in amounts if amount >= CENT]
    if not said:
        return []
    words = _("Beside these sums, exactly as entered over {months}: {lines}.")
    return [words.format(months=speech.months(case.plan.horizon_months), lines="; ".join(said))]


def table_of_the_middle(middle: Middle, case: Case, speech: Speech, view: View = "cash") -> Table:
    """The lines that are something, what adds first, their sum, and from cash on to the result."""
    _ = speech.text
    there = sorted(
        (line for line in LINE_ITEMS if getattr(line, view) and abs(middle.lines[line.name]) >= CENT),
        key=lambda line: -getattr(line, view),
    )
    signed = [(line.title, getattr(line, view) * middle.lines[line.name]) for line in there]
    rows = [Row(_(title), (speech.number(amount),)) for title, amount in signed]
    rows.append(Row(_(LEFT[view]), (speech.number(sum(amount for _title, amount in signed)),), total=True))
    if view == "cash" and abs(middle.to_come) >= CENT:
        rows.append(Row(_("Still to come, less what is owed"), (speech.number(middle.to_come),)))
        rows.append(Row(_("What these runs come to, on average"), (speech.number(middle.result),), total=True))
    caption = _("{statement}, over {months}").format(
        statement=_(CAPTIONS[view]).format(unit=currency_unit(speech.currency, speech.language)),
        months=speech.months(case.plan.horizon_months),
    )
    return Table(of_the_middle(caption, middle, speech), (_("Line"), _("In all")), tuple(rows), whole=True)


def statement_table(case: Case, speech: Speech, period: Period, view: View = "cash") -> Table:
    """The statement: a column a year with the lines down, or a row a quarter or month with the lines across.

    What costs has a minus. What is nothing in every period is left out. Last stands the sum of all periods.
    """
    _ = speech.text
    statement = view_statement(case.projection, period, view)
    caption = _(CAPTIONS[view]).format(unit=currency_unit(speech.currency, speech.language))
    if period == "year":
        return _lines_down(caption, statement, speech, view)
    return _periods_down(caption, statement, speech, view)


def _lines_down(caption: str, statement: StatementView, speech: Speech, view: View) -> Table:
    _ = speech.text
    rows = [Row(_(signed.line.title), amounts((*signed.amounts, signed.total), speech)) for signed in statement.lines]
    left = _written((*statement.left, sum(statement.left)), speech)
    rows += [
        Row(_(LEFT[view]), left, total=True),
        Row(_(SO_FAR[view]), (*_written(statement.so_far, speech), "")),
    ]
    if statement.cash_balance is not None:
        rows.append(Row(_(MONEY_IN_HAND), (*_written(statement.cash_balance, speech), "")))
    periods = (speech.say(period) for period in statement.periods)
    return Table(caption, (_("Line"), *periods, _("In all")), tuple(rows), whole=True)


def _periods_down(caption: str, statement: StatementView, speech: Speech, view: View) -> Table:
    """What is left first, then what it comes from."""
    _ = speech.text
    stocks = (statement.so_far, *([statement.cash_balance] if statement.cash_balance is not None else []))
    rows = tuple(
        Row(
            speech.say(period),
            (
                *_written((statement.left[place], *(stock[place] for stock in stocks)), speech),
                *amounts((signed.amounts[place] for signed in statement.lines), speech),
            ),
        )
        for place, period in enumerate(statement.periods)
    )
    totals = amounts((signed.total for signed in statement.lines), speech)
    whole = Row(_("In all"), (*_written((sum(statement.left),), speech), *[""] * len(stocks), *totals), total=True)
    heads = (_(LEFT[view]), _(SO_FAR[view]), _(MONEY_IN_HAND))[: 1 + len(stocks)]
    return Table(caption, (_("Period"), *heads, *(_(signed.line.title) for signed in statement.lines)), (*rows, whole))


def _written(values: tuple[float, ...], speech: Speech) -> tuple[str, ...]:
    """Figures that are always shown, nothing as 0."""
    return tuple(speech.number(value) for value in values)


def reconciliation_table(case: Case, speech: Speech) -> Table:
    """From profit to cash, and on to the money in hand, to the cent: what is owned and owed at the end lies between."""
    _ = speech.text
    statement, own = case.projection.statement, case.plan.money_and_time.own_cash
    steps = (*from_profit_to_cash(statement), *from_cash_to_money(statement, own))
    months = speech.months(case.plan.horizon_months)
    unit = currency_unit(speech.currency, speech.language)
    return Table(
        _("From profit to the money in hand after {months}, {unit}").format(months=months, unit=unit),
        (_("Line"), _("Amount")),
        tuple(_row(step, speech) for step in steps),
        whole=True,
    )


def _row(step: Step, speech: Speech) -> Row:
    return Row(speech.text(step.title), (speech.number(step.amount, 2),), total=step.total)
