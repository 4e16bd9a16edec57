"""What must happen: the answer in people and amounts, each input alone, several companies, and into the plan."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.goal import search
from pages.parts.goal.pairs import chart_of
from pages.shared.runs import keeper
from planner.analysis.answer.rare import how_rare, rare_in_short
from planner.analysis.case import Case
from planner.analysis.chance.goal_seek import RUNS, seek
from planner.analysis.chance.goals import Goal
from planner.analysis.chance.pairs import curves
from planner.inputs.company.catalog import load_catalog
from planner.inputs.path import parse
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile
from planner.language import Language
from planner.speech import Speech
from tests.pages.conftest import OpenApp, run
from tests.pages.opening import EXAMPLE, SPACE, opened, plan_with, shown

COMPANIES = load_catalog().companies
NEW, COSTS = "customers.new_a_month", "running_costs"
ORDER = ("customers", "retail_per_order")
# Nobody buys or joins: 49 for the kit, 200 for goods, the telephone, and 10 a month for the website from month 3 on.
NOBODY: dict[str, Any] = {
    "horizon_months": 6,
    "customers": {"new_a_month": 0.0},
    "getting_started": {"items": []},
    "running_costs": [{"name": "Telephone", "amount": 40}],
}


def asked(plan: Plan, kind: str, key: str, figure: str | None = None, language: Language = "en") -> AppTest:
    """The page at a goal and an input, as somebody comes back to it, and then its figure."""
    return ask(opened("goal", plan, language, goal_kind=kind, goal_input=key), figure=figure)


def ask(app: AppTest, kind: str | None = None, key: str | None = None, figure: str | None = None) -> AppTest:
    """Chooses the goal and the input, and then its figure; at each step something is searched for."""
    if kind is not None:
        app.selectbox(key="goal_kind").set_value(kind)
    if key is not None:
        app.selectbox(key="goal_input").set_value(key)
    if kind is not None or key is not None:
        run(app)
    if figure is not None:
        [field] = [each for each in app.text_input if each.key and each.key.startswith("number:goal:")]
        field.set_value(figure)
        run(app)
    return app


def said(app: AppTest) -> str:
    """The answer under the question."""
    lines = [re.sub(r"\\(.)", r"\1", each.value).replace(SPACE, " ") for each in app.markdown]
    return lines[0]


def table(app: AppTest, caption: str) -> dict[str, list[str]]:
    html = next(line for line in shown(app).splitlines() if f"<caption>{caption}" in line)
    rows = {}
    for row in html.split("<tbody>")[1].split("<tr")[1:]:
        title = row.split('<th scope="row">')[1].split("</th>")[0]
        rows[title] = [cell.split("</td>")[0] for cell in row.split("<td>")[1:]]
    return rows


def test_the_first_question_is_answered_in_people() -> None:
    plan = plan_with()
    app = opened("goal", plan, "en")
    found = seek(Case.of(plan, COMPANIES[EXAMPLE]), Goal("loss", 0.33), parse(NEW))
    now, at = (round(100 * (tried.lose or 0)) for tried in (found.sampled.now, found.sampled.at))
    value = f"{found.sampled.value:g}"
    assert f'For at most 33 of 100 people to lose money, "New customers a month" would have to be {value}' in said(app)
    assert f"Then {at} of 100 people lose money instead of {now}, in 1,000 runs." in said(app)
    assert f"If everything goes exactly as entered, {found.expected.value:g} is enough." in said(app)
    assert at <= 33 < now


def test_a_hole_by_pencil_and_into_the_plan_and_back() -> None:
    """249, 40 of website fees and six telephones are at most 409 where one costs at most 20."""
    app = asked(plan_with(**NOBODY), "hole", COSTS, "409")
    assert "For the deepest hole to be at most 409 USD" in said(app)
    assert "would have to be 20 USD instead of 40 USD" in said(app)
    assert "half of all people are never more than 409 USD down" in said(app)
    assert "With “Running costs a month, as a whole” 20 USD: How rare this plan is cannot be said: it is" in shown(app)
    app.button(key="goal_take").click()
    run(app)
    file: PlanFile = app.session_state["plan_file"]
    assert file.plan.running_costs[0].amount == 20
    assert "your plan reaches it already" in said(app)
    assert "does not rise above 20 USD; your plan has 20 USD" in said(app)
    assert not [each for each in app.button if each.key == "goal_take"]
    run(app.switch_page("pages/plan.py"))
    [undo] = [each for each in app.button if each.label == "Undo"]
    undo.click()
    run(app)
    restored: Plan = app.session_state["plan_file"].plan
    assert restored.running_costs[0].amount == 40


def test_a_pair_says_how_rare_it_is_as_the_headline_does() -> None:
    """In the sentence of the nearest, and short in the table beside each."""
    plan, company = plan_with(stock={"ship_direct_share": 1}), COMPANIES["scentsy-us"]
    pair = curves(Case.of(plan, company), Goal("income", 100), [(parse(NEW), ORDER, True)], 25)[0]
    assert pair.nearest is not None
    chart, speech = chart_of(pair, pair.nearest, Goal("income", 100), Speech.of("en", plan)), Speech.of("en", plan)
    assert f"With both: {how_rare(pair.nearest.case, speech)}" in chart.sentence
    assert "of this company's sellers" in chart.sentence
    assert [row.cells[-1] for row in chart.table.rows] == [rare_in_short(each.case, speech) for each in pair.points]


@pytest.mark.usefixtures("searched_with_few_runs")
def test_what_is_not_reachable_by_an_input_alone_says_so() -> None:
    app = asked(plan_with(**NOBODY), "hole", COSTS, "200")
    assert 'not reachable by "Running costs a month, as a whole" alone, tried from 0 USD to 400 USD' in said(app)
    assert "At best, with 0 USD instead of 40 USD, half of all people are never more than 289 USD down" in said(app)
    assert "If everything goes exactly as entered, it is not reachable by this alone." in said(app)
    ask(app, key="customers.discount")
    assert "it makes no difference to it" in said(app)


@pytest.mark.usefixtures("searched_with_few_runs")
def test_each_input_alone_is_a_table_with_those_that_suffice_first() -> None:
    app = asked(plan_with(**NOBODY), "hole", "", "409")
    assert "one of these alone is enough: " in said(app)
    assert " · Running costs a month, as a whole 20 USD. 11 were tried" in said(app)
    rows = table(app, "What each input alone would have to be")
    assert list(rows)[:2] == ["New customers a month", "Running costs a month, as a whole"]
    enough = [cell.replace(SPACE, " ") for cell in rows["Running costs a month, as a whole"]]
    assert enough == ["40 USD", "20 USD", "409 USD", "more than 99", "no record says", "20 USD"]
    assert rows["Discount you give"][1] == "makes no difference"
    ask(app, figure="700")
    far = table(app, "How far each input alone could go")
    # 700 is reached up to a telephone of 68.5: 68 in two digits.
    assert [cell.replace(SPACE, " ") for cell in far["Running costs a month, as a whole"]] == [
        "40 USD",
        "0 USD, no further tried",
        "68 USD",
    ]


@pytest.mark.usefixtures("searched_with_few_runs")
def test_the_compared_companies_stand_below_each_other(open_app: OpenApp) -> None:
    compared = ("scentsy-us", EXAMPLE, "amway-eu")  # the last counts in euros and waits for a rate
    file = PlanFile(company=EXAMPLE, compared=compared, plan=plan_with(**NOBODY))
    app = ask(open_app("en", "pages/goal.py", file, goal_kind="hole", goal_input=COSTS), figure="409")
    rows = table(app, "What")
    assert [title.split(" ·")[0] for title in rows] == ["Scentsy", "Exemplum"]
    assert list(rows.values())[1][0].replace(SPACE, " ") == "20 USD"
    ask(app, key="")
    assert "with each company" not in shown(app)


@pytest.mark.usefixtures("searched_with_few_runs")
def test_a_figure_that_cannot_be_read_or_taken_is_said_beside_its_field() -> None:
    app = asked(plan_with(**NOBODY), "payback", COSTS, "7")
    assert "State 6 or less." in app.error[0].value.replace("\\", "")
    assert "State a figure for the goal." in said(app)
    ask(app, figure="soon")
    assert "soon" in app.error[0].value
    ask(app, figure="5")
    assert not app.error
    assert "For the money to be back by month 5" in said(app)


@pytest.mark.usefixtures("searched_with_few_runs")
def test_a_stated_figure_stays_while_the_page_is_left() -> None:
    app = ask(opened("goal", plan_with(**NOBODY), "en"), "hole", COSTS, "409")
    run(app.switch_page("pages/cash_flow.py"))
    run(app.switch_page("pages/goal.py"))
    assert "at most 409 USD" in said(app)
    assert "Running costs" in said(app)


def test_the_same_question_is_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    app = asked(plan_with(**NOBODY), "hole", COSTS, "409")
    before = said(app)
    monkeypatch.setattr(search, "seek_all", None)  # called again, it would fail
    run(app)
    assert said(app) == before


def test_a_search_that_was_stopped_waits_until_it_is_asked_for() -> None:
    app = opened("goal", plan_with(**NOBODY), "en")
    company = COMPANIES[EXAMPLE]
    app.session_state[keeper.STOPPED] = [("goal", (plan_with(**NOBODY), (company,), Goal("loss", 0.33), parse(COSTS)))]
    ask(app, key=COSTS)
    assert "It was stopped." in shown(app)
    [again] = [each for each in app.button if each.key == "try:goal"]
    again.click()
    run(app)
    assert "Running costs" in said(app)
    assert f"{RUNS:,} runs" in said(app)
    assert not [each for each in app.button if each.key == "try:goal"]


def test_a_search_over_large_teams_begins_only_when_asked_for() -> None:
    large = plan_with(team={"recruits_a_month": 2, "duplication": 0.2, "annual_attrition": 0})
    app = opened("goal", large, "en")
    assert "takes a while" in shown(app)
    assert [each.label for each in app.button if each.key == "try:goal"] == [
        "Try it now, about 14 seconds: New customers a month"
    ]
    assert "All else in your plan stays as it is." in shown(app)


NO_HOURS: dict[str, Any] = {
    "customers": {"new_a_month": 0},
    "horizon_months": 1,
    "money_and_time": {"hours_a_week": 0},
}


@pytest.mark.usefixtures("searched_with_few_runs")
@pytest.mark.parametrize(("language", "changes"), [("en", {"horizon_months": 4}), ("sv", NO_HOURS)])
@pytest.mark.parametrize("kind", ["loss", "payback", "hole", "income", "wage"])
def test_every_figure_is_a_number(language: Language, kind: str, changes: dict[str, Any]) -> None:
    app = asked(plan_with(**changes), kind, "", language=language)
    page = re.sub(r"<style>.*?</style>", "", shown(app).lower(), flags=re.DOTALL)
    assert not {"nan", "inf", "-0", "−0", "none"} & set(re.split(r"[\s<>]", page.replace(SPACE, " ")))
    assert not re.search(r"\{\w+\}", page)
