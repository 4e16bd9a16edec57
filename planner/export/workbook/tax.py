"""The sheets of what the state takes: VAT, and tax on the profit of the calendar year so far.

As planner.projection.vat and income_tax have it.
"""

from planner.export.workbook.formula import Formula, added, empty, least, most, of, when
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.money import Lines
from planner.export.workbook.sheet import Row, Sheet, line
from planner.language import mark
from planner.line_items import COSTS_WITH_VAT, GROSS_INCOME, LINE_ITEMS
from planner.projection.income_tax import DECEMBER
from planner.timeline import calendar_month

JANUARY = 1


class Vat(Sheet):
    """VAT, where it is charged: in sales, in costs, and as it is settled."""

    title = mark("VAT")

    def __init__(self, given: Inputs, lines: Lines) -> None:
        super().__init__(given)
        self.lines, self.terms = lines, given.case.projection.assumptions.tax
        lines.vat, lines.shelf.vat_part = self, self.goods_part

    def calendar(self, month: int) -> int:
        """The calendar month, 1 to 12."""
        return calendar_month(self.given.case.plan.start_month, month).month

    @line(mark("Sales of the calendar year so far"))
    def of_the_year(self, month: int) -> Formula | float:
        sold = self.lines["revenue"][month] + self.lines["charges"][month] - self.lines["refunds"][month]
        return sold if not month or self.calendar(month) == JANUARY else self.of_the_year[month - 1] + sold

    @line(mark("VAT is charged, 1 or 0"), "number")
    def charged(self, month: int) -> Formula | float:
        if self.terms.vat_registered == "from_start":
            return 1
        threshold = self.given.plan("tax.vat_threshold")
        if not month:
            before = self.given.plan("tax.vat_sales_before")
            return when(empty(threshold), 0, when(before > threshold, 1, 0))
        passed = when(empty(threshold), 0, when(self.of_the_year[month - 1] > threshold, 1, 0))
        return most(self.charged[month - 1], passed)

    @line(mark("Part of a sale that is VAT"), "share")
    def goods_part(self, month: int) -> Formula | float:
        rate = self._goods_rate(month)
        return self.charged[month] * rate / (1 + rate)

    def _goods_rate(self, month: int) -> Formula:
        """Of dated rates the last that holds by then, and the first before all of them."""
        if not self.terms.vat_dated:
            return self.given.plan("tax.vat_rate")
        now = f"{calendar_month(self.given.case.plan.start_month, month):%Y-%m}"
        by_now = sum(first <= now for first, _rate in self.terms.vat_dated)
        return self.given.tax(f"food_{max(by_now, 1)}")

    @line(mark("VAT in sales, less that of refunds"))
    def on_sales(self, month: int) -> Formula | float:
        refunded = self.goods_part.before(month) * self.lines["refunds"][month]
        return self.goods_part[month] * (self.lines["revenue"][month] + self.lines["charges"][month]) - refunded

    @line(mark("VAT back on your costs"))
    def on_costs(self, month: int) -> Formula | float:
        rate = self.given.plan("tax.vat_rate_on_costs")
        costs = added(self.lines[name][month] for name in COSTS_WITH_VAT)
        return self.charged[month] * rate / (1 + rate) * costs

    @line(mark("VAT of the month"))
    def due(self, month: int) -> Formula | float:
        shelf = self.lines.shelf
        on_goods = self.goods_part[month] * (shelf.paid[month] + shelf.paid_to_qualify[month])
        return self.on_sales[month] - self.on_costs[month] - on_goods

    @line(mark("VAT settled"))
    def settled(self, month: int) -> Formula | float:
        last, every = month - self.terms.vat_paid_after, self.terms.vat_every_months
        if last < 0 or self.calendar(last) % every:
            return 0
        return self.due.from_to(max(last - every + 1, 0), last).total()

    @line(mark("VAT owed and not yet paid"), name="vat_owed")
    def owed(self, month: int) -> Formula | float:
        return self.owed.before(month) + self.due[month] - self.settled[month]


