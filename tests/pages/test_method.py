"""Method: every figure beside its source, what is unknown said so, every term explained once."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import escape, unescape

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.method.texts import DRAWN, LIMITS, PRIVACY, STEPS
from pages.shared.draw.fact_list import fact_as_html
from pages.shared.words.cited_facts import CitedFact, FactGroup
from pages.shared.words.company_facts import CompanyFacts
from planner.analysis.company.citation import title_in
from planner.analysis.company.coverage import coverage_of
from planner.glossary import GLOSSARY
from planner.inputs.cited.figure import Asked, Cited, NotFound, Words
from planner.inputs.cited.source import Record, Source
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.company.pay_rules import MissingLevel
from planner.inputs.own_company.own_company import own_copy, with_figure
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile
from planner.language import LANGUAGES, Language, translations
from planner.speech import Speech
from tests.levels_without_rates import levels_without_rates
from tests.pages.conftest import OpenApp
from tests.pages.opening import chart_columns
from tests.test_layers import PROJECT_FOLDER

PageOf = Callable[..., AppTest]

COMPANIES = load_catalog().companies


@pytest.fixture
def page_of(open_app: OpenApp) -> Callable[..., AppTest]:
    def open_page(company_id: str, language: Language = "en") -> AppTest:
        return open_app(language, "pages/method.py", PlanFile(company=company_id, plan=default_plan()))

    return open_page


def lists_of(page: AppTest) -> str:
    return "\n".join(element.value for element in page.get("html"))


def parts_of(record: object) -> Iterator[Record]:
    """A company and every record in it, at any depth."""
    if isinstance(record, Record):
        yield record
        for name in type(record).model_fields:
            yield from parts_of(getattr(record, name))
    elif isinstance(record, tuple | dict):
        for part in record.values() if isinstance(record, dict) else record:
            yield from parts_of(part)


def groups_of(company: Company, language: Language = "en", plan: Plan | None = None) -> dict[str, FactGroup]:
    plan = plan or default_plan()
    return {group.key: group for group in CompanyFacts.of(company, plan, Speech.of(language, plan)).groups()}


def listed(company: Company, language: Language = "en", plan: Plan | None = None) -> list[CitedFact]:
    return [fact for group in groups_of(company, language, plan).values() for fact in group.facts]


def facts_of(company: Company, language: Language = "en", plan: Plan | None = None) -> dict[str, CitedFact]:
    return {fact.title: fact for fact in listed(company, language, plan)}


def fact_with(company_id: str, key: str, words: str) -> CitedFact:
    """The one fact of a group whose title or values hold these words."""
    facts = groups_of(COMPANIES[company_id])[key].facts
    (fact,) = (fact for fact in facts if any(words in text for text in (fact.title, *fact.values)))
    return fact


def answered(company_id: str, key: str, value: float) -> Plan:
    return default_plan().model_copy(update={"company_answers": {company_id: {key: value}}})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("company_id", COMPANIES)
def test_everything_in_a_companys_file_is_on_the_page(company_id: str, language: Language, page_of: PageOf) -> None:
    """Walks the company by itself, so that a kind of record the page has forgotten is found."""
    company = COMPANIES[company_id]
    page = page_of(company_id, language)
    shown = unescape(lists_of(page))
    for part in parts_of(company):
        if isinstance(part, Words) and part not in (company.market, company.about):
            text = part.sv if language == "sv" else part.en
            assert text in shown
        if isinstance(part, Cited | Asked | NotFound) and part.source is not None:
            assert title_in(company.sources[part.source], Speech.of(language, Plan())) in shown
    facts, parts = listed(company, language), list(parts_of(company))
    standings = Counter(fact.standing for fact in facts)
    cited = [part for part in parts if isinstance(part, Cited)]
    assert standings["known"] + standings["weak"] == len(cited)
    assert standings["weak"] == len([part for part in cited if part.grade == "weak"])
    assert standings["unknown"] == len([part for part in parts if isinstance(part, NotFound)])
    assert standings["asked"] == len([part for part in parts if isinstance(part, Asked | MissingLevel)])
    assert all(fact.source and fact.rests_on for fact in facts if fact.standing in {"known", "weak"})


def test_the_answer_counts_what_the_figures_stand_on(page_of: PageOf) -> None:
    # Counted in the file itself: a figure or rule has a kind; those unknown and those asked have not.
    text = (PROJECT_FOLDER / "sample_data" / "companies" / "scentsy-us.toml").read_text(encoding="utf-8")
    kinds, weak = text.count("\nkind = "), text.count('\ngrade = "weak"')
    not_found = text.count("\nnot_found.en = ") - text.count("[searched.enforcement]")
    assumed = text.count("\nassumed = ") + text.count(".missing]]")
    answer = page_of("scentsy-us").markdown[0].value.replace("\\", "")
    assert f"From a source: {kinds}, of them from a weak one: {weak}." in answer
    assert f"Looked for and not found: {not_found}. Asked of you: {assumed}." in answer


def test_the_picture_is_of_what_the_figures_stand_on(page_of: PageOf) -> None:
    """Counted in the file itself, as above."""
    text = (PROJECT_FOLDER / "sample_data" / "companies" / "scentsy-us.toml").read_text(encoding="utf-8")
    kinds, weak = text.count("\nkind = "), text.count('\ngrade = "weak"')
    not_found = text.count("\nnot_found.en = ") - text.count("[searched.enforcement]")
    assumed = text.count("\nassumed = ") + text.count(".missing]]")
    page = page_of("scentsy-us")
    assert chart_columns(page, 0)["length"] == [kinds - weak, weak, assumed, not_found]
    assert chart_columns(page, 0)["label"][0] == f"From a good source: {kinds - weak}"


def test_what_is_counted_as_a_figure_is_one_below_and_all_else_a_note() -> None:
    for company in COMPANIES.values():
        facts = listed(company)
        counted, found = coverage_of(company), Counter(fact.standing for fact in facts)
        # What a fictional company states is of the weakest standing; where acts were searched is a note.
        assert found["known"] + found["weak"] == counted.sourced + counted.invented, company.id
        assert found["asked"] == counted.asked, company.id
        assert 0 <= found["unknown"] - counted.not_disclosed <= 1, company.id


def test_each_fold_says_how_much_is_in_it(page_of: PageOf) -> None:
    page = page_of("scentsy-us")
    folds = [each.label.replace("\\", "") for each in page.expander]
    figures = sum(chart_columns(page, 0)["length"])  # as many as the picture above says they are
    notes = len(listed(COMPANIES["scentsy-us"])) - figures
    for title in (
        f"The figures of Scentsy, with their sources: {figures} figures, {notes} notes beside them",
        f"How it is computed: {len(STEPS)} steps a month",
        f"How the odds are drawn: {len(DRAWN)} points",
        f"Where the computation ends: {len(LIMITS)} points",
        f"What happens to what you enter: {len(PRIVACY)} points",
        f"Every term, explained once: {len(GLOSSARY)} terms",
    ):
        assert folds.count(title) == 1, title


def test_a_figure_stands_with_kind_year_grade_and_source() -> None:
    # LuLaRoe's opening stock: 4812, published, 2017, secondary, from BuzzFeed News.
    fact = facts_of(COMPANIES["lularoe-us-2017"])["Goods to buy at the start"]
    assert fact.values == ("4,812\u00a0USD",)
    assert fact.rests_on == ("published", "2017", "secondary source")
    assert fact.source is not None
    assert fact.source.title.startswith("BuzzFeed News")


def test_an_undated_figure_says_when_it_was_read_and_a_derived_one_how() -> None:
    # Amway's price: derived, undated, read 2026-11-23, primary.
    fact = facts_of(COMPANIES["amway-eu"])["What you pay for goods"]
    assert fact.rests_on == ("derived", "undated, read 2026-11-23", "primary source")
    assert fact.remarks[0] == "Formula: The shop price is 20 % above the price you pay: 1 / 1.20 = 0.8333."


def test_prices_that_fall_with_points_do_not_say_where_the_points_come_from() -> None:
    """At Scentsy points arise on sales, elsewhere on purchases: "once you have bought" would be wrong for one."""
    prices = (groups_of(company)["prices"].facts[0] for company in COMPANIES.values())
    later = [rule for fact in prices for rule in fact.values if "once" in rule]
    assert all(rule.endswith(" points since joining") and "bought" not in rule for rule in later)
    assert later


@pytest.mark.usefixtures("in_english")
def test_a_weak_figure_is_marked_by_word_and_by_line() -> None:
    fact = facts_of(COMPANIES["lularoe-us-2017"])["What you pay for goods"]
    assert fact.rests_on[-1] == "weak source"
    assert fact_as_html(fact).startswith('<div class="weak">')


def test_the_unknown_is_never_a_zero() -> None:
    fact = facts_of(COMPANIES["amway-eu"])["Starter kit"]
    assert fact.values == ("not disclosed",)
    assert fact.standing == "unknown"


def test_what_is_asked_shows_the_assumed_value_and_the_answer() -> None:
    title = "Points per 100 euro at shop price"
    assert facts_of(COMPANIES["amway-eu"])[title].values == (
        "Assumed: 20 points",
        "Your answer: none yet, so the assumed value is used",
    )
    plan = answered("amway-eu", "points_per_100_retail", 25.0)
    assert facts_of(COMPANIES["amway-eu"], plan=plan)[title].values[1] == "Your answer: 25 points"


def test_groups_stand_in_one_order_and_those_with_nothing_in_them_are_left_out() -> None:
    everything = (
        "background", "joining", "prices", "activity", "pay", "components", "leaving", "limits", "income", "retention",
        "enforcement", "searched", "to_look_up",
    )  # fmt: skip
    assert tuple(groups_of(COMPANIES["herbalife-us"])) == everything
    without_retention = tuple(key for key in everything if key != "retention")
    assert tuple(groups_of(COMPANIES["burnlounge-us-2007"])) == without_retention
    assert "background" not in groups_of(COMPANIES["example-company"])


@pytest.mark.parametrize(
    ("company_id", "words", "lines"),
    [
        # 20 / 120 = 16.67 and 10 / 110 = 9.09 of 100 at shop price.
        ("amway-eu", "Europe:", ("20% on top of what you pay", "Kept of every 100 at shop price: 16.67")),
        ("amway-us", "about 10 %", ("10% on top of what you pay", "Kept of every 100 at shop price: 9.09")),
        ("arbonne-us", "35 %", ("35% of the shop price", "Kept of every 100 at shop price: 35")),
        (
            "avon-us-2015",
            "145 dollars",
            (
                "30% of the shop price of the order, on orders from 145\N{NO-BREAK SPACE}USD",
                "Kept of every 100 at shop price: 30",
            ),
        ),
        (
            "herbalife-us",
            "Supervisor",
            (
                "50% of a value below the shop price, which the company states for each product",
                "The source does not say what this base is of the shop price.",
            ),
        ),
        (
            "amway-eu",
            "business volume",
            (
                "30% of the value that pay is counted on",
                "The source does not say what this base is of the shop price.",
            ),
        ),
    ],
)
def test_a_margin_names_its_base_and_what_is_kept_only_where_it_follows(
    company_id: str, words: str, lines: tuple[str, ...]
) -> None:
    assert fact_with(company_id, "prices", words).values == lines


def test_amounts_of_another_market_stay_in_its_currency() -> None:
    """The companies count in euro and in dollars of the United States."""
    space = "\N{NO-BREAK SPACE}"
    assert fact_with("amway-eu", "income", "115 dollars").values == (f"115{space}USD a month",)
    assert fact_with("amway-eu", "income", "32,548 euro").values == (f"32,548{space}EUR a year",)
    assert fact_with("nu-skin-us", "enforcement", "524,000").values[1] == f"Amount: 540,000{space}USD"
    bands = fact_with("mary-kay-us", "income", "Commissions in Canada, 2013").values
    assert bands[2] == f"a year or more, at most 100 dollars · 5.76% · up to 100{space}CAD a year"


def test_an_income_disclosure_says_of_whom_where_and_when_and_then_each_band() -> None:
    fact = fact_with("mary-kay-us", "income", "Commissions in Canada, 2013")
    assert fact.values[0] == (
        "Counted: everyone in the sales force, stated as over 36,476 · 36,476 people · Canada · 2013 · "
        "before their expenses"
    )
    assert fact.values[1] == "less than a year in, or no commission · 89.02% · 32,471 people"
    assert len(fact.values) == 4
    typical = fact_with("herbalife-us", "income", "A typical month").values
    assert "June 2017 to September 2017" in typical[0]
    assert fact_with("arbonne-us", "income", "by rank, 2019").remarks[0] == "These are not all of those counted."


def test_a_single_outcome_says_how_many_received_more() -> None:
    values = fact_with("amway-eu", "income", "at most 10 can have received").values
    assert values == ("2,070\N{NO-BREAK SPACE}USD a month", "At most 10% received that or more.")


def test_a_rate_that_no_source_gives_is_an_empty_field_of_the_persons() -> None:
    company, title = levels_without_rates(), "Royalty on level 1"
    empty = facts_of(company)[title]
    assert empty.standing == "asked"
    assert empty.values == (
        "not disclosed",
        "Your answer: none yet, so the level is counted as paying nothing",
    )
    filled = facts_of(company, plan=answered(company.id, "level_1", 0.05))
    assert filled[title].values[1] == "Your answer: 5%"
    assert filled["Royalty on level 2"].values[1] == empty.values[1]


def test_levels_without_any_rate_are_no_empty_line() -> None:
    for company in COMPANIES.values():
        for fact in listed(company):
            assert all(fact.values), (company.id, fact.title)
    assert facts_of(levels_without_rates())["Pay by level"].values == (
        "Those who left, or are not active in the month, are passed over when levels are counted.",
    )


def test_a_part_of_the_pay_says_whether_it_is_computed_and_if_not_why() -> None:
    asked = fact_with("herbalife-us", "components", "Royalty on three levels")
    assert asked.values[0].startswith("1 to 5 % of the month's Earn Base")
    said = "Computed here with a figure asked of you. What the Earn Base is of the shop price"
    assert asked.remarks[0].startswith(said)
    left_out = fact_with("herbalife-us", "components", "Production bonus")
    assert left_out.remarks[0].startswith("Not computed here. Which rank receives which rate")


def test_the_rates_of_steps_stand_without_the_points_that_nobody_published() -> None:
    assert facts_of(COMPANIES["lr-eu"])["Rates of the steps"].values == (
        "3% · 6% · 9% · 11% · 14% · 16% · 21%",
        "The rate of your rank on the whole group, less what each leg's own rate takes.",
        "A leg at the top rate no longer counts in your group.",
    )


def test_returns_at_other_times_say_from_when_to_when() -> None:
    assert fact_with("lularoe-us-2017", "leaving", "Before April 2017").values == (
        "90%",
        "until March 2017",
        "you pay the freight",
    )
    later = fact_with("lularoe-us-2017", "leaving", "From April to 12 September 2017")
    dates = "from April 2017 to 12 September 2017"
    assert later.values == ("100%", dates, "no limit of time", "the company pays the freight")
    assert facts_of(COMPANIES["herbalife-us"])["Freight for returned goods"].values == ("the company, both ways",)
    assert facts_of(COMPANIES["amway-eu"])["Freight for returned goods"].values == ("not disclosed",)


def test_an_act_of_an_authority_begins_with_how_it_came_out() -> None:
    facts = groups_of(COMPANIES["amway-eu"])["enforcement"].facts
    assert [fact.title for fact in facts] == [
        "A finding of a court or an authority · 8 May 1979 · United States, Federal Trade Commission",
        "Another offence than how the company sells and pays · 10 November 1983 · Canada, Supreme Court of Ontario",
        "Agreed orders for the future · 19 May 1986 · United States, Federal Trade Commission",
        "A finding of a court or an authority · 19 July 2007 · India, High Court of Andhra Pradesh",
        "A finding of a court or an authority · 14 May 2008 · United Kingdom, High Court",
        "A finding of a court or an authority · 29 January 2009 · United Kingdom, Court of Appeal",
        "Agreed orders for the future · 31 January 2013 · United States, federal court in California, a suit on behalf "
        "of sellers",
        "An accusation · 26 May 2014 · India, police of Andhra Pradesh",
        "An accusation · 18 April 2022 · India, Enforcement Directorate",
        "An accusation · 20 November 2023 · India, Enforcement Directorate",
    ]
    assert facts[0].values[0].startswith("Held not to be a pyramid scheme.")
    assert [fact.standing for fact in facts] == ["known"] * 10


def test_what_was_looked_for_in_vain_stands_by_topic() -> None:
    facts = groups_of(COMPANIES["amway-eu"])["searched"].facts
    assert [(fact.title, fact.standing) for fact in facts] == [
        ("More on the parts of the pay", "unknown"),
        ("More on what authorities and courts did", "unknown"),
        ("How many stay", "unknown"),
        ("More on what members were paid", "unknown"),
    ]
    assert facts[3].remarks[0].startswith("The income statement for the United States of 2023 exists")


@pytest.mark.usefixtures("in_english")
def test_what_a_person_stated_looks_as_theirs_and_is_counted_apart() -> None:
    published = COMPANIES["amway-eu"]
    own, faults = with_figure(own_copy(published, ()), "joining.starter_kit_fee", 40.0, "Page 3", 2026)
    assert own is not None, faults
    fact = facts_of(own)["Starter kit"]
    assert (fact.values, fact.standing) == (("40\N{NO-BREAK SPACE}EUR",), "yours")
    assert fact.rests_on == ("yours, stated 2026",)
    assert fact.remarks == ("Page 3",)
    assert fact_as_html(fact).startswith('<div class="yours">')
    said = CompanyFacts.of(own, default_plan(), Speech.of("en", default_plan())).in_a_sentence()
    assert said.endswith("The rest follows from your plan. Stated by you: 1.")
    as_published = CompanyFacts.of(published, default_plan(), Speech.of("en", default_plan())).in_a_sentence()
    assert "Stated by you" not in as_published


def test_an_invented_figure_is_not_counted_as_from_a_source() -> None:
    text = (PROJECT_FOLDER / "sample_data" / "companies" / "example-company.toml").read_text(encoding="utf-8")
    plan = default_plan()
    said = CompanyFacts.of(COMPANIES["example-company"], plan, Speech.of("en", plan)).in_a_sentence()
    assert "From a source: 0," in said
    invented = text.count('kind = "invented"')
    assert said.endswith(f"Invented: {invented}.")


@pytest.mark.usefixtures("in_english")
def test_a_fact_from_a_hostile_file_stays_a_text() -> None:
    source = Source(title="<b>Title</b>", address='https://example.org/"onmouseover="alert(1)')
    html = fact_as_html(CitedFact("<script>x</script>", ("<i>1</i>",), "known", ("<u>",), ("a & b",), source, "Source"))
    assert "<script>" not in html
    assert "<b>" not in html
    assert "<i>" not in html
    assert "<u>" not in html
    assert 'href="https://example.org/&quot;onmouseover=&quot;alert(1)"' in html


@pytest.mark.usefixtures("in_english")
def test_a_link_opens_beside_the_page_and_tells_the_site_nothing() -> None:
    source = Source(title="Title", address="https://example.org/a?b=1&c=2")
    html = fact_as_html(CitedFact("Kit", ("1",), "known", (), (), source, "Source"))
    assert '<a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">Title</a>' in html


def test_another_company_can_be_read_and_the_plan_keeps_its_own(page_of: PageOf) -> None:
    page = page_of("scentsy-us")
    assert "Scentsy" in page.markdown[0].value
    [listed] = [each for each in page.selectbox if each.key and each.key.startswith("choice:method@")]
    listed.set_value("young-living-us").run()
    assert not page.exception
    assert "Young Living" in page.markdown[0].value
    assert page.session_state["plan_file"].company == "scentsy-us"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_explained_on_the_page(language: Language, page_of: PageOf) -> None:
    shown = lists_of(page_of("example-company", language))
    say = translations(language).gettext
    for term in GLOSSARY:
        assert f"<dt>{escape(say(term.name))}</dt><dd>{escape(say(term.explanation))}</dd>" in shown


def test_the_glossary_in_the_documentation_holds_every_term_and_no_other() -> None:
    text = (PROJECT_FOLDER / "docs" / "glossary.md").read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if line.startswith("- **")]
    in_files = {term.name: f" (`{term.name_in_files}`)" if term.name_in_files else "" for term in GLOSSARY}
    assert entries == [f"- **{term.name}**{in_files[term.name]}: {term.explanation}" for term in GLOSSARY]


def test_names_in_files_are_those_of_the_code() -> None:
    sources = (path for path in (PROJECT_FOLDER / "planner").rglob("*.py") if path.name != "glossary.py")
    words = {word for path in sources for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}
    assert {term.name_in_files for term in GLOSSARY if term.name_in_files} <= words


def test_terms_stand_in_order_and_once() -> None:
    names = [term.name for term in GLOSSARY]
    assert names == sorted(names)
    assert len(set(names)) == len(names)


def test_the_page_says_where_the_computation_ends(page_of: PageOf) -> None:
    page = page_of("example-company")
    said = "\n".join(text.value.replace("\\", "") for text in page.markdown)
    for words in (
        "approximate",
        "46 in 100",
        "725",
        "Tax and VAT are approximate",
        "not advice",
        "asks no other machine",
    ):
        assert words in said
