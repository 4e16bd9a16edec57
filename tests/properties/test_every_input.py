"""Random plans and plans at their bounds state every input, so that the twin and the invariances are about all of them.

What an input is not stated by is named here, with the reason.
"""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planner.inputs.path import Path, parse, written
from planner.inputs.plan.plan import INPUTS, Plan
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


def paths(text: str) -> set[Path]:
    return {parse(each) for each in text.split()}


OF_NO_AMOUNT = paths("name currency company_answers")
OF_HOURS = {
    ("money_and_time", name) for name in ("recruiting_hours_share", "meeting_hours_share", "paperwork_hours_share")
}
AFTER_THE_PLAN = paths("stock.marketable_share stock.return_freight_share")  # of goods given back when one stops
MEASURED = paths("money_and_time.hours_a_week money_and_time.reference_wage money_and_time.annual_saving_rate")
DRAWN = {path for path in INPUTS if path[0] == "chance"} | paths("start_month team.member_resold_share")


@pytest.mark.parametrize(
    ("strategy", "without"),
    [
        (plans_of_any_value, set()),
        (plans_in_which_something_happens(), OF_NO_AMOUNT | OF_HOURS | AFTER_THE_PLAN | MEASURED),
        (extreme_plans(), OF_NO_AMOUNT | OF_HOURS | AFTER_THE_PLAN | DRAWN),
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
