"""A value of the plan as the text of a field, and what a person typed into it as a value again."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pages.shared.fields.signs import OtherCurrency, bare_amount, bare_price, bare_share, is_discount
from planner.errors import Fault
from planner.inputs.cited.figure import Unit
from planner.inputs.company.record import Day
from planner.inputs.file_text import short
from planner.inputs.wanted import WANTED
from planner.language import (
    Language,
    NotANumber,
    currency_unit,
    format_number,
    format_percent,
    mark,
    parse_number,
    tidied,
)
from planner.speech import Speech

# With their decimals; that of money shows groups of thousands.
EXAMPLES = {"money": (2345.75, 2), "months": (12, 0), "month": (3, 0)}
EXAMPLE = (1.5, 1)
COMMA = ","
LISTS = {"by_month": "number", "shares": "share"}  # what each number of a list is
BETWEEN = ";"  # the numbers of a list: neither a decimal sign nor a thousands sign in any language

NOT_A_NUMBER = mark("This is not a number as it is written here. Write it like {example}.")
NOT_WHOLE = mark("A whole number is wanted here, such as 12.")
NOT_A_PRICE = mark("Write it as you were told, such as “25 % off” or “I pay 75 %”.")
NOT_A_LIST = mark("Write the numbers with semicolons between them, such as {example}.")
ONE_OR_SEVERAL = mark("This can be one number or several. Write {one} if it is one, and {several} if it is several.")
OTHER_CURRENCY = mark("Amounts here count in {currency}, and nothing is converted. State it in {currency}.")
DAY: TypeAdapter[str] = TypeAdapter(Day)

THOUSANDS_OR_NOT = mark(
    "This can be {thousands} or {decimals}. Write it without the sign between, or with two decimals."
)
GROUP_OR_DECIMALS = re.compile(r"-? ?[1-9][0-9]{0,2}[.,][0-9]{3}")
# What is said of a share in files, where it is a fraction of 1, and of one that is typed in per cent.
PER_CENT = {
    WANTED["share_above_one"]: mark("This is too high. State {whole} or less."),
    WANTED["answer_share"]: mark("This is too high. State {whole} or less."),
    WANTED["rates_sum"]: mark("Each rate is {nothing} or more, and together they come to {whole} at most."),
}
LEFT_EMPTY = mark("left empty")
NOT_A_DAY = mark("Write a day, a month or a year of the calendar: {day}, {month} or {year}.")
EMPTY = mark("Nothing is stated here. Write a number, such as 0.")


def written(value: Any, unit: str, language: Language) -> str:
    """A value as its field shows it, without its unit; reads back to the same value (a share, to its 15th digit).

    None, where a field may be left empty, shows as nothing.
    """
    if value is None:
        return ""
    match unit:
        case "text" | "day":
            return str(value)
        case "by_month":
            numbers = [format_number(each, language, None) for each in value]
            return numbers[0] + BETWEEN if len(numbers) == 1 and "," in numbers[0] else f"{BETWEEN} ".join(numbers)
        case "share":
            # In decimal, since 0.07 * 100 is 7.000000000000001 in binary.
            return format_number(float(Decimal(repr(float(value))) * 100), language, None)
        case _:
            return format_number(value, language, None)


def typed_in(unit: Unit) -> str:
    """How a figure of a unit is typed: money in any period is money, and what is counted is a number."""
    if unit.startswith("money"):
        return "money"
    return unit if unit in ("share", "months", "month") else "number"


def read(text: str, unit: str, speech: Speech, *, may_be_empty: bool = False) -> Any | Fault:
    """The value that a text states in a unit, or why it states none. Bounds are the plan's business, not checked here.

    Amounts ("money", "rate") may carry the currency of the speech; a "share" is typed in per cent, with the sign or
    without; a "price" is what is paid of the shop price, as people are told it; "months" and a "month" are whole; a
    "day" is a day, a month or a year as files have it;
    "by_month" is a list of numbers, the first for month 1, and "shares" one of shares.
    may_be_empty: a text without anything in it states None. A "choice" is never typed.
    """
    if unit == "choice":
        raise ValueError("a choice is made from a list, not typed")
    if may_be_empty and not text.strip():
        return None
    if unit in ("text", "day"):
        return text.strip() if unit == "text" else _read_day(text)
    if unit in LISTS:
        return _read_list(text, unit, speech)
    off = unit == "price" and is_discount(text)
    try:
        bare = bare_amount(text, speech.currency) if unit in ("money", "rate") else text
        bare = {"share": bare_share, "price": bare_price}.get(unit, str)(bare)
        number = parse_number(bare, speech.language)
        if bare != text and unit == "money" and not number.is_integer() and GROUP_OR_DECIMALS.fullmatch(tidied(bare)):
            return _thousands_or_not(text, number, speech.language)
    except NotANumber:
        return _unreadable(text, unit, speech)
    except OtherCurrency:
        own = currency_unit(speech.currency, speech.language)
        return Fault("", OTHER_CURRENCY, short(text), parameters={"currency": own})
    if unit in ("months", "month"):
        return int(number) if number.is_integer() else Fault("", NOT_WHOLE, short(text))
    if unit not in ("share", "price"):
        return number
    return float((100 - Decimal(repr(number)) if off else Decimal(repr(number))) / 100)


def _read_day(text: str) -> str | Fault:
    """A day, a month or a year as files have it."""
    try:
        return DAY.validate_python(text.strip())
    except ValidationError:
        examples = {"day": "2026-11-23", "month": "2026-11", "year": "2026"}
        return Fault("", NOT_A_DAY, short(text), parameters=examples) if text.strip() else Fault("", EMPTY)


def _thousands_or_not(text: str, number: float, language: Language) -> Fault:
    """Of an amount with its currency and one sign before three digits: $1,200 is another amount in another country."""
    thousands, decimals = format_number(number * 1000, language), format_number(number, language, 2)
    return Fault("", THOUSANDS_OR_NOT, short(text), parameters={"thousands": thousands, "decimals": decimals})


def _read_list(text: str, unit: str, speech: Speech) -> list[Any] | Fault:
    """Numbers with semicolons between them, or with commas that are neither decimal signs nor group thousands."""
    parts = _parts(tidied(text).rstrip(f"{BETWEEN}, ") + (BETWEEN if BETWEEN in text else ""), speech.language)
    if len(parts) == 1 and COMMA in text and BETWEEN not in text and speech.language == "en":
        several = f"{BETWEEN} ".join(part.strip() for part in text.split(COMMA))
        one = f"{text.strip()}{BETWEEN}"
        return Fault("", ONE_OR_SEVERAL, short(text), parameters={"one": one, "several": several})
    values = [read(part, LISTS[unit], speech) for part in parts]
    return _unreadable(text, unit, speech) if any(isinstance(value, Fault) for value in values) else values


def _parts(text: str, language: Language) -> list[str]:
    """The texts of the numbers in a list: no decimal comma, nor one that groups thousands, has a space after it."""
    if BETWEEN in text:
        return text.rstrip(BETWEEN).split(BETWEEN)
    if f"{COMMA} " in text:
        return text.split(f"{COMMA} ")
    try:
        parse_number(text, language)
    except NotANumber:
        return text.split(COMMA) if language == "en" else [text]
    return [text]


def _unreadable(text: str, unit: str, speech: Speech) -> Fault:
    if not text.strip():
        return Fault("", EMPTY)
    if unit == "price":
        return Fault("", NOT_A_PRICE, short(text))
    if unit in LISTS:
        example = written((0.5, 1, 2), "by_month", speech.language)
        return Fault("", NOT_A_LIST, short(text), parameters={"example": example})
    number, decimals = EXAMPLES.get(unit, EXAMPLE)
    return Fault("", NOT_A_NUMBER, short(text), parameters={"example": speech.number(number, decimals)})


def in_unit(value: Any, unit: str, speech: Speech) -> str:
    """A value with its unit, for a sentence; None, where a field may be left empty, is in words."""
    if value is None:
        return speech.text(LEFT_EMPTY)
    match unit:
        case "money":
            own = currency_unit(speech.currency, speech.language)
            return f"{written(value, unit, speech.language)}\N{NO-BREAK SPACE}{own}"
        case "share":
            return format_percent(value, speech.language, None)
        case "months":
            return speech.months(value)
        case "month":
            return speech.text(mark("month {number}")).format(number=value)
        case _:
            return written(value, unit, speech.language)


def as_typed(fault: Fault, text: str, unit: str, label: str, speech: Speech) -> Fault:
    """A fault of the plan as its field says it: the label for the place, the text as typed, the field's unit."""
    parameters = dict(fault.parameters)
    bound, message = parameters.get("bound"), fault.message
    if message in PER_CENT:  # a list of shares is typed in per cent too
        message = PER_CENT[message]
        parameters |= {"nothing": speech.percent(0), "whole": speech.percent(1)}
    if unit == "share" and isinstance(bound, (int, float)):
        parameters["bound"] = speech.percent(bound)
    return replace(fault, path=label, message=message, found=short(text.strip()), file="", parameters=parameters)
