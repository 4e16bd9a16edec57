"""My plan: fields by group, the strip, and what happens to what cannot be read."""

import pytest

from pages.shared.fields.groups import GROUPS as DECLARED
from planner.inputs.path import written
from planner.inputs.plan.plan import INPUTS, Plan, default_plan
from planner.inputs.plan.schedule import Ramp
from planner.inputs.plan_file import PlanFile
from tests.pages.conftest import OpenApp, enter, exactly, field, group, plan_of, run, said, shown
from tests.plans import small_seller

PLAN = "pages/plan.py"
GROUPS = (
    "company",
    "getting_started",
    "stock",
    "customers",
    "team",
    "running_costs",
    "money_and_time",
    "tax",
    "chance",
)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_group_is_shown(open_app: OpenApp, language: str) -> None:
    app = open_app(language, PLAN)
    for name in GROUPS:
        group(app, name)
        assert app.text_input, name
        assert len(app.expander) >= 2, name
        assert shown(app).count("<dt>") == 4


def idle_plan() -> Plan:
    """Nobody buys, nobody is recruited, nothing is spent but what the company charges."""
    data = default_plan("USD").model_dump(mode="json")
    data["horizon_months"] = 12
    data["getting_started"]["items"] = []
    data["running_costs"] = []
    data["stock"]["opening_stock"] = 0
    data["customers"]["new_a_month"] = 0
    data["money_and_time"]["hours_a_week"] = 6
    return Plan.model_validate(data)


def test_the_strip_by_hand(open_app: OpenApp) -> None:
    # The fictional company charges 49 for the kit and demands 150 of goods in month 0, 10 a month for a website whose
    # first 2 months are free, so 10 in months 3 to 12: 49 + 150 + 10 * 10 = 299, as its page says of the first year.
    # Hours: 6 a week * 52 / 12 weeks * 12 months = 312; -299 / 312 = -0.958.
    app = exactly(open_app("en", PLAN, PlanFile(company="example-company", plan=idle_plan())))
    strip = shown(app).replace("\N{NO-BREAK SPACE}", " ")
    assert '<dt>Deepest hole</dt><dd class="figure below">299 USD</dd><dd>month 12 (Jan 2028)</dd>' in strip
    assert '<dt>Money back</dt><dd class="figure below">Never</dd><dd>within 12 months</dd>' in strip
    assert '<dt>After 12 months</dt><dd class="figure below">−299 USD</dd>' in strip
    assert (
        '<dt>Per hour worked</dt><dd class="figure below">−0.96 USD</dd><dd>before tax, 312 hours in all</dd>' in strip
    )


def test_the_strip_shows_what_the_last_edit_changed(open_app: OpenApp) -> None:
    # The company demands 150 of goods; 250 is 100 more, all of it in month 0: 100 deeper, 100 less in the end.
    app = exactly(open_app("en", PLAN, PlanFile(company="example-company", plan=idle_plan())))
    group(app, "stock")
    enter(app, "stock.opening_stock", "250")
    strip = shown(app).replace("\N{NO-BREAK SPACE}", " ")
    assert "<dd>100 USD deeper than before your change</dd>" in strip
    assert "<dd>100 USD less than before your change</dd>" in strip
    enter(app, "stock.cover_months", "0")  # nothing is sold, so nothing hangs on it; but another field was touched
    enter(app, "stock.opening_stock", "249")  # from 250: 1 less
    strip = shown(app).replace("\N{NO-BREAK SPACE}", " ")
    assert "<dd>1 USD less deep than before your change</dd>" in strip
    assert "100 USD" not in strip


def test_undisclosed_costs_make_the_hole_a_least_amount(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, PlanFile(company="young-living-us", plan=idle_plan()))
    strip = shown(app).replace("\N{NO-BREAK SPACE}", " ")
    # The kit of 100 is all that is known to be charged: two fees and a first order are not disclosed.
    assert '<dd class="figure below">at least 100 USD</dd>' in strip
    assert strip.count("Before costs not disclosed") == 1  # for all four figures
    assert "before costs not disclosed" not in strip


