"""The comparison: the same plan on several companies and on none, nothing better than it is known to be."""

import csv
import re
import shlex
from collections.abc import Callable
from io import StringIO

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Checkbox

from pages.parts.compare import apart
from pages.parts.compare import odds as comparison_odds
from pages.parts.compare.sentences import (
    disclosing_less,
    in_a_sentence,
    left_open,
    of_not_joining,
    of_the_chart,
    of_the_order,
    reasons,
)
from pages.shared.fields import comparison_choice
from pages.shared.fields.company_picker import HISTORIC, KIND, MARKET
from pages.shared.session.downloads import compare_command, comparison_csv_file, terms_csv_file
from pages.shared.words.comparison_table import column_titles, measures_table
from pages.shared.words.comparison_terms import of_the_rates, terms_tables, worded_terms
from planner.analysis.beside.comparison import COMPARED_MEASURES, Comparison, compare
from planner.analysis.chance.odds import odds
from planner.analysis.chance.paired import Paired
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import own_copy
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile
from planner.language import LANGUAGES, Language
from planner.simulation.engine import simulate
from planner.speech import Speech
from tests.pages.conftest import OpenApp
from tests.pages.opening import chart_columns

PageOf = Callable[..., AppTest]

NBSP = "\u00a0"
COMPANIES = load_catalog().companies
EXAMPLE, AMWAY, SCENTSY, LULAROE = (
    COMPANIES[name] for name in ("example-company", "amway-eu", "scentsy-us", "lularoe-us-2017")
)


def idle_plan(**changes: object) -> Plan:
    """Nothing is bought, sold or recruited; 6 hours a week for 24 months, at 7.25 an hour; 2 % on savings.

    On the example company this costs the kit of 49, the demanded stock of 150, the website of 10 in months 3 to 24
    (22 months: 220) and the renewal of 30 in month 13: 49 + 150 + 220 + 30 = 449, deepest in month 24.
    Not joining: 6 * 52 / 12 * 24 = 624 hours * 7.25 = 4,524; 449 * (1.02**2 - 1) = 449 * 0.0404 = 18.14 of interest;
    together 4,542.14.
    """
    data = default_plan("USD").model_dump()
    data["getting_started"]["items"] = []
    data["running_costs"] = []
    data["stock"]["opening_stock"] = 0.0
    data["customers"]["new_a_month"] = 0.0
    data["money_and_time"]["reference_wage"] = 7.25
    return Plan.model_validate(data | changes)


@pytest.fixture
def page_of(open_app: OpenApp) -> Callable[..., AppTest]:
    def open_page(plan_file: PlanFile, language: Language = "en") -> AppTest:
        return open_app(language, "pages/compare.py", plan_file)

    return open_page


def words_of(page: AppTest) -> str:
    """Everything that the page says, without the backslashes that Markdown takes away."""
    texts = [*page.title, *page.markdown, *page.caption, *page.info, *page.warning, *page.error, *page.get("html")]
    return "\n".join(text.value.replace("\\", "") for text in texts)


def explained(comparison: Comparison, speech: Speech) -> str:
    """What not joining consists of."""
    assert comparison.not_joining is not None
    return of_not_joining(comparison, comparison.not_joining, speech)


def told_of_the_order(comparison: Comparison, speech: Speech) -> str:
    """What the order says, and what could change it."""
    return " ".join([of_the_order(comparison, speech), *left_open(comparison, speech)])


def ticked(page: AppTest) -> list[str]:
    return [box.key.removeprefix(comparison_choice.KEY).partition("@")[0] for box in ticks(page) if box.value]


def ticks(page: AppTest) -> list[Checkbox]:
    """The ticks of companies, in their order."""
    return [box for box in page.checkbox if box.key.startswith(comparison_choice.KEY)]


def tick_of(page: AppTest, company_id: str) -> Checkbox:
    (box,) = (box for box in ticks(page) if box.key.startswith(f"{comparison_choice.KEY}{company_id}@"))
    return box


@pytest.mark.parametrize(
    ("language", "left", "nobody"),
    [("en", f"\u2212449{NBSP}USD", f"4,542{NBSP}USD"), ("sv", f"\u2212449{NBSP}USD", f"4{NBSP}542{NBSP}USD")],
)
def test_the_answer_as_planned_is_the_figures(language: Language, left: str, nobody: str, page_of: PageOf) -> None:
    page = page_of(PlanFile(company="amway-eu", compared=("example-company", "scentsy-us"), plan=idle_plan()), language)
    answer = next(text for text in words_of(page).splitlines() if left in text)
    assert nobody in answer
    assert "Scentsy" in answer
    assert page.get("vega_lite_chart")


def table_on(page: AppTest, row: str) -> dict[str, list[str]]:
    """The table that has a row of this title, by the titles of its rows; "" holds the heads of its columns."""
    [html] = [each.proto.body for each in page.get("html") if f'role="rowheader">{row}</th>' in each.proto.body]
    body = html.replace(NBSP, " ").replace("\u2212", "-")
    found = {"": re.findall(r'<th role="columnheader" scope="col">(.*?)</th>', body)}
    for title, cells in re.findall(r'<th scope="row"[^>]*>(.*?)</th>(.*?)</tr>', body):
        found[title] = re.findall(r'<span class="is">(.*?)</span></td>', cells)
    return found


