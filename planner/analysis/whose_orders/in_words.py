"""Whose orders a plan's pay rests on, in words: of a month in the mean of the runs, and of one run."""

from collections.abc import Iterator, Mapping

import numpy as np

from planner.analysis.case import Case
from planner.analysis.team.paid import TeamPaid
from planner.analysis.whose_orders.one_run import YOU, OneRun
from planner.analysis.whose_orders.over_runs import LEVELS, WhoseOrders
from planner.language import mark
from planner.line_items import CENT
from planner.speech import Speech

TITLES = {
    "customers": mark("what outside customers buy"),
    "own_buying": mark("your own buying"),
    "joining": mark("first orders of those who join"),
    "other": mark("nobody's orders alone, but both legs, places, ranks or pools"),
}
LEVEL, DEEPEST = (
    mark("what members on level {level} buy themselves"),
    mark("what members on level {level} and deeper buy themselves"),
)

SHORT_OTHER = mark("both legs, places, ranks, pools")
SHORT_LEVEL, SHORT_DEEPEST = mark("members on level {level} themselves"), mark("members on level {level} and deeper")


def title_of(name: str, speech: Speech) -> str:
    """What pay rests on, by its name in `WhoseOrders.by_source`."""
    if name in TITLES:
        return speech.text(TITLES[name])
    level = int(name.removeprefix("level_"))
    return speech.text(DEEPEST if level == LEVELS else LEVEL).format(level=speech.number(level))


def short_title_of(name: str, speech: Speech) -> str:
    """The same for a label that is cut off on a phone."""
    if name == "other":
        return speech.text(SHORT_OTHER)
    if not name.startswith("level_"):
        return title_of(name, speech)
    level = int(name.removeprefix("level_"))
    text = SHORT_DEEPEST if level == LEVELS else SHORT_LEVEL
    return speech.text(text).format(level=speech.number(level))


def of_100(amounts: Mapping[str, float]) -> dict[str, int]:
    """Each as so many of 100 of all, in whole numbers that come to 100; none where all come to nothing."""
    total = sum(amounts.values())
    if total < CENT / 2:
        return {}
    exact = {name: max(amount, 0.0) / total * 100 for name, amount in amounts.items()}
    found = {name: int(share) for name, share in exact.items()}
    most_left = sorted(exact, key=lambda name: found[name] - exact[name])
    for name in most_left[: max(100 - sum(found.values()), 0)]:
        found[name] += 1
    return found


def shown_sources(found: WhoseOrders, month: int) -> dict[str, float]:
    """What the pay of a month rests on, in the mean, in the order in which it is told; without what is nothing."""
    return {name: amount for name, amount in found.by_source(month).items() if amount >= CENT}


def answer(found: WhoseOrders, month: int, case: Case, speech: Speech) -> str:
    """How much the month pays, on whose orders of 100, how much of it through one leg, and in how many runs."""
    return " ".join(_answer(found, month, case, speech))


def _answer(found: WhoseOrders, month: int, case: Case, speech: Speech) -> Iterator[str]:
    _, pay = speech.text, found.pay(month)
    when, company, runs = speech.month(month), found.company.name, speech.number(found.runs)
    if pay < CENT:
        text = _("In {month} {company} pays you nothing in any of {runs} runs in which you go on.")
        yield text.format(month=when, company=company, runs=runs)
        return
    text = _("In {month} {company} pays you {pay}, the mean of {runs} runs in which you go on to the end.")
    yield text.format(month=when, company=company, pay=speech.money(pay, 2), runs=runs)
    first, each = _("{count} rest on {what}"), _("{count} on {what}")
    parts = _in_order(of_100(found.by_source(month)), first, each, speech)
    yield _("Of 100 of it, {parts}.").format(parts=parts)
    if found.by_source(month)["other"] >= CENT:
        yield from _ordered_below(found, month, speech)
    through = round(found.through_largest_leg(month) / pay * 100)
    if through:
        text = _("{count} of 100 of it come through the leg that brings most: one recruit of yours, with all below.")
        yield text.format(count=speech.number(through))
    paid = found.runs_paid(month)
    if paid < found.runs:
        text = _("In {count} of the runs anything is paid in this month.")
        yield text.format(count=speech.number(paid))
    yield from _as_entered(found, month, case, speech)


