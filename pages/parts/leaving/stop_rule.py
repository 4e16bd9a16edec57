"""The stop rule: the runs with it and without it, how often it is hit and when, and what it changes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pages.shared.draw.charts import Chart, lines_chart
from pages.shared.draw.tables import Row, Table
from pages.shared.runs import many_runs
from pages.shared.runs.question import Question, Work
from pages.shared.session import state
from planner.analysis.answer import bounds, how_counted, odds_in_words
from planner.analysis.case import Case
from planner.analysis.chance.duration import expected_seconds
from planner.analysis.chance.odds import Odds, odds
from planner.analysis.chance.tried import RUNS
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import Simulation, simulate
from planner.speech import Speech


@dataclass(frozen=True, slots=True)
class Rule:
    """The runs of a plan with its stop rule, and the same runs without it."""

    case: Case
    simulation: Simulation
    odds: Odds
    without: Odds


def has_rule(plan: Plan) -> bool:
    """Whether the plan has a stop rule."""
    return plan.chance.most_to_lose is not None or plan.chance.review_month is not None


def without_rule(plan: Plan) -> Plan:
    """The plan with no loss and no review to stop it."""
    data = plan.model_dump()
    data["chance"] |= {"most_to_lose": None, "review_month": None}
    return Plan.model_validate(data)


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
    seconds = expected_seconds(plan, *[RUNS] * simulations, company=company)
    return Question(
        "stop_rule", (plan, company), seconds, _("The plan is being tried many times"), find, _("the stop rule")
    )


def middles(rule: Rule, speech: Speech) -> Chart:
    """Where one in ten stand below, with the rule and without it."""
    _ = speech.text
    names = (_("With the rule"), _("Without it"))
    totals = dict(zip(names, (rule.odds.fan[0], rule.without.fan[0]), strict=True))
    months = speech.months(rule.case.plan.horizon_months)
    ends = [speech.money(float(np.asarray(total)[-1])) for total in totals.values()]
    said = _("After {months}, one in ten stands below {with_it} with the rule, and below {without_it} without it.")
    said = said.format(months=months, with_it=ends[0], without_it=ends[1])
    said = bounds.reserved(said, rule.case.projection, speech)
    return lines_chart(totals, speech, said, _("Result after each month, {unit}"))


def answer(rule: Rule, speech: Speech) -> str:
    """How many of 100 the rule stops, and what the worst tenth are left with, with it and without."""
    _ = speech.text
    if not has_rule(rule.case.plan):
        said = _(
            "You have no rule yet. Without one, one in ten of {runs} runs of this plan is left with {low} or less "
            "after {months}."
        )
    else:
        said = _(
            "Of 100 people with this rule, {stopped} stop before the end by it, in {runs} runs. One in ten is left "
            "with {low} or less, instead of {without}; {lose} of 100 lose money, instead of {lose_without}."
        )
    return bounds.reserved(
        said.format(
            runs=speech.number(rule.odds.runs),
            low=speech.money(rule.odds.result.low),
            without=speech.money(rule.without.result.low),
            months=speech.months(rule.case.plan.horizon_months),
            stopped=odds_in_words.count(rule.odds.stopped_otherwise, speech, rule.odds.runs),
            lose=odds_in_words.count(rule.odds.lose, speech, rule.odds.runs),
            lose_without=odds_in_words.count(rule.without.lose, speech, rule.without.runs),
        ),
        rule.case.projection,
        speech,
    )


def parts(rule: Rule, speech: Speech) -> list[str]:
    """How often the limit and the review are hit, a sentence each."""
    _ = speech.text
    chance = rule.case.plan.chance
    said = [_("The rule is looked at when a month is over, so that a run can end below the limit.")]
    if chance.most_to_lose is not None:
        said.append(
            _("{count} of 100 are at some time further down than {amount}.").format(
                count=odds_in_words.count(rule.odds.by_limit, speech, rule.odds.runs),
                amount=speech.money(chance.most_to_lose),
            )
        )
    if chance.review_month is not None:
        if chance.review_month > rule.case.plan.horizon_months:
            said.append(_("The review comes after the end of the plan, so it stops nobody."))
        else:
            said.append(
                _("For {count} of 100 the three months before the review in {month} cost money.").format(
                    count=odds_in_words.count(rule.odds.by_review, speech, rule.odds.runs),
                    month=speech.month(chance.review_month),
                )
            )
    said.extend(how_counted.stopped_for_money(rule.case, rule.odds, speech))
    return said


def figures_table(rule: Rule, speech: Speech) -> Table:
    """The plan with the rule and without it."""
    _ = speech.text
    pair = (rule.odds, rule.without)

    def row(title: str, cells: Sequence[str]) -> Row:
        return Row(title, tuple(cells))

    rows = (
        row(_("Of 100, lose money"), [odds_in_words.count(each.lose, speech, each.runs) for each in pair]),
        row(_("One in ten is left with at most"), [speech.money(each.result.low) for each in pair]),
        row(_("The middle one is left with"), [speech.money(each.result.median) for each in pair]),
        row(_("One in ten is left with at least"), [speech.money(each.result.high) for each in pair]),
    )
    caption = _("What the rule changes, {runs} runs").format(runs=speech.number(rule.odds.runs))
    columns = (_("Figure"), _("With the rule"), _("Without it"))
    return Table(bounds.before(caption, rule.case.projection, speech), columns, rows, words=True, whole=True)


def months_table(rule: Rule, speech: Speech) -> Table:
    """In which months people stop, those in which somebody does; who stops for want of money stands apart."""
    _ = speech.text
    last, horizon = rule.simulation.outcome.last_month, rule.case.plan.horizon_months
    for_money = rule.simulation.outcome.for_money
    months, counts = np.unique(last[(last < horizon) & ~for_money], return_counts=True)
    rows = tuple(
        Row(speech.month(int(month)), (odds_in_words.count(count / len(last), speech, len(last)),))
        for month, count in zip(months, counts, strict=True)
    )
    stay = Row(_("Nobody stops them"), (odds_in_words.count(1 - rule.odds.stopped, speech, len(last)),), total=True)
    if gone_for := rule.odds.stopped_for_money:
        gone = odds_in_words.count(gone_for, speech, len(last))
        rows = (*rows, Row(_("When their money is gone"), (gone,)))
    return Table(_("When people stop, of 100"), (_("At the end of"), _("People of 100")), (*rows, stay), whole=True)
