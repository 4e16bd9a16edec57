"""LibreOffice computes the workbook: as it was written, and after each of ten changes of its inputs.

`python -m tests.workbook`, with soffice installed (apt-get install libreoffice-calc-nogui). As written, every cell that
holds a formula is compared with what the program wrote as its result; changed, every row that the program's other files
have is compared with the program's own projection of the changed plan. Ends with 1 where one differs by a cent.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planner.analysis.case import Case
from planner.export.frames import monthly_frame
from planner.export.workbook.book import workbook
from planner.inputs.plan_file import PlanFile
from planner.language import LANGUAGES
from planner.line_items import CENT
from planner.speech import Speech
from tests.workbook.changes import TEN
from tests.workbook.plans import PLANS
from tests.workbook.read import by_month, named_rows, opened, type_in


def recalculated(books: dict[str, Any]) -> dict[str, Any]:
    """The workbooks as LibreOffice saves them, computed: they are handed over without results."""
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "given"), Path(folder, "made")
        given.mkdir()
        for name, book in books.items():
            book.save(given / f"{name}.xlsx")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(made)]
        subprocess.run([*command, *map(str, sorted(given.iterdir()))], check=True, capture_output=True)
        return {name: opened((made / f"{name}.xlsx").read_bytes(), values=True) for name in books}


def differences_of_cells(written: bytes, found: Any) -> Iterator[tuple[str, float]]:
    """Every cell with a formula, and how far what it came to is from what was written."""
    formulas, values = opened(written, values=False), opened(written, values=True)
    for page in formulas.worksheets:
        for cell in (each for row in page.iter_rows() for each in row if each.data_type == "f"):
            place, said = f"{page.title}!{cell.coordinate}", values[page.title][cell.coordinate].value
            yield place, apart(found[page.title][cell.coordinate].value, said)


def differences_of_rows(case: Case, found: Any) -> Iterator[tuple[str, float]]:
    """Every month of every row with a name, and how far it is from the program's own."""
    frame, months = monthly_frame(case), case.plan.horizon_months
    for name in named_rows(found):
        for month, value in enumerate(by_month(found, name, months)):
            yield f"{name} in month {month}", apart(value, float(frame[name][month]))


def apart(found: Any, expected: Any) -> float:
    """How far two cells are apart; without end where one is no number."""
    if isinstance(found, int | float) and isinstance(expected, int | float):
        return abs(found - expected)
    return 0.0 if found == expected else float("inf")


def told(title: str, differences: Iterator[tuple[str, float]]) -> bool:
    """Says how many were compared and which lies farthest; whether all agree."""
    every = list(differences)
    place, most = max(every, key=lambda each: each[1])
    print(f"{title}: {len(every)} cells, farthest {most:.3g} at {place}")
    return most < CENT


def main() -> int:
    """Both comparisons, of each plan."""
    agree = True
    for name, (plan, company) in PLANS.items():
        case, file = Case.of(plan, company), PlanFile(plan=plan)
        written = {each: workbook(file, case, None, Speech.of(each, plan)) for each in LANGUAGES}
        books: dict[str, Any] = {each: opened(data, values=False) for each, data in written.items()}
        for number, change in enumerate(TEN):
            books[f"changed-{number}"] = opened(written["en"], values=False)
            type_in(books[f"changed-{number}"], change)
        found = recalculated(books)
        for language, data in written.items():
            agree &= told(f"{name}, untouched, {language}", differences_of_cells(data, found[language]))
            agree &= told(f"{name}, untouched, {language}", differences_of_rows(case, found[language]))
        for number, change in enumerate(TEN):
            agree &= told(f"{name}, {change.title}", differences_of_rows(change.made(case), found[f"changed-{number}"]))
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
