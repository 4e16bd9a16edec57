"""Gross pay of the first year, before all expenses, on the bases on which companies publish what their sellers got."""

from planner.inputs.company.disclosure import OwnSales
from planner.projection.engine import Projection
from planner.simulation.result import from_own_shelf

YEAR = 12  # months


def first_year_gross_pay(projection: Projection, own_sales: OwnSales = "not_said") -> float:
    """Earned in months 1 to 12, of fewer where there are fewer, in the plan's currency, before all expenses.

    own_sales "not_said": what the company pays, which is commission and the margin on orders that it sends direct.
    "not_counted": commission alone. "counted": what the company pays and the margin on goods from the own shelf, since
    that is the same income.
    """
    lines = projection.statement.lines
    earned = lines["commission_earned"]
    if own_sales != "not_counted":
        earned = earned + lines["margin_earned"]
    if own_sales == "counted":
        earned = earned + from_own_shelf(lines)
    return max(float(earned[1 : YEAR + 1, 0].sum()), 0.0)
