"""Every figure has its title and unit, and a reason where there is none."""

from typing import get_args

import pytest

from planner.analysis.facts import (
    FIRST_PRICE,
    NO_HOURS,
    NO_ORDERS,
    NO_OUTLAY,
    NO_SINGLE_RATE,
    ORDER_LEAVES_NOTHING,
    TITLES,
    Fact,
    facts_of_measures,
    facts_of_terms,
)
from planner.analysis.metrics import measure
from planner.analysis.rate_of_return import Status
from planner.analysis.wording import Speech
from planner.inputs.catalog import load_catalog
from planner.inputs.plan import Plan
from planner.inputs.terms import resolve_terms
from planner.messages import Unit
from planner.projection.engine import project
from tests.properties.situations import bare_plan, invented_company

COMPANIES = load_catalog().companies


def measured(plan: Plan, **terms: object) -> dict[str, Fact]:
    company = invented_company(**terms)
    return {fact.key: fact for fact in facts_of_measures(measure(plan, project(plan, company)))}


@pytest.mark.parametrize("company_id", list(COMPANIES))
def test_what_a_company_does_not_disclose_is_said_figure_by_figure(company_id: str) -> None:
    plan = Plan.model_validate({"exchange_rates": {"EUR": 1.1}})
    company = COMPANIES[company_id]
    terms = resolve_terms(company, plan)
    facts = facts_of_terms(company, terms)
    paths = {path.replace("joining.", "").replace("pay.", "").replace(".", "_") for path in terms.unknown}
    assert {fact.key for fact in facts if fact.value is None} == paths
    assert all((fact.value is None) == (fact.reason is not None) for fact in facts)
    assert [fact.key for fact in facts if fact.assumed] == [key for key in terms.assumed if "points" in key]


def test_a_plan_in_which_nothing_happens_has_a_reason_for_everything_that_is_missing() -> None:
    facts = measured(bare_plan(horizon_months=3, money_and_time={"hours_a_week": 0}))
    missing = {key: fact.reason for key, fact in facts.items() if fact.value is None}
    assert missing["peak_funding_month"] is NO_OUTLAY
    assert missing["earnings_per_hour"] is NO_HOURS
    assert missing["margin_of_safety"] is NO_ORDERS
    assert missing["internal_rate_of_return"] is NO_SINGLE_RATE[Status.NEVER_PAID_IN]
    assert None not in missing.values()
    assert all(fact.reason is None for fact in facts.values() if fact.value is not None)


def test_an_order_that_leaves_nothing_has_neither_break_even_nor_margin() -> None:
    plan = bare_plan(horizon_months=3, customers={"new_a_month": (1, 0), "discount": 0.5})
    facts = measured(plan, kit=10)
    assert facts["break_even_orders"].reason is ORDER_LEAVES_NOTHING
    assert facts["margin_of_safety"].reason is ORDER_LEAVES_NOTHING


def test_a_first_touch_that_is_lost_is_remarked() -> None:
    # Telephone 120 every second month from month 2: an order a month leaves 50, and each half of 120 is 60. So month 1
    # pays for itself and no later month does.
    plan = bare_plan(
        horizon_months=3,
        customers={"new_a_month": (1, 0)},
        running_costs=[{"name": "Telephone", "amount": 120, "first_month": 2, "every_months": 2}],
    )
    fact = measured(plan, kit=10)["operating_break_even"]
    assert fact.value is None
    assert fact.remark is not None
    assert Speech.of("en", plan).say(fact.remark) == "Reached in month 1 (Feb 2027) and lost again."


def test_titles_differ_and_units_are_known() -> None:
    plan = Plan()
    company = COMPANIES["example-company"]
    projection = project(plan, company)
    facts = [*facts_of_terms(company, projection.terms), *facts_of_measures(measure(plan, projection))]
    assert len({fact.title for fact in facts}) == len({fact.key for fact in facts}) == len(facts)
    assert {fact.unit for fact in facts} <= set(get_args(Unit))


@pytest.mark.parametrize("company_id", list(COMPANIES))
def test_every_place_of_a_companys_file_has_a_title_and_only_those(company_id: str) -> None:
    company = COMPANIES[company_id]
    for place in TITLES:
        record = company
        for name in place.split("."):
            record = getattr(record, name)  # raises where there is no such place
    terms = resolve_terms(company, Plan.model_validate({"exchange_rates": {"EUR": 1.1}}))
    assert set(terms.unknown) <= set(TITLES)
    assert {fact.title for fact in facts_of_terms(company, terms)} <= {*TITLES.values(), FIRST_PRICE}
    assert len(set(TITLES.values())) == len(TITLES)


def test_every_status_without_a_rate_has_its_words() -> None:
    assert set(NO_SINGLE_RATE) == set(Status) - {Status.ONE}
