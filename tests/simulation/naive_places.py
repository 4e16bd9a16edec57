"""Where the people of one path stand whose company pays by two legs: placed one by one, in the order of joining."""

from tests.simulation.naive import Member

Places = dict[Member | None, dict[int, Member]]  # who stands on which side below whom; None: the distributor


def placed(people: list[Member], way: str) -> Places:
    """Where everybody stands, in the order of joining; of those of a month, whoever stands nearer to the top first."""
    below: Places = {None: {}} | {member: {} for member in people}
    turns: dict[Member | None, int] = {}
    for member in sorted(people, key=since):
        sponsor = member.recruiter
        if way == "under_sponsor":
            at, side = first_open(below, sponsor)
        elif way == "alternating":
            side = turns.get(sponsor, 0)
            turns[sponsor] = 1 - side
            at = outer_end(below, sponsor, side)
        else:
            at, side = weaker(below, sponsor, since(member) + 1)
        below[at][side] = member
    return below


def since(member: Member) -> int:
    """When they joined; not before their recruiter did, whatever is told of people who were there before the plan."""
    return member.joined if member.recruiter is None else max(member.joined, since(member.recruiter))


def first_open(below: Places, start: Member | None) -> tuple[Member | None, int]:
    """Level by level, from the left."""
    level: list[Member | None] = [start]
    while True:
        for each in level:
            for side in (0, 1):
                if side not in below[each]:
                    return each, side
        level = [below[each][side] for each in level for side in (0, 1)]


def outer_end(below: Places, start: Member | None, side: int) -> Member | None:
    while side in below[start]:
        start = below[start][side]
    return start


def weaker(below: Places, start: Member | None, month: int) -> tuple[Member | None, int]:
    """Where fewer members are there in the month, and so on down."""
    while True:
        left, right = (there(below, below[start].get(side), month) for side in (0, 1))
        side = 1 if right < left else 0
        if side not in below[start]:
            return start, side
        start = below[start][side]


def there(below: Places, head: Member | None, month: int) -> int:
    """How many of those who stand under somebody, and they themselves, are members in a month."""
    if head is None:
        return 0
    mine = head.joined < month and (head.last is None or head.last >= month)
    return int(mine) + sum(there(below, each, month) for each in below[head].values())
