"""Twin of pools: one pool after the other from the highest rank, and one sharer after the other in each."""

from planner.inputs.pay.bonuses.pool import Pool


def pay_pool(
    part: Pool,
    names: tuple[str, ...],
    sold: float,
    ranks: dict[str, int],
    allowed: dict[str, bool],
    own: dict[str, float],
    group: dict[str, float],
) -> dict[str, float]:
    """What each is paid. names: the plan's ranks from the lowest; ranks: as which each is paid, by its number."""
    pay = dict.fromkeys(ranks, 0.0)
    pools = {names.index(tier.rank) + 1: tier for tier in part.tiers}
    over = 0.0
    for number in sorted(pools, reverse=True):
        tier = pools[number]
        base = part.company_value if part.company_value is not None else sold
        money = base * part.base_per_value * tier.rate + over
        over = 0.0
        sharers = {}
        for name, rank in ranks.items():
            mine = [each for each in pools if each <= rank]
            if allowed[name] and number in mine and (part.each_in == "all" or number == max(mine)):
                sharers[name] = {"equally": 1.0, "own_points": own[name], "group_points": group[name]}[part.divided]
        together = sum(sharers.values()) + (tier.elsewhere or 0)
        if together > 1e-9:  # what rounding leaves is no share
            for name, share in sharers.items():
                pay[name] += money * share / together
        elif part.unclaimed == "passed_down":
            over = money
    return pay
