"""Whatever the fields of the plan allow can be projected: no plan within the bounds makes an infinity or a NaN."""

import dataclasses
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.measures.measure import Measures, measure
from planner.inputs.path import Path, parse, written
from planner.inputs.plan.entry import Input
from planner.inputs.plan.plan import Plan
from planner.projection.engine import project
from tests.declared_values import OF_NO_AMOUNT, Allowed, not_by_hand, plans_of
from tests.properties.situations import companies, invented_company
from tests.properties.test_twin import as_the_twin_names_it
from tests.random_cases import tried

JUST_BELOW_ONE = 1 - 2**-53
ITEM = {"name": "x", "amount": 1e9}
PRODUCT = {"name": "x", "retail_price": 1e6, "per_order": 1000, "wholesale_share": 1, "points": 1e6}
IN_KIND = {"name": "x", "value": 1e9}
GONE = {"name": "x", "share": 1}
RUNNING = (
    (),
    ({"name": "x", "amount": 1e9, "first_month": 120, "every_months": 120},),
    ({"name": "x", "amount": 1e9},) * 30,
    ({"name": "x", "amount": 1e9, "first_month": 2, "every_months": 120, "last_month": 3},),
)
# Of what is no number and no choice.
BY_HAND: dict[Path, tuple[Any, ...]] = {
    parse("start_month"): ("1900-01", "2027-01", "2199-12"),
    parse("exchange_rates"): ({"EUR": 1e-6}, {"EUR": 1}, {"EUR": 1e6}),
    parse("getting_started.items"): ((), (ITEM,) * 30, ({**ITEM, "month": 120},)),
    parse("running_costs"): RUNNING,
    parse("pay_in_kind"): (
        (),
        ({**IN_KIND, "worth": "pays_for_goods", "every_months": 1},) * 30,
        ({**IN_KIND, "first_month": 120}, {**IN_KIND, "worth": "bought_anyway", "company": "another"}),
    ),
    parse("stock.out_of_season"): (
        (),
        ({**GONE, "share": 1 / 30, "every": "quarterly"},) * 30,
        (GONE, {**GONE, "month": "july", "every": "in_second_year"}),
    ),
    parse("customers.new_a_month"): (0, 0.5, 1000, (0,), (1000, 0), {"first": 1000, "last": 0, "months": 120}),
    parse("customers.first_campaign"): (None, "1900-01-01", "2027-02-14", "2199-12-31"),
    parse("customers.seasons"): ((), (100,) * 12, (0,) * 11 + (1e-6,), (100,) + (0,) * 11),
    parse("customers.products"): ((), (PRODUCT,) * 30, ({**PRODUCT, "retail_price": 1e-6}, PRODUCT)),
    parse("team.today"): (
        (),
        ({"under": 0, "buys": 0, "months": 1}, {"under": 1, "buys": 1e6, "months": 600}),
        ({"under": 0, "buys": 80, "months": 12, "alike": 40},),
    ),
    parse("team.recruits_a_month"): (0, 1e-6, 0.5, 1000, (0, 0, 1000), (1000, 0)),
    parse("parties.a_month"): (0, 1e-6, 0.5, 1000, (0, 0, 1000), {"first": 1000, "last": 0, "months": 120}),
    parse("tax.rules"): ("none", "flat"),
}
# What is tried beside the ends: next to nothing, and nearly all.
NEARBY: dict[Path, tuple[float, ...]] = {
    parse("stock.ship_direct_share"): (JUST_BELOW_ONE,),
    parse("address_book.share_approached"): (JUST_BELOW_ONE,),
    parse("customers.attrition"): (0.999999,),
    parse("money_and_time.loan_annual_rate"): (1e-6,),
}
TOGETHER = {
    (parse("address_book.become_customers"), parse("address_book.become_recruits")): st.sampled_from(
        ((0, 0), (0.1, 0.03), (0.5, 0.5), (0, 1), (1, 0))
    ),
    (parse("team.duplication"), parse("team.recruit_at_once")): st.sampled_from(
        ((0, 0), (0, 1), (1e-6, 1), (0.02, 0), (0.02, 0.1), (0.89, 1), (10, 0), (10, 0.089))
    ),
    (parse("team.annual_attrition"), parse("team.first_months_attrition")): st.sampled_from(
        tuple((year, early) for year in (0, 0.6, 0.999999, JUST_BELOW_ONE) for early in (None, 0, year))
    ),
    tuple(parse(f"money_and_time.{part}_hours_share") for part in ("recruiting", "meeting", "paperwork")): (
        st.sampled_from(((0, 0, 0), (0, 0.25, 0.15), (1, 0, 0), (0, 1, 0), (0, 0, 1)))
    ),
}
# What is usual of a unit, for an input whose default is nothing.
USUAL = {"money": 40, "share": 0.1, "people": 5, "orders": 1, "hours": 6, "months": 12, "month": 3, "number": 7}


def ends_of(declared: Input) -> tuple[Any, ...]:
    """Both ends of an input, its default, and what is tried nearby; or each of its choices."""
    if declared.choices:
        return tuple(declared.choices)
    allowed, usual = Allowed.of(declared), declared.declared.default
    ends = [*allowed.ends, USUAL[declared.unit] if usual in {*allowed.ends, None} else usual]
    assert ends[0] <= ends[-1] <= ends[1], f"{written(declared.path)}: state something usual of it"
    return (*map(int if allowed.whole else float, ends), *NEARBY.get(declared.path, ()), *[None][: allowed.empty])


ENDS = BY_HAND | {each.path: ends_of(each) for each in not_by_hand(BY_HAND, TOGETHER) if each.path not in OF_NO_AMOUNT}


def extreme_plans() -> st.SearchStrategy[Plan]:
    """Each input at an end of what it may be, or at something usual."""
    return plans_of({path: st.sampled_from(ends) for path, ends in ENDS.items()}, TOGETHER)


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


@tried(36)
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
