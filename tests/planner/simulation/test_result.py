"""What a path comes to by hand: stopping by limit, review or as others do, and what is owed and to come then."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.chance import Chance
from planner.inputs.plan.plan import Plan
from planner.line_items import LINE_ITEMS
from planner.simulation.engine import FEWEST_PATHS, draws_of, simulate
from planner.simulation.paths import draw_paths
from planner.simulation.result import limit_months, outcome, review_months

COMPANY = load_catalog().companies["scentsy-us"]
# Two paths of 6 months: the first falls to -120 and comes back; the second falls month by month.
CUMULATIVE = np.array([[-50.0, -100, -120, -90, -20, 40, 90], [-50, -60, -70, -80, -90, -95, -99]]).T


def chance(**fields: Any) -> Chance:
    return Chance(**fields)


def test_the_limit_stops_at_the_end_of_the_first_month_beyond_it():
    assert list(limit_months(chance(most_to_lose=100), CUMULATIVE)) == [2, 0]  # -100 is not beyond 100
    assert list(limit_months(chance(most_to_lose=55), CUMULATIVE)) == [1, 1]
    assert list(limit_months(chance(), CUMULATIVE)) == [0, 0]


def test_the_review_looks_back_three_months_or_to_the_launch():
    """Month 4: -20 against -100 in month 1, and -90 against -60. Month 2: -120 and -70 against the launch."""
    assert list(review_months(chance(review_month=4), CUMULATIVE)) == [0, 4]
    assert list(review_months(chance(review_month=2), CUMULATIVE)) == [2, 2]
    assert list(review_months(chance(review_month=7), CUMULATIVE)) == [0, 0]  # past the horizon


def statement(still_to_come: float, own: float) -> SimpleNamespace:
    trade = dict.fromkeys(
        ("revenue", "refunds", "cost_of_goods_sold", "returned_goods"), 0.5 * np.ones_like(CUMULATIVE)
    )
    lines = {line.name: np.zeros_like(CUMULATIVE) for line in LINE_ITEMS}
    lines |= trade | {"commission_earned": np.ones_like(CUMULATIVE), "margin_earned": 2 * np.ones_like(CUMULATIVE)}
    return SimpleNamespace(
        cash_balance=CUMULATIVE + own,
        cumulative_cash_flow=CUMULATIVE,
        result=CUMULATIVE + still_to_come,
        trading_result=CUMULATIVE + still_to_come + 50,
        closing_stock_value=np.zeros_like(CUMULATIVE),
        lines=lines,
    )


def paths(still_to_come: float = 0.0, own: float = 1000.0) -> Any:
    goods = {name: np.zeros_like(CUMULATIVE) for name in ("qualifying", "used_up", "closing")}
    goods |= {"purchased": np.ones_like(CUMULATIVE), "sold": np.arange(7)[:, None] / 10 * np.ones(2)}
    pays = [
        SimpleNamespace(rank=np.array([month % 3, 0]), on_own=[0.4] * 2, on_team=[0.6] * 2, on_joining=[0.1, 0.6])
        for month in range(7)
    ]
    return SimpleNamespace(
        statement=statement(still_to_come, own),
        trading=SimpleNamespace(inventory=SimpleNamespace(**goods, waiting=np.zeros((7, 2))), pays=pays),
        joined=np.cumsum(np.ones_like(CUMULATIVE), axis=0),
        team=np.ones_like(CUMULATIVE),
        own_life=np.array([5, 9]),
        sales=SimpleNamespace(direct=np.zeros_like(CUMULATIVE)),
        terms=SimpleNamespace(volume_on_sales=False),
        assumptions=SimpleNamespace(discount=np.zeros(1), price_level=np.ones(1)),
    )


def found(of: Any = None, **fields: Any) -> Any:
    plan = Plan.model_validate({"horizon_months": 6, "chance": fields})
    return outcome(plan, COMPANY.buy_back, of or paths())


def test_without_a_stop_the_result_is_that_of_the_last_month():
    end = found(paths(7))
    assert list(end.result) == [90 + 7, -99 + 7]
    assert list(end.income) == [(90 + 50) / 6, (-99 + 50) / 6]  # against -50 after launch
    assert list(end.last_month) == [6, 6]
    assert list(end.commission) == [7, 7]
    assert list(end.gross_pay) == list(end.first_year_pay) == [21, 21]
    assert list(end.best_rank) == [2, 0]


def test_what_is_kept_of_lines_and_pay_is_of_the_months_that_are_worked():
    """Months 0 to 2, and 0 to 6: 3 and 7 of a month's pay. Sold 0.1 and 0.2 of 3 bought, and 2.1 of 7."""
    end = found(paths(15), most_to_lose=100)
    lines = dict(zip((line.name for line in LINE_ITEMS), end.lines.tolist(), strict=True))
    assert lines.pop("commission_earned") == [3, 7]
    assert lines.pop("margin_earned") == [6, 14]
    trade = [lines.pop(name) for name in ("revenue", "refunds", "cost_of_goods_sold", "returned_goods")]
    assert trade == [[1.5, 3.5]] * 4
    assert set(map(tuple, lines.values())) == {(0, 0)}
    assert list(end.pay_own) == pytest.approx([1.2, 2.8])
    assert list(end.pay_sold) == pytest.approx([1.2 * 0.3 / 3, 2.8 * 2.1 / 7])
    assert list(end.pay_team) == pytest.approx([1.5, 0])
    assert list(end.pay_joining) == pytest.approx([0.3, 4.2])


