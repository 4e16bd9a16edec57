"""The sheet of what goods cost, at average cost, as planner.projection.inventory has it."""

from planner.export.workbook.formula import Formula, share_of
from planner.export.workbook.goods import Goods
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.sheet import Row, Sheet, line
from planner.language import mark


class Shelf(Sheet):
    """What goods cost, at average cost; without the VAT that is got back."""

    title = mark("Goods at cost")

    def __init__(self, given: Inputs, goods: Goods) -> None:
        """vat_part: of a price, what is VAT that is got back, by month; set where VAT is counted."""
        super().__init__(given)
        self.goods = goods
        self.vat_part: Row | None = None

    def kept(self, amount: Formula, month: int) -> Formula:
        """Of an amount paid for goods, what is a cost."""
        return amount if self.vat_part is None else amount * (1 - self.vat_part[month])

    @line(mark("Paid for goods"))
    def paid(self, month: int) -> Formula | float:
        return self.goods.purchased[month] * self.goods.prices.paid(month)

    @line(mark("Paid for goods bought only to be paid"))
    def paid_to_qualify(self, month: int) -> Formula | float:
        return self.goods.qualifying[month] * self.goods.prices.paid(month)

    @line(mark("Goods spoiled, out of season or lost"))
    def spoiled(self, month: int) -> Formula | float:
        return self.value[month - 1] * self._of_opening(month) if month else 0

    def _of_opening(self, month: int) -> Formula:
        return share_of(self.goods.spoiled[month], self.goods.opening[month])

    @line(mark("Refunded goods back on the shelf"))
    def returned(self, month: int) -> Formula | float:
        return self.sold[month - 1] * self.goods.back_of_sold() if month else 0

    @line(mark("On the shelf or sold in the month"))
    def held(self, month: int) -> Formula | float:
        bought = self.kept(self.paid[month], month)
        return self.value[month - 1] - self.spoiled[month] + self.returned[month] + bought if month else bought

    @line(mark("Sold"))
    def sold(self, month: int) -> Formula | float:
        return self.held[month] * self._leaving(self.goods.sold, month) if month else 0

    @line(mark("Goods you use yourself"))
    def used(self, month: int) -> Formula | float:
        return self.held[month] * self._leaving(self.goods.own_use, month) if month else 0

    @line(mark("Samples and gifts"))
    def samples(self, month: int) -> Formula | float:
        return self.held[month] * self._leaving(self.goods.samples, month) if month else 0

    def _leaving(self, row: Row, month: int) -> Formula:
        goods = self.goods
        there = goods.opening[month] - goods.spoiled[month] + goods.returned[month] + goods.purchased[month]
        return share_of(row[month], there)

    @line(mark("Goods on the shelf"), name="closing_stock_value")
    def value(self, month: int) -> Formula | float:
        goods = self.goods
        qualifying = (goods.qualifying[month] - goods.used_up[month]) * goods.prices.paid(month)
        left = self.held[month] - self.sold[month] - self.used[month] - self.samples[month]
        return left + self.kept(qualifying, month) if month else self.held[month]

    def used_up(self, month: int) -> Formula:
        """What goods bought only to be paid and used up at once cost."""
        return self.kept(self.goods.used_up[month] * self.goods.prices.paid(month), month)
