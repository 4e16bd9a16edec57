"""Plans and companies drawn at random for each kind of pay: people who come, buy unevenly, recruit and leave."""

from typing import Any

from numpy.random import Generator
from pydantic import ValidationError

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from tests.planner.compensation.teams_that_exist.drawn_plans import draw_plan
from tests.planner.compensation.teams_that_exist.random_teams import draw_frame, names_of
from tests.planner.compensation.teams_that_exist.test_team_ranks import draw_ranks
from tests.properties.situations import invented_company
from tests.simulation.by_pay_plan import paid_by
from tests.simulation.plans import team_plan

WINDOWS = ("month", "quarter", "one_of_three", "month_and_two_after", "twelve_months")
MATCHED = ("unilevel", "binary", "stairstep", "matrix", "rank_bonus")
TODAY = [
    {"under": 0, "buys": 120, "months": 9},
    {"under": 1, "buys": 60, "months": 5},
    {"under": 1, "buys": 90, "months": 2, "alike": 2},
    {"under": 2, "buys": 50, "months": 1},
]


def one_of(random: Generator, *options: Any) -> Any:
    return options[int(random.integers(len(options)))]


def draw_run(random: Generator, rule: str) -> tuple[Plan, Company]:
    """A year and a bit of a plan, on a company that pays by this kind."""
    company = invented_company(kit=60, points=50, commissionable=40, steps=((0, 0.7),), lag=one_of(random, 0, 1))
    while True:
        try:
            company = paid_by(company, draw_pay(random, rule))
            break
        except ValidationError:  # ranks that do not rise, or what does not go together
            continue
    team = {
        "recruits_a_month": 0.7,
        "duplication": 0.13,
        "first_months_attrition": 0.3,
        "member_monthly_purchases": 90,
        "member_joining_order": one_of(random, 0, 60),
        "member_resold_share": one_of(random, 0, 0.5, 1),
        "people_within_reach": 25,
        "placing": one_of(random, "weaker_leg", "alternating", "under_sponsor"),
        "recruit_at_once": one_of(random, 0, 0, 0.5),
        "today": one_of(random, [], [], TODAY),
    }
    stock = {
        "buys_to_qualify": one_of(random, "never", "always", "while_it_pays"),
        "own_use": one_of(random, 0, 40),
        "ship_direct_share": one_of(random, 0, 0.5),
        "cover_months": one_of(random, 0, 2),
    }
    plan = team_plan(company, seed=int(random.integers(1, 1_000_000)), team=team, stock=stock)
    more: dict[str, Any] = {"horizon_months": 14, "start_month": one_of(random, "2027-01", "2027-02", "2027-03")}
    if random.random() < 0.3:
        more |= {"currency": "SEK", "exchange_rates": {company.currency: 10.5}}
    if random.random() < 0.3:
        more["money_and_time"] = plan.money_and_time.model_dump() | {"shop_price_rise": 0.05}
    return Plan.model_validate(plan.model_dump() | more), company


def draw_pay(random: Generator, rule: str) -> Any:
    """A pay plan with one part of the kind, and what is matched before it."""
    frame = draw_frame(random, rates=True)
    frame["activity_window"] = one_of(random, *WINDOWS)
    if rule != "stairstep" and random.random() < 0.4:
        frame["ranks"] = draw_ranks(random)
        frame.pop("breakaway", None)
        if random.random() < 0.6:
            frame["breakaway"] = {"rank": names_of(frame)[0], "ranks_by": one_of(random, "group", "total")}
    if random.random() < 0.2:
        frame |= {"minimum_sales": 40.0, "points_per_100_retail": 50.0}
    before = ()
    if rule == "matching":
        names = MATCHED if all("rate" in rank for rank in frame["ranks"]) else ("unilevel", "binary", "matrix")
        before = (str(random.choice(names)),)
    if random.random() < 0.5:
        frame |= draw_limits(random, names_of(frame))
    plan = draw_plan(random, frame, *before, rule, **fixed_for(random, rule, names_of(frame)))
    if not before:
        return plan
    matched, part = plan.parts
    if before == ("binary",):
        caps = {"cap_money": one_of(random, None, 2.0), "cap_volume": one_of(random, None, 30.0)}
        matched = matched.model_copy(update=caps)
    part = part.model_copy(update={"cap_money": one_of(random, None, 1.0)})
    return plan.model_copy(update={"parts": (matched, part)})


def fixed_for(random: Generator, rule: str, names: tuple[str, ...]) -> dict[str, Any]:
    """What is no choice of a kind's schema and stands in no draw of teams that exist."""
    if rule == "pool":
        elsewhere = float(random.integers(0, 3))
        tiers = [{"rank": name, "rate": 0.02, "elsewhere": elsewhere} for name in names]
        return {"company_value": 5_000.0, "tiers": tiers}
    if rule == "binary":
        return {
            "recruits_each_side": one_of(random, 0, 0, 1),
            "cap_volume": one_of(random, None, 45.0),
            "cap_money": one_of(random, None, 6.0),
            "keep_at_most": one_of(random, None, 70.0),
            "by_rank": one_of(random, [], [{"rank": names[0], "cap_volume": 80.0}]),
        }
    return {}


def draw_limits(random: Generator, names: tuple[str, ...]) -> dict[str, Any]:
    """Gates of every kind, caps and rounding of the cheque."""
    gates = [
        {"gate": "customers", "least": one_of(random, 1, 2)},
        {"gate": "customer_volume", "least": one_of(random, 10.0, 40.0)},
        {
            "gate": "sold_share",
            "least": one_of(random, 0.3, 0.7),
            "of": one_of(random, "this_month", "last_purchase"),
            "own_use_counts": one_of(random, False, True),
            "on_nothing": one_of(random, "met", "failed"),
        },
        {
            "gate": "outside_share",
            "least": one_of(random, 0.2, 0.5),
            "of": one_of(random, "own", "with_downline"),
            "on_nothing": one_of(random, "met", "failed"),
        },
    ]
    caps = [{"most": one_of(random, 4.0, 25.0)}, {"by_rank": [{"rank": names[-1], "most": 9.0}], "parts": [1]}]
    rounding = {
        "to": one_of(random, 0.01, 0.5),
        "per": "cheque",
        "how": one_of(random, "half_up", "down"),
        "when": one_of(random, "before_caps", "after_caps"),
    }
    return {
        "gates": [one_of(random, *gates)] if random.random() < 0.6 else [],
        "caps": [one_of(random, *caps)] if random.random() < 0.6 else [],
        "rounding": one_of(random, None, rounding),
    }
