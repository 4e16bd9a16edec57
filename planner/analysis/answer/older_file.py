"""A plan that an older version saved: what this one counts otherwise, of that only what changes this plan."""

from dataclasses import replace

from planner.analysis.case import Case
from planner.analysis.measures.milestones import CENT
from planner.analysis.measures.quitting import quitting
from planner.analysis.projected import projected_scenarios
from planner.inputs.plan.team import somebody_joins
from planner.inputs.standing_order import StandingOrder
from planner.inputs.terms import Terms
from planner.language import mark
from planner.line_items import LINE_ITEMS
from planner.messages import Message, Quantity
from planner.projection.assumptions import Assumptions
from planner.projection.engine import Projection

# Versions of files: since the first all else counts, since the second one stops, and since the third the Swedish rules
# of 2026 reduce contributions and have the municipal tax of that year; a company's terms have had dates since the same.
RESULT_SINCE, MONEY_SINCE, TAX_SINCE, DATES_SINCE = 5, 6, 8, 8
SWEDEN, MUNICIPAL_TAX_BEFORE = "sweden-sole-trader-2026", 0.3241


def counted_otherwise(case: Case, version: int = 0) -> tuple[Message, ...]:
    """What a plan saved by that version now comes to for another reason than its inputs; empty where nothing."""
    found = [stops(case)] if version < MONEY_SINCE else []
    if version < TAX_SINCE:
        found.append(swedish_tax(case))
    if version < DATES_SINCE:
        found += [pay_that_ended(case), terms_of_return(case)]
    if version < RESULT_SINCE:
        found = [still_to_come(case), standing_order(case), waiting(case), active_members(case), *found]
    return tuple(message for message in found if message is not None)


def otherwise(case: Case, assumptions: Assumptions, terms: Terms) -> Projection:
    """The plan as it was counted before."""
    return projected_scenarios(assumptions, terms, case.plan.chance, case.runs)


def still_to_come(case: Case) -> Message | None:
    """Pay still to come counts in the result, less what is owed on all of it."""
    statement = case.projection.statement
    more = float((statement.result - statement.cumulative_cash_flow)[-1, 0])
    if abs(more) < CENT:
        return None
    words = mark(
        "What is earned and not yet received counts, less refunds still to come and the tax owed on all of it: "
        "{more} on top of the cash at the end."
    )
    return Message(words, {"more": Quantity(more, "money")})


def standing_order(case: Case) -> Message | None:
    """What the company's standing order adds to the goods that are bought."""
    terms = case.projection.terms
    if not terms.standing_order.asked or terms.standing_order.refused:
        return None
    before = otherwise(case, case.projection.assumptions, replace(terms, standing_order=StandingOrder()))
    lines = ("inventory_purchases", "qualifying_purchases")
    more = sum(
        float((case.projection.statement.lines[name] - before.statement.lines[name])[:, 0].sum()) for name in lines
    )
    if more < CENT:
        return None
    words = mark("The order that the company asks for each month is bought: goods for {more} more over the plan.")
    return Message(words, {"more": Quantity(more, "money")})


def waiting(case: Case) -> Message | None:
    """In the runs an order that finds an empty shelf waits, where some are delivered from the shelf."""
    if not case.projection.sales.forecast[1:, 0].any():
        return None
    return Message(
        mark("In the runs, an order that finds your shelf empty waits for the next goods; it was lost before.")
    )


def active_members(case: Case) -> Message | None:
    """Members with fewer points than the company asks for are passed over, where it asks for any and pays on a team."""
    terms = case.projection.terms
    pays = terms.unilevel is not None or terms.stairstep is not None
    if not pays or terms.minimum_personal_volume <= 0 or not somebody_joins(case.plan):
        return None
    words = mark("Members who buy for fewer than {points} points in a month do not count as active in it.")
    return Message(words, {"points": Quantity(terms.minimum_personal_volume, "points")})


def stops(case: Case) -> Message | None:
    """In the runs the distributor stops when the money is gone, where anything is paid after the start."""
    lines = case.projection.statement.lines
    paid = sum(float(lines[line.name][1:].sum()) for line in LINE_ITEMS if line.cash < 0)
    if case.plan.chance.when_money_runs_out != "stops" or paid < CENT:
        return None
    return Message(
        mark(
            "In the runs you stop when your own money, loan and card are used up; before, more was put in. That is a "
            "choice beside the number of those who lose."
        )
    )


def pay_that_ended(case: Case) -> Message | None:
    """What the company paid by rules that are known is not counted past the month in which they ended."""
    terms = case.projection.terms
    if terms.last_paid_month is None:
        return None
    before = otherwise(case, case.projection.assumptions, replace(terms, last_paid_month=None))
    then, now = (float(each.statement.lines["commission_earned"].sum()) for each in (before, case.projection))
    if then - now < CENT:
        return None
    words = mark(
        "The company's rules of pay ended, and how it paid later is not disclosed: {less} less pay over the plan."
    )
    return Message(words, {"less": Quantity(then - now, "money")})


def terms_of_return(case: Case) -> Message | None:
    """Who leaves meets the terms of that month, where these bring something else than those of other times."""
    buy_back = case.company.buy_back
    if not buy_back.dated_periods:
        return None
    without = case.company.model_copy(update={"buy_back": buy_back.model_copy(update={"other_periods": ()})})
    now, before = (quitting(replace(case, company=company)).exit_value for company in (case.company, without))
    if abs(now - before).max() < CENT:
        return None
    return Message(mark("Goods that you give back when you stop count by the company's terms of that month."))


def swedish_tax(case: Case) -> Message | None:
    """What the reduced contributions and the newer municipal tax take off the tax of a plan under the Swedish rules."""
    if case.plan.tax.rules != SWEDEN:
        return None
    given = case.projection.assumptions
    stated = case.plan.tax.income_share
    tax = replace(given.tax, reduction=None, income_share=MUNICIPAL_TAX_BEFORE if stated is None else stated)
    before = otherwise(case, replace(given, tax=tax), case.projection.terms)
    less = float((case.projection.statement.result - before.statement.result)[-1, 0])
    if abs(less) < CENT:
        return None
    words = mark(
        "Swedish contributions are reduced by 7.5 % of the base once it is above 40,000 kronor, and the municipal tax "
        "is the average of 2026: {less} less tax over the plan."
    )
    return Message(words, {"less": Quantity(less, "money")})
