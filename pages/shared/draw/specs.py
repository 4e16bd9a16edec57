"""What each chart looks like, as Vega-Lite specifications without data.

Built by Altair once for each form of a chart and then reused with new data, since building one takes longer than a
projection. Nothing here depends on the light or dark theme: text and lines in ink take the colour of the page's text.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

import altair as alt

from planner.language import Language, translations

Spec = dict[str, Any]
Scale = Literal["ones", "thousands", "millions"]

# Each of these is at least 3:1 against both the white and the dark page, and none says anything by hue alone.
MONEY_IN, MONEY_OUT = "#2166ac", "#c65d00"
INK, UNCERTAIN = "currentColor", "#7d8791"
# Colour, dash and shape of each of several lines.
SERIES = (
    (INK, [1, 0], "circle"),
    ("#8c6bb1", [8, 3], "square"),
    ("#0a8f6f", [3, 2], "triangle-up"),
    ("#b5588f", [10, 3, 2, 3], "diamond"),
    ("#9a7d0a", [5, 5], "cross"),
    ("#a0522d", [2, 4], "triangle-down"),
)
NOT_JOINING = (UNCERTAIN, [4, 4], "stroke")

MOST_DIRECT_LABELS = 3
LABEL_SIZE = 13
PLOT_HEIGHT = 340
LABEL_BAND = 44  # above and below the curve: room for two lines of text that the curve never enters
ROW_HEIGHT = 46
LEGEND_ROW = 22
AXIS_WIDTH = 52  # the same in all, since the first guess at the labels of an axis may be narrower than the last
HALF_LABEL = 90  # a label this close to an edge is set from the edge inwards

BESIDE_THE_END: dict[str, Any] = {
    "align": "left",
    "baseline": "middle",
    "dx": 20,
    # The first line of a text stands at its place and the rest below: half of the rest lifts it to the middle.
    "dy": alt.expr(r"(1 - length(split(datum.label, '\n'))) * 7.5"),
    "lineHeight": 15,
    "fontSize": LABEL_SIZE,
    "lineBreak": "\n",
    "color": INK,
    "aria": False,
}
BELOW_THE_PLOT: dict[str, Any] = {
    "title": None,
    "orient": "bottom",
    "columns": 1,
    "labelLimit": alt.expr("width - 20"),  # a longer name ends in points at the edge of the plot
    "symbolSize": 80,
    "symbolStrokeWidth": 1.5,
    "rowPadding": 3,
}

# The rules of a language for numbers, in the form that Vega reads; the minus is a true one in both.
NUMBER_RULES: dict[Language, dict[str, Any]] = {
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""], "minus": "\N{MINUS SIGN}"},
    "sv": {
        "decimal": ",",
        "thousands": "\N{NO-BREAK SPACE}",
        "grouping": [3],
        "currency": ["", ""],
        "minus": "\N{MINUS SIGN}",
    },
}


def axis_scale(largest: float) -> Scale:
    """How an axis up to this amount is written: in full while that is short, then in thousands, then in millions."""
    if abs(largest) < 100_000:
        return "ones"
    return "thousands" if abs(largest) < 1_000_000 else "millions"


def month_step(horizon: int) -> int:
    """Months between two ticks: as many ticks as a narrow phone has room for."""
    return next(step for most, step in ((12, 1), (24, 3), (48, 6), (120, 12)) if horizon <= most)


def amount_labels(language: Language, scale: Scale) -> str:
    """The Vega expression that writes a tick of a money axis."""
    _ = translations(language).gettext
    divisor, unit = {
        "ones": (1, "{number}"),
        "thousands": (1_000, _("{number}K")),
        "millions": (1_000_000, _("{number}M")),
    }[scale]
    before, after = unit.split("{number}")
    return f"datum.value == 0 ? '0' : '{before}' + format(datum.value / {divisor}, ',~f') + '{after}'"


def month_axis(language: Language, step: int) -> alt.X:
    """The months from launch on, a tick each step months."""
    _ = translations(language).gettext
    axis = alt.Axis(
        title=_("Month"), values=list(range(0, 121, step)), format="d", grid=False, ticks=True, labelOverlap=True
    )
    return alt.X("month:Q", axis=axis, scale=alt.Scale(nice=False, zero=True))


def amount_axis(language: Language, unit: str, scale: Scale, free: int) -> alt.Y:
    """The money axis, its unit written level above it. free: pixels above and below that no curve enters."""
    axis = alt.Axis(
        title=unit,
        titleAngle=0,
        titleAlign="right",
        titleAnchor="end",
        titleX=-6,
        titleY=-12,
        labelExpr=amount_labels(language, scale),
        tickCount=6,
        minExtent=AXIS_WIDTH,
    )
    return alt.Y("total:Q", axis=axis, scale=alt.Scale(padding=free, nice=False, zero=True))


def amount_tooltip(language: Language, title: str, *before: alt.Tooltip) -> list[alt.Tooltip]:
    """What pointing at a month says: the month, its calendar month, and the amount in full."""
    _ = translations(language).gettext
    return [
        *before,
        alt.Tooltip("month:Q", title=_("Month"), format="d"),
        alt.Tooltip("when:N", title=_("Calendar month")),
        alt.Tooltip("total:Q", title=title, format=",.2f"),
    ]


def zero_line() -> alt.Chart:
    """The line between more in than out and more out than in."""
    rule = alt.Chart(alt.InlineData(values=[{"total": 0}])).mark_rule(color=INK, strokeWidth=1, opacity=0.7, aria=False)
    line: alt.Chart = rule.encode(y="total:Q")
    return line


def finished(layers: Sequence[alt.Chart], height: Any, language: Language) -> Spec:
    """The specification as a dict, its numbers by the rules of the language, open for data."""
    locale = {"number": NUMBER_RULES[language]}
    chart = alt.layer(*layers).properties(height=height)
    spec: Spec = chart.configure(locale=locale, view=alt.ViewConfig(stroke=None)).to_dict()
    without_data = spec.pop("datasets")
    for layer in spec["layer"]:
        if without_data.get(layer["data"].get("name")) == [{}]:  # what Altair puts where no data is given
            del layer["data"]
        else:
            layer["data"] = {"values": without_data[layer["data"]["name"]]}
    return spec


@cache
def running_total(language: Language, unit: str, scale: Scale, step: int) -> Spec:
    """One running total with its marks. Columns: month, when, total, mark ("hole", "payback" or null), label.

    A row may follow with the mark "result": what the last step of all leads to.
    """
    _ = translations(language).gettext
    x, y = month_axis(language, step), amount_axis(language, unit, scale, LABEL_BAND)
    place = "scale('x', datum.month)"
    align = alt.expr(f"{place} < {HALF_LABEL} ? 'left' : {place} > width - {HALF_LABEL} ? 'right' : 'center'")
    data = alt.Chart()
    marked = data.transform_filter("datum.mark != null").encode(x=x, y=y)
    at_hole, at_payback, at_result = (
        marked.transform_filter(f"datum.mark == '{mark}'") for mark in ("hole", "payback", "result")
    )
    text: dict[str, Any] = {"fontSize": LABEL_SIZE, "lineBreak": "\n", "color": INK, "align": align, "aria": False}
    layers = (
        zero_line(),
        data.mark_line(color=INK, strokeWidth=2.5, interpolate="linear", aria=False).encode(x=x, y=y),
        at_payback.mark_rule(color=INK, strokeDash=[2, 3], aria=False).encode(y2=alt.value(LABEL_BAND - 6)),
        marked.mark_point(color=INK, fill=INK, filled=True, size=90, opacity=1),
        at_hole.mark_text(baseline="top", dy=10, **text).encode(text="label:N"),
        at_payback.mark_text(baseline="top", **text).encode(y=alt.value(2), text="label:N"),
        at_result.mark_text(baseline="bottom", dy=-10, **text).encode(text="label:N"),
        # Unseen, so that a finger anywhere above a month finds it.
        data.mark_rule(opacity=0, strokeWidth=14, aria=False).encode(
            x=x, tooltip=amount_tooltip(language, f"{_('Running total')}, {unit}")
        ),
    )
    return finished(layers, PLOT_HEIGHT, language)


@cache
def money_by_line(language: Language, unit: str) -> Spec:
    """Totals by line as bars, each named above its bar. Columns: place (order), direction, title, label, total."""
    _ = translations(language).gettext
    y = alt.Y("place:O", axis=None)
    x = alt.X("total:Q", axis=None, scale=alt.Scale(zero=True, nice=False))
    colour = alt.Color("direction:N", scale=alt.Scale(domain=["in", "out"], range=[MONEY_IN, MONEY_OUT]), legend=None)
    tooltip = [
        alt.Tooltip("title:N", title=_("Line")),
        alt.Tooltip("total:Q", title=f"{_('Total')}, {unit}", format=",.2f"),
    ]
    data = alt.Chart().encode(y=y)
    layers = (
        data.mark_bar(height=16, yOffset=10).encode(x=x, color=colour, tooltip=tooltip),
        data.mark_text(align="left", dy=-8, fontSize=LABEL_SIZE, color=INK, aria=False).encode(
            x=alt.value(0), text="label:N"
        ),
    )
    return finished(layers, alt.Step(ROW_HEIGHT), language)


@cache
def running_totals(language: Language, unit: str, scale: Scale, step: int, *, lines: int, not_joining: bool) -> Spec:
    """So many running totals, told apart by colour, dash and, where there is a legend, by shape.

    Columns: name, month, when, total, shape_here (a marker stands here), result_here (and here, where a line has come
    to its result), label and label_total (null but at the end of a line). Names take the styles in the order in which
    they first stand in the data; not_joining: the first is that of not joining, in grey.
    """
    direct_labels = lines <= MOST_DIRECT_LABELS
    before = [NOT_JOINING] if not_joining else []
    colours, dashes, shapes = (list(styles) for styles in zip(*before, *SERIES, strict=True))
    legend = None if direct_labels else alt.Legend(**BELOW_THE_PLOT)

    def by_name(channel: Any, styles: list[Any]) -> Any:
        return channel("name:N", sort=None, scale=alt.Scale(range=styles), legend=legend)

    x, y = month_axis(language, step), amount_axis(language, unit, scale, LABEL_BAND if direct_labels else 12)
    drawn = alt.Chart().encode(x=x, y=y, color=by_name(alt.Color, colours))
    name = alt.Tooltip("name:N", title=" ")
    layers = [
        zero_line(),
        drawn.mark_line(strokeWidth=2.5, aria=False).encode(strokeDash=by_name(alt.StrokeDash, dashes)),
        drawn.transform_filter("datum.result_here").mark_point(size=60, filled=True, opacity=1, aria=False),
        drawn.mark_point(opacity=0, size=160, aria=False).encode(tooltip=amount_tooltip(language, unit, name)),
    ]
    if direct_labels:
        ends = drawn.transform_filter("datum.label != null").encode(y=alt.Y("label_total:Q"))
        # A dash in the colour of the line, since two lines may end at nearly the same amount.
        layers.append(ends.mark_point(shape="stroke", xOffset=12, size=130, strokeWidth=2.5, opacity=1, aria=False))
        layers.append(ends.mark_text(**BESIDE_THE_END).encode(color=alt.value(INK), text="label:N"))
    else:
        here = drawn.transform_filter("datum.shape_here").mark_point(size=60, filled=True, opacity=1, aria=False)
        layers.append(here.encode(shape=by_name(alt.Shape, shapes)))
    height = PLOT_HEIGHT if direct_labels else PLOT_HEIGHT + LEGEND_ROW * lines
    return finished(layers, height, language)
