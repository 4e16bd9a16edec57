"""What it takes to reach a goal, in sentences: people first, then amounts, with the number of runs."""

from planner.analysis.answer.odds_in_words import count
from planner.analysis.chance.goal_seek import Answer
from planner.analysis.chance.goals import Goal, GoalKind, Tried
from planner.analysis.chance.in_step import GLANCED
from planner.analysis.chance.search import Found
from planner.analysis.chance.turnable import Turnable
from planner.inputs.changes.one_figure import LISTS, RUNNING_COSTS, STARTUP_COSTS
from planner.inputs.path import Path
from planner.language import format_percent, mark
from planner.speech import Speech

FOR: dict[GoalKind, str] = {
    "loss": mark("For at most {people} of 100 people to lose money"),
    "payback": mark("For the money to be back by {month}"),
    "hole": mark("For the deepest hole to be at most {amount}"),
    "income": mark("For a net income of {amount} a month"),
    "wage": mark("For {amount} or more for each hour"),
}
IN_RUNS: dict[GoalKind, str] = {
    "loss": mark("{people} of 100 people lose money"),
    "payback": mark("{share} of 100 people have their money back by then"),
    "hole": mark("half of all people are never more than {amount} down"),
    "income": mark("half of all people get {amount} a month or more"),
    "wage": mark("half of all people get {amount} for each hour or more"),
}
THEN = mark("Then {measure} instead of {before}, in {runs} runs.")
THEN_AND = mark("Then {measure}, and {people} of 100 lose money instead of {before}, in {runs} runs.")
NO_FIGURE: dict[GoalKind, str] = {"wage": mark("there are no hours to divide by")}
DISPLAYED_EXACTLY = 100  # amounts from here on are shown without cents


def answers(found: tuple[Answer, ...], key: Path, speech: Speech) -> str:
    """The answer of the page: key is the input asked about, or empty for each of them."""
    return answer(found[0], speech) if key else answer_of_each(found, speech)


def answer(found: Answer, speech: Speech) -> str:
    """What the input would have to be, what the plan then comes to, and the same if everything goes as entered."""
    over_runs = {
        "reached": _reached,
        "already": _already,
        "out_of_reach": _out_of_reach,
        "without_effect": _without_effect,
        "not_known": _not_known,
    }[found.sampled.status](found, speech)
    return f"{over_runs} {as_entered(found, speech)}"


def answer_of_each(each: tuple[Answer, ...], speech: Speech) -> str:
    """How many of the inputs reach it alone; or that the plan does already."""
    _ = speech.text
    goal, now = each[0].goal, each[0].sampled.now
    if now.reached:
        words = _("{goal}: your plan reaches it already: {measure}, in {runs} runs.")
        return words.format(
            goal=goal_in_words(goal, speech), measure=measure(goal, now, speech), runs=_runs(now, speech)
        )
    enough = [found for found in each if found.sampled.status == "reached" and not found.beyond]
    if not enough:
        words = _("{goal}, no input alone is enough. {inputs} were tried, in {runs} runs.")
    else:
        words = _("{goal}, one of these alone is enough: {enough}. {inputs} were tried, in {runs} runs.")
    values = (f"{input_title(found.turned, speech)} {found_value(found, speech)}" for found in enough)
    return words.format(
        goal=goal_in_words(goal, speech), enough=" · ".join(values), inputs=len(each), runs=_runs(now, speech)
    )


def found_value(found: Answer, speech: Speech) -> str:
    """The value over the runs, with its unit."""
    return valued(found.turned, found.sampled.value, speech)


def goal_in_words(goal: Goal, speech: Speech) -> str:
    """What is to be reached, as the beginning of a sentence."""
    return speech.text(FOR[goal.kind]).format(
        people=speech.number(goal.figure * 100),
        month=speech.month(int(goal.figure)) if goal.kind == "payback" else "",
        amount=amount(goal.figure, speech),
    )


def measure(goal: Goal, tried: Tried, speech: Speech) -> str:
    """What the runs come to, asked for the goal, within a sentence."""
    if tried.figure is None:
        return speech.text(NO_FIGURE[goal.kind])
    share = tried.figure if goal.kind in ("loss", "payback") else 0.0
    return speech.text(IN_RUNS[goal.kind]).format(
        people=count(share, speech), share=count(share, speech), amount=measured(goal, tried.figure, speech)
    )


def measured(goal: Goal, figure: float, speech: Speech) -> str:
    """The amount of a goal's measure, with cents where it is for an hour."""
    return speech.money(figure, 2 if goal.kind == "wage" else 0)


def as_entered(found: Answer, speech: Speech) -> str:
    """What it takes if everything goes exactly as entered."""
    _ = speech.text
    words = {
        "reached": _("If everything goes exactly as entered, {value} is enough."),
        "already": _("If everything goes exactly as entered, the plan reaches it as it is."),
        "out_of_reach": _("If everything goes exactly as entered, it is not reachable by this alone."),
        "without_effect": _("If everything goes exactly as entered, it is not reachable by this alone."),
        "not_known": "",  # all values can be tried once
    }
    expected, pay = found.expected, found.case.projection.given
    said = words[expected.status].format(value=valued(found.turned, expected.value, speech))
    if pay is None:
        return said
    if expected.status == "not_known" or expected.left_out:
        return _("Exactly as entered not every value was tried, since the pay is then the mean of many runs.")
    runs = speech.number(min(pay.runs, GLANCED))
    return " ".join([said, _("There the pay is the mean of {runs} runs.").format(runs=runs)])


