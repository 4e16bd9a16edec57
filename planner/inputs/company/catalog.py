"""The companies that can be chosen: a folder of TOML files becomes companies, or every fault of them.

One bad file never stops the rest. The name of a file is the id of its company.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from planner.errors import Fault
from planner.inputs.cited.file import SAMPLE_DATA, faults_of_sources, read_tables
from planner.inputs.company.company import OWN_PREFIX, Company
from planner.inputs.company.completeness import faults_of_completeness
from planner.inputs.faults import checked, first_faults, shown
from planner.inputs.file_text import data_of
from planner.language import mark

DEFAULT_COMPANIES = SAMPLE_DATA / "companies"


CATALOGUED_AS_OWN = mark(
    "Names that begin with yours- are for the companies that a person made. Give this file another name."
)
SAME_ID = mark("This file has the id of another, {other}, so neither could be meant. Give one of them another name.")


@dataclass(frozen=True, slots=True)
class Catalog:
    """The companies by id, in the order of their files' names, and what is wrong with the files that were left out."""

    companies: Mapping[str, Company]
    faults: tuple[Fault, ...]


def load_catalog(folder: Path = DEFAULT_COMPANIES) -> Catalog:
    """Every company of a folder. Never raises: a folder that cannot be read is a fault too."""
    if not folder.is_dir():
        message = mark("There is no such folder. Name a folder with company files.")
        return Catalog(MappingProxyType({}), (Fault("", message, "", str(folder)),))
    companies: dict[str, Company] = {}
    faults: list[Fault] = []
    paths = company_files(folder)
    files: dict[str, list[str]] = {}  # by id without case: two that differ in it alone are one on many computers
    for path in paths:
        files.setdefault(path.stem.casefold(), []).append(path.name)
    for path in paths:
        company, faults_of_file = load_company(path) if is_stored(path) else (None, (no_file(path.name),))
        faults += faults_of_file
        others = [name for name in files[path.stem.casefold()] if name != path.name]
        if others:
            faults.append(Fault("", SAME_ID, "", path.name, {"other": ", ".join(others)}))
        elif path.stem.casefold().startswith(OWN_PREFIX):
            faults.append(Fault("", CATALOGUED_AS_OWN, "", path.name))
        elif company is not None:
            companies[company.id] = company
    return Catalog(MappingProxyType(companies), tuple(faults))


def company_files(folder: Path) -> list[Path]:
    """The files of a folder that are read as companies, by name. Those that editors hide are none."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml" and not path.name.startswith("."))


def is_stored(path: Path) -> bool:
    """Whether it can be read without waiting for somebody who writes it, or can be told from its name not to be."""
    return path.is_file() or path.is_dir() or not path.exists()


def no_file(name: str) -> Fault:
    """The fault of a pipe or a device among company files."""
    return Fault("", mark("This is no stored file, but a pipe or a device. Put a file in its place."), "", name)


def load_company(path: Path) -> tuple[Company | None, tuple[Fault, ...]]:
    """The company of a file, or None and everything that is wrong with it. Never raises."""
    data = data_of(path, path.name)
    return (None, (data,)) if isinstance(data, Fault) else _stated_by(data, path.name)


@lru_cache(maxsize=64)  # one command, and all that are tested, read the same files again and again
def _stated_by(data: bytes, name: str) -> tuple[Company | None, tuple[Fault, ...]]:
    return read_company(data, name)


def read_company(data: bytes, name: str) -> tuple[Company | None, tuple[Fault, ...]]:
    """The company that the bytes of a file state, or None and everything that is wrong with them. Never raises."""
    tables = read_tables(data, name)
    if isinstance(tables, Fault):
        return None, (tables,)
    own_id = tables.pop("id", None)
    company, faults = checked(Company, {"id": Path(name).stem, **tables}, name)
    if own_id is not None:
        message = mark("The id of a company is the name of its file. Remove this key.")
        faults = (Fault("id", message, shown(own_id), name), *faults)
    faults = first_faults((*faults, *faults_of_sources(tables, name), *faults_of_completeness(tables, name)), name)
    return (None if faults else company), faults
