"""The downline in expectation: who joins, who leaves, on which level, and the legs they form."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from planner.inputs.plan.team import MOST_AT_ONCE
from planner.projection.assumptions import Array, Assumptions
from planner.projection.team.people import CompressedPeople, People, grow_older, leaving_by_age, of_today


@dataclass(frozen=True)
class Network:
    """Expected people below the distributor, month axis first, scenario axis last.

    joined, active: by level, (horizon + 1, levels + 1, scenarios); level 0 is the distributor, 1 the frontline, the
    deepest level kept absorbs all below it. active is at the end of the month; who joins acts from the next.
    newcomers: those of active who joined in the month. With compression, levels are counted over active people only,
    so that a level changes when somebody above leaves. frontline: active personal recruits, (horizon + 1, scenarios).
    leaving: chance by age, (ages, scenarios). duplication: whom each active member recruits in a month were nobody to
    run out, recruited: whom they do, (horizon + 1, scenarios). Legs are followed only once they are asked for.
    """

    joined: Array
    active: Array
    newcomers: Array
    frontline: Array
    leaving: Array
    duplication: Array
    recruited: Array

    @cached_property
    def alive(self) -> Array:
        """Chance that a leg still has somebody active in it, by its age in months, (horizon + 1, scenarios)."""
        return leg_survival(len(self.joined) - 1, self.leaving, self.duplication)

    @cached_property
    def _by_leg(self) -> tuple[tuple[Array, Array], ...]:
        """By month, people active and just joined at its end in the leg of one recruit of each join month so far.

        Each (month + 1, scenarios), those whose leg has died out among them; the first row (month 0) is empty.
        """
        legs = np.zeros((1, len(self.leaving), self.joined.shape[-1]))
        found = [(legs.sum(axis=1), legs[:, 0])]
        for recruited in self.recruited[1:]:
            legs, fresh = grow_legs(legs, self.leaving, recruited)
            found.append((legs.sum(axis=1), fresh))
        return tuple(found)

    def legs(self, month: int) -> tuple[Array, Array]:
        """Legs that act in `month`, by the month in which their head joined: how many, and the people in each.

        Both (max(month, 1), scenarios): cohort c joined in month c, the first row (month 0) being empty.
        """
        last = max(month - 1, 0)
        alive = self.alive[last::-1]
        return self.joined[: last + 1, 1] * alive, in_living_legs(self._by_leg[last][0], alive)

    def leg_joiners(self, month: int) -> Array:
        """Of the people in each leg that acts in `month`, those who joined the month before; as in `legs`."""
        last = max(month - 1, 0)
        return in_living_legs(self._by_leg[last][1], self.alive[last::-1])


def in_living_legs(people: Array, alive: Array) -> Array:
    """People in a leg that lives, from those in an average one; nobody where the chance of it has sunk to nothing."""
    return people / np.where(alive > 0, alive, np.inf)


def leg_survival(months: int, leaving: Array, duplication: Array) -> Array:
    """Chance that a leg still has somebody active in it so many months after its head joined, (months + 1, scenarios).

    Every member leaves with the chance of their age and recruits a Poisson number of mean duplication a month (a
    branching process, Galton-Watson); the people within reach running out is not in it. leaving: (ages, scenarios).
    """
    scenarios = np.broadcast(leaving[0], duplication).size
    alive = np.ones((months + 1, len(leaving), scenarios))
    for age in range(months):
        # Counting the chance of dying instead would lose the digits of a chance of 1e-20.
        now = alive[age]
        older = np.concatenate([now[1:], now[-1:]]) if len(now) > 1 else now
        no_recruit = np.exp(-duplication * now[0])
        alive[age + 1] = -np.expm1(-duplication * now[0]) + no_recruit * (1 - leaving) * older
    return alive[:, 0]


def project_network(assumptions: Assumptions, recruits: Array, levels: int, *, compression: bool) -> Network:
    """Level 1 joins by the distributor's recruiting; every active member below recruits `duplication` a month.

    recruits: whom the distributor would recruit, (horizon + 1 or more, scenarios). Joins are scaled by the share of the
    people within reach who have not joined yet, and never exceed them. Where newcomers recruit in the month they join,
    levels are counted over everyone, with compression too, and legs know nothing of these recruits: what rests on
    either is then not told from here. The same holds of a team that is there when the plan starts: its people act from
    month 1, and are none of those who join.
    """
    counts_some = compression and not assumptions.today
    newcomers_recruit = brought_by_newcomers(assumptions) > 0
    if not counts_some or newcomers_recruit.all() or not newcomers_recruit.any():
        return grown(assumptions, recruits, levels, compression=counts_some and not newcomers_recruit.any())
    over_some, over_all = (grown(assumptions, recruits, levels, compression=each) for each in (True, False))
    each = {
        name: np.where(newcomers_recruit, getattr(over_all, name), getattr(over_some, name))
        for name in ("joined", "active", "newcomers", "frontline", "recruited")
    }
    return replace(over_some, **each)


def grown(assumptions: Assumptions, recruits: Array, levels: int, *, compression: bool) -> Network:
    """The network with levels counted over everyone, or in all scenarios over those who act."""
    months, scenarios = assumptions.horizon, assumptions.scenarios
    leaving = leaving_by_age(assumptions)
    shape = (months + 1, levels + 1, scenarios)
    joined, active, newcomers = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    active[:, 0] = 1.0
    frontline, recruited = np.zeros((months + 1, scenarios)), np.zeros((months + 1, scenarios))
    network = Network(joined, active, newcomers, frontline, leaving, assumptions.duplication, recruited)
    today = of_today(assumptions, levels, len(leaving))
    if not recruits.any() and today is None:
        return network
    at_once = brought_by_newcomers(assumptions)
    people = (CompressedPeople if compression else People)(levels, leaving, scenarios)
    front = np.zeros((len(leaving), scenarios))
    if today is not None and isinstance(people, People):
        people.begin_with(today[0])
        front += today[0][1]
        active[0, 1:], frontline[0] = people.by_level()[1:], front.sum(axis=0)
    reach, so_far = assumptions.people_within_reach, np.zeros(scenarios)
    for month in range(1, months + 1):
        wanted = wanted_joins(recruits[month], active[month - 1], assumptions.duplication)
        scale = np.maximum(reach - so_far, 0.0) / np.maximum(
            reach, with_those_of_newcomers(wanted, at_once).sum(axis=0)
        )
        joined[month] = with_those_of_newcomers(wanted * scale, at_once * scale)
        so_far = so_far + joined[month].sum(axis=0)
        recruited[month] = assumptions.duplication * scale
        newcomers[month] = people.pass_month(joined[month], recruited[month])
        active[month, 1:] = people.by_level()[1:]
        front = grow_older(front, leaving)
        front[0] += joined[month, 1]
        frontline[month] = front.sum(axis=0)
    return network


def wanted_joins(recruits: Array, active: Array, duplication: Array) -> Array:
    """Who would join by level if nobody ran out, (levels + 1, scenarios); the deepest level absorbs all below it."""
    wanted = np.zeros_like(active)
    wanted[1] = recruits
    wanted[2:] = duplication * active[1:-1]
    wanted[-1] += duplication * active[-1]
    return wanted


def brought_by_newcomers(assumptions: Assumptions) -> Array:
    """Whom each newcomer recruits in the month of joining, on average, (scenarios,); below 1, or it would not end."""
    return np.asarray(np.minimum(assumptions.recruit_at_once * assumptions.duplication, MOST_AT_ONCE))


def with_those_of_newcomers(joining: Array, at_once: Array) -> Array:
    """Who joins by level once newcomers recruit in the month they join, and those whom they bring too.

    joining: who joins without, (levels + 1, scenarios); at_once: whom each newcomer brings in the month, below 1. The
    deepest level absorbs all below it.
    """
    if not at_once.any():
        return joining
    found = joining.copy()
    for level in range(2, len(found)):
        found[level] += at_once * found[level - 1]
    found[-1] /= 1 - at_once
    return found


def grow_legs(legs: Array, leaving: Array, joining: Array) -> tuple[Array, Array]:
    """The legs a month later with a new one begun, and who joined in each: a new leg is its head alone.

    legs: people by join month of the head and by age, (cohorts, ages, scenarios). joining: whom each active member
    recruits, (scenarios,).
    """
    fresh = np.concatenate([legs.sum(axis=1) * joining, np.ones((1, legs.shape[-1]))])
    grown = np.concatenate([grow_older(legs, leaving), np.zeros((1, *legs.shape[1:]))])
    grown[:, 0] += fresh
    return grown, fresh
