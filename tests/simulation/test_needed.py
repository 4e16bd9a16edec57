"""What is computed of a month where the distributor's pay alone is asked for, against everybody's."""

import numpy as np
import pytest

from planner.compensation.teams.month import Past
from planner.compensation.teams.pay import Moment, Told, pay_month, titles
from planner.simulation.needed import levels_needed, ranks_of_tops
from tests.planner.compensation.teams_that_exist.drawn_plans import KINDS, draw_plan
from tests.planner.compensation.teams_that_exist.random_teams import draw_frame, draw_placement, draw_team, names_of
from tests.random_cases import for_seeds

MONTHS = 3


@for_seeds(150)
def test_the_top_is_paid_alike_whoever_else_is_looked_at(seed: int) -> None:
    random = np.random.default_rng(seed)
    frame = draw_frame(random, rates=True)
    months = draw_placement(random, draw_team(random, MONTHS, names_of(frame)), places=2)
    chosen = random.choice(sorted(set(KINDS) - {"matching"}), int(random.integers(1, 4)), replace=False).tolist()
    plan = draw_plan(random, frame, *chosen, *random.choice(["matching"], int(random.integers(2))).tolist())
    alone = Told(levels=levels_needed(plan), ranks_of_tops=ranks_of_tops(plan))
    pasts = [Past(np.zeros(len(months.team)), titles(plan, months)) for _ in range(2)]
    for number, bought in enumerate(months.bought):
        found = [
            pay_month(plan, months.team, Moment(number, number + 1), bought, past, told)
            for past, told in zip(pasts, (None, alone), strict=True)
        ]
        (of_all, _), (of_top, _) = found
        pasts = [past for _, past in found]
        assert of_top.month.rank[0] == of_all.month.rank[0]
        for part, other in zip(of_top.parts, of_all.parts, strict=True):
            assert part.amount[0] == pytest.approx(other.amount[0], abs=1e-9), part.part
