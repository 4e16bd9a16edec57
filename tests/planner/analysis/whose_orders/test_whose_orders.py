"""Whose orders a plan's pay rests on: by pencil, as the runs are paid, and receipt by receipt."""

import numpy as np
import pytest
from hypothesis import assume, given

from planner.analysis.case import Case
from planner.analysis.team.adjusted import adjustments_of
from planner.analysis.team.receipt import receipt_of
from planner.analysis.together.stake import stake
from planner.analysis.whose_orders.in_words import answer, of_100
from planner.analysis.whose_orders.one_run import YOU, as_team, one_run, ordered_below
from planner.analysis.whose_orders.over_runs import whose_orders
from planner.analysis.whose_orders.run_draws import draws_by_pay_plan
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan.plan import Plan
from planner.inputs.together.talk import Mentor
from planner.simulation.engine import draws_of, simulate
from planner.simulation.paths import draw_paths
from planner.speech import Speech
from tests.examples.test_team_today import COMPANY as STEPS
from tests.examples.test_team_today import with_legs
from tests.planner.compensation.teams_that_exist.drawn_plans import KINDS
from tests.properties.random_plans import plans
from tests.properties.situations import bare_plan, companies, invented_company
from tests.random_cases import tried
from tests.simulation.by_pay_plan import paid_by
from tests.simulation.plans import COMPANIES, NO_SPREADS, team_plan
from tests.simulation.test_pay_of_kinds import drawn
from tests.simulation.test_replay import small

SPACE = "\N{NO-BREAK SPACE}"
BY_KIND = ("usana-us", "doterra-us", "natures-sunshine-us", "mary-kay-us")  # two legs, generations, gates, a unit


def still(today: list[dict[str, object]], **groups: dict[str, object]) -> Plan:
    """A team of today that nobody joins or leaves, and that buys the same each month."""
    team = {"today": today, "member_resold_share": 0.25, **groups.pop("team", {})}
    return bare_plan(horizon_months=3, team=team, chance=NO_SPREADS, **groups)


def test_levels_customers_and_the_largest_leg_by_pencil():
    """10 % on 200 and 100 of level 1, 5 % on 300 of level 2 below the first of them; customers bought a quarter."""
    today = [{"under": 0, "buys": 200}, {"under": 0, "buys": 100}, {"under": 1, "buys": 300}]
    found = whose_orders(still(today), invented_company(rates=(0.1, 0.05)), 20)
    assert found is not None
    for month in (1, 2, 3):
        by_source = {name: amount for name, amount in found.by_source(month).items() if amount}
        assert by_source == pytest.approx({"customers": 45 / 4, "level_1": 30 * 0.75, "level_2": 15 * 0.75})
        assert found.pay(month) == pytest.approx(45)
        assert found.through_largest_leg(month) == pytest.approx(20 + 15)
    assert found.last_paid_month() == 3
    assert found.runs_paid(2) == found.runs == 20
    assert of_100(found.by_source(3)) == {
        **dict.fromkeys(found.by_source(3), 0),
        "customers": 25,
        "level_1": 50,
        "level_2": 25,
    }


def test_first_orders_are_joining_in_full_and_a_path_knows_levels_that_left():
    """One recruit a month on average, who orders 90 at once and nothing after: all pay rests on first orders."""
    plan = bare_plan(team={"recruits_a_month": 1.0, "member_joining_order": 90, "member_resold_share": 0.5})
    found = whose_orders(plan, invented_company(rates=(0.1,)), 50)
    assert found is not None
    amounts = [found.by_source(month) for month in range(13)]
    assert sum(each["joining"] for each in amounts) > 0
    assert all(sum(each.values()) == pytest.approx(each["joining"]) for each in amounts)


def test_steps_pay_on_own_buying_and_on_legs():
    """25 % on own 600 and 25 - 18 % on each of two legs of 2,200 (tests/examples/test_team_today.py)."""
    found = whose_orders(with_legs(2, member_resold_share=0), STEPS, 10)
    assert found is not None
    paid = {name: amount for name, amount in found.by_source(2).items() if amount}
    assert paid == pytest.approx({"own_buying": 150, "level_1": 308})
    assert found.through_largest_leg(2) == pytest.approx(154)


def two_legs() -> Company:
    """10 % on the weaker of two legs."""
    plan = PayPlan.model_validate({"parts": [{"rule": "binary", "rate": 0.1}]})
    return paid_by(invented_company(), plan)


