"""What the plan hangs on in sentences and tables: the answer, each input, where it tips, what ranges rest on."""

from html import escape

from pages.shared.draw.fact_list import source_as_html
from pages.shared.draw.tables import Row, Table
from pages.shared.fields.groups import GROUPS
from planner.analysis.answer import bounds
from planner.analysis.answer.figure import figure_words
from planner.analysis.answer.odds_in_words import count
from planner.analysis.chance.sensitivity import Bar, Sensitivity, Trial
from planner.analysis.chance.tipping import Breaking, Tipping
from planner.analysis.company.citation import year_in_words
from planner.inputs.evidence.ranges import RangeEnd, Ranges
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS
from planner.speech import Speech


def answer(found: Sensitivity, speech: Speech) -> str:
    """On what the middle result hangs most; how many lose with the plan as it is, the strip says."""
    _ = speech.text
    if not found.bars:
        return _("Nothing in the plan that could be moved changes what it ends with.")
    bar = found.bars[0]
    most = _(
        "It hangs most on “{input}”: at {low}, {lose_low} of 100 lose and the middle one ends at {median_low}; "
        "at {high}, {lose_high} of 100 lose and the middle one ends at {median_high}."
    ).format(
        input=title(bar, speech),
        low=figure(bar.low, bar, speech),
        high=figure(bar.high, bar, speech),
        lose_low=count(bar.low.lose, speech),
        lose_high=count(bar.high.lose, speech),
        median_low=speech.money(bar.low.median),
        median_high=speech.money(bar.high.median),
    )
    return bounds.reserved(most, found.case.projection, speech)


def how_counted(found: Sensitivity, speech: Speech) -> str:
    """How many runs each trial has, and that they are the same draws."""
    _ = speech.text
    if found.runs == found.paths:
        text = _("Each input is moved alone, in {runs} runs on the same draws.")
    else:
        text = _("Each input is moved alone, in {runs} to {most} runs: where teams grow large, fewer are drawn.")
    counted = text.format(runs=speech.number(found.runs), most=speech.number(found.paths))
    otherwise = _("With another number of runs the figures differ a little.")
    return f"{counted} {otherwise}"


def remarks(found: Sensitivity, speech: Speech) -> list[str]:
    """Inputs outside their range, those that change only what an hour comes to, and those that are not moved."""
    _ = speech.text
    said = []
    if outside := [title(bar, speech) for bar in found.bars if bar.outside]:
        text = _("What you state lies outside the range here, so the bar runs to your own figure: {inputs}.")
        said.append(text.format(inputs="; ".join(outside)))
    if (bar := found.hours) is not None and bar.low.per_hour is not None and bar.high.per_hour is not None:
        text = _(
            "“{input}” changes no result, but what an hour comes to: {per_hour_low} in the middle run at {low}, "
            "{per_hour_high} at {high}."
        )
        said.append(
            text.format(
                input=title(bar, speech),
                low=figure(bar.low, bar, speech),
                high=figure(bar.high, bar, speech),
                per_hour_low=speech.money(bar.low.per_hour, 2),
                per_hour_high=speech.money(bar.high.per_hour, 2),
            )
        )
    for paths, text in (
        (found.without_effect, _("Moving these changes nothing in this plan: {inputs}.")),
        (found.known, _("You know these, so they stay as you state them: {inputs}.")),
        (found.not_tried, _("These cannot be moved alone, since the rest of the plan does not allow it: {inputs}.")),
    ):
        if paths:
            said.append(text.format(inputs="; ".join(_(INPUTS[path].title) for path in paths)))
    return said


def inputs_table(found: Sensitivity, speech: Speech) -> Table:
    """Each input with its ends, how many lose at either, and where in the plan it is changed."""
    _ = speech.text
    columns = (
        _("Input"),
        _("Low"),
        _("Your plan"),
        _("High"),
        _("Lose at low, of 100"),
        _("Lose at high, of 100"),
        _("In My plan under"),
    )
    rows = (
        Row(
            title(bar, speech),
            (
                *(figure(trial, bar, speech) for trial in (bar.low, bar.stated, bar.high)),
                *(count(trial.lose, speech) for trial in (bar.low, bar.high)),
                group_of(bar.path, speech),
            ),
        )
        for bar in found.bars
    )
    lose = count(found.stated.lose, speech)
    caption = _("Each input alone; with your plan as it is, {lose} of 100 lose").format(lose=lose)
    return Table(caption, columns, tuple(rows), whole=True)


