"""The mentor's stake: what whoever recruited the person would be paid, if the plan came true as entered.

By the rules that are computed of the company, on what the person and their team buy, as it is earned, over the plan.
The mentor stands right above the person and meets whatever the company asks of them. Where the person's own pay is
computed on averages, so is the mentor's: exact where pay goes by levels, approximate where ranks decide. Else it is the
mean of the same runs (stake_of_runs).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from planner.analysis.case import Case
from planner.analysis.mean_of_runs import paid_by_runs
from planner.analysis.together.stake_of_runs import Above
from planner.analysis.together.stake_of_runs import paid_above as paid_above_in_runs
from planner.analysis.whose_orders.run_draws import draws_by_pay_plan
from planner.compensation.kinds.stairstep import rate_table
from planner.compensation.kinds.unilevel import pay_unilevel
from planner.compensation.ranks import chances_of_rank, leg_rank
from planner.compensation.volumes import Array, Legs, MonthVolumes
from planner.inputs.company.pay_rules import Ranks
from planner.inputs.pay.in_a_plan import not_computed_in_a_plan
from planner.inputs.terms import LevelPay, Terms
from planner.inputs.together.talk import Mentor
from planner.line_items import CENT
from planner.projection.team.expected_team import ExpectedTeam

Standing = Literal["outside", "not_computed", "computed"]


@dataclass(frozen=True, slots=True)
class Stake:
    """What the mentor would be paid over the whole plan, in its currency: between low and high, 0 where not computed.

    low_rank, high_rank: by whose rates; one rank twice where the mentor's is known, both empty where pay does not hang
    on it, and the lower one where somebody without a rank is paid something too. at_least: the company pays more than
    is computed here. runs: how many it is the mean of, 0 where it is computed on averages. other_leg: of high, what is
    paid on two legs if another leg of the mentor's is the stronger.
    """

    standing: Standing
    low: float = 0.0
    high: float = 0.0
    low_rank: str = ""
    high_rank: str = ""
    at_least: bool = False
    runs: int = 0
    other_leg: float = 0.0


def stake(case: Case, mentor: Mentor) -> Stake:
    """What stands in it for the mentor: nothing for one outside of the company; by their rank, or by every rank."""
    terms = case.projection.terms
    if mentor.stands == "outside":
        return Stake("outside")
    if not terms.pays_team:
        return Stake("not_computed")
    at_least = bool(terms.unstated) or any(each.standing == "not_computed" for each in case.company.components)
    if needs_runs(case, mentor):
        return _in_runs(case, mentor, at_least=at_least)
    by_rank = paid_by_rank(case)
    if terms.stairstep is None or terms.ranks is None:
        return Stake("computed", by_rank[0], by_rank[0], at_least=at_least)
    names = [row.name for row in terms.ranks.rows]
    low, high = _ranks_of(names, mentor)
    return Stake("computed", by_rank[low], by_rank[high], names[low - 1], names[high - 1], at_least)


def needs_runs(case: Case, mentor: Mentor) -> bool:
    """Whether runs are drawn for it, which takes as long as those of the headline and longer."""
    terms = case.projection.terms
    return mentor.stands == "above" and terms.pays_team and paid_by_runs(terms, case.projection.assumptions)


def _ranks_of(names: Sequence[str], mentor: Mentor) -> tuple[int, int]:
    """The numbers of the lowest and the highest rank that the mentor may have: of the one that is stated, if it is."""
    stated = [number for number, name in enumerate(names, 1) if name.casefold() == mentor.rank.casefold()]
    return (stated[0], stated[0]) if stated else (min(1, len(names)), len(names))


def _in_runs(case: Case, mentor: Mentor, *, at_least: bool) -> Stake:
    """The same in the mean of runs, as many as the plan's own pay is the mean of."""
    draws = draws_by_pay_plan(case.plan, case.company)
    plan = None if draws is None else draws.terms.pay_plan
    if plan is None:
        return Stake("not_computed")
    low, high = _ranks_of(plan.rank_names, mentor)
    ways = [Above(low), Above(high)]
    stated = mentor.rank.casefold() in {name.casefold() for name in plan.rank_names}
    ways += [] if stated else [Above(0)]  # whom some companies pay too
    ways += [Above(high, other_leg=True)] if plan.has_two_legs else []
    found = paid_above_in_runs(case.plan, case.company, tuple(dict.fromkeys(ways)), case.runs)
    if found is None:
        return Stake("not_computed")
    paid = dict(zip(dict.fromkeys(ways), found.amounts, strict=True))
    lowest = 0 if paid.get(Above(0), 0.0) >= CENT else low
    other_leg, names = paid.get(Above(high, other_leg=True), 0.0), ("", *plan.rank_names)
    amounts, ranked = (paid[Above(lowest)], paid[Above(high)] + other_leg), (names[lowest], names[high])
    more = at_least or bool(not_computed_in_a_plan(plan))
    return Stake("computed", *amounts, *ranked, at_least=more, runs=found.runs, other_leg=other_leg)