def selling_plan() -> Plan:
    return idle_plan(customers=default_plan("USD").customers.model_dump() | {"new_a_month": 3.0})


def test_the_table_of_odds_is_that_of_the_same_draws_by_risk(page_of: PageOf) -> None:
    plan = selling_plan()
    chosen = (SCENTSY, EXAMPLE, LULAROE)
    found = [(odds(simulate(plan, company, 1_000)), company.name) for company in chosen]
    found.sort(key=lambda each: (each[0].lose, -each[0].worst_third))
    names = [name for _odds, name in found]
    assert names[0] != SCENTSY.name  # so that it stands elsewhere than it was chosen
    page = page_of(PlanFile(compared=tuple(company.id for company in chosen), plan=plan))
    table = table_on(page, "The worst third, on average")
    for name, head in zip(names, table[""][1:], strict=True):
        assert head.startswith(name)
    few = {0: "fewer than 1", 100: "more than 99"}
    lose = [round(100 * each.lose) for each, _name in found]
    assert table["Of 100, lose money"] == [few.get(number, str(number)) for number in lose]
    assert table["The worst third, on average"] == [f"{round(each.worst_third):,} USD" for each, _name in found]
    assert table["In the middle"] == [f"{round(each.result.median):,} USD" for each, _name in found]
    answer = page.markdown[0].value.replace("\\", "")
    assert answer.startswith("Of 100 people with this plan, so many lose money within 24 months: ")
    assert answer.count("before costs not disclosed") == 2  # of Scentsy and LuLaRoe, since the example discloses all
    assert answer.index(names[0]) < answer.index(names[1]) < answer.index(names[2])


def test_the_picture_is_of_how_many_lose_money_with_each_company(page_of: PageOf) -> None:
    plan = selling_plan()
    page = page_of(PlanFile(compared=("scentsy-us", "example-company"), plan=plan))
    found = {company.name: odds(simulate(plan, company, 1_000)).lose for company in (SCENTSY, EXAMPLE)}
    drawn = chart_columns(page, 0)
    assert drawn["length"] == pytest.approx([100 * lose for lose in sorted(found.values())])
    for name, label in zip(sorted(found, key=lambda name: found[name]), drawn["label"], strict=True):
        assert f" of 100: {name}" in label


def test_each_fold_says_what_is_in_it(page_of: PageOf) -> None:
    """Nothing sold, Scentsy's kit of 99 and fees of 15 in 21 of 24 months come to -414 at least; the other to -449."""
    page = page_of(PlanFile(compared=("scentsy-us", "example-company"), plan=idle_plan()))
    folds = [each.label.replace("\\", "").replace(NBSP, " ") for each in page.expander]
    comparison = compare(idle_plan(), [SCENTSY, EXAMPLE])
    differing, _alike = terms_tables(comparison, Speech.of("en", idle_plan()))
    for title in (
        f"Choose the companies: Scentsy, {EXAMPLE.name}",
        "What could change this order: 3 points",
        "The odds side by side: −449 USD to −414 USD left in the middle",
        "If everything goes as you entered it: −449 USD to −414 USD left",
        f"What each contract says: {len(differing.rows)} figures differ",
        "Take the figures with you",
    ):
        assert title in folds, (title, folds)


def test_each_company_is_paired_with_the_first(page_of: PageOf) -> None:
    plan = selling_plan()
    results = {company.id: simulate(plan, company, 1_000).outcome.result for company in (SCENTSY, EXAMPLE)}
    lose = {name: float((result < -0.005).mean()) for name, result in results.items()}
    first, second = sorted(results, key=lambda name: lose[name])
    assert lose[first] < lose[second]
    differences = results[second] - results[first]
    mean = differences.mean()
    # Twice the standard error, by the textbook: the root of the sum of squares over n - 1, over the root of n.
    error = (((differences - mean) ** 2).sum() / 999) ** 0.5 / 1_000**0.5
    page = page_of(PlanFile(compared=("scentsy-us", "example-company"), plan=plan))
    table = table_on(page, "The worst third, on average")
    [row] = [cells for title, cells in table.items() if title.startswith("On average, beside")]
    assert row == ["", f"{round(mean):,} USD ± {max(round(2 * error), 1):,}"]
    [row] = [cells for title, cells in table.items() if title.startswith("In so many of 100 runs more is left")]
    more = round(100 * float((differences > 0.005).mean()))
    assert row == ["", {0: "fewer than 1", 100: "more than 99"}.get(more, str(more))]
    sentence = f"on average {round(abs(mean)):,} USD less, give or take {max(round(2 * error), 1):,} USD."
    assert sentence in words_of(page).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (Paired(1_000, 0.0, 0.0, 0.0, 0.0), "A and B: the same is left in every run."),
        (
            Paired(1_000, 12.0, 15.0, 0.52, 0.48),
            "A and B: the average difference, 12 USD, is within its uncertainty of 30 USD, so the runs do not tell the "
            "two apart. In 52 of 100 runs more is left with A.",
        ),
        (
            Paired(1_000, 120.0, 15.0, 0.62, 0.3),
            "A: in 62 of 100 runs more is left than with B, on average 120 USD more, give or take 30 USD.",
        ),
        (
            Paired(1_000, -120.0, 15.0, 0.3, 0.7),
            "A: in 30 of 100 runs more is left than with B, on average 120 USD less, give or take 30 USD.",
        ),
        (
            Paired(25, 120.0, 15.0, 0.6, 0.4),  # so few runs say between how many
            "A: in 41 to 77 of 100 runs more is left than with B, on average 120 USD more, give or take 30 USD.",
        ),
    ],
)
def test_a_pair_in_a_sentence(pair: Paired, said: str) -> None:
    speech = Speech.of("en", idle_plan())
    assert comparison_odds.of_a_pair("A", "B", pair, speech).replace(NBSP, " ") == said