def test_months_without_pay_stand_open_and_what_is_left_out_is_named_in_the_fold(open_app: OpenApp) -> None:
    # 23 months with a team and too few own points: worked out in tests/planner/analysis/cautions/test_caveats.py.
    plan = small_seller(team={"recruits_a_month": 1})
    strip = shown(exactly(open_app("en", PLAN, PlanFile(company="young-living-us", plan=plan))))
    folded = strip.split('<details class="strip-note">')[1].split("</details>")[0]
    assert '<p class="strip-note">In 23 of the months with a team' in strip
    assert "months with a team" not in folded
    # Costs not disclosed, pay that is a mean of runs, figures that are assumed, that half of the parts are computed: 4;
    # and the seven limits of the file.
    assert "<summary>Before costs not disclosed: 11 things to know about these figures</summary>" in folded
    assert "<li>Of the 4 parts that sources name of the company&#x27;s pay, 2 are computed here." in folded
    assert "<li>Could raise your pay:<ul><li>The pay of leaders on whole generations below them" in folded
    assert "see Method" not in folded


@pytest.mark.parametrize("page", ["pages/start.py", "pages/cash_flow.py", "pages/goal.py"])
def test_a_field_that_cannot_be_read_is_told_of_on_every_page_with_the_strip(open_app: OpenApp, page: str) -> None:
    app = open_app("en", PLAN)
    assert "cannot be read" not in shown(app)
    group(app, "stock")
    enter(app, "stock.opening_stock", "wrong")
    assert "1 field cannot be read; these figures use its last value." in shown(app)
    enter(app, "stock.cover_months", "wrong")
    run(app.switch_page(page))
    assert "2 fields cannot be read; these figures use their last values." in shown(app)


BAD = [
    ("stock", "stock.opening_stock", "2 345,75", "2,345.75"),
    ("stock", "stock.opening_stock", "-1", "0 or more"),
    ("stock", "stock.opening_stock", "text", "2,345.75"),
    ("stock", "stock.opening_stock", "NaN", "2,345.75"),
    ("stock", "stock.opening_stock", "1e5", "2,345.75"),
    ("stock", "stock.opening_stock", "", "Nothing is stated"),
    ("stock", "stock.opening_stock", "2000000000", "1,000,000,000 or less"),
    ("stock", "stock.cover_months", "1.5", "whole number"),
    ("customers", "customers.new_a_month", "-3", "0 or more"),
    ("customers", "customers.retail_per_order", "0", "more than 0"),
    ("team", "team.annual_attrition", "100", "less than 100%"),
    ("money_and_time", "horizon_months", "1000", "120 or less"),
    ("money_and_time", "horizon_months", "0", "1 or more"),
    ("company", "name", "x" * 81, "80"),
]


@pytest.mark.parametrize(("name", "place", "text", "wanted"), BAD)
def test_one_clear_message_and_nothing_is_lost(
    open_app: OpenApp, name: str, place: str, text: str, wanted: str
) -> None:
    app = open_app("en", PLAN)
    group(app, name)
    before = plan_of(app)
    label = field(app, place).label
    enter(app, place, text)
    [error] = app.error
    assert wanted in said(error)
    assert label.split(" (")[0] in said(error)
    assert text[:50] in said(error)
    assert field(app, place).value == text
    assert plan_of(app) == before
    # It waits there, while other groups, pages and languages come and go.
    group(app, "running_costs")
    enter(app, "running_costs.0.amount", "51")
    run(app.switch_page("pages/start.py"))
    run(app.switch_page(PLAN))
    group(app, name)
    assert field(app, place).value == text
    assert len(app.error) == 1
    assert plan_of(app).running_costs[0].amount == 51


