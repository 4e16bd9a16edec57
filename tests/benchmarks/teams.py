"""A team that exists, paid for a month: against copying the same arrays, plain Python and a graph library.

The team is drawn: each member was recruited by one of those before, the more recent the likelier. The plan is seven
levels, compressed, with ranks; plain Python and the graph library pay the same levels without ranks.
"""

import statistics
from collections.abc import Callable
from functools import partial
from time import perf_counter

import networkx
import numpy as np

from planner.compensation.teams.pay import pay_team
from planner.compensation.teams.team import ROOT, Bought, Team, TeamMonths
from planner.inputs.pay.pay_plan import PayPlan

SIZES, ROUNDS, LARGEST_IN_PYTHON = (1_000, 10_000, 100_000, 1_000_000), 5, 100_000
RATES = (0.10, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02)
MINIMUM = 20.0
RANKS = [{"name": f"Rank {number}", "group_volume": 500.0 * 4**number, "frontline": number} for number in range(5)]
PLAN = PayPlan.model_validate(
    {
        "minimum_personal_volume": MINIMUM,
        "ranks": RANKS,
        "parts": [{"rule": "unilevel", "rates": RATES, "compression": "standard"}],
    }
)


def drawn(members: int) -> TeamMonths:
    """A team of so many members and one month of what they bought."""
    dice = np.random.default_rng(20261129)
    above = np.arange(members) - 1 - (dice.random(members) ** 2 * np.arange(members)).astype(np.int64)
    above[0] = ROOT
    team, _ = Team.of([str(number) for number in range(members)], above)
    points = np.round(dice.gamma(0.8, 60, members), 2)
    nothing = np.zeros(members)
    return TeamMonths(team, ("2026-11",), (Bought(points, points, nothing, nothing),))


def in_plain_python(months: TeamMonths) -> list[float]:
    """The levels paid member by member: up the line from each, past those who are not active."""
    above, points = months.team.above.tolist(), months.bought[0].points.tolist()
    pay = [0.0] * len(above)
    for member, bought in enumerate(points):
        up, level = above[member], 0
        while up != ROOT and level < len(RATES):
            if points[up] >= MINIMUM:
                pay[up] += bought * RATES[level]
                level += 1
            up = above[up]
    return pay


def in_networkx(graph: networkx.DiGraph, points: list[float]) -> list[float]:
    """The same by walking the graph's predecessors."""
    pay = [0.0] * len(points)
    for member, bought in enumerate(points):
        up, level = next(graph.predecessors(member), None), 0
        while up is not None and level < len(RATES):
            if points[up] >= MINIMUM:
                pay[up] += bought * RATES[level]
                level += 1
            up = next(graph.predecessors(up), None)
    return pay


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def measured(months: TeamMonths) -> dict[str, float]:
    """Seconds of each way, medians of some rounds; the slow ones once, and not for the largest team."""
    bought = months.bought[0]
    arrays = [months.team.above, months.team.joined, bought.points, bought.value, bought.by_customers, bought.joining]
    ways: dict[str, Callable[[], object]] = {
        "engine": partial(pay_team, PLAN, months),
        "copying the arrays": lambda: [np.copy(array) for array in arrays],
    }
    times = {name: statistics.median(seconds(work) for _ in range(ROUNDS)) for name, work in ways.items()}
    if len(months.team) <= LARGEST_IN_PYTHON:
        edges = zip(months.team.above[1:].tolist(), range(1, len(months.team)), strict=True)
        graph, points = networkx.DiGraph(edges), bought.points.tolist()
        times["plain Python"] = seconds(partial(in_plain_python, months))
        times["networkx"] = seconds(partial(in_networkx, graph, points))
        pay = pay_team(PLAN, months)[0].pay
        assert np.allclose(pay, np.where(bought.points >= MINIMUM, in_plain_python(months), 0.0))
    return times


def other_kinds() -> dict[str, PayPlan]:
    """A plan of each of the kinds that prototypes were measured for, and what comes before any: ranks and activity."""
    rated = [each | {"rate": 0.03 * number} for number, each in enumerate(RANKS, start=1)]
    rest = {"minimum_personal_volume": MINIMUM, "ranks": rated}
    parts: dict[str, list[dict[str, object]]] = {
        "ranks alone": [],
        "stairstep": [{"rule": "stairstep"}],
        "generations": [{"rule": "generations", "rates": (0.05, 0.04, 0.03), "ends_rank": "Rank 2"}],
        "two legs": [{"rule": "binary", "rate": 0.1, "unmatched": "kept"}],
    }
    return {name: PayPlan.model_validate(rest | {"parts": each}) for name, each in parts.items()}


def in_pairs(months: TeamMonths) -> TeamMonths:
    """The same orders in a team in which nobody has more than two recruits."""
    members = len(months.team)
    above = (np.arange(members) - 1) // 2
    above[0] = ROOT
    team, _ = Team.of(months.team.members, above)
    return TeamMonths(team, months.names, months.bought)


def report_kinds() -> None:
    """Of the largest team, what each other kind takes beside copying."""
    months = drawn(SIZES[-1])
    copying = measured(months)["copying the arrays"]
    for name, plan in other_kinds().items():
        team = in_pairs(months) if name == "two legs" else months
        took = statistics.median(seconds(partial(pay_team, plan, team)) for _ in range(ROUNDS))
        print(f"  {SIZES[-1]:,}, {name}: {took * 1e3:,.0f} ms, {took / copying:,.0f} times what copying takes")


def report() -> None:
    """For each size the times and their ratios. Nothing passes or fails."""
    print(f"A team that exists: seven levels, compressed, with ranks; medians of {ROUNDS} rounds")
    for members in SIZES:
        times = measured(drawn(members))
        print(f"  {members:,}: " + ", ".join(f"{name} {value * 1e3:,.2f} ms" for name, value in times.items()))
        engine = times.pop("engine")
        ratios = [f"{engine / times.pop('copying the arrays'):,.0f} times what copying takes"]
        ratios += [f"{value / engine:,.0f} times as fast as {name}" for name, value in times.items()]
        print("    " + ", ".join(ratios))
    report_kinds()
