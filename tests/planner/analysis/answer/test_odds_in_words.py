"""The headline's words: what a plan takes to cost nothing, and why its middle is not what follows as entered."""

from dataclasses import replace

from planner.analysis.answer.how_counted import beside_as_entered, counted_as_nothing
from planner.analysis.answer.over_runs import four_figures, in_a_sentence, title_of_hole
from planner.analysis.answer.saved_figures import figures_of, in_words
from planner.analysis.case import Case
from planner.analysis.chance.tried import Tried
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan, default_plan
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


def test_who_stops_early_is_named_where_the_middle_stands_beside_what_is_entered() -> None:
    """1,500 of goods on 1,000 of one's own, and no customer: all stop at the first cost, and as entered go on."""
    data = default_plan("USD").model_dump()
    data["stock"]["opening_stock"] = 1500
    data["customers"]["new_a_month"] = 0
    for when, said in (("stops", True), ("puts_in_more", False)):
        data["chance"]["when_money_runs_out"] = when
        plan = Plan.model_validate(data)
        case = Case.of(plan, load_catalog().companies["scentsy-us"])
        tried, speech = Tried.of(case, 50), Speech.of("en", plan)
        told = beside_as_entered(tried, speech)
        # All who stop are counted here; paragraphs of their own say how many of them stop for which reason.
        assert ("whatever the reason; exactly as entered you always go on, and put in what" in told) == said, told
        assert told.startswith("In the middle of the runs ")
        # So does the hole, which is that of going on: where most stop, it is deeper than what the middle one loses.
        assert ("if you go on" in four_figures(case, tried.odds, None, speech)[0].qualifier) == said
        assert ("as if you always went on" in in_a_sentence(case, tried.odds, speech)) == said


def test_half_of_the_runs_are_not_most_of_them() -> None:
    plan = default_plan("USD")
    case, speech = Case.of(plan, load_catalog().companies["scentsy-us"]), Speech.of("en", plan)
    odds = Tried.of(case, 50).odds
    assert odds.deepest_hole.median > 0
    for stopped, said in ((0.5, False), (0.52, True)):
        told = replace(odds, stopped=stopped)
        assert ("in most runs you stop" in in_a_sentence(case, told, speech)) == said
        assert (title_of_hole(told, speech) == "Deepest hole, if you go on") == said


def test_of_a_saved_version_the_hole_is_called_as_elsewhere_and_lies_beside_that_of_the_one_before() -> None:
    plan = default_plan("USD")
    speech, tried = Speech.of("en", plan), Tried.of(Case.of(plan, load_catalog().companies["scentsy-us"]), 50)
    on, off = (figures_of(replace(tried, odds=replace(tried.odds, stopped=each))) for each in (0.8, 0.2))
    hole = speech.money(tried.odds.deepest_hole.median)
    assert in_words(on, {}, speech)[1] == f"Deepest hole, if you go on: {hole}"
    assert in_words(off, on, speech)[1] == f"Deepest hole: {hole}"
    before = {name: figure for name, figure in on.items() if name != "if_you_go_on"}  # saved before that was kept
    assert in_words(before, {}, speech)[1] == f"Deepest hole: {hole}"
    assert (
        in_words(on, before | {"deepest_hole": 9.0}, speech)[1]
        == f"Deepest hole, if you go on: {speech.money(9)} → {hole}"
    )
