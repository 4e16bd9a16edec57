"""So many mutants of every sort, and what became of them."""

import json
import random
import tomllib
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from planner.inputs.plan.plan import Plan
from planner.speech import Speech
from tests.fuzz.mutants import as_json, mutant, places
from tests.fuzz.sorts import SORTS, Sort, Taken
from tests.fuzz.taken import NotFiniteError, Watch, answered, comes_back

DEEPEST = 200  # groups and lists in one another: what is added to answers that are not taken would nest without end
BEGIN_ANEW = 0.3  # how often a mutant is made of good data, and not of the last one that was accepted


@dataclass(slots=True)
class Failure:
    """A mutant of a sort. kind: traceback, not finite or slow. where: innermost places of our code, or which answer."""

    sort: str
    kind: str
    where: str
    data: bytes


@dataclass(slots=True)
class Found:
    """How many mutants were tried and accepted, by sort, the longest time that an answer took, and every failure."""

    tried: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    longest: float = 0.0
    failures: list[Failure] = field(default_factory=list)


def try_mutants(count: int, seed: int, answer: float = 1.0) -> Iterator[Found]:
    """The same record after each mutant; the sorts take turns. Same seed, same mutants.

    answer: of how many of those accepted all answers are asked for; the others are written and read again alone.
    """
    dice = random.Random(seed)  # noqa: S311
    good = {name: sort.good() for name, sort in SORTS.items()}
    last = {name: contents[0] for name, contents in good.items()}
    found = Found()
    for number in range(count):
        name = list(SORTS)[number % len(SORTS)]
        if dice.random() < BEGIN_ANEW:
            last[name] = dice.choice(good[name])
        data = mutant(last[name], SORTS[name].dump, SORTS[name].under, dice)
        found.tried[name] += 1
        if try_one(name, data, random.Random(dice.random()), found, answer):  # noqa: S311
            found.accepted[name] += 1
            with suppress(ValueError, RecursionError):  # what was accepted came from a few answers, and not from these
                content = content_of(data, SORTS[name])
                if max(map(len, places(content))) <= DEEPEST:
                    last[name] = content
        yield found


def try_one(name: str, data: bytes, dice: random.Random, found: Found, answer: float) -> bool:
    """Whether a mutant is accepted; what is wrong with its refusal, or with what follows, goes to the failures."""
    taken, watch = None, Watch()
    try:
        with np.errstate(all="raise", under="ignore"):
            taken = watch.timed("reading", lambda: read_and_kept(name, data, dice))
            if taken is not None and dice.random() < answer:
                answered(taken, dice.choice(("en", "sv")), dice.choice(("international", "swedish")), watch)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
        kind = "not finite" if isinstance(error, NotFiniteError) else "traceback"
        found.failures.append(Failure(name, kind, place_of(error), data))
    found.longest = max(found.longest, watch.longest)
    found.failures += [Failure(name, "slow", where, data) for where in watch.slow]
    return taken is not None


def read_and_kept(name: str, data: bytes, dice: random.Random) -> Taken | None:
    """What is read, written and read again; None where it is refused, which is said in both languages."""
    taken, faults = SORTS[name].read(data, dice)
    if taken is not None:
        comes_back(taken)
        return taken
    assert faults
    assert all(Speech.of(language, Plan()).say_fault(each) for language in ("en", "sv") for each in faults)
    return None


def content_of(data: bytes, sort: Sort) -> Any:
    """The data that accepted bytes hold, to be mutated again."""
    text = data.decode("utf-8-sig")
    return json.loads(text) if sort.dump is as_json else tomllib.loads(text)


def place_of(error: Exception) -> str:
    """What was raised and where, in the three innermost places of our own code."""
    ours = [each for each in traceback.extract_tb(error.__traceback__) if "site-packages" not in each.filename]
    places = " < ".join(f"{each.filename.rsplit('/', 1)[-1]}:{each.lineno}" for each in reversed(ours[-3:]))
    return f"{type(error).__name__} {str(error)[:150]!r} at {places}"