def test_whoever_stops_gets_what_is_still_to_come_and_stays_there():
    """With 15 to come after each month, -105 is beyond 100 after month 2; -85 and -84 are not."""
    end = found(paths(15), most_to_lose=100)
    assert list(end.result) == [-120 + 15, -99 + 15]
    assert list(end.last_month) == [2, 6]
    assert list(end.results[:, 0]) == [-35, -85, -105, -105, -105, -105, -105]
    assert list(end.settled[:, 0]) == [-50, -100, -120, -105, -105, -105, -105]
    assert list(end.cumulative[:, 0]) == list(CUMULATIVE[:, 0])
    assert list(end.income) == [(-105 + 35) / 6, (-84 + 35) / 6]
    assert list(end.commission) == [3, 7]
    assert list(end.gross_pay) == [9, 21]
    assert list(end.joined) == [3, 7]


def test_quitting_as_others_do_ends_at_ones_own_life():
    assert list(found(quits="as_others").last_month) == [5, 6]


def test_the_first_reason_to_stop_counts():
    end = found(quits="as_others", most_to_lose=85, review_month=4)
    assert list(end.last_month) == [1, 4]
    assert list(end.limit_month) == [1, 4]
    assert list(end.review_month) == [0, 4]


def test_who_has_no_money_left_stops_and_the_hole_stays_that_of_going_on():
    """With 95 the balances are 45, -5, ... and 45, 35, 25, 15, 5, 0, -4: gone in month 1 and in month 6, the last."""
    end = found(paths(own=95))
    assert list(end.money_gone_month) == [1, 6]
    assert list(end.last_month) == [1, 6]
    assert list(end.for_money) == [True, False]
    assert list(end.result) == [-100, -99]
    assert list(end.cumulative[:, 0]) == list(CUMULATIVE[:, 0])
    goes_on = found(paths(own=95), when_money_runs_out="puts_in_more")
    assert list(goes_on.last_month) == [6, 6]
    assert list(goes_on.money_gone_month) == [1, 6]
    assert not goes_on.for_money.any()


def test_a_path_is_the_same_drawn_alone_and_among_others():
    plan = Plan.model_validate({"team": {"recruits_a_month": 1}})
    draws = draws_of(plan, COMPANY)
    many, alone = draw_paths(draws, 5, 0, 30), draw_paths(draws, 5, 17, 1)
    for name, line in many.statement.lines.items():
        assert line[:, 17] == pytest.approx(alone.statement.lines[name][:, 0], abs=1e-9)


def test_another_seed_draws_others_and_the_same_seed_the_same():
    plans = [Plan.model_validate({"chance": {"seed": seed}}) for seed in (1, 1, 2)]
    first, again, other = (simulate(plan, COMPANY, 50).outcome.result for plan in plans)
    assert (first == again).all()
    assert (first != other).any()


def test_a_plan_without_any_spread_still_leaves_customers_to_chance():
    spreads = {name: 0 for name in Chance.model_fields if name.endswith("_spread")}
    results = simulate(Plan.model_validate({"chance": spreads}), COMPANY, 50).outcome.result
    assert results.std() > 0


def test_a_plan_that_would_take_in_the_world_is_drawn_in_part():
    plan = Plan.model_validate(
        {"team": {"recruits_a_month": 3, "duplication": 3, "annual_attrition": 0.4, "people_within_reach": 1e10}}
    )
    simulation = simulate(plan, COMPANY, 2000)
    assert simulation.cut
    assert FEWEST_PATHS <= simulation.paths < 2000
    assert simulation.outcome.joined.max() <= 20_000


def test_the_first_months_of_a_longer_plan_are_those_of_a_shorter_one():
    team = {"recruits_a_month": 1, "duplication": 0.1}
    short, long = (
        draw_paths(draws_of(Plan.model_validate({"horizon_months": months, "team": team}), COMPANY), 1, 0, 100)
        for months in (12, 30)
    )
    assert short.joined[-1].sum() > 1000
    assert (long.joined[:13] == short.joined).all()
    assert (long.team[:13] == short.team).all()
    assert (long.sales.demand[:13] == short.sales.demand).all()
    assert (long.statement.cumulative_cash_flow[:13] == short.statement.cumulative_cash_flow).all()
