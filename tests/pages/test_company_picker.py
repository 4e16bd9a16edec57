"""Picking a company: searched by typing, narrowed by market and kind of pay plan, historic cases apart."""

from typing import Any

from streamlit.testing.v1 import AppTest

from pages.shared.fields.company_picker import ANY, HISTORIC, KIND, MARKET
from planner.inputs.company.catalog import load_catalog
from planner.inputs.own_company.own_company import own_copy
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile
from tests.pages.conftest import OpenApp, run, said

START, PLAN, OWN, COMPARE = "pages/start.py", "pages/plan.py", "pages/my_company.py", "pages/compare.py"
COMPANIES = load_catalog().companies
FICTIONAL = "Exemplum · fictional"
# As the files in sample_data/companies state territory, plan kind, status and years.
IN_EUROPE = [
    "Amway · Europe (euro) · steps of the group",
    "LR Health & Beauty · Europe (euro) · steps of the group",
    "Oriflame · Western Europe (euro) · terms of 2018 · steps of the group",
]
CHOSEN = "Scentsy · United States · steps of the group"
HISTORIC_ONES = [
    "AdvoCare · United States · historic, 2016 to 2019",
    "Avon · United States · historic, 2014 to 2018 · generations",
    "BurnLounge · United States · historic, 2004 to 2007 · packages",
    "LuLaRoe · United States · historic, 2014 to 2017 · levels",
    "Tupperware · United States · historic, 2013 to 2018 · home parties",
    "Vemma · United States · historic, 2015 · two legs",
]


def company_list(app: AppTest, name: str = "company") -> Any:
    [found] = [each for each in app.selectbox if each.key and each.key.startswith(f"choice:{name}@")]
    return found


def narrow(app: AppTest, key: str, value: str) -> AppTest:
    app.selectbox(key=key).set_value(value)
    return run(app)


def show_historic(app: AppTest) -> AppTest:
    app.checkbox(key=HISTORIC).check()
    return run(app)


def line(app: AppTest) -> str:
    """What stands on the folded line, without what keeps Markdown from reading it."""
    [found] = [each.label for each in app.expander if "of 25" in each.label or "of 26" in each.label]
    return str(found).replace("\\", "")


