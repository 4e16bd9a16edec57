"""The other plan of "What did the changes do?": as it was when it was opened, a sample plan, or a file."""

import streamlit as st

from pages.shared.answer import page
from pages.shared.session import files, history, state
from pages.shared.session.known_companies import first_of, known_to
from planner.analysis.beside.versions import Effect, Version, effects
from planner.analysis.case import Case
from planner.inputs.plan_file import PlanFile, read_plan_file
from planner.inputs.terms import missing_rate
from planner.language import mark
from planner.speech import Speech

KINDS = {
    "opened": mark("As I opened it"),
    "sample": mark("A sample plan"),
    "file": mark("A plan in a file"),
}
KIND = "versions_with"
UPLOADED = "uploaded-version"
KNOWN, ALONE = "version_known", "version_inputs_alone"  # what was computed last
READ = "version_in_file"  # stays while the session lasts, since Streamlit drops an upload when its page is left


def choose_other() -> PlanFile | None:
    """The plan that the person chooses to compare with; None until there is one."""
    _ = state.speech().text
    kinds = {kind: _(title) for kind, title in KINDS.items()}
    kind = st.segmented_control(
        _("Compare your plan with"),
        list(kinds),
        default="opened",
        format_func=kinds.__getitem__,
        key=KIND,
        persist_state="session",
        required=True,
    )
    match kind:
        case "sample":
            return _sample()
        case "file":
            return _from_file()
    return history.opened()


def title() -> str:
    """How the chosen one is called at the head of its column."""
    _ = state.speech().text
    titles = {"opened": _("As opened"), "sample": _("Sample"), "file": _("In the file")}
    return titles[st.session_state[KIND]]


def _sample() -> PlanFile:
    _ = state.speech().text
    samples = files.sample_plans()
    names = {name: _(name) for name in samples}
    chosen = st.selectbox(
        _("Sample plan"), list(names), format_func=names.__getitem__, key="versions_sample", persist_state="session"
    )
    return samples[chosen]


def _from_file() -> PlanFile | None:
    speech = state.speech()
    _ = speech.text
    st.file_uploader(_("A saved plan to compare with"), type="json", key=UPLOADED, on_change=_read_uploaded)
    file, faults = st.session_state.get(READ, (None, ()))
    if faults:
        st.error(page.with_list(_("The file cannot be compared with."), map(speech.say_fault, faults)))
    found: PlanFile | None = file
    return found


def _read_uploaded() -> None:
    """Reads what was chosen; where nothing is, as when the page is left, what was read before stays."""
    uploaded = st.session_state.get(UPLOADED)
    if uploaded is not None:
        st.session_state[READ] = read_plan_file(uploaded.getvalue(), uploaded.name)


def computed(file: PlanFile) -> Case | None:
    """The other plan on the company that its file names, or on the first where that is unknown; both are said.

    None where the rate between its currencies is missing, and that is said too.
    """
    _ = state.speech().text
    speech = Speech.of(state.language(), file.plan)
    company = known_to(file).get(file.company or "")
    if company is None:
        company = first_of(file.plan.currency)
        if file.company:
            words = _("The other plan names a company that is not in the list: {company}. It is laid on {chosen}.")
            st.warning(page.plain(words.format(company=file.company, chosen=company.name)))
    fault = missing_rate(company, file.plan)
    if fault:
        st.warning(page.plain(speech.say_fault(fault)))
        return None
    known: Case | None = st.session_state.get(KNOWN)
    if known is None or known.plan is not file.plan or known.company is not company:
        known = Case.of(file.plan, company)
        st.session_state[KNOWN] = known
    return known


def each_alone(other: Case, case: Case) -> tuple[Effect, ...]:
    """What each changed input did alone, computed once for each two plans: a projection for every input."""
    known = st.session_state.get(ALONE)
    if known is None or known[0] is not other or known[1] is not case:
        before, after = (Version(each.plan, each.company) for each in (other, case))
        known = (other, case, effects(before, after))
        st.session_state[ALONE] = known
    alone: tuple[Effect, ...] = known[2]
    return alone
