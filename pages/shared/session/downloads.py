"""The figures to take away: the months as CSV, and the plan that they follow from."""

from collections.abc import Callable, Sequence
from shlex import quote

import streamlit as st

from pages.shared.session import state
from planner.analysis.beside.comparison import Comparison
from planner.analysis.case import Case
from planner.export.companies import terms_frame
from planner.export.csv import STYLES, Style, to_csv
from planner.export.frames import comparison_frame, monthly_frame
from planner.inputs.plan_file import PlanFile, dump_plan_file, with_changes
from planner.language import Language
from planner.speech import Speech

USUAL_STYLE: dict[Language, Style] = {"en": "international", "sv": "swedish"}


def show_downloads(case: Case) -> None:
    """The months of one company, and the plan with the company that it is laid on."""
    company = case.company.id
    plan = with_changes(state.plan_file(), company=company, plan=case.plan)
    name = f"joinwise-{company}"
    command = f"python -m planner project {_plan_name(name)} --company {quote(company)}"
    _show(name, lambda style: csv_file(case, style), plan, command)


def show_comparison_downloads(comparison: Comparison) -> None:
    """The months of each company and of not joining, and the plan with the companies that it was laid on."""
    compared = tuple(case.company.id for case in comparison.cases)
    plan = with_changes(state.plan_file(), compared=compared, plan=comparison.plan)
    name = "joinwise-comparison"
    command = compare_command(name, compared)
    _show(name, lambda style: comparison_csv_file(comparison, style), plan, command)
    _show_terms(name, comparison, command)


def compare_command(name: str, compared: Sequence[str]) -> str:
    """What gives the same comparison in a shell. name: of the files, without what follows the point."""
    return f"python -m planner compare {_plan_name(name)} --companies {quote(','.join(compared))}"


def _plan_name(name: str) -> str:
    return quote(f"{name}-plan.json")


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


def csv_file(case: Case, style: Style) -> bytes:
    """Everything that was projected, a row a month."""
    return to_csv(monthly_frame(case), style)


def comparison_csv_file(comparison: Comparison, style: Style) -> bytes:
    """A row for each month of each company, and of not joining."""
    return to_csv(comparison_frame(comparison), style)


def terms_csv_file(comparison: Comparison, style: Style, speech: Speech) -> bytes:
    """A row for each term of each company's contract."""
    return to_csv(terms_frame(comparison, speech), style)


def _show_terms(name: str, comparison: Comparison, command: str) -> None:
    """The terms side by side, in the style chosen above, and the command that gives the same."""
    speech = state.speech()
    _ = speech.text
    style: Style = st.session_state[f"csv_style_{speech.language}"]
    st.download_button(
        _("The contract terms as a table (CSV)"),
        lambda: terms_csv_file(comparison, style, speech),
        file_name=f"{name}-terms.csv",
        mime="text/csv",
        on_click="ignore",
        key="download_terms",
    )
    st.code(f"{command} --table terms", language=None, wrap_lines=True)


def _show(name: str, table: Callable[[Style], bytes], plan: PlanFile, command: str) -> None:
    """Both files, and the command that gives the same figures.

    name: of the files, without what follows the point. They are written when they are asked for, outside the session,
    from what is given here.
    """
    speech = state.speech()
    _ = speech.text
    style = choose_style(speech)
    with st.container(horizontal=True):
        st.download_button(
            _("Every month as a table (CSV)"),
            lambda: table(style),
            file_name=f"{name}.csv",
            mime="text/csv",
            on_click="ignore",
            key="download_csv",
        )
        st.download_button(
            _("The plan behind it (JSON)"),
            lambda: dump_plan_file(plan),
            file_name=f"{name}-plan.json",
            mime="application/json",
            on_click="ignore",
            key="download_plan",
        )
    st.markdown(
        _("The plan file holds every assumption. Whoever opens it in Joinwise, or runs this, gets the same figures:")
    )
    st.code(command, language=None, wrap_lines=True)
