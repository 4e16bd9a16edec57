"""My sponsor told me otherwise: a figure of the company as published beside the one that was said, and which counts."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.shared.answer.page import as_label, plain, with_list
from pages.shared.fields import reading
from pages.shared.session import history, laid_on, own_companies, state, together
from pages.shared.session.known_companies import catalog
from pages.shared.words.own_company import label, stands, title
from planner.analysis.company.in_words import figure_in_words, in_currency
from planner.analysis.together.in_words import said_by
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.own_company.places import place_of
from planner.inputs.together.counted import as_published, as_told, counts
from planner.inputs.together.ledger import LIMITS, MOST_TOLD, OWNERS, TELLABLE, Said, Told

REFUSED = "told_refused"  # where what was said could not be kept or counted, and why
NEW, WRITTEN = "new", "told_written"
PUBLISHED, AS_TOLD = "published", "told"


def about() -> Company | None:
    """The published company that the plan is laid on, or on the person's version of which; None where there is none."""
    company = state.chosen_company()
    return own_companies.base_of(company) if company.yours else catalog().companies.get(company.id)


def show() -> None:
    """What was said of the company's figures, each with the choice of which counts, and room for another one."""
    _, base = state.speech().text, about()
    if base is None:
        st.markdown(plain(_("You stated this company yourself, so there is no published figure to set yours beside.")))
        return
    for told in (each for each in state.plan_file().told if each.company == base.id):
        _show_one(base, told)
    if len(state.plan_file().told) < MOST_TOLD:
        _ask(base)


def _show_one(base: Company, told: Told) -> None:
    speech = in_currency(base.currency, state.speech())
    _ = speech.text
    said = said_by(Said(owner=told.owner, day=told.day, note=told.note), speech)
    figures = {PUBLISHED: stands(base, told.place, speech), AS_TOLD: _in_words(base, told)}
    words = _("As published: {published}. Otherwise, by {who}: {told}.")
    line = words.format(published=figures[PUBLISHED], who=said, told=figures[AS_TOLD])
    st.markdown(f"**{plain(title(told.place, speech))}**  \n{plain(line)}")
    titles = {PUBLISHED: _("As published"), AS_TOLD: _("As I was told")}
    key, first = state.seeded(
        f"choice:told.{told.place}", AS_TOLD if counts(told, state.chosen_company()) else PUBLISHED
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.segmented_control(
            as_label(title(told.place, speech)),
            list(titles),
            default=first,
            format_func=titles.__getitem__,
            key=key,
            on_change=_choose,
            args=(key, told),
            required=True,
            disabled=not (state.chosen_company().yours or own_companies.is_room()),
            label_visibility="collapsed",
            width="content",
        )
        st.button(_("Delete"), key=f"told-delete.{told.place}", type="tertiary", on_click=_forget, args=(told,))
    _tell(told.place)


def _in_words(base: Company, told: Told) -> str:
    unit = place_of(told.place).unit_in(base)
    return figure_in_words(told.said, unit, in_currency(base.currency, state.speech()))


def _ask(base: Company) -> None:
    speech, number = state.speech(), st.session_state.get(WRITTEN, 0)
    _ = speech.text
    keys = {name: f"told-{name}.{number}" for name in ("place", "value", "no-limit", "owner")}
    with st.expander(_("Somebody told me otherwise"), key="told-otherwise"):
        place = st.selectbox(
            _("Which figure of the company?"),
            TELLABLE,
            format_func=lambda path: f"{label(base, path, speech)}: {stands(base, path, speech)}",
            key=keys["place"],
        )
        limitless = place in LIMITS and st.session_state.get(keys["no-limit"], False)
        if not limitless:
            st.text_input(
                as_label(_("What they said: {figure}").format(figure=label(base, place, speech))),
                key=keys["value"],
                autocomplete="off",
            )
        if place in LIMITS:
            st.checkbox(_("No limit of time"), key=keys["no-limit"])
        st.pills(
            _("Who says so?"),
            list(OWNERS),
            default="recruiter",
            format_func=lambda owner: _(OWNERS[owner]),
            key=keys["owner"],
            required=True,
            wrap=True,
        )
        st.button(_("Keep it"), key="told-keep", on_click=_keep, args=(base, keys))
        _tell(NEW)


def _keep(base: Company, keys: Mapping[str, str]) -> None:
    place, owner = str(st.session_state[keys["place"]]), st.session_state.get(keys["owner"]) or "recruiter"
    figure = _figure(base, place, keys)
    if isinstance(figure, Fault):
        st.session_state[REFUSED] = (NEW, (figure,))
        return
    said = {"company": base.id, "place": place, **figure, "owner": owner, "day": together.today()}
    others = tuple(each for each in state.plan_file().told if (each.company, each.place) != (base.id, place))
    faults = together.keep(told=(*others, said))
    st.session_state[REFUSED] = (NEW, faults)
    if not faults:
        st.session_state[WRITTEN] = st.session_state.get(WRITTEN, 0) + 1
        state.reseed()


def _figure(base: Company, place: str, keys: Mapping[str, str]) -> dict[str, Any] | Fault:
    """The figure as it was typed, or that there is no limit; or why it is none."""
    if place in LIMITS and st.session_state.get(keys["no-limit"]):
        return {"no_limit": True}
    unit = reading.typed_in(place_of(place).unit_in(base))
    text = str(st.session_state.get(keys["value"]) or "")
    value = reading.read(text, unit, in_currency(base.currency, state.speech()))
    return value if isinstance(value, Fault) else {"value": value}


def _choose(key: str, told: Told) -> None:
    """Lays the plan on the person's version of the company, in which the one or the other stands."""
    wanted, company, base = st.session_state.get(key), state.chosen_company(), about()
    if wanted is None or base is None or (wanted == AS_TOLD) == counts(told, company):
        return
    with history.one_step(("told", told.place)):
        if wanted == AS_TOLD:
            faults = _count(company, told)
        else:
            changed, faults = as_published(company, base, told)
            if changed is not None:
                faults = own_companies.change(changed)
    st.session_state[REFUSED] = (told.place, faults)
    state.reseed()


def _count(company: Company, told: Told) -> tuple[Fault, ...]:
    speech = state.speech()
    note = said_by(Said(owner=told.owner, day=told.day, note=told.note), speech)
    changed, faults = as_told(company, told, note, own_companies.this_year(), own_companies.taken_ids())
    if changed is None:
        return faults
    if not company.yours:
        own_companies.copy(company)
        if own_companies.own_company(changed.id) is None:  # there is no room for it, which is said already
            return ()
        laid_on.choose_company(changed.id)
    return own_companies.change(changed)


def _forget(told: Told) -> None:
    together.keep(told=tuple(each for each in state.plan_file().told if each != told))


def _tell(where: str) -> None:
    place, faults = st.session_state.get(REFUSED, ("", ()))
    if place == where and faults:
        _ = state.speech().text
        st.error(with_list(_("This is not taken:"), map(state.speech().say_fault, faults)))
