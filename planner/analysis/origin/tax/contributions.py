"""Where contributions on the year's profit come from: their base, each of them on it, and what is taken off."""

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, money, share
from planner.inputs.path import Path
from planner.inputs.tax_terms import Contribution, Reduction, chosen_rules
from planner.language import mark
from planner.messages import Message, Quantity


def contributions_on(case: Case, month: int, profit: Origin) -> Origin:
    """The contributions, each on the base that the rules make of the profit."""
    terms = case.projection.assumptions.tax
    title = mark("Part of the profit that contributions are counted on")
    part = Amount(title, None, share(terms.base_share)).given("tax_rules", "base_share")
    base = Amount(mark("Base of the contributions"), month, money(profit.value.value * terms.base_share)).opened(
        mark("{share} of {profit}"), lambda share, profit: share * profit, share=part, profit=profit
    )
    reduction = terms.reduction
    if reduction is None or base.value.value <= reduction.floor:
        return _contributions_in_full(case, month, base, mark("Contributions on the year's profit so far"))
    base = _base_with_reduction(month, reduction, profit, part)
    full = _contributions_in_full(case, month, base, mark("Contributions before the reduction"))
    reduced = _reduction_on(month, reduction, base)
    total = money(full.value.value - reduced.value.value)
    return Amount(mark("Contributions on the year's profit so far"), month, total).opened(
        mark("{full}, less a reduction of {reduced}"),
        lambda full, reduced: full - reduced,
        full=full,
        reduced=reduced,
    )


def _contributions_in_full(case: Case, month: int, base: Origin, title: str) -> Origin:
    each = tuple(
        contribution_on(case, month, contribution, place, base)
        for place, contribution in enumerate(case.projection.assumptions.tax.contributions)
    )
    return Amount(title, month, money(sum(contribution.value.value for contribution in each))).sum_of(each)


def _base_with_reduction(month: int, reduction: Reduction, profit: Origin, part: Origin) -> Origin:
    """What the reduced contributions leave of the profit; above the most, no more than with the most on top of it."""

    def compute(left: float, profit: float, share: float, most: float) -> float:
        return min(left * profit, share * (profit + most))

    title = mark("Part of the profit that the reduced contributions leave")
    value = compute(reduction.base_share, profit.value.value, part.value.value, reduction.most)
    return Amount(mark("Base of the contributions"), month, money(value)).opened(
        mark("{left} of {profit}, what the reduced contributions leave of it; no more than {share} of it and {most}"),
        compute,
        left=Amount(title, None, share(reduction.base_share)).given("tax_rules", "reduction", "base_share"),
        profit=profit,
        share=part,
        most=_most_reduced(reduction),
    )


def _reduction_on(month: int, reduction: Reduction, base: Origin) -> Origin:
    value = min(reduction.share * base.value.value, reduction.most)
    floor = Amount(mark("Base above which it is due"), None, money(reduction.floor))
    return Amount(mark("Reduction of the contributions"), month, money(value)).opened(
        mark("{share} of all of {base}, at most {most}, since the base without it is above {floor}"),
        lambda share, base, most, **_floor: min(share * base, most),
        share=Amount(mark("Rate"), None, share(reduction.share)).given("tax_rules", "reduction", "share"),
        base=base,
        most=_most_reduced(reduction),
        floor=floor.given("tax_rules", "reduction", "floor"),
    )


def _most_reduced(reduction: Reduction) -> Origin:
    return Amount(mark("Reduction at most"), None, money(reduction.most)).given("tax_rules", "reduction", "most")


def contribution_on(case: Case, month: int, rule: Contribution, place: int, base: Origin) -> Origin:
    """One contribution: its rate on the base, up to its cap, once the base reaches its floor."""
    amount = base.value.value
    counted = min(amount, rule.cap) if rule.cap is not None else amount
    value = money(rule.rate * counted if amount >= rule.floor else 0.0)
    title = Message(mark("Contribution {number}"), {"number": Quantity(place + 1, "count")})
    path: Path = ("tax_rules", "contributions", place)
    rules = chosen_rules(case.plan)
    limits = {
        "floor": (rule.floor, mark("Base from which it is owed")),
        "cap": (rule.cap, mark("Base that it is owed on at most")),
    }
    stated = {
        name: Amount(words, None, money(limit)).given(*path, name)
        for name, (limit, words) in limits.items()
        if limit and rules is not None
    }
    rate = Amount(mark("Rate"), None, share(rule.rate)).given(*path, "rate")

    def compute(rate: float, base: float, floor: float = 0.0, cap: float | None = None) -> float:
        return rate * (base if cap is None else min(base, cap)) if base >= floor else 0.0

    words = {
        (): mark("{rate} of {base}"),
        ("floor",): mark("{rate} of {base}, owed once that reaches {floor}"),
        ("cap",): mark("{rate} of {base}, of at most {cap}"),
        ("floor", "cap"): mark("{rate} of {base}, of at most {cap}, owed once it reaches {floor}"),
    }[tuple(stated)]
    return Amount(title, month, value).opened(words, compute, path, rate=rate, base=base, **stated)
