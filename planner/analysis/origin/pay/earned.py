"""Where the company's pay comes from: by level, or by steps on the own goods and on each leg."""

from collections.abc import Callable

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, at, money
from planner.analysis.origin.pay.by_level import by_level
from planner.analysis.origin.pay.by_steps import on_legs, on_own_goods
from planner.analysis.origin.price import payout_lag
from planner.analysis.origin.qualifying import activity, mean_of_runs, minimum, own_points, what_is_asked
from planner.analysis.origin.trade import after_the_lag, line
from planner.language import mark
from planner.messages import Message

NOT_ORDERED = Message(
    mark("Nothing: the company pays those who place its monthly order. You will not, and order less than that anyway.")
)
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
