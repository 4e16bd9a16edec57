"""Two versions of a plan that were both made from a third, as one: what only one of them changed, and what both did.

A list (costs, seasons), a scenario, a company of one's own and an answer of the talk are one thing each. Of notes and
of the log of the talk nothing is chosen: what either wrote stays; nor of what names the plan's dates in a calendar.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from planner.errors import Fault
from planner.inputs.changes.difference import Difference, differing_inputs, rows_only_in, state_as
from planner.inputs.faults import checked
from planner.inputs.path import Path
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, faults_of_size
from planner.inputs.together.talk import MOST_MOMENTS
from planner.language import mark

Places = dict[Path, Any]  # what a file holds, as JSON has it, by where it stands: ("scenarios", "slow")
PLAN: Path = ("plan",)
TITLES = {
    "plan": mark("The whole plan"),
    "company": mark("The company"),
    "compared": mark("The companies beside it"),
    "scenarios": mark("A scenario"),
    "own_companies": mark("A company of your own"),
    "ledger": mark("Who said what"),
    "told": mark("What somebody said of a company's figure"),
    "talk": mark("The talk"),
}


@dataclass(frozen=True, slots=True)
class Merged:
    """The two versions as one, or None and why they do not go together.

    clashes: what both changed, and not to the same, by its place in the file, such as ("plan", "customers",
    "attrition"): before is theirs, after mine. Of a place that is no input of the plan the values are as JSON has them.
    """

    file: PlanFile | None
    faults: tuple[Fault, ...]
    clashes: Mapping[Path, Difference]


def merge(base: PlanFile, theirs: PlanFile, mine: PlanFile, take_mine: Collection[Path] = ()) -> Merged:
    """Their version with what I changed since base. take_mine: the places of clashes where mine counts, not theirs.

    Where what each changed alone does not go together in a plan, every input that differs is to be chosen. Of plans in
    two currencies no part can be: then the plan is one thing, with its scenarios and the money hoped for. The talk was
    left where I left it.
    """
    places, clashes = _merged(_places(base), _places(theirs), _places(mine), take_mine)
    if theirs.plan.currency == mine.plan.currency:
        plan, inputs = _merged_plan(base.plan, theirs.plan, mine.plan, take_mine)
        places, clashes = {**places, PLAN: plan}, {**inputs, **clashes}
    else:
        whole, of_plans = _merged(_in_currency(base), _in_currency(theirs), _in_currency(mine), take_mine)
        places = {place: value for place, value in places.items() if not _of_currency(place)} | whole[PLAN]
        clashes = of_plans | {place: clash for place, clash in clashes.items() if not _of_currency(place)}
    data = _data(_with_companies_meant({**_places(mine), **_places(theirs)}, places))
    data["notes"] = _notes(*(file.model_dump(mode="json")["notes"] for file in (base, theirs, mine)))
    logs = (file.model_dump(mode="json")["talk"]["log"] for file in (base, theirs, mine))
    dates = theirs.talk.dates or mine.talk.dates
    data["talk"] |= {"step": mine.talk.step, "log": _rows(*logs)[-MOST_MOMENTS:], "dates": dates}
    file, faults = checked(PlanFile, data)
    if file is not None:
        faults = faults_of_size(file)
    return Merged(None if faults else file, faults, clashes)


def _merged_plan(
    base: Plan, theirs: Plan, mine: Plan, take_mine: Collection[Path]
) -> tuple[dict[str, Any], dict[Path, Difference]]:
    by_them, by_me = ({each.path for each in differing_inputs(base, plan)} for plan in (theirs, mine))
    differing = differing_inputs(theirs, mine)
    clashes = {each.path: each for each in differing if each.path in by_them & by_me}

    def with_mine(paths: Iterable[Path]) -> dict[str, Any]:
        data, my_data = theirs.model_dump(mode="json"), mine.model_dump(mode="json")
        for path in paths:
            state_as(data, my_data, path)
        return data

    data = with_mine(each.path for each in differing if each.path in by_me - clashes.keys())
    if checked(Plan, data)[0] is None:
        clashes = {each.path: each for each in differing}
    of_mine = (each.path for each in differing if each.path in by_me and each.path not in clashes)
    chosen = (path for path in clashes if (*PLAN, *path) in take_mine)
    return with_mine((*of_mine, *chosen)), {(*PLAN, *path): clash for path, clash in clashes.items()}


def _merged(
    base: Places, theirs: Places, mine: Places, take_mine: Collection[Path]
) -> tuple[Places, dict[Path, Difference]]:
    """By place what only one changed, or both alike; where both did, theirs unless mine is taken. None is left out."""
    found, clashes = {}, {}
    for place in dict.fromkeys((*theirs, *mine)):
        before, their, my = base.get(place), theirs.get(place), mine.get(place)
        if before not in (their, my) and their != my:
            clashes[place] = Difference(place, TITLES[str(place[0])], "", their, my)
        value = my if their == before or (place in clashes and place in take_mine) else their
        if value is not None:
            found[place] = value
    return found, clashes


def _places(file: PlanFile) -> Places:
    """What stands in the file but the inputs of the plan, notes and the log of the talk."""
    data = file.model_dump(mode="json")
    talk = data["talk"]
    found: Places = {("company",): data["company"], ("compared",): data["compared"]}
    found |= {("known", path): path for path in data["known"]}
    found |= {("scenarios", row["name"].casefold()): row for row in data["scenarios"]}
    found |= {("own_companies", row["id"].casefold()): row for row in data["own_companies"]}
    found |= {("ledger", path): said for path, said in data["ledger"].items()}
    found |= {("told", row["company"], row["place"]): row for row in data["told"]}
    found |= {("talk", name): talk[name] for name in talk if name not in {"questions", "log", "step", "dates"}}
    for company, answers in talk["questions"].items():
        found |= {("talk", "questions", company, place): answer for place, answer in answers.items()}
    return found


def _with_companies_meant(all_there_are: Places, places: Places) -> Places:
    """With each company of one's own that the one laid the plan on while the other took it out."""
    meant = [("own_companies", str(name).casefold()) for name in (places.get(("company",)), *places[("compared",)])]
    return places | {place: all_there_are[place] for place in meant if place in all_there_are and place not in places}


