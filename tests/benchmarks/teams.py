"""A team that exists, paid for a month: against copying the arrays that are read, plain Python and a graph library.

All ways give the same answer under the same rule, and that is asserted: what every member and everyone below bought;
or every member's cheque, for which one is active with 20 points, ranks ask for group points and active recruits, and
the rank decides how many of seven compressed levels are paid. The others know the whole rule and take one pass each
for groups, ranks and levels, with nothing to look up twice: plain Python on lists, members before their recruits; the
graph library in its topological order, along its edges, with what was bought as an attribute of each node. The engine
gives beside the cheques what the month's records hold: everyone's rank, group, title and pay by part. Receipts, which
are made when they are asked for, are in none. What each way is given is laid out before: lists, graph, arrays.

Of the other kinds the cheques of everybody by the engine are set beside copying alone. Ranks and activity are in each.

The team is drawn: each member was recruited by one of those before, the more recent the likelier. What counts is the
least processor time of some rounds, since what else the machine does only adds to it.
"""

from collections.abc import Callable
from functools import partial
from time import process_time

import networkx
import numpy as np

from planner.compensation.teams.climb import with_below
from planner.compensation.teams.pay import pay_team
from planner.compensation.teams.team import ROOT, Bought, Team, TeamMonths
from planner.inputs.pay.pay_plan import PayPlan

SIZES, ROUNDS, LARGEST_IN_PYTHON = (1_000, 10_000, 100_000, 1_000_000), 5, 100_000
SHORTEST = 0.02  # seconds that are measured at a time, in which something short is done several times
RATES = (0.10, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02)
NEARLY = 1e-9
MINIMUM, WITHOUT_RANK = 20.0, 2  # points that keep somebody active, and levels that are paid without a rank
RANKS = [{"name": f"Rank {number}", "group_volume": 500.0 * 4**number, "frontline": number} for number in range(5)]
LEVELS: dict[str, object] = {
    "rule": "unilevel",
    "rates": RATES[:WITHOUT_RANK],
    "by_rank": [
        {"rank": rank["name"], "rates": RATES[: number + WITHOUT_RANK]} for number, rank in enumerate(RANKS, 1)
    ],
    "compression": "standard",
}
OTHER_KINDS: dict[str, list[dict[str, object]]] = {
    "ranks alone": [],
    "stairstep": [{"rule": "stairstep"}],
    "generations": [{"rule": "generations", "rates": (0.05, 0.04, 0.03), "ends_rank": "Rank 2"}],
    "two legs": [{"rule": "binary", "rate": 0.1, "unmatched": "kept"}],
}


def plan_of(parts: list[dict[str, object]]) -> PayPlan:
    """A plan of these parts; before any come ranks and activity."""
    rated = [each | {"rate": 0.03 * number} for number, each in enumerate(RANKS, start=1)]
    return PayPlan.model_validate({"minimum_personal_volume": MINIMUM, "ranks": rated, "parts": parts})


PLAN = plan_of([LEVELS])


def drawn(members: int) -> TeamMonths:
    """A team of so many members and one month of what they bought."""
    dice = np.random.default_rng(20261129)
    above = np.arange(members) - 1 - (dice.random(members) ** 2 * np.arange(members)).astype(np.int64)
    above[0] = ROOT
    team, _ = Team.of([str(number) for number in range(members)], above)
    points = np.round(dice.gamma(0.8, 60, members), 2)
    nothing = np.zeros(members)
    return TeamMonths(team, ("2026-11",), (Bought(points, points, nothing, nothing),))


def in_pairs(months: TeamMonths) -> TeamMonths:
    """The same orders in a team in which nobody has more than two recruits."""
    members = len(months.team)
    above = (np.arange(members) - 1) // 2
    above[0] = ROOT
    team, _ = Team.of(months.team.members, above)
    return TeamMonths(team, months.names, months.bought)


def levels_of(group: float, recruits: int) -> int:
    """How many levels are paid to somebody active, by the highest rank whose group points and recruits are there."""
    for number in range(len(RANKS), 0, -1):
        if group + NEARLY >= RANKS[number - 1]["group_volume"] and recruits >= RANKS[number - 1]["frontline"]:
            return number + WITHOUT_RANK
    return WITHOUT_RANK


def below_in_python(above: list[int], points: list[float]) -> list[float]:
    """What each and everyone below bought: each adds theirs to their sponsor's, from the last on."""
    group = points.copy()
    for member in range(len(above) - 1, 0, -1):
        group[above[member]] += group[member]
    return group


def pay_in_python(above: list[int], points: list[float]) -> list[float]:
    """Everyone's cheque, a pass over all members for each of: groups, recruits, levels, the next active above, pay."""
    group = below_in_python(above, points)
    active = [bought >= MINIMUM for bought in points]
    recruits = [0] * len(above)
    for member in range(1, len(above)):
        recruits[above[member]] += active[member]
    levels = [levels_of(*has) for has in zip(group, recruits, strict=True)]
    nearest, pay = above.copy(), [0.0] * len(above)
    for member in range(1, len(above)):
        up = above[member]
        nearest[member] = up if active[up] else nearest[up]
    for member, bought in enumerate(points):
        if active[member]:
            up = nearest[member]
            for level, rate in enumerate(RATES):
                if up == ROOT:
                    break
                if level < levels[up]:
                    pay[up] += bought * rate
                up = nearest[up]
    return pay


