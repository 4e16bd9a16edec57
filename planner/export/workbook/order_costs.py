"""What an order of goods costs beside the goods, as formulas: as planner.projection.order_costs has it."""

from planner.export.workbook.formula import Formula, added, nearly, of, when
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.prices import Prices
from planner.line_items import CENT


class OrderCosts:
    """Of an order in a month, by what its goods cost and their shop price, both at the prices of the first year."""

    def __init__(self, given: Inputs, prices: Prices) -> None:
        self.given, self.prices, self.orders = given, prices, given.case.projection.terms.orders

    def fee(self, cost: Formula, month: int) -> Formula:
        """For each order."""
        if not self.orders.fee:
            return of(0)
        return when(cost >= CENT, self.given.company("order_fee"), 0) * self.prices.charges[month]

    def freight(self, cost: Formula, month: int) -> Formula:
        """The company's where it states some, else the plan's share."""
        if self.orders.freight_steps:
            begins, amounts = (self.given.column("freight_steps", number) for number in (0, 1))
            return when(cost >= CENT, begins.up_to(nearly(cost), amounts), 0) * self.prices.charges[month]
        by_company = self.orders.freight_share is not None
        share = self.given.company("freight_share") if by_company else self.given.plan("stock.freight_share")
        return share * cost * self.prices.level[month]

    def tax(self, cost: Formula, goods: Formula, month: int) -> Formula:
        """Sales tax or VAT that is paid ahead."""
        found = []
        if self.orders.tax_on_paid:
            found.append(self.given.company("tax_on_paid") * cost)
        if self.orders.tax_on_shop_price:
            found.append(self.given.company("tax_on_shop_price") * goods)
        return added(found) * self.prices.level[month] if found else of(0)

    def together(self, goods: Formula, share: Formula, month: int) -> Formula:
        """All of it, of goods at shop price of which the share is paid."""
        cost = goods * share
        return added([self.fee(cost, month), self.freight(cost, month), self.tax(cost, goods, month)])
