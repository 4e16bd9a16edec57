"""Scenarios on their page: their odds, what differs, what presets rest on, and that no scenario is lost."""

import re
from html import unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.versions.others import PRESET, SAVED
from planner.analysis.chance.odds import odds
from planner.inputs.changes.scenario import LONGEST_NAME, Scenario, apply_scenario
from planner.inputs.company.catalog import load_catalog
from planner.inputs.evidence.presets import load_presets, preset_scenario
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import MOST_SCENARIOS, PlanFile, dump_plan_file, read_plan_file
from planner.language import Language
from planner.simulation.engine import simulate
from tests.pages.conftest import OpenApp, enter, plan_of, run, said
from tests.pages.opening import EXAMPLE, SPACE, plan_with, sentence, shown
from tests.pages.test_what_if import rows

PAGE = "pages/versions.py"
COMPANY = load_catalog().companies[EXAMPLE]
MANY = Scenario(name="Many customers", changes={"customers.new_a_month": 3})
LANGUAGES: tuple[Language, ...] = ("en", "sv")
PRESETS = load_presets()


def file_with(*scenarios: Scenario, plan: Plan | None = None, company: str = EXAMPLE) -> PlanFile:
    return PlanFile(company=company, plan=plan or plan_with(), scenarios=scenarios)


def file_of(app: AppTest) -> PlanFile:
    file: PlanFile = app.session_state["plan_file"]
    return file


def saved(app: AppTest) -> dict[str, dict[str, Any]]:
    return {scenario.name: scenario.changes for scenario in file_of(app).scenarios}


def keyed(elements: Any, front: str) -> Any:
    [found] = [each for each in elements if each.key and each.key.partition("@")[0] == front]
    return found


