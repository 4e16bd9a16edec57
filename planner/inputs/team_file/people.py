"""Who stands under whom in a team's file: one sponsor each, one at the top, no circle, nobody before their sponsor."""

from dataclasses import dataclass

import numpy as np

from planner.inputs.team_file.cells import NOTHING, month_name
from planner.inputs.team_file.columns import ColumnName
from planner.inputs.team_file.notes import Faulty
from planner.inputs.team_file.rows import NOBODY, Index, Rows
from planner.language import mark

TWO_STATED = mark("Line {line}: line {other} says {said} for this member. Only one of the two can hold: correct one.")
ORPHAN = mark(
    "Line {line}: no member has this name. Give them a line of their own, or leave the cell empty for the one at the "
    "top."
)
WRITTEN_OTHERWISE = mark(
    "Line {line}: no member has this name, but {member} is one, and differs in capital letters or spaces alone. Write "
    "both alike, or give this one a line of their own."
)
TWO_TOPS = mark(
    "Line {line}: nobody is named above this member, and nobody above {first} in line {other} either. One stands at "
    "the top; name who recruited the other."
)
CIRCLE = mark("Line {line}: these stand in a circle, each above the next. Correct who recruited one of them.")
BEFORE_SPONSOR = mark(
    "Line {line}: {member} joined in {month} and {sponsor}, who stands above, in {found_month}. Nobody recruits before "
    "joining: correct one of the months, or the sponsor."
)
TAKEN = mark("Line {line}: {other} stands on this side of {above} already. Place one of them elsewhere.")
SIDE_MISSING = mark("Line {line}: it is not said on which side {member} stands. State it, or leave the column out.")
MOST_IN_CIRCLE = 12


@dataclass(frozen=True, slots=True)
class People:
    """The members in the order of their first lines, and by their places what the file says of each.

    above, placed_under: places, -1 for none. joined: months as cells has them, NOTHING where it is not stated. side:
    from 0, -1 for none. rank, country: its number, -1 for none. place: of each name of the file, -1 for no member.
    """

    members: tuple[str, ...]
    place: Index
    above: Index
    joined: Index
    placed_under: Index
    side: Index
    rank: Index
    country: Index


