"""What can be laid beside the plan: other plans as they stand, and presets and scenarios, which follow the plan."""

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from pages.shared.answer.page import plain, with_list
from pages.shared.draw.side_by_side import Side
from pages.shared.saved import kept
from pages.shared.session import history, state
from pages.shared.session.beside import FILE, READ
from pages.shared.session.known_companies import first_of, known_to
from pages.shared.session.samples import sample_plans
from planner.analysis.beside.versions import laid_on
from planner.analysis.case import Case
from planner.errors import Fault
from planner.inputs.changes.difference import differing_inputs
from planner.inputs.changes.scenario import Scenario
from planner.inputs.company.company import Company
from planner.inputs.evidence.presets import Preset, load_presets, preset_scenario
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile
from planner.simulation.engine import USUAL_PATHS
from planner.speech import Speech

OPENED, SAMPLE, PRESET, SAVED, VERSION = "opened", "sample:", "preset:", "saved:", "version:"
LISTED = "versions_listed"  # the numbers of saved versions that were laid beside the plan
KNOWN = "versions_known"  # what was computed last, by key


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A plan as it stands, on the company that it names. key: its kind, and its name where there are several."""

    key: str
    title: str
    file: PlanFile


@dataclass(frozen=True, slots=True)
class Candidate:
    """Changes to be laid on the plan. preset: None for a scenario of the person's own."""

    key: str
    scenario: Scenario
    preset: Preset | None = None

    @property
    def title(self) -> str:
        """How it is called at the head of its column."""
        return self.scenario.name


Other = OtherPlan | Candidate


@dataclass(frozen=True, slots=True)
class Beside:
    """The columns: plans that stand for themselves, the person's own in its place, and what follows from that one."""

    sides: tuple[Side, ...]
    own: int

    @property
    def plan(self) -> Side:
        """The person's own plan."""
        return self.sides[self.own]

    @property
    def companies(self) -> set[str]:
        """What they are laid on, by name."""
        return {side.case.company.name for side in self.sides}

    @property
    def in_its_currency(self) -> tuple[Side, ...]:
        """Those that count as the plan does, without which there is no difference in money; the plan first."""
        others = (*self.sides[: self.own], *self.sides[self.own + 1 :])
        currency = self.plan.case.plan.currency
        return (self.plan, *(side for side in others if side.case.plan.currency == currency))

    @property
    def differing(self) -> int:
        """In how many inputs the first and the last differ, with the company as one of them."""
        first, last = self.sides[0].case, self.sides[-1].case
        return len(differing_inputs(first.plan, last.plan)) + (first.company.id != last.company.id)


def candidates() -> tuple[Candidate, ...]:
    """The presets laid on the plan as it stands, in their order, then the saved scenarios."""
    file, language = state.plan_file(), state.language()
    presets = (
        Candidate(PRESET + key, preset_scenario(preset, file.plan, language), preset)
        for key, preset in load_presets().presets.items()
    )
    return (*presets, *(Candidate(SAVED + scenario.name, scenario) for scenario in file.scenarios))


def others() -> tuple[Other, ...]:
    """Everything that can be laid beside the plan, in the order of the list."""
    _ = state.speech().text
    file = in_file()
    read = () if file is None else (OtherPlan(FILE, _title_of(file), file),)
    samples = (OtherPlan(SAMPLE + name, _(name), file) for name, file in sample_plans().items())
    return (OtherPlan(OPENED, _("As opened"), history.opened()), *_versions(), *candidates(), *read, *samples)


def baseline() -> OtherPlan | None:
    """The newest version of a saved plan that was fixed under a name; None where none was."""
    return next(iter(reversed(list(_versions(listed=False)))), None)


def _versions(*, listed: bool = True) -> Iterator[OtherPlan]:
    """Of a saved plan the versions that have a name, and if listed those laid beside the plan in this session."""
    _, saved = state.speech().text, kept.now()
    every = () if saved is None else kept.versions(saved)
    if saved is None or isinstance(every, Fault):
        return
    for version in reversed(every):
        if version.baseline or (listed and version.number in st.session_state.get(LISTED, ())):
            file = kept.file_of(saved.token, version.number)
            if isinstance(file, PlanFile):
                title = version.baseline or _("Version {number}").format(number=version.number)
                yield OtherPlan(f"{VERSION}{version.number}", title, file)


def _title_of(file: PlanFile) -> str:
    """A saved plan by the name that it was given, or that it is in a file where it was given none."""
    _ = state.speech().text
    name, usual = file.plan.name.strip(), Plan().name
    return _("In the file") if name in {"", usual, _(usual)} else _("{name} (in the file)").format(name=name)


def in_file() -> PlanFile | None:
    """The saved plan that was read last."""
    found: PlanFile | None = st.session_state.get(READ)
    return found


def laid_beside(chosen: tuple[Other, ...]) -> Beside:
    """The plan and the chosen ones, computed; one that cannot be is left out, and said."""
    _ = state.speech().text
    laid = [(other, side) for other in chosen if (side := _side(other)) is not None]
    before = [side for other, side in laid if isinstance(other, OtherPlan)]
    after = [side for other, side in laid if isinstance(other, Candidate)]
    sides = [*before, Side(_("Your plan now"), state.case()), *after]
    titles = [side.title for side in sides]
    told_apart = (
        Side(f"{side.title} ({place})" if titles.count(side.title) > 1 else side.title, side.case)
        for place, side in enumerate(sides, 1)
    )
    return Beside(tuple(told_apart), len(before))


def _side(other: Other) -> Side | None:
    speech, case = state.speech(), state.case()
    _ = speech.text
    if isinstance(other, OtherPlan):
        company = _company_of(other.file)
        fault = missing_rate(company, other.file.plan)
        if fault:
            st.warning(plain(Speech.of(speech.language, other.file.plan).say_fault(fault)))
            return None
        return Side(other.title, _computed(other.key, other.file.plan, company))
    plan, faults = laid_on(case.plan, case.company, other.scenario)
    if plan is None:
        words = _('"{name}" does not fit your plan as it is now, and is left out:').format(name=other.title)
        st.warning(with_list(words, map(speech.say_fault, faults)))
        return None
    return Side(other.title, _computed(other.key, plan, case.company))


def _company_of(file: PlanFile) -> Company:
    """The company that a file names, or the first where that is unknown, which is said."""
    company = known_to(file).get(file.company or "")
    if company is None:
        company = first_of(file.plan.currency)
        if file.company:
            _ = state.speech().text
            words = _("The other plan names a company that is not in the list: {company}. It is laid on {chosen}.")
            st.warning(plain(words.format(company=file.company, chosen=company.name)))
    return company


def _computed(key: str, plan: Plan, company: Company) -> Case:
    """What follows from another plan, computed once while it stands."""
    known: dict[str, Case] = st.session_state.setdefault(KNOWN, {})
    found = known.get(key)
    if found is None or found.company is not company or found.plan != plan:
        found = known[key] = Case.at_once(plan, company)
    elif found.runs < USUAL_PATHS:
        found = known[key] = Case.at_once(found.plan, company, found)
    return found
