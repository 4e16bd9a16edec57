"""The sheet of pay in kind: what comes of each row of the list, and what of product credit goods are paid with."""

from collections.abc import Collection
from functools import partial

from planner.export.workbook.formula import Formula, added, both, either, empty, least, of, remainder, when
from planner.export.workbook.goods_at_cost import Shelf
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.sheet import Heading, Row, Sheet, line
from planner.inputs.plan.pay_in_kind import WORTH
from planner.language import mark


class InKind(Sheet):
    """A row for each that counts on the company, and the pot of credit."""

    title = mark("In kind")

    def __init__(self, given: Inputs, shelf: Shelf) -> None:
        super().__init__(given)
        self.shelf = shelf
        rows = given.case.projection.terms.in_kind
        self.of_worth: dict[str, list[Row]] = {worth: [] for worth in WORTH}
        for row, cells in zip(rows, given.rows("in_kind") if rows else [], strict=True):
            heading = Heading(str(cells[0].value), "money", text=True)
            self.of_worth[row.worth].append(self.add(heading, partial(self._comes, cells)))

    @line(mark("Product credit that is there"))
    def there(self, month: int) -> Formula | float:
        left = self.there.before(month) - self.used.before(month)
        return left + self.together(("pays_for_goods",), month)

    @line(mark("Goods paid with it"))
    def used(self, month: int) -> Formula | float:
        return least(self.there[month], self.shelf.paid[month] + self.shelf.paid_to_qualify[month])

    def together(self, worth: Collection[str], month: int) -> Formula:
        """What comes in a month of the rows that are worth one of these."""
        return added(row[month] for each in worth for row in self.of_worth[each])

    def _comes(self, cells: tuple[Formula, ...], month: int) -> Formula:
        value, first, every, last = cells[1:5]
        here = self.month(month)
        if not month:
            return of(0)
        within = both(here >= first, either(empty(last), here <= last))
        again = when(empty(every), here <= first, remainder(here - first, every) <= 0)
        return when(both(within, again), value, 0)
