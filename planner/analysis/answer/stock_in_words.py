"""What lies on the shelf, in a sentence: how long it lasts, and what of it is never sold."""

from planner.analysis.measures.milestones import CENT
from planner.analysis.measures.stock_held import StockHeld
from planner.speech import Speech


def stock_in_words(held: StockHeld, speech: Speech) -> str:
    """ "" where no goods are bought."""
    _ = speech.text
    if held.bought < CENT:
        return ""
    if held.start is None or held.worst is None:
        shelf = _("Nothing is sold from your shelf, so what lies on it lasts for ever.")
    elif held.worst_month == 0:
        words = _("At the start goods for {start} of sales lie on your shelf, and never more.")
        shelf = words.format(start=speech.months(round(held.start, 1)))
    else:
        words = _("At the start goods for {start} of sales lie on your shelf; at the worst for {worst}, in {month}.")
        shelf = words.format(
            start=speech.months(round(held.start, 1)),
            worst=speech.months(round(held.worst, 1)),
            month=speech.month(held.worst_month),
        )
    words = _(
        "Of all goods that you buy, {never} are never sold: {left} are left, spoiled or out of season, {used} you use "
        "or give away."
    )
    never = words.format(
        never=speech.percent(held.never_sold), left=speech.percent(held.left), used=speech.percent(held.used)
    )
    return f"{shelf} {never}"
