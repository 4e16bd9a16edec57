"""What the company asks for before it pays, over its window of months, as formulas.

As planner.compensation.activity and projection.own_activity have it, month by month.
"""

from planner.compensation.activity import HAVE_TIME, LONGEST, TOGETHER
from planner.export.workbook.formula import Formula, added, both, either, most, nearly, of, when
from planner.export.workbook.inputs import Inputs
from planner.export.workbook.sheet import Row
from planner.inputs.terms import MONTHS_OF_A_QUARTER

TRUE = of(1) > 0


class Asked:
    """Points of each month, and sales to customers where they are asked for; each with the rows of earlier months."""

    def __init__(self, given: Inputs, points: Row, sales: Row) -> None:
        """points and sales: of whole months, those bought only to be paid among them."""
        self._given, self._points, self._sales = given, points, sales
        self._terms = given.case.projection.terms

    def there(self, points: Formula, sales: Formula, month: int) -> Formula:
        """Whether all that is asked for is there with so many points and sales in this month."""
        return both(self._has_points(points, month), self._sells(sales, month))

    def missing(self, points: Formula, sales: Formula, month: int) -> Formula:
        """Points that are missing to be paid on a team; none where sales are missing too."""
        asked = self._given.company("own_points_asked")
        together = self._terms.activity_window in TOGETHER
        beside = self._counted(points, self._points, month) if together else points
        short = most(asked - beside, 0)
        return when(self._sells(sales, month), when(self._has_points(points, month), 0, short), 0)

    def _has_points(self, points: Formula, month: int) -> Formula:
        if not self._terms.own_points_asked:
            return TRUE
        return self._meets(points, self._points, self._given.company("own_points_asked"), month)

    def _sells(self, sales: Formula, month: int) -> Formula:
        if not self._terms.minimum_sales:
            return TRUE
        return self._meets(sales, self._sales, self._given.company("minimum_sales"), month)

    def _counted(self, this: Formula, rows: Row, month: int) -> Formula:
        window = self._terms.activity_window
        months = self._terms.place_in_quarter(month) + 1 if window == "quarter" else LONGEST[window]
        parts = [this, *(rows[month - ago] for ago in range(1, min(months - 1, month) + 1))]
        return added(parts) if window in TOGETHER else most(*parts)

    def _meets(self, this: Formula, rows: Row, asked: Formula, month: int) -> Formula:
        window, quarter = self._terms.activity_window, MONTHS_OF_A_QUARTER
        if window in HAVE_TIME and month < LONGEST[window]:
            return TRUE
        enough = nearly(self._counted(this, rows, month)) >= asked
        place = self._terms.place_in_quarter(month)
        if window != "quarter" or (place == quarter - 1 and month > place):
            return enough
        if month <= place + quarter:
            return TRUE
        before = added(rows[month - place - ago] for ago in range(1, quarter + 1))
        return either(enough, nearly(before) >= asked)