class Tax(Sheet):
    """Tax on the profit of the calendar year so far."""

    title = mark("Tax")

    def __init__(self, given: Inputs, lines: Lines, profit: Row) -> None:
        """profit: before interest and tax."""
        super().__init__(given)
        self.lines, self.profit, self.terms = lines, profit, given.case.projection.assumptions.tax
        lines.tax = self

    def calendar(self, month: int) -> int:
        """The calendar month, 1 to 12."""
        return calendar_month(self.given.case.plan.start_month, month).month

    @line(mark("Taxable profit of the month"))
    def taxable(self, month: int) -> Formula | float:
        if not self.terms.costs_deductible:
            signs = {item.name: item.profit for item in LINE_ITEMS}
            taxed = added(self.lines[name][month] * signs[name] for name in GROSS_INCOME)
            return taxed + self.lines["in_kind_received"][month] if self.lines.in_kind else taxed
        taxed = self.profit[month] + self.lines["own_use"][month] - self.lines.funding.interest[month]
        if self.lines.in_kind is None:
            return taxed
        return taxed + self.lines["in_kind_received"][month] - self.lines["credit_used"][month]

    @line(mark("Taxable profit of the year so far"))
    def of_the_year(self, month: int) -> Formula | float:
        begins = not month or self.calendar(month) == JANUARY
        return self.taxable[month] if begins else self.of_the_year[month - 1] + self.taxable[month]

    @line(mark("Losses of earlier years"))
    def losses(self, month: int) -> Formula | float:
        if not month:
            return 0
        return self._losses_after(month - 1) if self.calendar(month) == JANUARY else self.losses[month - 1]

    def _losses_after(self, month: int) -> Formula:
        """What is carried over the end of a year."""
        if not self.terms.carries_losses:
            return of(0)
        left = most(self.losses[month] - self.of_the_year[month], 0)
        return left - self.loss_used[month] if self.terms.losses_lower_other_income else left

    @line(mark("Taxable so far"))
    def taxed(self, month: int) -> Formula | float:
        return most(self.of_the_year[month] - self.losses[month], 0)

    @line(mark("Loss so far that lowers other income"))
    def loss_used(self, month: int) -> Formula | float:
        return self._loss_used(self.losses[month] - self.of_the_year[month], month)

    def _loss_used(self, loss: Formula, month: int) -> Formula | float:
        """month: one of the year in which the loss falls."""
        years = self.terms.losses_years
        if not self.terms.losses_lower_other_income or (years is not None and self._year(month) >= years):
            return 0
        used = most(loss, 0)
        return used if self.terms.losses_most is None else least(used, self.given.tax("losses_most"))

    def _year(self, month: int) -> int:
        """Of the plan's calendar years, from 0."""
        start = self.given.case.plan.start_month
        return calendar_month(start, month).year - calendar_month(start, 0).year

    @line(mark("Contributions are reduced, 1 or 0"), "number")
    def reduced(self, month: int) -> Formula | float:
        return self._is_reduced(self.taxed[month])

    @line(mark("Base of the contributions so far"))
    def base(self, month: int) -> Formula | float:
        return self._base(self.taxed[month], self.reduced[month])

    @line(mark("Contributions so far"))
    def contributions(self, month: int) -> Formula | float:
        return self._contributions(self.base[month], self.reduced[month])

    @line(mark("Tax of the year so far"))
    def so_far(self, month: int) -> Formula | float:
        return self._tax(self.taxed[month], self.contributions[month], self.loss_used[month])

    @line(mark("Tax of the month"))
    def accrued(self, month: int) -> Formula | float:
        begins = not month or self.calendar(month) == JANUARY
        return self.so_far[month] if begins else self.so_far[month] - self.so_far[month - 1]

    @line(mark("Tax paid"))
    def paid(self, month: int) -> Formula | float:
        if self.calendar(month) != self.terms.paid_in:
            return 0
        ends = [each for each in range(month) if self.calendar(each) == DECEMBER]
        return self.so_far[ends[-1]] if ends else 0

    @line(mark("Tax owed and not yet paid"), name="tax_owed")
    def owed(self, month: int) -> Formula | float:
        return self.owed.before(month) + self.accrued[month] - self.paid[month]

    @line(mark("Profit less earlier losses, with refunds that are still to come"))
    def later(self, month: int) -> Formula | float:
        back = self.lines.goods.back_of_sold() * self.lines["cost_of_goods_sold"][month]
        to_come = back - self.lines.refunds_to_come(month, sales_tax=self.terms.costs_deductible)
        if self.calendar(month) == DECEMBER:
            return to_come - self._losses_after(month)
        return self.of_the_year[month] + to_come - self.losses[month]

    @line(mark("Taxable, with those refunds"))
    def taxed_later(self, month: int) -> Formula | float:
        return most(self.later[month], 0)

    @line(mark("Contributions are reduced, with those refunds, 1 or 0"), "number")
    def reduced_later(self, month: int) -> Formula | float:
        return self._is_reduced(self.taxed_later[month])

    @line(mark("Base of the contributions, with those refunds"))
    def base_later(self, month: int) -> Formula | float:
        return self._base(self.taxed_later[month], self.reduced_later[month])

    @line(mark("Tax that refunds to come add"))
    def to_come(self, month: int) -> Formula | float:
        contributions = self._contributions(self.base_later[month], self.reduced_later[month])
        used = of(self._loss_used(-self.later[month], month + 1))
        later = self._tax(self.taxed_later[month], contributions, used)
        return later if self.calendar(month) == DECEMBER else later - self.so_far[month]

    def _is_reduced(self, taxed: Formula) -> Formula | float:
        if self.terms.reduction is None:
            return 0
        return when(taxed * self.given.tax("base_share") > self.given.tax("reduction_floor"), 1, 0)

    def _base(self, taxed: Formula, reduced: Formula) -> Formula:
        base = taxed * self.given.tax("base_share")
        if self.terms.reduction is None:
            return base
        most_of_it = (taxed + self.given.tax("reduction_most")) * self.given.tax("base_share")
        return when(reduced > 0, least(taxed * self.given.tax("reduction_base"), most_of_it), base)

    def _contributions(self, base: Formula, reduced: Formula) -> Formula:
        if "contributions" not in self.given.tables:
            return of(0)
        owed = added(
            rate * when(base >= floor, when(empty(cap), base, least(base, cap)), 0)
            for rate, floor, cap in self.given.rows("contributions")
        )
        if self.terms.reduction is None:
            return owed
        return owed - reduced * least(self.given.tax("reduction") * base, self.given.tax("reduction_most"))

    def _tax(self, taxed: Formula, contributions: Formula, loss_used: Formula) -> Formula:
        left = taxed - self.given.tax("deductible_share") * contributions
        if self.terms.income_deduction:
            left = left - self.given.tax("income_deduction")
        income = most(left, 0)
        if self.terms.losses_lower_other_income:
            income = income - loss_used
        return contributions + self.given.plan("tax.income_share") * income