def of_runs(plan: Plan, company: Company, runs: int) -> np.ndarray:
    pay = simulate(plan, company, runs, with_pay=True).pay
    assert pay is not None
    return np.array([pay.on_own[:, 0] + pay.on_team[:, 0], pay.on_joining[:, 0]])


def test_together_it_is_what_the_runs_are_paid_and_a_receipt_is_what_a_run_is():
    """Of companies by level, by steps and of every kind; in another currency and with prices that rise too."""
    catalog = load_catalog().companies
    some = {**COMPANIES, **{name: catalog[name] for name in BY_KIND}}
    for name, company in some.items():
        plan = team_plan(company)
        groups = plan.model_dump()
        groups["money_and_time"] |= {"shop_price_rise": 0.05}
        abroad = {"currency": "SEK", "exchange_rates": {company.currency: 0.5}}
        plan = Plan.model_validate(groups | ({} if company.currency == "SEK" else abroad))
        found = whose_orders(plan, company, 40)
        assert found is not None
        sources = [found.by_source(month) for month in range(plan.horizon_months + 1)]
        pay, joining = of_runs(plan, company, 40)
        np.testing.assert_allclose([sum(each.values()) for each in sources], pay, rtol=1e-9, atol=1e-9, err_msg=name)
        np.testing.assert_allclose([found.pay(month) for month in range(len(pay))], pay, rtol=1e-9, atol=1e-9)
        np.testing.assert_allclose([each["joining"] for each in sources], joining, rtol=1e-9, atol=1e-9, err_msg=name)
        month = found.last_paid_month()
        number = found.middle_run(month)
        assert number is not None, name
        run = one_run(plan, company, number)
        assert run is not None
        assert run.pay(month) == pytest.approx(found.found.pay[month, number]), name
        for each in range(plan.horizon_months + 1):
            paid = as_team(run, each, Speech.of("en", plan))
            rows = sum(line.amount for line in receipt_of(paid, YOU))
            rows += sum(taken.amount for taken in adjustments_of(paid, YOU))
            assert rows * run.times[each] == pytest.approx(run.pay(each), abs=1e-9), (name, each)


@tried(25)
@given(plans(longest=18), companies())
def test_of_any_plan_at_any_company_it_is_what_the_runs_are_paid(plan: Plan, company: Company) -> None:
    plan = small(plan)
    draws = draws_by_pay_plan(plan, company)
    assume(draws is not None)
    assert draws is not None
    found = whose_orders(plan, company, 3)
    assert found is not None
    paths = draw_paths(draws, plan.chance.seed, 0, found.runs)
    pay = np.array([each.on_own + each.on_team for each in paths.trading.pays])
    size = 1 + paths.people.bought.sum() + np.abs(paths.trading.personal_value).max()
    np.testing.assert_allclose(found.found.pay, pay, rtol=1e-9, atol=1e-11 * size)
    sources = [sum(found.by_source(month).values()) for month in range(len(pay))]
    np.testing.assert_allclose(sources, pay.mean(axis=1), rtol=1e-9, atol=1e-11 * size)
    joining = np.array([each.on_joining for each in paths.trading.pays]).mean(axis=1)
    found_joining = [found.by_source(month)["joining"] for month in range(len(pay))]
    np.testing.assert_allclose(found_joining, joining, rtol=1e-9, atol=1e-11 * size)
    for month in range(len(pay)):
        assert found.through_largest_leg(month) <= found.pay(month) + 1e-9 * size


