"""The rank of one member at a time, straight from what each condition says: slow and plain."""

from collections.abc import Sequence

from planner.compensation.teams.month import TeamMonth
from planner.inputs.pay.ranks import RankRule


class RanksOfMonths:
    """What everybody is paid as in some months, one after the other. streaks: of each rank, how many in a row."""

    def __init__(self, months: Sequence[TeamMonth], titles: Sequence[int]) -> None:
        self.plan, self.titles = months[0].plan, list(titles)
        members = range(len(months[0].team))
        self.streaks = [[0] * len(members) for _ in self.plan.ranks]
        self.lifetime = [0.0] * len(members)
        self.found: list[list[int]] = []
        for month in months:
            self.month, self.rank = month, [0] * len(members)
            self.lifetime = [had + own for had, own in zip(self.lifetime, month.bought.points.tolist(), strict=True)]
            for member in reversed(members):  # whoever is below has a higher place
                self.rank[member] = self.highest(member)
            self.titles = [max(pair) for pair in zip(self.titles, self.rank, strict=True)]
            self.found.append(self.rank)

    def recruits(self, member: int) -> list[int]:
        return [each for each, above in enumerate(self.month.team.above.tolist()) if above == member]

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
        found = 0
        for number, rule in enumerate(self.plan.ranks):
            names = self.plan.rank_names
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
        legs, active, names = self.recruits(member), self.month.active, self.plan.rank_names
        counted = self.counted(member)
        of_legs = [sum(self.points(each) for each in self.below(head)) for head in legs]
        volumes = (
            (self.points(member), rule.personal_volume),
            (self.lifetime[member], rule.lifetime_volume),
            (counted, rule.group_volume),
        )
        outside = counted - max([0.0, *(self.leg(head) for head in legs)])
        return (
            all(self.enough(had, asked) for had, asked in volumes)
            and self.enough(outside, rule.outside_largest_leg)
            and sum(self.enough(volume, rule.leg_volume) for volume in of_legs) >= rule.leg_count
            and sum(any(active[each] for each in self.below(head)) for head in legs) >= rule.active_legs
            and sum(bool(active[head]) for head in legs) >= rule.frontline
            and all(
                sum(max(self.rank[each] for each in self.below(head)) > names.index(asked.rank) for head in legs)
                >= asked.legs
                for asked in rule.ranked_legs
            )
        )

    def enough(self, had: float, asked: float) -> bool:
        return asked == 0 or (had > asked if self.plan.threshold == "passed" else had >= asked)
