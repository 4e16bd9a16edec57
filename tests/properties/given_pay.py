"""Pay given by month at random, as if it were the mean of runs."""

import numpy as np

from planner.projection.given_pay import GivenPay


def drawn_pay(seed: int, months: int, scenarios: int = 1) -> GivenPay:
    """Of months 0 to `months`; some months pay nothing, and joining orders are a part of the pay on the team."""
    draws = np.random.default_rng(seed)
    shape = (months + 1, scenarios)

    def some(most: float) -> np.ndarray:
        return np.where(draws.random(shape) < 0.8, draws.uniform(0, most, shape), 0.0)

    on_team, bought = some(900), some(300)
    bought[0] = 0.0  # nothing is bought at launch only to be paid
    return GivenPay(
        bought=bought,
        on_own=some(60),
        on_team=on_team,
        on_joining=on_team * draws.random(shape),
        group_volume=some(4_000),
        active=draws.random(shape),
        rank=draws.integers(0, 2, shape).astype(float),
        runs=1_000,
        asked=1_000,
        seed=1,
    )


def of_scenario(pay: GivenPay, scenario: int) -> GivenPay:
    """One of several scenarios."""
    return first_months(pay, len(pay.bought) - 1, slice(scenario, scenario + 1))


def first_months(pay: GivenPay, months: int, scenarios: slice = slice(None)) -> GivenPay:
    """The same until a month."""
    arrays = {name: getattr(pay, name) for name in pay.__slots__}
    return GivenPay(
        **{
            name: value[: months + 1, scenarios] if isinstance(value, np.ndarray) else value
            for name, value in arrays.items()
        }
    )


def as_the_twin_has_it(pay: GivenPay) -> list[dict[str, float]]:
    """By month, of a single scenario."""
    return [
        {
            "qualifying": float(pay.bought[month, 0]),
            "on_own": float(pay.on_own[month, 0]),
            "on_team": float(pay.on_team[month, 0]),
            "group_volume": float(pay.group_volume[month, 0]),
            "paid_as_rank": float(pay.rank[month, 0]),
            "is_active": float(pay.active[month, 0] >= 0.5),
        }
        for month in range(len(pay.bought))
    ]
