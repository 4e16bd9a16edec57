"""The odds of a plan as files: every figure with how far chance alone moves it, and the months as a table.

Nothing in it hangs on the time, the machine or the number of processors: the same question gives the same bytes.
"""

from typing import Any

import numpy as np

from planner.analysis.answer.odds_in_words import of_100_people
from planner.analysis.answer.over_runs import four_figures
from planner.analysis.answer.rare import how_rare
from planner.analysis.beside.comparison import without_recruits
from planner.analysis.case import Case
from planner.analysis.chance.middle import Middle
from planner.analysis.chance.odds import FAN, Odds, Spread, left_per_hour, odds, standard_error
from planner.analysis.chance.range_of_loss import RangeOfLoss
from planner.analysis.company.facts import NO_HOURS, NO_WAGE
from planner.analysis.measures.measure import in_todays_money
from planner.analysis.measures.milestones import peak_funding
from planner.analysis.measures.quitting import nothing_counted
from planner.export.frames import Frame
from planner.export.json import income_record, rarity_record, records, rounded, words_record
from planner.inputs.path import written
from planner.language import mark
from planner.projection.assumptions import Array
from planner.simulation.engine import Simulation, simulate
from planner.speech import Speech
from planner.timeline import calendar_month

OF_A_SPREAD = {"low": FAN[0], "median": 0.5, "high": FAN[-1]}
SHARES = ("lose", "lose_otherwise", "never_back", "alone", "stopped", "by_limit", "by_review", "stopped_for_money")
TAKES_LONG = mark("It takes long with teams as large as these. Ask for it with --range.")
Record = dict[str, Any]


def simulation_record(simulation: Simulation, span: RangeOfLoss | None, speech: Speech) -> Record:
    """What was asked, the odds, and the months of `fan_frame` with the standard errors of their figures.

    paths: how many were drawn, asked: how many were asked for, fewer_people: whether more people are within reach than
    are drawn below anyone. span: the range of the share that loses, None where it was left out, since it takes long.
    spreads: what the draws rest on, as the plan states it. in_words: the headline and the four figures as the pages say
    them. These and reasons are in the language of the speech. income_sources_without_recruits: as `middle_record` has
    them, of the same plan with nobody recruited.
    """
    plan, found = simulation.plan, odds(simulation)
    case = Case.of(plan, simulation.company, simulation.asked)
    said = of_100_people(case, found, speech)
    alone = odds(simulate(without_recruits(plan), simulation.company, simulation.asked)).middle
    return {
        "plan": plan.name,
        "company": simulation.company.id,
        "name": simulation.company.name,
        "currency": plan.currency,
        "paths": simulation.paths,
        "asked": simulation.asked,
        "fewer_people": simulation.cut,
        "seed": plan.chance.seed,
        "spreads": plan.chance.model_dump(mode="json", exclude={"seed"}),
        "in_words": words_record(said, four_figures(case, found, None, speech), how_rare(case, speech), speech),
        "rarity": rarity_record(case),
        "odds": odds_record(simulation, found, speech),
        "income_sources_without_recruits": income_record(alone.income),
        "range": {"low": None, "high": None, "reason": speech.text(TAKES_LONG)} if span is None else range_record(span),
        "months": _months(simulation, found),
    }


def odds_record(simulation: Simulation, found: Odds, speech: Speech) -> Record:
    """Every figure of the odds under its own name; shares are of all runs, money is in the plan's currency.

    stopped_for_money: the share that stops since the money is gone, half of them by the month half_stopped_by.
    deepest_hole, deepest_month: those of going on, also in runs that stop early; the title of the figure says so in
    in_words, where most do.
    exit_value: with the reason where nothing is counted, since no source says what goods given back bring.
    """
    outcome, runs = simulation.outcome, found.runs
    per_hour, no_hours = left_per_hour(simulation), {"reason": speech.say(NO_HOURS)}
    names = simulation.company.rank_names
    back, nothing = found.median_payback, nothing_counted(simulation.company, simulation.plan)
    return {
        "runs": runs,
        **{name: share_record(getattr(found, name), runs) for name in SHARES},
        "earn_wage": {"share": None} | (no_hours if per_hour is None else {"reason": speech.say(NO_WAGE)})
        if found.earn_wage is None
        else share_record(found.earn_wage, runs),
        "median_payback": back,
        "result": spread_record(found.result, outcome.result),
        "result_today": spread_record(found.result_today, in_todays_money(simulation.plan, outcome.results)[-1]),
        "deepest_hole": spread_record(found.deepest_hole, peak_funding(outcome.cumulative)[0]),
        "deepest_month": found.deepest_month,
        "per_hour": {"median": None, **no_hours} if per_hour is None else _spread(found.per_hour, per_hour),
        "exit_value": spread_record(found.exit_value, outcome.exit_value)
        | ({} if nothing is None else {"reason": speech.say(nothing)}),
        "waiting": rounded(found.waiting),
        "commission": spread_record(found.commission, outcome.commission),
        "gross_pay": spread_record(found.gross_pay, outcome.gross_pay),
        "first_year_pay": spread_record(found.first_year_pay, outcome.first_year_pay),
        "first_year_income": spread_record(found.first_year_income, outcome.first_year_income),
        "team": spread_record(found.team, outcome.team),
        "joined": spread_record(found.joined, outcome.joined),
        "worst_third": rounded(found.worst_third),
        "ranks": [{"rank": name, **share_record(share, runs)} for name, share in zip(names, found.ranks, strict=True)],
        "half_stopped_by": found.half_stopped_by,
        "downline": [
            {"fewest": size.fewest, "most": size.most, **share_record(size.share, runs)} for size in found.downline
        ],
        "people": [rounded(float(value)) for value in found.people],
        "middle": middle_record(found.middle),
    }


