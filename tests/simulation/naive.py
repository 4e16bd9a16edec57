"""The people of one path as objects: who joins, stays, buys and recruits, month by month, in plain Python.

Written from the laws of docs/method.md ("What could happen") and never from the engine. Its random numbers are its own:
what must agree is how the results are distributed. Where the method draws a count for a whole life, this one draws a
little in each month, which is the same law told the other way.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from planner.inputs.plan.plan import Plan
from tests.planner.projection.twin_downline import leaving_chances
from tests.planner.twin_people import address_book, recruits

MOST_PEOPLE = 20_000


@dataclass(eq=False)
class Member:
    """Somebody below. recruiter: None where it is the distributor. last: the last month they act in, once known."""

    recruiter: "Member | None"
    joined: int
    ability: float
    appetite: float
    restlessness: float  # how many times as likely as others to leave
    last: int | None = None
    recruited: "list[Member]" = field(default_factory=list)
    bought: dict[int, float] = field(default_factory=dict)  # at shop price, by month, joining order and all
    ordered_on_joining: float = 0.0
    buys: float | None = None  # in a month, of who was there before the plan; None: as others do

    def acts(self, month: int) -> bool:
        """In the plan, where a team that is there acts from month 1."""
        return max(self.joined, 0) < month and (self.last is None or month <= self.last)


# --- laws ------------------------------------------------------------------------------------------------------------


def factor(dice: Random, variation: float) -> float:
    """A lognormal number with mean 1 and this coefficient of variation."""
    if variation == 0:
        return 1.0
    variance = math.log(1 + variation**2)
    return math.exp(math.sqrt(variance) * dice.gauss(0, 1) - variance / 2)


def poisson(dice: Random, mean: float) -> int:
    """Arrivals of a Poisson stream in a time of `mean`: waiting times multiplied up, a large mean in parts."""
    if mean > 20:
        return poisson(dice, mean / 2) + poisson(dice, mean - mean / 2)
    limit, product, number = math.exp(-mean), dice.random(), 0
    while product > limit:
        product *= dice.random()
        number += 1
    return number


def binomial(dice: Random, number: int, chance: float) -> int:
    return sum(dice.random() < chance for _ in range(number))


def half_spread(spread: float) -> float:
    """The spread of each of two factors whose product has the spread."""
    return math.sqrt(math.sqrt(1 + spread**2) - 1)


def summed_hazards(plan: Plan) -> list[float]:
    """What a member's tendency to leave is multiplied by, summed over months: chance to stay k of them, given it.

    Without spread the tendency is 1 for everybody; with it a gamma number of mean 1, and the sum is bent so that the
    average chances at 3 and at 12 months stay what they are.
    """
    leaving, spread = leaving_chances(plan), plan.chance.staying_spread
    stay = [1.0]
    for month in range(12):
        stay.append(stay[-1] * (1 - leaving[min(month, 3)]))
    if spread == 0:
        at_3, at_12 = (-math.log(stay[month]) for month in (3, 12))
    else:
        shape = 1 / spread**2
        at_3, at_12 = (shape * (stay[month] ** (-1 / shape) - 1) for month in (3, 12))
    early, later = at_3 / 3, (at_12 - at_3) / 9
    longest = plan.horizon_months + 4 + max((row.months for row in plan.team.today), default=0)
    return [min(month, 3) * early + max(month - 3, 0) * later for month in range(longest)]


def tendency(dice: Random, plan: Plan, stayed: float = 0.0) -> float:
    """Of somebody who stayed through so much of what tendencies are multiplied by: the restless are gone by then."""
    spread = plan.chance.staying_spread
    return 1.0 if spread == 0 else dice.gammavariate(1 / spread**2, 1 / (1 / spread**2 + stayed))


def own_life(dice: Random, plan: Plan) -> int:
    """Months that a distributor stays who leaves as the members do; at least one."""
    hazards, restlessness, months = summed_hazards(plan), tendency(dice, plan), 1
    while months <= plan.horizon_months and stays(dice, hazards, restlessness, months):
        months += 1
    return months


def stays(dice: Random, hazards: list[float], restlessness: float, months: int) -> bool:
    """Whether somebody who has acted for so many months goes on."""
    return dice.random() < math.exp(-restlessness * (hazards[months] - hazards[months - 1]))


# --- a downline ------------------------------------------------------------------------------------------------------


def grown(dice: Random, plan: Plan, effort: float) -> list[Member]:
    """Everyone who joins within the plan, in the order of joining."""
    expected = recruits(plan, address_book(plan)["approached"])
    hazards = summed_hazards(plan)
    today = there_today(dice, plan, hazards)
    everyone, acting = [], list(today)
    for month in range(1, plan.horizon_months + 1):
        asked: list[Member | None] = [None] * poisson(dice, expected[month] * effort)
        for member in acting:
            asked += [member] * poisson(dice, plan.team.duplication * member.ability)
            buy(dice, plan, member, month)
        new = joining(dice, plan, asked, month, len(everyone))
        for member in acting:
            if not stays(dice, hazards, member.restlessness, month - member.joined):
                member.last = month
        acting = [member for member in acting if member.last is None] + new
        everyone += new
    return today + everyone


def there_today(dice: Random, plan: Plan, hazards: list[float]) -> list[Member]:
    """Who is below when the plan starts: joined so many months before its first, and bought as they will each month."""
    rows: list[list[Member]] = []
    for row in plan.team.today:
        above = rows[row.under - 1][0] if row.under else None
        rows.append([])
        for _ in range(row.alike):
            ability = factor(dice, plan.chance.ability_spread)
            member = Member(above, -row.months, ability, 1.0, tendency(dice, plan, hazards[row.months]), buys=row.buys)
            member.bought = dict.fromkeys(range(1 - row.months, 1), row.buys)
            if above is not None:
                above.recruited.append(member)
            rows[-1].append(member)
    return [member for row in rows for member in row]


def joining(dice: Random, plan: Plan, asked: list[Member | None], month: int, before: int) -> list[Member]:
    """Who joins in a month, and whom some of them bring along in it, and so on; before: who joined in earlier months.

    Of the newcomers a share recruits as members do in a month. Whoever is asked joins with the share left at its start.
    """
    new: list[Member] = []
    while asked:
        came = [
            joined(dice, plan, recruiter, month)
            for recruiter in with_room(dice, plan, asked, before, before + len(new))
        ]
        new += came
        asked = []
        for member in came:
            if dice.random() < plan.team.recruit_at_once:
                each = min(plan.team.duplication, 0.9 / plan.team.recruit_at_once)
                asked += [member] * poisson(dice, each * member.ability)
    return new


def with_room(dice: Random, plan: Plan, asked: list[Member | None], before: int, so_far: int) -> list[Member | None]:
    """Who joins of those who would: each with the share of people within reach who had not when the month began.

    before, so_far: who had joined by then, and by now; never more than are left.
    """
    reach = min(plan.team.people_within_reach, MOST_PEOPLE)
    join = [recruiter for recruiter in asked if dice.random() < 1 - before / reach]
    dice.shuffle(join)
    return join[: max(int(reach - so_far), 0)]


def joined(dice: Random, plan: Plan, recruiter: Member | None, month: int) -> Member:
    """A new member with what is theirs for good."""
    ability = factor(dice, plan.chance.ability_spread)
    appetite = factor(dice, half_spread(plan.chance.purchase_spread))
    member = Member(recruiter, month, ability, appetite, tendency(dice, plan))
    if recruiter is not None:
        recruiter.recruited.append(member)
    return member


def buy(dice: Random, plan: Plan, member: Member, month: int) -> None:
    luck = factor(dice, half_spread(plan.chance.purchase_spread))
    average = plan.team.member_monthly_purchases * member.appetite if member.buys is None else member.buys
    member.bought[month] = average * luck
    if month == member.joined + 1:
        member.ordered_on_joining = plan.team.member_joining_order
        member.bought[month] += member.ordered_on_joining


def next_below(members: list[Member], month: int) -> Iterator[Member]:
    """Of these and all below them, those who act in the month with nobody acting between."""
    for member in members:
        if member.acts(month):
            yield member
        else:
            yield from next_below(member.recruited, month)
