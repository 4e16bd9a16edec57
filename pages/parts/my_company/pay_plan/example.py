"""The brochure's own example: its team typed into a small table, what is printed, and ours laid beside it."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages.parts.my_company.pay_plan import draft
from pages.parts.my_company.pay_plan.fields import draw, draw_beside, say
from pages.parts.my_company.pay_plan.form import Form
from pages.parts.my_company.pay_plan.groups import button
from pages.shared.answer.page import as_label, plain
from pages.shared.draw.proofs import show_run
from pages.shared.session import once, state
from planner.analysis.team.explained.choices import readings_in_words
from planner.analysis.team.paid import Payer
from planner.analysis.team.proven.readings import Reading, bring_together
from planner.analysis.team.proven.run import ProofRun, run_proof
from planner.analysis.team.proven.words import payer_by_plan, run_in_words
from planner.errors import Fault
from planner.inputs.cited.source import Record
from planner.inputs.own_company.pay_draft import Tables
from planner.inputs.path import Path, at
from planner.inputs.pay.proofs.proof import MOST_MEMBERS, MOST_PROOFS, Printed, Proof
from planner.inputs.pay.titles.fields import fields_of
from planner.inputs.team_file.columns import COLUMNS
from planner.inputs.team_file.stated import TeamRow
from planner.language import LANGUAGES
from planner.speech import Speech

ALWAYS = ("member", "sponsor", "personal_volume")
FIRST = ("member", "pay")
MOST_READINGS = 8
COLUMNS_SHOWN = "own_pay_columns"


def show(form: Form, kept: Sequence[int]) -> None:
    """Every example with its answer, and a button that adds one. kept: those that are whole, by their places."""
    _, proofs = form.speech.text, form.tables.get("proofs", [])
    payer = payer_by_plan(form.company)
    for number, proof in enumerate(proofs):
        whole = payer is not None and number in kept
        run = run_proof(payer, payer.plan.proofs[kept.index(number)], number + 1) if payer and whole else None
        title = run_in_words(run, form.speech) if isinstance(run, ProofRun) else _called(proof, form.speech)
        with st.expander(as_label(title), key=f"own-pay-proof-{form.company.id}-{number}", expanded=True):
            _typed(form, number)
            say(form, form.within(("proofs", number)))
            if isinstance(run, ProofRun) and payer is not None:
                _answer(form, run, payer, number)
            elif isinstance(run, Fault):
                st.error(plain(state.speech().say_fault(run)))
            button(form, _("Remove this example"), "remove", ("proofs", number), draft.remove_row, ("proofs",), number)
    if len(proofs) < MOST_PROOFS:
        first: Tables = {"team": [{"member": "A"}, {"member": "B", "sponsor": "A"}], "printed": [{"member": "A"}]}
        first["title"] = dict.fromkeys(LANGUAGES, _("Example {n}").format(n=len(proofs) + 1))
        button(form, _("Add an example"), "add", ("proofs",), draft.add_row, ("proofs",), first)


def _called(proof: Tables, speech: Speech) -> str:
    title = proof.get("title")
    return str(title.get(speech.language, "")) if isinstance(title, dict) else ""


def _answer(form: Form, run: ProofRun, payer: Payer, number: int) -> None:
    """Printed against ours; where they differ, the readings with which they would not, each to be taken."""
    _ = form.speech.text
    if run.agrees:
        st.success(plain(_("Paid as it is printed. The example stays with the company as its proof.")))
    show_run(run, form.speech, team=False)
    if run.agrees:
        return
    readings = once.made(
        f"own_pay_readings.{number}", (form.company, run.proof), lambda: bring_together(payer, run.proof)
    )
    if not readings:
        words = _("No other reading of the plan would pay it as it is printed. Check its figures and the example's.")
        st.markdown(plain(words))
        return
    st.markdown(plain(_("It would be paid as printed if the plan were read otherwise:")))
    for place, reading in enumerate(readings[:MOST_READINGS]):
        _reading(form, reading, payer, ("proofs", number, "reading", place))


def _reading(form: Form, reading: Reading, payer: Payer, place: Path) -> None:
    _ = form.speech.text
    with st.container(border=True, key=f"own-pay-reading-{form.company.id}-{'-'.join(map(str, place))}"):
        st.markdown(plain(readings_in_words(reading, payer.plan, form.speech)))
        if not reading.keeps:
            st.caption(plain(_("Another example, which agrees now, would agree no longer.")))
        options = {each.path: each.value for each in reading.options}
        button(form, _("Take this reading"), "take", place, partial(_take, options=options))


def _take(company_id: str, options: dict[tuple[str | int, ...], object]) -> None:
    draft.take_options(company_id, options)


def _typed(form: Form, number: int) -> None:
    """The team and what is printed, as the brochure has it."""
    _, path = form.speech.text, ("proofs", number)
    proof = form.tables["proofs"][number]
    rows = proof.get("team", [])
    form.members = [each["member"] for each in rows if isinstance(each.get("member"), str)]
    by_name = {each.name: each for each in fields_of(Proof)}
    draw(form, Proof, by_name["title"], (*path, "title"))
    st.markdown(f"**{plain(_(by_name['team'].title.text))}**")
    columns = _columns(form, number, rows)
    for row in range(len(rows)):
        _row(form, TeamRow, columns, (*path, "team"), row)
    say(form, form.within((*path, "team")))
    if len(rows) < MOST_MEMBERS:
        new = {"member": _letter(len(rows)), **({"sponsor": form.members[0]} if form.members else {})}
        button(form, _("Add a member"), "add", (*path, "team"), draft.add_row, (*path, "team"), new)
    st.markdown(f"**{plain(_(by_name['printed'].title.text))}**")
    figures = proof.get("printed", [])
    others = [each.name for each in fields_of(Printed) if each.name not in (*FIRST, "to")]
    others.append("to")  # which is read off what is typed
    for row in range(len(figures)):
        _row(form, Printed, FIRST, (*path, "printed"), row, others)
    say(form, form.within((*path, "printed")))
    button(form, _("Add a figure"), "add", (*path, "printed"), draft.add_row, (*path, "printed"), {})


def _letter(number: int) -> str:
    """What the next member is called at first: A, B and so on."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def _columns(form: Form, number: int, rows: Sequence[Tables]) -> tuple[str, ...]:
    """What is asked of each member: three things, what some row states, and what else is chosen."""
    _ = form.speech.text
    others = {each.name: _(each.title) for each in COLUMNS if each.name not in ALWAYS}
    stated = [name for name in others if any(name in row for row in rows)]
    chosen = st.multiselect(
        _("What else the example says of its members"),
        list(others),
        default=stated,
        format_func=others.__getitem__,
        key=f"{COLUMNS_SHOWN}.{form.company.id}.{number}",
        persist_state="session",
        placeholder=_("nothing else"),
        select_all=False,
    )
    return (*ALWAYS, *[name for name in others if name in chosen or name in stated])


def _row(
    form: Form,
    record: type[Record],
    names: Sequence[str],
    path: tuple[str | int, ...],
    row: int,
    others: Sequence[str] = (),
) -> None:
    """One row in a frame: its fields beside each other, and what is seldom asked in a fold."""
    _ = form.speech.text
    fields = {each.name: each for each in fields_of(record)}
    place = (*path, row)
    with st.container(border=True, key=f"own-pay-row-{form.company.id}-{'-'.join(map(str, place))}"):
        draw_beside(form, record, [fields[name] for name in names], place)
        if others:
            in_fold = _("What of it is printed")
            with st.expander(
                in_fold, expanded=any(at(form.tables, (*place, name)) is not None for name in others[:-1])
            ):
                draw_beside(form, record, [fields[name] for name in others], place)
        button(form, _("Remove"), "remove", place, draft.remove_row, path, row)
