"""The statement as it is read: cash or profit, by period, every line with its sign, what is nothing left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from planner.export.frames import Period, statement_frame, title_of_period
from planner.line_items import LINE_ITEMS, LineItem
from planner.messages import Message
from planner.projection.assumptions import Array
from planner.projection.engine import Projection

View = Literal["cash", "profit"]


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
    bounds = list(statement_frame(projection, period).index)
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


def every_line(projection: Projection) -> Sequence[LineItem]:
    """The lines that are something in some month, in either view or beside both."""
    return [line for line in LINE_ITEMS if projection.statement.lines[line.name][:, 0].any()]