def test_the_order_in_which_companies_are_chosen_changes_no_figure(page_of: PageOf) -> None:
    tables = []
    for compared in (("scentsy-us", "example-company"), ("example-company", "scentsy-us")):
        page = page_of(PlanFile(compared=compared, plan=selling_plan()))
        tables.append([each.proto.body for each in page.get("html") if "<table" in each.proto.body])
    assert len(tables[0]) >= 3
    assert tables[0] == tables[1]


def test_without_a_reference_wage_not_joining_is_left_out_everywhere(page_of: PageOf) -> None:
    """Hours that count as nothing would say that they are worth nothing, so no line, column or sentence has them."""
    plan = idle_plan(currency="CHF", exchange_rates={"EUR": 1.0, "USD": 1.0})
    plan = Plan.model_validate(plan.model_dump() | {"money_and_time": default_plan("CHF").money_and_time.model_dump()})
    page = page_of(PlanFile(compared=("example-company", "scentsy-us"), plan=plan))
    assert "joining" not in words_of(page)
    assert "Att l\u00e5ta bli" not in words_of(
        page_of(PlanFile(compared=("example-company", "scentsy-us"), plan=plan), "sv")
    )
    comparison = compare(plan, [EXAMPLE, SCENTSY])
    assert comparison.not_joining is None
    assert "joining" not in " ".join(measures_table(comparison, Speech.of("en", plan)).columns)


def test_not_joining_is_drawn_where_the_companies_still_rule_the_picture(page_of: PageOf) -> None:
    """4,542 beside 449 (idle_plan) would press both companies onto the zero line; at 0.50 an hour it is 312 + 18.14."""
    far = idle_plan()
    near = Plan.model_validate(far.model_dump() | {"money_and_time": {"reference_wage": 0.5}})
    far_end, near_end = "Not joining rises to 4,542 USD, far above this picture.", "Not joining rises to 330 USD."
    for plan, end in ((far, far_end), (near, near_end)):
        page = page_of(PlanFile(compared=("example-company", "scentsy-us"), plan=plan))
        assert ("Not joining" in chart_columns(page, 1)["name"]) == (plan is near)
        told = of_the_chart(compare(plan, [EXAMPLE, SCENTSY]), Speech.of("en", plan))
        assert told.replace(NBSP, " ").endswith(end)


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_joining_is_explained_with_its_figures(language: Language) -> None:
    plan = idle_plan()
    sentence = explained(compare(plan, [EXAMPLE, SCENTSY]), Speech.of(language, plan))
    group = "," if language == "en" else NBSP
    for figure in ("624", f"4{group}524", "449", "18", f"4{group}542"):  # the sums stand at idle_plan
        assert f" {figure}{NBSP}" in sentence or f" {figure} " in sentence, figure


def test_a_company_waits_until_its_rate_is_stated_and_nothing_typed_is_lost(page_of: PageOf) -> None:
    page = page_of(PlanFile(compared=("example-company", "amway-eu", "scentsy-us"), plan=idle_plan()))
    assert "Amway" not in page.markdown[0].value
    assert "Scentsy" in page.markdown[0].value
    assert "what 1 EUR costs in USD: Amway" in words_of(page)

    (rate,) = page.text_input
    rate.set_value("1,1x").run()
    assert page.text_input[0].value == "1,1x"
    assert "1,1x" in page.error[0].value
    assert "Amway" not in page.markdown[0].value

    page.text_input[0].set_value("1.1").run()
    assert not page.error
    assert page.session_state["plan_file"].plan.exchange_rates == {"EUR": 1.1}
    assert "Amway" in page.markdown[0].value
    assert not page.info


def test_the_choice_lives_in_the_plan_file(page_of: PageOf) -> None:
    page = page_of(PlanFile(company="scentsy-us", compared=("scentsy-us", "example-company"), plan=idle_plan()))
    assert ticked(page) == ["scentsy-us", "example-company"]
    tick_of(page, "young-living-us").check().run()
    tick_of(page, "scentsy-us").uncheck().run()
    chosen = ("example-company", "young-living-us")
    assert page.session_state["plan_file"].compared == chosen
    page.switch_page("pages/method.py").run()
    page.switch_page("pages/compare.py").run()
    assert sorted(ticked(page)) == sorted(chosen)


