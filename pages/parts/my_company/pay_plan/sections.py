"""The form of a pay plan, in the order of a brochure: who is active, ranks, the parts, what holds over all of it."""

import re
from collections.abc import Mapping, Sequence
from typing import get_args

import streamlit as st

from pages.parts.my_company.pay_plan import draft
from pages.parts.my_company.pay_plan.fields import say
from pages.parts.my_company.pay_plan.form import Form, part_called
from pages.parts.my_company.pay_plan.groups import button, draw_fields
from pages.shared.answer.page import as_label, plain
from pages.shared.fields import choices
from pages.shared.session import state
from planner.analysis.team.receipt import KINDS, kind_title
from planner.errors import Fault
from planner.inputs.cited.source import Record
from planner.inputs.company.company import Company
from planner.inputs.own_company.pay_draft import Tables
from planner.inputs.pay.limits.gates import CustomersGate, CustomerVolumeGate, OutsideShareGate, SoldShareGate
from planner.inputs.pay.part import Part
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.ranks import RankRule
from planner.inputs.pay.titles.fields import fields_of
from planner.inputs.pay_terms import known
from planner.language import mark

SECTION = "own_pay_section"
SECTIONS = {
    "active": mark("Staying active"),
    "ranks": mark("Ranks"),
    "parts": mark("What is paid"),
    "limits": mark("Gates, caps and rounding"),
}
ACTIVITY = ("value_of_point", "points_per_100_retail", "minimum_personal_volume", "minimum_sales", "activity_window")
OF_GOODS = ("value_of_point", "points_per_100_retail")
GATES: dict[str, tuple[type[Record], str]] = {
    "customers": (CustomersGate, mark("So many outside customers")),
    "customer_volume": (CustomerVolumeGate, mark("So many points that outside customers buy")),
    "sold_share": (SoldShareGate, mark("So much of one's purchases sold")),
    "outside_share": (OutsideShareGate, mark("So much of the points bought by outside customers")),
}
OPENED = "own_pay_opened"


def show(form: Form) -> None:
    """The section that is chosen."""
    _ = form.speech.text
    shown = {"active": _activity, "ranks": _ranks, "parts": _parts, "limits": _limits}
    chosen = choices.choose_part(_("Part of the pay plan"), {key: _(text) for key, text in SECTIONS.items()}, SECTION)
    shown[chosen](form)


def where(faults: Sequence[Fault]) -> list[str]:
    """The sections in which these stand, in their order."""
    of = {"ranks": "ranks", "breakaway": "ranks", "threshold": "ranks", "parts": "parts"}
    of |= dict.fromkeys(("gates", "caps", "payout_cap", "rounding"), "limits")
    found = {of.get(re.split(r"[.\[]", each.path)[0], "active") for each in faults}
    return [each for each in SECTIONS if each in found]


def kinds_of_parts() -> Mapping[str, type[Part]]:
    """Each kind by the word that a file has for it, in the order in which brochures tell them."""
    union = get_args(PayPlan.model_fields["parts"].annotation)[0]
    found: dict[str, type[Part]] = {}

    def gather(annotation: object) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Part):
            (rule,) = get_args(annotation.model_fields["rule"].annotation)
            found[rule] = annotation
        for each in get_args(annotation):
            gather(each)

    gather(union)
    return {rule: found[rule] for rule in KINDS if rule in found}


def goods_are_stated(company: Company) -> bool:
    """Whether what goods bring in points is a figure of the company, which then holds for its pay plan too."""
    return known(company.volume.points_per_100_retail) > 0


def _activity(form: Form) -> None:
    stated = goods_are_stated(form.company)
    if stated:
        words = form.speech.text(mark("What goods bring in points stands above, under “Prices and points”."))
        st.caption(plain(words))
    draw_fields(form, PayPlan, (), only=ACTIVITY, without=OF_GOODS if stated else ())
    _points_arise(form)
    if not stated:
        draw_fields(form, PayPlan, (), only=("countries",))


def _points_arise(form: Form) -> None:
    """Whether points of a plan's months arise on what is bought from the company or on what is sold to customers."""
    _, company = form.speech.text, form.company
    titles = {"purchases": _("what you buy from the company"), "sales": _("what you sell to customers")}
    key, first = state.seeded(f"choice:own-pay-arises.{company.id}", company.volume.arises_on)
    st.radio(
        _("What gives points"),
        list(titles),
        index=list(titles).index(first),
        format_func=lambda each: plain(titles[each]),
        key=key,
        help=plain(_("In the months of a plan; the points of a team that exists stand in its file.")),
        on_change=draft.points_arise,
        args=(company.id, key),
    )


