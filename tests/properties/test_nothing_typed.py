"""A share of the mutants of `make fuzz`: none brings a traceback, a figure that is none, or more than two seconds."""

from collections import deque

import pytest

from tests.fuzz.sorts import SORTS
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
