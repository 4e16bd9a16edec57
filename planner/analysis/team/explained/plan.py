"""A whole pay plan in words: who is paid, the ranks, every part, and what holds over all of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from planner.analysis.team.explained.bonuses import tell_fast_start, tell_pass_up, tell_pool, tell_rank_bonus
from planner.analysis.team.explained.brackets import tell_active_recruits, tell_customers, tell_own_sales, tell_unit
from planner.analysis.team.explained.generations import tell_generations, tell_leadership, tell_matching
from planner.analysis.team.explained.levels import tell_levels, tell_matrix
from planner.analysis.team.explained.limits import tell_cap, tell_gate, tell_payout_cap, tell_rounding
from planner.analysis.team.explained.standing import tell_activity, tell_how_ranks_work, tell_ranks
from planner.analysis.team.explained.steps import tell_steps
from planner.analysis.team.explained.teller import Teller
from planner.analysis.team.explained.two_legs import tell_two_legs
from planner.analysis.team.receipt import part_title
from planner.inputs.cited.figure import FewWords
from planner.inputs.pay.active_recruits import ActiveRecruits
from planner.inputs.pay.binary import Binary
from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.bonuses.pool import Pool
from planner.inputs.pay.bonuses.rank_bonus import RankBonus
from planner.inputs.pay.generations import Generations
from planner.inputs.pay.in_a_plan import not_computed_in_a_plan
from planner.inputs.pay.leadership import Leadership
from planner.inputs.pay.matching import Matching
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.part import Part
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.stairstep import Stairstep
from planner.inputs.pay.unilevel import Unilevel
from planner.inputs.pay.unit import Unit
from planner.language import mark
from planner.speech import Speech

WORDS: dict[type[Part], Callable[[Any, Teller], Iterator[str]]] = {
    Unilevel: tell_levels,
    Matrix: tell_matrix,
    Stairstep: tell_steps,
    Generations: tell_generations,
    Leadership: tell_leadership,
    Matching: tell_matching,
    Binary: tell_two_legs,
    OwnSales: tell_own_sales,
    Unit: tell_unit,
    ActiveRecruits: tell_active_recruits,
    CustomerBonus: tell_customers,
    FastStart: tell_fast_start,
    RankBonus: tell_rank_bonus,
    Pool: tell_pool,
    PassUp: tell_pass_up,
}

Of = Literal["activity", "ranks", "how_ranks_work", "part", "gates", "limits", "not_in_a_plan"]


@dataclass(frozen=True, slots=True)
class Told:
    """Something of a plan: what it is called, and what is said of it, a sentence each.

    of: what it is of; "ranks" are what each asks for, "how_ranks_work" what holds for all of them. part: the one that
    it is of.
    """

    of: Of
    title: str
    sentences: tuple[str, ...]
    part: Part | None = None


def plan_in_words(
    plan: PayPlan, speech: Speech, *, tables: bool = False, unpublished: Mapping[int, str] | None = None
) -> tuple[Told, ...]:
    """Everything that the plan says, in the order in which it is decided. speech: in the plan's currency.

    tables: what each rank asks for, and rates by rank, stand in tables beside, and are not told. unpublished: by level
    what stands in the place of a rate that nobody published.
    """
    _, tell = speech.text, Teller(plan, speech, tables, unpublished or {})
    found = (
        Told("activity", _(mark("Who is paid")), tuple(tell_activity(tell))),
        Told("ranks", _(mark("What each rank asks for in a month")), () if tables else tuple(tell_ranks(tell))),
        Told("how_ranks_work", _(mark("How ranks work")), tuple(tell_how_ranks_work(tell))),
        *(part_in_words(part, tell) for part in plan.parts),
        Told("gates", _(mark("What is asked for before it is paid")), tuple(tell_gates(tell))),
        Told("limits", _(mark("The most that is paid, and rounding")), tuple(tell_limits(tell))),
        Told("not_in_a_plan", _(mark("What your plan cannot compute of it")), tuple(tell_not_computed(tell))),
    )
    return tuple(each for each in found if each.sentences)


def part_in_words(part: Part, tell: Teller) -> Told:
    """One part of a plan."""
    sentences = list(WORDS[type(part)](part, tell))
    if part.from_rank is not None:
        sentences.insert(1, tell.say(mark("It is paid from the rank {rank} on."), rank=part.from_rank))
    return Told("part", part_title(part, tell.speech), tuple(sentences), part)


def tell_gates(tell: Teller) -> Iterator[str]:
    """What must be there before somebody is paid."""
    for gate in tell.plan.gates:
        yield from called(gate.name, tell_gate(gate, tell), tell)


def called(name: FewWords | None, sentences: Iterator[str], tell: Teller) -> Iterator[str]:
    """The sentences, the first after what the company calls it."""
    for number, sentence in enumerate(sentences):
        named = number == 0 and name is not None
        yield tell.say(mark("{who}: {what}"), who=tell.speech.told(name), what=sentence) if named else sentence


def tell_not_computed(tell: Teller) -> Iterator[str]:
    """What pays a team that exists, and not the people of a plan, since a plan does not know what it goes by."""
    for each in not_computed_in_a_plan(tell.plan):
        why = tell.speech.text(each.why)
        if each.part == 0:
            yield tell.say(mark("The cap on all pay cuts nothing there: {why}."), why=why)
            continue
        part = part_title(tell.plan.parts[each.part - 1], tell.speech)
        if each.matched:
            yield tell.say(mark("{part} is paid there only in part: {why}."), part=part, why=why)
        else:
            yield tell.say(mark("{part} is counted there as nothing: {why}."), part=part, why=why)


def tell_limits(tell: Teller) -> Iterator[str]:
    """Caps and rounding."""
    for cap in tell.plan.caps:
        yield from called(cap.name, tell_cap(cap, tell), tell)
    if tell.plan.payout_cap is not None:
        yield from tell_payout_cap(tell.plan.payout_cap, tell)
    if tell.plan.rounding is not None:
        yield from tell_rounding(tell.plan.rounding, tell)
