"""Plans and companies made by hand from a few figures, and companies drawn at random; random plans: random_plans.py."""

from dataclasses import fields, replace
from typing import Any, get_args

import numpy as np
from hypothesis import strategies as st

from planner.inputs.company.company import Company
from planner.inputs.pay.window import Window
from planner.inputs.plan.plan import Plan
from planner.projection.assumptions import Assumptions
from planner.projection.plan_assumptions import plan_assumptions
from tests.properties.random_plans import MONEY, either, number

INVENTED = {"kind": "invented", "source": "invented", "year": 2026, "grade": "weak"}
BOTH = {"en": "Invented.", "sv": "Påhittat."}


def figure(value: float | None, unit: str) -> dict[str, Any]:
    """An invented figure of a company; None is one that was looked for and not found."""
    return {"not_found": BOTH} if value is None else {"value": value, "unit": unit, **INVENTED}


def invented_company(
    *,
    kit: float | None = 0,
    demanded_stock: float | None = 0,
    renewal: float | None = 0,
    website: float | None = 0,
    free_months: int | None = None,
    steps: tuple[tuple[float, float], ...] = ((0, 0.5),),
    reached_step: str | None = None,
    on: str = "purchases",
    points: float = 100,
    commissionable: float = 100,
    lag: int | None = 1,
    margin_lag: int | None = None,
    own_lag: int | None = None,
    pay_until: str | None = None,
    refunds: str | None = None,
    minimum: float | None = 0,
    minimum_sales: float | None = None,
    window: str | None = None,
    rates: tuple[float, ...] = (),
    compression: bool = False,
    pays_on_inactive: bool = True,
    breakaway: bool | None = None,
    ranks: tuple[dict[str, Any], ...] = (),
    currency: str = "USD",
    ordering: tuple[float, str] | None = None,
    ordered_for: str = "pay",
    ordered_from: int | None = None,
    orders: dict[str, Any] | None = None,
    kit_freight: float | None = None,
    kit_tax: float | None = None,
) -> Company:
    """A company of a few plain figures. rates: of a unilevel, none without; breakaway: of a stairstep, None without.

    margin_lag and own_lag: of the margin and of pay on own goods, None where they are paid with the rest.
    points and commissionable: per 100 of the shop price. ordering: a standing order and its unit, what it is
    for, and from which month on.
    """
    pay: dict[str, Any] = {
        "payout_lag_months": figure(lag, "months"),
        "minimum_personal_volume": figure(minimum, "points"),
        "minimum_sales": None if minimum_sales is None else figure(minimum_sales, "money"),
        "activity_window": None if window is None else {"value": window, **INVENTED},
    }
    for name, months in (("margin", margin_lag), ("own", own_lag)):
        if months is not None:
            pay[f"{name}_lag_months"] = figure(months, "months")
    pay["until"], pay["refunds"] = pay_until, {"value": refunds, **INVENTED} if refunds else None
    if rates:
        pay["unilevel"] = {
            "rates": list(rates),
            "compression": compression,
            "pays_on_inactive": pays_on_inactive,
            **INVENTED,
        }
    if breakaway is not None:
        pay["stairstep"] = {"breakaway": breakaway, **INVENTED}
    activity = None
    if ordering is not None:
        order = figure(*ordering)
        activity = {"standing_order": order, "standing_order_for": ordered_for, "standing_order_ends": figure(None, "")}
        if ordered_from is not None:
            activity["standing_order_from"] = figure(ordered_from, "month")
    data = {
        "id": "invented",
        "name": "Invented",
        "market": BOTH,
        "about": BOTH,
        "currency": currency,
        "status": "fictional",
        "joining": {
            "starter_kit_fee": figure(kit, "money"),
            "minimum_opening_stock": figure(demanded_stock, "money"),
            "renewal_fee": figure(renewal, "money_a_year"),
            "website_fee": figure(website, "money_a_month"),
            "website_free_months": None if free_months is None else figure(free_months, "months"),
            "kit_freight": None if kit_freight is None else figure(kit_freight, "money"),
            "kit_tax": None if kit_tax is None else figure(kit_tax, "share"),
        },
        "prices": {
            "steps": [{"lifetime_points": low, "wholesale_share": share} for low, share in steps],
            "reached_step": {"value": reached_step, **INVENTED} if reached_step else None,
            **INVENTED,
        },
        "volume": {
            "arises_on": on,
            "points_per_100_retail": figure(points, "points"),
            "commissionable_per_100_retail": figure(commissionable, "money"),
        },
        "pay": pay,
        "activity": activity,
        "orders": orders,
        "ranks": {"rows": list(ranks), **INVENTED} if ranks else None,
        "buy_back": {"share": figure(None, "share"), "window_months": figure(None, "months")},
        "sources": {"invented": {"title": "Invented for a test"}},
    }
    return Company.model_validate(data)


def bare_plan(**groups: Any) -> Plan:
    """A plan in which nothing happens, but for what is stated, group by group."""
    still: dict[str, Any] = {
        "horizon_months": 12,
        "running_costs": [],
        "getting_started": {"items": [], "contingency_share": 0},
        "stock": {"opening_stock": 0, "cover_months": 0},
        "customers": {"new_a_month": 0, "attrition": 0, "retail_per_order": 100},
        "team": {"recruits_a_month": 0, "duplication": 0, "annual_attrition": 0, "member_monthly_purchases": 0},
    }
    for name, stated in groups.items():
        still[name] = {**still[name], **stated} if isinstance(stated, dict) and name in still else stated
    return Plan.model_validate(still)


