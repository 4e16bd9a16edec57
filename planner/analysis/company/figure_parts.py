"""What an entry of a company's file says, figure by figure: one for each step of a scale, or band of a disclosure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.analysis.company.band_columns import COLUMNS, shares_of, unit_of
from planner.analysis.company.in_words import (
    BREAKAWAY,
    DIFFERENTIAL,
    NOT_PAID_ON,
    PASSED_OVER,
    STILL_COUNT,
    figure_in_words,
    returns_in_words,
)
from planner.analysis.company.readings import reading_of
from planner.inputs.cited.figure import Cited, Figure, Rule
from planner.inputs.company.buy_back import BuyBackPeriod, NoLimit
from planner.inputs.company.company import Component
from planner.inputs.company.disclosure import Band, Distribution
from planner.inputs.company.orders import FreightTable
from planner.inputs.company.pay_rules import Choice, Rank, Ranks, Stairstep, StepsWithoutPoints, Unilevel
from planner.inputs.company.prices import Prices
from planner.inputs.company.record import Enforcement, Stated
from planner.language import mark
from planner.speech import Speech

OUTCOMES = {
    "court_finding": mark("a finding of a court or an authority"),
    "settlement": mark("a settlement without a finding or an admission"),
    "consent_order": mark("agreed orders for the future"),
    "other_offence": mark("another offence than how the company sells and pays"),
    "warning": mark("a warning, which decides nothing"),
    "self_regulation": mark("a review by the trade's own body, which is no authority"),
    "accusation": mark("an accusation"),
    "aftermath": mark("what followed"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """place: within the entry; empty for the entry itself. value: None where it is a rule in words."""

    place: str
    text: str
    value: float | None = None
    unit: str = ""
    currency: str | None = None


def parts_of(entry: Cited, speech: Speech) -> Iterator[Part]:
    """The figures of an entry, in its order; money in the company's currency where none is named."""
    match entry:
        case Figure():
            text = getattr(entry, "text", None)
            currency = entry.currency if isinstance(entry, Stated) else None
            yield Part("", speech.told(text), entry.value, entry.unit, currency)
            if isinstance(entry, BuyBackPeriod):
                yield from _period(entry, speech)
        case Rule() | Component():
            yield Part("", speech.told(entry.text))
        case Choice() | NoLimit():
            yield Part("", speech.text(reading_of(entry)))
        case Enforcement():
            yield _enforcement(entry, speech)
        case FreightTable():
            yield from _freight(entry, speech)
        case Distribution():
            yield from _distribution(entry, speech)
        case Ranks():
            for number, row in enumerate(entry.rows, start=1):
                yield from _rank(row, f"rows[{number}]", speech)
        case _:
            yield from _rates(entry, speech)


def _period(entry: BuyBackPeriod, speech: Speech) -> Iterator[Part]:
    """For how long goods could be returned, who paid the freight, and that only some had these terms."""
    _, beside = speech.text, returns_in_words(entry, speech)
    if entry.window_months is not None:
        text = _(mark("how old returned goods may be"))
        yield Part("window_months", text, entry.window_months, "months")
    for place, words in beside.items():
        if place != "window_months":
            yield Part(place, words)


def _freight(table: FreightTable, speech: Speech) -> Iterator[Part]:
    words = speech.text(mark("freight of an order whose goods cost you {cost} or more"))
    for number, step in enumerate(table.steps, start=1):
        cost = figure_in_words(step.from_cost, "money", speech)
        yield Part(f"steps[{number}].amount", words.format(cost=cost), step.amount, "money")


def _rates(entry: Cited, speech: Speech) -> Iterator[Part]:
    _ = speech.text
    match entry:
        case Prices():
            words = _(mark("of the shop price, from {points} points bought since joining"))
            for number, step in enumerate(entry.steps, start=1):
                text = words.format(points=speech.number(step.lifetime_points))
                yield Part(f"steps[{number}].wholesale_share", text, step.wholesale_share, "share")
        case Unilevel():
            words = _(mark("level {level}"))
            for level, rate in enumerate(entry.rates, start=1):
                yield Part(f"rates[{level}]", words.format(level=level), rate, "share")
            yield Part("compression", _(PASSED_OVER if entry.compression else STILL_COUNT))
            if not entry.pays_on_inactive:
                yield Part("pays_on_inactive", _(NOT_PAID_ON))
        case StepsWithoutPoints():
            for number, rate in enumerate(entry.rates, start=1):
                yield Part(f"rates[{number}]", "", rate, "share")
        case Stairstep():
            yield Part("", _(DIFFERENTIAL))
            if entry.breakaway:
                yield Part("breakaway", _(BREAKAWAY))


def _rank(row: Rank, place: str, speech: Speech) -> Iterator[Part]:
    """What the rank asks for in a month, and its rate."""
    conditions = {
        "personal_volume": (mark("own points"), "points_a_month"),
        "group_volume": (mark("points of the group"), "points_a_month"),
        "leg_count": (mark("legs with the points below"), "count"),
        "leg_volume": (mark("points of each of these legs"), "points_a_month"),
        "frontline": (mark("active recruits of your own"), "people"),
        "rate": (mark("rate"), "share"),
    }
    for name, (title, unit) in conditions.items():
        value = getattr(row, name)
        if value:
            yield Part(f"{place}.{name}", f"{row.name}: {speech.text(title)}", value, unit)


def _distribution(entry: Distribution, speech: Speech) -> Iterator[Part]:
    whole = f"{speech.told(entry.title)} ({speech.told(entry.of_whom)})"
    if entry.population is None:
        yield Part("", whole)
    else:
        yield Part("population", whole, entry.population, "people")
    for name, column in entry.share_columns.items():
        words = f"{speech.told(column.title)} ({speech.told(column.of_whom)})"
        note = speech.told(column.note)
        words = f"{words}. {note}" if note else words
        yield Part(f"share_columns.{name}", words, column.population, "people" if column.population else "")
    for number, band in enumerate(entry.bands, start=1):
        yield from _band(band, f"bands[{number}]", entry, speech)


def _band(band: Band, place: str, entry: Distribution, speech: Speech) -> Iterator[Part]:
    """Every column of the row; its own footnote stands with the first."""
    title, note = speech.told(band.title), speech.told(band.note)
    parts = []
    if band.share is not None:
        parts.append(Part(f"{place}.share", f"{title}: {speech.text(mark('share'))}", band.share, "share"))
    for name, share in shares_of(band, entry):
        words = f"{title}: {speech.told(entry.share_columns[name].title)}"
        parts.append(Part(f"{place}.shares.{name}", words, share, "share"))
    for column in COLUMNS:
        value = getattr(band, column.name)
        if value is not None:
            unit, words = unit_of(column, entry.per), f"{title}: {speech.text(column.words)}"
            parts.append(Part(f"{place}.{column.name}", words, value, unit, entry.currency))
    first, *others = parts or [Part(place, title)]
    yield replace(first, text=f"{first.text}. {note}") if note else first
    yield from others


def _enforcement(entry: Enforcement, speech: Speech) -> Part:
    """Who did what when; the outcome is named before what was said."""
    outcome, body = speech.text(OUTCOMES[entry.outcome]), speech.told(entry.body)
    text = f"{entry.date}, {body}, {outcome}: {speech.told(entry.text)}"
    if entry.amount is None:
        return Part("", text)
    return Part("amount", text, entry.amount, "money", entry.currency)
