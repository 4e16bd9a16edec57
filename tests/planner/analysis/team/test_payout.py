"""What a part of any kind is paid never passes what its published rates come to at most, whatever is drawn."""

from collections import Counter

import numpy as np

from planner.analysis.team.payout import most_of
from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.by_hand import plan_of
from tests.planner.compensation.teams_that_exist.drawn_plans import KINDS, draw_part, draw_plan
from tests.planner.compensation.teams_that_exist.random_teams import draw_frame, draw_placement, draw_team, names_of

TEAMS = 60


def test_nothing_is_paid_beyond_the_most_that_is_told():
    kinds = tuple(sorted(KINDS, key=lambda rule: rule == "matching"))  # what is matched stands before it
    told: Counter[str] = Counter()
    for seed in range(TEAMS):
        random = np.random.default_rng(seed)
        frame = draw_frame(random, rates=True)
        frame.setdefault("breakaway", {"rank": str(random.choice(names_of(frame)))})
        months = draw_placement(random, draw_team(random, months=2, titles=names_of(frame)), places=2)
        names = names_of(frame)
        leaders = {
            "ends_at": "rank",
            "ends_rank": names[0],
            "from_rank": str(random.choice(names)),
            "deeper": "nothing",
        }
        generations = draw_part(random, "generations", names, **leaders)
        plan = draw_plan(random, frame, *kinds)
        for paid in (*pay_team(plan, months), *pay_team(plan_of(generations, **frame), months)):
            for part in paid.parts:
                most = most_of(part.part, paid.month)
                if most is not None:
                    told[part.part.rule] += 1
                    assert part.amount.sum() <= most.amount + 1e-9, (seed, part.part)
    without = {"binary", "matching", "rank_bonus", "customer_bonus"}  # of the last the steps drawn are amounts
    assert set(told) == set(KINDS) - without
