"""The start page: five questions, the answer beside them, sample plans, and files opened from anywhere."""

import json
from typing import Any

import pytest

from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.inputs.terms import resolve_terms
from tests.levels_without_rates import levels_without_rates
from tests.pages.conftest import OpenApp, enter, field, group, plan_of, run, said, shown

QUESTIONS = (
    "stock.opening_stock",
    "customers.new_a_month",
    "team.recruits_a_month",
    "money_and_time.hours_a_week",
)


def company_choice(app):
    [found] = [each for each in app.selectbox if each.key and each.key.startswith("choice:company@")]
    return found


@pytest.mark.parametrize(("language", "label"), [("en", "Per hour worked"), ("sv", "Per arbetad timme")])
def test_five_questions_with_their_defaults_and_the_answer(open_app: OpenApp, language: str, label: str) -> None:
    app = open_app(language)
    assert len(app.title) == 1
    assert company_choice(app).value == "scentsy-us"  # by name the first that counts in the default plan's dollars
    assert tuple(field(app, place).value for place in QUESTIONS) == ("0", "1", "0", "6")
    assert shown(app).count("<dt>") == 4
    assert f"<dt>{label}</dt>" in shown(app)


def test_the_fictional_company_comes_last_and_is_marked(open_app: OpenApp) -> None:
    labels = company_choice(open_app("en", "pages/plan.py")).options
    assert ["fictional" in label for label in labels] == [False] * (len(labels) - 1) + [True]


def test_every_edit_of_a_field_is_kept(open_app: OpenApp) -> None:
    app = open_app()
    for text, amount in [("300", 300), ("400", 400), ("1,500.50", 1500.5), ("600", 600)]:
        enter(app, "stock.opening_stock", text)
        assert plan_of(app).stock.opening_stock == amount
        assert field(app, "stock.opening_stock").value == text
    enter(app, "money_and_time.hours_a_week", "7")
    enter(app, "money_and_time.hours_a_week", "8")
    assert (plan_of(app).stock.opening_stock, plan_of(app).money_and_time.hours_a_week) == (600, 8)


def test_the_plan_survives_other_pages_and_another_language(open_app: OpenApp) -> None:
    app = open_app()
    enter(app, "customers.new_a_month", "1.5")
    run(app.switch_page("pages/plan.py"))
    run(app.switch_page("pages/start.py"))
    assert field(app, "customers.new_a_month").value == "1.5"
    app.button_group(key="lang").set_value("sv")
    run(app)
    assert field(app, "customers.new_a_month").value == "1,5"
    enter(app, "customers.new_a_month", "2,5")
    assert plan_of(app).customers.new_a_month == 2.5


def test_a_plan_of_defaults_follows_the_company_into_its_currency(open_app: OpenApp) -> None:
    app = open_app()
    company_choice(app).set_value("scentsy-us")
    run(app)
    assert plan_of(app) == default_plan("USD")
    assert field(app, "stock.opening_stock").label == "Goods you buy at the start (USD)"


def test_a_plan_without_stated_amounts_follows_too(open_app: OpenApp) -> None:
    app = open_app()
    enter(app, "money_and_time.hours_a_week", "10")
    company_choice(app).set_value("scentsy-us")
    run(app)
    assert not app.warning
    assert plan_of(app).currency == "USD"
    assert plan_of(app).money_and_time.hours_a_week == 10


def test_a_changed_plan_in_another_currency_asks_for_the_rate(open_app: OpenApp) -> None:
    app = open_app(plan_file=PlanFile(company="amway-eu", plan=default_plan("EUR")))
    enter(app, "stock.opening_stock", "300")
    company_choice(app).set_value("scentsy-us")
    run(app)
    assert plan_of(app).currency == "EUR"
    assert plan_of(app).stock.opening_stock == 300
    [warning] = app.warning
    assert "USD" in warning.value
    assert "<dt>" not in shown(app)  # nothing is computed
    enter(app, "exchange_rates.USD", "0.9")
    assert plan_of(app).exchange_rates == {"USD": 0.9}
    assert not app.warning
    assert "<dt>" in shown(app)