def smallest_change(turn: Breaking, speech: Speech) -> str:
    """The change of one input alone that turns the plan; or that there is none, and what comes closest."""
    _ = speech.text
    if (tipping := turn.tipping) is not None and (at := tipping.at) is not None:
        text = (
            _(
                "“{input}” from {stated} to about {at} saves the plan: then half or more do not lose. That is {share} "
                "of its range from low to high, less than any other input needs."
            )
            if turn.saves
            else _(
                "“{input}” from {stated} to about {at} breaks the plan: then more than half lose money. That is "
                "{share} of its range from low to high, less than any other input needs."
            )
        )
        return text.format(
            input=title(tipping.bar, speech),
            stated=figure(tipping.bar.stated, tipping.bar, speech),
            at=figure(at, tipping.bar, speech),
            share=speech.percent(tipping.share or 0.0),
        )
    none = (
        _("No input alone saves the plan: wherever one stands in its range, more than half lose.")
        if turn.saves
        else _("No input alone breaks the plan: wherever one stands in its range, half or more do not lose.")
    )
    if turn.closest is None:
        return none
    bar, nearest = turn.closest.bar, turn.closest.nearest
    closest = _("“{input}” at {figure} comes closest: {lose} of 100 lose.").format(
        input=title(bar, speech), figure=figure(nearest, bar, speech), lose=count(nearest.lose, speech)
    )
    return f"{none} {closest}"


def tipping_table(points: tuple[Tipping, ...], speech: Speech) -> Table:
    """The inputs that tip the plan alone, the smallest share of the range first."""
    _ = speech.text
    tips = sorted((point for point in points if point.at is not None), key=lambda point: point.share or 0.0)
    rows = (
        Row(
            title(point.bar, speech),
            (
                figure(point.bar.stated, point.bar, speech),
                "" if point.at is None else figure(point.at, point.bar, speech),
                speech.percent(point.share or 0.0),
                _("outside it") if point.outside else _("within it"),
            ),
        )
        for point in tips
    )
    columns = (_("Input"), _("Your plan"), _("Tips at about"), _("Change, of its range"), _("The range"))
    return Table(_("Where one input alone tips the plan"), columns, tuple(rows), whole=True)


def tip_nowhere(points: tuple[Tipping, ...], speech: Speech) -> str:
    """How many of the inputs tip the plan nowhere; empty where all do, or none does, which is said already."""
    nowhere = sum(point.at is None for point in points)
    if nowhere in (0, len(points)):
        return ""
    return speech.plural(
        "Of {count} other input, no figure from your own to either end of its range tips the plan.",
        "Of {count} other inputs, no figure from your own to either end of the range tips the plan.",
        nowhere,
    )


def bases_as_html(found: Sensitivity, ranges: Ranges, speech: Speech) -> str:
    """Why each end of each range is what it is, as a description list; everything from the file is escaped."""
    hours = () if found.hours is None else (found.hours,)
    rows = []
    for bar in (*found.bars, *hours):
        ends = ((bar.low, bar.range.low), (bar.high, bar.range.high))
        said = "".join(f"<dd>{_basis(trial, bar, end, ranges, speech)}</dd>" for trial, end in ends)
        rows.append(f'<div class="term"><dt>{escape(title(bar, speech))}</dt>{said}</div>')
    return f'<dl class="facts">{"".join(rows)}</dl>'


def _basis(trial: Trial, bar: Bar, end: RangeEnd, ranges: Ranges, speech: Speech) -> str:
    _ = speech.text
    kind = _("published") if end.kind == "published" else _("judgement")
    head = f"{figure(trial, bar, speech)} ({kind}): {speech.told(end.reason)}"
    if end.source is None or end.who is None:
        return escape(head)
    who = f"{speech.told(end.who)} {year_in_words(end.year, end.read, speech)}."
    return f"{escape(head)} {escape(who)} {source_as_html(ranges.sources[end.source])}"


def group_of(path: Path, speech: Speech) -> str:
    """The part of My plan in which an input is changed."""
    for group in GROUPS.values():
        if path in (*group.shown, *(inner for fold in group.folds for inner in fold.paths)):
            return speech.text(group.title)
    return ""


def title(bar: Bar, speech: Speech) -> str:
    """What an input is called."""
    return speech.text(INPUTS[bar.path].title)


def figure(trial: Trial, bar: Bar, speech: Speech) -> str:
    """A figure of an input with its unit."""
    return figure_words(trial.figure, INPUTS[bar.path].unit, speech)
