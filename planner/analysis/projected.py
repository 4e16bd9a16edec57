"""The one way to a projection: with pay as the mean of runs where the company states its pay as a plan of parts.

Everything that says what a plan comes to exactly as entered goes through here, so that no place shows another figure.
"""

from collections.abc import Sequence
from functools import partial

from planner.analysis.mean_of_runs import mean_of_plan, mean_of_runs
from planner.inputs.company.company import Company
from planner.inputs.plan.chance import Chance
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import Terms
from planner.projection import engine
from planner.projection.assumptions import Assumptions
from planner.projection.engine import Projection
from planner.projection.given_pay import GivenPay
from planner.simulation.engine import USUAL_PATHS
from planner.simulation.paths import Draws


def projected(plan: Plan, company: Company, runs: int = USUAL_PATHS) -> Projection:
    """The plan on the company, as `engine.project`; runs: how many its pay is the mean of, where it is one."""
    return engine.project(plan, company, mean_of_plan(plan, company, runs))


def projected_scenarios(assumptions: Assumptions, terms: Terms, chance: Chance, runs: int = USUAL_PATHS) -> Projection:
    """Assumptions on terms that no plan states so, as `engine.project_scenarios`. chance: what runs are drawn with."""
    return engine.project_scenarios(assumptions, terms, paid(chance, runs, assumptions, terms))


def projected_beside(
    plans: Sequence[Plan], company: Company, runs: int = USUAL_PATHS
) -> list[tuple[list[int], Projection]]:
    """Several plans on the company, as `engine.project_beside`."""
    groups: list[tuple[Chance, list[int]]] = []
    for place, plan in enumerate(plans):
        alike = next((places for chance, places in groups if chance == plan.chance), None)
        if alike is None:
            groups.append((plan.chance, [place]))
        else:
            alike.append(place)
    found = []
    for chance, places in groups:
        each = engine.project_beside([plans[place] for place in places], company, partial(paid, chance, runs))
        found += [([places[place] for place in of_them], projection) for of_them, projection in each]
    return found


def paid(chance: Chance, runs: int, assumptions: Assumptions, terms: Terms) -> GivenPay | None:
    """The mean of so many runs; None where pay is computed."""
    return mean_of_runs(Draws(assumptions, terms, chance), runs)


def runs_of(projection: Projection) -> int:
    """How many runs the pay of what is laid beside a projection is the mean of: as many, on the same draws."""
    return USUAL_PATHS if projection.given is None else projection.given.asked