def test_all_can_be_taken_away_and_others_chosen(page_of: PageOf) -> None:
    page = page_of(PlanFile(company="scentsy-us", plan=idle_plan()))
    assert len(ticked(page)) == 2  # the plan's own company and another, to begin with
    for company_id in ticked(page):
        tick_of(page, company_id).uncheck().run()
        assert not page.exception
    assert ticked(page) == []
    assert "at least two companies" in words_of(page)
    page.checkbox(key=HISTORIC).check().run()
    tick_of(page, "lularoe-us-2017").check().run()
    assert page.session_state["plan_file"].compared == ("lularoe-us-2017",)
    tick_of(page, "example-company").check().run()
    assert "LuLaRoe" in page.markdown[0].value


def test_no_more_are_taken_than_are_compared_at_once(monkeypatch: pytest.MonkeyPatch, page_of: PageOf) -> None:
    monkeypatch.setattr(comparison_choice, "MOST_COMPANIES", 2)
    page = page_of(PlanFile(compared=("scentsy-us", "example-company"), plan=idle_plan()))
    assert {box.disabled for box in ticks(page) if box.value} == {False}
    assert {box.disabled for box in ticks(page) if not box.value} == {True}


def listed(page: AppTest) -> list[str]:
    return [box.key.removeprefix(comparison_choice.KEY).partition("@")[0] for box in ticks(page)]


def test_historic_cases_have_no_tick_until_they_are_shown_and_then_stand_last(page_of: PageOf) -> None:
    page = page_of(PlanFile(compared=("scentsy-us", "example-company"), plan=idle_plan()))
    historic = {company.id for company in COMPANIES.values() if company.status == "historic"}
    assert len(historic) == 6
    assert set(listed(page)) == set(COMPANIES) - historic
    page.checkbox(key=HISTORIC).check().run()
    assert set(listed(page)) == set(COMPANIES)
    assert set(listed(page)[-6:]) == historic
    assert "Historic cases:" in words_of(page)


def test_what_is_ticked_stays_though_the_filters_leave_it_out(page_of: PageOf) -> None:
    chosen = ("lularoe-us-2017", "scentsy-us", "example-company")
    page = page_of(PlanFile(company="scentsy-us", compared=chosen, plan=idle_plan()))
    page.selectbox(key=MARKET).set_value("GB").run()
    assert listed(page) == [
        "amway-eu",
        "avon-gb",
        "forever-gb",
        "lr-eu",
        "oriflame-eu",
        "scentsy-us",
        "example-company",
        "lularoe-us-2017",
    ]
    page.selectbox(key=KIND).set_value("binary").run()  # nobody in the United Kingdom
    assert listed(page) == ["scentsy-us", "example-company", "lularoe-us-2017"]
    assert page.session_state["plan_file"].compared == chosen
    assert "No company is as you ask." in words_of(page)
    tick_of(page, "example-company").uncheck().run()
    assert not page.exception
    assert page.session_state["plan_file"].compared == ("lularoe-us-2017", "scentsy-us")
    page.selectbox(key=KIND).set_value("any").run()
    assert listed(page) == [
        "amway-eu",
        "avon-gb",
        "forever-gb",
        "lr-eu",
        "oriflame-eu",
        "scentsy-us",
        "lularoe-us-2017",
    ]
    tick_of(page, "forever-gb").check().run()
    assert page.session_state["plan_file"].compared == ("lularoe-us-2017", "scentsy-us", "forever-gb")


def test_a_company_that_is_not_in_the_list_is_said(page_of: PageOf) -> None:
    page = page_of(PlanFile(compared=("scentsy-us", "no-such-company", "example-company"), plan=idle_plan()))
    assert "no-such-company" in page.warning[0].value.replace("\\", "")
    assert page.get("vega_lite_chart")


def test_where_nobody_discloses_all_costs_it_is_said_once() -> None:
    plan = idle_plan()
    speech, comparison = Speech.of("en", plan), compare(plan, [SCENTSY, LULAROE])
    table = measures_table(comparison, speech)
    assert table.caption == "What the same plan comes to over 24 months, before costs not disclosed"
    assert table.columns[1] == "Scentsy"
    assert in_a_sentence(comparison, speech).startswith("The same plan, after 24 months, before costs not disclosed: ")
    for said in (in_a_sentence(comparison, speech), of_the_chart(comparison, speech)):
        assert said.count("before costs not disclosed") == 1


def test_an_unknown_cost_is_worded_so() -> None:
    plan = idle_plan()
    speech, comparison = Speech.of("en", plan), compare(plan, [SCENTSY, EXAMPLE])
    assert disclosing_less(comparison, speech) == ["Scentsy"]
    unknown_and_known = f"USD, before costs not disclosed; {EXAMPLE.name} \u2212449{NBSP}USD. Not joining"
    assert unknown_and_known in in_a_sentence(comparison, speech)
    assert f"USD, before costs not disclosed; {EXAMPLE.name}: lowest" in of_the_chart(comparison, speech)
    # 449 at the example company is the deepest that is known; at Scentsy it may be deeper.
    assert f"of these companies, at least 449{NBSP}USD, stays" in explained(comparison, speech)
    order = told_of_the_order(comparison, speech)
    assert "an order of risk under your plan, not of the best case" in order
    assert "A cost that is not disclosed is not a low one" in order
    assert order.endswith(  # its points per 100 dollars
        "Some costs are unknown for Scentsy. Figures that no source gives are assumed for Scentsy; other ones could "
        "change the order."
    )
    table = measures_table(comparison, speech)
    assert table.columns[1:3] == ("Scentsy, before costs not disclosed", EXAMPLE.name)
    rows = {row.title: row.cells for row in table.rows}
    scentsy, example, nobody = rows["Deepest hole"]
    assert scentsy.startswith("at least ")
    assert (example, nobody) == (f"449{NBSP}USD", f"0{NBSP}USD")
    _scentsy, example, nobody = rows["Result"]
    assert (example, nobody) == (f"\u2212449{NBSP}USD", f"4,542{NBSP}USD")
    # -449 / 624 hours = -0.72
    assert rows["Per hour worked"][1:] == (f"\u22120.72{NBSP}USD", f"7.25{NBSP}USD")


