"""Whether the plan is kept: keeping it, saving the next version, how long it is kept, and deleting it."""

import streamlit as st

from pages.parts.versions import conflict, given_links, saved_versions
from pages.shared.answer.page import as_label, plain
from pages.shared.saved import device, kept, line, saving
from pages.shared.saved.kept import Kept
from pages.shared.session import files, history, links, state, together
from pages.shared.words.saved import day_in_words, saved_in_words
from planner.address import stated
from planner.errors import Fault
from planner.inputs.together.ledger import LONGEST_NAME
from planner.language import mark
from planner.store.database import stated_url
from planner.store.saved_plans import USUAL_DAYS

FOR_EVER = 0  # in place of the None of the store, which a choice takes for nothing chosen
HOW_LONG = {30: mark("30 days"), 365: mark("a year"), FOR_EVER: mark("until I delete it")}


def show() -> None:
    """The part of the page: nothing is kept until the button is pressed."""
    _ = state.speech().text
    saved = kept.now()
    line.tell_out_of_reach()
    if saved is None:
        with st.expander(as_label(_("Keep this plan, with a secret link")), key="keep-plan"):
            _keep_form(None)
    else:
        st.header(plain(_("The saved plan")), anchor=False)
        said = (saved_in_words(saved.version, state.speech()), _until(saved), line.in_words(saved))
        st.markdown(plain(" ".join(said)))
        _save_form(saved)
    conflict.show()
    line.tell_refused()
    _tell_link()
    device.show()
    if saved is not None:
        every = kept.versions(saved)
        if isinstance(every, Fault):
            st.error(plain(state.speech().say_fault(every)))
            files.save_plan("save-unread")
        else:
            saved_versions.show(every, saved)
        if saved.right == "change" and not isinstance(every, Fault):
            given_links.show(saved)
            _settings(saved)
        with st.expander(as_label(_("Keep a copy as a plan of its own")), key="keep-copy"):
            _keep_form(saved)
        st.header(plain(_("Beside it")), anchor=False)


def is_kept() -> bool:
    """Whether the plan is one that is kept, so that its own part stands first."""
    return kept.now() is not None


def _until(saved: Kept) -> str:
    speech = state.speech()
    _ = speech.text
    if saved.kept_until is None:
        return _("It is kept until somebody deletes it.")
    return _("It is kept until {day}; each save begins the time anew.").format(
        day=day_in_words(saved.kept_until, speech)
    )


def _keep_form(saved: Kept | None) -> None:
    """How long, by whom, where it will lie, and the button. saved: of which a copy is kept."""
    _ = state.speech().text
    if saved is None:
        here = _(
            "It is in this tab of your browser until you close it. Kept, it opens again by a secret link, here or for "
            "somebody whom you give one."
        )
    else:
        here = _("What is entered here becomes a plan with a secret link of its own; the saved plan stays as it is.")
    st.markdown(plain(here))
    st.pills(
        _("How long it is kept after the last save"),
        list(HOW_LONG),
        default=USUAL_DAYS,
        required=True,
        format_func=lambda days: _(HOW_LONG[days]),
        key="keep-days",
    )
    if saved is None or saved.right == "look":  # else it stands above already
        _name_field()
    st.markdown(plain(_where()))
    st.button(_("Keep this plan"), key="keep", type="primary", on_click=_keep)


def _where() -> str:
    _ = state.speech().text
    if stated() or not stated_url().startswith("sqlite"):
        return _(
            "It lies in the database of this planner. Whoever runs the planner can read it; everybody else needs a "
            "link to it. No list of plans is shown to anybody."
        )
    return _(
        "It lies in a database on this computer. Whoever uses this computer's files can read it; nobody else can. No "
        "list of plans is shown to anybody."
    )


def _name_field() -> None:
    _ = state.speech().text
    # Seeded anew once the tab's draft has come, or it would stay empty while a save has the name that the tab kept.
    key, name = state.seeded("text:name-on-save", str(st.session_state.get(together.MY_NAME, "")))
    st.text_input(
        _("Saved by (a name, or nothing)"),
        name,
        key=key,
        max_chars=LONGEST_NAME,
        autocomplete="off",
        on_change=_take_name,
        args=(key,),
        width=320,
    )


def _take_name(key: str) -> None:
    if key in st.session_state:
        st.session_state[together.MY_NAME] = str(st.session_state[key] or "").strip()


def _keep() -> None:
    days = st.session_state.get("keep-days", USUAL_DAYS)
    saving.keep(str(st.session_state.get(together.MY_NAME, "")), days or None)


def _save_form(saved: Kept) -> None:
    """What the link lets be saved, by whom; with one that lets nothing be saved, that it does not."""
    _ = state.speech().text
    if saved.right == "look":
        st.markdown(plain(_("Your link lets you look only. What you change here can be taken with you as a file.")))
    elif saved.right == "comment":
        st.markdown(
            plain(
                _(
                    "Your link lets you add notes; those that are saved stay. What you change in the plan stays here, "
                    "and can be taken with you as a file."
                )
            )
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if saved.right != "look":
            _name_field()
        line.save_button(saved)


def _tell_link() -> None:
    """A new link, until it is put away: it is kept nowhere."""
    _, told = state.speech().text, st.session_state.get(saving.TOLD)
    if told is None:
        return
    token, right, name, of = told
    lets = {
        "look": _("Whoever has this link can look at the plan, notes too."),
        "comment": _("Whoever has this link can look at the plan and write notes."),
        "change": _("Whoever has this link can read, change and delete the plan, and give links to it."),
    }
    with st.container(border=True, key="told-link"):
        title = _("The link for {name}").format(name=name) if name else _("Your secret link")
        once = _(
            "It is told this once and kept nowhere: copy it to where you will find it again. A browser that opens it "
            "has it in its history."
        )
        other = "" if of == history.saved() else _("It opens the plan that was kept, not the one that is entered now.")
        here = "" if stated() else _("It opens on this computer only, since the planner listens to no other.")
        st.markdown(f"**{plain(title)}**")
        st.markdown(plain(" ".join(filter(None, (other, lets[right], once, here)))))
        links.show_link(links.saved_link(token))
        st.button(_("I have copied it"), key="link-told", on_click=_put_away)


def _put_away() -> None:
    st.session_state.pop(saving.TOLD, None)


def _settings(saved: Kept) -> None:
    """How long from now on, and deleting; with a link that may change the plan."""
    _ = state.speech().text
    with st.expander(as_label(_("How long it is kept, and deleting it")), key="kept-settings"):
        key, days = state.seeded(f"choice:kept-days.{saved.days}", saved.days or FOR_EVER)
        st.pills(
            _("How long it is kept after the last save"),
            list(HOW_LONG),
            default=days,
            required=True,
            format_func=lambda each: _(HOW_LONG[each]),
            key=key,
            on_change=_keep_for,
            args=(key,),
        )
        st.markdown(plain(_("Deleting takes every version, the notes in them and every link at once, for everybody.")))
        sure = st.checkbox(_("Yes, delete all of it"), key="sure-to-delete")
        st.button(_("Delete the kept plan"), key="delete-kept", disabled=not sure, on_click=saving.delete)


def _keep_for(key: str) -> None:
    if key in st.session_state:
        saving.keep_for(st.session_state[key] or None)
