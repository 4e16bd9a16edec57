"""What comes in and goes out by line, added up over the horizon: the largest bars first."""

from collections.abc import Mapping, Sequence

from pages.shared.draw import sentences, specs
from pages.shared.draw.charts import Chart
from pages.shared.draw.tables import Row, Table
from planner.analysis.answer import bounds, over_runs
from planner.analysis.case import Case
from planner.analysis.chance.middle import Middle
from planner.analysis.measures.milestones import CENT
from planner.language import currency_unit
from planner.line_items import CASH_LINES, as_money_moves
from planner.speech import Speech

MOST_BARS = 6  # of what comes in, and of what goes out


def money_by_line_chart(case: Case, speech: Speech, middle: Middle | None = None) -> Chart:
    """Totals of the cash lines over the horizon: what comes in, then what goes out, the largest first.

    middle: of the case's runs, whose totals are shown then; without it, those of everything as entered.
    """
    _ = speech.text
    lines, horizon = case.projection.statement.lines, case.plan.horizon_months
    sums = {name: float(line[:, 0].sum()) for name, line in lines.items()} if middle is None else middle.lines
    came, went = came_and_went(sums, speech)
    bars = [(1, *row) for row in largest_alone(came, _("Everything else that comes in"))]
    bars += [(-1, *row) for row in largest_alone(went, _("Everything else that goes out"))]
    unit = currency_unit(speech.currency, speech.language)
    labels = [
        _("{line}: {amount}").format(line=title, amount=speech.money(sign * amount)) for sign, title, amount in bars
    ]
    rows = [Row(title, (speech.number(amount),)) for title, amount in came]
    rows += [Row(title, (speech.number(-amount),)) for title, amount in went]
    result = sum(amount for _title, amount in came) - sum(amount for _title, amount in went)
    said = bounds.reserved(sentences.money_by_line(speech, came, went, horizon), case.projection, speech)
    caption = _("Money in and out over {months}, {unit}").format(months=speech.months(horizon), unit=unit)
    if middle is not None:
        said, caption = (over_runs.of_the_middle(text, middle, speech) for text in (said, caption))
    return Chart(
        specs.money_by_line(speech.language, unit),
        {
            "place": list(range(len(bars))),
            "direction": ["in" if sign > 0 else "out" for sign, _title, _amount in bars],
            "title": [title for _sign, title, _amount in bars],
            "label": labels,
            "total": [amount for _sign, _title, amount in bars],
        },
        said,
        Table(
            caption,
            (_("Line"), _("Total")),
            (*rows, Row(_("In less out"), (speech.number(result),), total=True)),
        ),
    )


def came_and_went(sums: Mapping[str, float], speech: Speech) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """Of totals by line, titles and amounts: of what comes in, and of what goes out, the largest first."""
    _ = speech.text
    moved, titles = as_money_moves(sums), {line.name: _(line.title) for line in CASH_LINES}
    if sums["credit_used"] >= CENT:
        titles["inventory_purchases"] = _("Goods bought, less product credit")
    totals = [(line.cash, titles[line.name], moved[line.name]) for line in CASH_LINES if line.name in moved]
    came, went = (
        sorted(
            ((title, amount) for sign, title, amount in totals if sign == wanted and amount > 0),
            key=lambda row: -row[1],
        )
        for wanted in (1, -1)
    )
    return came, went


def largest_alone(rows: Sequence[tuple[str, float]], rest: str) -> list[tuple[str, float]]:
    """The largest rows by themselves and the others in one, since many short bars say little. rows: largest first."""
    if len(rows) <= MOST_BARS:
        return list(rows)
    alone, others = rows[: MOST_BARS - 1], rows[MOST_BARS - 1 :]
    return [*alone, (rest, sum(amount for _title, amount in others))]
