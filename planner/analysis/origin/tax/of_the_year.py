"""Where tax comes from: the year's profit so far, the contributions and income tax on it, and when they are paid."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.origin.tax.contributions import contributions_on
from planner.analysis.origin.parts import Amount, Origin, at, line_at, money, share
from planner.analysis.origin.tax.rules import own_or_of_rules
from planner.analysis.origin.trade import line
from planner.analysis.origin.tax.vat import line_of_its_own
from planner.inputs.plan.plan import INPUTS
from planner.language import mark
from planner.line_items import GROSS_INCOME, LINE_ITEMS
from planner.messages import Message, Quantity
from planner.projection.assumptions import Array
from planner.projection.income_tax import loss_used
from planner.timeline import calendar_month

NO_TAX = Message(mark("No tax is counted."))
SIGNS = {item.name: item.profit for item in LINE_ITEMS}
CARRIED = Message(mark("Carried over where the rules carry losses over, else none."))
BEFORE_IN_THE_YEAR = Message(mark("The months of the year until the one before, added up."))


def tax_accrued(case: Case, month: int) -> Origin:
    """What the month adds to the tax of the year."""
    amount = line(case, "tax_accrued", month)
    if case.plan.tax.rules == "none":
        return amount.known(NO_TAX, ("tax", "rules"))
    before = months_of_the_year(case, month)[:-1]
    so_far = money(sum(line_at(case, "tax_accrued", each) for each in before))
    return amount.opened(
        mark("{now} on the year's profit so far, less {before} until the month before"),
        lambda now, before: now - before,
        now=tax_of_the_year(case, month),
        before=Amount(mark("Tax on the year's profit until the month before"), month - 1, so_far).known(
            BEFORE_IN_THE_YEAR
        ),
    )


def tax_paid(case: Case, month: int) -> Origin:
    """The tax of the year before, in the month in which it is paid."""
    amount, given = line(case, "tax_paid", month), case.projection.assumptions
    if case.plan.tax.rules == "none":
        return amount.known(NO_TAX, ("tax", "rules"))
    today = calendar_month(given.start_month, month)
    if today.month != given.tax.paid_in:
        return amount.known(Message(mark("A year's tax is paid at once, in its month of the next year.")))
    last = month - today.month  # December of the year before
    if last < 0:
        return amount.known(Message(mark("There was no year before in this plan.")))
    return amount.opened(mark("{tax}, the tax of the year before"), lambda tax: tax, tax=tax_of_the_year(case, last))


def months_of_the_year(case: Case, month: int) -> range:
    """The months of the plan in the calendar year of a month, up to this one."""
    january = month - calendar_month(case.projection.assumptions.start_month, month).month + 1
    return range(max(january, 0), month + 1)


def taxable(case: Case) -> Array:
    """Profit before tax by month, own use not taken off; of a hobby, sales and pay less goods sold.

    Pay in kind counts in the month in which it is received.
    """
    statement = case.projection.statement
    received = statement.lines["in_kind_received"]
    if not case.projection.assumptions.tax.costs_deductible:
        return np.asarray(sum(SIGNS[name] * statement.lines[name] for name in GROSS_INCOME) + received)[:, 0]
    added_back = statement.lines["tax_accrued"] + statement.lines["own_use"] - statement.lines["credit_used"]
    return (statement.profit + added_back + received)[:, 0]


def losses_carried(case: Case, month: int) -> float:
    """Losses of the years before that lower the profit of the year of a month."""
    if not case.projection.assumptions.tax.carries_losses:
        return 0.0
    first, profit, carried = months_of_the_year(case, month)[0], taxable(case), 0.0
    year_ends = (each for each in range(first) if calendar_month(case.plan.start_month, each).month == 12)
    for last in year_ends:
        year = months_of_the_year(case, last)
        carried = max(carried - float(profit[year[0] : last + 1].sum()), 0.0)
        carried -= _loss_used(case, carried, last)
    return carried


def _loss_used(case: Case, loss: float, month: int) -> float:
    """Of a loss of the year of a month, earlier ones in it, what lowers other income."""
    terms, start = case.projection.assumptions.tax, case.plan.start_month
    year = calendar_month(start, month).year - calendar_month(start, 0).year
    return float(loss_used(terms, np.asarray(loss), year))


def profit_of_the_year(case: Case, month: int) -> Origin:
    """The year's taxable profit until the end of a month, never below zero."""
    profit = taxable(case)
    months, losses = months_of_the_year(case, month), losses_carried(case, month)
    earlier = float(profit[months[0] : month].sum())
    before = Amount(mark("Taxable profit of the months of the year before it"), month - 1, money(earlier))
    carried = Amount(mark("Losses of earlier years"), month, money(losses))
    value = money(max(float(profit[month]) + earlier - losses, 0.0))
    return Amount(mark("Taxable profit of the year so far"), month, value).opened(
        mark(
            "{this_month} this month and {before} before it, less {losses} of losses of earlier years; never below zero"
        ),
        lambda this_month, before, losses: max(this_month + before - losses, 0.0),
        this_month=taxable_of_the_month(case, month, float(profit[month])),
        before=before.known(BEFORE_IN_THE_YEAR),
        losses=carried.known(CARRIED),
    )


