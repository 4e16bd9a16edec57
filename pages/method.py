"""Where do the figures come from? A company's figures beside their sources, and how the rest follows from them."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.method.evidence import EvidenceList
from pages.parts.method.texts import DRAWN, LIMITS, PRIVACY, STEPS, WHAT_IT_IS_NOT
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import as_label, plain
from pages.shared.draw import charts
from pages.shared.draw.coverage import coverage_chart
from pages.shared.draw.fact_list import show_facts, show_glossary
from pages.shared.fields.company_picker import picker
from pages.shared.session.state import chosen_company, known_companies, plan_file, speech
from pages.shared.words.cited_facts import FactGroup
from pages.shared.words.company_facts import CompanyFacts
from planner.glossary import GLOSSARY
from planner.inputs.evidence.industry import load_evidence

spoken = speech()
_ = spoken.text


def fold(key: str, title: str, leading: str) -> DeltaGenerator:
    """A part of the page under a line that says how much is in it."""
    label = _("{title}: {leading}").format(title=title, leading=leading)
    return st.expander(as_label(label), key=f"method-{key}")


def points(texts: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {plain(_(text))}" for text in texts))


def counted(texts: Sequence[object]) -> str:
    return spoken.plural("{count} point", "{count} points", len(texts))


def show_groups(groups: Sequence[FactGroup]) -> None:
    for group in groups:
        with st.expander(plain(group.title)):
            show_facts(group)


top = st.container()
chosen = picker(_("The company whose figures you read"), "method", chosen_company().id)
company = known_companies()[chosen]
facts = CompanyFacts.of(company, plan_file().plan, spoken)
with top:
    head(_("Where do the figures come from?"), facts.in_a_sentence())
    charts.show(coverage_chart(company, spoken), "method-coverage")
groups = facts.groups()
with fold(
    "company", _("The figures of {company}, with their sources").format(company=company.name), facts.counted(groups)
):
    st.markdown(plain(spoken.told(company.about)))
    show_groups(groups)

evidence, faults = load_evidence()
for fault in faults:
    st.markdown(plain(spoken.say_fault(fault)))
if evidence is not None:
    listed = EvidenceList(evidence, spoken)
    with fold("industry", _("What has been measured of the industry"), listed.counted()):
        st.markdown(plain(listed.in_a_sentence()))
        show_groups(listed.groups())

steps = spoken.plural("{count} step a month", "{count} steps a month", len(STEPS))
with fold("computed", _("How it is computed"), steps):
    st.markdown(plain(_("One month after the other, each in this order:")))
    st.markdown(
        "\n".join(
            f"1. {plain(_(step.text))}" + "".join(f"\n   - `{_(formula)}`" for formula in step.formulas)
            for step in STEPS
        )
    )
with fold("drawn", _("How the odds are drawn"), counted(DRAWN)):
    points(DRAWN)
with fold("limits", _("Where the computation ends"), counted(LIMITS)):
    points(LIMITS)
with fold("privacy", _("What happens to what you enter"), counted(PRIVACY)):
    points(PRIVACY)
terms = spoken.plural("{count} term", "{count} terms", len(GLOSSARY))
with fold("terms", _("Every term, explained once"), terms):
    show_glossary(spoken)

st.header(plain(_("What Joinwise is not")), anchor=False)
points(WHAT_IT_IS_NOT)
next_page("plan", _("Go to your plan"))
