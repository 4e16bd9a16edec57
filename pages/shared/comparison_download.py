"""The comparison to take away: every month of every company as CSV, and the plan that it follows from."""

from functools import partial

import streamlit as st

from pages.shared import state
from pages.shared.downloads import USUAL_STYLE
from planner.analysis.comparison import Comparison
from planner.analysis.csv_export import Style, to_csv
from planner.analysis.frames import comparison_frame
from planner.inputs.plan_file import PlanFile, dump_plan_file


def show_downloads(comparison: Comparison) -> None:
    """The table in either style, that of the page's language first, and the plan behind it; written when asked for."""
    speech = state.speech()
    _ = speech.text
    titles: dict[Style, str] = {
        "international": _("Every month (CSV, decimal points)"),
        "swedish": _("Every month (CSV, decimal commas)"),
    }
    plan = plan_behind(comparison)  # now, since a file is written outside the session
    usual = USUAL_STYLE[speech.language]
    with st.container(horizontal=True):
        for style, title in sorted(titles.items(), key=lambda item: item[0] != usual):
            st.download_button(
                title,
                partial(csv_file, comparison, style),
                file_name="joinwise-comparison.csv",
                mime="text/csv",
                on_click="ignore",
                key=f"download_comparison_{style}",
            )
        st.download_button(
            _("The plan behind it (JSON)"),
            partial(dump_plan_file, plan),
            file_name="joinwise-comparison-plan.json",
            mime="application/json",
            on_click="ignore",
            key="download_comparison_plan",
        )
    st.markdown(
        _("The plan file holds every assumption. Whoever opens it in Joinwise, or runs this, gets the same figures:")
    )
    st.code(command(plan), language=None, wrap_lines=True)


def csv_file(comparison: Comparison, style: Style) -> bytes:
    """A row for each month of each company, and of not joining."""
    return to_csv(comparison_frame(comparison), style)


def plan_behind(comparison: Comparison) -> PlanFile:
    """The plan with the companies that it was laid on, from which anyone gets the same figures."""
    compared = tuple(row.company.id for row in comparison.rows)
    return PlanFile(company=state.plan_file().company, compared=compared, plan=comparison.plan)


def command(plan: PlanFile) -> str:
    """What gives the same figures on the command line."""
    return f"python -m planner compare joinwise-comparison-plan.json --companies {','.join(plan.compared)}"
