"""What an editor asks of a company of the catalogue beyond its schema: alike in both languages, plain, plausible.

`check` says it of a file before it is handed in, and the tests of the files that are shipped ask the same. A company
that a person made for themselves is not asked.
"""

import re
from collections.abc import Callable, Iterator
from typing import get_args
from urllib.parse import urlsplit

from planner.errors import Fault
from planner.inputs.cited.figure import Asked, Cited, Figure, Unit, Words
from planner.inputs.cited.records import records_of
from planner.inputs.company.company import Company, Territory
from planner.inputs.company.disclosure import ROUNDED
from planner.inputs.company.prices import Prices
from planner.inputs.company.record import Stated
from planner.language import mark, territory_name

# The most that a contract for one person comes near, by unit. Sales and people are told of whole companies.
LARGEST: dict[Unit, float] = {
    "money": 10_000,
    "money_a_month": 10_000,
    "money_a_year": 10_000,
    "share": 1,
    "points": 100_000,
    "points_a_month": 100_000,
    "months": 120,
    "month": 120,
    "days": 3650,
    "levels": 12,
    "people": 1e9,
    "countries": 200,
}
OF_WHOLE_COMPANIES = ("background", "disclosures", "distributions", "retention", "enforcement")
MOST_GROUP_POINTS, HIGHEST_RANK_RATE, LOWEST_PRICE = 2_000_000, 0.6, 0.4
MOST_PAID, MOST_OF_ALL = 3e6, 1e9  # to one person in a year; to all sellers, or people
LOADED = re.compile(r"\b(scam|fraud|bluff|bedrägeri|amazing|fantastisk)", re.IGNORECASE)
OF_A_PRICE = re.compile("margin|discount|retail", re.IGNORECASE)
YEAR = re.compile(r"\b(19|20)\d\d\b")
# How ids name a market, the territory that it is, and what is paid with there.
MARKETS = {"us": ("US", "USD"), "eu": ("150", "EUR"), "gb": ("GB", "GBP"), "se": ("SE", "SEK"), "ca": ("CA", "CAD"),
           "no": ("NO", "NOK"), "dk": ("DK", "DKK"), "fi": ("FI", "EUR"), "de": ("DE", "EUR"), "pl": ("PL", "PLN"),
           "ch": ("CH", "CHF"), "au": ("AU", "AUD"), "nz": ("NZ", "NZD")}  # fmt: skip

ALIKE = mark("The English and the Swedish text are the same. Write one in each language.")
OTHER_FIGURES = mark("The English and the Swedish text do not hold the same figures. Correct one of the two.")
UNCLEAN = mark("A text has spaces at an end, two spaces in a row, or an exclamation mark. Remove them.")
NOT_NEUTRAL = mark("A word here judges or praises. Say what was found, by whom, and no more.")
NO_ADDRESS = mark("A source of a real company has an address, a different one each. State where it was read.")
INVENTED_ADDRESS = mark("What was invented has no address. Remove it.")
NOT_BARE = mark("An address ends where the page is named: without a part of the page and without tracking. Shorten it.")
READ_TOO = mark("A figure with a year needs no day on which it was read. Remove read, or state the year as undated.")
LATER = mark("This year lies in the future. Correct it.")
INVENTED = mark("Invented figures belong to a fictional company, and to nothing else. Correct kind.")
WITHOUT_YEAR = mark("A published outcome says in its text of which year it is. Add it.")
TOO_LARGE = mark("No contract for one person comes near this figure. Check its unit and its decimal sign.")
NOTHING_ASSUMED = mark("Nothing is assumed until the person answers. State what is likely, with its reason.")
RATE_WITHOUT_RULE = mark("A rank has a rate, and nothing is paid by ranks. Remove it, or state the rule.")
NO_RULE = mark(
    "A part of the team's pay is called computed or asked, and pay holds no rule for it, or the other way round."
)
NOTHING_ASKED = mark("A part of the pay is called asked where nothing is asked of the person, or the other way round.")
MISCOUNTED = mark("The number of people does not fit the population or the share beside it. Correct one of them.")
OUTSIDE_ITS_BAND = mark("An average lies outside the band that it is of. Correct it.")
NO_CURRENCY = mark(
    "An amount that an authority names has a currency, and a currency has an amount. State both or neither."
)
OTHER_MARKET = mark(
    "The name of the file ends with its market, which is that of its territory and its currency, and for a historic "
    "company with a year after it that is one of its years. Correct what differs."
)
YEAR_IN_NAME = mark("The name of a historic company holds a year, so that nobody takes it for today's. Add it.")
TOO_CHEAP = mark(
    "No company sells to its sellers that cheaply. Check the share: it is what the seller pays of the shop price."
)
UNKNOWN_MARKET = mark(
    "The market of a disclosure is named as the language data names a territory. Correct its English name."
)


