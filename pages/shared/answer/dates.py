"""The dates of the plan for a calendar: the next talk, and when the stop rule is looked at."""

from datetime import UTC, datetime

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.session import state, together
from pages.shared.session.downloads import hand_over
from planner.analysis.case import Case
from planner.export.calendar import has_dates, plan_calendar


def offer(case: Case) -> None:
    """A button for the file, and what the calendar will ask; nothing where the plan has no dates."""
    speech = state.speech()
    _ = speech.text
    if not has_dates(case.plan, together.talk()):
        return
    together.name_dates()
    file = state.plan_file()
    hand_over(
        _("The dates for your calendar (ICS)"),
        lambda: plan_calendar(case, file, speech, datetime.now(UTC)),
        "joinwise-dates.ics",
        "download_calendar",
    )
    chance, said = case.plan.chance, []
    if file.talk.next_talk is not None:
        said.append(_("The next talk stands in it with what the plan should have come to by then."))
    if chance.most_to_lose is not None or chance.review_month is not None:
        said.append(_("After each month it asks whether your limit is passed, and once whether the review is."))
    said.append(
        _("Taken again after a change, they replace those before in the calendar, unless the plan was renamed.")
    )
    st.caption(plain(" ".join([*said, _("The file stays on your computer; nobody else is told.")])))
