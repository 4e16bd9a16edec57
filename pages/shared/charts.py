"""The charts: what is drawn, said in a sentence, and listed in a table, all from the same figures of one projection."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import streamlit as st
from numpy.typing import NDArray

from pages.shared import answers, chart_specs, sentences, state
from pages.shared.page import plain
from pages.shared.tables import Row, Table, amounts, show_table
from planner.analysis.milestones import CENT
from planner.analysis.wording import Speech
from planner.language import currency_unit
from planner.line_items import CASH_LINES

Array = NDArray[np.float64]

LABEL_CHARACTERS = 16  # of a name beside the end of its line, before it is broken
LABEL_SHARE = 0.11  # of the height of the plot: what two lines of a label take


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and the same in words and figures. data: columns by name, as the specification asks for them."""

    spec: chart_specs.Spec
    data: Mapping[str, Sequence[Any] | Array]
    sentence: str
    table: Table


def show(chart: Chart, key: str) -> None:
    """The picture, the sentence under it, and its figures folded as a table."""
    _ = state.speech().text
    # An Arrow table is what Streamlit sends to the browser; anything else it would turn into one, ten times as slowly.
    st.vega_lite_chart(pa.table(dict(chart.data)), chart.spec, alt=chart.sentence, key=key)
    st.caption(plain(chart.sentence))
    with st.expander(_("The figures as a table")):
        show_table(chart.table)


def running_total(current: state.Current, key: str) -> None:
    """The running total with its deepest hole and the month in which the money is back."""
    show(running_total_chart(current, state.speech()), key)


def money_by_line(current: state.Current, key: str) -> None:
    """Where money comes from and where it goes, over the whole horizon."""
    show(money_by_line_chart(current, state.speech()), key)


def cash_and_profit(current: state.Current, key: str) -> None:
    """The running totals of cash and of profit."""
    show(cash_and_profit_chart(current, state.speech()), key)


def running_total_chart(current: state.Current, speech: Speech) -> Chart:
    """One running total, its marks labelled in words."""
    _ = speech.text
    statement, measures = current.projection.statement, current.measures
    flow, total = statement.net_cash_flow[:, 0], statement.cumulative_cash_flow[:, 0]
    months = range(len(total))
    mark: list[str | None] = [None] * len(total)
    label = mark.copy()
    if measures.payback.month is not None:
        mark[measures.payback.month] = "payback"
        label[measures.payback.month] = _("Money back\n{month}").format(month=speech.month(measures.payback.month))
    if measures.peak_funding_need >= CENT:
        deepest = measures.peak_funding_month
        mark[deepest] = "hole"
        label[deepest] = _("Deepest hole {amount}\n{month}").format(
            amount=answers.at_least(speech.money(measures.peak_funding_need), current, speech),
            month=speech.month(deepest),
        )
    when = [speech.calendar(month) for month in months]
    unit = currency_unit(speech.currency, speech.language)
    scale = chart_specs.axis_scale(float(np.abs(total).max()))
    rows = (
        Row(str(month), (when[month], *amounts([flow[month]], speech), speech.number(total[month]))) for month in months
    )
    return Chart(
        chart_specs.running_total(speech.language, unit, scale, chart_specs.month_step(len(total) - 1)),
        {"month": list(months), "when": when, "total": total, "mark": mark, "label": label},
        said(sentences.running_total(speech, measures, len(total) - 1), current, speech),
        Table(
            _("Money in and out by month, {unit}").format(unit=unit),
            (_("Month"), _("Calendar month"), _("In less out"), _("Running total")),
            tuple(rows),
        ),
    )


