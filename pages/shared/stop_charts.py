"""The runs with the stop rule and without it, and the picture of both."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import streamlit as st

from pages.shared import bounds, charts
from pages.shared.state import Current
from pages.shared.stop_words import Rule, without_rule
from planner.analysis.odds import odds
from planner.analysis.wording import Speech
from planner.simulation.engine import simulate

RUNS = 2_000
KNOWN = "stop_rule_runs"


def rule_of(current: Current) -> Rule:
    """The runs of the plan with its rule and without, kept as long as the plan stays as it is."""
    known: tuple[Current, Rule] | None = st.session_state.get(KNOWN)
    if known is None or known[0] is not current:
        with ThreadPoolExecutor(2) as executor:
            simulation = simulate(current.plan, current.company, RUNS, executor)
            other = simulate(without_rule(current.plan), current.company, RUNS, executor)
        known = (current, Rule(simulation, odds(simulation), odds(other)))
        st.session_state[KNOWN] = known
    return known[1]


def middles(current: Current, rule: Rule, speech: Speech) -> charts.Chart:
    """Where one in ten stand below, with the rule and without it."""
    _ = speech.text
    names = (_("With the rule"), _("Without it"))
    totals = dict(zip(names, (rule.odds.fan[0], rule.without.fan[0]), strict=True))
    months = speech.months(current.plan.horizon_months)
    ends = [speech.money(float(np.asarray(total)[-1])) for total in totals.values()]
    said = _("After {months}, one in ten stands below {with_it} with the rule, and below {without_it} without it.")
    said = said.format(months=months, with_it=ends[0], without_it=ends[1])
    return charts.lines_chart(totals, speech, bounds.reserved(said, current.projection, speech))