def test_at_first_those_of_today_by_name_then_the_fictional_one(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    options = company_list(app).options
    assert options[:4] == [
        IN_EUROPE[0],
        "Amway · United States · steps of the group",
        "Arbonne · United States · generations",
        "Avon · United Kingdom · own recruits only",
    ]
    assert options[-2:] == ["Zinzino · Sweden", FICTIONAL]  # Zinzino's kind of plan is in no source
    assert line(app) == "Narrow the list · 19 of 25 companies"  # 6 of the 25 are historic


def test_by_market_the_chosen_one_stays(open_app: OpenApp) -> None:
    app = narrow(open_app("en", PLAN), MARKET, "150")
    assert company_list(app).options == [*IN_EUROPE, CHOSEN]
    assert company_list(app).value == "scentsy-us"
    assert line(app) == "Narrow the list · 4 of 25 companies · Europe"
    company_list(app).set_value("oriflame-eu")
    run(app)
    assert app.session_state["plan_file"].company == "oriflame-eu"
    assert company_list(app).options == IN_EUROPE  # the one before does not fit and is not chosen any more
    assert company_list(app).value == "oriflame-eu"


def test_by_kind_of_pay_plan(open_app: OpenApp) -> None:
    app = narrow(open_app("en", PLAN), KIND, "unilevel")
    levels = [
        "doTERRA · United States · levels",
        "Eqology · Norway · levels",
        "Monat · United States · terms of 2017 to 2022 · levels",
    ]
    last = "Young Living · United States · terms of 2019 · levels"
    assert company_list(app).options == [*levels, CHOSEN, last]
    show_historic(app)
    assert company_list(app).options == [*levels, CHOSEN, last, HISTORIC_ONES[3]]
    assert line(app) == "Narrow the list · 6 of 25 companies · levels · historic cases too"
    narrow(app, MARKET, "150")
    assert company_list(app).options == [CHOSEN]


def test_historic_cases_stand_at_the_end_with_their_years(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    assert not any("historic" in option for option in company_list(app).options)
    show_historic(app)
    assert company_list(app).options[-7:] == [FICTIONAL, *HISTORIC_ONES]
    assert line(app) == "Narrow the list · 25 of 25 companies · historic cases too"


def test_a_historic_case_that_is_chosen_is_in_the_list(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, PlanFile(company="vemma-us-2015", plan=default_plan()))
    assert company_list(app).value == "vemma-us-2015"
    assert [option for option in company_list(app).options if "historic" in option] == [HISTORIC_ONES[-1]]


def test_the_persons_own_come_first_and_stay(open_app: OpenApp) -> None:
    own = own_copy(COMPANIES["burnlounge-us-2007"], ())
    app = open_app("en", PLAN, PlanFile(company="scentsy-us", plan=default_plan(), own_companies=(own,)))
    mine = "BurnLounge (2007) · United States · your version · historic, 2004 to 2007 · packages"
    assert company_list(app).options[0] == mine
    narrow(app, MARKET, "SE")
    assert company_list(app).options == [mine, *IN_EUROPE, CHOSEN, "Zinzino · Sweden"]
    assert line(app) == "Narrow the list · 6 of 26 companies · Sweden, and all of Europe"


def test_two_of_the_same_name_can_both_be_chosen(open_app: OpenApp) -> None:
    first = own_copy(COMPANIES["scentsy-us"], ())
    second = own_copy(COMPANIES["scentsy-us"], (first.id,)).model_copy(update={"name": first.name})
    app = open_app("en", PLAN, PlanFile(company="amway-us", plan=default_plan(), own_companies=(first, second)))
    options = company_list(app).options
    assert options[1] == f"{options[0]} (2)"
    company_list(app).set_value(second.id)
    run(app)
    assert app.session_state["plan_file"].company == second.id


def test_where_nothing_fits_it_is_said_what_to_change(open_app: OpenApp) -> None:
    app = narrow(narrow(open_app("en", PLAN), MARKET, "GB"), KIND, "packages")
    assert company_list(app).options == [CHOSEN]
    # Packages: BurnLounge alone, historic and in the United States. In the United Kingdom: Forever Living and Avon.
    told = "No company is as you ask. One of these finds some: Any kind."
    assert told in [said(text) for text in app.markdown]
    narrow(app, MARKET, ANY)
    told = "No company is as you ask. One of these finds some: Any kind · Show historic cases."
    assert told in [said(text) for text in app.markdown]
    show_historic(app)
    assert not any("as you ask" in text.value for text in app.markdown)
    assert company_list(app).options == [CHOSEN, HISTORIC_ONES[2]]


def test_markets_are_named_in_the_language_of_the_page(open_app: OpenApp) -> None:
    assert open_app("en", PLAN).selectbox(key=MARKET).options[1:] == [
        "Europe",
        "Norway, and all of Europe",
        "Sweden, and all of Europe",
        "United Kingdom, and all of Europe",
        "United States",
    ]
    app = narrow(open_app("sv", PLAN), MARKET, "150")
    assert app.selectbox(key=MARKET).options[1:][0] == "Europa"
    assert app.selectbox(key=MARKET).options[-1] == "USA"
    assert [option.split(" · ")[:2] for option in company_list(app).options] == [
        ["Amway", "Europa (euro)"],
        ["LR Health & Beauty", "Europa (euro)"],
        ["Oriflame", "Västeuropa (euro)"],
        ["Scentsy", "USA"],
    ]


def test_the_filters_are_the_same_on_every_page_and_in_both_languages(open_app: OpenApp) -> None:
    app = show_historic(narrow(narrow(open_app("en", PLAN), MARKET, "US"), KIND, "generation"))
    american = ["Arbonne", "Herbalife", "Nu Skin", "Scentsy", "Avon"]  # Scentsy is chosen
    for page, name in ((OWN, "own-copied"), (PLAN, "company")):
        run(app.switch_page(page))
        assert [option.split(" · ")[0] for option in company_list(app, name).options] == american, page
        assert app.selectbox(key=MARKET).value == "US"
    app.button_group(key="lang").set_value("sv")
    run(app)
    assert [option.split(" · ")[0] for option in company_list(app).options] == american
    run(app.switch_page(COMPARE))
    ticks = [box for box in app.checkbox if box.key.startswith("choice:compared.")]
    assert [box.label.split(" · ")[0] for box in ticks] == ["Amway", *american]  # Amway is compared at first


def test_a_filter_changes_neither_the_plan_nor_what_is_picked(open_app: OpenApp) -> None:
    app = open_app("en", OWN)
    company_list(app, "own-copied").set_value("young-living-us")
    before = run(app).session_state["plan_file"]
    narrow(app, MARKET, "SE")
    assert company_list(app, "own-copied").value == "young-living-us"
    assert app.session_state["plan_file"] == before
    app.button(key="own-copy").click()
    [own] = run(app).session_state["plan_file"].own_companies
    assert own.version_of == "young-living-us"


def test_on_start_every_company_is_found_by_typing_without_filters(open_app: OpenApp) -> None:
    app = open_app("en", START)
    assert len(company_list(app).options) == len(COMPANIES)
    assert company_list(app).options[-7:] == [FICTIONAL, *HISTORIC_ONES]  # "lula" finds LuLaRoe
    company_list(app).set_value("lularoe-us-2017")
    assert run(app).session_state["plan_file"].company == "lularoe-us-2017"


def test_a_company_picked_from_a_narrowed_list_can_be_taken_back(open_app: OpenApp) -> None:
    app = open_app("en", PLAN, PlanFile(company="amway-eu", plan=Plan(currency="EUR")))
    narrow(app, MARKET, "SE")
    company_list(app).set_value("zinzino-se")
    run(app)
    assert app.session_state["plan_file"].company == "zinzino-se"
    run(app.switch_page(PLAN))
    app.button(key="undo").click()
    run(app)
    assert app.session_state["plan_file"].company == "amway-eu"
    assert company_list(app).value == "amway-eu"
    assert [option.split(" · ")[0] for option in company_list(app).options] == [
        "Amway",
        "LR Health & Beauty",
        "Oriflame",
        "Zinzino",
    ]


def test_it_is_said_where_historic_cases_are_and_where_a_company_that_is_missing_is_added(open_app: OpenApp) -> None:
    app = open_app("en", PLAN)
    told = "Historic cases are not in the list. Show them under “Narrow the list”."
    assert told in [said(text) for text in app.caption]
    labels = [link.proto.label.replace("\\", "") for link in app.get("page_link")]
    assert "Not in the list? Add it yourself" in labels
    show_historic(app)
    assert told not in [said(text) for text in app.caption]
    run(app.switch_page(OWN))
    assert not any("Not in the list" in link.proto.label for link in app.get("page_link"))


def test_a_company_of_all_europe_is_found_by_a_country_of_it_and_not_by_another(open_app: OpenApp) -> None:
    app = narrow(open_app("en", PLAN), MARKET, "GB")
    found = [option.split(" · ")[0] for option in company_list(app).options]
    expected = ["Amway", "Avon", "Forever Living", "LR Health & Beauty", "Oriflame", "Scentsy"]  # Scentsy is chosen
    assert found == expected
    narrow(app, MARKET, "US")
    assert IN_EUROPE[2] not in company_list(app).options


def starts(app: AppTest) -> tuple[str, list[str]]:
    """The plan's start month, and what is said of it."""
    told = [said(each) for each in app.markdown if "Your plan begins in" in said(each)]
    return app.session_state["plan_file"].plan.start_month, told


def test_a_historic_case_opens_on_its_own_years(open_app: OpenApp) -> None:
    """Two years from January 2016 are the last of 2014 to 2017; on a company of today the plan begins as it was."""
    file = PlanFile(company="scentsy-us", plan=Plan())
    app = show_historic(open_app("en", PLAN, file))
    company_list(app).set_value("lularoe-us-2017")
    words = (
        "Your plan begins in January 2016 now, and not in January 2027: the terms of LuLaRoe (2017) are those of 2014 "
        "to 2017."
    )
    assert starts(run(app)) == ("2016-01", [words])
    company_list(app).set_value("scentsy-us")
    assert starts(run(app)) == ("2027-01", ["Your plan begins in January 2027 again, and not in January 2016."])
    app.button(key="undo").click()
    assert starts(run(app)) == ("2016-01", [])
    app.button(key="undo").click()
    assert starts(run(app)) == ("2027-01", [])
    assert app.session_state["plan_file"] == file
    company_list(app).set_value("lularoe-us-2017")
    run(app).button(key="start-back").click()
    assert starts(run(app)) == ("2027-01", [])
