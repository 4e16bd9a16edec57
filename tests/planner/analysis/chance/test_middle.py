"""The middle of the runs: by pencil where all runs are alike, and against each run alone where they are not."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from planner.analysis.chance.middle import middle, middle_runs
from planner.analysis.measures.income_sources import income_sources
from planner.line_items import LINE_ITEMS
from planner.simulation.engine import draws_of, simulate
from planner.simulation.paths import draw_paths
from tests.planner.analysis.chance.test_goal_seek import KIT, telephone
from tests.properties.situations import bare_plan, invented_company

RUNS = 60
PARTS = ("retail_profit", "own_sold_on", "own_used", "team_sold_on", "team_used", "on_joining")


@pytest.mark.parametrize(("number", "chosen"), [(1, [0]), (5, [2]), (20, [9, 10]), (30, [13, 14, 15])])
def test_a_tenth_of_the_runs_around_the_middle(number: int, chosen: list[int]) -> None:
    assert list(middle_runs(np.arange(number, dtype=float))) == chosen
    backwards = middle_runs(-np.arange(number, dtype=float))
    assert [number - 1 - place for place in backwards] == chosen


def test_runs_that_are_alike_and_stop_by_pencil() -> None:
    """A kit of 100 and a telephone of 50 are more than 250 after month 4: 300."""
    found = middle(simulate(telephone(50, chance={"most_to_lose": 250}), KIT, 40))
    assert (found.runs, found.stopped) == (4, 4)
    assert {name: amount for name, amount in found.lines.items() if amount} == {
        "starter_kit_fee": 100,
        "operating_expenses": 200,
    }
    assert (found.result, found.left, found.to_come) == (-300, -300, 0)
    assert found.income.total == 0


def busy(**stock: Any) -> Any:
    return bare_plan(
        customers={"new_a_month": 1, "attrition": 0.1},
        stock=stock,
        team={
            "recruits_a_month": 1,
            "member_monthly_purchases": 60,
            "member_joining_order": 90,
            "member_resold_share": 0.25,
            "people_within_reach": 1e6,
        },
        money_and_time={"own_cash": 1e6},
    )


@pytest.mark.parametrize("on", ["purchases", "sales"])
def test_the_average_of_what_each_run_alone_comes_to(on: str) -> None:
    """Each of the runs in the middle as if it were the one that everything goes by."""
    ranks = ({"name": "A", "group_volume": 1, "rate": 0.2},)
    company = invented_company(on=on, kit=20, rates=(0.1, 0.05), breakaway=False, ranks=ranks)
    plan = busy(opening_stock=50, own_use=10)
    found = middle(simulate(plan, company, RUNS))
    draws = draws_of(plan, company)
    everything = draw_paths(draws, plan.chance.seed, 0, RUNS)
    results = everything.statement.result[-1]
    order = sorted(range(RUNS), key=lambda run: results[run])
    each = [draw_paths(draws, plan.chance.seed, run, 1) for run in order[27:33]]
    incomes = [income_sources(as_projection(one, draws)) for one in each]
    assert found.runs == len(each) == 6
    assert found.stopped == 0
    for part in PARTS:
        assert getattr(found.income, part) == pytest.approx(np.mean([getattr(one, part) for one in incomes]))
    assert min(getattr(found.income, part) for part in PARTS) > 0
    assert sum(found.income.by_source.values()) == pytest.approx(found.income.total)
    for line in LINE_ITEMS:
        assert found.lines[line.name] == pytest.approx(np.mean([one.statement.lines[line.name].sum() for one in each]))
    assert found.left == pytest.approx(np.mean([one.statement.cumulative_cash_flow[-1, 0] for one in each]))
    assert found.result == pytest.approx(np.mean([results[run] for run in order[27:33]]))


def as_projection(one: Any, draws: Any) -> Any:
    """A run alone in the shape of what everything goes by."""
    pays = one.trading.pays
    return SimpleNamespace(
        commission_on_own=np.array([pay.on_own for pay in pays]),
        commission_on_team=np.array([pay.on_team for pay in pays]),
        commission_on_joining=np.array([pay.on_joining for pay in pays]),
        inventory=one.trading.inventory,
        sales=one.sales,
        statement=one.statement,
        terms=draws.terms,
        assumptions=draws.assumptions,
    )