def test_the_middle_run_is_the_middle_of_those_that_are_paid():
    company = COMPANIES["compressed"]
    found = whose_orders(team_plan(company), company, 60)
    assert found is not None
    month = 6
    paid = np.sort(found.found.pay[month][found.found.pay[month] > 0])
    number = found.middle_run(month)
    assert 0 < len(paid) < 60
    assert number is not None
    assert found.found.pay[month, number] == paid[len(paid) // 2]
    assert found.middle_run(0) is None


def test_it_is_said_of_100_through_whom_and_of_how_many_runs():
    today = [{"under": 0, "buys": 200}, {"under": 0, "buys": 100}, {"under": 1, "buys": 300}]
    case = Case.of(still(today), invented_company(rates=(0.1, 0.05)), 20)
    found = whose_orders(case.plan, case.company, 20)
    assert found is not None
    said = answer(found, 3, case, Speech.of("en", case.plan)).replace(SPACE, " ")
    assert "pays you 45.00 USD, the mean of 20 runs in which you go on to the end." in said
    assert (
        "Of 100 of it, 25 rest on what outside customers buy; 50 on what members on level 1 buy themselves; 25" in said
    )
    assert "78 of 100 of it come through the leg that brings most" in said
    assert "of the runs anything is paid" not in said
    assert "computed on averages" not in said  # pay is the mean of runs in the plan as entered too


def test_of_two_legs_is_told_who_ordered_at_all():
    today = [{"under": 0, "buys": 200}, {"under": 0, "buys": 100}, {"under": 1, "buys": 300}]
    plan, company = still(today, team={"member_resold_share": 0.5}), two_legs()
    found, run = whose_orders(plan, company, 10), one_run(plan, company, 0)
    assert found is not None
    assert run is not None
    assert found.by_source(1)["other"] == pytest.approx(found.pay(1)) == pytest.approx(10)
    ordered = {name: points for name, points in found.ordered_below(1).items() if points}
    assert ordered == pytest.approx({"customers": 300, "level_1": 150, "level_2": 150})
    below = {(each.points, each.by_customers, each.leg) for each in ordered_below(run, 1)}
    assert {(points, sold) for points, sold, _ in below} == {(200, 100), (100, 50), (300, 150)}
    leg = {points: at for points, _, at in below}
    assert leg[200] == leg[300] != leg[100]
    said = answer(found, 1, Case.of(plan, company, 10), Speech.of("en", plan))
    assert "Of 100 points that came below you in the month, these go back: 50 to what outside customers buy" in said


def test_a_team_of_today_is_placed_as_it_joined_whatever_its_rows_and_whoever_asks():
    """Who joined 30 months ago goes left, 12 months ago right, 2 months ago left again: 10 % of the 50 on the right.

    In the order of the rows it would be 150 against 200, and 15.
    """
    today = [{"under": 0, "buys": each, "months": since} for each, since in ((100, 2), (200, 30), (50, 12))]
    company = two_legs()
    for way in ("weaker_leg", "alternating", "under_sponsor"):
        plan = still(today, team={"placing": way})
        found, run = whose_orders(plan, company, 3), one_run(plan, company, 2)
        assert found is not None
        assert run is not None
        assert found.pay(2) == pytest.approx(5), way
        assert run.pay(2) == pytest.approx(5), way
        assert {each.points: each.leg for each in ordered_below(run, 2)} == {100: 0, 200: 0, 50: 1}, way


def test_parts_of_100_come_to_100():
    assert of_100({"a": 1.0, "b": 1.0, "c": 1.0}) == {"a": 34, "b": 33, "c": 33}
    assert of_100({"a": 0.0, "b": 0.0}) == {}


def test_of_every_kind_of_pay_rows_come_to_what_the_runs_are_paid_and_the_mentor_has_a_stake():
    """With gates, caps and rounding in every other plan, and each way of placing."""
    for place, rule in enumerate(sorted(KINDS)):
        for number in range(3):
            plan, company = drawn(np.random.default_rng([number, place]), rule, number)
            found = whose_orders(plan, company, 4)
            assert found is not None
            paths = draw_paths(draws_of(plan, company), plan.chance.seed, 0, found.runs)
            pay = np.array([each.on_own + each.on_team for each in paths.trading.pays])
            np.testing.assert_allclose(found.found.pay, pay, rtol=1e-9, atol=1e-7, err_msg=f"{rule} {number}")
            joining = np.array([each.on_joining for each in paths.trading.pays]).mean(axis=1)
            months = range(len(pay))
            said = [found.by_source(month) for month in months]
            np.testing.assert_allclose([sum(each.values()) for each in said], pay.mean(axis=1), rtol=1e-9, atol=1e-7)
            np.testing.assert_allclose([each["joining"] for each in said], joining, rtol=1e-9, atol=1e-7, err_msg=rule)
            run = one_run(plan, company, 2)
            assert run is not None
            for month in months:
                paid = as_team(run, month, Speech.of("en", plan))
                rows = sum(line.amount for line in receipt_of(paid, YOU))
                rows += sum(taken.amount for taken in adjustments_of(paid, YOU))
                assert rows == pytest.approx(pay[month, 2], rel=1e-9, abs=1e-7), (rule, number, month)
            stakes = stake(Case.of(plan, company, 4), Mentor())
            assert stakes.standing == "computed"
            assert 0 <= stakes.other_leg < 1e6
            assert 0 <= stakes.low < 1e6
            assert 0 <= stakes.high < 1e6
