"""Where the company's pay comes from: by level, or by steps on the own goods and on each leg."""

from collections.abc import Callable

import numpy as np

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, at, money, people, points, share, stated
from planner.analysis.origin.people import on_level
from planner.analysis.origin.price import commissionable, payout_lag
from planner.analysis.origin.qualifying import activity, mean_of_runs, minimum, moved, own_points, what_is_asked
from planner.analysis.origin.rising import by_then, risen
from planner.analysis.origin.trade import after_the_lag, line
from planner.compensation.kinds.stairstep import rate_table, taken_by_legs
from planner.compensation.ranks import paid_as_rank
from planner.compensation.volumes import MonthVolumes
from planner.inputs.unsourced import LEVEL, missing_levels
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.team.expected_team import ExpectedTeam
from planner.projection.trading import own_points as points_of_goods

MOST_LEGS = 8  # opened one by one, the largest first; the rest stand in one line
LEGS_OF = mark("Legs whose first member joined in {joined}")
NOT_ORDERED = Message(
    mark("Nothing: the company pays those who place its monthly order. You will not, and order less than that anyway.")
)
SOMETIMES = mark("By the points of the leg, as often as its first member has the own points for it, on average.")
HELD_NO_LONGER = Message(
    mark("Nothing is counted: the company's rules of pay held until then, and how it paid later is not disclosed.")
)
PAYS_NOTHING = Message(mark("The company has no pay that is computed here."))


def commission_received(case: Case, month: int) -> Origin:
    """The pay that arrives: what was earned the payout lag before; pay on own goods may have one of its own."""
    amount, lag, own_lag = line(case, "commission_received", month), payout_lag(case), payout_lag(case, "own")
    if lag.value == own_lag.value:
        return after_the_lag(case, amount, commission_earned, lag)

    def received(of: str, title: str, earned: Callable[[Case, int], Origin], after: Origin) -> Origin:
        line_of, before = getattr(case.projection, f"commission_on_{of}"), month - int(after.value.value)
        return after_the_lag(case, Amount(title, month, money(at(line_of, before))), earned, after)

    return amount.sum_of(
        (
            received("own", mark("Pay on your own goods that arrives"), earned_on_own, own_lag),
            received("team", mark("Pay on the team that arrives"), earned_on_team, lag),
        )
    )


def commission_earned(case: Case, month: int) -> Origin:
    """Pay of a month: nothing under the minimum of own points, else what the company's rules come to."""
    return earned_by(case, line(case, "commission_earned", month), (by_level, on_own_goods, on_legs))


def earned_on_own(case: Case, month: int) -> Origin:
    """Of the pay of a month, that on own goods."""
    value = money(at(case.projection.commission_on_own, month))
    return earned_by(case, Amount(mark("Pay on your own goods"), month, value), (on_own_goods,))


def earned_on_team(case: Case, month: int) -> Origin:
    """Of the pay of a month, that on the team."""
    value = money(at(case.projection.commission_on_team, month))
    return earned_by(case, Amount(mark("Pay on the team"), month, value), (by_level, on_legs))


def earned_by(case: Case, amount: Amount, rules: tuple[Callable[[Case, int], Origin], ...]) -> Origin:
    """What these rules of the company pay for the month of the amount, where it pays at all."""
    month, terms = amount.month or 0, case.projection.terms
    if not terms.pays_in(month):
        return amount.known(HELD_NO_LONGER, ("company", "pay", "until"))
    if case.projection.given is not None:
        return mean_of_runs(case, amount)
    if terms.unilevel is None and (terms.stairstep is None or terms.ranks is None):
        return amount.known(PAYS_NOTHING)
    if not_ordered(case, month):
        return amount.known(NOT_ORDERED, ("stock", "demanded_order"))
    each = tuple(rule(case, month) for rule in rules if rule in computed(case))
    if not terms.asks_points_each_month:
        return earned_in_window(case, month, amount, each)
    reached, asked = own_points(case, month), minimum(case)
    if not at(case.projection.active, month):
        return amount.opened(
            mark("Nothing: {points} own points are fewer than the {asked} that the company asks for"),
            lambda **_figures: 0.0,
            points=reached,
            asked=asked,
        )
    return amount.sum_of(
        each,
        mark("What stands below, added up. The own points are enough for it: {points}, of {asked} asked for."),
        {"points": reached.value, "asked": asked.value},
        beside=(reached, asked),
    )


