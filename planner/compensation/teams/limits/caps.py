"""Caps and rounding: from what is left of each part after the gates to what is paid of it."""

from collections.abc import Sequence

import numpy as np

from planner.compensation.ranks import NEARLY
from planner.compensation.teams.books import PaidPart
from planner.compensation.teams.limits.adjustment import Adjustment
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import Array
from planner.inputs.pay.limits.caps import MemberCap, PayoutCap, Rounding

Left = tuple[Array, ...]  # what is left of each part of the plan, a place each member


def total(left: Sequence[Array], members: int) -> Array:
    """All parts together."""
    return np.asarray(sum(left, np.zeros(members)))


def scaled(left: Left, places: Sequence[int], factor: Array | float) -> Left:
    """The same with the parts at these places times a factor."""
    return tuple(each * factor if place in places else each for place, each in enumerate(left))


def cap_member(cap: MemberCap, number: int, month: TeamMonth, left: Left) -> tuple[Left, Adjustment]:
    """What one member has beyond the most is cut."""
    members = len(month.team)
    places = [each - 1 for each in cap.parts] or list(range(len(left)))
    had = total([left[place] for place in places], members)
    most = np.full(members, np.inf if cap.most is None else cap.most)
    rows = sorted((month.plan.rank_names.index(row.rank) + 1, row.most) for row in cap.by_rank)
    for rank, amount in rows:
        most = np.where(month.rank >= rank, amount, most)
    over = had > most
    factor = np.divide(most, had, out=np.ones(members), where=over)
    cut = np.where(over, most - had, 0.0)
    return scaled(left, places, factor), Adjustment("cap", number, cut, had, most)


def cap_payout(cap: PayoutCap, month: TeamMonth, left: Left) -> tuple[Left, Adjustment]:
    """What all pay together has beyond its share is cut from everybody in proportion."""
    members = len(month.team)
    exempt = {each - 1 for each in cap.exempt}
    places = [place for place in range(len(left)) if place not in exempt]
    counted = total([left[place] for place in places], members)
    together = float(counted.sum())
    used = sum(float(left[place].sum()) for place in exempt) if cap.exempt_count else 0.0
    limit = cap.share * cap.base_per_value * float(month.all_bought.value.sum())
    room = max(limit - used, 0.0)
    factor = room / together if together > room + NEARLY else 1.0
    had, asked = np.full(members, together + used), np.full(members, limit)
    return scaled(left, places, factor), Adjustment("payout_cap", 0, counted * (factor - 1), had, asked)


def round_pay(rule: Rounding, parts: Sequence[PaidPart], left: Left, members: int) -> tuple[Left, Adjustment]:
    """Every line, or every cheque, to what can be paid."""
    before = total(left, members)
    if rule.per == "line":
        rounded = tuple(lines_rounded(rule, part, each) for part, each in zip(parts, left, strict=True))
    else:
        paid = whole(rule, before)
        factor = np.divide(paid, before, out=np.ones(members), where=before != 0)
        rounded = scaled(left, range(len(left)), factor)
    after = total(rounded, members)
    return rounded, Adjustment("rounding", 0, after - before, before, after)


def lines_rounded(rule: Rounding, part: PaidPart, left: Array) -> Array:
    """A part with every line rounded; what gates and caps took is off each line in proportion."""
    factor = np.divide(left, part.gross, out=np.zeros_like(left), where=part.gross != 0)
    found = np.zeros_like(left)
    for each in part.flows():
        amounts = whole(rule, each.amount * factor[each.earner])
        found += np.bincount(each.earner, weights=amounts, minlength=len(left))
    return found


def whole(rule: Rounding, amounts: Array) -> Array:
    """Rounded; of less than nothing, the size is rounded."""
    half = 0.5 if rule.how == "half_up" else 0.0
    size = np.floor(np.abs(amounts) / rule.to + half + NEARLY) * rule.to
    return np.asarray(np.sign(amounts) * size)
