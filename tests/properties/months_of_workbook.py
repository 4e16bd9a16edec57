"""Whether the workbook's cells are the months of the program."""

import numpy as np
import pytest

from planner.analysis.case import Case
from planner.export.frames import monthly_frame
from planner.export.workbook.book import model_of
from planner.inputs.plan_file import PlanFile
from planner.line_items import CENT
from planner.speech import Speech

EPSILON = float(np.finfo(float).eps)


def assert_the_workbook_has_the_months(case: Case) -> None:
    """Every row and month of it, to a cent.

    Where a plan sells for 100,000,000,000,000 a month, a cent beside it is less than a number has digits for.
    """
    plan, frame = case.plan, monthly_frame(case)
    model = model_of(case, PlanFile(plan=plan), Speech.of("en", plan))
    rows = [each for sheet in (*model.sheets, model.statement) for each in sheet.rows if each.heading.name]
    found = [(row.heading.name, [row[month].number for month in range(plan.horizon_months + 1)]) for row in rows]
    digits = 16 * EPSILON * max(abs(number) for _, numbers in found for number in numbers)
    for name, numbers in found:
        assert numbers == pytest.approx(frame[name].tolist(), rel=1e-9, abs=max(CENT, digits)), name
