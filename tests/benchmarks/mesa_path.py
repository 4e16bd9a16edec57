"""One path of a plain plan as an agent-based model in Mesa: a member an agent, a month a step.

The yardstick of `make bench`. It does less than the engine: unilevel pay on everyone, orders sent direct, and net cash
flow alone, with neither stock, VAT, tax, funding nor a statement by line.
"""

import math
from typing import NamedTuple

import mesa

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from tests.planner.twin_people import address_book, customers_and_demand, recruits
from tests.planner.twin_price import commissionable, order_price, payout_lag, share_paid
from tests.simulation.aggregate import costs_by_month
from tests.simulation.naive import binomial, factor, half_spread, poisson, summed_hazards, tendency


class MesaEnded(NamedTuple):
    """What a path comes to, and the months that members acted in it."""

    result: float
    commission: float
    joined: int
    person_months: int


class MesaMember(mesa.Agent):
    """Somebody below. level: 1 for the frontline."""

    def __init__(self, model: "MesaDownline", level: int) -> None:
        super().__init__(model)
        dice, chance = model.random, model.plan.chance
        self.level, self.months = level, 0
        self.ability = factor(dice, chance.ability_spread)
        self.appetite = factor(dice, model.half)
        self.restlessness = tendency(dice, model.plan)

    def step(self) -> None:
        """A month: buys, recruits, and stays or leaves."""
        model, team, dice = self.model, self.model.plan.team, self.model.random
        model.person_months += 1
        bought = team.member_monthly_purchases * self.appetite * factor(dice, model.half)
        if self.months == 0:
            bought += team.member_joining_order
        if self.level <= len(model.rates):
            model.earned += model.rates[self.level - 1] * bought * model.value
        model.joining += [self.level + 1] * poisson(dice, team.duplication * self.ability)
        self.months += 1
        hazard = model.hazards[self.months] - model.hazards[self.months - 1]
        if dice.random() >= math.exp(-self.restlessness * hazard):
            self.remove()


class MesaDownline(mesa.Model):
    """The distributor with customers, everyone below, and the cash of each month."""

    def __init__(self, plan: Plan, company: Company, seed: int) -> None:
        super().__init__(seed=seed)
        self.plan, self.rates = plan, company.pay.unilevel.rates
        self.half, self.value = half_spread(plan.chance.purchase_spread), commissionable(plan, company, 1.0)
        self.hazards, self.costs = summed_hazards(plan), costs_by_month(plan, company)
        asked = address_book(plan)["approached"]
        self.planned, self.recruits = customers_and_demand(plan, asked)["customers"], recruits(plan, asked)
        self.margin_share = 1 - plan.customers.discount - share_paid(plan, company, 0.0)
        self.effort = factor(self.random, plan.chance.effort_spread)
        self.lag, self.customers, self.margin = payout_lag(company), 0, 0.0
        self.earned, self.person_months, self.joined = 0.0, 0, 0
        self.joining: list[int] = []
        self.by_month = [0.0]
        self.commission = 0.0

    def step(self) -> None:
        """A month of everybody."""
        month = len(self.by_month)
        self.earned, self.joining = 0.0, [1] * poisson(self.random, self.recruits[month] * self.effort)
        self.agents.shuffle_do("step")
        reach = self.plan.team.people_within_reach
        new = [level for level in self.joining if self.random.random() < 1 - self.joined / reach]
        for level in new:
            MesaMember(self, level)
        self.joined += len(new)
        self.commission += self.earned
        self.by_month.append(self.earned + self.sold(month))

    def sold(self, month: int) -> float:
        """The margin on the orders of the month, refunds of the month before taken back."""
        group, chance, dice = self.plan.customers, self.plan.chance, self.random
        new = self.planned[month] - self.planned[month - 1] * (1 - group.attrition)
        came = poisson(dice, max(new, 0.0) * self.effort * factor(dice, chance.customer_spread))
        self.customers += came - binomial(dice, self.customers, group.attrition)
        mean = self.customers * group.orders_per_customer * factor(dice, chance.customer_spread)
        orders = poisson(dice, mean)
        worth = factor(dice, chance.order_spread / orders**0.5) if orders else 0.0
        before, self.margin = self.margin, orders * order_price(self.plan) * worth * self.margin_share
        return self.margin - group.refund_share * before


def mesa_path(plan: Plan, company: Company, seed: int) -> MesaEnded:
    """One path from launch to the horizon."""
    model = MesaDownline(plan, company, seed)
    for _ in range(plan.horizon_months):
        model.step()
    received = sum(model.by_month[: plan.horizon_months + 1 - model.lag])
    return MesaEnded(received - float(model.costs.sum()), model.commission, model.joined, model.person_months)
