"""What is wrong with a person's data, said so that they can correct it: pydantic's findings become faults, all at once.

Data is read strictly, as JSON writes it: a text is no number and neither is true, so nothing is guessed.
"""

import difflib
import json
import math
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planner.errors import Fault
from planner.inputs.file_text import short
from planner.inputs.source import Record
from planner.language import mark

AnyRecord = TypeVar("AnyRecord", bound=Record)

DEEPEST = 20  # No file of ours nests even ten deep; the parsers give up somewhere beyond a hundred.

# Tags of the forms that a field may take (see schedule.py) stand in pydantic's paths, but in nobody's file.
FORM = "form:"

WANTED = {
    "missing": mark("Nothing is stated here, and it is needed. State it."),
    "unknown_key": mark("Nothing by this name is read, so it would have no effect. Remove it, or correct its name."),
    "misspelt_key": mark(
        "Nothing by this name is read, so it would have no effect. Did you mean {suggestion}? Correct or remove it."
    ),
    "greater_than_equal": mark("This is too low. State {bound} or more."),
    "greater_than": mark("This is too low. State more than {bound}."),
    "less_than_equal": mark("This is too high. State {bound} or less."),
    "less_than": mark("This is too high. State less than {bound}."),
    "float_type": mark("A number is wanted here, without quotation marks and with a point before the decimals."),
    "int_type": mark("A whole number is wanted here, without quotation marks."),
    "bool_type": mark("State true or false here, without quotation marks."),
    "finite_number": mark(
        "This is not a finite number, and nothing can be computed from it. State an ordinary number."
    ),
    "string_type": mark("A text in quotation marks is wanted here."),
    "string_too_short": mark("This text is empty. State at least {bound} characters."),
    "string_too_long": mark("This text is too long. State at most {bound} characters."),
    "string_pattern_mismatch": mark("An address of the web is wanted here. State it in full, beginning with https://."),
    "too_short": mark("This list is too short. State at least {bound}."),
    "too_long": mark("This list is too long. State at most {bound}."),
    "tuple_type": mark("A list is wanted here, in square brackets."),
    "dict_type": mark("A group of named values is wanted here."),
    "literal_error": mark("One of these is wanted here: {expected}."),
    "date_type": mark("A date is wanted here, such as 2026-11-23."),
    "union_tag_invalid": mark("This field cannot be stated in this way. See how the example company states it."),
    "currency": mark("This currency is not known here. State one of these: {known}."),
    "start_month": mark("A month is wanted here, as year and month: 2027-01."),
    "formula_missing": mark(
        "A derived figure must show how it was derived. State its formula, in English and in Swedish."
    ),
    "read_missing": mark("A figure whose year is undated must say when it was read. State read, as a date."),
    "compared_twice": mark("A company stands here twice, and says nothing beside itself. Name each company once."),
    "steps_order": mark("Each step must begin higher than the one before it, and the first one at 0 points."),
    "ranks_order": mark(
        "Each rank must ask for a higher group volume than the one before it. State them in rising order."
    ),
    "rates_sum": mark("The rates are fractions of 0 or more that come to at most 1 together. State 5 % as 0.05."),
    "rates_missing": mark("A stairstep pays by the rate of a rank. State the ranks, each with its rate."),
    "share_above_one": mark("A share is a fraction of 1, which is the whole. State 5 % as 0.05."),
    "not_whole": mark("What is counted is whole here. State a whole number."),
    "unit": mark("This figure is wanted in another unit. State it in the unit {wanted}."),
    "levels_order": mark(
        "The levels without a rate come right after those with one, each once. State at least one level in all."
    ),
    "rates_order": mark("Each rate is higher than the one before it. State them in rising order."),
    "bands_sum": mark(
        "The shares of these bands are not those of everybody: together they come to 1 where the bands are complete, "
        "and never to more. Correct the shares, or state complete as false."
    ),
    "bands_overlap": mark(
        "Two bands overlap, so somebody would be counted twice. Let each begin where the one before it ends."
    ),
    "why_missing": mark("What is not computed, or asked, must say why. State why, in English and in Swedish."),
    "points_missing": mark(
        "A rule of this company counts points, so the points of goods are needed. State points_per_100_retail, or what "
        "is assumed until the person answers."
    ),
    "yours": mark("What a person states themselves has the kind, the grade and the source yours, all three."),
    "company_ids": mark("Two of your own companies have the same id, so neither could be meant. Rename one of them."),
    "own_company": mark(
        "A company kept in a plan is one of your own: it is marked yours, and its id begins with yours-."
    ),
    "answer_share": mark("A share is a fraction of 1, which is the whole. State 5 % as 0.05."),
    "year": mark("A year is wanted here, as a whole number, or undated with the date it was read."),
    "months_order": mark("A cost cannot end before it begins. State a last month from the first one on, or none."),
    "seasons": mark("Twelve numbers are wanted here, January first, not all of them 0; or none at all."),
    "empty_order": mark("An order of these products holds nothing. State how many of a product an order holds."),
    "first_months": mark("Those gone within 3 months are among those gone within 12, so these cannot be more."),
    "hours_shares": mark("The parts of your hours come to more than all of them. Together they are at most 100 %."),
    "asked_shares": mark(
        "Those who buy and those who join come to more than all whom you ask: together at most 100 %."
    ),
    "scenario_names": mark("Two scenarios have the same name, so they could not be told apart. Name each differently."),
    "source_missing": mark("A published figure must say who published it. State its source."),
    "measured_missing": mark("A figure with a source must say of which year it is and who was measured. State both."),
    "range_order": mark("The high end of a range has to be above its low end. Correct one of the two."),
    "rosier_missing": mark("It is not said whether more or less of this is rosier. State it under rosier."),
    "tax_rules": mark("These tax rules are not known here. State one of these: {known}."),
    "other": mark("This value does not fit here."),
}

