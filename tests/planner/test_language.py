"""Each language writes and reads its own numbers, and refuses to guess at the other's."""

import datetime
import math
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from babel.numbers import format_decimal
from babel.numbers import format_percent as babel_format_percent
from hypothesis import given
from hypothesis import strategies as st

from planner.language import (
    LANGUAGES,
    Language,
    NotANumber,
    format_money,
    format_month,
    format_number,
    format_percent,
    language_of_environment,
    mark,
    parse_number,
    preferred_language,
    translations,
)

NBSP = "\u00a0"
MINUS = "\u2212"
finite = st.floats(allow_nan=False, allow_infinity=False)
languages = st.sampled_from(list(LANGUAGES))


@pytest.mark.parametrize(
    ("value", "decimals", "english", "swedish"),
    [
        (1234567.5, 2, "1,234,567.50", f"1{NBSP}234{NBSP}567,50"),
        (-1234, 0, f"{MINUS}1,234", f"{MINUS}1{NBSP}234"),
        (999, 0, "999", "999"),
        (0, 2, "0.00", "0,00"),
        (-0.0, 0, "0", "0"),
        (-0.4, 0, "0", "0"),  # rounds to nothing, so no minus
        (2.675, 2, "2.68", "2,68"),  # a half by its digits, although the binary value is a hair below
        (2.5, 0, "2", "2"),  # halves to even
        (3.5, 0, "4", "4"),
        (1000, None, "1,000", f"1{NBSP}000"),
        (0.031, None, "0.031", "0,031"),
        (-12345.75, None, f"{MINUS}12,345.75", f"{MINUS}12{NBSP}345,75"),
        (1e22, None, "10,000,000,000,000,000,000,000", NBSP.join(["10"] + ["000"] * 7)),
        (1e-7, None, "0.0000001", "0,0000001"),
    ],
)
def test_a_number_is_written_as_each_language_writes_it(
    value: float, decimals: int | None, english: str, swedish: str
) -> None:
    assert format_number(value, "en", decimals) == english
    assert format_number(value, "sv", decimals) == swedish


@given(st.floats(min_value=-1e12, max_value=1e12), languages, st.integers(0, 4))
def test_numbers_agree_with_the_locale_data(value: float, language: Language, decimals: int) -> None:
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    # abs() of a rounded nothing drops its minus; English locale data has a hyphen where we set the typographic minus.
    expected = format_decimal(abs(exact) if exact == 0 else exact, pattern, locale=language).replace("-", MINUS)
    assert format_number(value, language, decimals) == expected


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_never_shown(value: float) -> None:
    with pytest.raises(ValueError, match="must be finite"):
        format_number(value, "en")


@pytest.mark.parametrize(
    ("currency", "language", "written"),
    [
        ("USD", "en", f"{MINUS}1,234{NBSP}USD"),
        ("SEK", "en", f"{MINUS}1,234{NBSP}SEK"),
        ("USD", "sv", f"{MINUS}1{NBSP}234{NBSP}USD"),
        ("SEK", "sv", f"{MINUS}1{NBSP}234{NBSP}kr"),
        ("NOK", "sv", f"{MINUS}1{NBSP}234{NBSP}NOK"),  # "kr" is Swedish only, or three currencies would look alike
    ],
)
def test_money_always_has_its_unit(currency: str, language: Language, written: str) -> None:
    assert format_money(-1234, currency, language) == written


def test_a_percentage_is_written_as_each_language_writes_it() -> None:
    assert format_percent(0.125, "en", 1) == "12.5%"
    assert format_percent(-0.125, "sv", 1) == f"{MINUS}12,5{NBSP}%"
    assert format_percent(0.07, "en", None) == "7%"  # 0.07 * 100 is 7.000000000000001
    assert format_percent(0.3, "en") == babel_format_percent(0.3, locale="en")
    assert format_percent(0.3, "sv") == babel_format_percent(0.3, locale="sv")


