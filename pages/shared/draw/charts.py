"""The charts: what is drawn, said in a sentence, and listed in a table, all from the same figures of one projection."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import streamlit as st
from numpy.typing import NDArray

from pages.shared.answer.page import plain
from pages.shared.draw import sentences, specs
from pages.shared.draw.tables import Row, Table, amounts, show_table
from pages.shared.session import state
from planner.analysis.answer import bounds
from planner.analysis.case import Case
from planner.analysis.measures.milestones import CENT
from planner.language import currency_unit, mark
from planner.speech import Speech

Array = NDArray[np.float64]

STYLE = Path(__file__).with_name("style.css")  # the little that the theme does not say of our own HTML
LABEL_CHARACTERS = 16  # of a name beside the end of its line, before it is broken; what two lines do not hold is cut
LABEL_LINE = 0.11  # of the range of the amounts: what one line of a label takes, on the lowest plot


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and the same in words and figures. data: columns by name, as the specification asks for them."""

    spec: specs.Spec
    data: Mapping[str, Sequence[Any] | Array]
    sentence: str
    table: Table


def show(chart: Chart, key: str) -> None:
    """The picture, the sentence under it, and its figures folded as a table; of nothing, the sentence alone."""
    _ = state.speech().text
    if not len(next(iter(chart.data.values()))):
        st.markdown(plain(chart.sentence))
        return
    # An Arrow table is what Streamlit sends to the browser; anything else it would turn into one, ten times as slowly.
    st.vega_lite_chart(pa.table(dict(chart.data)), chart.spec, alt=chart.sentence, key=key)
    st.caption(plain(chart.sentence))
    with st.expander(_("The figures as a table")):
        show_table(chart.table)


def running_total_chart(case: Case, speech: Speech) -> Chart:
    """One running total, its marks labelled in words."""
    _ = speech.text
    projection, measures = case.projection, case.measures
    statement = projection.statement
    flow, total = statement.net_cash_flow[:, 0], statement.cumulative_cash_flow[:, 0]
    months = range(len(total))
    marks, label = marked(case, speech)
    when = [speech.calendar(month) for month in months]
    unit = currency_unit(speech.currency, speech.language)
    results = statement.result[:, 0]
    rows = (
        Row(
            row_title(month, when[month], speech),
            (*amounts([flow[month]], speech), speech.number(total[month]), speech.number(results[month])),
        )
        for month in months
    )
    data: dict[str, Sequence[Any]] = {
        "month": list(months),
        "when": when,
        "total": total.tolist(),
        "mark": marks,
        "label": label,
    }
    if abs(measures.result - total[-1]) >= CENT:
        label_of_step = _("Result {amount}").format(amount=speech.money(measures.result))
        step = (len(total) - 1, when[-1], measures.result, "result", label_of_step)
        data = {name: [*column, last] for (name, column), last in zip(data.items(), step, strict=True)}
    scale = specs.axis_scale(float(np.abs(data["total"]).max()))
    return Chart(
        specs.running_total(speech.language, unit, scale, specs.month_step(len(total) - 1)),
        data,
        bounds.reserved(sentences.running_total(speech, case), projection, speech),
        Table(
            _("Money in and out by month, {unit}").format(unit=unit),
            (_("Month"), _("In less out"), _("Running total"), _("Result")),
            tuple(rows),
        ),
    )


def marked(case: Case, speech: Speech) -> tuple[list[str | None], list[str | None]]:
    """What is marked on the running total, by month, and its label: when the money is back, and the deepest hole."""
    _ = speech.text
    projection, measures = case.projection, case.measures
    marks: list[str | None] = [None] * (case.plan.horizon_months + 1)
    label = marks.copy()
    if measures.payback.month is not None:
        marks[measures.payback.month] = "payback"
        qualifier = _("before costs not disclosed") if bounds.is_reserved(projection) else ""
        text = _("Money back {month}\n{qualifier}") if qualifier else _("Money back\n{month}")
        back = text.format(month=speech.month(measures.payback.month), qualifier=qualifier)
        label[measures.payback.month] = back
    if measures.peak_funding_need >= CENT:
        deepest = measures.peak_funding_month
        marks[deepest] = "hole"
        label[deepest] = _("Deepest hole {amount}\n{month}").format(
            amount=bounds.at_least(speech.money(measures.peak_funding_need), projection, speech),
            month=speech.month(deepest),
        )
    return marks, label


