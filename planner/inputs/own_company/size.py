"""How large a company of one's own may be, so that its file and the plan that holds it can be read again."""

import json

import tomli_w

from planner.errors import Fault
from planner.inputs.cited.file import LONGEST_LINE
from planner.inputs.company.company import Company
from planner.language import mark

LARGEST_OWN = 95_000  # bytes in a saved plan, which holds 12 of them beside itself in what is read of a file
LONGEST_TEXT = 300  # characters of a note, or of a rule in words
LONGEST_NAME = 80
INDENT, DEPTH = 2, 2  # of a saved plan, and of a company in it

TOO_LARGE = mark("This makes the company larger than {most} bytes, and it could not be read again. Shorten its texts.")
LONG_LINE = mark("This makes a line longer than {most} characters, and it could not be read again. Shorten the text.")
LONG_TEXT = mark("This is longer than {most} characters. Shorten it.")


def company_toml(company: Company) -> bytes:
    """The company's file, which catalog.read_company reads back to an equal company; its id is the file's name."""
    tables = company.model_dump(exclude_none=True, exclude_defaults=True, exclude={"id"})
    tables["plan_kind"] = company.plan_kind  # which the catalogue wants said, even that it is not disclosed
    return tomli_w.dumps(tables).encode()


def faults_of_size(company: Company) -> tuple[Fault, ...]:
    """Why the company could be saved and not be opened again; none where it could."""
    in_plan = json.dumps(company.model_dump(mode="json"), indent=INDENT, ensure_ascii=False)
    size = len(in_plan.encode()) + INDENT * DEPTH * (in_plan.count("\n") + 1)
    if size > LARGEST_OWN:
        return (Fault("", TOO_LARGE, "", "", {"most": LARGEST_OWN}),)
    if any(len(line) > LONGEST_LINE for line in company_toml(company).decode().split("\n")):
        return (Fault("", LONG_LINE, "", "", {"most": LONGEST_LINE}),)
    return ()


def faults_of_text(path: str, text: str) -> tuple[Fault, ...]:
    """Why a text of the person's own is not taken at a place; none where it is."""
    return (Fault(path, LONG_TEXT, "", "", {"most": LONGEST_TEXT}),) if len(text) > LONGEST_TEXT else ()


def numbered(name: str, number: int) -> str:
    """A name with its number behind it, where it is not the first; cut where both were too long together."""
    ending = f" {number}" if number > 1 else ""
    return f"{name[: LONGEST_NAME - len(ending)].rstrip()}{ending}"