def test_where_everything_is_disclosed_nothing_is_worded_as_a_bound() -> None:
    plan = idle_plan()
    other = EXAMPLE.model_copy(update={"id": "other-company"})
    speech, comparison = Speech.of("en", plan), compare(plan, [EXAMPLE, other])
    assert "disclosed" not in in_a_sentence(comparison, speech)
    assert "not disclosed" not in told_of_the_order(comparison, speech)
    table = measures_table(comparison, speech)
    assert not any("at least" in cell or "disclosed" in cell for row in table.rows for cell in row.cells)
    assert all(row.title.endswith("(the same)") for row in table.rows)


def test_terms_are_parted_into_those_that_differ_and_those_that_do_not() -> None:
    plan = idle_plan()
    differing, alike = terms_tables(compare(plan, [SCENTSY, LULAROE]), Speech.of("en", plan))
    differing_rows, alike_rows = ({row.title: row.cells for row in table.rows} for table in (differing, alike))
    # Scentsy demands no stock that is known; LuLaRoe's cheapest package cost 4,812.
    assert differing_rows["Goods to buy at the start"] == ("–", f"4,812{NBSP}USD")
    assert "Yearly fee" not in differing_rows | alike_rows  # neither says anything of it
    assert not set(differing_rows) & set(alike_rows)


def test_what_is_not_disclosed_is_listed_once_by_company() -> None:
    plan = idle_plan()
    comparison, speech = compare(plan, [SCENTSY, LULAROE]), Speech.of("en", plan)
    listing = worded_terms(comparison, speech)
    last = listing.sections[-1]
    assert last.title == "Not disclosed"
    by_all, scentsy, lularoe = ((who, said) for who, [said] in last.lines)
    assert by_all[0] == "By none of them"
    assert "Yearly fee" in by_all[1]
    assert scentsy[0] == "Scentsy"
    assert "Goods to buy at the start" in scentsy[1]
    assert lularoe[0].startswith("LuLaRoe")
    assert not any(
        "not disclosed" in text for section in listing.sections for _who, texts in section.lines for text in texts
    )
    # Every term of either stands in a table, in words or in that list.
    told = {row.title for table in terms_tables(comparison, speech) for row in table.rows}
    told |= {section.title for section in listing.sections}
    unsaid = " ".join(said for _who, [said] in last.lines)
    for line in comparison.differences:
        assert line.title in told or line.title in unsaid or line.key in COMPARED_MEASURES, line.title


def test_an_answer_of_the_person_is_told_from_an_assumption() -> None:
    plan = idle_plan(company_answers={"amway-eu": {"points_per_100_retail": 25.0}}, exchange_rates={"EUR": 1.0})
    tables = terms_tables(compare(plan, [AMWAY, EXAMPLE]), Speech.of("en", plan))
    cells = {row.title: row.cells[0] for table in tables for row in table.rows}
    assert cells["Points per 100 at shop price"] == "25 points per 100 USD (your answer)"
    tables = terms_tables(compare(idle_plan(exchange_rates={"EUR": 1.0}), [AMWAY, EXAMPLE]), Speech.of("en", plan))
    cells = {row.title: row.cells[0] for table in tables for row in table.rows}
    assert cells["Points per 100 at shop price"] == "20 points per 100 USD (assumed)"


def in_kronor(**changes: object) -> Plan:
    """A plan in kronor with a euro at 11.20 and a dollar at 9.575."""
    return idle_plan(currency="SEK", exchange_rates={"EUR": 11.2, "USD": 9.575}, **changes)


def cited(company: Company, figure: str, **changes: object) -> Company:
    """The company with one figure of joining changed."""
    data = company.model_dump(mode="json", exclude_none=True)
    data["joining"][figure] |= changes
    return Company.model_validate(data)


def test_money_is_converted_at_the_rates_that_are_said_below_and_points_are_not() -> None:
    plan = in_kronor()
    comparison = compare(plan, [AMWAY, EXAMPLE])
    english, swedish = (Speech.of(language, plan) for language in LANGUAGES)
    cells = {row.title: row.cells for table in terms_tables(comparison, english) for row in table.rows}
    # 49 dollars at 9.575 are 469.175 kronor; 60 points a month stay 60.
    assert cells["Starter kit"] == ("–", f"469{NBSP}SEK")
    assert cells["Own points before the company pays on a team"] == ("–", "60 points")
    assert of_the_rates(comparison, english).replace(NBSP, " ") == (
        "1 EUR = 11.20 SEK; 1 USD = 9.575 SEK, as you stated. Points are each company's own."
    )
    assert "1 EUR = 11,20 kr; 1 USD = 9,575 kr" in of_the_rates(comparison, swedish).replace(NBSP, " ")
    assert of_the_rates(compare(idle_plan(), [EXAMPLE, SCENTSY]), Speech.of("en", idle_plan())) == ""


