"""The figures to take away: the months as CSV, and the plan that they follow from."""

import streamlit as st

from pages.shared import state
from planner.analysis.csv_export import STYLES, Style, to_csv
from planner.analysis.frames import monthly_frame
from planner.analysis.wording import Speech
from planner.inputs.plan_file import PlanFile, dump_plan_file
from planner.language import Language

USUAL_STYLE: dict[Language, Style] = {"en": "international", "sv": "swedish"}


def show_downloads(current: state.Current) -> None:
    """Both files. They are written when they are asked for, from the same projection that the page shows."""
    speech = state.speech()
    _ = speech.text
    plan = plan_behind(current)  # now, since a file is written outside the session
    style = choose_style(speech)
    with st.container(horizontal=True):
        st.download_button(
            _("Every month as a table (CSV)"),
            lambda: csv_file(current, style),
            file_name=f"joinwise-{current.company.id}.csv",
            mime="text/csv",
            on_click="ignore",
            key="download_csv",
        )
        st.download_button(
            _("The plan behind it (JSON)"),
            lambda: dump_plan_file(plan),
            file_name=f"joinwise-{current.company.id}-plan.json",
            mime="application/json",
            on_click="ignore",
            key="download_plan",
        )
    st.markdown(
        _("The plan file holds every assumption. Whoever opens it in Joinwise, or runs this, gets the same figures:")
    )
    st.code(
        f"python -m planner project joinwise-{current.company.id}-plan.json --company {current.company.id}",
        language=None,
        wrap_lines=True,
    )


def choose_style(speech: Speech) -> Style:
    """How the table is written; at first as is usual in the page's language."""
    _ = speech.text
    names: dict[Style, str] = {
        "international": _("Commas between columns, decimal points"),
        "swedish": _("Semicolons between columns, decimal commas (Swedish spreadsheets)"),
    }
    style: Style = st.radio(
        _("How the table is written"),
        list(STYLES),
        index=list(STYLES).index(USUAL_STYLE[speech.language]),
        format_func=names.__getitem__,
        key=f"csv_style_{speech.language}",  # its own for each language, so that a switch brings what is usual there
        persist_state="session",
    )
    return style


def csv_file(current: state.Current, style: Style) -> bytes:
    """Everything that was projected, a row a month."""
    return to_csv(monthly_frame(current.plan, current.projection), style)


def plan_behind(current: state.Current) -> PlanFile:
    """The plan with the company that it is laid on, from which anyone gets the same figures."""
    return PlanFile(company=current.company.id, compared=state.plan_file().compared, plan=current.plan)