def below_in_networkx(graph: networkx.DiGraph) -> dict[int, float]:
    """What each and everyone below bought."""
    return below_in_order(graph, list(networkx.topological_sort(graph)))


def below_in_order(graph: networkx.DiGraph, order: list[int]) -> dict[int, float]:
    """The same; order: sponsors before their recruits."""
    group = dict(graph.nodes.data("points"))
    for member in reversed(order):
        for up in graph.predecessors(member):
            group[up] += group[member]
    return group


def pay_in_networkx(graph: networkx.DiGraph) -> dict[int, float]:
    """Everyone's cheque; of those who are active a graph of its own, in which each stands below the next above."""
    order = list(networkx.topological_sort(graph))
    group, points = below_in_order(graph, order), dict(graph.nodes.data("points"))
    active = {member for member, bought in points.items() if bought >= MINIMUM}
    levels = {member: levels_of(group[member], len(active.intersection(graph[member]))) for member in active}
    compressed, nearest = networkx.DiGraph(), dict[int, int]()
    compressed.add_nodes_from(active)
    for member in order:
        for up in graph.predecessors(member):
            if up in active:
                nearest[member] = up
            elif up in nearest:
                nearest[member] = nearest[up]
    compressed.add_edges_from((nearest[member], member) for member in active if member in nearest)
    pay = dict.fromkeys(graph, 0.0)
    for member in active:
        up, bought = next(compressed.predecessors(member), None), points[member]
        for level, rate in enumerate(RATES):
            if up is None:
                break
            if level < levels[up]:
                pay[up] += bought * rate
            up = next(compressed.predecessors(up), None)
    return pay


def seconds(work: Callable[[], object]) -> float:
    """Processor time, the least of some rounds, each of as many times as last long enough to be measured."""
    rounds = []
    for _ in range(ROUNDS):
        start, times = process_time(), 0
        while (took := process_time() - start) < SHORTEST:
            work()
            times += 1
        rounds.append(took / times)
    return min(rounds)


def copying(*arrays: np.ndarray) -> float:
    """What it takes to copy these, all of which are then there."""
    return seconds(lambda: [np.copy(each) for each in arrays])


def report_ways(name: str, ways: dict[str, Callable[[], object]], copies: float, members: int) -> None:
    """A line: the engine's time, its multiple of copying, and how many times as long the others take."""
    times = {way: seconds(work) for way, work in ways.items()}
    engine = times.pop("engine")
    told = [f"{engine * 1e3:,.2f} ms, {engine / members * 1e9:,.0f} ns a member, {engine / copies:,.1f} times copying"]
    told += [f"{took / engine:,.0f} times as fast as {way} ({took * 1e3:,.1f} ms)" for way, took in times.items()]
    print(f"  {members:,}, {name}: " + ", ".join(told))


def report_size(members: int) -> None:
    """Everything at one size of the team."""
    months = drawn(members)
    team, bought = months.team, months.bought[0]
    below: dict[str, Callable[[], object]] = {"engine": partial(with_below, team, bought.points)}
    cheques: dict[str, Callable[[], object]] = {"engine": partial(pay_team, PLAN, months)}
    if members <= LARGEST_IN_PYTHON:
        above, points = team.above.tolist(), bought.points.tolist()
        graph = networkx.DiGraph()
        graph.add_nodes_from((member, {"points": each}) for member, each in enumerate(points))
        graph.add_edges_from(zip(above[1:], range(1, members), strict=True))
        below |= {
            "plain Python": partial(below_in_python, above, points),
            "networkx": partial(below_in_networkx, graph),
        }
        cheques |= {"plain Python": partial(pay_in_python, above, points), "networkx": partial(pay_in_networkx, graph)}
        assert np.allclose(with_below(team, bought.points), below_in_python(above, points))
        assert below_in_networkx(graph) == dict(enumerate(below_in_python(above, points)))
        pay = pay_team(PLAN, months)[0].pay
        assert np.allclose(pay, pay_in_python(above, points))
        assert np.allclose(pay, list(pay_in_networkx(graph).values()))
    read = copying(team.above, team.joined, bought.points, bought.value)
    report_ways("points of everyone below", below, copying(team.above, bought.points), members)
    report_ways("seven levels, compressed, by rank", cheques, read, members)
    for name, parts in OTHER_KINDS.items():
        paid = in_pairs(months) if name == "two legs" else months
        report_ways(name, {"engine": partial(pay_team, plan_of(parts), paid)}, read, members)


def report() -> None:
    """Of each size. Nothing passes or fails."""
    print(f"A team that exists, a month's cheques of all; processor time, the least of {ROUNDS} rounds")
    for members in SIZES:
        report_size(members)