def click(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def make(app: AppTest, name: str, begins: str = "plan") -> AppTest:
    app.selectbox(key="scenario_starts_as").set_value(begins)
    keyed(app.text_input, "text:scenario-new-name").set_value(name)
    return click(app, "scenario-make")


def work_on(app: AppTest, key: str) -> AppTest:
    keyed(app.selectbox, "choice:scenario-opened").set_value(key)
    return run(app)


def tick(app: AppTest, key: str, on: bool = True) -> AppTest:
    box = keyed(app.checkbox, f"choice:beside.{key}")
    (box.check if on else box.uncheck)()
    return run(app)


def cell(app: AppTest, caption: str, row: str) -> list[str]:
    return rows(app, caption)[row]


# --- what is shown ---------------------------------------------------------------------------------------------------


def test_the_table_is_the_odds_of_the_same_draws(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(MANY))
    app = tick(tick(app, PRESET + "typical", on=False), SAVED + "Many customers")
    plan = plan_with()
    plans = [plan]
    for scenario in (preset_scenario(PRESETS.presets["top_tenth"], plan), MANY):
        changed, faults = apply_scenario(plan, scenario)
        assert changed is not None, faults
        plans.append(changed)
    found = [odds(simulate(each, COMPANY, 1_000)) for each in plans]
    table = rows(app, "Of 100 people each")
    lose = [round(100 * each.lose) for each in found]
    assert 0 < min(lose) <= max(lose) < 100  # so that each is written as a number
    assert table["Of 100, lose money"] == [str(number) for number in lose]
    back = [round(100 * (1 - each.never_back)) for each in found]
    assert table["Of 100, have their money back after 24 months"] == [str(number) for number in back]
    # Of one of them most stop early, and have lost less by then than the hole of going on is deep.
    assert any(each.stopped > 0.5 and each.deepest_hole.median > -each.result.median + 1 for each in found)
    for row, values in {
        "Left after 24 months, in the middle": [each.result.median for each in found],
        "One in ten is left with at most": [each.result.low for each in found],
        "One in ten is left with at least": [each.result.high for each in found],
        "Deepest hole if you go on, in the middle": [each.deepest_hole.median for each in found],
    }.items():
        assert [text.replace("−", "-") for text in table[row]] == [f"{round(value):,} USD" for value in values], row
    assert table["Hours a week"] == ["6", "15", "6"]
    assert table["Runs"] == ["1,000"] * 3
    answer = sentence(app)
    assert f"Of 100 people with your plan, {lose[0]} lose money." in answer
    assert f"About the top tenth {lose[1]}; Many customers {lose[2]}." in answer


def test_only_inputs_that_differ_are_listed(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(MANY))
    app = tick(tick(app, PRESET + "typical", on=False), PRESET + "top_tenth", on=False)
    assert "The inputs that differ" not in shown(app)
    app = tick(app, SAVED + "Many customers")
    assert rows(app, "The inputs that differ") == {"New customers a month": ["0.5", "3"]}


def test_at_most_three_are_chosen(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(MANY, Scenario(name="Same")))
    app = tick(app, SAVED + "Many customers")
    ticked = {box.value: box.disabled for box in app.checkbox}
    assert ticked == {True: False, False: True}
    assert "Three are laid beside the plan at once." in shown(app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["typical", "top_tenth"])
def test_every_figure_of_a_preset_opens_its_evidence(language: Language, key: str, open_app: OpenApp) -> None:
    app = open_app(language, PAGE, file_with())
    details = re.findall(r'<details class="basis"><summary>(.*?)</summary>(.*?)</details>', shown(app))
    preset = PRESETS.presets[key]
    for figure in preset.figures.values():
        reason = figure.reason.sv if language == "sv" else figure.reason.en
        found = [body for _summary, body in details if reason in unescape(body)]
        assert found, reason
        if figure.source is not None and figure.who is not None:
            who = figure.who.sv if language == "sv" else figure.who.en
            address = PRESETS.sources[figure.source].address
            year = figure.read if figure.year == "undated" else figure.year
            one = [body for body in found if who in unescape(body)]
            assert one, who
            assert f'href="{address}"' in unescape(one[0])
            assert str(year) in one[0]
    if language == "en":
        kinds = [summary.rpartition("(")[2] for summary, _body in details]
        shown_figures = [each for name in ("typical", "top_tenth") for each in PRESETS.presets[name].figures.values()]
        words = {"published": "published)", "judgement": "a judgement)"}
        assert sorted(kinds) == sorted(words[each.kind] for each in shown_figures)


def test_evidence_says_whether_costs_and_zero_earners_are_in(open_app: OpenApp) -> None:
    text = unescape(shown(open_app("en", PAGE, file_with())))
    price = text.partition("Price of an order in the shop list: 50 USD (a judgement)")[2].partition("</details>")[0]
    assert "Costs had not been taken off. Those who got nothing are counted in." in price
    nothing = text.partition("Sales that are refunded: 4% (a judgement)")[2].partition("</details>")[0]
    assert "No source: a judgement alone." in nothing


def test_the_optimism_gap_stands_beside_the_top_tenth(open_app: OpenApp) -> None:
    plan = plan_with(customers={"new_a_month": (0.0, 6.0)}, team={"recruits_a_month": 2.0})
    app = open_app("en", PAGE, file_with(plan=plan))
    assert "2 of your inputs lie beyond those of about the top tenth of sellers: New customers a month" in shown(app)
    gap = rows(app, "Beyond the top tenth")
    assert gap["New customers a month"][:2] == ["5.75", "1.6"]  # 23 months of 6, over 24
    assert gap["People you recruit a month"][:2] == ["2", "0.25"]
    assert all(re.search(r"20\d\d", source) for _own, _top, source in gap.values())
    assert "No input of yours lies beyond" in shown(open_app("en", PAGE, file_with()))


def test_a_scenario_that_does_not_fit_is_said_and_left_out(open_app: OpenApp) -> None:
    few = Scenario(name="Few leave", changes={"team.annual_attrition": 0.1})
    plan = plan_with(team={"first_months_attrition": 0.3})
    app = tick(open_app("en", PAGE, file_with(few, plan=plan)), SAVED + "Few leave")
    assert '"Few leave" does not fit your plan as it is now' in said(app.warning[0])
    assert "Few leave" not in shown(app).partition("</table>")[0].partition("<thead>")[2]


# --- what is done ----------------------------------------------------------------------------------------------------


def test_a_copy_of_a_preset_is_changed_field_by_field(open_app: OpenApp) -> None:
    app = make(open_app("en", PAGE, file_with()), "Mine", PRESET + "typical")
    expected = preset_scenario(PRESETS.presets["typical"], plan_with()).changes
    assert saved(app) == {"Mine": expected}
    assert keyed(app.checkbox, "choice:beside.saved:Mine").value  # it stands beside the plan at once

    keyed(app.text_input, "number:scenario:Mine:customers.refund_share").set_value("7")
    app = run(app)
    assert saved(app)["Mine"] == expected | {("customers", "refund_share"): 0.07}
    for preset in ("typical", "top_tenth"):  # which stood there already
        app = tick(app, PRESET + preset, on=False)
    assert cell(app, "The inputs that differ", "Sales that are refunded")[-1] == "7%"
    assert "In your plan: 0%" in shown(app)

    app = click(app, "scenario-reset:customers.refund_share")
    assert saved(app)["Mine"] == {
        path: value for path, value in expected.items() if path != ("customers", "refund_share")
    }
    assert plan_of(app) == plan_with()  # the plan itself is as it was


def test_what_the_plan_states_is_no_change(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(MANY))
    keyed(app.text_input, "number:scenario:Many customers:customers.new_a_month").set_value("0.5")
    assert saved(run(app)) == {"Many customers": {}}


def test_what_cannot_be_read_stays_in_the_field_with_the_reason(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(MANY))
    place = "number:scenario:Many customers:customers.new_a_month"
    for text, reason in (("1e5", "This is not a number"), ("-1", "This is too low. State 0 or more.")):
        keyed(app.text_input, place).set_value(text)
        app = run(app)
        assert keyed(app.text_input, place).value == text
        assert reason.lower() in said(app.error[0]).lower()
        assert saved(app) == {"Many customers": MANY.changes}
    keyed(app.text_input, place).set_value("4")
    app = run(app)
    assert not app.error
    assert saved(app) == {"Many customers": {("customers", "new_a_month"): 4}}


def test_what_cannot_be_read_is_read_again_in_another_language_and_can_be_taken_back(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(MANY))
    place = "number:scenario:Many customers:customers.new_a_month"
    keyed(app.text_input, place).set_value("4,5")
    app = run(app)
    assert app.error
    assert not click(app, "undo").error
    assert keyed(app.text_input, place).value == "3"
    app = click(app, "redo")
    assert keyed(app.text_input, place).value == "4,5"
    app.button_group(key="lang").set_value("sv")
    app = run(app)
    assert not app.error
    assert saved(app) == {"Many customers": {("customers", "new_a_month"): 4.5}}


def test_another_field_is_added(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(MANY))
    keyed(app.selectbox, "choice:scenario-field:Many customers").set_value("chance.quits")
    app = run(app)
    keyed(app.selectbox, "choice:scenario:new:chance.quits").set_value("as_others")
    app = run(app)
    assert saved(app) == {"Many customers": MANY.changes | {("chance", "quits"): "as_others"}}
    keyed(app.selectbox, "choice:scenario-field:Many customers").set_value("stock.opening_stock")
    app = run(app)
    keyed(app.text_input, "number:scenario:new:stock.opening_stock").set_value("1,250")
    app = run(app)
    assert saved(app)["Many customers"]["stock", "opening_stock"] == 1250


def test_rename_copy_delete_and_back(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(MANY))
    keyed(app.text_input, "text:scenario-name:Many customers").set_value(" Thirty ")
    app = run(app)
    assert saved(app) == {"Thirty": MANY.changes}
    app = click(app, "scenario-copy")
    assert saved(app) == {"Thirty": MANY.changes, "Thirty 2": MANY.changes}
    app = work_on(app, SAVED + "Thirty")
    app = click(app, "scenario-delete")
    assert saved(app) == {"Thirty 2": MANY.changes}
    app = click(app, "undo")
    assert list(saved(app)) == ["Thirty", "Thirty 2"]
    app = click(click(app, "undo"), "undo")
    assert saved(app) == {"Many customers": MANY.changes}
    assert saved(click(app, "redo")) == {"Thirty": MANY.changes}


def test_what_a_new_one_begins_as_may_be_gone(open_app: OpenApp) -> None:
    app = make(open_app("en", PAGE, file_with(MANY)), "Mine", SAVED + "Many customers")
    app = click(work_on(app, SAVED + "Many customers"), "scenario-delete")
    assert saved(app) == {"Mine": MANY.changes}
    keyed(app.text_input, "text:scenario-new-name").set_value("Another")
    assert saved(click(app, "scenario-make")) == {"Mine": MANY.changes, "Another": {}}  # as the plan is


def test_lists_and_rates_in_a_scenario_stand_in_words(open_app: OpenApp) -> None:
    changes = {
        "customers.new_a_month": {"first": 1, "last": 4, "months": 6},
        "running_costs": [{"name": "Car", "amount": 80}],
        "exchange_rates": {"EUR": 1.2},
        "company_answers": {"amway-eu": {"points_per_100_retail": 25}},
    }
    text = shown(open_app("en", PAGE, file_with(Scenario(name="Lists", changes=changes))))
    assert "from 1 in month 1 to 4 in month 6" in text
    assert "Car: 80 USD a month" in text
    assert "EUR: 1.2" in text
    assert "points_per_100_retail 25" in text


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "A scenario needs a name."),
        ("   ", "A scenario needs a name."),
        ("many CUSTOMERS", 'There is a scenario or a preset called "many CUSTOMERS" already.'),
        ("Most sellers", 'There is a scenario or a preset called "Most sellers" already.'),
        ("x" * (LONGEST_NAME + 1), "A name has at most 60 characters."),
    ],
)
def test_a_bad_name_gets_one_message(name: str, reason: str, open_app: OpenApp) -> None:
    app = make(open_app("en", PAGE, file_with(MANY)), name)
    [message] = map(said, app.error)
    assert message.startswith(reason)
    assert saved(app) == {"Many customers": MANY.changes}
    app = make(app, "Good")
    assert not app.error
    assert list(saved(app)) == ["Many customers", "Good"]