def paid_by_rank(case: Case) -> tuple[float, ...]:
    """Pay over the plan of one who stands right above, by their rank; 0 none, i the i-th of the company."""
    projection = case.projection
    terms, team = projection.terms, ExpectedTeam(projection.assumptions, projection.terms, projection.network)
    rates = rate_table(terms.ranks) if terms.stairstep is not None and terms.ranks is not None else np.zeros(1)
    paid = np.zeros(len(rates))
    for month, (volume, value) in enumerate(zip(projection.personal_volume, projection.personal_value, strict=True)):
        level = projection.assumptions.price_level[month]
        volumes = MonthVolumes.of(volume, value / level, team(month))
        rank, active = projection.paid_as_rank[month], projection.active[month]
        above = [float(paid_above(volumes, terms, rank, active, float(rate))[0]) for rate in rates]
        paid += np.array(above) * level[0]  # all of it is a rate of what is bought
    return tuple(map(float, paid))


def paid_above(
    month: MonthVolumes, terms: Terms, rank: NDArray[np.intp], active: NDArray[np.bool_], rate: float
) -> Array:
    """A month's pay of one who stands right above whose volumes these are, (scenarios,).

    rank, active: of those below, as MonthPay has them. rate: of the rank of the one above.
    """
    paid = np.zeros_like(month.personal_value)
    if terms.unilevel is not None:
        levels = levels_above(month, terms.unilevel, active)
        paid = paid + pay_unilevel(levels, terms.unilevel.rates).sum(axis=0)
    if terms.stairstep is not None and terms.ranks is not None:
        paid = paid + differential_above(month, terms.ranks, rank, rate)
    return np.asarray(paid)


def levels_above(month: MonthVolumes, rule: LevelPay, active: NDArray[np.bool_]) -> Array:
    """What is bought on each level of the one above, (levels + 1, scenarios): the person is the first of them.

    Where the company compresses and the person is not active, they are no level to those below.
    """
    own = month.personal_value if rule.pays_on_inactive else np.where(active, month.personal_value, 0.0)
    nobody = np.zeros((1, len(own)))
    below, passed_over = (np.concatenate(both) for both in ((nobody, month.level_value), (month.level_value, nobody)))
    levels = np.where(active | (not rule.compression), below, passed_over)
    levels[0] += own
    return np.asarray(levels)


def differential_above(month: MonthVolumes, ranks: Ranks, rank: NDArray[np.intp], rate: float) -> Array:
    """The rate above on what the person and their legs buy, less the highest that somebody up to the person has."""
    theirs = rate_table(ranks)[rank]
    own = np.maximum(rate - theirs, 0.0) * month.personal_value
    legs = month.legs
    if not len(legs.count):
        return np.asarray(own)
    return np.asarray(own + (legs.count * legs.value * (rate - _left_to_others(ranks, legs, theirs, rate))).sum(axis=0))


def _left_to_others(ranks: Ranks, legs: Legs, theirs: Array, rate: float) -> Array:
    """Of a leg, the part of the rate above that its head or the person has already; (cohorts, scenarios)."""
    rates = rate_table(ranks)
    if legs.heads is None:
        return np.asarray(np.minimum(np.maximum(rates[leg_rank(ranks, legs.volume)], theirs), rate))
    left = [chance * np.minimum(np.maximum(rates[of], theirs), rate) for of, chance in chances_of_rank(ranks, legs)]
    return np.asarray(sum(left))
