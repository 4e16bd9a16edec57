"""What each path comes to: its end, or where its distributor stops; the few lines of it that are kept."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.inputs.company.buy_back import BuyBack
from planner.inputs.plan.chance import Chance
from planner.inputs.plan.plan import Plan
from planner.line_items import CENT, LINE_ITEMS
from planner.projection.assumptions import Array
from planner.projection.inventory import bought_by_customers
from planner.projection.leaving import exit_values, share_within_window, terms_by_month
from planner.simulation.paths import Paths
from planner.simulation.sampling import Whole

REVIEWED_MONTHS = 3  # that are looked back on at the review
LAST_MONTHS = 12  # that tell what the plan brings once it runs
YEAR = 12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What paths come to, the path axis last; money in the plan's currency.

    (horizon + 1, paths): cumulative: net cash flow so far, were the plan carried through. results: the statement's
    result after each month, which stays as it is after the last one worked. The rest (paths,): income: what a month of
    the last LAST_MONTHS leaves, or of all after the start, goods counted when sold. exit_value: what unsold goods would
    bring on top. last_month: the last one worked, the horizon where nobody stops; limit_month, review_month: the month
    in which the stop rule's limit or its review would stop this path, 0 for never; money_gone_month: the first in which
    own money, loan and card do not cover it, were the plan carried through, 0 for never. for_money: whether that is
    what makes the distributor stop. commission: pay earned up to the last month; gross_pay: with the margin that the
    company pays; first_year_pay: the same of months 1 to 12; first_year_income: with the margin on goods from the own
    shelf too. best_rank: the highest ever paid as. joined: who ever joined below, team: who is there at the end.
    result_otherwise: the result with the other answer of staying, leaving as members do or not. waiting: what customers
    would pay for orders that still wait for goods at the end. Up to the last month worked too: lines, the total of each
    line of LINE_ITEMS, (lines, paths), positive magnitudes; of the commission, pay_own, on own buying, pay_sold, the
    part of it that rests on what customers bought, pay_team, on what the team buys but for the first orders of those
    who join, and pay_joining, on these.
    """

    cumulative: Array
    results: Array
    income: Array
    exit_value: Array
    last_month: Whole
    limit_month: Whole
    review_month: Whole
    money_gone_month: Whole
    for_money: NDArray[np.bool_]
    commission: Array
    gross_pay: Array
    first_year_pay: Array
    first_year_income: Array
    best_rank: NDArray[np.intp]
    joined: Array
    team: Array
    result_otherwise: Array
    waiting: Array
    lines: Array
    pay_own: Array
    pay_sold: Array
    pay_team: Array
    pay_joining: Array

    @property
    def result(self) -> Array:
        """The result at the end or on stopping, (paths,)."""
        return np.asarray(self.results[-1])

    @property
    def settled(self) -> Array:
        """Net cash flow so far, (horizon + 1, paths); once the distributor has stopped, all is received and paid."""
        months = np.arange(len(self.cumulative))[:, None]
        return np.where(months <= self.last_month, self.cumulative, self.results)

    def columns(self, part: slice) -> "Outcome":
        """Some of the paths."""
        return Outcome(*(getattr(self, name)[..., part] for name in self.__slots__))

    @classmethod
    def together(cls, parts: "list[Outcome]") -> "Outcome":
        """The paths of several, in their order."""
        return cls(*(np.concatenate([getattr(part, name) for part in parts], axis=-1) for name in cls.__slots__))


