"""Who said what, what hangs on it, the stake and the talk in words: the same on screen, in files and on paper."""

from collections.abc import Iterator
from datetime import date

from planner.analysis.answer.figure import figure_words
from planner.analysis.answer.odds_in_words import count
from planner.analysis.together.stake import Stake
from planner.analysis.together.who_said import Effect
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.together.ledger import OWNERS, Said
from planner.inputs.together.talk import InputChange, Mentor, Moment
from planner.language import date_in_words
from planner.line_items import CENT
from planner.speech import Speech, told_as_one


def day_in_words(day: date | None, speech: Speech) -> str:
    """29 November 2026; empty where there is none."""
    return "" if day is None else date_in_words(day.isoformat(), speech.language)


def said_by(said: Said, speech: Speech) -> str:
    """The recruiter, 29 November 2026: "on the phone"; to be checked. Empty where nothing was said."""
    _ = speech.text
    owner = "" if said.owner is None else _(OWNERS[said.owner])
    parts = [part for part in (owner, day_in_words(said.day, speech)) if part]
    text = ", ".join(parts)
    if said.note:
        text = _("{who}: “{note}”").format(who=text, note=said.note) if text else _("“{note}”").format(note=said.note)
    if not said.check:
        return text
    return _("{said}; to be checked").format(said=text) if text else _("to be checked")


def effect_in_words(effect: Effect, typical: str, speech: Speech) -> str:
    """What the share that loses would be with the typical figure, told as `typical`, in the place of the plan's own."""
    _ = speech.text
    if effect.typical is None:
        return _("A typical figure, {typical}, does not go with the rest of the plan.").format(typical=typical)
    lose, other = (count(each.lose, speech) for each in (effect.stated, effect.typical))
    if lose == other:
        text = _("With a typical figure in its place, {typical}, as many lose: {lose} of 100.")
        return text.format(typical=typical, lose=lose)
    text = _("With a typical figure in its place, {typical}: {lose} → {other} of 100 lose.")
    return text.format(typical=typical, lose=lose, other=other)


def stake_in_words(stake: Stake, mentor: Mentor, plan: Plan, speech: Speech) -> str:
    """What would be paid to the mentor over the plan, and by which ranks, where it hangs on one."""
    _ = speech.text
    if stake.standing == "outside":
        text = _("{who} stands outside of the company: nothing would be paid to them if this plan came true.")
        return text.format(who=mentor.name or _("Your mentor"))
    who = mentor.name or _("whoever recruited you")
    if stake.standing == "not_computed":
        text = _(
            "What {who} would be paid if this plan came true is not computed: nobody has published all of how the "
            "company pays a team, or no rule for it is known."
        )
        return text.format(who=who)
    amount = speech.from_to(stake.low, stake.high)
    if stake.at_least:
        alike = speech.money(stake.low) == speech.money(stake.high)
        amount = (_("at least {amount}") if alike else _("{amount} or more")).format(amount=amount)
    text = _("If this plan came true, {who} would be paid {amount} over {months}, on what you and your team buy.")
    said = text.format(who=who, amount=amount, months=speech.months(plan.horizon_months))
    ranked = _of_ranks(stake, speech)
    return " ".join(filter(None, (said, ranked, *_of_runs(stake, speech))))


def _of_ranks(stake: Stake, speech: Speech) -> str:
    """At which rank, or between which; empty where none decides."""
    _ = speech.text
    low, high = stake.low_rank, stake.high_rank
    if not high:
        return ""
    if stake.runs and low != high and told_as_one(stake.low, stake.high):
        text = _("It is as much from the lowest rank, {low}, to the highest, {high}.")
        if not low:
            text = _("It is as much from no rank at all to the highest, {high}.")
        return text.format(low=low, high=high)
    if stake.runs and low == high:
        return _("That is at the rank {rank}.").format(rank=high)
    if stake.runs and not low:
        return _("That is from no rank at all to the highest, {high}.").format(high=high)
    if stake.runs:
        return _("That is from the lowest rank, {low}, to the highest, {high}.").format(low=low, high=high)
    if low == high:
        return _("That is at the rank {rank}; where ranks decide it is approximate.").format(rank=high)
    text = _("That is from the lowest rank, {low}, to the highest, {high}; where ranks decide it is approximate.")
    return text.format(low=low, high=high)


def _of_runs(stake: Stake, speech: Speech) -> Iterator[str]:
    """That it is a mean of runs, on the person's leg alone; and what of it hangs on another leg."""
    _ = speech.text
    if not stake.runs:
        return
    text = _(
        "It is the mean of {runs} runs in which you go on to the end, on your leg alone: nobody else of theirs is "
        "counted."
    )
    yield text.format(runs=speech.number(stake.runs))
    if stake.other_leg >= CENT:
        text = _(
            "Up to {amount} of it is paid on two legs, and in full only if their other leg always brings more than "
            "yours; without another leg none of that is."
        )
        yield text.format(amount=speech.money(stake.other_leg))


def change_in_words(change: InputChange, speech: Speech) -> str:
    """An input with its figure before and after; of a choice, what was chosen."""
    _, declared = speech.text, INPUTS[change.path]
    title = _(declared.title)
    if change.chosen:
        chosen = _(declared.choices[change.chosen]) if change.chosen in declared.choices else change.chosen
        return _("{input}: {value}").format(input=title, value=chosen)
    if change.before is None and change.after is None:
        return _("{input} changed").format(input=title)
    before, after = (_figure(change.path, each, speech) for each in (change.before, change.after))
    return _("{input} {before} → {after}").format(input=title, before=before, after=after)


def moment_in_words(moment: Moment, speech: Speech) -> str:
    """What one visit of a step changed: New customers a month 4 → 1: 18 → 51 of 100 lose."""
    _ = speech.text
    changed = "; ".join(change_in_words(change, speech) for change in moment.changes)
    before, after = (count(each, speech) for each in (moment.lose_before, moment.lose_after))
    if before == after:
        return _("{changes}: as many lose as before, {lose} of 100.").format(changes=changed, lose=after)
    return _("{changes}: {before} → {after} of 100 lose.").format(changes=changed, before=before, after=after)


def _figure(path: Path, figure: float | None, speech: Speech) -> str:
    _ = speech.text
    return _("left empty") if figure is None else figure_words(figure, INPUTS[path].unit, speech)
