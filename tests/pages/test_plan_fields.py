"""My plan: each kind of field beyond one number, and fields that are shown only where they have an effect."""

from typing import Any

import pytest

from planner.inputs.plan.getting_started import CostItem
from planner.inputs.plan.plan import default_plan
from planner.inputs.plan_file import PlanFile
from tests.pages.conftest import OpenApp, enter, field, group, plan_of, run, said, shown
from tests.plans import small_seller

PLAN = "pages/plan.py"
SPACE = "\N{NO-BREAK SPACE}"


def with_groups(**groups: Any) -> PlanFile:
    return PlanFile(company="example-company", plan=small_seller(**groups))


def choice(app: Any, place: str) -> Any:
    [found] = [each for each in app.radio if each.key and each.key.startswith(f"choice:{place}@")]
    return found


def choose(app: Any, place: str, value: str) -> Any:
    choice(app, place).set_value(value)
    return run(app)


def click(app: Any, key: str) -> Any:
    app.button(key=key).click()
    return run(app)


def has(app: Any, place: str) -> bool:
    return any(each.key and each.key.partition(":")[2].partition("@")[0] == place for each in app.text_input)


def words(app: Any) -> str:
    return "\n".join(said(each) for each in app.markdown).replace(SPACE, " ")


# --- a choice from a list --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_choice_is_made_from_its_list(open_app: OpenApp, language: str) -> None:
    app = open_app(language, PLAN)
    group(app, "stock")
    found = choice(app, "stock.buys_to_qualify")
    assert len(found.options) == 3
    assert found.value == "never"
    for value in ("always", "while_it_pays", "never", "always"):
        choose(app, "stock.buys_to_qualify", value)
        assert plan_of(app).stock.buys_to_qualify == value
    click(app, "back:stock.buys_to_qualify")
    assert plan_of(app).stock.buys_to_qualify == "never"
    assert choice(app, "stock.buys_to_qualify").value == "never"


CHOICES_IN_KIND = ("What it is to you", "Which company gives it")


def test_buying_to_be_paid_says_what_the_company_asks(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, PlanFile(company="scentsy-us", plan=default_plan()))
    group(app, "stock")
    assert "Scentsy asks for 500 own points a month before it pays on a team." in words(app)


# --- a number that may be left empty ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "place", "text", "value"),
    [
        ("stock", "stock.shelf_life_months", "6", 6),
        ("team", "team.first_months_attrition", "30", 0.3),
        ("tax", "tax.vat_threshold", "1,000", 1000),
    ],
)
def test_what_may_be_left_empty_is_stated_and_emptied_again(
    open_app: OpenApp, name: str, place: str, text: str, value: float
) -> None:
    app = open_app("en", PLAN)
    group(app, name)
    first, second = place.split(".")
    assert field(app, place).value == ""
    enter(app, place, text)
    assert getattr(getattr(plan_of(app), first), second) == value
    enter(app, place, " ")
    assert getattr(getattr(plan_of(app), first), second) is None
    enter(app, place, "wrong")
    assert len(app.error) == 1
    assert field(app, place).value == "wrong"
    enter(app, place, text)
    click(app, f"back:{place}")
    assert getattr(getattr(plan_of(app), first), second) is None
    assert not app.error
    assert field(app, place).value == ""


def test_the_end_of_a_cost_may_be_left_open(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "running_costs")
    enter(app, "running_costs.0.first_month", "3")
    enter(app, "running_costs.0.last_month", "2")
    assert "cannot end before it begins" in said(app.error[0])
    enter(app, "running_costs.0.last_month", "9")
    assert (plan_of(app).running_costs[0].first_month, plan_of(app).running_costs[0].last_month) == (3, 9)
    assert "Every month, from month 3, until month 9" in [each.label.replace("\\", "") for each in app.expander]
    enter(app, "running_costs.0.last_month", "")
    assert plan_of(app).running_costs[0].last_month is None


# --- rows ------------------------------------------------------------------------------------------------------------


def test_a_cost_only_for_recruiting(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "running_costs")
    app.checkbox[0].set_value(True)
    run(app)
    assert plan_of(app).running_costs[0].for_recruiting is True
    app.checkbox[0].set_value(False)
    run(app)
    assert plan_of(app).running_costs[0].for_recruiting is False


