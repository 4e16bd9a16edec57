"""The charts: what is drawn, said in a sentence, and listed in a table, all from the same figures of one projection."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import streamlit as st
from numpy.typing import NDArray

from pages.shared import chart_specs, sentences, state
from pages.shared.page import plain
from pages.shared.tables import Row, Table, amounts, show_table
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
    data: Mapping[str, Sequence[Any]]
    sentence: str
    table: Table


def show(chart: Chart, key: str) -> None:
    """The picture, the sentence under it, and its figures folded as a table."""
    _ = state.speech().text
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


def running_totals(totals: Mapping[str, Array], key: str, not_joining: Array | None = None) -> None:
    """Several running totals, each (horizon + 1,), by the name that is shown; not_joining beside them in grey."""
    show(running_totals_chart(totals, state.speech(), not_joining), key)


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
    if measures.peak_funding_need > 0:
        deepest = measures.peak_funding_month
        mark[deepest] = "hole"
        label[deepest] = _("Deepest hole {amount}\n{month}").format(
            amount=speech.money(measures.peak_funding_need), month=speech.month(deepest)
        )
    when = [speech.calendar(month) for month in months]
    unit = currency_unit(speech.currency, speech.language)
    scale = chart_specs.axis_scale(float(np.abs(total).max()))
    rows = (Row(str(month), (when[month], *amounts([flow[month]], speech), speech.number(total[month]))) for month in months)
    return Chart(
        chart_specs.running_total(speech.language, unit, scale, chart_specs.month_step(len(total) - 1)),
        {"month": list(months), "when": when, "total": total, "mark": pa.array(mark, pa.string()), "label": pa.array(label, pa.string())},
        sentences.running_total(speech, measures, len(total) - 1),
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
            "direction": pa.array(["in" if sign > 0 else "out" for sign, _title, _amount in shown], pa.string()),
            "title": pa.array([title for _sign, title, _amount in shown], pa.string()),
            "label": pa.array(labels, pa.string()),
            "total": pa.array([amount for _sign, _title, amount in shown], pa.float64()),
        },
        sentences.money_by_line(speech, came, went, horizon),
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
    return lines_chart(totals, speech, sentences.cash_and_profit(speech, current.projection))


def running_totals_chart(totals: Mapping[str, Array], speech: Speech, not_joining: Array | None = None) -> Chart:
    """Several running totals in one picture, that of not joining first and in grey."""
    _ = speech.text
    beside = {} if not_joining is None else {_("Not joining"): not_joining}
    lines = {**beside, **totals}
    horizon = len(next(iter(lines.values()))) - 1
    sentence = sentences.running_totals(speech, [(name, float(total[-1])) for name, total in lines.items()], horizon)
    return lines_chart(lines, speech, sentence, not_joining=not_joining is not None)


def lines_chart(lines: Mapping[str, Array], speech: Speech, sentence: str, *, not_joining: bool = False) -> Chart:
    """Running totals by name, with their names beside their ends up to three, and with a legend above that."""
    _ = speech.text
    months = len(next(iter(lines.values())))
    step = chart_specs.month_step(months - 1)
    direct = len(lines) <= chart_specs.MOST_DIRECT_LABELS
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
            direct_labels=direct,
            not_joining=not_joining,
        ),
        {
            "name": [name for name in lines for _month in range(months)],
            "month": list(range(months)) * len(lines),
            "when": when * len(lines),
            "total": np.concatenate(list(lines.values())),
            "shape_here": [month % step == 0 for month in range(months)] * len(lines),
            "label": pa.array(label, pa.string()),
            "label_total": pa.array(label_total, pa.float64()),
        },
        sentence,
        Table(_("Running totals, {unit}").format(unit=unit), (_("Month"), _("Calendar month"), *lines), tuple(rows)),
    )


def label_heights(ends: Sequence[float], gap: float) -> list[float]:
    """Where the labels of lines that end at these amounts stand, so that two are never closer than gap."""
    rising = sorted(range(len(ends)), key=lambda line: ends[line])
    heights = list(ends)
    for below, line in zip(rising, rising[1:], strict=False):
        heights[line] = max(ends[line], heights[below] + gap)
    lifted = sum(heights) / len(heights) - sum(ends) / len(ends)
    return [height - lifted for height in heights]
