"""Every version that was saved: when, by whom, what was changed and what it came to; and what can be done with one."""

from collections.abc import Sequence
from itertools import pairwise

import streamlit as st

from pages.parts.versions import choice, others
from pages.shared.answer.page import as_label, plain
from pages.shared.saved import saving
from pages.shared.saved.kept import Kept
from pages.shared.session import state, together
from pages.shared.words.saved import parts_in_words, saved_in_words
from planner.analysis.answer import saved_figures
from planner.inputs.together.ledger import LONGEST_NAME
from planner.store.saved_plans import Version

AT_FIRST = 2  # versions that are shown
ALL = "all_versions"


def show(every: Sequence[Version], saved: Kept) -> None:
    """The newest first; those of long ago when asked for. Folded, since the newest is said above."""
    speech = state.speech()
    _ = speech.text
    if every[0].number > saved.version.number and saving.in_question() is None:
        _tell_newer(every[0])
    shown = every if ALL in st.session_state else every[:AT_FIRST]
    before = {later.number: earlier for later, earlier in pairwise(every)}
    title = speech.plural("{count} version", "{count} versions", len(every))
    with st.expander(as_label(title), key="saved-versions"):
        for version in shown:
            _show_one(version, before.get(version.number), saved)
        st.caption(plain(_of_the_figures(shown)))
        if len(shown) < len(every):
            st.button(_("Show the earlier ones too"), key="all-versions", on_click=_show_all)


def _of_the_figures(shown: Sequence[Version]) -> str:
    _ = state.speech().text
    said = [_("Figures are those in the middle of the runs, as they were when it was saved.")]
    if any(version.figures.get("undisclosed") for version in shown):
        said.append(_("Costs not disclosed are left out."))
    return " ".join(said)


def _show_all() -> None:
    st.session_state[ALL] = True


def _tell_newer(newest: Version) -> None:
    speech = state.speech()
    _ = speech.text
    said = _("Saved meanwhile: {version} What you save is put together with it.")
    st.info(plain(said.format(version=saved_in_words(newest, speech))))
    st.button(_("Take it in now"), key="take-in", on_click=saving.take_in)


def _show_one(version: Version, before: Version | None, saved: Kept) -> None:
    """What it is, what it came to, and below what can be done with it."""
    speech = state.speech()
    _ = speech.text
    head = saved_in_words(version, speech)
    lines = [f"**{plain(head)}**"]
    if version.baseline:
        lines[0] = f"**{plain(version.baseline)}** · {plain(head)}"
    if version.changed:
        lines.append(plain(_("Changed: {parts}").format(parts=parts_in_words(version.changed))))
    figures = saved_figures.in_words(version.figures, before.figures if before else {}, speech)
    lines.append(plain(" · ".join(figures) or _("What it came to was not known when it was saved.")))
    with st.container(gap="xsmall", key=f"version-{version.number}"):
        st.markdown("  \n".join(lines))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _actions(version, saved)
            if saved.right == "change":
                _name_it(version)


def _actions(version: Version, saved: Kept) -> None:
    _, number = state.speech().text, version.number
    for key, label, act in (
        ("beside", _("Lay it beside my plan"), _lay_beside),
        ("open", _("Open it here"), _open),
    ):
        st.button(label, key=f"version-{key}-{number}", type="tertiary", on_click=act, args=(saved, number))
    if saved.right == "change" and number < saved.version.number:
        label = _("Go back to it")
        st.button(label, key=f"version-back-{number}", type="tertiary", on_click=_go_back, args=(saved, number))


def _name_it(version: Version) -> None:
    """A name under which the version lies beside the plan, such as: our first talk."""
    _ = state.speech().text
    label = _("Rename the baseline") if version.baseline else _("Fix it as a baseline")
    opened = st.popover(label, type="tertiary", key=f"baseline-{version.number}", on_change="rerun")
    if opened.open:
        with opened:
            key, name = state.seeded(f"text:baseline.{version.number}", version.baseline)
            st.text_input(
                _("Its name, such as: our first talk"), name, key=key, max_chars=LONGEST_NAME, autocomplete="off"
            )
            st.button(
                _("Fix it under this name"), key=f"fix-{version.number}", on_click=_fix, args=(version.number, key)
            )
            st.caption(plain(_("It lies beside your plan. Without a name it is a version like the others.")))


def _fix(number: int, key: str) -> None:
    name = str(st.session_state.get(key) or "").strip()
    saving.fix_baseline(number, name)
    st.session_state[f"baseline-{number}"] = False
    if name:
        _lay_beside(None, number)


def _lay_beside(_saved: Kept | None, number: int) -> None:
    st.session_state[others.LISTED] = {*st.session_state.get(others.LISTED, ()), number}
    choice.show_also(f"{others.VERSION}{number}")
    state.reseed()


def _open(saved: Kept, number: int) -> None:
    saving.open_version(saved, number)


def _go_back(saved: Kept, number: int) -> None:
    saving.go_back(saved, number, str(st.session_state.get(together.MY_NAME, "")))