def _ranks(form: Form) -> None:
    _, rows = form.speech.text, form.tables.get("ranks", [])
    if not rows:
        st.markdown(plain(_("No rank yet. State them from the lowest to the highest, each with all that it asks for.")))
    for number, row in enumerate(rows):
        name = row.get("name") if isinstance(row.get("name"), str) else ""
        title = _("{n}. {name}").format(n=number + 1, name=name or _("a rank without a name"))
        with st.expander(
            as_label(title), key=f"own-pay-rank-{form.company.id}-{number}", expanded=_is_new(form, number)
        ):
            draw_fields(form, RankRule, ("ranks", number))
            _order(form, "ranks", number, len(rows))
    say(form, form.within(("ranks",)))
    new = {"name": _("Rank {n}").format(n=len(rows) + 1)}
    button(form, _("Add a rank"), "add", ("ranks",), _add, "ranks", len(rows), new)
    if rows:
        draw_fields(form, PayPlan, (), only=("threshold", "breakaway"))


def _add(company_id: str, what: str, number: int, row: Tables) -> None:
    st.session_state[OPENED] = (company_id, what, number)
    draft.add_row(company_id, (what,), row)


def _is_new(form: Form, number: int, what: str = "ranks") -> bool:
    return bool(st.session_state.get(OPENED) == (form.company.id, what, number))


def _order(form: Form, what: str, number: int, count: int) -> None:
    """Moving a row up or down, and taking it away."""
    _, path = form.speech.text, (what,)
    with st.container(horizontal=True):
        if number:
            button(form, _("Move up"), "up", (what, number), draft.move_row, path, number, -1)
        if number < count - 1:
            button(form, _("Move down"), "down", (what, number), draft.move_row, path, number, 1)
        button(form, _("Remove"), "remove", (what, number), draft.remove_row, path, number)


def _parts(form: Form) -> None:
    _, rows, kinds = form.speech.text, form.tables.get("parts", []), kinds_of_parts()
    if not rows:
        st.markdown(plain(_("No part yet. Add each of which the brochure says how it is paid, in its order.")))
    for number, row in enumerate(rows):
        title = f"{number + 1}. {part_called(row, form.speech)}"
        opened = _is_new(form, number, "parts") or len(rows) == 1
        with st.expander(as_label(title), key=f"own-pay-part-{form.company.id}-{number}", expanded=opened):
            if (rule := str(row.get("rule", ""))) in kinds:
                st.caption(plain(kind_title(rule, form.speech)))
                draw_fields(form, kinds[rule], ("parts", number))
            say(form, form.within(("parts", number)))
            _order(form, "parts", number, len(rows))
    say(form, form.within(("parts",)))
    key, _seed = state.seeded(f"choice:own-pay-kind.{form.company.id}", "")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(width=330):
            st.selectbox(_("Kind of pay"), list(kinds), format_func=lambda each: kind_title(each, form.speech), key=key)
        st.button(_("Add this part"), key=f"own-pay-add-part.{form.company.id}", on_click=_add_part, args=(key, form))


def _add_part(key: str, form: Form) -> None:
    rule = str(st.session_state.get(key) or next(iter(kinds_of_parts())))
    _add(form.company.id, "parts", len(form.tables.get("parts", [])), {"rule": rule})


def _limits(form: Form) -> None:
    _ = form.speech.text
    gates = form.tables.get("gates", [])
    st.markdown(f"**{plain(_('What is asked for before it is paid'))}**")
    for number, gate in enumerate(gates):
        if gate.get("gate") not in GATES:
            continue
        record, title = GATES[gate["gate"]]
        with st.container(border=True, key=f"own-pay-gate-{form.company.id}-{number}"):
            st.markdown(plain(_(title)))
            draw_fields(form, record, ("gates", number))
            button(form, _("Remove"), "remove", ("gates", number), draft.remove_row, ("gates",), number)
    say(form, form.within(("gates",)))
    with st.container(horizontal=True):
        for kind, (_record, title) in GATES.items():
            words = _("Add: {what}").format(what=_(title))
            button(form, words, f"add-{kind}", ("gates",), draft.add_row, ("gates",), {"gate": kind})
    only = [each.name for each in fields_of(PayPlan) if each.name in ("caps", "payout_cap", "rounding")]
    draw_fields(form, PayPlan, (), only=only)
