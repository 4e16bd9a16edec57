"""Random plans and plans at their bounds state every input, so that the twin and the invariances are about all of them.

They derive its values from its declaration; this is the proof that none is left out.
"""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planner.inputs.path import Path, written
from planner.inputs.plan.plan import INPUTS, Plan
from tests.declared_values import OF_NO_AMOUNT
from tests.planner.inputs.plan_values import plans as plans_of_any_value
from tests.properties.random_plans import plans as plans_in_which_something_happens
from tests.properties.test_bounds import extreme_plans

ONCE = settings(
    max_examples=1,
    deadline=None,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize(
    ("strategy", "without"),
    [
        (plans_of_any_value, set()),
        (plans_in_which_something_happens(), OF_NO_AMOUNT),
        (extreme_plans(), OF_NO_AMOUNT),
    ],
    ids=["plan_values.plans", "random_plans.plans", "test_bounds.extreme_plans"],
)
def test_every_input_is_stated(strategy: st.SearchStrategy[Plan], without: set[Path]) -> None:
    @ONCE
    @given(strategy)
    def stated_in(plan: Plan) -> None:
        groups = {path: plan if len(path) == 1 else getattr(plan, str(path[0])) for path in INPUTS}
        missing = {path for path, group in groups.items() if path[-1] not in group.model_fields_set}
        assert set(map(written, missing)) == set(map(written, without))

    stated_in()
