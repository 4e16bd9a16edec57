"""How people below behave: how long they act, whom they recruit and when; what each of them draws."""

from dataclasses import dataclass

import numpy as np

from planner.compensation.people import Index
from planner.inputs.plan.team import MOST_AT_ONCE
from planner.simulation.forest import place_among
from planner.simulation.sampling import Array, Factors, Keys, Lives, Purpose, Whole, drawn, poisson, uniform
from planner.simulation.today import Today

NOBODY: Index = np.zeros(0, dtype=np.int64)
MOST_OWN_RECRUITS = 1_000_000  # in a month, so that no two own recruits share a key


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How people below behave. ability: of recruiting, a factor of mean 1; lives: how many months they act.

    duplication: whom a member of average ability recruits in a month. at_once: share of newcomers who do so in the
    month they join too. reach: people who could ever join a path; most: of them, how many are drawn. today: who is
    there when the plan starts.
    """

    ability: Factors
    lives: Lives
    duplication: float
    reach: float
    most: float
    at_once: float = 0.0
    today: Today | None = None

    @property
    def places(self) -> float:
        """How many can join a path."""
        return min(self.reach, self.most)

    @property
    def recruits_at_once(self) -> float:
        """Whom one of the newcomers who recruit at once brings in that month, at average ability."""
        return min(self.duplication, MOST_AT_ONCE / self.at_once) if self.at_once else 0.0

    def would_join(self, own_recruits: Array) -> float:
        """How many would join a path, in expectation, were there room for all; own_recruits: by month, from 0."""
        joins = np.array(own_recruits, dtype=float)
        with_newcomers = 1 / (1 - self.at_once * self.recruits_at_once)  # whom they bring in the month too
        recruits = self.duplication * self.lives.still_there(len(joins))
        if self.today is not None:
            joins[1:] += self.duplication * self.today.there(len(joins) - 1)[1:]
        for month in range(len(joins)):
            joins[month] *= with_newcomers
            joins[month + 1 :] += joins[month] * recruits[1 : len(joins) - month]
            if joins[month] > self.places:
                break  # and soon no number could hold them
        return float(joins.sum())


def own_recruits_of(keys: Keys, number: Whole) -> tuple[Index, Index, Keys]:
    """Path, month and key of everyone whom the distributors recruit themselves, by path and month.

    keys: of the paths, (paths,); number: by month, (horizon + 1, paths), none in month 0.
    """
    path, month = np.nonzero(number.T)
    each = number[month, path]
    path, month = np.repeat(path, each), np.repeat(month, each)
    return path, month, drawn(keys[path], Purpose.OWN_RECRUIT, month * MOST_OWN_RECRUITS + place_among(each))


def number_recruited(keys: Keys, life: Index, behaviour: Behaviour) -> Index:
    """How many each recruits in their life as a member, past the horizon too: a Poisson number.

    Drawn over their whole life, so that a longer horizon only goes on where a shorter one stops.
    """
    mean = behaviour.duplication * behaviour.ability.of(keys, Purpose.ABILITY) * life
    return poisson(drawn(keys, Purpose.RECRUITED), mean)


def recruits_of(keys: Keys, joined: Index, life: Index, number: Index) -> tuple[Index, Index, Keys]:
    """Recruiter (the place among those given), month of joining and key of so many recruits of each.

    joined: the month of the recruiter; recruits come evenly over the months of their life.
    """
    who = np.repeat(np.arange(len(keys)), number)
    key = drawn(keys[who], Purpose.RECRUIT, place_among(number))
    month = joined[who] + 1 + (uniform(drawn(key, Purpose.JOINING_MONTH)) * life[who]).astype(np.int64)
    return who, month, key


def recruits_at_once(keys: Keys, behaviour: Behaviour) -> tuple[Index, Keys]:
    """Recruiter (the place among the newcomers of these keys) and key of everyone recruited in a month by newcomers."""
    who = np.flatnonzero(uniform(drawn(keys, Purpose.AT_ONCE)) < behaviour.at_once) if behaviour.at_once else NOBODY
    mean = behaviour.recruits_at_once * behaviour.ability.of(keys[who], Purpose.ABILITY)
    number = poisson(drawn(keys[who], Purpose.RECRUITED_AT_ONCE), mean)
    who = np.repeat(who, number)
    return who, drawn(keys[who], Purpose.RECRUIT_AT_ONCE, place_among(number))
