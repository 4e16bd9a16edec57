"""Who said what, as a table for other programs: an input a row, with its owner and what hangs on it."""

from collections.abc import Mapping
from typing import Any

from planner.analysis.together.moments import figure_of
from planner.analysis.together.who_said import WhoSaid, rows
from planner.export.frames import Frame
from planner.inputs.path import Path, at, written
from planner.inputs.plan.plan import INPUTS
from planner.inputs.together.ledger import Said


def said_columns(said: Said) -> dict[str, Any]:
    """Who an input is from, in columns: the owner's name in the plan's file, the day, the words, the wish to check."""
    day = "" if said.day is None else said.day.isoformat()
    return {"said_by": said.owner or "", "said_on": day, "in_words": said.note, "to_check": said.check}


def ledger_frame(found: WhoSaid, ledger: Mapping[Path, Said]) -> Frame:
    """Every input that counts. figure: as one number in its unit, None where it is none; then chosen has its value.

    typical: whether the plan has what a typical start has. lose, lose_typical: shares of the runs as the plan is, and
    with the typical figure in the place of this one; None where it has that, or that does not go with the rest.
    """
    effects, plan = {effect.path: effect for effect in found.effects}, found.case.plan
    records: list[dict[str, Any]] = []
    for row in rows(plan, ledger):
        effect = effects.get(row.path)
        other = effect.typical if effect is not None else None
        records.append(
            {
                "input": written(row.path),
                "unit": INPUTS[row.path].unit,
                "figure": figure_of(plan, row.path),
                "chosen": at(plan, row.path) if INPUTS[row.path].choices else "",
                **said_columns(row.said),
                "typical": row.typical,
                "lose": found.stated.lose,
                "lose_typical": None if other is None else other.lose,
            }
        )
    return Frame(records)
