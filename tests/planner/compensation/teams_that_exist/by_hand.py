"""Teams and pay plans of a few plain figures, for tests that a pencil can follow."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from planner.compensation.teams.pay import PaidMonth, pay_team
from planner.compensation.teams.team import ROOT, Bought, Orders, Team, TeamMonths
from planner.inputs.pay.pay_plan import PayPlan


def plan_of(*parts: Mapping[str, Any], **more: Any) -> PayPlan:
    """A pay plan of these parts, and what else it says."""
    return PayPlan.model_validate({"parts": parts, **more})


SUMS = ("points", "value", "by_customers", "joining", "customers", "sold", "used")


def orders_of(stated: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The single orders of one member's month, as stated."""
    return stated.get("orders", ())


def summed(stated: Mapping[str, Any]) -> Mapping[str, Any]:
    """What one member's month comes to: as stated, or the sums of its orders."""
    if "orders" not in stated:
        return stated
    orders = orders_of(stated)
    sums = {"points": sum(each["points"] for each in orders)}
    sums["value"] = sum(each.get("value", each["points"]) for each in orders)
    sums["by_customers"] = sum(each["points"] for each in orders if each.get("by_customer"))
    sums["joining"] = sum(each["points"] for each in orders if each.get("joining"))
    return {**stated, **sums}


def team_of(sponsors: Mapping[str, str | None], months: Sequence[Mapping[str, Any]], **more: Any) -> TeamMonths:
    """Members by who sponsored them, None for the top. months: what each bought, points, or of more than points a
    group of the fields of Bought, or of `orders`, each a group of the fields of Orders, which are then stated for all
    months; who is not named bought nothing. A point stands for 1 unless value says otherwise.

    more: joined, placed_under, side by member; title.
    """
    names = list(sponsors)

    def places(by: Mapping[str, str | None]) -> Any:
        return np.array(
            [ROOT if by.get(each) is None else names.index(str(by[each])) for each in names], dtype=np.int64
        )

    joined = np.array([more.get("joined", {}).get(each, 0) for each in names], dtype=np.int64)
    under = places(more["placed_under"]) if "placed_under" in more else None
    side = np.array([more["side"].get(each, 0) for each in names], dtype=np.int64) if "side" in more else None
    team, place = Team.of(names, places(sponsors), joined, under, side)

    def column(month: Mapping[str, Any], field: str) -> Any:
        found = np.zeros(len(names))
        for name, stated in month.items():
            each = summed(stated) if isinstance(stated, Mapping) else {"points": stated}
            amount = each.get(field, each.get("points", 0.0) if field == "value" else 0.0)
            found[place[names.index(name)]] = amount
        return found

    def orders(month: Mapping[str, Any]) -> Orders | None:
        rows = [(name, order) for name, each in month.items() if isinstance(each, Mapping) for order in orders_of(each)]
        member = np.array([place[names.index(name)] for name, _ in rows], dtype=np.int64)
        points = np.array([order["points"] for _, order in rows], dtype=np.float64)
        value = np.array([order.get("value", order["points"]) for _, order in rows], dtype=np.float64)
        marks = [
            np.array([order.get(key, False) for _, order in rows], dtype=bool) for key in ("by_customer", "joining")
        ]
        return Orders(member, points, value, *marks) if states_orders else None

    states_orders = any(isinstance(each, Mapping) and "orders" in each for month in months for each in month.values())
    bought = tuple(Bought(*(column(month, field) for field in SUMS), orders=orders(month)) for month in months)
    calendar = tuple(f"{2026 + number // 12}-{number % 12 + 1:02d}" for number in range(len(months)))
    title = more.get("title")
    titles = None if title is None else tuple(title.get(each, "") for each in team.members)
    return TeamMonths(team, calendar, bought, titles)


def pay_of(plan: PayPlan, months: TeamMonths) -> dict[str, float]:
    """Each member's pay of the last month, to a hundred-millionth; those who are paid nothing left out."""
    last = pay_team(plan, months)[-1]
    return {name: round(float(pay), 8) for name, pay in zip(months.team.members, last.pay, strict=True) if pay}


def ranks_of(plan: PayPlan, months: TeamMonths) -> dict[str, str]:
    """What each member is paid as in the last month; those without a rank left out."""
    last = pay_team(plan, months)[-1]
    names = ("", *plan.rank_names)
    return {name: names[rank] for name, rank in zip(months.team.members, last.month.rank, strict=True) if rank}


def rows_kept(paid: PaidMonth) -> PaidMonth:
    """The month with the rows of its parts, which receipts are made of, made once instead of anew for each receipt."""
    return replace(paid, parts=tuple(replace(each, flows=partial(iter, tuple(each.flows()))) for each in paid.parts))


def receipts_add_up(paid: PaidMonth) -> bool:
    """Whether what stands on everyone's receipt is what they are paid, part by part."""
    paid = rows_kept(paid)
    for member in range(len(paid.month.team)):
        total = sum(float(rows.amount.sum()) for _, rows in paid.receipt(member))
        total += sum(amount for _, amount in paid.adjusted(member))
        if abs(total - float(paid.pay[member])) > 1e-9:
            return False
    return True