def test_what_the_company_gives_beside_money_names_the_company_and_what_it_is_worth(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, PlanFile(company="scentsy-us", plan=default_plan("USD")))
    click(app, "add:pay_in_kind")
    [row] = plan_of(app).pay_in_kind
    assert (row.value, row.worth, row.company) == (0, "pays_for_goods", "scentsy-us")
    enter(app, "pay_in_kind.0.name", "Cruise")
    enter(app, "pay_in_kind.0.value", "2000")
    enter(app, "pay_in_kind.0.first_month", "9")
    worth, company = (next(box for box in app.selectbox if box.label == label) for label in CHOICES_IN_KIND)
    worth.select("nothing")
    run(app)
    assert "you pay it on these values too, in money" in words(app)
    company = next(box for box in app.selectbox if box.label == CHOICES_IN_KIND[1])
    company.select("")
    run(app)
    [row] = plan_of(app).pay_in_kind
    assert (row.name, row.value, row.first_month, row.worth, row.company) == ("Cruise", 2000, 9, "nothing", None)
    enter(app, "pay_in_kind.0.last_month", "4")
    assert "cannot end before it begins" in said(app.error[0])
    click(app, "remove:pay_in_kind.0")
    assert plan_of(app).pay_in_kind == ()


def test_what_another_company_gives_is_said_not_to_count(open_app: OpenApp) -> None:
    rows = [{"name": "Cruise", "value": 2000, "company": "amway-eu"}]
    app = open_app("sv", PLAN, with_groups(pay_in_kind=rows))
    assert "Räknas inte här: det kommer från Amway" in "".join(said(each) for each in app.info)


def test_goods_go_out_of_season_in_rows_and_a_row_beyond_the_plan_is_said_not_to_count(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, with_groups(horizon_months=12))
    group(app, "stock")
    click(app, "add:stock.out_of_season")
    enter(app, "stock.out_of_season.0.name", "Christmas")
    enter(app, "stock.out_of_season.0.share", "60")
    assert "before this happens" not in "".join(said(each) for each in app.info)
    often = next(box for box in app.selectbox if box.label == "How often")
    often.select("in_second_year")
    run(app)
    assert "Not counted: the plan ends after 12 months" in "".join(said(each) for each in app.info)
    [row] = plan_of(app).stock.out_of_season
    assert (row.name, row.share, row.month, row.every) == ("Christmas", 0.6, "january", "in_second_year")
    click(app, "add:stock.out_of_season")
    enter(app, "stock.out_of_season.1.share", "50")
    assert "more goods than there are" in said(app.error[0])
    assert [row.share for row in plan_of(app).stock.out_of_season] == [0.6, 0]


def test_orders_are_counted_by_campaign_from_the_first_on(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, with_groups(start_month="2026-12", horizon_months=12))
    group(app, "customers")
    assert has(app, "customers.orders_per_customer")
    assert not has(app, "customers.orders_per_campaign")
    choose(app, "customers.orders_by", "two_weeks")
    assert not has(app, "customers.orders_per_customer")
    assert "fall into the plan: 27, and into one month between 2 and 3" in words(app)
    enter(app, "customers.orders_per_campaign", "0.5")
    enter(app, "customers.first_campaign", "8 January")
    assert "A day is wanted here, as year, month and day: 2027-01-14." in said(app.error[0])
    enter(app, "customers.first_campaign", "2027-01-08")
    assert "fall into the plan: 26, and into one month between 2 and 3" in words(app)
    enter(app, "customers.first_campaign", "2029-01-08")
    assert "No campaign falls into the plan" in words(app)
    stated = plan_of(app).customers
    assert (stated.orders_per_campaign, stated.first_campaign) == (0.5, "2029-01-08")
    enter(app, "customers.first_campaign", "")
    assert plan_of(app).customers.first_campaign is None


