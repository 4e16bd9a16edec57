"""What did the changes do? The plan beside another, or as it was when it was opened: what differs, what it did."""

import streamlit as st

from pages.parts.versions import other as other_version
from pages.parts.versions import words
from pages.shared.answer.head import head, next_page
from pages.shared.answer.page import plain
from pages.shared.draw import charts, side_by_side
from pages.shared.draw.side_by_side import MORE, THE_STRIP, Side
from pages.shared.draw.tables import show_table
from pages.shared.session import state

case, speech = state.case(), state.speech()
_ = speech.text


def show_versions(one: Side, other: Side) -> None:
    if companies := words.of_the_company(one, other, speech):
        st.markdown(plain(companies))
    differ = words.inputs_table(one, other, speech)
    if not differ.rows:
        return
    show_table(differ)
    show_table(side_by_side.figures_table(one, other, _("What both come to"), speech, (*THE_STRIP, *MORE)))
    if not words.same_currency(one, other):
        st.markdown(plain(_("The two count in different currencies, so there is no difference in money to show.")))
        return
    charts.show(side_by_side.both_totals(one, other, speech), "versions_running_totals")
    st.header(_("What each of them did alone"), anchor=False)
    one_at_a_time = _(
        "One input at a time is put back as it was, the others stay as they are now. These need not add up "
        "to the difference of the two, since one often takes from another."
    )
    st.markdown(plain(one_at_a_time))
    alone = other_version.each_alone(one.case, other.case)
    show_table(words.effects_table(alone, case.plan.horizon_months, speech))


top = st.container()
file = other_version.choose_other()
found = other_version.computed(file) if file else None
question = _("What did the changes do?")
if found is None:
    with top:
        head(question, _("Choose a plan to compare yours with."))
else:
    then, now = Side(other_version.title(), found), Side(_("Your plan now"), case)
    with top:
        head(question, words.answer(then, now, speech))
    show_versions(then, now)
next_page()
