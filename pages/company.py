"""What does this company ask and pay? One company at a time: what it charges, what it pays, what is on record of it."""

import streamlit as st

from pages.parts.company import answer, sections, titles
from pages.parts.company.frame import actions, choose, section, show_sentences
from pages.parts.company.how_paid import how_paid, show_how_paid
from pages.parts.company.picture import show_picture
from pages.shared.answer.head import foot, head
from pages.shared.answer.strip import show_strip
from pages.shared.draw.fact_list import show_facts
from pages.shared.fields.company_choice import ask_what_no_source_says
from pages.shared.session import state
from pages.shared.session.known_companies import catalog
from pages.shared.words.company_facts import CompanyFacts
from planner.analysis.company.citation import own_or
from planner.analysis.company.in_words import in_currency
from planner.analysis.team.proven.words import sentence_of

_ = state.speech().text
top = st.container()
company = choose()
speech = in_currency(company.currency, state.speech())
plan = state.plan_file().plan
answers = plan.company_answers.get(company.id, {})
terms = answer.terms_of(company, answers)
paid = how_paid(company, answers)
facts = CompanyFacts.of(company, plan, state.speech()).groups()
with top:
    head(_("What does this company ask and pay?"), answer.answer(company, answers, speech))
    proven = sentence_of(paid.proofs if paid else (), speech)
    show_sentences(tuple(filter(None, (*answer.answers_beside(company, answers, speech), proven))))
    show_picture(company, terms, speech)
actions(company)
if state.chosen_company() is company and state.rate_fault() is None:
    show_strip(state.case(), limits=False)

with section("joining", _("What it costs to join and stay"), titles.joining(company, terms, speech)):
    sections.show_joining(company, terms, facts, speech)
with section("earning", _("What you earn on a sale"), titles.earning(terms, speech)):
    sections.show_earning(company, terms, answers, facts, speech)
with section("pay", _("How the pay works"), titles.paying(company, terms, speech)):
    sections.show_pay(company, answers, facts, speech, told=paid is not None)
if paid is not None:
    with section("team", _("How a team is paid")):
        show_how_paid(paid, answers, speech)
ask_what_no_source_says(company)
with section("leaving", _("How to get out"), titles.leaving(company, speech)):
    sections.show_leaving(company, facts, speech)
if company.distributions or company.disclosures:
    with section("income", _("What members were paid"), titles.income(company, speech)):
        sections.show_income(company, facts, speech)
if company.retention:
    with section("retention", _("Who stays"), titles.staying(company, speech)):
        sections.show_retention(facts)
with section("enforcement", _("What authorities and courts did"), titles.enforcement(company, speech)):
    sections.show_enforcement(company, speech)
published = catalog().companies.values()
with section("beside", _("Beside the others in the catalogue"), titles.beside(company, published, speech)):
    sections.show_bands(company, speech)
with section("missing", own_or(company, _("What you have not stated"), _("What was looked for and not found"))):
    sections.show_missing(company, facts, speech)
for group in facts:
    if group.key in ("limits", "to_look_up"):
        with section(group.key, group.title, titles.points(len(group.facts), speech)):
            sections.show_limits(group) if group.key == "limits" else show_facts(group)
foot()
