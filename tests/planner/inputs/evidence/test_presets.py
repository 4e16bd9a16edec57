"""Presets become scenarios of a plan, and what is rosier than about the best tenth is found."""

from pathlib import Path
from typing import Any

import pytest

from planner.inputs.changes.scenario import apply_scenario
from planner.inputs.evidence.presets import PRESETS, beyond_top_tenth, load_presets, preset_scenario
from planner.inputs.plan.plan import Plan, default_plan
from tests.plans import small_seller

SHIPPED = load_presets()
TEXT = PRESETS.read_text(encoding="utf-8")


def laid_on(plan: Plan, key: str) -> Plan:
    changed, faults = apply_scenario(plan, preset_scenario(SHIPPED.presets[key], plan))
    assert faults == ()
    assert changed is not None
    return changed


def test_money_is_scaled_like_the_defaults_of_the_currency():
    for currency, scale in (("USD", 1), ("EUR", 1), ("SEK", 10), ("PLN", 4)):
        plan = laid_on(default_plan(currency), "top_tenth")
        assert plan.customers.retail_per_order == 90 * scale
        assert [row.amount for row in plan.running_costs] == [134 * scale]
        assert plan.customers.new_a_month == 1.6


def test_only_what_the_plan_states_otherwise_is_changed():
    typical = preset_scenario(SHIPPED.presets["typical"], default_plan())
    assert sorted(typical.changes) == [("customers", "refund_share"), ("running_costs",)]
    again = preset_scenario(SHIPPED.presets["typical"], laid_on(default_plan(), "typical"))
    assert again.changes == {}


def test_name_and_words_are_in_the_language_asked_for():
    preset = SHIPPED.presets["pitch"]
    assert preset_scenario(preset, default_plan()).name == "The recruiter's pitch"
    swedish = preset_scenario(preset, default_plan(), "sv")
    assert (swedish.name, swedish.about) == (preset.name.sv, preset.about.sv)


def test_what_would_keep_a_figure_from_its_effect_gives_way():
    plan = small_seller(
        customers={"new_from": "address_book", "products": ({"name": "x", "retail_price": 9},)},
        team={"recruits_from": "address_book", "first_months_attrition": 0.3},
    )
    pitch = laid_on(plan, "pitch")
    assert (pitch.customers.new_from, pitch.customers.products) == ("schedule", ())
    assert (pitch.team.recruits_from, pitch.team.first_months_attrition) == ("schedule", None)
    assert pitch.running_costs == ()


def test_neither_the_defaults_nor_the_best_tenth_are_beyond_the_best_tenth():
    for currency in ("USD", "SEK"):
        plan = default_plan(currency)
        assert beyond_top_tenth(plan, SHIPPED) == ()
        assert beyond_top_tenth(laid_on(plan, "top_tenth"), SHIPPED) == ()


def test_the_pitch_lies_beyond_it_in_the_direction_that_is_rosier():
    found = beyond_top_tenth(laid_on(default_plan("SEK"), "pitch"), SHIPPED)
    assert [(each.path, each.stated, each.top_tenth, each.rosier) for each in found] == [
        (("customers", "attrition"), 0, 0.2, "lower"),
        (("customers", "retail_per_order"), 1000, 900, "higher"),
        (("team", "recruits_a_month"), 2, 0.25, "higher"),
        (("team", "duplication"), 2, 0.05, "higher"),
        (("team", "annual_attrition"), 0, 0.43, "lower"),
    ]


