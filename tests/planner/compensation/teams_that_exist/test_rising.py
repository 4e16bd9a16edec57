"""What reaches the same member is put together for pay: on teams in which much meets, and much never does."""

import numpy as np

from planner.compensation.teams.flow import paid
from planner.compensation.teams.pay import pay_team
from planner.compensation.teams.team import ROOT, Bought, Team, TeamMonths
from tests.planner.compensation.teams_that_exist.drawn_plans import draw_plan
from tests.planner.compensation.teams_that_exist.random_teams import POINTS, draw_frame
from tests.random_cases import for_seeds

RISING = ("unilevel", "stairstep", "matrix", "generations", "unit", "leadership", "matching")


def large_team(random: np.random.Generator, members: int) -> TeamMonths:
    """Tall or broad; in some hardly anybody buys anything."""
    up_to = np.arange(members)
    above = up_to - 1 - (random.random(members) ** random.choice((1, 2, 30)) * up_to).astype(np.int64)
    above[0] = ROOT
    team, _ = Team.of([str(each) for each in range(members)], above)
    points = np.where(random.random(members) < random.choice((0.01, 0.8)), random.choice(POINTS, members), 0.0)
    some = points * random.choice((0.0, 0.5, 1.0), members)
    return TeamMonths(team, ("2026-11",), (Bought(points, points * 1.25, some, np.zeros(members), some),))


@for_seeds(20)
def test_pay_is_what_the_rows_of_every_buyer_come_to(seed):
    random = np.random.default_rng(seed)
    frame = draw_frame(random, rates=True) | {"minimum_personal_volume": float(random.choice((0.0, 20.0)))}
    month = pay_team(draw_plan(random, frame, *RISING), large_team(random, 800))[0]
    for part in month.parts:
        rows = sum(np.bincount(each.earner, weights=each.amount, minlength=800) for each in part.flows())
        assert np.allclose(rows, part.gross, rtol=1e-12, atol=1e-9), part.part.rule
        assert np.array_equal(paid(part.flows, 800), part.gross)
