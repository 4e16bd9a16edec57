"""The runs with the stop rule and without it, and the picture of both."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import streamlit as st

from pages.parts.leaving.stop_rule import Rule, has_rule, without_rule
from pages.shared.answer import bounds
from pages.shared.draw import charts
from pages.shared.runs import odds_state
from pages.shared.runs.odds_state import Known
from pages.shared.session import state
from planner.analysis.case import Case
from planner.analysis.chance.odds import Odds, odds
from planner.simulation.engine import Simulation, simulate
from planner.speech import Speech

KNOWN = "stop_rule_runs"


def rule_of(case: Case) -> Rule | None:
    """The runs of the plan with its rule, which the headline has too, and as many of the same without it.

    None where they are not drawn yet.
    """
    found = odds_state.known_for(case)
    if found is None:
        return None
    known: tuple[Simulation, Rule] | None = st.session_state.get(KNOWN)
    if known is None or known[0] is not found.simulation:
        known = (found.simulation, Rule(found.simulation, found.headline.odds, _without(case, found)))
        st.session_state[KNOWN] = known
    return known[1]


def _without(case: Case, found: Known) -> Odds:
    if not has_rule(case.plan):
        return found.headline.odds
    _ = state.speech().text
    with st.spinner(_("The plan is being tried without the rule.")), ThreadPoolExecutor(2) as executor:
        return odds(simulate(without_rule(case.plan), case.company, found.simulation.paths, executor))


def middles(case: Case, rule: Rule, speech: Speech) -> charts.Chart:
    """Where one in ten stand below, with the rule and without it."""
    _ = speech.text
    names = (_("With the rule"), _("Without it"))
    totals = dict(zip(names, (rule.odds.fan[0], rule.without.fan[0]), strict=True))
    months = speech.months(case.plan.horizon_months)
    ends = [speech.money(float(np.asarray(total)[-1])) for total in totals.values()]
    said = _("After {months}, one in ten stands below {with_it} with the rule, and below {without_it} without it.")
    said = said.format(months=months, with_it=ends[0], without_it=ends[1])
    return charts.lines_chart(totals, speech, bounds.reserved(said, case.projection, speech))
