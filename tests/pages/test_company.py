"""The company's page: what it says of a company, figure by figure as the file has it, and what is done from there."""

from collections.abc import Callable
from html import escape, unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.company.answer import cost, terms_of
from pages.parts.company.terms import JOINING, joining_table
from pages.parts.company.unknown import unknown
from planner.analysis.company.coverage import coverage_of
from planner.analysis.company.facts import TITLES
from planner.analysis.company.standing_order import standing_order_in_words
from planner.inputs.cited.figure import Figure, NotFound
from planner.inputs.cited.records import records_of
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company, entry_at
from planner.inputs.own_company.new import Answers, new_company
from planner.inputs.own_company.own_company import own_copy, with_figure
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile
from planner.inputs.unsourced import missing_levels
from planner.speech import Speech
from tests.levels_without_rates import levels_without_rates
from tests.pages.conftest import OpenApp, run, said
from tests.pages.opening import SPACE, chart_columns

PAGE = "pages/company.py"
COMPANIES = load_catalog().companies

TEXTS = ("markdown", "html")
MISSING = "What was looked for and not found"
Read = Callable[..., AppTest]


@pytest.fixture
def read(open_app: OpenApp) -> Read:
    """Opens the page on a company by its address."""

    def open_it(company_id: str, language: str = "en", file: PlanFile | None = None) -> AppTest:
        return open_app(language, PAGE, file, address={"company": company_id})

    return open_it


def answer(app: AppTest) -> str:
    """The answer and the points under it, as one text."""
    points = said(app.markdown[1]).removeprefix("- ").split("\n- ")
    return " ".join([said(app.markdown[0]), *points]).replace(SPACE, " ")


def words(app: AppTest) -> str:
    """Everything on the page, the program's own HTML among it."""
    texts = [
        *map(said, [*app.markdown, *app.caption, *app.header, *app.warning]),
        *(str(each.value) for each in app.html),
    ]
    return "\n".join(texts).replace(SPACE, " ")


def in_order(app: AppTest) -> str:
    """The same in the order of the page, as far as it is no caption and no header."""
    texts = (said(each) if each.type == "markdown" else str(each.value) for each in app.main if each.type in TEXTS)
    return "\n".join(texts).replace(SPACE, " ")


def table(app: AppTest, caption: str) -> str:
    """The one table, or list of words, with this caption."""
    [found] = [str(each.value) for each in app.html if f"<caption>{caption}" in str(each.value)]
    return found.replace(SPACE, " ")


def row(app: AppTest, caption: str, title: str) -> str:
    """What stands in the line of this title, from its heading on to the end of the line."""
    _before, _found, after = table(app, caption).partition(f">{title}</th>")
    return after.partition("</tr>")[0]


