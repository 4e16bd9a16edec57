"""The engine against one that draws numbers of people and no people, where rules are linear; cheap, so many paths."""

import os

import pytest

from planner.simulation.engine import simulate
from tests.simulation.aggregate import aggregate_paths
from tests.simulation.kolmogorov import same_law
from tests.simulation.plans import COMPANIES, NO_SPREADS, team_plan

PATHS = int(os.environ.get("SIMULATION_PATHS", "4000"))
SEEDS = (1, 2, 3, 4, 5) if PATHS > 4000 else (1,)
MEASURES = ("team", "joined", "commission", "result")
LEAST = 0.01 / (len(SEEDS) * len(MEASURES) * 2 if len(SEEDS) > 1 else 1)  # as in test_engines.py

ALIKE = {"ability_spread": 0, "staying_spread": 0, "purchase_spread": 0}
SPREADS = {"no spreads": NO_SPREADS, "members alike": ALIKE}
DIRECT = {"opening_stock": 0, "ship_direct_share": 1, "buys_to_qualify": "never"}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("spreads", SPREADS)
def test_results_are_distributed_as_numbers_of_people_alone_say(spreads, seed):
    company = COMPANIES["uncompressed"]
    plan = team_plan(company, stock=DIRECT, chance=SPREADS[spreads] | {"seed": seed})
    engine = simulate(plan, company, PATHS)
    numbers = aggregate_paths(seed + 100, plan, company, PATHS)
    assert engine.paths == PATHS
    for name in MEASURES:
        left, right = getattr(numbers, name), getattr(engine.outcome, name)
        assert same_law(left, right) > LEAST, (name, left.mean(), right.mean())
