"""The fields of a brochure's example: its team, in the words of a team's file, and what is printed."""

from planner.inputs.cited.source import Record
from planner.inputs.pay.proofs.proof import Printed, Proof
from planner.inputs.pay.titles.title import Title, Titles, Unit
from planner.inputs.team_file.columns import COLUMNS
from planner.inputs.team_file.rows import AMOUNTS
from planner.inputs.team_file.stated import TeamRow
from planner.language import mark

OTHERWISE: dict[str, Unit] = {
    "sponsor": "member",
    "placed_under": "member",
    "rank": "rank",
    "value": "money",
    "customers": "count",
}


def _unit(column: str) -> Unit:
    return OTHERWISE.get(column, "points" if column in AMOUNTS else "text")


OF_PROOFS: dict[type[Record], Titles] = {
    Proof: {
        "title": Title(
            mark("Where it stands in the brochure"), "words", mark("Such as: page 4, or what it is called.")
        ),
        "team": Title(mark("The team of the example"), "rows"),
        "printed": Title(mark("What is printed"), "rows"),
    },
    TeamRow: {
        **{column.name: Title(column.title, _unit(column.name)) for column in COLUMNS},
        "member": Title(mark("Member"), "text"),
        "sponsor": Title(mark("Recruited by"), "member"),
        "personal_volume": Title(mark("Own points"), "points"),
    },
    Printed: {
        "member": Title(mark("Whose pay"), "member", mark("Of everybody together where nobody is chosen.")),
        "pay": Title(
            mark("Pay, as it is printed"), "money", mark("With its decimals: 234 is whole money, 234.00 to the cent.")
        ),
        "part": Title(mark("Of which part"), "part", mark("All of the pay where none is chosen.")),
        "step": Title(mark("Of which level, generation or step"), "count"),
        "leg": Title(mark("Only on the orders of this member and of all below"), "member"),
        "month": Title(mark("In which month"), "text", mark("As 2026-11; the last one where it is empty.")),
        "to": Title(mark("The last digit that is printed"), "points", mark("0.01 for a cent, 1 for whole money.")),
        "rounded": Title(mark("How it was rounded"), "choice"),
        "paid_as": Title(mark("Or the rank that they are paid as"), "rank"),
    },
}