def _in_order(parts: Mapping[str, int], first: str, each: str, speech: Speech) -> str:
    """Each of 100 that is one at least, in a sentence. first, each: how the first is told, and the others."""
    told = [(speech.number(part), title_of(name, speech)) for name, part in parts.items() if part]
    return "; ".join((each if place else first).format(count=n, what=what) for place, (n, what) in enumerate(told))


def _ordered_below(found: WhoseOrders, month: int, speech: Speech) -> Iterator[str]:
    """Where pay rests on nobody's orders alone: who ordered at all below, in points."""
    points = of_100(found.ordered_below(month))
    if points:
        first = each = speech.text(mark("{count} to {what}"))
        text = speech.text(mark("Of 100 points that came below you in the month, these go back: {parts}."))
        yield text.format(parts=_in_order(points, first, each, speech))


def _as_entered(found: WhoseOrders, month: int, case: Case, speech: Speech) -> Iterator[str]:
    """What the statement has for the month, where that is computed on averages and comes to something else."""
    projection = case.projection
    if found.plan != case.plan or found.company != case.company:  # of the plan before an edit
        return
    stated = float((projection.commission_on_own + projection.commission_on_team)[month, 0])
    if projection.given is None and speech.money(stated) != speech.money(found.pay(month)):
        text = speech.text(mark("Exactly as entered it is {amount}, computed on averages without luck."))
        yield text.format(amount=speech.money(stated, 2))


def run_in_words(run: OneRun, found: WhoseOrders, month: int, paid: TeamPaid, speech: Speech) -> str:
    """Which run it is and why this one, what the month pays you in it, and how many people are there."""
    _, team, stands = speech.text, paid.team.team, paid.month.month
    there = team.joined <= paid.at
    if team.last is not None:
        there = there & (team.last >= paid.at)
    people, active = int(np.count_nonzero(there)) - 1, int(np.count_nonzero(stands.active[1:]))
    text = _("Run {number} of {runs}: its pay in {month} is the middle one of all runs.")
    if found.runs_paid(month) < found.runs:
        text = _("Run {number} of {runs}: its pay in {month} is the middle one of those in which anything is paid.")
    said = text.format(number=speech.number(run.number + 1), runs=speech.number(found.runs), month=speech.month(month))
    text = _("{people} below you, {active} of them active, and you are paid {pay}.")
    there_are = speech.plural("{count} person is", "{count} people are", people)
    pays = text.format(people=there_are, active=speech.number(active), pay=speech.money(run.pay(month), 2))
    rank = paid.rank_name(int(stands.rank[YOU]))
    ranked = _("You are paid as {rank}.").format(rank=rank) if rank else ""
    return " ".join(filter(None, (said, pays, ranked)))


def names_in_words(run: OneRun, month: int, speech: Speech) -> str:
    """What the names say, and in which money the receipt is where it is not the plan's of the month."""
    _ = speech.text
    said = _(
        mark(
            "Nobody in it is real: who comes, stays and buys is drawn as your plan says. Recruit 2.1 is the first "
            "recruit of your second: a number for each level below you, and the first of them is the leg."
        )
    )
    plan = run.draws.terms.pay_plan
    if plan is not None and any(getattr(part, "compression", "none") != "none" for part in plan.parts):
        passed = _(mark("Where the company passes over somebody, it pays on a nearer level than the name says."))
        said = f"{said} {passed}"
    if abs(run.times[month] - 1) < CENT**2:
        return said
    text = _(mark("The receipt is in {currency} at the prices of your start; in the plan each {one} of it is {money}."))
    one = Speech(speech.language, run.company.currency, speech.start_month).money(1)
    money = speech.money(run.times[month], 4)
    return f"{said} {text.format(currency=run.company.currency, one=one, money=money)}"
