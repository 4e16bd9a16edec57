"""Two versions made from a third: what each changed stays, what both changed is chosen, worked out by hand."""

from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from planner.inputs.changes.merge import Merged, merge
from planner.inputs.company.catalog import load_catalog
from planner.inputs.own_company.own_company import own_copy
from planner.inputs.path import Path
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import MOST_SCENARIOS, PlanFile, with_changes
from tests.planner.inputs.changes.test_difference import saying_something
from tests.planner.inputs.plan_values import plans
from tests.plans import small_seller
from tests.random_cases import tried

BASE = PlanFile(company="example-company", plan=small_seller(name="Anna"))
DAY = date(2026, 11, 29)


def planned(base: PlanFile = BASE, currency: str = "USD", **groups: Any) -> PlanFile:
    return with_changes(base, plan=small_seller(currency, name="Anna", **groups))


def note(*texts: str, place: str = "start", done: bool = False) -> dict[str, Any]:
    thread = tuple({"text": text, "by": text[:2], "day": DAY} for text in texts)
    return {"to": "page", "place": place, "thread": thread, "done": done}


def whole(merged: Merged) -> PlanFile:
    assert merged.faults == ()
    assert merged.file is not None
    return merged.file


def clashes(merged: Merged) -> dict[Path, tuple[Any, Any]]:
    return {place: (each.before, each.after) for place, each in merged.clashes.items()}


def test_what_one_changed_stays_whichever_of_the_two_it_was() -> None:
    changed = planned(horizon_months=36)
    for theirs, mine in ((changed, BASE), (BASE, changed), (changed, changed)):
        merged = merge(BASE, theirs, mine)
        assert (whole(merged), clashes(merged)) == (changed, {})


def test_inputs_are_put_together_and_what_both_changed_is_chosen() -> None:
    theirs = planned(customers={"new_a_month": 3.0, "attrition": 0.1}, exchange_rates={"EUR": 1.1, "SEK": 0.1})
    mine = planned(customers={"new_a_month": 2.0}, horizon_months=36, exchange_rates={"EUR": 1.2})
    merged = merge(BASE, theirs, mine)
    rate, customers = ("plan", "exchange_rates", "EUR"), ("plan", "customers", "new_a_month")
    assert clashes(merged) == {rate: (1.1, 1.2), customers: (3.0, 2.0)}
    assert merged.clashes[customers].title == "New customers a month"
    both = {"horizon_months": 36, "exchange_rates": {"EUR": 1.1, "SEK": 0.1}}
    assert whole(merged) == planned(customers={"new_a_month": 3.0, "attrition": 0.1}, **both)
    chosen = whole(merge(BASE, theirs, mine, {customers}))
    assert chosen == planned(customers={"new_a_month": 2.0, "attrition": 0.1}, **both)


def test_both_at_the_same_value_is_no_clash() -> None:
    same = planned(customers={"attrition": 0.1})
    assert clashes(merge(BASE, same, planned(customers={"attrition": 0.1}, horizon_months=36))) == {}


def test_inputs_that_go_together_only_each_by_itself_are_all_to_be_chosen() -> None:
    """Half of the hours for recruiting, six tenths for meeting customers and 0.15 for paperwork are more than all."""
    theirs = planned(money_and_time={"recruiting_hours_share": 0.5})
    mine = planned(money_and_time={"meeting_hours_share": 0.6})
    merged = merge(BASE, theirs, mine)
    recruiting, meeting = (("plan", "money_and_time", f"{name}_hours_share") for name in ("recruiting", "meeting"))
    assert clashes(merged) == {recruiting: (0.5, 0.0), meeting: (0.25, 0.6)}
    assert whole(merged) == theirs
    assert whole(merge(BASE, theirs, mine, {recruiting, meeting})) == mine
    refused = merge(BASE, theirs, mine, {meeting})
    assert (refused.file, len(refused.faults)) == (None, 1)


def test_what_stands_beside_the_plan() -> None:
    slow, quick = {"name": "Slow", "changes": {"customers.new_a_month": 0}}, {"name": "Quick", "changes": {}}
    base = with_changes(BASE, scenarios=(slow,), known=("horizon_months",), compared=("a",))
    theirs = with_changes(base, scenarios=(slow, quick), known=(), company="b", ledger={"name": {"owner": "me"}})
    about = slow | {"about": "A bad year"}
    mine = with_changes(base, scenarios=(about,), known=("horizon_months", "name"), ledger={"name": {"check": True}})
    merged = merge(base, theirs, mine)
    assert list(merged.clashes) == [("ledger", "name")]
    file = whole(merged)
    assert [(each.name, each.about) for each in file.scenarios] == [("Slow", "A bad year"), ("Quick", "")]
    assert (file.known, file.company, file.compared) == ((("name",),), "b", ("a",))
    assert file.ledger[("name",)].owner == "me"
    assert whole(merge(base, theirs, mine, merged.clashes)).ledger[("name",)].check


def test_what_one_took_out_and_the_other_changed_is_chosen() -> None:
    slow = {"name": "Slow", "changes": {}}
    base = with_changes(BASE, scenarios=(slow,))
    merged = merge(base, with_changes(base, scenarios=()), with_changes(base, scenarios=(slow | {"about": "x"},)))
    [(place, (theirs, mine))] = clashes(merged).items()
    assert (place, theirs, mine["about"]) == (("scenarios", "slow"), None, "x")
    assert whole(merged).scenarios == ()