def taxable_of_the_month(case: Case, month: int, profit: float) -> Origin:
    """What the month adds to the year's taxable profit."""
    amount = Amount(mark("Taxable profit of the month"), month, money(profit))
    if case.projection.assumptions.tax.costs_deductible:
        return taxable_of_a_business(case, amount, month)
    return taxable_of_a_hobby(case, amount, month)


def has_pay_in_kind(case: Case, month: int) -> bool:
    """Whether pay in kind is received or used in a month."""
    return bool(line_at(case, "in_kind_received", month) or line_at(case, "credit_used", month))


def taxable_of_a_hobby(case: Case, amount: Amount, month: int) -> Origin:
    """Sales and pay less goods sold."""
    words = mark("Sales and pay less refunds and what the goods cost that were sold: of a hobby no other cost counts.")
    lines = {name: line_of_its_own(case, name, month) for name in GROSS_INCOME}
    if has_pay_in_kind(case, month):
        lines["in_kind_received"] = line_of_its_own(case, "in_kind_received", month)
        words = mark(
            "Sales and pay, that in kind too, less refunds and what the goods cost that were sold: of a hobby no "
            "other cost counts."
        )
    return amount.opened(
        words,
        lambda **lines: (
            sum(SIGNS[name] * value for name, value in lines.items() if name in GROSS_INCOME)
            + lines.get("in_kind_received", 0.0)
        ),
        ("tax", "activity"),
        **lines,
    )


def taxable_of_a_business(case: Case, amount: Amount, month: int) -> Origin:
    """Profit before tax, own use not taken off."""
    words = mark("{profit} of profit, with {tax} of tax and {own_use} of own use added back")
    in_kind = {}
    if has_pay_in_kind(case, month):
        in_kind = {name: line_of_its_own(case, name, month) for name in ("in_kind_received", "credit_used")}
        words = mark(
            "{profit} of profit, with {tax} of tax and {own_use} of own use added back; of pay in kind, "
            "{in_kind_received} that is received counts, and not {credit_used} that is used"
        )
    return amount.opened(
        words,
        lambda profit, tax, own_use, in_kind_received=0.0, credit_used=0.0: (
            profit + tax + own_use + in_kind_received - credit_used
        ),
        profit=Amount(mark("Profit"), month, money(at(case.projection.statement.profit, month))).known(
            Message(mark("All lines of the profit view, with their signs."))
        ),
        tax=line_of_its_own(case, "tax_accrued", month),
        own_use=line_of_its_own(case, "own_use", month),
        **in_kind,
    )


def tax_of_the_year(case: Case, month: int) -> Origin:
    """Contributions and income tax on the year's profit so far."""
    terms = case.projection.assumptions.tax
    profit = profit_of_the_year(case, month)
    if terms.losses_lower_other_income and profit.value.value <= 0:
        return tax_saved(case, month)
    contributions = contributions_on(case, month, profit)
    income_tax = income_tax_on(case, month, profit, contributions)
    value = money(sum(line_at(case, "tax_accrued", each) for each in months_of_the_year(case, month)))
    amount = Amount(mark("Tax on the year's profit so far"), month, value)
    if not terms.contributions:
        return amount.opened(mark("Income tax of {income_tax}"), lambda income_tax: income_tax, income_tax=income_tax)
    return amount.opened(
        mark("{contributions} of contributions and {income_tax} of income tax"),
        lambda contributions, income_tax: contributions + income_tax,
        contributions=contributions,
        income_tax=income_tax,
    )


