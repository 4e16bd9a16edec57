"""What commands read and write: plans by their files, companies by their ids or files, results on stdout."""

import difflib
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from planner.errors import Fault
from planner.inputs.company.catalog import Catalog, load_catalog, load_company
from planner.inputs.company.company import Company
from planner.inputs.file_text import data_of, short
from planner.inputs.plan_file import PlanFile, read_plan_file
from planner.language import mark

Faults = tuple[Fault, ...]

CLOSE = 0.6  # near enough to be suggested: "amvay" for "amway-eu"


def read_plan(name: str) -> tuple[PlanFile | None, Faults]:
    """The plan of a file, or None and everything that is wrong with it."""
    data = data_of(Path(name), name)
    return (None, (data,)) if isinstance(data, Fault) else read_plan_file(data, name)


def company_of(named: str, others: Mapping[str, Company] | None = None) -> tuple[Company | None, Faults]:
    """A company by its id, of the catalogue or of the others, or by its file; or None and why there is none."""
    catalog = load_catalog()
    known = {**(others or {}), **catalog.companies}
    if named in known:
        return known[named], ()
    if is_path(named) or os.path.lexists(named):
        company, faults = load_company(Path(named))
        return company, tuple(replace(fault, file=named) for fault in faults)  # by the name that the person wrote
    return None, faults_of_id(named, catalog, tuple(known))


def faults_of_id(company_id: str, catalog: Catalog, known: Sequence[str] = ()) -> Faults:
    """Why there is no company of this id: its file has faults, or there is none, and these are close.

    known: the ids that can be chosen, where they are more than those of the catalogue.
    """
    of_its_file = tuple(fault for fault in catalog.faults if fault.file == f"{company_id}.toml")
    if of_its_file:
        return of_its_file
    known = known or tuple(catalog.companies)
    close = [each for each in sorted(known) if company_id and each.startswith(company_id.lower())]  # of every market
    if not is_path(company_id):
        close = close or difflib.get_close_matches(company_id.lower(), known, n=3, cutoff=CLOSE)
    message = (
        mark("There is no company of this id. Did you mean {ids}?")
        if close
        else mark("There is no company of this id. These can be chosen: {ids}.")
    )
    return (Fault(short(company_id), message, parameters={"ids": ", ".join(close or known)}),)


def is_path(named: str) -> bool:
    """Whether this is written as the place of a file rather than as an id."""
    return Path(named).suffix.lower() == ".toml" or Path(named).name != named


def write(data: bytes) -> None:
    """A file to stdout, the same bytes in any locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def write_table(rows: Sequence[Sequence[str]]) -> None:
    """Columns side by side, as wide as their widest cell."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write(f"{line.rstrip()}\n")