def test_the_talk_by_its_answers() -> None:
    base = with_changes(BASE, talk={"hope": "A car", "questions": {"x": {"q1": "yes"}}})
    theirs = with_changes(base, talk={"hope": "A house", "questions": {"x": {"q1": "yes", "q2": "no"}}, "step": "team"})
    mine = with_changes(base, talk={"hope": "A boat", "questions": {"x": {"q1": "perhaps"}, "y": {"q1": "a"}}})
    merged = merge(base, theirs, mine)
    assert clashes(merged) == {("talk", "hope"): ("A house", "A boat")}
    talk = whole(merged).talk
    assert (talk.hope, talk.step) == ("A house", None)
    assert talk.questions == {"x": {"q1": "perhaps", "q2": "no"}, "y": {"q1": "a"}}


def test_what_names_the_dates_of_the_plan_is_never_asked_about() -> None:
    named = {name: with_changes(BASE, talk={"dates": name}) for name in ("a1", "b2")}
    merged = merge(BASE, named["a1"], named["b2"])
    assert clashes(merged) == {}
    assert whole(merged).talk.dates == "a1"
    assert whole(merge(BASE, BASE, named["b2"])).talk.dates == "b2"


def test_two_who_write_notes_at_once_lose_nothing_and_choose_nothing() -> None:
    base = with_changes(BASE, notes=(note("Anna: why?"), note("old", place="plan")))
    theirs = with_changes(base, notes=(note("Anna: why?", "Bo: so."), note("old", place="plan"), note("Bo: new")))
    mine = with_changes(base, notes=(note("Anna: why?", "Ed: or so."), note("Ed: mine")))
    merged = merge(base, theirs, mine)
    assert clashes(merged) == {}
    assert (
        whole(merged).notes
        == with_changes(
            BASE, notes=(note("Anna: why?", "Bo: so.", "Ed: or so."), note("Bo: new"), note("Ed: mine"))
        ).notes
    )


@pytest.mark.parametrize(
    ("theirs", "mine", "found"),
    [
        (note("a", "b"), note("a", done=True), note("a", "b")),  # what they wrote was not read
        (note("a", done=True), note("a", "b"), note("a", "b")),
        (note("a"), note("a", done=True), note("a", done=True)),
        (note("a", done=True), note("a"), note("a", done=True)),
        (note("a"), note("a", "b", done=True), note("a", "b", done=True)),
        (note("a", "b"), None, note("a", "b")),  # deleted here, written to there
        (None, note("a", done=True), note("a", done=True)),
        (note("a"), None, None),
    ],
)
def test_a_note_is_done_or_gone_only_as_it_was_read(theirs: Any, mine: Any, found: Any) -> None:
    base = with_changes(BASE, notes=(note("a"),))
    files = (with_changes(base, notes=(each,) if each else ()) for each in (theirs, mine, found))
    with_theirs, with_mine, expected = files
    assert whole(merge(base, with_theirs, with_mine)) == expected


def test_the_log_of_the_talk_holds_what_both_did() -> None:
    def moments(*shares: float) -> dict[str, Any]:
        change = {"path": "horizon_months", "before": 24, "after": 36}
        logged = ({"step": "team", "changes": (change,), "lose_before": each, "lose_after": 0} for each in shares)
        return {"log": tuple(logged)}

    base = with_changes(BASE, talk=moments(0.1))
    merged = merge(base, with_changes(base, talk=moments(0.1, 0.2)), with_changes(base, talk=moments(0.1, 0.3)))
    assert whole(merged).talk == with_changes(base, talk=moments(0.1, 0.2, 0.3)).talk


def test_plans_in_two_currencies_are_chosen_whole() -> None:
    """100 dollars of the one would be 100 crowns of the other."""
    base = with_changes(BASE, talk={"hoped_a_month": 500})
    theirs = with_changes(planned(base, "SEK"), talk={"hoped_a_month": 5_000}, notes=(note("theirs"),))
    mine = with_changes(planned(base, customers={"retail_per_order": 70}), known=("horizon_months",))
    merged = merge(base, theirs, mine)
    assert list(merged.clashes) == [("plan",)]
    file = whole(merged)
    assert (file.plan, file.talk.hoped_a_month) == (theirs.plan, 5_000)
    assert (file.known, file.notes) == (mine.known, theirs.notes)
    chosen = whole(merge(base, theirs, mine, {("plan",)}))
    assert (chosen.plan, chosen.talk.hoped_a_month) == (mine.plan, 500)
    untouched = merge(base, theirs, with_changes(base, known=("horizon_months",)))
    assert (whole(untouched).plan, clashes(untouched)) == (theirs.plan, {})


def test_a_company_that_is_meant_stays() -> None:
    own = own_copy(load_catalog().companies["amway-eu"], ())
    base = with_changes(BASE, own_companies=(own,))
    merged = merge(base, with_changes(base, own_companies=()), with_changes(base, company=own.id))
    assert whole(merged).own_companies == (own,)


def test_what_is_too_much_together_is_said() -> None:
    theirs, mine = (
        with_changes(BASE, scenarios=tuple({"name": f"{who}{n}"} for n in range(MOST_SCENARIOS - 3))) for who in "ab"
    )
    merged = merge(BASE, theirs, mine)
    assert merged.file is None
    assert [fault.path for fault in merged.faults] == ["scenarios"]


@settings(tried(8), phases=[Phase.explicit, Phase.generate])
@given(before=plans, after=plans)
def test_what_only_one_changed_is_taken_whole_of_any_plans(before: Plan, after: Plan) -> None:
    base, changed = (with_changes(BASE, plan=saying_something(plan)) for plan in (before, after))
    for theirs, mine in ((changed, base), (base, changed)):
        merged = merge(base, theirs, mine)
        assert (whole(merged), clashes(merged)) == (changed, {})