@pytest.mark.parametrize("page", ["pages/cash_flow.py", "pages/goal.py"])
def test_a_page_that_needs_the_rate_says_so_and_leads_to_its_field(open_app: OpenApp, page: str) -> None:
    app = open_app("en", page, PlanFile(company="amway-eu", plan=default_plan("USD")))
    assert [each.value for each in app.title] == ["One figure is missing"]
    assert "EUR" in app.warning[0].value
    assert any(link.label == "State the rate in your plan" for link in app.page_link)


def test_what_no_source_says_can_be_answered(open_app: OpenApp) -> None:
    app = open_app(plan_file=PlanFile(company="amway-eu", plan=default_plan("EUR")))
    place = "company_answers.amway-eu.points_per_100_retail"
    assert field(app, place).value == "20"  # as the company's file assumes
    enter(app, place, "30")
    enter(app, place, "40")
    assert plan_of(app).company_answers == {"amway-eu": {"points_per_100_retail": 40}}


def test_customers_from_the_address_book_are_no_question_of_the_first_page(open_app: OpenApp) -> None:
    plan = default_plan().model_dump()
    plan["customers"]["new_from"] = "address_book"
    app = open_app(plan_file=PlanFile(company="scentsy-us", plan=Plan.model_validate(plan)))
    said_here = [spoken(each) for each in app.markdown]
    assert "New customers a month: found among the people you know. Change it under My plan." in said_here
    assert not any("customers.new_a_month" in (each.key or "") for each in app.text_input)
    assert field(app, "team.recruits_a_month").value == "0"


DEMANDED = "LuLaRoe (2017) demands goods for at least 4,812 USD; that is used."  # the figure of the company's file


@pytest.mark.parametrize("page", ["pages/start.py", "pages/plan.py"])
def test_goods_that_the_company_demands_are_said_where_less_is_stated(open_app: OpenApp, page: str) -> None:
    app = open_app("en", page, PlanFile(company="lularoe-us-2017", plan=default_plan()))
    if page == "pages/plan.py":
        group(app, "stock")
    assert DEMANDED in [spoken(each) for each in app.markdown]
    enter(app, "stock.opening_stock", "4,812")
    assert not any("demands goods for" in each.value for each in app.markdown)


def test_what_is_demanded_waits_for_the_exchange_rate(open_app: OpenApp) -> None:
    app = open_app(plan_file=PlanFile(company="lularoe-us-2017", plan=default_plan("EUR")))
    assert not any("demands" in each.value for each in app.markdown)
    enter(app, "exchange_rates.USD", "0.5")
    assert DEMANDED.replace("4,812 USD", "2,406 EUR") in [spoken(each) for each in app.markdown]


def spoken(element: Any) -> str:
    return said(element).replace("\N{NO-BREAK SPACE}", " ")


def test_a_sample_plan_is_opened(open_app: OpenApp) -> None:
    app = open_app()
    enter(app, "stock.opening_stock", "12")
    company_choice(app).set_value("amway-us")
    run(app)
    assert any("a company of its own, which takes the place of yours" in spoken(each) for each in app.markdown)
    app.button(key="sample:First year without recruits").click()
    run(app)
    assert plan_of(app).name == "First year without recruits"
    assert company_choice(app).value == "scentsy-us"
    assert field(app, "stock.opening_stock").value != "12"
    app.button(key="undo").click()
    run(app)
    assert company_choice(app).value == "amway-us"
    assert field(app, "stock.opening_stock").value == "12"


def upload(app, content: bytes):
    app.file_uploader[0].upload("plan.json", content, "application/json")
    return run(app)


def test_a_saved_plan_opens_to_the_same_bytes(open_app: OpenApp) -> None:
    plan = default_plan("SEK").model_copy(update={"horizon_months": 36})
    saved = dump_plan_file(PlanFile(company="example-company", compared=("scentsy-us",), plan=plan))
    app = upload(open_app(), saved)
    assert not app.error
    assert dump_plan_file(app.session_state["plan_file"]) == saved


