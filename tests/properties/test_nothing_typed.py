"""A share of the mutants of `make fuzz`: none brings a traceback, a figure that is none, or more than two seconds."""

import random
from collections import deque
from copy import deepcopy

import pytest

from planner.analysis.mean_of_runs import forget
from planner.simulation import engine
from tests.fuzz.mutants import MOST_PLACES, at, change_somewhere, places
from tests.fuzz.sorts import PUBLISHED, SORTS, Taken, busy_file
from tests.fuzz.taken import Watch, answered
from tests.fuzz.tried import try_mutants
from tests.random_cases import TIMES

MUTANTS = 500 * TIMES  # a thousand in all where TIMES is 1
ANSWER = 0.15  # of those accepted, since an answer takes a tenth of a second


@pytest.mark.random
@pytest.mark.parametrize("seed", [2, 3])
def test_no_mutant_breaks_it(seed):
    [found] = deque(try_mutants(MUTANTS, seed, ANSWER), maxlen=1)
    assert not found.failures, [(each.sort, each.kind, each.where) for each in found.failures]
    for name in SORTS:
        assert MUTANTS // 100 < found.accepted[name] < found.tried[name]  # or only refusals, or none, would be tried


@pytest.mark.parametrize("name", ["plan", "answers", "company"])
def test_a_number_larger_than_any_that_can_be_computed_with_is_refused_where_any_stands(name):
    """A whole number of hundreds of digits is one that JSON and TOML read, and that no number of ours holds."""
    content = max(SORTS[name].good(), key=lambda good: len(sorts_of_places(good)))
    for *front, last in sorts_of_places(content).values():
        changed = deepcopy(content)
        at(changed, front)[last] = 10**400
        taken, faults = SORTS[name].read(SORTS[name].dump(changed), random.Random(1))  # noqa: S311
        assert (taken is None) == bool(faults), [*front, last]


def test_the_runs_of_a_plan_are_drawn_once_for_all_its_answers(monkeypatch):
    """A stopwatch that counts them twice calls plans slow that are not."""
    drawn, draw = [], engine.in_one_go
    monkeypatch.setattr(engine, "in_one_go", lambda *given, **more: drawn.append(given) or draw(*given, **more))
    forget()
    answered(Taken(busy_file(), PUBLISHED["young-living-us"]), "en", "international", Watch())
    assert [plans for plans, *_ in drawn].count([busy_file().plan]) == 1


def test_lists_within_lists_are_not_made_400_times_as_many_without_end():
    """The script of mutants came to 20 GB by itself so, and was ended by the system."""
    content = {"a": [[0.5] * 300] * 20}

    class Dice(random.Random):
        """Always many times over, of the first place."""

        def randrange(self, *_of):
            return 1

        def choice(self, options):
            return options[-1] if isinstance(options, tuple) else options[0]

    for _ in range(3):
        change_somewhere(content, (), Dice())
    assert len(content["a"]) * 301 <= 8 * MOST_PLACES


def sorts_of_places(content):
    """One place of each sort of number: what stands in a list stands there as its first does."""
    found = {}
    for path in places(content):
        if isinstance(at(content, path), int | float):
            found.setdefault(tuple(part for part in path if isinstance(part, str)), path)
    return found
