"""Ranges become figures of a plan, and an input of a plan is one figure that can be another."""

from pathlib import Path
from typing import Any

import pytest

from planner.inputs.changes.one_figure import figure_at, with_figure
from planner.inputs.evidence.ranges import RANGES, ends, load_ranges
from planner.inputs.path import Path as InputPath
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan.schedule import Ramp
from tests.plans import small_seller

SHIPPED = load_ranges().ranges
TEXT = RANGES.read_text(encoding="utf-8")


def span(plan: Plan, path: InputPath) -> tuple[float, float] | None:
    return ends(plan, path, SHIPPED[path])


def test_money_is_scaled_like_the_defaults_of_the_currency():
    assert span(default_plan("USD"), ("running_costs",)) == (10, 134)
    assert span(default_plan("SEK"), ("running_costs",)) == (100, 1340)
    assert span(default_plan("SEK"), ("customers", "attrition")) == (0.1, 0.29)


def test_times_are_of_what_the_plan_states():
    plan = small_seller(customers={"retail_per_order": 80})
    assert span(plan, ("customers", "retail_per_order")) == pytest.approx((56, 104))
    assert span(small_seller(getting_started={"items": ()}), ("getting_started", "items")) is None


def test_an_input_that_something_else_counts_for_has_no_range():
    assert span(Plan(), ("address_book", "become_customers")) is None
    from_book = small_seller(customers={"new_from": "address_book"})
    assert span(from_book, ("address_book", "become_customers")) == (0.05, 0.2)
    assert span(from_book, ("customers", "new_a_month")) is None
    assert span(from_book, ("address_book", "become_recruits")) is None


@pytest.mark.parametrize(
    ("path", "groups", "stated"),
    [
        (("customers", "new_a_month"), {"customers": {"new_a_month": (30, 0)}, "horizon_months": 12}, 2.5),
        (("customers", "new_a_month"), {"customers": {"new_a_month": {"first": 0, "last": 10, "months": 24}}}, 5),
        (("customers", "retail_per_order"), {"customers": {"products": ({"name": "x", "retail_price": 9},)}}, 9),
        (("getting_started", "items"), {"getting_started": {"items": [{"name": n, "amount": 21} for n in "xy"]}}, 42),
        (("stock", "cover_months"), {"stock": {"cover_months": 2}}, 2),
    ],
)  # fmt: skip
def test_an_input_is_one_figure(path: InputPath, groups: dict[str, Any], stated: float):
    assert figure_at(small_seller(**groups), path) == pytest.approx(stated)


def test_running_costs_are_an_average_month():
    rows = (
        {"name": "a", "amount": 1200, "every_months": 12},
        {"name": "b", "amount": 20, "first_month": 13},
        {"name": "c", "amount": 24, "last_month": 12},
        {"name": "d", "amount": 99, "first_month": 30},
    )
    plan = small_seller(running_costs=rows)
    assert figure_at(plan, ("running_costs",)) == 100 + 10 + 12
    moved = with_figure(plan, ("running_costs",), 61)
    assert moved is not None
    assert [row.amount for row in moved.running_costs] == [600, 10, 12, 49.5]
    assert [row.every_months for row in moved.running_costs] == [12, 1, 1, 1]


def test_running_costs_begin_where_there_were_none():
    moved = with_figure(small_seller(running_costs=()), ("running_costs",), 50)
    assert moved is not None
    assert figure_at(moved, ("running_costs",)) == 50


def test_what_has_parts_keeps_its_proportions():
    plan = small_seller(
        customers={
            "new_a_month": {"first": 2, "last": 4, "months": 24},
            "products": ({"name": "x", "retail_price": 10, "per_order": 1}, {"name": "y", "retail_price": 5}),
        },
        team={"recruits_a_month": (1, 0.5), "first_months_attrition": 0.3, "annual_attrition": 0.6},
    )

    def moved(path: InputPath, figure: float) -> Plan:
        found = with_figure(plan, path, figure)
        assert found is not None
        assert figure_at(found, path) == pytest.approx(figure)
        return found

    assert moved(("customers", "new_a_month"), 6).customers.new_a_month == Ramp(first=4, last=8, months=24)
    assert [row.per_order for row in moved(("customers", "retail_per_order"), 30).customers.products] == [2, 2]
    assert moved(("team", "annual_attrition"), 0.8).team.first_months_attrition == pytest.approx(0.4)
    twice = figure_at(plan, ("team", "recruits_a_month")) or 0.0
    assert moved(("team", "recruits_a_month"), 2 * twice).team.recruits_a_month == (2, 1)


def test_whole_months_stay_whole():
    moved = with_figure(Plan(), ("stock", "cover_months"), 2.6)
    assert moved is not None
    assert moved.stock.cover_months == 3


def test_a_figure_that_the_plan_does_not_allow_gives_no_plan():
    assert with_figure(Plan(), ("customers", "attrition"), 1.5) is None
    book = small_seller(address_book={"become_customers": 0.9, "become_recruits": 0.05})
    assert with_figure(book, ("address_book", "become_recruits"), 0.2) is None


@pytest.mark.parametrize(
    ("old", "new", "path", "says"),
    [
        ("value = 0.2\n", "value = 2.5\n", "ranges.customers.new_a_month.high", "above its low end"),
        ("value = 0.2\n", 'value = "0.2"\n', "ranges.customers.new_a_month.low.value", "A number is wanted"),
        ("value = 0.8\n", "value = 1\n", "ranges.team.annual_attrition", "less than 1"),
        ("team.duplication", "team.duplicates", "ranges.team.duplicates", "Did you mean"),
        ("customers.retail_per_order", "customers.shop", "ranges.customers.shop", "no effect"),
        ('source = "poll"\n', "", "sources.poll", "Nothing in this file rests on this source"),
        ('source = "income-statement"\n', "", "ranges.running_costs.high.source", "who published it"),
        ("year = 2014\n", "", "ranges.customers.new_a_month.high.year", "of which year"),
        ('measure = "times"', 'measure = "factor"', "ranges.customers.retail_per_order.measure", "One of these"),
        ("[ranges.", "[ranges..", "", "is not TOML"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_gives_its_faults_and_no_ranges(
    tmp_path: Path, old: str, new: str, path: str, says: str
):
    assert old in TEXT
    file = tmp_path / "ranges.toml"
    every = old.startswith(("team.", "customers."))
    file.write_text(TEXT.replace(old, new, -1 if every else 1), encoding="utf-8")
    loaded = load_ranges(file)
    assert loaded.ranges == {}
    told = {fault.path: fault.message.format(**fault.parameters) for fault in loaded.faults}
    assert says in told[path]
