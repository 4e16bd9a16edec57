"""What would joining do to my money? The answer, and the questions that it follows from; or a plan that exists."""

from collections.abc import Callable, Iterator

import streamlit as st

from pages.shared.answer import view, whose_orders
from pages.shared.answer.cautions import show_cautions
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.answer.strip import show_answer
from pages.shared.fields import company_choice, said, schedules, tax, typed
from pages.shared.saved import device
from pages.shared.session import changes, files, samples, state
from planner.analysis.case import Case
from planner.analysis.measures.milestones import CENT
from planner.inputs.path import Path
from planner.inputs.tax_terms import counts_tax

_ = state.speech().text

Ask = Callable[[Path], None]
GOODS: tuple[Ask, Path] = (typed.bare_field, ("stock", "opening_stock"))
OTHERS: tuple[tuple[Ask, Path], ...] = (
    (schedules.short_field, ("customers", "new_a_month")),
    (schedules.short_field, ("team", "recruits_a_month")),
    (typed.bare_field, ("money_and_time", "hours_a_week")),
)


def asked(case: Case | None) -> Iterator[tuple[Ask, Path]]:
    """The questions: beside the first goods the order that may have to be placed, where nothing says whether; tax last,
    where there is something to be taxed.
    """
    plan = state.plan_file().plan
    yield GOODS
    if company_choice.silent_on_orders(state.chosen_company()) or plan.stock.standing_order:
        yield typed.bare_field, ("stock", "standing_order")
    yield from OTHERS
    if counts_tax(plan) or (case is not None and case.measures.result >= CENT):
        yield tax.short_field, ("tax", "rules")


def show_questions(case: Case | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="your-answers"):
        st.header(plain(_("Your answers")), anchor=False, width="content")
        changes.undo_and_redo()
        said.of_several(path for _show, path in (GOODS, *OTHERS))
    company_choice.choose_company(_("Which company?"), in_short=True)
    questions = tuple(asked(case))
    with st.container(key="in-pairs"):  # on a phone too, so that all questions are seen at once
        for show, path in questions:
            with st.container():
                show(path)
                typed.offer_way_back(path)
    typed.show_bases(path for _show, path in questions)
    company_choice.what_no_source_says(state.chosen_company())
    next_page("plan")


head(_("What would joining do to my money?"))
in_sight = st.container(key="in-sight")  # of the whole page, so that it stays in sight beside all of it
whose = in_sight.empty()  # a place of its own: where it came and went, the headline would stand there twice for a while
case = None if state.rate_fault() else state.case()
answer, questions = st.columns([1, 1], gap="medium")
with questions, st.container(gap="xsmall", key="short-answers"):
    show_questions(case)
    with st.expander(_("Or begin with a plan that exists"), key="begin-with"):
        files.choose_sample()
        files.open_plan()
        device.show()
with answer, st.container(gap="xsmall", key="the-answer"):
    if case is not None:
        if samples.is_typical(case.plan):
            whose.caption(plain(_("A typical start, not yours yet.")))
        show_answer(case, in_sight)
        files.say_what_counts_otherwise(case)
        with st.expander(_("Month by month"), key="start-curve"):
            view.show_curve(case, "start_curve")
            next_page("cash_flow")
        whose_orders.show(case, "start")
        show_cautions(case)
    else:
        in_sight.markdown(plain(_("One figure is missing before it can be computed.")))
st.caption(plain(_("Joinwise sells nothing and belongs to no company. It computes what could follow, not what will.")))
