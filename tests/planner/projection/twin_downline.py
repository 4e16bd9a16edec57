"""The twin's downline: who joins, who leaves, on which level, and the legs they form, in plain Python.

People are kept by age, in months since the one of joining: 0, 1, 2, and 3 for everybody who has been there longer,
since only the first three months of a member may have a leaving chance of their own.
"""

import math

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.plan.schedule import Ramp
from tests.planner.projection.twin_chains import AGES, By_Age, Chains, month_of_chains, on_levels

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


def leaving_chances(plan: Plan) -> By_Age:
    """Chance by age of leaving in the month that comes: three early ones, then the later one, for good."""
    year, first = plan.team.annual_attrition, plan.team.first_months_attrition
    if first is None:
        return [1 - (1 - year) ** (1 / 12)] * AGES
    early = 1 - (1 - first) ** (1 / 3)
    return [early, early, early, 1 - ((1 - year) / (1 - first)) ** (1 / 9)]


def older(people: By_Age, leaving: By_Age) -> By_Age:
    """Who is still there a month later, each a month older; nobody is of age 0 until somebody joins."""
    stayed = [people[age] * (1 - leaving[age]) for age in range(AGES)]
    return [0.0, stayed[0], stayed[1], stayed[2] + stayed[3]]


def downline(plan: Plan, company: Company, recruits: By_Month) -> dict[str, list]:
    """Expected people by level, level 0 being the distributor; those who join act from the next month."""
    group, unilevel = plan.team, company.pay.unilevel
    leaving = leaving_chances(plan)
    deepest = max(8, len(unilevel.rates) + 3) if unilevel else 8
    at_once = min(group.recruit_at_once * group.duplication, 0.9)  # whom each newcomer brings in the month of joining
    # Levels are counted over everyone where newcomers recruit: what rests on passing over is not told from averages.
    passed_over = unilevel is not None and unilevel.compression and at_once == 0 and not group.today
    chains: Chains = {}
    joined, by_age, parts = [[0.0] * (deepest + 1)], [on_levels(chains, deepest)], [1.0]
    for level, row in zip(levels_today(plan, deepest), group.today, strict=True):
        by_age[0][level][min(row.months, AGES - 1)] += row.alike
    joined_before = 0.0
    for month in range(1, plan.horizon_months + 1):
        there = by_age[-1]
        wanted = [0.0, recruits[month]]
        wanted += [sum(there[level - 1]) * group.duplication for level in range(2, deepest + 1)]
        wanted[deepest] += sum(there[deepest]) * group.duplication  # whoever the deepest recruits is kept on it
        room = max(0.0, group.people_within_reach - joined_before)
        part = room / group.people_within_reach
        everyone = sum(by_newcomers_too(wanted, at_once))
        if everyone * part > room:
            part = room / everyone
        new = by_newcomers_too([number * part for number in wanted], at_once * part)
        if passed_over:
            chains = month_of_chains(chains, leaving, group.duplication * part, new[1], deepest)
            by_age.append(on_levels(chains, deepest))
        else:
            by_age.append([[joins, *older(people, leaving)[1:]] for joins, people in zip(new, there, strict=True)])
        joined.append(new)
        parts.append(part)
        joined_before += sum(new)
    return {
        "joined": joined,
        "active": [[sum(people) for people in levels[1:]] for levels in by_age],
        "newcomers": [[people[0] for people in levels[1:]] for levels in by_age],
        "frontline": frontline(joined, leaving, by_age[0][1]),
        "leg_people": legs_by_age(joined, parts, leaving, group.duplication),
        "alive": legs_alive(plan.horizon_months, leaving, group.duplication),
    }


def by_newcomers_too(joins: list[float], each: float) -> list[float]:
    """Who joins in a month on each level, once every newcomer brings so many in it, and these as many, and so on.

    On the deepest level, which keeps all below it, n newcomers come to n + n * each + n * each * each + ...
    """
    found = joins[:2]
    for level in range(2, len(joins)):
        found.append(joins[level] + found[level - 1] * each)
    found[-1] *= 1 / (1 - each)
    return found


def levels_today(plan: Plan, deepest: int) -> list[int]:
    """On which level each row of those stands who are there when the plan starts."""
    levels: list[int] = []
    for row in plan.team.today:
        levels.append(min(levels[row.under - 1] + 1, deepest) if row.under else 1)
    return levels


def frontline(joined: list[list[float]], leaving: By_Age, today: By_Age) -> By_Month:
    """Those whom the distributor recruited and who are still there; today: when the plan starts."""
    people, counts = list(today), [sum(today)]
    for new in joined[1:]:
        people = older(people, leaving)
        people[0] = new[1]
        counts.append(sum(people))
    return counts


# --- legs ------------------------------------------------------------------------------------------------------------


def legs_by_age(joined: list[list[float]], parts: By_Month, leaving: By_Age, recruiting: float) -> list[list[By_Age]]:
    """By month and by the month in which the heads joined: everybody in those legs, by age."""
    snapshots: list[list[By_Age]] = [[[0.0] * AGES]]
    for month in range(1, len(joined)):
        legs = []
        for people in snapshots[-1]:
            grown = older(people, leaving)
            grown[0] = sum(people) * recruiting * parts[month]
            legs.append(grown)
        legs.append([joined[month][1], 0.0, 0.0, 0.0])
        snapshots.append(legs)
    return snapshots


def legs_alive(months: int, leaving: By_Age, recruiting: float) -> By_Month:
    """Chance, by months since the head joined, that anybody of a leg is active.

    A line dies out if who heads it leaves, or their line dies out later, and the line of every recruit of this month
    dies out: dead(age, left) = (leaving + staying * dead(age + 1, left - 1)) * exp(-recruiting * alive(0, left - 1)),
    written with alive = 1 - dead, so that a very small chance keeps its digits.
    """
    by_age, alive = [1.0] * AGES, [1.0]
    for _ in range(months):
        no_recruit = math.exp(-recruiting * by_age[0])  # chance that no recruit of the month has a line that lives
        some_recruit = -math.expm1(-recruiting * by_age[0])
        by_age = [
            some_recruit + no_recruit * (1 - leaving[age]) * by_age[min(age + 1, AGES - 1)] for age in range(AGES)
        ]
        alive.append(by_age[0])
    return alive


def legs_in(team: dict[str, list], month: int) -> list[tuple[float, float, float]]:
    """(legs alive, people in each, of them newcomers) for every earlier join month, at the start of the month."""
    now, legs = month - 1, []
    for begun in range(1, month):
        people = team["leg_people"][now][begun]
        count = team["joined"][begun][1] * team["alive"][now - begun]
        each = (sum(people) / count, people[0] / count) if count > 0 else (0.0, 0.0)
        legs.append((count, *each))
    return legs
