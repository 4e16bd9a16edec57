"""The charts of the odds: the fan, 100 people by what they end with, paybacks, ranks and the size of the downline."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from pages.parts.odds import sentences
from pages.parts.odds import specs as odds_specs
from pages.shared.draw import specs
from pages.shared.draw.charts import Array, Chart, row_title
from pages.shared.draw.named_bars import named_bars
from pages.shared.draw.tables import Row, Table
from planner.analysis.answer import bounds, odds_in_words
from planner.analysis.chance.odds import PEOPLE
from planner.analysis.chance.tried import Tried
from planner.language import currency_unit
from planner.speech import Speech

Columns = dict[str, Sequence[Any] | Array]

MOST_BINS = 12
GAP = 0.06  # of a box, on each side of it
NICE = (1, 2, 2.5, 5, 10)
LINE = 0.055  # of the range of the amounts: what one line of a label takes


def results_chart(found: Tried, speech: Speech) -> Chart:
    """100 people by what they end with, a box each."""
    _ = speech.text
    people = found.odds.people
    unit = currency_unit(speech.currency, speech.language)
    edges = bin_edges(people)
    width = edges[1] - edges[0]
    which = np.clip(np.searchsorted(edges, people, side="right") - 1, 0, len(edges) - 2)
    left = edges[which]
    place = np.arange(len(people)) - np.searchsorted(which, which)  # sorted, so that equal bins stand beside each other
    number = np.bincount(which, minlength=len(edges) - 1)
    rows = tuple(
        Row(sentences.between(start, start + width, speech), (speech.number(count),))
        for start, count in zip(edges, number, strict=False)
        if count
    )
    return Chart(
        odds_specs.results(speech.language, unit, specs.axis_scale(float(np.abs(edges).max()))),
        {
            "left": left + GAP * width,
            "right": left + (1 - GAP) * width,
            "bottom": np.asarray(place + GAP, dtype=float),
            "top": np.asarray(place + 1 - GAP, dtype=float),
            "direction": ["in" if start >= 0 else "out" for start in left],
            "said": [sentences.between(start, start + width, speech) for start in left],
        },
        bounds.reserved(sentences.results(found, speech), found.case.projection, speech),
        Table(_("What 100 people end with, {unit}").format(unit=unit), (_("Result"), _("People of 100")), rows),
    )


def bin_edges(people: Array) -> Array:
    """Edges of equal bins that hold all results, few and at round amounts, zero among them where it lies within."""
    low, high = float(people.min()), float(people.max())
    width = round_up(max(high - low, abs(high) / MOST_BINS, 1.0) / MOST_BINS)
    first, last = math.floor(low / width), math.floor(high / width) + 1
    return np.asarray(np.arange(first, last + 1) * width, dtype=float)


def round_up(amount: float) -> float:
    """The next round amount: 1, 2, 2.5 or 5 with noughts."""
    power = 10.0 ** math.floor(math.log10(amount))
    return next(step * power for step in NICE if step * power >= amount * (1 - 1e-9))


def payback_chart(found: Tried, speech: Speech) -> Chart:
    """How many of 100 have their money back by the end of each month."""
    _ = speech.text
    back, runs = found.odds.payback_by, found.odds.runs
    months = range(len(back))
    when = [speech.calendar(month) for month in months]
    label: list[str | None] = [None] * len(back)
    label[-1] = _("{count} of 100").format(count=odds_in_words.count(float(back[-1]), speech, runs))
    rows = tuple(
        Row(row_title(month, when[month], speech), (odds_in_words.count(float(back[month]), speech, runs),))
        for month in months
    )
    return Chart(
        odds_specs.payback(speech.language, specs.month_step(len(back) - 1)),
        {"month": list(months), "when": when, "people": back * PEOPLE, "label": label},
        sentences.payback(found, speech),
        Table(_("Money back by the end of the month, people of 100"), (_("Month"), _("Money back")), rows),
    )


def ranks_chart(found: Tried, speech: Speech) -> Chart:
    """How many of 100 are ever paid as each rank, or a higher one; nothing to draw where nobody is."""
    _ = speech.text
    shares = dict(zip(found.case.company.rank_names, found.odds.ranks, strict=True))
    if not any(shares.values()):
        shares = {}
    caption = _("Ever paid as the rank or a higher one, people of 100")
    return bars(shares, sentences.ranks(found, speech), caption, _("Rank"), speech, found.odds.runs)


def downline_chart(found: Tried, speech: Speech) -> Chart:
    """How many of 100 have a downline of each size; nothing to draw where nobody ever joins."""
    _ = speech.text
    sizes = {sentences.size(each, speech): each.share for each in found.odds.downline}
    if len(sizes) == 1:
        sizes = {}
    caption = _("People who ever join below, people of 100")
    return bars(sizes, sentences.downline(found, speech), caption, _("Who joins below"), speech, found.odds.runs)


def bars(shares: dict[str, float], sentence: str, caption: str, title: str, speech: Speech, runs: int) -> Chart:
    """Shares of the runs by name as people of 100, in their order."""
    _ = speech.text
    counts = [odds_in_words.count(share, speech, runs) for share in shares.values()]
    labels = [
        _("{name}: {count} of 100").format(name=name, count=count) for name, count in zip(shares, counts, strict=True)
    ]
    return Chart(
        named_bars(speech.language, specs.UNCERTAIN),
        {"place": list(range(len(shares))), "label": labels, "length": [PEOPLE * share for share in shares.values()]},
        sentence,
        Table(
            caption,
            (title, _("People of 100")),
            tuple(Row(name, (each,)) for name, each in zip(shares, counts, strict=True)),
        ),
    )