def test_both_rates_are_asked_where_a_plan_in_kronor_meets_two_other_currencies(page_of: PageOf) -> None:
    plan = idle_plan(currency="SEK")
    page = page_of(PlanFile(compared=("amway-eu", "example-company"), plan=plan))
    assert [field.label for field in page.text_input] == ["What 1 EUR costs in SEK", "What 1 USD costs in SEK"]
    assert "at least two companies" in words_of(page)
    page.text_input[0].set_value("11.2").run()
    assert "at least two companies" in words_of(page)  # Amway alone is no comparison, and nothing is mixed
    page.text_input[1].set_value("9.575").run()
    assert "1 EUR = 11.20 SEK; 1 USD = 9.575 SEK, as you stated." in words_of(page).replace(NBSP, " ")
    assert "Starter kit" in table_on(page, "Starter kit")


def test_a_weak_figure_and_one_of_the_persons_own_are_marked() -> None:
    plan = idle_plan()
    weak = cited(SCENTSY, "starter_kit_fee", grade="weak", value=80.0)
    own = SCENTSY.model_copy(update={"id": "yours-scentsy", "name": "Mine"})
    data = own.model_dump(mode="json", exclude_none=True) | {"yours": True}
    data["joining"]["starter_kit_fee"] |= {"kind": "yours", "grade": "yours", "source": "yours"}
    data["sources"] |= {"yours": {"title": "Yours"}}
    comparison = compare(plan, [weak, Company.model_validate(data)])
    cells = {row.title: row.cells for table in terms_tables(comparison, Speech.of("en", plan)) for row in table.rows}
    assert cells["Starter kit"] == (f"80{NBSP}USD (weak source)", f"99{NBSP}USD (yours)")


def test_what_is_no_number_stands_in_words_by_term_and_company() -> None:
    plan = in_kronor()
    listing = worded_terms(compare(plan, [AMWAY, LULAROE]), Speech.of("en", plan))
    lines = {section.title: dict(section.lines) for section in listing.sections}
    assert lines["Freight for returned goods"] == {
        "LuLaRoe (2017) (historic)": ("The retailer; from April to 12 September 2017 the company.",),
    }
    assert lines["Kind of pay plan"]["Amway"] == ("steps of the group",)
    assert "How the standing order ends" not in lines
    assert "How the standing order ends" in lines["Not disclosed"]["By none of them"][0]
    assert "Freight for returned goods" in lines["Not disclosed"]["Amway"][0]
    assert lines["What it takes to stay in, or to be paid"]["Amway"] == (
        "United States: a bonus on other people's volume needs sales to ten different customers, or 50 points of "
        "customer sales, in the month.",
    )


def without_pay(company: Company, **changes: object) -> Company:
    data = company.model_dump(mode="json", exclude_none=True) | {"id": "without-pay", "name": "Silent"}
    for rule in ("unilevel", "stairstep"):
        data["pay"].pop(rule, None)
    data["pay"] |= changes
    return Company.model_validate(data)


def with_a_team() -> Plan:
    """The same idle months, in which one recruit a month joins."""
    team = default_plan("USD").team.model_dump() | {"recruits_from": "schedule", "recruits_a_month": 1.0}
    return idle_plan(team=team)


def test_whose_pay_is_not_computed_is_named_so_everywhere_and_is_not_ranked() -> None:
    plan = with_a_team()
    comparison = compare(plan, [EXAMPLE, without_pay(EXAMPLE)])
    speech = Speech.of("en", plan)
    assert column_titles(comparison, speech) == (EXAMPLE.name, "Silent (margin alone)")
    assert apart.said_first(comparison, speech) == ("Not ranked, since the pay on a team is not computed here: Silent.")
    order = told_of_the_order(comparison, speech)
    assert "Of Silent the pay is not computed here: what you see is the margin alone." in order
    assert "The companies stand by" not in order  # there is one alone that is ranked
    silent = [without_pay(EXAMPLE), without_pay(SCENTSY).model_copy(update={"id": "b"})]
    alone = compare(plan, silent)
    assert apart.said_first(alone, speech).startswith("None of these companies is ranked: ")
    assert "the margin alone" in told_of_the_order(alone, speech)
    nobody = compare(idle_plan(), silent)  # where nobody is recruited the pay on a team is nothing with each of them
    assert apart.said_first(nobody, speech) == ""
    assert "The companies stand by" in told_of_the_order(nobody, speech)
    assert apart.said_first(compare(plan, [EXAMPLE, SCENTSY]), speech) == ""
    assert "join any more stand last" in told_of_the_order(compare(plan, [EXAMPLE, LULAROE]), speech)


