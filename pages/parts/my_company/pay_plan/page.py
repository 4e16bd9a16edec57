"""How a company of one's own pays a team: the form, whether it counts by now, and the brochure's example below it."""

from dataclasses import replace

import streamlit as st

from pages.parts.my_company.pay_plan import draft, example, sections
from pages.parts.my_company.pay_plan.form import Form
from pages.shared.answer.page import plain, with_list
from pages.shared.session import state
from planner.analysis.company.in_words import in_currency
from planner.analysis.team.proven.run import run_proofs
from planner.analysis.team.proven.words import payer_by_plan, summary_in_words
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.wanted import WANTED

FRONT = "pay.plan."  # how places of the plan begin in the company's file


def of_the_plan(company: Company) -> list[Fault]:
    """Why the company did not take the plan, where that is a field of the plan, with the plan's own places."""
    refused = draft.refused(company)
    return [replace(each, path=each.path.removeprefix(FRONT)) for each in refused if each.path.startswith(FRONT)]


def show(company: Company) -> None:
    """Everything of the pay plan, and how to begin it anew."""
    speech = in_currency(company.currency, state.speech())
    _ = speech.text
    typed = draft.draft_of(company)
    told = [*typed.read.faults, *of_the_plan(company)]
    form = Form(company, typed.tables, speech, {each.path: each for each in told})
    st.header(plain(_("How it pays a team")), anchor=False)
    words = _(
        "Type what the brochure prints, in its order. Nothing has to be whole at once: what you type stays, and it "
        "counts as soon as nothing is missing."
    )
    st.markdown(plain(words))
    payer = payer_by_plan(company)
    if payer is not None and (proven := summary_in_words(run_proofs(payer), speech)):
        st.markdown(f"**{plain(proven[:1].upper() + proven[1:])}**")
    _standing(company, typed)
    sections.show(form)
    st.subheader(plain(_("Check it against the brochure's own example")), anchor=False)
    words = _(
        "Type the team of an example that the brochure prints, and the pay that it prints for it. What these rules pay "
        "is laid beside it, with every row."
    )
    st.markdown(plain(words))
    example.show(form, typed.read.proofs if typed.read.plan is not None and typed.read.plan == typed.of else ())
    if company.pay.plan is not None:
        st.button(
            _("Drop this pay plan and begin anew"),
            key=f"own-pay-anew.{company.id}",
            type="tertiary",
            on_click=draft.begin_anew,
            args=(company.id,),
        )


def _standing(company: Company, typed: draft.Draft) -> None:
    """That what is typed counts, or how many things are missing or wrong until it does."""
    speech = state.speech()
    _ = speech.text
    if faults := [each for each in draft.refused(company) if not each.path.startswith(FRONT)]:
        st.error(with_list(_("This does not fit the rest of the company:"), map(speech.say_fault, faults)))
    rules = [each for each in typed.read.faults if not each.path.startswith("proofs[")] + of_the_plan(company)
    if not rules:
        return
    missing = sum(each.message == WANTED["missing"] for each in rules)
    said = []
    if missing:
        said.append(
            speech.plural("{count} thing is still to be stated.", "{count} things are still to be stated.", missing)
        )
    if wrong := len(rules) - missing:
        said.append(speech.plural("{count} thing does not fit.", "{count} things do not fit.", wrong))
    places = speech.listed([_(sections.SECTIONS[each]) for each in sections.where(rules)])
    words = _(
        "Not counted yet: {what} It stands under {places}. Until then the company pays as before, and what is not "
        "counted is kept in this tab alone: it is in no file, link or saved plan, and gone if the page is loaded anew."
    )
    st.warning(plain(words.format(what=" ".join(said), places=places)))
