"""An income disclosure in words: of whom, where and when, its columns, and a line for each group."""

from collections.abc import Iterator

from planner.analysis.company.band_columns import COLUMNS, PER_UNIT, TENTHS, TIME_IN, shares_of, unit_of
from planner.analysis.company.in_words import COUNTED, LISTED, figure_in_words, in_currency, period_in_words
from planner.inputs.company.disclosure import Band, Distribution, ShareColumn
from planner.speech import Speech

IN_A_SENTENCE = ("count", "mean", "median", "at_least", "below")  # columns with words of their own
LATER = tuple(column for column in COLUMNS if column.name not in IN_A_SENTENCE)


def share_columns_in_words(entry: Distribution, speech: Speech) -> tuple[str, ...]:
    """A line for each further column of shares: what it is called, of whom, how many they are, its footnote."""

    def line(column: ShareColumn) -> str:
        people = figure_in_words(column.population, "people", speech) if column.population else ""
        parts = (speech.told(column.title), speech.told(column.of_whom), people, speech.told(column.note))
        return LISTED.join(part for part in parts if part)

    return tuple(line(column) for column in entry.share_columns.values())


def bands_in_words(entry: Distribution, speech: Speech) -> tuple[str, ...]:
    """A line for each band: how many, and what they received as far as it is published."""
    spoken = in_currency(entry.currency, speech)
    return tuple(LISTED.join(_band(band, entry, spoken)) for band in entry.bands)


def _band(band: Band, entry: Distribution, speech: Speech) -> Iterator[str]:
    """All columns of a row, then its own footnote."""
    yield speech.told(band.title)
    if band.share is not None:
        yield figure_in_words(band.share, "share", speech)
    for name, share in shares_of(band, entry):
        yield f"{speech.told(entry.share_columns[name].title)}: {figure_in_words(share, 'share', speech)}"
    if band.time_in in TIME_IN:
        yield speech.text(TIME_IN[band.time_in])
    if band.count is not None:
        yield figure_in_words(band.count, "people", speech)
    yield from _amounts(band, PER_UNIT[entry.per], speech)
    for column in LATER:
        value = getattr(band, column.name)
        if value is not None:
            yield f"{speech.text(column.words)}: {figure_in_words(value, unit_of(column, entry.per), speech)}"
    if band.note is not None:
        yield speech.told(band.note)


def _amounts(band: Band, money: str, speech: Speech) -> Iterator[str]:
    """Between which amounts, and what on average and in the middle."""
    _ = speech.text

    def amount(value: float) -> str:
        return figure_in_words(value, money, speech)

    if band.at_least is not None and band.below is not None:
        low = figure_in_words(band.at_least, "money", speech)
        yield _("from {start} to {end}").format(start=low, end=amount(band.below))
    elif band.at_least is not None:
        yield _("from {start}").format(start=amount(band.at_least))
    elif band.below is not None:
        yield _("up to {amount}").format(amount=amount(band.below))
    if band.mean:
        yield _("on average {amount}").format(amount=amount(band.mean))
    if band.median is not None:
        yield _("half of them at most {amount}").format(amount=amount(band.median))


def base_in_words(entry: Distribution, speech: Speech) -> str:
    """Of whom, where and when a disclosure tells, and whether what they spent has been taken off."""
    _ = speech.text
    parts = [_("Counted: {people}").format(people=speech.told(entry.of_whom))]
    if entry.population is not None:
        parts.append(figure_in_words(entry.population, "people", speech))
    if entry.left_out is not None:
        parts.append(_("left out: {people}").format(people=speech.told(entry.left_out)))
    if entry.time_in in TIME_IN:
        parts.append(_(TIME_IN[entry.time_in]))
    when = period_in_words(entry.period, speech)
    parts += [speech.told(entry.market), when, _(COUNTED[entry.counted])]
    if entry.tenths in TENTHS:
        parts.append(_(TENTHS[entry.tenths]))
    return LISTED.join(parts)
