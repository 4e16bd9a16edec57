"""What if it goes otherwise: switches that lay a changed plan or terms beside the plan, which stays as it is."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

import numpy as np

from planner.analysis.beside.comparison import TODAY_STAYS, without_recruits
from planner.analysis.case import Case
from planner.analysis.measures.measure import Measures, measure
from planner.analysis.projected import projected_scenarios
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import Terms, resolve_terms
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.assumptions import Array, Assumptions
from planner.projection.plan_assumptions import plan_assumptions
from planner.speech import Speech

CUSTOMERS_LEFT = 0.5  # of the new customers
ATTRITION_TIMES = 2
MOST_ATTRITION = 0.999  # a month: somebody always stays, or nothing would be left to halve
PRICE_RISE = 0.10
LATER_MONTHS = 1
FREIGHT_RISE = 0.10  # percentage points of what goods cost


def _same_plan(plan: Plan) -> Plan:
    return plan


def _same_assumptions(assumptions: Assumptions) -> Assumptions:
    return assumptions


def _same_terms(terms: Terms) -> Terms:
    return terms


@dataclass(frozen=True, slots=True)
class Switch:
    """One thing that goes otherwise: what it is called, what it changes, and by how much.

    title: a marked text. with_today: another, of what is said too of a plan that begins with a team. in_plan,
    in_assumptions and in_terms return the changed ones and leave what they get alone; they are applied in that order,
    so that switches go together.
    """

    key: str
    title: str
    explanation: Message
    with_today: str = ""
    in_plan: Callable[[Plan], Plan] = _same_plan
    in_assumptions: Callable[[Assumptions], Assumptions] = _same_assumptions
    in_terms: Callable[[Terms], Terms] = _same_terms


def explained(switch: Switch, plan: Plan, speech: Speech) -> str:
    """What a switch changes in a plan, in words."""
    more = speech.text(switch.with_today) if plan.team.today else ""
    return " ".join(filter(None, (speech.say(switch.explanation), more)))


@dataclass(frozen=True, slots=True)
class SwitchDifference:
    """What one switch alone does: the figures with it less those of the plan, money in the plan's currency.

    deepest_hole: positive where it is deeper. result: at the horizon. per_hour: None where either has no hours.
    payback_before and payback: months, None where the money is not back or there is nothing to pay back.
    """

    switch: Switch
    deepest_hole: float
    result: float
    per_hour: float | None
    payback_before: int | None
    otherwise: Case

    @property
    def payback(self) -> int | None:
        """The month in which the money is back with the switch on."""
        return self.otherwise.measures.payback.month


def half_the_customers(assumptions: Assumptions) -> Assumptions:
    """New customers halved, whether stated by month, found in the address book, or guests of parties, who are fewer."""
    return replace(
        assumptions,
        new_customers=assumptions.new_customers * CUSTOMERS_LEFT,
        become_customers=assumptions.become_customers * CUSTOMERS_LEFT,
        party_customers=assumptions.party_customers * CUSTOMERS_LEFT,
        party_orders=assumptions.party_orders * CUSTOMERS_LEFT,
    )


def twice_the_attrition(assumptions: Assumptions) -> Assumptions:
    """Of customers and of members, twice the share that leaves in a month."""

    def twice(share: Array) -> Array:
        return np.minimum(share * ATTRITION_TIMES, np.maximum(share, MOST_ATTRITION))

    return replace(
        assumptions,
        customer_attrition=twice(assumptions.customer_attrition),
        early_attrition=twice(assumptions.early_attrition),
        member_attrition=twice(assumptions.member_attrition),
    )


def dearer_products(plan: Plan) -> Plan:
    """Products with a price of their own cost the distributor more, at most the shop price."""
    data = plan.model_dump()
    for product in data["customers"]["products"]:
        if product["wholesale_share"] is not None:
            product["wholesale_share"] = dearer(product["wholesale_share"])
    return Plan.model_validate(data)


def dearer_terms(terms: Terms) -> Terms:
    """The company asks more for its goods at every price step, at most the shop price.

    What the plan states at cost, such as a standing order, stays the same amount and buys less.
    """
    return replace(terms, price_steps=tuple((points, dearer(share)) for points, share in terms.price_steps))


def dearer(share: float) -> float:
    """What is paid of the shop price after the rise."""
    return min(share * (1 + PRICE_RISE), max(share, 1.0))


def later_pay(terms: Terms) -> Terms:
    """Pay and margin from the company arrive later."""
    lags = ("payout_lag_months", "margin_lag_months", "own_lag_months")
    return replace(terms, **{lag: getattr(terms, lag) + LATER_MONTHS for lag in lags})


def dearer_freight(terms: Terms) -> Terms:
    """Freight takes a larger share of what the goods cost, whoever states it."""
    return replace(terms, orders=replace(terms.orders, freight_on_top=terms.orders.freight_on_top + FREIGHT_RISE))


SWITCHES: tuple[Switch, ...] = (
    Switch(
        "half_the_customers",
        mark("Half the customers"),
        Message(mark("Only half of the new customers come, whether you state them or find them in your address book.")),
        in_assumptions=half_the_customers,
    ),
    Switch(
        "twice_the_attrition",
        mark("Twice the attrition"),
        Message(mark("Each month, twice as many of your customers stop, and twice as many of your members leave.")),
        in_assumptions=twice_the_attrition,
    ),
    Switch(
        "nobody_recruited",
        mark("Nobody recruited"),
        Message(
            mark("Nobody joins through you. The hours and costs that are for recruiting fall away, all else stays.")
        ),
        TODAY_STAYS,
        in_plan=without_recruits,
    ),
    Switch(
        "price_rise",
        mark("A price rise"),
        Message(
            mark("You pay {share} more for the goods, and the prices in the shop list stay."),
            {"share": Quantity(PRICE_RISE, "share")},
        ),
        in_plan=dearer_products,
        in_terms=dearer_terms,
    ),
    Switch(
        "later_pay",
        mark("Pay 30 days late"),
        Message(
            mark("Pay and margin from the company arrive {months} later."),
            {"months": Quantity(LATER_MONTHS, "months")},
        ),
        in_terms=later_pay,
    ),
    Switch(
        "freight_up",
        mark("Freight goes up"),
        Message(
            mark("Freight takes another {share} of what the goods cost, on top of what you state."),
            {"share": Quantity(FREIGHT_RISE, "share")},
        ),
        in_terms=dearer_freight,
    ),
)


def what_if(case: Case, switches: Collection[Switch]) -> Case:
    """The case with all of these switches on together; without any, as it is. Its plan holds what they change in it."""
    plan = case.plan
    for switch in switches:
        plan = switch.in_plan(plan)
    assumptions, terms = plan_assumptions(plan), resolve_terms(case.company, plan)
    for switch in switches:
        assumptions, terms = switch.in_assumptions(assumptions), switch.in_terms(terms)
    projection = projected_scenarios(assumptions, terms, plan.chance, case.runs)
    return Case(plan, case.company, projection, measure(plan, projection))


def differences(case: Case, progress: Callable[[float], None] | None = None) -> tuple[SwitchDifference, ...]:
    """What each switch alone does, in the order of SWITCHES. They do not add up: one often takes from another.

    progress: told the share done.
    """
    found = []
    for switch in SWITCHES:
        found.append(_difference(switch, case.measures, what_if(case, [switch])))
        if progress is not None:
            progress(len(found) / len(SWITCHES))
    return tuple(found)


def _difference(switch: Switch, before: Measures, otherwise: Case) -> SwitchDifference:
    after = otherwise.measures
    hourly = (before.earnings_per_hour, after.earnings_per_hour)
    return SwitchDifference(
        switch=switch,
        deepest_hole=after.peak_funding_need - before.peak_funding_need,
        result=after.result - before.result,
        per_hour=None if hourly[0] is None or hourly[1] is None else hourly[1] - hourly[0],
        payback_before=before.payback.month,
        otherwise=otherwise,
    )
