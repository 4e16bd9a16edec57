"""Pay on people: the tree is walked from the distributor down, every member with a rank of their own."""

from dataclasses import dataclass, field
from typing import NamedTuple

from planner.inputs.company.company import Company
from planner.inputs.company.pay_rules import Rank
from planner.inputs.plan.plan import Plan
from tests.planner.twin_active import meets, place_in_quarter, points_asked, sales_asked, window_of
from tests.planner.twin_price import commissionable, points_by_company, points_per_retail, reaches
from tests.simulation.naive import Member, next_below


class Leg(NamedTuple):
    """Somebody and everyone below: points, those of them passed up, and commissionable money.

    by_rate: the money by the highest rate of who bought and of everyone from there up to the head of the leg.
    """

    points: float
    passed_up: float
    value: float
    by_rate: dict[float, float]


@dataclass
class TeamMonth:
    """What everyone below bought in a month. by_level: commissionable money, level 1 first."""

    by_level: list[float] = field(default_factory=list)
    legs: list[Leg] = field(default_factory=list)
    frontline: int = 0


@dataclass(frozen=True)
class Rules:
    """The company's pay rules as plain figures. each: points and commissionable money for goods of 1 at shop price."""

    rows: tuple[Rank, ...]
    window: str
    minimum: float
    minimum_sales: float
    resold: float
    first_place: int
    points_of_each: float
    value_of_each: float
    breakaway: bool
    stairstep: bool
    rates: tuple[float, ...]
    compression: bool
    pays_on_inactive: bool

    @classmethod
    def of(cls, plan: Plan, company: Company) -> "Rules":
        pay = company.pay
        return cls(
            rows=company.ranks.rows if company.ranks else (),
            window=window_of(company),
            minimum=points_asked(plan, company),
            minimum_sales=sales_asked(plan, company),
            resold=plan.team.member_resold_share,
            first_place=place_in_quarter(plan, 0),
            points_of_each=points_by_company(plan, company),
            value_of_each=commissionable(plan, company, 1.0),
            breakaway=pay.stairstep is not None and pay.stairstep.breakaway,
            stairstep=pay.stairstep is not None,
            rates=pay.unilevel.rates if pay.unilevel else (),
            compression=pay.unilevel is not None and pay.unilevel.compression,
            pays_on_inactive=pay.unilevel is None or pay.unilevel.pays_on_inactive,
        )

    def active(self, member: Member, month: int) -> bool:
        """Whether somebody has what the company asks for, among those who are still there."""
        if not member.acts(month):
            return False
        if self.minimum <= 0 and self.minimum_sales <= 0:
            return True
        bought = [member.bought[each] for each in range(member.joined + 1, month + 1)]
        since, place = month - member.joined, (self.first_place + month) % 3
        demands = ((self.points_of_each, self.minimum), (self.resold, self.minimum_sales))
        return all(
            meets(self.window, [each * goods for goods in bought], asked, since, place)
            for each, asked in demands
            if asked > 0
        )

    @property
    def top_rate(self) -> float:
        return max((row.rate or 0.0 for row in self.rows), default=0.0)

    def rate(self, rank: int) -> float:
        return (self.rows[rank - 1].rate or 0.0) if rank else 0.0


_kept: list[tuple[Plan, Company, Rules]] = []


def kept_rules(plan: Plan, company: Company) -> Rules:
    """Those of the plan and the company that were last asked for are not read anew each month."""
    if not _kept or _kept[0][0] is not plan or _kept[0][1] is not company:
        _kept[:] = [(plan, company, Rules.of(plan, company))]
    return _kept[0][2]


def rank_of(rules: Rules, own_points: float, legs: list[Leg], frontline: int, *, active: bool) -> int:
    """The highest rank whose conditions are all met, of the distributor or of anybody; 0 is none."""
    if not active:
        return 0
    group, met = own_points + sum(leg.passed_up for leg in legs), 0
    for number, row in enumerate(rules.rows, 1):
        if not (reaches(own_points, row.personal_volume) and reaches(group, row.group_volume)):
            continue
        strong = sum(reaches(leg.points, row.leg_volume) for leg in legs)
        if reaches(frontline, row.frontline) and reaches(strong, row.leg_count):
            met = number
    return met


def leg_of(rules: Rules, member: Member, month: int, ranks: dict[Member, int] | None = None) -> Leg:
    """The member and everyone below, from the bottom up. ranks: where to note everybody's, if anywhere."""
    legs = [leg_of(rules, other, month, ranks) for other in next_below(member.recruited, month)]
    points, value = (member.bought[month] * each for each in (rules.points_of_each, rules.value_of_each))
    frontline = sum(rules.active(other, month) for other in member.recruited)
    rank = rank_of(rules, points, legs, frontline, active=rules.active(member, month))
    if ranks is not None:
        ranks[member] = rank
    own_rate = rules.rate(rank)
    by_rate = {own_rate: value}
    for leg in legs:
        for rate, bought in leg.by_rate.items():
            highest = max(rate, own_rate)
            by_rate[highest] = by_rate.get(highest, 0.0) + bought
    group = points + sum(leg.passed_up for leg in legs)
    broken_away = rules.breakaway and rank > 0 and own_rate == rules.top_rate
    return Leg(
        points=points + sum(leg.points for leg in legs),
        passed_up=0.0 if broken_away else group,
        value=value + sum(leg.value for leg in legs),
        by_rate=by_rate,
    )


def team_month(rules: Rules, frontline: list[Member], month: int, ranks: dict[Member, int] | None = None) -> TeamMonth:
    """frontline: those whom the distributor recruited, whether they act or not."""
    team = TeamMonth([0.0] * len(rules.rates), frontline=sum(rules.active(member, month) for member in frontline))
    add_levels(rules, team.by_level, frontline, month, 1)
    if rules.rows:
        team.legs = [leg_of(rules, head, month, ranks) for head in next_below(frontline, month)]
    return team


def add_levels(rules: Rules, by_level: list[float], members: list[Member], month: int, level: int) -> None:
    """What these and all below them bought, on their levels; who is not active is no level where levels are compressed.

    Below the deepest that is paid nobody is looked at.
    """
    if level > len(rules.rates):
        return
    for member in members:
        active = rules.active(member, month)
        if active or (rules.pays_on_inactive and member.acts(month)):
            by_level[level - 1] += member.bought[month] * rules.value_of_each
        passed_over = rules.compression and not active
        add_levels(rules, by_level, member.recruited, month, level if passed_over else level + 1)


def pay_on_people(
    plan: Plan, company: Company, teams: list[TeamMonth], own_goods: float, _got: float, month: int, *, active: bool
) -> dict[str, float]:
    """In place of the twin's month_pay: own points, group volume, rank and pay of one month."""
    rules, team = kept_rules(plan, company), teams[month]
    points = own_goods * points_per_retail(plan, company)
    rank = rank_of(rules, points, team.legs, team.frontline, active=active)
    result = {"personal_volume": points, "paid_as_rank": float(rank), "on_own": 0.0, "on_team": 0.0}
    result["group_volume"] = points + sum(leg.passed_up for leg in team.legs)
    if not active:
        return result
    result["on_team"] = sum(rate * value for rate, value in zip(rules.rates, team.by_level, strict=False))
    if rules.stairstep:
        rate = rules.rate(rank)
        result["on_own"] = rate * commissionable(plan, company, own_goods)
        for leg in team.legs:
            result["on_team"] += sum(max(rate - taken, 0.0) * bought for taken, bought in leg.by_rate.items())
    return result
