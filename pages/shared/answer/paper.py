"""One page to take home: made when it is asked for, from the runs that stand on the page."""

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.fields.places import name_shown
from pages.shared.runs import many_runs
from pages.shared.session import links, state, together
from pages.shared.session.downloads import hand_over
from planner.analysis.case import Case
from planner.analysis.chance.sensitivity import Sensitivity, estimated_seconds, sensitivity
from planner.analysis.chance.tried import RUNS, Tried
from planner.export.paper.content import Paper, paper
from planner.export.paper.html import as_html
from planner.export.paper.pdf import as_pdf
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.own_company.file import bare_id
from planner.inputs.plan_file import PlanFile

TOO_LONG = 5.0  # expected seconds, on what the plan hangs on


def take_home(case: Case) -> None:
    """Two buttons, or that the plan has to be tried first."""
    _, tried = state.speech().text, many_runs.known_for(case)
    if tried is None or not tried.whole:
        st.markdown(plain(_("The page to take home is there when the plan has been tried many times.")))
        return
    file, speech, given, name = state.plan_file(), state.speech(), links.link(), name_shown(case.plan.name)

    def page() -> Paper:
        code = links.code_of(given)
        return paper(name, file, tried, what_matters(file, tried), speech, together.today(), code)

    saved_as = f"joinwise-{bare_id(name)}"
    with st.container(horizontal=True):
        hand_over(_("One page to take home (PDF)"), lambda: as_pdf(page()), f"{saved_as}.pdf", "paper-pdf")
        hand_over(_("The same for a browser (HTML)"), lambda: as_html(page()), f"{saved_as}.html", "paper-html")


def what_matters(file: PlanFile, tried: Tried) -> Sensitivity | None:
    """What the plan hangs on, by as many runs as the headline, or the plan would have two numbers on the page.

    None where that takes too long.
    """
    plan, ranges = tried.case.plan, load_ranges()
    if estimated_seconds(plan, ranges, RUNS, company=tried.case.company) > TOO_LONG:
        return None
    return sensitivity(tried.case, ranges, RUNS, known=file.known)
