"""The companies of one's own: which one is worked on, what differs from the published, and what can be done with it."""

import streamlit as st

from pages.parts.my_company import changes
from pages.shared.answer.page import plain
from pages.shared.session import laid_on, own_companies, state
from pages.shared.session.downloads import hand_over
from pages.shared.session.known_companies import catalog
from pages.shared.words import own_company
from pages.shared.words.company_names import named
from planner.inputs.company.company import Company
from planner.inputs.own_company.file import company_toml, file_name
from planner.inputs.own_company.own_company import differing, settled, tables_of
from planner.inputs.own_company.places import is_known, places_of
from planner.language import mark

DONE = {
    "copied": mark("{name} is copied. Change what your own papers say otherwise."),
    "added": mark("{name} is added. State what else you know."),
    "replaced": mark("{name} is as the file says."),
    "same": mark("{name} is already here, as the file says."),
    "deleted": mark("{name} is deleted. Undo brings it back."),
    "fell_back": mark(
        "{name} is deleted, and your plan was laid on it. It is laid on {instead} now. Undo brings it back."
    ),
}
LONGEST_NAME = 60


def answer(own: Company | None) -> str:
    """The page's answer in a sentence: how many figures differ from the published, or were stated."""
    speech = state.speech()
    _, ngettext = speech.text, speech.plural
    if own is None:
        return _("You have no company of your own yet. Copy one and change it, add one, or open a file.")
    base = own_companies.base_of(own)
    if base is None:
        known = sum(is_known(own, place.path) for place in places_of(own))
        stated = ngettext("{count} figure is stated", "{count} figures are stated", known)
        words = _("{name}: {stated}, and the rest is counted as not disclosed.")
        return words.format(name=own.name, stated=stated)
    count, parts = len(differing(own, base)), own_company.parts(own, base, speech)
    if not count and parts:
        words = _("{name}: its terms are as published, but these parts are not: {parts}.")
        return words.format(name=own.name, parts=parts)
    if not count:
        return _("{name}: everything is as published so far.").format(name=own.name)
    differ = ngettext("{count} figure differs", "{count} figures differ", count)
    said = _("{name}: {differ} from what is published.").format(name=own.name, differ=differ)
    return said if not parts else said + " " + _("So do these parts: {parts}.").format(parts=parts)


def say_what_was_done() -> None:
    """What was done last, until the next change."""
    done, name, instead = st.session_state.get(own_companies.TOLD, ("", "", ""))
    if done:
        company = state.known_companies().get(instead)
        words = state.speech().text(DONE[done])
        st.info(plain(words.format(name=name, instead=named(company) if company else "")))


def carries_plan(own: Company) -> bool:
    """Whether the plan is laid on this company, and can be computed."""
    return state.chosen_company() is own and state.rate_fault() is None


def choose(own: Company) -> None:
    """Which of one's own companies is worked on, and what it is called."""
    _ = state.speech().text
    known = own_companies.own_companies()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if len(known) > 1:
            names = {company.id: named(company) for company in known}
            key, first = state.seeded("choice:own-company", own.id)
            with st.container(width=300):
                st.selectbox(
                    _("Work on"),
                    list(names),
                    index=list(names).index(first) if first in names else 0,
                    format_func=names.__getitem__,
                    key=key,
                    on_change=_chosen,
                    args=(key,),
                )
        key, first = state.seeded(f"text:own-name.{own.id}", own.name)
        with st.container(width=300):
            st.text_input(
                _("Name"),
                first,
                key=key,
                on_change=_named,
                args=(key, own.id),
                max_chars=LONGEST_NAME,
                autocomplete="off",
            )

    changes.tell_refused("name")


def _chosen(key: str) -> None:
    if key in st.session_state:
        own_companies.work_on(st.session_state[key])


def _named(key: str, company_id: str) -> None:
    """Takes another name; an empty one leaves the name as it was."""
    st.session_state.pop(changes.REFUSED, None)
    company = own_companies.own_company(company_id)
    typed = str(st.session_state.get(key) or "")
    name = typed.strip()
    if company is not None and name not in ("", company.name):
        renamed, faults = settled(tables_of(company) | {"name": name})
        if renamed is None:
            st.session_state[changes.REFUSED] = ("name", faults)
        elif not own_companies.change(renamed):
            company = renamed
    if company is None or typed != company.name:  # what stands in the field is not the name
        state.reseed()


def actions(own: Company) -> None:
    """Laying the plan on it, handing it over as a file, taking it away."""
    _ = state.speech().text
    with st.container(horizontal=True):
        st.button(
            _("Your plan is laid on it") if state.chosen_company() is own else _("Lay my plan on this company"),
            key=f"own-lay:{own.id}",
            type="primary",
            disabled=state.chosen_company() is own,
            on_click=laid_on.choose_company,
            args=(own.id,),
        )
        hand_over(_("Save it as a file"), company_toml(own), file_name(own), "own-save")
        st.button(_("Delete it"), key=f"own-delete:{own.id}", on_click=own_companies.delete, args=(own,))
    if state.chosen_company() is own and state.rate_fault() is not None:
        st.page_link("pages/plan.py", label=_("State the rate in your plan"))


def differences(own: Company) -> None:
    """Every figure that differs from the published, yours and theirs, each with its way back."""
    speech = state.speech()
    _ = speech.text
    base = own_companies.base_of(own)
    if base is None:
        if own.version_of and own.version_of not in catalog().companies:
            words = _("It began as a copy of {company}, which is not in the list here, so nothing can be compared.")
            st.markdown(plain(words.format(company=own.version_of)))
        return
    paths = differing(own, base)
    st.header(plain(_("What differs from the published figures")), anchor=False)
    parts = own_company.parts(own, base, speech)
    if parts:
        words = _("Parts that are not as published, and are not changed here: {parts}.")
        st.markdown(plain(words.format(parts=parts)))
    if not paths:
        st.markdown(plain(_("No figure yet. Change one below.") if parts else _("Nothing yet. Change a figure below.")))
    for path in paths:
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.markdown(f"**{plain(own_company.title(path, speech))}**", width=220)
            words = _("yours: {yours}; published: {published}")
            yours, published = own_company.both(own, base, path, speech)
            st.markdown(plain(words.format(yours=yours, published=published)), width=400)
            changes.reset_button(own, path, "list")
