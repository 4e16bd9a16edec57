"""What a field shows reads back to the value it shows, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shared.fields.reading import as_typed, read, written
from planner.errors import Fault
from planner.inputs.plan.plan import default_plan
from planner.inputs.wanted import WANTED
from planner.language import Language
from planner.speech import Speech

LANGUAGES: tuple[Language, ...] = ("en", "sv")
AMOUNTS = st.floats(0, 1e9, allow_nan=False)


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=AMOUNTS)
def test_a_number(language: Language, value: float) -> None:
    assert read(written(value, "money", language), "money", speech(language)) == value


@pytest.mark.parametrize("language", LANGUAGES)
@given(millionths=st.integers(0, 10**6))
def test_a_share_in_per_cent(language: Language, millionths: int) -> None:
    value = millionths / 10**6
    assert read(written(value, "share", language), "share", speech(language)) == value


@pytest.mark.parametrize("language", LANGUAGES)
@given(values=st.lists(AMOUNTS, min_size=1, max_size=12))
def test_a_list_by_month(language: Language, values: list[float]) -> None:
    assert read(written(values, "by_month", language), "by_month", speech(language)) == values


@given(text=st.text(max_size=30))
def test_any_text_is_a_number_or_a_fault(text: str) -> None:
    for language in LANGUAGES:
        for unit in ("money", "share", "months", "by_month"):
            assert isinstance(read(text, unit, speech(language)), (int, float, list, Fault))


def test_months_are_whole() -> None:
    assert read("12", "months", speech("en")) == 12
    assert isinstance(read("12", "months", speech("en")), int)
    assert isinstance(read("1.5", "months", speech("en")), Fault)


@pytest.mark.parametrize("text", ["20", "20%", "20 %", "20\N{NO-BREAK SPACE}% "])
def test_a_share_may_carry_its_sign(text: str) -> None:
    assert read(text, "share", speech("en")) == 0.2


@pytest.mark.parametrize(
    ("language", "currency", "text", "amount"),
    [
        ("en", "USD", "$1,200", 1200.0),
        ("en", "USD", "300 USD", 300.0),
        ("en", "USD", "$1,200.50 usd", 1200.5),
        ("en", "USD", "\N{MINUS SIGN}$5", -5.0),
        ("en", "CAD", "$ 20", 20.0),
        ("en", "SEK", "SEK 1,200", 1200.0),
        ("sv", "SEK", "1\N{THIN SPACE}200\N{NARROW NO-BREAK SPACE}kr", 1200.0),
        ("sv", "SEK", "1 200:-", 1200.0),
        ("sv", "SEK", "300,-", 300.0),
        ("sv", "EUR", "300,-", 300.0),
        ("sv", "EUR", "€0,50", 0.5),
    ],
)
def test_an_amount_may_carry_its_currency(language: Language, currency: str, text: str, amount: float) -> None:
    assert read(text, "money", Speech.of(language, default_plan(currency))) == amount


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("sv", "$1,200", "Det kan vara 1 200 eller 1,20. Skriv det utan tecknet emellan, eller med två decimaler."),
        ("en", "USD 1.200", "This can be 1,200 or 1.20. Write it without the sign between, or with two decimals."),
    ],
)
def test_an_amount_that_is_another_in_another_country_is_asked_about(language: Language, text: str, said: str) -> None:
    speaks = speech(language)
    fault = read(text, "money", speaks)
    assert isinstance(fault, Fault)
    assert speaks.say_fault(fault).replace("\N{NO-BREAK SPACE}", " ") == said
    for plain, amount in (("1200", 1200), ("1 200", 1200), ("1,20" if language == "sv" else "1.20", 1.2)):
        assert read(plain, "money", speaks) == amount


@pytest.mark.parametrize("text", ["300 EUR", "€300", "300 kr", "¥300", "300 JPY"])
def test_an_amount_in_another_currency_is_refused_by_the_name_of_the_own_one(text: str) -> None:
    fault = read(text, "money", speech("en"))
    assert isinstance(fault, Fault)
    assert speech("en").say_fault(fault) == "Amounts here count in USD, and nothing is converted. State it in USD."


@pytest.mark.parametrize("text", ["$", "USD", "300 USD EUR", "300 usa", "abc EUR", "$ $ 5", "5 %"])
def test_what_is_no_currency_beside_a_number_is_no_amount(text: str) -> None:
    fault = read(text, "money", speech("en"))
    assert isinstance(fault, Fault)
    assert "not a number" in fault.message


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "5, 5, 5", [5, 5, 5]),
        ("en", "5,5,5", [5, 5, 5]),
        ("en", "1,200, 1,300", [1200, 1300]),
        ("en", "1,200; 5;", [1200, 5]),
        ("sv", "5, 5, 5", [5, 5, 5]),
        ("sv", "2,5, 3", [2.5, 3]),
        ("sv", "2,5; 3", [2.5, 3]),
        ("sv", "5,5", [5.5]),
    ],
)
def test_a_list_is_taken_with_commas_that_can_be_nothing_else(language: Language, text: str, numbers: list) -> None:
    assert read(text, "by_month", speech(language)) == numbers
    shares = [number / 100 for number in numbers]
    assert read(text, "shares", speech(language)) == pytest.approx(shares)


@pytest.mark.parametrize(
    ("language", "text", "paid"),
    [
        ("en", "25 % off", 0.75),
        ("en", "25% discount", 0.75),
        ("en", "-25 %", 0.75),
        ("en", "I pay 75 %", 0.75),
        ("en", "I pay 25 % less", 0.75),
        ("en", "75 % of the shop price", 0.75),
        ("en", "75", 0.75),
        ("sv", "27,5 % rabatt", 0.725),
        ("sv", "Jag betalar 72,5 %.", 0.725),
    ],
)
def test_a_price_is_read_as_people_are_told_it(language: Language, text: str, paid: float) -> None:
    assert read(text, "price", speech(language)) == paid


@pytest.mark.parametrize("text", ["a lot", "25 % commission", "25 % to 30 % off", "off", "I pay 75 USD"])
def test_what_says_no_price_is_answered_with_how_to_say_one(text: str) -> None:
    fault = read(text, "price", speech("en"))
    assert isinstance(fault, Fault)
    assert "“25 % off”" in fault.message


def test_a_list_that_could_be_one_number_is_asked_about() -> None:
    fault = read("1,200", "by_month", speech("en"))
    assert isinstance(fault, Fault)
    assert fault.parameters == {"one": "1,200;", "several": "1; 200"}
    assert read("1,200;", "by_month", speech("en")) == [1200]
    assert read("1; 200", "by_month", speech("en")) == [1, 200]
    assert isinstance(read("5,5,5", "by_month", speech("sv")), Fault)  # 5.5 and 5, or 5 and 5.5, or three numbers


@pytest.mark.parametrize(("text", "unit"), [("20%", "money"), ("%", "share"), ("20%%", "share"), ("2%0", "share")])
def test_a_sign_elsewhere_is_no_number(text: str, unit: str) -> None:
    fault = read(text, unit, speech("en"))
    assert isinstance(fault, Fault)
    assert fault.found == text


@pytest.mark.parametrize(
    ("language", "unit", "example"),
    [
        ("en", "share", "1.5"),
        ("sv", "share", "1,5"),
        ("sv", "people", "1,5"),
        ("sv", "months", "12"),
        ("en", "money", "2,345.75"),
    ],
)
def test_an_unreadable_number_is_answered_with_one_as_the_language_writes_it(
    language: Language, unit: str, example: str
) -> None:
    fault = read("x", unit, speech(language))
    assert isinstance(fault, Fault)
    assert fault.parameters == {"example": example}


@pytest.mark.parametrize("unit", ["money", "share", "months", "number"])
@pytest.mark.parametrize("text", ["", "  ", "\N{NO-BREAK SPACE}"])
def test_an_empty_text_is_a_value_only_where_the_field_may_be_empty(unit: str, text: str) -> None:
    assert read(text, unit, speech("en"), may_be_empty=True) is None
    assert isinstance(read(text, unit, speech("en")), Fault)
    assert isinstance(read("x", unit, speech("en"), may_be_empty=True), Fault)
    assert written(None, unit, "en") == ""


def test_a_choice_is_never_typed() -> None:
    with pytest.raises(ValueError, match="not typed"):
        read("never", "choice", speech("en"))


def speech(language: Language) -> Speech:
    return Speech.of(language, default_plan())


@pytest.mark.parametrize(("language", "whole"), [("en", "100%"), ("sv", "100\u00a0%")])
def test_a_share_typed_in_per_cent_is_not_answered_with_what_files_want(language: Language, whole: str) -> None:
    for kind in ("share_above_one", "answer_share", "rates_sum"):
        fault = as_typed(Fault("a.b", WANTED[kind]), "101", "share", "Level 1", speech(language))
        told = speech(language).say_fault(fault)
        assert whole in told
        assert "0.05" not in told
        assert "0,05" not in told
        assert told.startswith("Level 1")
    several = as_typed(Fault("pay", WANTED["rates_sum"]), "60; 50", "by_month", "Rates", speech(language))
    assert whole in speech(language).say_fault(several)
