"""What a company of one's own says at each place, in words: titles, units, where it is from, what was published."""

from typing import Any

from planner.analysis.company.citation import KINDS, year_in_words
from planner.analysis.company.facts import NOT_DISCLOSED, TITLES
from planner.analysis.company.in_words import figure_in_words, in_currency, price_steps, rank_conditions, rule_in_words
from planner.analysis.company.readings import AT
from planner.inputs.cited.figure import YOURS, Asked, Cited, NotFound, Rule, Unit
from planner.inputs.company.buy_back import NoLimit
from planner.inputs.company.company import Company, entry_at
from planner.inputs.company.orders import FreightTable
from planner.inputs.company.pay_rules import Choice
from planner.inputs.own_company.parts import other_parts
from planner.inputs.own_company.places import (
    FREIGHT,
    LEVELS,
    PERIODS,
    PRICES,
    RANKS,
    REACHED_STEP,
    UNTIL,
    is_yours,
    place_of,
)
from planner.language import currency_unit, date_in_words, format_percent, mark
from planner.speech import Speech

TITLES_HERE = {
    REACHED_STEP: mark("From when a lower price holds"),
    "buy_back.clawback_share": mark("Share of the pay on returned goods that is taken back"),
    FREIGHT: mark("Who pays the freight of returned goods"),
    "joining.website_free_months": mark("Months without website fee"),
    UNTIL: mark("Until when these rules of pay held (a day, a month or a year)"),
    PERIODS: mark("Returns at other times"),
}
UNITS: dict[Unit, str] = {
    "money_a_month": mark("{currency} a month"),
    "money_a_year": mark("{currency} a year"),
    "share": "%",
    "points_a_month": mark("points a month"),
    "months": mark("months"),
    "money": "{currency}",
}
GROUPS = {
    "joining": mark("Joining"),
    "prices": mark("Prices and points"),
    "pay": mark("What the company pays"),
    "activity": mark("Staying active"),
    "buy_back": mark("Getting out"),
}
PARTS = {
    "name": mark("its name"),
    "market": mark("its market"),
    "currency": mark("its currency"),
    "territory": mark("its territory"),
    "status": mark("whether it is active"),
    "years": mark("the years of its figures"),
    "plan_kind": mark("the kind of its pay plan"),
    "about": mark("what is said of it"),
    "background": mark("its age and size"),
    "joining": mark("other costs of joining"),
    "margins": mark("its published margins"),
    "activity": mark("its rules for staying active"),
    "orders": mark("its freight by order"),
    "volume": mark("what gives points"),
    "pay": mark("its pay rules"),
    "ranks": mark("its ranks"),
    "components": mark("the parts of its pay"),
    "buy_back": mark("returns at other times"),
    "limits": mark("what is said not to be computed"),
    "distributions": mark("what members received by band"),
    "disclosures": mark("what members received"),
    "retention": mark("how many stay"),
    "enforcement": mark("what authorities and courts did"),
    "searched": mark("what was looked for and not found"),
    "sources": mark("its sources"),
}
PAYS_FREIGHT = {True: mark("the company"), False: mark("you"), None: mark("not known")}
SAYS_ITS_UNIT = ("joining.website_free_months", UNTIL)  # besides those of points, whose titles all do
WEAK = mark("weak source")
LISTED = " · "


def title(path: str, speech: Speech) -> str:
    """What a place is called."""
    return speech.text(TITLES.get(path) or TITLES_HERE[path])


def label(company: Company, path: str, speech: Speech) -> str:
    """What a place is called, with the unit in which it is typed."""
    words, unit = title(path, speech), place_of(path).unit_in(company)
    if path in SAYS_ITS_UNIT or unit not in UNITS:
        return words
    currency = currency_unit(company.currency, speech.language)
    return f"{words} ({speech.text(UNITS[unit]).format(currency=currency)})"


