"""The plans and companies that the engines are held against each other on."""

from typing import Any

from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.chance import SPREADS
from planner.inputs.plan.plan import Plan
from tests.companies_by_months import BY_MONTHS
from tests.properties.situations import invented_company

RATES = (0.08, 0.05, 0.04, 0.03)
FRONTLINE_RANKS = (
    {"name": "one", "personal_volume": 40, "group_volume": 150, "frontline": 1},
    {"name": "two", "personal_volume": 40, "group_volume": 500, "leg_count": 2, "leg_volume": 60},
)

COMPANIES: dict[str, Company] = {
    "compressed": invented_company(kit=60, rates=RATES, compression=True, minimum=40, ranks=FRONTLINE_RANKS),
    "uncompressed": invented_company(kit=60, rates=RATES, lag=2),
    "amway-eu": BY_MONTHS["amway-eu"],
    "scentsy-us": load_catalog().companies["scentsy-us"],
}

NO_SPREADS = dict.fromkeys(SPREADS, 0.0)


def team_plan(company: Company, seed: int = 1, **changes: dict[str, Any]) -> Plan:
    """Two years with some customers and a team of about ten; spreads as they are by default. changes: by group."""
    groups: dict[str, Any] = {
        "customers": {"new_a_month": 1.5, "refund_share": 0.03, "discount": 0.02},
        "stock": {"cover_months": 1, "buys_to_qualify": "while_it_pays", "freight_share": 0.03},
        "team": {
            "recruits_a_month": 0.5,
            "duplication": 0.05,
            "first_months_attrition": 0.3,
            "member_monthly_purchases": 130,
            "member_joining_order": 90,
        },
        "chance": {"seed": seed, "when_money_runs_out": "puts_in_more"},  # as what follows exactly as entered
    }
    for name, stated in changes.items():
        groups[name] = groups.get(name, {}) | stated
    return Plan.model_validate({"currency": company.currency, "horizon_months": 24, **groups})
