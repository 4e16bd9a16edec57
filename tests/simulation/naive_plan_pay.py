"""The people of one path paid by a pay plan, month by month: activity, ranks, places, every kind of part, and limits.

From the definitions of each field and the slow twins of teams that exist. What a month leaves for the next is kept
here; nothing of planner.compensation.teams is called but its records, which the twins read.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np

from planner.compensation.teams.books import PaidPart
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.ranks import Standing
from planner.compensation.teams.team import ROOT, Bought, Team
from planner.inputs.company.company import Company
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan.plan import Plan
from tests.planner.compensation.teams_that_exist.limits.twin_limits import cheques, is_met
from tests.planner.compensation.teams_that_exist.twin_placement import Below, stated_places
from tests.planner.compensation.teams_that_exist.twin_ranks import RanksOfMonths
from tests.planner.twin_active import meets, place_in_quarter
from tests.planner.twin_price import commissionable, points_by_company, points_per_retail, rate_of_exchange, stated
from tests.simulation.naive import Member
from tests.simulation.naive_kinds import SUMS, Case, bought_by, lines_of, paid_part
from tests.simulation.naive_places import placed

Sums = dict[str, float]  # what one bought in a month, by the names of SUMS
NOTHING: Sums = dict.fromkeys(SUMS, 0.0)


@dataclass
class Memory:
    """What earlier months left, by member. points, sales: month by month since each joined, as far as it is volume.

    held, active, bought: of all members in each month of the plan. kept: by the place of a part in the plan.
    """

    ranks: RanksOfMonths
    points: list[list[float]]
    sales: list[list[float]]
    held: list[list[int]] = field(default_factory=list)
    active: list[list[bool]] = field(default_factory=list)
    bought: list[dict[str, dict[str, Any]]] = field(default_factory=list)
    kept: dict[int, Any] = field(default_factory=dict)

    def copy(self) -> "Memory":
        ranks = copy(self.ranks)
        ranks.streaks = [list(each) for each in ranks.streaks]
        points, sales = ([list(each) for each in lists] for lists in (self.points, self.sales))
        return Memory(ranks, points, sales, [*self.held], [*self.active], [*self.bought], {**self.kept})


class Tried(NamedTuple):
    """A month as it was paid last: on which goods, and what it leaves for the next."""

    own: Sums
    active: bool
    memory: Memory
    found: dict[str, float]


class PlanPayer:
    """Pays the distributor. A month can be tried with other goods; what was tried last is what the next builds on."""

    def __init__(self, plan: Plan, company: Company, people: Sequence[Member], sales: dict[str, Any]) -> None:
        """people: of all months of the path, a recruiter before whoever they recruited. sales: of the path."""
        assert company.pay.plan is not None
        self.plan, self.company, self.sales = plan, company, sales
        self.rules = rules_of(plan, company, company.pay.plan)
        self.people = sorted(people, key=generation)
        self.team = team_of(plan, self.people, two_legs=self.rules.has_two_legs)
        self.places: Below = stated_places(self.team) if self.rules.has_two_legs else {}
        self.memory = self.at_launch()
        self.month, self.tried = 0, Tried(NOTHING, False, self.memory, {})

    def month_pay(
        self, _plan: Plan, _company: Company, _team: Any, own_goods: float, got: float, month: int, *, active: bool
    ) -> dict[str, float]:
        """In place of the twin's month_pay. What pay rests on is not told apart: all is said to be on the team."""
        own = self.own(own_goods, got, month)
        if month > self.month or (own, active) != self.tried[:2] or not self.tried.found:
            if month > self.month:
                self.month, self.memory = month, self.tried.memory
            memory = self.memory.copy()
            self.tried = Tried(own, active, memory, self.paid(memory, month, own, active=active))
        return {"personal_volume": own["points"], "on_own": 0.0} | self.tried.found

    def own(self, goods: float, got: float, month: int) -> Sums:
        """What the distributor bought: customers got of it what they got, and the rest of that from the shelf."""
        points, for_customers = (each * points_per_retail(self.plan, self.company) for each in (goods, got))
        there = self.sales["customers"][month] + self.sales["guests"][month]
        return NOTHING | {
            "points": points,
            "value": commissionable(self.plan, self.company, goods) / rate_of_exchange(self.plan, self.company),
            "by_customers": min(points, for_customers),
            "sold": for_customers - min(points, for_customers),
            "customers": min(self.sales["orders"][month], there),
        }

    def of_member(self, member: Member, month: int) -> Sums:
        """What a member bought; what they do not resell they use themselves."""
        if month > 0 and not member.acts(month):
            return NOTHING
        goods, each = member.bought.get(month, 0.0), points_by_company(self.plan, self.company)
        first = self.plan.team.member_joining_order if member.buys is None and month == member.joined + 1 else 0.0
        resold = goods * each * self.plan.team.member_resold_share
        return NOTHING | {
            "points": goods * each,
            "value": commissionable(self.plan, self.company, goods) / rate_of_exchange(self.plan, self.company),
            "by_customers": resold,
            "joining": first * each,
            "used": goods * each - resold,
        }

    def at_launch(self) -> Memory:
        """With what those who were there before bought until then."""
        points: list[list[float]] = [[]]
        sales: list[list[float]] = [[]]
        for member in self.people:
            before = [
                self.volume(self.of_member(member, month), month - member.joined - 1)
                for month in range(member.joined + 1, 1)
            ]
            points.append([each["points"] for each in before])
            sales.append([self.sales_of(each) for each in before])
        ranks = RanksOfMonths(self.rules, [0] * len(self.team))
        ranks.lifetime = [sum(each) for each in points]
        return Memory(ranks, points, sales)

    def volume(self, bought: Sums, months: int) -> Sums:
        """What counts beside a fast start of whoever placed their first order so many months ago."""
        for part in self.rules.parts:
            if isinstance(part, FastStart) and not part.counts_as_volume and 0 <= months < part.months:
                gone = bought["points"] if part.orders == "all" else bought["joining"]
                left = bought["points"] - gone
                share = left / bought["points"] if bought["points"] else 0.0
                bought = bought | {
                    "points": left,
                    "value": bought["value"] * share,
                    "by_customers": min(bought["by_customers"], left),
                    "joining": bought["joining"] - min(gone, bought["joining"]),
                }
        return bought

    def sales_of(self, bought: Sums) -> float:
        """To customers, at shop price in the company's money."""
        return bought["by_customers"] * 100 / (self.rules.points_per_100_retail or 100.0)

    def is_active(self, memory: Memory, place: int, month: int) -> bool:
        """Whether a member has what the plan asks for; place: in the team, where the distributor is 0."""
        member = self.people[place - 1]
        if not member.acts(month):
            return False
        demands = ((memory.points, self.rules.minimum_personal_volume), (memory.sales, self.rules.minimum_sales))
        since, quarter = month - member.joined, place_in_quarter(self.plan, month)
        return all(
            meets(self.rules.activity_window, history[place], asked, since, quarter)
            for history, asked in demands
            if asked > 0
        )

    # --- a month ------------------------------------------------------------------------------------------------------

    def paid(self, memory: Memory, month: int, own: Sums, *, active: bool) -> dict[str, float]:
        """What the distributor is paid in a month, and as what; the memory is that of the month before, and moves."""
        everything = [own, *(self.of_member(member, month) if month else NOTHING for member in self.people)]
        ago = [month - int(joined) for joined in self.team.joined]
        volume = [self.volume(bought, months) for bought, months in zip(everything, ago, strict=True)]
        for place, bought in enumerate(volume):
            if place == 0 or self.people[place - 1].acts(month):
                memory.points[place].append(bought["points"])
                memory.sales[place].append(self.sales_of(bought))
        memory.active.append([active, *(self.is_active(memory, place, month) for place in range(1, len(volume)))])
        told = self.told(memory, month, as_bought(volume), as_bought(everything))
        if self.rules.gates:  # which alone look at what was bought before
            memory.bought.append(dict(zip(self.team.members, bought_by(told.all_bought), strict=True)))
        parts, cases = self.parts_paid(memory, told)
        by_total = self.rules.breakaway is not None and self.rules.breakaway.ranks_by == "total"
        pay = self.cheque(memory, told, parts, cases) * rate_of_exchange(self.plan, self.company)
        group = (told.stands.total if by_total else told.stands.group)[0]
        return {"on_team": pay, "group_volume": float(group), "paid_as_rank": float(told.rank[0])}

    def told(self, memory: Memory, number: int, bought: Bought, everything: Bought) -> TeamMonth:
        """The month as the twins take it."""
        team, members, had = self.team_in(number), len(self.team), memory.ranks.titles
        active = np.array(memory.active[-1])
        stands = stands_of(team, bought.points, active, np.zeros(members, dtype=np.intp), None)
        titles = np.array(had, dtype=np.intp)
        before = TeamMonth(team, self.rules, number, "", bought, everything, stands, titles, titles)
        memory.held.append(memory.ranks.of(before))
        rank = np.array(memory.held[-1], dtype=np.intp)
        stands = stands_of(team, bought.points, active, rank, self.rules.breaks_at)
        title = np.array(memory.ranks.titles, dtype=np.intp)
        return TeamMonth(team, self.rules, number, "", bought, everything, stands, title, titles)

    def team_in(self, month: int) -> Team:
        """At launch nobody below is there: who was before the plan acts from month 1."""
        return self.team if month else replace(self.team, joined=np.array([0, *np.maximum(self.team.joined[1:], 1)]))

    def parts_paid(self, memory: Memory, month: TeamMonth) -> tuple[list[PaidPart], list[Case]]:
        """Every part in order, each with the case in which it was paid."""
        parts: list[PaidPart] = []
        cases: list[Case] = []
        sponsors = self.sponsors()
        shut = [self.shut(memory, name, sponsors) for name in self.team.members]
        for place, part in enumerate(self.rules.parts):
            closed = [next((gate for gate, parts in each if not parts or place + 1 in parts), 0) for each in shut]
            kept = memory.kept.get(place)
            case = Case(month, memory.held, memory.active, self.places, kept, tuple(parts), closed)
            parts.append(paid_part(part, case))
            memory.kept[place] = case.kept
            cases.append(case)
        return parts, cases

    def shut(self, memory: Memory, name: str, sponsors: dict[str, str | None]) -> list[tuple[int, tuple[int, ...]]]:
        """The gates that a member does not meet, by their number, with the parts before which each stands."""
        return [
            (number, gate.parts)
            for number, gate in enumerate(self.rules.gates, start=1)
            if not is_met(gate, memory.bought, sponsors, name)
        ]

    def sponsors(self) -> dict[str, str | None]:
        """Of everybody; nobody is looked up where no gate asks."""
        if not self.rules.gates:
            return {}
        members = self.team.members
        return {
            each: None if up < 0 else members[up] for each, up in zip(members, self.team.above.tolist(), strict=True)
        }

    def cheque(self, memory: Memory, month: TeamMonth, parts: list[PaidPart], cases: list[Case]) -> float:
        """What is paid to the distributor after gates, caps and rounding."""
        lines = [
            (number, amount)
            for number, (part, case) in enumerate(zip(parts, cases, strict=True), start=1)
            for amount in lines_of(part.part, case, part.gross.tolist(), 0)
        ]
        shut = {number for number, _ in self.shut(memory, self.team.members[0], self.sponsors())}
        met = [number not in shut for number in range(1, len(self.rules.gates) + 1)]
        top = self.team.members[0]
        return cheques(self.rules, {top: lines}, {top: met}, {top: int(month.rank[0])}, 0.0)[top]


