"""Had somebody been active: the month paid again with what they lacked bought as well."""

from dataclasses import dataclass, replace

from planner.analysis.team.gates import activity_gates, lacks_of_month
from planner.analysis.team.paid import TeamPaid
from planner.compensation.teams.pay import pay_team
from planner.language import mark
from planner.speech import Speech


@dataclass(frozen=True, slots=True)
class HadBeenActive:
    """points: more that the member would have bought; sold: the part of them to outside customers. value: their
    commissionable money, as the plan values a point. pay: what the month would have paid them, and what it did.
    """

    points: float
    sold: float
    value: float
    pay: float
    paid: float


def had_been_active(paid: TeamPaid, member: int) -> HadBeenActive | None:
    """The same month with what a member lacked; None for who is active, or has not joined."""
    if bool(paid.month.month.active[member]) or int(paid.team.team.joined[member]) > paid.at:
        return None
    plan = paid.payer.plan
    lacks = {gate.what: lacks_of_month(paid, member, gate) for gate in activity_gates(paid, member)}
    sold = lacks.get("active_sales", 0.0) * (plan.points_per_100_retail or 100.0) / 100
    points = max(lacks.get("active_volume", 0.0), sold)
    bought = paid.team.bought[paid.at]
    more, value, customers = bought.points.copy(), bought.value.copy(), bought.by_customers.copy()
    more[member] += points
    point = plan.value_of_point if paid.team.point is None else float(paid.team.point[member])
    value[member] += points * point
    customers[member] += sold
    orders = bought.orders
    if orders is not None:
        orders = orders.with_one(member, sold, sold * point, by_customer=True)
        orders = orders.with_one(member, points - sold, (points - sold) * point, by_customer=False)
    month = replace(bought, points=more, value=value, by_customers=customers, orders=orders)
    months = (*paid.team.bought[: paid.at], month)
    again = replace(paid.team, names=paid.team.names[: paid.at + 1], bought=months)
    pay = pay_team(plan, again)[-1].pay
    before = float(paid.month.pay[member])
    return HadBeenActive(points, sold, points * point, float(pay[member]), before)


def active_in_words(found: HadBeenActive, speech: Speech) -> str:
    """What being active would have taken and brought. Money of points is what the plan counts, not their price."""
    _ = speech.text
    text = _(
        mark(
            "With {points} points more in the month, counted as {value} of goods, this member would have been active "
            "and paid {pay} instead of {paid}."
        )
    )
    return text.format(
        points=speech.number(found.points, 0 if found.points.is_integer() else 2),
        value=speech.money(found.value, 2),
        pay=speech.money(found.pay, 2),
        paid=speech.money(found.paid, 2),
    )
