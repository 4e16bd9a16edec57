"""Searches in step: what they ask in one round is tried in one go, over the runs or as entered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import TypeVar

from planner.analysis.case import Case
from planner.analysis.chance.duration import ABOUT_PEOPLE, expected_people, is_by_plan, seconds_of
from planner.analysis.chance.goals import Goal, Tried, as_entered, as_entered_beside, in_runs
from planner.analysis.chance.search import Found, search
from planner.analysis.chance.trials import Asked, Search, Trials
from planner.analysis.chance.turnable import Turnable
from planner.analysis.chance.ways import Way, thinned, ways_of
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.simulation.beside import simulate_beside
from planner.simulation.workers import Maps

GLANCED = 100  # runs by which it is seen where to look closely
# Expected seconds of a glance, and of a trial by all runs: of teams so large that it takes longer fewer runs are made,
# down to so many.
GLANCE, CLOSE_LOOK = 0.25, 0.5
FEWEST_GLANCED, FEWEST_CLOSE = 10, 50
CLOSE_TRIALS = 8  # by all runs, of one search, about
LITTLE_ADO = 0.25  # expected seconds of the values that are tried with the one that is needed next

T = TypeVar("T")
Told = Callable[[Turnable, float], None]
Answers = dict[int, Sequence[Tried | None]]

IMPOSSIBLE = Tried(reached=False, figure=None, close=-inf)  # of a value that the rest of the plan does not allow


def in_step(searches: Sequence[Search[T]], try_all: Callable[[Mapping[int, Asked]], Answers]) -> list[T]:
    """What each comes to. try_all: of what those that are not done ask, by their places, some or all of it."""
    ends: dict[int, T] = {}
    asked: dict[int, Asked] = {}
    answers: Mapping[int, Sequence[Tried | None] | None] = dict.fromkeys(range(len(searches)))
    while answers:
        for place, answer in answers.items():
            try:
                asked[place] = next(searches[place]) if answer is None else searches[place].send(answer)
            except StopIteration as end:
                ends[place] = end.value
                asked.pop(place, None)
        answers = try_all(asked) if asked else {}
    return [ends[place] for place in range(len(searches))]


@dataclass(slots=True)
class Seeking:
    """A search for one input of a case, one of several in step, and what is known of it.

    now: what the plan comes to over the runs. runs: of a trial by all. left: expected seconds, which trials use up.
    sharing: how many that leave the people of the plan as they are, which are then drawn once for all of them. plans:
    with the values; None where the rest of the plan does not allow one. people: months of members below in a path with
    a value, in expectation. tried: by value and runs. left_entered: as left, for trials as
    entered whose pay is the mean of runs.
    """

    case: Case
    goal: Goal
    turned: Turnable
    now: Tried
    runs: int
    left: float = 0.0
    left_entered: float = 0.0
    sharing: int = 1
    plans: dict[float, Plan | None] = field(default_factory=dict)
    people: dict[float, float] = field(default_factory=dict)
    tried: dict[tuple[float, int], Tried] = field(default_factory=dict)

    @property
    def moves_people(self) -> bool:
        """Whether there are other people with other values."""
        return self.turned.path[0] in ABOUT_PEOPLE

    def plan(self, value: float) -> Plan | None:
        """The plan with a value."""
        if value not in self.plans:
            self.plans[value] = self.turned.laid(self.case.plan, value)
        return self.plans[value]

    def runs_of(self, value: float, *, closely: bool) -> int:
        """Of a trial: by all, or of a glance."""
        longest, most, fewest = (
            (CLOSE_LOOK, self.runs, FEWEST_CLOSE) if closely else (GLANCE, min(self.runs, GLANCED), FEWEST_GLANCED)
        )
        affordable = int(min(longest / seconds_of(self.people_with(value), 1, company=self.case.company), most))
        return min(most, max(affordable, fewest))

    def people_with(self, value: float) -> float:
        """Months of members below in one path, in expectation."""
        of = value if self.moves_people else self.turned.now
        if of not in self.people:
            plan = self.case.plan if of == self.turned.now else self.plan(of)
            self.people[of] = 0.0 if plan is None else expected_people(plan)
        return self.people[of]

    def cost(self, value: float, runs: int) -> float:
        """Expected seconds of a trial."""
        if (value, runs) in self.tried:
            return 0.0
        alone = seconds_of(self.people_with(value), runs, company=self.case.company)
        if self.moves_people or is_by_plan(self.case.company):  # a pay plan pays the people of each trial
            return alone
        money = seconds_of(0.0, runs)
        return money + (alone - money) / self.sharing

    def of_a_glance(self, value: float) -> float:
        """Expected seconds."""
        return self.cost(value, self.runs_of(value, closely=False))

    @property
    def needed(self) -> float:
        """Expected seconds of a search that looks all the way and closes in at its end."""
        ways = ways_of(self.turned)
        glances = sum(self.of_a_glance(value) for values in ways for value in values[1:])
        return glances + CLOSE_TRIALS * max(self.cost(each[-1], self.runs_of(each[-1], closely=True)) for each in ways)

    def over_runs(self) -> Search[Found]:
        """As far as there are seconds for it."""
        ways = self.within_reach()
        left_out = ways != ways_of(self.turned)
        return search(Trials(self.turned, self.now, left_out=left_out), ways)

    @property
    def runs_of_pay(self) -> int:
        """How many the pay of a trial as entered is the mean of, where it is not computed on averages."""
        return min(self.case.runs, GLANCED)

    def affords_entered(self, value: float) -> bool:
        """Whether there are seconds for a trial as entered, which uses them up; computed pay takes none."""
        if self.case.projection.given is None:
            return True
        cost = seconds_of(self.people_with(value), self.runs_of_pay, company=self.case.company)
        if cost > self.left_entered:
            return False
        self.left_entered -= cost
        return True

    def as_entered(self) -> Search[Found]:
        """If everything goes exactly as entered."""
        case = self.case
        if case.projection.given is not None and case.runs != self.runs_of_pay:
            case = Case.of(case.plan, case.company, self.runs_of_pay)
        return search(Trials(self.turned, as_entered(self.goal, case), glances=False), ways_of(self.turned))

    def within_reach(self) -> list[Way]:
        """The ways without values that there is no time to look at: near ones first, of the others the end.

        The way down has half of the time, and the way up what that leaves.
        """
        ways: list[Way] = []
        seconds = self.left
        for share, values in zip((0.5, 1.0), ways_of(self.turned), strict=True):
            costs = {value: self.of_a_glance(value) for value in values[1:]}
            kept = thinned(values[1:], costs, share * seconds)
            seconds -= sum(costs[value] for value in kept)
            ways.append((values[0], *kept))
        return ways

    def tried_at_once(self, asked: Asked) -> list[tuple[float, int]]:
        """Those of the values that there are seconds for, the first and what is little ado, each with its runs.

        None where there are not even seconds for the first.
        """
        trials: list[tuple[float, int]] = []
        spent = 0.0
        for value in asked.values:
            runs = self.runs_of(value, closely=asked.closely)
            cost = self.cost(value, runs)
            if cost > self.left or (trials and spent + cost > LITTLE_ADO):
                break
            self.left -= cost
            spent += cost
            trials.append((value, runs))
        return trials

    def note(self, value: float, runs: int, tried: Tried) -> None:
        """What a trial came to; of large teams no more runs than these are drawn, however many are asked for."""
        self.tried[value, runs] = tried
        if tried.runs is not None and tried.runs < runs:
            self.tried[value, self.runs_of(value, closely=True)] = tried


def shared_out(seconds: float, needed: Sequence[float]) -> list[float]:
    """Of so many seconds an equal part for each, where that is not more than they need; the rest to the others."""
    parts = [0.0] * len(needed)
    for done, place in enumerate(sorted(range(len(needed)), key=needed.__getitem__)):
        parts[place] = min(needed[place], seconds / (len(needed) - done))
        seconds -= parts[place]
    return [part + seconds / len(parts) for part in parts]


def give_on(done: Sequence[Seeking], going: Sequence[Seeking]) -> None:
    """What searches that are done leave of their seconds is shared among the others."""
    for its in going:
        its.left += sum(each.left for each in done) / len(going)
    for its in done:
        its.left = 0.0


def over_runs(seeking: Sequence[Seeking], told: Told | None = None, executor: Maps | None = None) -> list[Found]:
    """What each search comes to. told: hears of every value before it is first tried."""
    heard = {(place, each.turned.now) for place, each in enumerate(seeking)}

    def try_all(asked: Mapping[int, Asked]) -> Answers:
        give_on([its for place, its in enumerate(seeking) if place not in asked], [seeking[place] for place in asked])
        trials = {place: seeking[place].tried_at_once(each) for place, each in asked.items()}
        new: list[tuple[int, float, int, Plan]] = []
        for place, value, runs in ((place, *trial) for place, each in trials.items() for trial in each):
            plan = seeking[place].plan(value)
            if plan is None:
                seeking[place].note(value, runs, IMPOSSIBLE)
            elif (value, runs) not in seeking[place].tried:
                new.append((place, value, runs, plan))
                if told is not None and (place, value) not in heard:
                    told(seeking[place].turned, value)
                heard.add((place, value))
        wanted = [(plan, seeking[place].case.company, runs) for place, _, runs, plan in new]
        for (place, value, runs, _), tried in zip(new, try_beside(wanted, seeking[0].goal, executor), strict=True):
            seeking[place].note(value, runs, tried)
        begun = {place: each for place, each in trials.items() if each}  # the others wait for what these leave
        found: Answers = {place: [seeking[place].tried[trial] for trial in each] for place, each in begun.items()}
        return found or {place: [None] for place in asked}

    return in_step([each.over_runs() for each in seeking], try_all)


def try_beside(trials: Sequence[tuple[Plan, Company, int]], goal: Goal, executor: Maps | None = None) -> list[Tried]:
    """What plans come to, each on a company, so many runs of it; those alike in these in one go."""
    groups: dict[tuple[int, int], list[int]] = {}
    for place, (_, company, runs) in enumerate(trials):
        groups.setdefault((id(company), runs), []).append(place)
    found: dict[int, Tried] = {}
    for (_, runs), places in groups.items():
        plans, company = [trials[place][0] for place in places], trials[places[0]][1]
        simulations = simulate_beside(plans, company, runs, executor)
        found.update((place, in_runs(goal, each)) for place, each in zip(places, simulations, strict=True))
    return [found[place] for place in range(len(trials))]


def if_as_entered(seeking: Sequence[Seeking]) -> list[Found]:
    """What each search comes to if everything goes exactly as entered."""

    def try_all(asked: Mapping[int, Asked]) -> Answers:
        places: dict[int, list[tuple[int, float, Plan]]] = {}
        answers: dict[tuple[int, float], Tried | None] = {}
        for place, each in asked.items():
            for value in each.values:
                plan = seeking[place].plan(value)
                answers[place, value] = IMPOSSIBLE
                if plan is not None and not seeking[place].affords_entered(value):
                    answers[place, value] = None
                elif plan is not None:
                    places.setdefault(id(seeking[place].case.company), []).append((place, value, plan))
        for of_company in places.values():
            its, plans = seeking[of_company[0][0]], [plan for _, _, plan in of_company]
            tried = as_entered_beside(its.goal, plans, its.case.company, its.runs_of_pay)
            answers.update({(place, value): each for (place, value, _), each in zip(of_company, tried, strict=True)})
        return {place: [answers[place, value] for value in each.values] for place, each in asked.items()}

    return in_step([each.as_entered() for each in seeking], try_all)
