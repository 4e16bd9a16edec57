"""What each kind of part pays everybody in a month, by the slow twins of teams that exist: one member at a time.

None of the rules of planner.compensation.teams is called; its records are filled by hand, since the twins read them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from planner.compensation.teams.books import PaidPart
from planner.compensation.teams.flow import Flow
from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.binary import Binary
from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.bonuses.pool import Pool
from planner.inputs.pay.bonuses.rank_bonus import RankBonus
from planner.inputs.pay.matching import Matching
from planner.inputs.pay.part import Part
from planner.inputs.pay.unilevel import Unilevel
from tests.planner.compensation.teams_that_exist import twin_binary, twin_matching, twin_matrix
from tests.planner.compensation.teams_that_exist.bonuses.twin_customer_bonus import pay_customer_bonus
from tests.planner.compensation.teams_that_exist.bonuses.twin_fast_start import orders_of, pay_fast_start
from tests.planner.compensation.teams_that_exist.bonuses.twin_own_sales import pay_own_sales
from tests.planner.compensation.teams_that_exist.bonuses.twin_pass_up import pay_passed_up
from tests.planner.compensation.teams_that_exist.bonuses.twin_pool import pay_pool
from tests.planner.compensation.teams_that_exist.bonuses.twin_rank_bonus import pay_rank_bonus
from tests.planner.compensation.teams_that_exist.twin_generations import twin_generations, twin_leadership
from tests.planner.compensation.teams_that_exist.twin_levels import twin_levels
from tests.planner.compensation.teams_that_exist.twin_placement import Below
from tests.planner.compensation.teams_that_exist.twin_stairstep import twin_stairstep
from tests.planner.compensation.teams_that_exist.twin_unit import twin_active_recruits, twin_unit

Amounts = list[float]  # of each member
SUMS = ("points", "value", "by_customers", "joining", "customers", "sold", "used")


@dataclass
class Case:
    """A month in which a part is paid. ranks, active: of everybody in each month so far, this one the last.

    places: who stands on which side under whom. kept: what the part kept of the month before; what it puts there is for
    the next. paid: the parts before this one; closed_by: the first gate that is closed to each for this part, or 0.
    """

    month: TeamMonth
    ranks: list[list[int]]
    active: list[list[bool]]
    places: Below
    kept: Any
    paid: tuple[PaidPart, ...]
    closed_by: list[int]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.month.team.members)

    @property
    def sponsors(self) -> dict[str, str | None]:
        names = self.names
        above = self.month.team.above.tolist()
        return {name: None if up < 0 else names[up] for name, up in zip(names, above, strict=True)}

    def by_name(self, values: Any) -> dict[str, Any]:
        return dict(zip(self.names, values, strict=True))

    def may_be_paid(self, part: Part) -> list[bool]:
        least = 0 if part.from_rank is None else self.month.plan.rank_names.index(part.from_rank) + 1
        return [active and rank >= least for active, rank in zip(self.active[-1], self.ranks[-1], strict=True)]


def bought_by(bought: Any) -> list[dict[str, Any]]:
    """What each bought, a figure each of SUMS, and their orders: at joining, of customers, and their own.

    A plan knows the sums of a month alone, so that money goes by points.
    """
    found = []
    for member in range(len(bought.points)):
        each: dict[str, Any] = {name: float(getattr(bought, name)[member]) for name in SUMS}
        worth = each["value"] / each["points"] if each["points"] else 0.0

        def order(points: float, worth: float = worth, **marks: bool) -> dict[str, Any]:
            return {"points": points, "value": points * worth, "joining": False, "by_customer": False} | marks

        each["orders"] = [order(each["joining"], joining=True), order(each["points"] - each["joining"])]
        each["lots"] = [order(each["by_customers"], by_customer=True), order(each["points"] - each["by_customers"])]
        found.append(each)
    return found


# --- kinds -----------------------------------------------------------------------------------------------------------


def two_legs(part: Binary, case: Case) -> Amounts:
    members = range(len(case.names))
    before = case.kept or [(0.0, 0.0) for _ in members]
    found = [twin_binary.of_member(part, case.month, case.places, member, before[member]) for member in members]
    case.kept = [left for _, left in found]
    return [amount for amount, _ in found]


def matching(part: Matching, case: Case) -> Amounts:
    own = PaidPart(part, np.zeros(0), lambda: iter(()), np.zeros(0), np.array(case.closed_by, dtype=np.int8))
    return twin_matching.pay_slowly(part, case.month, (*case.paid, own))


def own_sales(part: OwnSales, case: Case) -> Amounts:
    if part.by == "order":
        return [0.0] * len(case.names)  # a plan knows no single orders
    may = case.may_be_paid(part) if part.needs_active or part.from_rank else [True] * len(case.names)
    bought = bought_by(case.month.bought)
    return [pay_own_sales(part, {"orders": each["lots"]}, ok) for each, ok in zip(bought, may, strict=True)]


def customer_bonus(part: CustomerBonus, case: Case) -> Amounts:
    may = case.may_be_paid(part) if part.needs_active or part.from_rank else [True] * len(case.names)
    return [pay_customer_bonus(part, each, ok) for each, ok in zip(bought_by(case.month.bought), may, strict=True)]


def fast_start(part: FastStart, case: Case) -> Amounts:
    since = [case.month.number - joined for joined in case.month.team.joined.tolist()]
    bought = bought_by(case.month.all_bought)
    first = case.by_name([orders_of(part, each, months) for each, months in zip(bought, since, strict=True)])
    active, may = case.by_name(case.active[-1]), case.by_name(case.may_be_paid(part))
    return list(pay_fast_start(part, case.sponsors, first, active, may).values())


def pass_up(part: PassUp, case: Case) -> Amounts:
    of_all, of_joining = bought_by(case.month.bought), bought_by(case.month.all_bought)
    ordered = [each["value"] for each in of_all]
    if part.orders == "joining":
        ordered = [each["orders"][0]["value"] for each in of_joining]
    joined = case.by_name(case.month.team.joined.tolist())
    may = case.by_name(case.may_be_paid(part))
    return list(pay_passed_up(part, case.sponsors, joined, case.by_name(ordered), may).values())


def pool(part: Pool, case: Case) -> Amounts:
    if part.company_value is None:
        return [0.0] * len(case.names)  # a plan knows one team, and not what the company sells
    stands, names = case.month.stands, case.month.plan.rank_names
    ranks, may = case.by_name(case.ranks[-1]), case.by_name(case.may_be_paid(part))
    own, group = (case.by_name(points.tolist()) for points in (stands.own, stands.group))
    return list(pay_pool(part, names, 0.0, ranks, may, own, group).values())


def rank_bonus(part: RankBonus, case: Case) -> Amounts:
    found = []
    for member in range(len(case.names)):
        ranks, active = ([month[member] for month in told] for told in (case.ranks, case.active))
        found.append(pay_rank_bonus(part, case.month.plan.rank_names, 0, ranks, active))
    return found


def of_month(twin: Callable[[Any, TeamMonth], Amounts]) -> Callable[[Any, Case], Amounts]:
    return lambda part, case: twin(part, case.month)


KINDS: dict[str, Callable[[Any, Case], Amounts]] = {
    "unilevel": of_month(twin_levels),
    "stairstep": of_month(twin_stairstep),
    "generations": of_month(twin_generations),
    "leadership": of_month(twin_leadership),
    "unit": of_month(twin_unit),
    "active_recruits": of_month(twin_active_recruits),
    "matrix": of_month(twin_matrix.pay_slowly),
    "binary": two_legs,
    "matching": matching,
    "own_sales": own_sales,
    "customer_bonus": customer_bonus,
    "fast_start": fast_start,
    "pass_up": pass_up,
    "pool": pool,
    "rank_bonus": rank_bonus,
}


# --- as matching and receipts read it --------------------------------------------------------------------------------


def paid_part(part: Any, case: Case) -> PaidPart:
    """What the part pays, and keeps in the case: a row each member, with what the part's own caps took of it."""
    kept, cut = case.kept, 0.0
    if any(isinstance(each, Matching) and each.capped == "before" for each in case.month.plan.parts):
        cut = np.array(uncapped(part, case))
        case.kept = kept
    gross, everybody = np.array(KINDS[part.rule](part, case)), np.arange(len(case.names))
    rows = Flow(0, everybody, everybody, gross, np.ones(len(gross)), {"cut": cut - gross})
    closed = np.array(case.closed_by, dtype=np.int8)
    return PaidPart(part, np.where(closed > 0, 0.0, gross), lambda: iter((rows,)), gross, closed)


def uncapped(part: Any, case: Case) -> Amounts:
    """What the part would pay had it no caps of its own."""
    capped = [name for name in ("cap_money", "cap_volume") if name in type(part).model_fields]
    if not capped:
        return KINDS[part.rule](part, case)
    none = dict.fromkeys(capped)
    bare = part.model_copy(update=none)
    if isinstance(part, Binary):
        bare = bare.model_copy(update={"by_rank": tuple(row.model_copy(update=none) for row in part.by_rank)})
    plan = case.month.plan
    parts = tuple(bare if each is part else each for each in plan.parts)
    other = replace(case.month, plan=plan.model_copy(update={"parts": parts}))
    return KINDS[part.rule](bare, replace(case, month=other))


def lines_of(part: Any, case: Case, amounts: Amounts, member: int) -> list[float]:
    """One member's rows of the part. Levels have one for each who bought; every other kind is told as one row here."""
    if not isinstance(part, Unilevel):
        return [amounts[member]]
    found = []
    for source in range(len(case.names)):
        value = np.zeros(len(case.names))
        value[source] = case.month.bought.value[source]
        alone = replace(case.month, bought=replace(case.month.bought, value=value))
        found.append(twin_levels(part, alone)[member])
    return found
