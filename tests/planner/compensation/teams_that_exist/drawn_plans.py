"""Parts of every kind drawn at random: each choice by the schema of its kind; what is no choice stands here."""

from typing import Any, Literal, get_args, get_origin

from numpy.random import Generator
from pydantic import ValidationError

from planner.compensation.teams.kinds import RULES
from planner.inputs.pay.part import Part
from planner.inputs.pay.pay_plan import PayPlan
from tests.planner.compensation.teams_that_exist.by_hand import plan_of

KINDS: dict[str, type[Part]] = {get_args(kind.model_fields["rule"].annotation)[0]: kind for kind in RULES}


def rates(random: Generator, most: int = 3) -> list[float]:
    return [float(each) for each in random.choice((0.2, 0.1, 0.05, 0.0), int(random.integers(1, most + 1)))]


def brackets(random: Generator) -> list[dict[str, float]]:
    starts = (0.0, 50.0, 200.0)[int(random.integers(0, 2)) :]
    return [{"from_volume": low, "rate": float(random.choice((0.02, 0.1, 0.3)))} for low in starts]


def rows(random: Generator, names: tuple[str, ...], field: str) -> list[dict[str, Any]]:
    """Amounts or shares of ranks, none twice."""
    chosen = random.permutation(len(names))[: int(random.integers(1, len(names) + 1))]
    return [
        {"rank": names[each], field: float(random.choice((0.02, 0.01)) * (1 if field == "rate" else 1_000))}
        for each in chosen
    ]


def one_way(random: Generator, *ways: dict[str, Any]) -> dict[str, Any]:
    return ways[int(random.integers(len(ways)))]


def packages(random: Generator) -> list[dict[str, Any]]:
    return [{"from_points": low, "amounts": [low / 2, 5.0][: int(random.integers(1, 3))]} for low in (20.0, 100.0)]


def what_is_no_choice(rule: str, random: Generator, names: tuple[str, ...]) -> dict[str, Any]:
    """What the schema wants of a kind beside its choices."""
    some_rank = str(random.choice(names))
    by_rates = {"rates": rates(random)}
    generations = {"ends_rank": some_rank, "compression": "none", "own_goods": False}
    levels = {"deeper": "nothing", "starts": "first_leader", "leader_volume": "in_own", "unqualified": "ends"}
    two_legs = (
        {"rate": 0.1},
        {"blocks": [{"above": 0, "rate": 0.1}, {"above": 90, "rate": 0.05}]},
        {"cycle": {"strong": 60, "weak": 30, "pays": 7.5}, "strong_to_weak": "1:1"},
    )
    held = ({"paid": "once", "over_months": 2}, {"paid": "while_held", "needs": "rank"})
    stated: dict[str, dict[str, Any]] = {
        "unilevel": by_rates,
        "stairstep": {"without_rank": float(random.choice((0.0, 0.02)))},
        "binary": one_way(random, *two_legs),
        "matrix": {"width": 2, "depth": 3} | one_way(random, by_rates, {"amounts": [3]}),
        "matching": by_rates | {"of": [1]} | one_way(random, generations, levels | {"own_goods": False}),
        "leadership": by_rates | {"floor": 100.0},
        "generations": by_rates | {"ends_rank": some_rank, "ends_volume": 120.0},
        "unit": {"brackets": brackets(random), "leader_rank": some_rank},
        "active_recruits": {"steps": [{"recruits": 1, "rate": 0.04}, {"recruits": 2, "volume": 60, "rate": 0.1}]},
        "own_sales": {"brackets": brackets(random), "by": "month"},  # teams drawn here state no single orders
        "fast_start": {"months": 2} | one_way(random, by_rates, {"packages": packages(random)}),
        "rank_bonus": {"amounts": rows(random, names, "amount")} | one_way(random, *held),
        "pool": {"tiers": rows(random, names, "rate")},
        "customer_bonus": {"steps": [{"customers": 2, "amount": 5.0}, {"customers": 4, "volume": 20, "rate": 0.1}]},
        "pass_up": {"passed": (1, 3)} | one_way(random, by_rates, {"amounts": [5.0, 2.0]}),
    }
    return stated[rule]


def draw_part(random: Generator, rule: str, names: tuple[str, ...], **fixed: Any) -> dict[str, Any]:
    """One part of the kind, drawn until its schema takes what goes together. fixed: what is not drawn."""
    kind = KINDS[rule]
    for _ in range(200):
        part: dict[str, Any] = {"rule": rule}
        for name, field in kind.model_fields.items():
            if get_origin(field.annotation) is Literal and name != "rule":
                part[name] = get_args(field.annotation)[int(random.integers(len(get_args(field.annotation))))]
            elif field.annotation is bool:
                part[name] = bool(random.random() < 0.5)
        part |= what_is_no_choice(rule, random, names)
        if random.random() < 0.2:
            part["from_rank"] = str(random.choice(names))
        part |= fixed
        try:
            kind.model_validate(part)
        except ValidationError:
            continue
        return part
    raise AssertionError(f"no {rule} is drawn that goes together")


def draw_plan(random: Generator, frame: dict[str, Any], *rules: str, **fixed: Any) -> PayPlan:
    """A plan with one part of each of these kinds, in this order, in a frame that has ranks with rates."""
    names = tuple(rank["name"] for rank in frame["ranks"])
    frame = frame if "leadership" not in rules else {"breakaway": {"rank": names[-1]}, **frame}
    return plan_of(*(draw_part(random, rule, names, **fixed) for rule in rules), **frame)
