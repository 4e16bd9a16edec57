"""The twin's downline: who joins, who leaves, on which level, and the legs they form, in plain Python."""

import math

from planner.inputs.company import Company
from planner.inputs.plan import Plan
from planner.inputs.schedule import Ramp

By_Month = list[float]


def in_month(schedule: float | Ramp | tuple[float, ...], month: int) -> float:
    """The schedule's value in a month: nothing at launch; a ramp is straight, then level; a list's last continues."""
    if month == 0:
        return 0.0
    if isinstance(schedule, Ramp):
        if month >= schedule.months:
            return schedule.last
        return schedule.first + (schedule.last - schedule.first) * (month - 1) / (schedule.months - 1)
    if isinstance(schedule, tuple):
        return schedule[month - 1] if month <= len(schedule) else schedule[-1]
    return schedule


def downline(plan: Plan, company: Company) -> dict[str, list]:
    """Expected people by level, level 0 being the distributor; those who join act from the next month."""
    group, unilevel = plan.team, company.pay.unilevel
    leaving = 1 - (1 - group.annual_attrition) ** (1 / 12)
    deepest = max(8, len(unilevel.rates) + 3) if unilevel else 8
    joined, active, frontline, growth = [[0.0] * (deepest + 1)], [[0.0] * (deepest + 1)], [0.0], [1.0]
    joined_before = 0.0
    for month in range(1, plan.horizon_months + 1):
        there = active[-1]
        wanted = [0.0, in_month(group.recruits_a_month, month)]
        wanted += [there[level - 1] * group.duplication for level in range(2, deepest + 1)]
        wanted[deepest] += there[deepest] * group.duplication  # whoever the deepest level recruits is kept on it
        room = max(0.0, group.people_within_reach - joined_before)
        part = room / group.people_within_reach
        if sum(wanted) * part > room:
            part = room / sum(wanted)
        new = [number * part for number in wanted]
        stay = [there[level] * (1 - leaving) + new[level] for level in range(deepest + 1)]
        joined.append(new)
        active.append(passed_over(stay, leaving) if unilevel and unilevel.compression else stay)
        frontline.append(frontline[-1] * (1 - leaving) + new[1])
        growth.append(growth[-1] * (1 - leaving + group.duplication * part))
        joined_before += sum(new)
    return {
        "joined": joined,
        "active": [level_counts[1:] for level_counts in active],
        "frontline": frontline,
        "growth": growth,
        "alive": legs_alive(plan.horizon_months, leaving, group.duplication),
    }


def passed_over(people: By_Month, leaving: float) -> By_Month:
    """Compression: of the level - 1 people between, each leaves with the same chance; the level falls by as many."""
    after = [0.0] * len(people)
    for level in range(1, len(people)):
        between = level - 1
        for gone in range(between + 1):
            chance = math.comb(between, gone) * leaving**gone * (1 - leaving) ** (between - gone)
            after[level - gone] += people[level] * chance
    return after


def legs_alive(months: int, leaving: float, recruiting: float) -> By_Month:
    """Chance by age that anybody of a leg is active: it lives unless its head leaves and every recruit's line is gone.

    dead' = (leaving + staying * dead) * exp(-recruiting * (1 - dead)), written with alive = 1 - dead, so that a very
    small chance keeps its digits: alive' = 1 - exp(-recruiting * alive) + exp(-recruiting * alive) * staying * alive.
    """
    alive = [1.0]
    for _ in range(months):
        no_recruit = math.exp(-recruiting * alive[-1])  # chance that no recruit of the month has a line that lives
        alive.append(-math.expm1(-recruiting * alive[-1]) + no_recruit * (1 - leaving) * alive[-1])
    return alive


def legs_in(team: dict[str, list], month: int) -> list[tuple[float, float]]:
    """(legs alive, people in each) for every earlier join month, as they stand at the start of the month."""
    now, legs = month - 1, []
    for begun in range(1, month):
        heads = team["joined"][begun][1]
        people = heads * team["growth"][now] / team["growth"][begun]
        count = heads * team["alive"][now - begun]
        legs.append((count, people / count if count > 0 else 0.0))
    return legs
