"""Quality against quantity: what it is worth that members stay a month longer, beside one more recruit."""

from dataclasses import dataclass, replace

import numpy as np

from planner.analysis.case import Case
from planner.analysis.projected import projected_scenarios
from planner.projection.assumptions import FIRST_MONTHS, Array, Assumptions
from planner.projection.contacts import project_contacts
from planner.projection.plan_assumptions import plan_assumptions

RECRUIT_JOINS_IN = 1  # month


@dataclass(frozen=True, slots=True)
class Worth:
    """What a change of the team brings, in the plan's currency; negative where it costs.

    result: more of it at the horizon. pay: earned from the company in the last month.
    """

    result: float
    pay: float


@dataclass(frozen=True, slots=True)
class TeamWorth:
    """Both changes, each on top of the plan alone.

    mean_stay and longer_mean_stay: months that a member stays on average, as planned and with the longer stay; None
    where nobody leaves after the first months, and then longer_stay is None too. has_team: whether anybody joins.
    """

    mean_stay: float | None
    longer_mean_stay: float | None
    longer_stay: Worth | None
    one_more_recruit: Worth
    has_team: bool


def team_worth(case: Case) -> TeamWorth:
    """Three scenarios of one projection: the plan, a month's longer stay of everyone below, one more recruit."""
    given = plan_assumptions(case.plan)
    projection = projected_scenarios(three_teams(given), case.projection.terms, case.plan.chance, case.runs)
    results = projection.statement.result[-1]
    pays = projection.statement.lines["commission_earned"][-1]
    longer, one_more = (Worth(float(results[lane] - results[0]), float(pays[lane] - pays[0])) for lane in (1, 2))
    early, later = float(given.early_attrition[0]), float(given.member_attrition[0])
    return TeamWorth(
        mean_stay=mean_stay(early, later),
        longer_mean_stay=mean_stay(month_longer(early), month_longer(later)),
        longer_stay=longer if later > 0 else None,
        one_more_recruit=one_more,
        has_team=bool(projection.network.joined[:, 1:, 0].any()),
    )


def three_teams(given: Assumptions) -> Assumptions:
    """The assumptions of a plan as three scenarios: as they are, members staying longer, one more recruit.

    The recruits of the address book are laid out by month, so that one can come on top of them.
    """
    found = project_contacts(given).recruits
    one_more = found.copy()
    one_more[RECRUIT_JOINS_IN] += 1

    def longer_in_second(leaving: Array) -> Array:
        chance = float(leaving[0])
        return np.array([chance, month_longer(chance), chance])

    return replace(
        given,
        recruits_from_book=False,
        recruits=np.concatenate([found, found, one_more], axis=1),
        early_attrition=longer_in_second(given.early_attrition),
        member_attrition=longer_in_second(given.member_attrition),
    )


def month_longer(leaving: float) -> float:
    """The monthly chance of leaving h at which somebody stays a month longer: a mean of 1 / h becomes 1 / h + 1."""
    return leaving / (1 + leaving)


def mean_stay(early: float, later: float) -> float | None:
    """Months that a member stays on average: at `early` in the first months, then at `later`; None if that is 0."""
    if later <= 0:
        return None
    staying = 1 - early
    return float(sum(staying**month for month in range(FIRST_MONTHS)) + staying**FIRST_MONTHS / later)
