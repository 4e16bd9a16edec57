"""Twin of amounts for ranks: the whole history of one member, told month by month, as the plan's page says it."""

from planner.inputs.pay.bonuses.rank_bonus import RankBonus


def pay_rank_bonus(
    part: RankBonus, names: tuple[str, ...], came_with: int, ranks: list[int], active: list[bool]
) -> float:
    """What the last of the months pays. names: the plan's ranks; ranks: the number as which one was paid each month."""
    number_of = {row.rank: names.index(row.rank) + 1 for row in part.amounts}
    amounts = {number_of[row.rank]: row.amount for row in part.amounts}
    last = len(ranks) - 1
    if part.from_rank is not None and ranks[last] < names.index(part.from_rank) + 1:
        return 0.0
    if part.paid == "while_held":
        return sum(amounts[each] for each in wanted(part, [each for each in amounts if each <= ranks[last]]))
    pay, highest = 0.0, came_with
    for month, rank in enumerate(ranks):
        reached = [each for each in amounts if highest < each <= rank]
        for each in wanted(part, reached):
            enough = {"rank": ranks[last] >= each, "active": active[last], "nothing": True}[part.needs]
            if last - month < part.over_months and enough:
                pay += amounts[each] / part.over_months
        highest = max(highest, rank)
    return pay


def wanted(part: RankBonus, numbers: list[int]) -> list[int]:
    """All of them, or the highest."""
    return numbers if part.of_ranks == "each" else sorted(numbers)[-1:]
