"""A saved plan: JSON that opens again to the same bytes, and faults instead of exceptions for anything else.

{"format": "joinwise-plan", "version": 9, "company": "amway-eu" or null, "compared": [ids], "plan": {...},
"scenarios": [{"name": "...", "about": "", "changes": {"team.recruits_a_month": 0}}], "own_companies": [{...}],
"known": ["team.recruits_a_month"], "ledger": {"customers.new_a_month": {"owner": "recruiter", ...}}, "told": [{...}],
"notes": [{...}], "talk": {...}}

A result that the program wrote, of the format "joinwise-result", holds such a file as plan_file, and opens as it does.

Later versions only added fields, whose defaults say what files without them meant: files of all versions are read,
9 is written. Version 3 added what is uncertain (plan.chance) and scenarios, each stored as what differs from the plan;
version 4 the companies that the person made or changed, whole, so that whoever opens the file sees the same; version 5
the inputs that the person knows; version 6 what happens when the money runs out. With it three defaults became others:
where an earlier file says nothing of them, which is never so in one that the program saved, it means what it meant.
Version 7 added who said what, notes and the talk, none of which changes a result. Version 8 added choices of tax; since
it, Swedish contributions are reduced as the law has it. Version 9 added more of how people sell, and prices that rise.
"""

import json
import re
from dataclasses import replace
from itertools import islice
from typing import Annotated, Any

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.changes.scenario import MOST_CHANGES, Scenario, faults_of_changes
from planner.inputs.cited.file import faults_of_sources
from planner.inputs.cited.source import Record
from planner.inputs.company.company import OWN_PREFIX, Company
from planner.inputs.faults import checked, first_faults, shown
from planner.inputs.file_text import LARGEST_FILE, LARGEST_RESULT, text_of
from planner.inputs.json_text import read_json
from planner.inputs.path import Path, Written, parse, written
from planner.inputs.plan.plan import DEFAULT_RUNNING_COSTS, INPUTS, Plan
from planner.inputs.together.ledger import AllTold, Ledger
from planner.inputs.together.notes import Notes
from planner.inputs.together.talk import Talk
from planner.language import mark

FORMAT = "joinwise-plan"
RESULT_FORMAT = "joinwise-result"  # what was computed, with the plan's file inside
BEGINNING = 100  # bytes, within which a result says that it is one
VERSION = 9
READ_VERSIONS = (1, 2, 3, 4, 5, 6, 7, 8, 9)
# What the silence of files of versions 1 to 5 meant, where the default is another since.
SILENCE_MEANT_BEFORE = 6
SILENCE_MEANT: dict[Path, Any] = {
    ("customers", "new_a_month"): 0.5,
    ("stock", "opening_stock"): 200,
    ("running_costs",): [{"name": DEFAULT_RUNNING_COSTS[0].name, "amount": 50}],
}
MOST_SCENARIOS = 12
GROWS = mark(
    "Saved, this plan would be larger than {most} bytes and could not be opened again. Shorten its lists, or take out "
    "a scenario or a company of your own."
)
MOST_OWN_COMPANIES = 12


OWN_ID = re.compile(f"{OWN_PREFIX}[a-z0-9-]{{1,{80 - len(OWN_PREFIX)}}}")  # no longer than what a plan may name
CompanyId = Annotated[str, Field(min_length=1, max_length=80)]


class PlanFile(Record):
    """A plan with its scenarios, the company it was last laid on and those it was compared with, by id.

    company: None where none was chosen. own_companies: those that the person made or changed, marked yours. known: the
    inputs that the person knows, which the range of the headline leaves as they are. ledger: who said what, by input;
    told: of figures of companies; notes, talk: what was written and answered, none of which changes a result.
    """

    company: CompanyId | None = None
    compared: Annotated[tuple[CompanyId, ...], Field(max_length=6)] = ()
    plan: Plan
    scenarios: Annotated[tuple[Scenario, ...], Field(max_length=MOST_SCENARIOS)] = ()
    own_companies: Annotated[tuple[Company, ...], Field(max_length=MOST_OWN_COMPANIES)] = ()
    known: Annotated[tuple[Written, ...], Field(max_length=len(INPUTS))] = ()
    ledger: Ledger = Field(default_factory=dict)
    told: AllTold = ()
    notes: Notes = ()
    talk: Talk = Talk()

    @field_validator("known")
    @classmethod
    def _inputs(cls, value: tuple[Path, ...]) -> tuple[Path, ...]:
        for index, path in enumerate(value):
            if path not in INPUTS or path in value[:index]:
                raise PydanticCustomError("known_inputs", "no input", {"key": index, "found": shown(written(path))})
        return value

    @field_validator("compared")
    @classmethod
    def _each_once(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(value)) < len(value):
            raise PydanticCustomError("compared_twice", "a company twice")
        return value

    @field_validator("scenarios")
    @classmethod
    def _told_apart(cls, value: tuple[Scenario, ...]) -> tuple[Scenario, ...]:
        if len({scenario.name.casefold() for scenario in value}) < len(value):
            raise PydanticCustomError("scenario_names", "a name twice")
        return value

    @field_validator("own_companies")
    @classmethod
    def _own(cls, value: tuple[Company, ...]) -> tuple[Company, ...]:
        ids: set[str] = set()
        for index, company in enumerate(value):
            place = {"key": index, "found": shown(company.id)}
            if company.id.casefold() in ids:
                raise PydanticCustomError("company_ids", "an id twice", place)
            if not company.yours or not OWN_ID.fullmatch(company.id):
                raise PydanticCustomError("own_company", "not marked as the person's own", place)
            ids.add(company.id.casefold())
        return value


