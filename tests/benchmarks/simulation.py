"""The simulation, whole results, against the same plan as agents in Mesa and as plain objects, and against copying.

Also the people and their pay alone, and the most memory that is held. All are timed in turn, round by round.
"""

import statistics
import tracemalloc
from collections.abc import Iterator
from random import Random

import numpy as np

from planner.compensation.team_of_people import TeamOfPeople
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.contacts import project_contacts
from planner.simulation.engine import USUAL_PATHS, draws_of, simulate
from planner.simulation.growth import grow
from planner.simulation.paths import Draws, behaviour, draw_paths, lives_of_members, own_recruits
from planner.simulation.person_months import ForestMonths, Purchases
from planner.simulation.sampling import Factors, Purpose, path_keys
from tests.benchmarks.engine import arrays_in, processor_seconds, seconds
from tests.companies_by_months import BY_MONTHS
from tests.properties.situations import invented_company
from tests.simulation.kolmogorov import same_law
from tests.simulation.naive_path import naive_path

MONTHS, ROUNDS, PATHS, BLOCK, SLOW_PATHS, MESA_PATHS = 60, 7, 4_000, 1_000, 15, 15
HALF_A_POINT = 0.005
AS_AGENTS = invented_company(kit=60, rates=(0.08, 0.05, 0.04, 0.03))  # the plainest rules, as Mesa has them
COMPANIES = (AS_AGENTS, BY_MONTHS["amway-eu"])


def simple_plan(company: Company) -> Plan:
    """Half a recruit a month for five years, members who recruit 0.06 a month: some 425 months of members a path."""
    return Plan.model_validate(
        {
            "currency": company.currency,
            "horizon_months": MONTHS,
            "stock": {"opening_stock": 0, "ship_direct_share": 1},
            "team": {"recruits_a_month": 0.5, "duplication": 0.06, "annual_attrition": 0.74},
            "chance": {"staying_spread": 0},
        }
    )


def people_and_pay(draws: Draws, paths: int) -> int:
    """The people of so many paths and what everyone below buys each month; how many months of members they are."""
    keys = path_keys(1, 0, paths)
    effort = Factors.lognormal(draws.chance.effort_spread).of(keys, Purpose.EFFORT)
    planned = project_contacts(draws.assumptions).recruits[: MONTHS + 1]
    lives = lives_of_members(draws.assumptions, draws.chance)
    forest = grow(keys, own_recruits(planned, effort, keys), behaviour(draws, lives))
    purchases = Purchases(draws.assumptions.member_monthly_purchases, draws.chance.purchase_spread)
    people = ForestMonths(forest, draws.assumptions, purchases)
    team = TeamOfPeople(people, draws.terms)
    for month in range(MONTHS + 1):
        team(month)
    return len(people.bought)


def copied(company: Company) -> list[np.ndarray]:
    """Every array that a block of paths comes to: people, sales, goods, pay of every month, every line."""
    paths = draw_paths(draws_of(simple_plan(company), company), 1, 0, BLOCK)
    parts = (paths.forest, paths.people, paths.sales, paths.trading, paths.statement, *paths.trading.pays)
    return [array for part in parts for array in arrays_in(part)]


def timed(company: Company) -> Iterator[tuple[str, float]]:
    """What was timed and the seconds of processor a path, in turn, for as many rounds."""
    plan, dice, output, mesa_path = simple_plan(company), Random(1), copied(company), None  # noqa: S311
    if company is AS_AGENTS:
        from tests.benchmarks.mesa_path import mesa_path
    draws = draws_of(plan, company)
    for number in range(ROUNDS):
        yield "engine", processor_seconds(lambda: simulate(plan, company, PATHS)) / PATHS
        yield "people and pay alone", processor_seconds(lambda: people_and_pay(draws, BLOCK)) / BLOCK
        yield "copying its arrays", processor_seconds(lambda: [np.copy(array) for array in output]) / BLOCK
        objects = processor_seconds(lambda: [naive_path(dice, plan, company) for _ in range(SLOW_PATHS)])
        yield "plain objects", objects / SLOW_PATHS
        if mesa_path is not None:
            seeds = range(number * MESA_PATHS, (number + 1) * MESA_PATHS)
            agents = processor_seconds(lambda of=seeds: [mesa_path(plan, company, seed) for seed in of])
            yield "Mesa", agents / MESA_PATHS


