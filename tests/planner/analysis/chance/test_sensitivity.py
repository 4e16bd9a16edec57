"""What a plan hangs on: swings computed by hand, tipping points found the slow way, and the smallest change."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import planner.analysis.chance.sensitivity as matters
from planner.analysis.case import Case
from planner.analysis.chance import goal_seek, pairs
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.sensitivity import (
    Bar,
    Sensitivity,
    affordable_paths,
    bars_of,
    estimated_seconds,
    sensitivity,
    trial,
)
from planner.analysis.chance.tipping import FINENESS, Tipping, breaking, tipping_points
from planner.analysis.measures.milestones import CENT
from planner.analysis.together import who_said
from planner.inputs.changes.one_figure import figure_at, with_figure
from planner.inputs.company.catalog import load_catalog
from planner.inputs.evidence.ranges import Ranges, ends, load_ranges
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS, Plan
from planner.simulation.engine import simulate
from tests.plans import small_seller
from tests.properties.situations import invented_company
from tests.simulation.by_pay_plan import by_its_own_rules

EXAMPLE = load_catalog().companies["example-company"]
RANGES = load_ranges()
PATHS = 300


def going_on(**groups: Any) -> Plan:
    """A plan whose person puts in more when the money runs out: else nobody could lose much more than that."""
    return small_seller(**groups | {"chance": {"when_money_runs_out": "puts_in_more"} | groups.get("chance", {})})


NO_CUSTOMERS = going_on(customers={"new_a_month": 0})
WINS: dict[str, Any] = {"customers": {"new_a_month": 3}}


def only(*paths: Path) -> Ranges:
    return replace(RANGES, ranges={path: RANGES.ranges[path] for path in paths})


def moved_in(plan: Plan, *paths: Path) -> dict[Path, Bar]:
    return {bar.path: bar for bar in sensitivity(Case.of(plan, EXAMPLE), only(*paths), PATHS).bars}


def tips_of(plan: Plan, *paths: Path) -> tuple[Sensitivity, dict[Path, Tipping]]:
    found = sensitivity(Case.of(plan, EXAMPLE), only(*paths), PATHS)
    return found, {point.bar.path: point for point in tipping_points(found)}


def test_without_customers_and_team_the_swings_are_those_computed_by_hand():
    bars = moved_in(
        NO_CUSTOMERS,
        ("running_costs",),
        ("getting_started", "items"),
        ("stock", "opening_stock"),
        ("customers", "discount"),
    )
    # Nothing is drawn: 24 months of 10 or 134; 50 or 200 and a tenth for surprises; goods of 150 (what the company
    # demands, more than the low end) or 500, none of which are sold. A discount on no orders is nothing.
    assert bars[("running_costs",)].swing == pytest.approx((134 - 10) * 24)
    assert bars[("getting_started", "items")].swing == pytest.approx((200 - 50) * 1.1)
    assert bars[("stock", "opening_stock")].swing == pytest.approx(500 - 150)
    assert list(bars) == [("running_costs",), ("stock", "opening_stock"), ("getting_started", "items")]
    for bar in bars.values():
        assert (bar.low.lose, bar.stated.lose, bar.high.lose) == (1, 1, 1)
        assert bar.low.median > bar.high.median
        assert not bar.outside


def test_a_cost_moves_the_middle_by_just_that_whatever_is_drawn():
    bar = moved_in(going_on(**WINS), ("running_costs",))[("running_costs",)]
    assert bar.low.median - bar.stated.median == pytest.approx((50 - 10) * 24)
    assert bar.stated.median - bar.high.median == pytest.approx((134 - 50) * 24)


@pytest.mark.parametrize(
    ("path", "good"),
    [
        (("customers", "new_a_month"), "high"),
        (("customers", "orders_per_customer"), "high"),
        (("customers", "attrition"), "low"),
        (("customers", "discount"), "low"),
        (("customers", "refund_share"), "low"),
        (("stock", "samples"), "low"),
    ],
)
def test_more_of_what_brings_money_never_loses_more_often(path: Path, good: str):
    bar = moved_in(going_on(customers={"new_a_month": 1.5}), path)[path]
    better, worse = (bar.high, bar.low) if good == "high" else (bar.low, bar.high)
    assert better.lose <= bar.stated.lose <= worse.lose
    assert better.median >= bar.stated.median >= worse.median
    assert better.median > worse.median


def test_the_largest_swing_comes_first_and_what_does_nothing_is_named():
    found = sensitivity(Case.of(Plan(), EXAMPLE), RANGES, 100)
    swings = [bar.swing for bar in found.bars]
    assert swings == sorted(swings, reverse=True)
    assert set(found.without_effect) >= {
        ("team", "duplication"),
        ("team", "annual_attrition"),
        ("chance", "ability_spread"),
    }
    assert ("team", "member_joining_order") not in found.without_effect  # nothing is stated there to take half of
    assert found.not_tried == ()
    assert found.hours is not None
    assert found.hours.path == ("money_and_time", "hours_a_week")
    drawn = {bar.path for bar in found.bars}
    assert drawn | set(found.without_effect) | {found.hours.path} == {
        path for path, each in RANGES.ranges.items() if ends(Plan(), path, each) is not None
    }
    assert not drawn & set(found.without_effect)


def test_hours_change_what_an_hour_comes_to_and_nothing_else():
    bar = sensitivity(Case.of(NO_CUSTOMERS, EXAMPLE), only(("money_and_time", "hours_a_week")), 20).hours
    assert bar is not None
    assert bar.low.median == bar.high.median
    assert bar.low.per_hour == pytest.approx((bar.high.per_hour or 0) * 3)  # 5 hours a week or 15


def test_what_only_members_do_changes_nothing_without_members():
    plan = going_on(team={"member_joining_order": 90})
    stated = trial(simulate(plan, EXAMPLE, PATHS))
    idle = [path for path in RANGES.ranges if not INPUTS[path].idle_without(plan)]
    assert {path[1] for path in idle} == {
        "duplication",
        "annual_attrition",
        "member_monthly_purchases",
        "member_joining_order",
        "ability_spread",
        "staying_spread",
        "purchase_spread",
    }
    bars = bars_of(Case.of(plan, EXAMPLE), {path: RANGES.ranges[path] for path in idle}, stated, PATHS)
    assert list(bars) == idle
    for path, bar in bars.items():
        assert bar is not None
        assert not bar.effect, path


def test_where_you_quit_as_others_do_their_attrition_is_yours():
    bars = moved_in(going_on(chance={"quits": "as_others"}), ("team", "annual_attrition"), ("team", "duplication"))
    assert list(bars) == [("team", "annual_attrition")]


def test_ends_that_the_rest_of_the_plan_does_not_allow_are_named():
    book = going_on(
        customers={"new_from": "address_book"},
        team={"recruits_from": "address_book"},
        address_book={"become_customers": 0.97, "become_recruits": 0.01},
    )
    found = sensitivity(Case.of(book, EXAMPLE), only(("address_book", "become_recruits"), ("running_costs",)), 20)
    assert found.not_tried == (("address_book", "become_recruits"),)
    assert [bar.path for bar in found.bars] == [("running_costs",)]


def test_the_same_seed_gives_the_same_answer_and_another_one_nearly_so():
    plan = going_on(**WINS)
    case = Case.of(plan, EXAMPLE)
    first, again = (sensitivity(case, only(("customers", "attrition")), PATHS) for _ in range(2))
    assert first == again
    other = sensitivity(Case.of(going_on(**WINS, chance={"seed": 2}), EXAMPLE), only(("customers", "attrition")), PATHS)
    assert other != first
    assert other.bars[0].swing == pytest.approx(first.bars[0].swing, rel=0.2)


def test_more_people_take_longer():
    with_team = going_on(team={"recruits_a_month": 2, "duplication": 0.1})
    assert 0 < estimated_seconds(Plan(), RANGES) < estimated_seconds(with_team, RANGES)
    assert affordable_paths(Plan(), RANGES, 60) == 1000
    half = estimated_seconds(with_team, RANGES) / 2
    assert affordable_paths(with_team, RANGES, half) == pytest.approx(500, abs=1)
    assert affordable_paths(with_team, RANGES, 0.001) == 200


def test_people_who_are_paid_by_a_pay_plan_take_longer():
    """Whatever decides whether a page waits counts them: the inputs alone, what somebody said, a search, pairs."""
    plan = going_on(team={"recruits_a_month": 2, "duplication": 0.1})
    by_levels = invented_company(rates=(0.05,))
    by_plan = by_its_own_rules(by_levels)
    for seconds in (
        lambda company: estimated_seconds(plan, RANGES, company=company),
        lambda company: who_said.estimated_seconds(plan, company=company),
        lambda company: goal_seek.estimated_seconds(plan, ("customers", "new_a_month"), 10, company=company),
        lambda company: pairs.seconds_for_pairs(plan, 1, company=company),
    ):
        assert seconds(by_levels) < seconds(by_plan)
    just_enough = 2.001 * goal_seek.CLOSE_TRIALS * expected_seconds(plan, 1_000, company=by_levels)
    assert goal_seek.paths_within(plan, 1_000, just_enough, by_levels) == 1_000
    assert goal_seek.paths_within(plan, 1_000, just_enough, by_plan) < 1_000


def test_progress_names_the_input_that_is_being_tried(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(matters, "AT_ONCE", 1)
    told: list[tuple[float, Path]] = []
    sensitivity(
        Case.of(NO_CUSTOMERS, EXAMPLE),
        only(("running_costs",), ("customers", "discount")),
        10,
        lambda *now: told.append(now),
    )
    assert told == [(0, ("running_costs",)), (0.5, ("customers", "discount"))]


def test_running_costs_tip_where_the_upper_of_the_two_middle_runs_has_nothing_left():
    plan = going_on(**WINS)
    _found, points = tips_of(plan, ("running_costs",))
    results = np.sort(simulate(plan, EXAMPLE, PATHS).outcome.result)
    # More than half lose when the 151st of 300 does, and each dollar a month takes 24 of every run.
    exact = 50 + (results[PATHS // 2] + CENT) / 24
    point = points[("running_costs",)]
    assert 50 < exact < 134
    assert point.at is not None
    assert point.at.loses
    assert exact <= point.at.figure <= exact + (134 - 10) / FINENESS
    assert point.share == pytest.approx((point.at.figure - 50) / (134 - 10))
    assert not point.outside


@pytest.mark.parametrize(
    "path", [("customers", "new_a_month"), ("customers", "discount"), ("customers", "orders_per_customer")]
)
def test_just_before_a_tipping_point_the_plan_is_as_it_was(path: Path):
    plan = going_on(**WINS)
    found, points = tips_of(plan, path)
    point = points[path]
    assert point.at is not None
    assert point.at.loses
    assert not found.stated.loses
    bar = point.bar
    step = (bar.high.figure - bar.low.figure) / FINENESS * (1 if point.at.figure < bar.stated.figure else -1)
    before = with_figure(plan, path, point.at.figure + 1.01 * step)
    assert before is not None
    assert not trial(simulate(before, EXAMPLE, PATHS)).loses


def test_what_tips_a_plan_nowhere_says_so():
    found, points = tips_of(NO_CUSTOMERS, ("running_costs",), ("getting_started", "items"))
    assert {point.at for point in points.values()} == {None}
    turn = breaking(found, tuple(points.values()))
    assert turn.saves
    assert turn.tipping is None
    assert turn.closest is not None
    # All lose anyway, so the closest is the one that loses least: 124 * 24 and 150 * 1.1 less than at the other end.
    assert turn.closest.nearest.median == max(
        end.median for point in points.values() for end in (point.bar.low, point.bar.high)
    )


def test_a_plan_far_above_its_range_tips_outside_it():
    plan = going_on(
        customers={"new_a_month": 30, "retail_per_order": 10}, running_costs=({"name": "x", "amount": 134},)
    )
    found, points = tips_of(plan, ("customers", "new_a_month"))
    point = points[("customers", "new_a_month")]
    assert found.bars[0].outside
    assert not found.stated.loses
    assert point.at is not None
    assert point.outside
    assert 2 < point.at.figure < 30
    assert point.share == pytest.approx((30 - point.at.figure) / (2 - 0.2))


def test_the_smallest_change_is_smaller_than_any_found_by_going_step_by_step():
    plan = going_on(**WINS)
    paths = (("customers", "discount"), ("running_costs",), ("customers", "orders_per_customer"))
    found, points = tips_of(plan, *paths)
    turn = breaking(found, tuple(points.values()))
    assert not turn.saves
    assert turn.tipping is not None
    share = turn.tipping.share or 0.0
    steps = 20
    for path in paths:
        low, high = ends(plan, path, RANGES.ranges[path]) or (0.0, 0.0)
        now = figure_at(plan, path) or 0.0
        for figure in np.linspace(low, high, steps + 1):
            moved = with_figure(plan, path, float(figure))
            assert moved is not None
            if trial(simulate(moved, EXAMPLE, PATHS)).loses:
                assert abs(figure - now) / (high - low) >= share - 1 / FINENESS


def test_whole_months_tip_at_a_whole_month():
    plan = going_on(**WINS, running_costs=({"name": "x", "amount": 90},))
    found, points = tips_of(plan, ("stock", "cover_months"))
    at = points[("stock", "cover_months")].at
    assert not found.stated.loses
    assert at is not None
    assert at.loses
    assert at.figure in (2, 3)
    before = with_figure(plan, ("stock", "cover_months"), at.figure - 1)
    assert before is not None
    assert not trial(simulate(before, EXAMPLE, PATHS)).loses
