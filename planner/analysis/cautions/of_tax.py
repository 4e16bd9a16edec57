"""Cautions about VAT and state tax: where their thresholds lie, and what of them the plan counts."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.cautions.caution import Caution, months_where
from planner.analysis.measures.measure import wage_level
from planner.analysis.origin.tax.taxable import losses_carried, months_of_the_year, taxable
from planner.inputs.plan.plan import Plan
from planner.inputs.tax_terms import chosen_rules, rules_exchange_rate
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.income_tax import contributions_on
from planner.projection.vat import goods_rates, sales_of_the_year
from planner.timeline import WEEKS_PER_MONTH, calendar_month

FULL_TIME = 40 * WEEKS_PER_MONTH * 12  # hours a year


def vat_threshold_passed(case: Case) -> Caution | None:
    """A calendar year's sales pass the threshold, and VAT is not charged from the start."""
    tax, lines = case.projection.assumptions.tax, case.projection.statement.lines
    if tax.vat_threshold is None or tax.vat_registered == "from_start":
        return None
    if tax.vat_registered == "past_threshold" and tax.vat_sales_before > tax.vat_threshold:
        return None  # the plan charges it from the start, since the person said so
    sold = lines["revenue"] + lines["charges"] - lines["refunds"]
    sales = sales_of_the_year(case.plan.start_month, sold)[:, 0]
    months = months_where(sales > tax.vat_threshold)
    if not months:
        return None
    rate = float(goods_rates(tax, case.plan.start_month, months[0] + 1)[-1, 0])
    if tax.vat_registered == "past_threshold":
        change = Message(mark("Nothing needs to: the plan charges VAT from the month after."))
    else:
        change = Message(
            mark(
                "Let the plan charge VAT past the threshold: of each price {part} is VAT then, and you get back what "
                "is in your costs."
            ),
            {"part": Quantity(rate / (1 + rate), "share")},
        )
    return Caution(
        "vat_threshold_passed",
        months,
        Message(
            mark("In {month}, the sales of the calendar year pass {threshold}, from where VAT must be charged."),
            {"month": Quantity(months[0], "month"), "threshold": Quantity(tax.vat_threshold, "money")},
        ),
        change,
        source_of_threshold(case.plan),
    )


def source_of_threshold(plan: Plan) -> str:
    """The address that the rules' VAT threshold rests on; "" where the person states it."""
    rules = chosen_rules(plan)
    if plan.tax.vat_threshold is not None or rules is None or rules.vat is None:
        return ""
    return rules.sources[rules.vat.threshold.source].address or ""


def state_tax_begins(case: Case) -> Caution | None:
    """What a year leaves, beside a full-time job at the reference wage, is above where state tax begins.

    Only where the person states no share of their own, which may hold it.
    """
    rules, plan = chosen_rules(case.plan), case.plan
    if rules is None or rules.state_tax is None or plan.tax.income_share is not None:
        return None
    jobs = full_time_by_year(plan)
    year, left = max(left_by_year(case), key=lambda each: each[1] + jobs[each[0]])
    above = rules.state_tax.above.value * (rules_exchange_rate(plan) or 1.0)
    job = jobs[year]
    if left <= 0 or left + job <= above:
        return None
    words = mark(
        "In {year}, {left} is left before income tax. Together with {job}, a year of full-time work at the reference "
        "wage, that is above {above}, from where state tax of {rate} is owed too. The plan does not count it."
    )
    figures = {"left": Quantity(left, "money"), "job": Quantity(job, "money"), "above": Quantity(above, "money")}
    share = rules.state_tax.rate.value + case.projection.assumptions.tax.income_share
    return Caution(
        "state_tax_begins",
        (),
        Message(words, {"year": str(year), "rate": Quantity(rules.state_tax.rate.value, "share"), **figures}),
        Message(
            mark("State {share} as the tax on the next amount you earn, if you earn that much."),
            {"share": Quantity(share, "share")},
        ),
        rules.sources[rules.state_tax.above.source].address or "",
    )


def full_time_by_year(plan: Plan) -> dict[int, float]:
    """What a year of full-time work at the reference wage brings, as it has risen on average in the months of each."""
    levels: dict[int, list[float]] = {}
    for month, level in enumerate(wage_level(plan).tolist()):
        levels.setdefault(calendar_month(plan.start_month, month).year, []).append(level)
    wage = plan.money_and_time.reference_wage or 0.0
    return {year: wage * FULL_TIME * sum(each) / len(each) for year, each in levels.items()}


def left_by_year(case: Case) -> list[tuple[int, float]]:
    """The calendar years of the plan, each with the profit less contributions that income tax is counted on."""
    tax, profit, horizon = case.projection.assumptions.tax, taxable(case), case.plan.horizon_months
    dates = [calendar_month(case.plan.start_month, month) for month in range(horizon + 1)]
    found = []
    for month, date in enumerate(dates):
        if date.month == 12 or month == horizon:
            months = months_of_the_year(case, month)
            year = max(float(profit[months[0] : month + 1].sum()) - losses_carried(case, month), 0.0)
            found.append((date.year, year - float(contributions_on(tax, np.asarray(year)))))
    return found
