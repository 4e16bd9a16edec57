"""Shocks on their page: what they do to the runs, and that the plan stays as it is."""

from planner.analysis.beside.shocks import SHOCKS, simulate_with
from planner.analysis.chance.odds import odds
from tests.pages.opening import case_of, chart_columns, opened, part_sentence, plan_with, shown

TEAM = {"team": {"recruits_a_month": 1.0, "duplication": 0.1}, "customers": {"new_a_month": 6.0}}


def test_without_a_shock_the_plan_stands_alone() -> None:
    app = opened("what_if", plan_with(**TEAM), "en")
    assert "if nothing unexpected happens" in part_sentence(app, "shocks")
    assert not app.get("vega_lite_chart")
    assert len(app.toggle) == len(SHOCKS)  # each once on the page
    for shock in SHOCKS:
        assert shock.switch.title in shown(app)


def test_two_shocks_together_beside_the_plan() -> None:
    plan = plan_with(**TEAM)
    app = opened("what_if", plan, "en")
    keys = ("no_warm_contacts", "price_rise")
    for key in keys:
        app.toggle(key=f"what_if:{key}").set_value(True)
    app.run()
    assert not app.exception
    case = case_of(app)
    assert case.plan == plan
    chosen = [shock for shock in SHOCKS if shock.switch.key in keys]
    found, before = (odds(simulate_with(case, shocks, 1_000)) for shocks in (chosen, []))
    assert (
        f"{round(100 * found.lose)} lose money instead of {round(100 * before.lose)}, in 1,000 runs"
        in part_sentence(app, "shocks")
    )
    columns = chart_columns(app, 1)  # the first is of what is switched on, exactly as entered
    assert round(columns["total"][-1]) == round(found.fan[2, -1])
    assert found.result.median < before.result.median


def test_what_is_switched_on_above_counts_in_the_runs_too() -> None:
    app = opened("what_if", plan_with(**TEAM), "en")
    app.toggle(key="what_if:half_the_customers").set_value(True).run()
    assert part_sentence(app, "shocks").startswith("Half the customers: of 100 people, ")
    assert "exactly as entered" in shown(app)
    assert "the middle of many runs" in shown(app)


def test_what_is_a_switch_is_told_once_and_not_among_the_shocks_too() -> None:
    """The same thing exactly as entered and in the middle of the runs would be two numbers by one name."""
    app = opened("what_if", plan_with(**TEAM), "en")
    for shock in SHOCKS:
        assert shown(app).count(f'<th scope="row">{shock.switch.title}</th>') == 1, shock.switch.key
    assert "Each of them alone, 1,000 runs each" in shown(app)


def test_swedish_reads_whole() -> None:
    assert "av 100" in part_sentence(opened("what_if", plan_with(**TEAM), "sv"), "shocks")
