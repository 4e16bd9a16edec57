"""What a saved version came to: the figures that are kept with it, and in words with those of the version before."""

from collections.abc import Iterator, Mapping

from planner.analysis.answer import bounds
from planner.analysis.answer.odds_in_words import count
from planner.analysis.chance.tried import Tried
from planner.speech import Speech

Figures = Mapping[str, float | str | None]


def figures_of(tried: Tried) -> Figures:
    """The share that loses and the four figures in the middle of the runs, with what they are told in.

    Money in the plan's currency; money_back: a month, 0 where nothing is to be paid back, None where it
    never is; per_hour: None where no hours are stated.
    """
    odds, plan = tried.odds, tried.case.plan
    return {
        "lose": odds.lose,
        "runs": odds.runs,
        "deepest_hole": odds.deepest_hole.median,
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
    now, past = (dict(_in_words(each, speech)) for each in (figures, before))
    _ = speech.text
    return [
        _("{figure}: {before} → {after}").format(figure=name, before=past[name], after=words)
        if past.get(name, words) != words
        else _("{figure}: {after}").format(figure=name, after=words)
        for name, words in now.items()
    ]


def _in_words(figures: Figures, speech: Speech) -> Iterator[tuple[str, str]]:
    if not figures:
        return
    _, told = speech.text, Speech(speech.language, str(figures["currency"]), speech.start_month)
    months, back, rate = _number(figures, "months"), figures["money_back"], figures["per_hour"]
    yield _("Of 100, lose money"), count(_number(figures, "lose"), speech, int(_number(figures, "runs")))
    yield _("Deepest hole"), told.money(_number(figures, "deepest_hole"))
    if back is None:
        in_month = _("not within {months}").format(months=speech.months(months))
    elif back == 0:
        in_month = _("nothing to pay back")
    else:
        in_month = _("month {number}").format(number=int(float(back)))
    yield _("Money back"), in_month
    yield _("After {months}").format(months=speech.months(months)), told.money(_number(figures, "result"))
    yield _("Per hour worked"), _("no hours") if rate is None else told.money(float(rate), 2)


def _number(figures: Figures, name: str) -> float:
    return float(figures.get(name) or 0.0)