# --- records ----------------------------------------------------------------------------------------------------------


def rules_of(plan: Plan, company: Company, rules: PayPlan) -> PayPlan:
    """With what goods bring; a cap on all that the company pays is not known from one team."""
    points, value = (stated(plan, company, "volume", f"{name}_per_100_retail") for name in ("points", "commissionable"))
    goods = {"points_per_100_retail": points, "value_of_point": value / points}
    return rules.model_copy(update=goods | {"payout_cap": None})


def generation(member: Member) -> int:
    return 1 if member.recruiter is None else 1 + generation(member.recruiter)


def team_of(plan: Plan, people: Sequence[Member], *, two_legs: bool) -> Team:
    """The distributor and everybody who ever joins, by generation, each a member from their first order on."""
    place: dict[Member | None, int] = {None: 0} | {member: number for number, member in enumerate(people, start=1)}
    under, side = np.full(len(place), ROOT, dtype=np.int64), np.zeros(len(place), dtype=np.int64)
    if two_legs:
        for parent, children in placed(list(people), plan.team.placing).items():
            for number, child in children.items():
                under[place[child]], side[place[child]] = place[parent], number
    number_of = [0, *(generation(member) for member in people)]
    starts = [number_of.index(each) for each in range(number_of[-1] + 1)]
    ends = [*starts[1:], len(place)]
    return Team(
        members=tuple(str(number) for number in range(len(place))),
        above=np.array([ROOT, *(place[member.recruiter] for member in people)], dtype=np.int64),
        joined=np.array([0, *(member.joined + 1 for member in people)], dtype=np.int64),
        generations=tuple(slice(start, end) for start, end in zip(starts, ends, strict=True)),
        placed_under=under if two_legs else None,
        side=side if two_legs else None,
        last=np.array([plan.horizon_months, *(member.last or plan.horizon_months for member in people)]),
    )


def as_bought(each: list[Sums]) -> Bought:
    return Bought(*(np.array([bought[name] for bought in each]) for name in SUMS))


def stands_of(team: Team, own: Any, active: Any, rank: Any, breaks_at: int | None) -> Standing:
    """Points of everybody's group and of all below, from the deepest up; what no twin reads is left empty."""
    broken = np.array([breaks_at is not None and each >= breaks_at for each in rank])
    group, total = own.copy(), own.copy()
    for member in range(len(team) - 1, 0, -1):
        above = team.above[member]
        group[above] += 0.0 if broken[member] else group[member]
        total[above] += total[member]
    none = np.zeros(len(team))
    return Standing(
        team=team,
        own=own,
        lifetime=none,
        active=active,
        group=group,
        total=total,
        largest=none,
        large={},
        active_legs=none,
        frontline=none,
        ranked={},
        rank=rank,
        in_row=np.zeros((0, len(team)), dtype=np.intp),
        broken=broken,
        absent=None,
    )
