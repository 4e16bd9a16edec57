"""What it takes to reach a goal, as files."""

from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.goal_seek import seek
from planner.analysis.chance.goals import Goal
from planner.export.goals import answer_record, answers_frame
from planner.inputs.company.catalog import load_catalog
from tests.plans import small_seller

CASE = Case.of(small_seller(customers={"new_a_month": 0.5}), load_catalog().companies["example-company"])
GOAL, NEW = Goal("income", 100), ("customers", "new_a_month")
ONE_TRIAL = expected_seconds(CASE.plan, 200)


def told(seconds: float) -> tuple[int, bool, bool]:
    """How many runs an answer rests on, and whether it is said that values were left out, and that it is rough."""
    answer = seek(CASE, GOAL, NEW, 200, budget=seconds)
    [row] = answers_frame([answer]).to_dict("records")
    record = answer_record(answer)
    assert (record["left_out"], record["rough"]) == (row["left_out"], row["rough"])
    return row["runs"], row["left_out"], row["rough"]


def test_a_value_is_rough_where_the_search_had_less_than_was_asked_for() -> None:
    """Eight trials of 200 runs take half of 17 of them: with that all are made, with less half as many."""
    assert told(60 * ONE_TRIAL) == (200, False, False)
    assert told(15 * ONE_TRIAL)[0::2] == (100, True)
    assert told(3 * ONE_TRIAL) == (100, True, True)
