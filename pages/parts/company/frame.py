"""The frame of the company's page: which company it shows, what can be done with it, and its cited facts, folded.

The address names the company that was picked, so that a link opens it and the browser's own way back finds it again.
Where it names none, nothing is written to it: the kept draft, which says what the plan is laid on, may come later.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.shared.answer.page import as_label, plain
from pages.shared.draw.fact_list import show_facts
from pages.shared.fields.company_picker import picker
from pages.shared.session import laid_on, own_companies, state
from pages.shared.words.cited_facts import CitedFact, FactGroup
from planner.inputs.company.company import Company

ADDRESS = "company"  # the parameter of the address that names the company
READ = "company_read"  # the id of the one that was asked for last, for whoever comes back without an address


def choose() -> Company:
    """The company that the address names, else the one asked for last, else the plan's own; and the list."""
    _, known = state.speech().text, state.known_companies()
    asked = st.query_params.get(ADDRESS, "")
    company = known.get(asked) or known.get(st.session_state.get(READ, "")) or state.chosen_company()
    if asked and asked not in known:  # it stays in the address: a company of one's own may come with the kept draft
        words = _("There is no company called {company} in the list. Shown is {shown}.")
        st.warning(plain(words.format(company=asked, shown=company.name)))
    elif asked:
        if st.session_state.get(READ, company.id) != company.id:
            state.reseed()  # another address, so the list must follow
        st.session_state[READ] = company.id
    picker(_("The company that you read about"), "company-read", company.id, partial(_read, company.id))
    return company


def _read(shown_id: str, picked_id: str) -> None:
    """Takes what is picked; not what is shown already, which the list calls back with as the page is left."""
    if picked_id != shown_id:
        st.session_state[READ] = picked_id
        st.query_params[ADDRESS] = picked_id


def actions(company: Company) -> None:
    """Laying the plan on it, and changing its figures: those of one's own version, or of a copy."""
    _ = state.speech().text
    laid = state.chosen_company() is company
    with st.container(horizontal=True):
        st.button(
            _("Your plan is laid on it") if laid else _("Lay my plan on this company"),
            key=f"company-lay:{company.id}",
            type="primary",
            disabled=laid,
            on_click=laid_on.choose_company,
            args=(company.id,),
        )
        if company.yours:
            if st.button(_("Change its figures"), key=f"company-change:{company.id}"):
                own_companies.work_on(company.id)
                _to_my_version()
        elif st.button(
            _("Copy it and change its figures"), key=f"company-copy:{company.id}", disabled=not own_companies.is_room()
        ):
            own_companies.copy(company)
            _to_my_version()
    if laid and state.rate_fault() is not None:
        st.page_link("pages/plan.py", label=_("State the rate in your plan"))


def _to_my_version() -> None:
    # Without a word on the address Streamlit clears it, and refuses where the language is bound to it.
    st.switch_page("pages/my_company.py", query_params={})


def section(key: str, title: str, leading: str = "") -> DeltaGenerator:
    """A fold of the page that says what it is about, and its leading figure; it stays open for another company."""
    _ = state.speech().text
    label = _("{title}: {leading}").format(title=title, leading=leading) if leading else title
    return st.expander(as_label(label), key=f"company-{key}")


def fold(groups: Sequence[FactGroup], *keys: str, said: Collection[str] = ()) -> None:
    """The cited facts of a section in one fold, but those not disclosed, which are listed once for the whole page.

    said: what the section says already, so that no fact repeats it; why something is asked stands where it is asked.
    """
    _, chosen = state.speech().text, []
    for group in groups:
        facts = tuple(_unsaid(fact, said) for fact in group.facts if fact.standing != "unknown")
        if group.key in keys and facts:
            chosen.append(replace(group, facts=facts))
    if not chosen:
        return
    count = sum(len(group.facts) for group in chosen)
    with st.expander(plain(_("Each figure with its source ({count})").format(count=count))):
        for group in chosen:
            if len(chosen) > 1:
                st.markdown(f"**{plain(group.title)}**")
            show_facts(group)


def _unsaid(fact: CitedFact, said: Collection[str]) -> CitedFact:
    remarks = () if fact.standing == "asked" else fact.remarks
    values, remarks = (tuple(each for each in texts if each not in said) for texts in (fact.values, remarks))
    return replace(fact, values=values, remarks=remarks)


def show_sentences(sentences: Sequence[str]) -> None:
    """One as a paragraph, several as a list."""
    if len(sentences) == 1:
        st.markdown(plain(sentences[0]))
    elif sentences:
        st.markdown("\n".join(f"- {plain(each)}" for each in sentences))