def test_what_is_stated_and_counts_for_nothing_is_said_beside_it(open_app: OpenApp) -> None:
    rows = [{"name": "Cruise", "value": 2000, "first_month": 9, "last_month": 12}]
    costs = [{"name": "Car", "amount": 40, "first_month": 13}]
    rise = {"money_and_time": {"cost_rise": 0.02}}
    app = open_app("en", PLAN, with_groups(horizon_months=12, pay_in_kind=rows, running_costs=costs, **rise))
    infos = {"company": "A last month counts only where it comes again", "running_costs": "before this happens"}
    for name, words_of in (infos | {"money_and_time": "it rises once a year, from month 13 on"}).items():
        group(app, name)
        assert words_of in "".join(said(each) for each in app.info)


def test_a_usual_cost_is_added_with_the_amount_of_its_source(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "running_costs")
    assert "web shop" in words(app)
    click(app, "add-usual")
    added = plan_of(app).running_costs[-1]
    assert (added.name, added.amount, added.every_months) == ("Website or web shop", 15, 1)


def test_in_another_currency_a_usual_cost_waits_for_its_amount(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, PlanFile(company="amway-eu", plan=default_plan("EUR")))
    group(app, "running_costs")
    assert "The source says 15 USD. Nothing is converted" in words(app)
    click(app, "add-usual")
    assert plan_of(app).running_costs[-1].amount == 0


def test_start_up_costs_have_a_month(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "getting_started")
    click(app, "add:getting_started.items")
    enter(app, "getting_started.items.1.name", "Course")
    enter(app, "getting_started.items.1.amount", "90")
    enter(app, "getting_started.items.1.month", "2")
    assert plan_of(app).getting_started.items[1] == CostItem(name="Course", amount=90, month=2)
    assert "Start-up costs of later months, 99 USD, come on top." in words(app)  # with a tenth for surprises


def test_products_decide_what_an_order_costs(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, with_groups(customers={"retail_per_order": 40}))
    group(app, "customers")
    assert has(app, "customers.retail_per_order")
    click(app, "add:customers.products")
    enter(app, "customers.products.0.name", "Soap")
    enter(app, "customers.products.0.retail_price", "12.50")
    enter(app, "customers.products.0.per_order", "3")
    enter(app, "customers.products.0.wholesale_share", "60")
    [product] = plan_of(app).customers.products
    assert (product.name, product.retail_price, product.per_order) == ("Soap", 12.5, 3)
    assert (product.wholesale_share, product.points) == (0.6, None)
    assert not has(app, "customers.retail_per_order")
    assert "Price of an order in the shop list: 37.50 USD, as your products below come to." in words(app)
    enter(app, "customers.products.0.wholesale_share", "")
    assert plan_of(app).customers.products[0].wholesale_share is None
    click(app, "remove:customers.products.0")
    assert field(app, "customers.retail_per_order").value == "40"


def test_a_product_whose_removal_leaves_an_empty_order_stays_and_says_why(open_app: OpenApp) -> None:
    rows = [{"name": "a", "retail_price": 1, "per_order": 0}, {"name": "b", "retail_price": 1, "per_order": 1}]
    app = open_app("en", PLAN, with_groups(customers={"products": rows}))
    group(app, "customers")
    click(app, "remove:customers.products.1")
    assert len(plan_of(app).customers.products) == 2
    assert "An order of these products holds nothing." in said(app.error[0])
    enter(app, "customers.products.0.per_order", "2")
    assert not app.error


# --- seasons ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "sv"])
def test_seasons_by_calendar_month(open_app: OpenApp, language: str) -> None:
    app = open_app(language, PLAN)
    group(app, "customers")
    assert not has(app, "customers.seasons.0")
    choose(app, "customers.seasons", "by_month")
    assert plan_of(app).customers.seasons == (1,) * 12
    assert field(app, "customers.seasons.11").value == "100"
    enter(app, "customers.seasons.11", "250")
    enter(app, "customers.seasons.6", "0")
    assert plan_of(app).customers.seasons == (1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 2.5)
    enter(app, "customers.seasons.0", "wrong")
    assert field(app, "customers.seasons.0").value == "wrong"
    choose(app, "customers.seasons", "alike")
    assert plan_of(app).customers.seasons == ()
    assert "cannot be read" not in shown(app)


