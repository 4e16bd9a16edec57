"""A value of the plan as the text of a field, and what a person typed into it as a value again."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from planner.errors import Fault
from planner.inputs.file_text import short
from planner.inputs.wanted import WANTED
from planner.language import Language, NotANumber, format_number, mark, parse_number
from planner.speech import Speech

EXAMPLES = {"money": (2345.75, 2), "months": (12, 0)}  # with their decimals; that of money shows groups of thousands
EXAMPLE = (1.5, 1)
BETWEEN_MONTHS = ";"  # neither a decimal sign nor a thousands sign in any language

NOT_A_NUMBER = mark("This is not a number as it is written here. Write it like {example}.")
NOT_WHOLE = mark("A whole number is wanted here, such as 12.")
NOT_A_LIST = mark("Write one number a month with semicolons between them, such as {example}.")
# What is said of a share in files, where it is a fraction of 1, and of one that is typed in per cent.
PER_CENT = {
    WANTED["share_above_one"]: mark("This is too high. State {whole} or less."),
    WANTED["answer_share"]: mark("This is too high. State {whole} or less."),
    WANTED["rates_sum"]: mark("Each rate is {nothing} or more, and together they come to {whole} at most."),
}
EMPTY = mark("Nothing is stated here. Write a number, such as 0.")


def written(value: Any, unit: str, language: Language) -> str:
    """A value as its field shows it, without its unit; reads back to the same value (a share, to its 15th digit).

    None, where a field may be left empty, shows as nothing.
    """
    if value is None:
        return ""
    match unit:
        case "text":
            return str(value)
        case "by_month":
            return f"{BETWEEN_MONTHS} ".join(format_number(each, language, None) for each in value)
        case "share":
            # In decimal, since 0.07 * 100 is 7.000000000000001 in binary.
            return format_number(float(Decimal(repr(float(value))) * 100), language, None)
        case _:
            return format_number(value, language, None)


def read(text: str, unit: str, speech: Speech, *, may_be_empty: bool = False) -> Any | Fault:
    """The value that a text states in a unit, or why it states none. Bounds are the plan's business, not checked here.

    unit "share" is typed in per cent, with the sign or without; "months" are whole; "by_month" is a list of numbers,
    the first for month 1. may_be_empty: a text without anything in it states None. A "choice" is never typed.
    """
    if unit == "choice":
        raise ValueError("a choice is made from a list, not typed")
    if may_be_empty and not text.strip():
        return None
    if unit == "text":
        return text.strip()
    try:
        if unit == "by_month":
            return [
                parse_number(part, speech.language) for part in text.rstrip(f"{BETWEEN_MONTHS} ").split(BETWEEN_MONTHS)
            ]
        number = parse_number(text.rstrip().removesuffix("%") if unit == "share" else text, speech.language)
    except NotANumber as error:
        return _unreadable(text if unit == "share" else error.text, unit, speech)
    if unit == "months":
        return int(number) if number.is_integer() else Fault("", NOT_WHOLE, short(text))
    return float(Decimal(repr(number)) / 100) if unit == "share" else number


def _unreadable(text: str, unit: str, speech: Speech) -> Fault:
    if not text.strip():
        return Fault("", EMPTY)
    if unit == "by_month":
        example = written((0.5, 1, 2), unit, speech.language)
        return Fault("", NOT_A_LIST, short(text), parameters={"example": example})
    number, decimals = EXAMPLES.get(unit, EXAMPLE)
    return Fault("", NOT_A_NUMBER, short(text), parameters={"example": speech.number(number, decimals)})


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
