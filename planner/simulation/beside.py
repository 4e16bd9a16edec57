"""Several plans tried beside each other on the same draws: one call in place of many, to the same last digit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.assumptions import Assumptions
from planner.simulation.engine import Simulation, draws_of, expected_person_months, in_one_go, paths_drawn
from planner.simulation.paths import Draws
from planner.simulation.workers import Maps

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Alike:
    """Plans that differ in numbers of their assumptions alone; members: their places, and those numbers."""

    shared: tuple[Any, ...]
    members: list[tuple[int, Draws]]

    def together(self) -> Draws:
        """What all of them are drawn from, a scenario each."""
        each = [draws for _, draws in self.members]
        return replace(each[0], assumptions=Assumptions.beside([draws.assumptions for draws in each]))


def simulate_beside(
    plans: Sequence[Plan],
    company: Company,
    paths: int,
    executor: Maps | None = None,
    progress: Progress | None = None,
) -> list[Simulation]:
    """Each of the plans as `engine.simulate` finds it; executor, progress: as there."""
    found: list[Simulation | None] = [None] * len(plans)
    done = 0
    for alike in those_alike(plans, company, paths):
        places = [place for place, _ in alike.members]

        def tell(part: float, before: int = done, number: int = len(places)) -> None:
            if progress is not None:
                progress((before + part * number) / len(plans))

        draws = alike.together()
        for place, simulation in zip(
            places, in_one_go([plans[place] for place in places], company, draws, paths, executor, tell), strict=True
        ):
            found[place] = simulation
        done += len(places)
    return [simulation for simulation in found if simulation is not None]


def those_alike(plans: Sequence[Plan], company: Company, paths: int) -> list[Alike]:
    """The plans in groups that one call can try."""
    kinds: list[Alike] = []
    for place, plan in enumerate(plans):
        draws, stock = draws_of(plan, company), plan.stock
        returns = (stock.marketable_share, stock.return_freight_share)  # what goods given back bring
        shared = (draws.terms, draws.chance, returns, *draws.assumptions.shared())
        alike = next((alike for alike in kinds if alike.shared == shared), None)
        if alike is None:
            alike = Alike(shared, [])
            kinds.append(alike)
        alike.members.append((place, draws))
    return [group for alike in kinds for group in with_as_many_paths(alike, paths)]


def with_as_many_paths(alike: Alike, paths: int) -> list[Alike]:
    """Of plans so many paths of which are asked for, those of which as many are drawn."""
    people = np.broadcast_to(expected_person_months(alike.together().assumptions), len(alike.members))
    groups: dict[int, Alike] = {}
    for member, each in zip(alike.members, people, strict=True):
        number = paths_drawn(float(each), paths)
        groups.setdefault(number, Alike((*alike.shared, number), [])).members.append(member)
    return list(groups.values())
