"""Teams drawn at random with their single orders, stated as by_hand states them, for twins of one member at a time."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from planner.compensation.teams.pay import PaidMonth
from planner.compensation.teams.team import TeamMonths
from tests.planner.compensation.teams_that_exist.by_hand import summed, team_of

AMOUNTS = (0, 0, 10, 20, 40, 50, 100, 100.5, 250, 1000)  # some are exactly what is asked for


@dataclass(frozen=True)
class DrawnTeam:
    """Who sponsored whom, when each joined, and what each bought in each month, with their orders."""

    sponsors: dict[str, str | None]
    joined: dict[str, int]
    months: list[dict[str, dict[str, Any]]]

    def team(self, **more: Any) -> TeamMonths:
        """The same as the rules take it."""
        return team_of(self.sponsors, self.months, joined=self.joined, **more)

    def recruits(self, name: str | None) -> list[str]:
        """Personal recruits, in the order in which the file lists them."""
        return [each for each, sponsor in self.sponsors.items() if sponsor == name and each != name]


def draw_team(rng: np.random.Generator, months: int = 1, most: int = 12) -> DrawnTeam:
    """Up to so many members in any shape, listed in any order but for the top; some join later, some buy nothing."""
    names = [f"M{number}" for number in range(int(rng.integers(1, most + 1)))]
    sponsors = {name: None if not place else names[int(rng.integers(place))] for place, name in enumerate(names)}
    listed = {names[place]: sponsors[names[place]] for place in rng.permutation(len(names))}
    joined = {names[0]: int(rng.integers(-2, 1))}
    for name in names[1:]:
        joined[name] = int(rng.integers(joined[str(sponsors[name])], months + 1))
    drawn = [
        {name: draw_bought(rng, joined[name] == number) for name in names if joined[name] <= number}
        for number in range(months)
    ]
    return DrawnTeam(listed, joined, drawn)


def draw_bought(rng: np.random.Generator, joins: bool) -> dict[str, Any]:
    """One member's month: orders, of which the first may be the one at joining, customers, and the shelf."""
    orders = []
    for number in range(int(rng.integers(0, 4))):
        points = float(rng.choice(AMOUNTS))
        joining = joins and number == 0 and rng.random() < 0.7
        by_customer = not joining and bool(rng.random() < 0.5)
        value = points * float(rng.choice([1.0, 0.8, 2.0]))
        orders.append({"points": points, "value": value, "by_customer": by_customer, "joining": joining})
    shelf = {"sold": float(rng.choice(AMOUNTS)), "used": float(rng.choice(AMOUNTS))}
    return summed({"orders": orders, "customers": int(rng.integers(0, 13)), **shelf})


def by_name(paid: PaidMonth, of_each: Any) -> dict[str, Any]:
    """A figure of each member, such as the rank or whether they are active."""
    return dict(zip(paid.month.team.members, of_each.tolist(), strict=True))
