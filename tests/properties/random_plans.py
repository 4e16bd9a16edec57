"""Plans drawn at random from everything that the fields allow, biased towards those in which something happens."""

from functools import cache
from typing import Any

from hypothesis import strategies as st

from planner.inputs.plan.plan import Plan

# Cached, since a strategy that is made anew for each plan is checked anew, which takes longer than drawing from it.
either = cache(st.one_of)


@cache
def number(low: float, high: float, *usual: float) -> st.SearchStrategy[float]:
    """Often one of the usual values, edges among them; otherwise anything between that is not next to nothing."""
    anything = st.floats(low, high, allow_nan=False, allow_subnormal=False)
    anything = anything.map(lambda value: value if value >= 1e-6 else low)
    return st.one_of(st.sampled_from(usual), anything) if usual else anything


@cache
def schedules(usual: float, most: float) -> st.SearchStrategy[Any]:
    each = number(0, most, 0, usual, usual / 3)
    ramp = st.fixed_dictionaries({"first": each, "last": each, "months": st.integers(2, 120)})
    return either(each, ramp, st.lists(each, min_size=1, max_size=40).map(tuple))


MONEY = number(0, 1e5, 0, 17.3, 450)
SELDOM_MONEY = number(0, 1e4, 0, 0, 0, 17.3, 450)
SELDOM_SHARE = number(0, 1, 0, 0, 0, 0.04, 0.3, 1)
SHARE_BELOW_ONE = number(0, 0.999999, 0, 0.2, 0.6, 0.999999)
FROM_WHERE = st.sampled_from(("schedule", "schedule", "address_book"))
RATES = st.sampled_from((0, 0.04, 0.12, 0.2225, 1.5))  # a rate of next to nothing has no digits in an annuity


@st.composite
def stocks(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "opening_stock": draw(MONEY),
        "cover_months": draw(st.sampled_from((0, 1, 1, 2, 5, 24))),
        "minimum_order": draw(SELDOM_MONEY),
        "standing_order": draw(SELDOM_MONEY),
        "demanded_order": draw(st.sampled_from(("bought", "refused"))),
        "buys_to_qualify": draw(st.sampled_from(("never", "always", "while_it_pays"))),
        "own_use": draw(SELDOM_MONEY),
        "own_use_anyway": draw(SELDOM_MONEY),
        "samples": draw(SELDOM_MONEY),
        "freight_share": draw(SELDOM_SHARE),
        "spoilage_share": draw(SELDOM_SHARE),
        "shelf_life_months": draw(st.sampled_from((None, None, 1, 2, 3, 7, 120))),
        "share_lost": draw(SELDOM_SHARE),
        "ship_direct_share": draw(st.sampled_from((0, 0, 0.3, 1))),
    }


PRODUCT = st.fixed_dictionaries(
    {
        "name": st.just("x"),
        "retail_price": number(0.01, 1e5, 12.4, 61.7),
        "per_order": number(0.001, 1000, 1, 0.4, 3),
        "wholesale_share": either(st.none(), number(0.05, 1, 0.6)),
        "points": either(st.none(), number(0, 1e4, 0, 9.7)),
    }
)


PRODUCTS = st.one_of(st.just(()), st.lists(PRODUCT, max_size=3))
FACTORS = st.lists(number(0, 100, 0, 80, 100, 0.7), min_size=12, max_size=12)
SEASONS = st.one_of(st.just(()), FACTORS.filter(lambda twelve: sum(twelve) > 0.01))


@st.composite
def customers(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "new_from": draw(FROM_WHERE),
        "new_a_month": draw(schedules(1.7, 1000)),
        "attrition": draw(SHARE_BELOW_ONE),
        "orders_per_customer": draw(number(0, 100, 0, 0.5, 1)),
        "retail_per_order": draw(number(0.01, 1e6, 47, 61.7)),
        "discount": draw(SHARE_BELOW_ONE),
        "cost_per_order": draw(SELDOM_MONEY),
        "refund_share": draw(SELDOM_SHARE),
        "returned_to_shelf": draw(number(0, 1, 0, 0.5, 1)),
        "seasons": draw(SEASONS),
        "products": draw(PRODUCTS),
    }


@st.composite
def address_books(draw: st.DrawFn) -> dict[str, Any]:
    buy = draw(number(0, 1, 0.1))
    return {
        "contacts": draw(number(0, 1e6, 0, 150)),
        "share_approached": draw(number(0, 1, 0, 0.2, 1)),
        "cold_a_month": draw(number(0, 1e5, 0, 0, 2.3)),
        "become_customers": buy,
        "become_recruits": draw(number(0, 1, 0, 0.03)) * (1 - buy),
    }


