"""Method and sources: every figure beside its source, what is unknown said so, every term explained once."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.company_facts import CitedFact, CompanyFacts
from pages.shared.fact_list import fact_as_html
from planner.analysis.wording import Speech
from planner.glossary import GLOSSARY
from planner.inputs.catalog import load_catalog
from planner.inputs.company import Company
from planner.inputs.figure import Asked, Cited, NotFound, Words
from planner.inputs.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile
from planner.inputs.source import Record, Source
from planner.language import LANGUAGES, Language, translations
from tests.pages.conftest import OpenApp
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
    elif isinstance(record, tuple):
        for part in record:
            yield from parts_of(part)


def facts_of(company: Company, language: Language = "en", plan: Plan | None = None) -> dict[str, CitedFact]:
    plan = plan or default_plan()
    groups = CompanyFacts.of(company, plan, Speech.of(language, plan)).groups()
    return {fact.title: fact for group in groups for fact in group.facts}


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
            assert company.sources[part.source].title in shown
    facts = facts_of(company, language).values()
    cited = [part for part in parts_of(company) if isinstance(part, Cited)]
    assert len([fact for fact in facts if fact.standing in {"known", "weak"}]) == len(cited)
    assert len([fact for fact in facts if fact.standing == "weak"]) == len(
        [part for part in cited if part.grade == "weak"]
    )


def test_the_answer_counts_what_the_figures_stand_on(page_of: PageOf) -> None:
    # Counted in the file itself: a figure or rule has a kind; those unknown and those asked have not.
    text = (PROJECT_FOLDER / "sample_data" / "companies" / "scentsy-us.toml").read_text(encoding="utf-8")
    kinds, weak = text.count("\nkind = "), text.count('\ngrade = "weak"')
    not_found, assumed = text.count("\nnot_found.en = "), text.count("\nassumed = ")
    answer = page_of("scentsy-us").markdown[0].value.replace("\\", "")
    assert f"From a source: {kinds}, of them from a weak one: {weak}." in answer
    assert f"Looked for and not found: {not_found}. Asked of you: {assumed}." in answer


def test_a_figure_stands_with_kind_year_grade_and_source() -> None:
    # LuLaRoe's opening stock: 4812, published, 2017, secondary, from BuzzFeed News.
    fact = facts_of(COMPANIES["lularoe-us-2017"])["Goods you must buy at the start"]
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
    prices = (rule for company in COMPANIES.values() for rule in facts_of(company)["What you pay for goods"].values)
    later = [rule for rule in prices if "once" in rule]
    assert all(rule.endswith(" points since joining") and "bought" not in rule for rule in later)
    assert later


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
    answered = default_plan().model_copy(update={"company_answers": {"amway-eu": {"points_per_100_retail": 25.0}}})
    assert facts_of(COMPANIES["amway-eu"], plan=answered)[title].values[1] == "Your answer: 25 points"


def test_a_fact_from_a_hostile_file_stays_a_text() -> None:
    source = Source(title="<b>Title</b>", address='https://example.org/"onmouseover="alert(1)')
    html = fact_as_html(CitedFact("<script>x</script>", ("<i>1</i>",), "known", ("<u>",), ("a & b",), source, "Source"))
    assert "<script>" not in html
    assert "<b>" not in html
    assert "<i>" not in html
    assert "<u>" not in html
    assert 'href="https://example.org/&quot;onmouseover=&quot;alert(1)"' in html


def test_a_link_opens_beside_the_page_and_tells_the_site_nothing() -> None:
    source = Source(title="Title", address="https://example.org/a?b=1&c=2")
    html = fact_as_html(CitedFact("Kit", ("1",), "known", (), (), source, "Source"))
    assert '<a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">Title</a>' in html


def test_another_company_can_be_read_and_the_plan_keeps_its_own(page_of: PageOf) -> None:
    page = page_of("scentsy-us")
    assert "Scentsy" in page.markdown[0].value
    page.selectbox(key="method_company").select("young-living-us").run()
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
