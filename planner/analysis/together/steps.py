"""The steps of the talk, each with the one figure that answers its question, large, and a sentence of what it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from planner.analysis.answer import bounds, odds_in_words
from planner.analysis.answer.cell import money
from planner.analysis.beside.what_if import SwitchDifference, differences
from planner.analysis.case import Case
from planner.analysis.chance.odds import share
from planner.analysis.chance.tried import Tried
from planner.analysis.measures.funding_gap import funding_gap
from planner.analysis.measures.measure import average_wage
from planner.analysis.measures.milestones import CENT
from planner.analysis.projected import projected_scenarios
from planner.inputs.changes.scenario import Scenario, apply_scenario
from planner.inputs.in_kind import in_kind
from planner.inputs.path import Path
from planner.inputs.plan.plan import Plan
from planner.inputs.together.talk import Step, Talk
from planner.line_items import CASH_LINES
from planner.projection.plan_assumptions import plan_assumptions
from planner.speech import Speech

YEAR = 12  # months
# Nobody buys and nobody joins.
NOBODY = Scenario(
    name="nobody",
    changes={
        ("customers", "new_from"): "schedule",
        ("customers", "new_a_month"): 0.0,
        ("team", "recruits_from"): "schedule",
        ("team", "recruits_a_month"): 0.0,
        ("parties", "a_month"): 0.0,
        ("pay_in_kind",): [],
    },
)


def _in(group: str, *names: str) -> tuple[Path, ...]:
    return tuple((group, name) for name in names)


# What is asked at each step; fields that do not count in a plan are left out of it.
ASKED: Mapping[Step, tuple[Path, ...]] = {
    "hope": (),
    "start": (*_in("stock", "opening_stock"), *_in("money_and_time", "own_cash")),
    "monthly": (*_in("stock", "standing_order", "own_use"),),
    "customers": (
        *_in("customers", "new_a_month"),
        *_in("address_book", "contacts", "share_approached", "become_customers"),
        *_in("customers", "orders_per_customer", "orders_per_campaign", "retail_per_order", "attrition"),
    ),
    "team": (
        *_in("team", "recruits_a_month"),
        ("address_book", "become_recruits"),
        *_in("team", "annual_attrition", "member_monthly_purchases"),
    ),
    "hours": _in("money_and_time", "hours_a_week", "reference_wage"),
    "could": (),
    "wrong": (),
    "stop": _in("chance", "most_to_lose", "review_month"),
    "until_then": (),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The figure of a step, and what it is, both in words."""

    figure: str
    words: str


def shown(step: Step, case: Case, tried: Tried | None, talk: Talk, speech: Speech) -> Shown | None:
    """The figure of a step; None as long as it needs runs that are not there. tried: the runs of the case."""
    exact: dict[Step, Callable[[], Shown]] = {
        "start": lambda: at_the_start(case, speech),
        "monthly": lambda: every_month(case, speech),
        "customers": lambda: customers(case, speech),
        "team": lambda: team(case, speech),
        "wrong": lambda: worst(case, speech),
        "until_then": lambda: until_then(case, talk.next_talk, speech),
    }
    if step in exact:
        return exact[step]()
    if tried is None:
        return None
    over_runs: dict[Step, Callable[[], Shown]] = {
        "hope": lambda: hoped(tried, talk.hoped_a_month, speech),
        "hours": lambda: an_hour(tried, speech),
        "could": lambda: loses(tried, speech),
        "stop": lambda: stopped(tried, speech),
    }
    return over_runs[step]()


def hoped(tried: Tried, hope: float | None, speech: Speech) -> Shown:
    """How many of 100 have what is hoped for a month, at the end; without a hope, what the middle one has."""
    _, income, months = speech.text, tried.simulation.outcome.income, min(tried.case.plan.horizon_months, YEAR)
    if hope is None:
        words = _("a month is what the middle of 100 people with this plan has left, in the last {months}.")
        said = bounds.reserved(words.format(months=speech.months(months)), tried.case.projection, speech)
        return Shown(money(float(np.median(income)), speech), said)
    reached = odds_in_words.count(share(income >= hope), speech, tried.odds.runs)
    reached = bounds.at_most(reached, tried.case.projection, speech)
    words = _("people with this plan have {hope} a month or more left, in the last {months}.")
    figure = _("{count} of 100").format(count=reached)
    return Shown(figure, words.format(hope=speech.money(hope), months=speech.months(months)))


def at_the_start(case: Case, speech: Speech) -> Shown:
    """What is paid before anything is sold, and what there is for it."""
    _, gap = speech.text, funding_gap(case)
    own = case.plan.money_and_time.own_cash
    words = _("is paid before anything is sold. You have {own} of your own for it and for all that follows.")
    return Shown(bounds.at_least(speech.money(gap.total), case.projection, speech), words.format(own=speech.money(own)))


def every_month(case: Case, speech: Speech) -> Shown:
    """What goes out in a month on average if nobody buys and nobody joins."""
    _, amount = speech.text, idle_month(case)
    words = _(
        "goes out every month even if nobody buys and nobody joins: fees, running costs and what has to be bought."
    )
    return Shown(bounds.at_least(speech.money(amount), case.projection, speech), words)