def test_a_name_comes_back_with_the_step_that_used_it(open_app: OpenApp) -> None:
    app = make(open_app("en", PAGE, file_with()), "Mine")
    assert keyed(app.text_input, "text:scenario-new-name").value == ""  # for the next one
    app = click(app, "undo")
    assert saved(app) == {}
    assert keyed(app.text_input, "text:scenario-new-name").value == "Mine"
    assert list(saved(click(app, "scenario-make"))) == ["Mine"]


def test_what_is_made_stands_beside_what_stood_there_already(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with())
    before = [box.label for box in app.checkbox if box.value]
    assert len(before) == 2
    app = make(app, "Mine")
    assert [box.label for box in app.checkbox if box.value] == [*before, "Mine"]


def test_no_more_than_the_file_holds(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, file_with(*(Scenario(name=f"S{number}") for number in range(MOST_SCENARIOS))))
    for tried in (make(app, "One more"), click(app, "scenario-copy")):
        [message] = map(said, tried.error)
        assert message == "A plan holds at most 12 scenarios. Delete one to keep another."
        assert len(saved(tried)) == MOST_SCENARIOS


def test_a_scenario_is_made_the_plan_and_that_is_taken_back(open_app: OpenApp) -> None:
    app = click(open_app("en", PAGE, file_with(MANY)), "scenario-take")
    assert plan_of(app) == plan_with(customers={"new_a_month": 3})
    assert saved(app) == {"Many customers": MANY.changes}
    app = click(app, "undo")
    assert plan_of(app) == plan_with()
    assert saved(app) == {"Many customers": MANY.changes}


