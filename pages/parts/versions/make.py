"""Making a scenario: its name, what it begins with, and keeping a plan that was changed since it was opened."""

from collections.abc import Callable

import streamlit as st

from pages.parts.versions import steps
from pages.parts.versions.others import Candidate
from pages.shared.answer.page import plain
from pages.shared.session import changes, history, state
from planner.analysis.beside.versions import FACTS
from planner.inputs.changes.scenario import Scenario

NEW = "new"  # the place on the page where a scenario is made
NEW_NAME = "scenario_new_name"  # what was typed last as the name of one
AS_IT_IS = "plan"
STARTS_AS = "scenario_starts_as"


def make_one(candidates: tuple[Candidate, ...]) -> None:
    """A name and what it begins with; or what to keep under the name of a plan that was changed since it was opened."""
    _ = state.speech().text
    typed = st.session_state.get(NEW_NAME, "")
    made = any(each.scenario.name == typed for each in candidates)  # until that is taken back
    key, first = state.seeded("text:scenario-new-name", "" if made else typed)
    st.text_input(_("Name of a new scenario"), first, key=key, on_change=_name_typed, args=(key,), autocomplete="off")
    names = {AS_IT_IS: _("Your plan as it is"), **{each.key: each.scenario.name for each in candidates}}
    st.selectbox(
        _("It begins as a copy of"), list(names), format_func=names.__getitem__, key=STARTS_AS, persist_state="session"
    )
    st.button(_("Make the scenario"), key="scenario-make", on_click=_make, args=(key, candidates))
    if _changed_since_opened():
        explanation = _(
            "You changed the plan since you opened it. One of the two stays your plan, the other becomes the scenario "
            "named above:"
        )
        st.markdown(plain(explanation))
        ways = {
            "scenario-keep": (_("Put the plan back, and keep my changes as the scenario"), steps.keep_and_put_back),
            "scenario-go-on": (
                _("Go on with my changes, and keep the plan before as the scenario"),
                steps.keep_and_go_on,
            ),
        }
        with st.container(horizontal=True):
            for button, (label, keep) in ways.items():
                st.button(label, key=button, wrap=True, on_click=_keep_under, args=(key, keep))
    steps.tell(NEW)


def _name_typed(key: str) -> None:
    if key in st.session_state:
        st.session_state[NEW_NAME] = str(st.session_state[key] or "").strip()


def _make(key: str, candidates: tuple[Candidate, ...]) -> None:
    start = st.session_state[STARTS_AS]  # as chosen by now, perhaps in the same moment
    begins = next((each.scenario for each in candidates if each.key == start), Scenario(name=AS_IT_IS))
    _keep_under(key, lambda name, place: steps.keep(name, begins, place))


def _keep_under(key: str, keep: Callable[[str, str], None]) -> None:
    keep(str(st.session_state.get(key) or "").strip(), NEW)


def _changed_since_opened() -> bool:
    """Whether an input was changed that a scenario may hold."""
    found = changes.since_opened(history.opened().plan, state.plan_file().plan)
    return any(each.path[0] not in ("name", "currency", *FACTS) for each in found)
