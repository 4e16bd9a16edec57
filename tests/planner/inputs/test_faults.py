"""What pydantic finds becomes one sensible fault for each thing that the person did."""

import re

import pytest

from planner.inputs.company.company import Company
from planner.inputs.faults import checked, nested_too_deep, path_of, shown
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.wanted import WANTED
from planner.speech import Speech


def test_places_are_counted_as_people_count():
    assert path_of(()) == ""
    assert path_of(("running_costs", 1, "amount")) == "running_costs[2].amount"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (0.5, "0.5"),
        ("5", '"5"'),
        (True, "true"),
        (None, "null"),
        ("a\nb\x00", r'"a\nb\u0000"'),
        ("a\u202eb", '"a\N{REPLACEMENT CHARACTER}b"'),
        (float("nan"), ""),
        (float("-inf"), ""),
        ("x" * 70, '"' + "x" * 58 + "…"),
        ("x" * 58, '"' + "x" * 58 + '"'),
    ],
)
def test_what_was_found_is_short_and_safe_to_print(value: object, text: str):
    assert shown(value) == text


def test_data_that_fits_comes_back_as_the_record():
    assert checked(Plan, default_plan("SEK").model_dump()) == (default_plan("SEK"), ())


def test_a_fault_carries_the_file_and_the_bound():
    plan, (fault,) = checked(Plan, {"horizon_months": 121}, "mine.json")
    assert plan is None
    assert (fault.file, fault.path, fault.found, fault.parameters) == (
        "mine.json",
        "horizon_months",
        "121",
        {"bound": 120},
    )


@pytest.mark.parametrize("record", [Plan, Company])
@pytest.mark.parametrize("value", [None, 5, "x", True, [], {}, [[]], [{}], {"x": 1}, 1e400, "\N{SNOWMAN}"])
def test_no_place_of_a_record_gives_two_faults_for_one_wrong_kind_of_value(record: type[Plan | Company], value: object):
    for name in record.model_fields:
        _, faults = checked(record, {name: value})
        own = [fault.path for fault in faults if fault.path == name]
        assert len(own) <= 1
        assert not any("form:" in fault.path for fault in faults)


def test_a_list_too_short_only_because_its_items_are_refused_is_no_fault_of_its_own():
    _, faults = checked(Plan, {"customers": {"new_a_month": [-1]}})
    assert [fault.path for fault in faults] == ["customers.new_a_month[1]"]


def test_depth_is_counted_in_levels():
    nested: object = 1
    for _ in range(19):
        nested = [nested]
    assert not nested_too_deep(nested)
    assert nested_too_deep([nested])


def test_placeholders_are_only_those_that_are_filled():
    filled = {"bound", "expected", "known", "most", "wanted", "suggestion"}
    assert {name for text in WANTED.values() for name in re.findall(r"{(\w+)}", text)} <= filled


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x1b[31m\x08\x0c\x7f\x9fc", "ab[31mc"),
        ("a\u202eb\u2066c", "abc"),
        ("a\tb \\u0000 c\\", "a\tb \\u0000 c\\"),  # a backslash that was typed is one
        ("Åsa – 100 % \U0001f468\u200d\U0001f469", "Åsa – 100 % \U0001f468\u200d\U0001f469"),
    ],
)
def test_what_nobody_sees_in_a_text_is_left_out(typed: str, kept: str) -> None:
    plan, faults = checked(Plan, Plan(name="x").model_dump(mode="json") | {"name": typed})
    assert faults == ()
    assert plan is not None
    assert plan.name == kept


def test_a_number_of_thousands_of_digits_is_a_fault() -> None:
    plan, faults = checked(Plan, Plan().model_dump(mode="json") | {"horizon_months": 16**5000}, "plan.json")
    assert plan is None
    assert [fault.message for fault in faults] == [
        "A number in this file has thousands of digits. State an ordinary number."
    ]


def test_people_of_today_who_cannot_stand_there_are_told_in_words():
    """Under themselves, under several, and more together than a plan begins with, though the rows are few."""
    one, several = {"under": 0, "buys": 80, "months": 3}, {"under": 0, "buys": 80, "months": 3, "alike": 2_100}
    wrong = {
        "today_order": [one | {"under": 1}],
        "today_several": [several, one | {"under": 1}],
        "today_many": [several, several],
    }
    for kind, rows in wrong.items():
        _plan, (fault,) = checked(Plan, {"team": {"today": rows}})
        assert fault.message == WANTED[kind]
        assert "{" not in Speech.of("en", default_plan("USD")).say_fault(fault)
    assert "at most 4,000 people" in Speech.of("en", default_plan("USD")).say_fault(fault)
