"""One page to take home: what stands on it, that it is one page whatever the plan, and nothing in it is markup."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from planner.analysis.answer.odds_in_words import headline
from planner.analysis.answer.over_runs import four_figures
from planner.analysis.case import Case
from planner.analysis.chance.odds import of_100
from planner.analysis.chance.sensitivity import sensitivity
from planner.analysis.chance.tried import Tried
from planner.analysis.together.who_said import NO_ASSUMPTIONS
from planner.export.paper.content import MOST_NOTES, Paper, in_the_plan, paper
from planner.export.paper.html import as_html
from planner.export.paper.pdf import as_pdf, set_page
from planner.export.paper.pictures import HEIGHT, apart, ticks
from planner.inputs.company.catalog import load_catalog
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.path import parse
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.plan_file import PlanFile
from planner.inputs.together.ledger import Said
from planner.inputs.together.notes import Note, Remark
from planner.inputs.together.talk import Mentor, Talk
from planner.language import Language
from planner.speech import Speech
from tests.plans import small_seller
from tests.workbook.plans import PLANS

DAY = date(2026, 11, 29)
COMPANY = load_catalog().companies["scentsy-us"]
MARKUP = '<b>#strong[x] $ & "\\'
SAID = {parse("customers.new_a_month"): Said(owner="recruiter", day=date(2026, 11, 2), note="on the phone", check=True)}


def tried_of(**groups: Any) -> Tried:
    return Tried.of(Case.of(small_seller(**groups), COMPANY), 200)


TRIED = tried_of(name="Anna's plan", chance={"most_to_lose": 500.0, "review_month": 6})
MATTERS = sensitivity(TRIED.case, load_ranges(), 60)


def page_of(tried: Tried, language: Language = "en", *, matters: bool = True, code: str = "", **more: Any) -> Paper:
    file = PlanFile(company=COMPANY.id, plan=tried.case.plan, **more)
    return paper(
        tried.case.plan.name, file, tried, MATTERS if matters else None, Speech.of(language, tried.case.plan), DAY, code
    )


def test_it_says_what_the_program_says() -> None:
    page = page_of(TRIED)
    speech = Speech.of("en", TRIED.case.plan)
    assert page.title == "Anna's plan"
    assert page.whose == "Scentsy · United States · terms of 2020-2023 · before tax · 24 months · USD"
    assert page.headline == headline(TRIED, speech)
    assert [each.figure for each in page.figures] == [
        each.figure for each in four_figures(TRIED.case, TRIED.odds, None, speech)
    ]
    facts = dict(page.facts)
    assert (
        facts["When to stop"]
        .replace("\u00a0", " ")
        .startswith("When more than 500 USD is lost. After 6 months, if the last three of them cost money together.")
    )
    assert "Yearly fee" in facts["Not disclosed (costs count as nothing)"]
    assert facts["Your mentor's stake"].startswith("If this plan came true, whoever recruited you would be paid ")
    assert page.foot.startswith("A computation from what was entered, and no promise of earnings.")


@pytest.mark.parametrize(
    ("company", "language", "begins"),
    [
        ("young-living-us", "en", "Young Living · United States · terms of 2019 · before tax"),
        ("young-living-us", "sv", "Young Living · USA · villkor från 2019 · före skatt"),
        ("lularoe-us-2017", "en", "LuLaRoe · United States · historic, 2014 to 2017 · before tax"),
        ("amway-eu", "en", "Amway · Europe (euro) · undated terms, read in 2026 · before tax"),
        ("amway-eu", "sv", "Amway · Europa (euro) · villkor utan årtal, lästa 2026 · före skatt"),
        ("usana-us", "sv", "USANA · USA · villkor från 2016-2026 · före skatt"),
    ],
)
def test_the_years_of_the_terms_are_said_once_and_in_its_language(
    company: str, language: Language, begins: str
) -> None:
    plan = small_seller(horizon_months=3, exchange_rates={"EUR": 1.1})
    tried = Tried.of(Case.of(plan, load_catalog().companies[company]), 60)
    assert page_of(tried, language, matters=False).whose.startswith(begins)


def test_pay_in_kind_is_on_it_as_taken_for_certain() -> None:
    trip = {"name": "Trip", "value": 2000}
    facts = dict(page_of(tried_of(horizon_months=6, pay_in_kind=[trip]), matters=False).facts)
    assert (
        facts["Beside money"].replace("\u00a0", " ").startswith("What you get in kind, 2,000 USD in all, is taken as")
    )
    assert "Beside money" not in dict(page_of(TRIED).facts)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_whatever_a_plan_states_has_words(language: Language) -> None:
    """A list, a choice, rules of tax, twelve seasons: none of it is one figure, and none of it keeps the page away."""
    lively = PLANS["levels, price steps, a yearly fee"][0].model_dump()
    lively["customers"]["products"] = [{"name": "Oil", "retail_price": 20}, {"name": "Soap", "retail_price": 5}]
    plan = Plan.model_validate(lively)
    said = {path: in_the_plan(plan, path, Speech.of(language, plan)) for path in INPUTS if path not in NO_ASSUMPTIONS}
    assert said[("pay_in_kind",)] in ("Credit, Bag and Trip", "Credit, Bag och Trip")
    assert said[("customers", "products")] in ("Oil and Soap", "Oil och Soap")
    assert said[("tax", "rules")] in (
        "United States, self-employment tax, 2026",
        "USA, egenföretagarskatt (self-employment tax), 2026",
    )
    assert said[("customers", "seasons")].count(" · ") == 11
    assert said[("tax", "activity")] == Speech.of(language, plan).text("A business")


def test_figures_before_costs_that_are_not_disclosed_say_so() -> None:
    assert any("before costs not disclosed" in each.qualifier for each in page_of(TRIED).figures)


@pytest.mark.parametrize(("company", "words"), [("example-company", "fictional"), ("lularoe-us-2017", "historic, ")])
def test_a_company_that_nobody_can_join_says_what_it_is(company: str, words: str) -> None:
    tried = Tried.of(Case.of(small_seller(horizon_months=3), load_catalog().companies[company]), 60)
    assert words in page_of(tried, matters=False).whose


def test_the_ten_inputs_on_which_most_hangs_stand_with_who_said_so() -> None:
    page = page_of(TRIED, ledger=SAID)
    assert len(page.inputs) == min(len(MATTERS.bars), 10)
    rows = {row[0]: row[1:] for row in page.inputs}
    figure, owner, effect = rows["New customers a month"]
    assert figure == "0.5"
    assert owner == "the recruiter, 2 November 2026: “on the phone”; to be checked"
    bar = next(bar for bar in MATTERS.bars if bar.path == ("customers", "new_a_month"))
    low, high = re.findall(r": ([^·]+)", effect)
    for said, end in ((low, bar.low), (high, bar.high)):
        least, most = of_100(end.lose, end.runs)
        assert {str(least), str(most)} & set(re.findall(r"\d+", said)) or least in (0, 100)
    assert rows["Running costs"][:2] == ("50\u00a0USD", "nobody named")  # a typical start has 25
    assert "assumed: typical" in {row[1] for row in rows.values()}


def test_where_trying_it_takes_too_long_the_stated_ones_stand_without_what_hangs_on_them() -> None:
    page = page_of(TRIED, matters=False, ledger=SAID)
    assert page.columns == ("Input", "In the plan", "Said by")
    assert all(len(row) == 3 for row in page.inputs)
    assert page.inputs[0][0] != ""
    assert ("New customers a month", "0.5") in [row[:2] for row in page.inputs]


def test_as_many_people_are_filled_as_lose() -> None:
    low, high = of_100(TRIED.odds.lose, TRIED.odds.runs)
    picture = page_of(TRIED).people
    assert picture.count("<circle") == 100
    assert picture.count('fill="#222"') == low
    assert picture.count('fill="#aaa"') == high - low


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (-957, 791, [-1000, -500, 0, 500, 1000]),  # of 1,748, steps of 200 would be nine
        (0, 0, [0]),
        (-60, 0, [-60, -50, -40, -30, -20, -10, 0]),  # six steps of 10, the most there are
        (0, 66_524, [0, 20_000, 40_000, 60_000, 80_000]),
    ],
)
def test_amounts_beside_the_curve_are_round(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == expected


def test_labels_do_not_lie_on_each_other() -> None:
    heights = apart([150.0, 151.0, 155.0])
    assert heights == sorted(heights)
    assert min(after - before for before, after in pairwise(heights)) >= 12
    assert max(heights) <= HEIGHT


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("full", [True, False])
def test_it_is_one_page_and_the_same_bytes_again(language: Language, *, full: bool) -> None:
    notes = tuple(
        Note(to="page", place=f"p{number}", thread=(Remark(text=f"{MARKUP} " + "long " * 80, by="Åke"),))
        for number in range(9)
    )
    said = {path: Said(owner="company", note="x " * 140, check=True) for path in (bar.path for bar in MATTERS.bars)}
    talk = Talk(mentor=Mentor(name="M" * 60), until_then="call " * 190, next_talk=date(2027, 2, 1))
    more: dict[str, Any] = {"notes": notes, "ledger": said, "talk": talk} if full else {}
    code = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    page = page_of(TRIED, language, code=code, **more)
    if full:
        page = replace(page, title=MARKUP * 4)
        assert len(page.notes) == MOST_NOTES + 1
    assert len(set_page(page, "png")) == 1
    assert as_pdf(page) == as_pdf(page)
    assert as_pdf(page).startswith(b"%PDF")


def test_names_and_notes_are_no_markup_in_html() -> None:
    note = Note(to="page", place="start", thread=(Remark(text=f"{MARKUP}<script>1</script>"),))
    text = as_html(page_of(tried_of(name=MARKUP, horizon_months=6), notes=(note,))).decode()
    assert "<script" not in text
    assert "<b>" not in text
    assert "&lt;b&gt;#strong[x] $ &amp; &quot;" in text
    assert not re.search(r"(?:src|href)=", text)  # it needs nothing else
