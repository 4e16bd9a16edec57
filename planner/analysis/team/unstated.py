"""What a team's file does not say, and how it is read all the same."""

from collections.abc import Iterator, Sequence

import numpy as np

from planner.analysis.team.paid import TeamPaid, listed_months
from planner.inputs.cited.figure import Figure
from planner.inputs.team_file.people import loosely
from planner.language import mark
from planner.speech import Speech

MOST_NAMED = 10


def unstated_in_words(paid: TeamPaid, speech: Speech) -> str:
    """Every such sentence; "" where the file says all of it."""
    return " ".join(sentences(paid, speech))


def sentences(paid: TeamPaid, speech: Speech) -> Iterator[str]:
    """Columns counted as nothing, months without a row, ranks that the plan has not, and the money of a point."""
    _, table = speech.text, paid.table
    if table.unstated:
        listed = "; ".join(_(title) for title in table.unstated)
        text = _(mark("The file does not say this, and it is counted as the members' own buying: {columns}."))
        yield text.format(columns=listed)
    if empty := empty_months(paid):
        text = _(
            mark(
                "The file has no orders of {months} ({count} in all): nobody is counted as having bought anything "
                "then, which breaks months in a row and may lose what is carried over. If they are only missing, add "
                "them."
            )
        )
        yield text.format(months=listed_months(empty), count=speech.months(len(empty)))
    if unknown := unknown_ranks(paid):
        text = _(mark("The plan has no rank by these names of the file, and they count as none: {ranks}."))
        yield text.format(ranks=", ".join(unknown[:MOST_NAMED]) + ("…" if len(unknown) > MOST_NAMED else ""))
    if alike := names_alike(paid.members):
        text = _(
            mark(
                "These are members of their own, though the names differ in capital letters or spaces alone: {names}. "
                "If they are one person, write them alike."
            )
        )
        yield text.format(names="; ".join(alike[:MOST_NAMED]) + ("…" if len(alike) > MOST_NAMED else ""))
    if point := point_in_money(paid, speech):
        yield point


def point_in_money(paid: TeamPaid, speech: Speech) -> str:
    """What a point counts for in money where the file has no amounts; "" where it has, or a point is one of money."""
    _, plan = speech.text, paid.payer.plan
    value = plan.value_of_point
    if "value" in paid.table.columns or plan.countries:
        return ""
    if is_assumed(paid):
        text = _(
            mark(
                "The file does not say what the points count for in money (column value), and no source says all of it "
                "for {company}: a point counts as {value} here, as you answered or as is assumed, and all pay goes "
                "with it."
            )
        )
        return text.format(company=paid.payer.name, value=speech.money(value, 2))
    if value == 1:
        return ""
    text = _(mark("A point counts as {value}, as the plan says, since the file has no column value."))
    return text.format(value=speech.money(value, 2))


def names_alike(members: Sequence[str]) -> list[str]:
    """Names that differ in capital letters or spaces alone, those of a group together: Ann / ANN."""
    known: dict[str, list[str]] = {}
    for name in members:
        known.setdefault(loosely(name), []).append(name)
    return [" / ".join(each) for each in known.values() if len(each) > 1]


def unknown_ranks(paid: TeamPaid) -> list[str]:
    """What the file calls ranks that the plan does not have; nothing where the plan has no ranks at all."""
    known = paid.payer.plan.rank_names
    return sorted(set(paid.table.rank or ()) - {"", *known}) if known else []


def empty_months(paid: TeamPaid) -> list[str]:
    """Months between the first and the last of the file in which nobody bought anything."""
    return [
        name
        for name, orders in zip(paid.table.months, paid.table.orders, strict=True)
        if not np.any(orders.points > 0) and not np.any(orders.value > 0)
    ]


def is_assumed(paid: TeamPaid) -> bool:
    """Whether what a point stands for is no figure of a source: asked of whoever plans, or found nowhere."""
    company = paid.payer.company
    if company is None:
        return False
    if company.pay.plan is not None and company.pay.plan.value_of_point != 1:
        return False
    figures = (company.volume.points_per_100_retail, company.volume.commissionable_per_100_retail)
    return any(not isinstance(each, Figure) for each in figures)