def test_a_month_is_written_as_each_language_writes_it() -> None:
    assert format_month(datetime.date(2027, 1, 31), "en") == "Jan 2027"
    assert format_month(datetime.date(2027, 1, 31), "sv") == "jan. 2027"
    assert format_month(datetime.date(2027, 5, 1), "sv") == "maj 2027"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("1234", 1234),
        ("1,234,567.5", 1234567.5),
        ("1 234 567.5", 1234567.5),
        (f"12{NBSP}345", 12345),
        ("2,345", 2345),
        ("  7.25\t", 7.25),
        (".5", 0.5),
        ("-3", -3),
        (f"{MINUS} 3", -3),
        ("\u20133", -3),  # an en dash
    ],
)
def test_english_numbers_are_read(text: str, number: float) -> None:
    assert parse_number(text, "en") == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("1234", 1234),
        ("2 345,75", 2345.75),
        (f"1{NBSP}234{NBSP}567,5", 1234567.5),
        ("1\u202f234", 1234),  # narrow no-break space
        ("1\u2009234", 1234),  # thin space
        ("1\u3000234", 1234),  # ideographic space
        ("2,345", 2.345),
        (" 7,25 ", 7.25),
        (",5", 0.5),
        (f"{MINUS}1 234,5", -1234.5),
    ],
)
def test_swedish_numbers_are_read(text: str, number: float) -> None:
    assert parse_number(text, "sv") == number


NEVER = [
    "", " ", "-", ".", ",", "NaN", "nan", "Infinity", "inf", "-inf", "1e5", "1E5", "1_000", "0x10", "twelve", "12 kr",
    "5%", "--5", "5-", "1 23", "12 34", "1234 567", "1  234", "1 2345", "1\n234", "1.2.3", "1,2,3", "1.", "1,",
    "\uff11\uff12", "\u0661\u0662", "1\u00b2", "½", "9" * 400,
]  # fmt: skip
ENGLISH_NEVER = [
    "2 345,75",
    "1,23",
    "1,2345",
    "12,34,567",
    "1234,567",
    "0,123",
    "1,234 567",
    "1 234,567",
    "1,234.5,6",
    ",5",
]
SWEDISH_NEVER = ["2.5", "1.234", "2 345.75", "1.234,50", "1,234,567", "1,234.5", "0 123", ".5", "1,5 000"]


@pytest.mark.parametrize(
    ("text", "language"),
    [(text, language) for text in NEVER for language in LANGUAGES]
    + [(text, "en") for text in ENGLISH_NEVER]
    + [(text, "sv") for text in SWEDISH_NEVER],
)
def test_what_would_be_a_guess_is_refused(text: str, language: Language) -> None:
    with pytest.raises(NotANumber) as refusal:
        parse_number(text, language)
    assert refusal.value.text == text


@given(finite, languages)
def test_a_number_written_in_full_reads_back_exactly(value: float, language: Language) -> None:
    assert parse_number(format_number(value, language, decimals=None), language) == value


@given(st.integers(-(10**14), 10**14), st.integers(0, 2), languages)
def test_a_rounded_number_reads_back_as_what_was_shown(units: int, decimals: int, language: Language) -> None:
    value = units / 10**decimals
    assert parse_number(format_number(value, language, decimals), language) == value


@given(st.text(alphabet="0123456789.,- \u00a0\u2212eE_+naif", max_size=12), languages)
def test_any_text_is_a_finite_number_or_refused(text: str, language: Language) -> None:
    try:
        number = parse_number(text, language)
    except NotANumber:
        return
    assert math.isfinite(number)
    assert math.copysign(1, number) == 1 or number < 0  # never minus zero


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("sv", "sv"),
        ("sv-SE", "sv"),
        ("SV_fi", "sv"),
        ("sv_SE.UTF-8", "sv"),
        ("en-GB", "en"),
        ("svx", "en"),
        ("de-DE", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_language_preferred(tag: str | None, language: Language) -> None:
    assert preferred_language(tag) == language


def test_the_shell_names_its_language_in_a_fixed_order() -> None:
    assert language_of_environment({"LANG": "sv_SE.UTF-8"}) == "sv"
    assert language_of_environment({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "sv_SE.UTF-8"}) == "en"
    assert language_of_environment({"LC_ALL": "sv_SE", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}) == "sv"
    assert language_of_environment({"LC_ALL": "", "LANG": "sv_SE"}) == "sv"  # empty counts as unset
    assert language_of_environment({}) == "en"


def test_english_words_are_the_msgids_and_swedish_come_from_the_catalogue() -> None:
    assert mark("Any words") == "Any words"
    assert translations("en").gettext("Any words") == "Any words"
    assert translations("sv").info()["language"] == "sv"  # the header of the .po file arrived
    assert translations("sv") is translations("sv")  # read once