def test_changes_to_the_plan_are_kept_and_the_plan_put_back_in_one_step(open_app: OpenApp) -> None:
    app = open_app("en", "pages/start.py", file_with())
    app = enter(app, "money_and_time.hours_a_week", "11")
    app = run(app.switch_page(PAGE))
    keyed(app.text_input, "text:scenario-new-name").set_value("Eleven hours")
    app = click(app, "scenario-keep")
    assert plan_of(app) == plan_with()
    assert saved(app) == {"Eleven hours": {("money_and_time", "hours_a_week"): 11}}
    assert not [button for button in app.button if button.key == "scenario-keep"]  # nothing is changed any more
    app = click(app, "undo")
    assert plan_of(app).money_and_time.hours_a_week == 11
    assert saved(app) == {}


def test_changes_stay_the_plan_and_the_plan_before_is_kept_beside_it_in_one_step(open_app: OpenApp) -> None:
    app = open_app("en", "pages/start.py", file_with(plan=plan_with(exchange_rates={"EUR": 1.1})))
    app = enter(app, "money_and_time.hours_a_week", "11")
    app = run(app.switch_page(PAGE))
    keyed(app.text_input, "text:scenario-new-name").set_value("Six hours")
    app = click(app, "scenario-go-on")
    assert plan_of(app).money_and_time.hours_a_week == 11
    assert saved(app) == {"Six hours": {("money_and_time", "hours_a_week"): 6}}
    assert [box.label for box in app.checkbox if box.value] == ["Six hours"]
    assert cell(app, "The inputs that differ", "Hours you work a week") == ["11", "6"]
    app = click(app, "undo")
    assert plan_of(app).money_and_time.hours_a_week == 11
    assert saved(app) == {}


