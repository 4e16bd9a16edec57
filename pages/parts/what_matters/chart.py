"""The tornado: for each input a bar from the middle result at one end of its range to that at the other."""

from functools import cache
from typing import Any

import altair as alt

from pages.parts.what_matters.words import figure, how_counted, title
from pages.shared.draw import specs
from pages.shared.draw.charts import Chart
from pages.shared.draw.tables import Row, Table
from planner.analysis.answer import bounds
from planner.analysis.chance.sensitivity import Bar, Sensitivity
from planner.language import Language, currency_unit, translations
from planner.speech import Speech

MOST_BARS = 10
ROOM = 72  # pixels on either side, for the figures beside the bars


def tornado(found: Sensitivity, speech: Speech) -> Chart:
    """The bars with the largest swing; the figure of the input stands beside each end."""
    _ = speech.text
    bars = found.bars[:MOST_BARS]
    unit = currency_unit(speech.currency, speech.language)
    lows, highs = [], []
    for bar in bars:
        order = sorted((bar.low, bar.high, bar.stated), key=lambda trial: trial.median)
        lows.append(order[0])
        highs.append(order[-1])
    largest = max((abs(trial.median) for trial in (*lows, *highs, found.stated)), default=0.0)
    planned = _("Your plan: {amount}").format(amount=speech.money(found.stated.median))
    return Chart(
        matters_spec(speech.language, unit, specs.axis_scale(largest)),
        {
            "place": list(range(len(bars))),
            "title": [title(bar, speech) for bar in bars],
            "low": [trial.median for trial in lows],
            "high": [trial.median for trial in highs],
            "low_label": [figure(trial, bar, speech) for trial, bar in zip(lows, bars, strict=True)],
            "high_label": [figure(trial, bar, speech) for trial, bar in zip(highs, bars, strict=True)],
            "planned": [found.stated.median] * len(bars),
            "planned_label": [planned, *[None] * (len(bars) - 1)][: len(bars)],
        },
        bounds.reserved(sentence(found, bars, speech), found.case.projection, speech),
        results_table(found, speech, unit),
    )


def sentence(found: Sensitivity, bars: tuple[Bar, ...], speech: Speech) -> str:
    """What the bars are, and how far the longest and the shortest shown reach."""
    _ = speech.text
    if not bars:
        return _("No input that was moved changes the result, so there is nothing to draw.")
    shown = (
        _("All {count} inputs that change the result are shown.")
        if len(bars) == len(found.bars)
        else _("The {count} inputs that change it most are shown.")
    ).format(count=speech.number(len(bars)))
    text = _(
        "What the middle run ends with after {months} when one input is moved over its range: from {low} to {high} "
        "with “{input}”, and at {planned} with your plan as it is."
    )
    medians = [trial.median for trial in (bars[0].low, bars[0].stated, bars[0].high)]
    said = text.format(
        months=speech.months(found.case.plan.horizon_months),
        low=speech.money(min(medians)),
        high=speech.money(max(medians)),
        input=title(bars[0], speech),
        planned=speech.money(found.stated.median),
    )
    return " ".join((said, shown, how_counted(found, speech)))


def results_table(found: Sensitivity, speech: Speech, unit: str) -> Table:
    """The middle result of each input at both ends, and how far the three lie apart."""
    _ = speech.text
    rows = (
        Row(
            title(bar, speech),
            tuple(speech.number(amount) for amount in (bar.low.median, bar.stated.median, bar.high.median, bar.swing)),
        )
        for bar in found.bars
    )
    columns = (_("Input"), _("At low"), _("Your plan"), _("At high"), _("Apart"))
    return Table(_("Middle result, each input alone, {unit}").format(unit=unit), columns, tuple(rows))


@cache
def matters_spec(language: Language, unit: str, scale: specs.Scale) -> specs.Spec:
    """Bars named above them. Columns: place (order), title, low and high with low_label and high_label beside them;
    planned in every row, planned_label in the first.
    """
    _ = translations(language).gettext
    y = alt.Y("place:O", axis=None)
    axis = alt.Axis(
        title=_("Middle result, {unit}").format(unit=unit),
        labelExpr=specs.amount_labels(language, scale),
        tickCount=4,
        grid=True,
        labelOverlap=True,
    )
    x = alt.X("low:Q", axis=axis, scale=alt.Scale(padding=ROOM, nice=False, zero=True))
    tooltip = [
        alt.Tooltip("title:N", title=_("Input")),
        alt.Tooltip("low_label:N", title=_("Least with")),
        alt.Tooltip("low:Q", title=unit, format=",.0f"),
        alt.Tooltip("high_label:N", title=_("Most with")),
        alt.Tooltip("high:Q", title=unit, format=",.0f"),
    ]
    text: dict[str, Any] = {"fontSize": specs.LABEL_SIZE, "color": specs.INK, "aria": False}
    data = alt.Chart().encode(y=y)
    top = alt.Chart().transform_filter("datum.planned_label != null")
    layers = (
        alt.Chart(alt.InlineData(values=[{"low": 0}]))
        .mark_rule(color=specs.INK, strokeWidth=1, opacity=0.7, aria=False)
        .encode(x="low:Q"),
        data.mark_bar(height=14, yOffset=11, color=specs.UNCERTAIN).encode(x=x, x2="high:Q", tooltip=tooltip),
        top.mark_rule(color=specs.INK, strokeWidth=2, strokeDash=[4, 3], aria=False).encode(x="planned:Q"),
        data.mark_text(align="left", dy=-7, **text).encode(x=alt.value(0), text="title:N"),
        data.mark_text(align="right", dx=-5, dy=11, **text).encode(x=x, text="low_label:N"),
        data.mark_text(align="left", dx=5, dy=11, **text).encode(x=alt.X("high:Q"), text="high_label:N"),
        top.mark_text(align="center", baseline="bottom", dy=-4, **text).encode(
            x="planned:Q", y=alt.value(0), text="planned_label:N"
        ),
    )
    return specs.finished(layers, alt.Step(specs.ROW_HEIGHT), language)
