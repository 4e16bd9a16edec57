"""The documented readings of a pay plan with which an example would be paid as it is printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from planner.analysis.team.paid import Payer
from planner.analysis.team.proven.run import ProofRun, plan_alone, run_proof
from planner.errors import Fault
from planner.inputs.faults import KIND_KEYS
from planner.inputs.path import Path, put
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.proofs.proof import Proof

MOST_PAIRS = 1_500  # of readings at once, each of them the whole example paid anew


@dataclass(frozen=True, slots=True)
class Option:
    """One field of a plan and another of its values. path: ("parts", 0, "compression")."""

    path: Path
    value: Any


@dataclass(frozen=True, slots=True)
class Reading:
    """Options with which every figure of an example agrees. run: the example so paid.

    keeps: whether the plan's other examples that agree now still do.
    """

    options: tuple[Option, ...]
    run: ProofRun
    keeps: bool


def options_of(plan: PayPlan) -> tuple[Option, ...]:
    """Every other value of every field of the plan that is one of a few words, or true or false, in its order."""
    return tuple(_options_in(plan_alone(plan), ()))


def _options_in(found: Any, path: Path) -> Iterator[Option]:
    if isinstance(found, tuple):
        for number, each in enumerate(found):
            yield from _options_in(each, (*path, number))
    if not isinstance(found, BaseModel):
        return
    for name, field in type(found).model_fields.items():
        value = getattr(found, name)
        if name in KIND_KEYS:
            continue
        if get_origin(field.annotation) is Literal:
            yield from (Option((*path, name), each) for each in get_args(field.annotation) if each != value)
        elif field.annotation is bool:
            yield Option((*path, name), not value)
        else:
            yield from _options_in(value, (*path, name))


def with_options(plan: PayPlan, options: Sequence[Option]) -> PayPlan | None:
    """The plan with these readings; None where they do not go together with the rest of it."""
    tables = plan.model_dump()
    for each in options:
        put(tables, each.path, each.value)
    try:
        return type(plan).model_validate(tables)
    except ValidationError:
        return None


def bring_together(payer: Payer, proof: Proof) -> tuple[Reading, ...]:
    """The readings with which every figure of the example agrees: of one option each, else of two at a time.

    Those that keep the plan's other examples first. None where no reading does it, or where two options are more than
    are tried; a plan that agrees already has none either.
    """
    alone = replace(payer, plan=plan_alone(payer.plan))
    table = proof.table()
    now = run_proof(alone, proof, table=table)
    if isinstance(now, Fault) or now.agrees:
        return ()
    agree_now = [each for each in payer.plan.proofs if each != proof and _agrees(alone, each)]
    options = options_of(payer.plan)
    pairs = [pair for pair in combinations(options, 2) if pair[0].path != pair[1].path]
    singles = [(each,) for each in options]
    for tried in (singles, pairs if len(pairs) <= MOST_PAIRS else []):
        found = []
        for each in tried:
            plan = with_options(alone.plan, each)
            run = None if plan is None else run_proof(replace(alone, plan=plan), proof, table=table)
            if isinstance(run, ProofRun) and run.agrees:
                keeps = all(_agrees(run.paid.payer, other) for other in agree_now)
                found.append(Reading(tuple(each), run, keeps))
        if found:
            return tuple(sorted(found, key=lambda reading: not reading.keeps))
    return ()


def _agrees(payer: Payer, proof: Proof) -> bool:
    run = run_proof(payer, proof)
    return isinstance(run, ProofRun) and run.agrees