def test_a_year_without_any_sales_is_refused(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, with_groups(customers={"seasons": [1] + [0] * 11}))
    group(app, "customers")
    assert field(app, "customers.seasons.0").label == "January (%)"
    enter(app, "customers.seasons.0", "0")
    assert "not all of them 0" in said(app.error[0])


# --- tax -------------------------------------------------------------------------------------------------------------


def test_a_set_of_tax_rules_shows_its_figures_and_what_it_leaves_out(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "tax")
    assert not has(app, "tax.income_share")
    choose(app, "tax.rules", "flat")
    assert "Left empty: no income tax is counted." in words(app)
    enter(app, "tax.income_share", "30")
    assert (plan_of(app).tax.rules, plan_of(app).tax.income_share) == ("flat", 0.3)
    choose(app, "tax.rules", "united-states-self-employment-2025")
    assert {"What these rules count, with sources", "What they leave out"} <= {each.label for each in app.expander}
    assert "<dt>Medicare" in shown(app)
    assert "published · " in shown(app)
    assert "State and local income tax." in words(app)


def test_rules_in_another_currency_ask_for_the_rate(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "tax")
    choose(app, "tax.rules", "sweden-sole-trader-2026")
    assert any("1 SEK" in said(each) for each in app.warning)
    enter(app, "exchange_rates.SEK", "0.1")
    assert not app.warning
    assert "Left empty: the rules' own 32.38% is used." in words(app)


def test_vat_figures_say_what_counts_where_they_are_left_empty(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, with_groups(tax={"vat_registered": "past_threshold"}))
    group(app, "tax")
    assert words(app).count("Left empty: no VAT is counted here.") == 2
    assert "Left empty: no threshold is known, so none is ever passed." in words(app)
    enter(app, "tax.vat_rate", "20")
    assert plan_of(app).tax.vat_rate == 0.2
    assert words(app).count("Left empty: no VAT is counted here.") == 1
    # 120,000 kronor a year at 10 cents each.
    swedish = {"rules": "sweden-sole-trader-2026", "vat_registered": "past_threshold"}
    app = open_app("en", PLAN, with_groups(tax=swedish, exchange_rates={"SEK": 0.1}))
    group(app, "tax")
    assert words(app).count("Left empty: the rules' own 25% is used.") == 2
    assert "Left empty: the rules' own 12,000 USD is used." in words(app)


# --- only where it has an effect -------------------------------------------------------------------------------------

SHOWN_WHEN: list[tuple[str, str, dict[str, Any]]] = [
    ("stock", "stock.own_use_anyway", {"stock": {"own_use": 10}}),
    ("customers", "customers.returned_to_shelf", {"customers": {"refund_share": 0.1}}),
    ("customers", "address_book.contacts", {"customers": {"new_from": "address_book"}}),
    ("customers", "address_book.contacts", {"team": {"recruits_from": "address_book"}}),
    ("customers", "address_book.become_customers", {"customers": {"new_from": "address_book"}}),
    ("team", "address_book.become_recruits", {"team": {"recruits_from": "address_book"}}),
    ("money_and_time", "money_and_time.loan_annual_rate", {"money_and_time": {"loan": 100}}),
    ("money_and_time", "money_and_time.loan_months", {"money_and_time": {"loan": 100}}),
    ("money_and_time", "money_and_time.card_annual_rate", {"money_and_time": {"card_limit": 100}}),
    ("tax", "tax.income_share", {"tax": {"rules": "flat"}}),
    ("tax", "tax.vat_rate", {"tax": {"vat_registered": "past_threshold"}}),
    ("tax", "tax.vat_rate_on_costs", {"tax": {"vat_registered": "from_start"}}),
]


@pytest.mark.parametrize(("name", "place", "stated"), SHOWN_WHEN)
def test_a_field_is_shown_only_where_it_has_an_effect(
    open_app: OpenApp, name: str, place: str, stated: dict[str, Any]
) -> None:
    assert not has(group(open_app("en", PLAN), name), place)
    assert has(group(open_app("en", PLAN, with_groups(**stated)), name), place)