def same_work() -> None:
    """Raises where agents and engine would not be the same plan: their results are distributed alike."""
    from tests.benchmarks.mesa_path import mesa_path

    plan = simple_plan(AS_AGENTS)
    agents, engine = [mesa_path(plan, AS_AGENTS, seed) for seed in range(200)], simulate(plan, AS_AGENTS, PATHS).outcome
    for name in ("joined", "commission", "result"):
        if same_law([getattr(path, name) for path in agents], getattr(engine, name)) < 1e-3:
            raise RuntimeError(f"Mesa and the engine differ in {name}")


def peak_memory(company: Company, paths: int) -> str:
    """The most that is held at a time, and of how many paths: of large teams fewer are drawn than are asked for."""
    tracemalloc.start()
    drawn = simulate(simple_plan(company), company, paths).paths
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return f"{peak / 1e6:,.0f} MB for {drawn:,} paths where {paths:,} are asked for"


def kept_of_all() -> str:
    """How much a path comes to on its way, and how much of it stays once its block is done."""
    drawn, kept = copied(AS_AGENTS), arrays_in(simulate(simple_plan(AS_AGENTS), AS_AGENTS, BLOCK).outcome)
    on_its_way, stays = (sum(array.nbytes for array in arrays) / BLOCK / 1e3 for arrays in (drawn, kept))
    return f"a path comes to {on_its_way:.1f} kB in {len(drawn)} arrays, of which {stays:.1f} kB are kept"


def to_half_a_point() -> str:
    """How long it takes until the share that loses is known to half a point, as a standard error; the default plan."""
    company = load_catalog().companies["scentsy-us"]
    plan = Plan.model_validate({"currency": company.currency})
    lose = float((simulate(plan, company, USUAL_PATHS).outcome.result < 0).mean())
    needed = int(lose * (1 - lose) / HALF_A_POINT**2)
    took = statistics.median(seconds(lambda: simulate(plan, company, needed)) for _ in range(3))
    return f"the share that loses to half a point: {needed:,} runs, {took:.2f} seconds"


def report() -> None:
    """For each company the times and their ratios. Nothing passes or fails, if all do the same work."""
    same_work()
    print(
        f"Simulation: {PATHS:,} paths of {MONTHS} months; microseconds of processor a path, medians of {ROUNDS} rounds"
    )
    for company in COMPANIES:
        times: dict[str, list[float]] = {}
        for name, took in timed(company):
            times.setdefault(name, []).append(took)
        median = {name: statistics.median(values) for name, values in times.items()}
        months = people_and_pay(draws_of(simple_plan(company), company), BLOCK) / BLOCK
        print(f"  {company.id}: " + ", ".join(f"{name} {value * 1e6:,.1f}" for name, value in median.items()))
        ratios = [
            f"{median[name] / median['engine']:,.0f} times as fast as {name}"
            for name in ("Mesa", "plain objects")
            if name in median
        ]
        ratios.append(f"{median['engine'] / median['copying its arrays']:,.1f} times what copying takes")
        print("    " + ", ".join(ratios))
        each, alone = (median[name] / months * 1e9 for name in ("engine", "people and pay alone"))
        print(f"    {months:,.0f} months of members a path: {each:,.0f} ns each, {alone:,.0f} ns without the money")
    print(f"    {to_half_a_point()}")
    print(f"    {kept_of_all()}")
    print("    at most " + ", ".join(peak_memory(AS_AGENTS, paths) for paths in (10_000, 40_000)))
