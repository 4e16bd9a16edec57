"""Pay by steps of the whole group: on the own goods, and on each leg."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, at, money, people, points, share
from planner.analysis.origin.pay.by_level import team_of
from planner.analysis.origin.price import commissionable
from planner.analysis.origin.qualifying import moved, own_points
from planner.analysis.origin.rising import by_then, risen
from planner.compensation.kinds.stairstep import rate_table, taken_by_legs
from planner.compensation.ranks import paid_as_rank
from planner.compensation.volumes import MonthVolumes
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.trading import own_points as points_of_goods

MOST_LEGS = 8  # opened one by one, the largest first; the rest stand in one line
LEGS_OF = mark("Legs whose first member joined in {joined}")
SOMETIMES = mark("By the points of the leg, as often as its first member has the own points for it, on average.")


def volumes(case: Case, month: int) -> MonthVolumes:
    """What the month's pay was computed on."""
    given, terms = case.projection.assumptions, case.projection.terms
    goods = np.array([moved(case, month).value.value])
    points, value = goods * points_of_goods(given, terms), goods * terms.commissionable_per_retail
    return MonthVolumes.of(points, value, team_of(case)(month))


def own_rate(case: Case, month: int) -> Origin:
    """The rate of the distributor's rank."""
    terms = case.projection.terms
    assert terms.ranks is not None  # noqa: S101  # a stairstep has ranks
    rates, month_volume = rate_table(terms.ranks), volumes(case, month)
    group = case.projection.group_volume[month]
    rank = int(at(case.projection.paid_as_rank, month))
    again = int(paid_as_rank(month_volume, terms.ranks, group)[0])
    group_points = Amount(mark("Points of your group"), month, points(float(group[0]))).known(
        Message(mark("Your own points and those of every leg that counts."))
    )
    title = mark("Rate of your rank")
    reached, path = own_points(case, month), ("company", "ranks")
    amount = Amount(title, month, share(float(rates[rank])))
    if rank == 0:
        words = mark("No rank is reached with {group} points in the group and {own} own points")
        return amount.opened(words, lambda **_figures: float(rates[again]), path, group=group_points, own=reached)
    extra = {"rank": terms.ranks.rows[rank - 1].name}
    return Amount(title, month, share(float(rates[rank])), extra).opened(
        mark("{rank}, with {group} points in the group and {own} own points"),
        lambda **_figures: float(rates[again]),
        path,
        group=group_points,
        own=reached,
    )


def on_own_goods(case: Case, month: int) -> Origin:
    """Stairstep pay on the distributor's own goods."""
    value = money(at(case.projection.commission_on_own, month))

    def opened(amount: Amount) -> Origin:
        return amount.opened(
            mark("{rate} of {goods} at shop price, of which {counted} counts"),
            lambda rate, goods, counted: rate * goods * counted,
            rate=own_rate(case, month),
            goods=moved(case, month),
            counted=commissionable(case),
        )

    return risen(case, "price_level", Amount(mark("Pay on your own goods"), month, value), opened)


def on_legs(case: Case, month: int) -> Origin:
    """Stairstep pay on the legs, those of one join month together; a leg of the own rate or above brings nothing."""
    terms = case.projection.terms
    assert terms.ranks is not None  # noqa: S101  # a stairstep has ranks
    legs, rates = volumes(case, month).legs, rate_table(terms.ranks)
    own = rates[int(at(case.projection.paid_as_rank, month))]
    taken = taken_by_legs(terms.ranks, legs, np.array([own]))
    pay = (legs.count * np.maximum(own - taken, 0.0) * legs.value)[:, 0]
    paying = [int(cohort) for cohort in np.argsort(-pay, kind="stable") if pay[cohort] > 0]
    shown, rest = paying[:MOST_LEGS], paying[MOST_LEGS:]
    each = [
        on_one_cohort(
            Amount(LEGS_OF, month, money(float(pay[cohort])), {"joined": Quantity(cohort, "month")}),
            *(float(row[cohort, 0]) for row in (legs.count, taken, legs.value)),
            own=float(own),
            sometimes=legs.heads is not None,
        )
        for cohort in shown
    ]
    if rest:
        others = Amount(mark("All other legs"), month, money(float(pay[rest].sum())))
        each.append(others.known(Message(mark("Counted in the same way."))))
    amount = Amount(mark("Pay on your legs"), month, money(float(pay.sum())))
    if not each:
        return amount.known(Message(mark("No leg buys anything at a lower rate than your own.")), ("company", "ranks"))
    return by_then(case, "price_level", month, amount.sum_of(tuple(each)))


def on_one_cohort(amount: Amount, count: float, taken: float, value: float, *, own: float, sometimes: bool) -> Origin:
    """Pay on the legs whose heads joined in one month."""
    month = amount.month
    in_words = Message(mark("What those in such a leg buy, of which the company counts its part."))
    return amount.opened(
        mark("{count} legs, at your rate of {own} less their own of {taken}, on {value} each"),
        lambda count, own, taken, value: count * max(own - taken, 0.0) * value,
        count=Amount(mark("Legs with somebody active in them"), month, people(count)).known(
            Message(mark("Of those recruited then, the legs that have not died out, on average."))
        ),
        own=Amount(mark("Rate of your rank"), month, share(own)).known(Message(mark("As for your own goods."))),
        taken=Amount(mark("Rate of the leg's own rank"), month, share(taken)).known(
            Message(SOMETIMES if sometimes else mark("By the points of the leg.")), ("company", "ranks")
        ),
        value=Amount(mark("Value that a leg is counted on"), month, money(value)).known(
            in_words, ("team", "member_monthly_purchases")
        ),
    )
