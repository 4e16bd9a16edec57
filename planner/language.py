"""Words and numbers as a language writes them: translations, formatting, and reading of numbers that a person typed.

Knows gettext and Babel only, so the pages and the command line can both stand on it. The language is always an
argument, never a global setting: two people may read two languages in one process at the same time.
"""

import datetime
import gettext
import math
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

Language = Literal["en", "sv"]

# Each language under its own name, as a switch shows them.
LANGUAGES: dict[Language, str] = {"en": "English", "sv": "Svenska"}

LOCALE_FOLDER = Path(__file__).parents[1] / "locale"

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

# What people and spreadsheets put where a space or a minus is meant. All of them are read as the plain one.
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
_MINUSES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")

# A group never begins with a zero: "0,123" is somebody's decimal comma, not 123.
# Digits are [0-9], since \d also takes those of other scripts.
_SPACE_GROUPS = r"[1-9][0-9]{0,2}(?: [0-9]{3})+"
_COMMA_GROUPS = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+"
_NUMBER: dict[Language, re.Pattern[str]] = {
    "en": re.compile(rf"-? ?(?:(?:{_COMMA_GROUPS}|{_SPACE_GROUPS}|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)"),
    "sv": re.compile(rf"-? ?(?:(?:{_SPACE_GROUPS}|[0-9]+)(?:,[0-9]+)?|,[0-9]+)"),
}


class NotANumber(ValueError):
    """A text that is no number in the person's language; `text` is what was typed, to be shown back unchanged."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a number: {text!r}")
        self.text = text


def mark(text: str) -> str:
    """A text to be translated later, by whoever shows it; returned unchanged, and found by the extraction of texts."""
    return text


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """The words of a language, read once a process from its .po file; English needs none, its texts are the msgids."""
    if language == "en":
        return gettext.NullTranslations()
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / "joinwise.po").open("rb") as po_file:
        catalog = read_po(po_file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def in_every_language(english: str, **values: str) -> dict[Language, str]:
    """A marked text as a company's file holds it: in each language of the program, its placeholders filled."""
    return {language: translations(language).gettext(english).format(**values) for language in LANGUAGES}


def preferred_language(tag: str | None) -> Language:
    """The language for a tag such as "sv-SE" (a browser's) or "sv_SE.UTF-8" (a system's); English for any other."""
    return "sv" if tag and re.split(r"[-_.@]", tag.strip().lower())[0] == "sv" else "en"


def language_of_environment(environment: Mapping[str, str]) -> Language:
    """The language a shell asks for: the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty."""
    return preferred_language(next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None))


def format_number(value: float, language: Language, decimals: int | None = 0) -> str:
    """A number for reading: "−1,234.50" or, in Swedish, "−1 234,50" with no-break spaces.

    Exactly `decimals` of them are shown; None shows as many as the value has, which `parse_number` reads back exactly.
    Halves are rounded to even. A value that rounds to zero has no minus. ValueError for NaN and infinity.
    """
    if not math.isfinite(value):
        raise ValueError(f"a number to show must be finite, not {value}")
    # By way of repr, so that rounding sees the 2.675 that a person sees and not the binary fraction just below it.
    exact = Decimal(repr(float(value)))
    in_english = f"{exact.normalize():z,f}" if decimals is None else f"{exact:z,.{decimals}f}"
    return in_english.translate(_separators(language))


def format_money(value: float, currency: str, language: Language, decimals: int = 0) -> str:
    """An amount with its unit, which is always shown: "−1,234 USD", in Swedish "−1 234 kr" or "−1 234 USD"."""
    return f"{format_number(value, language, decimals)}{NO_BREAK_SPACE}{currency_unit(currency, language)}"


def currency_unit(currency: str, language: Language) -> str:
    """A currency (ISO 4217 code) as it stands after an amount: its code, but "kr" for Swedish kronor in Swedish."""
    return "kr" if (currency, language) == ("SEK", "sv") else currency


def currency_codes() -> frozenset[str]:
    """Every currency that there is or was (ISO 4217 codes)."""
    return frozenset(_locale("en").currencies)


def format_percent(fraction: float, language: Language, decimals: int | None = 0) -> str:
    """A fraction as a percentage: 0.125 is "12.5%" with one decimal, in Swedish "12,5 %"."""
    # In decimal, since 0.07 * 100 is 7.000000000000001 in binary.
    percentage = float(Decimal(repr(float(fraction))) * 100)
    sign: str = _locale(language).percent_formats[None].suffix[0]
    return format_number(percentage, language, decimals) + sign


@cache
def format_month(date: datetime.date, language: Language) -> str:
    """A calendar month, short: "Jan 2027", in Swedish "jan. 2027". Remembered: a page writes the same months often."""
    return format_date(date, "MMM y", locale=_locale(language))


def date_in_words(written: str, language: Language) -> str:
    """A day, a month or a year, written "2016-07-15", "2016-07" or "2016": "15 July 2016", "July 2016", "2016"."""
    known = [int(part) for part in written.split("-")]
    year, month, day = (*known, 1, 1)[:3]
    pattern = ("y", "MMMM y", "d MMMM y")[len(known) - 1]
    return format_date(datetime.date(year, month, day), pattern, locale=_locale(language))


def month_name(month: int, language: Language) -> str:
    """A calendar month of any year, 1 to 12, within a sentence: "January", in Swedish "januari"."""
    return format_date(datetime.date(2000, month, 1), "MMMM", locale=_locale(language))


def territory_name(code: str, language: Language) -> str:
    """A country or a part of the world by its code in the language data: "SE", or "150", which is Europe."""
    name: str = _locale(language).territories[code]
    return name[:1].upper() + name[1:]


def tidied(text: str) -> str:
    """A typed text with plain spaces and minuses, and none of the spaces around it."""
    return _MINUSES.sub("-", _SPACES.sub(" ", text)).strip(" ")


def parse_number(text: str, language: Language) -> float:
    """The number that a person typed, read by their language's rules with nothing guessed.

    Any kind of space may pad the number or group its thousands, and any kind of dash is a minus; English also groups
    with commas. Groups must stand where they belong, and the other language's decimal sign is refused, so a text has
    one reading in its language or none. Raises NotANumber for all else: an empty text, "NaN", "1e5", "1,23" in English,
    digits of other scripts, numbers too large to hold.
    """
    plain = tidied(text)
    if not _NUMBER[language].fullmatch(plain):
        raise NotANumber(text)
    ungrouped = plain.replace(" ", "")
    number = float(ungrouped.replace(",", "." if language == "sv" else ""))
    if not math.isfinite(number):
        raise NotANumber(text)
    return number + 0.0  # "-0" is 0


@cache
def _locale(language: Language) -> Locale:
    return Locale.parse(language)


@cache
def _separators(language: Language) -> dict[int, str]:
    symbols = _locale(language).number_symbols["latn"]
    # The typographic minus in English too, where the locale data has the hyphen: a line may break after a hyphen.
    return str.maketrans({",": symbols["group"], ".": symbols["decimal"], "-": MINUS})
