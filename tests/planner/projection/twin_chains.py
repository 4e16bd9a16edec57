"""The twin's compression: everybody below the distributor by the active people who stand between, and by their ages.

A chain is (how many have been there three months or more, the ages of the others, oldest first), from level 1 down to
the person who is counted, with whom it ends. Whoever recruits has been there a month longer than the recruit, so the
ages of a chain fall from one to the next, and only the oldest class holds several. The length of a chain is the level.
"""

import math

By_Age = list[float]
Chain = tuple[int, tuple[int, ...]]
Chains = dict[Chain, float]
AGES = 4
OLD = AGES - 1


def on_levels(chains: Chains, deepest: int) -> list[By_Age]:
    """People by level and age; level 0 is the distributor, who is not counted."""
    levels = [[0.0] * AGES for _ in range(deepest + 1)]
    for (old, young), people in chains.items():
        levels[old + len(young)][young[-1] if young else OLD] += people
    return levels


def month_of_chains(chains: Chains, leaving: By_Age, recruiting: float, recruits: float, deepest: int) -> Chains:
    """A month on: everybody recruits, then those who were there at its start stay or leave, each by their own age."""
    after: Chains = {}
    for (old, young), people in chains.items():
        above = (old, young[:-1]) if young else (old - 1, ())
        own_age = young[-1] if young else OLD
        for (stayed, ages), chance in who_is_left(above, leaving).items():
            add(after, with_one_more((stayed, ages), min(own_age + 1, OLD)), people * chance * (1 - leaving[own_age]))
        if recruiting > 0:
            for chain, chance in who_is_left((old, young), leaving).items():
                add(after, kept((chain[0], (*chain[1], 0)), deepest), people * chance * recruiting)
    add(after, (0, (0,)), recruits)
    return after


def add(chains: Chains, chain: Chain, people: float) -> None:
    chains[chain] = chains.get(chain, 0.0) + people


def with_one_more(chain: Chain, age: int) -> Chain:
    old, young = chain
    return (old + 1, young) if age == OLD else (old, (*young, age))


def kept(chain: Chain, deepest: int) -> Chain:
    """The deepest level kept absorbs all below it: of those between who have been there long, one is left out."""
    old, young = chain
    return (old - 1, young) if old + len(young) > deepest else chain


def who_is_left(chain: Chain, leaving: By_Age) -> Chains:
    """Chance of what is left of a chain a month later, those who stay being a month older."""
    old, young = chain
    late = leaving[OLD]
    left: Chains = {}
    for gone in range(old + 1):
        left[old - gone, ()] = math.comb(old, gone) * late**gone * (1 - late) ** (old - gone)
    for age in young:
        longer: Chains = {}
        for so_far, chance in left.items():
            add(longer, so_far, chance * leaving[age])
            add(longer, with_one_more(so_far, age + 1), chance * (1 - leaving[age]))
        left = longer
    return left
