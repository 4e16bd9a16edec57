"""The engine against the naive one where a company pays by a pay plan: the same laws, kind by kind, pay alike.

For more paths: SIMULATION_PATHS=4000 .venv/bin/python -m pytest tests/simulation/test_engines_by_kind.py
"""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from random import Random
from typing import get_args

import numpy as np
import pytest

from planner.inputs.company.company import Company
from planner.inputs.pay.part import Part
from planner.inputs.pay.pay_plan import AnyPart
from planner.inputs.plan.plan import Plan
from planner.simulation import engine
from planner.simulation.engine import simulate
from tests.simulation.kolmogorov import same_law
from tests.simulation.naive_path import naive_path
from tests.simulation.plans_by_kind import BY_KIND, plan_by_kind
from tests.simulation.test_same_answer import as_json

PATHS = int(os.environ.get("SIMULATION_PATHS", "0"))
NAIVE_PATHS, ENGINE_PATHS = PATHS or 160, PATHS or 8_000
MEASURES = ("commission", "result", "team")
# As in test_engines: by chance alone one in a hundred fails, of a long run all together.
LEAST = 0.01 / (len(MEASURES) * len(BY_KIND) if PATHS else 1)


@pytest.mark.parametrize("kind", BY_KIND)
def test_pay_is_distributed_as_that_of_people_one_by_one(kind: str) -> None:
    seed = [*BY_KIND].index(kind) + 1
    plan, company = plan_by_kind(kind, seed)
    dice = Random(seed * 7919)  # noqa: S311
    paths = [naive_path(dice, plan, company) for _ in range(NAIVE_PATHS)]
    drawn = simulate(plan, company, ENGINE_PATHS).outcome
    for name in MEASURES:
        # Where a cap holds many are alike, but for the digits in which halving and dividing end.
        left, right = (np.round(each, 6) for each in ([getattr(path, name) for path in paths], getattr(drawn, name)))
        assert same_law(left, right) > LEAST, (name, np.mean(left), np.mean(right))
    assert drawn.commission.mean() > 20


def test_every_kind_of_part_is_among_them() -> None:
    parts = {part["rule"] for kind in BY_KIND.values() for part in kind.parts}
    assert parts == {rule for kind in kinds() for rule in get_args(kind.model_fields["rule"].annotation)}


def kinds() -> list[type[Part]]:
    """All that a pay plan may have."""
    union, _ = get_args(AnyPart)
    return [get_args(each)[0] for each in get_args(union)]


def test_blocks_of_any_size_and_threads_pay_the_same_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each path, and the mean by month; with a team of today and newcomers who recruit at once in some."""
    for kind in BY_KIND:
        plan, company = plan_by_kind(kind)

        def digits(executor: ThreadPoolExecutor | None = None, case: tuple[Plan, Company] = (plan, company)) -> str:
            found = simulate(*case, 11, executor, with_pay=True)
            assert found.pay is not None
            return as_json(found.outcome) + str([getattr(found.pay, each.name) for each in fields(found.pay)])

        with np.printoptions(floatmode="unique", threshold=10**9):
            before = digits()
            for paths, people in ((2, 1e9), (5, 1e9), (2_000, 300)):
                with monkeypatch.context() as smaller, ThreadPoolExecutor(2) as executor:
                    smaller.setattr(engine, "PATHS_A_BLOCK", paths)
                    smaller.setattr(engine, "PEOPLE_A_BLOCK", people)
                    assert digits() == before, (kind, paths)
                    assert digits(executor) == before, (kind, paths)