# Types that come to the same thing for whoever reads the message.
SAME_AS = {
    "float_parsing": "float_type",
    "int_from_float": "int_type",
    "int_parsing": "int_type",
    "int_parsing_size": "int_type",
    "model_type": "dict_type",
    "model_attributes_type": "dict_type",
    "list_type": "tuple_type",
    "date_from_datetime_parsing": "date_type",
    "date_parsing": "date_type",
}
# What pydantic calls the values of its messages, and what the texts above call them.
NAMES = dict.fromkeys(("ge", "gt", "le", "lt", "min_length", "max_length"), "bound") | {
    name: name for name in ("expected", "known", "wanted")
}


def checked(
    record: type[AnyRecord], data: Mapping[str, Any], file: str = ""
) -> tuple[AnyRecord | None, tuple[Fault, ...]]:
    """The record that the data states, or None and every fault of it, in the record's order. Never raises.

    data: as parsed from JSON or TOML.
    """
    if nested_too_deep(data):
        return None, (too_deep(file),)
    text = json.dumps(data, default=str)  # JSON knows no dates; pydantic reads them back from their text
    try:
        return record.model_validate_json(text, strict=True), ()
    except ValidationError as error:
        return None, faults_of(error, record, file)


def faults_of(error: ValidationError, record: type[Record], file: str = "") -> tuple[Fault, ...]:
    """One fault for each finding that does not merely follow from another."""
    details = error.errors(include_url=False)
    return tuple(fault_of(detail, record, file) for detail in details if not _follows_from_another(detail))


def too_deep(file: str) -> Fault:
    """The fault of a file that no person wrote by hand."""
    message = mark("Lists or groups lie inside each other more than {most} deep, and nothing that is read here does.")
    return Fault("", message, "", file, {"most": DEEPEST})


def nested_too_deep(data: object) -> bool:
    """Whether data holds lists or groups more than DEEPEST levels deep. Walks level by level, safe at any depth."""
    level: list[object] = [data]
    for _ in range(DEEPEST):
        level = [
            child
            for parent in level
            if isinstance(parent, (dict, list))
            for child in (parent.values() if isinstance(parent, dict) else parent)
        ]
    return bool(level)


def shown(value: object) -> str:
    """What was found, as a file writes it: short, on one line, without characters that do not print.

    value: as parsed from JSON or TOML. Empty for what is not finite, which is never shown as a number.
    """
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    return short(json.dumps(value, ensure_ascii=False, default=str))


def _follows_from_another(detail: ErrorDetails) -> bool:
    """A list whose items are refused is also called too short by pydantic; the items alone are worth a word."""
    found = detail["input"]
    return (
        detail["type"] == "too_short"
        and isinstance(found, (list, tuple))
        and len(found) > detail["ctx"]["actual_length"]
    )


def fault_of(detail: ErrorDetails, record: type[Record], file: str) -> Fault:
    """One finding of pydantic as a fault."""
    location = tuple(part for part in detail["loc"] if not (isinstance(part, str) and part.startswith(FORM)))
    if detail["type"] == "extra_forbidden":
        return unknown_key(location, detail["input"], record, file)
    kind = SAME_AS.get(detail["type"], detail["type"])
    context = detail.get("ctx", {})
    found = "" if kind == "missing" else shown(detail["input"])
    if "key" in context:  # a check of a whole group says which of its keys it is about
        location = (*location, context["key"])
        group = detail["input"]
        found = shown(group[context["key"]]) if isinstance(group, dict) and context["key"] in group else ""
    parameters = {NAMES[key]: value for key, value in context.items() if key in NAMES}
    if "expected" in parameters:  # 'a', 'b' or 'c', in pydantic's English
        parameters["expected"] = parameters["expected"].replace("' or '", "', '").replace("'", "")
    return Fault(path_of(location), WANTED.get(kind, WANTED["other"]), found, file, parameters)


def unknown_key(location: tuple[int | str, ...], found: object, record: type[Record], file: str) -> Fault:
    """The fault of a key that nobody reads, with the known one that looks most like it."""
    alike = difflib.get_close_matches(str(location[-1]), _known_keys(record, location[:-1]), n=1)
    kind, parameters = ("misspelt_key", {"suggestion": alike[0]}) if alike else ("unknown_key", {})
    return Fault(path_of(location), WANTED[kind], shown(found), file, parameters)


def path_of(location: tuple[int | str, ...]) -> str:
    """A place in a file as a reader counts: running_costs[2].amount is the amount of the second running cost."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part + 1}]"
        else:
            path += ("." if path else "") + short(part)
    return path


def _known_keys(record: type[Record], location: tuple[int | str, ...]) -> list[str]:
    """The keys that are read at a place, of every form that the place may take."""
    forms = {record}
    for part in location:
        if isinstance(part, str):
            fields = [form.model_fields[part] for form in forms if part in form.model_fields]
            # A part that is no field is a key that the person chose, as in [sources]: what is known there is the same.
            forms = {inner for field in fields for inner in _records_in(field.annotation)} if fields else forms
    return sorted({key for form in forms for key in form.model_fields})


def _records_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)
