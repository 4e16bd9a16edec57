"""Placing on the weaker leg, of many downlines at once, against one member after the other."""

from dataclasses import replace

import numpy as np

from planner.compensation.teams.team import ROOT, Team
from planner.simulation.placing import place_people
from tests.random_cases import for_seeds

TOPS, MEMBERS, MONTHS = 3, 60, 8


@for_seeds(60)
def test_each_stands_where_fewer_members_were_there(seed: int) -> None:
    """Some long lines and some broad, some whose recruiter joins in the same month, and members who leave."""
    random = np.random.default_rng(seed)
    team = drawn(random)
    above, side = one_by_one(team)
    stands = place_people(team, "weaker_leg")
    tree_above, tree_side = stands.tree.above[stands.at], stands.side[stands.at]
    assert np.where(tree_above == ROOT, ROOT, stands.member[tree_above]).tolist() == above
    assert tree_side.tolist() == side


def drawn(random: np.random.Generator) -> Team:
    members = TOPS + int(random.integers(0, MEMBERS))
    tall = random.random() < 0.4
    lowest = [max(0, each - 3) if tall else 0 for each in range(members)]
    above = [ROOT if each < TOPS else int(random.integers(lowest[each], each)) for each in range(members)]
    joined = np.zeros(members, dtype=np.int64)
    for each in range(TOPS, members):
        joined[each] = max(joined[above[each]], int(random.integers(-3, MONTHS)))
    team, _ = Team.of([str(each) for each in range(members)], np.array(above), joined)
    return replace(team, last=team.joined + random.integers(0, MONTHS, members))


def one_by_one(team: Team) -> tuple[list[int], list[int]]:
    """Under whom each stands and on which side, by counting everybody below anew each time."""
    above, side = [ROOT] * len(team), [0] * len(team)
    below: dict[tuple[int, int], int] = {}

    def there(member: int | None, month: int) -> int:
        if member is None:
            return 0
        return int(team.last[member] >= month) + sum(there(below.get((member, each)), month) for each in (0, 1))

    order = sorted(range(team.tops.stop, len(team)), key=lambda each: (team.joined[each], each))
    for member in order:
        at, month = int(team.above[member]), int(team.joined[member])
        while True:
            left, right = (there(below.get((at, each)), month) for each in (0, 1))
            place = (at, int(right < left))
            if place not in below:
                break
            at = below[place]
        below[place], above[member], side[member] = member, *place
    return above, side