def outcome(plan: Plan, buy_back: BuyBack, paths: Paths) -> Outcome:
    """What the paths come to under the plan's stop rule, or whatever else makes the distributor stop.

    plan: of those that the paths are of any, since these differ in their assumptions alone.
    """
    statement, horizon = paths.statement, plan.horizon_months
    results, trading = statement.result, statement.trading_result
    limit, review = limit_months(plan.chance, results), review_months(plan.chance, results)
    gone = money_gone_months(statement.cash_balance)
    rule = earlier(limit, earlier(review, np.full(len(gone), horizon)))
    stays = earlier(gone, rule) if plan.chance.when_money_runs_out == "stops" else rule
    leaves = np.minimum(stays, paths.own_life)
    last, otherwise = (leaves, stays) if plan.chance.quits == "as_others" else (stays, leaves)
    column = np.arange(len(last))
    worked = np.arange(horizon + 1)[:, None] <= last
    before = np.minimum(max(horizon - LAST_MONTHS, 0), last)
    terms = terms_by_month(plan, buy_back)
    window = share_within_window(paths.trading.inventory, terms)
    returnable = (statement.closing_stock_value * window)[last, column]
    ranks = np.array([pay.rank for pay in paths.trading.pays])
    commission = np.where(worked, statement.lines["commission_earned"], 0.0)
    paid = commission + np.where(worked, statement.lines["margin_earned"], 0.0)
    kept = np.where(worked, from_own_shelf(statement.lines), 0.0)
    return Outcome(
        cumulative=statement.cumulative_cash_flow,
        results=np.where(worked, results, results[last, column]),
        income=(trading[last, column] - trading[before, column]) / min(horizon, LAST_MONTHS),
        exit_value=exit_values(plan, terms, returnable, last),
        last_month=last,
        limit_month=limit,
        review_month=review,
        money_gone_month=gone,
        for_money=(stays < rule) & (last == gone),
        commission=commission.sum(axis=0),
        gross_pay=np.maximum(paid.sum(axis=0), 0.0),
        first_year_pay=np.maximum(paid[: YEAR + 1].sum(axis=0), 0.0),
        first_year_income=np.maximum((paid + kept)[: YEAR + 1].sum(axis=0), 0.0),
        best_rank=np.where(worked, ranks, 0).max(axis=0),
        joined=paths.joined[last, column],
        team=paths.team[last, column],
        result_otherwise=results[otherwise, column],
        waiting=paths.trading.inventory.waiting[last, column]
        * (1 - paths.assumptions.discount)
        * level_at(paths, last),
        lines=np.array([summed_while(worked, statement.lines[line.name]) for line in LINE_ITEMS]),
        **pay_by_source(paths, worked),
    )


def level_at(paths: Paths, months: Whole) -> Array:
    """What shop prices have risen to in a month of each path, (paths,)."""
    levels = np.broadcast_to(paths.assumptions.price_level, paths.statement.result.shape)
    return np.asarray(levels[months, np.arange(len(months))])


def summed_while(worked: NDArray[np.bool_], amounts: Array) -> Array:
    """What the months that are worked come to, (paths,); both (horizon + 1, paths)."""
    if not any(amounts.strides) and not amounts.any():  # nothing at all in any month
        return np.zeros(amounts.shape[1])
    return np.asarray((amounts if worked.all() else np.where(worked, amounts, 0.0)).sum(axis=0))


def pay_by_source(paths: Paths, worked: NDArray[np.bool_]) -> dict[str, Array]:
    """What the pay of the months that are worked, (horizon + 1, paths), rests on; (paths,) each, as in Outcome."""
    own, below, joining = (
        np.where(worked, [getattr(pay, part) for pay in paths.trading.pays], 0.0).sum(axis=0)
        for part in ("on_own", "on_team", "on_joining")
    )
    on_sales = paths.terms.volume_on_sales
    sold = bought_by_customers(paths.trading.inventory, paths.sales.direct, worked, on_sales=on_sales)
    return {"pay_own": own, "pay_sold": own * sold, "pay_team": below - joining, "pay_joining": joining}


def from_own_shelf(lines: Mapping[str, Array]) -> Array:
    """The margin on goods that were sold from the own shelf, by month: what customers paid less what the goods cost."""
    return lines["revenue"] - lines["refunds"] - lines["cost_of_goods_sold"] + lines["returned_goods"]


def earlier(month: Whole, last: Whole) -> Whole:
    """The earlier of the two, where the first is reached at all; month: 0 for never."""
    return np.where(month > 0, np.minimum(month, last), last)


def money_gone_months(cash_balance: Array) -> Whole:
    """The first month from month 1 on in which own money, loan and card do not cover it, 0 for never; (paths,).

    cash_balance: (horizon + 1, paths). What the start costs more than there is counts as put in.
    """
    short = cash_balance[1:] - np.minimum(cash_balance[0], 0.0) <= -CENT
    return np.where(short.any(axis=0), short.argmax(axis=0) + 1, 0)


def limit_months(chance: Chance, results: Array) -> Whole:
    """The first month at whose end more is lost than the distributor is willing to lose, 0 for none; (paths,).

    results: after each month, (horizon + 1, paths).
    """
    if chance.most_to_lose is None:
        return np.zeros(results.shape[1], dtype=np.int64)
    beyond = results[1:] < -chance.most_to_lose
    return np.where(beyond.any(axis=0), beyond.argmax(axis=0) + 1, 0)


def review_months(chance: Chance, results: Array) -> Whole:
    """The review month where the months looked back on cost money together, else 0; (paths,)."""
    month = chance.review_month
    if month is None or month >= len(results):
        return np.zeros(results.shape[1], dtype=np.int64)
    before = max(month - REVIEWED_MONTHS, 0)
    return np.where(results[month] < results[before], month, 0)
