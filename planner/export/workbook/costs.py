"""The sheet of costs: what is paid to get started, to keep going, and to the company, by month."""

from collections.abc import Callable
from functools import partial

from planner.export.workbook.formula import Formula, added, both, either, empty, of, remainder, when
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.sheet import Heading, Row, Sheet
from planner.inputs.plan.getting_started import RunningCost
from planner.inputs.terms import MONTHS_A_RENEWAL_COVERS
from planner.language import mark
from planner.timeline import calendar_month, times_in


class Costs(Sheet):
    """A row for each cost of the lists, and one for each of the company's."""

    title = mark("Costs")

    def __init__(self, given: Inputs, parties: Row | None, charges: Row) -> None:
        """parties: how many are held in each month; None where none are. charges: what costs have risen to."""
        super().__init__(given)
        self.charges = charges
        self.startup = self._listed("startup_costs", self._once)
        kit = given.company("starter_kit_fee")
        self.running = [
            self.add(Heading(str(row[0].value), "money", text=True), partial(self._every, cost, row))
            for cost, row in zip(given.case.plan.running_costs, self._rows("running_costs"), strict=True)
        ]
        if parties is not None:
            each = given.plan("parties.cost_each")
            self.running.append(
                self._of_company(mark("Costs of parties"), lambda month: parties[month] * each * charges[month])
            )
        self.kit = self._of_company(mark("Starter kit"), lambda month: of(0) if month else kit)
        self.renewal = self._of_company(mark("Yearly fee, from the second year on"), self._renewal)
        self.website = self._of_company(mark("Monthly website fee"), self._website)

    def together(self, rows: list[Row], month: int) -> Formula:
        """What rows below each other come to."""
        return self.block(rows, month).total() if rows else of(0)

    def _listed(self, key: str, paid: Callable[[tuple[Formula, ...], int], Formula]) -> list[Row]:
        rows = self._rows(key)
        return [self.add(Heading(str(row[0].value), "money", text=True), partial(paid, row)) for row in rows]

    def _rows(self, key: str) -> list[tuple[Formula, ...]]:
        return self.given.rows(key) if key in self.given.tables else []

    def _of_company(self, title: str, paid: Callable[[int], Formula]) -> Row:
        return self.add(Heading(title, "money"), paid)

    def _once(self, cells: tuple[Formula, ...], month: int) -> Formula:
        amount, in_month = cells[1:]
        paid = when(both(self.month(month) >= in_month, self.month(month) <= in_month), amount, 0)
        return paid * self.charges[month]

    def _every(self, cost: RunningCost, cells: tuple[Formula, ...], month: int) -> Formula:
        amount, first, every, last, weeks = cells[1:]
        here = self.month(month)
        if not month:
            return of(0)
        within = both(here >= first, either(empty(last), here <= last))
        if cost.every_weeks is not None:
            start = self.given.case.plan.start_month
            times = times_in(start, month, calendar_month(start, cost.first_month), cost.every_weeks)
            return when(both(within, weeks > 0), amount * times, 0) * self.charges[month]
        falls_due = remainder(here - first, every) <= 0
        return when(both(within, falls_due), amount, 0) * self.charges[month]

    def _renewal(self, month: int) -> Formula:
        falls_due = month > 1 and month % MONTHS_A_RENEWAL_COVERS == 1
        return self.given.company("renewal_fee") * self.charges[month] if falls_due else of(0)

    def _website(self, month: int) -> Formula:
        if not month:
            return of(0)
        free = self.given.company("website_free_months")
        return when(self.month(month) > free, self.given.company("website_fee"), 0) * self.charges[month]

    def fees(self, month: int) -> Formula:
        """Both fees of the company."""
        return added([self.renewal[month], self.website[month]])
