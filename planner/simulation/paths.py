"""Some paths in full: people and orders drawn, and then everything that the projection computes, on the same functions.

A path is a scenario. What was decided stays as the plan says; what is drawn is who comes, stays, buys and recruits.
Several plans can be tried beside each other: the same paths of each, one plan after the other along the path axis.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.compensation.pay import Payer, VolumesPayer
from planner.compensation.team_of_people import TeamOfPeople
from planner.inputs.plan.chance import Chance
from planner.inputs.terms import Terms
from planner.projection.accounts import make_statement
from planner.projection.assumptions import Array, Assumptions
from planner.projection.contacts import project_contacts
from planner.projection.sales import Sales
from planner.projection.statement import Statement
from planner.projection.team.expected_team import counted_by_company
from planner.projection.trading import Trading, project_trading
from planner.simulation.forest import Forest, acting_by_month, joined_by_month
from planner.simulation.forest_payer import ForestPayer, Watch
from planner.simulation.growth import grow, is_crowded
from planner.simulation.person_months import ForestMonths, Purchases
from planner.simulation.recruiting import Behaviour
from planner.simulation.sales import draw_sales
from planner.simulation.sampling import Factors, Keys, Lives, Purpose, Whole, drawn, path_keys, poisson
from planner.simulation.today import Today

# What of the assumptions decides about the people below, and what about customers and their orders: where plans tried
# beside each other have the same in these, they have the same people, or the same sales, drawn once.
CONTACTS = ("contacts", "share_approached", "cold_a_month", "become_customers", "become_recruits")
OF_PEOPLE = (
    *CONTACTS,
    "recruits",
    "duplication",
    "recruit_at_once",
    "today_counted",
    "early_attrition",
    "member_attrition",
    "member_monthly_purchases",
    "member_resold_share",
    "member_joining_order",
    "party_recruits",
    "people_within_reach",
)
OF_SALES = (
    *CONTACTS,
    "new_customers",
    "customer_attrition",
    "orders_per_customer",
    "season",
    "party_customers",
    "party_orders",
    "host_credit",
    "retail_per_order",
    "ship_direct_share",
)
MOST_PEOPLE = 20_000  # who can join below in one path, however many are within reach: more is not drawn
LONGEST_LIFE = 123  # months of a member that are told apart: beyond the longest horizon

InForest = Callable[[Forest], Forest]


@dataclass(frozen=True, slots=True)
class Draws:
    """What paths are drawn from: the assumptions of plans, a scenario each, a company's terms, and the spreads.

    in_forest: what happens to the people below beside what is drawn, such as the best leg leaving.
    """

    assumptions: Assumptions
    terms: Terms
    chance: Chance
    in_forest: tuple[InForest, ...] = ()


@dataclass(frozen=True, slots=True)
class Paths:
    """Some paths with everything in them, the path axis last, as in a Projection.

    keys: of the paths. assumptions: of each of them. forest, people: below, where several plans have the same ones
    once. joined: own recruits and all below who joined up to the end of each month, team: those of them who act in it,
    both (horizon + 1, paths). own_life: months that the distributor stays where they leave as their members do,
    (paths,). terms: of the company.
    """

    keys: Keys
    assumptions: Assumptions
    forest: Forest
    people: ForestMonths
    joined: Array
    team: Array
    own_life: Whole
    sales: Sales
    trading: Trading
    statement: Statement
    terms: Terms


def draw_paths(draws: Draws, seed: int, first: int, paths: int, watch: Watch | None = None) -> Paths:
    """So many paths of each plan from the first on, alike whichever paths or plans they are drawn with.

    watch: is shown every month as it is paid, where a pay plan pays.
    """
    keys, terms, given = path_keys(seed, first, paths), draws.terms, draws.assumptions.repeated(paths)
    with_people, like = counted_by_company(draws.assumptions, terms).distinct(OF_PEOPLE)
    if terms.pay_plan is not None:  # whose distributor stands in the team, so that no two plans share one
        with_people, like = counted_by_company(draws.assumptions, terms), None
    whose = None if like is None else of_paths(like, paths)
    forest, people, own_life = draw_below(replace(draws, assumptions=with_people), keys)
    sales = sales_of_each(draws, keys)
    trading = project_trading(given, terms, sales, payer_of(forest, people, draws, whose, watch))
    joined, team = joined_by_month(forest), acting_by_month(forest)
    if whose is not None:
        joined, team, own_life = joined.take(whose, axis=1), team.take(whose, axis=1), own_life.take(whose)
    return Paths(
        keys=np.tile(keys, draws.assumptions.scenarios),
        assumptions=given,
        forest=forest,
        people=people,
        joined=joined,
        team=team,
        own_life=own_life,
        sales=sales,
        trading=trading,
        statement=make_statement(given, terms, sales, trading),
        terms=terms,
    )


def payer_of(
    forest: Forest, people: ForestMonths, draws: Draws, whose: NDArray[np.intp] | None, watch: Watch | None = None
) -> Payer:
    """By the company's pay plan where it states one, else by its levels and steps; whose: as of a TeamOfPeople."""
    terms = draws.terms
    if terms.pay_plan is not None:
        return ForestPayer(forest, people, terms, terms.pay_plan, draws.assumptions.placing, watch)
    return VolumesPayer(TeamOfPeople(people, terms, whose), terms)


