"""A figure of an input in words, as screen, shell and paper write it."""

from math import floor, log10

from planner.language import format_number, format_percent
from planner.speech import Speech

MOST_DECIMALS = 4
DIGITS = 3  # of a figure below 100; a larger one is written in full
CENTS_BELOW = 100


def figure_words(figure: float, unit: str, speech: Speech) -> str:
    """A figure of an input with its unit, to three digits or to the whole number."""
    if unit == "money":
        return speech.money(figure, 0 if abs(figure) >= CENTS_BELOW or float(figure).is_integer() else 2)
    if unit == "months":
        return speech.months(figure)
    if unit == "hours":
        return speech.plural("{count} hour", "{count} hours", figure)
    shown = figure * 100 if unit == "share" else figure
    decimals = 0 if shown == 0 else min(max(DIGITS - 1 - floor(log10(abs(shown))), 0), MOST_DECIMALS)
    if unit == "share":
        return format_percent(round(figure, decimals + 2), speech.language, None)
    return format_number(round(figure, decimals), speech.language, None)
