"""The optimism gap: inputs beyond those of about the best tenth, and the caution of it."""

from typing import Any

import pytest

from planner.analysis.case import Case
from planner.analysis.cautions.every import cautions
from planner.analysis.cautions.optimism import beyond_the_top_tenth, optimism_gap
from planner.inputs.company.catalog import load_catalog
from planner.inputs.evidence.presets import TOP_TENTH, load_presets
from planner.inputs.plan.plan import Plan
from planner.speech import Speech
from tests.plans import small_seller

# What the file of presets states for about the top tenth.
LIMITS = {
    path: figure.value for path, figure in load_presets().presets[TOP_TENTH].figures.items()
}  # customers 1.6, recruits 0.25


def paths(plan: Plan) -> list[str]:
    return [each.path for each in optimism_gap(plan)]


def test_the_default_plan_lies_within() -> None:
    assert optimism_gap(Plan()) == ()
    for company in load_catalog().companies.values():
        plan = Plan.model_validate({"currency": company.currency})
        assert beyond_the_top_tenth(Case.of(plan, company)) is None


def test_just_beyond_and_just_within() -> None:
    most = LIMITS[("customers", "new_a_month")]
    assert isinstance(most, float)
    assert paths(small_seller(customers={"new_a_month": most})) == []
    assert paths(small_seller(customers={"new_a_month": most + 0.01})) == [("customers", "new_a_month")]


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
    assert paths(small_seller(**{group: coming | other})) == [(group, name)]
    assert paths(small_seller(**{group: nobody | other})) == []
    [source] = {"customers": ["new_from"], "team": ["recruits_from"]}[group]
    assert paths(small_seller(**{group: nobody | other | {source: "address_book"}})) == [(group, name)]


def caution_of(company: str, plan: Plan) -> str:
    """What it says of a plan on a company, without it nothing."""
    found = [
        each for each in cautions(Case.of(plan, load_catalog().companies[company])) if each.key == "beyond_top_tenth"
    ]
    for each in found:
        assert each.months == ()
        assert each.paths
    return " ".join(Speech.of("en", plan).say(each.message) for each in found).replace("\u00a0", " ")


def test_pay_that_nine_in_ten_did_not_get_is_cautioned_by_the_companys_own_table() -> None:
    """At Scentsy in 2020 the means were 452 and 2,901: 0.7258 * 452 + 0.2742 * 2,901 = 1,123.5, so a tenth at most got
    11,235. Just as many new customers with all else as it is are paid in proportion, 20 or 25 % of what they buy."""
    direct = {"ship_direct_share": 1.0}
    assert caution_of("scentsy-us", small_seller(customers={"new_a_month": 10.0}, stock=direct)) == ""
    said = caution_of("scentsy-us", small_seller(customers={"new_a_month": 40.0}, stock=direct))
    assert said.startswith("By a table that the company has published, at least 9")


def test_one_rosy_input_alone_is_no_reason() -> None:
    """Customers who hardly ever leave, but hardly any come: little is earned and sold in total."""
    plan = small_seller(customers={"new_a_month": 0.1, "attrition": 0.01})
    assert [each.path for each in optimism_gap(plan)] == [("customers", "attrition")]
    assert caution_of("scentsy-us", plan) == caution_of("young-living-us", plan) == ""


def test_where_no_table_of_the_company_tells_it_is_judged_by_what_is_sold() -> None:
    """About the top tenth sells 90 to each of what 1.6 new customers a month come to; ten times as many buy more."""
    assert caution_of("young-living-us", small_seller(customers={"new_a_month": 1.6, "retail_per_order": 90.0})) == ""
    said = caution_of("young-living-us", small_seller(customers={"new_a_month": 16.0, "retail_per_order": 90.0}))
    assert said.startswith("This plan sells for ")
