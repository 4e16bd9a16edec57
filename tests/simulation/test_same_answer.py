"""The answer hangs on the plan and the seed alone: not on blocks, threads, or which paths are drawn beside a path."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace

import numpy as np
import pytest

from planner.simulation import engine
from planner.simulation.beside import simulate_beside, those_alike
from planner.simulation.engine import draws_of, simulate
from planner.simulation.paths import OF_PEOPLE, OF_SALES, draw_below, draw_paths, sales_of_each
from planner.simulation.result import Outcome, outcome
from planner.simulation.sampling import path_keys
from tests.simulation.plans import COMPANIES, team_plan

PATHS = 54
STOPPING = {"quits": "as_others", "most_to_lose": 600, "review_month": 9, "when_money_runs_out": "stops"}


def as_json(found: Outcome) -> str:
    """Every digit of it."""
    return json.dumps({field.name: getattr(found, field.name).tolist() for field in fields(found)})


def busy_plan(company):
    today = [{"under": 0, "buys": 70, "months": 3}, {"under": 1, "buys": 90, "months": 8}]
    team = {"duplication": 0.15, "people_within_reach": 90, "recruit_at_once": 0.3, "today": today}
    return team_plan(company, team=team, chance=STOPPING)


@pytest.mark.parametrize("name", COMPANIES)
@pytest.mark.parametrize(("paths", "people"), [(2, 1e9), (9, 1e9), (1_000, 2_000)])
def test_blocks_of_any_size_give_the_same(monkeypatch, name, paths, people):
    company = COMPANIES[name]
    before = as_json(simulate(busy_plan(company), company, PATHS).outcome)
    monkeypatch.setattr(engine, "PATHS_A_BLOCK", paths)
    monkeypatch.setattr(engine, "PEOPLE_A_BLOCK", people)
    assert as_json(simulate(busy_plan(company), company, PATHS).outcome) == before


@pytest.mark.parametrize("name", COMPANIES)
def test_threads_give_the_same(monkeypatch, name):
    company = COMPANIES[name]
    before = as_json(simulate(busy_plan(company), company, PATHS).outcome)
    monkeypatch.setattr(engine, "PATHS_A_BLOCK", 10)
    with ThreadPoolExecutor(2) as executor:
        assert as_json(simulate(busy_plan(company), company, PATHS, executor).outcome) == before


@pytest.mark.parametrize("name", COMPANIES)
def test_a_path_drawn_elsewhere_is_the_same_path(name):
    company = COMPANIES[name]
    plan = busy_plan(company)
    together = simulate(plan, company, PATHS).outcome
    for path in (0, 1, 17, 50):
        beside = outcome(plan, company.buy_back, draw_paths(draws_of(plan, company), plan.chance.seed, path, 3))
        for field in fields(Outcome):
            assert getattr(beside, field.name)[..., 0].tolist() == getattr(together, field.name)[..., path].tolist()


def test_a_path_alone_is_the_same_path(monkeypatch):
    company = COMPANIES["uncompressed"]
    before = as_json(simulate(busy_plan(company), company, PATHS).outcome)
    monkeypatch.setattr(engine, "PATHS_A_BLOCK", 1)
    assert as_json(simulate(busy_plan(company), company, PATHS).outcome) == before


def test_more_paths_go_on_where_fewer_stop():
    company = COMPANIES["amway-eu"]
    plan = busy_plan(company)
    fewer, more = (simulate(plan, company, number).outcome for number in (50, PATHS))
    assert more.result[:50].tolist() == fewer.result.tolist()


def test_whoever_stops_without_money_meets_the_same_people_until_then():
    """Stopping or going on draws the same: the way of going on is kept, with the month in which the money is gone."""
    company = COMPANIES["compressed"]
    money = {"own_cash": 100, "loan": 200, "card_limit": 150}
    stops, goes_on = (
        simulate(team_plan(company, money_and_time=money, chance={"when_money_runs_out": answer}), company, PATHS)
        for answer in ("stops", "puts_in_more")
    )
    assert 0 < stops.outcome.for_money.mean() < 1
    assert not goes_on.outcome.for_money.any()
    for name in ("cumulative", "money_gone_month", "limit_month", "review_month"):
        assert getattr(stops.outcome, name).tolist() == getattr(goes_on.outcome, name).tolist()
    until = np.arange(25)[:, None] <= stops.outcome.last_month
    assert stops.outcome.results[until].tolist() == goes_on.outcome.results[until].tolist()


BESIDE = (
    {},
    {"customers": {"new_a_month": 3}},
    {"customers": {"attrition": 0.2, "discount": 0.1}, "team": {"duplication": 0.02}},
    {"team": {"recruits_a_month": 1, "member_joining_order": 0, "member_monthly_purchases": 60}},
    {"team": {"annual_attrition": 0.5, "people_within_reach": 40}},
    {"getting_started": {"contingency_share": 0.3}},
    {"stock": {"cover_months": 0}},  # not on the same months as the others
    {"stock": {"marketable_share": 0.5}},
    {"chance": {"order_spread": 0.2}},
    {"money_and_time": {"own_cash": 100}},
)


@pytest.mark.parametrize("name", COMPANIES)
def test_plans_beside_each_other_come_to_what_each_comes_to_alone(name):
    """Those that differ in numbers alone share one call, others have one of their own: to the same digit."""
    company = COMPANIES[name]
    plans = [team_plan(company, **({"chance": STOPPING} | changes)) for changes in BESIDE]
    told: list[float] = []
    together = simulate_beside(plans, company, PATHS, progress=told.append)
    for plan, found in zip(plans, together, strict=True):
        alone = simulate(plan, company, PATHS)
        assert as_json(found.outcome) == as_json(alone.outcome)
        assert (found.plan, found.paths, found.asked, found.cut) == (plan, PATHS, PATHS, alone.cut)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(those_alike(plans, company, PATHS)) == 4


@pytest.mark.parametrize("book", [False, True])
def test_people_and_sales_hang_on_what_plans_that_share_them_have_in_common(book):
    """Whatever else is no number at all, they are drawn to the same digit."""
    company = COMPANIES["compressed"]
    source = {"new_from": "address_book"} if book else {}
    plan = team_plan(company, customers=source, team={"recruits_from": "address_book"} if book else {})
    draws, keys = draws_of(plan, company), path_keys(1, 0, 20)
    forest, people, _ = draw_below(draws, keys)
    sales = sales_of_each(draws, keys)
    for names, name in ((OF_PEOPLE, "people"), (OF_SALES, "sales")):
        others = {each: value * np.nan for each, value in draws.assumptions.arrays().items() if each not in names}
        changed = replace(draws, assumptions=replace(draws.assumptions, **others))
        if name == "sales":
            assert as_lists(sales_of_each(changed, keys)) == as_lists(sales)
        else:
            other, again, _ = draw_below(changed, keys)
            assert as_lists(other) == as_lists(forest)
            assert again.bought.tolist() == people.bought.tolist()


def as_lists(record):
    return {field.name: np.asarray(getattr(record, field.name)).tolist() for field in fields(record)}


def test_another_seed_is_another_answer():
    company = COMPANIES["amway-eu"]
    answers = {as_json(simulate(team_plan(company, seed), company, 20).outcome) for seed in range(5)}
    assert len(answers) == 5


def test_all_companies_meet_the_same_people_and_customers():
    """Same effort, same luck: only the rules differ, so only the pay does."""
    found = [draw_paths(draws_of(team_plan(company), company), 1, 0, 30) for company in COMPANIES.values()]
    for other in found[1:]:
        for record, names in (("forest", ("path", "sponsor", "born", "acts")), ("sales", ("orders", "demand"))):
            for name in names:
                first, second = (getattr(getattr(paths, record), name).tolist() for paths in (found[0], other))
                assert first == second
        assert found[0].people.bought.tolist() == other.people.bought.tolist()