def money_by_line_chart(current: state.Current, speech: Speech) -> Chart:
    """Totals of the cash lines over the horizon: what comes in, then what goes out, the largest first."""
    _ = speech.text
    lines, horizon = current.projection.statement.lines, current.plan.horizon_months
    totals = [(line.cash, _(line.title), float(lines[line.name][:, 0].sum())) for line in CASH_LINES]
    shown = sorted((row for row in totals if row[2] > 0), key=lambda row: (-row[0], -row[2]))
    unit = currency_unit(speech.currency, speech.language)
    labels = [
        _("{line}: {amount}").format(line=title, amount=speech.money(sign * amount)) for sign, title, amount in shown
    ]
    came, went = ([(title, amount) for sign, title, amount in shown if sign == wanted] for wanted in (1, -1))
    rows = [Row(title, (speech.number(sign * amount),)) for sign, title, amount in shown]
    result = sum(sign * amount for sign, _title, amount in shown)
    return Chart(
        chart_specs.money_by_line(speech.language, unit),
        {
            "place": list(range(len(shown))),
            "direction": ["in" if sign > 0 else "out" for sign, _title, _amount in shown],
            "title": [title for _sign, title, _amount in shown],
            "label": labels,
            "total": [amount for _sign, _title, amount in shown],
        },
        said(sentences.money_by_line(speech, came, went, horizon), current, speech),
        Table(
            _("Money in and out over {months}, {unit}").format(months=speech.months(horizon), unit=unit),
            (_("Line"), _("Total")),
            (*rows, Row(_("In less out"), (speech.number(result),), total=True)),
        ),
    )


def cash_and_profit_chart(current: state.Current, speech: Speech) -> Chart:
    """Cash and profit, each summed up month by month."""
    _ = speech.text
    statement = current.projection.statement
    totals = {_("Cash"): statement.cumulative_cash_flow[:, 0], _("Profit"): np.cumsum(statement.profit[:, 0])}
    return lines_chart(totals, speech, said(sentences.cash_and_profit(speech, current.projection), current, speech))


def said(sentence: str, current: state.Current, speech: Speech) -> str:
    """The sentence of a chart, and where it holds, that the picture lacks the costs that are not disclosed."""
    _ = speech.text
    if not current.projection.terms.unknown_costs:
        return sentence
    return f"{sentence} {_('Costs that the company does not disclose are left out.')}"


def lines_chart(lines: Mapping[str, Array], speech: Speech, sentence: str, *, not_joining: bool = False) -> Chart:
    """Running totals by name, each (horizon + 1,); the names stand beside up to three lines, of more in a legend.

    not_joining: the first is that of not joining, and is drawn in grey.
    """
    _ = speech.text
    months = len(next(iter(lines.values())))
    step = chart_specs.month_step(months - 1)
    unit = currency_unit(speech.currency, speech.language)
    when = [speech.calendar(month) for month in range(months)]
    everything = np.concatenate([*lines.values(), [0.0]])
    heights = label_heights([float(total[-1]) for total in lines.values()], float(np.ptp(everything)) * LABEL_SHARE)
    label: list[str | None] = [None] * (months * len(lines))
    label_total: list[float | None] = [None] * (months * len(lines))
    label[months - 1 :: months] = [textwrap.fill(name, LABEL_CHARACTERS) for name in lines]
    label_total[months - 1 :: months] = heights
    rows = (
        Row(str(month), (when[month], *(speech.number(total[month]) for total in lines.values())))
        for month in range(months)
    )
    return Chart(
        chart_specs.running_totals(
            speech.language,
            unit,
            chart_specs.axis_scale(float(np.abs(everything).max())),
            step,
            lines=len(lines),
            not_joining=not_joining,
        ),
        {
            "name": [name for name in lines for _month in range(months)],
            "month": list(range(months)) * len(lines),
            "when": when * len(lines),
            "total": np.concatenate(list(lines.values())),
            "shape_here": [month % step == 0 for month in range(months)] * len(lines),
            "label": label,
            "label_total": label_total,
        },
        sentence,
        Table(_("Running totals, {unit}").format(unit=unit), (_("Month"), _("Calendar month"), *lines), tuple(rows)),
    )


def label_heights(ends: Sequence[float], gap: float) -> list[float]:
    """Where the labels of lines that end at these amounts stand, so that two are never closer than gap."""
    rising = sorted(range(len(ends)), key=lambda line: ends[line])
    heights = list(ends)
    for below, line in pairwise(rising):
        heights[line] = max(ends[line], heights[below] + gap)
    lifted = sum(heights) / len(heights) - sum(ends) / len(ends)
    return [height - lifted for height in heights]