def holds(found: Answer, result: Found, speech: Speech) -> str:
    """How much worse the input could be where the plan reaches the goal already."""
    _ = speech.text
    down, up = (None if value is None else valued(found.turned, value, speech) for value in (result.down, result.up))
    if down is None and up is None:
        words = _('It holds at every value of "{input}" that was tried, from {low} to {high}.')
    elif up is None:
        words = _('It holds while "{input}" does not fall below {down}; your plan has {now}.')
    elif down is None:
        words = _('It holds while "{input}" does not rise above {up}; your plan has {now}.')
    else:
        words = _('It holds while "{input}" stays between {down} and {up}; your plan has {now}.')
    said = words.format(**_places(found, speech), down=down, up=up)
    return " ".join(filter(None, (said, left_out(result, speech))))


def left_out(result: Found, speech: Speech) -> str:
    """That not all was tried that should be, where it was not; else empty."""
    _ = speech.text
    said = _("With teams as large as these a trial takes long: values between were left out.")
    return said if result.left_out else ""


def valued(turned: Turnable, value: float, speech: Speech) -> str:
    """A value of an input with its unit."""
    match turned.unit:
        case "share":
            return format_percent(round(value, 6), speech.language, None)
        case "of_plan":
            percent = format_percent(round(value, 6), speech.language, None)
            return speech.text(mark("{percent} of what you plan")).format(percent=percent)
        case "money":
            return amount(value, speech)
        case "months":
            return speech.months(value)
        case _:
            return speech.number(value, _decimals(value))


def input_title(turned: Turnable, speech: Speech) -> str:
    """The name of an input; of a list of costs, what its one figure is."""
    _ = speech.text
    titles: dict[Path, str] = {
        RUNNING_COSTS: _("Running costs a month, as a whole"),
        STARTUP_COSTS: _("Start-up costs, as a whole"),
    }
    return titles.get(turned.path, _(turned.title))


def amount(value: float, speech: Speech) -> str:
    """An amount, with cents where it is small and has some."""
    whole = abs(value) >= DISPLAYED_EXACTLY or float(round(value, 2)).is_integer()
    return speech.money(value, 0 if whole else 2)


def _reached(found: Answer, speech: Speech) -> str:
    _ = speech.text
    words = _('{goal}, "{input}" would have to be {value} instead of {now}.')
    if found.beyond:
        words = _('{goal}, "{input}" would have to be {value} instead of {now}: more than anybody can do.')
    said = (words.format(**_places(found, speech)), then(found, speech), left_out(found.sampled, speech))
    return " ".join(filter(None, said))


def then(found: Answer, speech: Speech) -> str:
    """What the plan comes to with the value that was found, beside how many lose money now."""
    now, at = found.sampled.now, found.sampled.at
    words = THEN if found.goal.kind == "loss" else THEN_AND
    return speech.text(words).format(
        measure=measure(found.goal, at, speech),
        people=count(at.lose or 0.0, speech),
        before=count(now.lose or 0.0, speech),
        runs=_runs(at, speech),
    )


def _already(found: Answer, speech: Speech) -> str:
    _ = speech.text
    words = _("{goal}: your plan reaches it already: {measure}, in {runs} runs.")
    return f"{words.format(**_places(found, speech))} {holds(found, found.sampled, speech)}"


def _out_of_reach(found: Answer, speech: Speech) -> str:
    _ = speech.text
    if found.sampled.value == found.turned.now:
        words = _(
            '{goal}: not reachable by "{input}" alone. Nothing from {low} to {high} comes nearer than your plan\'s '
            "{now}: {measure}, in {runs} runs."
        )
    else:
        words = _(
            '{goal}: not reachable by "{input}" alone, tried from {low} to {high}. At best, with {value} instead of '
            "{now}, {measure}, in {runs} runs."
        )
    why = _("{high} is the most that can be stated.")
    if found.turned.path in LISTS:
        why = _("Higher costs bring nothing nearer.")
    return f"{words} {why}".format(**_places(found, speech))


def _not_known(found: Answer, speech: Speech) -> str:
    _ = speech.text
    if found.sampled.low == found.sampled.high:
        words = _(
            '{goal}: whether "{input}" alone can do it is not known. With teams as large as these a trial takes so '
            "long that no other value was tried. As planned, {measure}, in {runs} runs."
        )
    else:
        words = _(
            '{goal}: not reached by any value of "{input}" that was tried, the lowest {low}, the highest {high}. At '
            "best, with {value}, {measure}, in {runs} runs. With teams as large as these a trial takes so long that "
            "the others were left out."
        )
    return words.format(**_places(found, speech))


def _without_effect(found: Answer, speech: Speech) -> str:
    _ = speech.text
    words = _(
        '{goal}: not reachable by "{input}" alone. From {low} to {high} it makes no difference to it: {measure}, in '
        "{runs} runs."
    )
    return words.format(**_places(found, speech))


def _places(found: Answer, speech: Speech) -> dict[str, str]:
    turned, result = found.turned, found.sampled
    return {
        "goal": goal_in_words(found.goal, speech),
        "input": input_title(turned, speech),
        "value": valued(turned, result.value, speech),
        "now": valued(turned, turned.now, speech),
        "low": valued(turned, result.low, speech),
        "high": valued(turned, result.high, speech),
        "measure": measure(found.goal, result.at, speech),
        "runs": _runs(result.at, speech),
    }


def _runs(tried: Tried, speech: Speech) -> str:
    return speech.number(tried.runs or 0)


def _decimals(value: float) -> int:
    """As many as the value has, at most four."""
    return next((digits for digits in range(4) if round(value, digits) == round(value, 4)), 4)
