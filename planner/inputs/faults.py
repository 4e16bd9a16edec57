"""What is wrong with a person's data, said so that they can correct it: pydantic's findings become faults, all at once.

Data is read strictly, as JSON writes it: a text is no number and neither is true, so nothing is guessed.
"""

import difflib
import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planner.errors import Fault
from planner.inputs.cited.source import LEAST_AMOUNT, Record
from planner.inputs.file_text import short
from planner.inputs.shortened import records_in, shortened
from planner.inputs.wanted import WANTED
from planner.language import mark

AnyRecord = TypeVar("AnyRecord", bound=Record)

DEEPEST = 20  # No file of ours nests even ten deep; the parsers give up somewhere beyond a hundred.

# Tags of the forms that a field may take (see schedule.py) stand in pydantic's paths, but in nobody's file.
FORM = "form:"
KIND_KEYS = ("rule", "gate")  # by which a group says of which kind it is
KEY = "[key]"  # how pydantic says that it is the key that does not fit

MOST_FAULTS = 100  # nobody corrects more at once
MORE = mark("Not all faults are listed here: there are {more} more. Correct these first, then check the file again.")

YEARS = ("year", "first", "last")

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
    name: name for name in ("expected", "known", "most", "wanted")
}


def checked(
    record: type[AnyRecord], data: Mapping[str, Any], file: str = ""
) -> tuple[AnyRecord | None, tuple[Fault, ...]]:
    """The record that the data states, or None and every fault of it, in the record's order. Never raises.

    data: as parsed from JSON or TOML.
    """
    if nested_too_deep(data):
        return None, (too_deep(file),)
    data, too_long = cut_short(record, data, file)
    try:
        text = json.dumps(data, default=str)  # JSON knows no dates; pydantic reads them back from their text
    except ValueError:
        return None, (too_many_digits(file),)
    try:
        found = record.model_validate_json(text, strict=True)
        return (None if too_long else found), too_long
    except ValidationError as error:
        return None, first_faults((*too_long, *faults_of(error, record, file)), file)


def cut_short(record: type[Record], data: Mapping[str, Any], file: str = "") -> tuple[Any, tuple[Fault, ...]]:
    """The data with no more entries of its lists and groups than the record holds, and a fault of each cut off."""
    few, cuts = shortened(record, data)
    return few, tuple(
        Fault(path_of(place), WANTED["too_long"], shown(found), file, {"bound": most}) for place, found, most in cuts
    )


def too_many_digits(file: str) -> Fault:
    """The fault of a whole number of more digits than Python writes."""
    return Fault("", mark("A number in this file has thousands of digits. State an ordinary number."), "", file)


def faults_of(error: ValidationError, record: type[Record], file: str = "") -> tuple[Fault, ...]:
    """One fault for each finding that does not merely follow from another."""
    details = [each for each in error.errors(include_url=False) if not _follows_from_another(each)]
    faults = [fault_of(detail, record, file) for detail in details[:MOST_FAULTS]]
    rest = len(details) - len(faults)
    return (*faults, _more(rest, file)) if rest else tuple(faults)


def first_faults(faults: Iterable[Fault], file: str = "") -> tuple[Fault, ...]:
    """As many as a person can read, and a last one that says how many more there are."""
    kept: list[Fault] = []
    more = 0
    for fault in faults:
        if fault.message == MORE:
            more += int(fault.parameters["more"])
        elif len(kept) < MOST_FAULTS:
            kept.append(fault)
        else:
            more += 1
    return (*kept, _more(more, file)) if more else tuple(kept)


def _more(count: int, file: str) -> Fault:
    return Fault("", MORE, "", file, {"more": count})


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
    location = tuple(part for part in detail["loc"] if not (isinstance(part, str) and part.startswith((FORM, KEY))))
    if detail["type"] == "extra_forbidden":
        return unknown_key(location, detail["input"], record, file)
    kind = SAME_AS.get(detail["type"], detail["type"])
    context: Mapping[str, Any] = detail.get("ctx", {})
    if kind == "union_tag_invalid" and (named := _no_such_kind(detail["input"], context)):
        kind, context = "literal_error", named
    found = "" if kind == "missing" else shown(detail["input"])
    if kind == "string_pattern_mismatch":
        kind = _kind_of_pattern(context["pattern"])
    if kind == "told":  # by a check that has words and places of its own
        location = (*location, *context["place"])
        return Fault(path_of(location), context["message"], context["found"], file, context["parameters"])
    if "key" in context:  # a check of a whole group says which of its keys it is about
        location = (*location, context["key"])
        group = detail["input"]
        found = shown(group[context["key"]]) if isinstance(group, dict) and context["key"] in group else ""
    if "found" in context:  # what is wrong in a long list, which would be cut off otherwise
        found = short(str(context["found"]))
    parameters = {NAMES[key]: value for key, value in context.items() if key in NAMES}
    least = kind == "greater_than_equal" and parameters.get("bound") == LEAST_AMOUNT
    if least and isinstance(detail["input"], int | float) and detail["input"] <= 0:
        kind, parameters["bound"] = "greater_than", 0.0  # who states nothing need not hear of a millionth
    if "bound" in parameters and location and location[-1] in YEARS:
        parameters["bound"] = str(parameters["bound"])  # a number of thousands would be grouped
    if "expected" in parameters:  # 'a', 'b' or 'c', in pydantic's English
        parameters["expected"] = parameters["expected"].replace("' or '", "', '").replace("'", "")
    return Fault(path_of(location), WANTED.get(kind, WANTED["other"]), found, file, parameters)


def _no_such_kind(group: object, context: Mapping[str, Any]) -> dict[str, str]:
    """Of a group that says by one of its values of which kind it is, and names none that there is: what is wanted."""
    word = str(context.get("tag", "")).removeprefix(FORM)
    key = next((key for key in KIND_KEYS if isinstance(group, dict) and word and group.get(key) == word), None)
    if key is None:
        return {}
    return {"key": key, "found": json.dumps(word, ensure_ascii=False), "expected": _kinds(context["expected_tags"])}


def _kinds(tags: str) -> str:
    """'form:a', 'form:b' as they are listed."""
    return tags.replace(f"'{FORM}", "").replace("'", "")


def _kind_of_pattern(pattern: str) -> str:
    """Which of the texts with a form of their own was wanted."""
    if "http" in pattern:
        return "string_pattern_mismatch"
    return "period" if "/" in pattern else "day"


def unknown_key(location: tuple[int | str, ...], found: object, record: type[Record], file: str) -> Fault:
    """The fault of a key that nobody reads, with the known one that looks most like it."""
    if location[-1] in _known_keys(record, location[:-1]):
        return Fault(path_of(location), WANTED["two_forms"], shown(found), file)
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
            forms = {inner for field in fields for inner in records_in(field.annotation)} if fields else forms
    return sorted({key for form in forms for key in form.model_fields})