def test_a_field_that_comes_back_with_its_file_says_again_what_is_wrong_with_it(open_app: OpenApp) -> None:
    """Drawn anew, it called back once without its file, and then has it again without calling."""
    app = upload(open_app(), b"{")
    assert "was not taken in" in app.error[0].value
    app.session_state["uploaded-plan:taken"] = None
    run(app)
    assert "was not taken in" in app.error[0].value


def valid_file() -> dict:
    return json.loads(dump_plan_file(PlanFile(company="scentsy-us", plan=default_plan())))


def with_hours(value: object) -> bytes:
    data = valid_file()
    data["plan"]["money_and_time"]["hours_a_week"] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe\x00p\x00l", id="another encoding"),
        pytest.param(json.dumps(valid_file()).encode()[:-40], id="truncated"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b'{"a":' * 50_000 + b"1" + b"}" * 50_000, id="deep and closed"),
        pytest.param(b'"' + b"x" * 4_000_000 + b'"', id="megabytes"),
        pytest.param(json.dumps(valid_file() | {"version": 10}).encode(), id="another version"),
        pytest.param(json.dumps({"format": "something else"}).encode(), id="another program's"),
        pytest.param(with_hours(float("nan")), id="NaN"),
        pytest.param(with_hours(-1), id="below its bound"),
        pytest.param(with_hours("<img src=x onerror=alert(1)>"), id="a text for a number"),
        pytest.param(b"null", id="null"),
        pytest.param(b"1" * 10_000, id="a long number"),
    ],
)
def test_a_file_that_cannot_be_opened_changes_nothing_and_says_why(open_app: OpenApp, content: bytes) -> None:
    app = open_app()
    enter(app, "stock.opening_stock", "345")
    upload(app, content)
    [error] = app.error
    assert "plan" in error.value
    assert plan_of(app).stock.opening_stock == 345
    assert field(app, "stock.opening_stock").value == "345"


def test_all_faults_of_a_file_are_said_at_once(open_app: OpenApp) -> None:
    data = valid_file()
    data["plan"]["horizon_months"] = 1000
    data["plan"]["customers"]["retail_per_order"] = 0
    data["plan"]["customers"]["new_a_month"] = -1
    [error] = upload(open_app(), json.dumps(data).encode()).error
    assert error.value.count("\n- ") == 3


def test_a_plan_for_an_unknown_company_is_opened_and_says_so(open_app: OpenApp) -> None:
    content = dump_plan_file(PlanFile(company="no-such-company", plan=default_plan("EUR")))
    app = upload(open_app(), content)
    assert any("such" in warning.value for warning in app.warning)
    assert app.session_state["plan_file"].company == "no-such-company"


def test_a_name_is_shown_as_typed_and_never_as_markup(open_app: OpenApp) -> None:
    hostile = default_plan("EUR").model_dump(mode="json") | {"name": "<script>alert(1)</script> **b** :red[x] $a$"}
    content = json.dumps(valid_file() | {"company": "amway-eu", "plan": hostile}).encode()
    app = upload(open_app(), content)
    assert "<script>" not in shown(app)
    run(app.switch_page("pages/plan.py"))
    assert field(app, "name").value == hostile["name"]
    assert "<script>" not in shown(app)


def test_rates_that_no_source_gives_are_empty_fields_whose_answers_can_be_taken_back(open_app: OpenApp) -> None:
    own = levels_without_rates()
    app = open_app(plan_file=PlanFile(company=own.id, plan=default_plan("USD"), own_companies=(own,)))
    place = f"company_answers.{own.id}.level_1"
    assert field(app, place).value == ""
    enter(app, place, "3,5")
    assert plan_of(app).company_answers == {}
    assert "not a number as it is written here" in app.error[0].value
    enter(app, place, "3.5")
    assert plan_of(app).company_answers == {own.id: {"level_1": 0.035}}
    enter(app, place, "101")
    assert plan_of(app).company_answers == {own.id: {"level_1": 0.035}}
    assert "101" in app.error[0].value
    enter(app, place, "")
    assert plan_of(app).company_answers == {}


