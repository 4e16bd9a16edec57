"""What stands on the folds of the company's page: what each is about, and its leading figure or how much is in it."""

from collections.abc import Iterable
from math import inf

from pages.parts.company.answer import DECIMALS, of_100
from planner.analysis.catalogue.bands import standings
from planner.analysis.company.citation import is_ones_own
from planner.analysis.company.contract import PLAN_KINDS
from planner.analysis.company.coverage import parts_computed
from planner.analysis.company.in_words import figure_in_words
from planner.analysis.company.joining_cost import joining_cost
from planner.inputs.cited.figure import Figure
from planner.inputs.company.company import Company
from planner.inputs.terms import Terms
from planner.speech import Speech


def joining(company: Company, terms: Terms, speech: Speech) -> str:
    """What the first year costs at least; nothing where no amount is known."""
    _, found = speech.text, joining_cost(company, terms)
    if not found.first_year and not found.year_whole:
        return ""
    amount = figure_in_words(round(found.first_year, DECIMALS), "money", speech)
    if found.year_whole:
        return _("{amount} in the first year").format(amount=amount)
    return _("at least {amount} in the first year").format(amount=amount)


def earning(terms: Terms, speech: Speech) -> str:
    """What stays of the shop price, at first where it rises later."""
    _ = speech.text
    words = _("{kept} of every 100 at shop price")
    if len(terms.price_steps) > 1:
        words = _("{kept} of every 100 at shop price at first")
    return words.format(kept=of_100(1 - terms.price_steps[0][1], speech))


def paying(company: Company, terms: Terms, speech: Speech) -> str:
    """Of which kind the pay plan is, and how many of its parts are computed; of one's own rules, how many there are."""
    _, known = speech.text, company.plan_kind != "not_disclosed"
    kind = _(PLAN_KINDS[company.plan_kind]) if known else ""
    count, of_them = len(company.components), parts_computed(company, terms)
    parts = speech.plural("{count} part", "{count} parts", count) if count else ""
    if of_them.parts:
        parts = _("{computed} of {parts} parts computed").format(computed=of_them.computed, parts=of_them.parts)
    return ", ".join(filter(None, (kind, parts)))


def leaving(company: Company, speech: Speech) -> str:
    """What comes back for goods, and for how long; nothing where that is not known."""
    _, back = speech.text, company.buy_back
    if not isinstance(back.share, Figure):
        return ""
    said = _("{share} of every 100 back").format(share=of_100(back.share.value, speech))
    if back.longest is None:
        return said
    words = _("{share}, {window}") if back.longest == inf else _("{share} within {window}")
    return words.format(share=said, window=figure_in_words(back.longest, "months", speech))


def income(company: Company, speech: Speech) -> str:
    """How many records and single figures there are."""
    records, single = len(company.distributions), len(company.disclosures)
    counted = (
        speech.plural("{count} record", "{count} records", records) if records else "",
        speech.plural("{count} single figure", "{count} single figures", single) if single else "",
    )
    return ", ".join(filter(None, counted))


def staying(company: Company, speech: Speech) -> str:
    """How many figures on it there are."""
    count = len(company.retention)
    return speech.plural("{count} figure", "{count} figures", count)


def enforcement(company: Company, speech: Speech) -> str:
    """How often they acted."""
    count = len(company.enforcement)
    return speech.plural("{count} entry", "{count} entries", count) if count else nothing(company, speech)


def beside(company: Company, catalog: Iterable[Company], speech: Speech) -> str:
    """How many of the figures are published, and in how many the company is better than most others, or worse."""
    _, found = speech.text, standings(company, catalog)
    bands = [each.band for each in found]
    published = sum(each.known is not None for each in found)
    counted = (
        (_("{count} of {all} figures published"), published, True),
        (_("better in {count}"), bands.count("better"), False),
        (_("worse in {count}"), bands.count("worse"), False),
    )
    return ", ".join(text.format(count=count, all=len(bands)) for text, count, always in counted if count or always)


def nothing(company: Company, speech: Speech) -> str:
    """That nobody has anything on record; of one's own company, of which nobody looked for anything, no word."""
    _ = speech.text
    return "" if is_ones_own(company) else _("nothing on record")


def points(count: int, speech: Speech) -> str:
    """How many things are said."""
    return speech.plural("{count} point", "{count} points", count)