def tax_saved(case: Case, month: int) -> Origin:
    """What the year's loss so far takes off the tax on other income, below zero."""
    terms, months, profit = case.projection.assumptions.tax, months_of_the_year(case, month), taxable(case)
    so_far, losses = float(profit[months[0] : month + 1].sum()), losses_carried(case, month)
    used = _loss_used(case, losses - so_far, month)
    before = Amount(mark("Profit of the months of the year so far, before tax and own use"), month, money(so_far))
    carried = Amount(mark("Losses of earlier years"), month, money(losses))
    parts = {"profit": before.known(BEFORE_IN_THE_YEAR), "losses": carried.known(CARRIED)}
    words = mark("A loss, as {profit} less {losses} of losses of earlier years is below zero")
    amount = Amount(mark("Loss of the year so far that lowers other income"), month, money(used))
    if terms.losses_most is not None:
        most = Amount(mark("Of losses, what lowers other income in a year at most"), None, money(terms.losses_most))
        parts["most"] = most.given("tax_rules", "losses_against_other_income", "most")
        words = mark("{profit} less {losses} of losses of earlier years is below zero, and of that no more than {most}")
    if terms.losses_years is not None and used == 0:
        years = Amount(mark("Calendar years in which it does"), None, Quantity(terms.losses_years, "count"))
        parts["years"] = years.given("tax_rules", "losses_against_other_income", "years")
        words = mark(
            "{profit} less {losses} of losses of earlier years; after {years} years nothing lowers other income"
        )
    loss = amount.opened(words, lambda **parts: _loss_used(case, parts["losses"] - parts["profit"], month), **parts)
    path = own_or_of_rules(case, "income_share", "income_share")
    income = Amount(INPUTS["tax", "income_share"].title, None, share(terms.income_share)).given(*path)
    return Amount(mark("Tax on the year's profit so far"), month, money(-terms.income_share * used)).opened(
        mark("{income} of {loss}, saved on other income"),
        lambda income, loss: -income * loss,
        ("tax", "losses"),
        income=income,
        loss=loss,
    )


def income_tax_on(case: Case, month: int, profit: Origin, contributions: Origin) -> Origin:
    """The income share of the profit less the deductible part of the contributions and the standard deduction."""
    terms = case.projection.assumptions.tax
    path = own_or_of_rules(case, "income_share", "income_share")
    income = Amount(INPUTS["tax", "income_share"].title, None, share(terms.income_share)).given(*path)
    deductible = terms.deductible_share
    left = max(profit.value.value - deductible * contributions.value.value - terms.income_deduction, 0.0)
    amount = Amount(mark("Income tax on the year's profit so far"), month, money(terms.income_share * left))
    parts = {"income": income, "profit": profit}
    if terms.contributions:
        title = mark("Part of the contributions that lowers income tax")
        parts["deductible"] = Amount(title, None, share(deductible)).given("tax_rules", "deductible_share")
        parts["contributions"] = contributions
    if terms.income_deduction:
        standard = Amount(INPUTS["tax", "income_deduction"].title, None, money(terms.income_deduction))
        parts["deduction"] = standard.given("tax", "income_deduction")
    words = {
        (False, False): mark("{income} of the year's profit of {profit}"),
        (True, False): mark("{income} of what is left of {profit}, once {deductible} of {contributions} is taken off"),
        (False, True): mark(
            "{income} of what is left of {profit}, once {deduction} of standard deduction is taken off"
        ),
        (True, True): mark(
            "{income} of what is left of {profit}, once {deductible} of {contributions} and {deduction} of standard "
            "deduction are taken off"
        ),
    }[bool(terms.contributions), bool(terms.income_deduction)]
    return amount.opened(words, _income_tax, **parts)


def _income_tax(
    income: float, profit: float, deductible: float = 0.0, contributions: float = 0.0, deduction: float = 0.0
) -> float:
    return income * max(profit - deductible * contributions - deduction, 0.0)
