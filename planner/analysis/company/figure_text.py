"""A figure of a file with its unit, as a language writes it."""

from planner.language import format_percent, mark
from planner.speech import Speech

UNITS: dict[str, str] = {
    "money_a_month": mark("{amount} a month"),
    "money_a_year": mark("{amount} a year"),
    "points": mark("{amount} points"),
    "levels": mark("{amount} levels"),
    "people": mark("{amount} people"),
    "points_a_month": mark("{amount} points a month"),
    "days": mark("{amount} days"),
    "countries": mark("{amount} countries"),
}


def figure_in_words(value: float, unit: str, speech: Speech) -> str:
    """A figure with its unit; speech in the currency of the figure."""
    decimals = 0 if float(value).is_integer() else 2
    if unit == "year":
        return str(int(value))
    if unit == "share":
        return format_percent(value, speech.language, None)
    if unit == "months":
        return speech.months(value)
    amount = speech.money(value, decimals) if unit.startswith("money") else speech.number(value, decimals)
    return speech.text(UNITS.get(unit, "{amount}")).format(amount=amount)
