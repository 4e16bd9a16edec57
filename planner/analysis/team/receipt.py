"""One member's receipt: the rows that their pay is the sum of, and each row in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.analysis.company.citation import title_in
from planner.analysis.team.paid import TeamPaid
from planner.compensation.teams.flow import CUT
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import ROOT, Array
from planner.inputs.company.company import Company
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.matching import Matching
from planner.inputs.pay.matrix import Matrix
from planner.inputs.pay.part import Part
from planner.language import format_percent, mark
from planner.speech import Speech

KINDS = {
    "unilevel": mark("Pay by level"),
    "stairstep": mark("Difference between steps"),
    "binary": mark("Two legs"),
    "own_sales": mark("Pay on own sales"),
    "fast_start": mark("Fast start"),
    "rank_bonus": mark("Amount for a rank"),
    "pool": mark("Share of a pool"),
    "generations": mark("Pay by generation"),
    "leadership": mark("On groups that broke away"),
    "matching": mark("Share of what others are paid"),
    "matrix": mark("Pay by place in a matrix"),
    "pass_up": mark("Recruits passed up"),
    "customer_bonus": mark("For personal customers"),
    "unit": mark("On the volume of one's unit"),
    "active_recruits": mark("On active recruits"),
}
LEVEL, STEP, GENERATION, BRACKET = mark("level {n}"), mark("step {n}"), mark("generation {n}"), mark("bracket {n}")
OWN, BOTH = mark("own goods"), mark("both sides")
LEFT, RIGHT = mark("left as the weak side"), mark("right as the weak side")
# What a step of a kind is called; by its number where the numbers mean something.
STEPS: dict[str, str | dict[int, str]] = {
    "unilevel": LEVEL,
    "fast_start": LEVEL,
    "matrix": LEVEL,
    "generations": GENERATION,
    "leadership": GENERATION,
    "own_sales": BRACKET,
    "customer_bonus": BRACKET,
    "unit": BRACKET,
    "pass_up": LEVEL,
    "active_recruits": {},
    "stairstep": {0: OWN},
    "binary": {0: BOTH, 1: LEFT, 2: RIGHT},
    "rank_bonus": mark("amount {n} of the list"),
    "pool": mark("pool {n} of the list"),
}
# What the numbers of a row that its kind tells beside it are called.
DETAILS = {
    "own_rate": mark("own rate {share}"),
    "taken": mark("taken by those below {share}"),
    "points": mark("{number} points ordered"),
    "volume": mark("volume of {number} decides"),
    "had_left": mark("left {number} points"),
    "had_right": mark("right {number} points"),
    "used_left": mark("of the left {number} used"),
    "used_right": mark("of the right {number} used"),
    "carried_left": mark("left {number} carried over"),
    "carried_right": mark("right {number} carried over"),
    "had_left_money": mark("left {amount}"),
    "had_right_money": mark("right {amount}"),
    "used_left_money": mark("of the left {amount} used"),
    "used_right_money": mark("of the right {amount} used"),
    "carried_left_money": mark("left {amount} carried over"),
    "carried_right_money": mark("right {amount} carried over"),
    "cycles": mark("cycles: {number}"),
    "instalment": mark("payment {number}"),
    "place": mark("recruit number {number} of the sponsor"),
    "customers": mark("outside customers: {number}"),
    "recruits": mark("active recruits: {number}"),
    "shares": mark("shares: {number}"),
    "together": mark("of {number} shares in all"),
}
LEADER = "leader"  # a detail that is a member's place


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a receipt. part: its place in the plan, from 0. source: whose orders; None for nobody's alone.

    points: of the source in the month, as far as the part looks at them. cut: money that a cap took away.
    detail: by name, as the kind tells it.
    """

    part: int
    step: int
    source: int | None
    points: float
    base: float
    rate: float
    amount: float
    cut: float
    detail: dict[str, float]


def receipt_of(paid: TeamPaid, member: int) -> tuple[Line, ...]:
    """Every row of a member's pay of the month, part by part; with what adjusted.py has, their amounts come to it."""
    month, found = paid.month, []
    places = {id(part): place for place, part in enumerate(month.parts)}
    for part, rows in month.receipt(member):
        amounts, points = rows.amount, points_for(part.part, month.month)
        for row in range(len(amounts)):
            source = int(rows.source[row])
            detail = {name: float(values[row]) for name, values in rows.detail.items()}
            line = Line(
                part=places[id(part)],
                step=rows.step,
                source=None if source == ROOT else source,
                points=0.0 if source == ROOT else float(points[source]),
                base=float(rows.base[row]),
                rate=float(rows.rate[row]),
                amount=float(amounts[row]),
                cut=detail.pop(CUT, 0.0),
                detail=detail,
            )
            found.append(line)
    return tuple(found)


