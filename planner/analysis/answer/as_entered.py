"""The four figures if everything goes exactly as entered, and the answer in a sentence."""

from planner.analysis.answer import bounds
from planner.analysis.answer.cell import Cell, deeper, difference, sign, signed, sooner, with_todays_money
from planner.analysis.case import Case
from planner.analysis.cautions.pay import buys_too_little
from planner.analysis.measures import reasons
from planner.analysis.measures.milestones import CENT, Milestone
from planner.speech import Speech


def four_figures(case: Case, before: Case | None, speech: Speech) -> tuple[Cell, ...]:
    """The four figures, in their order. before: the case before the last edit."""
    return (
        _deepest_hole(case, before, speech),
        _money_back(case, before, speech),
        _result(case, before, speech),
        _per_hour(case, before, speech),
    )


def in_a_sentence(case: Case, speech: Speech) -> str:
    """The plan's answer in one sentence: how deep the hole is and when the money is back."""
    measures, projection = case.measures, case.projection
    _ = speech.text
    if measures.peak_funding_need < CENT:
        text = _(
            "If everything goes exactly as entered, your money never goes below zero; "
            "after {months} you are at {total}."
        )
    elif measures.on_its_way:
        text = _(
            "If everything goes exactly as entered, you are {hole} down at the deepest, in {month}; after {months} the "
            "money is on its way, not yet back."
        )
    elif measures.payback.month is None:
        text = _(
            "If everything goes exactly as entered, you are {hole} down at the deepest, in {month}; "
            "the money is not back within {months}."
        )
    else:
        text = _(
            "If everything goes exactly as entered, you are {hole} down at the deepest, in {month}; "
            "the money is back in {back}."
        )
    return text.format(
        hole=bounds.at_least(speech.money(measures.peak_funding_need), projection, speech),
        month=speech.month(measures.peak_funding_month),
        months=speech.months(case.plan.horizon_months),
        back=bounds.before(speech.month(measures.payback.month or 0), projection, speech),
        total=bounds.before(speech.money(measures.result), projection, speech),
    )


def _deepest_hole(case: Case, before: Case | None, speech: Speech) -> Cell:
    _ = speech.text
    label = _("Deepest hole")
    need = case.measures.peak_funding_need
    change = deeper(need, None if before is None else before.measures.peak_funding_need, speech)
    if need < CENT:
        qualifier, reserved = _("your money never goes below zero"), bounds.is_reserved(case.projection)
        return Cell(label, speech.money(0), qualifier, 0, change, reserved)
    figure = bounds.at_least(speech.money(need), case.projection, speech)
    qualifier = speech.month(case.measures.peak_funding_month)
    if buys_too_little(case.projection):
        qualifier = _("{qualifier}; likely deeper").format(qualifier=qualifier)
    return Cell(label, figure, qualifier, -1, change)


def _money_back(case: Case, before: Case | None, speech: Speech) -> Cell:
    _ = speech.text
    label = _("Money back")
    figure, qualifier = _payback_words(case, speech)
    if case.measures.payback.month is not None and buys_too_little(case.projection):
        qualifier = _("{qualifier}; likely later").format(qualifier=qualifier)
    payback = case.measures.payback
    change = ""
    if before is not None:
        was, earlier = _payback_words(before, speech)[0], before.measures.payback
        change = "" if was == figure else sooner(payback.month, earlier.month, was, speech)
    reached = payback.month is not None or case.measures.peak_funding_need < CENT
    reserved = reached and bounds.is_reserved(case.projection)
    return Cell(label, figure, qualifier, _sign_of(payback, case), change, reserved)


def _sign_of(payback: Milestone, case: Case) -> int:
    if payback.month is not None:
        return 1
    if case.measures.on_its_way:
        return 0
    return -1 if case.measures.peak_funding_need >= CENT else 0


def _payback_words(case: Case, speech: Speech) -> tuple[str, str]:
    _ = speech.text
    payback, projection = case.measures.payback, case.projection
    if payback.month is not None:
        return _("month {number}").format(number=payback.month), speech.calendar(payback.month)
    if case.measures.peak_funding_need < CENT:
        return _("nothing"), _("to pay back")
    if case.measures.on_its_way:
        return _("On its way"), _("not yet received after {months}").format(
            months=speech.months(case.plan.horizon_months)
        )
    rising = reasons.pace(projection.statement.cumulative_cash_flow[:, 0]) >= CENT
    figure = _("Not yet") if rising else _("Never")
    if payback.lost is not None:
        return figure, _("for good; reached in month {number}, then lost").format(number=payback.lost)
    return figure, _("within {months}").format(months=speech.months(case.plan.horizon_months))


def _result(case: Case, before: Case | None, speech: Speech) -> Cell:
    _ = speech.text
    result, cash = case.measures.result, case.projection.statement.cumulative_cash_flow[-1, 0]
    label = _("After {months}").format(months=speech.months(case.plan.horizon_months))
    change = difference(result, None if before is None else before.measures.result, speech)
    usual = _("all money in less all money out")
    if abs(result - cash) >= CENT:
        usual = _("with what is still to come and owed")
    if buys_too_little(case.projection):
        usual = _("{qualifier}; likely less").format(qualifier=usual)
    usual = with_todays_money(usual, case, case.measures.result_today, speech)
    return Cell(label, signed(result, speech), usual, sign(result), change, bounds.is_reserved(case.projection))


def _per_hour(case: Case, before: Case | None, speech: Speech) -> Cell:
    _ = speech.text
    label = _("Per hour worked")
    rate = case.measures.earnings_per_hour
    if rate is None:
        return Cell(label, _("no hours"), _("you state 0 hours a week"))
    was = before.measures.earnings_per_hour if before is not None else None
    change = difference(rate, was, speech, 2)
    hours = _("{hours} hours in all").format(hours=speech.number(case.measures.hours))
    qualifier, reserved = f"{bounds.tax(case.plan, speech)}, {hours}", bounds.is_reserved(case.projection)
    if buys_too_little(case.projection):
        qualifier = _("{qualifier}; likely less").format(qualifier=qualifier)
    return Cell(label, signed(rate, speech, 2), qualifier, sign(rate), change, reserved)
