"""A second engine for the plainest rules: nobody is anybody, only numbers of people by level and age are drawn.

Right for a unilevel that counts everyone who joined between, with members who recruit, stay and buy alike, everyone
within reach, and all orders sent direct. Laws of docs/method.md, random numbers of numpy's own generator.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from tests.planner.projection.twin_downline import leaving_chances
from tests.planner.twin_costs import fees_in, running_costs, startup_costs
from tests.planner.twin_people import address_book, customers_and_demand, orders_each, recruits, season
from tests.planner.twin_price import commissionable, order_price, share_paid, stated

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Ended:
    """As in Outcome, each (paths,)."""

    result: Array
    commission: Array
    joined: Array
    team: Array


def aggregate_paths(seed: int, plan: Plan, company: Company, paths: int) -> Ended:
    """So many paths at once, month by month."""
    assert plan.chance.ability_spread == plan.chance.staying_spread == plan.chance.purchase_spread == 0
    assert company.pay.unilevel is not None
    assert not company.pay.unilevel.compression
    assert plan.stock.ship_direct_share == 1
    dice = np.random.default_rng(seed)
    effort = factors(dice, plan.chance.effort_spread, (paths,))
    joined, team, earned = downline(dice, plan, company, effort)
    margin = margin_by_month(dice, plan, company, effort)
    # All that is earned counts, whenever it is paid, less what is refunded of the last month's orders the month after.
    margin = margin.sum(axis=0) * (1 - plan.customers.refund_share)
    result = earned.sum(axis=0) + margin - costs_by_month(plan, company).sum()
    return Ended(result, earned.sum(axis=0), joined, team)


def factors(dice: np.random.Generator, variation: float, shape: tuple[int, ...]) -> Array:
    variance = np.log1p(variation**2)
    return dice.lognormal(-variance / 2, np.sqrt(variance), shape)


def downline(dice: np.random.Generator, plan: Plan, company: Company, effort: Array) -> tuple[Array, Array, Array]:
    """Who ever joined, who acts in the last month, and pay by month.

    people: by level and by months acted, (levels, ages, paths), of those who act in the coming month.
    """
    rates = company.pay.unilevel.rates
    leaving, levels = np.array(leaving_chances(plan))[:, None], plan.horizon_months
    expected = recruits(plan, address_book(plan)["approached"])
    people = np.zeros((levels, len(leaving), len(effort)), dtype=np.int64)
    joined, team, pay = np.zeros(len(effort)), np.zeros(len(effort)), [np.zeros(len(effort))]
    for month in range(1, levels + 1):
        acting = people.sum(axis=1)
        bought = acting * plan.team.member_monthly_purchases + people[:, 0] * plan.team.member_joining_order
        value = commissionable(plan, company, 1.0) * bought
        pay.append(sum(rate * value[level] for level, rate in enumerate(rates[:levels])))
        new = dice.poisson(plan.team.duplication * acting)[:-1]
        new = np.concatenate([dice.poisson(expected[month] * effort)[None], new])
        joined, team = joined + new.sum(axis=0), acting.sum(axis=0)
        # Of those who have acted for 0, 1, 2 months and longer, this one is a month more.
        stayed = people - dice.binomial(people, leaving)
        people = np.stack([new, stayed[:, 0], stayed[:, 1], stayed[:, 2] + stayed[:, 3]], axis=1)
    return joined, team, np.array(pay)


def margin_by_month(dice: np.random.Generator, plan: Plan, company: Company, effort: Array) -> Array:
    """Margin on orders that the company sends, before refunds, (months, paths)."""
    group, chance, paths = plan.customers, plan.chance, len(effort)
    planned = [0.0, *customers_and_demand(plan, address_book(plan)["approached"])["customers"]]
    share = 1 - group.discount - share_paid(plan, company, 0.0)
    there, margins = np.zeros(paths, dtype=np.int64), [np.zeros(paths)]
    for month in range(1, plan.horizon_months + 1):
        new = planned[month + 1] - planned[month] * (1 - group.attrition)
        lucky = factors(dice, chance.customer_spread, (paths,))
        there = there - dice.binomial(there, group.attrition) + dice.poisson(max(new, 0.0) * effort * lucky)
        lucky = factors(dice, chance.customer_spread, (paths,))
        orders = dice.poisson(there * orders_each(plan, month) * season(plan, month) * lucky)
        variance = np.log1p(chance.order_spread**2 / np.maximum(orders, 1))
        worth = np.exp(np.sqrt(variance) * dice.normal(size=paths) - variance / 2)
        margins.append(orders * order_price(plan) * worth * share)
    return np.array(margins)


def costs_by_month(plan: Plan, company: Company) -> Array:
    """What is paid whatever happens: the kit, getting started, fees, running costs."""
    startup = np.array(startup_costs(plan)) * (1 + plan.getting_started.contingency_share)
    months = range(plan.horizon_months + 1)
    costs = startup + running_costs(plan) + [fees_in(plan, company, month) for month in months]
    costs[0] += stated(plan, company, "joining", "starter_kit_fee") + plan.stock.opening_stock
    return costs
