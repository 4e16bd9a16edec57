"""Where getting started, fees, running costs and interest come from."""

from collections.abc import Iterator

from planner.analysis.case import Case
from planner.analysis.origin.order_costs import order_fee
from planner.analysis.origin.orders import of_a_party, parties
from planner.analysis.origin.parts import (
    Amount,
    Origin,
    at,
    company_figure,
    company_money,
    line_at,
    money,
    named,
    stated,
)
from planner.analysis.origin.rising import by_then
from planner.analysis.origin.trade import line
from planner.language import mark
from planner.messages import Message, Quantity

AT_LAUNCH_ONLY = Message(mark("Paid at the launch only."))
NOTHING_DUE = Message(mark("Nothing is due in this month."))


def starter_kit_fee(case: Case, month: int) -> Origin:
    """The company's starter kit."""
    if month:
        return line(case, "starter_kit_fee", month).known(AT_LAUNCH_ONLY)
    fee = money(line_at(case, "starter_kit_fee", 0))
    return company_money(case, fee, mark("Starter kit"), "joining", "starter_kit_fee")


def startup_costs(case: Case, month: int) -> Origin:
    """What the person buys to get started in the month."""
    amount = line(case, "startup_costs", month)
    items = enumerate(case.plan.getting_started.items)
    due = tuple(
        by_then(
            case,
            "cost_level",
            month,
            Amount(named(item.name), month, money(item.amount)).given("getting_started", "items", place),
        )
        for place, item in items
        if item.month == month
    )
    return amount.sum_of(due) if due else amount.known(NOTHING_DUE, ("getting_started", "items"))


def contingency(case: Case, month: int) -> Origin:
    """What is set aside on top."""
    path = ("getting_started", "contingency_share")
    share_title = mark("Set aside for surprises")
    aside = Amount(share_title, None, Quantity(case.plan.getting_started.contingency_share, "share")).given(*path)
    return line(case, "contingency", month).opened(
        mark("{aside} of start-up costs of {costs}"),
        lambda aside, costs: aside * costs,
        aside=aside,
        costs=startup_costs(case, month),
    )


def company_fees(case: Case, month: int) -> Origin:
    """Renewal and website fees that fall due, and the fee for the order of the month."""
    terms, amount = case.projection.terms, line(case, "company_fees", month)
    due = []
    if month > terms.website_free_months:
        fee = money(terms.website_fee)
        of_company = company_money(case, fee, mark("Monthly website fee"), "joining", "website_fee")
        due.append(by_then(case, "cost_level", month, of_company))
    if terms.renews_in(month):
        of_company = company_money(case, money(terms.renewal_fee), mark("Yearly fee"), "joining", "renewal_fee")
        due.append(by_then(case, "cost_level", month, of_company))
    of_order = order_fee(case, month)
    if of_order is not None:
        due.append(of_order)
    if due:
        return amount.sum_of(tuple(due))
    if month == 0 or not terms.website_fee:
        return amount.known(NOTHING_DUE)
    free = Quantity(terms.website_free_months, "months")
    return amount.opened(
        mark("Nothing: the website is free for {free}"),
        lambda **_figures: 0.0,
        free=company_figure(case, free, mark("Months without website fee"), "joining", "website_free_months"),
    )


def operating_expenses(case: Case, month: int) -> Origin:
    """Running costs that are paid in the month."""
    amount = line(case, "operating_expenses", month)
    due = tuple(
        paid_for(case, place, month)
        for place, row in enumerate(case.plan.running_costs)
        if month and row.payments(case.plan.start_month, month)
    )
    due = (*due, *of_parties(case, month))
    return amount.sum_of(due) if due else amount.known(NOTHING_DUE, ("running_costs",))


def paid_for(case: Case, place: int, month: int) -> Origin:
    """One running cost, as often as it falls into the month."""
    row = case.plan.running_costs[place]
    times = row.payments(case.plan.start_month, month)
    once = Amount(named(row.name), month, money(row.amount)).given("running_costs", place)
    once = by_then(case, "cost_level", month, once)
    if times == 1:
        return once
    amount = Amount(named(row.name), month, money(once.value.value * times), {"times": Quantity(times, "count")})
    return amount.opened(mark("{times} times {once} in this month"), lambda once: times * once, once=once)


def of_parties(case: Case, month: int) -> Iterator[Origin]:
    """What the parties of the month cost beside goods, where they cost anything."""
    held, each = parties(case, month), of_a_party(case, "cost_each")
    if held.value.value * each.value.value:
        each = by_then(case, "cost_level", month, each)
        yield Amount(mark("Costs of parties"), month, money(held.value.value * each.value.value)).opened(
            mark("{held} parties, {each} each"), lambda held, each: held * each, held=held, each=each
        )


def interest(case: Case, month: int) -> Origin:
    """A twelfth of the year's rate on what loan and card stood at."""
    amount, statement = line(case, "interest", month), case.projection.statement
    loan, card = (at(owed, month - 1) for owed in (statement.loan_balance, statement.card_balance))
    return amount.opened(
        mark("A twelfth of {loan_rate} on the loan of {loan}, and a twelfth of {card_rate} on the card's {card}"),
        lambda loan_rate, loan, card_rate, card: loan * loan_rate / 12 + card * card_rate / 12,
        loan_rate=stated(case, "money_and_time", "loan_annual_rate"),
        loan=Amount(mark("Owed on the loan at the end of the month before"), month - 1, money(loan)).known(),
        card_rate=stated(case, "money_and_time", "card_annual_rate"),
        card=Amount(mark("Owed on the card at the end of the month before"), month - 1, money(card)).known(),
    )
