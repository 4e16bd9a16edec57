"""Where do the figures come from? A company's figures beside their sources, and how the rest follows from them."""

from collections.abc import Iterable

import streamlit as st

from pages.parts.method.evidence import EvidenceList
from pages.parts.method.texts import DRAWN, LIMITS, PRIVACY, STEPS, WHAT_IT_IS_NOT
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.draw.fact_list import show_facts, show_glossary
from pages.shared.fields.company_picker import picker
from pages.shared.session.state import chosen_company, known_companies, plan_file, speech
from pages.shared.words.company_facts import CompanyFacts
from planner.inputs.evidence.industry import load_evidence

spoken = speech()
_ = spoken.text


def section(title: str, texts: Iterable[str]) -> None:
    st.header(plain(title), anchor=False)
    st.markdown("\n".join(f"- {plain(_(text))}" for text in texts))


top = st.container()
chosen = picker(_("The company whose figures you read"), "method", chosen_company().id)
company = known_companies()[chosen]
facts = CompanyFacts.of(company, plan_file().plan, spoken)
with top:
    head(_("Where do the figures come from?"), facts.in_a_sentence())
st.markdown(plain(spoken.told(company.about)))
for group in facts.groups():
    with st.expander(plain(group.title)):
        show_facts(group)

st.header(plain(_("What has been measured of the industry")), anchor=False)
evidence, faults = load_evidence()
for fault in faults:
    st.markdown(plain(spoken.say_fault(fault)))
if evidence is not None:
    listed = EvidenceList(evidence, spoken)
    st.markdown(plain(listed.in_a_sentence()))
    for topic in listed.groups():
        with st.expander(plain(topic.title)):
            show_facts(topic)

st.header(plain(_("How it is computed")), anchor=False)
st.markdown(plain(_("One month after the other, each in this order:")))
st.markdown(
    "\n".join(
        f"1. {plain(_(step.text))}" + "".join(f"\n   - `{_(formula)}`" for formula in step.formulas) for step in STEPS
    )
)
section(_("How the odds are drawn"), DRAWN)
section(_("Where the computation ends"), LIMITS)
section(_("What Joinwise is not"), WHAT_IT_IS_NOT)
section(_("What happens to what you enter"), PRIVACY)
st.header(plain(_("The terms")), anchor=False)
with st.expander(plain(_("Every term, explained once"))):
    show_glossary(spoken)
next_page("plan", _("Go to your plan"))
