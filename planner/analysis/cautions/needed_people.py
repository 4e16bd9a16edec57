"""In which month a plan would need more people than there are: than Sweden, the United States and the world have."""

from dataclasses import dataclass

import numpy as np

from planner.analysis.cautions.of_people import joined_without_end, populations
from planner.inputs.evidence.industry import Population
from planner.inputs.plan.plan import Plan
from planner.projection.plan_assumptions import plan_assumptions


@dataclass(frozen=True, slots=True)
class Needed:
    """A place, and the first month at whose end more people would have joined below than live there; None if never."""

    place: Population
    month: int | None


def needed_people(plan: Plan) -> tuple[Needed, ...]:
    """For each place, were nobody ever to run out; ten years ahead, schedules going on as they end."""
    joined = joined_without_end(plan_assumptions(plan))
    months = ((place, np.flatnonzero(joined > place.rounded)) for place in populations())
    return tuple(Needed(place, int(month[0]) if len(month) else None) for place, month in months)
