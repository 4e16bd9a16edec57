"""The statement as it is read: cash or profit, by period, every line with its sign, what is nothing left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from planner.language import mark
from planner.line_items import LINE_ITEMS, LineItem
from planner.messages import Message, Quantity
from planner.projection.assumptions import Array
from planner.projection.engine import Projection

View = Literal["cash", "profit"]
Period = Literal["month", "quarter", "year"]

MONTHS_IN: dict[Period, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class SignedLine:
    """A line of the statement by period, with the sign that it has in the view."""

    line: LineItem
    amounts: tuple[float, ...]

    @property
    def total(self) -> float:
        """Of all periods."""
        return float(sum(self.amounts))


@dataclass(frozen=True, slots=True)
class StatementView:
    """periods: their titles. lines: those that are something, what adds first. left: their sum by period, in less out
    or profit; so_far: the same from the launch to the end of each. cash_balance: money in hand at the end of each, in
    the cash view of a plan with a loan or a card, else None.
    """

    periods: tuple[Message, ...]
    lines: tuple[SignedLine, ...]
    left: tuple[float, ...]
    so_far: tuple[float, ...]
    cash_balance: tuple[float, ...] | None


def view_statement(projection: Projection, period: Period, view: View) -> StatementView:
    """The statement of the first scenario."""
    statement = projection.statement
    bounds = bounds_of(projection.assumptions.horizon, period)
    first, last = [start for start, _end in bounds], [end for _start, end in bounds]

    def by_period(flow: Array) -> tuple[float, ...]:
        return tuple(np.add.reduceat(flow[:, 0], first).tolist())

    flow = statement.net_cash_flow if view == "cash" else statement.profit
    there = [line for line in LINE_ITEMS if getattr(line, view) and statement.lines[line.name][:, 0].any()]
    signed = [SignedLine(line, by_period(getattr(line, view) * statement.lines[line.name])) for line in there]
    borrows = bool(projection.assumptions.loan.any() or statement.card_balance.any())
    return StatementView(
        periods=tuple(title_of_period(start, end) for start, end in bounds),
        lines=tuple(sorted(signed, key=lambda each: -getattr(each.line, view))),
        left=by_period(flow),
        so_far=tuple(np.cumsum(flow[:, 0])[last].tolist()),
        cash_balance=tuple(statement.cash_balance[last, 0].tolist()) if borrows and view == "cash" else None,
    )


def bounds_of(horizon: int, period: Period) -> list[tuple[int, int]]:
    """First and last month of each period: month 0 alone, then 1-3, 4-6, ... or 1-12, ...; the last may be cut."""
    length = MONTHS_IN[period]
    return [(0, 0), *((first, min(first + length - 1, horizon)) for first in range(1, horizon + 1, length))]


def title_of_period(first_month: int, last_month: int) -> Message:
    """A period in words, such as "Months 1 to 3"."""
    if last_month == 0:
        return Message(mark("Start"))
    first, last = Quantity(first_month, "count"), Quantity(last_month, "count")
    if first_month == last_month:
        return Message(mark("Month {number}"), {"number": first})
    return Message(mark("Months {first} to {last}"), {"first": first, "last": last})


def every_line(projection: Projection) -> Sequence[LineItem]:
    """The lines that are something in some month, in either view or beside both."""
    return [line for line in LINE_ITEMS if projection.statement.lines[line.name][:, 0].any()]
