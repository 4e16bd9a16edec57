"""The runs with the stop rule and without it, and the picture of both."""

import numpy as np

from pages.parts.leaving.stop_rule import Rule, has_rule, without_rule
from pages.shared.draw import charts
from pages.shared.runs import many_runs
from pages.shared.runs.keeper import Question, Work
from pages.shared.session import state
from planner.analysis.answer import bounds
from planner.analysis.case import Case
from planner.analysis.chance.odds import expected_seconds, odds
from planner.analysis.chance.tried import RUNS
from planner.simulation.engine import simulate
from planner.speech import Speech


def rule_of(case: Case) -> Question[Rule]:
    """The runs of the plan with its rule, which the headline has too, and as many of the same without it."""
    plan, company = case.plan, case.company
    known = many_runs.kept_for(case)

    def find(work: Work) -> Rule:
        half = 0.5 if has_rule(plan) else 1.0
        if known is None:
            simulation = simulate(plan, company, RUNS, work.executor, work.part(0.0, half))
        else:
            simulation = known.simulation
        with_rule = without = odds(simulation)
        if has_rule(plan):
            doing = work.part(half, half, _("The plan is being tried without the rule"))
            without = odds(simulate(without_rule(plan), company, RUNS, work.executor, doing))
        return Rule(case, simulation, with_rule, without)

    _ = state.speech().text
    simulations = (known is None) + has_rule(plan)
    seconds = expected_seconds(plan, *[RUNS] * simulations)
    return Question(
        "stop_rule", (plan, company), seconds, _("The plan is being tried many times"), find, _("the stop rule")
    )


def middles(rule: Rule, speech: Speech) -> charts.Chart:
    """Where one in ten stand below, with the rule and without it."""
    _ = speech.text
    names = (_("With the rule"), _("Without it"))
    totals = dict(zip(names, (rule.odds.fan[0], rule.without.fan[0]), strict=True))
    months = speech.months(rule.case.plan.horizon_months)
    ends = [speech.money(float(np.asarray(total)[-1])) for total in totals.values()]
    said = _("After {months}, one in ten stands below {with_it} with the rule, and below {without_it} without it.")
    said = said.format(months=months, with_it=ends[0], without_it=ends[1])
    return charts.lines_chart(totals, speech, bounds.reserved(said, rule.case.projection, speech))
