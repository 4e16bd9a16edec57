"""Twin of passing up: from one member up, one after the other, as the plan's page says it."""

from planner.inputs.pay.bonuses.pass_up import PassUp

Sponsors = dict[str, str | None]


def receiver(part: PassUp, sponsors: Sponsors, joined: dict[str, int], name: str) -> str | None:
    """Whose recruit a member counts as."""
    sponsor = sponsors[name]
    if sponsor is None:
        return None
    siblings = [each for each, above in sponsors.items() if above == sponsor]
    siblings.sort(key=lambda each: joined[each])  # as listed within a month
    if siblings.index(name) + 1 not in part.passed:
        return sponsor
    return sponsors[sponsor] if part.to == "sponsors_sponsor" else receiver(part, sponsors, joined, sponsor)


def pay_passed_up(
    part: PassUp, sponsors: Sponsors, joined: dict[str, int], ordered: dict[str, float], paid: dict[str, bool]
) -> dict[str, float]:
    """What each is paid. ordered: the money of each that counts; paid: who may be paid the part."""
    pay = dict.fromkeys(sponsors, 0.0)
    shares = part.rates if part.rates is not None else part.amounts
    for name, value in ordered.items():
        level, above = 1, receiver(part, sponsors, joined, name)
        while above is not None and level <= len(shares):
            if paid[above]:
                each = value * part.base_per_value if part.rates is not None else float(value > 0)
                pay[above] += each * shares[level - 1]
            if paid[above] or part.unqualified == "lost":
                level += 1
            above = receiver(part, sponsors, joined, above) if part.moves == "with_downline" else sponsors[above]
    return pay