def earned_in_window(case: Case, month: int, amount: Amount, each: tuple[Origin, ...]) -> Origin:
    """The same where more than points in each month is asked for."""
    parts = what_is_asked(case, month, with_bought=True)
    if not at(case.projection.active, month):
        words = mark("Nothing: what the company asks for before it pays is not there.")
        return amount.opened(words, lambda **_figures: 0.0, **parts)
    words = mark("What stands below, added up. What the company asks for before it pays is there, or has time.")
    return amount.sum_of(each, words, beside=tuple(parts.values()))


def not_ordered(case: Case, month: int) -> bool:
    """Whether a month is not paid for want of the order that pay is asked for, which the person will not place."""
    order = case.projection.terms.standing_order
    if not (order.loses_pay and order.asked_in(month)):
        return False
    enough = activity(case, month, with_bought=True).active(month)[0]
    return bool(enough) and not at(case.projection.active, month)


def computed(case: Case) -> tuple[Callable[[Case, int], Origin], ...]:
    """The rules by which the company pays."""
    terms = case.projection.terms
    levels = (by_level,) if terms.unilevel is not None else ()
    return (*levels, on_own_goods, on_legs) if terms.stairstep is not None and terms.ranks is not None else levels


def volumes(case: Case, month: int) -> MonthVolumes:
    """What the month's pay was computed on."""
    given, terms = case.projection.assumptions, case.projection.terms
    goods = np.array([moved(case, month).value.value])
    points, value = goods * points_of_goods(given, terms), goods * terms.commissionable_per_retail
    return MonthVolumes.of(points, value, team_of(case)(month))


def team_of(case: Case) -> ExpectedTeam:
    """The volumes below that the projection was paid on."""
    return ExpectedTeam(case.projection.assumptions, case.projection.terms, case.projection.network)


def by_level(case: Case, month: int) -> Origin:
    """Unilevel pay, level by level."""
    unilevel = case.projection.terms.unilevel
    assert unilevel is not None  # noqa: S101  # asked for only where there is one
    levels = min(len(unilevel.rates), case.projection.network.active.shape[1] - 1)
    each = tuple(on_one_level(case, month, level, unilevel.rates[level - 1]) for level in range(1, levels + 1))
    total = money(sum(level.value.value for level in each))
    return by_then(case, "price_level", month, Amount(mark("Pay by level"), month, total).sum_of(each))


def on_one_level(case: Case, month: int, level: int, rate: float) -> Origin:
    """The rate of a level on what its members buy."""
    title = Message(mark("Pay on level {level}"), {"level": Quantity(level, "count")})
    bought, counted = level_purchases(case, month, level), commissionable(case)
    value = money(bought.value.value * counted.value.value * rate)
    rate_title = Message(mark("Rate on level {level}"), {"level": Quantity(level, "count")})
    return Amount(title, month, value).opened(
        mark("{bought} bought at shop price, of which {counted} counts, at {rate}"),
        lambda bought, counted, rate: bought * counted * rate,
        bought=bought,
        counted=counted,
        rate=Amount(rate_title, None, share(rate)).given(*where_the_rate_stands(case, level)),
    )


def where_the_rate_stands(case: Case, level: int) -> tuple[str, ...]:
    """In the company's file, or among the person's answers where nobody published it."""
    answered = f"{LEVEL}{level}" in missing_levels(case.company)
    return ("company_answers", case.company.id, f"{LEVEL}{level}") if answered else ("company", "pay", "unilevel")


