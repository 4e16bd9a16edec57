"""What the twin's person owes to others: VAT and tax to the state, a loan and a card to the bank."""

from planner.inputs.plan.plan import Plan
from planner.inputs.tax_terms import TaxTerms
from tests.planner.projection.twin_downline import By_Month
from tests.planner.twin_price import calendar


def vat_part(rate: float) -> float:
    """Of a price that holds VAT at a rate, the part that is VAT."""
    return rate / (1 + rate)


def goods_rate(plan: Plan, terms: TaxTerms, month: int) -> float:
    """The rate on the goods in a month: the last of the dated ones that holds by then, the first of them before."""
    year, number = calendar(plan, month)
    holding = [rate for first, rate in terms.vat_dated if first <= f"{year:04d}-{number:02d}"]
    return holding[-1] if holding else terms.vat_dated[0][1] if terms.vat_dated else terms.vat_rate


def registered_months(plan: Plan, terms: TaxTerms, revenue: By_Month, refunds: By_Month) -> list[bool]:
    """From the start, never, or from the month after the year's sales have come to more than the threshold.

    Where those of an earlier year did that already, from the start too.
    """
    if terms.vat_registered != "past_threshold":
        return [terms.vat_registered == "from_start"] * len(revenue)
    registered, sales, year = [], 0.0, None
    passed = terms.vat_threshold is not None and terms.vat_sales_before > terms.vat_threshold
    for month in range(len(revenue)):
        registered.append(passed)
        if calendar(plan, month)[0] != year:
            sales, year = 0.0, calendar(plan, month)[0]
        sales += revenue[month] - refunds[month]
        passed = passed or (terms.vat_threshold is not None and sales > terms.vat_threshold)
    return registered


def settle_vat(plan: Plan, terms: TaxTerms, arisen: By_Month) -> dict[str, By_Month]:
    """Every period of calendar months is paid, or paid back, so many months after its last month."""
    months = len(arisen)
    paid, refunded, open_sum = [0.0] * months, [0.0] * months, 0.0
    for month in range(months):
        open_sum += arisen[month]
        if calendar(plan, month)[1] % terms.vat_every_months == 0:
            due = month + terms.vat_paid_after
            if due < months:
                paid[due] += max(0.0, open_sum)
                refunded[due] += max(0.0, -open_sum)
            open_sum = 0.0
    return {"vat_paid": paid, "vat_refunded": refunded}


def tax_of_a_year(terms: TaxTerms, profit: float, number: int = 0) -> float:
    """Contributions and income tax on a year's profit less losses carried; of a loss, what it saves on other income.

    number: of the calendar year in the plan, from 0.
    """
    if profit < 0:
        return -terms.income_share * loss_used(terms, -profit, number)
    taxable = max(0.0, profit)
    base = taxable * terms.base_share
    contributions = contributions_on(terms, base)
    if terms.reduction is not None and base > terms.reduction.floor:
        for _round in range(60):  # the base is what the contributions leave, and they are owed on the base
            reduced = min(terms.reduction.share * base, terms.reduction.most)
            contributions = contributions_on(terms, base) - reduced
            base = taxable - contributions
    income = taxable - terms.deductible_share * contributions - terms.income_deduction
    return contributions + terms.income_share * max(0.0, income)


def loss_used(terms: TaxTerms, loss: float, number: int) -> float:
    """Of a loss, what lowers other income in the year: nothing after so many years, and no more than so much."""
    if not terms.losses_lower_other_income or (terms.losses_years is not None and number >= terms.losses_years):
        return 0.0
    return loss if terms.losses_most is None else min(loss, terms.losses_most)


def contributions_on(terms: TaxTerms, base: float) -> float:
    """Before any reduction."""
    owed = 0.0
    for contribution in terms.contributions:
        if base >= contribution.floor:
            cap = base if contribution.cap is None else contribution.cap
            owed += contribution.rate * min(base, cap)
    return owed


def tax_by_month(plan: Plan, terms: TaxTerms, taxable: list[float]) -> tuple[float, float]:
    """Tax accrued and tax paid in the last month of `taxable`: profit before tax, own use not deducted, by month."""
    if terms.income_share == 0 and not terms.contributions:
        return 0.0, 0.0
    by_year: dict[int, list[float]] = {}
    for month, amount in enumerate(taxable):
        by_year.setdefault(calendar(plan, month)[0], []).append(amount)
    this_year, this_month = calendar(plan, len(taxable) - 1)
    carried, paid, accrued = 0.0, 0.0, 0.0
    for number, (year, amounts) in enumerate(by_year.items()):
        tax = tax_of_a_year(terms, sum(amounts) - carried, number)
        if year == this_year:
            accrued = tax - (tax_of_a_year(terms, sum(amounts[:-1]) - carried, number) if len(amounts) > 1 else 0.0)
        if year + 1 == this_year and this_month == terms.paid_in:
            paid = tax
        left = max(0.0, carried - sum(amounts))
        carried = left - loss_used(terms, left, number) if terms.carries_losses else 0.0
    return accrued, paid


def loan_payment(plan: Plan) -> float:
    """The same every month: an annuity at a twelfth of the nominal rate."""
    money = plan.money_and_time
    each_month = money.loan_annual_rate / 12
    if each_month == 0:
        return money.loan / money.loan_months
    return money.loan * each_month / (1 - (1 + each_month) ** -money.loan_months)


def loan_by_month(plan: Plan) -> list[tuple[float, float, float]]:
    """(interest, principal paid back, still owed at the end) by month; the loan is there from month 0."""
    money = plan.money_and_time
    found = [(0.0, 0.0, money.loan)]
    for month in range(1, plan.horizon_months + 1):
        owed = found[-1][2]
        interest = owed * money.loan_annual_rate / 12
        principal = loan_payment(plan) - interest if month <= money.loan_months else 0.0
        principal = owed if month == money.loan_months else principal  # the last payment clears it, rounding and all
        found.append((interest, principal, owed - principal))
    return found


def after_the_card(balance: float, owed: float, limit: float) -> tuple[float, float]:
    """Cash and card: the card draws what is missing, up to its limit, and is paid off from what is there."""
    if balance < 0:
        drawn = min(-balance, limit - owed)
        return balance + drawn, owed + drawn
    paid_off = min(balance, owed)
    return balance - paid_off, owed - paid_off
