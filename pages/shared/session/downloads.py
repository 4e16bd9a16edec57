"""The figures to take away: the months as CSV, and all of them as JSON with the plan that they follow from."""

from collections.abc import Callable, Sequence
from html import escape
from shlex import quote
from typing import Any, NamedTuple

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.runs import many_runs
from pages.shared.session import state
from planner.analysis.beside.comparison import Comparison
from planner.analysis.case import Case
from planner.export.about import AS_ENTERED, NO_FIGURES, About, described, result_record
from planner.export.companies import terms_frame
from planner.export.csv import STYLES, Style, to_csv
from planner.export.frames import comparison_frame, monthly_frame
from planner.export.json import comparison_record, projection_record, to_json
from planner.export.workbook.book import workbook
from planner.inputs.plan_file import PlanFile, with_changes
from planner.language import Language
from planner.speech import Speech

KINDS = {
    "csv": "text/csv",
    "html": "text/html",
    "ics": "text/calendar",
    "json": "application/json",
    "pdf": "application/pdf",
    "toml": "application/toml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
USUAL_STYLE: dict[Language, Style] = {"en": "international", "sv": "swedish"}


def hand_over(label: str, written: bytes | Callable[[], bytes], file: str, key: str) -> None:
    """A button for a file; what it holds may be written only when it is asked for, outside the session."""
    kind = KINDS[file.rpartition(".")[2]]
    st.download_button(label, written, file_name=file, mime=kind, on_click="ignore", key=key)


class _Result(NamedTuple):
    """What JSON is to hold: the figures, computed when they are asked for, what they are of, and the plan's file."""

    figures: Callable[[], dict[str, Any]]
    about: About
    plan_file: PlanFile


def show_downloads(case: Case) -> None:
    """The months of one company, and the plan with the company that it is laid on."""
    company = case.company.id
    plan = with_changes(state.plan_file(), company=company, plan=case.plan)
    name = f"joinwise-{company}"
    command = f"python -m planner project {_plan_name(name)} --company {quote(company)}"
    speech = state.speech()
    about = About(case.plan, (case.company,))
    result = _Result(lambda: projection_record(case, speech), about, plan)
    _show(name, lambda style: csv_file(case, style, speech), result, command)
    _show_workbook(name, case, plan)


def _show_workbook(name: str, case: Case, plan: PlanFile) -> None:
    """The same months with formulas, and what of them follows."""
    speech = state.speech()
    _, tried = speech.text, many_runs.known_for(case)
    whole = tried if tried is not None and tried.whole else None
    label = _("A workbook that goes on computing (XLSX)")
    hand_over(label, lambda: workbook(plan, case, whole, speech), f"{name}.xlsx", "download_workbook")
    words = _(
        "Change customers, prices or costs in it, and the months follow, to the result. The team, pay on it and the "
        "odds stand as they are computed here; a sheet says so."
    )
    st.caption(plain(words))


def show_comparison_downloads(comparison: Comparison) -> None:
    """The months of each company and of not joining, and the plan with the companies that it was laid on."""
    compared = tuple(case.company.id for case in comparison.cases)
    plan = with_changes(state.plan_file(), compared=compared, plan=comparison.plan)
    name = "joinwise-comparison"
    command, speech = compare_command(name, compared), state.speech()
    result = _Result(lambda: comparison_record(comparison, speech), _about(comparison), plan)
    _show(name, lambda style: comparison_csv_file(comparison, style, speech), result, command)
    _show_terms(name, comparison, command)


def compare_command(name: str, compared: Sequence[str]) -> str:
    """What gives the same comparison in a shell. name: of the files, without what follows the point."""
    return f"python -m planner compare {_plan_name(name)} --companies {quote(','.join(compared))}"


def _plan_name(name: str) -> str:
    return quote(f"{name}.json")


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


def csv_file(case: Case, style: Style, speech: Speech) -> bytes:
    """Everything that was projected, a row a month, and what it is of."""
    return to_csv(described(monthly_frame(case), About(case.plan, (case.company,)), speech), style)


def comparison_csv_file(comparison: Comparison, style: Style, speech: Speech) -> bytes:
    """A row for each month of each company, and of not joining, and what it is of."""
    return to_csv(described(comparison_frame(comparison), _about(comparison), speech), style)


def terms_csv_file(comparison: Comparison, style: Style, speech: Speech) -> bytes:
    """A row for each term of each company's contract, and what it is of."""
    return to_csv(described(terms_frame(comparison, speech), _about(comparison, NO_FIGURES), speech), style)


def _about(comparison: Comparison, view: str = AS_ENTERED) -> About:
    return About(comparison.plan, tuple(case.company for case in comparison.cases), view)


def _show_terms(name: str, comparison: Comparison, command: str) -> None:
    """The terms side by side, in the style chosen above, and the command that gives the same."""
    speech = state.speech()
    _ = speech.text
    style: Style = st.session_state[f"csv_style_{speech.language}"]
    label = _("The contract terms as a table (CSV)")
    hand_over(label, lambda: terms_csv_file(comparison, style, speech), f"{name}-terms.csv", "download_terms")
    _show_command(f"{command} --table terms")


def _show(name: str, table: Callable[[Style], bytes], result: _Result, command: str) -> None:
    """Both files, and the command that gives the same figures.

    name: of the files, without what follows the point.
    """
    speech = state.speech()
    _ = speech.text
    style = choose_style(speech)
    with st.container(horizontal=True):
        hand_over(_("Every month as a table (CSV)"), lambda: table(style), f"{name}.csv", "download_csv")
        hand_over(
            _("The figures and the plan behind them (JSON)"),
            lambda: to_json(result_record(result.figures(), result.about, result.plan_file, speech)),
            f"{name}.json",
            "download_plan",
        )
    st.markdown(
        _(
            "Both files are of the plan exactly as entered, and the JSON file holds every assumption. Whoever opens it "
            "as a plan, or runs this, gets the same figures:"
        )
    )
    _show_command(command)


def _show_command(command: str) -> None:
    """A command to be copied: a click on it marks all. With st.code the browser would load what colours programs."""
    st.html(f'<pre class="command">{escape(command)}</pre>')
