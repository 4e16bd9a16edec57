"""The projection: the order of the model on one screen.

Expected values: exact where the company's rules are linear, approximate where ranks or a weakest leg decide.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.compensation.pay import PayerOfAllMonths, VolumesPayer
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import Terms, resolve_terms
from planner.projection.accounts import make_statement
from planner.projection.assumptions import Array, Assumptions
from planner.projection.contacts import Contacts, project_contacts
from planner.projection.given_pay import GivenPay
from planner.projection.inventory import Inventory
from planner.projection.plan_assumptions import plan_assumptions
from planner.projection.sales import Sales, project_sales
from planner.projection.statement import Statement
from planner.projection.team.expected_team import ExpectedTeam
from planner.projection.team.network import Network, project_network
from planner.projection.trading import project_trading

FEWEST_LEVELS_KEPT = 8
LEVELS_KEPT_BELOW_PAY = 3
FEW_SCENARIOS = 16  # of which a month is so little work that all are paid in one call


@dataclass(frozen=True, slots=True)
class Projection:
    """Everything that follows from the assumptions, month axis first, scenario axis last.

    personal_volume and group_volume: points a month, legs that broke away not counted in the group; personal_value: the
    commissionable money of one's own. paid_as_rank: 0 none, i the i-th rank of the company. active: whether own points
    reached what the company asks for before it pays.
    commission_on_own and commission_on_team: money earned in the month, received after its payout lag;
    commission_on_joining: the part of the latter that rests on joining orders. lacking: goods at shop price that own
    points fell short of what the company asks for, bought or not. given: the pay that was given by month and not
    computed; None where it was.
    """

    terms: Terms
    assumptions: Assumptions
    contacts: Contacts
    sales: Sales
    network: Network
    inventory: Inventory
    personal_volume: Array
    personal_value: Array
    group_volume: Array
    paid_as_rank: NDArray[np.intp]
    active: NDArray[np.bool_]
    commission_on_own: Array
    commission_on_team: Array
    commission_on_joining: Array
    lacking: Array
    wholesale_share: Array
    statement: Statement
    given: GivenPay | None = None


def project(plan: Plan, company: Company, given: GivenPay | None = None) -> Projection:
    """One plan on one company: a single scenario. The exchange rate must be there (terms.missing_rate)."""
    return project_scenarios(plan_assumptions(plan), resolve_terms(company, plan), given)


def computed(_assumptions: Assumptions, _terms: Terms) -> GivenPay | None:
    """No pay is given: it is computed."""
    return None


def project_beside(
    plans: Sequence[Plan], company: Company, paid: Callable[[Assumptions, Terms], GivenPay | None] = computed
) -> list[tuple[list[int], Projection]]:
    """The plans as scenarios, those that differ in numbers alone in one projection: their places, and it.

    paid: the pay that they are given.
    """
    groups: list[tuple[Terms, tuple[Any, ...], list[int], list[Assumptions]]] = []
    for place, plan in enumerate(plans):
        terms, assumptions = resolve_terms(company, plan), plan_assumptions(plan)
        shared = assumptions.shared()
        group = next((each for each in groups if each[:2] == (terms, shared)), None)
        if group is None:
            group = (terms, shared, [], [])
            groups.append(group)
        group[2].append(place)
        group[3].append(assumptions)
    found = []
    for terms, _, places, each in groups:
        together = Assumptions.beside(each)
        found.append((places, project_scenarios(together, terms, paid(together, terms))))
    return found


def project_scenarios(assumptions: Assumptions, terms: Terms, given: GivenPay | None = None) -> Projection:
    """Many scenarios on one company's terms at once. given: their pay, in place of what the terms pay on the team."""
    contacts = project_contacts(assumptions)
    sales = project_sales(assumptions, contacts.new_customers)
    network = project_network(assumptions, contacts.recruits, levels_kept(terms), compression=compresses(terms))
    few = assumptions.scenarios <= FEW_SCENARIOS
    payer = (PayerOfAllMonths if few else VolumesPayer)(ExpectedTeam(assumptions, terms, network), terms)
    trading = project_trading(assumptions, terms, sales, payer, given)
    pays = trading.pays
    return Projection(
        terms=terms,
        assumptions=assumptions,
        contacts=contacts,
        sales=sales,
        network=network,
        inventory=trading.inventory,
        personal_volume=trading.personal_volume,
        personal_value=trading.personal_value,
        group_volume=np.array([pay.group_volume for pay in pays]),
        paid_as_rank=np.array([pay.rank for pay in pays]),
        active=np.array([pay.active for pay in pays]),
        commission_on_own=np.array([pay.on_own for pay in pays]),
        commission_on_team=np.array([pay.on_team for pay in pays]),
        commission_on_joining=np.array([pay.on_joining for pay in pays]),
        lacking=trading.lacking,
        wholesale_share=trading.wholesale_share,
        statement=make_statement(assumptions, terms, sales, trading),
        given=given,
    )


def levels_kept(terms: Terms) -> int:
    """How many levels of the downline are told apart; the deepest absorbs all below it."""
    paid = len(terms.unilevel.rates) if terms.unilevel is not None else 0
    return max(FEWEST_LEVELS_KEPT, paid + LEVELS_KEPT_BELOW_PAY)


def compresses(terms: Terms) -> bool:
    """Whether those who left are passed over when levels are counted."""
    return terms.unilevel is not None and terms.unilevel.compression