def of_paths(plan: NDArray[np.intp], paths: int) -> NDArray[np.intp]:
    """The column of every path, so many of each plan; plan: whose columns stand for those of each."""
    return np.asarray((plan[:, None] * paths + np.arange(paths)).reshape(-1))


def draw_below(draws: Draws, keys: Keys) -> tuple[Forest, ForestMonths, Whole]:
    """The people of all plans, and how long the distributors stay; keys: of the paths of each plan, (paths,)."""
    plans, chance, every = draws.assumptions, draws.chance, np.tile(keys, draws.assumptions.scenarios)
    given = plans.repeated(len(keys))
    recruits = project_contacts(given).recruits[: given.horizon + 1]
    lives = [lives_of_members(plans, chance, plan) for plan in range(plans.scenarios)]
    forest = grow_each(draws, lives, keys, own_recruits(recruits, effort(chance, every), every))
    for change in draws.in_forest:
        forest = change(forest)
    today = today_of(plans, chance)
    people = ForestMonths(forest, given, Purchases(given.member_monthly_purchases, chance.purchase_spread), today)
    return forest, people, np.concatenate([each.of(keys, Purpose.OWN_LIFE) for each in lives])


def sales_of_each(draws: Draws, keys: Keys) -> Sales:
    """Customers and orders of all plans; keys: of the paths of each plan, (paths,)."""
    plans, like = draws.assumptions.distinct(OF_SALES)
    every, given = np.tile(keys, plans.scenarios), plans.repeated(len(keys))
    planned = project_contacts(given).new_customers
    sales = draw_sales(given, planned, draws.chance, effort(draws.chance, every), every)
    return sales if like is None else sales.columns(of_paths(like, len(keys)))


def effort(chance: Chance, keys: Keys) -> Array | float:
    """The factor of each path, or 1 for all of them."""
    return Factors.lognormal(chance.effort_spread).of(keys, Purpose.EFFORT)


def grow_each(draws: Draws, lives: list[Lives], keys: Keys, own: Whole) -> Forest:
    """The people of all plans; own: recruits of the distributors, (horizon + 1, paths). Alike plans are grown once."""
    planned, paths = project_contacts(draws.assumptions).recruits[: len(own)], len(keys)
    grown: list[tuple[Behaviour, Whole, Forest]] = []
    forests = []
    for plan in range(len(lives)):
        how, part = behaviour(draws, lives[plan], plan), own[:, plan * paths : (plan + 1) * paths]
        alike = [forest for other, recruits, forest in grown if other == how and np.array_equal(recruits, part)]
        if not alike:
            crowded = is_crowded(planned[:, plan % planned.shape[1]], how)
            alike.append(grow(keys, part, how, crowded=crowded))
            grown.append((how, part, alike[0]))
        forests.append(alike[0])
    return Forest.beside(forests)


def own_recruits(expected: Array, effort: Array | float, keys: Keys) -> Whole:
    """Whom the distributor recruits by month, (horizon + 1, paths); expected: by the plan, (horizon + 1, paths)."""
    months = np.arange(len(expected))[:, None]
    number = poisson(drawn(keys, Purpose.OWN_RECRUITS, months), expected * effort)
    return np.minimum(number, MOST_PEOPLE)


def behaviour(draws: Draws, lives: Lives, plan: int = 0) -> Behaviour:
    """How the people below behave under one of the plans."""
    given = draws.assumptions
    return Behaviour(
        ability=Factors.lognormal(draws.chance.ability_spread),
        lives=lives,
        duplication=of_plan(given.duplication, plan),
        at_once=of_plan(given.recruit_at_once, plan),
        reach=of_plan(given.people_within_reach, plan),
        most=float(MOST_PEOPLE),
        today=today_of(given, draws.chance, plan),
    )


def today_of(given: Assumptions, chance: Chance, plan: int = 0) -> Today | None:
    """The people with whom one of the plans begins; None where there are none."""
    if not given.today:
        return None
    early, later = (of_plan(share, plan) for share in (given.early_attrition, given.member_attrition))
    return Today.of(given.today, (early, later, chance.staying_spread), LONGEST_LIFE)


def lives_of_members(given: Assumptions, chance: Chance, plan: int = 0) -> Lives:
    """How long members act: who joins in a month acts from the next, and may be gone after each."""
    early, later = (of_plan(share, plan) for share in (given.early_attrition, given.member_attrition))
    return Lives.of_attrition(early, later, chance.staying_spread, LONGEST_LIFE)


def of_plan(values: Array, plan: int) -> float:
    """The value of one of several plans, which all share it where there is one alone."""
    return float(values[plan % len(values)])