def test_what_you_pay_can_be_stated_where_no_source_says_it(open_app: OpenApp) -> None:
    app = open_app(plan_file=PlanFile(company="herbalife-us", plan=default_plan("USD")))
    place = "company_answers.herbalife-us.wholesale_share"
    assert field(app, place).value == "75"
    enter(app, place, "80")
    assert plan_of(app).company_answers["herbalife-us"] == {"wholesale_share": 0.8}
    enter(app, place, "")
    assert plan_of(app).company_answers == {}


@pytest.mark.parametrize(
    ("language", "words"), [("en", "A typical start, not yours yet"), ("sv", "En typisk start, inte din än")]
)
def test_until_the_first_answer_the_start_is_said_to_be_nobodys(open_app: OpenApp, language: str, words: str) -> None:
    mine = Plan.model_validate({"customers": {"new_a_month": 2.0}})
    first, second = (open_app(language, "pages/start.py", PlanFile(plan=plan)) for plan in (default_plan("USD"), mine))
    assert any(words in each.value.replace("\\", "") for each in first.caption)
    assert not any(words in each.value.replace("\\", "") for each in second.caption)


def test_a_company_that_is_not_listed_is_asked_for_and_the_plan_laid_on_it_at_once(open_app: OpenApp) -> None:
    app = open_app()
    app.button(key="ask-unlisted").click()
    run(app)
    app.text_input(key="text-own-form.share.0").set_value("25 % off")
    run(app)
    assert any("you pay 75% of the shop price" in each.value.replace("\\", "") for each in app.caption)
    app.text_input(key="number-own-form.order.0").set_value("$100")
    app.text_input(key="text-own-form.rates.0").set_value("5, 5, 5")
    app.button(key="own-add").click()
    run(app)
    file = app.session_state["plan_file"]
    [company] = file.own_companies
    assert file.company == company.id
    terms = resolve_terms(company, file.plan)
    assert (terms.price_steps, terms.standing_order.money) == (((0.0, 0.75),), 100)
    assert terms.unilevel is not None
    assert terms.unilevel.rates == (0.05, 0.05, 0.05)
    assert not [each for each in app.text_input if "own-form" in (each.key or "")]
    app.button(key="undo").click()  # one step
    run(app)
    assert app.session_state["plan_file"].own_companies == ()
    assert app.session_state["plan_file"].company == "scentsy-us"


def test_a_compulsory_order_is_asked_about_where_nothing_says_whether_there_is_one(open_app: OpenApp) -> None:
    app = open_app()  # Scentsy, of which no source says it
    enter(app, "stock.standing_order", "$50")
    assert plan_of(app).stock.standing_order == 50
    assert "Standing order a month (USD)" in [each.label for each in app.text_input]  # as below, and on My plan
    enter(app, "stock.standing_order", "0")
    company_choice(app).set_value("doterra-us")  # which states one
    run(app)
    assert not [each for each in app.text_input if "stock.standing_order" in (each.key or "")]


def test_tax_is_asked_about_where_there_is_something_to_be_taxed(open_app: OpenApp) -> None:
    def asked(app: Any) -> list[Any]:
        return [each for each in app.selectbox if (each.key or "").startswith("choice:tax-in-short")]

    app = open_app()
    assert app.session_state["case"].measures.result < 0
    assert not asked(app)
    enter(app, "customers.new_a_month", "9")
    assert app.session_state["case"].measures.result > 0
    assert asked(app)[0].label == "Tax on what you earn"
    asked(app)[0].set_value("flat")
    run(app)
    assert plan_of(app).tax.rules == "flat"
    enter(app, "tax.income_share", "30 %")
    assert plan_of(app).tax.income_share == 0.3