def cash_and_profit_chart(case: Case, speech: Speech) -> Chart:
    """Cash and profit, each summed up month by month."""
    _ = speech.text
    statement = case.projection.statement
    totals = {_("Cash"): statement.cumulative_cash_flow[:, 0], _("Profit"): np.cumsum(statement.profit[:, 0])}
    said = sentences.cash_and_profit(speech, case.projection)
    return lines_chart(totals, speech, bounds.reserved(said, case.projection, speech))


def lines_chart(
    lines: Mapping[str, Array],
    speech: Speech,
    sentence: str,
    caption: str = mark("Running totals, {unit}"),
    *,
    results: Sequence[float] | None = None,
    not_joining: bool = False,
) -> Chart:
    """Running totals by name, each (horizon + 1,); the names stand beside up to three lines, of more in a legend.

    results: what each leads to, a step in its last month; None where the lines are results themselves, or lead to none.
    not_joining: the first is that of not joining, and is drawn in grey.
    """
    _ = speech.text
    months = len(next(iter(lines.values())))
    step = specs.month_step(months - 1)
    unit = currency_unit(speech.currency, speech.language)
    when = [speech.calendar(month) for month in range(months)]
    largest = max(float(np.abs(total).max()) for total in (*lines.values(), np.asarray(results or [0.0])))
    rows = [
        Row(row_title(month, when[month], speech), tuple(speech.number(total[month]) for total in lines.values()))
        for month in range(months)
    ]
    if results is not None:
        rows.append(Row(_("Result"), tuple(map(speech.number, results)), total=True))
    return Chart(
        specs.running_totals(
            speech.language,
            unit,
            specs.axis_scale(largest),
            step,
            lines=len(lines),
            not_joining=not_joining,
        ),
        lines_data(lines, when, step, results),
        sentence,
        Table(_(caption).format(unit=unit), (_("Month"), *lines), tuple(rows)),
    )


def lines_data(
    lines: Mapping[str, Array], when: list[str], step: int, results: Sequence[float] | None
) -> dict[str, Sequence[Any] | Array]:
    """The lines under one another, a row a month each; the last of each holds its label, broken where it is long.

    results: what each line leads to, once more in its last month.
    """
    numbers, last = list(range(len(when))), len(when) - 1
    if results is not None:
        lines = {name: np.append(total, end) for (name, total), end in zip(lines.items(), results, strict=True)}
        numbers, when = [*numbers, last], [*when, when[-1]]
    months = len(numbers)
    everything = np.concatenate([*lines.values(), [0.0]])
    names = [textwrap.fill(name, LABEL_CHARACTERS, max_lines=2, placeholder="…") for name in lines]
    ends = [float(total[-1]) for total in lines.values()]
    line_height = float(np.ptp(everything)) * LABEL_LINE
    label: list[str | None] = [None] * (months * len(lines))
    label_total: list[float | None] = [None] * (months * len(lines))
    label[months - 1 :: months] = names
    label_total[months - 1 :: months] = label_heights(ends, [(name.count("\n") + 1) * line_height for name in names])
    if line_height == 0:  # all are zero throughout, and so is the height of the plot: one label names them all
        label = [None] * (months - 1) + ["\n".join(names)] + [None] * (months * (len(lines) - 1))
    return {
        "name": [name for name in lines for _month in range(months)],
        "month": numbers * len(lines),
        "when": when * len(lines),
        "total": everything[:-1],
        "shape_here": [month % step == 0 for month in numbers] * len(lines),
        "result_here": [place > last for place in range(months)] * len(lines),
        "label": label,
        "label_total": label_total,
    }


def row_title(month: int, calendar: str, speech: Speech) -> str:
    """A month in a table, such as "3 (Apr 2027)"."""
    _ = speech.text
    return _("{number} ({calendar})").format(number=month, calendar=calendar)


def label_heights(ends: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Where the middles of labels of these sizes stand beside lines that end at these amounts, so that no two meet."""
    rising = sorted(range(len(ends)), key=lambda line: ends[line])
    heights = list(ends)
    for below, line in pairwise(rising):
        heights[line] = max(ends[line], heights[below] + (sizes[below] + sizes[line]) / 2)
    lifted = (sum(heights) - sum(ends)) / len(ends)
    return [height - lifted for height in heights]