@pytest.mark.parametrize(
    ("name", "place", "stated"),
    [
        ("customers", "customers.new_a_month", {"customers": {"new_from": "address_book"}}),
        ("team", "team.recruits_a_month", {"team": {"recruits_from": "address_book"}}),
        ("stock", "stock.cover_months", {"stock": {"ship_direct_share": 1}}),
        ("tax", "tax.vat_threshold", {"tax": {"vat_registered": "from_start"}}),
    ],
)
def test_a_field_goes_where_another_decides(open_app: OpenApp, name: str, place: str, stated: dict[str, Any]) -> None:
    assert has(group(open_app("en", PLAN), name), place)
    assert not has(group(open_app("en", PLAN, with_groups(**stated)), name), place)


def test_a_text_that_awaits_correction_is_shown_though_it_has_no_effect(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, with_groups(money_and_time={"loan": 100}))
    group(app, "money_and_time")
    enter(app, "money_and_time.loan_months", "wrong")
    enter(app, "money_and_time.loan", "0")
    assert field(app, "money_and_time.loan_months").value == "wrong"
    assert not has(app, "money_and_time.loan_annual_rate")


def test_the_team_leads_to_the_people_it_shares_with_customers(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, with_groups(team={"recruits_from": "address_book"}))
    group(app, "team")
    click(app, "to-book")
    assert has(app, "address_book.contacts")
    enter(app, "address_book.contacts", "90")
    assert plan_of(app).address_book.contacts == 90


def test_with_nobody_recruited_the_team_says_that_nothing_else_counts(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "team")
    assert "You recruit nobody in this plan" in words(app)
    enter(app, "team.recruits_a_month", "0.5")
    assert "You recruit nobody in this plan" not in words(app)


def test_the_way_on_leads_through_all_parts(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    group(app, "company")
    for _step in range(8):
        click(app, "next-group")
    assert app.session_state["group"] == "chance"
    assert not [each for each in app.button if each.key == "next-group"]


# --- what it takes, and where it comes from --------------------------------------------------------------------------


def test_sources_stand_beside_uses(open_app: OpenApp) -> None:
    # The example company's kit 49; samples 100 and a tenth for surprises 10; goods 200: 359, of which 300 are there.
    app = open_app("en", PLAN, with_groups(money_and_time={"own_cash": 250, "loan": 50}))
    group(app, "getting_started")
    table = shown(app)
    assert "<caption>What it takes<" in table
    assert "<caption>Where it comes from<" in table
    assert table.count('<th scope="row">In all</th><td>359</td>') == 2
    for title, amount in [("Money you put in", 250), ("Loan", 50), ("Still missing", 59)]:
        assert f'<th scope="row">{title}</th><td>{amount}</td>' in table


def test_a_standing_order_that_the_company_asks_for_is_said_beside_the_field(open_app: OpenApp) -> None:
    """75 points per 100 are assumed, goods cost 75 of 100: 100 points are 100, twelve times, and 35 to join."""
    app = group(open_app("en", "pages/plan.py", PlanFile(company="doterra-us", plan=default_plan())), "stock")
    asked = "doTERRA asks for a standing order of 100 points a month, 100 USD a month at first. The plan counts it, so "
    asked += "the first year costs at least 1,235 USD before you sell anything. "
    asked += "Without it, the company pays you only part."
    assert asked in words(app)
    choose(app, "stock.demanded_order", "refused")
    refused = (
        "doTERRA asks for a standing order of 100 points a month for part of what it pays. You will not place it: "
    )
    refused += "no pay is counted in months in which you order less than that anyway, though a part may be paid."
    assert refused in words(app)
    assert "You will not place the order that the company asks for" in shown(app)
    app = group(open_app("en", "pages/plan.py", PlanFile(company="scentsy-us", plan=default_plan())), "stock")
    assert not any("asks for a standing order" in said(each) for each in app.markdown)


def test_where_newcomers_are_placed_is_asked_where_a_company_pays_by_two_legs(open_app: OpenApp) -> None:
    plan = small_seller(team={"recruits_a_month": 1.0})
    for company, asked in (("example-company", False), ("usana-us", True)):
        app = open_app("en", PLAN, PlanFile(company=company, plan=plan))
        group(app, "team")
        assert any(each.key and each.key.startswith("choice:team.placing@") for each in app.radio) == asked
    choose(app, "team.placing", "alternating")
    assert plan_of(app).team.placing == "alternating"
