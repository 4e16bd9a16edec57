"""The sheet of the statement: cash and profit by month with their signs, and what all comes to."""

from planner.export.workbook.formula import Formula, both, when
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.money import Lines
from planner.export.workbook.sheet import Compute, Heading, Row, Sheet
from planner.language import mark
from planner.line_items import CENT, LINE_ITEMS, LineItem

LAST_OF_CASH, LAST_OF_PROFIT = ("interest", "tax_paid"), ("interest", "tax_accrued")


class Statement(Sheet):
    """Money in and out, what it leaves, profit, and the result after each month."""

    title = mark("Statement")

    def __init__(self, given: Inputs, lines: Lines) -> None:
        super().__init__(given)
        self.lines = lines
        self._heading(mark("Cash: money when it moves"))
        cash = [item for item in LINE_ITEMS if item.cash and item.name not in LAST_OF_CASH]
        start = [self._signed(item, item.cash) for item in cash if item.start]
        later = [self._signed(item, item.cash) for item in cash if not item.start]
        self.cash = self._sum(mark("Before interest and tax"), [*start, *later])
        last = [self._signed(item, item.cash) for item in LINE_ITEMS if item.name in LAST_OF_CASH]
        self.net = self._sum(mark("Money in less money out"), [self.cash, *last], "net_cash_flow")
        self._row(
            mark("The same without getting started"),
            lambda month: self.net[month] - self.block(start, month).total(),
            "operating_cash_flow",
        )
        self.so_far = self._row(
            mark("Running total"),
            lambda month: self.so_far.before(month) + self.net[month],
            "cumulative_cash_flow",
        )
        self._heading(mark("Profit: goods when they are sold, pay when it is earned"))
        profit = [item for item in LINE_ITEMS if item.profit and item.name not in LAST_OF_PROFIT]
        self.earned = self._sum(mark("Before interest and tax"), [self._signed(item, item.profit) for item in profit])
        last = [self._signed(item, item.profit) for item in LINE_ITEMS if item.name in LAST_OF_PROFIT]
        self.profit = self._sum(mark("Profit"), [self.earned, *last], "profit")

    def close(self) -> None:
        """What is owned, to come and owed, and the result: once VAT and tax are there, if they are counted."""
        lines, tax, vat = self.lines, self.lines.tax, self.lines.vat
        self._heading(mark("What it all comes to"))
        pay = self._to_come(mark("Pay earned and not yet received"), "commission")
        margin = self._to_come(mark("Margin earned and not yet received"), "margin")
        refunds = self._row(
            mark("Refunds to come, less what they take back of tax"),
            lambda month: lines.refunds_to_come(month) + (tax.to_come[month] if tax else 0),
            "refunds_to_come",
        )

        def result(month: int) -> Formula:
            found = self.so_far[month] + pay[month] + margin[month] - refunds[month]
            found = found - tax.owed[month] if tax else found
            return found - vat.owed[month] if vat else found

        self.result = self._row(mark("Result, were nothing more sold"), result, "result")
        charges = lines.prices.charges
        self.result_today = self._row(
            mark("Result in today's money"),
            lambda month: (
                self.result_today.before(month) + (self.result[month] - self.result.before(month)) / charges[month]
            ),
            "result_today",
        )
        self.not_back = self._row(
            mark("The month, where the money is not back; else -1"),
            lambda month: when(self._is_back(month), -1, self.month(month)),
            unit="month",
        )

    def _is_back(self, month: int) -> Formula:
        return both(self.so_far[month] > -CENT, self.result[month] > -CENT)

    def _to_come(self, title: str, name: str) -> Row:
        earned, received = self.lines[f"{name}_earned"], self.lines[f"{name}_received"]
        row = self._row(title, lambda month: row.before(month) + earned[month] - received[month], f"{name}_receivable")
        return row

    def _heading(self, title: str) -> None:
        self.add(Heading(title, "", kind="heading"), lambda _month: 0)

    def _row(self, title: str, compute: Compute, name: str = "", unit: str = "money") -> Row:
        return self.add(Heading(title, unit, name), compute)

    def _signed(self, item: LineItem, sign: int) -> Row:
        amounts = self.lines[item.name]
        return self.add(
            Heading(item.title, "money", summed=True),
            lambda month: amounts[month] if sign > 0 else -amounts[month],
        )

    def _sum(self, title: str, rows: list[Row], name: str = "") -> Row:
        return self.add(Heading(title, "money", name, summed=True), lambda month: self.block(rows, month).total())