def level_purchases(case: Case, month: int, level: int) -> Origin:
    """What the members of a level buy: who was there at the start of the month, newcomers their first order too."""
    before, network, team = max(month - 1, 0), case.projection.network, team_of(case)
    monthly, first = each_buys(case, month)
    members = who_counts(case, level, month)
    newcomers = float(team.on_levels(network.newcomers[before, 1:], month)[level - 1, 0])
    new = Amount(mark("Of them, those who joined that month"), before, people(newcomers))
    value = money(members.value.value * monthly.value.value + new.value.value * first.value.value)
    title = Message(mark("What level {level} buys, at shop price"), {"level": Quantity(level, "count")})
    if not first.value.value:
        return Amount(title, month, value).opened(
            mark("{members} members of the month before, each buying for {monthly}"),
            lambda members, monthly: members * monthly,
            members=members,
            monthly=monthly,
        )
    return Amount(title, month, value).opened(
        mark(
            "{members} members of the month before, each buying for {monthly}, and a first order of {first} from {new}"
        ),
        lambda members, monthly, first, new: members * monthly + new * first,
        members=members,
        monthly=monthly,
        first=first,
        new=new.known(),
    )


def who_counts(case: Case, level: int, month: int) -> Origin:
    """Members on a level before a month, counted over active ones where the company passes over the others."""
    before = max(month - 1, 0)
    team, active = team_of(case), case.projection.network.active[before, 1:]
    counted = team.on_levels(active, month)
    if counted is active:
        return on_level(case, level, before)
    title = Message(mark("Members who are paid on level {level}"), {"level": Quantity(level, "count")})
    return Amount(title, before, people(float(counted[level - 1, 0]))).opened(
        mark(
            "Those on this level, and from deeper ones those who move up because somebody above has not what the "
            "company asks for. {share} of members have it, on average."
        ),
        lambda **_figures: float(counted[level - 1, 0]),
        share=active_share(case, month),
        there=on_level(case, level, before),
    )


def active_share(case: Case, month: int) -> Origin:
    """Share of members who have what the company asks for in a month."""
    found = team_of(case).active(month)
    words = Message(mark("By what members buy on average, and how unevenly."))
    title = mark("Members who have what the company asks for")
    return Amount(title, month, share(float(found[0]))).known(words, ("chance", "purchase_spread"))


def each_buys(case: Case, month: int) -> tuple[Origin, Origin]:
    """What is paid on of a member's month, and beside it of their first order."""
    monthly, first = (counted(case, name) for name in ("member_monthly_purchases", "member_joining_order"))
    unilevel = case.projection.terms.unilevel
    if unilevel is None or unilevel.pays_on_inactive:
        return monthly, first
    paid_monthly, paid_first = (float(np.broadcast_to(each, (1,))[0]) for each in team_of(case).each_buys(month))
    words = mark("Of {bought}, what is bought by members who have what the company asks for; the rest pays nothing")
    of_month = Amount(mark("What a member buys that is paid on, on average"), month, money(paid_monthly))
    of_first = Amount(mark("What a first order adds to it, on average"), month, money(paid_first))
    return (
        of_month.opened(words, lambda **_figures: paid_monthly, ("chance", "purchase_spread"), bought=monthly),
        of_first.opened(words, lambda **_figures: paid_first, ("chance", "purchase_spread"), bought=first),
    )


def counted(case: Case, name: str) -> Origin:
    """What a member buys, less what of it is refunded where the company takes pay on that back."""
    bought = stated(case, "team", name)
    if not case.projection.terms.refunds_taken_back:
        return bought
    refunded, resold = stated(case, "customers", "refund_share"), stated(case, "team", "member_resold_share")
    value = bought.value.value * (1 - refunded.value.value * resold.value.value)
    return Amount(mark("What a member buys, less refunds"), None, money(value)).opened(
        mark("{bought}, of which {resold} is resold; {refunded} of that is refunded, and pay on it is taken back"),
        lambda bought, resold, refunded: bought * (1 - refunded * resold),
        ("company", "pay", "refunds"),
        bought=bought,
        resold=resold,
        refunded=refunded,
    )


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
