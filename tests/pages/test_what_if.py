"""The switches on their page: what they do together and alone, and that the plan stays as it is."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from planner.analysis.beside.what_if import SWITCHES, what_if
from planner.analysis.case import Case
from planner.inputs.plan.plan import Plan
from planner.language import Language
from tests.pages.opening import SPACE, case_of, chart_columns, opened, plan_with, sentence, shown

LANGUAGES: tuple[Language, ...] = ("en", "sv")
TEAM = {"team": {"recruits_a_month": 1.0, "member_monthly_purchases": 100.0}, "customers": {"new_a_month": 4.0}}


def switched_on(plan: Plan, *keys: str, language: Language = "en") -> AppTest:
    app = opened("what_if", plan, language)
    for key in keys:
        app.toggle(key=f"what_if:{key}").set_value(True)
    app.run()
    assert not app.exception
    return app


def rows(app: AppTest, caption: str) -> dict[str, list[str]]:
    """The cells of a table by the title of their row; of one that becomes lists on a phone without their columns."""
    html = next(line for line in shown(app).splitlines() if f"<caption>{caption}" in line)
    found = {}
    for row in re.split("<tbody[^>]*>", html)[1].split("<tr")[1:]:
        title = re.split('<th scope="row"[^>]*>', row)[1].split("</th>")[0]
        cells = [cell.split("</td>")[0] for cell in re.split("<td[^>]*>", row)[1:]]
        found[title] = [cell.rpartition('<span class="is">')[2].removesuffix("</span>") for cell in cells]
    return found


def test_with_nothing_switched_on_the_plan_stands_alone() -> None:
    app = opened("what_if", plan_with(**TEAM), "en")
    assert "Nothing is switched on." in sentence(app)
    assert "Your plan stays as it is" in shown(app)
    assert not app.get("vega_lite_chart")
    assert {f"what_if:{each.key}" for each in SWITCHES} <= {each.key for each in app.toggle}


def test_two_switches_together_are_one_plan_beside_the_other() -> None:
    plan = plan_with(**TEAM)
    app = switched_on(plan, "half_the_customers", "price_rise")
    planned = case_of(app)
    chosen = [switch for switch in SWITCHES if switch.key in ("half_the_customers", "price_rise")]
    measures = what_if(Case.of(plan, planned.company), chosen).measures
    before, after = round(planned.measures.result), round(measures.result)
    assert after < before
    said = sentence(app).replace("−", "-")
    assert "Half the customers · A price rise" in said
    assert f"{before - after:,} USD less is left: {after:,} USD instead of {before:,} USD" in said
    cells = [cell.replace("−", "-") for cell in rows(app, "As planned and with the switches")["After 24 months"]]
    assert cells == [f"{before:,} USD", f"{after:,} USD", f"{after - before:,} USD"]
    columns = chart_columns(app, 0)
    assert set(columns["name"]) == {"As planned", "Switched on"}
    assert columns["month"][24:26] == [24, 24]  # the last month, and the step to the result
    assert columns["total"][25] == pytest.approx(planned.measures.result)
    assert columns["total"][-1] == pytest.approx(measures.result)


def test_the_plan_is_not_altered() -> None:
    plan = plan_with(**TEAM)
    app = switched_on(plan, *(switch.key for switch in SWITCHES))
    assert app.session_state["plan_file"].plan is plan
    assert case_of(app).plan is plan


def test_switches_stay_on_when_the_page_is_left_for_another() -> None:
    app = switched_on(plan_with(**TEAM), "freight_up")
    app.switch_page("pages/cash_flow.py").run()
    app.switch_page("pages/what_if.py").run()
    assert app.toggle(key="what_if:freight_up").value
    assert not app.toggle(key="what_if:later_pay").value


def test_each_alone_is_sorted_by_what_it_costs() -> None:
    app = opened("what_if", plan_with(**TEAM), "en")
    found = rows(app, "What each alone changes if all else goes exactly as entered")
    totals = [float(cells[0].replace("−", "-").replace(",", "") or 0) for cells in found.values()]
    assert len(totals) == len(SWITCHES)
    assert totals == sorted(totals)


def test_a_switch_without_effect_has_empty_cells() -> None:
    found = rows(opened("what_if", plan_with(), "en"), "What each alone changes if all else goes exactly as entered")
    assert found["Nobody recruited"] == ["", "", "", ""]


def test_twice_no_attrition_is_none_and_that_is_said() -> None:
    nobody_leaves = plan_with(customers={"attrition": 0.0}, team={"annual_attrition": 0.0})
    assert "no attrition to double" in shown(opened("what_if", nobody_leaves, "en"))
    assert "no attrition to double" not in shown(opened("what_if", plan_with(), "en"))


def test_a_deeper_hole_says_so_in_words() -> None:
    found = rows(opened("what_if", plan_with(), "en"), "What each alone changes if all else goes exactly as entered")
    assert found["Half the customers"][1].endswith(" deeper")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("changes", [{}, TEAM, {"customers": {"new_a_month": 0}, "horizon_months": 1}])
def test_every_figure_is_a_number(language: Language, changes: dict[str, dict[str, float]]) -> None:
    app = switched_on(plan_with(**changes), *(switch.key for switch in SWITCHES), language=language)
    words = shown(app).lower().replace(SPACE, " ").split()
    assert not {"nan", "inf", "-0", "−0", "none"} & set(words)
