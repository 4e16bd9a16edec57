"""The picture of leaving: what it comes to month by month, with the last cheap month and the dearest one marked."""

from functools import cache
from typing import Any

import altair as alt
import numpy as np

from pages.shared.draw import specs
from pages.shared.draw.charts import Chart, row_title
from pages.shared.draw.tables import Row, Table
from planner.analysis.answer import bounds
from planner.analysis.case import Case
from planner.analysis.measures.milestones import CENT
from planner.analysis.measures.quitting import Quitting
from planner.language import Language, currency_unit, translations
from planner.speech import Speech


def leaving_chart(case: Case, left: Quitting, speech: Speech) -> Chart:
    """The result of leaving at the end of each month, its marks labelled in words."""
    _, projection, result = speech.text, case.projection, left.on_leaving
    months = range(len(result))
    mark: list[str | None] = [None] * len(result)
    label = mark.copy()
    if dearest_is_told(left):
        mark[left.dearest_month] = "dearest"
        label[left.dearest_month] = _("Least {amount}\n{month}").format(
            amount=speech.money(result[left.dearest_month]), month=speech.month(left.dearest_month)
        )
    mark[left.last_cheap_month] = "cheap"
    still = left.last_cheap_month == len(result) - 1
    text = _("Cheap to the end\n{month}") if still else _("Last cheap month\n{month}")
    label[left.last_cheap_month] = text.format(month=speech.month(left.last_cheap_month))
    when = [speech.calendar(month) for month in months]
    unit = currency_unit(speech.currency, speech.language)
    scale = specs.axis_scale(float(np.abs(result).max()))
    caption = _("What leaving at the end of a month comes to, {unit}").format(unit=unit)
    rows = tuple(Row(row_title(month, when[month], speech), (speech.number(result[month]),)) for month in months)
    return Chart(
        leaving(speech.language, unit, scale, specs.month_step(len(result) - 1)),
        {"month": list(months), "when": when, "total": result, "mark": mark, "label": label},
        bounds.reserved(sentence(left, speech), projection, speech),
        Table(caption, (_("Month"), _("Leaving comes to")), rows),
    )


def dearest_is_told(left: Quitting) -> bool:
    """Whether the month in which leaving comes to least is another than the last cheap one, and worth a mark."""
    return bool(left.on_leaving[left.dearest_month] < left.on_leaving[left.last_cheap_month] - CENT)


def sentence(left: Quitting, speech: Speech) -> str:
    """Where the curve begins, where it is lowest and where it ends."""
    _ = speech.text
    text = _(
        "Leaving at once comes to {start}, leaving at the end of {end} to {last}. "
        "It comes to least in {dearest}: {least}."
    )
    return text.format(
        start=speech.money(left.on_leaving[0]),
        end=speech.month(len(left.on_leaving) - 1),
        last=speech.money(left.on_leaving[-1]),
        dearest=speech.month(left.dearest_month),
        least=speech.money(left.on_leaving[left.dearest_month]),
    )


@cache
def leaving(language: Language, unit: str, scale: specs.Scale, step: int) -> specs.Spec:
    """The curve with its marks. Columns: month, when, total, mark ("cheap", "dearest" or null), label."""
    _ = translations(language).gettext
    x = specs.month_axis(language, step)
    y = specs.amount_axis(language, unit, scale, specs.LABEL_BAND)
    place = "scale('x', datum.month)"
    edge = specs.HALF_LABEL
    align = alt.expr(f"{place} < {edge} ? 'left' : {place} > width - {edge} ? 'right' : 'center'")
    text: dict[str, Any] = {
        "fontSize": specs.LABEL_SIZE,
        "lineBreak": "\n",
        "color": specs.INK,
        "align": align,
        "aria": False,
        "baseline": "top",
    }
    data = alt.Chart()
    marked = data.transform_filter("datum.mark != null").encode(x=x, y=y)
    cheap, dearest = (marked.transform_filter(f"datum.mark == '{mark}'") for mark in ("cheap", "dearest"))
    top = alt.value(specs.LABEL_BAND - 6)
    layers = (
        specs.zero_line(),
        data.mark_line(color=specs.INK, strokeWidth=2.5, interpolate="linear", aria=False).encode(x=x, y=y),
        cheap.mark_rule(color=specs.INK, strokeDash=[2, 3], aria=False).encode(y2=top),
        marked.mark_point(color=specs.INK, fill=specs.INK, filled=True, size=90, opacity=1),
        cheap.mark_text(**text).encode(y=alt.value(2), text="label:N"),
        dearest.mark_text(dy=10, **text).encode(text="label:N"),
        # Unseen, so that a finger anywhere above a month finds it.
        data.mark_rule(opacity=0, strokeWidth=14, aria=False).encode(
            x=x, tooltip=specs.amount_tooltip(language, f"{_('Leaving comes to')}, {unit}")
        ),
    )
    return specs.finished(layers, specs.PLOT_HEIGHT, language)
