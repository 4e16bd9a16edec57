"""The downline in expectation: who joins, who leaves, on which level, and the legs they form."""

from dataclasses import dataclass

import numpy as np

from planner.projection.assumptions import Array, Assumptions


@dataclass(frozen=True, slots=True)
class Network:
    """Expected people below the distributor, month axis first, scenario axis last.

    joined, active: by level, (horizon + 1, levels + 1, scenarios); level 0 is the distributor, 1 the frontline, the
    deepest level kept absorbs all below it. active is at the end of the month; who joins acts from the next.
    With compression, levels are counted over active people only, so that a level changes when somebody above leaves.
    frontline: active personal recruits, (horizon + 1, scenarios).
    growth: people active per person active at launch in a closed group, (horizon + 1, scenarios), cumulative.
    alive: chance that a leg still has somebody active in it, by its age in months, (horizon + 1, scenarios).
    """

    joined: Array
    active: Array
    frontline: Array
    growth: Array
    alive: Array

    def legs(self, month: int) -> tuple[Array, Array]:
        """Legs that act in `month`, by the month in which their head joined: how many, and the people in each.

        Both (max(month, 1), scenarios): cohort c joined in month c, the first row (month 0) being empty.
        """
        last = max(month - 1, 0)
        alive = self.alive[last::-1]
        count = self.joined[: last + 1, 1] * alive
        return count, self.growth[last] / self.growth[: last + 1] / alive


def passing_over(levels: int, attrition: Array) -> Array:
    """Compression: share of those on level l who stand on level k a month later, (levels + 1, levels + 1, scenarios).

    A person on level l has l - 1 people between them and the distributor, each of whom leaves with chance attrition:
    the level falls by the number who left, which is binomial. Rows are l, columns k; the person's own leaving is not
    in it.
    """
    share = np.zeros((levels + 1, levels + 1, len(attrition)))
    share[0, 0] = 1.0
    share[1, 1] = 1.0
    for level in range(2, levels + 1):
        share[level] = share[level - 1] * attrition
        share[level, 1:] += share[level - 1, :-1] * (1 - attrition)
    return share


def leg_survival(months: int, attrition: Array, duplication: Array) -> Array:
    """Chance that a leg still has somebody active in it so many months after its head joined, (months + 1, scenarios).

    Every member leaves with chance attrition and recruits a Poisson number of mean duplication a month (Galton-Watson);
    the people within reach running out is not in it.
    """
    alive = np.ones((months + 1, np.broadcast(attrition, duplication).size))
    for age in range(months):
        # Counting the chance of dying instead would lose the digits of a chance of 1e-20.
        no_recruit = np.exp(-duplication * alive[age])
        alive[age + 1] = -np.expm1(-duplication * alive[age]) + no_recruit * (1 - attrition) * alive[age]
    return alive


def project_network(assumptions: Assumptions, levels: int, *, compression: bool) -> Network:
    """Level 1 joins by the distributor's recruiting; every active member below recruits `duplication` a month.

    Joins are scaled by the share of the people within reach who have not joined yet, and never exceed them.
    """
    months, scenarios = assumptions.horizon, assumptions.scenarios
    shape = (months + 1, levels + 1, scenarios)
    joined, active = np.zeros(shape), np.zeros(shape)
    active[:, 0] = 1.0
    frontline, growth = np.zeros((months + 1, scenarios)), np.ones((months + 1, scenarios))
    staying = 1 - assumptions.member_attrition
    moving = passing_over(levels, assumptions.member_attrition) if compression else None
    reach = assumptions.people_within_reach
    so_far = np.zeros(scenarios)
    for month in range(1, months + 1):
        wanted = joined[month]
        wanted[1] = assumptions.recruits[month]
        wanted[2:] = assumptions.duplication * active[month - 1, 1:-1]
        wanted[-1] += assumptions.duplication * active[month - 1, -1]
        total = wanted.sum(axis=0)
        room = np.maximum(reach - so_far, 0.0)
        scale = room / np.maximum(reach, total)
        wanted *= scale
        so_far = so_far + wanted.sum(axis=0)
        if moving is None:
            active[month, 1:] = active[month - 1, 1:] * staying + wanted[1:]
        else:
            stay = active[month - 1, 1:] * staying + wanted[1:]
            active[month, 1:] = np.einsum("ls,lks->ks", stay, moving[1:, 1:])
        frontline[month] = frontline[month - 1] * staying + wanted[1]
        growth[month] = growth[month - 1] * (staying + assumptions.duplication * scale)
    alive = leg_survival(months, assumptions.member_attrition, assumptions.duplication)
    return Network(joined, active, frontline, growth, alive)