def people_of(rows: Rows, columns: dict[ColumnName, str], faulty: Faulty) -> People:
    """The members of the rows, and into `faulty` what of them cannot be. columns: as the file calls them."""
    member = rows.people("member")
    numbers, first = np.unique(member[member != NOBODY], return_index=True)
    first = np.flatnonzero(member != NOBODY)[first]
    order = np.argsort(first)
    numbers, first = numbers[order], first[order]
    place = np.full(len(rows.names) + 1, NOBODY)  # the last for nobody
    place[numbers] = np.arange(len(numbers))
    names = tuple(rows.names[number] for number in numbers.tolist())
    stated = Stated(rows, place, len(numbers), columns, faulty)
    above = _above(rows, "sponsor", place, names, stated, faulty, columns)
    under = _above(rows, "placed_under", place, names, stated, faulty, columns)
    joined, joined_at = stated.of("joined")
    side, side_at = stated.of("side")
    if rows.whole:
        tops = np.flatnonzero(stated.of("sponsor", say=False)[1] == NOBODY).tolist()
        for each in tops[1:]:
            line, other = int(rows.line[first[each]]), str(rows.line[first[tops[0]]])
            faulty.add(line, columns["sponsor"], TWO_TOPS, names[each], first=names[tops[0]], other=other)
    _say_before_sponsor(rows, names, above, joined, joined_at, columns, faulty)
    _say_taken(rows, names, under, side, side_at, columns, faulty)
    if rows.has("side"):
        for each in np.flatnonzero((under != NOBODY) & (side == int(NOTHING))).tolist():
            faulty.add(int(rows.line[first[each]]), columns["side"], SIDE_MISSING, "", member=names[each])
    rank, country = stated.of("rank", say=False)[0], stated.of("country")[0]
    return People(names, place, above, joined, under, side, rank, country)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the rows say of each member where they say it; twice otherwise is a fault."""

    rows: Rows
    place: Index
    members: int
    columns: dict[ColumnName, str]
    faulty: Faulty

    def of(self, column: ColumnName, *, say: bool = True) -> tuple[Index, Index]:
        """By member what the first row says that says something, and which row that is; -1 or NOTHING, and -1."""
        found, nothing = self.rows.people(column), NOTHING if column in ("joined", "side") else NOBODY
        here = np.flatnonzero((found != int(nothing)) & (self.rows.people("member") != NOBODY))
        of = self.place[self.rows.people("member")]
        at = np.full(self.members, NOBODY)
        at[of[here][::-1]] = here[::-1]
        values = np.where(at == NOBODY, int(nothing), found[at] if len(found) else 0)
        if say:
            for row in here[found[here] != values[of[here]]].tolist():
                other = int(at[of[row]])
                self.faulty.add(
                    int(self.rows.line[row]),
                    self.columns[column],
                    TWO_STATED,
                    self.written(column, int(found[row])),
                    other=str(self.rows.line[other]),
                    said=self.written(column, int(found[other])),
                )
        return values, at

    def written(self, column: ColumnName, value: int) -> str:
        """A value as a person would write it."""
        match column:
            case "joined":
                return month_name(value)
            case "side":
                return str(value + 1)
            case "country":
                return self.rows.labels[column][value]
            case _:
                return self.rows.names[value]


def _above(
    rows: Rows,
    column: ColumnName,
    place: Index,
    names: tuple[str, ...],
    stated: Stated,
    faulty: Faulty,
    columns: dict[ColumnName, str],
) -> Index:
    """The place of whoever stands above each, -1 for nobody; says who is no member, and circles."""
    who, at = stated.of(column)
    above = np.where(who == NOBODY, NOBODY, place[who])
    if not rows.has(column):
        return above
    orphans = np.flatnonzero((who != NOBODY) & (above == NOBODY) & rows.whole).tolist()
    alike = {loosely(name): name for name in names} if orphans else {}
    for each in orphans:
        line, found = int(rows.line[at[each]]), rows.names[int(who[each])]
        if loosely(found) in alike:
            faulty.add(line, columns[column], WRITTEN_OTHERWISE, found, member=alike[loosely(found)])
        else:
            faulty.add(line, columns[column], ORPHAN, found)
    for circle in circles(above):
        shown = [names[each] for each in circle[:MOST_IN_CIRCLE]]
        shown += ["…"] if len(circle) > MOST_IN_CIRCLE else [shown[0]]
        faulty.add(int(rows.line[at[circle[0]]]), columns[column], CIRCLE, " → ".join(shown))
    return above


def loosely(name: str) -> str:
    """A name without capital letters and spaces, by which two that a person takes for one are alike."""
    return "".join(name.casefold().split())


def circles(above: Index) -> list[list[int]]:
    """Those who stand above themselves, a list for each circle, from the one whose place is the lowest."""
    up = above.copy()
    for _ in range(max(len(above), 1).bit_length() + 1):
        up = np.where(up == NOBODY, NOBODY, up[up])
    left = set(np.unique(up[up != NOBODY]).tolist())
    found = []
    while left:
        each = min(left)
        circle = []
        while each in left:
            left.discard(each)
            circle.append(each)
            each = int(above[each])
        found.append(circle)
        if len(found) > 1_000:  # so many are never shown, and each is looked for by itself
            break
    return found


def _say_before_sponsor(
    rows: Rows,
    names: tuple[str, ...],
    above: Index,
    joined: Index,
    at: Index,
    columns: dict[ColumnName, str],
    faulty: Faulty,
) -> None:
    has = np.flatnonzero((above != NOBODY) & (joined != int(NOTHING)))
    has = has[joined[above[has]] != int(NOTHING)]
    for each in has[joined[has] < joined[above[has]]].tolist():
        sponsor = int(above[each])
        faulty.add(
            int(rows.line[at[each]]),
            columns["joined"],
            BEFORE_SPONSOR,
            month_name(int(joined[each])),
            member=names[each],
            month=month_name(int(joined[each])),
            sponsor=names[sponsor],
            found_month=month_name(int(joined[sponsor])),
        )


def _say_taken(
    rows: Rows,
    names: tuple[str, ...],
    under: Index,
    side: Index,
    at: Index,
    columns: dict[ColumnName, str],
    faulty: Faulty,
) -> None:
    """Two on the same side of somebody: of three who stand under one with two sides, one always is."""
    placed = np.flatnonzero((under != NOBODY) & (side != int(NOTHING)))
    order = placed[np.lexsort((placed, side[placed], under[placed]))]
    same = (under[order][1:] == under[order][:-1]) & (side[order][1:] == side[order][:-1])
    for here in np.flatnonzero(same).tolist():
        each, other = int(order[here + 1]), int(order[here])
        parameters = {"other": names[other], "above": names[int(under[each])]}
        faulty.add(int(rows.line[at[each]]), columns["side"], TAKEN, names[each], **parameters)
