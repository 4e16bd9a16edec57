"""What a plan hangs on, for other programs and for reading in a shell: as a record, as a table of figures, in words."""

from collections.abc import Mapping
from typing import Any

from planner.analysis.answer.figure import figure_words
from planner.analysis.chance.sensitivity import Bar, Sensitivity, Trial
from planner.analysis.chance.tipping import Breaking, Tipping
from planner.export.frames import Frame
from planner.export.json import rounded
from planner.export.ledger import said_columns
from planner.inputs.evidence.ranges import RangeEnd, Ranges
from planner.inputs.path import Path, written
from planner.inputs.plan.plan import INPUTS
from planner.inputs.together.ledger import Said
from planner.language import mark
from planner.speech import Speech

NO_FIGURE = mark("No figure from the one in the plan to either end of its range does it.")
NONE_ALONE = mark("No input alone does it within its range.")

TITLES = (
    mark("input"),
    mark("low"),
    mark("plan"),
    mark("high"),
    mark("lose at low"),
    mark("lose at high"),
    mark("middle at low"),
    mark("middle at high"),
    mark("tips at"),
)


def sensitivity_record(
    found: Sensitivity, points: tuple[Tipping, ...], turn: Breaking, ranges: Ranges, speech: Speech
) -> dict[str, Any]:
    """Everything that was tried. lose: shares of runs; money and figures in the plan's currency and units.

    inputs: the largest swing of the median result first; the words are in the language of the speech.
    """
    terms = found.case.projection.terms
    return {
        "company": found.case.company.id,
        "name": found.case.company.name,
        "currency": found.case.plan.currency,
        "horizon_months": found.case.plan.horizon_months,
        "seed": found.case.plan.chance.seed,
        "runs_asked": found.paths,
        "fewest_runs": found.runs,
        "plan": trial_record(found.stated) | {"figure": None},
        "inputs": [input_record(point, ranges, speech) for point in points],
        "hours": None if found.hours is None else bar_record(found.hours, ranges, speech),
        "without_effect": list(map(written, found.without_effect)),
        "not_tried": list(map(written, found.not_tried)),
        "known": list(map(written, found.known)),
        "turn": turn_record(turn, speech),
        "unknown_costs": list(terms.unknown_costs),
    }


def input_record(point: Tipping, ranges: Ranges, speech: Speech) -> dict[str, Any]:
    """One input with its tipping point, or the reason why there is none."""
    record = bar_record(point.bar, ranges, speech)
    if point.at is None:
        return record | {"tipping": None, "reason": speech.text(NO_FIGURE)}
    return record | {
        "tipping": trial_record(point.at) | {"share_of_range": rounded(point.share), "outside_range": point.outside}
    }


def bar_record(bar: Bar, ranges: Ranges, speech: Speech) -> dict[str, Any]:
    """One input at its low end, as the plan states it, and at its high end, with what the ends rest on."""
    return {
        "input": written(bar.path),
        "title": speech.text(INPUTS[bar.path].title),
        "unit": INPUTS[bar.path].unit,
        "swing": rounded(bar.swing),
        "outside_range": bar.outside,
        "low": trial_record(bar.low) | basis_record(bar.range.low, ranges, speech),
        "plan": trial_record(bar.stated),
        "high": trial_record(bar.high) | basis_record(bar.range.high, ranges, speech),
    }


def trial_record(trial: Trial) -> dict[str, Any]:
    """A figure and what the plan comes to with it."""
    return {
        "figure": rounded(trial.figure),
        "lose": rounded(trial.lose),
        "median": rounded(trial.median),
        "per_hour": rounded(trial.per_hour),
        "runs": trial.runs,
    }


def basis_record(end: RangeEnd, ranges: Ranges, speech: Speech) -> dict[str, Any]:
    """Why an end of a range is what it is; source, year and who where it rests on one."""
    record: dict[str, Any] = {"kind": end.kind, "reason": speech.told(end.reason)}
    if end.source is not None and end.who is not None:
        record |= {
            "source": ranges.sources[end.source].address,
            "year": end.year,
            "who": speech.told(end.who),
        }
    return record


def turn_record(turn: Breaking, speech: Speech) -> dict[str, Any]:
    """The smallest change that turns the plan; of none, the reason and what comes closest."""
    record: dict[str, Any] = {"direction": "save" if turn.saves else "break"}
    if turn.tipping is not None and turn.tipping.at is not None:
        found = trial_record(turn.tipping.at) | {"share_of_range": rounded(turn.tipping.share)}
        return record | {"input": written(turn.tipping.bar.path)} | found
    record |= {"input": None, "reason": speech.text(NONE_ALONE), "closest": None}
    if turn.closest is not None:
        record["closest"] = {"input": written(turn.closest.bar.path)} | trial_record(turn.closest.nearest)
    return record


def sensitivity_frame(points: tuple[Tipping, ...], ledger: Mapping[Path, Said]) -> Frame:
    """A row an input, the largest swing first: the figure, the share who lose and the median at each end and as stated.

    tipping and share_of_range are empty where no figure tips the plan. Behind them stands who the input is from.
    """
    rows = []
    for point in points:
        bar = point.bar
        row: dict[str, Any] = {"input": written(bar.path), "unit": INPUTS[bar.path].unit, "swing": bar.swing}
        for name, trial in (("low", bar.low), ("plan", bar.stated), ("high", bar.high)):
            row |= {name: trial.figure, f"lose_{name}": trial.lose, f"median_{name}": trial.median}
        at = point.at
        row |= {"tipping": None if at is None else at.figure, "share_of_range": point.share}
        rows.append(row | said_columns(ledger.get(bar.path, Said())))
    return Frame(rows)


def as_planned(found: Sensitivity, speech: Speech) -> str:
    """What the plan as it is comes to, in a sentence."""
    said = speech.text(mark("As planned, {lose} lose; the middle one ends at {median}. Runs of each trial: {runs}."))
    lose, median = of_hundred(found.stated.lose, speech), speech.money(found.stated.median)
    return said.format(lose=lose, median=median, runs=speech.number(found.runs))


def sensitivity_rows(points: tuple[Tipping, ...], speech: Speech) -> list[list[str]]:
    """The same in words, a title row first."""
    rows = [[speech.text(title) for title in TITLES]]
    for point in points:
        bar, unit = point.bar, INPUTS[point.bar.path].unit
        ends = (bar.low, bar.high)
        rows.append(
            [
                speech.text(INPUTS[bar.path].title),
                *(figure_words(trial.figure, unit, speech) for trial in (bar.low, bar.stated, bar.high)),
                *(of_hundred(trial.lose, speech) for trial in ends),
                *(speech.money(trial.median) for trial in ends),
                speech.text(mark("nowhere")) if point.at is None else figure_words(point.at.figure, unit, speech),
            ]
        )
    return rows


def of_hundred(share: float, speech: Speech) -> str:
    """A share of runs as so many of 100."""
    return speech.text(mark("{count} of 100")).format(count=speech.number(share * 100))
