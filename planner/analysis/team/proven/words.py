"""What came of a plan's proofs, in words, and as faults of the file that holds them."""

from collections.abc import Sequence
from math import floor, log10

from planner.analysis.company.citation import title_in
from planner.analysis.team.adjusted import adjustment_in_words, adjustments_of
from planner.analysis.team.paid import Payer, TeamPaid
from planner.analysis.team.proven.readings import Option, Reading, bring_together
from planner.analysis.team.proven.run import Held, ProofRun, agreeing, in_month, run_proofs
from planner.analysis.team.receipt import line_in_words, part_title, receipt_of, step_in_words
from planner.errors import Fault
from planner.inputs.company.company import Company
from planner.inputs.faults import path_of
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.pay.proofs.proof import Printed
from planner.language import mark
from planner.speech import Speech

MOST_NAMED = 5  # readings in one fault

DIFFERS = mark("The example prints this, and the plan pays {ours}. Correct the plan, or what is printed.")
WOULD_AGREE = mark("The example prints this, and the plan pays {ours}. It would pay as printed with {readings}.")


def payer_by_plan(company: Company) -> Payer | None:
    """A company whose file states how a team is paid, so that it may have proofs; None where it does not.

    As the file has it: what the person answered is of their own plan, and no brochure's.
    """
    plan = None if company.pay.plan is None else pay_plan_of(company, {})
    return None if plan is None else Payer(company.name, company.currency, plan, company)


def summary_in_words(runs: Sequence[ProofRun | Fault], speech: Speech) -> str:
    """How many of the printed examples are paid as printed; "" of a plan without any."""
    if not runs:
        return ""
    text = speech.text(mark("pays what its brochure prints: {count} of {all}"))
    return text.format(count=speech.number(agreeing(tuple(runs))), all=speech.number(len(runs)))


def meant_in_words(printed: Printed, paid: TeamPaid, speech: Speech) -> str:
    """Whose figure it is, and of what: Ann, Pay by level, level 2."""
    _ = speech.text
    said = [printed.member or _(mark("everybody together"))]
    if printed.paid_as is not None:
        said.append(_(mark("rank")))
    if printed.part is not None:
        part = paid.month.parts[printed.part - 1].part
        said.append(part_title(part, speech))
        if printed.step is not None:
            said.append(step_in_words(part, printed.step, speech) or speech.number(printed.step))
    if printed.leg is not None:
        said.append(_(mark("on the orders of {member} and below")).format(member=printed.leg))
    if len(paid.table.months) > 1:
        said.append(in_month(paid, printed).month.name)
    return ", ".join(said)


def figures_in_words(held: Held, speech: Speech) -> tuple[str, str]:
    """What is printed, and ours to the cent at least; or the names of ranks."""
    printed, ours = held.printed, held.ours
    if printed.pay is None or isinstance(ours, str):
        return str(printed.paid_as), str(ours) or speech.text(mark("no rank"))
    digits = max(0, -floor(log10(printed.to) + 1e-9))
    return speech.money(printed.pay, digits), speech.money(ours, max(2, digits))


def receipt_in_words(run: ProofRun, held: Held, speech: Speech) -> tuple[str, ...]:
    """The rows that our figure is the sum of: those of the member's month, or of the part that is meant."""
    found = run.receipt_of(held)
    if found is None or held.printed.paid_as is not None:
        return ()
    paid, member = found
    printed = held.printed
    lines = [
        line
        for line in receipt_of(paid, member)
        if (printed.part is None or line.part == printed.part - 1)
        and (printed.step is None or line.step == printed.step)
    ]
    several = len(paid.month.parts) > 1
    title = speech.text(mark("{part}: {amount}"))
    said = []
    for line in lines:
        words = line_in_words(line, paid, speech)
        part = part_title(paid.month.parts[line.part].part, speech)
        said.append(title.format(part=part, amount=words) if several else words)
    taken = adjustments_of(paid, member) if printed.part is None else ()
    return (*said, *(adjustment_in_words(each, paid, speech) for each in taken))


def sentence_of(runs: Sequence[ProofRun | Fault], speech: Speech) -> str:
    """That the plan pays as printed, or how many of the examples it pays otherwise; "" of a plan without any."""
    if not runs:
        return ""
    count, everyone = agreeing(tuple(runs)), len(runs)
    text = mark("How it pays a team is held against examples that its brochure prints: it pays {count} of {all} so.")
    return speech.text(text).format(count=speech.number(count), all=speech.number(everyone))


def run_in_words(run: ProofRun, speech: Speech) -> str:
    """What the example is called and how it came out: as printed, or its first figure that is not."""
    title = speech.told(run.proof.title)
    if run.agrees:
        return speech.text(mark("{title}: as printed")).format(title=title)
    printed, ours = figures_in_words(next(each for each in run.figures if not each.agrees), speech)
    text = speech.text(mark("{title}: printed {printed}, {ours} by these rules"))
    return text.format(title=title, printed=printed, ours=ours)


def source_of(run: ProofRun, speech: Speech) -> str:
    """Who printed it, and of which year; "" where nobody is named."""
    proof, company = run.proof, run.paid.payer.company
    if proof.source is None:
        return ""
    known = None if company is None else company.sources.get(proof.source)
    title = proof.source if known is None else title_in(known, speech)
    year = speech.text(mark("undated")) if proof.year == "undated" else str(proof.year or "")
    return speech.text(mark("{source}, {year}")).format(source=title, year=year) if year else title


def option_as_written(option: Option) -> str:
    """The field and its value as a file has them: parts[1].compression = "dynamic"."""
    value = str(option.value).lower() if isinstance(option.value, bool) else f'"{option.value}"'
    return f"{path_of(option.path)} = {value}"


def readings_as_written(readings: Sequence[Reading]) -> str:
    """The first few ways in which an example would agree, as a file has them."""
    each = [" + ".join(map(option_as_written, reading.options)) for reading in readings[:MOST_NAMED]]
    return "; ".join([*each, *(["…"] if len(readings) > MOST_NAMED else [])])


def faults_of_proofs(payer: Payer, file: str, front: str = "") -> tuple[Fault, ...]:
    """Every printed figure that the plan does not pay, with the readings that would; and proofs that cannot be paid.

    front: what stands before proofs[1] in the file's places.
    """
    found: list[Fault] = []
    for number, run in enumerate(run_proofs(payer), start=1):
        if isinstance(run, Fault):
            found.append(Fault(front + run.path, run.message, run.found, file, run.parameters))
            continue
        readings = readings_as_written(bring_together(payer, run.proof)) if not run.agrees else ""
        for row, held in enumerate(run.figures, start=1):
            if not held.agrees:
                path = f"{front}proofs[{number}].printed[{row}]"
                found.append(Fault(path, *_differs(held, readings, file)))
    return tuple(found)


def _differs(held: Held, readings: str, file: str) -> tuple[str, str, str, dict[str, str | float]]:
    """The message, what is printed, the file, and our figure beside it."""
    ours = held.ours if isinstance(held.ours, str) else round(held.ours, 4)
    said: dict[str, str | float] = {"ours": ours or "–" if isinstance(ours, str) else ours}
    printed = str(held.printed.paid_as) if held.printed.pay is None else f"{held.printed.pay:.15g}"
    if readings:
        return WOULD_AGREE, printed, file, said | {"readings": readings}
    return DIFFERS, printed, file, said
