"""A team's next month if it is like this one without orders at joining, which come once: who is active, and ranks."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.analysis.team.paid import TeamPaid
from planner.compensation.activity import LONGEST
from planner.compensation.teams.month import Past, sales_of, who_is_active
from planner.compensation.teams.ranks import Ranks, Standing, paid_as
from planner.compensation.teams.team import Array, Bought, Team
from planner.timeline import MONTHS_PER_YEAR

FAR = 1_000_000  # months: whoever joins later than the month that is looked at is not there in the next one either


@dataclass(frozen=True, slots=True)
class NextMonth:
    """A place each member. active, rank: as the next month gives them. idle: who would be active still after a month in
    which nobody buys anything; None where a month counts by itself, so that nobody who is asked for anything would.
    """

    active: NDArray[np.bool_]
    rank: Ranks
    idle: NDArray[np.bool_] | None


def next_month(paid: TeamPaid) -> NextMonth:
    """The month after the one that is looked at. Nobody joins; months that count together move on by one."""
    plan, month = paid.payer.plan, paid.month.month
    team = replace(paid.team.team, joined=np.where(paid.team.team.joined > paid.at, FAR, paid.team.team.joined))
    past = past_of(paid)
    number, calendar_month = paid.at + 1, int(month.name[5:7]) % MONTHS_PER_YEAR + 1

    def active_after(bought: Bought) -> NDArray[np.bool_]:
        return who_is_active(plan, team, number, calendar_month, bought, past)

    again = without_joining(month.bought)
    active = active_after(again)
    lifetime = past.lifetime + again.points
    stands = paid_as(plan, Standing.before(team, plan, again.points, lifetime, active), past.in_row, past.title)
    several = LONGEST[plan.activity_window] > 1
    return NextMonth(active, stands.rank, active_after(nothing(team)) if several else None)


def past_of(paid: TeamPaid) -> Past:
    """What the months so far left, as far as activity and ranks ask."""
    plan, month = paid.payer.plan, paid.month.month
    bought = [each.month.bought for each in reversed(paid.months[: paid.at + 1])]
    return Past(
        lifetime=month.stands.lifetime,
        title=month.title,
        points=tuple(each.points for each in bought),
        sales=tuple(sales_of(plan, each) for each in bought),
        in_row=month.stands.in_row,
    )


def without_joining(bought: Bought) -> Bought:
    """The points of a month but for orders at joining; money and single orders decide neither activity nor ranks."""
    return replace(bought, points=np.maximum(bought.points - bought.joining, 0.0), joining=np.zeros(len(bought.points)))


def nothing(team: Team) -> Bought:
    """A month without any orders."""
    none: Array = np.zeros(len(team))
    return Bought(none, none, none, none)