def test_a_correction_is_taken_and_the_message_goes(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "stock")
    enter(app, "stock.opening_stock", "77")
    enter(app, "stock.opening_stock", "abc")
    assert said(app.error[0]).endswith("77\N{NO-BREAK SPACE}USD still counts.")
    enter(app, "stock.opening_stock", "300 EUR")
    assert "Amounts here count in USD" in said(app.error[0])
    assert said(app.error[0]).endswith("77\N{NO-BREAK SPACE}USD still counts.")
    enter(app, "stock.opening_stock", "$78")
    assert not app.error
    assert plan_of(app).stock.opening_stock == 78


def test_a_number_written_in_the_other_language_is_read_once_the_page_speaks_it(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "stock")
    enter(app, "stock.opening_stock", "2 345,75")
    assert plan_of(app).stock.opening_stock == 0
    app.button_group(key="lang").set_value("sv")
    run(app)
    assert not app.error
    assert plan_of(app).stock.opening_stock == 2345.75
    assert field(app, "stock.opening_stock").value == "2\N{NO-BREAK SPACE}345,75"


def test_shares_are_typed_in_per_cent(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "customers")
    assert field(app, "customers.attrition").value == "20"
    enter(app, "customers.attrition", "7")
    assert plan_of(app).customers.attrition == 0.07
    enter(app, "customers.attrition", "12.3")
    assert plan_of(app).customers.attrition == 0.123


def test_a_tenfold_amount_is_echoed_in_full(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, PlanFile(company="amway-eu", plan=small_seller("EUR")))
    group(app, "stock")
    enter(app, "stock.opening_stock", "1999")
    assert not app.info
    enter(app, "stock.opening_stock", "19990")
    [echo] = app.info
    assert "19,990\N{NO-BREAK SPACE}EUR" in said(echo)
    enter(app, "stock.cover_months", "2")
    assert not app.info


def test_back_to_the_default(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "stock")
    assert not [each for each in app.button if each.key == "back:stock.opening_stock"]
    enter(app, "stock.opening_stock", "350")
    app.button(key="back:stock.opening_stock").click()
    run(app)
    assert plan_of(app).stock.opening_stock == 0
    assert field(app, "stock.opening_stock").value == "0"


def test_folded_fields_say_how_many_differ(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "customers")
    assert "Who stops, and discount · as by default" in folds(app)
    enter(app, "customers.discount", "5")
    assert "Who stops, and discount · 1 differs from its default" in folds(app)
    enter(app, "customers.attrition", "wrong")  # awaits correction
    assert "Who stops, and discount · 2 differ from their defaults" in folds(app)


def folds(app) -> list[str]:
    return [each.label.replace("\\", "") for each in app.expander]


def click(app, key: str):
    app.button(key=key).click()
    return run(app)


def test_costs_are_added_changed_and_removed(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "running_costs")
    click(app, "add:running_costs")
    click(app, "add:running_costs")
    enter(app, "running_costs.1.name", "Fairs")
    enter(app, "running_costs.1.amount", "40")
    enter(app, "running_costs.1.amount", "45")
    enter(app, "running_costs.1.every_months", "3")
    enter(app, "running_costs.2.amount", "wrong")
    click(app, "remove:running_costs.0")
    rows = plan_of(app).running_costs
    assert [(row.name, row.amount, row.every_months) for row in rows] == [("Fairs", 45, 3), ("New cost", 0, 1)]
    assert field(app, "running_costs.0.name").value == "Fairs"
    assert field(app, "running_costs.1.amount").value == "wrong"  # moved up with its row
    click(app, "remove:running_costs.1")
    click(app, "remove:running_costs.0")
    assert plan_of(app).running_costs == ()
    assert not app.error


def schedule_form(app, form: str):
    [found] = [each for each in app.selectbox if each.key and each.key.startswith("choice:customers.new_a_month@")]
    found.set_value(form)
    return run(app)


