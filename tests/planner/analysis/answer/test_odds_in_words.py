"""The headline's words: what a plan takes to cost nothing is said where it is nothing, and only there."""

from planner.analysis.answer.how_counted import counted_as_nothing
from planner.inputs.plan.plan import Plan
from planner.speech import Speech


def test_costs_that_a_plan_leaves_out_are_named() -> None:
    plan = Plan()
    [told] = counted_as_nothing(plan, Speech.of("en", plan))
    assert told.startswith(
        "Nothing is counted for this, and with any of it less is left: Goods you use yourself, a month"
    )
    assert "Sales that are refunded" in told
    data = plan.model_dump()
    data["customers"]["refund_share"] = 0.04
    [told] = counted_as_nothing(Plan.model_validate(data), Speech.of("en", plan))
    assert "Sales that are refunded" not in told
    data["stock"] |= {"own_use": 10, "samples": 5, "freight_share": 0.05, "spoilage_share": 0.01}
    data["customers"] |= {"cost_per_order": 3, "discount": 0.1}
    assert counted_as_nothing(Plan.model_validate(data), Speech.of("en", plan)) == []
