"""The simulation: the same plan tried many times, a block of paths at a time, keeping a few lines of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from planner.inputs.company.buy_back import BuyBack
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import resolve_terms
from planner.projection.assumptions import FIRST_MONTHS, Array, Assumptions
from planner.projection.contacts import project_contacts
from planner.projection.given_pay import GivenPay
from planner.projection.plan_assumptions import plan_assumptions
from planner.projection.team.network import project_network
from planner.simulation.growth import FEW_EXPECTED
from planner.simulation.paths import LONGEST_LIFE, MOST_PEOPLE, Draws, draw_paths
from planner.simulation.pay_by_month import PayByMonth
from planner.simulation.result import Outcome, outcome
from planner.simulation.workers import Maps

USUAL_PATHS = 1_000  # the same wherever a plan is tried, so that the same question gets the same answer
MOST_PATHS = 40_000
FEWEST_PATHS = 25  # beyond the budget, up to so many times of it; and of teams still larger:
OVER_BUDGET, FEWEST_OF_THE_LARGEST = 4, 10
PEOPLE_BUDGET = 5_000_000  # months of members, over all paths: about a second
PEOPLE_A_BLOCK = 500_000
RECRUITS_A_MONTH = 8
PATHS_A_BLOCK = 2_000
FEWEST_A_BLOCK = 2  # numpy sums a single column in another order, which shows in the last digit

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Simulation:
    """Many paths of one plan on one company.

    paths: how many were drawn, fewer than asked for where teams are so large that they would take too long; asked: how
    many were. cut: whether a path went as far as people are drawn (paths.MOST_PEOPLE) though more are within reach.
    pay: the mean of what they are paid by month; None where it was not asked for.
    """

    plan: Plan
    company: Company
    paths: int
    asked: int
    cut: bool
    outcome: Outcome
    pay: GivenPay | None = None


def simulate(
    plan: Plan,
    company: Company,
    paths: int,
    executor: Maps | None = None,
    progress: Progress | None = None,
    *,
    with_pay: bool = False,
) -> Simulation:
    """The plan on the company so many times, by the seed in the plan. The exchange rate must be there.

    executor: where blocks of paths are computed, here one after the other without one; progress: told the share done.
    The answer hangs on neither. with_pay: whether the mean pay by month is asked for.
    """
    draws = draws_of(plan, company)
    return in_one_go([plan], company, draws, paths, executor, progress, with_pay=with_pay)[0]


def draws_of(plan: Plan, company: Company) -> Draws:
    """What the paths of a plan on a company are drawn from."""
    return Draws(plan_assumptions(plan), resolve_terms(company, plan), plan.chance)


def simulate_draws(
    plan: Plan,
    company: Company,
    draws: Draws,
    paths: int,
    executor: Maps | None = None,
    progress: Progress | None = None,
) -> Simulation:
    """As `simulate`, where something goes otherwise than the plan says; plan supplies the stop rule and the seed."""
    return in_one_go([plan], company, draws, paths, executor, progress)[0]


def in_one_go(
    plans: Sequence[Plan],
    company: Company,
    draws: Draws,
    paths: int,
    executor: Maps | None = None,
    progress: Progress | None = None,
    *,
    with_pay: bool = False,
) -> list[Simulation]:
    """Plans that differ in their assumptions alone, of which draws has one scenario each."""
    if not 1 <= paths <= MOST_PATHS:
        raise ValueError(f"a simulation takes 1 to {MOST_PATHS} paths, not {paths}")
    people = expected_person_months(draws.assumptions)
    number = paths_drawn(float(people.max()), paths)
    starts, numbers = blocks(people, len(plans), number)
    one = partial(block_of, tuple(plans), company.buy_back, draws, with_pay=with_pay)
    found = []
    for part in map(one, starts, numbers) if executor is None else executor.map(one, starts, numbers):
        found.append(part)
        if progress is not None:
            progress(len(found) / len(starts))
    return [
        simulation_of(plan, company, number, paths, list(parts), float(within_reach))
        for plan, parts, within_reach in zip(
            plans,
            zip(*found, strict=True),
            np.broadcast_to(draws.assumptions.people_within_reach, len(plans)),
            strict=True,
        )
    ]


def blocks(people: Array, plans: int, number: int) -> tuple[range, list[int]]:
    """Where blocks of so many paths of each plan begin, and how many paths are in each.

    people: months of members in one path of each plan, in expectation.
    """
    block = max(int(min(PEOPLE_A_BLOCK / max(people.sum(), 1.0), PATHS_A_BLOCK / plans)), FEWEST_A_BLOCK)
    starts = range(0, max(number - FEWEST_A_BLOCK, 0) + 1, block)
    return starts, [(first + block if first + block in starts else number) - first for first in starts]


def mean_pay(draws: Draws, asked: int) -> list[GivenPay]:
    """What each scenario is paid by month in the mean of its paths, as many as `simulate` draws of it."""
    people = np.broadcast_to(expected_person_months(draws.assumptions), draws.assumptions.scenarios)
    by_number: dict[int, list[int]] = {}
    for place, each in enumerate(people):
        by_number.setdefault(paths_drawn(float(each), asked), []).append(place)
    found: dict[int, GivenPay] = {}
    for number, places in by_number.items():
        together = replace(draws, assumptions=draws.assumptions.columns(places))
        parts = []
        for first, paths in zip(*blocks(people[places], len(places), number), strict=True):
            pay = PayByMonth.of(draw_paths(together, draws.chance.seed, first, paths))
            parts.append([pay.columns(slice(plan * paths, (plan + 1) * paths)) for plan in range(len(places))])
        for place, of_plan in zip(places, zip(*parts, strict=True), strict=True):
            found[place] = PayByMonth.together(list(of_plan)).mean(asked, draws.chance.seed)
    return [found[place] for place in range(len(found))]


Block = tuple[Outcome, PayByMonth | None]  # some paths of one plan


def block_of(
    plans: tuple[Plan, ...], buy_back: BuyBack, draws: Draws, first: int, number: int, *, with_pay: bool = False
) -> list[Block]:
    """What so many paths of each plan from the first on come to; with what they are paid by month, if asked for."""
    paths = draw_paths(draws, plans[0].chance.seed, first, number)
    found, pay = outcome(plans[0], buy_back, paths), PayByMonth.of(paths) if with_pay else None
    each = [slice(plan * number, (plan + 1) * number) for plan in range(len(plans))]
    return [(found.columns(part), None if pay is None else pay.columns(part)) for part in each]


def simulation_of(
    plan: Plan, company: Company, number: int, asked: int, blocks: Sequence[Block], within_reach: float
) -> Simulation:
    """What was found of one plan."""
    found = Outcome.together([block[0] for block in blocks])
    cut = within_reach > MOST_PEOPLE and bool((found.joined >= MOST_PEOPLE).any())
    pays = [pay for _, pay in blocks if pay is not None]
    mean = PayByMonth.together(pays).mean(asked, plan.chance.seed) if pays else None
    return Simulation(plan, company, number, asked, cut, found, mean)


def paths_drawn(people: float, paths: int) -> int:
    """How many paths are drawn of those asked for; people: months of members in one path, in expectation."""
    affordable = PEOPLE_BUDGET / max(people, 1.0)
    fewest = min(FEWEST_PATHS, max(OVER_BUDGET * affordable, FEWEST_OF_THE_LARGEST))
    return int(min(paths, max(affordable, fewest)))


def expected_person_months(assumptions: Assumptions) -> Array:
    """Months that people below act in one path, in expectation, were no more within reach than can be drawn.

    (scenarios,).
    """
    recruits = project_contacts(assumptions).recruits
    if not recruits.any() and not assumptions.today:
        return np.zeros(assumptions.scenarios)
    network = project_network(assumptions, recruits, 1, compression=False)
    months = network.active[:-1, 1:].sum(axis=(0, 1))
    months = np.minimum(months, float(MOST_PEOPLE) * assumptions.horizon)
    drawn = recruits_drawn(assumptions, network.joined[:-1, 1:].sum(axis=(0, 1)))
    return np.asarray(np.maximum(months, drawn / RECRUITS_A_MONTH))


def recruits_drawn(assumptions: Assumptions, joined: Array) -> Array:
    """Whom members recruit in their life in one path, past the horizon too, each of whom is drawn; (scenarios,).

    RECRUITS_A_MONTH of them are as much to draw as a month of a member. None of a crowded path, which draws no more
    than it needs. joined: before the last month, in expectation.
    """
    early, later = assumptions.early_attrition, assumptions.member_attrition
    first = sum((1 - early) ** month for month in range(FIRST_MONTHS))
    rest = sum((1 - later) ** month for month in range(LONGEST_LIFE - FIRST_MONTHS))
    life = first + (1 - early) ** FIRST_MONTHS * rest
    crowded = joined > FEW_EXPECTED * np.minimum(assumptions.people_within_reach, MOST_PEOPLE)
    return np.where(crowded, 0.0, joined * assumptions.duplication * life)