@st.composite
def teams(draw: st.DrawFn) -> dict[str, Any]:
    year = draw(SHARE_BELOW_ONE)
    return {
        "recruits_from": draw(FROM_WHERE),
        "recruits_a_month": draw(schedules(1.3, 1000)),
        "duplication": draw(number(0, 10, 0, 0.02, 0.1, 0.3, 10)),
        "annual_attrition": year,
        "first_months_attrition": draw(st.sampled_from((None, None, 0, year * 0.3, year * 0.7, year))),
        "member_monthly_purchases": draw(number(0, 1e6, 0, 83, 130)),
        "member_resold_share": draw(number(0, 1, 0, 0.5, 1)),
        "member_joining_order": draw(number(0, 1e6, 0, 0, 310)),
        "people_within_reach": draw(number(1, 1e10, 1, 777, 20_000, 1e10)),
    }


SPREAD = number(0, 3, 0, 0.5, 1, 3)


@st.composite
def chances(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "effort_spread": draw(SPREAD),
        "customer_spread": draw(SPREAD),
        "order_spread": draw(SPREAD),
        "ability_spread": draw(number(0, 5, 0, 0.5, 2, 5)),
        "staying_spread": draw(SPREAD),
        "purchase_spread": draw(SPREAD),
        "quits": draw(st.sampled_from(("never", "never", "as_others"))),
        "most_to_lose": draw(either(st.none(), st.none(), number(0.01, 1e6, 100, 997.3))),
        "review_month": draw(st.sampled_from((None, None, 1, 3, 7, 120))),
        "seed": draw(st.integers(0, 999_999)),
    }


@st.composite
def own_money(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "own_cash": draw(number(0, 1e6, 0, 1000)),
        "loan": draw(number(0, 1e6, 0, 0, 5000)),
        "loan_annual_rate": draw(RATES),
        "loan_months": draw(st.sampled_from((1, 2, 12, 24, 360))),
        "card_limit": draw(number(0, 1e6, 0, 0, 700)),
        "card_annual_rate": draw(RATES),
    }


@st.composite
def taxes(draw: st.DrawFn) -> dict[str, Any]:
    """No rules or a flat share; the sets of rules have tests of their own. VAT by rates that the plan states."""
    rules = draw(st.sampled_from(("none", "flat")))
    return {
        "rules": rules,
        "income_share": draw(number(0, 0.9, 0, 0.3)) if rules == "flat" else None,
        "vat_registered": draw(st.sampled_from(("never", "past_threshold", "from_start"))),
        "vat_rate": draw(number(0, 1, 0.25, 0.06)),
        "vat_rate_on_costs": draw(number(0, 1, 0.25, 0)),
        "vat_threshold": draw(either(st.none(), number(0, 1e6, 0, 997.3, 11_111.1))),
    }


@st.composite
def running_costs(draw: st.DrawFn) -> dict[str, Any]:
    first = draw(either(st.integers(1, 12), st.integers(1, 120)))
    return {
        "name": "x",
        "amount": draw(MONEY),
        "first_month": first,
        "every_months": draw(either(st.integers(1, 12), st.integers(1, 120))),
        "last_month": draw(either(st.none(), st.integers(first, 120))),
        "for_recruiting": draw(st.booleans()),
    }


ITEMS = st.lists(
    st.fixed_dictionaries({"name": st.just("x"), "amount": MONEY, "month": st.sampled_from((0, 0, 1, 7, 40, 120))}),
    max_size=3,
)
RUNNING_COSTS = st.lists(running_costs(), max_size=3)


@st.composite
def plans(draw: st.DrawFn, longest: int = 120) -> Plan:
    """Any plan, biased towards those in which something happens."""
    return Plan.model_validate(
        {
            "start_month": draw(st.sampled_from(("2027-01", "2026-12", "2027-03", "2027-10"))),
            "horizon_months": draw(st.integers(1, longest)),
            "exchange_rates": {"EUR": draw(number(0.01, 100, 1.1, 10))},
            "getting_started": {
                "items": draw(ITEMS),
                "contingency_share": draw(number(0, 1, 0.1)),
            },
            "stock": draw(stocks()),
            "address_book": draw(address_books()),
            "customers": draw(customers()),
            "team": draw(teams()),
            "chance": draw(chances()),
            "running_costs": draw(RUNNING_COSTS),
            "money_and_time": draw(own_money()),
            "tax": draw(taxes()),
        }
    )
