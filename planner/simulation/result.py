"""What each path comes to: its end, or where its distributor stops; the few lines of it that are kept."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.inputs.company.company import BuyBack
from planner.inputs.plan.chance import Chance
from planner.inputs.plan.plan import Plan
from planner.projection.assumptions import Array
from planner.projection.leaving import exit_value, known, share_within_window
from planner.simulation.paths import Paths
from planner.simulation.sampling import Whole

REVIEWED_MONTHS = 3  # that are looked back on at the review
LAST_MONTHS = 12  # that tell what the plan brings once it runs


@dataclass(frozen=True, slots=True)
class Outcome:
    """What paths come to, the path axis last; money in the plan's currency.

    cumulative: net cash flow so far, (horizon + 1, paths); after the month in which the distributor stops it stays at
    the result. The rest (paths,): result: money at the end or on stopping, less tax and VAT owed, pay that is still to
    come on stopping in it. exit_value: what unsold goods would bring on top. last_month: the last one worked, the
    horizon where nobody stops; limit_month, review_month: the month in which the stop rule's limit or its review would
    stop this path, 0 for never. commission: pay earned up to the last month. best_rank: the highest ever paid as.
    joined: who ever joined below, team: who is there at the end. owed_before: tax and VAT owed LAST_MONTHS before the
    horizon, or at launch, where the distributor is still there; negative where the state owes. result_otherwise: the
    result with the other answer of staying, leaving as members do or not.
    """

    cumulative: Array
    result: Array
    exit_value: Array
    last_month: Whole
    limit_month: Whole
    review_month: Whole
    commission: Array
    best_rank: NDArray[np.intp]
    joined: Array
    team: Array
    owed_before: Array
    result_otherwise: Array

    @classmethod
    def together(cls, parts: "list[Outcome]") -> "Outcome":
        """The paths of several, in their order."""
        return cls(*(np.concatenate([getattr(part, name) for part in parts], axis=-1) for name in cls.__slots__))


def outcome(plan: Plan, buy_back: BuyBack, paths: Paths) -> Outcome:
    """What the paths come to under the plan's stop rule, or whatever else makes the distributor stop."""
    statement, horizon = paths.statement, plan.horizon_months
    cumulative = statement.cumulative_cash_flow
    limit, review = limit_months(plan.chance, cumulative), review_months(plan.chance, cumulative)
    stays = np.full(cumulative.shape[1], horizon)
    for month in (limit, review):
        stays = np.where((month > 0) & (month < stays), month, stays)
    leaves = np.minimum(stays, paths.own_life)
    last, otherwise = (leaves, stays) if plan.chance.quits == "as_others" else (stays, leaves)
    column = np.arange(len(last))

    def at_end(month: Whole) -> Array:
        due = (statement.commission_receivable + statement.margin_receivable)[month, column]
        owed = (statement.tax_owed + statement.vat_owed)[month, column]
        return np.asarray(cumulative[month, column] + np.where(month < horizon, due, 0) - owed)

    result = at_end(last)
    months = np.arange(horizon + 1)[:, None]
    worked = months <= last
    window = share_within_window(paths.trading.inventory, known(buy_back.window_months))
    returnable = (statement.closing_stock_value * window)[last, column]
    ranks = np.array([pay.rank for pay in paths.trading.pays])
    before = max(horizon - LAST_MONTHS, 0)
    return Outcome(
        cumulative=np.where(worked, cumulative, result),
        result=result,
        exit_value=exit_value(plan, buy_back, returnable),
        last_month=last,
        limit_month=limit,
        review_month=review,
        commission=np.where(worked, statement.lines["commission_earned"], 0.0).sum(axis=0),
        best_rank=np.where(worked, ranks, 0).max(axis=0),
        joined=paths.joined[last, column],
        team=paths.team[last, column],
        owed_before=np.where(before <= last, (statement.tax_owed + statement.vat_owed)[before], 0.0),
        result_otherwise=at_end(otherwise),
    )


def limit_months(chance: Chance, cumulative: Array) -> Whole:
    """The first month at whose end more is lost than the distributor is willing to lose, 0 for none; (paths,)."""
    if chance.most_to_lose is None:
        return np.zeros(cumulative.shape[1], dtype=np.int64)
    beyond = cumulative[1:] < -chance.most_to_lose
    return np.where(beyond.any(axis=0), beyond.argmax(axis=0) + 1, 0)


def review_months(chance: Chance, cumulative: Array) -> Whole:
    """The review month where the months looked back on cost money together, else 0; (paths,)."""
    month = chance.review_month
    if month is None or month >= len(cumulative):
        return np.zeros(cumulative.shape[1], dtype=np.int64)
    before = max(month - REVIEWED_MONTHS, 0)
    return np.where(cumulative[month] < cumulative[before], month, 0)
