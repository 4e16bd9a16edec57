"""Plans of which a workbook is tried: lively ones, since what is nothing throughout is computed right by anything."""

from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan

LIVELY = {
    "name": "Lively",
    "currency": "USD",
    "start_month": "2026-11",
    "horizon_months": 18,
    "getting_started": {"items": [{"name": "Samples", "amount": 120}, {"name": "A fair", "amount": 80, "month": 4}]},
    "stock": {
        "opening_stock": 250,
        "cover_months": 1,
        "minimum_order": 60,
        "standing_order": 40,
        "standing_order_from": 3,
        "own_use": 25,
        "own_use_anyway": 10,
        "samples": 12,
        "freight_share": 0.06,
        "spoilage_share": 0.01,
        "out_of_season": [
            {"name": "Season", "share": 0.15, "month": "february", "every": "half_yearly"},
            {"name": "Dropped", "share": 0.05, "month": "august", "every": "in_first_year"},
        ],
        "share_lost": 0.2,
        "ship_direct_share": 0.3,
        "buys_to_qualify": "while_it_pays",
    },
    "customers": {
        "new_a_month": 2,
        "attrition": 0.15,
        "discount": 0.05,
        "cost_per_order": 2,
        "charged_per_order": 4,
        "handed_on_share": 0.75,
        "refund_share": 0.03,
        "seasons": [1, 1, 1, 1, 1, 0.5, 0.5, 1, 1, 1, 1.5, 2],
    },
    "team": {
        "recruits_a_month": 0.5,
        "duplication": 0.05,
        "member_monthly_purchases": 90,
        "member_joining_order": 150,
    },
    "pay_in_kind": [
        {
            "name": "Credit",
            "value": 45,
            "first_month": 2,
            "every_months": 5,
            "last_month": 14,
            "worth": "pays_for_goods",
        },
        {"name": "Bag", "value": 60, "first_month": 4, "worth": "bought_anyway"},
        {"name": "Trip", "value": 700, "first_month": 9},
    ],
    "running_costs": [
        {"name": "Phone", "amount": 25},
        {"name": "Insurance", "amount": 90, "first_month": 2, "every_months": 6, "last_month": 15},
    ],
    "money_and_time": {"own_cash": 900, "loan": 1000, "loan_months": 12, "card_limit": 400},
    "tax": {
        "rules": "united-states-self-employment-2026",
        "income_deduction": "single",
        "vat_registered": "past_threshold",
        "vat_rate": 0.2,
        "vat_threshold": 900,
        "sales_tax_rate": 0.06,
    },
}
NOBODY_BELOW = LIVELY | {
    "team": {"recruits_a_month": 0},
    "stock": {"own_use": 20},
    "tax": {"rules": "flat", "income_share": 0.3},
}
# Under Swedish rules at a thousandth: contributions are reduced above 40, losses save tax, and food has its own VAT.
SWEDISH = LIVELY | {
    "exchange_rates": {"SEK": 0.001},
    "customers": LIVELY["customers"] | {"new_a_month": 6},
    "tax": {
        "rules": "sweden-sole-trader-2026",
        "losses": "other_income",
        "vat_registered": "past_threshold",
        "vat_goods": "food",
        "vat_threshold": 900,
    },
}


def with_levels(company_id: str) -> Company:
    """A company with three levels in place of its pay plan, whose pay a workbook has as values alone."""
    data = load_catalog().companies[company_id].model_dump(mode="json", exclude_none=True)
    cited = {"kind": "published", "source": next(iter(data["sources"])), "year": 2024, "grade": "primary"}
    data["pay"].pop("plan")
    data["pay"]["unilevel"] = {**cited, "rates": [0.02, 0.03, 0.05], "compression": True}
    return Company.model_validate(data)


CATALOG = load_catalog().companies
PLANS = {
    "levels, price steps, a yearly fee": (Plan.model_validate(LIVELY), CATALOG["example-company"]),
    "ranks, points on sales": (Plan.model_validate(LIVELY), CATALOG["scentsy-us"]),
    "an order asked for, nobody below": (Plan.model_validate(NOBODY_BELOW), with_levels("doterra-us")),
    "Swedish tax, a loss first": (Plan.model_validate(SWEDISH), CATALOG["example-company"]),
}