def idle_month(case: Case) -> float:
    """The same as a number, in the plan's currency: outlays of months 1 to the horizon, start-up costs left out."""
    idle, faults = apply_scenario(case.plan, NOBODY)
    if idle is None:
        raise ValueError(f"a plan in which nobody buys is one as well: {faults}")
    terms = replace(case.projection.terms, in_kind=in_kind(idle, case.company))
    lines = projected_scenarios(plan_assumptions(idle), terms, idle.chance, case.runs).statement.lines
    out = sum(float(lines[line.name][1:, 0].sum()) for line in CASH_LINES if line.cash < 0 and not line.start)
    return out / case.plan.horizon_months


def customers(case: Case, speech: Speech) -> Shown:
    """Customers after a year, as entered, and what they order."""
    _, month = speech.text, min(case.plan.horizon_months, YEAR)
    sales = case.projection.sales
    count, orders = (float(each[month, 0]) for each in (sales.closing_customers, sales.orders))
    orders -= float(case.projection.assumptions.party_orders[month, 0])  # those of guests are not theirs
    words = _("customers after {months} if everything goes as entered; they place {orders} in that month.")
    placed = speech.plural("{count} order", "{count} orders", round(orders, 1))
    return Shown(_number(count, speech), words.format(months=speech.months(month), orders=placed))


def team(case: Case, speech: Speech) -> Shown:
    """People below after a year, as entered, of all who ever joined."""
    _, month = speech.text, min(case.plan.horizon_months, YEAR)
    network = case.projection.network
    there = float(network.active[month, 1:, 0].sum())
    joined = float(network.joined[: month + 1, 1:, 0].sum())
    words = _("people below you after {months} if everything goes as entered, of {joined} who joined.")
    return Shown(_number(there, speech), words.format(months=speech.months(month), joined=_number(joined, speech)))


def an_hour(tried: Tried, speech: Speech) -> Shown:
    """What the middle one has for an hour, beside the reference wage."""
    _, rate, wage = speech.text, tried.odds.per_hour, average_wage(tried.case.plan)
    if rate is None:
        return Shown(_("no hours"), _("you state 0 hours a week"))
    figure = speech.money(rate.median, 2)
    if wage is None:
        return Shown(figure, _("for each hour worked is what the middle of 100 people with this plan has left."))
    words = _(
        "for each hour worked is what the middle of 100 people with this plan has left. An hour of work elsewhere "
        "is worth {wage} to you."
    )
    return Shown(figure, bounds.reserved(words.format(wage=speech.money(wage, 2)), tried.case.projection, speech))


def loses(tried: Tried, speech: Speech) -> Shown:
    """The headline as one figure."""
    _ = speech.text
    losing = odds_in_words.count(tried.odds.lose, speech, tried.odds.runs)
    words = _("people with this plan lose money over {months}.")
    figure = bounds.at_least(_("{count} of 100").format(count=losing), tried.case.projection, speech)
    return Shown(figure, words.format(months=speech.months(tried.case.plan.horizon_months)))


def worst(case: Case, speech: Speech) -> Shown:
    """What goes wrong that costs most alone, as entered."""
    _, worst_one = speech.text, min(differences(case), key=lambda each: each.result)
    words = _("at the end, with “{switch}” alone: of what is tried here that costs most, if all else goes as entered.")
    return Shown(change(worst_one, speech), words.format(switch=_(worst_one.switch.title)))


def change(difference: SwitchDifference, speech: Speech) -> str:
    """How far a switch moves the result."""
    _ = speech.text
    if abs(difference.result) < CENT:
        return _("no difference")
    amount = speech.money(abs(difference.result))
    return (_("{amount} less") if difference.result < 0 else _("{amount} more")).format(amount=amount)


def stopped(tried: Tried, speech: Speech) -> Shown:
    """The limit, and how many it stops; the review beside it."""
    _, chance, odds = speech.text, tried.case.plan.chance, tried.odds
    if chance.most_to_lose is None and chance.review_month is None:
        return Shown(_("no limit"), _("You have said at no loss and at no time that you would stop."))
    if chance.most_to_lose is None:
        words = _("of 100 people with this plan would stop at the review, after {months}.")
        figure = odds_in_words.count(odds.by_review, speech, odds.runs)
        return Shown(figure, words.format(months=speech.months(chance.review_month or 0)))
    words = _("lost, and you stop. That happens to {count} of 100 people with this plan.")
    limit = odds_in_words.count(odds.by_limit, speech, odds.runs)
    return Shown(speech.money(chance.most_to_lose), words.format(count=limit))


def until_then(case: Case, day: date | None, speech: Speech) -> Shown:
    """Where the plan stands by the next talk, as entered: the result and the customers."""
    _ = speech.text
    if day is None:
        return Shown(_("no day"), _("When do you meet again? Then it says here where the plan should stand by then."))
    month = month_of(case.plan, day)
    if month < 0:
        return Shown(speech.calendar(0), _("is when you start; you meet again before that."))
    month = min(month, case.plan.horizon_months)
    result = float(case.projection.statement.result[month, 0])
    count = float(case.projection.sales.closing_customers[month, 0])
    words = _(
        "is where the plan stands by then, after {months}, with {customers} customers, if everything goes as entered."
    ).format(months=speech.months(month), customers=_number(count, speech))
    return Shown(money(result, speech), bounds.reserved(words, case.projection, speech))


def month_of(plan: Plan, day: date) -> int:
    """The month of the plan that a day falls into, 0 the start; negative before it."""
    year, month = (int(part) for part in plan.start_month.split("-"))
    return (day.year - year) * YEAR + day.month - month


def _number(value: float, speech: Speech) -> str:
    return speech.number(value, 0 if round(value, 1).is_integer() else 1)
