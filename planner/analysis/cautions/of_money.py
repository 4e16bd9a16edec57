"""Cautions about money and time: when it runs out, what an hour earns, and how pay compares with what was published."""

import numpy as np

from planner.analysis.beside.comparison import without_recruits
from planner.analysis.case import Case
from planner.analysis.cautions.caution import Caution, months_where
from planner.analysis.measures.measure import average_wage
from planner.analysis.measures.milestones import CENT
from planner.analysis.projected import projected
from planner.inputs.company.company import Company
from planner.inputs.company.record import Disclosure
from planner.inputs.plan.plan import Plan
from planner.inputs.tax_terms import counts_tax
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.assumptions import Array
from planner.projection.engine import Projection
from planner.timeline import WEEKS_PER_MONTH

TOP = 0.10  # of all members, at most
YEAR = 12
ALONE = mark("With nobody recruited, the plan comes to {alone} after {months}. As it stands it comes to {result}.")
ALONE_WITH_TEAM = mark(
    "With nobody recruited, so that the team of today stays and nobody is added to it, the plan comes to {alone} after "
    "{months}. As it stands it comes to {result}."
)


def money_runs_out(projection: Projection) -> Caution | None:
    """Own money, loan and card do not cover the month."""
    balance = projection.statement.cash_balance[:, 0]
    months = months_where(balance <= -CENT)
    if not months:
        return None
    missing = Quantity(float(-balance.min()), "money")
    return Caution(
        "money_runs_out",
        months,
        Message(
            mark(
                "Your own money, loan and card are used up in {month}. At the most, {missing} is missing, in {worst}."
            ),
            {
                "month": Quantity(months[0], "month"),
                "missing": missing,
                "worst": Quantity(int(balance.argmin()), "month"),
            },
        ),
        Message(
            mark("{missing} more of your own money, or as much less spent before {worst}."),
            {"missing": missing, "worst": Quantity(int(balance.argmin()), "month")},
        ),
    )


def card_is_used(projection: Projection) -> Caution | None:
    """The months in which the card is owed, its most, and what it costs in interest."""
    owed = projection.statement.card_balance[:, 0]
    months = months_where(owed > CENT)
    if not months:
        return None
    rate = float(projection.assumptions.card_annual_rate[0])
    most = Quantity(float(owed.max()), "money")
    return Caution(
        "card_is_used",
        months,
        Message(
            mark("The card is first used in {month}. At the most {most} is owed on it, and it costs {interest}."),
            {
                "month": Quantity(months[0], "month"),
                "most": most,
                "interest": Quantity(float(owed[:-1].sum()) * rate / 12, "money"),
            },
        ),
        Message(mark("With {most} more of your own money, the card is not needed."), {"most": most}),
    )


def hour_below_wage(case: Case) -> Caution | None:
    """An hour earns less than the reference wage that the person states."""
    plan, measures = case.plan, case.measures
    earned, wage = measures.earnings_per_hour, average_wage(plan)
    if earned is None or wage is None or earned > wage - CENT:
        return None
    result, worth = measures.result, measures.hours * wage
    more = {"more": Quantity(worth - result, "money")}
    change = Message(mark("{more} more over the plan, from the same hours."), more)
    if result > 0:
        hours = result / wage / plan.horizon_months / WEEKS_PER_MONTH
        change = Message(
            mark("{more} more over the plan from the same hours, or the same result in {hours} hours a week."),
            more | {"hours": Quantity(hours, "hours")},
        )
    return Caution(
        "hour_below_wage",
        (),
        Message(
            mark(
                "Your {hours} hours bring {result} after all costs and tax. At the reference wage, after tax, they "
                "would bring {worth}."
            )
            if counts_tax(plan)
            else mark(
                "Your {hours} hours bring {result} after all costs, before tax. At the reference wage, before tax, "
                "they would bring {worth}."
            ),
            {
                "hours": Quantity(round(measures.hours), "hours"),
                "result": Quantity(result, "money"),
                "worth": Quantity(worth, "money"),
            },
        ),
        change,
    )


def loses_without_recruits(case: Case) -> Caution | None:
    """The same plan with nobody recruited ends below zero after tax; only where the plan recruits."""
    if not case.projection.network.joined[:, 1:, 0].any():
        return None
    alone = float(projected(without_recruits(case.plan), case.company, case.runs).statement.result[-1, 0])
    if alone > -CENT:
        return None
    return Caution(
        "loses_without_recruits",
        (),
        Message(
            ALONE_WITH_TEAM if case.plan.team.today else ALONE,
            {
                "alone": Quantity(alone, "money"),
                "months": Quantity(case.plan.horizon_months, "months"),
                "result": Quantity(case.measures.result, "money"),
            },
        ),
        Message(
            mark("{more} more from your own sales over the plan, or as much less in costs."),
            {"more": Quantity(-alone, "money")},
        ),
    )


def above_published_top(case: Case) -> Caution | None:
    """Pay of any twelve months above an outcome that, as published, at most a tenth of members reached.

    Of several, the one that the fewest reached, then the highest. Pay holds the margin on direct orders, since the
    company pays it.
    """
    company, lines = case.company, case.projection.statement.lines
    pay = pay_of_a_year((lines["commission_earned"] + lines["margin_earned"])[:, 0])
    known = ((in_plan_currency(outcome, company, case.plan), outcome) for outcome in company.disclosures)
    passed = [(amount, found) for amount, found in known if amount is not None and pay.max() > amount + CENT]
    if not passed:
        return None
    amount, outcome = min(passed, key=lambda each: (each[1].share_above, -each[0]))
    best = int(pay.argmax())
    return Caution(
        "above_published_top",
        months_where(pay > amount + CENT),
        Message(
            mark(
                "Over the {length} to {month}, the company pays you {pay}. From what is published it follows "
                "that at most {share} of the members counted received {amount} or more in a year."
            ),
            {
                "length": Quantity(min(best, YEAR), "months"),
                "month": Quantity(best, "month"),
                "pay": Quantity(float(pay[best]), "money"),
                "share": Quantity(outcome.share_above or 0.0, "share"),
                "amount": Quantity(amount, "money"),
            },
        ),
        Message(
            mark("{share} of this pay would be within it. Look at how many you recruit, and how many stay."),
            {"share": Quantity(amount / float(pay[best]), "share")},
        ),
        company.sources[outcome.source].address or "",
        outcome,
    )


def pay_of_a_year(pay: Array) -> Array:
    """Pay of the twelve months up to each month, of fewer where there are fewer, (horizon + 1,)."""
    so_far = np.cumsum(pay)
    before = np.zeros_like(so_far)
    before[YEAR:] = so_far[: max(len(so_far) - YEAR, 0)]
    return so_far - before


def in_plan_currency(outcome: Disclosure, company: Company, plan: Plan) -> float | None:
    """What at most a tenth of members received in a year or more; None of another outcome, or without a rate."""
    if outcome.share_above is None or outcome.share_above > TOP:
        return None
    currency = outcome.currency or company.currency
    rate = 1.0 if currency == plan.currency else plan.exchange_rates.get(currency)
    return None if rate is None else outcome.value * rate * (YEAR if outcome.unit == "money_a_month" else 1)
