"""Pay on a unit and on active recruits, of one member at a time, straight from the definitions: slow and plain."""

from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.active_recruits import ActiveRecruits
from planner.inputs.pay.unit import Unit
from tests.planner.compensation.teams_that_exist.twin_stairstep import everyone, path


def twin_unit(part: Unit, month: TeamMonth) -> list[float]:
    """What each member is paid."""
    found = []
    for earner in everyone(month):
        members = [each for each in everyone(month) if in_unit(part, month, each, earner)]
        measured = month.bought.points if part.measured_in == "points" else month.bought.value
        volume = sum(float(measured[each]) for each in members)
        paid_on = [each for each in members if each != earner or part.own_goods == "paid"]
        value = sum(float(month.bought.value[each]) for each in paid_on)
        found.append(value * mean_rate(part, volume) if is_paid(part, month, earner) else 0.0)
    return found


def in_unit(part: Unit, month: TeamMonth, member: int, earner: int) -> bool:
    between = path(month, member, earner)
    if between is None:
        return False
    if not between:
        return part.own_goods != "nowhere"
    if not part.pays_on_inactive and not month.active[member]:
        return False
    if part.unit == "everyone":
        return True
    names = month.plan.rank_names
    standing = month.title if part.unqualified == "counts" else month.rank
    leaders = [each for each in between if standing[each] >= names.index(part.leader_rank) + 1]
    return not leaders or (leaders == [member] and part.next_leaders_goods)


def mean_rate(part: Unit, volume: float) -> float:
    """Of each unit of money on which is paid: of a whole bracket its rate, in parts what the parts come to."""
    total, reached = 0.0, 0.0
    for number, bracket in enumerate(part.brackets):
        begin = bracket.from_volume
        passed = part.threshold == "passed" and begin > 0
        if volume > begin + 1e-9 if passed else volume + 1e-9 >= begin:
            reached = bracket.rate
        end = part.brackets[number + 1].from_volume if number + 1 < len(part.brackets) else float("inf")
        total += bracket.rate * max(min(volume, end) - begin, 0.0)
    if part.pays == "whole":
        return reached
    return total / volume if volume else 0.0


def is_paid(part: Unit | ActiveRecruits, month: TeamMonth, member: int) -> bool:
    least = month.plan.rank_names.index(part.from_rank) + 1 if part.from_rank else 0
    return bool(month.active[member] and month.rank[member] >= least)


def twin_active_recruits(part: ActiveRecruits, month: TeamMonth) -> list[float]:
    """What each member is paid."""
    found = []
    measured = month.bought.points if part.measured_in == "points" else month.bought.value
    for earner in everyone(month):
        recruits = [each for each in everyone(month) if month.team.above[each] == earner]
        active = [each for each in recruits if month.active[each]]
        counted = active if part.volume_of == "active" else recruits
        volume, rate = sum(float(measured[each]) for each in counted), 0.0
        for step in part.steps:
            enough = volume > step.volume + 1e-9 if part.threshold == "passed" else volume + 1e-9 >= step.volume
            points = month.bought.points
            so_many = [each for each in active if float(points[each]) + 1e-9 >= step.each]
            own = float(points[earner]) + 1e-9 >= step.own
            if own and len(so_many) >= step.recruits and (enough or not step.volume):
                rate = step.rate
        value = sum(float(month.bought.value[each]) for each in (active if part.pays_on == "active" else recruits))
        found.append(value * rate if is_paid(part, month, earner) else 0.0)
    return found
