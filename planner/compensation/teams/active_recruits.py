"""Pay on active recruits of a team that exists: the step that they reach, on what each of them bought."""

from collections.abc import Iterator

import numpy as np

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.climb import of_children
from planner.compensation.teams.flow import Flow, flow
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import ROOT
from planner.inputs.pay.active_recruits import ActiveRecruits


def pay_active_recruits(part: ActiveRecruits, month: TeamMonth) -> Iterator[Flow]:
    """What everybody earns on their recruits; details: how many are active, and the volume that decided."""
    team, bought, active = month.team, month.bought, month.active
    recruits = of_children(team, active.astype(np.float64))
    measured = bought.points if part.measured_in == "points" else bought.value
    volume = of_children(team, measured if part.volume_of == "all" else np.where(active, measured, 0.0))
    rates = np.zeros(len(team))
    for step in part.steps:
        more = volume > step.volume + NEARLY if part.threshold == "passed" and step.volume else None
        enough = volume + NEARLY >= step.volume if more is None else more
        so_many = recruits
        if step.each:
            so_many = of_children(team, (active & (bought.points + NEARLY >= step.each)).astype(np.float64))
        rates[enough & (so_many >= step.recruits) & (bought.points + NEARLY >= step.own)] = step.rate
    rates[~month.paid_from(part.from_rank)] = 0.0
    recruited = team.above != ROOT
    source = np.flatnonzero(recruited if part.pays_on == "all" else recruited & active)
    earner = team.above[source]
    yield flow(1, earner, source, bought.value[source], rates[earner], recruits=recruits[earner], volume=volume[earner])
