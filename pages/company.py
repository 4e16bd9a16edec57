"""What does this company ask and pay? One company at a time: what it charges, what it pays, what is on record of it."""

import streamlit as st

from pages.shared import company_sections, company_sentences, company_terms, state
from pages.shared.company_facts import CompanyFacts
from pages.shared.company_page import actions, choose, fold, show_sentences
from pages.shared.company_sections import heading
from pages.shared.figure_words import in_currency
from pages.shared.page import head, next_page
from pages.shared.tables import show_table

_ = state.speech().text
top = st.container()
company = choose()
speech = in_currency(company.currency, state.speech())
plan = state.plan_file().plan
answers = plan.company_answers.get(company.id, {})
terms = company_sentences.terms_of(company, answers)
facts = CompanyFacts.of(company, plan, state.speech()).groups()
with top:
    head(_("What does this company ask and pay?"), company_sentences.answer(company, answers, speech))
    show_sentences(company_sentences.answers_beside(company, answers, speech))
actions(company)

heading(_("What it costs to join and stay"))
show_table(company_terms.joining_table(company, terms, speech))
fold(facts, "background", "joining", "activity")

heading(_("What you earn on a sale"))
show_sentences(company_terms.price_sentences(company, terms, answers, speech))
company_sections.show_margins(company, speech)
fold(facts, "prices")

heading(_("How the pay works"))
company_sections.show_pay(company, answers, facts, speech)

heading(_("How to get out"))
company_sections.show_leaving(company, facts, speech)

heading(_("What members were paid"))
company_sections.show_income(company, facts, speech)

heading(_("Who stays"))
company_sections.show_retention(company, facts, speech)

heading(_("What authorities and courts did"))
company_sections.show_enforcement(company, facts, speech)

company_sections.show_missing(company, facts, speech)
next_page("pages/compare.py", _("Compare it with other companies"))
