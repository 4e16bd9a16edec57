"""Pay by level: what the members of each level buy, and the rate on it."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, money, people, share, stated
from planner.analysis.origin.people import on_level
from planner.analysis.origin.price import commissionable
from planner.analysis.origin.rising import by_then
from planner.inputs.unsourced import LEVEL, missing_levels
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.team.expected_team import ExpectedTeam


def team_of(case: Case) -> ExpectedTeam:
    """The volumes below that the projection was paid on."""
    return ExpectedTeam(case.projection.assumptions, case.projection.terms, case.projection.network)


def by_level(case: Case, month: int) -> Origin:
    """Unilevel pay, level by level."""
    unilevel = case.projection.terms.unilevel
    assert unilevel is not None  # noqa: S101  # asked for only where there is one
    levels = min(len(unilevel.rates), case.projection.network.active.shape[1] - 1)
    each = tuple(on_one_level(case, month, level, unilevel.rates[level - 1]) for level in range(1, levels + 1))
    total = money(sum(level.value.value for level in each))
    return by_then(case, "price_level", month, Amount(mark("Pay by level"), month, total).sum_of(each))


def on_one_level(case: Case, month: int, level: int, rate: float) -> Origin:
    """The rate of a level on what its members buy."""
    title = Message(mark("Pay on level {level}"), {"level": Quantity(level, "count")})
    bought, counted = level_purchases(case, month, level), commissionable(case)
    value = money(bought.value.value * counted.value.value * rate)
    rate_title = Message(mark("Rate on level {level}"), {"level": Quantity(level, "count")})
    return Amount(title, month, value).opened(
        mark("{bought} bought at shop price, of which {counted} counts, at {rate}"),
        lambda bought, counted, rate: bought * counted * rate,
        bought=bought,
        counted=counted,
        rate=Amount(rate_title, None, share(rate)).given(*where_the_rate_stands(case, level)),
    )


def where_the_rate_stands(case: Case, level: int) -> tuple[str, ...]:
    """In the company's file, or among the person's answers where nobody published it."""
    answered = f"{LEVEL}{level}" in missing_levels(case.company)
    return ("company_answers", case.company.id, f"{LEVEL}{level}") if answered else ("company", "pay", "unilevel")


def level_purchases(case: Case, month: int, level: int) -> Origin:
    """What the members of a level buy: who was there at the start of the month, newcomers their first order too."""
    before, network, team = max(month - 1, 0), case.projection.network, team_of(case)
    monthly, first = each_buys(case, month)
    members = who_counts(case, level, month)
    newcomers = float(team.on_levels(network.newcomers[before, 1:], month)[level - 1, 0])
    new = Amount(mark("Of them, those who joined that month"), before, people(newcomers))
    value = money(members.value.value * monthly.value.value + new.value.value * first.value.value)
    title = Message(mark("What level {level} buys, at shop price"), {"level": Quantity(level, "count")})
    if not first.value.value:
        return Amount(title, month, value).opened(
            mark("{members} members of the month before, each buying for {monthly}"),
            lambda members, monthly: members * monthly,
            members=members,
            monthly=monthly,
        )
    return Amount(title, month, value).opened(
        mark(
            "{members} members of the month before, each buying for {monthly}, and a first order of {first} from {new}"
        ),
        lambda members, monthly, first, new: members * monthly + new * first,
        members=members,
        monthly=monthly,
        first=first,
        new=new.known(),
    )


def who_counts(case: Case, level: int, month: int) -> Origin:
    """Members on a level before a month, counted over active ones where the company passes over the others."""
    before = max(month - 1, 0)
    team, active = team_of(case), case.projection.network.active[before, 1:]
    counted = team.on_levels(active, month)
    if counted is active:
        return on_level(case, level, before)
    title = Message(mark("Members who are paid on level {level}"), {"level": Quantity(level, "count")})
    return Amount(title, before, people(float(counted[level - 1, 0]))).opened(
        mark(
            "Those on this level, and from deeper ones those who move up because somebody above has not what the "
            "company asks for. {share} of members have it, on average."
        ),
        lambda **_figures: float(counted[level - 1, 0]),
        share=active_share(case, month),
        there=on_level(case, level, before),
    )


def active_share(case: Case, month: int) -> Origin:
    """Share of members who have what the company asks for in a month."""
    found = team_of(case).active(month)
    words = Message(mark("By what members buy on average, and how unevenly."))
    title = mark("Members who have what the company asks for")
    return Amount(title, month, share(float(found[0]))).known(words, ("chance", "purchase_spread"))


def each_buys(case: Case, month: int) -> tuple[Origin, Origin]:
    """What is paid on of a member's month, and beside it of their first order."""
    monthly, first = (counted(case, name) for name in ("member_monthly_purchases", "member_joining_order"))
    unilevel = case.projection.terms.unilevel
    if unilevel is None or unilevel.pays_on_inactive:
        return monthly, first
    paid_monthly, paid_first = (float(np.broadcast_to(each, (1,))[0]) for each in team_of(case).each_buys(month))
    words = mark("Of {bought}, what is bought by members who have what the company asks for; the rest pays nothing")
    of_month = Amount(mark("What a member buys that is paid on, on average"), month, money(paid_monthly))
    of_first = Amount(mark("What a first order adds to it, on average"), month, money(paid_first))
    return (
        of_month.opened(words, lambda **_figures: paid_monthly, ("chance", "purchase_spread"), bought=monthly),
        of_first.opened(words, lambda **_figures: paid_first, ("chance", "purchase_spread"), bought=first),
    )


def counted(case: Case, name: str) -> Origin:
    """What a member buys, less what of it is refunded where the company takes pay on that back."""
    bought = stated(case, "team", name)
    if not case.projection.terms.refunds_taken_back:
        return bought
    refunded, resold = stated(case, "customers", "refund_share"), stated(case, "team", "member_resold_share")
    value = bought.value.value * (1 - refunded.value.value * resold.value.value)
    return Amount(mark("What a member buys, less refunds"), None, money(value)).opened(
        mark("{bought}, of which {resold} is resold; {refunded} of that is refunded, and pay on it is taken back"),
        lambda bought, resold, refunded: bought * (1 - refunded * resold),
        ("company", "pay", "refunds"),
        bought=bought,
        resold=resold,
        refunded=refunded,
    )
