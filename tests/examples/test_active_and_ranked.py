"""By pencil: less makes somebody active than a rank asks for. 200 points of one's own do; the one rank asks for 500,
for 600 in the group and for one active recruit; it pays 10 % on all that the group buys. Points are money here.
"""

from typing import Any

import pytest

from planner.analysis.cautions.pay import unpaid_months
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import resolve_terms
from planner.projection.engine import Projection, project
from planner.simulation.engine import simulate
from planner.speech import Speech
from tests.examples.by_month import EVERYBODY, line, nearly
from tests.properties.situations import bare_plan, invented_company
from tests.simulation.plans import NO_SPREADS

RANK = {"name": "Lead", "personal_volume": 500, "group_volume": 600, "frontline": 1, "rate": 0.1}
ONE_CUSTOMER = {"new_a_month": (1, 0), "attrition": 0}


def company(**terms: Any) -> Company:
    return invented_company(**{"minimum": 200, "breakaway": False, "ranks": (RANK,), "lag": 0, "on": "sales"} | terms)


def plan_of(buys: float, sells: float = 500, to_qualify: str = "never", **team: Any) -> Plan:
    """Three months, and nothing left to chance. Two people join in month 1, and each buys from month 2 on."""
    joining = {"recruits_a_month": (2, 0), "people_within_reach": EVERYBODY, "member_monthly_purchases": buys}
    return bare_plan(
        horizon_months=3,
        stock={"buys_to_qualify": to_qualify},
        customers={**ONE_CUSTOMER, "retail_per_order": sells},
        team={**joining, "member_resold_share": 0, **team},
        chance={**NO_SPREADS, "when_money_runs_out": "puts_in_more"},
    )


def projected(buys: float, sells: float = 500, to_qualify: str = "never") -> Projection:
    return project(plan_of(buys, sells, to_qualify), company())


@pytest.mark.parametrize(
    ("buys", "paid"),
    [
        (250, 100),  # 10 % of 1,000: the recruits are active and have no rank
        (150, 0),  # 800 in the group are enough for the rank, but nobody below is active
        (500, 150),  # the recruits have the points of a rank, and nobody below them
    ],
)
def test_a_recruit_counts_from_what_makes_one_active(buys: float, paid: float) -> None:
    assert line(projected(buys), "commission_earned") == nearly(0, 0, paid, paid)


@pytest.mark.parametrize(("buys", "paid"), [(250, 225), (150, 0)])
def test_people_of_the_runs_count_alike(buys: float, paid: float) -> None:
    """Somebody who is there already: 10 % of 750 in each of three months, in every run."""
    today = {"recruits_a_month": 0, "today": [{"under": 0, "buys": buys, "months": 12}]}
    plan = plan_of(buys, **today)
    uses = plan.model_copy(update={"stock": plan.stock.model_copy(update={"own_use": 250.0})})  # 500 at shop price
    runs = simulate(uses.model_copy(update={"customers": bare_plan().customers}), company(), 4)
    assert runs.outcome.commission.tolist() == pytest.approx([paid] * 4)


def test_what_is_bought_to_be_paid_is_what_the_rank_asks_for() -> None:
    """Of 300 own points 200 are missing to 500, and nothing to 200."""
    asked = projected(250, sells=300, to_qualify="always")
    assert asked.lacking[1:, 0].tolist() == pytest.approx([200, 200, 200])
    assert line(asked, "commission_earned") == nearly(0, 0, 100, 100)
    never = projected(250, sells=300)
    assert line(never, "commission_earned") == nearly(0, 0, 0, 0)
    assert not never.active.any()
    note = unpaid_months(never)
    assert note is not None
    assert (
        Speech.of("en", bare_plan()).say(note).startswith("In 2 of the months with a team, your own points stay under")
    )


@pytest.mark.parametrize(
    ("terms", "asked"),
    [
        ({}, 500),
        ({"minimum": 600}, 600),
        ({"minimum": None}, 500),
        ({"rates": (0.05,)}, 200),  # levels pay whoever is active, rank or none
        ({"window": "quarter"}, 200),  # over a quarter; a rank looks at the month
        ({"ranks": ({**RANK, "rate": 0}, {**RANK, "group_volume": 900, "personal_volume": 700})}, 700),
    ],
)
def test_own_points_without_which_nothing_is_paid(terms: dict[str, Any], asked: float) -> None:
    assert resolve_terms(company(**terms), bare_plan()).own_points_asked == asked
