"""Bars of the whole width, each named above its bar with its figure, so that it is read without an axis or a legend.

A label that is wider than a phone loses its end, so the figure stands first in those that may be long.
"""

from functools import cache

import altair as alt

from pages.shared.draw import specs
from planner.language import Language

ROW_HEIGHT = 40
PEOPLE = 100.0  # what a bar of people is of


@cache
def named_bars(language: Language, colour: str, *, of_people: bool = True) -> specs.Spec:
    """Columns: place (order), length (none where there is no bar), label (what stands above it).

    of_people: the whole width is a hundred people; else it is the longest bar.
    """
    scale = alt.Scale(domain=[0, PEOPLE], nice=False) if of_people else alt.Scale(zero=True, nice=False)
    data = alt.Chart().encode(y=alt.Y("place:O", axis=None))
    bars = data.mark_bar(height=14, yOffset=9, color=colour).encode(
        x=alt.X("length:Q", axis=None, scale=scale), tooltip=[alt.Tooltip("label:N", title=" ")]
    )
    names = data.mark_text(
        align="left", dy=-8, fontSize=specs.LABEL_SIZE, color=specs.INK, aria=False, limit=alt.expr("width")
    ).encode(x=alt.value(0), text="label:N")
    return specs.finished((bars, names), alt.Step(ROW_HEIGHT), language)
