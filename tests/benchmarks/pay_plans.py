"""Runs paid by a pay plan, kind by kind, as ratios to the same plan and paths paid by the rules of a plan's months: by
steps for a stairstep, by level for all else, with the same ranks.

Seconds are of processor, since what else the machine does falls on one or the other. And a company with ranks kept for
life whose distributor begins with as many people as a plan takes.
"""

import statistics
from collections.abc import Callable
from time import process_time
from typing import Any

import numpy as np

from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan.team_today import MOST_TODAY
from planner.simulation.engine import simulate
from tests.properties.situations import invented_company
from tests.simulation.by_pay_plan import paid_by
from tests.simulation.plans import team_plan

PATHS, ROUNDS = 1_000, 5
LEVELS = (0.08, 0.05, 0.04, 0.03)
RANKS = (
    {"name": "One", "group_volume": 300, "personal_volume": 50, "rate": 0.03},
    {"name": "Two", "group_volume": 1_000, "personal_volume": 50, "rate": 0.06},
)
BY_LEVEL = invented_company(kit=60, rates=LEVELS, minimum=50, compression=True, ranks=RANKS)
BY_STEP = invented_company(kit=60, breakaway=False, minimum=50, ranks=RANKS)
TWO_LEGS = {"rule": "binary", "rate": 0.1, "unmatched": "kept", "cap_money": 5_000}
KINDS: dict[str, tuple[dict[str, Any], ...]] = {
    "levels": ({"rule": "unilevel", "rates": LEVELS, "compression": "standard"},),
    "stairstep": ({"rule": "stairstep"},),
    "two legs": (TWO_LEGS,),
    "two legs and matching": (TWO_LEGS, {"rule": "matching", "of": [1], "rates": [0.2, 0.1]}),
    "matrix": ({"rule": "matrix", "width": 3, "depth": 7, "rates": [0.05] * 7},),
    "generations": ({"rule": "generations", "rates": [0.05, 0.04, 0.03], "ends_rank": "Two"},),
}
TEAMS: dict[str, dict[str, float]] = {
    "twenty": {},
    "fifty": {"recruits_a_month": 1.0, "duplication": 0.1},
    "six hundred": {"recruits_a_month": 2.0, "duplication": 0.25},
}
FRONTLINE = 20  # of those who are there already


def seconds(work: Callable[[], object]) -> float:
    """Of processor."""
    start = process_time()
    work()
    return process_time() - start


def took(company: Company, team: dict[str, float]) -> float:
    """Seconds, the median of some rounds."""
    plan = team_plan(company, team=team, stock={"buys_to_qualify": "never"})
    return statistics.median(seconds(lambda: simulate(plan, company, PATHS)) for _ in range(ROUNDS))


def with_many_today(currency: str) -> Plan:
    """The plan of a new session with as many people as can be there when it starts."""
    random = np.random.default_rng(5)
    today = [
        {
            "under": 0 if number < FRONTLINE else int(random.integers(1, number + 1)),
            "buys": float(random.uniform(20, 200)),
            "months": int(random.integers(1, 60)),
        }
        for number in range(MOST_TODAY)
    ]
    plan = default_plan(currency).model_dump()
    return Plan.model_validate(plan | {"team": plan["team"] | {"today": today}})


def report() -> None:
    """Ratios to rules that no pay plan states. Nothing passes or fails."""
    print(f"Pay plans: {PATHS:,} paths, times of the same plan and paths paid by level, or by steps, without one")
    for name, team in TEAMS.items():
        by_level, by_step = took(BY_LEVEL, team), took(BY_STEP, team)
        ratios = []
        for kind, parts in KINDS.items():
            stated = {"minimum_personal_volume": 50, "ranks": RANKS, "parts": parts}
            yardstick = by_step if kind == "stairstep" else by_level
            ratio = took(paid_by(BY_LEVEL, PayPlan.model_validate(stated)), team) / yardstick
            ratios.append(f"{kind} {ratio:.1f}")
        print(f"  teams of about {name}: " + ", ".join(ratios))
    herbalife = load_catalog().companies["herbalife-us"]
    plan = with_many_today(herbalife.currency)
    times = [seconds(lambda: simulate(plan, herbalife, PATHS)) for _ in range(ROUNDS)]
    print(f"  Herbalife with {MOST_TODAY:,} people of today: {statistics.median(times):.1f} seconds")