def click(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def file_of(app: AppTest) -> PlanFile:
    file: PlanFile = app.session_state["plan_file"]
    return file


def changed(company: Company, path: str, value: Any) -> Company:
    own, faults = with_figure(own_copy(company, ()), path, value, "", 2026)
    assert own is not None, faults
    return own


# --- the answer ------------------------------------------------------------------------------------------------------

ANSWERS = {
    "herbalife-us": (
        "Herbalife · United States · terms of 2015. By the terms of 2015 joining cost at least 60.70 USD. Of every 100 "
        "at shop price you keep 25, which is assumed, since no source gives it. Of 100 counted (all distributors, "
        "United States, 2016, not said whether before or after their expenses), 86 were paid nothing by the company."
    ),
    "oriflame-eu": (
        "Oriflame · Western Europe (euro) · terms of 2018. Not disclosed: what it costs to join and what members "
        "were paid. Of every 100 at shop price you keep 20 (2018)."
    ),
    "burnlounge-us-2007": (
        "BurnLounge · United States · historic, 2004 to 2007. By the terms of 2004 to 2007 joining cost at least "
        "29.95 USD, the first year at least 113.35 USD. Of every 100 at shop price you keep 5.05. Of 100 counted "
        "(Moguls: those with a package and "
        "the monthly fee, United States, 2004 to 2007, after their expenses), 93.84 are in the group “never recovered "
        "what they had paid”."
    ),
    "zinzino-se": (
        "Zinzino · Sweden. Signing up costs nothing by itself (undated). Of every 100 at shop price you keep 25, which "
        "is assumed, since no source gives it. Not disclosed: what the first year adds and what members were paid."
    ),
    "amway-eu": (
        "Amway · Europe (euro). Not disclosed: what it costs to join; 14 figures in all. 1 figure rests on a weak "
        "source. Of every 100 at shop price you keep 16.67 "
        "(undated). How many members were paid how much is on record only in parts."
    ),
    "scentsy-us": (
        "Scentsy · United States. By the terms of 2020 joining cost at least 99 USD, the first year at least 234 USD "
        "(weak "
        "source). Of every 100 at shop price you keep 20 at first (2023). To be paid on a team you need 500 points of "
        "your own each month, sales of 500 USD at shop price (2023). How many points goods give is assumed. "
        "Of 100 counted (all consultants of the "
        "year, most for part of "
        "it, United States, 2020, before their expenses), 72.58 are in the group “joined or left during the year”. In "
        "the group “joined or left during the year” half received at most 203 USD a year. In the group “there all "
        "year” "
        "half received at most 869 USD a year."
    ),
    "doterra-us": (
        # Goods of 100 at shop price give 75 points, as assumed, and cost 75: twelve orders of 100 points are 1,200.
        "doTERRA · United States. By the terms of 2023 joining cost 35 USD, the first year at least 1,235 USD (weak "
        "source). Of that, "
        "1,200 USD is the standing order of 100 points a month, which part of the pay asks for. How many points goods "
        "give is assumed."
    ),
    "mary-kay-us": (
        "Mary Kay · United States · terms of 2009 to 2020. By the terms of 2020 joining cost 100 USD (weak source), "
        "the "
        "first year at least 125 USD (2009 to 2020, weak source)."
    ),
    "forever-gb": (
        "Forever Living · United Kingdom · terms of 2019. By the terms of 2019 joining cost at least 318 GBP, all of "
        "it goods you must buy before a bonus is paid. Of every"
    ),
    "example-company": (
        "Exemplum · fictional. Joining costs 199 USD, of which 150 USD are "
        "goods you must buy, the first year 299 USD. Of every 100 at "
        "shop price you keep 25 at first. To be paid on a team you need 60 points of your own each month, goods for 75 "
        "USD at first. How many members were paid how much is on record only in parts."
    ),
}


@pytest.mark.parametrize("company_id", ANSWERS)
def test_the_answer_says_joining_margin_pay_and_what_is_unknown(read: Read, company_id: str) -> None:
    said_first = answer(read(company_id))
    assert said_first.startswith(ANSWERS[company_id])
    missing, app = coverage_of(COMPANIES[company_id]).not_disclosed, read(company_id)
    counted = any(label.startswith("Looked for and not found") for label in chart_columns(app, 0)["label"])
    in_words = f"{missing} figures in all" in said_first or f"{missing} figures are not disclosed" in said_first
    assert counted + in_words == bool(missing)


def test_ones_own_version_says_so_and_has_its_own_figures(read: Read) -> None:
    """A kit of 62.50 instead of 99, and 15 a month in nine of twelve months: 62.50 + 135."""
    own = changed(COMPANIES["scentsy-us"], "joining.starter_kit_fee", 62.5)
    app = read(own.id, file=PlanFile(company="scentsy-us", plan=default_plan("USD"), own_companies=(own,)))
    assert answer(app).startswith(
        "Scentsy · United States · your version. Joining costs at least 62.50 USD, the first year at least 197.50 USD "
        "(weak source)."
    )
    assert "62.50 USD (yours)" in row(app, "What the company charges and asks for", "Starter kit")
    app = click(app, f"company-change:{own.id}")
    assert said(app.title[0]) == "What does my own contract say?"


def test_an_answer_of_ones_own_is_counted(read: Read) -> None:
    plan = default_plan("USD").model_copy(update={"company_answers": {"herbalife-us": {"wholesale_share": 0.8}}})
    app = read("herbalife-us", file=PlanFile(company="scentsy-us", plan=plan))
    assert "Of every 100 at shop price you keep 20, as you answered." in answer(app)
    assert "you keep 20, as you answered." in words(app)


def test_an_answer_about_a_level_stands_among_the_levels_and_in_the_title(read: Read) -> None:
    """Of six questions two are answered, one of them a level's."""
    own, answers = levels_without_rates(), {"wholesale_share": 0.8, "level_2": 0.04}
    plan = default_plan("USD").model_copy(update={"company_answers": {own.id: answers}})
    app = read(own.id, file=PlanFile(company="scentsy-us", plan=plan, own_companies=(own,)))
    assert "level 1: not disclosed, level 2: 4% (your answer), level 3: not disclosed." in words(app)
    [title] = [said_label(each) for each in app.expander if said_label(each).endswith(" answered")]
    assert title == "What you have not stated: 2 assumed, 2 left empty, 2 answered"


def test_what_pay_on_a_team_asks_for_each_month_is_said_in_money(read: Read) -> None:
    """Four case credits at 159 are 636, and high ranks ask for more; wholesale dollars are points; what is sold where
    points arise on sales.
    """
    for company_id, needed in {
        "forever-gb": (
            "you need at least 4 points of your own each month, goods for 636 GBP at first (2019). Some of the pay "
            "asks for more."
        ),
        "mary-kay-us": (
            "you need 225 points of your own in a month, which count for the two after it too, goods for 225 USD at "
            "first (2014)."
        ),
        "scentsy-us": "you need 500 points of your own each month, sales of 500 USD at shop price (2023).",
    }.items():
        assert f"To be paid on a team {needed}" in answer(read(company_id))
    for company_id in ("doterra-us", "vemma-us-2015", "zinzino-se"):  # a standing order, which is told; nothing known
        assert "To be paid on a team" not in answer(read(company_id))


@pytest.mark.parametrize(("value", "unit"), [(60, "money_a_month"), (100, "points_a_month")])
def test_a_standing_order_is_in_the_first_year_or_named_beside_it(read: Read, value: float, unit: str) -> None:
    """62.50 + 9 x 15 + 12 x 60 = 917.50; 100 points are goods of 100, for 80: 197.50 + 12 x 80 = 1,157.50."""
    tables = changed(COMPANIES["scentsy-us"], "joining.starter_kit_fee", 62.5).model_dump(mode="json")
    cited = {"kind": "yours", "source": "yours", "grade": "yours", "year": 2026}
    tables["activity"]["standing_order"] = {"value": value, "unit": unit, **cited}
    own = Company.model_validate(tables)
    app = read(own.id, file=PlanFile(company="scentsy-us", plan=default_plan("USD"), own_companies=(own,)))
    if unit == "money_a_month":
        assert "the first year at least 917.50 USD (weak source)." in answer(app)
        assert "Of that, 720 USD is the standing order of 60 USD a month, which pay asks for." in answer(app)
    else:
        assert "the first year at least 1,157.50 USD (weak source)." in answer(app)
        assert "Of that, 960 USD is the standing order of 100 points a month, which pay asks for." in answer(app)
    assert "The first year, before renewal, at least" in words(app)


@pytest.mark.parametrize(
    ("from_month", "said_of_it"),
    [
        # 62.50 + 9 x 15 = 197.50, and ten of twelve orders of 60; none where the first comes after the year.
        (
            3,
            "at least 797.50 USD (weak source). Of that, 600 USD is the standing order of 60 USD a month from month 3, "
            "which pay asks for.",
        ),
        (
            13,
            "at least 197.50 USD (weak source). After it a standing order is asked for, 60 USD a month from month 13.",
        ),
    ],
)
def test_the_first_year_holds_a_standing_order_from_its_month_on(from_month: int, said_of_it: str) -> None:
    company = changed(COMPANIES["scentsy-us"], "joining.starter_kit_fee", 62.5)
    for path, value in (("activity.standing_order", 60), ("activity.standing_order_from", from_month)):
        stated, faults = with_figure(company, path, value, "", 2026)
        assert stated is not None, faults
        company = stated
    speech = Speech.of("en", default_plan("USD"))
    assert said_of_it in cost(company, terms_of(company, {}), speech).replace(SPACE, " ")
    rows = {row.title: row.cells for row in joining_table(company, terms_of(company, {}), speech).rows}
    assert rows["First month of the standing order"] == (f"month {from_month} (yours)",)
    in_a_plan = standing_order_in_words(company, terms_of(company, {}), speech).replace(SPACE, " ")
    assert f"asks for a standing order of 60 USD a month from month {from_month}, 60 USD a month at first" in in_a_plan


def test_an_order_in_points_that_goods_do_not_give_is_named_beside_the_first_year(read: Read) -> None:
    """Of BurnLounge's goods no points are known: 29.95 for a package and twelve months at 6.95."""
    tables = own_copy(COMPANIES["burnlounge-us-2007"], ()).model_dump(mode="json")
    cited = {"kind": "yours", "source": "yours", "grade": "yours", "year": 2026}
    tables["activity"]["standing_order"] = {"value": 100, "unit": "points_a_month", **cited}
    tables["sources"]["yours"] = {"title": "Mine"}
    own = Company.model_validate(tables)
    app = read(own.id, file=PlanFile(company="scentsy-us", plan=default_plan("USD"), own_companies=(own,)))
    assert "at least 113.35 USD without the standing order of 100 points a month." in answer(app)
    assert "The first year, before renewal and without the standing order, at least" in words(app)


def test_of_a_company_of_ones_own_nothing_was_looked_for(read: Read) -> None:
    own, _faults = new_company(Answers("Mine", "USD", 0.7, 40), 2026, ())
    assert own is not None
    app = read(own.id, file=PlanFile(company="scentsy-us", plan=default_plan("USD"), own_companies=(own,)))
    said_here = words(app) + " ".join(said_label(each) for each in app.expander)
    for phrase in ("not disclosed", "ooked for", "did not find", "no source", "Nothing is on file"):
        assert phrase not in said_here.replace("\N{NO-BREAK SPACE}", " ")
    assert answer(app).endswith("You have not stated what the first year adds and what members were paid.")
    assert f"Not stated by you: {coverage_of(own).not_disclosed}" in chart_columns(app, 0)["label"]
    assert "Yearly fee" not in table(app, "What the company charges and asks for")
    [unstated] = [said(each) for each in app.markdown if said(each).startswith("Not stated by you: ")]
    assert "Yearly fee" in unstated


def test_weak_sources_are_counted_where_nothing_is_undisclosed() -> None:
    fee = COMPANIES["scentsy-us"].joining.website_fee
    company = COMPANIES["example-company"]
    joining = company.joining.model_copy(update={"website_fee": fee})
    sources = company.sources | COMPANIES["scentsy-us"].sources
    changes = {"joining": joining, "sources": sources, "status": "active"}
    assert coverage_of(company).not_disclosed == 0
    own = company.model_copy(update=changes)
    told = unknown(own, terms_of(own, {}), Speech.of("en", default_plan("USD")))
    assert told == "1 figure rests on a weak source."


# --- the sections ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("company_id", COMPANIES)
def test_every_company_is_shown_with_nothing_left_out(read: Read, company_id: str) -> None:
    app, company = read(company_id, "sv"), COMPANIES[company_id]
    everything = words(app).replace("\N{NON-BREAKING HYPHEN}", "-")
    texts = [each.text for each in company.enforcement] + [each.text for each in company.retention]
    for text in [each.sv for each in texts + [each.text for each in company.components]]:
        assert text in everything or text.replace("'", "&#x27;").replace('"', "&quot;") in everything
    assert len(app.get("vega_lite_chart")) == 1


@pytest.mark.parametrize("company_id", COMPANIES)
def test_what_is_not_disclosed_stands_in_one_list_and_in_no_table_of_terms(read: Read, company_id: str) -> None:
    app = read(company_id)
    listed = fold(app, MISSING) if coverage_of(COMPANIES[company_id]).not_disclosed else ""
    for caption in ("What the company charges and asks for", "What happens when you stop", "Discounts and margins"):
        for each in app.html:
            assert f"<caption>{caption}" not in str(each.value) or "not disclosed" not in str(each.value)
    for path in JOINING:
        if isinstance(entry_at(COMPANIES[company_id], path), NotFound):
            assert f"<dt>{TITLES[path]}</dt>" in listed


def test_what_nothing_is_said_of_is_no_figure_with_its_source(read: Read) -> None:
    """Young Living's file says nothing of who pays the freight of returned goods, nor of anything else of leaving."""
    app = read("young-living-us")
    [leaving] = [each for each in app.expander if said_label(each).startswith("How to get out")]
    assert not [said_label(each) for each in leaving.expander]
    assert "Nor does anything say: Freight for returned goods." in words(app)


def test_each_fold_says_what_is_in_it(read: Read) -> None:
    """Of Herbalife's file: a pack of 60.70, four records, 13 single figures; three who tell of how many stay."""
    folds = [said_label(each).replace(SPACE, " ") for each in read("herbalife-us").expander]
    for title in (
        "What it costs to join and stay: at least 60.70 USD in the first year",
        "What you earn on a sale: 25 of every 100 at shop price",
        "How the pay works: generations, 2 of 5 parts computed",
        "How to get out: 100 of every 100 back within 12 months",
        "What members were paid: 4 records, 13 single figures",
        "Who stays: 3 figures",
        "What authorities and courts did: 11 entries",
        MISSING,
    ):
        assert folds.count(title) == 1, title
    nothing = [said_label(each) for each in read("oriflame-eu").expander]
    assert "What it costs to join and stay" in nothing
    assert not [title for title in nothing if title.startswith(("What members were paid", "Who stays"))]


def test_where_nobody_published_what_members_were_paid_the_picture_is_of_what_staying_in_costs(read: Read) -> None:
    """Goods for 150 and a kit of 49; two months free, then 10 a month. Vemma's start is not disclosed."""
    app = read("example-company")
    drawn = chart_columns(app, 0)
    assert drawn["length"] == [199, 0, 10]
    assert [label.replace(SPACE, " ") for label in drawn["label"]] == [
        "At the start: 199 USD",
        "Months 1 to 2: 0 USD a month",
        "Months 3 to 12: 10 USD a month",
    ]
    assert "What is not disclosed is not in it" not in words(app)
    vemma = read("vemma-us-2015")
    assert [label.replace(SPACE, " ") for label in chart_columns(vemma, 0)["label"]] == [
        "Months 1 to 12: 60 USD a month"
    ]
    assert "What is not disclosed is not in it." in words(vemma)
    # Forever asks for goods at the start, and of what staying in costs nothing is known.
    known = coverage_of(COMPANIES["forever-gb"])
    assert chart_columns(read("forever-gb"), 0)["length"] == [
        count for count in (known.sourced - known.weak, known.weak, known.asked, known.not_disclosed) if count
    ]


def test_what_joining_costs_stands_as_published(read: Read) -> None:
    app, caption = read("burnlounge-us-2007"), "What the company charges and asks for"
    for title, amount in (
        ("Starter kit", "29.95 USD"),
        ("Monthly website fee", "6.95 USD a month"),
        ("Yearly fee", "29.95 USD a year, first counted in month 13"),
        ("The first year, before renewal, at least", "113.35 USD"),
    ):
        assert f">{amount}</td>" in row(app, caption, title)
    assert "The first year, before renewal" not in table(
        read("zinzino-se"), caption
    )  # signing up is free, and nothing else is known


def test_margins_are_turned_into_the_shop_price_with_their_base(read: Read) -> None:
    """Of 20 % on top of what you pay, 0.2 / 1.2 = 16.67 % of the shop price is kept."""
    amway = words(read("amway-eu"))
    assert "20% on top of what you pay" in amway
    assert "Kept of every 100 at shop price: 16.67" in amway
    assert amway.count("30% of the value that pay is counted on") == 1


def test_a_margin_is_told_once_with_its_source_in_the_open_where_there_are_few(read: Read) -> None:
    for company_id, few in (("herbalife-us", True), ("avon-us-2015", False)):
        app, margins = read(company_id), COMPANIES[company_id].margins
        everything = "".join(str(each.value) for each in (*app.html, *app.markdown))
        assert all(everything.count(f"<dt>{escape(each.text.en)}</dt>") == 1 for each in margins)
        assert (f"{len(margins)} discounts and margins are on record" in everything) != few


def test_a_weak_source_is_named_where_the_figure_stands(read: Read) -> None:
    app = read("doterra-us")
    assert "Of every 100 at shop price you keep 25 (undated, weak source)." in answer(app)
    caption = "What the company charges and asks for"
    assert "100 points a month (undated, weak source)" in row(app, caption, "Standing order a month")
    assert "weak" not in row(app, caption, "Starter kit")
    levels = words(read("lularoe-us-2017")).partition("**Pay by level** (weak source)")[2]
    assert "level 1: 5%" in levels


def test_parts_of_the_pay_stand_by_whether_they_are_computed(read: Read) -> None:
    parts = in_order(read("herbalife-us"))
    order = [
        parts.index(text)
        for text in (
            "Parts of the pay: Computed here",
            "Scale of the royalty",
            "Parts of the pay: Computed here with a figure of yours",
            "Royalty on three levels",
            "Parts of the pay: Not computed here",
            "Difference between discounts",
            "Production bonus",
        )
    ]
    assert order == sorted(order)


def test_what_returned_goods_bring(read: Read) -> None:
    app = read("herbalife-us")
    assert "Of every 100 that returned goods cost you, the company pays back 100, within 12 months (undated)." in words(
        app
    )
    assert "the company, both ways" in row(app, "What happens when you stop", "Freight for returned goods")
    assert "In a plan nothing is counted for goods that you give back." in words(read("oriflame-eu"))
    assert "From April to 12 September 2017: 100 %, however long ago" in words(read("lularoe-us-2017"))


def test_the_disclosure_of_a_year_is_drawn_with_its_base_over_it(read: Read) -> None:
    app = read("herbalife-us")
    assert "Counted: all distributors · United States · 2016 · " in words(app)
    assert chart_columns(app, 0)["length"] == pytest.approx([86, 14])
    app.selectbox(key="company-record:herbalife-us").set_value(2)
    app = run(app)
    assert "Counted: all distributors · United States · 2012 · before their expenses" in words(app)
    assert chart_columns(app, 0)["label"] == ["88 of 100: nothing from the company", "12 of 100: something"]
    [alternative] = [said(each) for each in app.caption if "Of 100 counted" in said(each)]
    assert alternative == "Of 100 counted: 88 “nothing from the company”, 12 “something”."
    figures = table(app, "Payments from the company, United States, 2012")
    assert "434,125" in figures


def test_a_share_that_is_not_disclosed_has_no_bar(read: Read) -> None:
    app = read("arbonne-us")
    columns = chart_columns(app, 0)
    assert columns["length"] == [66, None, None, None, 1]
    assert columns["label"][1] == "–: rank District Manager"
    assert "Where a dash stands, the share is not disclosed." in words(app)
    assert "The groups do not hold everybody who was counted." in words(app)


def test_where_no_disclosure_was_found_its_words_say_so(read: Read) -> None:
    app = read("oriflame-eu")
    assert chart_columns(app, 0)["label"][-1].startswith("Looked for and not found: ")
    for topic in ("income", "retention"):
        assert COMPANIES["oriflame-eu"].searched[topic].not_found.en in fold(app, MISSING)
    assert COMPANIES["oriflame-eu"].searched["enforcement"].not_found.en in words(app)
    assert COMPANIES["mary-kay-us"].searched["income"].not_found.en in words(read("mary-kay-us"))


@pytest.mark.parametrize(("language", "date"), [("en", "15 July 2016"), ("sv", "15 juli 2016")])
def test_authorities_stand_by_outcome_with_the_date_in_words(read: Read, language: str, date: str) -> None:
    found = next(str(each.value) for each in read("herbalife-us", language).html if f"<dt>{date} · " in str(each.value))
    assert ("200 million dollars" if language == "en" else "200 miljoner dollar") in found.replace(SPACE, " ")
    assert "200,000,000" not in found.replace(SPACE, ",")  # once


def test_a_finding_comes_before_an_accusation_and_the_newest_first(read: Read) -> None:
    found = in_order(read("burnlounge-us-2007"))
    parts = (
        "A finding of a court or an authority",
        "<dt>2 June 2014",
        "<dt>29 February 2012",
        "An accusation",
        "<dt>9 December 2008",
        "<dt>2007",
        "What followed",
        "<dt>June 2015",
        "<dt>2012",
    )
    order = [found.index(part) for part in parts]
    assert order == sorted(order)
    assert found.count("16,245,799") == 1
    assert "Amount: 540,000 USD" in words(read("nu-skin-us"))  # of 524,000 and 16,000, which its sentence does not say


@pytest.mark.parametrize("company_id", ["herbalife-us", "zinzino-se"])
def test_everything_that_was_not_found_is_listed_with_its_words(read: Read, company_id: str) -> None:
    """What was searched of authorities stands with what they did."""
    app, company = read(company_id), COMPANIES[company_id]
    facts = fold(app, MISSING)
    assert facts.count('class="unknown"') == coverage_of(company).not_disclosed
    for topic, entry in company.searched.items():
        assert (entry.not_found.en in facts) == (topic != "enforcement")
        assert entry.not_found.en in words(app)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_statement_of_a_file_stands_once_on_its_page(read: Read, language: str) -> None:
    for company_id in ("young-living-us", "zinzino-se", "herbalife-us", "forever-gb", "lularoe-us-2017"):
        company, everything = COMPANIES[company_id], unescape(words(read(company_id, language)))
        told = [*company.enforcement, *company.retention, *company.disclosures, *company.components, *company.limits]
        texts = [getattr(each.text, language) for each in told]
        texts += [
            getattr(each.not_found, language) for _place, each in records_of(company) if isinstance(each, NotFound)
        ]
        for text in texts:
            assert everything.count(text) == texts.count(text), (company_id, text)
        assert answer(read(company_id, language)).count("ot disclosed") <= 1


def test_what_is_missing_is_called_more_where_something_is_on_file(read: Read) -> None:
    """Herbalife's file tells of how many stay, and lacks the parts of the last years."""
    assert "<dt>More on how many stay</dt>" in fold(read("herbalife-us"), MISSING)
    assert "<dt>How many stay</dt>" in fold(read("oriflame-eu"), MISSING)


def test_freight_has_the_source_of_what_is_paid_back(read: Read) -> None:
    app, company = read("herbalife-us"), COMPANIES["herbalife-us"]
    assert isinstance(company.buy_back.share, Figure)
    label = f'Source of the share paid back: <a href="{company.sources[company.buy_back.share.source].address}"'
    assert any(label in str(each.value) for each in app.html)


def fold(app: AppTest, title: str) -> str:
    """The program's own HTML in the fold whose title begins so."""
    [found] = [each for each in app.expander if said_label(each).startswith(title)]
    [html] = [str(each.value) for each in found.get("html")]
    return html


def said_label(expander: Any) -> str:
    return str(expander.label).replace("\\", "")


# --- the address and the buttons -------------------------------------------------------------------------------------


def test_the_one_that_is_chosen_stands_in_the_address_and_is_kept(read: Read) -> None:
    app = read("herbalife-us")
    [picker] = [each for each in app.selectbox if each.key and each.key.startswith("choice:company-read@")]
    picker.set_value("oriflame-eu")
    app = run(app)
    assert answer(app).startswith("Oriflame")
    assert app.query_params["company"] in ("oriflame-eu", ["oriflame-eu"])
    app = run(app.switch_page("pages/plan.py"))
    del app.query_params["company"]
    assert answer(run(app.switch_page(PAGE))).startswith("Oriflame")


def test_without_an_address_it_is_the_company_of_the_plan(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, PlanFile(company="amway-eu", plan=Plan(currency="EUR")))
    assert answer(app).startswith("Amway · Europe (euro).")
    assert "company" not in app.query_params  # the kept draft may come later, with another company


def test_without_an_address_it_follows_a_draft_that_comes_later(open_app: OpenApp) -> None:
    app = open_app("en", PAGE, PlanFile(company="scentsy-us", plan=default_plan("USD")))
    app.session_state["plan_file"] = PlanFile(company="young-living-us", plan=default_plan("USD"))
    assert answer(run(app)).startswith("Young Living · United States · terms of 2019.")
    assert "company" not in app.query_params


def test_an_address_that_names_no_company_says_so(read: Read) -> None:
    app = read("no-such-company")
    [warning] = [said(each) for each in app.warning]
    assert warning == "There is no company called no-such-company in the list. Shown is Scentsy."
    assert app.query_params["company"] in ("no-such-company", ["no-such-company"])


def test_the_plan_is_laid_on_it(read: Read) -> None:
    app = click(read("herbalife-us"), "company-lay:herbalife-us")
    assert file_of(app).company == "herbalife-us"
    assert app.button(key="company-lay:herbalife-us").disabled
    assert answer(app).startswith("Herbalife")


def test_a_copy_is_made_and_opened(read: Read) -> None:
    app = click(read("oriflame-eu"), "company-copy:oriflame-eu")
    assert file_of(app).own_companies == (own_copy(COMPANIES["oriflame-eu"], ()),)
    assert said(app.title[0]) == "What does my own contract say?"


def test_a_rate_that_nobody_published_is_filled_in_here(read: Read) -> None:
    own = levels_without_rates()
    app = read(own.id, file=PlanFile(plan=default_plan("USD"), own_companies=(own,)))
    [first] = [each for each in app.text_input if each.key and f"{own.id}.level_1@" in each.key]
    first.set_value("5")
    app = run(app)
    assert file_of(app).plan.company_answers == {own.id: {"level_1": 0.05}}


def test_once_team_pay_is_stated_nothing_says_that_it_is_not_computed(read: Read) -> None:
    """Zinzino with 10 % on one level of one's own, as a plan laid on it computes."""
    own = changed(COMPANIES["zinzino-se"], "pay.unilevel", (0.1,))
    app = read(own.id, file=PlanFile(company=own.id, plan=default_plan("SEK"), own_companies=(own,)))
    shown = words(app) + "".join(str(each.value) for each in app.html)
    assert "As the company published it; what is computed is what you stated" in shown
    for gone in ("Not computed here", "No pay on a team is computed", "is not computed here", "no pay for a team"):
        assert gone not in shown, gone
    assert "Not computed here" in words(read("zinzino-se"))


def test_an_answered_rate_is_not_asked_for_once_more(read: Read) -> None:
    own = levels_without_rates()
    answers = dict.fromkeys(missing_levels(own), 0.04)
    plan = default_plan("USD").model_copy(update={"company_answers": {own.id: answers}})
    file = PlanFile(company=own.id, plan=plan, own_companies=(own,))
    parts = words(read(own.id, file=file))
    assert "Computed here with a figure of yours" in parts
    assert "Computed here once you state" not in parts
    assert "counted as nothing until you fill it in" not in parts
