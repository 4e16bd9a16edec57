"""Shocks: what may come from outside while the plan stays as it is, laid on the runs, each by its name."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from planner.analysis.beside.what_if import SWITCHES, Switch
from planner.analysis.case import Case
from planner.inputs.terms import Terms, resolve_terms
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.assumptions import Assumptions
from planner.projection.contacts import project_contacts
from planner.projection.plan_assumptions import plan_assumptions
from planner.simulation.engine import Progress, Simulation, simulate_draws
from planner.simulation.forest import Forest, without_best_leg
from planner.simulation.paths import Draws, InForest
from planner.simulation.workers import Maps

PAY_LEFT = 0.75  # of every rate of the pay plan
FROZEN_MONTHS = 2


@dataclass(frozen=True, slots=True)
class Shock:
    """A switch, and what it does to the people below; in_forest: None where it does nothing to them."""

    switch: Switch
    in_forest: InForest | None = None


def shock_month(horizon: int) -> int:
    """The month in which a shock comes that comes once: the middle of the plan."""
    return (horizon + 1) // 2


def lower_pay(terms: Terms) -> Terms:
    """Every rate of the company's pay plan is lowered; what it asks for stays."""
    unilevel, ranks = terms.unilevel, terms.ranks
    if unilevel is not None:
        unilevel = replace(unilevel, rates=tuple(rate * PAY_LEFT for rate in unilevel.rates))
    if ranks is not None:
        rows = tuple(
            row if row.rate is None else row.model_copy(update={"rate": row.rate * PAY_LEFT}) for row in ranks.rows
        )
        ranks = ranks.model_copy(update={"rows": rows})
    return replace(terms, unilevel=unilevel, ranks=ranks, pay_times=terms.pay_times * PAY_LEFT)


def frozen_orders(assumptions: Assumptions) -> Assumptions:
    """No customer orders anything for some months from the middle of the plan on."""
    season, at_parties = np.array(assumptions.season), np.array(assumptions.party_orders)
    first = shock_month(assumptions.horizon)
    season[first : first + FROZEN_MONTHS] = at_parties[first : first + FROZEN_MONTHS] = 0.0
    return replace(assumptions, season=season, party_orders=at_parties)


def nobody_new(assumptions: Assumptions) -> Assumptions:
    """From the middle of the plan on the distributor finds neither customers nor recruits."""
    found = project_contacts(assumptions)
    first = shock_month(assumptions.horizon)
    at_parties = [np.array(each) for each in (assumptions.party_customers, assumptions.party_recruits)]
    customers, recruits = found.new_customers - at_parties[0], found.recruits - at_parties[1]
    for each in (customers, recruits, *at_parties):
        each[first:] = 0.0
    return replace(
        assumptions,
        customers_from_book=False,
        recruits_from_book=False,
        new_customers=customers,
        recruits=recruits,
        party_customers=at_parties[0],
        party_recruits=at_parties[1],
    )


def best_leg_leaves(forest: Forest) -> Forest:
    """In the middle of the plan everyone in the largest leg leaves."""
    return without_best_leg(forest, shock_month(forest.horizon))


# What comes from outside alone; each switch is a shock too, whichever way it is laid on the plan.
FROM_OUTSIDE: tuple[Shock, ...] = (
    Shock(
        Switch(
            "best_leg_leaves",
            mark("The best leg leaves"),
            Message(
                mark("In the middle of the plan the recruit with the most people below leaves, and takes them along.")
            ),
        ),
        best_leg_leaves,
    ),
    Shock(
        Switch(
            "plan_cut",
            mark("The company cuts its pay plan"),
            Message(
                mark("From the start every rate of the pay plan is {share} lower. What it asks for stays."),
                {"share": Quantity(1 - PAY_LEFT, "share")},
            ),
            in_terms=lower_pay,
        )
    ),
    Shock(
        Switch(
            "orders_frozen",
            mark("Nothing to sell for two months"),
            Message(
                mark("In the middle of the plan the goods are not to be had, and no customer orders for {months}."),
                {"months": Quantity(FROZEN_MONTHS, "months")},
            ),
            in_assumptions=frozen_orders,
        )
    ),
    Shock(
        Switch(
            "no_warm_contacts",
            mark("No more warm contacts"),
            Message(mark("From the middle of the plan on you find neither new customers nor recruits.")),
            in_assumptions=nobody_new,
        )
    ),
)
SHOCKS = (*FROM_OUTSIDE, *map(Shock, SWITCHES))


def simulate_with(
    case: Case,
    shocks: Collection[Shock],
    paths: int,
    executor: Maps | None = None,
    progress: Progress | None = None,
) -> Simulation:
    """The runs of the plan with all of these shocks together, on the draws of the plan without them."""
    plan = case.plan
    for shock in shocks:
        plan = shock.switch.in_plan(plan)
    assumptions, terms = plan_assumptions(plan), resolve_terms(case.company, plan)
    for shock in shocks:
        assumptions, terms = shock.switch.in_assumptions(assumptions), shock.switch.in_terms(terms)
    in_forest = tuple(shock.in_forest for shock in shocks if shock.in_forest is not None)
    draws = Draws(assumptions, terms, plan.chance, in_forest)
    return simulate_draws(plan, case.company, draws, paths, executor, progress)