def test_rates_that_nobody_states_are_said_until_they_are_answered() -> None:
    level = {"level": 5, "title": {"en": "Level 5", "sv": "Nivå 5"}, "reason": {"en": "a", "sv": "b"}}
    levels = EXAMPLE.pay.unilevel
    assert levels is not None
    silent = without_pay(EXAMPLE, unilevel=levels.model_dump(mode="json", exclude_none=True) | {"missing": [level]})
    speech = Speech.of("en", idle_plan())
    asked = compare(idle_plan(), [EXAMPLE, silent])
    assert column_titles(asked, speech)[1] == "Silent (without some pay)"
    assert (
        "Of Silent rates of pay that no source gives, and that you have not stated, count as nothing here."
        in told_of_the_order(asked, speech)
    )
    answered = compare(idle_plan(company_answers={"without-pay": {"level_5": 0.02}}), [EXAMPLE, silent])
    assert column_titles(answered, speech)[1] == "Silent"
    assert "count as nothing here." not in told_of_the_order(answered, speech).replace("it counts as nothing here", "")


def test_a_company_without_known_pay_stands_apart_on_the_page_with_what_is_known(page_of: PageOf) -> None:
    """It loses less than the other, whose kit costs 49, and has no place in the picture nor in the table of odds."""
    own = without_pay(EXAMPLE).model_dump(mode="json", exclude_none=True) | {"id": "yours-silent", "yours": True}
    own["joining"]["starter_kit_fee"]["value"] = 0.0
    file = PlanFile(
        compared=("yours-silent", "example-company", "scentsy-us"),
        plan=with_a_team(),
        own_companies=(Company.model_validate(own),),
    )
    page = page_of(file)
    answer = page.markdown[0].value.replace("\\", "")
    assert answer.startswith(
        "Not ranked, since the pay on a team is not computed here: Silent, yours. Only in part is pay computed here of "
        "Scentsy (2 of 5 parts). Of 100 people with this plan, so many lose money within 24 months: "
    )
    assert len(table_on(page, "The worst third, on average")[""]) == 3  # what each row is of, and two companies
    assert len(chart_columns(page, 0)["length"]) == 2
    (line,) = (text for text in words_of(page).splitlines() if text.startswith("- Silent, yours, with the margin"))
    assert "of 100 lose money, and " in line
    heads = [each.value.replace("\\", "") for each in page.header]
    assert heads == ["Not ranked: the pay on a team is not computed"]
    assert "what you see is the margin alone" in words_of(page)