def faults_of_editing(company: Company, file: str, this_year: int) -> tuple[Fault, ...]:
    """All that an editor would send back of a company whose file can be read, in the order of the rules below.

    this_year: the year of the reading, which no figure is later than.
    """
    if company.yours:
        return ()
    rules = (_texts, _sources, _citations, _outcomes, _amounts, _steps_and_ranks, _components, _bands, _acts, _identity)
    found = [(place, message, shown) for rule in rules for place, message, shown in rule(company, this_year)]
    return tuple(Fault(place, message, shown, file) for place, message, shown in found)


Found = Iterator[tuple[str, str, str]]  # the place, what is wrong there, and what was found
Rule = Callable[[Company, int], Found]


def _texts(company: Company, _this_year: int) -> Found:
    for place, text in records_of(company):
        if not isinstance(text, Words):
            continue
        if text.en == text.sv:
            yield place, ALIKE, ""
        if plain_numbers(text.en, ",", ".") != plain_numbers(text.sv, "[ \N{NO-BREAK SPACE}]", ","):
            yield place, OTHER_FIGURES, ""
        if any(words != words.strip() or "!" in words or "  " in words for words in (text.en, text.sv)):
            yield place, UNCLEAN, ""
        if loaded := LOADED.search(f"{text.en} {text.sv}"):
            yield place, NOT_NEUTRAL, loaded[0]


def plain_numbers(text: str, thousands: str, decimal: str) -> list[float]:
    """The numbers of a text, written by the rules of its language."""
    found = re.findall(rf"\d+(?:{thousands}\d{{3}})*(?:{re.escape(decimal)}\d+)?", text)
    return sorted(float(re.sub(thousands, "", number).replace(decimal, ".")) for number in found)


def _sources(company: Company, _this_year: int) -> Found:
    known: set[str] = set()
    for key, source in company.sources.items():
        place, address = f"sources.{key}.address", source.address
        if company.status != "fictional" and (address is None or address in known):
            yield place, NO_ADDRESS, address or ""
        if company.status == "fictional" and address is not None:
            yield place, INVENTED_ADDRESS, address
        if address is not None:
            known.add(address)
            parts = urlsplit(address)
            if "." not in parts.netloc or "utm_" in parts.query or parts.fragment:
                yield place, NOT_BARE, address


def _citations(company: Company, this_year: int) -> Found:
    for place, entry in records_of(company):
        if not isinstance(entry, Cited):
            continue
        if entry.year != "undated" and entry.read is not None:
            yield f"{place}.read", READ_TOO, str(entry.read)
        if entry.year != "undated" and entry.year > this_year:
            yield f"{place}.year", LATER, str(entry.year)
        if (entry.kind == "invented") != (company.status == "fictional"):
            yield f"{place}.kind", INVENTED, entry.kind


def _outcomes(company: Company, _this_year: int) -> Found:
    if company.status == "fictional":
        return
    for number, outcome in enumerate(company.disclosures, start=1):
        if not YEAR.search(outcome.text.en):
            yield f"disclosures[{number}].text.en", WITHOUT_YEAR, ""


def _amounts(company: Company, this_year: int) -> Found:
    for place, entry in records_of(company):
        if place.partition(".")[0].partition("[")[0] in OF_WHOLE_COMPANIES:
            continue
        if isinstance(entry, Figure):
            if entry.value > LARGEST.get(entry.unit, this_year):
                yield f"{place}.value", TOO_LARGE, f"{entry.value:.15g}"
        elif isinstance(entry, Asked) and entry.assumed > LARGEST.get(entry.unit, this_year):
            yield f"{place}.assumed", TOO_LARGE, f"{entry.assumed:.15g}"
        elif isinstance(entry, Asked) and not entry.assumed:
            yield f"{place}.assumed", NOTHING_ASSUMED, "0"
    for place, outcome in records_of({"disclosures": company.disclosures, "retention": company.retention}):
        of_one = isinstance(outcome, Stated) and outcome.unit.startswith("money") and "together" not in outcome.text.en
        if isinstance(outcome, Stated) and outcome.value > (MOST_PAID if of_one else MOST_OF_ALL):
            yield f"{place}.value", TOO_LARGE, f"{outcome.value:.15g}"