@pytest.mark.parametrize(
    ("group", "stated", "paths"),
    [
        (
            "customers",
            {"new_a_month": {"first": 0, "last": 10, "months": 24}},
            [("customers", "new_a_month")],
        ),  # 5 on average
        ("customers", {"new_a_month": (30, 0)}, []),  # 1.25 on average
        ("customers", {"new_a_month": 5, "new_from": "address_book"}, []),
        ("customers", {"attrition": 0.3, "orders_per_customer": 1.01}, [("customers", "orders_per_customer")]),
        ("customers", {"retail_per_order": 500, "products": ({"name": "x", "retail_price": 20},)}, []),
        (
            "customers",
            {"products": ({"name": "x", "retail_price": 20, "per_order": 4}, {"name": "y", "retail_price": 11})},
            [("customers", "retail_per_order")],  # 91
        ),
        ("team", {"recruits_a_month": 1, "recruits_from": "address_book"}, []),
        ("money_and_time", {"hours_a_week": 1}, []),
    ],
)
def test_an_input_is_compared_where_it_has_an_effect(group: str, stated: dict[str, Any], paths: list[str]):
    assert [each.path for each in beyond_top_tenth(small_seller(**{group: stated}), SHIPPED)] == paths


def with_direction(tmp_path: Path, **replaced: str) -> Path:
    path = tmp_path / "presets.toml"
    text = TEXT
    for name, direction in replaced.items():
        text = text.replace(f'"{name}" = "neither"', f'"{name}" = "{direction}"', 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_running_costs_are_compared_as_what_they_come_to_in_a_month(tmp_path: Path):
    presets = load_presets(with_direction(tmp_path, running_costs="lower"))
    rows = (
        {"name": "a", "amount": 1200, "every_months": 12},
        {"name": "b", "amount": 20, "first_month": 13},
        {"name": "c", "amount": 24, "last_month": 12},
        {"name": "d", "amount": 99, "first_month": 30},
    )
    (found,) = beyond_top_tenth(small_seller(running_costs=rows), presets)
    assert (found.path, found.stated, found.top_tenth) == (("running_costs",), 100 + 10 + 12, 134)


@pytest.mark.parametrize(
    ("old", "new", "path", "says"),
    [
        (
            '[presets.typical.figures."customers.new_a_month"]\nvalue = 1\n',
            '[presets.typical.figures."customers.new_a_month"]\nvalue = "1"\n',
            "presets.typical.figures.customers.new_a_month.value",
            "A number is wanted",
        ),
        (
            'figures."team.duplication"',
            'figures."team.duplicates"',
            "rosier.team.duplicates",
            "more or less of this is rosier",
        ),
        (
            '"team.duplication" = "higher"',
            '"team.duplication" = "better"',
            "rosier.team.duplication",
            "One of these is wanted",
        ),
        ('source = "poll"\n', "", "sources.poll", "Nothing in this file rests on this source"),
        (
            'source = "poll"\n',
            'source = "pol"\n',
            "presets.top_tenth.figures.customers.new_a_month.source",
            "No source of this name",
        ),
        (
            'kind = "judgement"\nreason.en = "One order a month.',
            'kind = "published"\nreason.en = "One order a month.',
            "presets.typical.figures.customers.orders_per_customer.source",
            "who published it",
        ),
        ("year = 2014\n", "", "presets.top_tenth.figures.customers.new_a_month.year", "of which year"),
        ("read = 2026-11-23\n", "", "presets.typical.figures.team.annual_attrition.read", "when it was read"),
        ("value = 0.60\n", "value = 1\n", "presets.typical.figures.team.annual_attrition", "less than 1"),
        ("[rosier]", "[rosier", "", "is not TOML"),
    ],
)
def test_a_file_that_cannot_be_used_gives_its_faults_and_no_presets(
    tmp_path: Path, old: str, new: str, path: str, says: str
):
    assert old in TEXT
    file = tmp_path / "presets.toml"
    file.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    loaded = load_presets(file)
    assert loaded.presets == {}
    told = {fault.path: fault.message.format(**fault.parameters) for fault in loaded.faults}
    assert says in told[path]
    assert beyond_top_tenth(default_plan(), loaded) == ()


def test_a_figure_of_a_field_that_no_plan_has_is_a_fault(tmp_path: Path):
    file = tmp_path / "presets.toml"
    file.write_text(TEXT.replace("team.duplication", "team.duplicates"), encoding="utf-8")
    assert [fault.path for fault in load_presets(file).faults] == [
        f"presets.{key}.figures.team.duplicates" for key in ("typical", "top_tenth", "pitch")
    ]
