"""The engine against a naive one with random numbers of its own: the same laws give results distributed alike.

For more paths, on five seeds: SIMULATION_PATHS=40000 .venv/bin/python -m pytest tests/simulation/test_engines.py
"""

import os
from functools import cache
from random import Random

import numpy as np
import pytest

from planner.simulation.engine import simulate
from tests.simulation.kolmogorov import same_law
from tests.simulation.naive_path import Ended, naive_path
from tests.simulation.plans import COMPANIES, NO_SPREADS, team_plan

PATHS = int(os.environ.get("SIMULATION_PATHS", "0"))
SEEDS = (1, 2, 3, 4, 5) if PATHS else (1,)
NAIVE_PATHS, ENGINE_PATHS = PATHS or 250, PATHS or 4_000
MEASURES = ("team", "joined", "commission", "result")
# By chance alone one in a hundred fails where one in a hundred may: all of a long run together are given that much.
LEAST = 0.01 / (len(SEEDS) * len(MEASURES) * len(COMPANIES) * 5 if PATHS else 1)

SPREADS = {
    "default spreads": {},
    "no spreads": {"chance": NO_SPREADS},
    # The distributor may stop, within reach are few, and everything that can be bought is on the shelf first.
    "stopping and few within reach": {
        "chance": {"quits": "as_others", "most_to_lose": 600, "review_month": 9},
        "team": {"people_within_reach": 30, "duplication": 0.2},
    },
    "newcomers recruit at once": {"team": {"recruit_at_once": 0.8, "duplication": 0.3, "people_within_reach": 80}},
    # A leg of three in a line and one of one, who leave and recruit as others do, and two beside each other.
    "a team of today": {
        "team": {
            "today": [
                {"under": 0, "buys": 150, "months": 1},
                {"under": 1, "buys": 60, "months": 14},
                {"under": 2, "buys": 90, "months": 2},
                {"under": 0, "buys": 40, "months": 7, "alike": 2},
            ],
            "people_within_reach": 60,
        },
    },
    # The money is gone in half of the paths or in all of them, a loan and a card used up.
    "stopping without money": {
        "chance": {"when_money_runs_out": "stops"},
        "money_and_time": {"own_cash": 100, "loan": 200, "card_limit": 150},
    },
}


@cache
def ended(company: str, spreads: str, seed: int) -> list[Ended]:
    dice = Random(seed * 7919)  # noqa: S311
    plan = team_plan(COMPANIES[company], **SPREADS[spreads])
    return [naive_path(dice, plan, COMPANIES[company]) for _ in range(NAIVE_PATHS)]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("spreads", SPREADS)
@pytest.mark.parametrize("company", COMPANIES)
def test_results_are_distributed_as_those_of_people_one_by_one(company, spreads, seed):
    changes = SPREADS[spreads]
    plan = team_plan(COMPANIES[company], **changes | {"chance": changes.get("chance", {}) | {"seed": seed}})
    engine = simulate(plan, COMPANIES[company], ENGINE_PATHS)
    assert engine.paths == ENGINE_PATHS
    paths = ended(company, spreads, seed)
    for name in MEASURES:
        left, right = [getattr(path, name) for path in paths], getattr(engine.outcome, name)
        assert same_law(left, right) > LEAST, (name, np.mean(left), np.mean(right))
    last = [path.last_month for path in paths]
    assert same_law(last, engine.outcome.last_month) > LEAST, (np.mean(last), engine.outcome.last_month.mean())


def test_the_measure_itself_would_notice():
    """Moved by a fifth of its standard deviation a sample of thousands is not the same; unmoved it is."""
    dice = np.random.default_rng(1)
    left, right = dice.normal(size=(2, 4_000))
    assert same_law(left, right) > 0.01
    assert same_law(left, right + 0.2) < 1e-6


def test_the_chance_of_a_gap_is_that_of_the_table():
    """Kolmogorov's table: at 1.358 and 1.628 times root n, 5 and 1 in 100. Of 2 x 20,000 alike but for one step."""
    for scaled, chance in ((1.3581, 0.05), (1.6276, 0.01)):
        size = 20_000
        moved = round(scaled * np.sqrt(2 / size) * size)
        left = np.arange(size)
        assert same_law(left, left + moved) == pytest.approx(chance, rel=0.03)
