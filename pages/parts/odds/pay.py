"""What the company pays over the runs, before all expenses, and what is left of it."""

from pages.shared.draw.fan import SHARES
from pages.shared.draw.tables import Row, Table
from planner.analysis.answer import bounds
from planner.analysis.chance.odds import Spread
from planner.analysis.chance.tried import Tried
from planner.analysis.measures.gross_pay import YEAR
from planner.speech import Speech


def pay_table(found: Tried, speech: Speech) -> Table:
    """Gross pay as companies publish it, of the first year and of the whole plan, commission in it, and the result."""
    _, odds, case = speech.text, found.odds, found.case
    months = speech.months(case.plan.horizon_months)

    def row(title: str, spread: Spread) -> Row:
        return Row(title, tuple(speech.money(end) for end in (spread.low, spread.median, spread.high)))

    with_own_sales = _("With the margin on goods from your own shelf, in the first year")
    rows = [
        row(with_own_sales, odds.first_year_income),
        row(_("Gross pay in {months}").format(months=months), odds.gross_pay),
    ]
    if case.plan.horizon_months > YEAR:
        rows.insert(0, row(_("Gross pay of the first year"), odds.first_year_pay))
    rows.append(row(_("Of it commission, in {months}").format(months=months), odds.commission))
    rows.append(
        row(bounds.before(_("Result after {months}").format(months=months), case.projection, speech), odds.result)
    )
    caption = _(
        "Gross pay is what the company pays, margin and commission, before all expenses, as income disclosures count it"
    )
    columns = (_("Over {runs} runs"), *(_(SHARES[each]) for each in ("low", "total", "high")))
    columns = (columns[0].format(runs=speech.number(odds.runs)), *columns[1:])
    return Table(caption, columns, tuple(rows), whole=True, stacked=True)
