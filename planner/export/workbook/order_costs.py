"""What an order of goods costs beside the goods, as formulas: as planner.projection.order_costs has it."""

from planner.export.workbook.formula import Formula, added, nearly, of, when
from planner.export.workbook.inputs import Inputs
from planner.line_items import CENT


class OrderCosts:
    """Of an order, by what its goods cost in money and at shop price."""

    def __init__(self, given: Inputs) -> None:
        self.given, self.orders = given, given.case.projection.terms.orders

    def fee(self, cost: Formula) -> Formula:
        """For each order."""
        return when(cost >= CENT, self.given.company("order_fee"), 0) if self.orders.fee else of(0)

    def freight(self, cost: Formula) -> Formula:
        """The company's where it states some, else the plan's share."""
        if self.orders.freight_steps:
            begins, amounts = (self.given.column("freight_steps", number) for number in (0, 1))
            return when(cost >= CENT, begins.up_to(nearly(cost), amounts), 0)
        by_company = self.orders.freight_share is not None
        return (self.given.company("freight_share") if by_company else self.given.plan("stock.freight_share")) * cost

    def tax(self, cost: Formula, goods: Formula) -> Formula:
        """Sales tax or VAT that is paid ahead."""
        found = []
        if self.orders.tax_on_paid:
            found.append(self.given.company("tax_on_paid") * cost)
        if self.orders.tax_on_shop_price:
            found.append(self.given.company("tax_on_shop_price") * goods)
        return added(found) if found else of(0)

    def together(self, goods: Formula, share: Formula) -> Formula:
        """All of it, of goods at shop price of which the share is paid."""
        cost = goods * share
        return added([self.fee(cost), self.freight(cost), self.tax(cost, goods)])