def _steps_and_ranks(company: Company, _this_year: int) -> Found:
    for number, step in enumerate(company.prices.steps if isinstance(company.prices, Prices) else (), start=1):
        if step.wholesale_share < LOWEST_PRICE:
            yield f"prices.steps[{number}].wholesale_share", TOO_CHEAP, f"{step.wholesale_share:.15g}"
    for number, row in enumerate(company.ranks.rows if company.ranks else (), start=1):
        if row.group_volume > MOST_GROUP_POINTS:
            yield f"ranks.rows[{number}].group_volume", TOO_LARGE, f"{row.group_volume:.15g}"
        if (row.rate or 0) > HIGHEST_RANK_RATE:
            yield f"ranks.rows[{number}].rate", TOO_LARGE, f"{row.rate:.15g}"


def _components(company: Company, _this_year: int) -> Found:
    """What is called computed has a rule, or is the margin on the price; what is called asked has something asked."""
    pay, volume = company.pay, company.volume
    has_rule = pay.unilevel is not None or pay.stairstep is not None or bool(pay.plan and pay.plan.parts)
    counted = [each for each in company.components if each.standing != "not_computed"]
    of_a_team = [each for each in counted if not OF_A_PRICE.search(each.name.en)]
    computed = [each for each in of_a_team if each.standing == "computed"]
    unlike = bool(of_a_team) != (has_rule or pay.steps_without_points is not None)
    if (company.status != "fictional" and unlike) or (computed and not has_rule):
        yield "components", NO_RULE, ""
    if not has_rule and company.ranks and any(row.rate is not None for row in company.ranks.rows):
        yield "ranks.rows", RATE_WITHOUT_RULE, ""
    asks = has_rule and (
        isinstance(volume.commissionable_per_100_retail, Asked)
        or ((company.needs_points or pay.plan is not None) and isinstance(volume.points_per_100_retail, Asked))
        or (pay.unilevel is not None and bool(pay.unilevel.missing))
    )
    asked = any(each.standing == "asked" for each in company.components)
    if asked != asks and not (asked and (pay.steps_without_points is not None or isinstance(company.prices, Asked))):
        yield "components", NOTHING_ASKED, ""


def _bands(company: Company, _this_year: int) -> Found:
    names = {territory_name(territory, "en") for territory in get_args(Territory)}
    for number, entry in enumerate(company.distributions, start=1):
        if entry.market.en not in names:
            yield f"distributions[{number}].market.en", UNKNOWN_MARKET, entry.market.en
        for row, band in enumerate(entry.bands, start=1):
            place, whole = f"distributions[{number}].bands[{row}]", entry.population
            if band.count is not None and whole is not None:
                share = band.count / whole
                if share > 1 or (band.share is not None and abs(share - band.share) > ROUNDED + 0.001):
                    yield f"{place}.count", MISCOUNTED, str(band.count)
            for name, amount in (("mean", band.mean), ("median", band.median)):
                if amount is not None and not (band.at_least or 0) <= amount <= (band.below or amount):
                    yield f"{place}.{name}", OUTSIDE_ITS_BAND, f"{amount:.15g}"


def _acts(company: Company, this_year: int) -> Found:
    for number, act in enumerate(company.enforcement, start=1):
        if (act.amount is None) != (act.currency is None):
            yield f"enforcement[{number}].currency", NO_CURRENCY, act.currency or ""
        if int(act.date[:4]) > this_year:
            yield f"enforcement[{number}].date", LATER, act.date


def _identity(company: Company, _this_year: int) -> Found:
    if company.status == "fictional":
        return
    name, *rest = reversed(company.id.split("-")) if company.years else ("", *reversed(company.id.split("-")))
    market = MARKETS.get(rest[0]) if rest else None
    named = company.years is None or (name.isdigit() and company.years.first <= int(name) <= company.years.last)
    if market != (company.territory, company.currency) or not named:
        yield "", OTHER_MARKET, company.id
    if company.years is not None and not YEAR.search(company.name):
        yield "name", YEAR_IN_NAME, company.name