# --- that none is lost -----------------------------------------------------------------------------------------------


def test_scenarios_survive_edits_undo_another_company_and_the_comparison(open_app: OpenApp) -> None:
    app = open_app("en", "pages/start.py", file_with(MANY))
    app = enter(app, "money_and_time.hours_a_week", "11")
    assert saved(app) == {"Many customers": MANY.changes}
    app = run(app.switch_page("pages/plan.py"))
    app = click(app, "undo")
    assert plan_of(app) == plan_with()
    assert saved(app) == {"Many customers": MANY.changes}
    app = run(app.switch_page("pages/start.py"))
    keyed(app.selectbox, "choice:company").set_value("scentsy-us")
    app = run(app)
    assert file_of(app).company == "scentsy-us"
    assert saved(app) == {"Many customers": MANY.changes}
    app = run(app.switch_page("pages/compare.py"))
    keyed(app.checkbox, "choice:compared.mary-kay-us").check()
    app = run(app)
    assert "mary-kay-us" in file_of(app).compared
    assert saved(app) == {"Many customers": MANY.changes}


def test_scenarios_are_in_the_saved_file_and_come_back_with_it(open_app: OpenApp) -> None:
    app = make(open_app("en", PAGE, file_with(MANY)), "Mine", PRESET + "typical")
    written = dump_plan_file(file_of(app))
    read, faults = read_plan_file(written, "plan.json")
    assert faults == ()
    assert read == file_of(app)
    app = open_app("en", "pages/start.py", PlanFile(plan=default_plan("SEK")))
    app.file_uploader(key="uploaded-plan").set_value(("plan.json", written, "application/json"))
    app = run(run(app).switch_page(PAGE))
    assert file_of(app) == read
    assert "Many customers" in [box.label for box in app.checkbox]


def test_opening_another_plan_brings_its_scenarios(open_app: OpenApp) -> None:
    app = open_app("en", "pages/start.py", file_with(MANY))
    key = next(button.key for button in app.button if button.key and button.key.startswith("sample:"))
    app = click(app, key)
    assert saved(app) == {}
    app = run(app.switch_page("pages/plan.py"))
    assert saved(click(app, "undo")) == {"Many customers": MANY.changes}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("company", ["example-company", "scentsy-us"])
def test_every_figure_is_a_number(language: Language, company: str, open_app: OpenApp) -> None:
    plan = plan_with(customers={"new_a_month": 0}, money_and_time={"hours_a_week": 0}, horizon_months=1)
    app = open_app(language, PAGE, file_with(MANY, plan=plan, company=company))
    words = re.sub(r"<[^>]*>", " ", shown(app)).lower().replace(SPACE, " ").split()
    assert not {"nan", "inf", "-0", "−0", "none,", "null"} & set(words)


def test_a_hostile_name_stays_a_text(open_app: OpenApp) -> None:
    hostile = Scenario(name="<script>alert(1)</script> ![x](http://x.y)", changes=MANY.changes)
    app = tick(open_app("en", PAGE, file_with(hostile)), SAVED + hostile.name)
    assert "<script>alert" not in "".join(each.proto.body for each in app.get("html"))
    assert all("![x](" not in box.label for box in app.checkbox)
