"""Pay as the mean of runs: the headline's own, drawn once, the same wherever a plan is laid on the company."""

from dataclasses import fields, replace

import numpy as np
import pytest

from planner.analysis import mean_of_runs
from planner.analysis.case import Case
from planner.analysis.cautions.pay import no_pay
from planner.analysis.chance.tried import Tried
from planner.analysis.mean_of_runs import NOT_DRAWN, NOT_FOR_PAY
from planner.analysis.projected import projected_beside, projected_scenarios
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import resolve_terms
from planner.projection.assumptions import Assumptions
from planner.projection.engine import project
from planner.projection.given_pay import GivenPay
from planner.projection.plan_assumptions import plan_assumptions
from planner.simulation import engine
from planner.simulation.engine import draws_of, mean_pay
from planner.simulation.paths import draw_paths
from tests.properties.situations import bare_plan, invented_company
from tests.simulation.by_pay_plan import by_its_own_rules
from tests.simulation.plans import COMPANIES, NO_SPREADS, RATES, team_plan

RUNS, MANY = 60, 2_000
WHOSE_PAY = mean_of_runs.paid_by_runs
COMPRESSED = COMPANIES["compressed"]


@pytest.fixture(autouse=True)
def every_pay_is_the_mean_of_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the companies here too, whose pay is otherwise computed; nothing is kept from the test before."""
    monkeypatch.setattr(mean_of_runs, "paid_by_runs", lambda *_of: True)
    mean_of_runs.forget()


def same(one: GivenPay, other: GivenPay) -> bool:
    return all(np.array_equal(getattr(one, each.name), getattr(other, each.name)) for each in fields(GivenPay))


@pytest.mark.parametrize("name", COMPANIES)
def test_it_is_the_mean_of_the_runs_of_the_headline(name):
    company = COMPANIES[name]
    plan = team_plan(company)
    case, paths = Case.of(plan, company, RUNS), draw_paths(draws_of(plan, company), plan.chance.seed, 0, RUNS)
    pays, lines = paths.trading.pays, case.projection.statement.lines
    own, team = (np.array([getattr(pay, part) for pay in pays]).mean(axis=1) for part in ("on_own", "on_team"))
    assert case.projection.commission_on_team[:, 0] == pytest.approx(team)
    assert lines["commission_earned"][:, 0] == pytest.approx(own + team)
    bought = paths.trading.inventory.qualifying.mean(axis=1)
    assert case.projection.inventory.qualifying[:, 0] == pytest.approx(bought)
    assert bought[1:].any() or name != "compressed"
    rank = int(case.projection.paid_as_rank[-1, 0])
    assert (pays[-1].rank >= rank).mean() >= 0.5 > (pays[-1].rank > rank).mean()
    tried = Tried.of(case, RUNS)
    assert tried.case is case
    assert tried.odds.commission.median <= case.projection.statement.lines["commission_earned"].sum() * 2
    assert float(tried.simulation.outcome.commission.mean()) == pytest.approx(float(lines["commission_earned"].sum()))


def test_runs_are_drawn_once_for_pay_and_odds(monkeypatch):
    drawn: list[int] = []
    draw = engine.draw_paths
    monkeypatch.setattr(engine, "draw_paths", lambda *of: (drawn.append(of[-1]), draw(*of))[1])
    plan = team_plan(COMPRESSED)
    case = Case.of(plan, COMPRESSED, RUNS)
    Tried.of(case, RUNS)
    assert sum(drawn) == RUNS
    Case.of(plan.model_copy(), COMPRESSED, RUNS)
    assert sum(drawn) == RUNS
    few = Case.of(plan, COMPRESSED, 10)
    assert sum(drawn) == RUNS + 10
    assert Tried.of(few, RUNS).case.runs == RUNS  # once all are there, its pay is the mean of all
    assert sum(drawn) == RUNS + 10


def test_money_and_other_costs_draw_nothing_anew(monkeypatch):
    """Whatever is not for pay leaves its digits as they are; all else that varies may change them."""
    plan = team_plan(COMPRESSED, money_and_time={"loan": 500, "own_cash": 300})
    draws = draws_of(plan, COMPRESSED)
    before = mean_pay(draws, RUNS)[0]
    arrays = draws.assumptions.arrays()
    for name in NOT_FOR_PAY:
        if name in arrays:
            moved = replace(draws.assumptions, **{name: np.broadcast_to(arrays[name] + 7, arrays[name].shape)})
            assert same(mean_pay(replace(draws, assumptions=moved), RUNS)[0], before), name
    assert set(NOT_FOR_PAY) <= {each.name for each in fields(Assumptions)}
    assert set(NOT_DRAWN) <= set(type(plan.chance).model_fields)
    kept = mean_of_runs.mean_of_runs(draws, RUNS)
    monkeypatch.setattr(engine, "draw_paths", None)
    for changes in (
        {"money_and_time": {"own_cash": 9_000, "card_limit": 50}},
        {"customers": {"cost_per_order": 4}, "getting_started": {"items": [{"name": "x", "amount": 80}]}},
        {"chance": {"quits": "as_others", "most_to_lose": 10, "when_money_runs_out": "stops", "review_month": 4}},
    ):
        assert same(mean_of_runs.mean_of_runs(draws_of(team_plan(COMPRESSED, **changes), COMPRESSED), RUNS), kept)


def test_several_beside_each_other_are_each_as_alone():
    plans = [
        team_plan(COMPRESSED, team={"recruits_a_month": recruits}, chance={"seed": seed})
        for recruits, seed in ((0.5, 1), (0.8, 1), (0.5, 2), (0.0, 1))
    ]
    for places, projection in projected_beside(plans, COMPRESSED, RUNS):
        for scenario, place in enumerate(places):
            mean_of_runs.forget()
            alone = Case.of(plans[place], COMPRESSED, RUNS).projection
            together = projection.statement.result[:, scenario]
            assert together == pytest.approx(alone.statement.result[:, 0], rel=1e-12)
    terms = resolve_terms(COMPRESSED, plans[0])
    both = Assumptions.beside([plan_assumptions(plan) for plan in plans[:2]])
    found = projected_scenarios(both, terms, plans[0].chance, RUNS).given
    assert found is not None
    assert found.on_team.shape == (25, 2)
    assert not np.array_equal(found.on_team[:, 0], found.on_team[:, 1])


@pytest.mark.parametrize(("paths", "people"), [(2, 1e9), (1_000, 500)])
def test_blocks_of_any_size_give_the_same(monkeypatch, paths, people):
    plan = team_plan(COMPRESSED)
    before = engine.simulate(plan, COMPRESSED, RUNS, with_pay=True).pay
    monkeypatch.setattr(engine, "PATHS_A_BLOCK", paths)
    monkeypatch.setattr(engine, "PEOPLE_A_BLOCK", people)
    assert same(engine.simulate(plan, COMPRESSED, RUNS, with_pay=True).pay, before)
    assert same(mean_pay(draws_of(plan, COMPRESSED), RUNS)[0], before)


def test_it_is_bounded(monkeypatch):
    monkeypatch.setattr(mean_of_runs, "MOST_KEPT", 3)
    for seed in range(6):
        mean_of_runs.mean_of_plan(team_plan(COMPRESSED, seed), COMPRESSED, 5)
    assert len(mean_of_runs._means) == 3
    assert len(mean_of_runs._simulations) <= mean_of_runs.MOST_SIMULATIONS


def test_where_nothing_is_left_to_chance_it_is_the_path_to_the_cent():
    """Nobody joins or leaves, nothing is sold: the distributor's own standing order is paid on, by the path, by the
    mean of runs, and by averages under the same rules as levels and steps.
    """
    plan = Plan.model_validate(
        {
            "horizon_months": 24,
            "customers": {"new_a_month": 0},
            "team": {"recruits_a_month": 0},
            "stock": {"standing_order": 70, "own_use": 60, "opening_stock": 200, "buys_to_qualify": "always"},
            "money_and_time": {"loan": 400, "own_cash": 100, "card_limit": 900},
            "tax": {"rules": "flat", "income_share": 0.3},
            "chance": NO_SPREADS | {"when_money_runs_out": "puts_in_more"},
        }
    )
    ranks = (
        {"name": "one", "personal_volume": 40, "group_volume": 100, "rate": 0.05},
        {"name": "two", "personal_volume": 40, "group_volume": 150, "rate": 0.09},
    )
    rules = invented_company(kit=60, minimum=160, ranks=ranks, breakaway=False)
    company = by_its_own_rules(rules)
    computed = project(plan, rules).statement.lines
    projection, path = Case.of(plan, company, 2).projection, draw_paths(draws_of(plan, company), 1, 0, 2)
    assert projection.commission_on_own[1:].any()
    assert not projection.commission_on_team.any()
    assert projection.inventory.qualifying[1:].any()
    for name, line in projection.statement.lines.items():
        assert path.statement.lines[name][:, 0] == pytest.approx(np.broadcast_to(line, (25, 1))[:, 0], abs=0.005), name
        assert np.broadcast_to(computed[name] - line, (25, 1)) == pytest.approx(0, abs=0.005), name
    assert path.statement.result[:, 0] == pytest.approx(projection.statement.result[:, 0], abs=0.005)


def test_a_whole_team_is_paid_alike_by_path_mean_and_averages():
    """By hand: 180 bought on level 1, 60 on level 2 and 30 on level 3, at 10, 5 and 2 %: 18 + 3 + 0.60 each month.

    Nobody joins or leaves, and there is no spread. Months and a pay plan of the same levels pay the same.
    """
    rows = [{"under": 0, "buys": 100}, {"under": 0, "buys": 40, "alike": 2}, {"under": 1, "buys": 60}]
    rows.append({"under": 3, "buys": 30})
    team = {"today": rows, "recruits_a_month": 0, "duplication": 0, "annual_attrition": 0, "first_months_attrition": 0}
    plan = bare_plan(horizon_months=24, team=team, chance=NO_SPREADS)
    rules = invented_company(kit=60, rates=(0.1, 0.05, 0.02))
    company = by_its_own_rules(rules)
    by_averages = project(plan, rules).commission_on_team[:, 0]
    mean = Case.of(plan, company, 2).projection
    path = draw_paths(draws_of(plan, company), plan.chance.seed, 0, 2)
    assert by_averages[1:] == pytest.approx(21.6, abs=0.005)
    assert mean.commission_on_team[1:, 0] == pytest.approx(21.6, abs=0.005)
    assert np.array([pay.on_team[1] for pay in path.trading.pays])[1:] == pytest.approx(21.6, abs=0.005)
    assert path.statement.result[:, 0] == pytest.approx(mean.statement.result[:, 0], abs=0.005)
    assert mean.statement.result[:, 0] == pytest.approx(project(plan, rules).statement.result[:, 0], abs=0.005)


def test_where_the_expectation_is_exact_the_mean_agrees():
    """Within four standard errors of the total, month by month what both expect."""
    rules = invented_company(kit=60, rates=RATES, compression=True)
    company = by_its_own_rules(rules)
    team = {"people_within_reach": 1e10, "duplication": 0.1}
    plan = team_plan(company, team=team, chance=NO_SPREADS, stock={"buys_to_qualify": "never"})
    exact = project(plan, rules).commission_on_team
    paths = draw_paths(draws_of(plan, company), plan.chance.seed, 0, MANY)
    drawn = np.array([pay.on_team for pay in paths.trading.pays])
    case = Case.of(plan, company, MANY)
    assert case.projection.commission_on_team[:, 0] == pytest.approx(drawn.mean(axis=1))
    for by_path, expected in ((drawn.sum(axis=0), float(exact.sum())), (drawn[12], float(exact[12, 0]))):
        assert abs(by_path.mean() - expected) < 4 * by_path.std() / np.sqrt(MANY)


def test_without_the_runs_a_pay_plan_pays_nothing_and_says_so():
    company = by_its_own_rules(invented_company(kit=60, rates=RATES))
    plan = team_plan(company)
    bare = project(plan, company)
    assert not bare.statement.lines["commission_earned"].any()
    assert no_pay(bare) is not None
    assert no_pay(Case.of(plan, company, 5).projection) is None


def test_pay_is_of_runs_where_newcomers_recruit_at_once_and_levels_or_ranks_hang_on_who_is_above(monkeypatch):
    """Averages count levels over everyone, and follow no legs of newcomers: where neither matters they stay exact."""
    monkeypatch.setattr(mean_of_runs, "paid_by_runs", WHOSE_PAY)
    for name, company in COMPANIES.items():
        for at_once, duplication in ((0.0, 0.3), (0.5, 0.0), (0.5, 0.3)):
            plan = team_plan(company, team={"recruit_at_once": at_once, "duplication": duplication})
            by_runs = name != "uncompressed" and at_once * duplication > 0
            assert (Case.of(plan, company, RUNS).projection.given is not None) == by_runs, (name, at_once)
