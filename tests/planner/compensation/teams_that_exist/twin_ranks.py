"""The rank of one member at a time, straight from what each condition says: slow and plain."""

from collections.abc import Sequence

from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.ranks import RankRule

NEARLY = 1e-9  # what the computer's rounding leaves is nothing


class RanksOfMonths:
    """What everybody is paid as in some months, one after the other. streaks: of each rank, how many in a row.

    Whoever is no member in a month, of a team in which members leave, is no leg: the legs below them are.
    """

    def __init__(self, plan: PayPlan, titles: Sequence[int]) -> None:
        self.plan, self.titles = plan, list(titles)
        self.streaks = [[0] * len(self.titles) for _ in self.plan.ranks]
        self.lifetime = [0.0] * len(self.titles)

    def of(self, month: TeamMonth) -> list[int]:
        """What everybody is paid as in the month that follows."""
        self.month, self.rank = month, [0] * len(self.titles)
        self.below_each: list[list[int]] = [[] for _ in self.titles]
        for member, above in enumerate(month.team.above.tolist()):
            if above >= 0:
                self.below_each[above].append(member)
        self.lifetime = [had + own for had, own in zip(self.lifetime, month.bought.points.tolist(), strict=True)]
        for member in reversed(range(len(self.titles))):  # whoever is below has a higher place
            self.rank[member] = self.highest(member)
        self.titles = [max(pair) for pair in zip(self.titles, self.rank, strict=True)]
        return self.rank

    def recruits(self, member: int) -> list[int]:
        return self.below_each[member]

    def heads(self, member: int) -> list[int]:
        """Of the legs below somebody."""
        team, number, found = self.month.team, self.month.number, []
        for each in self.recruits(member):
            there = team.last is None or team.joined[each] <= number <= team.last[each]
            found += [each] if there else self.heads(each)
        return found

    def below(self, member: int) -> list[int]:
        """The member and everyone below."""
        return [member, *(deeper for each in self.recruits(member) for deeper in self.below(each))]

    def points(self, member: int) -> float:
        return float(self.month.bought.points[member])

    def counted(self, member: int) -> float:
        """Of a member and everyone below, what ranks count."""
        return self.points(member) + sum(self.leg(each) for each in self.recruits(member))

    def leg(self, head: int) -> float:
        """What a leg adds to what ranks count of the sponsor."""
        away = self.plan.breakaway
        if away and away.ranks_by == "group" and self.rank[head] >= self.plan.rank_names.index(away.rank) + 1:
            return 0.0
        return self.counted(head)

    def highest(self, member: int) -> int:
        found, names = 0, self.plan.rank_names
        for number, rule in enumerate(self.plan.ranks):
            holds = rule.after is None or found > names.index(rule.after)
            meets = bool(self.month.active[member]) and holds and self.meets(member, rule)
            self.streaks[number][member] = self.streaks[number][member] + 1 if meets else 0
            had_it = rule.in_row_for == "first_time" and self.titles[member] > number
            meets = meets and rule.kept != "as_filed"
            keeps = rule.kept != "no" and self.titles[member] > number and bool(self.month.active[member])
            if keeps or (meets and (had_it or self.streaks[number][member] >= rule.months_in_row)):
                found = number + 1
        return found

    def meets(self, member: int, rule: RankRule) -> bool:
        own = self.enough(self.points(member), rule.personal_volume)
        if not own or not self.enough(self.lifetime[member], rule.lifetime_volume):
            return False
        counted = self.counted(member)
        if not self.enough(counted, rule.group_volume):
            return False
        legs, active, names = self.heads(member), self.month.active, self.plan.rank_names
        of_legs = [sum(self.points(each) for each in self.below(head)) for head in legs]
        outside = counted - max([0.0, *(self.leg(head) for head in legs)])
        return (
            self.enough(outside, rule.outside_largest_leg)
            and sum(self.enough(volume, rule.leg_volume) for volume in of_legs) >= rule.leg_count
            and sum(any(active[each] for each in self.below(head)) for head in legs) >= rule.active_legs
            and sum(bool(active[each]) for each in self.recruits(member)) >= rule.frontline
            and all(
                sum(max(self.rank[each] for each in self.below(head)) > names.index(asked.rank) for head in legs)
                >= asked.legs
                for asked in rule.ranked_legs
            )
        )

    def enough(self, had: float, asked: float) -> bool:
        if asked == 0:
            return True
        return had > asked + NEARLY if self.plan.threshold == "passed" else had + NEARLY >= asked
