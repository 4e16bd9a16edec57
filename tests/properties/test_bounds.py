"""Whatever the fields of the plan allow can be projected: no plan within the bounds makes an infinity or a NaN."""

import dataclasses
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.measures.measure import Measures, measure
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from tests.properties.situations import companies, invented_company
from tests.properties.test_twin import as_the_twin_names_it
from tests.random_cases import tried

# Each field at both of its bounds, and at something usual.
JUST_BELOW_ONE = 1 - 2**-53
ITEM = {"name": "x", "amount": 1e9}
PRODUCT = {"name": "x", "retail_price": 1e6, "per_order": 1000, "wholesale_share": 1, "points": 1e6}
ENDS: dict[str, dict[str, tuple[Any, ...]]] = {
    "getting_started": {"contingency_share": (0, 0.1, 1), "items": ((), (ITEM,) * 30, ({**ITEM, "month": 120},))},
    "stock": {
        "opening_stock": (0, 200, 1e9),
        "cover_months": (0, 1, 24),
        "minimum_order": (0, 40, 1e9),
        "standing_order": (0, 40, 1e9),
        "demanded_order": ("bought", "refused"),
        "buys_to_qualify": ("never", "always", "while_it_pays"),
        "own_use": (0, 40, 1e9),
        "own_use_anyway": (0, 40, 1e9),
        "samples": (0, 40, 1e9),
        "freight_share": (0, 0.1, 1),
        "spoilage_share": (0, 0.1, 1),
        "shelf_life_months": (None, 1, 12, 120),
        "share_lost": (0, 0.3, 1),
        "ship_direct_share": (0, 0.3, JUST_BELOW_ONE, 1),
    },
    "address_book": {
        "contacts": (0, 150, 1e6),
        "share_approached": (0, 0.2, JUST_BELOW_ONE, 1),
        "cold_a_month": (0, 5, 1e5),
        "become_customers": (0, 0.1, 0.5),
        "become_recruits": (0, 0.03, 0.5),
    },
    "customers": {
        "new_a_month": (0, 0.5, 1000, (0,), (1000, 0), {"first": 1000, "last": 0, "months": 120}),
        "attrition": (0, 0.2, 0.999999, JUST_BELOW_ONE),
        "orders_per_customer": (0, 1, 100),
        "retail_per_order": (1e-6, 50, 1e6),
        "discount": (0, 0.5, JUST_BELOW_ONE),
        "new_from": ("schedule", "address_book"),
        "cost_per_order": (0, 4, 1e9),
        "refund_share": (0, 0.04, 1),
        "returned_to_shelf": (0, 0.5, 1),
        "seasons": ((), (100,) * 12, (0,) * 11 + (1e-6,), (100,) + (0,) * 11),
        "products": ((), (PRODUCT,) * 30, ({**PRODUCT, "retail_price": 1e-6}, PRODUCT)),
    },
    "team": {
        "recruits_a_month": (0, 1e-6, 0.5, 1000, (0, 0, 1000), (1000, 0)),
        "duplication": (0, 1e-6, 0.02, 10),
        "recruits_from": ("schedule", "address_book"),
        "annual_attrition": (0, 0.6, 0.999999, JUST_BELOW_ONE),
        "first_months_attrition": (None, 0),
        "member_joining_order": (0, 300, 1e6),
        "member_monthly_purchases": (0, 80, 1e6),
        "people_within_reach": (1, 20_000, 1e10),
    },
    "money_and_time": {
        "own_cash": (0, 1000, 1e9),
        "loan": (0, 5000, 1e9),
        "loan_annual_rate": (0, 1e-6, 0.1, 5),
        "loan_months": (1, 24, 360),
        "card_limit": (0, 700, 1e9),
        "card_annual_rate": (0, 0.2225, 5),
        "hours_a_week": (0, 6, 168),
        "reference_wage": (0, 7.25, 1e5),
        "annual_saving_rate": (0, 0.02, 1),
    },
    "tax": {
        "rules": ("none", "flat"),
        "income_share": (0, 0.3, 0.9),
        "vat_registered": ("never", "past_threshold", "from_start"),
        "vat_rate": (None, 0, 0.25, 1),
        "vat_rate_on_costs": (None, 0, 0.25, 1),
        "vat_threshold": (None, 0, 1e4, 1e9),
    },
}
RUNNING = (
    (),
    ({"name": "x", "amount": 1e9, "first_month": 120, "every_months": 120},),
    ({"name": "x", "amount": 1e9},) * 30,
    ({"name": "x", "amount": 1e9, "first_month": 2, "every_months": 120, "last_month": 3},),
)


@st.composite
def extreme_plans(draw: st.DrawFn) -> Plan:
    data: dict[str, Any] = {
        group: {name: draw(st.sampled_from(ends)) for name, ends in names.items()} for group, names in ENDS.items()
    }
    data |= {"horizon_months": draw(st.sampled_from((1, 12, 120))), "running_costs": draw(st.sampled_from(RUNNING))}
    data["exchange_rates"] = {"EUR": draw(st.sampled_from((1e-6, 1, 1e6)))}
    return Plan.model_validate(data)


def assert_finite(plan: Plan, company) -> None:
    result = project(plan, company)
    for name, array in as_the_twin_names_it(result).items():
        assert np.isfinite(array).all(), name
    for name in ("joined", "active", "newcomers", "frontline", "alive"):
        assert (getattr(result.network, name) >= 0).all(), name
    assert result.network.joined.sum() <= plan.team.people_within_reach * (1 + 1e-12)
    assert_finite_measures(measure(plan, result))


def assert_finite_measures(measures: Measures) -> None:
    for field in dataclasses.fields(measures):
        value = getattr(measures, field.name)
        if isinstance(value, float):
            assert np.isfinite(value), field.name


@tried(60)
@given(extreme_plans(), companies())
def test_nothing_within_the_bounds_makes_a_nan_or_an_infinity(plan, company):
    assert_finite(plan, company)


@pytest.mark.parametrize("reach", [1, 1e10])
@pytest.mark.parametrize("annual_attrition", [0, 0.999999])
def test_ten_years_of_ten_recruits_a_month_each(annual_attrition, reach):
    """The pitch at its worst: the people run out, and the plan still adds up."""
    team = {"recruits_a_month": 1000, "duplication": 10, "member_monthly_purchases": 1e6}
    team |= {"annual_attrition": annual_attrition, "people_within_reach": reach}
    plan = Plan.model_validate({"horizon_months": 120, "team": team})
    ranks = ({"name": "3 %", "group_volume": 200, "rate": 0.03}, {"name": "21 %", "group_volume": 1e4, "rate": 0.21})
    assert_finite(plan, invented_company(rates=(0.05,) * 5, compression=True, breakaway=True, ranks=ranks))


def test_a_recruit_now_and_then_in_a_world_of_people():
    """Nobody recruited in the first months, and room for 10,000 million."""
    plan = Plan.model_validate({"team": {"recruits_a_month": (0, 0, 1), "people_within_reach": 1e10}})
    assert_finite(plan, invented_company(rates=(0.05,)))
