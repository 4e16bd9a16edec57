"""Where tax comes from: the year's profit so far, the contributions and income tax on it, and when they are paid."""

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, line_at, money, share
from planner.analysis.origin.tax.contributions import contributions_on
from planner.analysis.origin.tax.rules import own_or_of_rules
from planner.analysis.origin.tax.taxable import (
    BEFORE_IN_THE_YEAR,
    CARRIED,
    loss_used_in_the_year,
    losses_carried,
    months_of_the_year,
    profit_of_the_year,
    taxable,
)
from planner.analysis.origin.trade import line
from planner.inputs.plan.plan import INPUTS
from planner.language import mark
from planner.messages import Message, Quantity
from planner.timeline import calendar_month

NO_TAX = Message(mark("No tax is counted."))


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
    used = loss_used_in_the_year(case, losses - so_far, month)
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
    loss = amount.opened(
        words, lambda **parts: loss_used_in_the_year(case, parts["losses"] - parts["profit"], month), **parts
    )
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
