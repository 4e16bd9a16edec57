"""What the charts of the odds look like, as Vega-Lite specifications without data; built once for each form."""

from functools import cache

import altair as alt

from pages.shared.draw import specs
from pages.shared.draw.specs import INK, MONEY_IN, MONEY_OUT, Scale, Spec
from planner.language import Language, translations

BAND = 14  # pixels above and below all curves
HEIGHT = 260


@cache
def results(language: Language, unit: str, scale: Scale) -> Spec:
    """100 people, a box each, over what they end with. Columns: left, right, bottom, top, direction, said."""
    _ = translations(language).gettext
    axis = alt.Axis(
        title=_("Result, {unit}").format(unit=unit),
        labelExpr=specs.amount_labels(language, scale),
        tickCount=6,
        grid=False,
        labelOverlap=True,
    )
    people = alt.Axis(
        title=_("People of 100"), titleAngle=0, titleAlign="left", titleAnchor="end", titleX=0, titleY=-12
    )
    colour = alt.Color("direction:N", scale=alt.Scale(domain=["in", "out"], range=[MONEY_IN, MONEY_OUT]), legend=None)
    rule = alt.Chart(alt.InlineData(values=[{"left": 0}])).mark_rule(color=INK, strokeWidth=1.5, aria=False)
    boxes = (
        alt.Chart()
        .mark_rect(aria=False)
        .encode(
            x=alt.X("left:Q", axis=axis, scale=alt.Scale(nice=False, zero=False, padding=8)),
            x2="right",
            y=alt.Y("bottom:Q", axis=people, scale=alt.Scale(zero=True)),
            y2="top",
            color=colour,
            tooltip=[alt.Tooltip("said:N", title=" ")],
        )
    )
    return specs.finished((boxes, rule.encode(x="left:Q")), HEIGHT, language)


@cache
def payback(language: Language, step: int) -> Spec:
    """How many of 100 have their money back by the end of each month. Columns: month, when, people, label (at the end).

    It steps, since it is counted at the end of a month.
    """
    _ = translations(language).gettext
    axis = alt.Axis(title=_("People of 100"), titleAngle=0, titleAlign="left", titleAnchor="end", titleX=0, titleY=-12)
    y = alt.Y("people:Q", axis=axis, scale=alt.Scale(domain=[0, 100], nice=False))
    by_month = alt.Chart().encode(x=specs.month_axis(language, step))
    data = by_month.encode(y=y)
    tooltip = [
        alt.Tooltip("month:Q", title=_("Month"), format="d"),
        alt.Tooltip("when:N", title=_("Calendar month")),
        alt.Tooltip("people:Q", title=_("Money back, people of 100"), format=".0f"),
    ]
    ends = data.transform_filter("datum.label != null").encode(text="label:N")
    layers = (
        data.mark_line(color=INK, strokeWidth=2.5, interpolate="step-after", aria=False),
        ends.mark_text(**specs.BESIDE_THE_END | {"dx": 8}),
        by_month.mark_rule(opacity=0, strokeWidth=14, aria=False).encode(tooltip=tooltip),
    )
    return specs.finished(layers, HEIGHT, language)