def points_for(part: Part, month: TeamMonth) -> Array:
    """Everyone's points of the month that a part may be paid on: orders at joining that only a fast start is paid on
    are in the rows of what is paid on these, and in no other's.
    """
    on_joining = isinstance(part, FastStart) or (isinstance(part, PassUp) and part.orders == "joining")
    return (month.all_bought if on_joining else month.bought).points


def part_title(part: Part, speech: Speech) -> str:
    """What a part is called: by the company, else by its kind."""
    return speech.told(part.name) or kind_title(rule_of(part), speech)


def rule_of(part: Part) -> str:
    """The kind of a part, as its file has it."""
    return str(getattr(part, "rule", ""))


def kind_title(rule: str, speech: Speech) -> str:
    """What a kind of pay is called."""
    return speech.text(KINDS[rule]) if rule in KINDS else rule.replace("_", " ")


def step_in_words(part: Part, step: int, speech: Speech) -> str:
    """The level, the generation or the side of a row; "" where the kind has none."""
    known = STEPS.get(rule_of(part), {})
    if isinstance(part, Matching):
        known = LEVEL if part.ends_rank is None else GENERATION
    words = known if isinstance(known, str) else known.get(step, STEP if step else "")
    return speech.text(words).format(n=speech.number(step)) if words else ""


def rate_in_words(line: Line, speech: Speech) -> str:
    """The share that a row is of its base; "" where the base is an amount that is paid as it is."""
    return "" if line.rate == 1.0 else format_percent(round(line.rate, 6), speech.language, None)


def details_in_words(line: Line, paid: TeamPaid, speech: Speech) -> Iterator[str]:
    """What the kind tells beside a row, and what a cap took."""
    for name, value in line.detail.items():
        if name == LEADER:
            yield speech.text(mark("group of {leader}")).format(leader=paid.members[int(value)])
        if name in DETAILS and value:
            share = format_percent(round(value, 6), speech.language, None)
            yield speech.text(DETAILS[name]).format(
                share=share, number=plain_number(value, speech), amount=speech.money(value, 2)
            )
    if line.cut:
        yield speech.text(mark("a cap took {amount}")).format(amount=speech.money(line.cut, 2))


def plain_number(value: float, speech: Speech) -> str:
    """A number with as many decimals as it needs, two at most."""
    return speech.number(value, 0 if float(value).is_integer() else 2)


def source_in_words(part: Part, paid: TeamPaid, speech: Speech) -> str:
    """Who published a part, and of which year; that nobody is named where the plan names none."""
    return published_in_words(part, paid.payer.company, speech)


def published_in_words(part: Part, company: Company | None, speech: Speech) -> str:
    """The same of a company's plan, or without a company of a plan in a file of its own."""
    if part.source is None:
        words = mark("as your file of a pay plan states it") if company is None else mark("no source is named")
        return speech.text(words)
    known = None if company is None else company.sources.get(part.source)
    title = part.source if known is None else title_in(known, speech)
    if part.year is None:
        return title
    year = speech.text(mark("undated")) if part.year == "undated" else str(part.year)
    return speech.text(mark("{source}, {year}")).format(source=title, year=year)


def line_in_words(line: Line, paid: TeamPaid, speech: Speech) -> str:
    """A row as a sentence: whose order, its points, the step, the rate, and what that comes to."""
    _ = speech.text
    part = paid.month.parts[line.part].part
    step, amount = step_in_words(part, line.step, speech), speech.money(line.amount, 2)
    beside = [*filter(None, [step]), *details_in_words(line, paid, speech)]
    base, rate = speech.money(line.base, 2), rate_in_words(line, speech)
    if line.source is None:
        said = _("{rate} of {base} is {amount}").format(rate=rate, base=base, amount=amount) if rate else amount
    else:
        text = _("{who}, {points} points: {amount}")
        if rate:
            text = _("{who}, {points} points: {rate} of {base} is {amount}")
        if isinstance(part, Matching):
            text = _("{who} is paid {base} of what counts: {rate} of it is {amount}")
            rate = rate or format_percent(1.0, speech.language, None)
        if isinstance(part, Matrix) and part.amounts is not None:
            text = _("the place where {who} stands: {amount}")
        said = text.format(
            who=paid.members[line.source], points=plain_number(line.points, speech), rate=rate, base=base, amount=amount
        )
    return f"{said} ({', '.join(beside)})" if beside else said
