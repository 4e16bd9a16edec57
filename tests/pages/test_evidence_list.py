"""What has been measured of the industry: every figure on the page with who says it, and what was not found."""

from dataclasses import replace
from html import unescape

import pytest

from pages.parts.method.evidence import REMARKS, TOPICS, EvidenceList
from pages.shared.draw.fact_list import fact_as_html
from pages.shared.words.cited_facts import CitedFact
from planner.inputs.cited.figure import Words
from planner.inputs.evidence.industry import Evidence, load_evidence
from planner.inputs.plan.plan import default_plan
from planner.inputs.plan_file import PlanFile
from planner.language import LANGUAGES, Language
from planner.speech import Speech
from tests.data.test_companies import records
from tests.pages.conftest import OpenApp


def shipped() -> Evidence:
    evidence, _ = load_evidence()
    assert evidence is not None
    return evidence


EVIDENCE = shipped()


def listed(evidence: Evidence = EVIDENCE) -> EvidenceList:
    return EvidenceList(evidence, Speech.of("en", default_plan("SEK")))


def facts(evidence: Evidence = EVIDENCE) -> dict[str, CitedFact]:
    return {fact.title: fact for group in listed(evidence).groups() for fact in group.facts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_the_file_is_on_the_page(language: Language, open_app: OpenApp) -> None:
    page = open_app(language, "pages/method.py", PlanFile(company="scentsy-us", plan=default_plan()))
    shown = unescape("\n".join(element.value for element in page.get("html")))
    for words in (record for record in records(EVIDENCE) if isinstance(record, Words)):
        text = words.sv if language == "sv" else words.en
        market = text in {getattr(each.market, language) for each in EVIDENCE.distributions}
        assert market or text in shown
    for source in EVIDENCE.sources.values():
        assert source.title in shown
        assert source.address is not None
        assert source.address in shown


def test_a_group_for_each_topic_begins_with_what_keeps_unlike_figures_apart() -> None:
    groups = listed().groups()
    assert [group.title for group in groups] == list(TOPICS.values())
    by_topic = dict(zip(TOPICS, groups, strict=True))
    for topic, remark in REMARKS.items():
        assert by_topic[topic].facts[0].title == remark
    assert all(len(group.facts) >= 2 for group in groups)


def test_a_figure_says_who_tells_it_of_which_year_and_how_good_the_source_is() -> None:
    # evidence.toml: the trade body's survey of 2019, published, primary.
    (fact,) = (fact for title, fact in facts().items() if "would recommend direct selling" in title)
    assert fact.rests_on == ("told by the industry", "published", "2019", "primary source")
    assert fact.standing == "known"
    assert fact.source is not None
    assert fact.source.address == "https://www.dsa.org/about/faq"


def test_the_claim_of_a_critic_stands_with_its_caveat_and_the_answer_to_it() -> None:
    titles = [fact.title for fact in listed().groups()[1].facts]
    place = next(number for number, title in enumerate(titles) if title.startswith("About 350 companies"))
    claim, answer = listed().groups()[1].facts[place : place + 2]
    assert claim.rests_on[0] == "told by a critic"
    assert "not a finding of that authority" in claim.remarks[0]
    assert answer.title == "Said against it"
    assert answer.source is not None
    assert answer.source.title.startswith("Direct Selling Association")


@pytest.mark.usefixtures("in_english")
def test_a_weak_figure_is_marked_and_an_undated_one_says_when_it_was_read() -> None:
    (forum,) = (fact for title, fact in facts().items() if title.startswith("Melaleuca"))
    assert forum.rests_on == ("told by a critic", "published", "undated, read 2026-11-23", "weak source")
    assert fact_as_html(forum).startswith('<div class="weak">')


def test_bands_are_in_their_own_currency_whatever_the_plan_counts_in() -> None:
    (daily,) = (fact for title, fact in facts().items() if title.startswith("My Daily Choice's statement"))
    assert daily.values == (
        "all of them · 100% · on average 580.08\N{NO-BREAK SPACE}USD a year · half of them at most "
        "0\N{NO-BREAK SPACE}USD a year",
    )
    (asia,) = (fact for title, fact in facts().items() if title.startswith("Sellers of Nu Skin"))
    assert asia.values == ("paid nothing · 84.9%", "paid something · 15.1%")


def test_the_sentence_counts_by_side() -> None:
    # One figure of a company, one finding of a critic.
    figure = next(each for each in EVIDENCE.figures if each.told_by == "company")
    finding = EVIDENCE.findings[0].model_copy(update={"told_by": "critic"})
    few = EVIDENCE.model_copy(update={"figures": (figure,), "findings": (finding,), "distributions": ()})
    assert listed(few).in_a_sentence() == (
        "2 figures and findings. Told by authorities and courts: 0, by companies: 1, by the industry's own bodies: 0, "
        "by researchers: 0, by critics: 1, by the press: 0. Nothing of it is computed with."
    )


def test_what_was_not_found_is_never_a_zero() -> None:
    last = listed().groups()[1].facts[-1]
    assert (last.title, last.values, last.standing) == ("Looked for and not found", ("not disclosed",), "unknown")
    assert "No audited figure" in last.remarks[0]


@pytest.mark.usefixtures("in_english")
def test_what_a_file_says_is_escaped() -> None:
    fact = replace(listed().groups()[0].facts[1], title="<b>x</b>")
    assert "<b>x</b>" not in fact_as_html(fact)
