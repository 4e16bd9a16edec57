"""The plan by which a team is paid, in words: of a file here, of a company on its own page."""

from dataclasses import replace

import streamlit as st

from pages.shared.answer.page import as_label, plain
from pages.shared.draw.pay_plan import show_example, show_words
from pages.shared.draw.proofs import show_proofs
from pages.shared.session import once
from planner.analysis.team.explained.example import example_of
from planner.analysis.team.paid import Payer
from planner.analysis.team.proven.run import run_proofs
from planner.speech import Speech


def show_plan(payer: Payer, speech: Speech) -> None:
    """Its rules and a small invented team, folded; or where they stand."""
    _ = speech.text
    if payer.company is not None:
        label = _("How {company} pays a team, in words").format(company=payer.name)
        st.page_link("pages/company.py", label=plain(label), query_params={"company": payer.company.id})
        return
    speech = replace(speech, currency=payer.currency)
    with st.expander(as_label(_("The plan “{plan}” in words").format(plan=payer.name)), key="team-plan-words"):
        show_proofs(once.made("team_plan_proofs", (payer,), lambda: run_proofs(payer)), speech)
        show_words(payer.plan, speech)
        example = once.made("team_plan_example", (payer,), lambda: example_of(payer))
        if example is not None:
            show_example(example, speech)
