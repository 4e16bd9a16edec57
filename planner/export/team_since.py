"""What came and left between two looks at a team, as a table and as a record: a row for everyone who did anything."""

from typing import Any

import pandas as pd

from planner.analysis.team.since import Since, rows_of, since_in_words
from planner.export.about import NO_PROMISE, PROGRAM, VERSION
from planner.export.frames import Frame
from planner.export.json import records, rounded
from planner.speech import Speech

COLUMNS = (
    *("member", "what", "sponsor_then", "sponsor_now", "rank_then", "rank_now"),
    *("points_then", "points_now", "pay_then", "pay_now"),
)


def since_frame(found: Since, speech: Speech) -> Frame:
    """A row for everyone who came, left or changed, what left first: points of the month, pay in the plan's currency.

    what: gone, inactive, stopped, lower_rank, sponsor, new, active_again, bought_again, higher_rank; several with
    spaces between. Nothing stands on the side where somebody is not in the file, or had not joined.
    """
    rows = [
        (each.member, " ".join(each.what), *each.sponsors, *each.ranks, *each.points, *each.pay)
        for each in rows_of(found)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).assign(
        month_then=found.then.month.name,
        month_now=found.now.month.name,
        file_then=found.file,
        currency=found.now.payer.currency,
        plan=found.now.payer.name,
        program=f"{PROGRAM} {VERSION}",
        note=speech.text(NO_PROMISE),
    )


def since_record(found: Since, speech: Speech) -> dict[str, Any]:
    """The same as a record, with how many did what and the team's points and pay on both sides.

    in_words: in the language of the speech.
    """
    sides = {
        side: {
            "month": paid.month.name,
            "points": rounded(float(paid.month.month.all_bought.points.sum())),
            "pay": rounded(float(paid.month.pay.sum())),
        }
        for side, paid in (("then", found.then), ("now", found.now))
    }
    return {
        **sides,
        "file_then": found.file,
        "in_words": since_in_words(found, speech),
        "counts": {name: int(flags.sum()) for name, flags in found.what.items()},
        "changes": records(since_frame(found, speech)[list(COLUMNS)]),
    }
