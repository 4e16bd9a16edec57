"""The tables of the break-even page: an order's price step by step, and the plan with and without recruits."""

from pages.shared import bounds
from pages.shared.state import Current
from pages.shared.tables import Row, Table
from planner.analysis.milestones import CENT, Milestone
from planner.analysis.price_steps import PriceSteps
from planner.analysis.wording import Speech
from planner.language import currency_unit


def price_table(steps: PriceSteps, current: Current, speech: Speech) -> Table:
    """What becomes of the price of one order; a step that is nothing stays, with its 0, for it is a step.

    The step before a result takes up what rounding to cents would leave between them, so that the column adds up.
    """
    _ = speech.text
    shown = [round(step.amount, 2) for step in steps.steps]
    start = 0
    for place, step in enumerate(steps.steps):
        if step.result:
            shown[place - 1] = shown[place] - sum(shown[start : place - 1])
            start = place
    caption = _(
        "One order, {unit}. Prices and orders are those of month {month}; fees and running costs are the average of a "
        "trading month"
    ).format(month=current.plan.horizon_months, unit=currency_unit(speech.currency, speech.language))
    return Table(
        bounds.before(caption, current.projection, speech),
        (_("Step"), _("Amount")),
        tuple(
            Row(_(step.title), (speech.number(amount, 2),), total=step.result)
            for step, amount in zip(steps.steps, shown, strict=True)
        ),
    )


def recruits_table(planned: Current, alone: Current, speech: Speech) -> Table:
    """The four figures of the strip with the recruits of the plan, without them, and the difference between the two."""
    _ = speech.text
    with_team, without, projection = planned.measures, alone.measures, planned.projection
    *holes, deeper = _amounts(with_team.peak_funding_need, without.peak_funding_need, speech)
    rows = [
        Row(_("Deepest hole"), (*(bounds.at_least(hole, projection, speech) for hole in holes), deeper)),
        Row(
            _("Money back"),
            (
                _back(with_team.payback, planned, speech),
                _back(without.payback, alone, speech),
                _later(with_team.payback, without.payback, speech),
            ),
        ),
        Row(
            _("After {months}").format(months=speech.months(planned.plan.horizon_months)),
            _amounts(with_team.total, without.total, speech),
        ),
    ]
    if with_team.earnings_per_hour is not None and without.earnings_per_hour is not None:
        per_hour = _amounts(with_team.earnings_per_hour, without.earnings_per_hour, speech, decimals=2)
        rows.append(Row(_("Per hour worked"), per_hour))
    return Table(
        bounds.before(_("With and without recruits"), projection, speech),
        (_("Figure"), _("Your plan"), _("Nobody recruited"), _("Difference")),
        tuple(rows),
        words=True,
    )


def _amounts(planned: float, alone: float, speech: Speech, decimals: int = 0) -> tuple[str, ...]:
    """Both, and the difference between the figures shown, so that the row adds up to the eye."""
    planned, alone = round(planned, decimals), round(alone, decimals)
    return tuple(speech.money(amount, decimals) for amount in (planned, alone, alone - planned))


def _back(payback: Milestone, current: Current, speech: Speech) -> str:
    _ = speech.text
    if payback.month is not None:
        return speech.month(payback.month)
    if current.measures.peak_funding_need < CENT:
        return _("nothing to pay back")
    return _("not within {months}").format(months=speech.months(current.plan.horizon_months))


def _later(planned: Milestone, alone: Milestone, speech: Speech) -> str:
    """How much later the money is back without recruits; nothing where one of the two is never back."""
    _ = speech.text
    if planned.month is None or alone.month is None:
        return ""
    months = alone.month - planned.month
    if months == 0:
        return _("the same month")
    return (_("{months} later") if months > 0 else _("{months} earlier")).format(months=speech.months(abs(months)))