def middle_record(middle: Middle) -> Record:
    """Averages over so many runs around the middle one, by result, each up to the month that is worked in it.

    stopped: in how many of them that is before the last.
    statement: each line over the plan, positive magnitudes; income_sources as exactly as entered.
    """
    return {
        "runs": middle.runs,
        "stopped": middle.stopped,
        "result": rounded(middle.result),
        "income_sources": income_record(middle.income),
        "statement": {name: rounded(amount) for name, amount in middle.lines.items()},
    }


def range_record(span: RangeOfLoss) -> Record:
    """Between what shares of the runs lose money, one input at a time at either end of its range, all else as stated.

    widest: the input that moves the share furthest, None where none does; known: inputs that were left as stated.
    """
    bar = span.widest
    ends = () if bar is None else (("at_low", bar.low), ("at_high", bar.high))
    return {
        "low": rounded(span.low),
        "high": rounded(span.high),
        "widest": None
        if bar is None
        else {
            "input": written(bar.path),
            **{name: {"figure": rounded(end.figure), "lose": rounded(end.lose)} for name, end in ends},
        },
        "moving": list(map(written, span.moving)),
        "known": list(map(written, span.known)),
        "runs": span.runs,
    }


def share_record(share: float, runs: int) -> Record:
    """A share of the runs, and how far chance alone moves it."""
    return {"share": rounded(share), "standard_error": rounded(standard_error(share, runs))}


def spread_record(spread: Spread, values: Array) -> Record:
    """What one in ten stay below, the middle one, what one in ten get more than; each with its standard error.

    values: of each run, (paths,).
    """
    return {
        name: {"value": rounded(getattr(spread, name)), "standard_error": rounded(float(quantile_error(values, at)))}
        for name, at in OF_A_SPREAD.items()
    }


def _spread(spread: Spread | None, values: Array) -> Record | None:
    return None if spread is None else spread_record(spread, values)


def quantile_error(values: Array, at: float) -> Array:
    """Standard error of a quantile of runs, the last axis being the runs; NaN where they are too few to tell.

    Half the distance between the order statistics one standard deviation of a binomial number to each side: that many
    runs fall below the true quantile. David and Nagaraja, Order Statistics (2003), section 7.1.
    """
    aside = np.sqrt(at * (1 - at) / values.shape[-1])
    if not 0 <= at - aside <= at + aside <= 1:
        return np.full(values.shape[:-1], np.nan)
    low, high = np.quantile(values, (at - aside, at + aside), axis=-1)
    return np.asarray((high - low) / 2)


def fan_frame(simulation: Simulation, found: Odds | None = None) -> Frame:
    """The months, a row each from month 0: the result that 10, 25, 50, 75 and 90 of 100 runs stay below.

    payback_by: share of runs whose money is back, for good, by the end of the month.
    """
    plan, found = simulation.plan, odds(simulation) if found is None else found
    months = range(plan.horizon_months + 1)
    return Frame(
        {
            "company": simulation.company.id,
            "currency": plan.currency,
            "paths": simulation.paths,
            "seed": plan.chance.seed,
            "month": months,
            "calendar_month": [f"{calendar_month(plan.start_month, month):%Y-%m}" for month in months],
            **{_name(at): line for at, line in zip(FAN, found.fan, strict=True)},
            "payback_by": found.payback_by,
        }
    )


def _months(simulation: Simulation, found: Odds) -> list[Record]:
    frame = fan_frame(simulation, found).drop(columns=["company", "currency", "paths", "seed"])
    for at in FAN:
        frame[f"{_name(at)}_standard_error"] = quantile_error(simulation.outcome.results, at)
    frame["payback_by_standard_error"] = [standard_error(float(share), found.runs) for share in found.payback_by]
    return records(frame)


def _name(at: float) -> str:
    return f"result_p{round(at * 100)}"
