"""Some paths in full: people and orders drawn, and then everything that the projection computes, on the same functions.

A path is a scenario. What was decided stays as the plan says; what is drawn is who comes, stays, buys and recruits.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.compensation.team_of_people import TeamOfPeople
from planner.inputs.plan.chance import Chance
from planner.inputs.terms import Terms
from planner.projection.accounts import make_statement
from planner.projection.assumptions import Array, Assumptions
from planner.projection.contacts import project_contacts
from planner.projection.sales import Sales
from planner.projection.statement import Statement
from planner.projection.trading import Trading, project_trading
from planner.simulation.forest import Forest, acting_by_month, joined_by_month
from planner.simulation.growth import grow
from planner.simulation.person_months import ForestMonths, Purchases
from planner.simulation.recruiting import Behaviour
from planner.simulation.sales import draw_sales
from planner.simulation.sampling import Factors, Keys, Lives, Purpose, Whole, drawn, path_keys, poisson, survival

MOST_PEOPLE = 20_000  # who can join below in one path, however many are within reach: more is not drawn
MANY = 1 / 8  # of those who can join a path: where so many are expected to, no path is thought to leave all room
LONGEST_LIFE = 123  # months of a member that are told apart: beyond the longest horizon

InForest = Callable[[Forest], Forest]


@dataclass(frozen=True, slots=True)
class Draws:
    """What paths are drawn from: one plan's assumptions (a single scenario), a company's terms, and the spreads.

    in_forest: what happens to the people below beside what is drawn, such as the best leg leaving; None for nothing.
    """

    assumptions: Assumptions
    terms: Terms
    chance: Chance
    in_forest: InForest | None = None


@dataclass(frozen=True, slots=True)
class Paths:
    """Some paths with everything in them, the path axis last, as in a Projection.

    keys: of the paths. effort: the factor of each, (paths,) or 1. joined: own recruits and all below who joined up to
    the end of each month, team: those of them who act in it, both (horizon + 1, paths). own_life: months that the
    distributor stays where they leave as their members do, (paths,). terms: of the company.
    """

    keys: Keys
    effort: Array | float
    forest: Forest
    people: ForestMonths
    joined: Array
    team: Array
    own_life: Whole
    sales: Sales
    trading: Trading
    statement: Statement
    terms: Terms


def draw_paths(draws: Draws, seed: int, first: int, paths: int) -> Paths:
    """So many paths from the first on. They come out alike whichever paths they are drawn with."""
    chance, terms = draws.chance, draws.terms
    keys = path_keys(seed, first, paths)
    effort = Factors.lognormal(chance.effort_spread).of(keys, Purpose.EFFORT)
    given = replace(draws.assumptions, own_cash=np.full(paths, draws.assumptions.own_cash[0]))
    contacts = project_contacts(draws.assumptions)
    lives = lives_of_members(draws.assumptions, chance)
    how, planned = behaviour(draws, lives), contacts.recruits[: given.horizon + 1]
    own = own_recruits(planned, effort, keys)
    forest = grow(keys, own, how, crowded=how.would_join(planned[:, 0]) > MANY * how.places)
    if draws.in_forest is not None:
        forest = draws.in_forest(forest)
    purchases = Purchases(float(given.member_monthly_purchases[0]), chance.purchase_spread)
    people = ForestMonths(forest, given, purchases)
    sales = draw_sales(draws.assumptions, contacts.new_customers, chance, effort, keys)
    trading = project_trading(given, terms, sales, TeamOfPeople(people, terms))
    return Paths(
        keys=keys,
        effort=effort,
        forest=forest,
        people=people,
        joined=joined_by_month(forest),
        team=acting_by_month(forest),
        own_life=lives.of(keys, Purpose.OWN_LIFE),
        sales=sales,
        trading=trading,
        statement=make_statement(given, terms, sales, trading),
        terms=terms,
    )


def own_recruits(expected: Array, effort: Array | float, keys: Keys) -> Whole:
    """Whom the distributor recruits by month, (horizon + 1, paths); expected: by the plan, (horizon + 1, 1)."""
    months = np.arange(len(expected))[:, None]
    number = poisson(drawn(keys, Purpose.OWN_RECRUITS, months), expected * effort)
    return np.minimum(number, MOST_PEOPLE)


def behaviour(draws: Draws, lives: Lives) -> Behaviour:
    """How the people below behave under the plan."""
    given = draws.assumptions
    return Behaviour(
        ability=Factors.lognormal(draws.chance.ability_spread),
        lives=lives,
        duplication=float(given.duplication[0]),
        reach=float(given.people_within_reach[0]),
        most=float(MOST_PEOPLE),
    )


def lives_of_members(given: Assumptions, chance: Chance) -> Lives:
    """How long members act: who joins in a month acts from the next, and may be gone after each."""
    early, later = float(given.early_attrition[0]), float(given.member_attrition[0])
    return Lives.of_survival(survival(early, later, chance.staying_spread, LONGEST_LIFE))
