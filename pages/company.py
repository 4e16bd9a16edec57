"""What does this company ask and pay? One company at a time: what it charges, what it pays, what is on record of it."""

import streamlit as st

from pages.parts.company import answer, sections
from pages.parts.company import terms as company_terms
from pages.parts.company.frame import actions, choose, fold, show_sentences
from pages.parts.company.sections import heading
from pages.shared.answer.head import foot, head
from pages.shared.answer.page import plain
from pages.shared.draw.tables import show_table
from pages.shared.session import state
from pages.shared.words.company_facts import CompanyFacts
from planner.analysis.company.in_words import in_currency

_ = state.speech().text
top = st.container()
company = choose()
speech = in_currency(company.currency, state.speech())
plan = state.plan_file().plan
answers = plan.company_answers.get(company.id, {})
terms = answer.terms_of(company, answers)
facts = CompanyFacts.of(company, plan, state.speech()).groups()
with top:
    head(_("What does this company ask and pay?"), answer.answer(company, answers, speech))
    show_sentences(answer.answers_beside(company, answers, speech))
actions(company)
sections.show_bands(company, speech)

heading(_("What it costs to join and stay"))
show_table(company_terms.joining_table(company, terms, speech))
fold(facts, "background", "joining", "activity")
if company is state.chosen_company():
    st.page_link("pages/who_said.py", label=plain(_("Somebody told me otherwise")))

heading(_("What you earn on a sale"))
show_sentences(company_terms.price_sentences(company, terms, answers, speech))
sections.show_margins(company, speech)
fold(facts, "prices")

heading(_("How the pay works"))
sections.show_pay(company, answers, facts, speech)

heading(_("How to get out"))
sections.show_leaving(company, facts, speech)

heading(_("What members were paid"))
sections.show_income(company, facts, speech)

heading(_("Who stays"))
sections.show_retention(company, facts, speech)

heading(_("What authorities and courts did"))
sections.show_enforcement(company, facts, speech)

sections.show_missing(company, facts, speech)
foot()
