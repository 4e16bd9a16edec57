"""The fan: the result after each month over the runs, the middle of them and how far others lie around it."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import altair as alt
import numpy as np

from pages.shared.draw import specs
from pages.shared.draw.charts import Array, Chart, label_heights, row_title
from pages.shared.draw.specs import INK, UNCERTAIN, Scale, Spec
from pages.shared.draw.tables import Row, Table
from planner.analysis.answer import bounds
from planner.analysis.chance.tried import Tried
from planner.language import Language, currency_unit, mark, translations
from planner.speech import Speech

Columns = dict[str, Sequence[Any] | Array]

BAND = 14  # pixels above and below all curves
LINE = 0.055  # of the range of the amounts: what one line of a label takes
# Of an amount, for the head of a column or a tip; beside an edge of the picture it is "below" and "above".
SHARES = {
    "low": mark("One in ten at most"),
    "lower": mark("One in four at most"),
    "total": mark("Middle"),
    "upper": mark("One in four at least"),
    "high": mark("One in ten at least"),
}


def fan_chart(found: Tried, speech: Speech) -> Chart:
    """The result after each month: the middle, and how far runs lie around it."""
    _ = speech.text
    low, lower, total, upper, high = fan = found.odds.fan
    months = range(fan.shape[1])
    when = [speech.calendar(month) for month in months]
    unit = currency_unit(speech.currency, speech.language)
    names = (_("One in ten below"), _("Middle"), _("One in ten above"))
    ends = [float(line[-1]) for line in (low, total, high)]
    size = max(float(np.ptp(np.append(fan, 0.0))) * LINE, 1e-9)
    heights = label_heights(ends, [size] * len(ends))
    rows = tuple(
        Row(row_title(month, when[month], speech), tuple(speech.number(value) for value in fan[:, month]))
        for month in months
    )
    columns = (_("Month"), *map(_, SHARES.values()))
    data: Columns = {
        "month": list(months),
        "when": when,
        "low": low,
        "lower": lower,
        "total": total,
        "upper": upper,
        "high": high,
    }
    return Chart(
        _spec(
            speech.language,
            unit,
            specs.axis_scale(float(np.abs(fan).max())),
            specs.month_step(len(months) - 1),
        ),
        _with_labels(data, names, heights),
        bounds.reserved(_sentence(found, speech), found.case.projection, speech),
        Table(_("Result after each month over the runs, {unit}").format(unit=unit), columns, rows),
    )


def _with_labels(data: Columns, names: Sequence[str], heights: Sequence[float]) -> Columns:
    """The columns with a row more for each name, which stands at its height beside the last month."""
    more = len(names)
    longer: Columns = {name: [*column, *([column[-1]] * more)] for name, column in data.items()}
    before: list[None] = [None] * len(data["month"])
    return longer | {"label": [*before, *names], "label_total": [*before, *heights]}


def _sentence(found: Tried, speech: Speech) -> str:
    """Where the middle and the tenths end."""
    _ = speech.text
    low, lower, middle, upper, high = (float(line[-1]) for line in found.odds.fan)
    text = _(
        "The result after each month, over {runs} runs. After {months} the middle stands at {middle}; half of the "
        "runs are between {lower} and {upper}, one in ten at {low} or less and one in ten at {high} or more."
    )
    return text.format(
        runs=speech.number(found.simulation.paths),
        months=speech.months(found.case.plan.horizon_months),
        middle=speech.money(middle),
        lower=speech.money(lower),
        upper=speech.money(upper),
        low=speech.money(low),
        high=speech.money(high),
    )


@cache
def _spec(language: Language, unit: str, scale: Scale, step: int) -> Spec:
    """The result of the middle in ink, and in grey around it half and four fifths of the runs.

    Columns: month, when, low, lower, total (the middle), upper, high; label, label_total, null but at the end.
    """
    _ = translations(language).gettext
    data = alt.Chart().encode(x=specs.month_axis(language, step))
    tooltip = [
        alt.Tooltip("month:Q", title=_("Month"), format="d"),
        alt.Tooltip("when:N", title=_("Calendar month")),
        *(
            alt.Tooltip(f"{name}:Q", title=f"{_(title)}, {unit}", format=",.0f")
            for name, title in reversed(SHARES.items())
        ),
    ]
    # The bands are tints, too faint to see an end of, so that their edges are drawn.
    layers = [
        data.mark_area(color=UNCERTAIN, opacity=shade, aria=False).encode(y=alt.Y(f"{low}:Q"), y2=high)
        for low, high, shade in (("low", "high", 0.25), ("lower", "upper", 0.4))
    ]
    layers += [
        data.mark_line(color=UNCERTAIN, strokeWidth=1.5, aria=False).encode(y=alt.Y(f"{edge}:Q"))
        for edge in ("low", "high")
    ]
    middle = data.encode(y=specs.amount_axis(language, unit, scale, BAND))
    ends = data.transform_filter("datum.label != null").encode(y=alt.Y("label_total:Q"), text="label:N")
    layers += [
        specs.zero_line(),
        middle.mark_line(color=INK, strokeWidth=2.5, aria=False),
        ends.mark_text(**specs.BESIDE_THE_END | {"dx": 8}),
        data.mark_rule(opacity=0, strokeWidth=14, aria=False).encode(tooltip=tooltip),
    ]
    return specs.finished(layers, specs.PLOT_HEIGHT, language)
