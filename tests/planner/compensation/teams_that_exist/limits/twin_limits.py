"""Twin of gates, caps and rounding: one member and one line after the other, as the plan's page says it."""

from typing import Any

from planner.inputs.pay.limits.caps import Rounding
from planner.inputs.pay.pay_plan import PayPlan

NEARLY = 1e-9  # what the computer's rounding leaves is nothing
NOTHING = {"points": 0.0, "by_customers": 0.0, "customers": 0, "sold": 0.0, "used": 0.0}
Months = list[dict[str, dict[str, Any]]]  # what each bought in every month so far, the one that is paid the last


def of(months: Months, number: int, name: str) -> dict[str, Any]:
    return months[number].get(name, NOTHING)


def below(sponsors: dict[str, str | None], name: str) -> list[str]:
    """A member and everyone below."""
    found = [name]
    for each, sponsor in sponsors.items():
        if sponsor == name:
            found += below(sponsors, each)
    return found


def is_met(gate: Any, months: Months, sponsors: dict[str, str | None], name: str) -> bool:
    """Whether a member meets a gate in the last of the months."""
    now = of(months, -1, name)
    if gate.gate == "customers":
        return now["customers"] >= gate.least
    if gate.gate == "customer_volume":
        return now["by_customers"] >= gate.least - 1e-9
    if gate.gate == "outside_share":
        whose = [name] if gate.of == "own" else below(sponsors, name)
        some = sum(of(months, -1, each)["by_customers"] for each in whose)
        return enough(gate, some, sum(of(months, -1, each)["points"] for each in whose))

    def from_shelf(month: int) -> float:
        each = of(months, month, name)
        return each["sold"] + (each["used"] if gate.own_use_counts else 0.0)

    if gate.of == "this_month":
        return enough(gate, now["by_customers"] + from_shelf(-1), now["points"])
    for month in range(len(months) - 2, -1, -1):
        last = of(months, month, name)
        if last["points"] > NEARLY:
            since = sum(from_shelf(each) for each in range(month + 1, len(months)))
            return enough(gate, last["by_customers"] + since, last["points"])
    return enough(gate, 0.0, 0.0)


def enough(gate: Any, some: float, everything: float) -> bool:
    """Whether the share is enough; of nothing, as the gate says."""
    return some / everything >= gate.least - 1e-9 if everything > NEARLY else gate.on_nothing == "met"


def cheques(
    plan: PayPlan,
    lines: dict[str, list[tuple[int, float]]],
    met: dict[str, list[bool]],
    ranks: dict[str, int],
    value: float,
) -> dict[str, float]:
    """What each is paid. lines: each line of a member with the number of its part; met: each gate of a member."""
    left: dict[str, list[tuple[int, float]]] = {}
    for name, each in lines.items():
        shut = [set(gate.parts) for gate, is_open in zip(plan.gates, met[name], strict=True) if not is_open]
        left[name] = [(part, amount) for part, amount in each if not any(part in s or not s for s in shut)]
    rule = plan.rounding
    if rule and rule.when == "before_caps":
        left = {name: rounded(rule, each) for name, each in left.items()}
    for cap in plan.caps:
        for name, each in left.items():
            most = cap.most
            for row in sorted(cap.by_rank, key=lambda row: plan.rank_names.index(row.rank)):
                if ranks[name] >= plan.rank_names.index(row.rank) + 1:
                    most = row.most
            counts = [not cap.parts or part in cap.parts for part, _ in each]
            had = sum(amount for (_, amount), counted in zip(each, counts, strict=True) if counted)
            if most is not None and had > most:
                left[name] = [
                    (part, amount * most / had if counted else amount)
                    for (part, amount), counted in zip(each, counts, strict=True)
                ]
    if plan.payout_cap:
        left = under_the_share(plan, left, value)
    if rule and rule.when == "after_caps":
        left = {name: rounded(rule, each) for name, each in left.items()}
    return {name: sum(amount for _, amount in each) for name, each in left.items()}


def under_the_share(
    plan: PayPlan, left: dict[str, list[tuple[int, float]]], value: float
) -> dict[str, list[tuple[int, float]]]:
    """The same with no more in all than the plan's share of the value."""
    cap = plan.payout_cap
    assert cap is not None
    every = [line for each in left.values() for line in each]
    cut = sum(amount for part, amount in every if part not in cap.exempt)
    kept = sum(amount for part, amount in every if part in cap.exempt)
    room = max(cap.share * cap.base_per_value * value - (kept if cap.exempt_count else 0.0), 0.0)
    if cut <= room:
        return left
    return {
        name: [(part, amount if part in cap.exempt else amount * room / cut) for part, amount in each]
        for name, each in left.items()
    }


def rounded(rule: Rounding, lines: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Each line rounded; or all in proportion, so that they come to the rounded cheque."""
    if rule.per == "line":
        return [(part, nearest(rule, amount)) for part, amount in lines]
    total = sum(amount for _, amount in lines)
    return [(part, amount * nearest(rule, total) / total) for part, amount in lines] if total else lines


def nearest(rule: Rounding, amount: float) -> float:
    """Rounded to what is paid; a hair below the half is the half, since cents are no halves of computers."""
    pieces = abs(amount) / rule.to
    whole = int(pieces + (0.5 if rule.how == "half_up" else 0.0) + 1e-9)
    return whole * rule.to * (1 if amount >= 0 else -1)