def test_the_file_of_the_terms_holds_every_term_of_every_company() -> None:
    plan = in_kronor()
    comparison = compare(plan, [AMWAY, EXAMPLE])
    text = terms_csv_file(comparison, "international", Speech.of("en", plan)).decode()
    lines = list(csv.DictReader(StringIO(text)))
    terms = {(line["company"], line["term"]): line for line in lines}
    kit = terms["example-company", "starter_kit_fee"]
    assert (kit["value"], kit["unit"], kit["currency"], kit["exchange_rate"]) == ("469.175", "money", "SEK", "9.575")
    silent = terms["amway-eu", "starter_kit_fee"]
    assert (silent["value"], silent["disclosed"]) == ("", "false")
    assert terms["amway-eu", "plan_kind"]["text"] == "steps of the group"
    assert terms["amway-eu", "freight"]["disclosed"] == "false"
    assert {term for company, term in terms if company == "amway-eu"} == {
        term for company, term in terms if company == "example-company"
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_told_apart_and_the_historic_is_marked(language: Language) -> None:
    elsewhere = EXAMPLE.model_copy(update={"id": "elsewhere", "market": SCENTSY.market})
    plan = idle_plan()
    speech = Speech.of(language, plan)
    first, second, third = column_titles(compare(plan, [EXAMPLE, elsewhere, LULAROE]), speech)
    market = SCENTSY.market.en if language == "en" else SCENTSY.market.sv
    assert first != second
    assert second == f"{EXAMPLE.name}, {market}"
    assert third.startswith(LULAROE.name)
    assert third != LULAROE.name


def test_what_a_company_gives_beside_money_counts_with_it_alone_and_is_said() -> None:
    rows = [{"name": "Cruise", "value": 2000, "company": "scentsy-us"}, {"name": "Bag", "value": 90}]
    comparison = compare(idle_plan(pay_in_kind=rows), (SCENTSY, EXAMPLE))
    received = [float(case.projection.statement.lines["in_kind_received"].sum()) for case in comparison.cases]
    assert received == [2090, 90]
    said = of_the_order(comparison, Speech.of("en", comparison.plan))
    assert "With Scentsy alone, what you say that it gives beside money counts: Cruise." in said
    assert "You say of no company that it gives Bag, so that counts with each of them here." in said


def test_what_is_not_reached_has_its_reason() -> None:
    plan = idle_plan()
    found = reasons(compare(plan, [EXAMPLE, SCENTSY]), Speech.of("en", plan))
    # From month 12 to month 24: twelve websites and one renewal, 150 / 12 = 12.5 a month, to even 12.
    assert any(
        reason.startswith(f"{EXAMPLE.name}, Money back: ") and f"12{NBSP}USD a month" in reason for reason in found
    )
    left_out = {reason.split(",")[0] for reason in found if reason.endswith(" Costs not disclosed are left out.")}
    assert left_out == {"Scentsy"}


def test_a_measure_is_the_same_only_where_it_is_worded_the_same() -> None:
    # Nothing is paid in, so there is nothing to pay back; but Amway does not disclose all of its costs.
    plan = idle_plan(exchange_rates={"EUR": 1.0})
    free = EXAMPLE.joining.model_copy(
        update={
            name: getattr(EXAMPLE.joining, name).model_copy(update={"value": 0.0})
            for name in ("starter_kit_fee", "minimum_opening_stock", "renewal_fee", "website_fee")
        }
    )
    companies = [AMWAY, EXAMPLE.model_copy(update={"joining": free})]
    table = measures_table(compare(plan, companies), Speech.of("en", plan))
    assert table.columns[1].endswith(", before costs not disclosed")
    # The title does not say "(the same)".
    assert {row.title: row.cells for row in table.rows}["Money back"] == ("nothing to pay back",) * 3


def test_the_file_holds_what_the_page_shows() -> None:
    comparison = compare(idle_plan(), [EXAMPLE, SCENTSY])
    lines = comparison_csv_file(comparison, "international", Speech.of("en", comparison.plan)).decode().splitlines()
    header = lines[0].split(",")
    assert header[:4] == ["company", "scenario", "currency", "month"]
    ends = {
        line.split(",")[0]: line.split(",")[header.index("cumulative_cash_flow")]
        for line in lines[1:]
        if line.split(",")[3] == "24"
    }
    assert ends["example-company"] == "-449"
    assert ends["not-joining"] == "4542.1396"  # 4,524 + 449 * 0.0404 = 4,524 + 18.1396
    swedish = comparison_csv_file(comparison, "swedish", Speech.of("en", comparison.plan))
    assert swedish.startswith(b"\xef\xbb\xbfcompany;scenario;currency;month;")
    assert ";4542,1396;" in swedish.decode("utf-8-sig")


def test_a_hostile_name_stays_a_text() -> None:
    hostile = EXAMPLE.model_copy(update={"id": "hostile", "name": "<script>alert(1)</script> $x$ **b**"})
    plan = idle_plan()
    from pages.shared.answer.page import plain
    from pages.shared.draw.tables import table_as_html

    comparison = compare(plan, [hostile, SCENTSY])
    assert "<script" not in table_as_html(measures_table(comparison, Speech.of("en", plan)))
    assert "<script" not in plain(in_a_sentence(comparison, Speech.of("en", plan))).replace("\\<", "")


def test_a_version_of_ones_own_and_the_published_company_are_told_apart(page_of: PageOf) -> None:
    first = own_copy(SCENTSY, ())
    second = own_copy(SCENTSY, (first.id,)).model_copy(update={"name": first.name})
    chosen = (second.id, "scentsy-us", first.id)
    page = page_of(PlanFile(compared=chosen, plan=selling_plan(), own_companies=(first, second)))
    heads = table_on(page, "The worst third, on average")[""][1:]
    assert sorted(head.removesuffix(", before costs not disclosed") for head in heads) == [
        "Scentsy",
        "Scentsy, your version",
        "Scentsy, your version (2)",
    ]
    speech = Speech.of("en", selling_plan())
    names = column_titles(compare(selling_plan(), [second, SCENTSY, first]), speech)
    assert names == ("Scentsy, your version (2)", "Scentsy", "Scentsy, your version")
    labels = {company_id: tick_of(page, company_id).label for company_id in chosen}
    assert labels["scentsy-us"] == "Scentsy · United States"
    assert labels[first.id] == "Scentsy · United States · your version"
    assert labels[second.id] == "Scentsy · United States · your version (2)"


def test_what_is_per_100_says_so_with_the_currency() -> None:
    plan = in_kronor()  # 9.575 SEK for 1 USD; the example company gives 60 points for 100 USD
    differing, alike = terms_tables(compare(plan, [EXAMPLE, SCENTSY]), Speech.of("en", plan))
    rows = {row.title: row.cells for row in (*differing.rows, *alike.rows)}
    assert rows["Points per 100 at shop price"][0].replace(NBSP, " ") == "6.3 points per 100 SEK"  # 60 / 9.575 = 6.27
    counted_on = rows["Value that pay is counted on, per 100 at shop price"]
    assert counted_on[0].replace(NBSP, " ") == "60 SEK per 100 SEK"


HOSTILE = "![x](https://elsewhere.example/a.png) <img src=x> www.a.example"


def test_a_name_in_a_tick_is_no_markup(page_of: PageOf) -> None:
    own = own_copy(SCENTSY, ()).model_copy(update={"name": HOSTILE})
    page = page_of(PlanFile(compared=("scentsy-us", own.id), plan=selling_plan(), own_companies=(own,)))
    label = tick_of(page, own.id).label
    assert "\\!\\[x\\]\\(" in label
    assert "https://" not in label.replace("\\", "")  # else a link, whatever is escaped
    assert tick_of(page, "scentsy-us").label == "Scentsy · United States"  # a screen reader reads no escapes


def test_the_command_to_copy_is_quoted_for_a_shell() -> None:
    command = compare_command("a b", ("scentsy-us", "yours-$(touch x)"))
    assert shlex.split(command)[3:] == ["compare", "a b.json", "--companies", "scentsy-us,yours-$(touch x)"]
    assert "'scentsy-us,yours-$(touch x)'" in command  # in single quotes a shell runs nothing
