"""The stop rule on its page: how often it is hit, what it changes, and the calendar file."""

from planner.analysis.chance.odds import odds
from planner.simulation.engine import simulate
from tests.pages.conftest import enter, plan_of
from tests.pages.opening import case_of, opened, part_sentence, plan_with, shown

PLAN = {"customers": {"new_a_month": 2.0}}


def test_without_a_rule_nothing_stops_anybody() -> None:
    app = opened("leaving", plan_with(**PLAN), "en")
    assert "You have no rule yet" in part_sentence(app, "stop_rule")
    assert not app.get("download_button")


def test_a_rule_is_entered_and_its_runs_are_told() -> None:
    app = opened("leaving", plan_with(**PLAN), "en")
    enter(app, "chance.most_to_lose", "800")
    enter(app, "chance.review_month", "6")
    plan = plan_of(app)
    assert (plan.chance.most_to_lose, plan.chance.review_month) == (800, 6)
    found = odds(simulate(plan, case_of(app).company, 1_000))
    assert 0 < found.stopped < 1
    assert f"Of 100 people with this rule, {round(100 * found.stopped)} stop before the end" in part_sentence(
        app, "stop_rule"
    )
    assert "When people stop, of 100" in shown(app)
    assert app.get("download_button")
    dates = app.session_state["plan_file"].talk.dates
    assert dates  # under which a calendar knows them again
    enter(app, "chance.most_to_lose", "900")
    assert app.session_state["plan_file"].talk.dates == dates


def test_a_limit_that_cannot_be_is_refused_with_its_reason() -> None:
    app = opened("leaving", plan_with(**PLAN), "en")
    enter(app, "chance.most_to_lose", "-5")
    assert plan_of(app).chance.most_to_lose is None
    assert any("more than 0" in str(each.value) for each in [*app.error, *app.warning, *app.markdown])