def with_changes(plan_file: PlanFile, **changes: Any) -> PlanFile:
    """The same file with some of its fields stated anew, everything else in it carried along."""
    return PlanFile.model_validate(dict(plan_file) | changes)


def dump_plan_file(plan_file: PlanFile) -> bytes:
    """The file's bytes: every field in the order it is declared, so that equal plans are equal files."""
    return (json.dumps(plan_file_record(plan_file), indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def plan_file_record(plan_file: PlanFile) -> dict[str, Any]:
    """The same as what JSON holds, to stand within a result."""
    content: dict[str, Any] = _plainest({"format": FORMAT, "version": VERSION, **plan_file.model_dump(mode="json")})
    return content


def read_plan_file(data: bytes, name: str) -> tuple[PlanFile | None, tuple[Fault, ...]]:
    """The saved plan that the bytes of the file `name` state, or None and what is wrong with it. Never raises."""
    is_result = RESULT_FORMAT.encode() in data[:BEGINNING]  # only what we wrote may be as large as that
    text = text_of(data, name, LARGEST_RESULT if is_result else LARGEST_FILE)
    parsed = text if isinstance(text, Fault) else read_json(text, name)
    content = parsed if isinstance(parsed, Fault) else _ours(parsed, name)
    if isinstance(content, Fault):
        return None, (content,)
    stated = {key: value for key, value in content.items() if key not in ("format", "version")}
    if content["version"] < SILENCE_MEANT_BEFORE:
        _state_what_silence_meant(stated.get("plan"))
    file, faults = checked(PlanFile, stated, name)
    faults = (*faults, *_faults_of_scenarios(stated.get("scenarios"), name))
    faults = (*faults, *_faults_of_own_companies(stated.get("own_companies"), name))
    if file is not None and not faults:
        faults = faults_of_size(file, name)
    faults = first_faults(faults, name)
    return (None if faults else file), faults


def faults_of_size(plan_file: PlanFile, name: str = "", most: int = LARGEST_FILE) -> tuple[Fault, ...]:
    """Why the plan could be saved and not be opened again: what fits on a few long lines is written on many.

    most: bytes, fewer where more is to be stated in it.
    """
    return (Fault("", GROWS, "", name, {"most": most}),) if len(dump_plan_file(plan_file)) > most else ()


def _state_what_silence_meant(plan: object) -> None:
    """States in an earlier file's plan, in place, what it leaves out; what is no plan is left for the check."""
    for (*front, last), value in SILENCE_MEANT.items():
        group = plan
        for part in front:
            group = group.setdefault(part, {}) if isinstance(group, dict) else None
        if isinstance(group, dict):
            group.setdefault(last, value)


def version_of(data: bytes, name: str) -> int:
    """The version that a file states; the newest for what is no file of ours. Never raises."""
    text = text_of(data, name)
    parsed = text if isinstance(text, Fault) else read_json(text, name)
    content = parsed if isinstance(parsed, Fault) else _ours(parsed, name)
    return VERSION if isinstance(content, Fault) else int(content["version"])


def _faults_of_scenarios(scenarios: object, name: str) -> tuple[Fault, ...]:
    """Changes that no plan could take. Read from the data as it stands, so that all faults come together."""
    faults: list[Fault] = []
    # What is too long is refused as it is; looking for words like each of 40,000 unknown ones would take for ever.
    for number, scenario in enumerate(scenarios[:MOST_SCENARIOS] if isinstance(scenarios, list) else (), 1):
        changes = scenario.get("changes") if isinstance(scenario, dict) else None
        if isinstance(changes, dict):
            few = {parse(key): value for key, value in islice(changes.items(), MOST_CHANGES)}
            faults += faults_of_changes(few, name, f"scenarios[{number}].changes.")
    return tuple(faults)


def _faults_of_own_companies(companies: object, name: str) -> tuple[Fault, ...]:
    """Citations within the person's own companies that lead nowhere."""
    faults: list[Fault] = []
    for number, tables in enumerate(companies[:MOST_OWN_COMPANIES] if isinstance(companies, list) else (), 1):
        if isinstance(tables, dict):
            place = f"own_companies[{number}]."
            faults += [replace(fault, path=place + fault.path) for fault in faults_of_sources(tables, name)]
    return tuple(faults)


def _plainest(value: Any) -> Any:
    """Whole numbers without a decimal point, whether they were read as 5 or as 5.0."""
    if isinstance(value, dict):
        return {key: _plainest(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plainest(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _ours(content: object, name: str) -> dict[str, Any] | Fault:
    """The content as a plan of ours of this version, out of a result where it is one; or the fault of it."""
    if isinstance(content, dict) and content.get("format") == RESULT_FORMAT:
        content = content.get("plan_file")
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        message = mark("This is no plan saved by Joinwise: its format is not {format}. Choose another file.")
        return Fault("", message, shown(content), name, {"format": FORMAT})
    version = content.get("version")
    if isinstance(version, bool) or version not in READ_VERSIONS:
        message = mark(
            "This file is of version {found}, and this program reads version {version}. Open it with the program that "
            "saved it, or with a newer one."
        )
        return Fault("version", message, "", name, {"found": shown(version), "version": VERSION})
    return content
