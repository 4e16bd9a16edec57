"""For each kind of part a company that pays by it, and a plan small enough that its people are gone through one by one.

Of kinds that companies pay in ways that share little, such as two legs by a rate and by the cycle, there are two.
"""

from dataclasses import dataclass, field
from typing import Any

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from tests.planner.compensation.teams_that_exist.by_hand import plan_of
from tests.properties.situations import invented_company
from tests.simulation.by_pay_plan import paid_by
from tests.simulation.plans import team_plan

# Goods of 100 at shop price bring 50 points and 40 of money; a member buys for about 90 a month.
RANKS = (
    {"name": "One", "group_volume": 60, "rate": 0.04},
    {"name": "Two", "group_volume": 150, "frontline": 1, "rate": 0.08},
    {"name": "Three", "group_volume": 300, "leg_count": 2, "leg_volume": 40, "rate": 0.12},
)
LEVELS = {"rule": "unilevel", "rates": [0.1, 0.07, 0.05]}
TODAY = [{"under": 0, "buys": 80, "months": 6}, {"under": 1, "buys": 60, "months": 2}]
CYCLE = {"strong": 60, "weak": 30, "pays": 7.5}


@dataclass(frozen=True)
class OfKind:
    """Parts of a pay plan, what it says beside them, and what the plan says of the team."""

    parts: tuple[dict[str, Any], ...]
    frame: dict[str, Any] = field(default_factory=dict)
    team: dict[str, Any] = field(default_factory=dict)
    stock: dict[str, Any] = field(default_factory=dict)


def of(*parts: dict[str, Any], team: dict[str, Any] | None = None, stock: Any = None, **frame: Any) -> OfKind:
    return OfKind(parts, frame, team or {}, stock or {})


BY_KIND: dict[str, OfKind] = {
    "unilevel, compressed": of(LEVELS | {"compression": "dynamic", "own_goods": "as_level_1"}),
    "unilevel by rank": of(
        {"rule": "unilevel", "by_rank": [{"rank": "One", "rates": [0.05]}, {"rank": "Two", "rates": [0.1, 0.08, 0.05]}]}
    ),
    "stairstep": of({"rule": "stairstep", "inactive": "rolls_up"}),
    "stairstep with breakaway": of(
        {"rule": "stairstep", "broken_away": "nothing"}, breakaway={"rank": "Two", "ranks_by": "total"}
    ),
    "leadership": of(
        {"rule": "leadership", "rates": [0.06, 0.03], "guarantee": "at_least", "floor": 90.0, "unqualified": "counts"},
        breakaway={"rank": "One"},
    ),
    "generations": of(
        {"rule": "generations", "rates": [0.1, 0.05], "ends_rank": "One", "starts": "own_group", "own_goods": True},
        team={"today": TODAY},
    ),
    "unit": of(
        {
            "rule": "unit",
            "brackets": [{"from_volume": 0, "rate": 0.04}, {"from_volume": 150, "rate": 0.09}],
            "leader_rank": "Two",
            "own_goods": "paid",
        }
    ),
    "active recruits": of(
        {
            "rule": "active_recruits",
            "steps": [{"recruits": 1, "rate": 0.05}, {"recruits": 2, "volume": 90, "rate": 0.1}],
        }
    ),
    "own sales": of(
        {
            "rule": "own_sales",
            "brackets": [{"from_volume": 0, "rate": 0.1}, {"from_volume": 60, "rate": 0.2}],
            "by": "month",
            "pays": "marginal",
        },
    ),
    "two legs by a rate, capped and carried over": of(
        {
            "rule": "binary",
            "rate": 0.2,
            "unmatched": "kept",
            "cap_money": 12.0,
            "capped": "kept",
            "keep_at_most": 120.0,
        },
        team={"placing": "weaker_leg", "today": TODAY},
    ),
    "two legs by the cycle": of(
        {
            "rule": "binary",
            "cycle": CYCLE,
            "strong_side": "either",
            "unmatched": "kept",
            "remainder": "kept",
            "cap_volume": 60.0,
            "capped": "flushed",
        },
        team={"placing": "alternating", "today": TODAY},
    ),
    "matrix": of(
        {"rule": "matrix", "width": 2, "depth": 3, "rates": [0.05, 0.08, 0.12], "spillover": "top"},
        team={"recruit_at_once": 0.5, "duplication": 0.3},
    ),
    "matrix by place": of(
        {"rule": "matrix", "width": 2, "depth": 3, "amounts": [3, 2], "paid": "each_month", "compression": "standard"}
    ),
    "matching": of(LEVELS, {"rule": "matching", "of": [1], "rates": [0.5, 0.25], "compression": "standard"}),
    "fast start": of(
        {"rule": "fast_start", "rates": [0.2, 0.1], "orders": "all", "months": 2},
        LEVELS,
        team={"member_joining_order": 60},
    ),
    "rank bonus": of(
        {
            "rule": "rank_bonus",
            "amounts": [{"rank": "One", "amount": 30}, {"rank": "Two", "amount": 90}],
            "over_months": 3,
            "needs": "active",
        },
        {"rule": "rank_bonus", "amounts": [{"rank": "Two", "amount": 11}], "paid": "while_held"},
    ),
    "pool": of(
        {
            "rule": "pool",
            "tiers": [
                {"rank": "One", "rate": 0.01, "elsewhere": 900.0},
                {"rank": "Two", "rate": 0.02, "elsewhere": 700.0},
            ],
            "company_value": 5_000.0,
            "divided": "group_points",
        }
    ),
    "passed up": of(
        {"rule": "pass_up", "passed": [1, 3], "rates": [0.2, 0.1], "orders": "all", "unqualified": "passed_on"}
    ),
    "customers": of(
        {
            "rule": "customer_bonus",
            "steps": [{"customers": 1, "amount": 5}, {"customers": 3, "volume": 60, "rate": 0.2}],
        },
    ),
    "gates, caps and rounding": of(
        LEVELS,
        {"rule": "own_sales", "brackets": [{"from_volume": 0, "rate": 0.1}], "volume": "all", "reached_by": "all"},
        gates=[
            {"gate": "sold_share", "least": 0.5, "own_use_counts": True, "on_nothing": "met", "parts": [1]},
            {"gate": "customers", "least": 1, "parts": [2]},
        ],
        caps=[{"most": 14.0, "by_rank": [{"rank": "Two", "most": 22.0}]}],
        rounding={"to": 0.05, "per": "line", "how": "down", "when": "before_caps"},
    ),
    "bought to be paid": of(LEVELS, stock={"buys_to_qualify": "while_it_pays", "own_use": 0}),
}


def plan_by_kind(name: str, seed: int = 1) -> tuple[Plan, Company]:
    """Nine months with a team of about six."""
    kind = BY_KIND[name]
    frame = {"ranks": RANKS, "minimum_personal_volume": 25, "activity_window": "month_and_two_after"} | kind.frame
    company = paid_by(
        invented_company(kit=60, points=50, commissionable=40, steps=((0, 0.7),)), plan_of(*kind.parts, **frame)
    )
    team = {
        "recruits_a_month": 0.8,
        "duplication": 0.15,
        "first_months_attrition": 0.3,
        "member_monthly_purchases": 90,
        "member_joining_order": 0,
        "member_resold_share": 0.3,
        "people_within_reach": 30,
    }
    stock = {"buys_to_qualify": "never", "own_use": 45}
    plan = team_plan(company, seed=seed, team=team | kind.team, stock=stock | kind.stock)
    return Plan.model_validate(plan.model_dump() | {"horizon_months": 9}), company