def test_a_schedule_in_each_of_its_forms(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, PlanFile(company="scentsy-us", plan=small_seller()))
    group(app, "customers")
    schedule_form(app, "ramp")
    enter(app, "customers.new_a_month.last", "3")
    enter(app, "customers.new_a_month.months", "5")
    assert plan_of(app).customers.new_a_month == Ramp(first=0.5, last=3, months=5)
    schedule_form(app, "list")
    # A line from 0.5 to 3 in 5 months rises by (3 - 0.5) / 4 = 0.625 a month; kept to two decimals, halves to even.
    assert plan_of(app).customers.new_a_month == (0.5, 1.12, 1.75, 2.38, 3)
    enter(app, "customers.new_a_month", "1; 2; 2.5")
    assert plan_of(app).customers.new_a_month == (1, 2, 2.5)
    enter(app, "customers.new_a_month", "1; 2,5")
    assert len(app.error) == 1
    assert plan_of(app).customers.new_a_month == (1, 2, 2.5)
    run(app.switch_page("pages/start.py"))
    run(app.switch_page(PLAN))
    group(app, "customers")
    assert field(app, "customers.new_a_month").value == "1; 2,5"
    schedule_form(app, "number")
    assert plan_of(app).customers.new_a_month == 1


def test_the_start_month_is_chosen_from_a_list(open_app: OpenApp) -> None:
    app = open_app("sv", PLAN)
    group(app, "money_and_time")
    [month] = [each for each in app.selectbox if each.key and each.key.startswith("choice:start_month@")]
    month.set_value("2027-03")
    run(app)
    assert plan_of(app).start_month == "2027-03"


def test_the_plan_is_saved_as_a_file(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    assert [each.key for each in app.download_button] == ["save-plan", "paper-pdf", "paper-html"]


def test_default_names_follow_the_language_until_they_are_changed(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "running_costs")
    assert field(app, "running_costs.0.name").value == "Phone, website, travel, training"
    app.button_group(key="lang").set_value("sv")
    run(app)
    assert field(app, "running_costs.0.name").value != "Phone, website, travel, training"
    assert plan_of(app).running_costs[0].name == "Phone, website, travel, training"


def choose_currency(app, currency: str):
    group(app, "company")
    [found] = [each for each in app.selectbox if each.key and each.key.startswith("choice:currency@")]
    found.set_value(currency)
    return run(app)


def test_default_amounts_follow_the_currency(open_app: OpenApp) -> None:
    file = PlanFile(company="amway-eu", plan=default_plan("EUR"))
    app = choose_currency(open_app("en", PLAN, file), "SEK")
    assert plan_of(app) == default_plan("SEK")
    assert not app.info
    assert len(app.warning) == 1  # the company counts in euros, and the rate is not stated
    enter(app, "exchange_rates.EUR", "11.5")
    assert shown(app).count("<dt>") == 4


def test_stated_amounts_are_never_converted_and_old_rates_are_dropped(open_app: OpenApp) -> None:
    plan = default_plan("EUR").model_dump(mode="json") | {"exchange_rates": {"USD": 0.9}}
    plan["stock"]["opening_stock"] = 123
    file = PlanFile(company="scentsy-us", plan=Plan.model_validate(plan))
    app = choose_currency(open_app("en", PLAN, file), "SEK")
    assert (plan_of(app).currency, plan_of(app).stock.opening_stock) == ("SEK", 123)
    assert plan_of(app).customers.retail_per_order == 50
    assert plan_of(app).exchange_rates == {}
    [note] = app.info
    assert said(note) == "Every amount has kept its number and counts in SEK now. Nothing is converted."
    enter(app, "name", "Mine")  # until the next edit
    assert not app.info


def test_every_input_stands_in_one_group() -> None:
    elsewhere = {("exchange_rates",), ("company_answers",)}  # asked where a company or a set of tax rules needs them
    folded = [path for each in DECLARED.values() for fold in each.folds for path in fold.paths]
    places = [*folded, *(path for each in DECLARED.values() for path in each.shown)]
    assert {written(path) for path in INPUTS if path not in elsewhere} == set(map(written, places))
    assert len(places) == len(set(places))
