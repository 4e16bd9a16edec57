"""What a saved version came to: the figures that are kept with it, and in words with those of the version before."""

from collections.abc import Iterator, Mapping

from planner.analysis.answer import bounds
from planner.analysis.answer.odds_in_words import count
from planner.analysis.answer.over_runs import called_hole, hole_is_of_going_on
from planner.analysis.chance.tried import Tried
from planner.speech import Speech

Figures = Mapping[str, float | str | None]


def figures_of(tried: Tried) -> Figures:
    """The share that loses and the four figures in the middle of the runs, with what they are told in.

    Money in the plan's currency; money_back: a month, 0 where nothing is to be paid back, None where it
    never is; per_hour: None where no hours are stated. if_you_go_on: 1 where the hole is to be called that of going on,
    since most runs stop early; versions saved before it was kept do not say.
    """
    odds, plan = tried.odds, tried.case.plan
    return {
        "lose": odds.lose,
        "runs": odds.runs,
        "deepest_hole": odds.deepest_hole.median,
        "if_you_go_on": float(hole_is_of_going_on(odds)),
        "money_back": odds.median_payback,
        "result": odds.result.median,
        "per_hour": None if odds.per_hour is None else odds.per_hour.median,
        "months": plan.horizon_months,
        "currency": plan.currency,
        "undisclosed": float(bounds.is_reserved(tried.case.projection)),
    }


def in_words(figures: Figures, before: Figures, speech: Speech) -> list[str]:
    """The five of a version, each with that of the version before where it was another; none where they are not known.

    Amounts are told in the currency that they were saved in.
    """
    past = {key: words for key, _name, words in _in_words(before, speech)}
    _ = speech.text
    return [
        _("{figure}: {before} → {after}").format(figure=name, before=past[key], after=words)
        if past.get(key, words) != words
        else _("{figure}: {after}").format(figure=name, after=words)
        for key, name, words in _in_words(figures, speech)
    ]


def _in_words(figures: Figures, speech: Speech) -> Iterator[tuple[str, str, str]]:
    """Of each figure which it is, what it is called, and the figure."""
    if not figures:
        return
    _, told = speech.text, Speech(speech.language, str(figures["currency"]), speech.start_month)
    months, back, rate = _number(figures, "months"), figures["money_back"], figures["per_hour"]
    yield "lose", _("Of 100, lose money"), count(_number(figures, "lose"), speech, int(_number(figures, "runs")))
    hole = called_hole(speech, of_going_on=bool(figures.get("if_you_go_on")))
    yield "deepest_hole", hole, told.money(_number(figures, "deepest_hole"))
    if back is None:
        in_month = _("not within {months}").format(months=speech.months(months))
    elif back == 0:
        in_month = _("nothing to pay back")
    else:
        in_month = _("month {number}").format(number=int(float(back)))
    yield "money_back", _("Money back"), in_month
    yield (
        f"result {months}",
        _("After {months}").format(months=speech.months(months)),
        told.money(_number(figures, "result")),
    )
    yield "per_hour", _("Per hour worked"), _("no hours") if rate is None else told.money(float(rate), 2)


def _number(figures: Figures, name: str) -> float:
    return float(figures.get(name) or 0.0)
