"""From profit to cash, and from cash to the money in hand: what lies between them, so that it adds up to the cent."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from planner.language import mark
from planner.projection.statement import Statement

CENTS = 100


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the reconciliation. amount: signed, in whole cents of the plan's currency.

    total: the amount is the sum of all before it. what: of something that lies between profit and cash, its marked
    English words with the {amount} it comes to, always positive in them; empty for other lines.
    """

    name: str
    title: str
    amount: float
    total: bool = False
    what: str = ""


@dataclass(frozen=True, slots=True)
class _Between:
    """Something owned (sign -1: profit that is not cash yet) or owed (+1); its other title where it is below zero."""

    name: str
    sign: int
    title: str
    what: str
    below_zero: tuple[str, str] | None = None


_BETWEEN = (
    _Between(
        "closing_stock_value",
        -1,
        mark("Goods still on your shelf, at what they cost"),
        mark("{amount} of goods that are still on your shelf"),
    ),
    _Between(
        "commission_receivable",
        -1,
        mark("Pay earned and not yet received"),
        mark("{amount} of pay that is earned and not yet received"),
    ),
    _Between(
        "margin_receivable",
        -1,
        mark("Margin earned and not yet received"),
        mark("{amount} of margin that is earned and not yet received"),
        (mark("Refunds of margin, still to be taken back"), mark("{amount} of margin that is still to be taken back")),
    ),
    _Between(
        "tax_owed",
        +1,
        mark("Tax owed and not yet paid"),
        mark("{amount} of tax that is owed and not yet paid"),
    ),
    _Between(
        "vat_owed",
        +1,
        mark("VAT owed and not yet paid"),
        mark("{amount} of VAT that is owed and not yet paid"),
        (mark("VAT still to be paid back to you"), mark("{amount} of VAT that is still to be paid back to you")),
    ),
)


def from_profit_to_cash(statement: Statement) -> tuple[Step, ...]:
    """Profit of all months, what of it is not cash at the end, and cash; what is nothing is left out.

    Rounding to cents may leave one over: the line that rounding moved most takes it.
    """
    amounts = [
        (kind, kind.sign * float(getattr(statement, kind.name)[-1, 0]))
        for kind in _BETWEEN
        if round(float(getattr(statement, kind.name)[-1, 0]) * CENTS)
    ]
    profit = float(np.cumsum(statement.profit[:, 0])[-1])
    cash = float(statement.cumulative_cash_flow[-1, 0])
    first, *between = to_the_cent([profit, *(amount for _kind, amount in amounts)], cash)
    steps = [Step("profit", mark("Profit of all months"), first)]
    for (kind, _exact), amount in zip(amounts, between, strict=True):
        below = kind.below_zero is not None and kind.sign * amount < 0
        title, what = kind.below_zero if below and kind.below_zero else (kind.title, kind.what)
        steps.append(Step(kind.name, title, amount, what=what))
    return (
        *steps,
        Step("cumulative_cash_flow", mark("Cash: all that came in less all that went out"), in_cents(cash), total=True),
    )


def from_cash_to_money(statement: Statement, own_cash: float) -> tuple[Step, ...]:
    """From the same cash on: the person's own money, what is still owed on loan and card, and the money in hand."""
    cash = float(statement.cumulative_cash_flow[-1, 0])
    in_hand = float(statement.cash_balance[-1, 0])
    parts = (
        ("own_cash", mark("Own money at the start"), own_cash),
        ("loan_balance", mark("Loan, not yet paid back"), float(statement.loan_balance[-1, 0])),
        ("card_balance", mark("Owed on the card"), float(statement.card_balance[-1, 0])),
    )
    there = [part for part in parts if round(part[2] * CENTS)]
    # Cash is the last line of the table above: it keeps its cents, and another line takes what rounding leaves over.
    # With no line between them the two are one amount, and half a cent must not be rounded both ways.
    end = in_cents(in_hand) if there else in_cents(cash)
    rounded = to_the_cent([amount for _name, _title, amount in there], end - in_cents(cash))
    steps = [Step(name, title, amount) for (name, title, _exact), amount in zip(there, rounded, strict=True)]
    title = mark("Money in hand at the end") if in_hand >= 0 else mark("Money that is missing at the end")
    return (*steps, Step("cash_balance", title, end, total=True))


def in_cents(amount: float) -> float:
    """Rounded to the cent."""
    return round(amount * CENTS) / CENTS


def to_the_cent(amounts: Iterable[float], total: float) -> list[float]:
    """Amounts rounded to the cent such that they come to the total, itself rounded.

    What is left over goes, a cent each, to those that rounding moved furthest the other way. Without amounts, nothing.
    """
    exact = [amount * CENTS for amount in amounts]
    cents = [round(amount) for amount in exact]
    left = round(total * CENTS) - sum(cents)
    direction = 1 if left > 0 else -1
    order = sorted(range(len(cents)), key=lambda place: direction * (cents[place] - exact[place]))
    for place in order[: abs(left)]:
        cents[place] += direction
    return [amount / CENTS for amount in cents]


def largest_between(steps: Iterable[Step], most: int = 3) -> tuple[Step, ...]:
    """What lies between profit and cash, the largest first, no more than so many, and nothing under half a unit."""
    between = [step for step in steps if step.what and abs(round(step.amount))]
    return tuple(sorted(between, key=lambda step: -abs(step.amount))[:most])