def stands(company: Company, path: str, speech: Speech) -> str:
    """What a company says at a place, in words on one line."""
    speech = in_currency(company.currency, speech)
    entry = entry_at(company, path)
    _ = speech.text
    if path == FREIGHT or (path in (UNTIL, PERIODS) and entry):
        return uncited(entry, speech)
    if entry is None and path == RANKS and company.pay.steps_without_points is not None:
        return _("not disclosed")
    if not entry:
        return _("nothing")
    if isinstance(entry, NotFound):
        return speech.say(NOT_DISCLOSED)
    if isinstance(entry, Asked):
        return _("assumed {value}").format(value=figure_in_words(entry.assumed, entry.unit, speech))
    if path == PRICES:
        return LISTED.join(price_steps(entry, speech))
    if isinstance(entry, Rule | Choice | FreightTable | NoLimit):
        return LISTED.join(rule_in_words(entry, speech))
    if path == LEVELS:
        rates = [format_percent(rate, speech.language, None) for rate in entry.rates]
        return LISTED.join([*rates, *(speech.say(NOT_DISCLOSED) for _level in entry.missing)])
    if path == RANKS:
        return "; ".join(rank_conditions(row, speech) for row in entry.rows)
    return figure_in_words(entry.value, entry.unit, speech)


def uncited(entry: Any, speech: Speech) -> str:
    """What carries no citation of its own: a date, who pays freight, or the sentences of periods."""
    if isinstance(entry, str):
        return date_in_words(entry, speech.language)
    if isinstance(entry, tuple):
        return " ".join(speech.told(period.text) for period in entry)
    return speech.text(PAYS_FREIGHT[entry])


def readings(path: str) -> dict[str | None, str]:
    """What a rule may be read as, and that it is not known."""
    return dict([(None, PAYS_FREIGHT[None]), *AT[path].items()])


def both(own: Company, base: Company, path: str, speech: Speech) -> tuple[str, str]:
    """What two companies say at a place; of ranks that are as many in both, only those that differ."""
    if path == RANKS and own.ranks and base.ranks and len(own.ranks.rows) == len(base.ranks.rows):
        pairs = [pair for pair in zip(own.ranks.rows, base.ranks.rows, strict=True) if pair[0] != pair[1]]
        if pairs:
            one, other = ("; ".join(rank_conditions(row, speech) for row in rows) for rows in zip(*pairs, strict=True))
            return one, other
    return stands(own, path, speech), stands(base, path, speech)


def rests_on(company: Company, path: str, speech: Speech) -> str:
    """Where what stands at a place is from: yours or published, with its year and source; or why there is nothing."""
    _ = speech.text
    entry = entry_at(company, path)
    if path == RANKS and entry is None:
        entry = company.pay.steps_without_points
    if isinstance(entry, NotFound):
        return speech.told(entry.not_found)
    if isinstance(entry, Asked):
        words = _("Assumed until you state it: {value}. {reason}")
        value = figure_in_words(entry.assumed, entry.unit, in_currency(company.currency, speech))
        return words.format(value=value, reason=speech.told(entry.reason))
    if path == FREIGHT and is_yours(company, path):
        return _(KINDS["yours"]).capitalize()
    return cited(company, entry, speech) if isinstance(entry, Cited) else ""


def cited(company: Company, entry: Cited, speech: Speech) -> str:
    """Whether an entry is yours or published, its year and source."""
    _ = speech.text
    year = year_in_words(entry.year, entry.read, speech)
    if entry.kind == YOURS:
        stated = _("Yours, stated in {year}").format(year=year)
        return stated if entry.formula is None else LISTED.join([stated, speech.told(entry.formula)])
    kind = _(KINDS[entry.kind]).capitalize()
    parts = [kind, *([_(WEAK)] if entry.grade == "weak" else []), year, _(company.sources[entry.source].title)]
    return LISTED.join(parts)


def published(own: Company, base: Company, path: str, speech: Speech) -> str:
    """What the published company says at a place, to stand beside a figure that differs."""
    _ = speech.text
    return _("Published: {value}").format(value=both(own, base, path, speech)[1])


def parts(own: Company, base: Company, speech: Speech) -> str:
    """What differs in a company beside the places, listed; empty where nothing does."""
    return speech.listed([speech.text(PARTS.get(part) or mark("another part")) for part in other_parts(own, base)])
