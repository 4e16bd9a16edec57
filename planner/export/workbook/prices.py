"""The sheet of prices: what is paid of the shop price, by the company's steps and the plan's products.

As planner.projection.price has it, month by month.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from planner.export.workbook.formula import Formula, added, empty, least, most, nearly, of, when
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.sheet import Row, Sheet, line
from planner.language import mark
from planner.timeline import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from planner.export.workbook.goods import Goods


class Prices(Sheet):
    """What the distributor pays of the shop price, and the points that goods bring."""

    title = mark("Prices")
    goods: "Goods"

    def __init__(self, given: Inputs) -> None:
        super().__init__(given)
        self.terms = given.case.projection.terms
        self.products = given.case.plan.customers.products

    @line(mark("Shop prices, of those of the first year"), "share")
    def level(self, month: int) -> Formula | float:
        return self._risen(self.level, month, "shop_price_rise")

    @line(mark("Costs, of those of the first year"), "share")
    def charges(self, month: int) -> Formula | float:
        return self._risen(self.charges, month, "cost_rise")

    def _risen(self, row: Row, month: int, by: str) -> Formula:
        """Once a year, in months 13, 25, ...: what was a month before, and so much more."""
        if not month:
            return of(1)
        begins = month > 1 and month % MONTHS_PER_YEAR == 1
        return row[month - 1] * (1 + self.given.plan(f"money_and_time.{by}")) if begins else row[month - 1] * 1

    @line(mark("Own points bought before the month"), "points")
    def points_before(self, month: int) -> Formula | float:
        return self.points_before[month - 1] + self.goods.volume[month - 1] if month else 0

    @line(mark("Step of the company's prices"), "share")
    def step(self, month: int) -> Formula | float:
        if self.terms.discount_lost(month):
            return 1
        points, shares = (self.given.column("price_steps", number) for number in (0, 1))
        return points.up_to(nearly(self.points_before[month]), shares)

    @line(mark("What you pay of the shop price when the month begins"), "share")
    def at_start(self, month: int) -> Formula | float:
        return self._of_products(month, 3, self.step[month])

    @line(mark("What you pay of the shop price"), "share")
    def share(self, month: int) -> Formula | float:
        terms = self.terms
        if len(terms.price_steps) == 1 or terms.reached_step == "next_month" or terms.discount_lost(month):
            return self.at_start[month]
        points, shares = (self.given.column("price_steps", number) for number in (0, 1))
        before = self.points_before[month]
        after = before + self.goods.volume[month]
        if terms.reached_step == "whole_order":
            return self._of_products(month, 3, points.up_to(nearly(after), shares))
        ends = [*(least(after, end) for end in points.cells[1:]), after]
        within = [most(end - most(before, low), 0) for low, end in zip(points.cells, ends, strict=True)]
        paid = added(some * share for some, share in zip(within, shares.cells, strict=True))
        average = when(added(within) > 0, paid / added(within), self.step[month])
        return self._of_products(month, 3, average)

    def paid(self, month: int) -> Formula:
        """What is paid in a month for goods of 1 at the shop price of the first year."""
        return self.share[month] * self.level[month]

    def first_goods(self, money: Formula) -> Formula:
        """Goods at shop price that so much money buys as the very first order."""
        if not self.goods.terms.volume_on_sales and self.terms.reached_step != "next_month":
            rows = self.given.rows("price_steps")
            steps = [(points, self._of_products(0, 3, share)) for points, share in rows]
            return self._first_goods(money, steps)
        return money / self.at_start[0]

    def _first_goods(self, money: Formula, steps: list[tuple[Formula, Formula]]) -> Formula:
        """By the steps that the order itself reaches: (points from which, share of the shop price)."""
        each, (_, first) = self.points[0], steps[0]
        if self.terms.reached_step == "whole_order":
            all_of_it = money / first
            for low, share in steps[1:]:
                all_of_it = when(nearly(money / share * each) >= low, money / share, all_of_it)
            return all_of_it
        goods, so_far = [], of(0)
        for (low, share), (high, _) in pairwise(steps):
            room = (high - low) / each
            goods.append(least(most(money - so_far, 0) / share, room))
            so_far = so_far + room * share
        goods.append(most(money - so_far, 0) / steps[-1][1])
        return when(each > 0, added(goods), money / first)

    @line(mark("Points per unit of the shop price"), "points")
    def points(self, month: int) -> Formula | float:
        by_company = self.given.company("points_per_retail")
        if not self.products:
            return by_company
        own = added(
            when(empty(points), price * by_company, points) * number
            for _name, price, number, _share, points in self.given.rows("products")
        )
        return own / self.goods.customers.price[month]

    def _of_products(self, month: int, column: int, by_company: Formula) -> Formula:
        """Of the products of an order their own share where they have one, else the company's; weighed by price."""
        if not self.products:
            return by_company
        rows = self.given.rows("products")
        parts = (row[1] * row[2] * when(empty(row[column]), by_company, row[column]) for row in rows)
        return added(parts) / self.goods.customers.price[month]