def _data(places: Places) -> dict[str, Any]:
    """The file's data that holds what stands at the places."""

    def rows(part: str) -> list[Any]:
        return [value for place, value in places.items() if place[0] == part]

    talk: dict[str, Any] = {str(place[1]): value for place, value in places.items() if place[0] == "talk"}
    talk["questions"] = {}
    for place, answer in places.items():
        if place[:2] == ("talk", "questions"):
            talk["questions"].setdefault(place[2], {})[place[3]] = answer
    return {
        "plan": places[PLAN],
        "company": places.get(("company",)),
        "compared": places[("compared",)],
        "ledger": {place[1]: said for place, said in places.items() if place[0] == "ledger"},
        "talk": talk,
        **{part: rows(part) for part in ("known", "scenarios", "own_companies", "told")},
    }


def _of_currency(place: Path) -> bool:
    """Whether what stands there, outside the plan, is in the plan's currency."""
    return place[0] == "scenarios" or place == ("talk", "hoped_a_month")


def _in_currency(file: PlanFile) -> Places:
    """The plan and what is in its currency, as one thing."""
    money = {place: value for place, value in _places(file).items() if _of_currency(place)}
    return {PLAN: {PLAN: file.plan.model_dump(mode="json"), **money}}


def _rows(base: list[Any], theirs: list[Any], mine: list[Any]) -> list[Any]:
    """Theirs without what I took out, and then what I added, once where they added the same."""
    added = rows_only_in(rows_only_in(tuple(mine), tuple(base)), rows_only_in(tuple(theirs), tuple(base)))
    return [*rows_only_in(tuple(theirs), rows_only_in(tuple(base), tuple(mine))), *added]


def _notes(base: list[Any], theirs: list[Any], mine: list[Any]) -> list[Any]:
    """Every note with what either wrote to it. One that the other wrote to is neither deleted nor done by me."""
    before, their, my = map(_by_beginning, (base, theirs, mine))
    found = []
    for key in dict.fromkeys((*their, *my)):
        three = before.get(key), their.get(key), my.get(key)
        note = _note(*three)
        if note is not None:
            found.append(note)
    return found


def _note(base: Any, theirs: Any, mine: Any) -> Any:
    if theirs is None or mine is None:
        left = theirs or mine
        return None if left == base else left
    thread = _rows(base["thread"] if base else [], theirs["thread"], mine["thread"])
    says = mine if theirs["done"] == bool(base and base["done"]) else theirs
    return {**theirs, "thread": thread, "done": says["done"] and len(thread) == len(says["thread"])}


def _by_beginning(notes: list[Any]) -> dict[tuple[Any, ...], Any]:
    """The notes by what they are pinned to and begin with; of two that begin alike the second is another."""
    found: dict[tuple[Any, ...], Any] = {}
    for note in notes:
        begins = (note["to"], note["place"], *note["thread"][0].values())
        found[(*begins, sum(key[:-1] == begins for key in found))] = note
    return found
