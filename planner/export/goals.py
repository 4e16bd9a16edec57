"""What it takes to reach a goal as files: a row or a record for each input or company."""

from collections.abc import Sequence
from typing import Any

from planner.analysis.chance.goal_seek import Answer
from planner.analysis.chance.goals import Tried
from planner.analysis.chance.odds import standard_error
from planner.analysis.chance.pairs import Pair, Point
from planner.analysis.chance.rarity import rarity
from planner.analysis.chance.search import Found
from planner.export.frames import Frame
from planner.export.json import rarity_record, rounded
from planner.inputs.path import written


def answers_frame(answers: Sequence[Answer]) -> Frame:
    """A row for each answer. value: over the runs; value_as_entered: if everything goes exactly as entered.

    Both are empty where the goal is not reachable by the input alone, and where the plan reaches it already.
    beyond_effort: whether the value takes effort that nobody has. left_out: whether values took too long to be tried;
    where none of the others reaches the goal, the status is then not_known. rough: see `is_rough`. paid_less: between
    which shares of those in a published table were paid less than the plan with the value is in its first year.
    """
    rare = [None if answer.then is None else rarity(answer.then) for answer in answers]
    columns: dict[str, list[Any]] = {
        "company": [answer.case.company.id for answer in answers],
        "currency": [answer.case.plan.currency for answer in answers],
        "goal": [answer.goal.kind for answer in answers],
        "figure": [answer.goal.figure for answer in answers],
        "input": [written(answer.turned.path) for answer in answers],
        "unit": [answer.turned.unit for answer in answers],
        "planned": [answer.turned.now for answer in answers],
        "status": [answer.sampled.status for answer in answers],
        "value": [_value(answer.sampled) for answer in answers],
        "beyond_effort": [answer.beyond for answer in answers],
        "left_out": [answer.sampled.left_out for answer in answers],
        "rough": [is_rough(answer) for answer in answers],
        "reaches": [answer.sampled.at.figure for answer in answers],
        "lose_now": [answer.sampled.now.lose for answer in answers],
        "lose_then": [answer.sampled.at.lose for answer in answers],
        "runs": [answer.sampled.at.runs for answer in answers],
        "status_as_entered": [answer.expected.status for answer in answers],
        "value_as_entered": [_value(answer.expected) for answer in answers],
        "paid_less_least": [None if each is None else each.bounds.least for each in rare],
        "paid_less_most": [None if each is None else each.bounds.most for each in rare],
    }
    return Frame(columns)


def answer_record(answer: Answer) -> dict[str, Any]:
    """One answer. from and to: how far the input was tried, left_out: whether values between or beyond took too long to
    be; rough: see `is_rough`; beyond_effort: whether the value takes effort that nobody has. chance.seed of the plan is
    that of the draws.

    rarity: how rare the plan is with the value that reaches the goal; null where none does, or where no record tells.
    """
    turned = answer.turned
    return {
        "company": answer.case.company.id,
        "currency": answer.case.plan.currency,
        "goal": {"kind": answer.goal.kind, "figure": rounded(answer.goal.figure)},
        "input": written(turned.path),
        "unit": turned.unit,
        "planned": rounded(turned.now),
        "from": rounded(answer.sampled.low),
        "to": rounded(answer.sampled.high),
        "left_out": answer.sampled.left_out,
        "asked": answer.asked,
        "rough": is_rough(answer),
        "seed": answer.case.plan.chance.seed,
        "over_runs": found_record(answer.sampled),
        "beyond_effort": answer.beyond,
        "rarity": None if answer.then is None else rarity_record(answer.then),
        "as_entered": found_record(answer.expected),
    }


def is_rough(answer: Answer) -> bool:
    """Whether another search could end at another value: some were left out, or fewer runs made than were asked for."""
    runs = answer.sampled.at.runs
    return answer.sampled.left_out or (runs is not None and runs < answer.asked)


def pair_record(pair: Pair) -> dict[str, Any]:
    """Two inputs together: values of both that reach the goal, by the second from its planned value up to `to`.

    nearest: those that change both least, null where none do. left_out: whether pairs took too long to be tried.
    """
    points = [(point, _point_record(point)) for point in pair.points]
    return {
        "first": written(pair.first.path),
        "second": written(pair.second.path),
        "units": [pair.first.unit, pair.second.unit],
        "planned": [rounded(pair.first.now), rounded(pair.second.now)],
        "to": rounded(pair.end),
        "left_out": pair.left_out,
        "points": [record for _point, record in points],
        "nearest": next((record for point, record in points if point == pair.nearest), None),
    }


def _point_record(point: Point) -> dict[str, Any]:
    return {
        "first": rounded(point.first),
        "second": rounded(point.second),
        "lose": rounded(point.lose),
        "runs": point.runs,
        "rarity": rarity_record(point.case),
    }


def found_record(found: Found) -> dict[str, Any]:
    """value: what reaches the goal, null where there is none. now and then: what the plan, and the plan with it, reach.

    nearest: where nothing reaches it, the value that comes nearest. down and up: where the plan reaches it already, the
    last values that still do, null where all that were tried do.
    """
    record: dict[str, Any] = {"status": found.status, "value": rounded(_value(found)), "now": tried_record(found.now)}
    match found.status:
        case "reached":
            return record | {"then": tried_record(found.at)}
        case "already":
            return record | {"down": rounded(found.down), "up": rounded(found.up)}
        case _:
            return record | {"nearest": rounded(found.value), "then": tried_record(found.at)}


def tried_record(tried: Tried) -> dict[str, Any]:
    """The goal's own figure, and over runs how many there are and the share that loses money."""
    record: dict[str, Any] = {"reached": tried.reached, "figure": rounded(tried.figure)}
    if tried.runs is not None and tried.lose is not None:
        error = standard_error(tried.lose, tried.runs)
        record |= {"lose": rounded(tried.lose), "lose_standard_error": rounded(error), "runs": tried.runs}
    return record


def _value(found: Found) -> float | None:
    return found.value if found.status == "reached" else None
