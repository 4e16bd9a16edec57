"""What it takes to begin, beside where the money for it comes from."""

from dataclasses import dataclass

from planner.analysis.case import Case
from planner.line_items import CASH_LINES, LineItem


@dataclass(frozen=True, slots=True)
class FundingGap:
    """Uses and sources of money at launch (month 0), in the plan's currency; both sides come to the same.

    uses: each line of money paid at launch that is not nothing, in the order of the statement. own_cash, loan: what is
    used of them, own money first. other: money that comes in at launch. card: drawn. missing: what nothing covers.
    left: own money and loan that are not used at launch. later: start-up costs of later months, not among the uses.
    """

    uses: tuple[tuple[LineItem, float], ...]
    other: float
    own_cash: float
    loan: float
    card: float
    missing: float
    left: float
    later: float

    @property
    def total(self) -> float:
        """What it takes to begin, and what it is paid with."""
        return sum(amount for _, amount in self.uses)


def funding_gap(case: Case) -> FundingGap:
    """Uses and sources at launch."""
    statement, money = case.projection.statement, case.plan.money_and_time
    at_launch = [(line, float(statement.lines[line.name][0, 0])) for line in CASH_LINES]
    uses = tuple((line, amount) for line, amount in at_launch if line.cash < 0 and amount > 0)
    came_in = sum(amount for line, amount in at_launch if line.cash > 0)
    needed = sum(amount for _, amount in uses)
    other = min(needed, came_in)
    own_cash = min(needed - other, money.own_cash)
    loan = min(needed - other - own_cash, money.loan)
    balance = float(statement.cash_balance[0, 0])
    return FundingGap(
        uses=uses,
        other=other,
        own_cash=own_cash,
        loan=loan,
        card=float(statement.card_balance[0, 0]),
        missing=max(-balance, 0.0),
        left=max(balance, 0.0),
        later=float(statement.lines["startup_costs"][1:, 0].sum() + statement.lines["contingency"][1:, 0].sum()),
    )
