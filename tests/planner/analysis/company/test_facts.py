"""Every figure has its title and unit, and a reason where there is none."""

from typing import get_args

import pytest

from planner.analysis.company.facts import (
    BEFORE_PAY,
    FIRST_PRICE,
    NO_HOURS,
    NO_ORDERS,
    NO_OUTLAY,
    NO_SINGLE_RATE,
    NOT_DISCLOSED,
    ORDER_LEAVES_NOTHING,
    TITLES,
    Fact,
    facts_of_measures,
    facts_of_terms,
)
from planner.analysis.measures.measure import measure
from planner.analysis.measures.rate_of_return import Status
from planner.inputs.cited.figure import Asked, Cited
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.terms import Terms, resolve_terms
from planner.messages import Unit
from planner.projection.engine import project
from planner.speech import Speech
from tests.properties.situations import bare_plan, invented_company

COMPANIES = load_catalog().companies


def measured(plan: Plan, **terms: object) -> dict[str, Fact]:
    company = invented_company(**terms)
    return {fact.key: fact for fact in facts_of_measures(measure(plan, project(plan, company)))}


# Where in a company's file each term stands.
PLACES = {
    "starter_kit_fee": "joining.starter_kit_fee",
    "minimum_opening_stock": "joining.minimum_opening_stock",
    "renewal_fee": "joining.renewal_fee",
    "website_fee": "joining.website_fee",
    "kit_freight": "joining.kit_freight",
    "kit_tax": "joining.kit_tax",
    "order_fee": "orders.fee",
    "order_freight_share": "orders.freight_share",
    "order_tax_on_paid": "orders.tax_on_paid",
    "order_tax_on_shop_price": "orders.tax_on_shop_price",
    "wholesale_share": "prices",
    "points_per_100_retail": "volume.points_per_100_retail",
    "commissionable_per_100_retail": "volume.commissionable_per_100_retail",
    "minimum_personal_volume": "pay.minimum_personal_volume",
    "standing_order": "activity.standing_order",
    "payout_lag_months": "pay.payout_lag_months",
    "margin_lag_months": "pay.payout_lag_months",  # paid with the rest, in all of these
    "own_lag_months": "pay.payout_lag_months",
    "buy_back_share": "buy_back.share",
    "buy_back_window_months": "buy_back.window_months",
}
COUNTS = ("figures_sourced", "figures_weak", "figures_not_disclosed")


def in_own_currency(company_id: str) -> tuple[Company, Terms]:
    company = COMPANIES[company_id]
    return company, resolve_terms(company, default_plan(company.currency))


@pytest.mark.parametrize("company_id", list(COMPANIES))
def test_what_a_company_does_not_disclose_is_said_figure_by_figure(company_id: str) -> None:
    company, terms = in_own_currency(company_id)
    facts = {fact.key: fact for fact in facts_of_terms(company, terms)}
    assert list(facts) == [*PLACES, *COUNTS]
    by_rank = {"minimum_personal_volume": "ranks"} if company_id == "scentsy-us" else {}
    for key, place in (PLACES | by_rank).items():
        entry: object = company
        for name in place.split("."):
            entry = getattr(entry, name, None)
        fact = facts[key]
        if isinstance(entry, Cited):
            assert fact.value is not None
            assert fact.grade == (None if entry.kind == "invented" else entry.grade)
            assert not fact.assumed
        elif isinstance(entry, Asked):
            assert (fact.value is not None, fact.assumed, fact.grade) == (True, True, None)
        else:
            assert (fact.value, fact.reason, fact.grade) == (None, NOT_DISCLOSED, None)


def test_what_has_to_be_ordered_each_month_is_in_money_of_the_plan_or_in_points() -> None:
    base = COMPANIES["amway-eu"].model_dump(mode="json", exclude_none=True)
    order = {"kind": "published", "source": "plan-uk", "year": 2024, "grade": "weak"}

    def standing_order(value: float, unit: str) -> Fact:
        data = base | {"activity": base["activity"] | {"standing_order": order | {"value": value, "unit": unit}}}
        company = Company.model_validate(data)
        terms = resolve_terms(company, Plan.model_validate({"currency": "SEK", "exchange_rates": {"EUR": 11.2}}))
        return next(fact for fact in facts_of_terms(company, terms) if fact.key == "standing_order")

    money = standing_order(50, "money_a_month")  # 50 euro at 11.20 kronor are 560
    assert (money.value, money.unit, money.grade) == (pytest.approx(560), "money", "weak")
    points = standing_order(100, "points_a_month")
    assert (points.value, points.unit, points.remark) == (100, "points", None)


def test_from_when_on_an_order_is_asked_for_stands_beside_it() -> None:
    company = invented_company(ordering=(50, "money_a_month"), ordered_from=4)
    facts = facts_of_terms(company, resolve_terms(company, bare_plan()))
    remark = next(fact.remark for fact in facts if fact.key == "standing_order")
    assert remark is not None
    assert Speech("en", "USD", "2027-01").say(remark) == "from month 4"


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
    company, terms = in_own_currency(company_id)
    for place in TITLES:
        record: object = company
        for name in place.split("."):
            if record is not None:  # a company of one's own may leave whole groups out
                record = getattr(record, name)  # raises where there is no such place
    assert set(terms.unknown) <= set(TITLES)
    facts = facts_of_terms(company, terms)
    assert {fact.title for fact in facts if fact.key not in COUNTS} <= {*TITLES.values(), FIRST_PRICE, BEFORE_PAY}
    assert len(set(TITLES.values())) == len(TITLES)


def test_every_status_without_a_rate_has_its_words() -> None:
    assert set(NO_SINGLE_RATE) == set(Status) - {Status.ONE}