def beside_each_other(plans: list[Plan]) -> Assumptions:
    """Plans of the same horizon and cover as the scenarios of one projection."""
    alone = [plan_assumptions(plan) for plan in plans]
    arrays = {
        field.name: np.concatenate([getattr(one, field.name) for one in alone], axis=-1)
        for field in fields(Assumptions)
        if isinstance(getattr(alone[0], field.name), np.ndarray)
    }
    return replace(alone[0], **arrays)


# --- at random -------------------------------------------------------------------------------------------------------


ORDERED_IN = st.sampled_from(("money_a_month", "points_a_month"))


@st.composite
def rank_rows(draw: st.DrawFn) -> tuple[dict[str, Any], ...]:
    """Ranks that a plan may reach, in rising order, with odd thresholds so that nothing meets one to the digit."""
    volumes = sorted(set(draw(st.lists(number(1, 1e6, 211.7, 613.3, 2417.9, 9_999.1), min_size=1, max_size=7))))
    rates = sorted(draw(st.lists(number(0, 1), min_size=len(volumes), max_size=len(volumes))))
    conditions = st.fixed_dictionaries(
        {
            "personal_volume": number(0, 1e4, 0, 0, 52.3),
            "leg_count": st.sampled_from((0, 0, 1, 3)),
            "leg_volume": number(0, 1e4, 0, 101.3),
            "frontline": st.sampled_from((0, 0, 1, 5)),
        }
    )
    return tuple(
        {"name": f"rank {place}", "group_volume": volume, "rate": rate, **draw(conditions)}
        for place, (volume, rate) in enumerate(zip(volumes, rates, strict=True))
    )


@st.composite
def order_costs(draw: st.DrawFn) -> dict[str, Any]:
    """What an order costs beside its goods: a fee or none, freight in either form, and tax on either base."""
    found: dict[str, Any] = {"fee": draw(either(st.none(), number(0, 100, 4.95).map(lambda fee: figure(fee, "money"))))}
    share = number(0, 0.5, 0.08).map(lambda value: figure(value, "share"))
    if draw(st.booleans()):
        found["freight_share"] = draw(share)
    else:
        costs = [0, *sorted(set(draw(st.lists(number(1, 1e4, 75.3, 211.9), max_size=3))))]
        found["freight_table"] = {"steps": [{"from_cost": cost, "amount": draw(MONEY)} for cost in costs], **INVENTED}
    found[draw(st.sampled_from(("tax_on_paid", "tax_on_shop_price")))] = draw(either(st.none(), share))
    return found


@st.composite
def company_figures(draw: st.DrawFn) -> dict[str, Any]:
    """What `invented_company` wants of any company: with or without ranks, unilevel, stairstep or both."""
    ranks = draw(either(st.just(()), rank_rows()))
    shares = draw(st.lists(number(0.05, 1, 0.75, 0.5), min_size=1, max_size=4))
    limits = [0, *sorted(set(draw(st.lists(number(1, 1e5, 503.1), max_size=3))))][: len(shares)]
    reached = draw(st.sampled_from((None, "next_month", "whole_order", "beyond")))
    percents = draw(st.lists(st.integers(0, 8), max_size=12))
    return {
        "kit": draw(either(st.none(), MONEY)),
        "demanded_stock": draw(either(st.none(), MONEY)),
        "renewal": draw(either(st.none(), MONEY)),
        "website": draw(either(st.none(), MONEY)),
        "free_months": draw(either(st.none(), st.integers(0, 14))),
        "steps": tuple(zip(limits, sorted(shares, reverse=True) if reached == "whole_order" else shares, strict=False)),
        "reached_step": reached,
        "on": draw(st.sampled_from(("purchases", "sales"))),
        "points": draw(number(0, 1000, 0, 20, 76)),
        "commissionable": draw(number(0, 100, 67, 76)),
        "lag": draw(either(st.none(), st.integers(0, 5), st.just(200))),
        "margin_lag": draw(either(st.none(), st.integers(0, 5), st.just(200))),
        "own_lag": draw(either(st.none(), st.integers(0, 5))),
        "refunds": draw(st.sampled_from((None, None, "kept", "taken_back"))),
        "pay_until": draw(st.sampled_from((None, None, None, "2027-05", "2028-02-10", "2026"))),
        "minimum": draw(either(st.none(), number(0, 1e4, 0, 47.3))),
        "minimum_sales": draw(either(st.none(), st.none(), number(0, 1e4, 0, 63.1))),
        "window": draw(either(st.none(), st.sampled_from(get_args(Window)))),
        "rates": tuple(percent / 100 for percent in percents),
        "compression": draw(st.booleans()),
        "pays_on_inactive": draw(st.booleans()),
        "breakaway": draw(st.sampled_from((None, True, False))) if ranks else None,
        "ranks": ranks,
        "currency": draw(st.sampled_from(("USD", "EUR"))),
        "ordering": draw(either(st.none(), st.none(), st.tuples(number(0, 1e4, 17.3, 100), ORDERED_IN))),
        "ordered_for": draw(st.sampled_from(("staying", "pay", "discount"))),
        "ordered_from": draw(either(st.none(), st.integers(1, 14))),
        "orders": draw(either(st.none(), st.none(), order_costs())),
        "kit_freight": draw(either(st.none(), MONEY)),
        "kit_tax": draw(either(st.none(), number(0, 1, 0.08))),
    }


def companies() -> st.SearchStrategy[Company]:
    return company_figures().map(lambda figures: invented_company(**figures))
