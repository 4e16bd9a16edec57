"""The optimism gap: inputs beyond those of about the best tenth, and the caution of it."""

from typing import Any

import pytest

from planner.analysis.case import Case
from planner.analysis.cautions.every import cautions
from planner.analysis.cautions.optimism import beyond_the_top_tenth, optimism_gap
from planner.inputs.company.catalog import load_catalog
from planner.inputs.evidence.presets import TOP_TENTH, load_presets
from planner.inputs.plan.plan import Plan, default_plan
from planner.speech import Speech

# What the file of presets states for about the top tenth.
LIMITS = {
    path: figure.value for path, figure in load_presets().presets[TOP_TENTH].figures.items()
}  # customers 1.6, recruits 0.25


def plan_with(**groups: Any) -> Plan:
    data = default_plan("USD").model_dump()
    for name, stated in groups.items():
        data[name] = {**data[name], **stated} if isinstance(stated, dict) else stated
    return Plan.model_validate(data)


def paths(plan: Plan) -> list[str]:
    return [each.path for each in optimism_gap(plan)]


def test_the_default_plan_lies_within() -> None:
    assert optimism_gap(plan_with()) == ()
    assert beyond_the_top_tenth(plan_with()) is None


def test_just_beyond_and_just_within() -> None:
    most = LIMITS[("customers", "new_a_month")]
    assert isinstance(most, float)
    assert paths(plan_with(customers={"new_a_month": most})) == []
    assert paths(plan_with(customers={"new_a_month": most + 0.01})) == [("customers", "new_a_month")]


@pytest.mark.parametrize(
    ("group", "coming", "other"),
    [
        ("customers", {"new_a_month": 1.0}, {"attrition": 0.01}),
        ("team", {"recruits_a_month": 0.1}, {"duplication": 3.0}),
    ],
)
def test_an_input_about_people_who_never_come_has_no_effect(group: str, coming: Any, other: Any) -> None:
    [name] = other
    nobody = dict.fromkeys(coming, 0.0)
    assert paths(plan_with(**{group: coming | other})) == [(group, name)]
    assert paths(plan_with(**{group: nobody | other})) == []
    [source] = {"customers": ["new_from"], "team": ["recruits_from"]}[group]
    assert paths(plan_with(**{group: nobody | other | {source: "address_book"}})) == [(group, name)]


def test_the_caution_counts_them() -> None:
    plan = plan_with(customers={"new_a_month": 9.0, "attrition": 0.01}, team={"recruits_a_month": 2.0})
    company = load_catalog().companies["example-company"]
    [caution] = [each for each in cautions(Case.of(plan, company)) if each.key == "beyond_top_tenth"]
    speech = Speech.of("en", plan)
    assert speech.say(caution.message).startswith("3 of your inputs are rosier")
    assert caution.months == ()
    one = beyond_the_top_tenth(plan_with(customers={"new_a_month": 9.0}))
    assert one is not None
    assert speech.say(one.message).startswith("One of your inputs is rosier")
